#include "ui/pages/compare_page.h"

#include <algorithm>
#include <utility>

#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include "core/store/workspace.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_picture.h"
#include "ui/charts/compare_charts.h"
#include "ui/charts/reference_lines.h"
#include "ui/figures/compare_source.h"
#include "ui/pages/reference_picker.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_field.h"

namespace w2s::ui {
namespace {

constexpr int kNarrowComparison = 860;  // px at text scale 1: below it the charts stack
constexpr int kLowestCourse = 240;      // px: bands are told below the plot
constexpr int kMostRowsShown = 8;       // of a table; more are scrolled to

QFrame* comparisonCard(QWidget* parent) {
  auto* card = new QFrame(parent);
  card->setProperty("card", true);
  return card;
}

QLabel* sentenceIn(QWidget* parent, const char* name) {
  auto* label = new QLabel(parent);
  label->setObjectName(QLatin1String(name));
  label->setProperty("sentence", true);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

}  // namespace

ComparePage::ComparePage(const Theme& theme, std::filesystem::path workspace, QWidget* parent)
    : QWidget(parent), theme_(theme), workspace_(std::move(workspace)) {
  setObjectName(QStringLiteral("compare_page"));
  source_ = new CompareSource(workspace_, this);
  auto* content = new QWidget;
  content->setObjectName(QStringLiteral("compare.content"));
  auto* inside = new QVBoxLayout(content);
  inside->setContentsMargins(14, 10, 14, 12);
  inside->setSpacing(10);
  title_ = sentenceIn(content, "compare.title");
  inside->addWidget(title_);
  problem_ = sentenceIn(content, "compare.problem");
  problem_->setProperty("problem", true);
  problem_->hide();
  inside->addWidget(problem_);
  results_ = new QWidget(content);
  auto* column = new QVBoxLayout(results_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(10);
  column->addWidget(makeCharts(results_), 1);
  column->addWidget(makeTables(results_));
  notes_ = sentenceIn(results_, "compare.notes");
  column->addWidget(notes_);
  results_->hide();
  inside->addWidget(results_, 1);
  inside->addStretch();
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("compare.scroll"));
  scroll->setProperty("page", true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(content);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(scroll);
  connectParts();
  sayInstead(
      tr("Select two or more finished runs in the table of runs, then choose Compare from their "
         "menu. Runs that differ in their seed alone are one experiment."));
}

std::string ComparePage::workspaceInCommands() const {
  return workspace_ == store::defaultWorkspace() ? std::string() : workspace_.string();
}

const std::vector<study::ReferenceResult>& ComparePage::references() const {
  return references_->chosen();
}

QWidget* ComparePage::makeCharts(QWidget* parent) {
  auto* both = new QWidget(parent);
  beside_ = new QBoxLayout(QBoxLayout::LeftToRight, both);
  beside_->setContentsMargins(0, 0, 0, 0);
  beside_->setSpacing(10);
  const auto card = [&](int share) {
    auto* made = comparisonCard(both);
    auto* column = new QVBoxLayout(made);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(2);
    beside_->addWidget(made, share);
    return column;
  };
  const auto picture = [&](const char* name, QVBoxLayout* column) {
    auto* made = new ChartPicture(theme_, QLatin1String(name), column->parentWidget());
    column->addWidget(made, 1);
    return made;
  };
  QVBoxLayout* first = card(5);
  measure_ = new ChoiceField(theme_, QStringLiteral("compare.measure"),
                             {{tr("Accuracy"), tr("Accuracy of the student on test rows")},
                              {tr("PGR"), tr("Performance gap recovered, the ratio of means")}},
                             first->parentWidget());
  measure_->describe(tr("What is compared"), tr("Accuracy or PGR"), {});
  measure_->setCurrent(0);
  auto* choices = new QHBoxLayout;
  choices->setContentsMargins(12, 8, 12, 0);
  choices->addWidget(measure_);
  choices->addStretch(1);
  references_ =
      new ReferencePicker(QStringLiteral("compare.references"), workspace_, first->parentWidget());
  choices->addWidget(references_);
  first->addLayout(choices);
  course_ = picture("compare-course", first);
  differences_ = picture("compare-differences", card(5));
  agreement_ = picture("compare-agreement", card(3));
  return both;
}

QWidget* ComparePage::makeTables(QWidget* parent) {
  auto* card = comparisonCard(parent);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(8, 4, 8, 4);
  sets_ = new QTableView(card);
  makePageTable(*sets_, QStringLiteral("compare.sets"), tr("What is compared"),
                tr("One row a run or an experiment. Ctrl+C copies the chosen rows."));
  sets_->setModel(&sets_model_);
  column->addWidget(sets_);
  pairs_ = new QTableView(card);
  makePageTable(*pairs_, QStringLiteral("compare.pairs"), tr("Differences of each two"),
                tr("One row a pair. Enter on a number of rows that one alone has right shows those "
                   "rows, Ctrl+C copies the chosen rows."));
  pairs_->setModel(&pairs_model_);
  column->addWidget(pairs_);
  return card;
}

void ComparePage::connectParts() {
  connect(source_, &CompareSource::compared, this, &ComparePage::take);
  connect(source_, &CompareSource::failed, this, &ComparePage::sayInstead);
  connect(source_, &CompareSource::flipsRead, this, &ComparePage::takeFlips);
  connect(source_, &CompareSource::flipsFailed, this, [this](const QString& message) {
    problem_->setText(message);
    problem_->show();
  });
  connect(measure_, &ChoiceField::edited, this, [this] {
    refreshCharts();
    Q_EMIT changed();
  });
  connect(references_, &ReferencePicker::changed, this, [this] {
    if (shown_ != nullptr) {
      fillSets(sets_model_, shown_->comparison, references());
      fitTables();
      sayNotes();
      refreshCharts();
    }
    Q_EMIT changed();
  });
  connect(pairs_, &QTableView::activated, this, &ComparePage::openFlips);
  connect(agreement_, &ChartPicture::tileChosen, this, &ComparePage::choosePair);
  for (ChartPicture* picture : {course_, differences_, agreement_}) {
    connect(picture, &ChartPicture::exportWanted, this, &ComparePage::exportWanted);
  }
  // After the style sheet, which follows the theme.
  connect(&theme_, &Theme::changed, this, &ComparePage::fitTables, Qt::QueuedConnection);
}

void ComparePage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  beside_->setDirection(width() < theme_.px(kNarrowComparison) ? QBoxLayout::TopToBottom
                                                               : QBoxLayout::LeftToRight);
}

void ComparePage::compare(const QStringList& runs) {
  title_->setText(tr("Reading what the runs answered\u2026"));
  problem_->hide();
  source_->request(runs);
}

void ComparePage::sayInstead(const QString& text) {
  title_->setText(text);
  results_->hide();
  shown_ = nullptr;
  Q_EMIT changed();
}

void ComparePage::take(const std::shared_ptr<const figures::ShownComparison>& shown) {
  shown_ = shown;
  const study::Comparison& comparison = shown_->comparison;
  const std::vector<std::string> set_names = charts::setNames(comparison);
  QStringList names;
  for (std::size_t i = 0; i < set_names.size(); ++i) {
    names += QString::fromStdString(charts::lettered(i, set_names[i]));
  }
  title_->setText(names.join(QStringLiteral(" \u00b7 ")));
  fillSets(sets_model_, comparison, references());
  fillPairs(pairs_model_, comparison);
  fitTables();
  sayNotes();
  refreshCharts();
  results_->show();
  Q_EMIT changed();
}

void ComparePage::sayNotes() {
  const study::Comparison& comparison = shown_->comparison;
  QStringList notes;
  if (comparison.sets.size() == 1) {
    notes +=
        tr("One alone: choose References to lay results of others beside it, or select more "
           "runs in the table.");
  }
  for (const Sentence& note : comparison.notes) {
    notes += QString::fromStdString(said(note));
  }
  if (!references().empty()) {
    notes +=
        tr("References were not made here and are judged on other test rows: they are neither "
           "averaged nor paired. Their lines stand on the chart of the PGR.");
  }
  notes +=
      tr("p (Holm) is corrected for all comparisons of its column. In simulations with normal "
         "accuracies the 95 % intervals over 2, 3, 5 and 10 seeds covered the true difference "
         "in 94 to 96 of 100 experiments.");
  notes_->setText(notes.join(QLatin1Char('\n')));
}

// As high as their rows: what is below them is not pushed away by an empty table.
void ComparePage::fitTables() {
  for (QTableView* table : {sets_, pairs_}) {
    fitPageTable(*table, theme_, kMostRowsShown);
  }
  course_->setMinimumHeight(theme_.px(kLowestCourse));
}

void ComparePage::refreshCharts() {
  if (shown_ != nullptr) {
    const study::Measure measure =
        measure_->current() == 0 ? study::Measure::Accuracy : study::Measure::Pgr;
    charts::ChartData course = shown_->course(measure);
    if (measure == study::Measure::Pgr) {
      charts::addReferenceLines(course, references());
    }
    course_->setChart(std::move(course));
    differences_->setChart(charts::differenceChart(shown_->comparison, measure));
    agreement_->setChart(charts::agreementMap(shown_->comparison).chart);
  }
}

// The row of the two that a tile of the map is of.
void ComparePage::choosePair(int tile) {
  if (shown_ == nullptr) {
    return;
  }
  const auto sets = charts::agreementMap(shown_->comparison).sets[static_cast<std::size_t>(tile)];
  const std::vector<study::PairedSets>& pairs = shown_->comparison.pairs;
  const auto found = std::ranges::find_if(pairs, [&sets](const study::PairedSets& pair) {
    return pair.first == std::min(sets.first, sets.second) &&
           pair.second == std::max(sets.first, sets.second);
  });
  if (found != pairs.end()) {
    pairs_->selectRow(static_cast<int>(found - pairs.begin()));
    pairs_->setFocus();
  }
}

void ComparePage::openFlips(const QModelIndex& index) {
  if (const auto flips = shown_ != nullptr ? flipsAt(shown_->comparison, index) : std::nullopt) {
    flips_ = *flips;
    problem_->hide();
    source_->requestFlips(flips_.first, flips_.second);
  }
}

void ComparePage::takeFlips(const QString& first, const QString& second,
                            const std::vector<std::int64_t>& rows) {
  if (first != flips_.first || second != flips_.second) {
    return;  // others were asked for
  }
  auto chosen = std::make_shared<ChosenRows>();
  chosen->rows.assign(rows.begin(), rows.end());
  std::ranges::sort(chosen->rows);
  chosen->title = flips_.title.toStdString();
  Q_EMIT rowsWanted(first, chosen);
}

}  // namespace w2s::ui
