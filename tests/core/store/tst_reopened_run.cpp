// Continuing a run: what a checkpoint covers stays, what lies beyond it goes, no intervention is
// lost.
#include <fstream>

#include <QtTest>

#include "core/base/file_io.h"
#include "core/store/event_json.h"
#include "core/store/recorded_run.h"
#include "core/store/run_list.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;
using namespace w2s::record;

namespace {

using Events = std::vector<Event>;

// A run folder with these events, its writer gone as after a kill.
Status recordRun(const sample::Workspace& workspace, const Events& events) {
  W2S_TRY(RunWriter writer, RunWriter::create(workspace.path(), sample::manifest()));
  return sample::writeAll(writer, events);
}

// A weak supervisor that finished, a student evaluated at 0, 40, 80 and cut off at 97, a ceiling
// that had just begun.
Events interruptedRun() {
  return {RunStarted{},
          StageStarted{.stage = stage::kWeak, .steps = 10},
          sample::measured(stage::kWeak, 1, 10),
          sample::evaluated(stage::kWeak, 10),
          StageFinished{.stage = stage::kWeak},
          StageStarted{.stage = stage::kStudent, .steps = 400},
          StageStarted{.stage = stage::kCeiling, .steps = 400},
          sample::measured(stage::kCeiling, 1, 5),
          sample::evaluated(stage::kStudent, 0),
          sample::measured(stage::kStudent, 1, 40),
          sample::intervened(20, 0.5),
          sample::evaluated(stage::kStudent, 40),
          RunPaused{},
          sample::intervened(40, 0.6),
          RunContinued{},
          sample::measured(stage::kStudent, 41, 97),
          sample::intervened(70, 0.7),
          sample::evaluated(stage::kStudent, 80)};
}

const std::vector<StagePosition> kPositions{
    {.stage = stage::kWeak, .completed_steps = StagePosition::kWholeStage},
    {.stage = stage::kStudent, .completed_steps = 40}};

std::vector<double> newValues(const std::vector<Intervention>& changes) {
  std::vector<double> values;
  for (const Intervention& change : changes) {
    values.push_back(change.new_value);
  }
  return values;
}

std::string textOf(const std::filesystem::path& file) {
  return readFile(file, kMostArrayBytes).value_or("");
}

template <class T>
std::ptrdiff_t countOf(const RecordedRun& run) {
  return std::ranges::count_if(run.events,
                               [](const Event& event) { return std::holds_alternative<T>(event); });
}

}  // namespace

