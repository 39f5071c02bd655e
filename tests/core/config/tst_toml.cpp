#include <filesystem>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/file_io.h"
#include "core/config/form.h"
#include "core/config/json.h"
#include "core/config/presets.h"
#include "core/config/settings.h"
#include "core/config/toml.h"
#include "random_config.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::config;

namespace {

QString text(const std::string& value) {
  return QString::fromStdString(value);
}

}  // namespace

class TstToml : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyNotationReadsBackWhatItWrote();
  void presetsReadBackWhatTheyWrote();
  void nothingGivenMeansDefaults();
  void minimalTextOfTheDefaultsHoldsOnlyTheirName();
  void shortFormsAreAccepted_data();
  void shortFormsAreAccepted();
  void mistakesAreNamedWithLineAndRemedy_data();
  void mistakesAreNamedWithLineAndRemedy();
  void allMistakesAreReportedAtOnceInOrder();
  void aMistakeBreedsNoFurtherOnes();
  void listsAreTablesWithNames();
  void aSectionIsShortForOneEntry();
  void mistakesInListsAreNamed_data();
  void mistakesInListsAreNamed();
  void filesThatAreNoConfigurationAreRefused();
  void whatTheLibraryMustNotSeeIsSaidWithItsPlace_data();
  void whatTheLibraryMustNotSeeIsSaidWithItsPlace();
  void whatLooksDeepOrForeignButIsNotPasses();
  void anyNumberOfMistakesIsSaidInAFewLines();
  void damagedJsonIsRefused_data();
  void damagedJsonIsRefused();
};

void TstToml::listsAreTablesWithNames() {
  const auto read = parseExperiment(R"(
[objective]
temperature = 2.0
[[objective.term]]
name = "sharp"
kind = "entropy"
weight = { base = 0.1, warmup = 0.2 }
[[objective.term]]
name = "mix"
kind = { kind = "jensen_shannon", beta = 0.3 }
weight = 0.5
)",
                                    "list.toml");
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  const std::vector<TermConfig> expected{
      {.name = "sharp", .kind = Entropy{}, .weight = {.base = 0.1, .warmup = 0.2}},
      {.name = "mix", .kind = JensenShannon{.beta = 0.3}, .weight = {.base = 0.5}}};
  QVERIFY(read->objective.terms == expected);
  // Without further terms nothing is written: files and manifests look as they did.
  QVERIFY(toToml({}, WriteMode::Complete).find("term") == std::string::npos);
  QVERIFY(toJson({}).find("\"term\"") == std::string::npos);
}

void TstToml::aSectionIsShortForOneEntry() {
  const auto one = parseExperiment("[weak]\nhead = 'linear'\n", "one.toml");
  QVERIFY(one && one->weak.size() == 1 && one->weak.front().name.empty());
  QVERIFY(std::holds_alternative<LinearHead>(one->weak.front().head));
  const auto named = parseExperiment(
      "[[weak]]\nname = 'tree'\nhead = { kind = 'tree', depth = 5 }\n", "named.toml");
  QVERIFY2(named, named ? "" : named.error().message.c_str());
  QCOMPARE(named->weak.front().name, std::string("tree"));
  QCOMPARE(std::get<TreeHead>(named->weak.front().head).depth, 5);
  const auto unnamed = parseExperiment("[[weak]]\nhead = 'linear'\n", "unnamed.toml");
  QVERIFY(unnamed && *unnamed == *one);

  // Several are read, written and compared; that only one is trained so far is said by a problem.
  ExperimentConfig several;
  several.weak.resize(2);
  several.weak[0].name = "tree";
  several.weak[1].name = "net";
  several.weak[1].head = MlpHead{};
  for (const WriteMode mode : {WriteMode::Complete, WriteMode::Commented, WriteMode::Minimal}) {
    const ReadOutcome outcome = readExperiment(toToml(several, mode));
    QVERIFY(outcome.config == several);
    QCOMPARE(outcome.problems.size(), std::size_t{1});
    QCOMPARE(outcome.problems.front().field, std::string("weak"));
    QVERIFY(outcome.problems.front().message.find("2 entries (tree, net), but a run has one "
                                                  "supervisor") != std::string::npos);
  }
  ExperimentConfig deeper = several;
  QVERIFY(applySetting(deeper, "weak.tree.head.depth=3"));
  const std::vector<Difference> differences = diff(several, deeper);
  QCOMPARE(differences.size(), std::size_t{1});
  QCOMPARE(differences.front().key, std::string("weak.tree.head.depth"));
}

