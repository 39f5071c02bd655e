#include "ui/figures/compared_pairs.h"

#include <cmath>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/compare_charts.h"
#include "ui/draw/number_text.h"

namespace w2s::ui::figures {
namespace {

using draw::numberText;
using study::PairedSets;

const std::string kUnknown = "\u2013";

}  // namespace

std::string withInterval(double value, const std::optional<metrics::Interval>& interval,
                         int decimals, double scale) {
  const std::string text = numberText(scale * value, decimals);
  return interval && std::isfinite(value) ? inWords(words("figures", "{} ({} to {})"), text,
                                                    numberText(scale * interval->low, decimals),
                                                    numberText(scale * interval->high, decimals))
                                          : text;
}

std::string probabilityText(double p) {
  return p < 0.0001 ? "< " + numberText(0.0001, 4) : numberText(p, 4);
}

PrintedTable pairsTableOf(const study::Comparison& comparison) {
  PrintedTable table;
  table.head = {words("figures", "Pair"),
                words("figures", "Points of accuracy"),
                words("figures", "p"),
                words("figures", "p (Holm)"),
                words("figures", "Difference of PGR"),
                words("figures", "p (PGR)"),
                words("figures", "p (PGR, Holm)"),
                words("figures", "Test"),
                words("figures", "Agreement %"),
                words("figures", "First alone right"),
                words("figures", "Second alone right")};
  for (const PairedSets& pair : comparison.pairs) {
    std::vector<std::string>& row = table.rows.emplace_back();
    table.marks.emplace_back();
    row = {charts::pairName(pair)};
    if (!pair.refusal.text.empty()) {
      row.push_back(words("figures", "not paired"));
      row.resize(table.head.size(), kUnknown);
      continue;
    }
    const metrics::PairedDifference& pgr = pair.pgr.difference;
    const bool has_rows = pair.rows.rows() > 0;
    row.insert(row.end(), {withInterval(pair.accuracy.value, pair.accuracy.ci95, 2, 100.0),
                           probabilityText(pair.accuracy.p), probabilityText(pair.accuracy_holm),
                           withInterval(pgr.value, pgr.ci95, 3), probabilityText(pgr.p),
                           probabilityText(pair.pgr_holm),
                           inWords(words("figures", "{}, n = {}"), said(study::testOf(pair)),
                                   groupedNumber(pair.accuracy.n)),
                           numberText(100.0 * pair.agreement, 1),
                           has_rows ? groupedNumber(pair.rows.first_alone) : kUnknown,
                           has_rows ? groupedNumber(pair.rows.second_alone) : kUnknown});
  }
  return table;
}

PrintedTable agreementTableOf(const study::Comparison& comparison) {
  PrintedTable table;
  table.head = {words("figures", "Set")};
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    table.head.push_back(study::letterOf(i));
    std::vector<std::string>& row = table.rows.emplace_back(1, study::letterOf(i));
    for (std::size_t k = 0; k < comparison.sets.size(); ++k) {
      row.push_back(numberText(100.0 * comparison.agreement(i, k), 1));
    }
    table.marks.emplace_back();
  }
  return table;
}

}  // namespace w2s::ui::figures
