// The runs of this session as a table, newest first.
#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QColor>
#include <QString>

#include "core/config/experiment_config.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/run_state.h"

namespace w2s::ui {

class Theme;

struct RunRecord {
  QString id;
  QString name;
  QString method;  // "forward KL, confidence 0.50"
  std::int64_t seed = 0;
  Readings readings;
  RunState state = RunState::Idle;
  double share_done = 0.0;
  double seconds = 0.0;
};

[[nodiscard]] QString methodText(const config::ExperimentConfig& config);

class RunsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Mark, Name, Method, Seed, Weak, Student, Ceiling, Pgr, State, Time, ColumnCount };

  explicit RunsModel(const Theme& theme, QObject* parent = nullptr);

  // Adds the run on top, or updates it.
  void put(const RunRecord& record);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  [[nodiscard]] QString text(const RunRecord& record, int column) const;

  const Theme& theme_;
  std::vector<RunRecord> runs_;
};

}  // namespace w2s::ui
