// A label that remembers how much room it wants, wants what any label wants.
#include <QTest>

#include "tests/support/test_main.h"
#include "ui/widgets/steady_label.h"

using namespace w2s::ui;

class TstSteadyLabel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void wantsTheRoomOfAnyLabel_data() {
    QTest::addColumn<bool>("wraps");
    QTest::newRow("one line") << false;
    QTest::newRow("broken into lines") << true;
  }
  void wantsTheRoomOfAnyLabel() {
    QFETCH(bool, wraps);
    SteadyLabel steady;
    QLabel plain;
    for (QLabel* label : {static_cast<QLabel*>(&steady), &plain}) {
      label->setTextFormat(Qt::RichText);
      label->setWordWrap(wraps);
    }
    const auto agree = [&] {
      return steady.sizeHint() == plain.sizeHint() &&
             steady.minimumSizeHint() == plain.minimumSizeHint() &&
             steady.heightForWidth(60) == plain.heightForWidth(60) &&
             steady.heightForWidth(200) == plain.heightForWidth(200);
    };
    for (const char* text :
         {"&nbsp;", "<span style='color:#123456'>0.31</span> + <b>0.52</b>",
          "<span style='color:#654321'>0.44</span> + <b>0.88</b>",
          "<span style='color:#123456'>10.31</span> + 0.20 + 0.11 = <b>10.62</b>", "&nbsp;",
          "psbn;&"}) {  // the letters of &nbsp;
      for (QLabel* label : {static_cast<QLabel*>(&steady), &plain}) {
        label->setText(QString::fromLatin1(text));
      }
      QVERIFY2(agree(), text);
      QVERIFY2(agree(), text);  // from memory
    }
    QFont large = plain.font();
    large.setPixelSize(31);
    for (QLabel* label : {static_cast<QLabel*>(&steady), &plain}) {
      label->setFont(large);
    }
    QVERIFY(agree());
    for (QLabel* label : {static_cast<QLabel*>(&steady), &plain}) {
      label->setStyleSheet(QStringLiteral("QLabel { padding: 20px; }"));
      label->ensurePolished();
    }
    QVERIFY(agree());
  }
};

W2S_WINDOW_TEST(TstSteadyLabel)
#include "tst_steady_label.moc"
