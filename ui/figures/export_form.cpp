#include "ui/figures/export_form.h"

#include <algorithm>
#include <cmath>

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/draw/scene_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/columns_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/number_entry.h"
#include "ui/widgets/segment_row.h"

namespace w2s::ui {

using namespace figures;

namespace {

// The choices of a row in the order of their table of names.
template <class Choice, std::size_t N>
QList<SegmentRow::Choice> choicesOf(const std::array<Named<Choice>, N>& names,
                                    const QStringList& texts, const QStringList& tips = {}) {
  QList<SegmentRow::Choice> choices;
  for (std::size_t i = 0; i < N; ++i) {
    const auto index = static_cast<qsizetype>(i);
    choices +=
        {.id = QString::fromUtf8(names[i].name), .text = texts[index], .tip = tips.value(index)};
  }
  return choices;
}

template <class Choice, std::size_t N>
int indexOf(const std::array<Named<Choice>, N>& names, Choice value) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i].value == value) {
      return static_cast<int>(i);
    }
  }
  return 0;
}

}  // namespace

ExportForm::ExportForm(const Theme& theme, std::vector<ChartName> charts_of_subject,
                       bool has_course, std::vector<Format> formats, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      names_(std::move(charts_of_subject)),
      has_course_(has_course),
      formats_(std::move(formats)) {
  request_.charts = {names_.front().id};
  request_.format = formats_.front();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 6, 0);  // a little off the scroll bar
  column->setSpacing(11);
  column->addWidget(new QLabel(tr("Charts (several become panels)"), this));
  auto* charts = new ColumnsLayout(2, 4);
  charts->setSpacing(12);
  makeCharts(charts);
  column->addLayout(charts);

  const auto row = [&](const char* name, const QString& label,
                       const QList<SegmentRow::Choice>& choices) {
    auto* made =
        new SegmentRow(QStringLiteral("export.") + QLatin1String(name), label, choices, this);
    column->addWidget(made);
    return made;
  };
  format_ = makeFormats();
  column->addWidget(format_);
  extent_row_ = row("extent", tr("Part"),
                    choicesOf(kExtents, {tr("As shown"), tr("Whole run"), tr("As kept")},
                              {tr("The part that the charts of the window are zoomed to"),
                               tr("All steps, whatever the charts are zoomed to"),
                               tr("The axes that the kept figure was made with")}));
  csv_ = row("layout", tr("Table"),
             choicesOf(kCsvLayouts, {tr("Wide"), tr("Tidy")},
                       {tr("One row a step, one column a curve"), tr("One row a value")}));
  size_ = row("size", tr("Size"),
              choicesOf(kSizes, {tr("1 column"), tr("2 columns"), tr("Slide"), tr("Custom")},
                        {tr("84 mm wide, 8 pt"), tr("174 mm wide, 8 pt"),
                         tr("16:9, 254 mm wide, 16 pt"), tr("As set below")}));
  numbers_ = makeNumbers();
  column->addWidget(numbers_);
  legend_ = row("legend", tr("Legend"),
                choicesOf(kLegends, {tr("End labels"), tr("Inside"), tr("Outside"), tr("None")},
                          {tr("Names and last values at the curves' ends"),
                           tr("In the corner that hides least"), tr("Under the plot"),
                           tr("The caption says it")}));
  traces_ = row("traces", tr("Smoothed curves"),
                choicesOf(kTraces, {tr("Both"), tr("Smoothed"), tr("Raw")},
                          {tr("Smoothed, with the raw values pale behind"),
                           tr("Without the raw values"), tr("Without the smoothing")}));
  palette_ = row("palette", tr("Colour"),
                 choicesOf(kPalettes, {tr("Role colours"), tr("Greys")},
                           {tr("As on the screen, safe for colour-blind readers"),
                            tr("For black-and-white print: greys and dashes")}));
  background_ = row("background", tr("Background"),
                    choicesOf(kBackgrounds, {tr("White"), tr("Transparent")}));
  title_ = new QCheckBox(tr("Title above each panel"), this);
  title_->setObjectName(QStringLiteral("export.title"));
  title_->setToolTip(tr("Off where a caption says it"));
  title_->setAccessibleDescription(title_->toolTip());
  column->addWidget(title_);
  column->addStretch(1);

  for (SegmentRow* one : {format_, extent_row_, csv_, legend_, traces_, palette_, background_}) {
    connect(one, &SegmentRow::edited, this, &ExportForm::edit);
  }
  connect(size_, &SegmentRow::edited, this, [this](int index) {
    applySize(kSizes[static_cast<std::size_t>(index)].value, request_.options);
    show();
    Q_EMIT changed();
  });
  for (QDoubleSpinBox* number : {width_, height_, font_, line_, dpi_}) {
    connect(number, &QDoubleSpinBox::valueChanged, this, &ExportForm::edit);
  }
  connect(family_, &QFontComboBox::currentFontChanged, this, &ExportForm::edit);
  connect(title_, &QCheckBox::toggled, this, &ExportForm::edit);
  show();
}

