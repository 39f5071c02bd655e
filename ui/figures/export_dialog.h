// Figures and tables of the runs on the page, or a report on them: an exact preview, the settings, and
// the command that does the same without a window. Not modal; follows the run while it goes on.
#pragma once

#include <memory>

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include "core/base/result.h"
#include "ui/draw/scene.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_subject.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QSettings;

namespace w2s::ui {

class ChartBoard;
class CommandView;
class ExportForm;
class FigurePreview;
class KeptFigures;
class Theme;

class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  enum class Kind { Figure, Report };  // a report is a page: figures::isPage()

  // `settings` may be null: nothing is remembered.
  ExportDialog(const Theme& theme, std::unique_ptr<FigureSubject> subject, Kind kind,
               QSettings* settings, QWidget* parent = nullptr);

  // Comes to the front; with the name of a chart that one alone is chosen.
  void open(const QString& chart);
  // The figures show what these charts show: their axes, zoom and smoothing.
  void setBoard(const ChartBoard& board);
  // What is asked for, axes included; `path` as the file.
  [[nodiscard]] figures::FigureRequest request(const QString& path = {}) const;
  // What Save does after the file has been chosen.
  void saveTo(const QString& path);

  [[nodiscard]] ExportForm& form() {
    return *form_;
  }

 public Q_SLOTS:
  // What is shown has changed.
  void refreshSoon();

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void done(int result) override;

 private:
  QWidget* makeSide();
  void refresh();
  void restyle();
  // Preview beside the settings, or above them where they would leave it too little.
  void arrange();
  void stack(bool stacked);
  void fitCommand();
  void chooseFile();
  void openKept(const figures::FigureCall& call);
  void closeKept();
  void keep(const QString& name);
  void saveSettings() const;
  void restoreSettings();
  // Its part of the file of settings.
  [[nodiscard]] QString group() const;
  void copyImage();
  void copyCommand();
  void copyCaption();
  void say(const QString& message, bool trouble = false);
  [[nodiscard]] QString fileName() const;
  [[nodiscard]] QString captionOf(const figures::FigureRequest& request, qsizetype bytes,
                                  const draw::Scene& scene) const;

  const Theme& theme_;
  std::unique_ptr<FigureSubject> subject_;
  Kind kind_;
  QPointer<const ChartBoard> board_;
  QSettings* settings_;
  FigurePreview* preview_ = nullptr;
  QScrollArea* side_ = nullptr;
  ExportForm* form_ = nullptr;
  KeptFigures* kept_ = nullptr;
  QBoxLayout* parts_ = nullptr;
  QWidget* content_ = nullptr;  // what scrolls: the settings, and stacked the command, too
  QWidget* command_part_ = nullptr;
  CommandView* command_ = nullptr;
  QLabel* message_ = nullptr;
  QPushButton* save_ = nullptr;
  QPushButton* copy_image_ = nullptr;
  QPushButton* copy_command_ = nullptr;
  QPushButton* copy_caption_ = nullptr;
  QString caption_;  // of the figure in sight, for a paper
  bool stacked_ = false;
  QTimer refresh_timer_;
  QString folder_;  // of the last file
};

}  // namespace w2s::ui
