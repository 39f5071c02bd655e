#include "ui/form/form_section_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/form/field_row.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

FormSectionView::FormSectionView(const Theme& theme, const QString& id, const QString& title,
                                 QWidget* parent)
    : QWidget(parent), theme_(theme), title_(title) {
  const QString name = QStringLiteral("section.") + id;
  setObjectName(name);
  column_ = new QVBoxLayout(this);
  label_ = new QLabel(this);
  label_->setProperty("section", true);
  head_ = new QHBoxLayout;
  head_->addWidget(label_);
  head_->addStretch(1);
  column_->addLayout(head_);
  list_ = new QVBoxLayout;
  column_->addLayout(list_);
  more_ = new QToolButton(this);
  more_->setObjectName(name + QStringLiteral(".more"));
  more_->setProperty("link", true);
  more_->setProperty("quiet", true);
  more_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  column_->addWidget(more_, 0, Qt::AlignLeft);
  connect(more_, &QToolButton::clicked, this, [this] {
    setOpen(!open_);
    Q_EMIT toggled(open_);
  });
  connect(&theme_, &Theme::changed, this, &FormSectionView::restyle);
  restyle();
  showTitle();
}

void FormSectionView::setTitle(const QString& title) {
  if (title != title_) {
    title_ = title;
    showTitle();
    restyle();
  }
}

void FormSectionView::showTitle() {
  setAccessibleName(title_);
  label_->setText(title_.toUpper());
  label_->setAccessibleName(title_);
  label_->setVisible(!title_.isEmpty());
}

void FormSectionView::setHeader(QWidget* header) {
  header_ = header;
  column_->insertWidget(1, header);
}

void FormSectionView::setBeside(QWidget* widget) {
  head_->addWidget(widget);
}

void FormSectionView::setRows(const std::vector<FieldRow*>& rows) {
  if (rows == rows_) {
    return;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int at = static_cast<int>(i);
    if (list_->indexOf(rows[i]) != at) {
      list_->insertWidget(at, rows[i]);
    }
  }
  rows_ = rows;
  for (const FieldRow* row : rows_) {
    connect(row, &FieldRow::made, this, &FormSectionView::orderTabs, Qt::UniqueConnection);
  }
  orderTabs();
}

// Tab goes through the rows from top to bottom, also where one came in later. Lists that drop down
// are windows of their own.
void FormSectionView::orderTabs() {
  QWidget* previous = nullptr;
  for (const FieldRow* row : rows_) {
    for (QWidget* part : row->findChildren<QWidget*>()) {
      if (part->focusPolicy() == Qt::NoFocus || part->window() != window()) {
        continue;
      }
      if (previous != nullptr) {
        QWidget::setTabOrder(previous, part);
      }
      previous = part;
    }
  }
}

void FormSectionView::setOpen(bool open) {
  open_ = open;
  refreshFoldButton();
}

void FormSectionView::setFolded(int count, int changed) {
  folded_ = count;
  folded_changed_ = changed;
  refreshFoldButton();
}

void FormSectionView::setHeaderVisible(bool visible) {
  if (header_ != nullptr) {
    header_->setVisible(visible);
  }
}

void FormSectionView::refreshFoldButton() {
  more_->setVisible(folded_ > 0);
  const QString words = open_ ? tr("less")
                        : folded_changed_ > 0
                            ? tr("%n more, %1 changed", nullptr, folded_).arg(folded_changed_)
                            : tr("%n more", nullptr, folded_);
  more_->setText(words);
  more_->setIcon(theme_.icon(open_ ? QStringLiteral("chevron_up") : QStringLiteral("chevron_down"),
                             theme_.tokens().muted));
  more_->setAccessibleName(title_.isEmpty() ? words : QStringLiteral("%1: %2").arg(title_, words));
  more_->setToolTip(open_ ? tr("Folds the settings away that few need")
                          : tr("Shows the settings that few need"));
}

void FormSectionView::restyle() {
  column_->setContentsMargins(0, title_.isEmpty() ? 0 : theme_.px(6), 0, 0);
  column_->setSpacing(theme_.px(7));
  list_->setSpacing(theme_.px(8));
  more_->setIconSize({theme_.px(12), theme_.px(12)});
  refreshFoldButton();
}

}  // namespace w2s::ui
