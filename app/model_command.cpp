// w2s model: what a model of the zoo or a stored encoder is.
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/output.h"
#include "core/config/settings.h"
#include "core/data/registry.h"
#include "core/models/encoder_check.h"
#include "core/models/model_card.h"

namespace w2s::app {
namespace {

using nlohmann::ordered_json;

struct InspectArguments {
  std::string name;
  std::string head = "linear";
  std::string tuning = "head";
  bool json = false;
};

// Through the settings, so that names, ranges and messages are those of every configuration.
Result<config::ModelConfig> modelOf(const InspectArguments& arguments) {
  config::ExperimentConfig config;
  W2S_CHECK(config::applySetting(config, "strong.backbone", arguments.name));
  W2S_CHECK(config::applySetting(config, "strong.head", arguments.head));
  W2S_CHECK(config::applySetting(config, "strong.tuning", arguments.tuning));
  return config.strong;
}

ordered_json jsonOf(const models::ModelDescription& model) {
  ordered_json object{{"backbone", model.backbone},
                      {"label", model.label},
                      {"input", model.input.text},
                      {"features", model.features},
                      {"backbone_parameters", model.backbone_parameters},
                      {"head", model.head},
                      {"head_parameters", model.head_parameters},
                      {"trained_parameters", model.trained_parameters},
                      {"weight_bytes", model.weight_bytes},
                      {"origin", model.origin.text}};
  object["card"] = model.card ? ordered_json::parse(models::toJson(*model.card)) : ordered_json();
  return object;
}

void print(const models::ModelDescription& model) {
  put("{} ({})\n", model.label, model.backbone);
  put("  input                {}\n", model.input.text);
  put("  features             {}\n", model.features);
  put("  backbone parameters  {}\n", model.backbone_parameters);
  put("  head                 {}, {} parameters\n", model.head, model.head_parameters);
  put("  trained parameters   {}\n", model.trained_parameters);
  put("  weights in memory    {:.1f} kB\n", static_cast<double>(model.weight_bytes) / 1000.0);
  put("  origin               {}\n", model.origin.text);
  if (!model.card) {
    return;
  }
  const models::EncoderCard& card = *model.card;
  put("  trained on           {} images, final loss {:.4f}, {:.0f} s, LibTorch {}\n", card.images,
      card.final_loss, card.seconds, card.libtorch);
  put("  weights' hash        {}\n", card.file_hash);
  for (const models::ProbeResult& probe : card.probes) {
    put("  linear probe         {:.1f} % of {} validation rows with {} labels\n",
        100.0 * probe.accuracy, probe.judged_rows, probe.labels);
  }
}

Result<models::ModelDescription> inspect(const InspectArguments& arguments) {
  W2S_TRY(const config::ModelConfig model, modelOf(arguments));
  W2S_CHECK(models::checkStoredWeights(model.backbone));
  W2S_TRY(const auto data_set, data::findCard(config::TaskConfig{}.dataset));
  return models::describeModel(model, data_set->classes(), data_set->modality);
}

}  // namespace

void addModelCommand(CLI::App& parent, int& exit_code) {
  CLI::App* command = parent.add_subcommand("model", "What a model is");
  command->require_subcommand(1);
  auto arguments = std::make_shared<InspectArguments>();
  CLI::App* verb = command->add_subcommand(
      "inspect", "Parameters, features and origin of a backbone with a head for the built-in task");
  verb->add_option("name", arguments->name,
                   "A backbone (fashion-ssl, pixels, ...), a backbone with settings "
                   "({ name = \"convnet\", width = 8 }), or an encoder file")
      ->type_name("NAME|PATH")
      ->required();
  verb->add_option("--head", arguments->head, "linear, mlp or tree")->capture_default_str();
  verb->add_option("--tuning", arguments->tuning, "head, full or scratch")->capture_default_str();
  verb->add_flag("--json", arguments->json, "Print one JSON object");
  verb->callback([arguments, &exit_code] {
    const auto model = inspect(*arguments);
    if (!model) {
      exit_code = report(model.error());
      return;
    }
    if (arguments->json) {
      putJson(jsonOf(*model));
    } else {
      print(*model);
    }
  });
}

}  // namespace w2s::app
