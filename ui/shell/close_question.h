// Closing while a run goes on: asks keep or discard, stops the run, and says when the window may
// close. Never blocks.
#pragma once

#include <QObject>

class QWidget;

namespace w2s::ui {

class ExperimentSession;
class StudySession;

class CloseQuestion : public QObject {
  Q_OBJECT

 public:
  // `studies` may be null. A study in progress is stopped with checkpoints, without a question: it is
  // continued with one click.
  CloseQuestion(ExperimentSession& session, StudySession* studies, QWidget* window);

  // True: nothing runs, close. False: asks, or has asked already; mayClose follows the answer.
  bool canClose();

 Q_SIGNALS:
  void mayClose();

 private:
  void ask();
  void stop(bool keep);

  [[nodiscard]] bool isStudyBusy() const;

  ExperimentSession& session_;
  StudySession* studies_;
  QWidget* window_;
  QWidget* open_question_ = nullptr;
  bool stopping_ = false;
  bool stopping_study_ = false;
};

}  // namespace w2s::ui
