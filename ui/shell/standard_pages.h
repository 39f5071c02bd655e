// The pages and panels of the window. A new page is one line here.
#pragma once

namespace w2s::ui {

class MainWindow;
class RunController;
class Theme;

// Panels "settings" (left) and "runs" (bottom).
inline constexpr const char* kSettingsDock = "settings";
inline constexpr const char* kRunsDock = "runs";

void addStandardPages(MainWindow& window, Theme& theme, RunController& controller);

}  // namespace w2s::ui
