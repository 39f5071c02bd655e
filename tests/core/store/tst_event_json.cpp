#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include <nlohmann/json.hpp>

#include <QtTest>

#include "core/store/event_json.h"
#include "core/store/event_log.h"
#include "tests/support/step_rows.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::record;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

RunSummary fullSummary() {
  return {
      .weak = {.accuracy = 1.0 / 3.0, .loss = kInf, .n = 10000},
      .ceiling = {.accuracy = 0.9, .loss = 5e-324, .n = 10000},
      .student = {.accuracy = 0.1 + 0.2, .loss = 1.7976931348623157e308, .n = 10000},
      .agreement = {.overall = 0.7,
                    .weak_right = 0.9,
                    .weak_wrong = kNan,
                    .correction = 0.25,
                    .harm = 0.125,
                    .weak_right_rows = 6667,
                    .weak_wrong_rows = 3333},
      .final_step = {.step = 400, .accuracy = 0.8},
      .best_agreement = {.step = 80, .accuracy = 0.81},
      .oracle = {.step = 120, .accuracy = 0.83},
      .pgr = {.signed_value = -0.5,
              .book_value = 0.0,
              .ci95 = metrics::Interval{.low = -0.75, .high = 0.1},
              .status = metrics::PgrStatus::GapNotSignificant},
      .common = AgainstCommonCeiling{.ceiling = {.accuracy = 0.9, .loss = 0.4, .n = 10},
                                     .pgr = {.signed_value = -0.25,
                                             .book_value = 0.0,
                                             .ci95 = metrics::Interval{.low = -0.5, .high = 0.05},
                                             .status = metrics::PgrStatus::WeakAtChance}},
      .student_used_ground_truth = true,
      .measures =
          {{.measure = "accuracy", .weak = 1.0 / 3.0, .student = 0.3, .ceiling = 0.9},
           {.measure = "of a later version", .weak = kNan, .student = 2.0, .ceiling = kInf}},
      .seconds = 2.5};
}

// A line of JSON whose quotes are written as apostrophes.
QByteArray line(const char* text) {
  return QByteArray(text).replace('\'', '"');
}

// Every field of every alternative differs from its default.
std::vector<std::pair<const char*, Event>> allEvents() {
  return {
      {"run started", RunStarted{.name = "Übung 1 \"tab\\there\" 弱→強 \n",
                                 .seed = 9007199254740993,
                                 .device = "cuda:0",
                                 .stages = {{.id = stage::kCeiling,
                                             .kind = "k",
                                             .role = Role::Ceiling,
                                             .title = sentence("The {}", "x"),
                                             .label = {.text = "C"},
                                             .inputs = {{"features", stage::kFeatures}},
                                             .after = {stage::kWeakLabels},
                                             .fingerprint = "0123",
                                             .steps = 400,
                                             .cached = true},
                                            {}}}},
      {"stage started", StageStarted{.stage = stage::kWeak, .steps = 5, .resumed_at = 3}},
      {"stage progressed",
       StageProgressed{.stage = stage::kWeakLabels, .done = 5, .total = 10, .unit = "rows"}},
      {"steps measured",
       StepsMeasured{.stage = stage::kCeiling,
                     .rows = test::blockOf(std::vector<test::StepRow>{{.step = 1,
                                                                       .total = kNan,
                                                                       .kd = kInf,
                                                                       .confidence = -kInf,
                                                                       .ground_truth = -0.0,
                                                                       .entropy = 0.1,
                                                                       .kd_weight = 0.2,
                                                                       .confidence_weight = 0.3,
                                                                       .ground_truth_weight = 0.4,
                                                                       .entropy_weight = 1e-310,
                                                                       .learning_rate = 1e22,
                                                                       .temperature = 4.0},
                                                                      {.step = 2}})}},
      {"evaluated",
       Evaluated{.stage = stage::kCeiling,
                 .evaluation = {.step = 40,
                                .seconds = 0.31,
                                .test = {.accuracy = 0.1 + 0.7, .loss = -kInf, .n = 7},
                                .test_agreement = fullSummary().agreement,
                                .validation_agreement = 1e-17,
                                .validation_accuracy = kNan,
                                .confidence = {{.n = 0, .right = 0, .confidence = 0.0},
                                               {.n = 7, .right = 5, .confidence = 0.1 + 0.7}}}}},
      {"intervened", Intervened{{.step = 12,
                                 .parameter = LiveParameter::ConfidenceWarmup,
                                 .old_value = 0.2,
                                 .new_value = 0.30000000000000004}}},
      {"diverged",
       Diverged{.stage = stage::kCeiling, .step = 9, .term = "gradient", .last_good_step = 8}},
      {"rewound", Rewound{.stage = stage::kCommonCeiling, .step = 8}},
      {"stage finished", StageFinished{.stage = stage::kFeatures,
                                       .seconds = 1.25,
                                       .from_cache = true,
                                       .test = {.accuracy = 0.5, .loss = 0.7, .n = 3}}},
      {"run paused", RunPaused{}},
      {"run continued", RunContinued{}},
      {"run finished", RunFinished{fullSummary()}},
      {"run finished without a gap", RunFinished{}},
      {"run stopped", RunStopped{.kept = false}},
      {"run failed", RunFailed{.error = {.code = ErrorCode::OutOfMemory,
                                         .message = "No memory for \"x\".",
                                         .detail = "a\nb"},
                               .stage = stage::kFeatures,
                               .step = 3}},
      {"run failed outside a stage", RunFailed{}},
      {"run failed, in a sentence",
       RunFailed{.error = fail(ErrorCode::Io, sentence("Cannot {} {}: {:.1f} {}.", sentence("open"),
                                                       "/x", 0.25, sentence("{{braces}}")))
                              .value()}},
  };
}

