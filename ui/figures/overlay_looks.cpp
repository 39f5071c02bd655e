#include "ui/figures/overlay_looks.h"

#include <algorithm>

#include <fmt/format.h>

namespace w2s::ui::figures {
namespace {

using IdOf = std::function<Result<std::string>(const std::string&)>;

Result<OwnedFigureRun*> overlay(std::string_view option, const std::string& name, const IdOf& idOf,
                                std::span<OwnedFigureRun> runs) {
  W2S_TRY(const std::string id, idOf(name));
  const auto found =
      std::ranges::find_if(runs, [&id](const OwnedFigureRun& run) { return run.series.id == id; });
  if (found == runs.end() || found == runs.begin()) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{} {}: {} is not among the runs laid over the first; name it after "
                            "the first one.",
                            option, name, id));
  }
  return &*found;
}

struct Said {
  OwnedFigureRun* run = nullptr;
  std::string what;
};

Result<Said> parse(std::string_view option, const std::string& typed, const IdOf& idOf,
                   std::span<OwnedFigureRun> runs) {
  const std::size_t equals = typed.find('=');
  if (equals == std::string::npos || equals + 1 == typed.size()) {
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format("{} {}: write RUN=..., for one of the runs after the first.", option, typed));
  }
  W2S_TRY(OwnedFigureRun* const run, overlay(option, typed.substr(0, equals), idOf, runs));
  return Said{.run = run, .what = typed.substr(equals + 1)};
}

}  // namespace

std::string nameOfLook(int look) {
  const auto color =
      static_cast<int>(charts::overlayInk(look)) - static_cast<int>(charts::Ink::Overlay1);
  const int dash = charts::overlayDash(look);
  const std::string name(nameIn(kRunColors, color));
  return dash == 0 ? name : fmt::format("{}-{}", name, dash + 1);
}

std::optional<int> lookNamed(std::string_view name) {
  for (int look = 0; look < charts::kLooks; ++look) {
    if (nameOfLook(look) == name) {
      return look;
    }
  }
  return std::nullopt;
}

Status applyLooks(const TypedLooks& typed,
                  const std::function<Result<std::string>(const std::string&)>& idOf,
                  std::span<OwnedFigureRun> runs) {
  for (const std::string& text : typed.labels) {
    W2S_TRY(Said said, parse("--label", text, idOf, runs));
    said.run->label = std::move(said.what);
  }
  for (const std::string& text : typed.colors) {
    W2S_TRY(const Said said, parse("--color", text, idOf, runs));
    const auto color = lookNamed(said.what);
    if (!color) {
      std::string names;
      for (const auto& known : kRunColors) {
        names += (names.empty() ? "" : ", ") + std::string(known.name);
      }
      return fail(
          ErrorCode::InvalidArgument,
          fmt::format("--color {}: there is no colour \"{}\" for runs. There are {}; dashed "
                      "they are {}-2 to {}-{}.",
                      text, said.what, names, kRunColors.front().name, kRunColors.front().name,
                      charts::kDashes));
    }
    said.run->color = *color;
  }
  for (const std::string& name : typed.pinned) {
    W2S_TRY(OwnedFigureRun* const run, overlay("--pinned", name, idOf, runs));
    run->pinned = true;
  }
  return {};
}

}  // namespace w2s::ui::figures
