// Paints the presenter view: few, big things, readable from the back row.
#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QCoreApplication>
#include <QFont>
#include <QString>

#include "core/record/live_parameters.h"
#include "ui/bridge/gap_scale.h"
#include "ui/bridge/run_readings.h"
#include "ui/draw/scene.h"
#include "ui/presenter/presenter_layout.h"

class QPainter;

namespace w2s::ui {

class ExampleDelegate;
class ExamplesModel;
class Theme;

// A setting that may change while the student trains.
struct PresenterControl {
  record::LiveParameter parameter;
  QString label;
  QString value;
  bool integer = false;
  double place = 0.0;  // on its slider, 0 to 1
};

struct PresenterContent {
  QString title;
  QString state;
  QColor state_color;
  std::vector<draw::Panel> panels;  // laid out for the layout's chart rectangles
  // In place of charts: the rows of the model in its order, and a line above them. Null: charts.
  const ExamplesModel* examples = nullptr;
  const ExampleDelegate* delegate = nullptr;
  QString examples_line;
  Readings readings;
  GapScale gap_scale;
  std::optional<double> prediction;  // of the class: a PGR
  QString change;                    // the last live change
  QString hint;                      // what the class can do
  QString notice;                    // a question of the run, with the keys that answer it
  std::vector<PresenterControl> controls;
  std::size_t chosen = 0;  // of the controls: the one that keys move
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

  // Where on a control's room its slider lies.
  [[nodiscard]] static draw::Rect sliderOf(const draw::Rect& room);
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
  void paintControl(QPainter& painter, const PresenterControl& control, const draw::Rect& room,
                    bool chosen) const;
  void paintExamples(QPainter& painter, const PresenterContent& content) const;
  void paintHint(QPainter& painter, const QString& hint) const;
  void paintNotice(QPainter& painter, const QString& notice) const;
  [[nodiscard]] QFont font(double size, int weight) const;

  const Theme& theme_;
  const PresenterLayout& layout_;
};

}  // namespace w2s::ui
