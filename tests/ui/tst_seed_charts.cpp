// Several seeds in numbers and charts: means with their band, the PGR of means, each seed's own curve.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <QTest>

#include "core/metrics/pgr_of_means.h"
#include "tests/support/test_main.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/seed_course.h"
#include "ui/charts/run_charts.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::ui;

namespace {

metrics::Performance performance(double accuracy) {
  return {.accuracy = accuracy, .loss = 1.0, .n = 10'000};
}

// A run of 100 steps with an evaluation every ten steps up to `reached`.
RunSeries runOf(std::int64_t seed, double offset, std::int64_t reached = 100) {
  RunSeries run("run-" + std::to_string(seed));
  run.apply(RunStarted{.name = "demo",
                       .seed = seed,
                       .device = "cpu",
                       .stages = {{.id = stage::kWeak, .fingerprint = {}},
                                  {.id = stage::kCeiling, .fingerprint = {}, .steps = 100},
                                  {.id = stage::kStudent, .fingerprint = {}, .steps = 100}}});
  run.apply(StageFinished{.stage = stage::kWeak, .test = performance(0.6 + offset)});
  run.apply(StageFinished{.stage = stage::kCeiling, .test = performance(0.9 - offset)});
  run.apply(StageStarted{.stage = stage::kStudent, .steps = 100});
  for (std::int64_t step = 10; step <= reached; step += 10) {
    Evaluated event{.stage = stage::kStudent, .evaluation = {}};
    event.evaluation.step = step;
    event.evaluation.test = performance(0.5 + 0.002 * static_cast<double>(step) + 2.0 * offset);
    run.apply(event);
  }
  if (reached == 100) {
    run.apply(StageFinished{.stage = stage::kStudent, .test = performance(0.7 + 2.0 * offset)});
  }
  return run;
}

struct Seeds {
  std::vector<RunSeries> runs;
  [[nodiscard]] std::vector<const RunSeries*> pointers() const {
    std::vector<const RunSeries*> all;
    std::ranges::transform(runs, std::back_inserter(all),
                           [](const RunSeries& run) { return &run; });
    return all;
  }
};

Seeds threeSeeds() {
  return {{runOf(0, 0.0), runOf(1, 0.01), runOf(2, -0.02)}};
}

charts::ChartData build(const std::string& id, const charts::ChartInput& input) {
  static const auto all = charts::makeRunCharts();
  const auto chart = std::ranges::find_if(all, [&](const auto& each) { return each->id() == id; });
  return charts::detached((*chart)->build(input));
}

// They borrow from `data`.
std::vector<charts::Curve> bandsOf(const charts::ChartData& data) {
  std::vector<charts::Curve> bands;
  std::ranges::copy_if(data.curves, std::back_inserter(bands), &charts::Curve::hasBand);
  return bands;
}

bool near(double a, double b) {
  return std::abs(a - b) < 1e-6;
}

}  // namespace

class TstSeedCharts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void numbersAreMeansAndThePgrIsThatOfTheMeans() {
    const Seeds seeds = threeSeeds();
    const auto runs = seeds.pointers();
    const Readings readings = readingsOf(runs);
    QVERIFY(readings.over_seeds);
    QCOMPARE(readings.over_seeds->runs, std::int64_t{3});
    QVERIFY(near(readings.weak.accuracy, 0.6 - 0.01 / 3.0));
    QVERIFY(near(readings.student.accuracy, 0.7 - 0.02 / 3.0));
    QVERIFY(near(readings.over_seeds->student.sd, 2.0 * std::sqrt(0.0014 / 6.0)));
    const std::vector<metrics::SeedAccuracies> each = {
        {.weak = 0.6, .student = 0.7, .ceiling = 0.9},
        {.weak = 0.61, .student = 0.72, .ceiling = 0.89},
        {.weak = 0.58, .student = 0.66, .ceiling = 0.92}};
    const metrics::PgrOfMeans expected = metrics::pgrOfMeans(each);
    QVERIFY(near(*readings.pgr->signed_value, *expected.pgr.signed_value));
    QVERIFY(near(readings.pgr->ci95->low, expected.pgr.ci95->low));
    QCOMPARE(readings.over_seeds->in_pgr, std::int64_t{3});
    // In any order; the first is only the one in focus.
    const std::vector<const RunSeries*> other{runs[2], runs[0], runs[1]};
    QCOMPARE(*readingsOf(other).pgr->signed_value, *readings.pgr->signed_value);
    QCOMPARE(readingsOf(other).pgr->ci95->high, readings.pgr->ci95->high);
  }

  void oneRunIsReadAsBefore() {
    const Seeds seeds = threeSeeds();
    const std::vector<const RunSeries*> one{&seeds.runs[1]};
    QVERIFY(!readingsOf(one).over_seeds);
    QCOMPARE(readingsOf(one).student.accuracy, readingsOf(seeds.runs[1]).student.accuracy);
    const charts::ChartData alone = build("accuracy", {.run = one.front(), .seeds = one});
    QVERIFY(bandsOf(alone).empty());
    QCOMPARE(alone.curves.size(), build("accuracy", {.run = one.front()}).curves.size());
  }

