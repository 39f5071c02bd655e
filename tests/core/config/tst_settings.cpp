#include <QTest>

#include "core/config/settings.h"
#include "core/config/suggest.h"
#include "core/config/toml.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::config;

namespace {

QString text(const std::string& value) {
  return QString::fromStdString(value);
}

std::vector<std::string> assignmentsIn(const QString& lines) {
  std::vector<std::string> assignments;
  for (const QString& line : lines.split('\n')) {
    assignments.push_back(line.toStdString());
  }
  return assignments;
}

}  // namespace

class TstSettings : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void assignmentsEqualTheirToml_data();
  void assignmentsEqualTheirToml();
  void badAssignmentsSayWhatIsAllowed_data();
  void badAssignmentsSayWhatIsAllowed();
  void aRefusedSettingChangesNothing();
  void severalMistakesAreReportedTogether();
  void aTextGivenByKeyIsKeptToTheLastCharacter();
  void seedsAreNumbersAndRanges_data();
  void seedsAreNumbersAndRanges();
  void badSeedsAreRefused_data();
  void badSeedsAreRefused();
  void suggestionsNeedASmallDistance();
};

void TstSettings::assignmentsEqualTheirToml_data() {
  QTest::addColumn<QString>("assignments");
  QTest::addColumn<QString>("toml");
  const auto row = [](const char* name, const char* assignments, const char* toml) {
    QTest::newRow(name) << assignments << toml;
  };
  row("real", "objective.temperature=2", "objective.temperature = 2.0");
  row("leading point", "objective.temperature=.5", "objective.temperature = 0.5");
  row("exponent and sign", "optimizer.weight_decay=+1e-2", "optimizer.weight_decay = 0.01");
  row("whole", "optimizer.steps=50", "optimizer.steps = 50");
  row("further term",
      "objective.term.more.kind=reverse_kl\nobjective.term.more.kind.smoothing=0.01\nobjective."
      "term.more.weight=0.5",
      "[[objective.term]]\nname = 'more'\nkind = { kind = 'reverse_kl', smoothing = 0.01 }\nweight "
      "= 0.5");
  row("further terms as a list",
      "objective.term=[{ name = 'a', kind = 'entropy' }, { name = 'b', kind = 'argmax' }]",
      "[[objective.term]]\nname = 'a'\nkind = 'entropy'\n[[objective.term]]\nname = 'b'\nkind = "
      "'argmax'");
  row("renamed entry", "objective.term.a.kind=entropy\nobjective.term.a.name=b",
      "[[objective.term]]\nname = 'b'\nkind = 'entropy'");
  row("truth value", "supervision.shuffle=true", "supervision.shuffle = true");
  row("name", "supervision.labels=hard", "supervision.labels = 'hard'");
  row("name in quotes", "supervision.labels='hard'", "supervision.labels = 'hard'");
  row("spaces", " optimizer.kind = sgd ", "optimizer.kind = 'sgd'");
  row("text that looks like a number", "name=42", "name = '42'");
  row("text in quotes", "name=\"a b\"", "name = 'a b'");
  row("text with an equals sign", "description=a=b", "description = 'a=b'");
  row("schedule's base keeps its shape",
      "objective.kd_weight.shape=linear\nobjective.kd_weight=0.5",
      "objective.kd_weight = { base = 0.5, shape = 'linear' }");
  row("schedule's parts",
      "optimizer.learning_rate.base=0.1\noptimizer.learning_rate.shape=cosine\noptimizer.learning_"
      "rate.warmup=0.1",
      "optimizer.learning_rate = { base = 0.1, shape = 'cosine', warmup = 0.1 }");
  row("schedule as a table", "objective.kd_weight={ base = 2, shape = 'cosine' }",
      "objective.kd_weight = { base = 2.0, shape = 'cosine' }");
  row("alternative and its field",
      "objective.divergence=jensen_shannon\nobjective.divergence.beta=0.3",
      "objective.divergence = { kind = 'jensen_shannon', beta = 0.3 }");
  row("alternative as a table", "objective.divergence={ kind = 'jensen_shannon', beta = 0.3 }",
      "objective.divergence = { kind = 'jensen_shannon', beta = 0.3 }");
  row("field of the present alternative", "weak.backbone.size=7",
      "weak.backbone = { name = 'pixels', size = 7 }");
  row("choosing an alternative again resets it", "weak.head.depth=5\nweak.head.kind=tree", "");
  row("kind by its key", "weak.backbone.name=mlp\nweak.backbone.width=8",
      "weak.backbone = { name = 'mlp', width = 8 }");
  row("encoder file", "strong.backbone=a/b.safetensors",
      "strong.backbone = { name = 'file', path = 'a/b.safetensors' }");
  row("path inside an alternative", "strong.backbone=file\nstrong.backbone.path=12",
      "strong.backbone = { name = 'file', path = '12' }");
  row("section as a table", "task={ weak_rows = 20, label_noise = 0.1 }",
      "task = { weak_rows = 20, label_noise = 0.1 }");
  row("seed range", "seeds=0-3,9", "seeds = [0, 1, 2, 3, 9]");
  row("seed list", "seeds=[4, 2]", "seeds = [4, 2]");
  row("single seed", "seeds=5", "seeds = [5]");
}

