#include "ui/form/model_text.h"

#include <algorithm>

#include <QCoreApplication>
#include <QRegularExpression>

#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/form/setting_text.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

struct ModelText {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::ModelText)
};

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

// Cards of encoders are files with English texts: those that this program writes have a translation.
QString originText(const std::string& origin) {
  static const QRegularExpression kSimclr(
      QStringLiteral(R"(^SimCLR: no label was used, training rows (\d+) to (\d+) of (.+)\.$)"));
  const QString text = QString::fromStdString(origin);
  const QRegularExpressionMatch match = kSimclr.match(text);
  return match.hasMatch()
             ? ModelText::tr("SimCLR: no label was used, training rows %1 to %2 of %3.")
                   .arg(countText(match.captured(1).toLongLong()),
                        countText(match.captured(2).toLongLong()), match.captured(3))
             : text;
}

bool isTree(const config::ModelConfig& model) {
  return std::holds_alternative<config::TreeHead>(model.head);
}

}  // namespace

QString backboneWords(const config::Backbone& backbone) {
  return std::visit([](const auto& b) { return QString::fromStdString(said(b.words())); },
                    backbone);
}

QString backboneTitle(const config::Backbone& backbone) {
  return std::visit([](const auto& b) { return translated(b.kLabel); }, backbone);
}

QString backboneHelp(const config::Backbone& backbone) {
  return std::visit([](const auto& b) { return translated(b.kHelp); }, backbone);
}

QString headWords(const config::Head& head) {
  return std::visit(
      Overloaded{
          [](const config::LinearHead&) { return ModelText::tr("linear head"); },
          [](const config::MlpHead& h) {
            return ModelText::tr("head with %1 hidden units").arg(h.width);
          },
          [](const config::TreeHead& h) { return ModelText::tr("tree of depth %1").arg(h.depth); },
      },
      head);
}

QString headHelp(const config::Head& head) {
  return std::visit([](const auto& h) { return translated(h.kHelp); }, head);
}

QString tuningWords(const config::ModelConfig& model) {
  if (isTree(model)) {
    return {};  // grown at once; nothing is tuned
  }
  switch (model.tuning) {
    case config::Tuning::HeadOnly:
      return ModelText::tr("frozen backbone");
    case config::Tuning::Full:
      return ModelText::tr("fully fine-tuned");
    case config::Tuning::Scratch:
      return ModelText::tr("trained from scratch");
  }
  return {};
}

QString tuningHelp(const config::ModelConfig& model) {
  if (isTree(model)) {
    return ModelText::tr("Grown once on the labelled rows; no gradient steps.");
  }
  for (const auto& entry : config::EnumNames<config::Tuning>::kAll) {
    if (entry.value == model.tuning) {
      return translated(entry.help);
    }
  }
  return {};
}

QString parameterWords(std::int64_t count) {
  return count < 100'000
             ? countText(count)
             : ModelText::tr("%1 M").arg(decimalText(static_cast<double>(count) / 1e6, 2));
}

QString memoryWords(std::int64_t bytes) {
  const auto number = static_cast<double>(bytes);
  if (bytes < 1'000) {
    return ModelText::tr("%1 B").arg(bytes);
  }
  return bytes < 1'000'000
             ? ModelText::tr("%1 kB").arg(decimalText(number / 1e3, bytes < 10'000 ? 1 : 0))
             : ModelText::tr("%1 MB").arg(decimalText(number / 1e6, 1));
}

QString factsLine(const ModelFacts& facts) {
  const QString memory = memoryWords(facts.weight_bytes);
  const std::int64_t all = facts.backbone_parameters + (facts.is_tree ? 0 : facts.head_parameters);
  QStringList parts;
  if (all > 0) {
    parts += all == facts.trained_parameters
                 ? ModelText::tr("%1 parameters").arg(parameterWords(all))
                 : ModelText::tr("%1 parameters, %2 trained")
                       .arg(parameterWords(all), parameterWords(facts.trained_parameters));
  }
  if (facts.is_tree) {
    parts += ModelText::tr("at most %1 leaves").arg(countText(facts.head_parameters));
  }
  parts += facts.is_tree ? ModelText::tr("up to %1").arg(memory) : memory;
  std::ranges::transform(parts, parts.begin(), unbroken);
  return parts.join(QStringLiteral(" \u00b7 "));
}

std::vector<ModelFactText> factsTable(const config::ModelConfig& model, const ModelFacts& facts) {
  std::vector<ModelFactText> table;
  table.push_back({ModelText::tr("Input"), QString::fromStdString(facts.input)});
  table.push_back({ModelText::tr("Features"), countText(facts.features)});
  if (facts.is_tree) {
    table.push_back({ModelText::tr("Leaves"),
                     ModelText::tr("at most %1").arg(countText(facts.head_parameters))});
    if (facts.backbone_parameters > 0) {
      table.push_back(
          {ModelText::tr("Parameters"),
           ModelText::tr("%1 in the backbone").arg(parameterWords(facts.backbone_parameters))});
    }
  } else {
    const QString head = parameterWords(facts.head_parameters);
    table.push_back({ModelText::tr("Parameters"),
                     facts.backbone_parameters > 0
                         ? ModelText::tr("%1 backbone + %2 head")
                               .arg(parameterWords(facts.backbone_parameters), head)
                         : ModelText::tr("%1 head").arg(head)});
    table.push_back({ModelText::tr("Trained"), parameterWords(facts.trained_parameters)});
  }
  table.push_back({ModelText::tr("How"), isTree(model)
                                             ? ModelText::tr("grown once, no gradient steps")
                                             : tuningWords(model)});
  table.push_back({ModelText::tr("Memory"),
                   facts.is_tree ? ModelText::tr("up to %1").arg(memoryWords(facts.weight_bytes))
                   : facts.training_bytes > 0 ? ModelText::tr("%1, +%2 in training")
                                                    .arg(memoryWords(facts.weight_bytes),
                                                         memoryWords(facts.training_bytes))
                                              : memoryWords(facts.weight_bytes)});
  if (facts.backbone_parameters > 0) {
    table.push_back({ModelText::tr("Origin"), originText(facts.origin)});
  }
  return table;
}

}  // namespace w2s::ui
