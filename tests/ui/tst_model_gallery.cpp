// The gallery of models: opens without blocking, walks by keyboard, picks in one undoable step.
#include <QAbstractButton>
#include <QScrollArea>
#include <QUndoStack>

#include "tests/support/german.h"
#include "tests/support/panel_bench.h"
#include "tests/support/test_main.h"
#include "ui/form/model_choices.h"
#include "ui/form/model_gallery.h"
#include "ui/widgets/model_card.h"

using namespace w2s;
using namespace w2s::ui;
using test::PanelBench;

namespace {

ModelGallery* openGallery(const PanelBench& bench, const char* card) {
  bench.find<QAbstractButton>(card)->click();
  auto* gallery = bench.panel->findChild<ModelGallery*>(QStringLiteral("gallery"));
  if (gallery != nullptr) {
    [&] { QVERIFY(QTest::qWaitForWindowExposed(gallery)); }();
    gallery->activateWindow();
  }
  return gallery;
}

}  // namespace

class TstModelGallery : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cardsSayWhatTheModelsAre() {
    PanelBench bench;
    const QString weak = bench.find<ModelCard>("model.weak")->accessibleDescription();
    for (const char* part : {"14\u00d714", "tree of depth 12", "1,000 true labels", "333 leaves"}) {
      QVERIFY2(weak.contains(QString::fromUtf8(part)), qPrintable(weak));
    }
    const QString strong = bench.find<ModelCard>("model.strong")->accessibleDescription();
    for (const char* part : {"fashion-ssl", "linear head", "0.39 M parameters", "2,570 trained"}) {
      QVERIFY2(strong.contains(QLatin1String(part)), qPrintable(strong));
    }
  }

  void hasACardForEveryChoiceAndStandsOnThePresentOne() {
    PanelBench bench;
    for (const auto& [name, role] :
         {std::pair{"model.weak", ModelRole::Weak}, std::pair{"model.strong", ModelRole::Strong}}) {
      ModelGallery* gallery = openGallery(bench, name);
      QVERIFY(gallery != nullptr);
      const auto cards = gallery->findChildren<ModelCard*>();
      QCOMPARE(static_cast<std::size_t>(cards.size()), modelChoices(bench.config(), role).size());
      int checked = 0;
      for (const ModelCard* card : cards) {
        QVERIFY(!card->accessibleName().isEmpty() && !card->accessibleDescription().isEmpty());
        checked += card->isChecked() ? 1 : 0;
      }
      QCOMPARE(checked, 1);
      const auto* focused = qobject_cast<ModelCard*>(gallery->focusWidget());
      QVERIFY(focused != nullptr && focused->isChecked());
      gallery->reject();
      QTRY_VERIFY(bench.panel->findChild<ModelGallery*>() == nullptr);
    }
  }

  // Its family's heading, or at least its top edge, is not above what shows.
  void opensAtTheTopOfThePresentCard() {
    PanelBench bench;
    ModelGallery* gallery = openGallery(bench, "model.strong");
    auto* scroll = gallery->findChild<QScrollArea*>(QStringLiteral("gallery.scroll"));
    const auto* card = qobject_cast<ModelCard*>(gallery->focusWidget());
    QVERIFY(card != nullptr && card->isChecked());
    QTRY_VERIFY(card->mapTo(scroll->viewport(), QPoint(0, 0)).y() >= 0);
    QVERIFY(card->mapTo(scroll->viewport(), QPoint(0, 1)).y() < scroll->viewport()->height());
  }

  void germanCardsSayNothingInEnglish() {
    const test::German german;
    PanelBench bench;
    for (const char* name : {"model.weak", "model.strong"}) {
      ModelGallery* gallery = openGallery(bench, name);
      QString all;
      for (const ModelCard* card : gallery->findChildren<ModelCard*>()) {
        all += card->accessibleDescription();
      }
      for (const char* english : {"grey images", "Random weights", "no label was used",
                                  "nothing is learned", "training rows"}) {
        QVERIFY2(!all.contains(QLatin1String(english)), english);
      }
      QVERIFY(all.contains(QStringLiteral("graue Bilder")));
      gallery->reject();
      QTRY_VERIFY(bench.panel->findChild<ModelGallery*>() == nullptr);
    }
  }

  void pickingIsOneUndoableStep() {
    PanelBench bench;
    const config::ExperimentConfig before = bench.config();
    const auto choices = modelChoices(before, ModelRole::Strong);
    ModelGallery* gallery = openGallery(bench, "model.strong");
    for (std::size_t i = 0; i < choices.size(); ++i) {
      if (choices[i].tuning == config::Tuning::Full) {
        gallery->findChild<ModelCard*>(QStringLiteral("gallery.card.%1").arg(i))->click();
        QVERIFY(bench.config().strong == choices[i]);
        break;
      }
    }
    QVERIFY(!(bench.config() == before));
    QVERIFY(bench.session->problems().empty());
    QTRY_VERIFY(bench.panel->findChild<ModelGallery*>() == nullptr);
    QCOMPARE(bench.panel->history().stack().count(), 1);
    bench.panel->history().stack().undo();
    QVERIFY(bench.config() == before);
  }

  void theArrowsWalkAndEnterPicks() {
    PanelBench bench;
    ModelGallery* gallery = openGallery(bench, "model.weak");
    QWidget* first = gallery->focusWidget();
    QTest::keyClick(first, Qt::Key_Right);
    QWidget* second = gallery->focusWidget();
    QVERIFY(second != first && qobject_cast<ModelCard*>(second));
    QTest::keyClick(second, Qt::Key_Left);
    QCOMPARE(gallery->focusWidget(), first);
    QTest::keyClick(first, Qt::Key_Down);
    QWidget* below = gallery->focusWidget();
    QVERIFY(below != first && below->y() > first->y());
    QTest::keyClick(below, Qt::Key_Return);
    QVERIFY(!(bench.config().weak == config::ExperimentConfig{}.weak));
    QTRY_VERIFY(bench.panel->findChild<ModelGallery*>() == nullptr);
  }

  void escapeLeavesEverythingAsItWas() {
    PanelBench bench;
    ModelGallery* gallery = openGallery(bench, "model.weak");
    QTest::keyClick(gallery, Qt::Key_Escape);
    QTRY_VERIFY(bench.panel->findChild<ModelGallery*>() == nullptr);
    QVERIFY(bench.config() == config::ExperimentConfig{});
  }

  void aRunGoesOnBehindIt() {
    PanelBench bench;
    bench.startSlowly();
    const std::int64_t at = bench.session->focus().series().stage(record::stage::kStudent).done;
    QVERIFY(openGallery(bench, "model.strong") != nullptr);
    QTRY_VERIFY(bench.session->focus().series().stage(record::stage::kStudent).done > at);
  }
};

W2S_WINDOW_TEST(TstModelGallery)
#include "tst_model_gallery.moc"
