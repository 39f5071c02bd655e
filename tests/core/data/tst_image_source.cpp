// The registry finds data sets; a source loads each part once, checks it, and shares it between
// threads.
#include <thread>

#include <QtTest/QtTest>

#include "core/data/inspect.h"
#include "core/data/registry.h"
#include "tests/support/idx_files.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::test;

namespace {

constexpr char kDataSet[] = "fashion-mnist";

using data::Labels;

std::vector<std::uint8_t> readAll(data::Dataset& dataset, const data::Rows& rows) {
  std::vector<std::uint8_t> pixels(rows.index.size() * 784);
  if (!dataset.read(rows, {std::as_writable_bytes(std::span(pixels))})) {
    pixels.clear();
  }
  return pixels;
}

QString messageOf(const Error& error) {
  return QString::fromStdString(error.message);
}

}  // namespace

class TstImageSource : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> temporary_;
  std::filesystem::path folder_;

 private Q_SLOTS:
  void init() {
    qunsetenv("W2S_DATA");
    temporary_ = std::make_unique<QTemporaryDir>();
    folder_ = temporary_->path().toStdString();
    writeSmallDataSet(folder_, 120, 30);
  }

  void rowsAndTargetsAreThoseOfTheFiles() {
    const auto dataset = data::openDataSet(kDataSet, folder_);
    QVERIFY(dataset.has_value());
    const auto sources = (*dataset)->sources();
    QVERIFY(sources.has_value());
    QCOMPARE((*sources)[0].name, std::string("train"));
    QCOMPARE((*sources)[0].rows, std::int64_t{120});
    QCOMPARE((*sources)[1].rows, std::int64_t{30});
    QCOMPARE(*(*dataset)->targets({.source = "train", .index = {57, 3}}), (Labels{7, 3}));
    // The bar of class 7 stands in the lower half, third column: brighter than its left neighbour.
    const auto view = (*dataset)->view("train", 57);
    QVERIFY(view.has_value());
    const auto& picture = std::get<data::PictureView>(*view);
    QCOMPARE(picture.pixels.size(), std::size_t{784});
    QVERIFY(std::ranges::any_of(picture.pixels, [](std::uint8_t pixel) { return pixel > 200; }));
  }

  void aBlockHoldsTheRowsInTheOrderAskedFor() {
    const auto dataset = data::openDataSet(kDataSet, folder_);
    const std::vector<std::int64_t> rows{5, 119, 5, 0};
    const auto block = readAll(**dataset, {.source = "train", .index = rows});
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto alone = (*dataset)->view("train", rows[i]);
      const auto& pixels = std::get<data::PictureView>(*alone).pixels;
      QVERIFY(std::equal(pixels.begin(), pixels.end(),
                         block.begin() + static_cast<std::ptrdiff_t>(i * 784)));
    }
  }

  void aRowThatIsNotThereIsAnError() {
    const auto dataset = data::openDataSet(kDataSet, folder_);
    QCOMPARE((*dataset)->view("train", 120).error().code, ErrorCode::NotFound);
    QCOMPARE((*dataset)->view("test", -1).error().code, ErrorCode::NotFound);
    QCOMPARE((*dataset)->view("validation", 0).error().code, ErrorCode::NotFound);
    QVERIFY(!(*dataset)->targets({.source = "test", .index = {30}}).has_value());
  }

  void targetsLoadWithoutRows() {
    writeBytes(folder_ / "train-images-idx3-ubyte.gz", "damaged");
    const auto dataset = data::openDataSet(kDataSet, folder_);
    QVERIFY((*dataset)->targets({.source = "train", .index = {0}}).has_value());
    QVERIFY(!(*dataset)->view("train", 0).has_value());
  }

  void aFileIsLoadedOnceAndSharedByAllThreads() {
    const auto dataset = data::openDataSet(kDataSet, folder_);
    std::array<std::vector<std::uint8_t>, 4> seen;
    {
      std::vector<std::jthread> threads;
      for (auto& slot : seen) {
        threads.emplace_back([&] { slot = readAll(**dataset, {.source = "train", .index = {7}}); });
      }
    }
    std::filesystem::remove_all(folder_);
    for (const auto& pixels : seen) {
      QCOMPARE(pixels, readAll(**dataset, {.source = "train", .index = {7}}));
    }
  }

  void aFailedLoadIsTriedAgain() {
    const auto labels_file = folder_ / "train-labels-idx1-ubyte";
    std::filesystem::rename(labels_file, folder_ / "away");
    writeBytes(labels_file, "damaged");
    const auto source = data::openDataSet(kDataSet, folder_);
    QVERIFY(!(*source)->targets({.source = "train", .index = {0}}).has_value());
    std::filesystem::rename(folder_ / "away", labels_file);
    QVERIFY((*source)->targets({.source = "train", .index = {0}}).has_value());
  }

  void theFingerprintFollowsEachFile_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("training images") << "train-images-idx3-ubyte.gz";
    QTest::newRow("training labels") << "train-labels-idx1-ubyte";
    QTest::newRow("test images") << "t10k-images-idx3-ubyte.gz";
    QTest::newRow("test labels") << "t10k-labels-idx1-ubyte";
  }
  void theFingerprintFollowsEachFile() {
    QFETCH(QString, file);
    const auto before = (*data::openDataSet(kDataSet, folder_))->fingerprint();
    QCOMPARE(*(*data::openDataSet(kDataSet, folder_))->fingerprint(), *before);
    writeBytes(folder_ / file.toStdString(), "another content");
    QVERIFY(*(*data::openDataSet(kDataSet, folder_))->fingerprint() != *before);
  }

  void contentThatDoesNotFitIsNamed_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char* name, const char* file, const std::string& bytes,
                        const char* cause) {
      QTest::newRow(name) << file << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                          << cause;
    };
    row("a label out of range", "train-labels-idx1-ubyte",
        idxBytes({3}, std::string("\x01\x09\x0a", 3)),
        "row 2 has the label 10, but Fashion-MNIST has the classes 0 to 9");
    row("fewer labels than images", "train-labels-idx1-ubyte",
        idxBytes({2}, std::string("\x01\x02", 2)), "holds 120 images, but");
    row("images of another size", "train-images-idx3-ubyte",
        idxBytes({1, 32, 32}, std::string(1024, 'x')),
        "holds images of 32 x 32 pixels, but those of Fashion-MNIST have 28 x 28");
  }
  void contentThatDoesNotFitIsNamed() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, cause);
    writeBytes(folder_ / file.toStdString(), bytes.toStdString());
    const auto source = data::openDataSet(kDataSet, folder_);
    const auto images = (*source)->view("train", 0);
    QVERIFY(!images.has_value());
    QCOMPARE(images.error().code, ErrorCode::BadFormat);
    QVERIFY2(messageOf(images.error()).contains(cause), qPrintable(messageOf(images.error())));
    QVERIFY(messageOf(images.error()).contains(file));
  }

  void anIncompleteFolderNamesWhatItLacks() {
    std::filesystem::remove(folder_ / "t10k-labels-idx1-ubyte");
    const auto source = data::openDataSet(kDataSet, folder_);
    QVERIFY(!source.has_value());
    QCOMPARE(source.error().code, ErrorCode::NotFound);
    QVERIFY(
        messageOf(source.error()).contains("lacks t10k-labels-idx1-ubyte[.gz] of Fashion-MNIST"));
  }

  void theUsualSpellingsAreRead_data() {
    QTest::addColumn<QString>("spelling");
    for (const char* spelling :
         {"train-images.idx3-ubyte", "train_images.idx3", "train-images.idx3",
          "TRAIN-IMAGES-IDX3-UBYTE", "train-images-idx3-ubyte", "train-images.idx3-ubyte.gz",
          "train-images.gz"}) {
      QTest::newRow(spelling) << spelling;
    }
  }
  void theUsualSpellingsAreRead() {
    QFETCH(QString, spelling);
    std::filesystem::rename(folder_ / "train-images-idx3-ubyte.gz",
                            folder_ / spelling.toStdString());
    std::filesystem::rename(folder_ / "t10k-labels-idx1-ubyte", folder_ / "test-labels.idx1-ubyte");
    const auto dataset = data::openDataSet(kDataSet, folder_);
    QVERIFY2(dataset.has_value(), dataset ? "" : dataset.error().message.c_str());
    QVERIFY((*dataset)->view("train", 0).has_value());
    QCOMPARE(*(*dataset)->targets({.source = "test", .index = {13}}), Labels{3});
  }

  void anUnpackingThatFailedDoesNotHideThePackedFile() {
    writeBytes(folder_ / "train-images-idx3-ubyte", "");
    std::filesystem::create_directory(folder_ / "t10k-images-idx3-ubyte");
    const auto dataset = data::openDataSet(kDataSet, folder_);
    QVERIFY((*dataset)->view("train", 0).has_value());
    QVERIFY((*dataset)->view("test", 0).has_value());
  }

  void aNameThatIsNearlyRightIsNamed_data() {
    QTest::addColumn<bool>("alone");
    QTest::newRow("beside the others") << false;
    QTest::newRow("the only file") << true;
  }
  void aNameThatIsNearlyRightIsNamed() {
    QFETCH(bool, alone);
    std::filesystem::rename(folder_ / "train-images-idx3-ubyte.gz",
                            folder_ / "train-image-idx3-ubyte.gz");
    if (alone) {
      for (const char* name :
           {"train-labels-idx1-ubyte", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte"}) {
        std::filesystem::remove(folder_ / name);
      }
    }
    const auto dataset = data::openDataSet(kDataSet, folder_);
    QVERIFY(!dataset.has_value());
    const QString message = messageOf(dataset.error());
    QVERIFY2(message.contains("train-image-idx3-ubyte.gz looks like train-images-idx3-ubyte"),
             qPrintable(message));
  }

  void aFolderThatWasNamedIsTheOnlyOneSearched() {
    const auto empty = folder_ / "empty";
    std::filesystem::create_directory(empty);
    qputenv("W2S_DATA", QByteArray::fromStdString(folder_.string()));
    QVERIFY(data::openDataSet(kDataSet).has_value());
    const auto source = data::openDataSet(kDataSet, empty);
    QVERIFY(!source.has_value());
    QCOMPARE(source.error().code, ErrorCode::NotFound);
    const QString message = messageOf(source.error());
    QVERIFY(message.contains(QString::fromStdString(empty.string())));
    const data::DataSetCard& card = **data::findCard(kDataSet);
    QVERIFY2(message.contains(QString::fromStdString(card.how_to_get)), qPrintable(message));
  }

  void aSubFolderOfTheDataSetsNameIsFound() {
    writeSmallDataSet(folder_ / "all" / kDataSet, 24, 10);
    const auto source = data::openDataSet(kDataSet, folder_ / "all");
    QVERIFY(source.has_value());
    QCOMPARE((*source)->sources()->front().rows, std::int64_t{24});
  }

  void anUnknownNameSuggestsAKnownOne() {
    const auto source = data::openDataSet("fashon_mnist");
    QVERIFY(!source.has_value());
    QCOMPARE(source.error().code, ErrorCode::NotFound);
    QVERIFY(messageOf(source.error()).contains("Did you mean \"fashion-mnist\"?"));
  }

  void inspectionCountsWhatTheFilesHold() {
    const auto source = data::openDataSet(kDataSet, folder_);
    const config::TaskConfig task{
        .weak_rows = 20, .transfer_rows = 60, .validation_rows = 10, .test_rows = 20};
    const auto inspection = data::inspect(**source, task, Seed{0});
    QVERIFY2(inspection.has_value(), inspection ? "" : inspection.error().message.c_str());
    QVERIFY(!inspection->official_labels);
    QCOMPARE(inspection->sources[0].counts, std::vector<std::int64_t>(10, 12));
    QCOMPARE(inspection->sources[1].majority_share, 0.1);
    QCOMPARE(inspection->splits[1].name, std::string("transfer"));
    QCOMPARE(inspection->splits[1].rows, std::int64_t{60});
    QCOMPARE(inspection->split_duplicates.size(), std::size_t{10});
    // train and test: the validation rows of this file are drawn.
    QCOMPARE(inspection->pool_duplicates.size(), std::size_t{3});
    // Rows of random noise: any duplicate would be a mistake of the count.
    for (const data::DuplicateCount& count : inspection->pool_duplicates) {
      QCOMPARE(count.contents, std::int64_t{0});
    }
  }
};

W2S_TEST(TstImageSource)
#include "tst_image_source.moc"