void TstToml::mistakesInListsAreNamed_data() {
  QTest::addColumn<QString>("toml");
  QTest::addColumn<QString>("field");
  QTest::addColumn<int>("line");
  const auto row = [](const char* name, const char* toml, const char* field, int line) {
    QTest::newRow(name) << toml << field << line;
  };
  row("no name", "[[objective.term]]\nkind = 'entropy'\n", "objective.term", 1);
  row("a name that is no key", "[[objective.term]]\nname = 'My term'\n", "objective.term", 1);
  row("one name twice", "[[objective.term]]\nname = 'a'\n[[objective.term]]\nname = 'a'\n",
      "objective.term.a", 1);
  row("a name of a column", "[[objective.term]]\nname = 'kd'\n", "objective.term.kd", 1);
  row("unknown key", "[[objective.term]]\nname = 'a'\nweigth = 1\n", "objective.term.a.weigth", 3);
  row("unknown kind", "[[objective.term]]\nname = 'a'\nkind = 'entropie'\n",
      "objective.term.a.kind", 3);
  row("weight out of range", "[[objective.term]]\nname = 'a'\nweight = 1e9\n",
      "objective.term.a.weight", 3);
  row("no table", "objective.term = [1, 2]\n", "objective.term", 1);
  row("a table for a list", "objective.term = { name = 'a' }\n", "objective.term.name", 1);
}

void TstToml::mistakesInListsAreNamed() {
  QFETCH(QString, toml);
  QFETCH(QString, field);
  QFETCH(int, line);
  const ReadOutcome outcome = readExperiment(toml.toStdString());
  QVERIFY(!outcome.problems.empty());
  QCOMPARE(QString::fromStdString(outcome.problems.front().field), field);
  QCOMPARE(outcome.problems.front().line, line);
}

void TstToml::everyNotationReadsBackWhatItWrote() {
  SplitMix64 random(Seed{20});
  for (int round = 0; round < 300; ++round) {
    const ExperimentConfig config = randomConfig(random);
    for (const WriteMode mode : {WriteMode::Complete, WriteMode::Commented, WriteMode::Minimal}) {
      const auto read = parseExperiment(toToml(config, mode), "random.toml");
      QVERIFY2(read, read ? "" : read.error().message.c_str());
      QVERIFY2(*read == config, toToml(config, mode).c_str());
    }
    const auto read = experimentFromJson(toJson(config), "random.json");
    QVERIFY2(read, read ? "" : read.error().message.c_str());
    QVERIFY2(*read == config, toJson(config).c_str());

    ExperimentConfig rebuilt;
    for (const FormField& field : describe(config)) {
      const Status status = applySetting(rebuilt, field.key, valueText(field));
      QVERIFY2(status, status ? "" : status.error().message.c_str());
    }
    QVERIFY2(rebuilt == config, toToml(config).c_str());
  }
}

void TstToml::presetsReadBackWhatTheyWrote() {
  const auto presets = listPresets();
  QVERIFY2(presets, presets ? "" : presets.error().message.c_str());
  for (const PresetInfo& preset : *presets) {
    const auto config = loadPreset(preset.name);
    QVERIFY(config);
    for (const WriteMode mode : {WriteMode::Complete, WriteMode::Commented, WriteMode::Minimal}) {
      const auto read = parseExperiment(toToml(*config, mode), preset.name);
      QVERIFY2(read && *read == *config, preset.name.c_str());
    }
  }
}

void TstToml::nothingGivenMeansDefaults() {
  const auto config = parseExperiment("", "empty.toml");
  QVERIFY(config);
  QVERIFY(*config == ExperimentConfig{});
}

void TstToml::minimalTextOfTheDefaultsHoldsOnlyTheirName() {
  QCOMPARE(text(toToml({}, WriteMode::Minimal)), QString("schema = 1\nname = \"fashion-demo\"\n"));
}

