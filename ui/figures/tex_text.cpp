#include "ui/figures/tex_text.h"

#include <array>
#include <utility>

namespace w2s::ui::figures {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kWords{{
    {"\\", "\\textbackslash{}"},
    {"{", "\\{"},
    {"}", "\\}"},
    {"$", "\\$"},
    {"%", "\\%"},
    {"&", "\\&"},
    {"#", "\\#"},
    {"_", "\\_"},
    {"^", "\\textasciicircum{}"},
    {"~", "\\textasciitilde{}"},
    {"<", "\\textless{}"},
    {">", "\\textgreater{}"},
    {"|", "\\textbar{}"},
    {"\u2212", "$-$"},
    {"\u2013", "--"},
    {"\u2014", "---"},
    {"\u2026", "\\ldots{}"},
    {"\u00b7", "$\\cdot$"},
    {"\u00d7", "$\\times$"},
    {"\u00b1", "$\\pm$"},
    {"\u2191", "$\\uparrow$"},
    {"\u2193", "$\\downarrow$"},
    {"\u2264", "$\\leq$"},
    {"\u2265", "$\\geq$"},
}};

}  // namespace

std::string texOf(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    bool known = false;
    for (const auto& [sign, word] : kWords) {
      if (text.starts_with(sign)) {
        out += word;
        text.remove_prefix(sign.size());
        known = true;
        break;
      }
    }
    if (!known) {
      // A new line would be a paragraph or a comment's end.
      out += static_cast<unsigned char>(text.front()) < 0x20 ? ' ' : text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

std::string texComment(std::string_view text) {
  std::string line = "% ";
  for (const char c : text) {
    line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return line + '\n';
}

std::string texHead(const Provenance& provenance, std::string_view preamble) {
  std::string head;
  for (const auto& [key, value] : provenance.entries()) {
    head += texComment(std::string(key) + ": " + value);
  }
  return head + texComment("In the preamble: " + std::string(preamble));
}

}  // namespace w2s::ui::figures
