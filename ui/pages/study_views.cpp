#include "ui/pages/study_views.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/charts/chart_picture.h"
#include "ui/charts/reference_lines.h"
#include "ui/pages/reference_picker.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_field.h"
#include "ui/widgets/elided_combo.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

constexpr std::size_t kLineCharts = 2;  // of one setting each, beside each other
constexpr int kNarrowViews = 760;       // px at text scale 1: below it they stand below each other

QFrame* cardIn(QWidget* parent) {
  auto* card = new QFrame(parent);
  card->setProperty("card", true);
  return card;
}

}  // namespace

StudyViews::StudyViews(const Theme& theme, const StudySession& studies, QWidget* parent)
    : QWidget(parent), theme_(theme), studies_(studies) {
  setObjectName(QStringLiteral("study.views"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(makeBoth(), 5);
  auto* card = cardIn(this);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(1, 1, 1, 1);
  every_run_ = new ChartPicture(theme_, QStringLiteral("study-runs"), card);
  every_run_->setBrushable(true);
  inside->addWidget(every_run_);
  column->addWidget(card, 3);
  connectParts();
}

QWidget* StudyViews::makeBoth() {
  auto* both = new QWidget(this);
  beside_ = new QBoxLayout(QBoxLayout::LeftToRight, both);
  beside_->setContentsMargins(0, 0, 0, 0);
  beside_->setSpacing(10);
  auto* left = cardIn(both);
  auto* map_column = new QVBoxLayout(left);
  map_column->setContentsMargins(1, 6, 1, 1);
  map_column->setSpacing(2);
  measure_ = new ChoiceField(
      theme_, QStringLiteral("study.measure"),
      {{tr("PGR"), tr("Performance gap recovered, the ratio of means over seeds")},
       {tr("Accuracy"), tr("Accuracy of the student on test rows, with floor and ceiling")}},
      left);
  measure_->describe(tr("What is shown"), tr("PGR or accuracy"), {});
  measure_->setCurrent(0);
  const auto axis = [&](const char* name, const QString& text) {
    auto* made = new ElidedCombo(left);
    made->setObjectName(QStringLiteral("study.") + QLatin1String(name));
    made->setAccessibleName(text);
    made->setToolTip(text);
    connect(made, &QComboBox::activated, this, &StudyViews::refresh);
    return made;
  };
  x_axis_ = axis("x_axis", tr("Setting from left to right"));
  y_axis_ = axis("y_axis", tr("Setting from top to bottom"));
  axes_row_ = new QWidget(left);
  auto* axes_layout = new QHBoxLayout(axes_row_);
  axes_layout->setContentsMargins(0, 0, 0, 0);
  axes_layout->addWidget(x_axis_);
  axes_layout->addWidget(new QLabel(QStringLiteral("\u00d7"), axes_row_));
  axes_layout->addWidget(y_axis_);
  axes_row_->hide();
  auto* choices = new QHBoxLayout;
  choices->setContentsMargins(12, 4, 12, 0);
  choices->addWidget(measure_);
  choices->addStretch(1);
  choices->addWidget(axes_row_);
  references_ = new ReferencePicker(QStringLiteral("study.references"), studies_.workspace(), left);
  choices->addWidget(references_);
  map_column->addLayout(choices);
  map_ = new ChartPicture(theme_, QStringLiteral("study-map"), left);
  map_column->addWidget(map_, 1);
  beside_->addWidget(left, 5);

  auto* right = cardIn(both);
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(1, 1, 1, 8);
  auto* lines = new QHBoxLayout;
  lines->setSpacing(0);
  for (std::size_t i = 0; i < kLineCharts; ++i) {
    lines_.push_back(new ChartPicture(theme_, QStringLiteral("study-line.%1").arg(i), right));
    lines->addWidget(lines_.back(), 1);
  }
  column->addLayout(lines, 1);
  best_ = new QLabel(right);
  best_->setObjectName(QStringLiteral("study.best"));
  best_->setProperty("sentence", true);
  best_->setTextFormat(Qt::PlainText);
  best_->setWordWrap(true);
  best_->setContentsMargins(14, 0, 14, 0);
  best_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(best_);
  beside_->addWidget(right, 6);
  return both;
}

void StudyViews::connectParts() {
  connect(measure_, &ChoiceField::edited, this, &StudyViews::refresh);
  connect(references_, &ReferencePicker::changed, this, &StudyViews::refresh);
  connect(map_, &ChartPicture::tileChosen, this, [this](int tile) {
    const auto at = static_cast<std::size_t>(tile);
    if (at < cells_of_map_.size()) {
      Q_EMIT cellChosen(cells_of_map_[at]);
    }
  });
  connect(every_run_, &ChartPicture::brushed, this, &StudyViews::brush);
  const auto exports = [this](ChartPicture* picture, auto over, auto by) {
    connect(picture, &ChartPicture::exportWanted, this, [this, over, by](const QString& chart) {
      exported_.over = over();
      exported_.by = by();
      Q_EMIT exportWanted(chart);
    });
  };
  const auto x = [this] { return x_axis_->currentData().toString().toStdString(); };
  const auto y = [this] { return y_axis_->currentData().toString().toStdString(); };
  const auto none = [] { return std::string(); };
  exports(map_, x, y);
  exports(every_run_, x, none);
  exports(lines_[0], x, none);
  exports(lines_[1], y, none);
}

void StudyViews::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  beside_->setDirection(width() < theme_.px(kNarrowViews) ? QBoxLayout::TopToBottom
                                                          : QBoxLayout::LeftToRight);
}

void StudyViews::showStudy() {
  brush_.reset();
  every_run_->clearBrush();
  cells_of_map_.clear();
  map_->setChart({});
  axes_ = study::axesOf(*studies_.study());
  for (QComboBox* box : {x_axis_, y_axis_}) {
    const QString before = box->currentData().toString();
    box->clear();
    for (const study::Axis& axis : axes_) {
      box->addItem(QString::fromStdString(charts::settingName(*studies_.study(), axis.key)),
                   QString::fromStdString(axis.key));
    }
    const int known = box->findData(before);
    box->setCurrentIndex(known >= 0 ? known : box == x_axis_ ? 0 : std::min(1, box->count() - 1));
  }
  if (x_axis_->count() > 1 && x_axis_->currentIndex() == y_axis_->currentIndex()) {
    y_axis_->setCurrentIndex(x_axis_->currentIndex() == 0 ? 1 : 0);
  }
  axes_row_->setVisible(axes_.size() > 2);
}

charts::StudyMeasure StudyViews::measure() const {
  return measure_->current() == 0 ? charts::StudyMeasure::Pgr : charts::StudyMeasure::Accuracy;
}

charts::StudyView StudyViews::view() const {
  return {.study = studies_.study(),
          .state = &studies_.state(),
          .measure =
              measure_->current() == 0 ? charts::StudyMeasure::Pgr : charts::StudyMeasure::Accuracy,
          .reference = study::bestCell(studies_.state(), measure()).value_or(0)};
}

const std::vector<study::ReferenceResult>& StudyViews::references() const {
  return references_->chosen();
}

figures::StudyPart StudyViews::part() const {
  figures::StudyPart part = exported_;
  part.measure = view().measure;
  const auto differs = [this](const std::string& key) {
    return key.empty() ||
           std::ranges::any_of(axes_, [&key](const study::Axis& axis) { return axis.key == key; });
  };
  part.over = differs(part.over) ? part.over : std::string();
  part.by = differs(part.by) ? part.by : std::string();
  return part;
}

QString StudyViews::bestText() const {
  const auto best = study::bestCell(studies_.state(), measure());
  if (!best) {
    return {};
  }
  const study::CellState& cell = studies_.state()[*best];
  QString text =
      tr("Highest mean: %1: student %2 %, ceiling %3 %.")
          .arg(QString::fromStdString(charts::cellTitle(charts::namedAxes(*studies_.study()),
                                                        studies_.study()->cells[*best])),
               percentText(cell.student.mean), percentText(cell.ceiling.mean));
  if (cell.pgr && metrics::isMeaningful(cell.pgr->pgr)) {
    const metrics::Pgr& pgr = cell.pgr->pgr;
    text += QLatin1Char(' ') +
            (pgr.ci95 ? tr("PGR %1 (95 % interval %2 to %3).")
                            .arg(decimalText(*pgr.signed_value, 2), decimalText(pgr.ci95->low, 2),
                                 decimalText(pgr.ci95->high, 2))
                      : tr("PGR %1.").arg(decimalText(*pgr.signed_value, 2)));
  }
  if (studies_.state().size() > 1) {
    text += QLatin1Char(' ') +
            tr("Being the highest of many it is overestimated; further seeds show by how much.");
  }
  return text;
}

void StudyViews::refresh() {
  if (studies_.study() == nullptr) {
    return;
  }
  const charts::StudyView seen = view();
  const std::string x = x_axis_->currentData().toString().toStdString();
  const std::string y = axes_.size() > 1 ? y_axis_->currentData().toString().toStdString() : "";
  charts::StudyMap map = charts::studyMap(seen, x, y == x ? std::string() : y);
  cells_of_map_ = std::move(map.cells);
  map_->setChart(std::move(map.chart));
  const std::array keys{x, y};
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    lines_[i]->setVisible(i == 0 || (!y.empty() && y != x));
    if (i < axes_.size()) {
      charts::ChartData line = charts::studyLine(seen, keys[i]);
      if (seen.measure == charts::StudyMeasure::Pgr) {
        charts::addReferenceLines(line, references());
      }
      lines_[i]->setChart(std::move(line));
    }
  }
  if (axes_.empty()) {
    charts::ChartData nothing;
    nothing.title = tr("No setting differs yet").toStdString();
    nothing.empty_text =
        tr("Vary a setting: above, or in the menu of a setting of the form.").toStdString();
    lines_[0]->setChart(std::move(nothing));
  }
  best_->setText(bestText());
  Q_EMIT changed();
  runs_ = charts::studyRuns(seen);
  if (brush_) {
    brush(brush_->first, brush_->second);
  } else {
    every_run_->setChart(charts::studyRunsChart(runs_, {}));
  }
}

void StudyViews::brush(int axis, const charts::Range& range) {
  if (range.low > range.high || static_cast<std::size_t>(axis) >= runs_.axes.size()) {
    brush_.reset();
    every_run_->setChart(charts::studyRunsChart(runs_, {}));
    return;
  }
  brush_ = {axis, range};
  const auto chosen = std::make_unique<bool[]>(runs_.runs.size());
  for (std::size_t i = 0; i < runs_.runs.size(); ++i) {
    const double share = runs_.runs[i].shares[static_cast<std::size_t>(axis)];
    chosen[i] = share >= range.low && share <= range.high;
  }
  every_run_->setChart(
      charts::studyRunsChart(runs_, std::span<const bool>(chosen.get(), runs_.runs.size())));
}

}  // namespace w2s::ui
