// Lays widgets out in rows from left to right and begins a new row where the width ends: for bars
// of buttons that must stay reachable in a narrow window.
#pragma once

#include <vector>

#include <QLayout>

namespace w2s::ui {

class FlowLayout : public QLayout {
 public:
  explicit FlowLayout(QWidget* parent = nullptr) : QLayout(parent) {}
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override;
  [[nodiscard]] int count() const override;
  [[nodiscard]] QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  [[nodiscard]] Qt::Orientations expandingDirections() const override;
  [[nodiscard]] bool hasHeightForWidth() const override;
  [[nodiscard]] int heightForWidth(int width) const override;
  void setGeometry(const QRect& rect) override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSize() const override;

 private:
  // The height that the rows need; moves the items only if told to.
  int layOut(const QRect& rect, bool move) const;

  std::vector<QLayoutItem*> items_;
};

}  // namespace w2s::ui
