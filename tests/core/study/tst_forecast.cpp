// What a study takes before it is started: equal stages count once, cached ones not at all, and a time that nothing is
// known of is unknown.
#include <cmath>

#include <QTest>

#include "core/record/stage.h"
#include "core/study/forecast.h"
#include "tests/support/test_main.h"

using namespace w2s;
using study::Experience;
using study::Forecast;

namespace {

record::PlannedStage planned(const char* id, const char* fingerprint, std::int64_t steps = 0,
                             bool cached = false) {
  return {.id = id, .fingerprint = fingerprint, .steps = steps, .cached = cached};
}

Forecast forecastOf(const std::vector<std::vector<record::PlannedStage>>& plans,
                    const Experience& experience) {
  std::vector<study::ForecastRun> runs;
  for (const auto& plan : plans) {
    runs.push_back({.stages = plan, .experience = std::make_shared<Experience>(experience)});
  }
  return study::forecastOf(runs);
}

}  // namespace

class TstForecast : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void equalStagesCountOnceAndCachedOnesTakeNoTime() {
    const std::vector<std::vector<record::PlannedStage>> plans{
        {planned("weak", "w0"), planned("features", "f", 0, true), planned("student", "s1", 400)},
        {planned("weak", "w0"), planned("features", "f", 0, true), planned("student", "s2", 800)},
        {planned("weak", "w1"), planned("features", "f", 0, true), planned("student", "s3", 400)}};
    const Experience experience{
        .stages = {{"weak", {.seconds = 0.5}},
                   {"student", {.seconds = 9.0, .seconds_per_step = 0.001}}},
        .run_bytes = 2e6};
    const Forecast forecast = forecastOf(plans, experience);
    QCOMPARE(forecast.runs, std::int64_t{3});
    QCOMPARE(forecast.stages, std::int64_t{9});
    QCOMPARE(forecast.cached, std::int64_t{3});
    QCOMPARE(forecast.to_make, std::int64_t{5});
    QCOMPARE(forecast.shared(), std::int64_t{1});
    // Two weak models, and 1600 steps.
    QVERIFY(std::abs(forecast.seconds - (2 * 0.5 + 1.6)) < 1e-12);
    QCOMPARE(forecast.bytes, 6e6);
  }

  void whatIsNotKnownIsNotGuessed() {
    const std::vector<std::vector<record::PlannedStage>> plans{
        {planned("weak", "w0", 0, true), planned("student", "s1", 400)}};
    QVERIFY(std::isnan(forecastOf(plans, {}).seconds));
    QVERIFY(std::isnan(forecastOf(plans, {}).bytes));
    QCOMPARE(forecastOf(plans, {}).to_make, std::int64_t{1});
    // Of the cached weak model nobody has to know how long it took.
    const Experience of_students{
        .stages = {{"student", {.seconds = 9.0, .seconds_per_step = 0.5}}}};
    QCOMPARE(forecastOf(plans, of_students).seconds, 200.0);
    QCOMPARE(forecastOf(plans, of_students).unknown, std::int64_t{0});
    // Of a second strong model nothing is on record: what is known is told, and that it is a part.
    const Forecast in_part = study::forecastOf(std::vector<study::ForecastRun>{
        {.stages = {planned("student", "a", 400)},
         .experience = std::make_shared<Experience>(of_students)},
        {.stages = {planned("student", "b", 400)}, .experience = std::make_shared<Experience>()}});
    QCOMPARE(in_part.to_make, std::int64_t{2});
    QCOMPARE(in_part.unknown, std::int64_t{1});
    QCOMPARE(in_part.seconds, 200.0);
    const Forecast none = forecastOf({}, {});
    QCOMPARE(none.runs, std::int64_t{0});
    QCOMPARE(none.seconds, 0.0);
  }
};

W2S_TEST(TstForecast)
#include "tst_forecast.moc"
