// The window's first line: the menus on the left, the pages' tabs on the right. Where the window is
// too narrow for both, the tabs stand below the menus.
#pragma once

#include <QWidget>

class QMenuBar;
class QTabBar;

namespace w2s::ui {

class HeadRow : public QWidget {
  Q_OBJECT

 public:
  // Takes both as children.
  HeadRow(QMenuBar* menus, QTabBar* tabs, QWidget* parent = nullptr);

  [[nodiscard]] QMenuBar* menus() const {
    return menus_;
  }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override {
    return true;
  }
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] bool fitsOneLine(int width) const;
  void place();

  QMenuBar* menus_;
  QTabBar* tabs_;
};

}  // namespace w2s::ui
