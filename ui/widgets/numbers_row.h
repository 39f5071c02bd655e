// The numbers of a run: weak floor, student, ceiling and the gap bar, in one row as long as each
// can be read there, else the bar below the cards.
//
// In a low window they give up their second lines so that a chart has room below.
#pragma once

#include <QWidget>

namespace w2s::ui {

class GapBar;
class StatCard;
class Theme;

class NumbersRow : public QWidget {
  Q_OBJECT

 public:
  explicit NumbersRow(const Theme& theme, QWidget* parent = nullptr);

  [[nodiscard]] StatCard& weak() const {
    return *weak_;
  }
  [[nodiscard]] StatCard& student() const {
    return *student_;
  }
  [[nodiscard]] StatCard& ceiling() const {
    return *ceiling_;
  }
  [[nodiscard]] GapBar& gap() const {
    return *gap_;
  }
  void setCompact(bool compact);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  [[nodiscard]] bool isOneRow(int width) const;
  [[nodiscard]] int rowHeight() const;
  // The height follows from the width; fixed here rather than asked for through heightForWidth,
  // which would make a scrolling page as high as all its parts would like to be.
  void place();

  const Theme& theme_;
  StatCard* weak_;
  StatCard* student_;
  StatCard* ceiling_;
  GapBar* gap_;
};

}  // namespace w2s::ui
