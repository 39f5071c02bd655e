#include "ui/widgets/whole_dialog.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/number_entry.h"

namespace w2s::ui {

WholeDialog::WholeDialog(const Question& question, QWidget* window)
    : QDialog(window), box_(new WholeBox(this)) {
  setObjectName(question.name);
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(question.title);
  auto* text = new QLabel(question.text, this);
  text->setBuddy(box_);
  box_->setObjectName(question.name + QStringLiteral(".number"));
  box_->setAccessibleName(question.title);
  box_->setAccessibleDescription(question.text);
  box_->setToolTip(question.text);
  box_->setRange(question.low, question.high);
  box_->setSingleStep(question.step);
  box_->setKeyboardTracking(false);  // "0.5" begins with a number that nobody means
  box_->setValue(question.value);
  box_->selectAll();
  box_->installEventFilter(this);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
  const auto name = [&](QDialogButtonBox::StandardButton which, const char* end,
                        const QString& words, const QString& tip) {
    QPushButton* button = buttons->button(which);
    button->setObjectName(question.name + QLatin1String(end));
    button->setText(words);
    button->setAccessibleName(words);
    button->setToolTip(tip);
  };
  name(QDialogButtonBox::Ok, ".ok", tr("OK"), tr("Takes this number"));
  name(QDialogButtonBox::Cancel, ".cancel", tr("Cancel"), tr("Leaves everything as it is"));
  ok_ = buttons->button(QDialogButtonBox::Ok);
  connect(box_->findChild<QLineEdit*>(), &QLineEdit::textChanged, this, &WholeDialog::refreshOk);
  connect(box_, &QSpinBox::editingFinished, this, &WholeDialog::refreshOk);
  connect(buttons, &QDialogButtonBox::accepted, this, &WholeDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(text);
  column->addWidget(box_);
  column->addWidget(buttons);
}

bool WholeDialog::eventFilter(QObject* object, QEvent* event) {
  if (object == box_ && event->type() == QEvent::KeyPress && !box_->hasAcceptableInput()) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      box_->interpretText();
      box_->selectAll();
      refreshOk();  // the box brings it back in silence
      return true;
    }
  }
  return QDialog::eventFilter(object, event);
}

void WholeDialog::refreshOk() {
  ok_->setEnabled(box_->hasAcceptableInput());
}

void WholeDialog::accept() {
  box_->interpretText();
  const int value = box_->value();
  QDialog::accept();
  Q_EMIT chosen(value);
}

}  // namespace w2s::ui
