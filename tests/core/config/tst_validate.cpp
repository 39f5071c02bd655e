#include <cmath>

#include <QTest>

#include "core/config/settings.h"
#include "core/config/slot.h"
#include "core/config/validate.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::config;

class TstValidate : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theDefaultsAreValid();
  void rulesBetweenSettings_data();
  void rulesBetweenSettings();
  void everyNumberHasItsRangeChecked();
  void referenceConfidenceNeedsTwoClasses();
  void backbonesNeedTheirKindOfData();
};

void TstValidate::backbonesNeedTheirKindOfData() {
  ExperimentConfig config;
  config.task.dataset = "moons";
  const auto problems = validate(config, {.classes = 2, .modality = "points"});
  QCOMPARE(problems.size(), std::size_t{2});
  QCOMPARE(problems[0].field, std::string("weak.backbone"));
  QCOMPARE(problems[0].message,
           std::string("weak.backbone is pixels, which needs pictures; the data set moons has "
                       "points: choose coordinates, fourier."));
  QCOMPARE(problems[1].field, std::string("strong.backbone"));
  QVERIFY(validate({}, {.classes = 10, .modality = "pictures"}).empty());
  config.weak.front().backbone = CoordinatesBackbone{};
  config.strong.backbone = FourierBackbone{};
  QVERIFY(validate(config, {.classes = 2, .modality = "points"}).empty());
  config.strong.tuning = Tuning::Scratch;
  QCOMPARE(validate(config, {.classes = 2, .modality = "points"}).front().field,
           std::string("strong.tuning"));
}

void TstValidate::theDefaultsAreValid() {
  QVERIFY(validate({}).empty());
  QVERIFY(checkValid({}));
}

void TstValidate::rulesBetweenSettings_data() {
  QTest::addColumn<QString>("settings");  // one assignment a line
  QTest::addColumn<QString>("field");     // of the one problem; empty: valid
  const auto row = [](const char* name, const char* settings, const char* field) {
    QTest::newRow(name) << settings << field;
  };
  row("strong tree", "strong.head=tree", "strong.head");
  row("tree on frozen fashion-ssl", "weak.backbone=fashion-ssl", "");
  row("tree that should train its backbone", "weak.backbone=mlp\nweak.tuning=scratch",
      "weak.tuning");
  row("neural weak model", "weak.backbone=mlp\nweak.head=linear\nweak.tuning=scratch", "");
  row("random frozen features", "strong.backbone=convnet", "");
  row("pixels cannot be tuned", "strong.backbone=pixels\nstrong.tuning=full", "strong.tuning");
  row("pixels cannot be trained from scratch", "strong.backbone=pixels\nstrong.tuning=scratch",
      "strong.tuning");
  row("full tuning needs stored weights", "strong.backbone=convnet\nstrong.tuning=full",
      "strong.tuning");
  row("full tuning of an encoder file", "strong.backbone=a.safetensors\nstrong.tuning=full", "");
  row("encoder file without a path", "strong.backbone=file", "strong.backbone.path");
  row("a reference without the supervisor's rows", "weak.labels=theirs\nreference.weak_rows=true",
      "reference.weak_rows");
  row("augmented stored labels", "supervision.augmentation=shift_flip\nstrong.tuning=full",
      "supervision.augmentation");
  row("augmented cached features", "supervision.augmentation=shift_flip\nsupervision.delivery=live",
      "supervision.augmentation");
  row("augmented and live",
      "supervision.augmentation=shift_flip\nsupervision.delivery=live\nstrong.tuning=full", "");
  row("live without augmentation", "supervision.delivery=live", "");
  row("ground truth without rows",
      "objective.ground_truth_weight=1\nobjective.ground_truth_fraction=0",
      "objective.ground_truth_fraction");
  row("no rows, no weight", "objective.ground_truth_fraction=0", "");
  row("infinite reverse KL",
      "objective.divergence=reverse_kl\nobjective.divergence.smoothing=0\nsupervision.labels=hard",
      "objective.divergence.smoothing");
  row("learning rate that waits for the student",
      "optimizer.learning_rate.shape=off_when_student_passes", "optimizer.learning_rate.shape");
  row("weak learning rate that waits for the student",
      "weak_optimizer.learning_rate.shape=off_when_student_passes",
      "weak_optimizer.learning_rate.shape");
  row("weight that waits for the student", "objective.kd_weight.shape=off_when_student_passes", "");
  row("class balance of one row", "optimizer.batch_rows=1", "optimizer.batch_rows");
  row("class balance of two rows", "optimizer.batch_rows=2", "");
  row("one row without class balance", "optimizer.batch_rows=1\nobjective.confidence=argmax", "");
  row("one row, balance without weight", "optimizer.batch_rows=1\nobjective.confidence_weight=0",
      "");
  row("no loss at all", "objective.kd_weight=0", "objective.kd_weight");
  row("a further term alone",
      "objective.kd_weight=0\nobjective.term.more.kind=entropy\nobjective.term.more.weight=1", "");
  row("a further term that balances one row",
      "optimizer.batch_rows=1\nobjective.confidence=none\nobjective.term.more.kind=threshold\n"
      "objective.term.more.weight=1",
      "optimizer.batch_rows");
  row("entropy alone", "objective.kd_weight=0\nobjective.entropy_weight=-0.5", "");
  row("no seed", "seeds=[]", "seeds");
  row("a seed twice", "seeds=[1, 2, 1]", "seeds");
  row("empty name", "name=", "name");
  row("empty data set", "task.dataset=", "task.dataset");
  row("unknown device", "device=tpu", "device");
  row("device without its number", "device=cuda:", "device");
  row("second GPU", "device=cuda:1", "");
}

