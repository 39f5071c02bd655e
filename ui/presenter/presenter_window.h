// The presenter view: a window of its own over the whole screen, or on the projector while the
// controls stay on the laptop. Shows the session's run with one or two charts, the three
// accuracies, the gap bar and what the class predicts. Steered by keyboard and remote control; it
// never opens a dialog.
//
//   Space start, pause   . step   PageUp/PageDown, arrows other charts   + - text size   B blank
//   Esc, F5 leave
//   click, P: what the class predicts; left and right move it, Delete erases it
//   S: the settings that may change now, with sliders; up and down choose one, left and right move it
//   and the keys of the window's actions on a run (obey)
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include "ui/presenter/presenter_show.h"
#include "ui/widgets/glide.h"

class QAction;
class QScreen;

namespace w2s::ui {

class ExperimentSession;
class RecordedRuns;
class Theme;

class PresenterWindow : public QWidget {
  Q_OBJECT

 public:
  // `recorded` may be null: no runs are laid over the present one.
  PresenterWindow(const Theme& theme, ExperimentSession& session, RecordedRuns* recorded,
                  QWidget* parent = nullptr);
  ~PresenterWindow() override;

  // Over a whole screen: of several one on which `controls` is not. When that screen goes, the view
  // goes too and keeps what it shows; it comes back with the next one.
  void presentFullScreen(const QWidget* controls);
  // As an ordinary window, for one screen or a shared one.
  void presentInWindow();

  [[nodiscard]] const PresenterContent& content() const {
    return show_.content();
  }
  [[nodiscard]] const PresenterLayout& presenterLayout() const {
    return show_.layout();
  }
  // Where the gap bar's dot is at present, on its way to the PGR.
  [[nodiscard]] std::optional<double> shownGap() const {
    return gap_.value();
  }
  [[nodiscard]] double textScale() const {
    return scale_;
  }

  // Actions whose keys work here as in the window. They outlive the view.
  void obey(std::vector<QAction*> actions) {
    actions_ = std::move(actions);
  }
  void showControls(bool shown);
  void setPrediction(std::optional<double> pgr);
  void showSet(int index);
  [[nodiscard]] bool wantsExamples() const {
    return wants_examples_;
  }
  // Of the run in focus; null: there are none.
  void setExamples(std::shared_ptr<const ExampleSet> set);

 Q_SIGNALS:
  void left();
  // Whether examples are in sight: then somebody has to read them.
  void examplesWanted(bool wanted);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  void rebuild();
  void tellWhatIsWanted();
  void fill(QScreen* screen);
  void leaveScreen(QScreen* gone);
  void returnToScreen();
  bool pressAction(const QKeyEvent& event);
  bool pressControlKey(int key);
  bool pressRunKey(int key);
  bool pressViewKey(int key);
  void setTextScale(double scale);
  void setControl(std::size_t control, double value);
  void setBlank(bool blank);
  void showCursor();
  [[nodiscard]] QRect gapArea() const;

  const Theme& theme_;
  ExperimentSession& session_;
  PresenterShow show_;
  Glide gap_;
  QPointer<const QWidget> controls_;
  bool waits_for_screen_ = false;  // closed because its screen has gone
  std::vector<QAction*> actions_;
  bool wants_examples_ = false;
  bool with_controls_ = false;
  std::size_t control_ = 0;             // chosen, where it is shown
  std::optional<std::size_t> dragged_;  // of the controls
  int set_ = 0;
  double scale_ = 1.0;
  bool blank_ = false;
  std::optional<double> prediction_;
  QTimer cursor_timer_;
};

}  // namespace w2s::ui
