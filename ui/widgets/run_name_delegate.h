// A run's name with its note behind it in the caption's colour; edited in place.
#pragma once

#include <QStyledItemDelegate>

namespace w2s::ui {

class Theme;

class RunNameDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  RunNameDelegate(const Theme& theme, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const override;

 private:
  const Theme& theme_;
};

}  // namespace w2s::ui
