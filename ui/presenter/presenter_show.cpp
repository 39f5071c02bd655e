#include "ui/presenter/presenter_show.h"

#include <algorithm>

#include <QRectF>
#include <QStringList>

#include "ui/bridge/experiment_session.h"
#include "ui/bridge/gap_scale.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/words.h"
#include "ui/draw/palette.h"
#include "ui/draw/scene_painter.h"
#include "ui/figures/figure.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/state_chip.h"

namespace w2s::ui {
namespace {

constexpr double kFont = 18.0;  // of charts, in units of the layout
constexpr double kLine = 4.0;

}  // namespace

PresenterShow::PresenterShow(const Theme& theme, const ExperimentSession& session,
                             RecordedRuns* recorded)
    : theme_(theme),
      session_(session),
      source_(session, recorded),
      charts_(charts::makeRunCharts()),
      text_width_(draw::figureTextWidth()) {
  for (const auto& chart : charts_) {
    if (!chart->lecture().question.empty()) {
      questions_.push_back(chart.get());
    }
  }
}

PresenterShow::~PresenterShow() = default;

void PresenterShow::forgetFonts() {
  text_width_ = draw::figureTextWidth();
}

int PresenterShow::questionFrom(int index) const {
  const auto count = static_cast<int>(questions_.size());
  return (index % count + count) % count;
}

const charts::RunChart* PresenterShow::chart(std::string_view id) const {
  const auto found =
      std::ranges::find_if(charts_, [id](const auto& chart) { return chart->id() == id; });
  return found == charts_.end() ? nullptr : found->get();
}

void PresenterShow::update(const View& view) {
  content_.prediction = view.prediction;
  readRun();
  buildPanels(view);
}

void PresenterShow::readRun() {
  const RunSeries& series = session_.focus().series();
  content_.readings = readingsOf(session_.seriesOfSeeds());
  const RunState state = session_.state();
  const RunSession::Progress progress = session_.progress();
  content_.state =
      session_.focus().isShownInPart() ? StateChip::recordedText() : StateChip::textOf(state);
  if (progress.done > 0 && progress.total > 0 && state != RunState::Idle) {
    content_.state +=
        tr(" \u00b7 step %1 of %2").arg(countText(progress.done), countText(progress.total));
  }
  const Tokens& tokens = theme_.tokens();
  content_.state_color = state == RunState::Diverged || state == RunState::Failed ? tokens.trouble
                         : state == RunState::Running                             ? tokens.ceiling
                                                                                  : tokens.muted;
  // What the run asks or says: no dialog in front of a class, but a strip, and keys that answer.
  content_.notice.clear();
  if (state == RunState::Diverged && series.divergence) {
    content_.notice = tr("Training diverged at step %1.   R: rewind to the last good step   H: "
                         "halve the learning rate and retry")
                          .arg(countText(series.divergence->step));
  } else if (state == RunState::Failed && series.failure) {
    content_.notice = tr("The run failed: %1   Space: start again")
                          .arg(QString::fromStdString(said(series.failure->error)));
  }
}

// What the class predicts, as a line in the chart's own units.
void PresenterShow::addPrediction(const charts::RunChart& of, charts::ChartData& chart) const {
  const auto y = of.yOfPgr(content_.readings);
  if (content_.prediction && y) {
    chart.references.push_back({.label = tr("class").toStdString(),
                                .ink = charts::Ink::Total,
                                .y = y->low + *content_.prediction * y->span()});
  }
}

void PresenterShow::buildPanels(const View& view) {
  charts::RunChart* const asked = questions_[static_cast<std::size_t>(view.question)];
  const charts::RunChart::Lecture lecture = asked->lecture();
  std::vector<charts::RunChart*> chosen;
  for (const auto& chart : charts_) {
    if (chart.get() == asked || chart->id() == lecture.beside) {
      chosen.push_back(chart.get());
    }
  }
  layout_ = layOutPresenter(view.size.width(), view.size.height(), view.text_scale, chosen.size());
  content_.title = QString::fromStdString(lecture.question);
  content_.panels.clear();
  const draw::Palette palette = draw::screenPalette(theme_.tokens());
  const std::vector<figures::FigureRun> runs = source_.runs();
  const std::vector<charts::Overlay> overlays = figures::overlaysOf(runs, /*mean=*/true);
  const std::vector<const RunSeries*> seeds = session_.seriesOfSeeds();
  const charts::ChartInput input{.run = runs.empty() ? nullptr : runs.front().series,
                                 .seeds = seeds,
                                 .overlays = overlays,
                                 .view = {},
                                 .at_step = {}};
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    charts::ChartData chart = chosen[i]->build(input);
    addPrediction(*chosen[i], chart);
    const draw::PanelStyle style{.font = kFont * layout_.unit,
                                 .line = kLine * layout_.unit,
                                 .legend = draw::LegendPlace::EndLabels,
                                 .title = chosen.size() > 1,
                                 .letter = {},
                                 .max_columns = 700,
                                 .x_range = {},
                                 .y_range = {}};
    content_.panels.push_back(
        draw::layOutPanel(chart, layout_.charts[i], style, palette, text_width_));
  }
}

QString PresenterShow::spoken() const {
  const Readings& readings = content_.readings;
  QStringList parts{content_.title, content_.state};
  const auto add = [&](const QString& name, const metrics::Performance& value) {
    if (value.n > 0) {
      parts += tr("%1 %2 %").arg(name, percentText(value.accuracy));
    }
  };
  add(tr("ceiling"), readings.ceiling);
  add(tr("student"), readings.student);
  add(tr("weak floor"), readings.weak);
  add(tr("reference"), readings.reference);
  if (readings.isPgrMeaningful()) {
    parts += tr("gap recovered %1").arg(decimalText(*readings.pgr->signed_value, 2));
  }
  if (const QString note = PresenterPainter::gapNote(readings); !note.isEmpty()) {
    parts += note;
  }
  if (content_.prediction) {
    parts += tr("class predicted %1").arg(decimalText(*content_.prediction, 2));
  }
  if (!content_.notice.isEmpty()) {
    parts += content_.notice;
  }
  return parts.join(QStringLiteral(". "));
}

std::optional<double> PresenterShow::predictionAt(QPointF position) const {
  const draw::Rect& bar = layout_.gap_bar;
  const double reach = 60.0 * layout_.unit;
  const QRectF strip(bar.left - reach / 3.0, bar.top - reach, bar.width + 2.0 * reach / 3.0,
                     bar.height + 2.0 * reach);
  const Readings& readings = content_.readings;
  if (strip.contains(position)) {
    return gapScaleOf(readings).at(position.x(), bar.left, bar.width);
  }
  for (const draw::Panel& panel : content_.panels) {
    const draw::Rect& plot = panel.plot;
    if (!QRectF(plot.left, plot.top, plot.width, plot.height).contains(position)) {
      continue;
    }
    const auto of_pgr = chart(panel.id)->yOfPgr(readings);
    if (of_pgr && of_pgr->span() > 0.0) {
      const double y = panel.y.scale.value((plot.bottom() - position.y()) / plot.height);
      return (y - of_pgr->low) / of_pgr->span();
    }
  }
  return std::nullopt;
}

}  // namespace w2s::ui
