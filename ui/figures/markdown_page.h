// A report as Markdown (CommonMark with the tables that GitHub, GitLab and pandoc have): the same parts
// as the HTML page (html_page.h). The picture is a file beside it, which the page names.
#pragma once

#include <string>
#include <string_view>

#include "ui/figures/figure.h"

namespace w2s::ui::figures {

// "results-figure.svg" for "results.md": what the page's picture is called.
[[nodiscard]] std::string pictureNameOf(const std::string& page);

// `picture`: the name of the picture's file in the page's folder; empty: none, of a table.
[[nodiscard]] std::string writeMarkdown(const Figure& figure, std::string_view picture);

}  // namespace w2s::ui::figures