  // A seed that was stopped early is no sample of what the experiment gives.
  void aStoppedSeedDoesNotCount() {
    Seeds seeds = threeSeeds();
    seeds.runs.push_back(runOf(3, 0.2, 30));
    seeds.runs.back().apply(RunStopped{.kept = true});
    const Readings readings = readingsOf(seeds.pointers());
    QVERIFY(near(readings.student.accuracy, 0.7 - 0.02 / 3.0));
    QCOMPARE(readings.over_seeds->student.n, std::int64_t{3});
    QVERIFY(!readings.stopped_at);
  }

  void theCurveIsTheMeanWithItsBand_data() {
    QTest::addColumn<int>("spread");
    for (const auto& [spread, name] : metrics::kSpreads) {
      QTest::newRow(name.data()) << static_cast<int>(spread);
    }
  }
  void theCurveIsTheMeanWithItsBand() {
    QFETCH(int, spread);
    const Seeds seeds = threeSeeds();
    const auto runs = seeds.pointers();
    const auto kind = static_cast<metrics::Spread>(spread);
    const charts::ChartData data =
        build("accuracy", {.run = runs.front(), .seeds = runs, .view = {.spread = kind}});
    const auto bands = bandsOf(data);
    QCOMPARE(bands.size(), std::size_t{1});
    const charts::Curve& mean = bands.front();
    QCOMPARE(mean.label, std::string("student"));
    QCOMPARE(mean.size(), std::size_t{10});
    const std::vector<double> at_ten{0.52, 0.54, 0.48};
    const auto band = metrics::spreadOf(at_ten, kind);
    QVERIFY(std::abs(mean.y.front() - (0.52 - 0.02 / 3.0)) < 1e-6);
    QVERIFY(std::abs(mean.low.front() - band->low) < 1e-6);
    QVERIFY(std::abs(mean.high.front() - band->high) < 1e-6);
    QVERIFY(mean.band.find("3 seeds") != std::string::npos);
    QVERIFY(data.subtitle.find(mean.band) != std::string::npos);
  }

  void eachSeedHasACurveOnDemand() {
    const Seeds seeds = threeSeeds();
    const auto runs = seeds.pointers();
    charts::ChartInput input{.run = runs[1], .seeds = runs};
    const auto own = [&] {
      std::vector<std::string> names;
      for (const charts::Curve& curve : build("accuracy", input).curves) {
        if (!curve.hasBand() && curve.name.starts_with("student")) {
          names.push_back(curve.name);
        }
      }
      return names;
    };
    QCOMPARE(own(), (std::vector<std::string>{"student, seed 0", "student, seed 2",
                                              "student, seed 1"}));  // the focus in front
    input.view.each_seed = false;
    QVERIFY(own().empty());
  }

  void thePgrChartShowsThePgrOfMeans() {
    const Seeds seeds = threeSeeds();
    const auto runs = seeds.pointers();
    const charts::ChartData data = build("pgr", {.run = runs.front(), .seeds = runs});
    const auto bands = bandsOf(data);
    QCOMPARE(bands.size(), std::size_t{1});
    const Readings readings = readingsOf(runs);
    QVERIFY(std::abs(bands.front().y.back() - *readings.pgr->signed_value) < 1e-6);
    QVERIFY(std::abs(bands.front().low.back() - readings.pgr->ci95->low) < 1e-6);
    QVERIFY(std::abs(bands.front().high.back() - readings.pgr->ci95->high) < 1e-6);
  }

  // Two are done: a third one on its way does not pull the mean back, nor does one that has just begun.
  void seedsOnTheirWayDoNotPullTheMeanBack() {
    const Seeds two{{runOf(0, 0.0), runOf(1, 0.01), runOf(2, 0.1, 20)}};
    SeedCourse course = seedCourse(two.pointers(), stage::kStudent);
    QCOMPARE(course.runs.size(), std::size_t{2});
    QCOMPARE(course.rows.size(), std::size_t{10});
    const Seeds abreast{{runOf(0, 0.0, 60), runOf(1, 0.01, 50), runOf(2, 0.1, 20)}};
    course = seedCourse(abreast.pointers(), stage::kStudent);
    QCOMPARE(course.runs.size(), std::size_t{2});
    QCOMPARE(course.rows.size(), std::size_t{5});
    const Seeds single{{runOf(0, 0.0, 60), runOf(2, 0.1, 0)}};
    course = seedCourse(single.pointers(), stage::kStudent);
    QVERIFY(course.rows.empty());
  }
};

W2S_TEST(TstSeedCharts)
#include "tst_seed_charts.moc"
