// The loss probe and its JSON form: results, round trip, and one sentence for each kind of wrong
// input.
#include <cmath>
#include <functional>
#include <limits>

#include <nlohmann/json.hpp>

#include <QTest>

#include "core/objective/loss_probe.h"
#include "core/objective/loss_probe_json.h"
#include "tests/support/test_main.h"

using namespace w2s;
using objective::ProbeInput;

namespace {

ProbeInput golden() {
  return {.logits = {{1.2, -.3}, {.1, .4}, {-.8, .9}, {.5, .2}},
          .weak = {{.8, .2}, {.6, .4}, {.1, .9}, {.3, .7}},
          .targets = {0, 1, -1, 1},
          .step = 25,
          .steps = 50};
}

config::ObjectiveConfig allTerms() {
  config::ObjectiveConfig config;
  config.ground_truth_weight.base = 0.5;
  config.entropy_weight.base = 0.1;
  return config;
}

using Change = std::function<void(ProbeInput&, config::ObjectiveConfig&)>;

}  // namespace

class TstLossProbe : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void totalIsTheWeightedSum() {
    const auto output = objective::probeLoss(allTerms(), golden());
    QVERIFY(output.has_value());
    const double weights[] = {.5, .5, .5, .1};
    double total = 0.0;
    QCOMPARE(output->terms.size(), std::size_t{4});
    for (std::size_t i = 0; i < 4; ++i) {
      QCOMPARE(output->terms[i].weight, weights[i]);
      total += output->terms[i].weight * output->terms[i].value;
    }
    QVERIFY(std::abs(output->terms[0].value - 0.05713711) < 1e-8);
    QCOMPARE(output->total, total);
    QCOMPARE(output->gradient.size(), std::size_t{4});
    for (const auto& row : output->gradient) {
      QVERIFY(std::abs(row[0] + row[1]) < 1e-16);
    }
  }

  void inputsThatNoTermNeedsMayBeLeftOut() {
    config::ObjectiveConfig config;
    config.kd_weight.base = 0.0;
    config.ground_truth_weight.base = 1.0;
    ProbeInput input = golden();
    input.weak.clear();
    QVERIFY(objective::probeLoss(config, input).has_value());
    input = golden();
    input.targets.clear();
    QVERIFY(objective::probeLoss(config::ObjectiveConfig{}, input).has_value());
  }

  void wrongInputIsExplained_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* message, Change change) {
      QTest::newRow(name) << change << QString(message);
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    row("no rows", "`logits` has no rows", [](auto& input, auto&) { input.logits.clear(); });
    row("one class", "at least two classes", [](auto& input, auto&) { input.logits = {{1.0}}; });
    row("ragged logits", "`logits` row 2 has 3 numbers but row 0 has 2",
        [](auto& input, auto&) { input.logits[2].push_back(0); });
    row("NaN logit", "`logits` row 1, class 0 is nan",
        [nan](auto& input, auto&) { input.logits[1][0] = nan; });
    row("missing weak row", "`weak` has 3 rows but `logits` has 4",
        [](auto& input, auto&) { input.weak.pop_back(); });
    row("weak row of another length", "`weak` row 1 has 3 classes but `logits` has 2",
        [](auto& input, auto&) {
          input.weak[1] = {.5, .3, .2};
        });
    row("NaN weak label", "`weak` row 3, class 1 is nan",
        [nan](auto& input, auto&) { input.weak[3][1] = nan; });
    row("negative weak label", "`weak` row 0, class 1 is -0.2", [](auto& input, auto&) {
      input.weak[0] = {1.2, -.2};
    });
    row("weak row that does not sum to 1", "`weak` row 2 sums to 0.9;", [](auto& input, auto&) {
      input.weak[2] = {.1, .8};
    });
    row("too few targets", "`targets` has 3 entries but `logits` has 4 rows",
        [](auto& input, auto&) { input.targets.pop_back(); });
    row("target beyond the classes", "`targets` entry 1 is 2; it must be a class from 0 to 1",
        [](auto& input, auto&) { input.targets[1] = 2; });
    row("target below -1", "`targets` entry 0 is -2",
        [](auto& input, auto&) { input.targets[0] = -2; });
    row("step at the end", "`step` is 50 but `steps` is 50",
        [](auto& input, auto&) { input.step = 50; });
    row("negative step", "`step` is -1", [](auto& input, auto&) { input.step = -1; });
    row("no steps", "`steps` is 0", [](auto& input, auto&) { input.steps = 0; });
    row("weak labels missing", "`weak` is missing", [](auto& input, auto&) { input.weak.clear(); });
    row("targets missing", "`targets` is missing",
        [](auto& input, auto&) { input.targets.clear(); });
    row("two-class term on three classes",
        "\"openai_reference\" is for two classes and `logits` has 3",
        [](auto& input, auto& config) {
          input = {.logits = {{1, 2, 3}}, .weak = {{.2, .3, .5}}, .targets = {0}};
          config.confidence = config::OpenaiReferenceConfidence{};
        });
    row("temperature 0", "objective.temperature is 0",
        [](auto&, auto& config) { config.temperature = 0.0; });
    row("overflow", "not finite", [](auto& input, auto& config) {
      input.logits[0] = {1e308, -1e308};
      config.temperature = 0.05;
    });
  }
  void wrongInputIsExplained() {
    QFETCH(Change, change);
    QFETCH(QString, message);
    ProbeInput input = golden();
    config::ObjectiveConfig config = allTerms();
    change(input, config);
    const auto output = objective::probeLoss(config, input);
    QVERIFY(!output.has_value());
    const QString actual = QString::fromStdString(output.error().message);
    QVERIFY2(actual.contains(message), qPrintable(actual));
  }

  void gradientNormsBelongToTheValues() {
    // Forward KL: the gradient of the mean is (p - w) / B.
    config::ObjectiveConfig config;
    config.confidence = config::NoConfidence{};
    config.kd_weight.base = 3.0;  // scales the total, not the norm
    const auto output = objective::probeLoss(config, golden());
    QVERIFY(output.has_value());
    const double p0[] = {.817574, .425557, .154465, .574443};
    const double w0[] = {.8, .6, .1, .3};
    double squares = 0.0;
    for (int i = 0; i < 4; ++i) {
      squares += 2.0 * (p0[i] - w0[i]) * (p0[i] - w0[i]) / 16.0;
    }
    QVERIFY(std::abs(output->terms[0].gradient_norm - std::sqrt(squares)) < 1e-6);
    QCOMPARE(output->terms[1].gradient_norm, 0.0);  // there is no confidence term
  }

  void jsonIsReadCompletely() {
    const auto input = objective::probeInputFromJson(
        R"({"logits": [[1, -0.5]], "weak": [[0.25, 0.75]], "targets": [-1], "step": 3, "steps": 9, "student_passed": true})",
        "batch.json");
    QVERIFY(input.has_value());
    QCOMPARE(input->logits, (std::vector<std::vector<double>>{{1.0, -0.5}}));
    QCOMPARE(input->weak, (std::vector<std::vector<double>>{{0.25, 0.75}}));
    QCOMPARE(input->targets, std::vector<std::int64_t>{-1});
    QCOMPARE(input->step, 3);
    QCOMPARE(input->steps, 9);
    QVERIFY(input->student_passed);
  }

  void wrongJsonIsExplained_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* text, const char* message) {
      QTest::newRow(name) << QByteArray(text) << QString(message);
    };
    row("empty", "", "no valid JSON");
    row("cut off", R"({"logits": [[1, 2])", "no valid JSON: parse error at line 1");
    row("number beyond double", R"({"logits": [[1e999, 2]]})", "no valid JSON");
    row("not UTF-8", "{\"logits\xff\": 1}", "no valid JSON");
    row("a list", "[1]", "an object");
    row("no logits", "{}", "`logits` is missing");
    row("unknown key", R"({"logits": [[1, 2]], "weaks": []})", "unknown key `weaks`");
    row("rows that are no lists", R"({"logits": [1, 2]})",
        "`logits` row 0 must be a list of numbers");
    row("text for a number", R"({"logits": [[1, "2"]]})",
        "`logits` row 0, class 1 must be a number");
    row("null for a number", R"({"logits": [[1, null]]})", "must be a number, not null");
    row("half a class", R"({"logits": [[1, 2]], "targets": [0.5]})",
        "`targets` entry 0 must be a whole number, not 0.5");
    row("a class beyond 64 bits", R"({"logits": [[1, 2]], "targets": [18446744073709551615]})",
        "`targets` entry 0 is 18446744073709551615, which does not fit 64 bits");
    row("a step beyond 64 bits", R"({"logits": [[1, 2]], "step": 9223372036854775808})",
        "`step` is 9223372036854775808");
    row("step as text", R"({"logits": [[1, 2]], "step": "3"})", "`step` must be a whole number");
    row("flag as number", R"({"logits": [[1, 2]], "student_passed": 1})",
        "`student_passed` must be true or false");
  }
  void wrongJsonIsExplained() {
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto input = objective::probeInputFromJson(
        std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "batch.json");
    QVERIFY(!input.has_value());
    const QString actual = QString::fromStdString(input.error().message);
    QVERIFY2(actual.startsWith("batch.json: ") && actual.contains(message), qPrintable(actual));
  }

  void printedNumbersBringBackTheSameDoubles() {
    const auto output = objective::probeLoss(allTerms(), golden());
    QVERIFY(output.has_value());
    const auto document = nlohmann::json::parse(objective::toJson(*output));
    QCOMPARE(document.at("total").get<double>(), output->total);
    QCOMPARE(document.at("terms").at("ground_truth").at("value").get<double>(),
             output->terms[2].value);
    QCOMPARE(document.at("terms").at("kd").at("gradient_norm").get<double>(),
             output->terms[0].gradient_norm);
    QCOMPARE(document.at("terms").at("confidence").at("weight").get<double>(), 0.5);
    QCOMPARE(document.at("gradient").get<std::vector<std::vector<double>>>(), output->gradient);
  }
};

W2S_TEST(TstLossProbe)
#include "tst_loss_probe.moc"