void TstSettings::assignmentsEqualTheirToml() {
  QFETCH(QString, assignments);
  QFETCH(QString, toml);
  ExperimentConfig config;
  const Status status = applySettings(config, assignmentsIn(assignments));
  QVERIFY2(status, status ? "" : status.error().message.c_str());
  const ReadOutcome expected = readExperiment(toml.toStdString());
  QCOMPARE(text(toToml(config)), text(toToml(expected.config)));
  QVERIFY(config == expected.config);
}

void TstSettings::badAssignmentsSayWhatIsAllowed_data() {
  QTest::addColumn<QString>("assignment");
  QTest::addColumn<QString>("message");
  const auto row = [](const char* name, const char* assignment, const char* message) {
    QTest::newRow(name) << assignment << message;
  };
  row("no equals sign", "objective.temperature",
      "\"objective.temperature\" sets nothing: write key=value, for example "
      "objective.temperature=2.");
  row("no such entry", "objective.term.more.weight=2",
      "objective.term.more is no entry of objective.term; add it first, with "
      "objective.term.more.kind.");
  row("misspelt", "objective.temprature=2",
      "objective.temprature is not a setting; did you mean \"objective.temperature\"?");
  row("misspelt table", "optimiser.steps=2",
      "optimiser.steps is not a setting; did you mean \"optimizer.steps\"?");
  row("misspelt table and key", "objectve.temprature=2",
      "objectve.temprature is not a setting; did you mean \"objective.temperature\"?");
  row("misspelt in the wrong place", "temprature=2",
      "temprature is not a setting; did you mean \"objective.temperature\"?");
  row("misspelt inside a schedule", "objective.kd_weight.shap=linear",
      "objective.kd_weight.shap is not a setting; did you mean \"objective.kd_weight.shape\"?");
  row("below a plain value", "optimizer.steps.deep.er=1",
      "optimizer.steps.deep.er is not a setting; there is nothing to set at this place.");
  row("wrong type", "optimizer.steps=many",
      "optimizer.steps is the text \"many\", but must be a whole number from 1 to 100000000 "
      "steps.");
  row("out of range", "weak.backbone.size=99",
      "weak.backbone.size is the number 99, but must be a whole number from 1 to 28 px.");
  row("infinite", "optimizer.clip_norm=inf",
      "optimizer.clip_norm is the number inf, but must be a number from 0 to 1000000.");
  row("unknown alternative", "objective.confidence=agrmax",
      "objective.confidence is the text \"agrmax\", but must be one of none, argmax, threshold, "
      "openai_reference; did you "
      "mean \"argmax\"?");
  row("field of another alternative", "objective.divergence.beta=0.3",
      "objective.divergence.beta is a setting of jensen_shannon, but objective.divergence is "
      "forward_kl; choose "
      "objective.divergence = \"jensen_shannon\" first, or leave it out.");
  row("incomplete list", "seeds=[1",
      "seeds is the text \"[1\", which is not a complete TOML value (or not UTF-8).");
  row("a second key smuggled in", "seeds=[1]\nname = 'x'",
      "seeds is the text \"[1]\\nname = 'x'\", which is not a complete TOML value (or not UTF-8).");
  row("descending seeds", "seeds=9-1",
      "seeds: the seeds \"9-1\" have a range that ends before it begins; write numbers and ranges "
      "such as \"0-4,7\".");
}