void TstValidate::rulesBetweenSettings() {
  QFETCH(QString, settings);
  QFETCH(QString, field);
  ExperimentConfig config;
  for (const QString& line : settings.split('\n')) {
    const Status status = applySetting(config, line.toStdString());
    QVERIFY2(status, status ? "" : status.error().message.c_str());
  }
  const std::vector<Problem> problems = validate(config);
  QCOMPARE(problems.size(), field.isEmpty() ? std::size_t{0} : std::size_t{1});
  if (!problems.empty()) {
    QCOMPARE(QString::fromStdString(problems.front().field), field);
    QVERIFY2(problems.front().message.starts_with(field.toStdString() + " "),
             problems.front().message.c_str());
    QVERIFY2(problems.front().message.find(';') != std::string::npos, "says what to do");
  }
}

void TstValidate::everyNumberHasItsRangeChecked() {
  ExperimentConfig listed;
  int checked = 0;
  forEachSlot(slotsOf(listed), [&](const std::string& key, const Slot& original) {
    if (original.kind() != SlotKind::Integer && original.kind() != SlotKind::Real) {
      return;
    }
    for (const bool above : {false, true}) {
      ExperimentConfig config;
      forEachSlot(slotsOf(config), [&](const std::string& other, const Slot& slot) {
        if (other != key) {
          return;
        }
        const double bound = above ? slot.field().max : slot.field().min;
        QVERIFY2(std::isfinite(bound), key.c_str());
        const double outside = above ? bound + 1.0 : bound - 1.0;
        if (slot.kind() == SlotKind::Real) {
          slot.as<double>() = outside;
        } else {
          slot.as<std::int64_t>() = static_cast<std::int64_t>(outside);
        }
      });
      const std::vector<Problem> problems = validate(config);
      QVERIFY2(!problems.empty() && problems.front().field == key, key.c_str());
      ++checked;
    }
  });
  QVERIFY(checked > 60);
}

void TstValidate::referenceConfidenceNeedsTwoClasses() {
  ExperimentConfig config;
  config.objective.confidence = OpenaiReferenceConfidence{};
  QVERIFY(validate(config).empty());
  QVERIFY(validate(config, {.classes = 2}).empty());
  const auto problems = validate(config, {.classes = 10});
  QCOMPARE(problems.size(), std::size_t{1});
  QVERIFY(problems.front().message.find("fashion-mnist has 10") != std::string::npos);
}

W2S_TEST(TstValidate)
#include "tst_validate.moc"
