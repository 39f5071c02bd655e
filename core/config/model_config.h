// Which model: a backbone (features of a row), a head (features -> class logits), and how they are trained.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "core/base/sentence.h"
#include "core/config/field.h"

namespace w2s::config {

// Where a backbone's weights come from, which decides how it can be tuned.
enum class BackboneWeights { None, Fixed, Random, Stored };  // Fixed: drawn once, never trained

// --- Backbones: zoo names. A string in TOML is short for { name = ... }. ---
//
// kReads: the kind of data it needs, as data::nameOf says it ("pictures", "points", "vectors"). words(): what
// a person calls it among others, "pixels 14×14". modelSize(): of a backbone without stored weights,
// which are described by their model card.

struct BackboneSize {
  std::int64_t features = 0;
  std::int64_t parameters = 0;
  std::int64_t statistics = 0;  // running means and variances

  // Four blocks of a 3x3 convolution with batch normalisation; the first has `width` channels, each
  // next one twice as many. Features: the channels of the last.
  static constexpr BackboneSize ofEncoder(std::int64_t width) {
    BackboneSize size{.features = 8 * width};
    std::int64_t in = 1;
    for (std::int64_t out = width; out <= 8 * width; out *= 2) {
      size.parameters += 9 * in * out + 2 * out;
      size.statistics += 2 * out;
      in = out;
    }
    return size;
  }
};

struct PixelsBackbone {
  static constexpr std::string_view kKind = "pixels";
  static constexpr std::string_view kLabel = "Pixels";
  static constexpr std::string_view kReads = "pictures";
  static constexpr BackboneWeights kWeights = BackboneWeights::None;
  static constexpr std::string_view kHelp =
      "The image itself, average-pooled to size x size. Nothing is learned.";
  std::int64_t size = 14;
  friend bool operator==(const PixelsBackbone&, const PixelsBackbone&) = default;
  [[nodiscard]] Sentence words() const {
    return sentence("pixels {0}×{0}", size);
  }
  [[nodiscard]] BackboneSize modelSize() const {
    return {.features = size * size};
  }
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.size, Field{.name = "size",
                           .label = "Thumbnail side",
                           .help = "Pixels a side after average pooling.",
                           .unit = "px",
                           .min = 1,
                           .max = 28});
  }
};

struct MlpBackbone {
  static constexpr std::string_view kKind = "mlp";
  static constexpr std::string_view kLabel = "Multilayer perceptron";
  static constexpr std::string_view kReads = "pictures";
  static constexpr BackboneWeights kWeights = BackboneWeights::Random;
  static constexpr std::string_view kHelp =
      "Fully connected ReLU layers on pooled pixels, trained from scratch.";
  std::int64_t size = 14;
  std::int64_t width = 32;
  std::int64_t layers = 1;
  friend bool operator==(const MlpBackbone&, const MlpBackbone&) = default;
  [[nodiscard]] Sentence words() const {
    return sentence("perceptron {0}×{1} on {2}×{2} pixels", layers, width, size);
  }
  [[nodiscard]] BackboneSize modelSize() const {
    return {.features = width,
            .parameters = (size * size + 1) * width + (layers - 1) * (width + 1) * width};
  }
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.size, Field{.name = "size",
                           .label = "Thumbnail side",
                           .help = "Pixels a side of its input.",
                           .unit = "px",
                           .min = 1,
                           .max = 28});
    visit(self.width, Field{.name = "width",
                            .label = "Width",
                            .help = "Units a hidden layer.",
                            .unit = "units",
                            .min = 1,
                            .max = 4096,
                            .scale = Scale::Logarithmic});
    visit(self.layers, Field{.name = "layers",
                             .label = "Hidden layers",
                             .help = "Number of hidden layers.",
                             .unit = "layers",
                             .min = 1,
                             .max = 8});
  }
};

struct ConvnetBackbone {
  static constexpr std::string_view kKind = "convnet";
  static constexpr std::string_view kLabel = "Convolutional net";
  static constexpr std::string_view kReads = "pictures";
  static constexpr BackboneWeights kWeights = BackboneWeights::Random;
  static constexpr std::string_view kHelp =
      "The encoder of fashion-ssl with random initial weights, trained from scratch.";
  std::int64_t width = 32;  // channels of the first block; the next have 2, 4 and 8 times as many
  friend bool operator==(const ConvnetBackbone&, const ConvnetBackbone&) = default;
  [[nodiscard]] Sentence words() const {
    return sentence("convolutional net, width {}", width);
  }
  [[nodiscard]] BackboneSize modelSize() const {
    return BackboneSize::ofEncoder(width);
  }
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.width,
          Field{.name = "width",
                .label = "Width",
                .help = "Channels of the first block; the next have 2, 4 and 8 times as many.",
                .unit = "channels",
                .min = 1,
                .max = 256,
                .scale = Scale::Logarithmic});
  }
};

