#include "ui/figures/html_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "ui/bridge/words.h"
#include "ui/figures/svg_writer.h"

namespace w2s::ui::figures {
namespace {

constexpr std::string_view kStyle = R"(
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; color: #1d2733; background: #ffffff; }
figure { margin: 1.5rem 0; }
figure svg { max-width: 100%; height: auto; }
figcaption { margin-top: .8rem; }
table { border-collapse: collapse; margin: .5rem 0 1rem; font-variant-numeric: tabular-nums; }
th, td { white-space: nowrap; padding: .25rem .8rem; text-align: right; border-bottom: 1px solid #dde3ea; }
th:first-child, td:first-child { text-align: left; }
thead th { border-bottom: 2px solid #1d2733; }
tr.summary td { font-weight: 600; }
.wide { overflow-x: auto; }
pre { padding: .8rem; overflow-x: auto; background: #f4f6f9; }
)";

std::string row(const std::vector<std::string>& cells, std::string_view cell,
                std::string_view mark = {}, std::string_view attributes = {}) {
  std::string out = fmt::format("<tr{}>", attributes);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out += fmt::format("<{0}>{1}{2}</{0}>", cell, xmlText(cells[i]), i == 0 ? mark : "");
  }
  return out + "</tr>\n";
}

std::string table(const PageTable& page) {
  const PrintedTable& printed = page.table;
  std::string out =
      page.heading.empty() ? std::string() : fmt::format("<h2>{}</h2>\n", xmlText(page.heading));
  if (!printed.head.empty()) {
    out += "<div class=\"wide\"><table>\n<thead>" + row(printed.head, "th") + "</thead>\n<tbody>\n";
    for (std::size_t i = 0; i < printed.rows.size(); ++i) {
      out += row(printed.rows[i], "td", i < printed.marks.size() ? xmlText(printed.marks[i]) : "");
    }
    for (const auto& cells : printed.summary) {
      out += row(cells, "td", {}, " class=\"summary\"");
    }
    out += "</tbody>\n</table></div>\n";
  }
  for (const auto& [mark, note] : printed.notes) {
    out += fmt::format("<p>{}{}{}</p>\n", xmlText(mark), mark.empty() ? "" : " ", xmlText(note));
  }
  return out;
}

// Line by line: a line's end is no sign to be shown.
std::string lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += xmlText(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

std::string writeHtml(const Figure& figure, std::string_view picture, std::string_view language) {
  const Provenance& from = figure.provenance;
  const std::string title = xmlText(figure.title);
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{}\">\n<head>\n"
      "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n<figure>\n",
      xmlText(language), title, kStyle, title);
  if (const std::size_t begin = picture.find("<svg"); begin != std::string_view::npos) {
    out += picture.substr(begin);
  }
  out += fmt::format("<figcaption>{}</figcaption>\n</figure>\n", xmlText(from.caption));
  for (const PageTable& one : figure.tables) {
    out += table(one);
  }
  for (const auto& [heading, text] : figure.settings) {
    out += fmt::format("<h2>{}</h2>\n<pre>{}</pre>\n", xmlText(heading), lines(text));
  }
  out +=
      fmt::format("<h2>{}</h2>\n<dl>\n", xmlText(words("figures", "Where the numbers come from")));
  for (const auto& [key, value] : from.entries()) {
    if (key != "caption" && key != "command") {
      out += fmt::format("<dt>{}</dt><dd><code>{}</code></dd>\n", key, xmlText(value));
    }
  }
  return out +
         fmt::format("</dl>\n<p>{}</p>\n<pre>{}</pre>",
                     xmlText(words("figures", "This command makes the page again:")),
                     xmlText(from.command)) +
         "\n</body>\n</html>\n";
}

}  // namespace w2s::ui::figures
