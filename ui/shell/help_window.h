// Help in a window of its own: a searchable list of the pages and settings, and the one chosen, with
// links and a way back.
#pragma once

#include <QDialog>

#include "core/config/experiment_config.h"

class QLineEdit;
class QListWidget;
class QUrl;

namespace w2s::ui {

class HelpBrowser;
class Theme;

class HelpWindow : public QDialog {
  Q_OBJECT

 public:
  // `config`: whose settings are explained.
  HelpWindow(const Theme& theme, config::ExperimentConfig config, QWidget* parent);

  // Id of a page or "setting.<key>" (help_pages.h); an unknown one shows the first steps.
  void showPage(const QString& id);
  [[nodiscard]] QString page() const;

 private:
  void fillList();
  void search(const QString& words);
  void markShown(const QUrl& page);

  const Theme& theme_;
  config::ExperimentConfig config_;
  QLineEdit* search_;
  QListWidget* list_;
  HelpBrowser* browser_;
};

}  // namespace w2s::ui
