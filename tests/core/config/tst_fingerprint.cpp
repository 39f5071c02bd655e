#include <cmath>
#include <functional>

#include <QTest>

#include "core/config/fingerprint.h"
#include "core/config/slot.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::config;

namespace {

// Gives the slot another value. False: it has none of its own.
bool change(const Slot& slot) {
  switch (slot.kind()) {
    case SlotKind::Boolean:
      slot.as<bool>() = !slot.as<bool>();
      return true;
    case SlotKind::Integer:
      slot.as<std::int64_t>() += 1;
      return true;
    case SlotKind::Real:
      slot.as<double>() = std::nextafter(slot.as<double>(), 1e9);
      return true;
    case SlotKind::Text:
      slot.as<std::string>() += "x";
      return true;
    case SlotKind::Integers:
      slot.as<std::vector<std::int64_t>>().push_back(99);
      return true;
    case SlotKind::Enumeration:
    case SlotKind::Alternative:
      slot.select((slot.selected() + 1) % slot.options().size());
      return true;
    case SlotKind::Schedule:
    case SlotKind::Section:
    case SlotKind::List:
      return false;
  }
  return false;
}

using SlotVisitor = std::function<void(const std::string&, const Slot&)>;

// The defaults, and for each alternative of each choice the defaults with that alternative.
std::vector<ExperimentConfig> configsWithEveryAlternative() {
  std::vector<ExperimentConfig> configs{{}};
  ExperimentConfig standard;
  forEachSlot(slotsOf(standard), SlotVisitor([&](const std::string& key, const Slot& slot) {
                for (std::size_t option = 0;
                     slot.kind() == SlotKind::Alternative && option < slot.options().size();
                     ++option) {
                  ExperimentConfig config;
                  forEachSlot(slotsOf(config),
                              SlotVisitor([&](const std::string& other, const Slot& candidate) {
                                if (other == key) {
                                  candidate.select(option);
                                }
                              }));
                  configs.push_back(config);
                }
              }));
  return configs;
}

}  // namespace

class TstFingerprint : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void textChangesExactlyWithTheSettingsThatAffectResults();
  void sectionsHaveTheirOwnText();
  void textIsStableAndWritesDefaults();
};

void TstFingerprint::textChangesExactlyWithTheSettingsThatAffectResults() {
  int changed = 0;
  int ignored = 0;
  for (const ExperimentConfig& config : configsWithEveryAlternative()) {
    ExperimentConfig listed = config;
    std::vector<std::string> keys;
    forEachSlot(slotsOf(listed),
                SlotVisitor([&](const std::string& key, const Slot&) { keys.push_back(key); }));
    for (const std::string& key : keys) {
      ExperimentConfig other = config;
      bool affects_result = false;
      bool done = false;
      forEachSlot(slotsOf(other), SlotVisitor([&](const std::string& visited, const Slot& slot) {
                    if (visited == key && change(slot)) {
                      affects_result = slot.field().affects_result;
                      done = true;
                    }
                  }));
      if (done) {
        QVERIFY2((canonicalText(other) != canonicalText(config)) == affects_result, key.c_str());
        ++(affects_result ? changed : ignored);
      }
    }
  }
  QVERIFY(changed > 300);
  QVERIFY(ignored > 0);
}

void TstFingerprint::sectionsHaveTheirOwnText() {
  ExperimentConfig config;
  ExperimentConfig other;
  other.objective.temperature = 2.0;
  QVERIFY(canonicalText(config.objective) != canonicalText(other.objective));
  QVERIFY(canonicalText(config.task) == canonicalText(other.task));
  QVERIFY(canonicalText(config.weak.front()) == canonicalText(other.weak.front()));
  QVERIFY(canonicalText(config.weak.front()) != canonicalText(config.strong));
  QVERIFY(canonicalText(config.optimizer) != canonicalText(config.weak_optimizer));
}

void TstFingerprint::textIsStableAndWritesDefaults() {
  QCOMPARE(QString::fromStdString(canonicalText(
               ModelConfig{.backbone = PixelsBackbone{.size = 14}, .head = TreeHead{}})),
           QString("backbone=pixels\nbackbone.size=14\nhead=tree\nhead.depth=12\nhead.min_leaf_"
                   "rows=3\nhead.laplace=0.3\n"
                   "tuning=head\n"));
  QCOMPARE(QString::fromStdString(canonicalText(EvaluationConfig{})),
           QString("every=0\nselection=final\n"));
}

W2S_TEST(TstFingerprint)
#include "tst_fingerprint.moc"
