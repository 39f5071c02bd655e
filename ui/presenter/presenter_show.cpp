#include "ui/presenter/presenter_show.h"

#include <algorithm>
#include <cmath>

#include <QRectF>
#include <QStringList>

#include "core/config/form.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/gap_scale.h"
#include "ui/bridge/live_changes.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/draw/palette.h"
#include "ui/draw/scene_painter.h"
#include "ui/figures/figure.h"
#include "ui/form/setting_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/slider_scale.h"
#include "ui/widgets/state_chip.h"

namespace w2s::ui {
namespace {

constexpr double kLine = 4.0;  // of charts, in units of the layout
constexpr int kStepsOfSlider = 50;

SliderScale sliderOf(const PresenterControl& control) {
  return {fieldOf(control.parameter.key()), control.integer};
}

}  // namespace

PresenterShow::PresenterShow(const Theme& theme, const ExperimentSession& session,
                             RecordedRuns* recorded)
    : theme_(theme),
      session_(session),
      source_(session, recorded),
      charts_(charts::makeRunCharts()),
      delegate_(theme, examples_),
      text_width_(draw::figureTextWidth()) {
  for (const auto& chart : charts_) {
    if (!chart->lecture().question.empty()) {
      questions_.push_back(chart.get());
    }
  }
  examples_.setFilter({.category = Category::Fixed});
  examples_.setOrder(ExampleOrder::MostSure);
}

PresenterShow::~PresenterShow() = default;

void PresenterShow::forgetFonts() {
  text_width_ = draw::figureTextWidth();
}

int PresenterShow::questionFrom(int index) const {
  const auto count = static_cast<int>(questions_.size()) + 1;  // the last one: examples
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
  readControls(view);
  content_.panels.clear();
  content_.examples = nullptr;
  if (asksForExamples(view.question)) {
    showExamples(view);
  } else {
    buildPanels(view);
  }
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
  content_.gap_scale = guessingScaleOf(content_.readings, content_.prediction);
  const LiveChanges& changes = liveChangesOf(series);
  content_.change = changes.size() == 0 ? QString() : QString::fromStdString(changes.texts.back());
  const bool is_open = !content_.readings.isPgrMeaningful() || content_.readings.provisional;
  content_.hint = is_open && !content_.prediction
                      ? tr("What does the class expect? Click on the bar: below the weak floor and "
                           "above the ceiling are answers too.   P: by keyboard   S: settings")
                      : QString();
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

// What a lecturer changes while the class watches: the numbers of the form that are in plain sight,
// without the shape of schedules.
void PresenterShow::readControls(const View& view) {
  content_.controls.clear();
  content_.chosen = 0;
  if (!view.with_controls) {
    return;
  }
  for (const config::FormField& field : config::describe(session_.config())) {
    const bool is_number =
        field.kind == config::FieldKind::Real || field.kind == config::FieldKind::Integer;
    const bool is_part = !field.parent.empty() && !field.key.ends_with(".base");
    if (field.live && !field.advanced && is_number && !is_part) {
      PresenterControl control{.parameter = record::LiveParameter(field.key),
                               .label = translated(field.label),
                               .value = valueWords(field),
                               .integer = field.kind == config::FieldKind::Integer};
      const double value = record::valueIn(session_.config(), control.parameter);
      control.place =
          static_cast<double>(sliderOf(control).positionOf(value)) / SliderScale::kPositions;
      content_.controls.push_back(std::move(control));
    }
  }
  if (!content_.controls.empty()) {
    content_.chosen = std::min(view.control, content_.controls.size() - 1);
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
    // Beside the settings there is room for one.
    const bool is_beside = chart->id() == lecture.beside && content_.controls.empty();
    if (chart.get() == asked || is_beside) {
      chosen.push_back(chart.get());
    }
  }
  layout_ = layOutPresenter(view.size.width(), view.size.height(), view.text_scale, chosen.size(),
                            content_.controls.size());
  content_.title = QString::fromStdString(lecture.question);
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
    if (chosen.size() > 1) {
      chart.y_title.clear();  // the line below the title says it, and the plot needs the room
    }
    const draw::PanelStyle style{.font = layout_.chart_font,
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

void PresenterShow::setExamples(std::shared_ptr<const ExampleSet> set) {
  examples_.setExamples(std::move(set));
}

void PresenterShow::showExamples(const View& view) {
  layout_ = layOutPresenter(view.size.width(), view.size.height(), view.text_scale, 1,
                            content_.controls.size());
  const QSize cell = delegate_.leastSize();
  layout_.examples = layOutExamples(layout_.charts.front(), 1.4 * layout_.chart_font, cell.width(),
                                    cell.height(), static_cast<std::size_t>(examples_.rowCount()));
  content_.title = tr("Which mistakes of its supervisor does the student correct?");
  content_.examples = &examples_;
  content_.delegate = &delegate_;
  const CategoryCounts& counts = examples_.counts();
  content_.examples_line =
      examples_.examples() == nullptr
          ? tr("The examples come with the first evaluation.")
          : tr("%1 corrected, %2 copied, %3 wrong in another way; %4 right labels broken")
                .arg(countText(counts[Category::Fixed]), countText(counts[Category::Copied]),
                     countText(counts[Category::WrongAnotherWay]),
                     countText(counts[Category::Broke]));
  if (const ExampleSet* set = examples_.examples();
      set != nullptr && set->split == ExampleSplit::Transfer) {
    content_.examples_line = tr("Transfer rows: %1").arg(content_.examples_line);
  } else if (set != nullptr && !set->of(Answerer::Student).is_latest) {
    content_.examples_line =
        tr("Step %1: %2").arg(countText(set->of(Answerer::Student).step), content_.examples_line);
  }
}

QString PresenterShow::spoken() const {
  const Readings& readings = content_.readings;
  QStringList parts{content_.title, content_.state};
  if (content_.examples != nullptr) {
    parts += content_.examples_line;
  }
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
  if (!content_.change.isEmpty()) {
    parts += content_.change;
  }
  if (!content_.controls.empty()) {
    const PresenterControl& control = content_.controls[content_.chosen];
    parts += tr("%1: %2").arg(control.label, control.value);
  }
  if (content_.prediction) {
    parts += tr("class predicted %1").arg(decimalText(*content_.prediction, 2));
  }
  if (!content_.notice.isEmpty()) {
    parts += content_.notice;
  } else if (!content_.hint.isEmpty()) {
    parts += content_.hint;
  }
  return parts.join(QStringLiteral(". "));
}

std::optional<std::size_t> PresenterShow::controlAt(QPointF position) const {
  for (std::size_t i = 0; i < content_.controls.size(); ++i) {
    const draw::Rect& room = layout_.controls[i];
    if (QRectF(room.left, room.top, room.width, room.height).contains(position)) {
      return i;
    }
  }
  return std::nullopt;
}

double PresenterShow::valueAt(std::size_t control, double x) const {
  const draw::Rect slider = PresenterPainter::sliderOf(layout_.controls[control]);
  const double share = std::clamp((x - slider.left) / slider.width, 0.0, 1.0);
  return sliderOf(content_.controls[control])
      .valueAt(static_cast<int>(std::lround(share * SliderScale::kPositions)));
}

double PresenterShow::steppedValue(std::size_t control, int steps) const {
  const PresenterControl& moved = content_.controls[control];
  const SliderScale scale = sliderOf(moved);
  const int at = scale.positionOf(record::valueIn(session_.config(), moved.parameter));
  return scale.valueAt(std::clamp(at + steps * (SliderScale::kPositions / kStepsOfSlider), 0,
                                  SliderScale::kPositions));
}

std::optional<double> PresenterShow::predictionAt(QPointF position) const {
  const draw::Rect& bar = layout_.gap_bar;
  const double reach = 60.0 * layout_.unit;
  const QRectF strip(bar.left - reach / 3.0, bar.top - reach, bar.width + 2.0 * reach / 3.0,
                     bar.height + 2.0 * reach);
  const Readings& readings = content_.readings;
  if (strip.contains(position)) {
    return content_.gap_scale.at(position.x(), bar.left, bar.width);
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
