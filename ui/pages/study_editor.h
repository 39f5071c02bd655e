// What a study varies, as a form: a line for each setting with its values, every combination or
// random draws, seeds and name. What it says follows from study::Plan and goes back into one.
#pragma once

#include <vector>

#include <QWidget>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/study/plan.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace w2s::ui {

class SingleCells;
class Theme;

class StudyEditor : public QWidget {
  Q_OBJECT

 public:
  explicit StudyEditor(const Theme& theme, QWidget* parent = nullptr);

  // Values worth a first look.
  [[nodiscard]] static std::vector<std::string> suggestedValues(
      const config::ExperimentConfig& base, const std::string& key);
  // Without a signal. `base`: whose settings can be varied.
  void setPlan(const study::Plan& plan, const config::ExperimentConfig& base);
  // As it is typed. Errors: a sentence that names the setting.
  [[nodiscard]] Result<study::Plan> plan() const;
  // A further line, with values near the present one. Its values get the focus.
  void vary(const QString& key);
  void setLocked(bool locked);
  // Other settings around which a new study is; the lines stay.
  void setBase(const config::ExperimentConfig& base);
  // The cells that have settings of their own.
  [[nodiscard]] SingleCells& singles() const {
    return *singles_;
  }

 Q_SIGNALS:
  void changed();

 private:
  struct Row {
    QComboBox* setting = nullptr;
    QLineEdit* values = nullptr;
    QToolButton* remove = nullptr;
  };

  Row& addRow(const QString& key, const QString& values);
  void removeRow(const QWidget* remove);
  void placeRows();
  void fillSettings(QComboBox& box, const QString& key) const;
  void suggest(Row& row);
  void followKind();
  void restyle();

  const Theme& theme_;
  config::ExperimentConfig base_;
  study::Plan plan_;  // as it was set: what has no line here stays as it is
  QLineEdit* name_ = nullptr;
  QLineEdit* seeds_ = nullptr;
  QComboBox* kind_ = nullptr;
  QSpinBox* count_ = nullptr;
  QPushButton* add_ = nullptr;
  SingleCells* singles_ = nullptr;
  QLabel* grid_note_ = nullptr;
  QGridLayout* grid_ = nullptr;
  std::vector<Row> rows_;
};

}  // namespace w2s::ui
