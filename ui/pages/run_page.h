// The page of a run: stages, messages, cards, gap bar and charts.
#pragma once

#include <QWidget>

class QStackedWidget;

namespace w2s {
struct Error;
}
namespace w2s::experiment {
struct Diverged;
}

namespace w2s::ui {

class Banner;
class ChartBoard;
class GapBar;
class MissingPanel;
class PhaseIndicator;
class RunController;
class StatCard;
class Theme;

class RunPage : public QWidget {
  Q_OBJECT

 public:
  RunPage(const Theme& theme, RunController& controller, QWidget* parent = nullptr);
  ~RunPage() override;

  // The charts: overlays, shared view, crosshair.
  [[nodiscard]] ChartBoard& board() {
    return *board_;
  }
  // A line above the numbers.
  void addNotice(QWidget* notice);

 Q_SIGNALS:
  // A message is shown and the window is small: what stands below should give way.
  void needsRoom(bool needs);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeRoom();
  QWidget* makeNumbers();
  void beginRun();
  void refresh();
  void refreshNumbers();
  void showFailure(const Error& error);
  void showDivergence(const experiment::Diverged& divergence);
  void followState();

  const Theme& theme_;
  RunController& controller_;
  PhaseIndicator* phases_ = nullptr;
  Banner* banner_ = nullptr;
  StatCard* weak_ = nullptr;
  StatCard* student_ = nullptr;
  StatCard* ceiling_ = nullptr;
  GapBar* gap_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  ChartBoard* board_ = nullptr;
  MissingPanel* missing_ = nullptr;
};

}  // namespace w2s::ui
