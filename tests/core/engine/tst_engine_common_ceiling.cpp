// The common ceiling: the ceiling of the experiment it is taken from, bit for bit, whichever of the two is run first; a
// second PGR in the summary; and no second training where it is the run's own ceiling.
#include <cmath>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/engine/runner.h"
#include "core/store/recorded_run.h"
#include "tests/support/recording_sink.h"
#include "tests/support/small_experiment.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;

namespace {

// The experiment whose strong model is the reference.
config::ExperimentConfig reference() {
  return test::smallExperiment();
}

// A control with a poorer strong model and another recipe.
config::ExperimentConfig control() {
  config::ExperimentConfig config = test::smallExperiment();
  config.name = "control";
  config.task.validation_rows = 100;
  config.strong.backbone = config::PixelsBackbone{.size = 3};
  config.optimizer.learning_rate.base = 1e-2;
  config.common_ceiling.train = true;
  config.common_ceiling.model = reference().strong;
  config.common_ceiling.recipe = config::OwnRecipe{.optimizer = reference().optimizer};
  return config;
}

struct Lab {
  QTemporaryDir folder;
  std::filesystem::path workspace = folder.path().toStdString();
  test::RecordingSink sink;
  std::unique_ptr<Runner> runner =
      std::move(*makeRunner({.workspace = workspace, .data_folder = {}, .workers = 2}));

  std::string run(const config::ExperimentConfig& config) {
    RunRequest request;
    request.config = config;
    request.seed = 3;
    auto handle = runner->start(request, sink);
    if (!handle) {
      qFatal("%s", handle.error().message.c_str());
    }
    runner->wait({*handle});
    return (*handle)->id();
  }
  [[nodiscard]] std::optional<StageFinished> finished(const std::string& id, const StageId& stage) {
    for (const StageFinished& event : sink.all<StageFinished>(id)) {
      if (event.stage == stage) {
        return event;
      }
    }
    return std::nullopt;
  }
  [[nodiscard]] RunSummary summary(const std::string& id) {
    const auto all = sink.all<RunFinished>(id);
    if (all.size() != 1) {
      qFatal("the run did not finish");
    }
    return all.front().summary;
  }
  [[nodiscard]] std::string series(const std::string& id, const char* stage) const {
    return test::runFile(workspace, id, std::string("series/") + stage + ".csv");
  }
};

}  // namespace