void TstToml::shortFormsAreAccepted_data() {
  QTest::addColumn<QString>("brief");
  QTest::addColumn<QString>("full");
  QTest::newRow("a backbone's name")
      << "weak.backbone = 'mlp'"
      << "weak.backbone = { name = 'mlp', size = 14, width = 32, layers = 1 }";
  QTest::newRow("kind instead of name") << "weak.backbone = { kind = 'pixels', size = 7 }"
                                        << "weak.backbone = { name = 'pixels', size = 7 }";
  QTest::newRow("an encoder file")
      << "strong.backbone = 'my/encoder.safetensors'"
      << "strong.backbone = { name = 'file', path = 'my/encoder.safetensors' }";
  QTest::newRow("a schedule's base")
      << "objective.kd_weight = 2"
      << "objective.kd_weight = { base = 2.0, shape = 'constant', warmup = 0.0 }";
  QTest::newRow("a number keeps the default warm-up")
      << "objective.confidence_weight = 0.25"
      << "objective.confidence_weight = { base = 0.25, shape = 'constant', warmup = 0.2 }";
  QTest::newRow("an alternative's name takes its defaults")
      << "weak.head = 'tree'"
      << "weak.head = { kind = 'tree', depth = 12, min_leaf_rows = 3, laplace = 0.3 }";
  QTest::newRow("a table without kind changes the present one")
      << "weak.head = { depth = 5 }"
      << "weak.head = { kind = 'tree', depth = 5 }";
  QTest::newRow("seeds as a range") << "seeds = '0-2,9'"
                                    << "seeds = [0, 1, 2, 9]";
  QTest::newRow("one seed") << "seeds = 3"
                            << "seeds = [3]";
  QTest::newRow("a whole number written as real") << "optimizer.steps = 1e3"
                                                  << "optimizer.steps = 1000";
}

void TstToml::shortFormsAreAccepted() {
  QFETCH(QString, brief);
  QFETCH(QString, full);
  const auto from_brief = parseExperiment(brief.toStdString(), "brief");
  const auto from_full = parseExperiment(full.toStdString(), "full");
  QVERIFY2(from_brief, from_brief ? "" : from_brief.error().message.c_str());
  QVERIFY2(from_full, from_full ? "" : from_full.error().message.c_str());
  QVERIFY(*from_brief == *from_full);
  QVERIFY(!(*from_brief == ExperimentConfig{}) || brief.startsWith("weak.head = 'tree'"));
}

