// What the window may see: Qt, and core's torch-free headers.
#include <QWidget>

#include "core/experiment/runner.h"

class ControlOfWindow : public QWidget {
  w2s::experiment::RunnerOptions options_;
};
