#include "core/weights/named_tensors.h"
