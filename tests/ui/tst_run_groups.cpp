// Runs as groups: who belongs together, who is averaged, and what the filter of a group finds.
#include <QtTest/QtTest>

#include "core/config/settings.h"
#include "tests/support/test_main.h"
#include "ui/models/run_filter.h"
#include "ui/models/run_groups.h"
#include "ui/models/runs_model.h"
#include "ui/models/runs_proxy.h"
#include "ui/theme/theme.h"

using namespace w2s;
using namespace w2s::ui;

namespace {

study::SettingsPool pool;

RunRecord runOf(const char* id, std::int64_t seed, double student,
                const std::vector<std::string>& settings = {}, const char* experiment = "") {
  config::ExperimentConfig config;
  if (const Status set = config::applySettings(config, settings); !set) {
    qFatal("%s", set.error().message.c_str());
  }
  RunRecord run;
  run.id = QLatin1String(id);
  run.name = QStringLiteral("demo");
  run.seed = seed;
  run.stored = store::RunState::Finished;
  run.created = QStringLiteral("2026-11-30T10:00:0%1Z").arg(seed);
  run.settings = pool.of(config);
  run.experiment = QLatin1String(experiment);
  record::RunSummary summary;
  summary.weak = {.accuracy = 0.6, .loss = 1.0, .n = 1000};
  summary.student = {.accuracy = student, .loss = 0.5, .n = 1000};
  summary.ceiling = {.accuracy = 0.8, .loss = 0.4, .n = 1000};
  run.summary = std::make_shared<const record::RunSummary>(summary);
  return run;
}

std::vector<RunGroup> grouped(const std::vector<RunRecord>& runs, const RunGrouping& grouping) {
  std::vector<const RunRecord*> all;
  for (const RunRecord& run : runs) {
    all.push_back(&run);
  }
  return groupsOf(all, grouping);
}

}  // namespace

