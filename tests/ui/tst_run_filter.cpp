// The line that narrows the table of runs: what it finds, and what is said of one that is no filter.
#include <QtTest/QtTest>

#include "core/config/settings.h"
#include "tests/support/german.h"
#include "tests/support/test_main.h"
#include "ui/models/run_filter.h"
#include "ui/models/run_state_text.h"
#include "ui/models/runs_model.h"
#include "ui/models/runs_proxy.h"
#include "ui/theme/theme.h"

using namespace w2s;
using namespace w2s::ui;

namespace {

RunRecord runOf(const QString& id, double student, const std::vector<std::string>& settings,
                study::SettingsPool& pool) {
  config::ExperimentConfig config;
  if (const Status set = config::applySettings(config, settings); !set) {
    qFatal("%s", set.error().message.c_str());
  }
  RunRecord run;
  run.id = id;
  run.name = QStringLiteral("demo");
  run.method = methodText(config);
  run.seed = 3;
  run.stored = store::RunState::Finished;
  run.created = QStringLiteral("2026-11-30T10:00:00Z");
  run.settings = pool.of(config);
  run.readings.weak = {.accuracy = 0.6, .loss = 1.0, .n = 1000};
  run.readings.student = {.accuracy = student, .loss = 0.5, .n = 1000};
  run.readings.ceiling = {.accuracy = 0.8, .loss = 0.4, .n = 1000};
  run.readings.pgr =
      metrics::pgrOfAccuracies(Weak{0.6}, Student{student}, Ceiling{0.8}, 1000, 0.0, std::nullopt);
  return run;
}

}  // namespace