struct FashionSslBackbone {
  static constexpr std::string_view kKind = "fashion-ssl";
  static constexpr std::string_view kLabel = "Fashion-SSL encoder";
  static constexpr std::string_view kReads = "pictures";
  static constexpr BackboneWeights kWeights = BackboneWeights::Stored;
  static constexpr std::string_view kHelp =
      "A small convolutional encoder, trained self-supervised (SimCLR) without any label. It has "
      "seen the images of the weak and transfer rows, not those of the validation and test rows.";
  friend bool operator==(const FashionSslBackbone&, const FashionSslBackbone&) = default;
  [[nodiscard]] Sentence words() const {
    return sentence("fashion-ssl encoder");
  }
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

// An encoder of the fashion-ssl architecture in a safetensors file made by `w2s pretrain`.
struct FileBackbone {
  static constexpr std::string_view kKind = "file";
  static constexpr std::string_view kLabel = "Encoder from a file";
  static constexpr std::string_view kReads = "pictures";
  static constexpr BackboneWeights kWeights = BackboneWeights::Stored;
  static constexpr std::string_view kHelp = "An encoder that w2s pretrain wrote.";
  std::string path;
  // A string that ends with .safetensors is short for this backbone with that path.
  static bool fromText(std::string_view text, FileBackbone& backbone) {
    if (!text.ends_with(".safetensors")) {
      return false;
    }
    backbone.path = text;
    return true;
  }
  friend bool operator==(const FileBackbone&, const FileBackbone&) = default;
  [[nodiscard]] Sentence words() const {
    return sentence("encoder {}", path.substr(path.rfind('/') + 1));
  }
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.path, Field{.name = "path",
                           .label = "File",
                           .help = "A safetensors file with its model card beside it."});
  }
};

struct CoordinatesBackbone {
  static constexpr std::string_view kKind = "coordinates";
  static constexpr std::string_view kLabel = "Coordinates";
  static constexpr std::string_view kReads = "points";
  static constexpr BackboneWeights kWeights = BackboneWeights::None;
  static constexpr std::string_view kHelp =
      "The two coordinates of the point themselves. Nothing is learned.";
  friend bool operator==(const CoordinatesBackbone&, const CoordinatesBackbone&) = default;
  [[nodiscard]] Sentence words() const {
    return sentence("coordinates");
  }
  [[nodiscard]] BackboneSize modelSize() const {
    return {.features = 2};
  }
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

struct FourierBackbone {
  static constexpr std::string_view kKind = "fourier";
  static constexpr std::string_view kLabel = "Random Fourier features";
  static constexpr std::string_view kReads = "points";
  static constexpr BackboneWeights kWeights = BackboneWeights::Fixed;
  static constexpr std::string_view kHelp =
      "Cosines of random directions in the plane (Rahimi and Recht 2007): a linear head on them "
      "draws a smooth, curved boundary.";
  std::int64_t width = 256;
  double scale = 1.5;
  friend bool operator==(const FourierBackbone&, const FourierBackbone&) = default;
  [[nodiscard]] Sentence words() const {
    return sentence("{} random Fourier features", width);
  }
  [[nodiscard]] BackboneSize modelSize() const {
    return {.features = width, .parameters = 3 * width};
  }
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.width, Field{.name = "width",
                            .label = "Width",
                            .help = "Number of cosines, each a feature.",
                            .unit = "features",
                            .min = 1,
                            .max = 8192,
                            .scale = Scale::Logarithmic});
    visit(self.scale,
          Field{.name = "scale",
                .label = "Frequency",
                .help = "Standard deviation of the random directions' lengths: the larger it "
                        "is, the more the boundary may bend.",
                .min = 0.01,
                .max = 100.0,
                .scale = Scale::Logarithmic,
                .decimals = 2});
  }
};

// Features that another program made: a feature set of the data set's card.
struct FeaturesBackbone {
  static constexpr std::string_view kKind = "features";
  static constexpr std::string_view kLabel = "Features of the card";
  static constexpr std::string_view kReads = "vectors";
  static constexpr std::string_view kPrefix = "features/";
  static constexpr BackboneWeights kWeights = BackboneWeights::None;
  static constexpr std::string_view kHelp =
      "Numbers that another program made of each row, as the data set's card names them. Nothing "
      "is "
      "learned here.";
  std::string set;
  // "features/NAME" is short for this backbone with that feature set.
  static bool fromText(std::string_view text, FeaturesBackbone& backbone) {
    if (!text.starts_with(kPrefix)) {
      return false;
    }
    backbone.set = text.substr(kPrefix.size());
    return true;
  }
  friend bool operator==(const FeaturesBackbone&, const FeaturesBackbone&) = default;
  [[nodiscard]] Sentence words() const {
    return set.empty() ? sentence("features of the card") : sentence("features {}", set);
  }
  [[nodiscard]] BackboneSize modelSize() const {
    return {};  // as wide as the data
  }
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.set,
          Field{.name = "set",
                .label = "Feature set",
                .help = "Name of a feature set in the data set's card; empty: its first."});
  }
};

