// The settings of a figure: which charts, which format, which look. Turns clicks into a
// FigureRequest and a FigureRequest into what is shown.
#pragma once

#include <QMap>
#include <QWidget>

#include "ui/figures/figure.h"
#include "ui/figures/shown_charts.h"

class QCheckBox;
class QDoubleSpinBox;
class QFontComboBox;
class QSpinBox;

namespace w2s::ui {

class ColumnsLayout;
class SegmentRow;
class Theme;

class ExportForm : public QWidget {
  Q_OBJECT

 public:
  // `charts`: what there is, the first one where nothing else is chosen. `has_course`: whether they
  // can be cut and smoothed. `formats`: what it can be saved as, in the order of figures::kFormats.
  ExportForm(const Theme& theme, std::vector<figures::ChartName> charts, bool has_course,
             std::vector<figures::Format> formats, QWidget* parent = nullptr);

  [[nodiscard]] bool offers(figures::Format format) const;

  [[nodiscard]] const figures::FigureRequest& request() const {
    return request_;
  }
  // Without a signal.
  void setRequest(const figures::FigureRequest& request);
  // Of the charts' axes: as the window shows them, or all of the run.
  [[nodiscard]] figures::Extent extent() const {
    return extent_;
  }
  void setExtent(figures::Extent extent);
  // A kept figure is open: its axes are offered, and chosen.
  void setKept(bool is_open);

 Q_SIGNALS:
  void changed();

 private:
  void makeCharts(ColumnsLayout* columns);
  SegmentRow* makeFormats();
  QWidget* makeNumbers();
  QDoubleSpinBox* addNumber(const char* name, const QString& label, const QString& unit, double low,
                            double high, double step, int decimals);
  QFontComboBox* addFamily();
  void addField(const QString& label, QWidget* box);
  void chooseChart(const QString& id, bool on);
  void show();
  void edit();

  const Theme& theme_;
  std::vector<figures::ChartName> names_;
  bool has_course_;
  std::vector<figures::Format> formats_;
  figures::FigureRequest request_;
  figures::Extent extent_ = figures::Extent::AsShown;
  QMap<QString, QCheckBox*> charts_;
  SegmentRow* format_ = nullptr;
  SegmentRow* size_ = nullptr;
  SegmentRow* legend_ = nullptr;
  SegmentRow* palette_ = nullptr;
  SegmentRow* background_ = nullptr;
  SegmentRow* traces_ = nullptr;
  SegmentRow* extent_row_ = nullptr;
  bool is_kept_ = false;
  SegmentRow* csv_ = nullptr;
  QWidget* numbers_ = nullptr;
  QDoubleSpinBox* width_ = nullptr;
  QDoubleSpinBox* height_ = nullptr;
  QFontComboBox* family_ = nullptr;
  QDoubleSpinBox* font_ = nullptr;
  QDoubleSpinBox* line_ = nullptr;
  QDoubleSpinBox* dpi_ = nullptr;
  QCheckBox* title_ = nullptr;
};

}  // namespace w2s::ui
