// A model as a button: title, a line or two, and its role's colour at the side. In the settings it
// opens the gallery, in the gallery it picks.
#pragma once

#include <vector>

#include <QAbstractButton>

#include "ui/charts/chart_data.h"

class QLabel;
class QVBoxLayout;

namespace w2s::ui {

class Theme;

class ModelCard : public QAbstractButton {
  Q_OBJECT

 public:
  struct Fact {
    QString name;
    QString value;
  };
  struct Content {
    QString title;                 // rich text
    QStringList lines;             // below it, muted
    std::vector<Fact> facts = {};  // a table below the lines
  };

  ModelCard(const Theme& theme, charts::Ink ink, QWidget* parent = nullptr);

  void setContent(const Content& content);

  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void restyle();

  const Theme& theme_;
  charts::Ink ink_;
  Content content_;
  QLabel* text_ = nullptr;
};

}  // namespace w2s::ui
