#include "ui/figures/export_settings.h"

namespace w2s::ui {

using namespace figures;

namespace {

template <class Choice, std::size_t N>
void restore(const QSettings& settings, const QString& key,
             const std::array<Named<Choice>, N>& names, Choice& value) {
  if (const auto known = valueIn(names, settings.value(key).toString().toStdString())) {
    value = *known;
  }
}

}  // namespace

void saveRequest(QSettings& settings, const QString& group, const FigureRequest& request) {
  const auto key = [&group](const char* name) {
    return group + QLatin1Char('/') + QLatin1String(name);
  };
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

FigureRequest restoreRequest(const QSettings& settings, const QString& group,
                             const FigureRequest& usual) {
  const auto key = [&group](const char* name) {
    return group + QLatin1Char('/') + QLatin1String(name);
  };
  FigureRequest request = usual;
  FigureOptions& options = request.options;
  const QStringList charts = settings.value(key("charts")).toStringList();
  if (!charts.isEmpty()) {
    request.charts.clear();
    for (const QString& chart : charts) {
      request.charts.push_back(chart.toStdString());
    }
  }
  restore(settings, key("format"), kFormats, request.format);
  restore(settings, key("size"), kSizes, options.size);
  restore(settings, key("legend"), kLegends, options.legend);
  restore(settings, key("palette"), kPalettes, options.palette);
  restore(settings, key("background"), kBackgrounds, options.background);
  restore(settings, key("traces"), kTraces, options.traces);
  restore(settings, key("layout"), kCsvLayouts, options.csv);
  options.width_mm = settings.value(key("width_mm"), options.width_mm).toDouble();
  options.height_mm = settings.value(key("height_mm"), options.height_mm).toDouble();
  options.dpi = settings.value(key("dpi"), options.dpi).toInt();
  options.font = settings.value(key("font")).toString().toStdString();
  options.font_pt = settings.value(key("font_pt"), options.font_pt).toDouble();
  options.line_pt = settings.value(key("line_pt"), options.line_pt).toDouble();
  options.title = settings.value(key("title"), options.title).toBool();
  return validate(request) ? request : usual;
}

}  // namespace w2s::ui