class TstEngineCommonCeiling : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void itIsTheCeilingOfTheExperimentItIsTakenFrom_data() {
    QTest::addColumn<bool>("control_first");
    QTest::newRow("the experiment first") << false;
    QTest::newRow("the control first") << true;
  }
  void itIsTheCeilingOfTheExperimentItIsTakenFrom() {
    QFETCH(bool, control_first);
    Lab lab;
    std::string of_control;
    std::string of_reference;
    if (control_first) {
      of_control = lab.run(control());
      of_reference = lab.run(reference());
    } else {
      of_reference = lab.run(reference());
      of_control = lab.run(control());
    }
    QCOMPARE(lab.finished(of_control, stage::kCommonCeiling)->from_cache, !control_first);
    QCOMPARE(lab.finished(of_reference, stage::kCeiling)->from_cache, control_first);
    QVERIFY(!lab.finished(of_control, stage::kCeiling)->from_cache);
    QVERIFY(!lab.series(of_control, "common_ceiling").empty());
    QCOMPARE(lab.series(of_control, "common_ceiling"), lab.series(of_reference, "ceiling"));
    QVERIFY(lab.series(of_control, "ceiling") != lab.series(of_reference, "ceiling"));
    QCOMPARE(lab.summary(of_control).common->ceiling.accuracy,
             lab.summary(of_reference).ceiling.accuracy);
    QVERIFY(!lab.summary(of_reference).common.has_value());
  }

  void theSummaryHasBothRatios() {
    Lab lab;
    const RunSummary summary = lab.summary(lab.run(control()));
    QVERIFY(summary.common.has_value());
    const double gain = summary.student.accuracy - summary.weak.accuracy;
    const double common = summary.common->ceiling.accuracy;
    QVERIFY(common > summary.ceiling.accuracy);
    QVERIFY(std::abs(*summary.common->pgr.signed_value - gain / (common - summary.weak.accuracy)) <
            1e-12);
    QVERIFY(std::abs(*summary.pgr.signed_value -
                     gain / (summary.ceiling.accuracy - summary.weak.accuracy)) < 1e-12);
    QVERIFY(summary.common->pgr.ci95.has_value());
  }

  void aRunFromTheCacheHasTheSameSummary() {
    Lab lab;
    const RunSummary first = lab.summary(lab.run(control()));
    const std::string again = lab.run(control());
    QVERIFY(lab.finished(again, stage::kCommonCeiling)->from_cache);
    const RunSummary second = lab.summary(again);
    QCOMPARE(second.common->pgr.signed_value, first.common->pgr.signed_value);
    QCOMPARE(second.common->pgr.ci95->low, first.common->pgr.ci95->low);
    QCOMPARE(second.pgr.signed_value, first.pgr.signed_value);
  }

  void theStudentIsTheSameWithAndWithoutIt() {
    Lab lab;
    const std::string with = lab.run(control());
    config::ExperimentConfig config = control();
    config.common_ceiling.train = false;
    const std::string without = lab.run(config);
    QCOMPARE(lab.series(with, "student"), lab.series(without, "student"));
    QVERIFY(!lab.finished(without, stage::kCommonCeiling).has_value());
  }

  void aReferenceThatTrainsItsBackboneIsTheSameModelToo() {
    Lab lab;
    config::ExperimentConfig config = test::smallFineTuning();
    const std::string of_reference = lab.run(config);
    config.common_ceiling.train = true;
    config.common_ceiling.model = config.strong;
    config.strong = {.backbone = config::PixelsBackbone{.size = 7}};
    const std::string of_control = lab.run(config);
    QVERIFY(lab.finished(of_control, stage::kCommonCeiling)->from_cache);
    QCOMPARE(lab.series(of_control, "common_ceiling"), lab.series(of_reference, "ceiling"));
  }

  void theOwnCeilingServesWhereItIsTheCommonOne() {
    Lab lab;
    config::ExperimentConfig config = reference();
    config.common_ceiling.train = true;
    config.common_ceiling.model = config.strong;
    const std::string id = lab.run(config);
    QVERIFY(!lab.finished(id, stage::kCommonCeiling).has_value());
    const RunSummary summary = lab.summary(id);
    QCOMPARE(summary.common->ceiling.accuracy, summary.ceiling.accuracy);
    QCOMPARE(summary.common->pgr.signed_value, summary.pgr.signed_value);
  }

  // Trained on, a common ceiling goes along as the own one does; one with a recipe of its own stays.
  void anExtensionTakesItAlong_data() {
    QTest::addColumn<bool>("own_recipe");
    QTest::newRow("the run's recipe") << false;
    QTest::newRow("a recipe of its own") << true;
  }
  void anExtensionTakesItAlong() {
    QFETCH(bool, own_recipe);
    const auto with_steps = [&](std::int64_t steps) {
      config::ExperimentConfig config = control();
      config.optimizer.steps = steps;
      config.objective.confidence_weight.warmup = 0.0;  // a share of the steps
      if (!own_recipe) {
        config.common_ceiling.recipe = config::CommonCeilingConfig{}.recipe;
      }
      return config;
    };
    Lab lab;
    const std::string shorter = lab.run(with_steps(40));
    RunRequest extension;
    extension.resume_id = shorter;
    extension.extend_to_steps = 120;
    auto handle = lab.runner->start(extension, lab.sink);
    QVERIFY(handle.has_value());
    lab.runner->wait({*handle});
    const std::string extended = (*handle)->id();
    Lab other;
    const std::string whole = other.run(with_steps(120));
    QCOMPARE(lab.series(extended, "common_ceiling"), other.series(whole, "common_ceiling"));
    QCOMPARE(lab.series(extended, "student"), other.series(whole, "student"));
    QCOMPARE(lab.summary(extended).common->ceiling.accuracy,
             other.summary(whole).common->ceiling.accuracy);
    QCOMPARE(lab.summary(extended).common->pgr.signed_value,
             other.summary(whole).common->pgr.signed_value);
    QCOMPARE(lab.series(extended, "common_ceiling") == lab.series(shorter, "common_ceiling"),
             own_recipe);
  }

  // Its progress is told in rows before its steps: the log must read back, and the run folder has both.
  void theRunFolderReadsBack() {
    Lab lab;
    const std::string id = lab.run(control());
    const auto run = store::loadRun(lab.workspace / "runs" / id);
    QVERIFY2(run.has_value(), run ? "" : run.error().message.c_str());
    QCOMPARE(run->stages.at(stage::kCommonCeiling).series.lastStep(), reference().optimizer.steps);
    QVERIFY(run->stages.at(stage::kCommonCeiling).finished.has_value());
    QCOMPARE(run->summary->common->pgr.signed_value, lab.summary(id).common->pgr.signed_value);
    QVERIFY(run->manifest.config == control());
  }
};

W2S_TEST(TstEngineCommonCeiling)
#include "tst_engine_common_ceiling.moc"
