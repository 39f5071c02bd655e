#include "ui/figures/markdown_page.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "core/base/plain_text.h"
#include "ui/bridge/words.h"

namespace w2s::ui::figures {
namespace {

// On one line; no sign of it is markup.
std::string markdownText(std::string_view text) {
  std::string out;
  for (const char letter : plainText(text)) {
    if (std::string_view("\\`*_{}[]<>#|&~!$").find(letter) != std::string_view::npos) {
      out += '\\';
    }
    out += letter;
  }
  return out;
}

// As a link in angle brackets has it: a blank or a bracket would end it.
std::string percentEncoded(std::string_view name) {
  std::string out;
  for (const char letter : name) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') ||
                       std::string_view("-_.~").find(letter) != std::string_view::npos;
    out +=
        plain ? std::string(1, letter) : fmt::format("%{:02X}", static_cast<unsigned char>(letter));
  }
  return out;
}

// The longest row of backticks in a text; a fence around it has more.
std::size_t longestTicks(std::string_view text) {
  std::size_t longest = 0;
  std::size_t ticks = 0;
  for (const char letter : text) {
    ticks = letter == '`' ? ticks + 1 : 0;
    longest = std::max(longest, ticks);
  }
  return longest;
}

std::string fenced(std::string_view text, std::string_view language) {
  const std::string lines = plainLines(text);
  const std::string fence(std::max<std::size_t>(3, longestTicks(lines) + 1), '`');
  return fmt::format("{}{}\n{}{}{}\n\n", fence, language, lines, lines.ends_with('\n') ? "" : "\n",
                     fence);
}

std::string markdownRow(const std::vector<std::string>& cells, std::string_view mark = {}) {
  std::string out = "|";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out +=
        fmt::format(" {}{} |", markdownText(cells[i]), i == 0 ? markdownText(mark) : std::string());
  }
  return out + "\n";
}

std::string markdownTable(const PageTable& page) {
  std::string out =
      page.heading.empty() ? std::string() : "## " + markdownText(page.heading) + "\n\n";
  const PrintedTable& printed = page.table;
  if (!printed.head.empty()) {
    out += markdownRow(printed.head) + "|:--|";
    for (std::size_t i = 1; i < printed.head.size(); ++i) {
      out += "--:|";
    }
    out += '\n';
    for (std::size_t i = 0; i < printed.rows.size(); ++i) {
      out += markdownRow(printed.rows[i], i < printed.marks.size() ? printed.marks[i] : "");
    }
    for (const auto& cells : printed.summary) {
      out += markdownRow(cells);
    }
    out += '\n';
  }
  for (const auto& [mark, note] : printed.notes) {
    out +=
        fmt::format("{}{}{}\n\n", markdownText(mark), mark.empty() ? "" : " ", markdownText(note));
  }
  return out;
}

}  // namespace

std::string pictureNameOf(const std::string& page) {
  return std::filesystem::path(page).stem().string() + "-figure.svg";
}

std::string writeMarkdown(const Figure& figure, std::string_view picture) {
  const Provenance& from = figure.provenance;
  std::string out = "# " + markdownText(figure.title) + "\n\n";
  if (!picture.empty()) {
    out += fmt::format("![{}]({})\n\n", markdownText(figure.title), percentEncoded(picture));
  }
  out += markdownText(from.caption) + "\n\n";
  for (const PageTable& one : figure.tables) {
    out += markdownTable(one);
  }
  for (const auto& [heading, text] : figure.settings) {
    out += "## " + markdownText(heading) + "\n\n" + fenced(text, "toml");
  }
  out += "## " + markdownText(words("figures", "Where the numbers come from")) + "\n\n";
  for (const auto& [key, value] : from.entries()) {
    if (key != "caption" && key != "command") {
      out += fmt::format("- {}: {}\n", markdownText(key), markdownText(value));
    }
  }
  return out + "\n" + markdownText(words("figures", "This command makes the page again:")) +
         "\n\n" + fenced(from.command, "sh");
}

}  // namespace w2s::ui::figures