using Backbone = std::variant<PixelsBackbone, MlpBackbone, ConvnetBackbone, FashionSslBackbone,
                              FileBackbone, CoordinatesBackbone, FourierBackbone, FeaturesBackbone>;

// The feature set that a backbone reads; empty: it reads the row itself.
[[nodiscard]] inline std::string featureSetOf(const Backbone& backbone) {
  const auto* features = std::get_if<FeaturesBackbone>(&backbone);
  return features == nullptr ? std::string() : features->set;
}

// What rules between settings ask of a backbone.
struct BackboneTraits {
  std::string_view kind;
  std::string_view reads;
  BackboneWeights weights = BackboneWeights::None;

  [[nodiscard]] bool canBeTrained() const {
    return weights == BackboneWeights::Random || weights == BackboneWeights::Stored;
  }
};
[[nodiscard]] inline BackboneTraits traitsOf(const Backbone& backbone) {
  return std::visit(
      [](const auto& one) {
        return BackboneTraits{.kind = one.kKind, .reads = one.kReads, .weights = one.kWeights};
      },
      backbone);
}

// --- Heads ---

struct LinearHead {
  static constexpr std::string_view kKind = "linear";
  static constexpr std::string_view kLabel = "Linear";
  static constexpr std::string_view kHelp = "One weight a feature and class, starting at zero.";
  friend bool operator==(const LinearHead&, const LinearHead&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

struct MlpHead {
  static constexpr std::string_view kKind = "mlp";
  static constexpr std::string_view kLabel = "One hidden layer";
  static constexpr std::string_view kHelp = "A ReLU layer between features and classes.";
  std::int64_t width = 64;
  friend bool operator==(const MlpHead&, const MlpHead&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.width, Field{.name = "width",
                            .label = "Width",
                            .help = "Hidden units.",
                            .unit = "units",
                            .min = 1,
                            .max = 8192,
                            .scale = Scale::Logarithmic});
  }
};

struct TreeHead {
  static constexpr std::string_view kKind = "tree";
  static constexpr std::string_view kLabel = "Decision tree";
  static constexpr std::string_view kHelp =
      "CART with Gini impurity and class shares as leaf probabilities. Its scattered errors are "
      "what a student can see "
      "through. Weak supervisor only.";
  std::int64_t depth = 12;
  std::int64_t min_leaf_rows = 3;
  double laplace = 0.3;
  friend bool operator==(const TreeHead&, const TreeHead&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.depth, Field{.name = "depth",
                            .label = "Depth",
                            .help = "Longest path from root to leaf.",
                            .unit = "levels",
                            .min = 1,
                            .max = 32});
    visit(self.min_leaf_rows, Field{.name = "min_leaf_rows",
                                    .label = "Rows a leaf",
                                    .help = "A split that leaves fewer rows on a side is not made.",
                                    .unit = "rows",
                                    .min = 1,
                                    .max = 10000,
                                    .advanced = true});
    visit(
        self.laplace,
        Field{.name = "laplace",
              .label = "Laplace smoothing",
              .help = "Added to each class count of a leaf before the counts become probabilities.",
              .min = 0.0,
              .max = 100.0,
              .advanced = true});
  }
};

using Head = std::variant<LinearHead, MlpHead, TreeHead>;

enum class Tuning { HeadOnly, Full, Scratch };

template <>
struct EnumNames<Tuning> {
  static constexpr std::array<EnumName<Tuning>, 3> kAll{{
      {Tuning::HeadOnly, "head", "Head only",
       "Backbone frozen; its features are computed once and cached."},
      {Tuning::Full, "full", "Full fine-tuning",
       "Backbone and head are trained, from the backbone's stored weights."},
      {Tuning::Scratch, "scratch", "From scratch",
       "Backbone and head are trained from random initial weights."},
  }};
};

struct ModelConfig {
  Backbone backbone = FashionSslBackbone{};
  Head head = LinearHead{};
  Tuning tuning = Tuning::HeadOnly;

  friend bool operator==(const ModelConfig&, const ModelConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.backbone, Field{.name = "backbone",
                               .label = "Backbone",
                               .help = "Turns a row into features.",
                               .selector = "name"});
    visit(
        self.head,
        Field{.name = "head", .label = "Head", .help = "Turns features into class probabilities."});
    visit(self.tuning, Field{.name = "tuning",
                             .label = "Trained part",
                             .help = "Which weights change during training."});
  }
};

}  // namespace w2s::config