// Field by field and bit by bit: JSON texts are equal only when every double has the same shortest
// form, and NaN, the infinities and -0.0 have forms of their own.
std::string fingerprint(const Event& event) {
  return store::eventToJson(event);
}

}  // namespace

class TstEventJson : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aLineOfTheLogSaysHowLongTheRunWasWorkedOn() {
    const std::string stamped = store::eventToJson(RunPaused{}, 12.3456789);
    QCOMPARE(stamped, std::string(R"({"event":"run_paused","worked_seconds":12.346})"));
    QCOMPARE(store::stampedEventFromJson(stamped)->worked_seconds, 12.346);
    QVERIFY(store::eventFromJson(stamped).has_value());
    // A line of an earlier version.
    const auto old = store::stampedEventFromJson(store::eventToJson(RunPaused{}));
    QVERIFY(old.has_value() && std::isnan(old->worked_seconds));
    QVERIFY(!store::stampedEventFromJson(R"({"event":"run_paused","worked_seconds":"long"})"));
  }

  void everyAlternativeComesBack_data() {
    QTest::addColumn<int>("index");
    const auto events = allEvents();
    for (std::size_t i = 0; i < events.size(); ++i) {
      QTest::newRow(events[i].first) << static_cast<int>(i);
    }
  }
  void everyAlternativeComesBack() {
    QFETCH(int, index);
    const Event event = allEvents()[static_cast<std::size_t>(index)].second;
    const std::string text = store::eventToJson(event);
    QVERIFY(text.find('\n') == std::string::npos);
    const auto back = store::eventFromJson(text);
    QVERIFY2(back.has_value(), back ? "" : back.error().message.c_str());
    QCOMPARE(back->index(), event.index());
    QCOMPARE(fingerprint(*back), text);
  }

  void theTableAboveHasEveryAlternative() {
    std::vector<bool> seen(std::variant_size_v<Event>, false);
    for (const auto& [name, event] : allEvents()) {
      seen[event.index()] = true;
    }
    QVERIFY(std::ranges::all_of(seen, [](bool value) { return value; }));
  }

  // Guards the comparison by text above: a field that is neither written nor read would slip
  // through it.
  void everyFieldOfTheRichestEventIsWritten() {
    const auto json = nlohmann::json::parse(store::eventToJson(RunFinished{fullSummary()}));
    const auto& summary = json.at("summary");
    QCOMPARE(summary.at("student").at("accuracy").get<double>(), 0.1 + 0.2);
    QCOMPARE(summary.at("weak").at("loss").get<std::string>(), std::string("inf"));
    QVERIFY(summary.at("agreement").at("weak_wrong").is_null());
    QCOMPARE(summary.at("pgr").at("ci95").at(1).get<double>(), 0.1);
    QCOMPARE(summary.at("pgr").at("status").get<std::string>(), std::string("gap_not_significant"));
    QCOMPARE(summary.at("common_ceiling").at("accuracy").get<double>(), 0.9);
    QCOMPARE(summary.at("pgr_common").at("signed").get<double>(), -0.25);
    QCOMPARE(summary.at("pgr_common").at("status").get<std::string>(),
             std::string("weak_at_chance"));
    QCOMPARE(summary.at("oracle").at("step").get<int>(), 120);
    QVERIFY(summary.at("student_used_ground_truth").get<bool>());
  }

  void awkwardDoublesKeepTheirBits_data() {
    QTest::addColumn<double>("value");
    QTest::newRow("smallest subnormal") << 5e-324;
    QTest::newRow("largest") << std::numeric_limits<double>::max();
    QTest::newRow("no short decimal") << 0.1 + 0.2;
    QTest::newRow("minus zero") << -0.0;
    QTest::newRow("infinite") << kInf;
    QTest::newRow("minus infinite") << -kInf;
    QTest::newRow("whole") << 3.0;
    QTest::newRow("beyond 64-bit integers") << 1e20;
  }
  void awkwardDoublesKeepTheirBits() {
    QFETCH(double, value);
    const auto back =
        store::eventFromJson(store::eventToJson(Intervened{{.step = 1, .new_value = value}}));
    QVERIFY(back.has_value());
    const double got = std::get<Intervened>(*back).intervention.new_value;
    QCOMPARE(std::bit_cast<std::uint64_t>(got), std::bit_cast<std::uint64_t>(value));
  }

  void undefinedIsNullAndComesBackUndefined() {
    const std::string line = store::eventToJson(evaluatedWithoutTruth());
    QVERIFY(line.find("\"validation_accuracy\":null") != std::string::npos);
    const auto back = store::eventFromJson(line);
    QVERIFY(std::isnan(std::get<Evaluated>(*back).evaluation.validation_accuracy));
  }

  void anEvaluationOfAnEarlierVersionHasNoConfidences() {
    const std::string line = store::eventToJson(evaluatedWithoutTruth());
    QVERIFY(line.find("\"confidence\"") == std::string::npos);
    const auto back = store::eventFromJson(line);
    QVERIFY(back.has_value());
    QVERIFY(std::get<Evaluated>(*back).evaluation.confidence.empty());
  }

  void damagedConfidencesAreAnError() {
    std::string line = store::eventToJson(evaluatedWithoutTruth());
    line.insert(line.rfind('}'), ",\"confidence\":[[1,2]]");
    const auto back = store::eventFromJson(line);
    QVERIFY(!back.has_value());
    QVERIFY(back.error().message.find("confidence") != std::string::npos);
  }

  void aStepThatNoRunReachesIsDamage_data() {
    QTest::addColumn<QString>("step");
    QTest::newRow("beyond 2^53") << "9007199254740994";
    QTest::newRow("beyond 63 bits") << "9223372036854775808";
    QTest::newRow("all bits") << "18446744073709551615";
    QTest::newRow("far below 0") << "-9223372036854775808";
  }
  void aStepThatNoRunReachesIsDamage() {
    QFETCH(QString, step);
    for (const char* const text :
         {"{'event':'rewound','stage':'student','step':%1}",
          "{'event':'stage_progressed','stage':'student','done':1,'total':%1,'unit':'rows'}",
          "{'event':'steps_measured','stage':'student','columns':['step','total'],'rows':[[%1,0.5]]"
          "}"}) {
      const QString with = QString::fromLatin1(text).arg(step);
      QVERIFY2(!store::eventFromJson(line(with.toLatin1().constData()).toStdString()).has_value(),
               qPrintable(with));
      const QString sound = QString::fromLatin1(text).arg(9007199254740992);
      QVERIFY2(store::eventFromJson(line(sound.toLatin1().constData()).toStdString()).has_value(),
               qPrintable(sound));
    }
  }

  // Against the rule as it is written: every event before a rewind of its stage that lies beyond it.
  void voidedEventsAreThoseBehindALaterRewind() {
    std::mt19937 random(7);
    const auto upTo = [&random](int most) { return static_cast<std::int64_t>(random() % most); };
    const std::vector<StageId> stages{stage::kStudent, stage::kCeiling};
    std::vector<Event> events;
    for (int i = 0; i < 400; ++i) {
      const StageId& stage = stages[static_cast<std::size_t>(upTo(2))];
      switch (upTo(12)) {
        case 0:
          events.push_back(Rewound{.stage = stage, .step = upTo(100)});
          break;
        case 1:
          events.push_back(StageFinished{.stage = stage});
          break;
        case 2:
          events.push_back(Intervened{{.step = upTo(100)}});
          break;
        case 3:
          events.push_back(RunPaused{});
          break;
        default:
          events.push_back(Evaluated{.stage = stage, .evaluation = {.step = upTo(100)}});
      }
    }
    const std::vector<bool> voided = store::voidedEvents(events);
    QVERIFY(std::ranges::count(voided, true) > 100);
    for (std::size_t i = 0; i < events.size(); ++i) {
      bool expected = false;
      for (std::size_t later = i + 1; later < events.size(); ++later) {
        const auto* const rewound = std::get_if<Rewound>(&events[later]);
        expected = expected || (rewound != nullptr && store::stageOf(events[i]) == rewound->stage &&
                                (store::isBeyond(events[i], rewound->step) ||
                                 std::holds_alternative<StageFinished>(events[i])));
      }
      QCOMPARE(static_cast<bool>(voided[i]), expected);
    }
  }

  void textThatIsNoUtf8DoesNotCostTheEvent() {
    const auto back = store::eventFromJson(
        store::eventToJson(RunFailed{.error = {.message = "Cannot open caf\xE9.gz."}}));
    QVERIFY(back.has_value());
    QVERIFY(std::get<RunFailed>(*back).error.message.starts_with("Cannot open caf"));
  }

  void unknownKeysOfALaterProgramAreIgnored() {
    QVERIFY(
        store::eventFromJson(line("{'event':'run_stopped','kept':true,'why':'x'}").toStdString())
            .has_value());
  }

  void anUnknownKindOfEventIsNoEventAndNoError() {
    const auto stamped = store::stampedEventFromJson(
        line("{'event':'sang','stage':7,'worked_seconds':2.5}").toStdString());
    QVERIFY(stamped.has_value());
    QVERIFY(!stamped->event);
    QCOMPARE(stamped->worked_seconds, 2.5);
  }

  void namesOfALaterProgramCountAsUnknown() {
    std::string text = store::summaryToJson(fullSummary());
    text.replace(text.find("gap_not_significant"), 19, "moon_in_the_way");
    const auto summary = store::summaryFromJson(text);
    QVERIFY(summary.has_value());
    QCOMPARE(summary->pgr.status, metrics::PgrStatus::Unknown);
    QVERIFY(!metrics::isMeaningful(summary->pgr));

    std::string failed = store::eventToJson(RunFailed{.error = {.code = ErrorCode::Io}});
    failed.replace(failed.find("\"io\""), 4, "\"tides\"");
    const auto event = store::eventFromJson(failed);
    QVERIFY(event.has_value());
    QCOMPARE(std::get<RunFailed>(*event).error.code, ErrorCode::Internal);
  }

  void badLinesNameWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cause");
    QTest::newRow("empty") << QByteArray() << QByteArray("no JSON");
    QTest::newRow("torn") << line("{'event':'rew") << QByteArray("no JSON");
    QTest::newRow("list") << QByteArray("[]") << QByteArray("not an object");
    QTest::newRow("unknown event") << line("{'event':'sang'}") << QByteArray("sang");
    QTest::newRow("missing key") << line("{'event':'rewound','stage':'student'}")
                                 << QByteArray("\"step\" is missing");
    QTest::newRow("wrong type") << line("{'event':'rewound','stage':'student','step':'3'}")
                                << QByteArray("\"step\" is not an integer");
    QTest::newRow("fractional step") << line("{'event':'rewound','stage':'student','step':3.5}")
                                     << QByteArray("\"step\" is not an integer");
    QTest::newRow("a stage that cannot name a file")
        << line("{'event':'rewound','stage':'../teacher','step':3}") << QByteArray("teacher");
    QTest::newRow("number out of range")
        << line("{'event':'rewound','stage':'student','step':1e999}") << QByteArray("no JSON");
    QTest::newRow("row too short") << line(
                                          "{'event':'steps_measured','stage':'student','columns':['"
                                          "step','a','b'],'rows':[[1,2]]}")
                                   << QByteArray("\"rows\"");
    QTest::newRow("binary") << QByteArray("\0\xFF\xFE", 3) << QByteArray("no JSON");
    QTest::newRow("deep nesting") << QByteArray(100000, '[') << QByteArray("no JSON");
  }
  void badLinesNameWhatIsWrong() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cause);
    const auto event = store::eventFromJson(text.toStdString());
    QVERIFY(!event.has_value());
    QCOMPARE(event.error().code, ErrorCode::BadFormat);
    QVERIFY2(event.error().message.find(cause.toStdString()) != std::string::npos,
             event.error().message.c_str());
  }

  // As every summary before there was one.
  void aSummaryWithoutACommonCeilingHasNoKeysForIt() {
    RunSummary summary = fullSummary();
    summary.common.reset();
    const std::string text = store::summaryToJson(summary);
    QVERIFY(text.find("common") == std::string::npos);
    const auto back = store::summaryFromJson(text);
    QVERIFY(back.has_value());
    QVERIFY(!back->common.has_value());
    QCOMPARE(store::summaryToJson(*back), text);
  }

  void summariesComeBack() {
    const std::string text = store::summaryToJson(fullSummary());
    const auto back = store::summaryFromJson(text);
    QVERIFY(back.has_value());
    QCOMPARE(store::summaryToJson(*back), text);
  }

 private:
  static Event evaluatedWithoutTruth() {
    return Evaluated{.stage = stage::kStudent, .evaluation = {.step = 1}};
  }
};

W2S_TEST(TstEventJson)
#include "tst_event_json.moc"