void TstToml::mistakesAreNamedWithLineAndRemedy_data() {
  QTest::addColumn<QString>("toml");
  QTest::addColumn<QString>("message");
  const auto row = [](const char* name, const char* toml, const char* message) {
    QTest::newRow(name) << toml << message;
  };
  row("unknown key", "[objective]\ntemprature = 2\n",
      "demo.toml, line 2: objective.temprature is not a setting; did you mean "
      "\"objective.temperature\"?");
  row("key in the wrong place", "temperature = 2\n",
      "demo.toml, line 1: temperature is not a setting; did you mean \"objective.temperature\"?");
  row("misspelt table", "[optimiser]\nsteps = 10\n",
      "demo.toml, line 1: optimiser is not a setting; did you mean \"optimizer\"?");
  row("misspelt table, two letters", "[objectve]\ntemperature = 2\n",
      "demo.toml, line 1: objectve is not a setting; did you mean \"objective\"?");
  row("misspelt in a table that shares names with others", "[weak_optimizer]\nlearning_rat = 1.0\n",
      "demo.toml, line 2: weak_optimizer.learning_rat is not a setting; did you mean "
      "\"weak_optimizer.learning_rate\"?");
  row("table that is a switch elsewhere", "[train]\nsteps = 10\n",
      "demo.toml, line 1: train is not a setting; known here: schema, name, description, seeds, "
      "device, task, weak, weak_optimizer, strong, supervision, objective, optimizer, "
      "evaluation, common_ceiling, reference.");
  row("switch in the wrong place", "train = true\n",
      "demo.toml, line 1: train is not a setting; did you mean \"common_ceiling.train\"?");
  row("table in the wrong place", "[backbone]\nname = 'mlp'\n",
      "demo.toml, line 1: backbone is not a setting; did you mean \"weak.backbone\"?");
  row("key like no other", "[evaluation]\nfrobnicate = 2\n",
      "demo.toml, line 2: evaluation.frobnicate is not a setting; known here: every, selection.");
  row("wrong type", "[optimizer]\n\nsteps = \"many\"\n",
      "demo.toml, line 3: optimizer.steps is the text \"many\", but must be a whole number from 1 "
      "to 100000000 steps.");
  row("fraction of a whole number", "task.weak_rows = 10.5",
      "demo.toml, line 1: task.weak_rows is the number 10.5, but must be a whole number from 10 to "
      "10000000 rows.");
  row("truth value as number", "supervision.shuffle = 1",
      "demo.toml, line 1: supervision.shuffle is the number 1, but must be true or false.");
  row("out of range", "objective.temperature = 200",
      "demo.toml, line 1: objective.temperature is the number 200, but must be a number from 0.05 "
      "to 100.");
  row("not a number", "objective.temperature = nan",
      "demo.toml, line 1: objective.temperature is the number nan, but must be a number from 0.05 "
      "to 100.");
  row("schedule out of range", "objective.confidence_weight = 1.5",
      "demo.toml, line 1: objective.confidence_weight is the number 1.5, but must be a number from "
      "0 to 1, or a table with "
      "base, shape and warmup.");
  row("schedule's base has its owner's range", "objective.confidence_weight = { base = 1.5 }",
      "demo.toml, line 1: objective.confidence_weight.base is the number 1.5, but must be a number "
      "from 0 to 1.");
  row("unknown alternative", "objective.divergence = 'forward_k'",
      "demo.toml, line 1: objective.divergence is the text \"forward_k\", but must be one of "
      "soft_ce, hard_ce, forward_kl, "
      "reverse_kl, jensen_shannon, gkd; did you mean \"forward_kl\"?");
  row("unknown name", "supervision.labels = 'fuzzy'",
      "demo.toml, line 1: supervision.labels is the text \"fuzzy\", but must be one of soft, "
      "hard.");
  row("field of another alternative", "objective.divergence = { kind = 'forward_kl', beta = 0.5 }",
      "demo.toml, line 1: objective.divergence.beta is a setting of jensen_shannon, but "
      "objective.divergence is forward_kl; "
      "choose objective.divergence = \"jensen_shannon\" first, or leave it out.");
  row("kind named twice", "weak.backbone = { name = 'mlp', kind = 'pixels' }",
      "demo.toml, line 1: weak.backbone names its kind twice, as name and as kind; keep one of "
      "them.");
  row("section as a value", "task = 3",
      "demo.toml, line 1: task is the number 3, but must be a table of settings.");
  row("date", "name = 2024-01-01\nseeds = 2024-01-01",
      "demo.toml, line 2: seeds: the seeds \"2024-01-01\" are not whole numbers from 0 to "
      "9007199254740991; write numbers "
      "and ranges such as \"0-4,7\".");
  row("seed in a list", "seeds = [\n  0,\n  -1,\n]",
      "demo.toml, line 3: seeds is the number -1, but must be whole numbers from 0 to "
      "9007199254740991, as a list such as "
      "[0, 1, 2] or a text such as \"0-9\".");
  row("rule between settings", "[weak]\nhead = 'tree'\ntuning = 'scratch'\nbackbone = 'mlp'",
      "demo.toml, line 3: weak.tuning is scratch, but a tree is grown on fixed features and cannot "
      "train its backbone; "
      "choose weak.tuning = \"head\", or weak.head = \"linear\".");
  row("newer schema", "schema = 7\nunheard_of = true",
      "demo.toml, line 1: schema is 7, but this version of W2S Lab reads schema 1; the "
      "configuration comes from a newer "
      "version, so update W2S Lab to use it.");
  row("impossible schema", "schema = 0",
      "demo.toml, line 1: schema is 0, but the only schema there is so far is 1; write schema = "
      "1.");
}

