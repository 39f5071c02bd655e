// Models in words: what a card says.
#pragma once

#include <QString>
#include <QStringList>

#include "core/config/model_config.h"
#include "ui/form/model_choices.h"

namespace w2s::ui {

[[nodiscard]] QString backboneWords(const config::Backbone& backbone);  // "pixels 14×14"
[[nodiscard]] QString backboneTitle(const config::Backbone& backbone);  // "Pixels"
[[nodiscard]] QString backboneHelp(const config::Backbone& backbone);   // a sentence
[[nodiscard]] QString headWords(const config::Head& head);              // "tree of depth 12"
[[nodiscard]] QString headHelp(const config::Head& head);
// "frozen backbone"; empty for a tree, which is grown at once.
[[nodiscard]] QString tuningWords(const config::ModelConfig& model);
[[nodiscard]] QString tuningHelp(const config::ModelConfig& model);

[[nodiscard]] QString parameterWords(std::int64_t count);  // "2,570", "0.39 M"
[[nodiscard]] QString memoryWords(std::int64_t bytes);     // "1.6 MB", "24 kB"

// The numbers of a card, in a line: "0.39 M parameters, 2,570 trained · 1.6 MB".
[[nodiscard]] QString factsLine(const ModelFacts& facts);
// The same as name and value, in full.
struct ModelFactText {
  QString name;
  QString value;
};
[[nodiscard]] std::vector<ModelFactText> factsTable(const config::ModelConfig& model,
                                                    const ModelFacts& facts);

}  // namespace w2s::ui
