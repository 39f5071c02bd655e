#include "ui/pages/compare_tables.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <QCoreApplication>
#include <QFontMetrics>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/charts/compare_charts.h"
#include "ui/charts/reference_lines.h"
#include "ui/figures/compared_pairs.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/table_copy.h"

namespace w2s::ui {
namespace {

using study::Comparison;
using study::PairedSets;

struct Tables {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::ComparePage)
};

const QString kNoValue = QStringLiteral("\u2013");

QString meanText(const metrics::MeanAndSd& over) {
  return over.n > 1 ? QStringLiteral("%1 \u00b1 %2")
                          .arg(percentText(over.mean), decimalText(100.0 * over.sd, 1))
                    : percentText(over.mean);
}

template <class Value>
metrics::MeanAndSd over(const study::CellState& state, Value value) {
  std::vector<double> values;
  for (const study::CellRun& run : state.runs) {
    values.push_back(value(*run.summary));
  }
  return metrics::meanAndSd(values);
}

void addRow(QStandardItemModel& model, const QStringList& texts) {
  QList<QStandardItem*> row;
  for (int i = 0; i < texts.size(); ++i) {
    auto* item = new QStandardItem(texts[i]);
    item->setEditable(false);
    item->setTextAlignment((i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    row += item;
  }
  model.appendRow(row);
}

void startTable(QStandardItemModel& model, const QStringList& titles) {
  model.clear();
  model.setHorizontalHeaderLabels(titles);
  for (int i = 0; i < titles.size(); ++i) {
    model.setHeaderData(i, Qt::Horizontal,
                        QVariant((i == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter),
                        Qt::TextAlignmentRole);
  }
}

void addReferenceRow(QStandardItemModel& model, const Comparison& comparison,
                     const study::ReferenceResult& one) {
  const auto share = [](const std::optional<double>& value) {
    return value ? percentText(*value) : kNoValue;
  };
  QStringList row{QString::fromStdString(charts::referenceName(one))};
  row.resize(1 + static_cast<qsizetype>(comparison.settings.size()), kNoValue);
  row += {one.seeds > 0 ? countText(one.seeds) : kNoValue, share(one.weak), share(one.student)};
  row += {kNoValue, kNoValue, kNoValue, share(one.ceiling)};
  row += one.pgr() ? decimalText(*one.pgr(), 2) : kNoValue;
  row += kNoValue;
  addRow(model, row);
  const QString about =
      Tables::tr("Not made here: %1. %2")
          .arg(QString::fromStdString(one.source), QString::fromStdString(one.note));
  for (int column = 0; column < model.columnCount(); ++column) {
    QStandardItem& item = *model.item(model.rowCount() - 1, column);
    item.setToolTip(about);
    QFont font = item.font();
    font.setItalic(true);
    item.setFont(font);
  }
}

}  // namespace

void makePageTable(QTableView& table, const QString& name, const QString& title,
                   const QString& about) {
  table.setObjectName(name);
  table.setAccessibleName(title);
  table.setAccessibleDescription(about);
  table.setFrameShape(QFrame::NoFrame);
  table.setShowGrid(false);
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.setSelectionMode(QAbstractItemView::ExtendedSelection);
  table.setEditTriggers(QAbstractItemView::NoEditTriggers);
  table.setTabKeyNavigation(false);
  table.setWordWrap(false);
  table.verticalHeader()->hide();
  table.horizontalHeader()->setHighlightSections(false);
  copyRowsWithCtrlC(table);
}

void fitPageTable(QTableView& table, const Theme& theme, int most_rows) {
  QHeaderView& header = *table.horizontalHeader();
  QFont font = header.font();
  font.setWeight(QFont::Medium);  // of the style sheet, which a size hint does not know
  const QFontMetrics metrics(font);
  const QAbstractItemModel& model = *table.model();
  for (int column = 0; column < model.columnCount(); ++column) {
    const QString title = model.headerData(column, Qt::Horizontal).toString();
    header.resizeSection(column,
                         std::max(static_cast<QAbstractItemView&>(table).sizeHintForColumn(column),
                                  metrics.horizontalAdvance(title) + theme.px(16)));
  }
  const int rows = std::clamp(model.rowCount(), 1, most_rows);
  table.setFixedHeight(header.sizeHint().height() +
                       rows * table.verticalHeader()->defaultSectionSize() +
                       table.horizontalScrollBar()->sizeHint().height() + 2);
}

void fillSets(QStandardItemModel& model, const Comparison& comparison,
              std::span<const study::ReferenceResult> references) {
  QStringList titles{Tables::tr("Set")};
  for (const study::DifferingSetting& setting : comparison.settings) {
    titles += translated(setting.label);
  }
  titles += {Tables::tr("Seeds"),     Tables::tr("Weak %"),        Tables::tr("Student %"),
             Tables::tr("Last %"),    Tables::tr("Honest stop %"), Tables::tr("Best %"),
             Tables::tr("Ceiling %"), Tables::tr("PGR of means"),  Tables::tr("Time")};
  startTable(model, titles);
  const std::vector<std::string> names = charts::setNames(comparison);
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    const study::CellState& state = comparison.sets[i].state;
    QStringList row{QString::fromStdString(
        comparison.settings.empty() ? charts::lettered(i, names[i]) : study::letterOf(i))};
    for (const std::string& text : charts::settingTexts(comparison, i)) {
      row += QString::fromStdString(text);
    }
    using record::RunSummary;
    row += countText(static_cast<std::int64_t>(state.runs.size()));
    row += meanText(state.weak);
    row += meanText(state.student);
    row += meanText(over(state, [](const RunSummary& run) { return run.final_step.accuracy; }));
    row += meanText(over(state, [](const RunSummary& run) { return run.best_agreement.accuracy; }));
    row += meanText(over(state, [](const RunSummary& run) { return run.oracle.accuracy; }));
    row += meanText(state.ceiling);
    const metrics::Pgr& pgr = comparison.sets[i].pgr();
    row += metrics::isMeaningful(pgr)
               ? QString::fromStdString(figures::withInterval(*pgr.signed_value, pgr.ci95, 2))
               : kNoValue;
    row += durationText(over(state, [](const RunSummary& run) { return run.seconds; }).mean);
    addRow(model, row);
    const int at = static_cast<int>(i);
    model.item(at, 0)->setToolTip(
        QString::fromStdString(fmt::format("{}\n{}", names[i], comparison.sets[i].name)));
    const int seeds = 1 + static_cast<int>(comparison.settings.size());
    model.item(at, seeds)->setToolTip(
        QString::fromStdString(fmt::format("{}", fmt::join(comparison.sets[i].seeds(), ", "))));
    if (!metrics::isMeaningful(pgr)) {
      model.item(at, model.columnCount() - 2)->setToolTip(translated(metrics::explain(pgr.status)));
    }
  }
  for (const study::ReferenceResult& one : references) {
    addReferenceRow(model, comparison, one);
  }
}

void fillPairs(QStandardItemModel& model, const Comparison& comparison) {
  const auto textsOf = [](const std::vector<std::string>& cells) {
    QStringList texts;
    for (const std::string& cell : cells) {
      texts += QString::fromStdString(cell);
    }
    return texts;
  };
  const figures::PrintedTable table = figures::pairsTableOf(comparison);
  startTable(model, textsOf(table.head));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    addRow(model, textsOf(table.rows[i]));
    const int row = static_cast<int>(i);
    const PairedSets& pair = comparison.pairs[i];
    if (!pair.refusal.text.empty()) {
      model.item(row, 1)->setToolTip(QString::fromStdString(said(pair.refusal)));
      continue;
    }
    for (const int column : {figures::kFirstAlone, figures::kSecondAlone}) {
      model.item(row, column)
          ->setToolTip(Tables::tr("Test rows of all paired seeds; Enter or a double click shows "
                                  "those of the first seed"));
    }
  }
}

std::optional<Flips> flipsAt(const Comparison& comparison, const QModelIndex& index) {
  if (!index.isValid() ||
      (index.column() != figures::kFirstAlone && index.column() != figures::kSecondAlone)) {
    return std::nullopt;
  }
  const PairedSets& pair = comparison.pairs[static_cast<std::size_t>(index.row())];
  if (pair.rows.rows() == 0) {
    return std::nullopt;
  }
  const bool is_first = index.column() == figures::kFirstAlone;
  const auto& [one, other] = pair.runs.front();
  const std::size_t right = is_first ? pair.first : pair.second;
  const std::size_t wrong = is_first ? pair.second : pair.first;
  std::int64_t seed = 0;
  for (const study::CellRun& run : comparison.sets[right].state.runs) {
    seed = run.id == (is_first ? one : other) ? run.seed : seed;
  }
  return Flips{.first = QString::fromStdString(is_first ? one : other),
               .second = QString::fromStdString(is_first ? other : one),
               .title = Tables::tr("%1 right, %2 wrong, seed %3")
                            .arg(QString::fromStdString(study::letterOf(right)),
                                 QString::fromStdString(study::letterOf(wrong)))
                            .arg(seed)};
}

}  // namespace w2s::ui