class TstRunFilter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    std::vector<RunRecord> runs{
        runOf("a", 0.65, {}, pool_),
        runOf("b", 0.7, {"objective.temperature=2", "objective.confidence_weight=0.25"}, pool_),
        runOf("c", 0.75, {"objective.divergence=jensen_shannon", "objective.divergence.beta=0.3"},
              pool_)};
    runs[1].labels.note = "for the Lecture, part 2";
    runs[2].stored = store::RunState::Interrupted;
    runs[0].labels.tags = {"figure 1", "Paper"};
    runs[0].experiment = QStringLiteral("demo-1f");
    runs[2].labels.tags = {"paper draft"};
    runs[2].labels.starred = true;
    RunRecord archived = runOf("x", 0.6, {}, pool_);
    archived.labels.archived = true;
    archived.labels.starred = true;
    runs.push_back(archived);
    RunRecord leftover = runOf("y", 0.6, {}, pool_);
    leftover.stored = store::RunState::Stopped;
    leftover.steps = 400;
    runs.push_back(leftover);
    RunRecord damaged;
    damaged.id = QStringLiteral("d");
    damaged.name = QStringLiteral("broken");
    damaged.problem = QStringLiteral("No manifest.");
    runs.push_back(damaged);
    model_.setRecorded(runs, {});
    proxy_.setSourceModel(&model_);
  }

  void finds_data() {
    QTest::addColumn<QString>("found");
    const auto row = [](const char* text, const char* found) {
      QTest::newRow(text) << QString::fromLatin1(found);
    };
    row("", "abcd");
    row("   ", "abcd");
    row("lecture", "b");
    row("LECTURE part", "b");
    row("\"part 2\"", "b");
    row("\"2 part\"", "");
    row("seed 3", "abc");
    row("pgr > .4", "bc");
    row("pgr>.4", "bc");
    row("pgr >= .5", "bc");
    row("pgr > .5", "c");
    row("pgr<0.5", "a");
    row("PGR = 0.5", "b");
    row("pgr != 0.5", "ac");  // of those that have one
    row("student >= 70%", "bc");
    row("student >= 70 % pgr < 0,6", "b");
    row("weak=.6 ceiling==.8", "abc");
    row("temperature=2", "b");
    row("objective.temperature = 2.0", "b");
    row("T = 2", "b");
    row("t = 2", "?");  // symbols are as they are written
    row("a=.25", "b");
    row("confidence_weight<.3", "b");
    row("beta=.3", "c");
    row("beta<1", "c");
    row("divergence:jensen", "c");
    row("divergence=jensen_shannon", "c");
    row("divergence=\"Jensen-Shannon\"", "c");
    row("divergence!=jensen_shannon", "ab");
    row("dataset:fashion", "abc");
    row("dataset = fashion", "");
    row("learning_rate=0.01", "abc");  // of the weak supervisor's training
    row("state:finished", "ab");
    row("state:interrupted", "c");
    row("state:damaged", "d");
    row("note:\"part 2\"", "b");
    row("name=demo seed=3", "abc");
    row("seed = 4", "");
    row("id:b", "b");
    row("created:2026-11", "abc");
    row("method:\"T 2\"", "b");
    row("pgr > .4 dataset:fashion confidence_weight=.25 state:finished \"Lecture\"", "b");
    row("steps=400 steps_done=0", "abc");
    row("archived", "x");
    row("ARCHIVED:yes", "x");
    row("archived:no", "abcd");
    row("archived:all seed=3", "abcx");
    row("\"archived\"", "");  // the word
    row("starred", "c");
    row("starred archived:all", "cx");
    row("starred:no", "abd");
    row("tag:paper", "ac");
    row("tag=paper", "a");
    row("tag:\"figure 1\"", "a");
    row("tag!=paper", "bcd");
    row("figure", "a");
    row("experiment=demo-1f", "a");
    row("leftovers", "y");
    row("state:stopped", "");
    row("leftovers:all archived:all seed=3", "abcxy");
  }
  void finds() {
    QFETCH(const QString, found);
    const auto filter =
        RunFilter::parse(QString::fromLatin1(QTest::currentDataTag()), model_.filterSettings());
    if (found == QLatin1String("?")) {
      QVERIFY(!filter.has_value());
      return;
    }
    QVERIFY2(filter.has_value(), filter ? "" : qPrintable(filter.error()));
    proxy_.setFilter(*filter);
    QString ids;
    for (int row = 0; row < proxy_.rowCount(); ++row) {
      ids += proxy_.index(row, 0).data(RunsModel::IdRole).toString();
    }
    QCOMPARE(ids, found);
  }

  // What somebody said something about is kept in sight.
  void leftoversWereStoppedAtOnce() {
    RunRecord run = runOf("a", 0.7, {}, pool_);
    run.stored = store::RunState::Stopped;
    run.steps = 400;
    QVERIFY(isLeftover(run));
    run.done = 1;
    QVERIFY(isLeftover(run));
    run.done = 2;  // "stopped 1 %"
    QVERIFY(!isLeftover(run));
    run.steps = 20'000;
    run.done = 99;  // "stopped 0 %", and work for all that
    QVERIFY(!isLeftover(run));
    run.done = 0;
    run.labels.note = "why?";
    QVERIFY(!isLeftover(run));
    run.labels.note.clear();
    run.stored = store::RunState::Interrupted;
    QVERIFY(!isLeftover(run));
  }

  void saysWhatIsWrong_data() {
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* text, const char* sentence) {
      QTest::newRow(text) << QString::fromUtf8(sentence);
    };
    row("pgr >", "A value is missing after \u201cpgr >\u201d.");
    row("demo pgr > > 3", "A value is missing after \u201cpgr >\u201d.");
    row("> .4", "A name is missing before \u201c>\u201d.");
    row("pgr > high", "\u201cpgr\u201d is a number, \u201chigh\u201d is none.");
    row("temperature:x", "\u201ctemperature\u201d is a number, \u201cx\u201d is none.");
    row("state > 3", "\u201cstate\u201d is no number; ask for it with : or =.");
    row("dataset > 3", "\u201cdataset\u201d is no number; ask for it with : or =.");
    row("archived:maybe",
        "\u201c"
        "archived\u201d is yes, no or all, not \u201cmaybe\u201d.");
    row("starred=all", "\u201cstarred\u201d is yes or no, not \u201call\u201d.");
    row("Archived > 3", "\u201carchived\u201d is asked for with : or =.");
    row("starred != yes", "\u201cstarred\u201d is asked for with : or =.");
    row("leftovers:3", "\u201cleftovers\u201d is yes, no or all, not \u201c3\u201d.");
    row("tag > 3", "\u201ctag\u201d is no number; ask for it with : or =.");
    row("\"open words", "The quotation mark before \u201copen words\u201d is not closed.");
    row("temprature=2",
        "No run has a measure or a setting called \u201ctemprature\u201d. Did you mean "
        "\u201ctemperature\u201d?");
    row("studnt>.5",
        "No run has a measure or a setting called \u201cstudnt\u201d. Did you mean "
        "\u201cstudent\u201d?");
    row("qqqqqqqq=2", "No run has a measure or a setting called \u201cqqqqqqqq\u201d.");
  }
  void saysWhatIsWrong() {
    QFETCH(const QString, sentence);
    const auto filter =
        RunFilter::parse(QString::fromLatin1(QTest::currentDataTag()), model_.filterSettings());
    QVERIFY(!filter.has_value());
    QCOMPARE(filter.error(), sentence);
  }

  // Whatever is typed is a filter or a sentence.
  void anyTextIsAnswered() {
    const QString letters = QStringLiteral("pgr >=<:!\"%.4 a=\u201c\u201dT-,1e9 \u00e4");
    quint32 random = 7;
    for (int i = 0; i < 3000; ++i) {
      QString text;
      for (int k = 0; k < i % 23; ++k) {
        random = random * 1664525U + 1013904223U;
        text +=
            letters[static_cast<qsizetype>((random >> 8) % static_cast<quint32>(letters.size()))];
      }
      const auto filter = RunFilter::parse(text, model_.filterSettings());
      if (!filter) {
        QVERIFY2(!filter.error().isEmpty(), qPrintable(text));
      } else {
        proxy_.setFilter(*filter);
      }
    }
  }

  // Rows come and go under a filter, the selection stays with its row, and columns stay hidden.
  void theProxyFollows() {
    const QAbstractItemModelTester tester(&proxy_);
    proxy_.setFilter(*RunFilter::parse("pgr > .6", model_.filterSettings()));
    QCOMPARE(proxy_.rowCount(), 1);
    const QPersistentModelIndex kept(proxy_.index(0, RunsModel::Name));
    proxy_.setFilter({});
    QCOMPARE(proxy_.rowCount(), 4);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data(RunsModel::IdRole).toString(), QStringLiteral("c"));
    RunRecord worse = model_.at(2);
    worse.id = QStringLiteral("e");
    proxy_.setFilter(*RunFilter::parse("pgr > .6", model_.filterSettings()));
    model_.put(worse);
    QCOMPARE(proxy_.rowCount(), 2);
    worse.readings.pgr.reset();
    model_.put(worse);
    QCOMPARE(proxy_.rowCount(), 1);
    proxy_.setFilter({});
  }

 private:
  study::SettingsPool pool_;
  Theme theme_;
  RunsModel model_{theme_};
  RunsProxy proxy_;
};

W2S_WINDOW_TEST(TstRunFilter)
#include "tst_run_filter.moc"
