#include "ui/figures/export_settings.h"

namespace w2s::ui {

using namespace figures;

namespace {

QString key(const char* name) {
  return QStringLiteral("export/") + QLatin1String(name);
}

template <class Choice, std::size_t N>
void restore(const QSettings& settings, const char* name, const std::array<Named<Choice>, N>& names,
             Choice& value) {
  if (const auto known = valueIn(names, settings.value(key(name)).toString().toStdString())) {
    value = *known;
  }
}

}  // namespace

void saveRequest(QSettings& settings, const FigureRequest& request) {
  const FigureOptions& options = request.options;
  QStringList charts;
  for (const std::string& chart : request.charts) {
    charts += QString::fromStdString(chart);
  }
  settings.setValue(key("charts"), charts);
  settings.setValue(key("format"), QString::fromUtf8(nameIn(kFormats, request.format)));
  settings.setValue(key("size"), QString::fromUtf8(nameIn(kSizes, options.size)));
  settings.setValue(key("width_mm"), options.width_mm);
  settings.setValue(key("height_mm"), options.height_mm);
  settings.setValue(key("dpi"), options.dpi);
  settings.setValue(key("font"), QString::fromStdString(options.font));
  settings.setValue(key("font_pt"), options.font_pt);
  settings.setValue(key("line_pt"), options.line_pt);
  settings.setValue(key("legend"), QString::fromUtf8(nameIn(kLegends, options.legend)));
  settings.setValue(key("palette"), QString::fromUtf8(nameIn(kPalettes, options.palette)));
  settings.setValue(key("background"), QString::fromUtf8(nameIn(kBackgrounds, options.background)));
  settings.setValue(key("traces"), QString::fromUtf8(nameIn(kTraces, options.traces)));
  settings.setValue(key("layout"), QString::fromUtf8(nameIn(kCsvLayouts, options.csv)));
  settings.setValue(key("title"), options.title);
}

FigureRequest restoreRequest(const QSettings& settings) {
  FigureRequest request;
  FigureOptions& options = request.options;
  const QStringList charts = settings.value(key("charts")).toStringList();
  if (!charts.isEmpty()) {
    request.charts.clear();
    for (const QString& chart : charts) {
      request.charts.push_back(chart.toStdString());
    }
  }
  restore(settings, "format", kFormats, request.format);
  restore(settings, "size", kSizes, options.size);
  restore(settings, "legend", kLegends, options.legend);
  restore(settings, "palette", kPalettes, options.palette);
  restore(settings, "background", kBackgrounds, options.background);
  restore(settings, "traces", kTraces, options.traces);
  restore(settings, "layout", kCsvLayouts, options.csv);
  options.width_mm = settings.value(key("width_mm"), options.width_mm).toDouble();
  options.height_mm = settings.value(key("height_mm"), options.height_mm).toDouble();
  options.dpi = settings.value(key("dpi"), options.dpi).toInt();
  options.font = settings.value(key("font")).toString().toStdString();
  options.font_pt = settings.value(key("font_pt"), options.font_pt).toDouble();
  options.line_pt = settings.value(key("line_pt"), options.line_pt).toDouble();
  options.title = settings.value(key("title"), options.title).toBool();
  return validate(request) ? request : FigureRequest();
}

}  // namespace w2s::ui
