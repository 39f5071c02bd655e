// The text below a figure says what the figure shows.
#include <QTest>

#include "tests/support/test_main.h"
#include "tests/ui/figure_runs.h"
#include "ui/figures/figure.h"
#include "ui/figures/paper_caption.h"

using namespace w2s;
using namespace w2s::ui::figures;

namespace {

OwnedFigureRun finished(std::int64_t seed, double student) {
  OwnedFigureRun run = test::figureRun("run-" + std::to_string(seed), seed);
  run.series.interventions.clear();
  run.config = {};
  record::RunSummary summary{.weak = test::performance(0.6),
                             .ceiling = test::performance(0.8),
                             .student = test::performance(student)};
  summary.pgr = metrics::pgrOfAccuracies(Weak(0.6), Student(student), Ceiling(0.8), 10'000, 0.1);
  run.series.apply(record::RunFinished{summary});
  return run;
}

std::vector<FigureRun> viewsOf(const std::vector<OwnedFigureRun>& runs) {
  std::vector<FigureRun> views;
  for (const OwnedFigureRun& run : runs) {
    views.push_back(run.view());
  }
  return views;
}

QString captionOf(const FigureRequest& request, const std::vector<OwnedFigureRun>& runs) {
  const auto views = viewsOf(runs);
  return QString::fromStdString(paperCaption(request, views));
}

#define SAYS(text, part) QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))

}  // namespace

class TestPaperCaption : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void oneRun() {
    const QString text = captionOf({.charts = {"accuracy"}}, {finished(3, 0.7)});
    QVERIFY2(text.startsWith(QStringLiteral("Test accuracy. fashion-mnist; weak supervisor: ")),
             qPrintable(text));
    SAYS(text, "Decision tree on pixels 14\u00d714, trained on 1,000 rows");
    SAYS(text,
         "Forward KL (the book's KD loss), T = 1, k = 1, confidence term: Prior-matched "
         "threshold, a = 0.5.");
    SAYS(text, "One run, seed 3. PGR 0.50");
    QVERIFY2(!text.contains(QStringLiteral("mean of")), qPrintable(text));
  }

  // No model is trained for weak labels that another program made.
  void labelsMadeElsewhere() {
    OwnedFigureRun run = finished(3, 0.7);
    run.config.weak.front().labels = "gpt2";
    const QString text = captionOf({.charts = {"accuracy"}}, {run});
    SAYS(text, "fashion-mnist; weak labels that were made elsewhere: gpt2; student and ceiling: ");
    QVERIFY2(!text.contains(QStringLiteral("weak supervisor")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("1,000 rows")), qPrintable(text));
  }

  void severalSeeds() {
    FigureRequest request{.charts = {"accuracy", "pgr"}};
    request.options.mean = true;
    const QString text =
        captionOf(request, {finished(2, 0.70), finished(0, 0.71), finished(1, 0.69)});
    SAYS(text, "(a) Test accuracy; (b) Performance gap recovered.");
    SAYS(text, "Line: mean of 3 seeds (0, 1, 2); band: 95 % t interval.");
    SAYS(text, "PGR of the means 0.50 (95 % interval over seeds ");
    // Drawn as one, the seeds are nobody's overlay.
    QVERIFY2(!text.contains(QStringLiteral("seed 1.")), qPrintable(text));
  }

  void whatTellsAnOverlayApart() {
    std::vector<OwnedFigureRun> runs{finished(0, 0.7), finished(0, 0.7), finished(1, 0.7)};
    runs[1].config.objective.temperature = 2.0;
    runs[1].label = "warm";
    runs[2].label = "again";
    const QString text = captionOf({.charts = {"accuracy"}}, runs);
    SAYS(text, "warm: Temperature T = 2.");
    SAYS(text, "again: seed 1.");
  }

  void otherObjectivesAndLiveChanges() {
    std::vector<OwnedFigureRun> runs{finished(0, 0.7)};
    runs[0].config.objective.confidence = config::NoConfidence{};
    runs[0].config.objective.ground_truth_weight.base = 0.25;
    runs[0].config.objective.divergence = config::ReverseKl{};
    runs[0].series.interventions.push_back({.step = 10,
                                            .parameter = record::LiveParameter::Temperature,
                                            .old_value = 1.0,
                                            .new_value = 2.0});
    const QString text = captionOf({.charts = {"objective"}}, runs);
    SAYS(text, "Reverse KL, T = 1, k = 1, no confidence term, ground truth with g = 0.25.");
    SAYS(text, "Settings were changed while it trained.");
  }

  // A PGR that says little is no number in a paper either.
  void noPgrWithoutAGap() {
    std::vector<OwnedFigureRun> runs{finished(0, 0.7)};
    record::RunSummary summary{.weak = test::performance(0.8),
                               .ceiling = test::performance(0.8),
                               .student = test::performance(0.7)};
    summary.pgr = metrics::pgrOfAccuracies(Weak(0.8), Student(0.7), Ceiling(0.8), 10'000, 0.1);
    runs[0].series.apply(record::RunFinished{summary});
    QVERIFY(!captionOf({.charts = {"accuracy"}}, runs).contains(QStringLiteral("PGR")));
  }

  void itStandsInTheFile() {
    const std::vector<OwnedFigureRun> runs{finished(0, 0.7)};
    const auto views = viewsOf(runs);
    const auto figure = makeFigure({.charts = {"accuracy"}}, views);
    QVERIFY(figure.has_value());
    QCOMPARE(figure->provenance.entries().back().first, std::string("caption"));
    QCOMPARE(figure->provenance.entries().back().second,
             paperCaption({.charts = {"accuracy"}}, views));
  }
};

W2S_WINDOW_TEST(TestPaperCaption)
#include "tst_paper_caption.moc"
