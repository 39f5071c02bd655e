// A kept picture of curves looks like the curves, whatever a unit is in device pixels.
#include <algorithm>
#include <cstdlib>

#include <QGraphicsScene>
#include <QImage>
#include <QPainter>
#include <QTest>

#include "tests/support/test_main.h"
#include "ui/charts/plot_kept_curves.h"

using namespace w2s::ui;

namespace {

const QRectF kPlot(10.3, 7.6, 150.2, 90.4);
const QRectF kView(0.0, 0.0, 200.0, 120.0);
const QList<QPointF> kShares{{0.0, 0.1}, {0.3, 0.55}, {0.6, 0.5}, {1.0, 0.93}};

QImage emptyAt(double scale) {
  QImage image((kView.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(scale);
  image.fill(Qt::white);
  return image;
}

// The largest difference of a channel.
int differenceOf(const QImage& a, const QImage& b) {
  int most = 0;
  for (int y = 0; y < a.height(); ++y) {
    for (int x = 0; x < a.width(); ++x) {
      most = std::max(most, std::abs(qGreen(a.pixel(x, y)) - qGreen(b.pixel(x, y))));
    }
  }
  return most;
}

}  // namespace

class TstKeptCurves : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void looksLikeItsLines_data() {
    QTest::addColumn<double>("scale");
    QTest::newRow("one") << 1.0;
    QTest::newRow("five quarters") << 1.25;
    QTest::newRow("three halves") << 1.5;
    QTest::newRow("two") << 2.0;
  }
  void looksLikeItsLines() {
    QFETCH(double, scale);
    const QPen pen(Qt::darkBlue, 2.0);
    QGraphicsScene scene;
    auto* curves = new PlotKeptCurves(nullptr);
    scene.addItem(curves);
    curves->set({{.points = kShares, .pen = pen}}, kPlot);
    QImage shown = emptyAt(scale);
    {
      QPainter painter(&shown);
      scene.render(&painter, kView, kView);
    }
    QImage wanted = emptyAt(scale);
    {
      QPainter painter(&wanted);
      painter.setRenderHint(QPainter::Antialiasing);
      painter.setClipRect(kPlot);
      painter.setPen(pen);
      for (qsizetype i = 1; i < kShares.size(); ++i) {
        const auto at = [](const QPointF& share) {
          return QPointF(kPlot.left() + share.x() * kPlot.width(),
                         kPlot.bottom() - share.y() * kPlot.height());
        };
        painter.drawLine(QLineF(at(kShares[i - 1]), at(kShares[i])));
      }
    }
    QVERIFY(differenceOf(wanted, emptyAt(scale)) > 200);
    QVERIFY2(differenceOf(shown, wanted) <= 8,
             qPrintable(QString::number(differenceOf(shown, wanted))));
  }
};

W2S_WINDOW_TEST(TstKeptCurves)
#include "tst_kept_curves.moc"
