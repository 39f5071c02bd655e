#include <algorithm>
#include <cmath>
#include <set>

#include <QTest>

#include "core/config/form.h"
#include "core/config/settings.h"
#include "core/config/slot.h"
#include "core/record/live_parameters.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::config;

class TstForm : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everySettingIsAFieldOnce();
  void fieldsExplainThemselves();
  void liveFieldsAreTheLiveParameters();
  void entriesOfAListAreSectionsOfTheirOwn();
  void aChoiceIsFollowedByItsFields();
  void differencesNameBothValues();
  void equalConfigurationsHaveNoDifference();
};

void TstForm::everySettingIsAFieldOnce() {
  ExperimentConfig config;
  std::vector<std::string> expected;
  forEachSlot(slotsOf(config), [&](const std::string& key, const Slot& slot) {
    if (slot.kind() != SlotKind::Section && slot.kind() != SlotKind::Schedule &&
        slot.kind() != SlotKind::List) {
      expected.push_back(key);
    }
  });
  std::vector<std::string> keys;
  for (const FormField& field : describe(config)) {
    keys.push_back(field.key);
  }
  QVERIFY(keys == expected);
  QCOMPARE(std::set<std::string>(keys.begin(), keys.end()).size(), keys.size());
}

void TstForm::fieldsExplainThemselves() {
  for (const FormField& field : describe({})) {
    QVERIFY2(!field.label.empty() && !field.help.empty(), field.key.c_str());
    QVERIFY2(field.section.empty() || field.key.starts_with(field.section + "."),
             field.key.c_str());
    QVERIFY2(field.parent.empty() || field.key.starts_with(field.parent + "."), field.key.c_str());
    QVERIFY2((field.kind == FieldKind::Choice) == !field.choices.empty(), field.key.c_str());
    // There is only one schema to choose so far.
    const bool is_number = field.kind == FieldKind::Integer || field.kind == FieldKind::Real;
    if (!is_number || field.key == "schema") {
      continue;
    }
    const double value = field.kind == FieldKind::Real
                             ? std::get<double>(field.value)
                             : static_cast<double>(std::get<std::int64_t>(field.value));
    QVERIFY2(field.min <= value && value <= field.max, field.key.c_str());
    QVERIFY2(std::isfinite(field.slider_min) && std::isfinite(field.slider_max), field.key.c_str());
    QVERIFY2(field.min <= field.slider_min && field.slider_min < field.slider_max &&
                 field.slider_max <= field.max,
             field.key.c_str());
    QVERIFY2(field.scale == Scale::Linear || field.slider_min > 0.0, field.key.c_str());
  }
}

void TstForm::liveFieldsAreTheLiveParameters() {
  using record::LiveParameter;
  std::set<std::string> expected;
  for (const LiveParameter& parameter :
       {LiveParameter::KdWeight, LiveParameter::Temperature, LiveParameter::ConfidenceWeight,
        LiveParameter::ConfidenceWarmup, LiveParameter::GroundTruthWeight,
        LiveParameter::EntropyWeight, LiveParameter::LearningRate, LiveParameter::Steps}) {
    expected.insert(parameter.key());
  }
  std::set<std::string> of_record;
  for (const auto& [parameter, value] : record::liveValuesOf({})) {
    of_record.insert(parameter.key());
    QCOMPARE(record::valueIn({}, parameter), value);
  }
  QVERIFY(of_record == expected);
  std::set<std::string> live;
  for (const FormField& field : describe({})) {
    if (field.live) {
      live.insert(field.key);
    }
  }
  QVERIFY(live == expected);
}

void TstForm::entriesOfAListAreSectionsOfTheirOwn() {
  ExperimentConfig config;
  QVERIFY(applySetting(config, "objective.term.sharp.kind=jensen_shannon"));
  QVERIFY(applySetting(config, "objective.term.sharp.weight=0.25"));
  const std::vector<FormField> form = describe(config);
  const auto field = std::ranges::find(form, "objective.term.sharp.weight.base", &FormField::key);
  QVERIFY(field != form.end());
  QCOMPARE(field->section, std::string("objective.term.sharp"));
  QCOMPARE(field->section_label, std::string("Further term"));
  QCOMPARE(field->entry, std::string("sharp"));
  QVERIFY(field->live);
  QVERIFY(std::ranges::find(form, "objective.term.sharp.kind.beta", &FormField::key) != form.end());

  const std::vector<Difference> differences = diff({}, config);
  const auto kind = std::ranges::find(differences, "objective.term.sharp.kind", &Difference::key);
  QVERIFY(kind != differences.end());
  QCOMPARE(kind->left, std::string());
  QCOMPARE(kind->right, std::string("jensen_shannon"));
  QCOMPARE(diff(config, {}).size(), differences.size());
}

void TstForm::aChoiceIsFollowedByItsFields() {
  ExperimentConfig config;
  QVERIFY(applySetting(config, "objective.divergence=jensen_shannon"));
  const std::vector<FormField> form = describe(config);
  const auto choice = std::ranges::find(form, "objective.divergence", &FormField::key);
  QVERIFY(choice != form.end());
  QCOMPARE(choice->kind, FieldKind::Choice);
  QCOMPARE(std::get<std::string>(choice->value), std::string("jensen_shannon"));
  QCOMPARE(choice->choices.size(), std::variant_size_v<Divergence>);
  QCOMPARE(QString::fromStdString((choice + 1)->key), QString("objective.divergence.beta"));
  QCOMPARE(QString::fromStdString((choice + 1)->parent), QString("objective.divergence"));
}

void TstForm::differencesNameBothValues() {
  ExperimentConfig left;
  ExperimentConfig right;
  QVERIFY(applySettings(
      right, {"seeds=0-1", "weak.backbone=mlp", "objective.kd_weight=0.5", "name=other"}));
  const std::vector<Difference> expected{
      {"name", "Name", "fashion-demo", "other", false},
      {"seeds", "Seeds", "0", "0, 1", true},
      {"weak.backbone", "Backbone", "pixels", "mlp", true},
      {"weak.backbone.width", "Width", "", "32", true},
      {"weak.backbone.layers", "Hidden layers", "", "1", true},
      {"objective.kd_weight.base", "KD weight k", "1", "0.5", true},
  };
  QVERIFY(diff(left, right) == expected);
  const std::vector<Difference> reverse = diff(right, left);
  QCOMPARE(reverse.size(), expected.size());
  QVERIFY(std::ranges::find(reverse, Difference{"weak.backbone.width", "Width", "32", "", true}) !=
          reverse.end());
}

void TstForm::equalConfigurationsHaveNoDifference() {
  QVERIFY(diff({}, {}).empty());
}

W2S_TEST(TstForm)
#include "tst_form.moc"
