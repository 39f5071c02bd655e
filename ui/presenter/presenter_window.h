// The presenter view: a window of its own over the whole screen, or on the projector while the
// controls stay on the laptop. Shows the controller's run with one or two charts, the three
// accuracies, the gap bar and what the class predicts. Steered by keyboard and remote control; it
// never opens a dialog.
//
//   Space start, pause   . step   PageUp/PageDown other charts   + - text size   B blank
//   click: what the class predicts; arrows move it, Delete erases it   Esc, F5 leave
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "ui/charts/run_charts.h"
#include "ui/figures/figure_layout.h"
#include "ui/figures/figure_source.h"
#include "ui/presenter/presenter_painter.h"

namespace w2s::ui {

class RunController;
class RunShelf;
class Theme;

class PresenterWindow : public QWidget {
  Q_OBJECT

 public:
  // `shelf` may be null: no runs are laid over the present one.
  PresenterWindow(const Theme& theme, RunController& controller, RunShelf* shelf,
                  QWidget* parent = nullptr);
  ~PresenterWindow() override;

  // Over a whole screen: of several one on which `controls` is not.
  void presentFullScreen(const QWidget* controls);
  // As an ordinary window, for one screen or a shared one.
  void presentInWindow();

  [[nodiscard]] const PresenterContent& content() const {
    return content_;
  }
  [[nodiscard]] const PresenterLayout& presenterLayout() const {
    return layout_;
  }
  [[nodiscard]] double textScale() const {
    return scale_;
  }
  [[nodiscard]] bool isBlank() const {
    return blank_;
  }

  void setPrediction(std::optional<double> pgr);
  void showSet(int index);

 Q_SIGNALS:
  void left();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;

 private:
  void rebuild();
  void buildPanels();
  void describe();
  bool pressRunKey(int key);
  bool pressViewKey(int key);
  void setTextScale(double scale);
  void setBlank(bool blank);
  // The PGR that a place in the view stands for.
  [[nodiscard]] std::optional<double> predictionAt(QPointF position) const;
  void showCursor();

  const Theme& theme_;
  RunController& controller_;
  FigureSource source_;
  std::vector<std::unique_ptr<charts::RunChart>> charts_;
  figures::TextWidth text_width_;
  int set_ = 0;
  double scale_ = 1.0;
  bool blank_ = false;
  std::optional<double> prediction_;
  PresenterLayout layout_;
  PresenterContent content_;
  // Of each panel, to read a click: value at the plot's lower and upper edge.
  struct Values {
    QString chart;
    double low = 0.0;
    double high = 1.0;
  };
  std::vector<Values> values_;
  QTimer cursor_timer_;
};

}  // namespace w2s::ui