class TstReopenedRun : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cutsEachStageBackToItsPosition() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, interruptedRun()));
    auto reopened = RunWriter::reopen(workspace.path(), "run", kPositions);
    VERIFY_OK(reopened);

    const auto run = loadRun(workspace.run("run"));
    VERIFY_OK(run);
    QCOMPARE(run->state, RunState::Running);
    const RecordedStage& weak = run->stages.at(stage::kWeak);
    QCOMPARE(test::rowsOf(weak.series), sample::rows(1, 10));
    QVERIFY(weak.finished.has_value());
    const RecordedStage& student = run->stages.at(stage::kStudent);
    QCOMPARE(test::rowsOf(student.series), sample::rows(1, 40));
    QCOMPARE(student.evaluations.size(), std::size_t(2));
    QCOMPARE(student.evaluations.back().step, std::int64_t(40));
    QVERIFY(!run->stages.contains(stage::kCeiling));  // not listed: as if it had never begun
    QVERIFY(!std::filesystem::exists(workspace.run("run") / "series" / "ceiling.csv"));
    QCOMPARE(countOf<RunPaused>(*run) + countOf<RunContinued>(*run), std::ptrdiff_t(0));
  }

  void eventsOfALaterVersionStayByteForByte() {
    const std::string sang = R"({"event": "sang",  "stage":"student","step":90})";
    const std::string published = R"({"event":"published"})";
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, interruptedRun()));
    const auto log = workspace.run("run") / "events.jsonl";
    std::ofstream(log, std::ios::app) << sang << '\n';
    {
      auto reopened = RunWriter::reopen(workspace.path(), "run", kPositions);
      VERIFY_OK(reopened);
      QVERIFY(textOf(log).find(sang + '\n') != std::string::npos);
      VERIFY_OK(sample::writeAll(reopened->writer, {RunStopped{}}));
    }
    std::ofstream(log, std::ios::app) << published << '\n';
    QCOMPARE(loadRun(workspace.run("run"))->state, RunState::Stopped);
    VERIFY_OK(forkForExtension(workspace.path(), "run", 500, "longer"));
    const std::string copied = textOf(workspace.run("longer") / "events.jsonl");
    QVERIFY(copied.find(sang + '\n') != std::string::npos);
    QVERIFY(copied.ends_with(published + '\n'));
    QVERIFY(copied.find("run_stopped") == std::string::npos);
  }

  void aSeriesGetsNewColumnsBeforeItsNextRows() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, interruptedRun()));
    auto reopened = RunWriter::reopen(workspace.path(), "run", kPositions);
    VERIFY_OK(reopened);
    auto wider = std::make_shared<SeriesSchema>(*test::stepSchema());
    wider->columns.push_back({.name = "margin_gradient_norm"});
    VERIFY_OK(reopened->writer.prepareSeries(stage::kStudent, wider));
    VERIFY_OK(reopened->writer.prepareSeries(stage::kCeiling, wider));
    const auto folder = workspace.run("run") / "series";
    const auto series = readSeries(folder / "student.csv");
    VERIFY_OK(series);
    QCOMPARE(series->size(), std::size_t(40));
    QVERIFY(std::isnan(series->column("margin_gradient_norm").at(39)));
    QVERIFY(!std::filesystem::exists(folder / "ceiling.csv"));
    VERIFY_OK(sample::writeAll(reopened->writer, {sample::measured(stage::kStudent, 41, 42)}));
    QCOMPARE(readSeries(folder / "student.csv")->size(), std::size_t(42));
  }

  void interventionsAtOrAfterThePositionComeBackAndStayInTheLog() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, interruptedRun()));
    const auto reopened = RunWriter::reopen(workspace.path(), "run", kPositions);
    VERIFY_OK(reopened);
    QCOMPARE(newValues(reopened->replay), (std::vector<double>{0.6, 0.7}));
    QCOMPARE(newValues(loadRun(workspace.run("run"))->interventions),
             (std::vector<double>{0.5, 0.6, 0.7}));
  }

  void aReplayedInterventionIsNotLoggedTwice() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, interruptedRun()));
    auto reopened = RunWriter::reopen(workspace.path(), "run", kPositions);
    VERIFY_OK(sample::writeAll(reopened->writer,
                               {sample::intervened(40, 0.6), sample::intervened(60, 0.65),
                                sample::intervened(70, 0.7), sample::intervened(70, 0.7)}));
    QCOMPARE(newValues(loadRun(workspace.run("run"))->interventions),
             (std::vector<double>{0.5, 0.6, 0.65, 0.7, 0.7}));  // the last was made anew
  }

  void aSecondCrashLosesNoInterventionEither() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, interruptedRun()));
    {
      auto reopened = RunWriter::reopen(workspace.path(), "run", kPositions);
      VERIFY_OK(reopened->writer.write(sample::intervened(40, 0.6)));  // 0.7 is still outstanding
    }
    const auto again = RunWriter::reopen(workspace.path(), "run", kPositions);
    VERIFY_OK(again);
    QCOMPARE(newValues(again->replay), (std::vector<double>{0.6, 0.7}));
  }

  void aRewindAfterReopeningDoesNotVoidOutstandingInterventions() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, interruptedRun()));
    {
      auto reopened = RunWriter::reopen(workspace.path(), "run", kPositions);
      VERIFY_OK(sample::writeAll(
          reopened->writer, {sample::intervened(40, 0.6), sample::measured(stage::kStudent, 41, 60),
                             sample::evaluated(stage::kStudent, 60)}));
      VERIFY_OK(reopened->writer.write(Rewound{.stage = stage::kStudent, .step = 40}, 12.25));
    }
    const auto run = loadRun(workspace.run("run"));
    QCOMPARE(newValues(run->interventions), (std::vector<double>{0.5, 0.7}));  // 0.6 was taken back
    // 0.7, said again, ends the log: its line has the time of the rewind.
    QCOMPARE(run->seconds, 12.25);
    QCOMPARE(listingOf(workspace.run("run")).seconds, 12.25);
  }

  void theTimeOfWorkingGoesOnWhereTheLogEnded() {
    const sample::Workspace workspace;
    {
      auto writer = RunWriter::create(workspace.path(), sample::manifest());
      VERIFY_OK(writer);
      VERIFY_OK(writer->write(RunStarted{}, 0.0));
      VERIFY_OK(writer->write(StageStarted{.stage = stage::kStudent, .steps = 400}, 0.25));
      VERIFY_OK(writer->write(sample::measured(stage::kStudent, 1, 97), 5.0));
      VERIFY_OK(writer->write(sample::evaluated(stage::kStudent, 40), 5.5));
      VERIFY_OK(writer->write(sample::evaluated(stage::kStudent, 80), 9.75));
    }
    QCOMPARE(loadRun(workspace.run("run"))->seconds, 9.75);
    auto reopened = RunWriter::reopen(workspace.path(), "run", {kPositions[1]});
    VERIFY_OK(reopened);
    QCOMPARE(reopened->worked_seconds, 9.75);  // steps 41 to 97 are lost, the time was spent
    VERIFY_OK(reopened->writer.write(
        StageStarted{.stage = stage::kStudent, .steps = 400, .resumed_at = 40}, 9.75));
    QCOMPARE(loadRun(workspace.run("run"))->seconds, 9.75);
    VERIFY_OK(reopened->writer.write(sample::evaluated(stage::kStudent, 80), 14.0));
    QCOMPARE(loadRun(workspace.run("run"))->seconds, 14.0);
  }

  // An extension holds all the steps, so its time is that of all of them.
  void anExtensionGoesOnWithTheTimeOfTheRunItContinues() {
    const sample::Workspace workspace;
    {
      auto writer = RunWriter::create(workspace.path(), sample::manifest());
      VERIFY_OK(writer);
      VERIFY_OK(writer->write(RunStarted{}, 0.0));
      VERIFY_OK(writer->write(sample::measured(stage::kStudent, 1, 97), 5.0));
      VERIFY_OK(writer->write(sample::evaluated(stage::kStudent, 97), 5.5));
      VERIFY_OK(writer->write(RunStopped{}, 5.5));
    }
    const auto id = forkForExtension(workspace.path(), "run", 200);
    VERIFY_OK(id);
    QCOMPARE(loadRun(workspace.run(*id))->seconds, 5.5);
    auto reopened = RunWriter::reopen(workspace.path(), *id,
                                      {{.stage = stage::kStudent, .completed_steps = 97}});
    VERIFY_OK(reopened);
    QCOMPARE(reopened->worked_seconds, 5.5);
    QCOMPARE(loadRun(workspace.run("run"))->seconds, 5.5);
  }

  void ofALogWithoutTimesTheLongestStageCounts() {
    const sample::Workspace workspace;
    const auto lasting = [](const StageId& stage, std::int64_t step, double seconds) {
      Evaluated event = std::get<Evaluated>(sample::evaluated(stage, step));
      event.evaluation.seconds = seconds;
      return event;
    };
    VERIFY_OK(recordRun(
        workspace, {RunStarted{}, lasting(stage::kCeiling, 40, 90.0),
                    StageFinished{.stage = stage::kCeiling, .seconds = 95.0, .from_cache = true},
                    StageFinished{.stage = stage::kWeakLabels, .seconds = 3.0},
                    lasting(stage::kStudent, 40, 2.5), lasting(stage::kStudent, 80, 4.5)}));
    QCOMPARE(loadRun(workspace.run("run"))->seconds, 4.5);
    QCOMPARE(RunWriter::reopen(workspace.path(), "run", {})->worked_seconds, 4.5);
  }

  // The end of the story must not depend on whether there was a crash in the middle.
  void aResumedRunEqualsOneThatWasNeverInterrupted() {
    const Events first = interruptedRun();
    const Events rest = {StageStarted{.stage = stage::kCeiling, .steps = 400},
                         sample::measured(stage::kCeiling, 1, 400),
                         StageFinished{.stage = stage::kCeiling},
                         sample::measured(stage::kStudent, 41, 70),
                         sample::intervened(70, 0.7),
                         sample::measured(stage::kStudent, 71, 400),
                         sample::evaluated(stage::kStudent, 80),
                         sample::evaluated(stage::kStudent, 400),
                         StageFinished{.stage = stage::kStudent},
                         RunFinished{sample::summary()}};
    const sample::Workspace crashed;
    VERIFY_OK(recordRun(crashed, first));
    {
      auto reopened = RunWriter::reopen(crashed.path(), "run", kPositions);
      VERIFY_OK(reopened);
      VERIFY_OK(sample::writeAll(
          reopened->writer,
          {RunStarted{}, StageStarted{.stage = stage::kStudent, .steps = 400, .resumed_at = 40},
           sample::intervened(40, 0.6)}));
      VERIFY_OK(sample::writeAll(reopened->writer, rest));
    }
    const sample::Workspace whole;
    Events straight(first.begin(), first.begin() + 7);
    straight.insert(straight.end(),
                    {sample::evaluated(stage::kStudent, 0),
                     sample::measured(stage::kStudent, 1, 40), sample::intervened(20, 0.5),
                     sample::evaluated(stage::kStudent, 40), sample::intervened(40, 0.6)});
    straight.insert(straight.end(), rest.begin(), rest.end());
    VERIFY_OK(recordRun(whole, straight));

    const auto resumed = loadRun(crashed.run("run"));
    const auto reference = loadRun(whole.run("run"));
    VERIFY_OK(resumed);
    VERIFY_OK(reference);
    QCOMPARE(resumed->state, reference->state);
    QCOMPARE(resumed->interventions, reference->interventions);
    QCOMPARE(resumed->stages.size(), reference->stages.size());
    QCOMPARE(countOf<RunStarted>(*resumed), std::ptrdiff_t(1));
    for (const auto& [kind, stage] : reference->stages) {
      const RecordedStage& other = resumed->stages.at(kind);
      QVERIFY(stage.series == other.series);
      QCOMPARE(other.evaluations.size(), stage.evaluations.size());
      for (std::size_t i = 0; i < stage.evaluations.size(); ++i) {
        QCOMPARE(eventToJson(Evaluated{kind, other.evaluations[i]}),
                 eventToJson(Evaluated{kind, stage.evaluations[i]}));
      }
    }
  }

  void voidedHistoryStaysVoidAfterReopening() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(
        workspace,
        {RunStarted{}, StageStarted{.stage = stage::kStudent, .steps = 400},
         sample::measured(stage::kStudent, 1, 100), sample::evaluated(stage::kStudent, 30, 0.3),
         sample::evaluated(stage::kStudent, 100, 0.1), sample::intervened(90, 9.0),
         Diverged{.stage = stage::kStudent, .step = 100, .term = "kd"},
         Rewound{.stage = stage::kStudent, .step = 40}, sample::intervened(40, 0.4),
         sample::measured(stage::kStudent, 41, 120), sample::evaluated(stage::kStudent, 60, 0.6),
         sample::evaluated(stage::kStudent, 110, 0.7)}));
    QCOMPARE(test::rowsOf(loadRun(workspace.run("run"))->stages.at(stage::kStudent).series),
             sample::rows(1, 120));
    QCOMPARE(newValues(loadRun(workspace.run("run"))->interventions), (std::vector<double>{0.4}));
    for (const std::int64_t position : {100, 60, 50, 20}) {  // each reopening goes further back
      const auto reopened = RunWriter::reopen(
          workspace.path(), "run", {{.stage = stage::kStudent, .completed_steps = position}});
      VERIFY_OK(reopened);
      const auto run = loadRun(workspace.run("run"));
      std::vector<std::int64_t> expected;
      for (const std::int64_t step : {30, 60}) {
        if (step <= position) {
          expected.push_back(step);
        }
      }
      std::vector<std::int64_t> steps;
      for (const auto& evaluation : run->stages.at(stage::kStudent).evaluations) {
        steps.push_back(evaluation.step);
      }
      QCOMPARE(steps, expected);
      QCOMPARE(countOf<Diverged>(*run), std::ptrdiff_t(1));  // history is kept
      QCOMPARE(newValues(run->interventions), (std::vector<double>{0.4}));
    }
  }

  void rewindingCutsTheSeriesOfItsStageAlone() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, {sample::measured(stage::kStudent, 1, 50),
                                    sample::measured(stage::kCeiling, 1, 50),
                                    Rewound{.stage = stage::kStudent, .step = 17},
                                    sample::measured(stage::kStudent, 18, 20)}));
    const auto run = loadRun(workspace.run("run"));
    QCOMPARE(test::rowsOf(run->stages.at(stage::kStudent).series), sample::rows(1, 20));
    QCOMPARE(test::rowsOf(run->stages.at(stage::kCeiling).series), sample::rows(1, 50));
  }

  void linesTornAtAnyByteAreDroppedAndWritingGoesOn_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("events") << QStringLiteral("events.jsonl");
    QTest::newRow("series") << QStringLiteral("series/student.csv");
  }
  void linesTornAtAnyByteAreDroppedAndWritingGoesOn() {
    QFETCH(QString, file);
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(
        workspace, {sample::measured(stage::kStudent, 1, 3), StageStarted{.stage = stage::kStudent},
                    sample::evaluated(stage::kStudent, 2)}));
    const auto path = workspace.run("run") / file.toStdString();
    const std::string whole = textOf(path);
    const std::string kept = whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1);
    QVERIFY(!kept.empty());
    for (std::size_t length = kept.size(); length < whole.size(); ++length) {
      std::ofstream(path, std::ios::trunc | std::ios::binary) << whole.substr(0, length);
      const auto torn = loadRun(workspace.run("run"));
      VERIFY_OK(torn);
      QCOMPARE(torn->state, RunState::Interrupted);
      const auto reopened = RunWriter::reopen(
          workspace.path(), "run",
          {{.stage = stage::kStudent, .completed_steps = StagePosition::kWholeStage}});
      VERIFY_OK(reopened);
      QCOMPARE(textOf(path), kept);
    }
  }

  void stoppedAndFailedRunsGoOn_data() {
    QTest::addColumn<bool>("failed");
    QTest::newRow("stopped") << false;
    QTest::newRow("failed") << true;
  }
  void stoppedAndFailedRunsGoOn() {
    QFETCH(bool, failed);
    const sample::Workspace workspace;
    Events events = interruptedRun();
    events.push_back(failed ? Event(RunFailed{}) : Event(RunStopped{}));
    VERIFY_OK(recordRun(workspace, events));
    QCOMPARE(loadRun(workspace.run("run"))->state, failed ? RunState::Failed : RunState::Stopped);
    {
      const auto reopened = RunWriter::reopen(workspace.path(), "run", kPositions);
      VERIFY_OK(reopened);
    }
    QCOMPARE(loadRun(workspace.run("run"))->state, RunState::Interrupted);
  }

  void aFinishedRunIsExtendedInstead() {
    const sample::Workspace workspace;
    Events events = interruptedRun();
    events.push_back(RunFinished{sample::summary()});
    VERIFY_OK(recordRun(workspace, events));
    VERIFY_OK(writeFileAtomically(workspace.run("run") / "checkpoint" / "student.safetensors",
                                  "weights"));
    VERIFY_OK(writeFileAtomically(workspace.run("run") / "summary.json",
                                  summaryToJson(sample::summary())));
    const std::string log_before = textOf(workspace.run("run") / "events.jsonl");
    const auto refused = RunWriter::reopen(workspace.path(), "run", kPositions);
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().message.find("finished") != std::string::npos);

    const auto id = forkForExtension(workspace.path(), "run", 200);
    VERIFY_OK(id);
    const auto fork = loadRun(workspace.run(*id));
    VERIFY_OK(fork);
    QCOMPARE(fork->state, RunState::Interrupted);
    QCOMPARE(fork->manifest.extends, std::string("run"));
    QCOMPARE(fork->manifest.id, *id);
    QVERIFY(!fork->summary.has_value());
    QVERIFY(!std::filesystem::exists(workspace.run(*id) / "summary.json"));
    QCOMPARE(textOf(workspace.run(*id) / "checkpoint" / "student.safetensors"),
             std::string("weights"));
    auto reopened =
        RunWriter::reopen(workspace.path(), *id,
                          {kPositions.front(), {.stage = stage::kStudent, .completed_steps = 97}});
    VERIFY_OK(reopened);
    // The new number of steps waits where the old training ended.
    QCOMPARE(reopened->replay.size(), std::size_t{1});
    QCOMPARE(reopened->replay.front().step, std::int64_t{97});
    QVERIFY(reopened->replay.front().parameter == LiveParameter::Steps);
    QCOMPARE(reopened->replay.front().new_value, 200.0);
    VERIFY_OK(reopened->writer.write(sample::measured(stage::kStudent, 98, 120)));
    QCOMPARE(test::rowsOf(loadRun(workspace.run(*id))->stages.at(stage::kStudent).series),
             sample::rows(1, 120));
    QCOMPARE(textOf(workspace.run("run") / "events.jsonl"),
             log_before);  // the original is as it was
    QCOMPARE(test::rowsOf(loadRun(workspace.run("run"))->stages.at(stage::kStudent).series),
             sample::rows(1, 97));
  }

  void onlyARunThatCameToItsEndIsForked() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, interruptedRun()));
    QVERIFY(!forkForExtension(workspace.path(), "run", 200).has_value());
    QVERIFY(!forkForExtension(workspace.path(), "other", 200).has_value());
  }

  void aSeriesThatEndsBeforeTheCheckpointIsAnErrorAndTouchesNothing() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, interruptedRun()));
    const std::string log = textOf(workspace.run("run") / "events.jsonl");
    const auto reopened = RunWriter::reopen(workspace.path(), "run",
                                            {{.stage = stage::kStudent, .completed_steps = 98}});
    QVERIFY(!reopened.has_value());
    for (const char* part : {"student", "step 97", "step 98", "anew"}) {
      QVERIFY2(reopened.error().message.find(part) != std::string::npos,
               reopened.error().message.c_str());
    }
    QCOMPARE(textOf(workspace.run("run") / "events.jsonl"), log);
    VERIFY_OK(
        RunWriter::reopen(workspace.path(), "run", kPositions));  // and the lock is free again
  }

  void damageInTheMiddleNamesFileAndLine() {
    const sample::Workspace workspace;
    VERIFY_OK(recordRun(workspace, {RunStarted{}}));
    std::ofstream(workspace.run("run") / "events.jsonl", std::ios::app) << "{\"event\":\n{}\n";
    const auto loaded = loadRun(workspace.run("run"));
    const auto reopened = RunWriter::reopen(workspace.path(), "run", {});
    QVERIFY(!loaded.has_value());
    QVERIFY(!reopened.has_value());
    for (const Error* error : {&loaded.error(), &reopened.error()}) {
      QCOMPARE(error->code, ErrorCode::BadFormat);
      QVERIFY2(error->message.find("events.jsonl, line 2") != std::string::npos,
               error->message.c_str());
    }
  }
};

W2S_TEST(TstReopenedRun)
#include "tst_reopened_run.moc"
