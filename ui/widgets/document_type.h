#pragma once

class QTextDocument;

namespace w2s::ui {

class Theme;

// Markdown comes with a headline twice as large as the window's and a table of heavy lines.
void setInWindowsType(const Theme& theme, QTextDocument& document);

}  // namespace w2s::ui
