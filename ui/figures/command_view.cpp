#include "ui/figures/command_view.h"

#include <QMimeData>
#include <QRegularExpression>
#include <QTextDocumentFragment>

namespace w2s::ui {
namespace {

// Unicode's line breaking allows a new line after a hyphen or a slash; a word joiner, which has no
// width, forbids it.
constexpr QChar kWordJoiner(0x2060);

}  // namespace

void CommandView::setCommand(const QString& command) {
  if (command == command_) {
    return;  // the selection stays while the run goes on
  }
  command_ = command;
  static const QRegularExpression kBreak(
      QStringLiteral("(?<=[^\\s\\w])(?=\\S)|(?<=\\w)(?=[^\\s\\w])"));
  QString shown = command;
  shown.replace(kBreak, QString(kWordJoiner));
  setPlainText(shown);
}

QMimeData* CommandView::createMimeDataFromSelection() const {
  auto* mime = new QMimeData;
  mime->setText(textCursor().selection().toPlainText().remove(kWordJoiner));
  return mime;
}

}  // namespace w2s::ui