class TstRunGroups : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anExperimentIsItsSeeds() {
    std::vector<RunRecord> runs{runOf("a", 0, 0.70, {}, "e"), runOf("b", 1, 0.72, {}, "e"),
                                runOf("c", 2, 0.74, {}, "e"),
                                runOf("d", 0, 0.65, {"objective.temperature=2"}, "f")};
    RunRecord older = runOf("older", 2, 0.10, {}, "e");  // the same seed, an earlier run
    older.created = QStringLiteral("2026-11-29T10:00:00Z");
    RunRecord steered = runOf("steered", 5, 0.10, {}, "e");
    steered.live_changes = 1;
    RunRecord cut = runOf("cut", 6, 0.10, {}, "e");
    cut.summary = nullptr;
    cut.stored = store::RunState::Stopped;
    RunRecord damaged;
    damaged.id = QStringLiteral("damaged");
    damaged.problem = QStringLiteral("No manifest.");
    for (const RunRecord& run : {older, steered, cut, damaged}) {
      runs.push_back(run);
    }
    const auto groups = grouped(runs, {});
    QCOMPARE(groups.size(), std::size_t{4});  // e, the steered one, f, the damaged one
    const auto e = std::ranges::find_if(groups, [](const auto& g) { return g.runs == 5; });
    QVERIFY(e != groups.end());
    QCOMPARE(e->student.n, std::int64_t{3});
    QCOMPARE(e->student.mean, 0.72);
    QVERIFY(std::abs(e->student.sd - 0.02) < 1e-12);
    // Of the means: (0.72 - 0.6) / (0.8 - 0.6).
    QVERIFY(e->pgr.has_value());
    QVERIFY(std::abs(*e->pgr->pgr.signed_value - 0.6) < 1e-12);
    QVERIFY(e->pgr->pgr.ci95.has_value());
    QCOMPARE(e->filter, QStringLiteral("experiment=\"e\""));
    const auto alone = std::ranges::find_if(
        groups, [](const auto& g) { return g.filter == QStringLiteral("id=\"steered\""); });
    QVERIFY(alone != groups.end());
    QCOMPARE(alone->student.n, std::int64_t{0});
  }

  void settingsGroupWhateverTheOthersAre() {
    const std::vector<RunRecord> runs{
        runOf("a", 0, 0.70, {"objective.temperature=2", "objective.confidence_weight=0"}),
        runOf("b", 0, 0.74, {"objective.temperature=2", "objective.confidence_weight=0.5"}),
        runOf("c", 1, 0.66, {"objective.temperature=1"}),
        runOf("d", 2, 0.50, {"objective.temperature=1", "task.transfer_rows=77"})};
    const RunGrouping grouping{.keys = {"objective.temperature"}};
    const auto groups = grouped(runs, grouping);
    QCOMPARE(groups.size(), std::size_t{3});  // other data are never averaged
    // Nor are other files under the same name.
    std::vector<RunRecord> edited{runs[0], runs[1]};
    edited[0].data = "files of yesterday";
    edited[1].data = "files of today";
    QCOMPARE(grouped(edited, grouping).size(), std::size_t{2});
    const auto two = std::ranges::find_if(groups, [](const auto& g) { return g.runs == 2; });
    QVERIFY(two != groups.end());
    QCOMPARE(two->student.mean, 0.72);
    QVERIFY2(two->name.contains(QStringLiteral("T = 2")), qPrintable(two->name));
    QVERIFY(two->pgr.has_value() && !two->pgr->pgr.ci95);  // no draws of one experiment
    // Its filter finds its runs.
    Theme theme;
    RunsModel model(theme);
    model.setRecorded(runs, {});
    RunsProxy proxy;
    proxy.setSourceModel(&model);
    for (const RunGroup& group : groups) {
      const auto filter = RunFilter::parse(group.filter, model.filterSettings());
      QVERIFY2(filter.has_value(), filter ? "" : qPrintable(filter.error()));
      proxy.setFilter(*filter);
      QCOMPARE(std::int64_t{proxy.rowCount()}, group.runs);
    }
  }

  void theOrderOfTheRunsDoesNotMatter() {
    std::vector<RunRecord> runs;
    for (int i = 0; i < 9; ++i) {
      runs.push_back(runOf("r", i, 0.6 + 0.013 * i, {}, i % 2 == 0 ? "e" : "f"));
      runs.back().id += QString::number(i);
    }
    const auto forth = grouped(runs, {});
    std::ranges::reverse(runs);
    const auto back = grouped(runs, {});
    QCOMPARE(forth.size(), back.size());
    for (std::size_t i = 0; i < forth.size(); ++i) {
      QCOMPARE(forth[i].name, back[i].name);
      QCOMPARE(forth[i].student.mean, back[i].student.mean);
      QCOMPARE(forth[i].pgr->pgr.signed_value, back[i].pgr->pgr.signed_value);
    }
  }

  void theModelSaysMeanSpreadAndNumber() {
    RunGroupsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setGroups(grouped({runOf("a", 0, 0.70, {}, "e"), runOf("b", 1, 0.72, {}, "e"),
                             runOf("c", 2, 0.5, {"objective.temperature=2"}, "f")},
                            {}));
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&](int row, int column) {
      return model.index(row, column).data().toString();
    };
    const int e = text(0, RunGroupsModel::Runs) == QStringLiteral("2") ? 0 : 1;
    QCOMPARE(text(e, RunGroupsModel::Student), QStringLiteral("71.0 \u00b1 1.4"));
    QCOMPARE(text(1 - e, RunGroupsModel::Student), QStringLiteral("50.0"));
    QVERIFY(text(e, RunGroupsModel::Pgr).startsWith(QStringLiteral("0.55")));
    QVERIFY(model.index(e, RunGroupsModel::Student).data(RunGroupsModel::SortRole).toDouble() >
            0.7);
  }
};

W2S_WINDOW_TEST(TstRunGroups)
#include "tst_run_groups.moc"