void TstToml::mistakesAreNamedWithLineAndRemedy() {
  QFETCH(QString, toml);
  QFETCH(QString, message);
  const auto config = parseExperiment(toml.toStdString(), "demo.toml");
  QVERIFY(!config);
  QCOMPARE(text(config.error().message), message);
  QCOMPARE(config.error().code, ErrorCode::InvalidArgument);
}

void TstToml::allMistakesAreReportedAtOnceInOrder() {
  const auto config = parseExperiment(
      "seeds = [0, 0]\n[task]\nweak_row = 5\nlabel_noise = 2\n[strong]\nhead = \"tree\"\n",
      "demo.toml");
  QVERIFY(!config);
  QCOMPARE(text(config.error().message),
           QString("demo.toml has 4 problems:\n"
                   "  line 1: seeds has 0 more than once; equal seeds give equal runs, so keep one "
                   "of them.\n"
                   "  line 3: task.weak_row is not a setting; did you mean \"task.weak_rows\"?\n"
                   "  line 4: task.label_noise is the number 2, but must be a number from 0 to 1.\n"
                   "  line 6: strong.head is tree, but a tree cannot be trained through a loss, so "
                   "only the weak model can "
                   "be one; choose linear or mlp."));
}

void TstToml::aMistakeBreedsNoFurtherOnes() {
  // The misspelt head leaves the default tree in place, which could not be trained from scratch.
  const ReadOutcome outcome =
      readExperiment("[weak]\nbackbone = \"mlp\"\nhead = \"linaer\"\ntuning = \"scratch\"\n");
  QCOMPARE(outcome.problems.size(), std::size_t{1});
  QCOMPARE(text(outcome.problems.front().field), QString("weak.head"));
  QCOMPARE(outcome.problems.front().line, 3);
}

