// A study's file becomes cells: every combination, draws that repeat, single cells; and what is wrong
// with one is said with its file, line and cell.
#include <algorithm>
#include <cmath>
#include <string>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/config/form.h"
#include "core/config/presets.h"
#include "core/store/run_folder.h"
#include "core/study/effects.h"
#include "core/study/newcomers.h"
#include "core/study/slurm.h"
#include "core/study/study.h"
#include "core/study/study_folder.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::study;

namespace {

const std::string kHead = "schema = 1\nname = \"s\"\nbase = \"fashion-demo\"\nseeds = \"0-1\"\n";

Result<Study> parse(const std::string& rest) {
  return parseStudy(kHead + rest, {}, "s.toml");
}

}  // namespace

class TstStudy : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aGridIsEveryCombination() {
    const auto study = parse(
        "[grid]\nobjective.temperature = [1, 2, 4]\n\"objective.confidence_weight\" = [0.0, "
        "0.5]\n");
    QVERIFY2(study.has_value(), study ? "" : study.error().message.c_str());
    QCOMPARE(study->cells.size(), std::size_t{6});
    QCOMPARE(study->seeds, (std::vector<std::int64_t>{0, 1}));
    QCOMPARE(study->keys,
             (std::vector<std::string>{"objective.temperature", "objective.confidence_weight"}));
    QCOMPARE(study->cells[3].config.objective.temperature, 2.0);
    QCOMPARE(study->cells[3].config.objective.confidence_weight.base, 0.5);
    QCOMPARE(study->cells[3].config.name, std::string("s"));
    QCOMPARE(cellName(study->cells[3]), std::string("temperature = 2, confidence_weight = 0.5"));
  }

  void studiesAreKnownByTheirKeys() {
    QVERIFY(study::looksLikeStudy("name = \"s\"\nbase = \"points-moons\""));
    QVERIFY(study::looksLikeStudy("[grid]\nobjective.temperature = [1, 2]"));
    QVERIFY(study::looksLikeStudy("[random]\ncount = 2"));
    QVERIFY(study::looksLikeStudy("[[cell]]\nobjective.temperature = 1"));
    QVERIFY(!study::looksLikeStudy("schema = 1\nname = \"base\"\n[task]\ndataset = \"moons\""));
    QVERIFY(!study::looksLikeStudy("[rows]\nlabels = \"a.csv#label\""));
    QVERIFY(!study::looksLikeStudy("[[[ no TOML"));
    QVERIFY(!study::looksLikeStudy(""));
  }

  void equalCellsAreOne() {
    const auto study = parse(
        "[grid]\nobjective.temperature = [1, 2]\n[[cell]]\nobjective.temperature = 2\n[[cell]]\n"
        "objective.temperature = 8\n");
    QVERIFY(study.has_value());
    QCOMPARE(study->cells.size(), std::size_t{3});
    QCOMPARE(study->cells[2].config.objective.temperature, 8.0);
  }

  // A run that another program began after the study was read is not begun again, unless it failed.
  void runsThatOthersBeginAreNoticed() {
    const QTemporaryDir folder;
    const std::filesystem::path workspace = folder.path().toStdString();
    const auto study = parse("[grid]\nobjective.temperature = [1, 2]\n");
    QVERIFY(study.has_value());
    const auto manifest = [&](std::size_t cell) {
      store::Manifest made;
      made.id = "run-" + std::to_string(cell);
      made.study = study->name;
      made.seed = 1;
      made.config = study->cells[cell].config;
      return made;
    };
    const auto request = [&](std::size_t cell, std::int64_t seed) {
      return record::RunRequest{.config = study->cells[cell].config, .seed = seed};
    };
    auto before = store::RunWriter::create(workspace, manifest(0));
    QVERIFY(before.has_value());
    Newcomers newcomers(workspace, study->name);
    QVERIFY(!newcomers.have(request(0, 1)));  // whoever read the study has seen it
    QVERIFY(!newcomers.have(request(1, 1)));
    auto after = store::RunWriter::create(workspace, manifest(1));
    QVERIFY(after.has_value());
    QVERIFY(newcomers.have(request(1, 1)));
    QVERIFY(!newcomers.have(request(1, 0)));
    QVERIFY(after->write(record::RunFailed{}).has_value());
    after->finish();
    QVERIFY(!newcomers.have(request(1, 1)));
    // One that is to be continued, and that somebody continues.
    auto resumed = request(0, 1);
    resumed.resume_id = "run-0";
    QVERIFY(newcomers.have(resumed));
    before->finish();
    QVERIFY(!newcomers.have(resumed));
  }

  void anyTextIsOneWordOfTheShell() {
    QCOMPARE(shellWord("/a/b-c_1.toml"), std::string("/a/b-c_1.toml"));
    QCOMPARE(shellWord(""), std::string("''"));
    QCOMPARE(shellWord("it's $(x)"), std::string("'it'\\''s $(x)'"));
  }

  void runsAreSharedAmongTasks() {
    const std::vector<std::string> five{"a", "b", "c", "d", "e"};
    QCOMPARE(tasksOf(five, 2).size(), std::size_t{3});
    QCOMPARE(tasksOf(five, 2)[2].runs, std::vector<std::string>{"e"});
    QCOMPARE(tasksOf(five, 0).size(), std::size_t{5});
    QCOMPARE(tasksOf(std::vector<std::string>(2001), 0).size(), std::size_t{667});  // three a task
    QVERIFY(tasksOf({}, 0).empty());
  }

  void oneValueInTwoSpellingsIsOneCell() {
    const auto study = parse(
        "[grid]\nobjective.temperature = [1, 1.0, 2]\n[[cell]]\n"
        "objective.confidence_weight.base = 0.25\n[[cell]]\nobjective.confidence_weight = 0.250\n");
    QVERIFY2(study.has_value(), study ? "" : study.error().message.c_str());
    QCOMPARE(study->cells.size(), std::size_t{3});
    QCOMPARE(study->keys,
             (std::vector<std::string>{"objective.temperature", "objective.confidence_weight"}));
  }

  void whatIsKeptIsNotReplacedByOtherSettings() {
    const QTemporaryDir folder;
    const std::filesystem::path workspace = folder.path().toStdString();
    const auto study = parse("[grid]\nobjective.temperature = [1, 2, 007]\n");
    const auto long_one = parse("[grid]\nobjective.temperature = [1, 2, 4]\n");
    const auto short_one = parse("[grid]\nobjective.temperature = [1, 2]\n");
    QVERIFY(!study.has_value());  // no number of TOML
    QVERIFY(long_one && short_one && keepStudy(workspace, *long_one).has_value());
    // A part of it leaves it whole.
    const auto file = keepStudy(workspace, *short_one);
    QVERIFY(file.has_value());
    QCOMPARE(loadStudy(*file)->cells.size(), std::size_t{3});
    Study other = *short_one;
    other.base.optimizer.steps = 77;
    const auto refused = keepStudy(workspace, other);
    QVERIFY(!refused && refused.error().message.find("another name") != std::string::npos);
    QCOMPARE(loadStudy(*file)->cells.size(), std::size_t{3});
    // What is typed as no number of TOML is written as one.
    Plan plan = short_one->plan;
    QVERIFY(extend(plan, *readVaried("objective.temperature", "007, +9")).has_value());
    QVERIFY(readPlan(planText(plan), "again").has_value());
  }

  void withoutCellsTheBaseIsOne() {
    const auto study = parse("");
    QVERIFY(study.has_value());
    QCOMPARE(study->cells.size(), std::size_t{1});
    QCOMPARE(cellName(study->cells[0]), std::string("as it is"));
  }

  void drawsRepeatAndStayInTheirRange() {
    const std::string random =
        "[random]\ncount = 40\nseed = 3\n"
        "optimizer.learning_rate = { low = 1e-4, high = 1e-1, log = true }\n"
        "objective.temperature = [1, 2]\noptimizer.batch_rows = { low = 16, high = 64 }\n";
    const auto study = parse(random);
    QVERIFY2(study.has_value(), study ? "" : study.error().message.c_str());
    QCOMPARE(study->cells.size(), std::size_t{40});
    const auto again = parse(random);
    int below = 0;
    for (std::size_t i = 0; i < study->cells.size(); ++i) {
      QVERIFY(study->cells[i].settings == again->cells[i].settings);
      const auto& config = study->cells[i].config;
      const double rate = config.optimizer.learning_rate.base;
      QVERIFY(rate >= 1e-4 && rate <= 1e-1);
      below += rate < std::sqrt(1e-5) ? 1 : 0;  // the middle of the logarithms
      QVERIFY(config.optimizer.batch_rows >= 16 && config.optimizer.batch_rows <= 64);
    }
    QVERIFY(below > 8 && below < 32);
    // A further setting leaves the draws of the others as they are.
    const auto more = parse(random + "objective.kd_weight = [0.5, 1.0]\n");
    QVERIFY(more.has_value());
    QCOMPARE(more->cells[7].config.optimizer.learning_rate.base,
             study->cells[7].config.optimizer.learning_rate.base);
    const auto other = parse(
        "[random]\ncount = 1\nseed = 4\nobjective.temperature = { low = 1, high = 9, log = true "
        "}\n");
    QVERIFY(other.has_value());
  }

  void aPlanIsWrittenAsItIsRead() {
    const std::string text =
        kHead +
        "[grid]\nobjective.temperature = [1, 2.5]\nsupervision.labels = [\"soft\", \"hard\"]\n"
        "[random]\ncount = 3\nseed = 7\noptimizer.learning_rate = { low = 1e-4, high = 1e-1, log "
        "= true }\noptimizer.batch_rows = { low = 16, high = 64 }\n[[cell]]\n"
        "objective.divergence.kind = \"jensen_shannon\"\nobjective.divergence.beta = 0.25\n";
    const auto plan = readPlan(text, "s.toml");
    QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
    const std::string written = planText(*plan);
    const auto again = readPlan(written, "again.toml");
    QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
    QCOMPARE(planText(*again), written);
    const auto cells = settingsOfCells(*plan, 100, "s.toml");
    QVERIFY(cells && cells->size() == 8);
    QVERIFY(*cells == *settingsOfCells(*again, 100, "again.toml"));
  }

  void whatFailedIsTrainedAlone() {
    const auto study = parse("[grid]\nobjective.temperature = [1, 2]\n");
    QVERIFY(study.has_value());
    std::vector<CellState> state(2);
    for (CellState& cell : state) {
      cell.runs = {{.seed = 0}, {.seed = 1}};
    }
    state[0].set({.seed = 1, .status = RunStatus::Failed, .reason = "no memory"});
    state[1].set({.seed = 0, .status = RunStatus::Interrupted, .id = "x"});
    QCOMPARE(requestsOf(*study, state).size(), std::size_t{4});
    const auto failed = requestsOf(*study, state, Left::FailedAlone);
    QCOMPARE(failed.size(), std::size_t{1});
    QCOMPARE(failed.front().cell, std::size_t{0});
    QCOMPARE(failed.front().request.seed, std::int64_t{1});
  }

  void aRangeOfAGridIsItsValues() {
    const auto values = [](const char* text) { return readVaried("k", text)->values; };
    using Texts = std::vector<std::string>;
    QCOMPARE(values("0.0 .. 1 in 5"), (Texts{"0.0", "0.25", "0.5", "0.75", "1.0"}));
    QCOMPARE(values("0.001 .. 1 log in 4"), (Texts{"0.001", "0.01", "0.1", "1.0"}));
    QCOMPARE(values("1 .. 10 in 4"), (Texts{"1", "4", "7", "10"}));
    QCOMPARE(values("0 .. 1 in 5"), (Texts{"0", "0.25", "0.5", "0.75", "1"}));
    QCOMPARE(values("16 .. 64 log in 3"), (Texts{"16", "32", "64"}));
    QCOMPARE(values("2 .. 2 in 3"), Texts{"2"});  // each once
    QCOMPARE(values("0.5 .. 2.5 in 1"), Texts{"0.5"});
    QCOMPARE(values("0.0 .. 1 in 4")[1], std::string("0.333333"));
    QVERIFY(values("0 .. 1").empty());

    const auto study = parse(
        "[grid]\nobjective.temperature = { low = 0.5, high = 8.0, log = true, count = 5 }\n"
        "optimizer.steps = { low = 100, high = 400, count = 4 }\n");
    QVERIFY2(study.has_value(), study ? "" : study.error().message.c_str());
    QCOMPARE(study->cells.size(), std::size_t{20});
    QCOMPARE(study->cells[4].config.objective.temperature, 1.0);
    QCOMPARE(study->cells[3].config.optimizer.steps, std::int64_t{400});
    // Written and read as what it is; a list once it is extended.
    const auto again = readPlan(planText(study->plan), "again.toml");
    QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
    QVERIFY(planText(study->plan).find("count = 5") != std::string::npos);
    QVERIFY(*settingsOfCells(*again, 100, "s") == *settingsOfCells(study->plan, 100, "s"));
    Plan longer = study->plan;
    QVERIFY(extend(longer, *readVaried("optimizer.steps", "500, 600")).has_value());
    QVERIFY(planText(longer).find("[100, 200, 300, 400, 500, 600]") != std::string::npos);
  }

  void valuesAreReadAsTheyAreTyped_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");  // empty: refused
    QTest::newRow("list") << QByteArray(" 1,2 , 4 ") << QByteArray("1, 2, 4");
    QTest::newRow("names") << QByteArray("soft, hard") << QByteArray("soft, hard");
    QTest::newRow("range") << QByteArray("0.1..10") << QByteArray("0.1 .. 10.0");
    QTest::newRow("whole") << QByteArray("16 .. 64") << QByteArray("16 .. 64");
    QTest::newRow("log") << QByteArray("1e-4 .. 1e-1 log") << QByteArray("0.0001 .. 0.1 log");
    QTest::newRow("so many") << QByteArray("0..1 in 5") << QByteArray("0 .. 1 in 5");
    QTest::newRow("so many of a log")
        << QByteArray("1e-4 .. 1e-1 log in 4") << QByteArray("0.0001 .. 0.1 log in 4");
    QTest::newRow("no number of values") << QByteArray("0 .. 1 in") << QByteArray();
    QTest::newRow("no values") << QByteArray("0 .. 1 in 0") << QByteArray();
    QTest::newRow("too many values") << QByteArray("0 .. 1 in 10001") << QByteArray();
    QTest::newRow("half a value") << QByteArray("0 .. 1 in 2.5") << QByteArray();
    QTest::newRow("empty") << QByteArray("  ") << QByteArray();
    QTest::newRow("commas") << QByteArray(",,") << QByteArray();
    QTest::newRow("backwards") << QByteArray("3 .. 1") << QByteArray();
    QTest::newRow("log of 0") << QByteArray("0 .. 1 log") << QByteArray();
    QTest::newRow("words") << QByteArray("a .. b") << QByteArray();
    QTest::newRow("three ends") << QByteArray("1 .. 2 .. 3") << QByteArray();
    QTest::newRow("infinite") << QByteArray("0 .. inf") << QByteArray();
  }
  void valuesAreReadAsTheyAreTyped() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    const auto varied = readVaried("objective.temperature", text.toStdString());
    QCOMPARE(varied.has_value(), !shown.isEmpty());
    if (varied) {
      QCOMPARE(QByteArray::fromStdString(variedText(*varied)), shown);
    }
  }

  // Every preset can stand beside every other as a cell of a study.
  void settingsLeadFromOneConfigurationToAnother() {
    const auto presets = config::listPresets();
    QVERIFY(presets.has_value() && presets->size() > 3);
    for (const config::PresetInfo& from : *presets) {
      const config::ExperimentConfig base = *config::loadPreset(from.name);
      QVERIFY(settingsTowards(base, base)->empty());
      for (const config::PresetInfo& to : *presets) {
        const config::ExperimentConfig other = *config::loadPreset(to.name);
        const auto settings = settingsTowards(base, other);
        if (!settings) {  // a list of other entries: said, not guessed
          QVERIFY2(settings.error().message.find("cannot say") != std::string::npos,
                   settings.error().message.c_str());
          continue;
        }
        Plan plan{.name = "s", .base = from.name, .seeds = {0}};
        plan.cells = {{}, *settings};
        // As its file is written and read.
        const auto study = makeStudy(*readPlan(planText(plan), "s.toml"), base, "s.toml");
        QVERIFY2(study.has_value(), study ? "" : study.error().message.c_str());
        config::ExperimentConfig made = study->cells.back().config;
        for (const config::Difference& one : config::diff(made, other)) {
          QVERIFY2(!one.affects_result || one.key == "seeds",
                   (from.name + " to " + to.name + ": " + one.key).c_str());
        }
      }
    }
  }

  void anExtensionKeepsEveryCell() {
    auto study = parse("[grid]\nobjective.temperature = [1, 2]\n");
    QVERIFY(study.has_value());
    Plan plan = study->plan;
    QVERIFY(extend(plan, *readVaried("objective.temperature", "2, 8")).has_value());
    const auto more = makeStudy(plan, study->base, "s.toml");
    QVERIFY(more && more->cells.size() == 3);
    for (std::size_t i = 0; i < study->cells.size(); ++i) {
      QVERIFY(more->cells[i].settings == study->cells[i].settings);
    }
    const auto other = extend(plan, *readVaried("objective.confidence_weight", "0.5"));
    QVERIFY(!other && other.error().message.find("a study of their own") != std::string::npos);
    QVERIFY(!extend(plan, *readVaried("objective.temperature", "1 .. 4")).has_value());
  }

  void aKeptStudyIsTheSame() {
    const QTemporaryDir folder;
    const std::filesystem::path workspace = folder.path().toStdString();
    auto study = parse("[grid]\nobjective.temperature = [1, 2]\n");
    QVERIFY(study.has_value());
    study->base.objective.confidence_weight.base = 0.25;
    study->name = study->plan.name = "a/b: c";
    const auto file = keepStudy(workspace, *study);
    QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
    QCOMPARE(file->parent_path().parent_path(), workspace / "studies");
    QVERIFY(studyFile(workspace, "a-b--c") != *file);
    QVERIFY(keptStudies(workspace) == std::vector<std::filesystem::path>{*file});
    const auto again = loadStudy(*file);
    QVERIFY2(again.has_value(), again ? "" : again.error().message.c_str());
    QCOMPARE(again->name, study->name);
    QCOMPARE(again->seeds, study->seeds);
    QVERIFY(again->base == study->base);
    QVERIFY(keptStudies(workspace / "none").empty());
  }

  void cellsAreComparedAlongTheirAxes() {
    const auto study = parse(
        "[grid]\nobjective.temperature = [4, 1, 2]\nsupervision.labels = [\"soft\", \"hard\"]\n"
        "optimizer.steps = [100]\n");
    QVERIFY(study.has_value());
    const std::vector<Axis> axes = axesOf(*study);
    QCOMPARE(axes.size(), std::size_t{2});  // one value is no axis
    QCOMPARE(axes[0].values, (std::vector<std::string>{"1", "2", "4"}));
    QVERIFY(axes[0].is_numeric && !axes[1].is_numeric);
    const std::vector<std::string> keys{"objective.temperature"};
    // Cells 0, 2, 4 have soft labels.
    QCOMPARE(cellsAlong(*study, keys, 2), (std::vector<std::size_t>{0, 2, 4}));
    std::vector<CellState> state(study->cells.size());
    QVERIFY(!bestCell(state, Measure::Pgr).has_value());
    state[1].student.mean = 0.7;
    state[5].student.mean = 0.6;
    QCOMPARE(bestCell(state, Measure::Accuracy), std::optional<std::size_t>(1));
    state[5].pgr = metrics::PgrOfMeans{};
    state[5].pgr->pgr.signed_value = 0.4;
    QCOMPARE(bestCell(state, Measure::Pgr), std::optional<std::size_t>(5));
    // A cell that is still trained does not win against a complete one.
    state[1].runs.push_back({.seed = 0});
    QCOMPARE(bestCell(state, Measure::Accuracy), std::optional<std::size_t>(5));
  }

  void whatIsWrongIsSaid_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char* name, const std::string& text, const char* part) {
      QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(part);
    };
    row("syntax", kHead + "[grid\n", "line 5");
    row("no schema", "name = \"s\"\nbase = \"fashion-demo\"\n", "schema = 1");
    row("newer schema", "schema = 2\n", "schema = 1");
    row("no name", "schema = 1\nbase = \"fashion-demo\"\n", "needs a name");
    row("no base", "schema = 1\nname = \"s\"\n", "base names a preset");
    row("unknown base", "schema = 1\nname = \"s\"\nbase = \"fashion-dem\"\n", "fashion-demo");
    row("unknown part", kHead + "[gird]\nobjective.temperature = [1]\n", "grid");
    row("unknown setting", kHead + "[grid]\nobjective.temprature = [1]\n", "objective.temperature");
    row("one value", kHead + "[grid]\nobjective.temperature = 1\n", "line 6");
    row("a range without count", kHead + "[grid]\nobjective.temperature = { low = 1, high = 2 }\n",
        "count = n");
    row("a range of nothing",
        kHead + "[grid]\nobjective.temperature = { low = 1, high = 2, count = 0 }\n", "count = n");
    row("a count of draws",
        kHead + "[random]\ncount = 2\nobjective.temperature = { low = 1, high = 2, count = 3 }\n",
        "has no count");
    row("list of tables", kHead + "[grid]\nobjective.temperature = [{ a = 1 }]\n",
        "list of values");
    row("out of range", kHead + "[grid]\nobjective.temperature = [1, -2]\n", "temperature = -2");
    row("seeds varied", kHead + "[grid]\nseeds = [1]\n", "seeds is not varied");
    row("bad seeds", "schema = 1\nname = \"s\"\nbase = \"fashion-demo\"\nseeds = \"4-0\"\n",
        "line 4");
    row("too many", kHead + "[random]\ncount = 50001\nobjective.temperature = [1]\n",
        "more than 50000");
    row(
        "too many combinations",
        kHead + "[grid]\noptimizer.steps = [" +
            [] {
              std::string list = "1";
              for (int i = 2; i <= 300; ++i) {
                list += "," + std::to_string(i);
              }
              return list;
            }() +
            "]\noptimizer.batch_rows = [" +
            [] {
              std::string list = "1";
              for (int i = 2; i <= 300; ++i) {
                list += "," + std::to_string(i);
              }
              return list;
            }() +
            "]\n",
        "more than 50000");
    row("no count", kHead + "[random]\nobjective.temperature = [1]\n", "needs count");
    row("backwards", kHead + "[random]\ncount = 1\nobjective.temperature = { low = 2, high = 1 }\n",
        "a <= b");
    row("log of 0",
        kHead + "[random]\ncount = 1\nobjective.temperature = { low = 0, high = 1, log = true }\n",
        "0 < a");
    row("a range with another key",
        kHead + "[random]\ncount = 1\nobjective.temperature = { low = 1, high = 2, lg = true }\n",
        "line 7: objective.temperature: a range has no \"lg\"; did you mean \"log\"?");
    row("log as a text",
        kHead +
            "[random]\ncount = 1\nobjective.temperature = { low = 1, high = 2, log = \"yes\" }\n",
        "true or false");
    row("beyond whole numbers",
        kHead +
            "[random]\ncount = 1\noptimizer.batch_rows = { low = -9223372036854775807, high = "
            "9223372036854775807 }\n",
        "optimizer.batch_rows");
    row("one setting twice",
        kHead + "[grid]\nobjective.temperature = [1]\n\"objective.temperature\" = [2]\n", "");
    row("its base too",
        kHead + "[grid]\nobjective.kd_weight = [1]\n\"objective.kd_weight.base\" = [2]\n",
        "stands twice");
    row("cell as table", kHead + "[cell]\nobjective.temperature = 1\n", "[[cell]]");
  }
  void whatIsWrongIsSaid() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, part);
    const auto study = parseStudy(text.toStdString(), {}, "s.toml");
    QVERIFY(!study.has_value());
    QVERIFY2(QByteArray::fromStdString(study.error().message).contains(part),
             study.error().message.c_str());
  }
};

W2S_TEST(TstStudy)
#include "tst_study.moc"
