#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace w2s::ui {
namespace {

const Tokens kLight{
    .canvas = "#F3F5F8",
    .surface = "#FFFFFF",
    .sunken = "#F5F7FA",
    .raised = "#EEF2F7",
    .border = "#DFE4EB",
    .grid = "#ECEFF3",
    .text = "#1B2430",
    .muted = "#5B6679",
    .disabled = "#848D9C",
    .accent = "#0072B2",
    .accent_text = "#FFFFFF",
    .focus = "#063B5C",
    .track = "#E1E6EC",
    .chip = "#EEF2F7",
    .live = "#B97900",
    .warning_surface = "#FDF1E9",
    .weak = "#E69F00",
    .student = "#0072B2",
    .ceiling = "#009E73",
    .trouble = "#D55E00",
    .confidence = "#B04083",
    .entropy = "#5F6B80",
    .overlay = {"#654ECC", "#BC7C5D", "#BA0F78", "#6E982F", "#57647D", "#063595", "#30863F",
                "#0F5157", "#906C05", "#45403C", "#A863C1", "#751E19"},
    .area_alpha = 80,
    .cell_alpha = 0.0,
    .weak_text = "#946400",
    .ceiling_text = "#00795A",
    .trouble_text = "#B34700",
    .weak_line = "#BD8200",
};

const Tokens kDark{
    .canvas = "#12161D",
    .surface = "#1C222B",
    .sunken = "#242B36",
    .raised = "#2A3340",
    .border = "#313A47",
    .grid = "#29313C",
    .text = "#E9EDF3",
    .muted = "#9CA7B8",
    .disabled = "#6B7688",
    .accent = "#4BA3DB",
    .accent_text = "#0B1118",
    .focus = "#D6ECFA",
    .track = "#323B48",
    .chip = "#263040",
    .live = "#F2B33D",
    .warning_surface = "#33251C",
    .weak = "#F2B33D",
    .student = "#4BA3DB",
    .ceiling = "#2BC498",
    .trouble = "#F0803C",
    .confidence = "#E08DBB",
    .entropy = "#8B97A8",
    .overlay = {"#DDD0FE", "#C9751D", "#EEA8CF", "#6B9640", "#D8DDE1", "#5991F7", "#8FF476",
                "#31A1A6", "#EFD219", "#918D88", "#EBAEFF", "#ED6369"},
    .area_alpha = 80,
    .cell_alpha = 0.0,
    .weak_text = "#F2B33D",
    .ceiling_text = "#2BC498",
    .trouble_text = "#F59A62",
    .weak_line = "#F2B33D",
};

// Black ground, white text, borders and grid that carry meaning on their own.
const Tokens kHighContrast{
    .canvas = "#000000",
    .surface = "#000000",
    .sunken = "#000000",
    .raised = "#1F3A4D",
    .border = "#C8D0DA",
    .grid = "#5A6470",
    .text = "#FFFFFF",
    .muted = "#E3E8EE",
    .disabled = "#9AA4B0",
    .accent = "#5CC2FF",
    .accent_text = "#000000",
    .focus = "#FFE14D",
    .track = "#7E8996",
    .chip = "#12202B",
    .live = "#FFD23F",
    .warning_surface = "#2B1200",
    .weak = "#FFC247",
    .student = "#5CC2FF",
    .ceiling = "#3DE0B0",
    .trouble = "#FF9152",
    .confidence = "#FF9FD0",
    .entropy = "#B9C4D2",
    .overlay = {"#C6B4FC", "#C48B46", "#F0A6E2", "#CAFD18", "#BDC2CC", "#639BF0", "#BDF8BC",
                "#3CB1C3", "#F9EB76", "#9D958F", "#F5D2FF", "#F7676C"},
    .area_alpha = 160,
    .cell_alpha = 0.55,
    .weak_text = "#FFC247",
    .ceiling_text = "#3DE0B0",
    .trouble_text = "#FFA871",
    .weak_line = "#FFC247",
};

double channel(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
  return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
         0.0722 * channel(color.blueF());
}

// WCAG 2's ratio of the relative luminances.
double contrastBetween(const QColor& one, const QColor& other) {
  const double first = luminance(one) + 0.05;
  const double second = luminance(other) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

// The colour, moved towards that of text until letters in it can be read.
QColor legible(const QColor& color, const QColor& ground, const QColor& text) {
  QColor shown = color;
  for (float share = 0.1F; contrastBetween(shown, ground) < 4.5 && share <= 1.0F; share += 0.1F) {
    const auto mixed = [share](float from, float to) { return from + share * (to - from); };
    shown = QColor::fromRgbF(mixed(color.redF(), text.redF()), mixed(color.greenF(), text.greenF()),
                             mixed(color.blueF(), text.blueF()));
  }
  return shown;
}

}  // namespace

QColor Tokens::of(charts::Ink ink) const {
  switch (ink) {
    case charts::Ink::Weak:
      return weak_line;
    case charts::Ink::Student:
    case charts::Ink::Kd:
      return student;
    case charts::Ink::Ceiling:
    case charts::Ink::GroundTruth:
      return ceiling;
    case charts::Ink::Trouble:
      return trouble;
    case charts::Ink::Confidence:
      return confidence;
    case charts::Ink::Entropy:
      return entropy;
    case charts::Ink::Total:
    case charts::Ink::LearningRate:
      return text;
    default:
      return overlay[static_cast<std::size_t>(ink) -
                     static_cast<std::size_t>(charts::Ink::Overlay1)];
  }
}

QColor Tokens::textOf(charts::Ink ink) const {
  switch (ink) {
    case charts::Ink::Weak:
      return weak_text;
    case charts::Ink::Ceiling:
    case charts::Ink::GroundTruth:
      return ceiling_text;
    case charts::Ink::Trouble:
      return trouble_text;
    default:
      return charts::isOverlay(ink) ? legible(of(ink), surface, text) : of(ink);
  }
}

const Tokens& tokensOf(Look look) {
  switch (look) {
    case Look::Light:
      return kLight;
    case Look::Dark:
      return kDark;
    case Look::HighContrast:
      return kHighContrast;
  }
  return kLight;
}

bool isDark(Look look) {
  return look != Look::Light;
}

}  // namespace w2s::ui
