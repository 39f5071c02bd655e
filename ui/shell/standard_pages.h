// The pages and panels of the window. A new page is one line here.
#pragma once

#include <filesystem>

#include "ui/pages/examples_page.h"

namespace w2s::ui {

class MainWindow;
class ExperimentSession;
class Theme;

// Panels "settings" (left) and "runs" (bottom).
inline constexpr const char* kSettingsDock = "settings";
inline constexpr const char* kRunsDock = "runs";

void addStandardPages(MainWindow& window, Theme& theme, ExperimentSession& session);
// The window has a StudySession.
void addStudyPage(MainWindow& window, Theme& theme, ExperimentSession& session);
// The window has RecordedRuns.
void addComparePage(MainWindow& window, Theme& theme, const std::filesystem::path& workspace);
void addExamplesPage(MainWindow& window, Theme& theme, ExperimentSession& session,
                     ExamplesPage::Folders folders);

}  // namespace w2s::ui