void TstToml::whatTheLibraryMustNotSeeIsSaidWithItsPlace_data() {
  QTest::addColumn<QByteArray>("toml");
  QTest::addColumn<QString>("message");
  const auto row = [](const char* name, const QByteArray& toml, const char* message) {
    QTest::newRow(name) << toml << message;
  };
  row("no UTF-8", "name = 'a'\nname = '\xFF'\n",
      "line 2, column 9: The byte 0xff is no part of a text in UTF-8; save the file as UTF-8.");
  row("cut UTF-8", "# \xC3\xA9\xC3",
      "line 1, column 4: The byte 0xc3 is no part of a text in UTF-8; save the file as UTF-8.");
  row("a control character", "name = 'a\x1b[2J'",
      "line 1, column 10: The control character 0x1b cannot stand in a TOML text.");
  row("a letter in a key", "# ok \xC3\xA9\nn\xC3\xA4me = 1",
      "line 2, column 2: Outside of quotes and comments only ASCII letters, digits and signs can "
      "stand.");
  row("deep lists", "x = " + QByteArray(33, '['),
      "line 1, column 37: Tables and lists are nested deeper than 32 levels.");
  row("deep tables", QByteArray("x = ") + QByteArray("{a = ").repeated(40),
      "line 1, column 165: Tables and lists are nested deeper than 32 levels.");
  row("a long key", QByteArray("a.").repeated(12'500) + "a = 1",
      "line 1, column 64: A key has more than 32 parts.");
  row("a long header", "[" + QByteArray("a . ").repeated(40) + "]",
      "line 1, column 128: A key has more than 32 parts.");
}

void TstToml::whatTheLibraryMustNotSeeIsSaidWithItsPlace() {
  QFETCH(QByteArray, toml);
  QFETCH(QString, message);
  const auto config = parseExperiment(toml.toStdString(), {});
  QVERIFY(!config);
  QCOMPARE(text(config.error().message), message);
}

void TstToml::whatLooksDeepOrForeignButIsNotPasses() {
  const std::string brackets(100, '[');
  const std::string dots(100, '.');
  const std::string toml = "\xEF\xBB\xBF# " + brackets + dots + " \xC3\xA9\r\n" +
                           "name = \"\xE2\x82\xAC \\\" " + brackets + "\"\n" +
                           "description = \"\"\"\n\"" + dots + "\" \\\"\\\"\\\" " + brackets +
                           "\"\"\"\"\"\n" + "seeds = [\n" + std::string(40, '\t') + "0, # ]\n1]\n";
  const auto config = parseExperiment(toml, {});
  QVERIFY2(config, config ? "" : config.error().message.c_str());
  QCOMPARE(config->seeds, (std::vector<std::int64_t>{0, 1}));
  const auto literal = parseExperiment("name = '\\'\ndescription = '''" + brackets + "\\'''", {});
  QVERIFY2(literal, literal ? "" : literal.error().message.c_str());
  QCOMPARE(text(literal->description), text(brackets) + "\\");
}

void TstToml::anyNumberOfMistakesIsSaidInAFewLines() {
  std::string toml;
  for (int i = 0; i < 40'000; ++i) {
    toml += "unheard_of_" + std::to_string(i) + " = 1\n";
  }
  const auto config = parseExperiment(toml, "demo.toml");
  QVERIFY(!config);
  const QString message = text(config.error().message);
  QVERIFY2(message.startsWith("demo.toml has 40000 problems:\n  line 1: unheard_of_0 is not"),
           qPrintable(message.left(200)));
  QVERIFY(message.contains("\n  line 20: unheard_of_19 is not"));
  QVERIFY2(message.endsWith("\n  and 39980 more."), qPrintable(message.right(200)));
  QCOMPARE(message.count('\n'), 21);

  const auto entries = parseExperiment(
      "objective.term = [" + std::string(QByteArray("{},").repeated(50'000)) + "]", "demo.toml");
  QVERIFY(!entries);
  QCOMPARE(text(entries.error().message),
           QString("demo.toml, line 1: objective.term has 50000 entries, but can have at most "
                   "256."));
}

void TstToml::filesThatAreNoConfigurationAreRefused() {
  const auto syntax =
      parseExperiment("name = \"a\"\nseeds = [0,\n\n[task]\nweak_rows = = 3\n", "demo.toml");
  QVERIFY(!syntax);
  QVERIFY2(syntax.error().message.starts_with("demo.toml, line "), syntax.error().message.c_str());
  QVERIFY2(syntax.error().message.find(", column ") != std::string::npos,
           syntax.error().message.c_str());
  QVERIFY(!parseExperiment("name = 'a'\nname = 'b'\n", "twice.toml"));
  QVERIFY(!parseExperiment("name = \"\xFF\"", "latin.toml"));
  QVERIFY(!parseExperiment(std::string("a = ") + std::string(100000, '['), "deep.toml"));

  QTemporaryDir folder;
  const std::filesystem::path root = folder.path().toStdString();
  const auto missing = loadExperiment(root / "no.toml");
  QVERIFY(!missing);
  QCOMPARE(missing.error().code, ErrorCode::NotFound);
  QVERIFY(missing.error().message.find("no.toml") != std::string::npos);
  QVERIFY(!loadExperiment(root));
  QVERIFY(writeFileAtomically(root / "big.toml", std::string(2U << 20U, '#')));
  const auto big = loadExperiment(root / "big.toml");
  QVERIFY(!big);
  QCOMPARE(big.error().code, ErrorCode::BadFormat);
}

void TstToml::damagedJsonIsRefused_data() {
  QTest::addColumn<QByteArray>("json");
  QTest::newRow("empty") << QByteArray();
  QTest::newRow("cut short") << QByteArray("{\"name\": \"a");
  QTest::newRow("a list") << QByteArray("[1, 2]");
  QTest::newRow("unknown key") << QByteArray("{\"nam\": \"a\"}");
  QTest::newRow("null") << QByteArray("{\"name\": null, \"seeds\": null}");
  QTest::newRow("huge number") << QByteArray("{\"seeds\": [18446744073709551615]}");
  QTest::newRow("very deep") << "{\"a\":" + QByteArray(100000, '[') + QByteArray(100000, ']') + "}";
}

void TstToml::damagedJsonIsRefused() {
  QFETCH(QByteArray, json);
  const auto config = experimentFromJson(json.toStdString(), "manifest.json");
  QVERIFY(!config);
  QVERIFY2(config.error().message.starts_with("manifest.json"), config.error().message.c_str());
}

W2S_TEST(TstToml)
#include "tst_toml.moc"
