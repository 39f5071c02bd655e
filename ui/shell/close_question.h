// Closing while a run goes on: asks keep or discard, stops the run, and says when the window may
// close. Never blocks.
#pragma once

#include <QObject>

class QWidget;

namespace w2s::ui {

class ExperimentSession;

class CloseQuestion : public QObject {
  Q_OBJECT

 public:
  CloseQuestion(ExperimentSession& session, QWidget* window);

  // True: nothing runs, close. False: asks, or has asked already; mayClose follows the answer.
  bool canClose();

 Q_SIGNALS:
  void mayClose();

 private:
  void ask();
  void stop(bool keep);

  ExperimentSession& session_;
  QWidget* window_;
  QWidget* open_question_ = nullptr;
  bool stopping_ = false;
};

}  // namespace w2s::ui
