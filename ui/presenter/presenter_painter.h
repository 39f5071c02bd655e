// Paints the presenter view: few, big things, readable from the back row.
#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QCoreApplication>
#include <QFont>
#include <QString>

#include "ui/bridge/run_readings.h"
#include "ui/draw/scene.h"
#include "ui/presenter/presenter_layout.h"

class QPainter;

namespace w2s::ui {

class Theme;

struct PresenterContent {
  QString title;
  QString state;
  QColor state_color;
  std::vector<draw::Panel> panels;  // laid out for the layout's chart rectangles
  Readings readings;
  std::optional<double> prediction;  // of the class: a PGR
  QString notice;                    // a question of the run, with the keys that answer it
};

class PresenterPainter {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::PresenterPainter)

 public:
  PresenterPainter(const Theme& theme, const PresenterLayout& layout)
      : theme_(theme), layout_(layout) {}

  // `gap`: where the bar's dot stands, on its way to the PGR; empty: there is none. What lies
  // outside `dirty` may be left out.
  void paint(QPainter& painter, const PresenterContent& content, std::optional<double> gap,
             const QRectF& dirty) const;

  // How far the value of the gap can be believed, or why there is none; empty: it is final.
  [[nodiscard]] static QString gapNote(const Readings& readings);

 private:
  void paintHead(QPainter& painter, const PresenterContent& content) const;
  void paintNumbers(QPainter& painter, const Readings& readings) const;
  void paintGap(QPainter& painter, const PresenterContent& content,
                std::optional<double> gap) const;
  void paintBar(QPainter& painter, const PresenterContent& content,
                std::optional<double> gap) const;
  [[nodiscard]] static QString barText(const PresenterContent& content);
  void paintNotice(QPainter& painter, const QString& notice) const;
  [[nodiscard]] QFont font(double size, int weight) const;

  const Theme& theme_;
  const PresenterLayout& layout_;
};

}  // namespace w2s::ui
