// What the window may see: Qt, and core's torch-free headers.
#include <QWidget>

#include "core/engine/runner.h"

class ControlOfWindow : public QWidget {
  w2s::engine::RunnerOptions options_;
};
