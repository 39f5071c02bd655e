// The page of a comparison: the runs that were chosen in the table of runs, or the cells of a study;
// those of one experiment as one set of seeds. The students' course, the paired differences as points
// with intervals around zero, the agreement of the students as a map, and as tables what differs, what
// each set gave and what each two have alone right; at the end what cannot be concluded.
#pragma once

#include <memory>
#include <vector>

#include <QStandardItemModel>
#include <QWidget>

#include "ui/figures/shown_comparison.h"
#include "ui/models/example_filter.h"
#include "ui/pages/compare_tables.h"

class QBoxLayout;
class QLabel;
class QTableView;

namespace w2s::ui {

class ChartPicture;
class ChoiceField;
class CompareSource;
class ReferencePicker;
class Theme;

class ComparePage : public QWidget {
  Q_OBJECT

 public:
  ComparePage(const Theme& theme, std::filesystem::path workspace, QWidget* parent = nullptr);

  // Null: nothing is compared yet.
  [[nodiscard]] const std::shared_ptr<const figures::ShownComparison>& shown() const {
    return shown_;
  }
  // Empty: the default one.
  [[nodiscard]] std::string workspaceInCommands() const;
  // Results of others that are shown too.
  [[nodiscard]] const std::vector<study::ReferenceResult>& references() const;

 public Q_SLOTS:
  void compare(const QStringList& runs);

 Q_SIGNALS:
  // Rows of that run are to be looked at.
  void rowsWanted(const QString& run, const std::shared_ptr<const w2s::ui::ChosenRows>& rows);
  // The chart of that name, as a figure.
  void exportWanted(const QString& chart);
  void changed();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeCharts(QWidget* parent);
  QWidget* makeTables(QWidget* parent);
  void connectParts();
  void take(const std::shared_ptr<const figures::ShownComparison>& shown);
  // Nothing else: there is no comparison.
  void sayInstead(const QString& text);
  void refreshCharts();
  void choosePair(int tile);
  void openFlips(const QModelIndex& index);
  void takeFlips(const QString& first, const QString& second,
                 const std::vector<std::int64_t>& rows);
  void fitTables();
  void sayNotes();

  const Theme& theme_;
  std::filesystem::path workspace_;
  CompareSource* source_ = nullptr;
  std::shared_ptr<const figures::ShownComparison> shown_;
  Flips flips_;  // that are being read

  QLabel* title_ = nullptr;
  QLabel* problem_ = nullptr;
  QLabel* notes_ = nullptr;
  QWidget* results_ = nullptr;
  QBoxLayout* beside_ = nullptr;  // the charts
  ChoiceField* measure_ = nullptr;
  ReferencePicker* references_ = nullptr;
  ChartPicture* course_ = nullptr;
  ChartPicture* differences_ = nullptr;
  ChartPicture* agreement_ = nullptr;
  QTableView* sets_ = nullptr;
  QTableView* pairs_ = nullptr;
  QStandardItemModel sets_model_;
  QStandardItemModel pairs_model_;
};

}  // namespace w2s::ui
