#include "ui/figures/figure_render.h"

#include <cmath>

#include <fmt/format.h>

#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include "ui/figures/csv_writer.h"
#include "ui/figures/figure_layout.h"
#include "ui/figures/figure_palette.h"
#include "ui/figures/scene_painter.h"
#include "ui/figures/svg_writer.h"

namespace w2s::ui::figures {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr int kPdfDpi = 1200;

QString titleOf(const Figure& figure) {
  QStringList titles;
  for (const charts::ChartData& panel : figure.panels) {
    titles += QString::fromStdString(panel.title);
  }
  return titles.join(QStringLiteral("; "));
}

// The one thing in the file that is not the figure's: when it was written.
void blankDate(QByteArray& pdf) {
  const qsizetype begin = pdf.indexOf("/CreationDate");
  const qsizetype end = begin < 0 ? -1 : pdf.indexOf(')', begin);
  for (qsizetype i = begin; end >= 0 && i <= end; ++i) {
    pdf[i] = ' ';
  }
}

QByteArray pdfOf(const Figure& figure, const Scene& scene) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setResolution(kPdfDpi);
    writer.setPageLayout(QPageLayout(QPageSize(QSizeF(scene.width, scene.height) / kPointsPerMm,
                                               QPageSize::Millimeter, {}, QPageSize::ExactMatch),
                                     QPageLayout::Portrait, QMarginsF()));
    writer.setTitle(titleOf(figure));
    writer.setCreator(QString::fromStdString(figure.provenance.sentence()));
    QPainter painter(&writer);
    paintScene(painter, scene, kPdfDpi / 72.0);
  }
  blankDate(bytes);
  return bytes;
}

Result<QByteArray> pngOf(const Figure& figure, const Scene& scene, int dpi) {
  QImage image = imageOf(scene, dpi);
  if (image.isNull()) {
    return fail(ErrorCode::OutOfMemory,
                fmt::format("A picture of {:.0f} x {:.0f} mm at {} dpi does not fit into memory. "
                            "Choose fewer dots per inch, or SVG.",
                            scene.width / kPointsPerMm, scene.height / kPointsPerMm, dpi));
  }
  image.setText(QStringLiteral("Title"), titleOf(figure));
  for (const auto& [key, value] : figure.provenance.entries()) {
    const QString name = QString::fromStdString("w2s:" + key);
    const QString known = image.text(name);
    const QString text = QString::fromStdString(value);
    image.setText(name, known.isEmpty() ? text : known + QStringLiteral("; ") + text);
  }
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG")) {
    return fail(ErrorCode::Internal, "The picture could not be written as PNG.");
  }
  return bytes;
}

}  // namespace

Scene sceneOf(const Figure& figure, const FigureOptions& options) {
  return layOutFigure(figure.panels, options, printPalette(options.palette), figureTextWidth());
}

QImage imageOf(const Scene& scene, double dpi) {
  const double scale = dpi / 72.0;
  QImage image(static_cast<int>(std::lround(scene.width * scale)),
               static_cast<int>(std::lround(scene.height * scale)),
               QImage::Format_ARGB32_Premultiplied);
  if (image.isNull()) {
    return image;
  }
  const int dots = static_cast<int>(std::lround(dpi * 1000.0 / kMmPerInch));
  image.setDotsPerMeterX(dots);
  image.setDotsPerMeterY(dots);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  paintScene(painter, scene, scale);
  return image;
}

Result<QByteArray> renderFigure(const Figure& figure, const FigureRequest& request) {
  const FigureOptions& options = request.options;
  if (request.isTable()) {
    return QByteArray::fromStdString(writeCsv(figure.table, options.csv, figure.provenance));
  }
  switch (request.format) {
    case Format::Csv: {
      W2S_TRY(const std::string csv, writeCsv(figure.panels, options.csv, figure.provenance));
      return QByteArray::fromStdString(csv);
    }
    case Format::Svg: {
      const std::string families = "Inter, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";
      return QByteArray::fromStdString(
          writeSvg(sceneOf(figure, options), families, figure.provenance));
    }
    case Format::Pdf:
      return pdfOf(figure, sceneOf(figure, options));
    case Format::Png:
      return pngOf(figure, sceneOf(figure, options), options.dpi);
  }
  return fail(ErrorCode::Internal, "Unknown figure format.");
}

}  // namespace w2s::ui::figures
