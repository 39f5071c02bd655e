#include "ui/charts/loss_terms.h"

#include <algorithm>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"

namespace w2s::ui::charts {
namespace {

struct Look {
  const char* column;
  const char* label;
  const char* name;
  const char* weight_name;
  Ink ink;
  Shape shape;
};

constexpr Look kTermLooks[] = {
    {"kd", wordsNoop("charts", "KD"), wordsNoop("charts", "KD"),
     wordsNoop("charts", "effective KD weight"), Ink::Kd, Shape::Square},
    {"confidence", wordsNoop("charts", "confidence"), wordsNoop("charts", "confidence"),
     wordsNoop("charts", "effective confidence weight"), Ink::Confidence, Shape::Diamond},
    {"ground_truth", wordsNoop("charts", "truth"), wordsNoop("charts", "ground truth"),
     wordsNoop("charts", "effective ground truth weight"), Ink::GroundTruth, Shape::TriangleUp},
    {"entropy", wordsNoop("charts", "entropy"), wordsNoop("charts", "entropy"),
     wordsNoop("charts", "effective entropy weight"), Ink::Entropy, Shape::Cross},
};

}  // namespace

std::vector<LossTerm> lossTerms(const record::SharedSchema& schema) {
  std::vector<LossTerm> terms;
  if (!schema) {
    return terms;
  }
  int others = 0;
  for (const record::SeriesColumn& column : schema->columns) {
    if (column.quantity != record::Quantity::TermValue) {
      continue;
    }
    LossTerm term{.column = column.name,
                  .weight = column.name + std::string(record::kWeightSuffix)};
    if (const auto* look = std::ranges::find(kTermLooks, column.name, &Look::column);
        look != std::end(kTermLooks)) {
      term.label = wordsOf("charts", look->label);
      term.name = wordsOf("charts", look->name);
      term.weight_name = wordsOf("charts", look->weight_name);
      term.ink = look->ink;
      term.shape = look->shape;
    } else {
      term.name = column.name;
      std::ranges::replace(term.name, '_', ' ');
      term.label = term.name;
      term.weight_name = inWords(words("charts", "effective weight: {}"), term.name);
      term.ink = overlayInk(others);
      term.shape = overlayShape(others++);
    }
    terms.push_back(std::move(term));
  }
  std::ranges::reverse(terms);
  return terms;
}

}  // namespace w2s::ui::charts
