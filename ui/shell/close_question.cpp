#include "ui/shell/close_question.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QPushButton>

#include "ui/bridge/run_controller.h"

namespace w2s::ui {

using experiment::StopMode;

CloseQuestion::CloseQuestion(RunController& controller, QWidget* window)
    : QObject(window), controller_(controller), window_(window) {
  connect(&controller_, &RunController::runEnded, this, [this] {
    if (stopping_) {
      Q_EMIT mayClose();
    }
  });
}

bool CloseQuestion::canClose() {
  if (!isActive(controller_.state())) {
    return true;
  }
  if (!stopping_) {
    ask();
  }
  return false;
}

void CloseQuestion::ask() {
  if (open_question_ != nullptr) {
    open_question_->raise();
    open_question_->activateWindow();
    return;
  }
  auto* question = new QMessageBox(window_);
  question->setWindowTitle(tr("A run is in progress"));
  question->setText(QStringLiteral("<b>%1</b>").arg(tr("A run is in progress")));
  question->setInformativeText(tr("Keep what it has measured so far?"));
  open_question_ = question;
  question->setObjectName(QStringLiteral("close_question"));
  question->setAttribute(Qt::WA_DeleteOnClose);
  const auto button = [question](const char* name, const QString& text, const QString& tip,
                                 QMessageBox::ButtonRole role) {
    QPushButton* made = question->addButton(text, role);
    made->setObjectName(QLatin1String(name));
    made->setToolTip(tip);
    made->setAccessibleName(text);
    made->setAccessibleDescription(tip);
    return made;
  };
  QPushButton* keep =
      button("close.keep", tr("Stop and keep"),
             tr("The run stays in the workspace and can be continued"), QMessageBox::AcceptRole);
  QPushButton* discard =
      button("close.discard", tr("Stop and discard"), tr("The run is removed from the workspace"),
             QMessageBox::DestructiveRole);
  QPushButton* stay = button("close.stay", tr("Keep running"), tr("The window stays open"),
                             QMessageBox::RejectRole);
  question->setDefaultButton(keep);
  question->setEscapeButton(stay);
  connect(keep, &QAbstractButton::clicked, this, [this] { stop(true); });
  connect(discard, &QAbstractButton::clicked, this, [this] { stop(false); });
  connect(question, &QObject::destroyed, this, [this] { open_question_ = nullptr; });
  question->open();  // returns at once; the answer is an event
}

void CloseQuestion::stop(bool keep) {
  stopping_ = true;
  if (!isActive(controller_.state())) {
    Q_EMIT mayClose();
    return;
  }
  controller_.stop(keep ? StopMode::Keep : StopMode::Discard);
}

}  // namespace w2s::ui
