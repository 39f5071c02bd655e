// The generated form: a field for every setting, edits that arrive, marks that tell the truth.
#include <algorithm>
#include <vector>

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTextDocument>

#include "core/config/presets.h"
#include "tests/support/panel_bench.h"
#include "tests/support/test_main.h"
#include "ui/form/field_row.h"
#include "ui/form/form_layout.h"
#include "ui/form/problem_text.h"
#include "ui/widgets/equation_view.h"

using namespace w2s;
using namespace w2s::ui;
using test::PanelBench;

namespace {

void type(QDoubleSpinBox* box, const QString& text) {
  box->setFocus();
  box->selectAll();
  QTest::keyClicks(box, text);
  QTest::keyClick(box, Qt::Key_Return);
}

void type(QLineEdit* line, const QString& text) {
  line->setFocus();
  line->selectAll();
  QTest::keyClicks(line, text);
  QTest::keyClick(line, Qt::Key_Return);
}

}  // namespace

class TstSettingsForm : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void hasAFieldForEverySetting_data() {
    QTest::addColumn<QString>("preset");
    for (const char* preset :
         {"fashion-demo", "neural-weak", "live-augmented", "ground-truth-mix", "raw-pixels"}) {
      QTest::newRow(preset) << QString::fromLatin1(preset);
    }
  }
  void hasAFieldForEverySetting() {
    QFETCH(QString, preset);
    const auto loaded = config::loadPreset(preset.toStdString());
    QVERIFY(loaded);
    PanelBench bench(*loaded);
    std::size_t fields = 0;
    for (const config::FormField& field : config::describe(*loaded)) {
      if (field.key == "schema") {
        continue;  // one allowed value
      }
      const QString name = QStringLiteral("field.") + QString::fromStdString(field.key);
      const auto* row = bench.panel->findChild<FieldRow*>(name);
      QVERIFY2(row != nullptr, field.key.c_str());
      QVERIFY(row->field().value == field.value);
      QVERIFY2(!row->isChanged(), field.key.c_str());
      ++fields;
    }
    QCOMPARE(static_cast<std::size_t>(bench.panel->findChildren<FieldRow*>().size()), fields);
  }

  void aSliderEditsTheConfiguration() {
    PanelBench bench;
    bench.find<QSlider>("field.objective.kd_weight.base.slider")->setValue(250);
    QCOMPARE(bench.config().objective.kd_weight.base, 0.5);
    QCOMPARE(bench.find<QDoubleSpinBox>("field.objective.kd_weight.base.number")->text(),
             QStringLiteral("0.50"));
  }

  void anyAllowedNumberCanBeTyped() {
    PanelBench bench;
    type(bench.find<QDoubleSpinBox>("field.objective.kd_weight.base.number"),
         QStringLiteral("12.345"));
    QCOMPARE(bench.config().objective.kd_weight.base, 12.345);
    QCOMPARE(bench.find<QDoubleSpinBox>("field.objective.kd_weight.base.number")->text(),
             QStringLiteral("12.345"));
    type(bench.find<QDoubleSpinBox>("field.optimizer.steps.number"), QStringLiteral("250,000"));
    QCOMPARE(bench.config().optimizer.steps, std::int64_t{250000});
    QCOMPARE(bench.find<QSlider>("field.optimizer.steps.slider")->value(), 1000);
  }

  void aNumberOutOfRangeIsExplainedAndMended() {
    PanelBench bench;
    type(bench.find<QDoubleSpinBox>("field.objective.temperature.number"), QStringLiteral("200"));
    QCOMPARE(bench.config().objective.temperature, 1.0);
    QVERIFY(bench.find<QLabel>("field.objective.temperature.problem")
                ->text()
                .contains(QStringLiteral("100")));
    bench.find<QAbstractButton>("field.objective.temperature.fix.0")->click();
    QCOMPARE(bench.config().objective.temperature, 100.0);
    QVERIFY(!bench.isShown("field.objective.temperature.problem"));
  }

  // It would begin with another value than the one in sight.
  void nothingStartsWhileARefusedNumberStandsThere() {
    PanelBench bench;
    auto* box = bench.find<QDoubleSpinBox>("field.objective.temperature.number");
    type(box, QStringLiteral("1000"));
    QVERIFY(bench.session->blockReason().startsWith(QStringLiteral("Temperature T is")));
    QVERIFY(!bench.session->isEnabled(Action::Start));
    bench.session->start();
    QCOMPARE(bench.session->focus().state(), RunState::Idle);
    type(box, QStringLiteral("2"));
    QVERIFY(bench.session->blockReason().isEmpty());
    QVERIFY(bench.session->isEnabled(Action::Start));
    type(box, QStringLiteral("1000"));
    QVERIFY(!bench.session->isEnabled(Action::Start));
    QTest::keyClick(box, Qt::Key_Escape);  // back to 2
    QVERIFY(bench.session->isEnabled(Action::Start));
    // A field that goes takes what was typed in it along.
    const auto choose = [&](const char* divergence) {
      return bench.panel->history()
          .set(QStringLiteral("objective.divergence"), QLatin1String(divergence))
          .has_value();
    };
    QVERIFY(choose("jensen_shannon"));
    type(bench.find<QDoubleSpinBox>("field.objective.divergence.beta.number"), QStringLiteral("7"));
    QVERIFY(!bench.session->isEnabled(Action::Start));
    QVERIFY(choose("forward_kl"));
    QVERIFY(bench.session->isEnabled(Action::Start));
  }

  void aWholeNumberIsNotMadeOfAFraction() {
    PanelBench bench;
    const std::int64_t before = bench.config().optimizer.steps;
    type(bench.find<QDoubleSpinBox>("field.optimizer.steps.number"), QStringLiteral("0.65"));
    QCOMPARE(bench.config().optimizer.steps, before);
    QVERIFY(bench.isShown("field.optimizer.steps.problem"));
    QVERIFY(!bench.session->isEnabled(Action::Start));
  }

  void aSentenceBelowAFieldNamesItByItsLabel() {
    PanelBench bench;
    type(bench.find<QDoubleSpinBox>("field.objective.temperature.number"), QStringLiteral("1000"));
    const QString refused = bench.find<QLabel>("field.objective.temperature.problem")->text();
    QVERIFY2(refused.startsWith(QStringLiteral("Temperature T is the number 1000")),
             qPrintable(refused));
    QTest::keyClick(bench.find<QDoubleSpinBox>("field.objective.temperature.number"),
                    Qt::Key_Escape);
    QVERIFY(bench.panel->history().set(QStringLiteral("name"), QString()));
    const QString empty = bench.find<QLabel>("field.name.problem")->text();
    QVERIFY2(!empty.startsWith(QStringLiteral("name ")), qPrintable(empty));
    // Elsewhere the key says which setting is meant.
    QVERIFY(bench.session->blockReason().startsWith(QStringLiteral("name ")));
  }

  void problemsNameSettingsByTheirLabels_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("shown");
    QTest::newRow("own") << "strong.tuning"
                         << "strong.tuning is full."
                         << "Trained part is full.";
    QTest::newRow("another section") << "strong.tuning"
                                     << "It is, but weak.tuning is full."
                                     << "It is, but Trained part (Weak model) is full.";
    QTest::newRow("a schedule") << "objective.kd_weight"
                                << "objective.kd_weight is -1."
                                << "KD weight k is -1.";
    QTest::newRow("part of a schedule") << "objective.kd_weight.warmup"
                                        << "objective.kd_weight.warmup is 2, must be at most 1."
                                        << "Warm-up (KD weight k) is 2, must be at most 1.";
    QTest::newRow("a word") << "seeds"
                            << "seeds has 2 more than once; keep seeds apart."
                            << "Seeds has 2 more than once; keep seeds apart.";
    QTest::newRow("no key") << "weak.backbone"
                            << "There is no /a/task.dataset or task.datasets.x."
                            << "There is no /a/task.dataset or task.datasets.x.";
    QTest::newRow("not in this form") << "strong.head"
                                      << "strong.head.depth is 0."
                                      << "strong.head.depth is 0.";
  }
  void problemsNameSettingsByTheirLabels() {
    QFETCH(QString, key);
    QFETCH(QString, message);
    QFETCH(QString, shown);
    const SettingProblem problem = withLabels(
        {.key = key.toStdString(), .message = message.toStdString()}, config::describe({}));
    QCOMPARE(QString::fromStdString(problem.message), shown);
  }

  void rowsStandStillWhenTheWayBackAppears() {
    PanelBench bench;
    const auto places = [&] {
      QList<int> found;
      for (const FieldRow* row : bench.panel->findChildren<FieldRow*>()) {
        if (row->isVisibleTo(bench.panel.get())) {
          found += row->mapTo(bench.panel.get(), QPoint()).y();
        }
      }
      return found;
    };
    QCoreApplication::processEvents();
    const QList<int> before = places();
    QVERIFY(before.size() > 5);
    QVERIFY(
        bench.panel->history().set(QStringLiteral("objective.temperature"), QStringLiteral("2")));
    QVERIFY(bench.isShown("settings.reset"));
    QVERIFY(bench.isShown("field.objective.temperature.reset"));
    QCoreApplication::processEvents();
    QCOMPARE(places(), before);
  }

  void aWeightOfZeroHasNoWarmUpToSpeakOf() {
    PanelBench bench;
    QVERIFY(bench.isShown("field.objective.confidence_weight.base.summary"));
    QVERIFY(bench.panel->history().set(QStringLiteral("objective.confidence_weight.base"),
                                       QStringLiteral("0")));
    QVERIFY(!bench.isShown("field.objective.confidence_weight.base.summary"));
  }

  void escapeTakesARefusedNumberBack() {
    PanelBench bench;
    auto* box = bench.find<QDoubleSpinBox>("field.objective.temperature.number");
    type(box, QStringLiteral("200"));
    QVERIFY(bench.isShown("field.objective.temperature.problem"));
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(box->text(), QStringLiteral("1.00"));
    QVERIFY(!bench.isShown("field.objective.temperature.problem"));
  }

  void choicesBringTheirFieldsAndTakeThemAway() {
    PanelBench bench;
    auto* list = bench.find<QComboBox>("field.objective.divergence.list");
    QVERIFY(!bench.isShown("field.objective.divergence.beta"));
    list->setFocus();
    list->setCurrentIndex(4);  // Jensen-Shannon
    QVERIFY(std::holds_alternative<config::JensenShannon>(bench.config().objective.divergence));
    QVERIFY(bench.isShown("field.objective.divergence.beta"));
    QVERIFY(bench.find<QWidget>("field.objective.divergence.beta")->y() >
            bench.find<QWidget>("field.objective.divergence")->y());
    QVERIFY(list->hasFocus());
    list->setCurrentIndex(2);
    QVERIFY(!bench.isShown("field.objective.divergence.beta"));
    QVERIFY(list->hasFocus());
  }

  void buttonsSwitchTextAndSeedsAreEdited() {
    PanelBench bench;
    bench.find<QAbstractButton>("field.supervision.labels.1")->click();
    QCOMPARE(bench.config().supervision.labels, config::LabelKind::Hard);
    bench.find<QAbstractButton>("section.supervision.more")->click();
    bench.find<QAbstractButton>("field.supervision.shuffle.switch")->click();
    QVERIFY(bench.config().supervision.shuffle);
    type(bench.find<QLineEdit>("field.name.text"), QStringLiteral("my run"));
    QCOMPARE(bench.config().name, std::string("my run"));
    type(bench.find<QLineEdit>("field.seeds.text"), QStringLiteral("3-5, 9"));
    QVERIFY(bench.config().seeds == (std::vector<std::int64_t>{3, 4, 5, 9}));
    QCOMPARE(bench.session->seed(), std::int64_t{3});
    type(bench.find<QLineEdit>("field.seeds.text"), QStringLiteral("three"));
    QVERIFY(bench.isShown("field.seeds.problem"));
    QCOMPARE(bench.config().seeds.size(), std::size_t{4});
  }

  void editingKeepsFocusAndPlace() {
    PanelBench bench;
    auto* scroll = bench.find<QScrollArea>("settings.scroll");
    auto* slider = bench.find<QSlider>("field.optimizer.learning_rate.base.slider");
    slider->setFocus();
    scroll->verticalScrollBar()->setValue(120);
    const int place = scroll->verticalScrollBar()->value();
    QVERIFY(place > 0);
    for (int i = 0; i < 5; ++i) {
      QTest::keyClick(slider, Qt::Key_Right);
    }
    QCoreApplication::processEvents();
    QVERIFY(slider->hasFocus());
    QCOMPARE(scroll->verticalScrollBar()->value(), place);
    QVERIFY(bench.config().optimizer.learning_rate.base > 3e-3);
  }

  void changedFieldsAreMarkedAndReset() {
    PanelBench bench;
    QVERIFY(!bench.isShown("field.objective.temperature.changed"));
    QVERIFY(!bench.isShown("settings.reset"));
    bench.find<QSlider>("field.objective.temperature.slider")->setValue(900);
    bench.find<QAbstractButton>("field.supervision.delivery.1")->click();
    QVERIFY(bench.isShown("field.objective.temperature.changed"));
    QVERIFY(bench.isShown("settings.reset"));
    bench.find<QAbstractButton>("field.objective.temperature.reset")->click();
    QCOMPARE(bench.config().objective.temperature, 1.0);
    QVERIFY(!bench.isShown("field.objective.temperature.changed"));
    QVERIFY(!bench.isShown("field.objective.temperature.reset"));
    QCOMPARE(bench.config().supervision.delivery, config::Delivery::Live);
    bench.find<QAbstractButton>("settings.reset")->click();
    QVERIFY(bench.config() == config::ExperimentConfig{});
    QVERIFY(!bench.isShown("settings.reset"));
  }

  void settingsThatDifferFromTheShownRunAreNamed() {
    PanelBench bench;
    bench.startSlowly();
    bench.session->setSpeed(0.0);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(!bench.isShown("settings.pending"));
    bench.find<QSlider>("field.objective.temperature.slider")->setValue(900);
    QVERIFY(bench.isShown("settings.pending"));
    QCOMPARE(bench.find<QLabel>("settings.pending")->text(),
             QStringLiteral("Shown is a run with Temperature T: 1.00."));
    bench.find<QAbstractButton>("field.supervision.labels.1")->click();
    QCOMPARE(bench.find<QLabel>("settings.pending")->text(),
             QStringLiteral("Shown is a run with 2 other settings."));
    bench.find<QAbstractButton>("settings.reset")->click();
    QVERIFY(!bench.isShown("settings.pending"));
  }

  void severalSeedsAreARunEach() {
    PanelBench bench;
    bench.find<QLineEdit>("settings.search")->setText(QStringLiteral("seeds"));
    QVERIFY(!bench.isShown("field.seeds.summary"));
    QVERIFY(bench.panel->history().set(QStringLiteral("seeds"), QStringLiteral("0-2")));
    QVERIFY(bench.isShown("field.seeds.summary"));
    QVERIFY(bench.find<QLabel>("field.seeds.summary")->text().contains(QLatin1String("each seed")));
  }

  void resettingAChoiceBringsItsPartsBack() {
    config::ExperimentConfig preset;
    preset.objective.divergence = config::JensenShannon{.beta = 0.3};
    PanelBench bench(preset);
    bench.find<QComboBox>("field.objective.divergence.list")->setCurrentIndex(0);
    bench.find<QAbstractButton>("field.objective.divergence.reset")->click();
    QVERIFY(bench.config() == preset);
  }

  void whatWaitsForTheNextRunSaysSo() {
    PanelBench bench;
    bench.startSlowly();
    const auto* row = bench.find<QWidget>("field.supervision.labels");
    const QPoint before = row->mapTo(bench.panel.get(), QPoint());
    bench.find<QAbstractButton>("field.supervision.labels.1")->click();
    QVERIFY(bench.isShown("field.supervision.labels.pending"));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(row->mapTo(bench.panel.get(), QPoint()), before);
    QVERIFY(bench.find<QWidget>("field.supervision.labels.pending")
                ->toolTip()
                .contains(QStringLiteral("Soft")));
    bench.find<QSlider>("field.objective.temperature.slider")->setValue(900);  // live
    QVERIFY(!bench.isShown("field.objective.temperature.pending"));
    QVERIFY(bench.isShown("settings.pending"));
    bench.find<QAbstractButton>("field.supervision.labels.0")->click();
    QVERIFY(!bench.isShown("field.supervision.labels.pending"));
    QVERIFY(!bench.isShown("settings.pending"));
    // Another preset: its live settings differ from those of the run as well.
    config::ExperimentConfig other;
    other.objective.kd_weight.base = 0.25;
    bench.open(other);
    QVERIFY(bench.isShown("field.objective.kd_weight.base.pending"));
    bench.session->focus().stop(record::StopMode::Keep);
    QTRY_VERIFY(!isActive(bench.session->focus().state()));
    QVERIFY(!bench.isShown("field.objective.kd_weight.base.pending"));
  }

  void problemsStandBelowTheirFieldsAndBlockTheStart() {
    PanelBench bench;
    QVERIFY(bench.session->isEnabled(Action::Start));
    QSignalSpy blocked(bench.session.get(), &ExperimentSession::blockReasonChanged);
    type(bench.find<QDoubleSpinBox>("field.task.transfer_rows.number"), QStringLiteral("60000"));
    QCOMPARE(blocked.size(), 1);
    QVERIFY(!bench.session->isEnabled(Action::Start));
    QVERIFY(bench.session->blockReason().contains(QStringLiteral("60,000")));
    bench.session->start();
    QVERIFY(bench.runner->requests().empty());
    QVERIFY(bench.find<QLabel>("field.task.transfer_rows.problem")
                ->text()
                .contains(QStringLiteral("54,000 at most")));
    bench.find<QAbstractButton>("field.task.transfer_rows.fix.0")->click();
    QCOMPARE(bench.config().task.transfer_rows, std::int64_t{54000});
    QVERIFY(!bench.isShown("field.task.transfer_rows.problem"));
    QVERIFY(bench.session->isEnabled(Action::Start));
    QVERIFY(bench.session->blockReason().isEmpty());
  }

  void aProblemUnfoldsItsField() {
    PanelBench bench;
    QVERIFY(!bench.isShown("field.strong.tuning"));
    config::ExperimentConfig broken;
    broken.strong.backbone = config::ConvnetBackbone{};
    broken.strong.tuning = config::Tuning::Full;
    bench.session->setConfig(broken);
    QVERIFY(bench.isShown("field.strong.tuning.problem"));
    QVERIFY(bench.isShown("field.strong.tuning"));
  }

  void searchFindsFoldedFieldsToo() {
    PanelBench bench;
    auto* search = bench.find<QLineEdit>("settings.search");
    bench.panel->find();
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("momentum"));
    QVERIFY(bench.isShown("field.optimizer.momentum"));
    QVERIFY(!bench.isShown("field.objective.temperature"));
    QVERIFY(!bench.isShown("model.weak"));
    QVERIFY(!bench.isShown("settings.nothing"));
    search->setText(QStringLiteral("objective.temp"));  // a key
    QVERIFY(bench.isShown("field.objective.temperature"));
    search->setText(QStringLiteral("length training"));  // the help of Steps
    QVERIFY(bench.isShown("field.optimizer.steps"));
    search->setText(QStringLiteral("trained part"));  // of either model
    QCOMPARE(bench.find<QWidget>("section.weak")->accessibleName(), QStringLiteral("Weak model"));
    QCOMPARE(bench.find<QWidget>("section.strong")->accessibleName(),
             QStringLiteral("Strong model"));
    search->setText(QStringLiteral("quokka"));
    QVERIFY(bench.isShown("settings.nothing"));
    QVERIFY(!bench.isShown("field.optimizer.steps"));
    search->clear();  // what Esc does, tst_window_keys
    QVERIFY(search->text().isEmpty());
    QVERIFY(bench.isShown("field.objective.temperature"));
    QVERIFY(!bench.isShown("field.optimizer.momentum"));
    QVERIFY(bench.isShown("model.weak"));
    QCOMPARE(bench.find<QWidget>("section.weak")->accessibleName(), QStringLiteral("Models"));
  }

  void foldedFieldsAreMadeWhenTheyAreShown() {
    PanelBench bench;
    const auto parts = [&](const char* name) {
      return bench.find<FieldRow>(name)->findChildren<QWidget*>().size();
    };
    QVERIFY(parts("field.optimizer.steps") > 0);
    QCOMPARE(parts("field.weak.tuning"), 0);
    bench.find<QAbstractButton>("section.weak.more")->click();
    QVERIFY(bench.isShown("field.weak.tuning"));
    QVERIFY(parts("field.weak.tuning") > 0);
    QCOMPARE(parts("field.strong.tuning"), 0);
    // They take their place in the order of the Tab key.
    std::vector<int> places;
    for (QWidget* widget = bench.panel->nextInFocusChain(); widget != bench.panel.get();
         widget = widget->nextInFocusChain()) {
      if (widget->isVisibleTo(bench.panel.get()) && widget->focusPolicy() != Qt::NoFocus &&
          widget->objectName().startsWith(QStringLiteral("field.weak."))) {
        places.push_back(widget->mapTo(bench.panel.get(), QPoint()).y());
      }
    }
    QVERIFY(places.size() > 1);
    QVERIFY(std::ranges::is_sorted(places));
    // Hidden for good: what happens to the setting meanwhile is not lost.
    config::ExperimentConfig changed = bench.config();
    changed.strong.tuning = config::Tuning::Scratch;
    changed.strong.backbone = config::ConvnetBackbone{};
    bench.session->setConfig(changed);
    bench.find<QAbstractButton>("section.strong.more")->click();
    QVERIFY(bench.isShown("field.strong.tuning.changed"));
  }

  void anotherPresetChangesTheMarks() {
    config::ExperimentConfig preset;
    PanelBench bench(preset);
    const config::ExperimentConfig own = bench.config();
    preset.objective.temperature = 3.0;
    bench.panel->history().begin({.basis = {.config = preset}, .config = own});
    QVERIFY(bench.config() == own);
    QVERIFY(bench.isShown("field.objective.temperature.changed"));
    preset.objective.temperature = own.objective.temperature;
    bench.panel->history().begin({.basis = {.config = preset}, .config = own});
    QVERIFY(!bench.isShown("field.objective.temperature.changed"));
  }

  void aNumberOfTheEquationLeadsToItsSlider() {
    PanelBench bench;
    const auto* formula = bench.find<QLabel>("equation");
    for (const char* key : {"objective.kd_weight.base", "objective.confidence_weight.base"}) {
      QVERIFY2(formula->text().contains(QStringLiteral("href='%1'").arg(QLatin1String(key))), key);
    }
    auto* equation = bench.panel->findChild<EquationView*>();
    Q_EMIT equation->chosen(QStringLiteral("objective.confidence_weight.base"));
    QVERIFY(bench.find<QSlider>("field.objective.confidence_weight.base.slider")->hasFocus());
    // A folded one is unfolded first.
    config::ExperimentConfig config = bench.config();
    config.objective.entropy_weight.base = 0.1;
    bench.session->setConfig(config);
    QVERIFY(formula->text().contains(QStringLiteral("objective.entropy_weight.base")));
    QVERIFY(!bench.isShown("field.objective.entropy_weight.base"));
    Q_EMIT equation->chosen(QStringLiteral("objective.entropy_weight.base"));
    QVERIFY(bench.isShown("field.objective.entropy_weight.base"));
    QVERIFY(bench.find<QSlider>("field.objective.entropy_weight.base.slider")->hasFocus());
  }

  void theEquationShowsFurtherTermsToo() {
    PanelBench bench;
    config::ExperimentConfig config = bench.config();
    config.objective.temperature = 2.0;
    config.objective.terms = {
        {.name = "back", .kind = config::ReverseKl{}, .weight = {.base = 0.3}},
        {.name = "off", .kind = config::SoftCe{}, .weight = {.base = 0.0}},
        {.name = "flat", .kind = config::Entropy{}, .weight = {.base = -0.2}},
        {.name = "truth", .kind = config::GroundTruth{}, .weight = {.base = 0.4}},
        {.name = "sure", .kind = config::ArgmaxConfidence{}, .weight = {.base = 0.6}}};
    bench.session->setConfig(config);
    const auto* formula = bench.find<QLabel>("equation");
    const QString said = formula->accessibleDescription();
    const qsizetype begin = said.indexOf(QStringLiteral("0.30"));
    QVERIFY2(begin > 0, qPrintable(said));
    QCOMPARE(said.mid(begin),
             QStringLiteral("0.30 22 KL(pT \u2016 wT) + \u22120.20 H(p) + 0.40 CE(y, p) + 0.60 "
                            "CE(p\u0302, p)"));
    QVERIFY(formula->text().contains(QStringLiteral("href='objective.term.back.weight.base'")));
    QVERIFY(!formula->text().contains(QStringLiteral("objective.term.off")));
    // A number leads to its setting, as the others do.
    auto* equation = bench.panel->findChild<EquationView*>();
    Q_EMIT equation->chosen(QStringLiteral("objective.term.back.weight.base"));
    QVERIFY(bench.find<QSlider>("field.objective.term.back.weight.base.slider")->hasFocus());

    const auto* values = bench.find<QLabel>("equation.values");
    equation->showTerms(EquationView::Terms{.kd = 0.1,
                                            .confidence = 0.2,
                                            .ground_truth = 0.0,
                                            .entropy = 0.0,
                                            .total = 1.5,
                                            .further = {0.3, 0.0, -0.1, 0.4, 0.6}});
    QTextDocument plain;
    plain.setHtml(values->text());
    QCOMPARE(plain.toPlainText().simplified(),
             QStringLiteral("= 0.10 + 0.20 + 0.30 + \u22120.10 + 0.40 + 0.60 = 1.50"));
  }

  void theNumbersBelowTheFormulaAreOfWhatItShows() {
    config::ExperimentConfig preset;
    preset.objective.confidence_weight.warmup = 0.0;
    PanelBench bench(preset);
    const auto* values = bench.find<QLabel>("equation.values");
    const auto says = [&] { return values->text().contains(QLatin1Char('=')); };
    QVERIFY(!says());
    bench.session->setSpeed(100.0);
    bench.session->start();
    QTRY_VERIFY(says());
    QTRY_VERIFY(values->text().contains(QStringLiteral("last batch")));  // where there is room
    bench.session->focus().pause();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
    QVERIFY(says());
    const int height = values->height();
    // The run has not trained with what the formula shows now.
    auto* weight = bench.find<QSlider>("field.objective.confidence_weight.base.slider");
    const int before = weight->value();
    weight->setValue(900);
    QVERIFY(!says());
    QCOMPARE(values->height(), height);
    weight->setValue(before);
    QVERIFY(says());
    bench.find<QSlider>("field.objective.temperature.slider")->setValue(900);
    QVERIFY(!says());
    // It has once the change was sent and a batch computed.
    QTRY_VERIFY((bench.session->step(record::StepUnit::Batch), says()));
    // Another experiment with the same objective is another run's.
    config::ExperimentConfig other = bench.config();
    other.name = "other";
    bench.open(other);
    QVERIFY(!says());
    other.name = preset.name;
    other.objective.divergence = config::ReverseKl{};
    bench.open(other);
    QVERIFY(!says());
    other.objective.divergence = preset.objective.divergence;
    other.objective.confidence = config::ArgmaxConfidence{};
    bench.open(other);
    QVERIFY(!says());
    other.objective.confidence = preset.objective.confidence;
    bench.open(other);
    QVERIFY(says());
  }

  void theEquationsLinksAreReachedByKeyboard() {
    PanelBench bench;
    auto* formula = bench.find<QLabel>("equation");
    QSignalSpy chosen(bench.panel->findChild<EquationView*>(), &EquationView::chosen);
    formula->setFocus(Qt::TabFocusReason);
    QTest::keyClick(formula, Qt::Key_Tab);
    if (formula->hasFocus()) {
      QTest::keyClick(formula, Qt::Key_Return);
    }
    QTRY_COMPARE(chosen.size(), 1);
    QVERIFY(chosen.first().first().toString().startsWith(QStringLiteral("objective.")));
  }

  void tooltipsSayFormulaRangePresetAndSource() {
    PanelBench bench;
    const QString tip = bench.find<QSlider>("field.objective.temperature.slider")->toolTip();
    for (const char* part : {"T^2 D(w_T, p_T)", "0.05 to 100", "Hinton", "default 1.00",
                             "preset 1.00", "changes a run in progress", "objective.temperature"}) {
      QVERIFY2(tip.contains(QLatin1String(part)), part);
    }
  }

  void theLookChangesWithoutLosingAnything() {
    PanelBench bench;
    bench.find<QSlider>("field.objective.temperature.slider")->setValue(900);
    const double value = bench.config().objective.temperature;
    bench.theme.setFontScale(2.0);
    bench.theme.choose(ThemeChoice::Dark);
    QCoreApplication::processEvents();
    QCOMPARE(bench.config().objective.temperature, value);
    QVERIFY(bench.isShown("field.objective.temperature.changed"));
    bench.theme.setFontScale(1.0);
  }
};

W2S_WINDOW_TEST(TstSettingsForm)
#include "tst_settings_form.moc"
