// A slider and its number box show one value; the mapping between them goes there and back.
#include <cmath>

#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include "tests/support/test_main.h"
#include "ui/bridge/setting_fields.h"
#include "ui/theme/theme.h"
#include "ui/widgets/slider_field.h"
#include "ui/widgets/speed_slider.h"

using namespace w2s;
using namespace w2s::ui;

class TstSliderField : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void positionsGoThereAndBack_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("integer");
    QTest::newRow("linear: KD weight") << QStringLiteral("objective.kd_weight.base") << false;
    QTest::newRow("linear: confidence weight")
        << QStringLiteral("objective.confidence_weight.base") << false;
    QTest::newRow("logarithmic: temperature") << QStringLiteral("objective.temperature") << false;
    QTest::newRow("logarithmic: learning rate")
        << QStringLiteral("optimizer.learning_rate.base") << false;
    QTest::newRow("logarithmic integer: steps") << QStringLiteral("optimizer.steps") << true;
  }
  void positionsGoThereAndBack() {
    QFETCH(QString, key);
    QFETCH(bool, integer);
    const config::Field& field = fieldOf(key.toStdString());
    const SliderScale scale(field, integer);
    QCOMPARE(scale.valueAt(0), scale.low());
    QCOMPARE(scale.valueAt(SliderScale::kPositions), scale.high());
    double previous = scale.valueAt(0);
    for (int position = 0; position <= SliderScale::kPositions; ++position) {
      const double value = scale.valueAt(position);
      QVERIFY(value >= previous);
      previous = value;
      QVERIFY(!integer || value == std::round(value));
      // The position of a rounded value shows the same value again.
      QCOMPARE(scale.valueAt(scale.positionOf(value)), value);
    }
    QCOMPARE(scale.positionOf(-1.0), 0);
    QCOMPARE(scale.positionOf(1e30), SliderScale::kPositions);
  }

  void theMiddleOfALogarithmicSliderIsTheGeometricMean() {
    const SliderScale scale(fieldOf("optimizer.learning_rate.base"), false);
    const double mean = std::sqrt(scale.low() * scale.high());
    QVERIFY(std::abs(scale.valueAt(SliderScale::kPositions / 2) / mean - 1.0) < 0.05);
  }

  void sliderAndBoxShowOneValue() {
    Theme theme;
    SliderField field(theme, QStringLiteral("k"), fieldOf("objective.kd_weight.base"),
                      SliderField::Number::Real);
    field.setValue(1.0);
    auto* slider = field.findChild<QSlider*>(QStringLiteral("field.k.slider"));
    auto* number = field.findChild<QDoubleSpinBox*>(QStringLiteral("field.k.number"));
    QVERIFY(slider && number);
    QCOMPARE(slider->value(), 500);
    QSignalSpy edited(&field, &SliderField::edited);
    QSignalSpy ended(&field, &SliderField::gestureEnded);
    slider->setSliderDown(true);
    slider->setValue(250);
    QCOMPARE(ended.size(), 0);
    slider->setSliderDown(false);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.takeFirst().first().toDouble(), 0.5);
    QCOMPARE(number->text(), QStringLiteral("0.50"));
  }

  void theBoxAloneHasNoSlider() {
    Theme theme;
    SliderField field(theme, QStringLiteral("d"), fieldOf("optimizer.weight_decay"),
                      SliderField::Number::Real, SliderField::Parts::BoxAlone);
    QVERIFY(field.findChild<QSlider*>() == nullptr);
    field.setValue(2.5e-4);
    QCOMPARE(field.findChild<QDoubleSpinBox*>()->text(), QStringLiteral("0.00025"));
  }

  void noNumberIsShownAsAnother() {
    Theme theme;
    SliderField field(theme, QStringLiteral("k"), fieldOf("objective.kd_weight.base"),
                      SliderField::Number::Real);
    auto* number = field.findChild<QDoubleSpinBox*>();
    for (const double value : {0.005, 0.123456, 12.5, 1.0 / 3.0}) {
      field.setValue(value);
      // The box keeps eight decimals; its text reads back as what it holds.
      QCOMPARE(number->valueFromText(number->text()), number->value());
    }
  }

  void keysStepInsideTheRange() {
    Theme theme;
    SliderField field(theme, QStringLiteral("t"), fieldOf("objective.temperature"),
                      SliderField::Number::Real);
    field.setValue(90.0);
    auto* number = field.findChild<QDoubleSpinBox*>();
    number->stepBy(1);
    QCOMPARE(field.value(), 100.0);
    number->stepBy(1);
    QCOMPARE(field.value(), 100.0);
  }

  void aTypedValueBeyondTheSliderIsKept() {
    Theme theme;
    SliderField field(theme, QStringLiteral("k"), fieldOf("objective.kd_weight.base"),
                      SliderField::Number::Real);
    QSignalSpy edited(&field, &SliderField::edited);
    auto* number = field.findChild<QDoubleSpinBox*>(QStringLiteral("field.k.number"));
    number->selectAll();
    QTest::keyClicks(number, QStringLiteral("12.5"));
    QCOMPARE(edited.size(), 0);  // half-typed numbers are no settings
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(field.value(), 12.5);
    QCOMPARE(field.findChild<QSlider*>()->value(), SliderScale::kPositions);
  }

  void settingAValueIsSilent() {
    Theme theme;
    SliderField field(theme, QStringLiteral("t"), fieldOf("objective.temperature"),
                      SliderField::Number::Real);
    QSignalSpy edited(&field, &SliderField::edited);
    for (const double value : {0.5, 1.0, 3.7, 20.0}) {
      field.setValue(value);
      QCOMPARE(field.value(), value);
    }
    QCOMPARE(edited.size(), 0);
  }

  void numbersReadAsPeopleWriteThem_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("weight") << QStringLiteral("objective.kd_weight.base") << 1.0
                            << QStringLiteral("1.00");
    QTest::newRow("rate") << QStringLiteral("optimizer.learning_rate.base") << 3e-3
                          << QStringLiteral("0.003");
    QTest::newRow("small rate") << QStringLiteral("optimizer.learning_rate.base") << 1e-5
                                << QStringLiteral("1e-5");
    QTest::newRow("steps") << QStringLiteral("optimizer.steps") << 1200.0
                           << QStringLiteral("1,200");
  }
  void numbersReadAsPeopleWriteThem() {
    QFETCH(QString, key);
    QFETCH(double, value);
    QFETCH(QString, text);
    Theme theme;
    const bool integer = key == QLatin1String("optimizer.steps");
    SliderField field(theme, QStringLiteral("f"), fieldOf(key.toStdString()),
                      integer ? SliderField::Number::Integer : SliderField::Number::Real);
    field.setValue(value);
    auto* number = field.findChild<QDoubleSpinBox*>();
    QCOMPARE(number->text(), text);
    QCOMPARE(number->value(), value);
    QCOMPARE(number->valueFromText(text), value);
  }

  void theSpeedSliderEndsInMax() {
    QCOMPARE(SpeedSlider::speedAt(0), 1.0);
    QCOMPARE(SpeedSlider::speedAt(SpeedSlider::kMax), 0.0);
    QCOMPARE(SpeedSlider::positionOf(0.0), SpeedSlider::kMax);
    double previous = 0.0;
    for (int position = 0; SpeedSlider::speedAt(position) > 0.0; ++position) {
      QVERIFY(SpeedSlider::speedAt(position) >= previous);
      previous = SpeedSlider::speedAt(position);
    }
    QCOMPARE(previous, 10'000.0);
  }
};

W2S_WINDOW_TEST(TstSliderField)
#include "tst_slider_field.moc"
