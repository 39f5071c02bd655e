#include "ui/widgets/document_type.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include "ui/theme/theme.h"

namespace w2s::ui {

void setInWindowsType(const Theme& theme, QTextDocument& document) {
  document.setDocumentMargin(theme.px(10));
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    QTextCursor cursor(block);
    QTextBlockFormat space;
    const bool is_code = block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage) ||
                         block.blockFormat().nonBreakableLines();
    space.setBottomMargin(theme.px(cursor.currentTable() != nullptr ? 0 : is_code ? 12 : 8));
    space.setLeftMargin(theme.px(is_code ? 16 : 0));
    space.setLineHeight(115, QTextBlockFormat::ProportionalHeight);
    space.setNonBreakableLines(false);
    cursor.mergeBlockFormat(space);
    if (block.blockFormat().headingLevel() == 0) {
      continue;
    }
    cursor.select(QTextCursor::BlockUnderCursor);
    QTextCharFormat format = cursor.charFormat();
    format.clearProperty(QTextFormat::FontSizeAdjustment);  // it would come before the font's size
    format.setFont(theme.font(16, QFont::DemiBold), QTextCharFormat::FontPropertiesSpecifiedOnly);
    cursor.setCharFormat(format);
  }
  for (QTextFrame* frame : document.rootFrame()->childFrames()) {
    if (auto* table = qobject_cast<QTextTable*>(frame)) {
      QTextTableFormat format = table->format();
      format.setBorderCollapse(true);
      format.setBorder(1);
      format.setBorderBrush(theme.tokens().border);
      format.setCellPadding(theme.px(4));
      format.setCellSpacing(0);
      format.setTopMargin(theme.px(8));
      format.setBottomMargin(theme.px(8));
      table->setFormat(format);
    }
  }
}

}  // namespace w2s::ui
