// A section of the settings form: its title, what stands above its settings (model card, equation),
// their rows, and the link that unfolds what few need.
#pragma once

#include <vector>

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace w2s::ui {

class FieldRow;
class Theme;

class FormSectionView : public QWidget {
  Q_OBJECT

 public:
  // objectName "section.<id>", the link ".more". An empty title: it continues the section above.
  FormSectionView(const Theme& theme, const QString& id, const QString& title,
                  QWidget* parent = nullptr);

  [[nodiscard]] QString title() const {
    return title_;
  }
  void setTitle(const QString& title);
  // Above the rows; the section becomes its parent.
  void setHeader(QWidget* header);
  // At the right end of the title's line.
  void setBeside(QWidget* widget);
  // Rows that are there already stay where the eye and the focus have them.
  void setRows(const std::vector<FieldRow*>& rows);
  [[nodiscard]] const std::vector<FieldRow*>& rows() const {
    return rows_;
  }
  [[nodiscard]] bool isOpen() const {
    return open_;
  }
  void setOpen(bool open);
  // How many rows the link stands for, and how many of these differ from the preset; 0 hides it.
  void setFolded(int count, int changed);
  void setHeaderVisible(bool visible);

 Q_SIGNALS:
  void toggled(bool open);

 private:
  void orderTabs();
  void refreshFoldButton();
  void showTitle();
  void restyle();

  const Theme& theme_;
  QString title_;
  std::vector<FieldRow*> rows_;
  bool open_ = false;
  int folded_ = 0;
  int folded_changed_ = 0;
  QLabel* label_ = nullptr;
  QWidget* header_ = nullptr;
  QToolButton* more_ = nullptr;
  QHBoxLayout* head_ = nullptr;
  QVBoxLayout* list_ = nullptr;
  QVBoxLayout* column_ = nullptr;
};

}  // namespace w2s::ui
