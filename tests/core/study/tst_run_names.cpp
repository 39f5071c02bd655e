// What runs are called beside others, and in which settings they differ.
#include <algorithm>
#include <string>
#include <vector>

#include <QtTest/QtTest>

#include "core/config/presets.h"
#include "core/config/settings.h"
#include "core/config/toml.h"
#include "core/study/run_names.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::study;

namespace {

using Texts = std::vector<std::string>;

// Runs with their settings, kept for as long as they are named.
class Runs {
 public:
  Runs& add(const std::vector<std::string>& changes, std::int64_t seed = 0,
            const std::string& title = "demo", const config::ExperimentConfig& base = {}) {
    config::ExperimentConfig config = base;
    const Status set = config::applySettings(config, changes);
    if (!set) {
      qFatal("%s", set.error().message.c_str());
    }
    kept_.push_back({title, "20260101-000000-demo-s0-a" + std::to_string(kept_.size()),
                     pool_.of(config), seed, 0});
    return *this;
  }
  Runs& live(std::int64_t changes) {
    kept_.back().live_changes = changes;
    return *this;
  }
  [[nodiscard]] std::vector<NamedRun> named() const {
    std::vector<NamedRun> runs;
    for (const Kept& run : kept_) {
      runs.push_back({run.title, run.id, run.settings.get(), run.seed, run.live_changes});
    }
    return runs;
  }
  [[nodiscard]] Texts names() const {
    return namesOf(named());
  }
  [[nodiscard]] Texts keys() const {
    Texts keys;
    const RunNames names(named());
    for (const Setting& setting : names.settings()) {
      keys.push_back(setting.key);
    }
    return keys;
  }

 private:
  struct Kept {
    std::string title;
    std::string id;
    std::shared_ptr<const RunSettings> settings;
    std::int64_t seed;
    std::int64_t live_changes;
  };
  SettingsPool pool_;
  std::vector<Kept> kept_;
};

config::ExperimentConfig preset(const std::string& name) {
  auto config = config::loadPreset(name);
  return config ? *config : config::ExperimentConfig();
}

config::ExperimentConfig written(const std::string& toml) {
  auto config = config::parseExperiment(toml, "test.toml");
  if (!config) {
    qFatal("%s", config.error().message.c_str());
  }
  return *config;
}

}  // namespace

