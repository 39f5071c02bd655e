#include "ui/figures/tex_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/plain_text.h"

namespace w2s::ui::figures {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 111> kWords{{
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
    {"\u03b1", "$\\alpha$"},
    {"\u03b2", "$\\beta$"},
    {"\u03b3", "$\\gamma$"},
    {"\u03b4", "$\\delta$"},
    {"\u03b5", "$\\varepsilon$"},
    {"\u03b6", "$\\zeta$"},
    {"\u03b7", "$\\eta$"},
    {"\u03b8", "$\\theta$"},
    {"\u03b9", "$\\iota$"},
    {"\u03ba", "$\\kappa$"},
    {"\u03bb", "$\\lambda$"},
    {"\u03bc", "$\\mu$"},
    {"\u03bd", "$\\nu$"},
    {"\u03be", "$\\xi$"},
    {"\u03c0", "$\\pi$"},
    {"\u03c1", "$\\rho$"},
    {"\u03c3", "$\\sigma$"},
    {"\u03c2", "$\\varsigma$"},
    {"\u03c4", "$\\tau$"},
    {"\u03c5", "$\\upsilon$"},
    {"\u03c6", "$\\varphi$"},
    {"\u03c7", "$\\chi$"},
    {"\u03c8", "$\\psi$"},
    {"\u03c9", "$\\omega$"},
    {"\u0393", "$\\Gamma$"},
    {"\u0394", "$\\Delta$"},
    {"\u0398", "$\\Theta$"},
    {"\u039b", "$\\Lambda$"},
    {"\u039e", "$\\Xi$"},
    {"\u03a0", "$\\Pi$"},
    {"\u03a3", "$\\Sigma$"},
    {"\u03a5", "$\\Upsilon$"},
    {"\u03a6", "$\\Phi$"},
    {"\u03a8", "$\\Psi$"},
    {"\u03a9", "$\\Omega$"},
    {"\u03f5", "$\\epsilon$"},
    {"\u00b5", "$\\mu$"},
    {"\u2248", "$\\approx$"},
    {"\u221e", "$\\infty$"},
    {"\u221a", "$\\surd$"},
    {"\u2260", "$\\neq$"},
    {"\u2261", "$\\equiv$"},
    {"\u223c", "$\\sim$"},
    {"\u226a", "$\\ll$"},
    {"\u226b", "$\\gg$"},
    {"\u2208", "$\\in$"},
    {"\u2211", "$\\sum$"},
    {"\u220f", "$\\prod$"},
    {"\u222b", "$\\int$"},
    {"\u2202", "$\\partial$"},
    {"\u2207", "$\\nabla$"},
    {"\u2016", "$\\Vert$"},
    {"\u2225", "$\\parallel$"},
    {"\u2192", "$\\rightarrow$"},
    {"\u2190", "$\\leftarrow$"},
    {"\u2194", "$\\leftrightarrow$"},
    {"\u21d2", "$\\Rightarrow$"},
    {"\u00f7", "$\\div$"},
    {"\u2218", "$\\circ$"},
    {"\u2205", "$\\emptyset$"},
    {"\u2200", "$\\forall$"},
    {"\u2203", "$\\exists$"},
    {"\u222a", "$\\cup$"},
    {"\u2229", "$\\cap$"},
    {"\u2282", "$\\subset$"},
    {"\u221d", "$\\propto$"},
    {"\u2295", "$\\oplus$"},
    {"\u2297", "$\\otimes$"},
    {"\u2113", "$\\ell$"},
    {"\u2020", "$\\dagger$"},
    {"\u2021", "$\\ddagger$"},
    {"\u2022", "$\\bullet$"},
    {"\u00b0", "$^{\\circ}$"},
    {"\u00b9", "$^1$"},
    {"\u00b2", "$^2$"},
    {"\u00b3", "$^3$"},
    {"\u2032", "$'$"},
    {"\u00bd", "$\\frac12$"},
    {"\u201c", "``"},
    {"\u201d", "''"},
    {"\u2018", "`"},
    {"\u2019", "'"},
    {"\u201e", ",,"},
    {"\u00a0", "~"},
    {"\u2009", "\\,"},
    {"\u202f", "\\,"},
    {"\ufffd", "?"},
}};

// Widths of Computer Modern in thousandths of the size, from its font metrics: cmr10 and cmbx10, of
// the signs ' ' to '~'.
constexpr std::array<std::uint16_t, 95> kRegular{
    333, 278, 500, 833, 500, 833, 778, 278,  389, 389, 500, 778, 278, 333, 278, 500,  // ' ' to '/'
    500, 500, 500, 500, 500, 500, 500, 500,  500, 500, 278, 278, 778, 778, 778, 472,  // '0' to '?'
    778, 750, 708, 722, 764, 681, 653, 785,  750, 361, 514, 778, 625, 917, 750, 778,  // '@' to 'O'
    681, 778, 736, 556, 722, 750, 750, 1028, 750, 750, 611, 278, 500, 278, 611, 778,  // 'P' to '_'
    278, 500, 556, 444, 556, 444, 306, 500,  556, 278, 306, 528, 278, 833, 556, 500,  // '`' to 'o'
    556, 528, 392, 394, 389, 556, 528, 722,  528, 528, 444, 500, 278, 500, 611};      // 'p' to '~'
constexpr std::array<std::uint16_t, 95> kBold{
    383, 350, 603, 958, 575, 958, 894, 319,  447, 447, 575, 894, 319, 383,  319, 575,  // ' ' to '/'
    575, 575, 575, 575, 575, 575, 575, 575,  575, 575, 319, 319, 894, 894,  894, 543,  // '0' to '?'
    894, 869, 818, 830, 882, 756, 724, 904,  900, 436, 594, 901, 692, 1092, 900, 864,  // '@' to 'O'
    786, 864, 862, 639, 800, 885, 869, 1189, 869, 869, 703, 319, 575, 319,  703, 894,  // 'P' to '_'
    319, 559, 639, 511, 639, 527, 351, 575,  639, 319, 351, 607, 319, 958,  639, 575,  // '`' to 'o'
    639, 607, 474, 454, 447, 639, 607, 831,  607, 607, 511, 575, 319, 575,  703};      // 'p' to '~'

// Of a small size: cmr8 is 1.063 times as wide as cmr10 reduced.
double opticalFactor(double size) {
  return size < 9.5 ? 1.07 : 1.0;
}

bool isKnown(char32_t code) {
  const bool latin = code >= 0xC0 && code <= 0x17F;  // letters with accents
  return code < 0x80 || latin;
}

}  // namespace

double texWidth(std::string_view text, double size, bool bold) {
  double width = 0.0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) {
      continue;  // within a letter of UTF-8
    }
    width += byte < 0x20 || byte > 0x7E
                 ? 900.0
                 : static_cast<double>((bold ? kBold : kRegular)[byte - 0x20]);
  }
  return width / 1000.0 * size * opticalFactor(size);
}

std::optional<Sentence> unknownToTex(std::string_view tex) {
  std::vector<std::string> unknown;
  std::istringstream lines{std::string(tex)};
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('%')) {
      continue;
    }
    for (std::string_view rest = line; !rest.empty();) {
      const std::string_view before = rest;
      const char32_t code = takeCodePoint(rest);
      const std::string sign(before.substr(0, before.size() - rest.size()));
      if (!isKnown(code) && std::ranges::find(unknown, sign) == unknown.end()) {
        unknown.push_back(sign);
      }
    }
  }
  if (unknown.empty()) {
    return std::nullopt;
  }
  return sentence(
      "pdfLaTeX does not know {}: set the figure with LuaLaTeX or XeLaTeX and a font that has "
      "these "
      "signs, give the run another label, or export SVG or PDF.",
      fmt::format("{}", fmt::join(unknown, " ")));
}

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