void TstSettings::badAssignmentsSayWhatIsAllowed() {
  QFETCH(QString, assignment);
  QFETCH(QString, message);
  ExperimentConfig config;
  const Status status = applySetting(config, assignment.toStdString());
  QVERIFY(!status);
  QCOMPARE(text(status.error().message), message);
  QVERIFY(config == ExperimentConfig{});
}

void TstSettings::aRefusedSettingChangesNothing() {
  ExperimentConfig config;
  // The kind is good, its field is not: neither may stick.
  QVERIFY(!applySetting(config, "objective.divergence={ kind = 'jensen_shannon', beta = 7 }"));
  QVERIFY(config == ExperimentConfig{});
  QVERIFY(!applySettings(config, {"objective.temperature=2", "optimizer.steps=0"}));
  QVERIFY(config == ExperimentConfig{});
}

void TstSettings::severalMistakesAreReportedTogether() {
  ExperimentConfig config;
  const Status status =
      applySettings(config, {"objective.temperature=0", "optimizer.steps=4", "seeds=x"});
  QVERIFY(!status);
  QVERIFY(status.error().message.starts_with("The configuration has 2 problems:\n"));
  QVERIFY(status.error().message.find("objective.temperature") != std::string::npos);
  QVERIFY(status.error().message.find("seeds") != std::string::npos);
}

void TstSettings::aTextGivenByKeyIsKeptToTheLastCharacter() {
  ExperimentConfig config;
  QVERIFY(applySetting(config, "description", " \"a\" \\ = [\n"));
  QCOMPARE(text(config.description), QString(" \"a\" \\ = [\n"));
  QVERIFY(!applySetting(config, "description", "\xFF\xFE"));
  QCOMPARE(text(config.description), QString(" \"a\" \\ = [\n"));
}

void TstSettings::seedsAreNumbersAndRanges_data() {
  QTest::addColumn<QString>("seeds");
  QTest::addColumn<QList<qint64>>("expected");
  QTest::newRow("one") << "7" << QList<qint64>{7};
  QTest::newRow("list keeps its order") << "3,0, 2" << QList<qint64>{3, 0, 2};
  QTest::newRow("range") << "0-4" << QList<qint64>{0, 1, 2, 3, 4};
  QTest::newRow("both") << "0-1, 7 ,9 - 10" << QList<qint64>{0, 1, 7, 9, 10};
  QTest::newRow("largest") << "9007199254740991" << QList<qint64>{9007199254740991};
}

void TstSettings::seedsAreNumbersAndRanges() {
  QFETCH(QString, seeds);
  QFETCH(QList<qint64>, expected);
  const auto parsed = parseSeeds(seeds.toStdString());
  QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
  QCOMPARE(QList<qint64>(parsed->begin(), parsed->end()), expected);
}

void TstSettings::badSeedsAreRefused_data() {
  QTest::addColumn<QString>("seeds");
  for (const char* seeds : {"", " ", "a", "1,", ",1", "1-", "-1", "1--2", "1.5", "9007199254740992",
                            "99999999999999999999", "5-3", "0-10000", "0-9007199254740991"}) {
    QTest::newRow(*seeds == '\0' ? "nothing" : seeds) << seeds;
  }
}

void TstSettings::badSeedsAreRefused() {
  QFETCH(QString, seeds);
  const auto parsed = parseSeeds(seeds.toStdString());
  QVERIFY(!parsed);
  QVERIFY(parsed.error().message.find('"' + seeds.toStdString() + '"') != std::string::npos);
}

void TstSettings::suggestionsNeedASmallDistance() {
  QCOMPARE(editDistance("kitten", "sitting"), std::size_t{3});
  QCOMPARE(editDistance("", "abc"), std::size_t{3});
  QCOMPARE(editDistance("ab", "ba"), std::size_t{1});
  const std::vector<std::string> names{"forward_kl", "reverse_kl"};
  QCOMPARE(closest("fwd_kl", names), std::nullopt);
  QCOMPARE(closest("forwardkl", names), std::optional<std::string>("forward_kl"));
}

W2S_TEST(TstSettings)
#include "tst_settings.moc"
