// One test image in large, with what each model says and how sure it is, and a sentence that says
// what the student did with the weak label.
#pragma once

#include <optional>

#include <QImage>
#include <QWidget>

#include "ui/models/examples_model.h"

namespace w2s::ui {

class Theme;

class ExampleDetail : public QWidget {
  Q_OBJECT

 public:
  explicit ExampleDetail(const Theme& theme, QWidget* parent = nullptr);

  void showExample(const Example& example, const QImage& image, const QString& verdict);
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
  void paintAnswer(QPainter& painter, const QRectF& area, Answerer model) const;
  [[nodiscard]] int imageSide(int width) const;
  [[nodiscard]] int verdictHeight(int width) const;
  [[nodiscard]] int heightOfTexts(int width) const;

  const Theme& theme_;
  std::optional<Example> example_;
  QImage image_;  // a copy: the set it came from may go
  QString verdict_;
  int room_ = 0;  // 0: as much as it takes
};

}  // namespace w2s::ui