SegmentRow* ExportForm::makeFormats() {
  const QList<SegmentRow::Choice> all = choicesOf(
      kFormats, {tr("SVG"), tr("PDF"), tr("PNG"), tr("TeX"), tr("CSV"), tr("HTML"), tr("Markdown")},
      {tr("Vector picture for papers, web pages and drawing programs"),
       tr("Vector picture for papers, fonts included"), tr("Pixels, for slides and messages"),
       tr("LaTeX source (pgfplots), set in the font of the paper"), tr("The numbers"),
       tr("One page for a browser: figure, caption, tables, settings, versions, command"),
       tr("The same page as text, for a repository or a wiki; its figure is an SVG file beside "
          "it")});
  QList<SegmentRow::Choice> choices;
  for (const Format format : formats_) {
    choices += all[indexOf(kFormats, format)];
  }
  return new SegmentRow(QStringLiteral("export.format"), tr("Format"), choices, this);
}

bool ExportForm::offers(Format format) const {
  return std::ranges::find(formats_, format) != formats_.end();
}

void ExportForm::makeCharts(ColumnsLayout* columns) {
  const auto add = [&](const QString& id, const QString& title) {
    auto* box = new QCheckBox(title, this);
    box->setObjectName(QStringLiteral("export.chart.") + id);
    box->setToolTip(tr("Exports %1").arg(title));
    columns->addWidget(box);
    charts_.insert(id, box);
    connect(box, &QCheckBox::toggled, this, [this, id](bool on) { chooseChart(id, on); });
  };
  for (const ChartName& chart : names_) {
    add(QString::fromUtf8(chart.id), QString::fromUtf8(chart.title));
  }
}

QDoubleSpinBox* ExportForm::addNumber(const char* name, const QString& label, const QString& unit,
                                      double low, double high, double step, int decimals) {
  auto* box = new RealBox(numbers_);
  box->setObjectName(QStringLiteral("export.") + QLatin1String(name));
  box->setRange(low, high);
  box->setSingleStep(step);
  box->setDecimals(decimals);
  box->setSuffix(QLatin1Char(' ') + unit);
  box->setKeyboardTracking(false);
  box->setButtonSymbols(QAbstractSpinBox::NoButtons);
  box->setAccessibleName(label);
  box->setToolTip(tr("%1: %2 to %3 %4").arg(label, digitsText(low, 4), digitsText(high, 4), unit));
  addField(label, box);
  return box;
}

void ExportForm::addField(const QString& label, QWidget* box) {
  auto* field = new QWidget(numbers_);
  auto* column = new QVBoxLayout(field);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* caption = new QLabel(label, field);
  caption->setBuddy(box);
  column->addWidget(caption);
  column->addWidget(box);
  column->addStretch(1);  // captions of a row stand side by side, whatever their boxes' heights
  numbers_->layout()->addWidget(field);
}

QFontComboBox* ExportForm::addFamily() {
  auto* box = new QFontComboBox(numbers_);
  box->setObjectName(QStringLiteral("export.family"));
  box->setAccessibleName(tr("Font"));
  box->setToolTip(tr("Font of all texts. Vector files name or embed it"));
  box->setFontFilters(QFontComboBox::ScalableFonts);
  box->setEditable(false);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(8);
  addField(tr("Font"), box);
  return box;
}

QWidget* ExportForm::makeNumbers() {
  numbers_ = new QWidget(this);
  auto* columns = new ColumnsLayout(2, 6);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(10);
  numbers_->setLayout(columns);
  width_ = addNumber("width", tr("Width"), tr("mm"), 20.0, 1000.0, 1.0, 1);
  height_ = addNumber("height", tr("Height"), tr("mm"), 0.0, 1000.0, 1.0, 1);
  height_->setSpecialValueText(tr("automatic"));
  family_ = addFamily();
  font_ = addNumber("font", tr("Font size"), tr("pt"), 4.0, 60.0, 0.5, 1);
  line_ = addNumber("line", tr("Line width"), tr("pt"), 0.1, 10.0, 0.1, 1);
  dpi_ = addNumber("dpi", tr("Resolution"), tr("dpi"), 50.0, 1200.0, 50.0, 0);
  return numbers_;
}

