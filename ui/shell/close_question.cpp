#include "ui/shell/close_question.h"

#include <QAbstractButton>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/experiment_session.h"
#include "ui/bridge/study_session.h"

namespace w2s::ui {

using record::StopMode;

namespace {

constexpr int kMargin = 18;
constexpr int kButtonGap = 14;

}  // namespace

CloseQuestion::CloseQuestion(ExperimentSession& session, StudySession* studies, QWidget* window)
    : QObject(window), session_(session), studies_(studies), window_(window) {
  if (studies_ != nullptr) {
    connect(studies_, &StudySession::changed, this, [this] {
      if (stopping_study_ && !isStudyBusy()) {
        stopping_study_ = false;
        Q_EMIT mayClose();
      }
    });
  }
  connect(&session_, &ExperimentSession::stateChanged, this, [this] {
    if (stopping_ && !session_.isBusy()) {
      Q_EMIT mayClose();
    }
  });
}

bool CloseQuestion::isStudyBusy() const {
  return studies_ != nullptr && studies_->isBusy();
}

bool CloseQuestion::canClose() {
  if (!session_.isBusy()) {
    if (!isStudyBusy()) {
      return true;
    }
    stopping_study_ = true;
    studies_->stop();
    return !isStudyBusy();
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
  auto* question = new QDialog(window_);
  question->setObjectName(QStringLiteral("close_question"));
  question->setAttribute(Qt::WA_DeleteOnClose);
  question->setWindowTitle(tr("A run is in progress"));
  open_question_ = question;
  auto* column = new QVBoxLayout(question);
  column->setSizeConstraint(QLayout::SetFixedSize);
  column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
  column->setSpacing(kMargin / 2);
  auto* title = new QLabel(question->windowTitle(), question);
  title->setProperty("strong", true);
  column->addWidget(title);
  column->addWidget(new QLabel(tr("Keep what it has measured so far?"), question));
  column->addSpacing(kMargin / 2);
  auto* row = new QHBoxLayout;
  row->setSpacing(kButtonGap);
  column->addLayout(row);
  const auto button = [&](const char* name, const QString& text, const QString& tip) {
    auto* made = new QPushButton(text, question);
    made->setObjectName(QLatin1String(name));
    made->setToolTip(tip);
    made->setAccessibleName(text);
    made->setAccessibleDescription(tip);
    row->addWidget(made);
    return made;
  };
  QPushButton* keep = button("close.keep", tr("Stop and keep"),
                             tr("The run stays in the workspace and can be continued"));
  keep->setProperty("primary", true);
  keep->setDefault(true);
  QPushButton* discard =
      button("close.discard", tr("Stop and discard"), tr("The run is removed from the workspace"));
  QPushButton* stay = button("close.stay", tr("Keep running"), tr("The window stays open"));
  keep->setFocus();
  connect(keep, &QAbstractButton::clicked, question, [this, question] {
    question->accept();
    stop(true);
  });
  connect(discard, &QAbstractButton::clicked, question, [this, question] {
    question->accept();
    stop(false);
  });
  connect(stay, &QAbstractButton::clicked, question, &QDialog::reject);
  connect(question, &QObject::destroyed, this, [this] { open_question_ = nullptr; });
  question->open();  // returns at once; the answer is an event
}

void CloseQuestion::stop(bool keep) {
  stopping_ = true;
  if (!session_.isBusy()) {
    Q_EMIT mayClose();
    return;
  }
  session_.stop(keep ? StopMode::Keep : StopMode::Discard);
}

}  // namespace w2s::ui
