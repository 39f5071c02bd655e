// The bar from the weak floor to the ceiling, as the run page and the presenter view paint it: the
// student's dot with its interval, both ends, the common ceiling and the reference where the run has
// them, and names below.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QColor>
#include <QCoreApplication>
#include <QRectF>

#include "ui/bridge/gap_scale.h"
#include "ui/bridge/run_readings.h"

class QPainter;

namespace w2s::ui {

struct Tokens;

class GapTrack {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::GapTrack)

 public:
  // `unit`: pixels of a length of 1 in the run page's design. `readings` outlives the track.
  GapTrack(const Tokens& tokens, const Readings& readings, const GapScale& scale, const QRectF& bar,
           double unit);

  // `pgr`: where the student's dot stands; empty: there is none.
  void paint(QPainter& painter, std::optional<double> pgr) const;

  // Names below the bar, in the painter's font: floor and ceiling, and the common ceiling where it
  // has room beside them. Returns what is free between the first two.
  std::pair<double, double> paintEnds(QPainter& painter, const QString& weak);
  // A name centred at `x`; left out where another name stands.
  void paintName(QPainter& painter, const QString& text, double x, const QColor& color);
  void paintReference(QPainter& painter);
  // Room that a text of the caller takes, and whether no name stands there.
  void take(double left, double right);
  [[nodiscard]] bool isFree(double left, double right) const;

  [[nodiscard]] double placeOf(double pgr) const {
    return scale_.place(pgr, bar_.left(), bar_.width());
  }
  [[nodiscard]] double baseline() const;
  // Muted where the value is no result.
  [[nodiscard]] QColor studentColor() const;

 private:
  const Tokens& tokens_;
  const Readings& readings_;
  QRectF bar_;
  double unit_;
  GapScale scale_;
  std::vector<std::pair<double, double>>
      taken_;  // of the line of names, in the order in which they were written
};

}  // namespace w2s::ui
