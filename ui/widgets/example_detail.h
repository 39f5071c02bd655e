// One image in large, with what each model says and how sure it is, and a sentence that says what the
// student did with the weak label. Where they are recorded, the whole soft label and what student and
// ceiling give each class stand below it, beside each other.
#pragma once

#include <optional>
#include <vector>

#include <QImage>
#include <QWidget>

#include "ui/models/examples_model.h"

namespace w2s::ui {

class Theme;

// The image as average pooling to `side` x `side` leaves it: pixel i of a line is the mean of those
// from floor(i n / side) to ceil((i + 1) n / side).
[[nodiscard]] QImage pooledImage(const QImage& image, int side);

class ExampleDetail : public QWidget {
  Q_OBJECT

 public:
  explicit ExampleDetail(const Theme& theme, QWidget* parent = nullptr);

  // `weak_side`: the weak model gets the image averaged to so many pixels a side, shown beside it;
  // 0: as it is. `shares`: of all classes; empty: not known.
  void showExample(const Example& example, const QImage& image, const QString& verdict,
                   int weak_side = 0, std::vector<ClassShares> shares = {});
  // Nothing is chosen.
  void clear();
  // The height there is to be seen at once: the picture gives way to what was answered.
  void setRoom(int height);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] bool hasHeightForWidth() const override;
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintImages(QPainter& painter) const;
  void paintAnswer(QPainter& painter, const QRectF& area, Answerer model) const;
  void paintShares(QPainter& painter, double top) const;
  [[nodiscard]] double answerHeight() const;
  [[nodiscard]] QFont textFont() const;
  // Of the picture; of a text, its height.
  [[nodiscard]] int imageSide(int width) const;
  [[nodiscard]] int verdictHeight(int width) const;
  [[nodiscard]] int heightOfTexts(int width) const;

  const Theme& theme_;
  std::optional<Example> example_;
  QImage image_;       // a copy: the set it came from may go
  QImage weak_image_;  // what the weak model gets of it; null: the same
  QString verdict_;
  std::vector<ClassShares> shares_;  // as many as are shown
  int room_ = 0;                     // 0: as much as it takes
};

}  // namespace w2s::ui
