// What a figure will look like: the scene itself on a sheet of its proportions, or the first lines
// of a CSV.
#pragma once

#include <optional>

#include <QStringList>
#include <QWidget>

#include "ui/draw/scene.h"

namespace w2s::ui {

class Theme;

class FigurePreview : public QWidget {
  Q_OBJECT

 public:
  explicit FigurePreview(const Theme& theme, QWidget* parent = nullptr);

  void showScene(draw::Scene scene, const QString& caption);
  void showText(const QString& text, const QString& caption);
  // Instead of a figure: why there is none.
  void showMessage(const QString& message);

  // That all lines of the caption take, wrapped at that width.
  [[nodiscard]] double captionHeight(double width) const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintSheet(QPainter& painter, const QRectF& sheet, bool transparent) const;

  const Theme& theme_;
  std::optional<draw::Scene> scene_;
  QStringList lines_;
  QString caption_;
};

}  // namespace w2s::ui
