// The examples page: the test images of the present run with what weak supervisor, student and
// ceiling say about each, filters, three confusion matrices and the chosen image in large.
//
// It follows the run of the session: the latest evaluation, or the one nearest to the step that
// showStep() was given (the crosshair of the charts). Files are read on a thread of their own, and
// only while the page can be seen.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include <QWidget>

#include "ui/bridge/example_set.h"
#include "ui/models/example_filter.h"

class QBoxLayout;
class QLabel;
class QListView;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace w2s::ui {

class ConfusionView;
class ExampleDelegate;
class ExampleDetail;
class ExampleFilterBar;
class ExamplesModel;
class ExamplesSource;
class ExperimentSession;
class SegmentRow;
class Theme;

class ExamplesPage : public QWidget {
  Q_OBJECT

 public:
  struct Folders {
    std::filesystem::path workspace;
    std::filesystem::path data;  // empty: the data set's usual places
  };

  ExamplesPage(const Theme& theme, ExperimentSession& session, Folders folders,
               QWidget* parent = nullptr);

  [[nodiscard]] ExamplesModel& model() {
    return *model_;
  }
  // Of the run in focus; null: none are read.
  [[nodiscard]] const std::shared_ptr<const ExampleSet>& examples() const {
    return set_;
  }
  // Reads them though the page cannot be seen: another view shows them too.
  void setWatched(bool watched);

 public Q_SLOTS:
  // The evaluation nearest to this step; NaN or a negative step: the latest.
  void showStep(double step);
  // These alone, as soon as that run is the one in focus, and until it is another or they are let go.
  void showRows(const QString& run, std::shared_ptr<const w2s::ui::ChosenRows> rows);

 Q_SIGNALS:
  // The evaluation at the crosshair is not wanted any more.
  void latestWanted();

 protected:
  void showEvent(QShowEvent* event) override;
  bool eventFilter(QObject* object, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  // Which evaluations the run has: when it changes there is something new to read.
  struct Wanted {
    std::string run_id;
    bool weak = false;
    std::int64_t student = 0;  // steps of the latest evaluations
    std::int64_t ceiling = 0;
    std::optional<double> step;
    ExampleSplit split = ExampleSplit::Test;
    bool has_ended = false;
    friend bool operator==(const Wanted&, const Wanted&) = default;
  };

  void makeBody();
  void layOut();
  void connectParts();
  QWidget* makeGrid();
  QWidget* makeSide();
  QWidget* makeMatrices();
  void follow();
  void take(const std::shared_ptr<const ExampleSet>& set);
  void showProblem(const QString& message);
  void showExamples();
  void showChosen();
  void showStepText();
  void chooseSplit(ExampleSplit split);
  [[nodiscard]] QString waitingText(const Wanted& wanted) const;
  void showEmpty(const QString& sentence, bool offers_clearing);
  void toggleCell(const ConfusionCell& cell);
  void copyChosen() const;
  void arrange();
  void fitContent();
  void fitCells();
  void restyle();

  const Theme& theme_;
  ExperimentSession& session_;
  Folders folders_;
  ExamplesSource* source_ = nullptr;
  ExamplesModel* model_ = nullptr;
  std::shared_ptr<const ExampleSet> set_;
  std::optional<Wanted> asked_;
  std::optional<double> step_;
  ExampleSplit split_ = ExampleSplit::Test;
  bool is_watched_ = false;
  std::string run_of_rows_;  // whose rows are chosen
  std::shared_ptr<const ChosenRows> rows_;
  std::optional<std::uint32_t> chosen_;  // position in the set

  QScrollArea* scroll_ = nullptr;  // for windows too small for even the narrowest arrangement
  QWidget* content_ = nullptr;
  QLabel* step_text_ = nullptr;
  QToolButton* latest_ = nullptr;
  SegmentRow* splits_ = nullptr;
  ExampleFilterBar* filters_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  QListView* grid_ = nullptr;
  ExampleDelegate* delegate_ = nullptr;
  QLabel* empty_ = nullptr;
  QPushButton* clear_ = nullptr;
  ExampleDetail* detail_ = nullptr;
  std::array<ConfusionView*, kAnswerers.size()> matrices_{};
  QWidget* matrix_row_ = nullptr;
  QBoxLayout* matrix_layout_ = nullptr;
  QWidget* strip_ = nullptr;
  QBoxLayout* strip_layout_ = nullptr;
  QScrollArea* side_ = nullptr;
  QBoxLayout* side_layout_ = nullptr;
  QSplitter* body_ = nullptr;
  QSplitter* column_ = nullptr;
};

}  // namespace w2s::ui
