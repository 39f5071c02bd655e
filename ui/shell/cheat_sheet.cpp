#include "ui/shell/cheat_sheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

QString plain(QString text) {
  return text.remove(QLatin1Char('&')).remove(QChar(0x2026));
}

void collect(const QMenu& menu, const QString& group, std::vector<KeyNote>& keys) {
  for (const QAction* action : menu.actions()) {
    if (action->menu() != nullptr) {
      collect(*action->menu(), group, keys);
      continue;
    }
    QStringList texts;
    for (const QKeySequence& key : action->shortcuts()) {
      texts += key.toString(QKeySequence::NativeText);
    }
    if (!texts.isEmpty()) {
      keys.push_back(
          {.group = group,
           .keys = texts.join(QStringLiteral(", ")),
           .text = action->statusTip().isEmpty() ? plain(action->text()) : action->statusTip()});
    }
  }
}

}  // namespace

std::vector<KeyNote> keysOf(const QMenuBar& bar, const std::vector<KeyNote>& notes) {
  std::vector<KeyNote> keys;
  for (const QAction* menu : bar.actions()) {
    if (menu->menu() != nullptr && menu->isVisible()) {
      collect(*menu->menu(), plain(menu->text()), keys);
    }
  }
  keys.insert(keys.end(), notes.begin(), notes.end());
  return keys;
}

CheatSheet::CheatSheet(const Theme& theme, const std::vector<KeyNote>& keys, QWidget* parent)
    : QDialog(parent) {
  setObjectName(QStringLiteral("cheat_sheet"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Keyboard shortcuts"));
  auto* content = new QWidget(this);
  content->setObjectName(QStringLiteral("cheat_sheet.content"));
  auto* columns = new QHBoxLayout(content);
  columns->setSpacing(theme.px(36));
  const QSize room = parent != nullptr ? parent->size() - QSize(60, 60) : QSize(1000, 700);
  const QSize size = QSize(theme.px(980), theme.px(680)).boundedTo(room);
  // Two columns of about equal length, one where there is no room for two; a group is not divided.
  const std::size_t column_count = size.width() < theme.px(820) ? 1 : 2;
  std::vector<QGridLayout*> grids;
  for (std::size_t i = 0; i < column_count; ++i) {
    auto* column = new QVBoxLayout;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(16));
    grid->setVerticalSpacing(theme.px(5));
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    column->addStretch(1);
    columns->addLayout(column, 1);
    grids.push_back(grid);
  }
  QStringList groups;
  for (const KeyNote& note : keys) {
    if (!groups.contains(note.group)) {
      groups += note.group;
    }
  }
  std::size_t placed = 0;
  for (const QString& group : groups) {
    QGridLayout* grid = grids[placed * 2 < keys.size() ? 0 : column_count - 1];
    auto* head = new QLabel(group.toUpper(), content);
    head->setProperty("section", true);
    head->setAccessibleName(group);
    int row = grid->rowCount();
    if (row > 1) {
      grid->setRowMinimumHeight(row++, theme.px(8));
    }
    grid->addWidget(head, row, 0, 1, 2);
    for (const KeyNote& note : keys) {
      if (note.group != group) {
        continue;
      }
      ++row;
      ++placed;
      auto* key = new QLabel(note.keys, content);
      key->setProperty("key", true);
      auto* text = new QLabel(note.text, content);
      text->setWordWrap(true);
      text->setMinimumWidth(theme.px(200));
      grid->addWidget(key, row, 0, Qt::AlignLeft | Qt::AlignTop);
      grid->addWidget(text, row, 1);
    }
  }
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("cheat_sheet.scroll"));
  scroll->setAccessibleName(windowTitle());
  scroll->setAccessibleDescription(tr("Keys and what they do, by group"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(content);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  QPushButton* close = buttons->button(QDialogButtonBox::Close);
  close->setObjectName(QStringLiteral("cheat_sheet.close"));
  close->setAccessibleName(close->text());
  close->setToolTip(tr("Closes the list (Esc)"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->addWidget(scroll, 1);
  column->addWidget(buttons);
  resize(size);
}

}  // namespace w2s::ui