void ExportForm::chooseChart(const QString& id, bool on) {
  const std::string name = id.toStdString();
  std::vector<std::string>& charts = request_.charts;
  std::erase(charts, name);
  if (on) {
    // The table stands alone; charts follow the order in which they were chosen.
    if (name == kTable) {
      charts = {name};
    } else {
      std::erase(charts, std::string(kTable));
      charts.push_back(name);
    }
  }
  if (charts.empty()) {
    charts = {names_.front().id};
  }
  show();
  Q_EMIT changed();
}

void ExportForm::setExtent(Extent extent) {
  extent_ = extent;
  show();
}

void ExportForm::setKept(bool is_open) {
  is_kept_ = is_open;
  setExtent(is_open ? Extent::AsKept : extent_ == Extent::AsKept ? Extent::AsShown : extent_);
}

void ExportForm::setRequest(const FigureRequest& request) {
  request_ = request;
  show();
}

// From the request to the widgets.
void ExportForm::show() {
  const QSignalBlocker quiet(this);
  const FigureOptions& options = request_.options;
  for (auto it = charts_.begin(); it != charts_.end(); ++it) {
    const QSignalBlocker quiet_box(it.value());
    it.value()->setChecked(std::ranges::find(request_.charts, it.key().toStdString()) !=
                           request_.charts.end());
  }
  format_->setCurrent(
      static_cast<int>(std::ranges::find(formats_, request_.format) - formats_.begin()));
  csv_->setCurrent(indexOf(kCsvLayouts, options.csv));
  size_->setCurrent(indexOf(kSizes, options.size));
  legend_->setCurrent(indexOf(kLegends, options.legend));
  traces_->setCurrent(indexOf(kTraces, options.traces));
  palette_->setCurrent(indexOf(kPalettes, options.palette));
  background_->setCurrent(indexOf(kBackgrounds, options.background));
  const auto set = [](QDoubleSpinBox* box, double value) {
    const QSignalBlocker quiet_box(box);
    box->setValue(value);
  };
  {
    const QSignalBlocker quiet_box(family_);
    family_->setCurrentFont(QFont(draw::figureFamily(options.font)));
  }
  set(width_, options.width_mm);
  set(height_, options.height_mm);
  set(font_, options.font_pt);
  set(line_, options.line_pt);
  set(dpi_, options.dpi);
  {
    const QSignalBlocker quiet_box(title_);
    title_->setChecked(options.title);
  }
  const bool picture = request_.format != Format::Csv;
  for (QWidget* widget : std::initializer_list<QWidget*>{size_, numbers_, palette_, background_}) {
    widget->setVisible(picture);
  }
  legend_->setVisible(picture && !request_.isTable());
  title_->setVisible(picture && !request_.isTable());
  csv_->setVisible(!picture);
  extent_row_->setCurrent(indexOf(kExtents, extent_));
  extent_row_->setOffered(indexOf(kExtents, Extent::WholeRun), has_course_);
  extent_row_->setOffered(indexOf(kExtents, Extent::AsKept), is_kept_);
  extent_row_->setVisible(!request_.isTable() && (has_course_ || is_kept_));
  traces_->setVisible(!request_.isTable() && has_course_);
  dpi_->setEnabled(request_.format == Format::Png);
}

// From the widgets to the request.
void ExportForm::edit() {
  FigureOptions& options = request_.options;
  const auto at = [](const auto& names, const SegmentRow* row) {
    return names[static_cast<std::size_t>(std::max(0, row->current()))].value;
  };
  request_.format = formats_[static_cast<std::size_t>(std::max(0, format_->current()))];
  extent_ = at(kExtents, extent_row_);
  options.csv = at(kCsvLayouts, csv_);
  options.legend = at(kLegends, legend_);
  options.traces = at(kTraces, traces_);
  options.palette = at(kPalettes, palette_);
  options.background = at(kBackgrounds, background_);
  options.dpi = static_cast<int>(dpi_->value());
  options.title = title_->isChecked();
  // The boxes show tenths.
  const auto differs = [](double exact, const QDoubleSpinBox* box) {
    return std::abs(exact - box->value()) > 0.051;
  };
  if (differs(options.width_mm, width_) || differs(options.height_mm, height_)) {
    options.size = SizePreset::Custom;
    options.width_mm = width_->value();
    // Between nothing and what a chart needs there is no height.
    options.height_mm = height_->value() > 0.0 ? std::max(15.0, height_->value()) : 0.0;
  }
  const QString family = family_->currentFont().family();
  options.font = family == draw::figureFamily() ? std::string() : family.toStdString();
  options.font_pt = font_->value();
  options.line_pt = line_->value();
  show();
  Q_EMIT changed();
}

}  // namespace w2s::ui
