// What a model is, in two lines, with its role's colour.
#pragma once

#include <QFrame>

#include "core/config/model_config.h"
#include "ui/charts/chart_data.h"

class QLabel;

namespace w2s::ui {

class Theme;

class ModelCard : public QFrame {
  Q_OBJECT

 public:
  ModelCard(const Theme& theme, charts::Ink ink, const QString& role, QWidget* parent = nullptr);

  void setModel(const config::ModelConfig& model, const QString& supervision);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  charts::Ink ink_;
  QString role_;
  QLabel* title_ = nullptr;
  QLabel* detail_ = nullptr;
};

// "pixels 14×14, tree of depth 12": backbone and head in words.
[[nodiscard]] QString modelTitle(const config::ModelConfig& model);

}  // namespace w2s::ui
