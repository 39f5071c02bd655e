#include "ui/presenter/presenter_show.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <QRectF>
#include <QStringList>

#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/words.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_palette.h"
#include "ui/figures/scene_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

constexpr double kFont = 18.0;  // of charts, in units of the layout
constexpr double kLine = 4.0;

// What a lecturer steps through: the question that the charts answer.
struct ChartSet {
  const char* question;
  std::array<const char*, 2> charts;  // the second may be null
};
constexpr ChartSet kSets[] = {
    {QT_TRANSLATE_NOOP("w2s::ui::PresenterShow", "Does the student pass its weak supervisor?"),
     {"accuracy", nullptr}},
    {QT_TRANSLATE_NOOP("w2s::ui::PresenterShow", "How much of the gap does it recover?"),
     {"accuracy", "pgr"}},
    {QT_TRANSLATE_NOOP("w2s::ui::PresenterShow",
                       "Does the student copy the weak model's mistakes?"),
     {"agreement", nullptr}},
    {QT_TRANSLATE_NOOP("w2s::ui::PresenterShow", "What does the student minimise?"),
     {"objective", "schedules"}},
    {QT_TRANSLATE_NOOP("w2s::ui::PresenterShow", "Does the student know what it knows?"),
     {"calibration", nullptr}},
};
constexpr int kSetCount = static_cast<int>(std::size(kSets));

QString stateText(RunState state) {
  switch (state) {
    case RunState::Idle:
      return PresenterShow::tr("Ready");
    case RunState::Preparing:
      return PresenterShow::tr("Preparing");
    case RunState::Running:
      return PresenterShow::tr("Running");
    case RunState::Paused:
      return PresenterShow::tr("Paused");
    case RunState::Diverged:
      return PresenterShow::tr("Diverged");
    case RunState::Stopping:
      return PresenterShow::tr("Stopping");
    case RunState::Finished:
      return PresenterShow::tr("Finished");
    case RunState::Failed:
      return PresenterShow::tr("Failed");
    case RunState::Stopped:
      return PresenterShow::tr("Stopped");
  }
  return {};
}

}  // namespace

PresenterShow::PresenterShow(const Theme& theme, const ExperimentSession& session,
                             RecordedRuns* recorded)
    : theme_(theme),
      session_(session),
      source_(session, recorded),
      charts_(charts::makeRunCharts()),
      text_width_(figures::figureTextWidth()) {}

PresenterShow::~PresenterShow() = default;

void PresenterShow::forgetFonts() {
  text_width_ = figures::figureTextWidth();
}

int PresenterShow::questionFrom(int index, int direction) const {
  const int step = direction < 0 ? -1 : 1;
  for (int tries = 0; tries < kSetCount; ++tries, index += step) {
    const int wrapped = (index % kSetCount + kSetCount) % kSetCount;
    if (std::ranges::any_of(charts_, [wrapped](const auto& chart) {
          return chart->id() == kSets[wrapped].charts.front();
        })) {
      return wrapped;
    }
  }
  return 0;
}

void PresenterShow::update(const View& view) {
  content_.prediction = view.prediction;
  readRun();
  buildPanels(view);
}

void PresenterShow::readRun() {
  const RunSeries& series = session_.focus().series();
  content_.readings = readingsOf(series);
  const RunState state = session_.focus().state();
  const RunSession::Progress progress = session_.focus().progress();
  content_.state = stateText(state);
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
void PresenterShow::addPrediction(charts::ChartData& chart) const {
  const Readings& readings = content_.readings;
  const bool gap_known = readings.weak.n > 0 && readings.ceiling.n > 0;
  const bool is_pgr = chart.id == "pgr";
  if (!content_.prediction || (!is_pgr && !(chart.id == "accuracy" && gap_known))) {
    return;
  }
  const double gap = readings.ceiling.accuracy - readings.weak.accuracy;
  chart.references.push_back(
      {.label = tr("class").toStdString(),
       .ink = charts::Ink::Total,
       .y = is_pgr ? *content_.prediction : readings.weak.accuracy + *content_.prediction * gap});
}

void PresenterShow::buildPanels(const View& view) {
  const ChartSet& set = kSets[view.question];
  std::vector<charts::RunChart*> chosen;
  for (const char* id : set.charts) {
    for (const auto& chart : charts_) {
      if (id != nullptr && chart->id() == id) {
        chosen.push_back(chart.get());
      }
    }
  }
  layout_ = layOutPresenter(view.size.width(), view.size.height(), view.text_scale, chosen.size());
  content_.title = tr(set.question);
  content_.panels.clear();
  const figures::Palette palette = figures::screenPalette(theme_.tokens());
  const std::vector<figures::FigureRun> runs = source_.runs();
  const std::vector<charts::Overlay> overlays = figures::overlaysOf(runs);
  const charts::ChartInput input{.run = runs.empty() ? nullptr : runs.front().series,
                                 .overlays = overlays,
                                 .view = {},
                                 .at_step = {}};
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    charts::ChartData chart = chosen[i]->build(input);
    addPrediction(chart);
    const figures::PanelStyle style{.font = kFont * layout_.unit,
                                    .line = kLine * layout_.unit,
                                    .legend = figures::LegendPlace::EndLabels,
                                    .title = chosen.size() > 1,
                                    .letter = {},
                                    .max_columns = 700,
                                    .x_range = {},
                                    .y_range = {}};
    content_.panels.push_back(
        figures::layOutPanel(chart, layout_.charts[i], style, palette, text_width_));
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
  if (isPgrDefined(readings)) {
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
  const figures::Rect& bar = layout_.gap_bar;
  const double reach = 60.0 * layout_.unit;
  const QRectF strip(bar.left - reach / 3.0, bar.top - reach, bar.width + 2.0 * reach / 3.0,
                     bar.height + 2.0 * reach);
  const Readings& readings = content_.readings;
  if (strip.contains(position)) {
    return gapScaleOf(readings).at(position.x(), bar.left, bar.width);
  }
  for (const figures::Panel& panel : content_.panels) {
    const figures::Rect& plot = panel.plot;
    if (!QRectF(plot.left, plot.top, plot.width, plot.height).contains(position)) {
      continue;
    }
    const double y = panel.y.scale.value((plot.bottom() - position.y()) / plot.height);
    const double gap = readings.ceiling.accuracy - readings.weak.accuracy;
    if (panel.id == "pgr") {
      return y;
    }
    if (panel.id == "accuracy" && readings.weak.n > 0 && readings.ceiling.n > 0 && gap > 0.0) {
      return (y - readings.weak.accuracy) / gap;
    }
  }
  return std::nullopt;
}

}  // namespace w2s::ui
