// What the student minimises: L = g CE(y, p) + k [(1 - a) D_T(w, p) + a C(p, w)] + e H(p). The
// equations are in core/objective; here are the settings alone.
#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/config/field.h"
#include "core/config/schedule_config.h"

namespace w2s::config {

// --- D: divergence between weak labels w and student p. One struct a kind; parameters live with
// their kind. kEquation is how an equation writes it: %1 stands for w, %2 for p; without them the
// kind ignores the temperature. ---

struct SoftCe {
  static constexpr std::string_view kKind = "soft_ce";
  static constexpr std::string_view kLabel = "Cross-entropy, soft labels";
  static constexpr std::string_view kHelp =
      "-sum w log p. Same gradient as forward KL; its minimum is H(w), not 0.";
  static constexpr std::string_view kEquation = "CE(%1, %2)";
  friend bool operator==(const SoftCe&, const SoftCe&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

struct HardCe {
  static constexpr std::string_view kKind = "hard_ce";
  static constexpr std::string_view kLabel = "Cross-entropy, hard labels";
  static constexpr std::string_view kHelp =
      "-log p at the weak label's largest class: fine-tuning on generated labels (book eq. 4.10).";
  static constexpr std::string_view kEquation = "CE(\u0175, p)";
  friend bool operator==(const HardCe&, const HardCe&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

struct ForwardKl {
  static constexpr std::string_view kKind = "forward_kl";
  static constexpr std::string_view kLabel = "Forward KL (the book's KD loss)";
  static constexpr std::string_view kHelp =
      "KL(w || p), book eq. 4.12. Covers every class the weak model gives weight to.";
  static constexpr std::string_view kEquation = "KL(%1 \u2016 %2)";
  friend bool operator==(const ForwardKl&, const ForwardKl&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

struct ReverseKl {
  static constexpr std::string_view kKind = "reverse_kl";
  static constexpr std::string_view kLabel = "Reverse KL";
  static constexpr std::string_view kHelp =
      "KL(p || w): mode-seeking. Weak labels are smoothed so that log 0 cannot occur.";
  double smoothing = 1e-4;  // w := w (1 - smoothing) + smoothing / K
  static constexpr std::string_view kEquation = "KL(%2 \u2016 %1)";
  friend bool operator==(const ReverseKl&, const ReverseKl&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.smoothing, Field{.name = "smoothing",
                                .label = "Label smoothing",
                                .help = "Share of uniform probability mixed into the weak labels.",
                                .formula = "w (1 - eps) + eps / K",
                                .min = 0.0,
                                .max = 0.5,
                                .decimals = 5,
                                .advanced = true});
  }
};

struct JensenShannon {
  static constexpr std::string_view kKind = "jensen_shannon";
  static constexpr std::string_view kLabel = "Jensen-Shannon";
  static constexpr std::string_view kHelp =
      "[beta KL(w || m) + (1 - beta) KL(p || m)] / (beta (1 - beta)), m = beta w + (1 - beta) p. "
      "Bounded; becomes the "
      "forward KL as beta goes to 0 and the reverse KL as beta goes to 1.";
  static constexpr std::string_view kEquation = "JS(%1, %2)";
  double beta = 0.5;
  friend bool operator==(const JensenShannon&, const JensenShannon&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.beta, Field{.name = "beta",
                           .label = "Mixture share of w",
                           .help = "Share of the weak label in the mixture m.",
                           .min = 0.01,
                           .max = 0.99});
  }
};

struct Gkd {
  static constexpr std::string_view kKind = "gkd";
  static constexpr std::string_view kLabel = "Jensen-Shannon, not normalised (GKD)";
  static constexpr std::string_view kHelp =
      "beta KL(w || m) + (1 - beta) KL(p || m), m = beta w + (1 - beta) p, as generalised "
      "knowledge distillation "
      "writes it. Its size falls with beta (1 - beta): at beta = 0.01 it is about 1/100 of the "
      "forward KL.";
  static constexpr std::string_view kEquation = "JSD(%1, %2)";
  double beta = 0.5;
  friend bool operator==(const Gkd&, const Gkd&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.beta, Field{.name = "beta",
                           .label = "Mixture share of w",
                           .help = "Share of the weak label in the mixture m.",
                           .source = "Agarwal et al. 2024",
                           .min = 0.01,
                           .max = 0.99});
  }
};

using Divergence = std::variant<SoftCe, HardCe, ForwardKl, ReverseKl, JensenShannon, Gkd>;

// --- C: confidence term, cross-entropy against the student's own hardened prediction. ---

struct NoConfidence {
  static constexpr std::string_view kKind = "none";
  static constexpr std::string_view kLabel = "None";
  static constexpr std::string_view kHelp = "Plain distillation: a = 0.";
  friend bool operator==(const NoConfidence&, const NoConfidence&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

struct ArgmaxConfidence {
  static constexpr std::string_view kKind = "argmax";
  static constexpr std::string_view kLabel = "Argmax";
  static constexpr std::string_view kHelp = "The student's most probable class is its own target.";
  friend bool operator==(const ArgmaxConfidence&, const ArgmaxConfidence&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

struct ThresholdConfidence {
  static constexpr std::string_view kKind = "threshold";
  static constexpr std::string_view kLabel = "Prior-matched threshold";
  static constexpr std::string_view kHelp =
      "Hardened so that a batch keeps the weak labels' class balance. Two classes: by the batch "
      "quantile (Burns et al. "
      "eq. 1), exact to a row; ties are split. More classes: argmax of p_c wbar_c / pbar_c, a rule "
      "of this program that "
      "keeps the balance approximately. Needs batches of at least 2 rows; a few rows a class are "
      "better.";
  friend bool operator==(const ThresholdConfidence&, const ThresholdConfidence&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

struct OpenaiReferenceConfidence {
  static constexpr std::string_view kKind = "openai_reference";
  static constexpr std::string_view kLabel = "OpenAI reference code (two classes)";
  static constexpr std::string_view kHelp =
      "Compatible with the released script, its defect included: the weight follows the run's "
      "share up to the "
      "warm-up's end and then jumps to its full value.";
  friend bool operator==(const OpenaiReferenceConfidence&,
                         const OpenaiReferenceConfidence&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

using Confidence =
    std::variant<NoConfidence, ArgmaxConfidence, ThresholdConfidence, OpenaiReferenceConfidence>;

// Rows that a batch needs at least for a kind that matches the weak labels' class balance; others
// take any batch.
inline constexpr std::int64_t kLeastBatchOfThreshold = 2;
template <class Kind>
inline constexpr bool kBalancesClasses =
    std::is_same_v<Kind, ThresholdConfidence> || std::is_same_v<Kind, OpenaiReferenceConfidence>;
[[nodiscard]] inline bool balancesClasses(const auto& kind) {
  return std::visit([]<class Kind>(const Kind&) { return kBalancesClasses<Kind>; }, kind);
}

// --- Kinds that further terms may have beside those above. ---

struct GroundTruth {
  static constexpr std::string_view kKind = "ground_truth";
  static constexpr std::string_view kLabel = "Cross-entropy, ground truth";
  static constexpr std::string_view kHelp =
      "-log p of the true class, on transfer rows whose ground truth may be used.";
  friend bool operator==(const GroundTruth&, const GroundTruth&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

struct Entropy {
  static constexpr std::string_view kKind = "entropy";
  static constexpr std::string_view kLabel = "Entropy";
  static constexpr std::string_view kHelp =
      "-sum p log p: a positive weight sharpens the student, a negative one flattens it.";
  friend bool operator==(const Entropy&, const Entropy&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

using TermKind =
    std::variant<SoftCe, HardCe, ForwardKl, ReverseKl, JensenShannon, Gkd, ArgmaxConfidence,
                 ThresholdConfidence, OpenaiReferenceConfidence, GroundTruth, Entropy>;

// A further term beside the four of the formula.
struct TermConfig {
  std::string name;
  TermKind kind = Entropy{};
  Schedule weight{};
  friend bool operator==(const TermConfig&, const TermConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.name, Field{.name = "name",
                           .label = "Name",
                           .help = "Names the term's columns and its key: objective.term.NAME.",
                           .advanced = true});
    visit(self.kind,
          Field{.name = "kind",
                .label = "Kind",
                .help = "What the term compares. KD losses take the objective's temperature."});
    visit(
        self.weight,
        Field{.name = "weight",
              .label = "Weight",
              .help =
                  "Weight of the term in the sum that the student minimises; not shared out by a.",
              .min = -100.0,
              .max = 100.0,
              .slider_min = 0.0,
              .slider_max = 2.0,
              .live = true});
  }
};

struct ObjectiveConfig {
  Divergence divergence = ForwardKl{};
  double temperature = 1.0;
  Schedule kd_weight{.base = 1.0};
  Confidence confidence = ThresholdConfidence{};
  Schedule confidence_weight{.base = 0.5, .warmup = 0.2};
  Schedule ground_truth_weight{};
  double ground_truth_fraction = 1.0;
  Schedule entropy_weight{};
  std::vector<TermConfig> terms;

  friend bool operator==(const ObjectiveConfig&, const ObjectiveConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.divergence,
          Field{.name = "divergence",
                .label = "KD loss",
                .help = "How the student's probabilities p are compared with the weak labels w.",
                .source = "Xiao & Zhu, ch. 4, eq. 4.12"});
    visit(self.temperature,
          Field{.name = "temperature",
                .label = "Temperature T",
                .help =
                    "Softens both w and p before they are compared; the loss is multiplied by T^2. "
                    "Above 1 the small probabilities count more. Hard labels ignore it.",
                .formula = "T^2 D(w_T, p_T)",
                .source = "Hinton et al. 2015",
                .min = 0.05,
                .max = 100.0,
                .slider_min = 0.5,
                .slider_max = 20.0,
                .scale = Scale::Logarithmic,
                .live = true});
    visit(self.kd_weight,
          Field{.name = "kd_weight",
                .label = "KD weight k",
                .help = "Weight of the supervision by the weak model (lambda in the book).",
                .formula = "k [(1 - a) D + a C]",
                .source = "Xiao & Zhu, eq. 4.13",
                .min = 0.0,
                .max = 100.0,
                .slider_max = 2.0,
                .live = true});
    visit(
        self.confidence,
        Field{.name = "confidence",
              .label = "Confidence term",
              .help = "Lets the student trust its own confident predictions over the weak labels.",
              .source = "Burns et al. 2023, eq. 1 and app. A.4"});
    visit(self.confidence_weight,
          Field{.name = "confidence_weight",
                .label = "Confidence weight a",
                .help = "Share of the supervision that comes from the student's own hardened "
                        "prediction. 0.5 is usual; 0.75 for very strong students.",
                .formula = "(1 - a) D + a C",
                .source = "Burns et al. 2023, app. A.4",
                .min = 0.0,
                .max = 1.0,
                .live = true,
                .live_warmup = true});
    visit(self.ground_truth_weight,
          Field{.name = "ground_truth_weight",
                .label = "Ground-truth weight g",
                .help = "Weight of the cross-entropy against ground truth on the transfer rows.",
                .formula = "g CE(y, p)",
                .source = "Xiao & Zhu, eq. 4.13",
                .min = 0.0,
                .max = 100.0,
                .slider_max = 2.0,
                .live = true});
    visit(self.ground_truth_fraction,
          Field{.name = "ground_truth_fraction",
                .label = "Rows with ground truth",
                .help = "Share of the transfer rows whose ground truth the student may see.",
                .min = 0.0,
                .max = 1.0,
                .advanced = true});
    visit(
        self.entropy_weight,
        Field{
            .name = "entropy_weight",
            .label = "Entropy weight e",
            .help =
                "Weight of the student's prediction entropy: positive sharpens, negative flattens.",
            .formula = "e H(p)",
            .min = -10.0,
            .max = 10.0,
            .slider_min = -1.0,
            .slider_max = 1.0,
            .live = true,
            .advanced = true});
    visit(
        self.terms,
        Field{.name = "term",
              .label = "Further term",
              .help = "Terms beside the four of the formula, each with its name, kind and weight.",
              .live = true});
  }
};

}  // namespace w2s::config
