// The pages of the help: one a term, a loss, a chart, each a file
// resources/help/<language>/<id>.md with a line in help.qrc. The first line of the English file may
// name the widgets that the page explains, in a comment: their object names.
#pragma once

#include <vector>

#include <QString>
#include <QStringList>

#include "core/config/experiment_config.h"

class QWidget;

namespace w2s::ui {

struct HelpPage {
  QString id;     // "pgr"
  QString title;  // its first heading
  QString text;   // Markdown; links name other pages: [PGR](pgr.md)
  QStringList widgets;
};

// In the language in effect, or in English where it has no such page: the first steps, then by
// title. Read once.
[[nodiscard]] const std::vector<HelpPage>& helpPages();
[[nodiscard]] const HelpPage* findHelpPage(const QString& id);

inline constexpr const char* kFirstHelpPage = "start";

// The id of the page on the widget or on the innermost one around it that has a page; on a setting
// "setting.<key>". Empty: none.
[[nodiscard]] QString helpPageOn(const QWidget* widget);

// HTML on a setting: what its description says, its choices, and the pages that tell more. Empty:
// `config` has no such setting.
[[nodiscard]] QString settingHelp(const QString& key, const config::ExperimentConfig& config);

}  // namespace w2s::ui
