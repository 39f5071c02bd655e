// The page of a run: stages, messages, cards, gap bar and charts.
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace w2s {
struct Error;
}
namespace w2s::record {
struct Diverged;
}

namespace w2s::ui {

class Banner;
class ChartBoard;
class MissingPanel;
class NumbersRow;
class PhaseIndicator;
class ExperimentSession;
class Theme;

class RunPage : public QWidget {
  Q_OBJECT

 public:
  RunPage(const Theme& theme, ExperimentSession& session, QWidget* parent = nullptr);
  ~RunPage() override;

  // The charts: overlays, shared view, crosshair.
  [[nodiscard]] ChartBoard& board() {
    return *board_;
  }
  // A line above the numbers.
  void addNotice(QWidget* notice);
  // What the page says of a run that ended badly, and the charts again.
  void showFailure(const Error& error);
  void showDivergence(const record::Diverged& divergence);
  void showCharts();

 Q_SIGNALS:
  // A message is shown and the window is small: what stands below should give way.
  void needsRoom(bool needs);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeRoom();
  void beginRun();
  void refresh();
  void refreshNumbers();
  void followState();
  void offerToTrainAnew();
  void sayWhichRun();

  const Theme& theme_;
  ExperimentSession& session_;
  PhaseIndicator* phases_ = nullptr;
  QLabel* shown_run_ = nullptr;  // while the settings are another experiment's
  Banner* banner_ = nullptr;
  NumbersRow* numbers_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  ChartBoard* board_ = nullptr;
  MissingPanel* missing_ = nullptr;
};

}  // namespace w2s::ui
