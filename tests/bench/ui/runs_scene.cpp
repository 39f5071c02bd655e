// The window over a workspace with many recorded runs.
#include <algorithm>
#include <functional>

#include <QAbstractItemModel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "core/config/presets.h"
#include "tests/bench/process.h"
#include "tests/bench/ui/loop_probe.h"
#include "tests/bench/ui/many_runs.h"
#include "tests/bench/ui/scenes.h"
#include "tests/bench/ui/scripted_runner.h"
#include "ui/bridge/experiment_session.h"
#include "ui/main_window.h"
#include "ui/models/runs_model.h"
#include "ui/theme/theme.h"

namespace w2s::bench {
namespace {

using namespace ui;

constexpr int kPatienceMs = 120'000;
constexpr double kMostGap = 100.0;

Result<double> firstFrame(const SceneOptions& options, const std::string& workspace) {
  std::vector<double> seconds;
  for (int round = 0; round < 3; ++round) {
    W2S_TRY(const Finished finished,
            runProcess({options.w2slab, "--workspace", workspace, "--settings",
                        workspace + "/settings.ini", "--quit-after-first-frame"}));
    seconds.push_back(finished.first_output_seconds);
  }
  std::ranges::sort(seconds);
  return seconds[1];
}

// Lists the workspace in a window of this process, then uses the table as a hand would.
class RunsScene {
 public:
  RunsScene(const std::filesystem::path& workspace, config::ExperimentConfig config)
      : session_(std::make_unique<ScriptedRunner>(/*steps=*/100, /*seconds=*/0)) {
    theme_.choose(ThemeChoice::Light);
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("bench"),
                        .title = QStringLiteral("Bench"),
                        .sentence = {},
                        .config = std::move(config)}};
    options.workspace = workspace;
    window_ = std::make_unique<MainWindow>(theme_, session_, std::move(options));
    window_->resize(1440, 900);
    window_->show();
    (void)QTest::qWaitForWindowExposed(window_.get());
    table_ = window_->findChild<QTableView*>(QStringLiteral("run.runs"));
  }

  [[nodiscard]] std::vector<Measured> measure(int count) {
    const std::string with = " with " + std::to_string(count) + " runs";
    std::vector<Measured> all;
    const auto add = [&](const std::string& what, double gap) {
      all.push_back({what + with + ", longest gap of the event loop", "ms", gap, kMostGap});
    };
    QElapsedTimer listing;
    listing.start();
    add("listing", gapWhile([&] { return rows() == count; }));
    all.push_back({"listing" + with, "s", static_cast<double>(listing.nsecsElapsed()) * 1e-9,
                   1.0 + 0.001 * count});
    add("a sort by name",
        gapAfter([&] { table_->sortByColumn(RunsModel::Name, Qt::AscendingOrder); }));
    add("a sort by date",
        gapAfter([&] { table_->sortByColumn(RunsModel::Date, Qt::DescendingOrder); }));
    add("a sort by a setting",
        gapAfter([&] { table_->sortByColumn(RunsModel::ColumnCount, Qt::AscendingOrder); }));
    add("a sort by PGR",
        gapAfter([&] { table_->sortByColumn(RunsModel::Pgr, Qt::DescendingOrder); }));
    add("a sort by date again",
        gapAfter([&] { table_->sortByColumn(RunsModel::Date, Qt::DescendingOrder); }));
    add("a run shown on the charts", gapAfter([&] {
          table_->setCurrentIndex(table_->model()->index(0, RunsModel::Name));
          QTest::keyClick(table_, Qt::Key_Space);
        }));
    add("all runs selected", gapAfter([&] { table_->selectAll(); }));
    add("one run selected", gapAfter([&] { table_->selectRow(1); }));
    auto* filter = window_->findChild<QLineEdit*>(QStringLiteral("runs.filter"));
    add("words in the filter", gapAfter([&] { filter->setText(QStringLiteral("run 7")); }));
    add("no words in the filter", gapAfter([&] { filter->clear(); }));
    add("a measure and a setting in the filter",
        gapAfter([&] { filter->setText(QStringLiteral("student > .5 temperature < 2")); }));
    add("no filter", gapAfter([&] { filter->clear(); }));
    all.push_back({"memory of the program" + with, "MB", residentMegabytes(), 300.0});
    return all;
  }

  // After another folder has come.
  [[nodiscard]] Measured measureNext(int count) {
    return {"one more run beside " + std::to_string(count - 1) + ", longest gap of the event loop",
            "ms", gapWhile([&] { return rows() == count; }), kMostGap};
  }

 private:
  [[nodiscard]] int rows() const {
    return table_->model()->rowCount();
  }

  double gapWhile(const std::function<bool()>& done) {
    heartbeat_.clear();
    (void)QTest::qWaitFor(done, kPatienceMs);
    QTest::qWait(300);  // what the last rows bring with them
    return heartbeat_.longestGap();
  }

  double gapAfter(const std::function<void()>& action) {
    heartbeat_.clear();
    action();
    QTest::qWait(300);
    return heartbeat_.longestGap();
  }

  Theme theme_;
  ExperimentSession session_;
  std::unique_ptr<MainWindow> window_;
  QTableView* table_ = nullptr;
  Heartbeat heartbeat_;
};

}  // namespace

Result<std::vector<Measured>> measureRuns(const SceneOptions& options) {
  const QTemporaryDir folder;
  const std::filesystem::path workspace = folder.path().toStdString();
  const std::string w2s = (std::filesystem::path(options.w2slab).parent_path() / "w2s").string();
  W2S_TRY(ManyRuns runs, ManyRuns::make(w2s, options.data_folder, workspace));
  W2S_TRY(const config::ExperimentConfig config, config::loadPreset("fashion-demo"));
  std::vector<Measured> all;
  std::vector<int> counts = options.runs;
  std::ranges::sort(counts);
  for (const int count : counts) {
    W2S_CHECK(runs.fillTo(count));
    W2S_TRY(const double seconds, firstFrame(options, workspace.string()));
    all.push_back({"start of the program to its window with " + std::to_string(count) + " runs",
                   "s", seconds, 1.5});
    RunsScene scene(workspace, config);
    const auto measured = scene.measure(count);
    all.insert(all.end(), measured.begin(), measured.end());
    W2S_CHECK(runs.fillTo(count + 1));
    all.push_back(scene.measureNext(count + 1));
  }
  return all;
}

}  // namespace w2s::bench
