#include "ui/figures/figure_render.h"

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include <QBuffer>
#include <QFontDatabase>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include "core/config/suggest.h"
#include "ui/draw/scene_painter.h"
#include "ui/figures/csv_writer.h"
#include "ui/figures/figure_file.h"
#include "ui/figures/figure_layout.h"
#include "ui/figures/figure_palette.h"
#include "ui/figures/html_page.h"
#include "ui/figures/markdown_page.h"
#include "ui/figures/pgfplots_writer.h"
#include "ui/figures/svg_writer.h"
#include "ui/figures/tex_text.h"

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
  return bytes;
}

Result<QByteArray> pngOf(const Figure& figure, const Scene& scene, int dpi) {
  QImage image = imageOf(scene, dpi);
  if (image.isNull()) {
    return fail(ErrorCode::OutOfMemory,
                sentence("A picture of {:.0f} x {:.0f} mm at {} dpi does not fit into memory. "
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

// What a viewer without the font may take instead.
std::string familiesOf(const FigureOptions& options) {
  const std::string usual = "Inter, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";
  return options.font.empty() ? usual : "'" + options.font + "', " + usual;
}

// A font that is not there would silently be another one.
Status checkFont(const std::string& family) {
  const QStringList families = QFontDatabase::families();
  if (family.empty() || families.contains(QString::fromStdString(family))) {
    return {};
  }
  std::vector<std::string> names;
  for (const QString& name : families) {
    names.push_back(name.toStdString());
  }
  const Sentence meant = config::didYouMean(family, names);
  return fail(ErrorCode::NotFound,
              sentence("There is no font \"{}\" on this machine{} Without --font figures are "
                       "set in {}.",
                       family, meant.text.empty() ? Sentence{.text = "."} : meant,
                       figureFamily().toStdString()));
}

}  // namespace

Scene sceneOf(const Figure& figure, const FigureOptions& options, Format format) {
  const Palette palette = printPalette(options.palette);
  // Measured in the font that sets it.
  const TextWidth width =
      format == Format::Pgfplots ? TextWidth(texWidth) : figureTextWidth(options.font);
  Scene scene = figure.panels.empty() ? layOutTable(figure.printed_table, options, palette, width)
                                      : layOutFigure(figure.panels, options, palette, width);
  scene.font = options.font;
  return scene;
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
  W2S_CHECK(checkFont(options.font));
  if (request.isTable() && request.format == Format::Csv) {
    return QByteArray::fromStdString(writeCsv(figure.table, options.csv, figure.provenance));
  }
  if (request.isTable() && request.format == Format::Pgfplots) {
    return QByteArray::fromStdString(writeTexTable(figure.printed_table, figure.provenance));
  }
  switch (request.format) {
    case Format::Csv: {
      W2S_TRY(const std::string csv, writeCsv(figure.panels, options.csv, figure.provenance));
      return QByteArray::fromStdString(csv);
    }
    case Format::Html: {
      const std::string picture =
          request.isTable()
              ? std::string()
              : writeSvg(sceneOf(figure, options), familiesOf(options), figure.provenance);
      return QByteArray::fromStdString(writeHtml(figure, picture, request.language));
    }
    case Format::Markdown:
      return QByteArray::fromStdString(
          writeMarkdown(figure, request.isTable() ? std::string() : pictureNameOf(request.out)));
    case Format::Svg: {
      return QByteArray::fromStdString(
          writeSvg(sceneOf(figure, options), familiesOf(options), figure.provenance));
    }
    case Format::Pgfplots:
      return QByteArray::fromStdString(
          writePgfplots(sceneOf(figure, options, Format::Pgfplots), options, figure.provenance));
    case Format::Pdf:
      return pdfOf(figure, sceneOf(figure, options));
    case Format::Png:
      return pngOf(figure, sceneOf(figure, options), options.dpi);
  }
  return fail(ErrorCode::Internal, "Unknown figure format.");
}

Result<QByteArray> writeFigure(const Figure& figure, const FigureRequest& request) {
  W2S_TRY(const QByteArray bytes, renderFigure(figure, request));
  const auto write = [](const std::filesystem::path& file, const QByteArray& content) {
    return writeFigureFile(
        file, std::string_view(content.constData(), static_cast<std::size_t>(content.size())));
  };
  if (request.format == Format::Markdown && !request.isTable()) {
    const std::filesystem::path page = request.out;
    if (page == "-") {
      return fail(ErrorCode::InvalidArgument,
                  "A report in Markdown keeps its picture in a file beside it: give it a file with "
                  "--out, or choose HTML.");
    }
    FigureRequest picture = request;
    picture.format = Format::Svg;
    W2S_TRY(const QByteArray svg, renderFigure(figure, picture));
    W2S_CHECK(write(page.parent_path() / pictureNameOf(request.out), svg));
  }
  W2S_CHECK(write(request.out, bytes));
  return bytes;
}

}  // namespace w2s::ui::figures