class TstRunNames : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatDiffersIsTheName() {
    const Runs runs = Runs()
                          .add({"objective.temperature=1", "objective.confidence_weight=0.5"}, 1)
                          .add({"objective.temperature=2", "objective.confidence_weight=0.75"}, 1)
                          .add({"objective.temperature=2", "objective.confidence_weight=0.75"}, 2);
    QCOMPARE(runs.names(), (Texts{"T = 1, a = 0.5, seed 1", "T = 2, a = 0.75, seed 1",
                                  "T = 2, a = 0.75, seed 2"}));
    QCOMPARE(runs.keys(), (Texts{"objective.temperature", "objective.confidence_weight"}));
  }

  void oneRunHasItsTitle() {
    QCOMPARE(Runs().add({}, 3).names(), (Texts{"demo"}));
    QVERIFY(Runs().add({}, 3).keys().empty());
    QVERIFY(Runs().names().empty());
  }

  void seedsAlone() {
    QCOMPARE(Runs().add({}, 0).add({}, 1).names(), (Texts{"seed 0", "seed 1"}));
  }

  void equalRunsHaveTheEndOfTheirId() {
    QCOMPARE(Runs().add({}).add({}).names(), (Texts{"demo, a0", "demo, a1"}));
    QCOMPARE(Runs().add({}, 0).add({}, 0).add({}, 1).names(),
             (Texts{"seed 0, a0", "seed 0, a1", "seed 1"}));
  }

  void titlesTellApart() {
    QCOMPARE(Runs().add({}, 0, "one").add({"objective.temperature=2"}, 1, "two").names(),
             (Texts{"one", "two"}));
    QCOMPARE(Runs()
                 .add({}, 0, "one")
                 .add({"objective.temperature=2"}, 0, "one")
                 .add({"task.weak_rows=500"}, 0, "two")
                 .names(),
             (Texts{"one, T = 1", "one, T = 2", "two"}));
  }

  void presetsAreTheirNames() {
    const config::ExperimentConfig fashion = preset("fashion-demo");
    const config::ExperimentConfig moons = preset("points-moons");
    const Runs runs = Runs().add({}, 0, fashion.name, fashion).add({}, 0, moons.name, moons);
    QCOMPARE(runs.names(), (Texts{"fashion-demo", "points-moons"}));
    const Texts keys = runs.keys();
    QVERIFY(std::ranges::find(keys, "task.dataset") != keys.end());
    QVERIFY(std::ranges::find(keys, "objective.temperature") == keys.end());
  }

  void choicesAreTheWordsOfTheForm() {
    QCOMPARE(Runs()
                 .add({"objective.divergence=forward_kl"})
                 .add({"objective.divergence=jensen_shannon"})
                 .names(),
             (Texts{"KD loss = Forward KL", "KD loss = Jensen-Shannon"}));
  }

  // beta belongs to one choice; it is said where it tells more than the choice.
  void aSettingThatSomeRunsLack() {
    const Runs two = Runs()
                         .add({"objective.divergence=forward_kl"})
                         .add({"objective.divergence=jensen_shannon"});
    QCOMPARE(two.keys(), (Texts{"objective.divergence", "objective.divergence.beta"}));
    QCOMPARE(Runs()
                 .add({"objective.divergence=forward_kl"})
                 .add({"objective.divergence=jensen_shannon", "objective.divergence.beta=0.3"})
                 .add({"objective.divergence=jensen_shannon", "objective.divergence.beta=0.6"})
                 .names(),
             (Texts{"KD loss = Forward KL", "KD loss = Jensen-Shannon, Mixture share of w = 0.3",
                    "KD loss = Jensen-Shannon, Mixture share of w = 0.6"}));
  }

  void labelsOfSeveralSettingsNameTheirSection() {
    QCOMPARE(
        Runs().add({"optimizer.learning_rate=0.01"}).add({"optimizer.learning_rate=0.001"}).names(),
        (Texts{"Optimiser: Learning rate = 0.01", "Optimiser: Learning rate = 0.001"}));
  }

  void schedulesAreCalledAfterTheirOwner() {
    QCOMPARE(Runs()
                 .add({"objective.confidence_weight.warmup=0.2"})
                 .add({"objective.confidence_weight.warmup=0.4"})
                 .names(),
             (Texts{"Confidence weight a: Warm-up = 0.2", "Confidence weight a: Warm-up = 0.4"}));
  }

  void entriesOfListsHaveTheirName() {
    const std::string head = "schema = 1\nname = \"x\"\n";
    const auto term = [&](const std::string& weight) {
      return written(head + "[[objective.term]]\nname = \"sharp\"\nkind = \"entropy\"\nweight = " +
                     weight + "\n");
    };
    QCOMPARE(Runs().add({}, 0, "demo", term("0.1")).add({}, 0, "demo", term("0.2")).names(),
             (Texts{"Further term sharp: Weight = 0.1", "Further term sharp: Weight = 0.2"}));
    const auto weak = [&](const std::string& depth) {
      return written(
          head + "[[weak]]\nname = \"tree\"\nhead = { kind = \"tree\", depth = " + depth + " }\n");
    };
    const Runs runs = Runs().add({}, 0, "demo", weak("6")).add({}, 0, "demo", weak("12"));
    QCOMPARE(runs.names(), (Texts{"Weak model tree: Depth = 6", "Weak model tree: Depth = 12"}));
    QCOMPARE(runs.keys(), (Texts{"weak.tree.head.depth"}));
  }

  void liveChangesAreSaid() {
    QCOMPARE(Runs().add({}).add({}).live(1).add({}).live(2).names(),
             (Texts{"demo", "1 live change", "2 live changes"}));
  }

  void longNumbersAreShort() {
    QCOMPARE(Runs()
                 .add({"objective.temperature=1.2345678901"})
                 .add({"objective.temperature=2.25"})
                 .names()
                 .front(),
             std::string("T = 1.235"));
  }

  // What rounds to the same words is told apart all the same.
  void namesAreNeverTheSame() {
    const Texts names = Runs()
                            .add({"objective.temperature=1.2345678901"})
                            .add({"objective.temperature=1.2345678902"})
                            .names();
    QCOMPARE(names, (Texts{"T = 1.235, a0", "T = 1.235, a1"}));
  }

  void aNameHoldsFourSettings() {
    const Texts many{"objective.temperature=2", "objective.confidence_weight=0.75",
                     "optimizer.steps=300",     "optimizer.learning_rate=0.1",
                     "optimizer.batch_rows=64", "task.weak_rows=500"};
    Texts two{many[2], many[3], many[4], many[5], many[0]};
    const Texts names = Runs().add({}).add(many).add(two).names();
    // Weak rows tell the first from the others, the confidence weight the second from the third.
    QCOMPARE(names[1].find("Weak rows = 500"), std::size_t{0});
    QVERIFY(names[1].find("a = 0.75") != std::string::npos);
    QCOMPARE(std::ranges::count(names[1], '='), 4);
    QVERIFY(names[1] != names[2]);
    QCOMPARE(Runs().add({}).add(many).keys().size(), std::size_t{6});
  }

  void theOrderOfRunsDoesNotMatter() {
    const std::vector<std::string> one{"objective.divergence=jensen_shannon"};
    const std::vector<std::string> other{"objective.divergence=gkd", "weak.head=linear"};
    QCOMPARE(Runs().add(one).add(other).keys(), Runs().add(other).add(one).keys());
  }

  void damagedRunsHaveTheirTitle() {
    std::vector<NamedRun> runs = Runs().named();
    runs.push_back({"broken", "id-1", nullptr, 0, 0});
    runs.push_back({"demo", "id-2", nullptr, 0, 0});
    QCOMPARE(namesOf(runs), (Texts{"broken", "demo"}));
  }

  void otherLanguages() {
    const Runs runs =
        Runs().add({"objective.temperature=1"}, 1).add({"objective.temperature=2.5"}, 2);
    NameWords words;
    words.number = [](std::string text) {
      std::ranges::replace(text, '.', ',');
      return text;
    };
    words.said = [](const Sentence& said) { return "<" + said.pattern + ">"; };
    QCOMPARE(namesOf(runs.named(), words), (Texts{"T = 1, <seed {}>", "T = 2,5, <seed {}>"}));
  }

  void equalSettingsAreKeptOnce() {
    SettingsPool pool;
    config::ExperimentConfig config;
    const auto one = pool.of(config);
    config.seeds = {1, 2};
    config.device = "cpu";
    config.name = "another";
    QCOMPARE(pool.of(config), one);
    config.objective.temperature = 2.0;
    const auto other = pool.of(config);
    QVERIFY(other != one);
    QCOMPARE(other->described(), one->described());
    QCOMPARE(*other->find("objective.temperature"), std::string("2"));
    QCOMPARE(*one->find("objective.confidence_weight"), std::string("0.5"));
    QVERIFY(one->find("objective.confidence_weight.base") == nullptr);
  }
};

W2S_TEST(TstRunNames)
#include "tst_run_names.moc"
