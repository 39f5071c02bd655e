// The models one can pick for a role: a card each, grouped by backbone. Opens over the window and
// returns at once; a run goes on meanwhile.
//
// Keys: the arrows go from card to card, Enter and Space pick, Esc leaves.
#pragma once

#include <vector>

#include <QDialog>

#include "ui/form/model_choices.h"

class QScrollArea;

namespace w2s::ui {

class ModelCard;
class Theme;

class ModelGallery : public QDialog {
  Q_OBJECT

 public:
  // objectName "gallery"; cards "gallery.card.0", ... in the order of modelChoices().
  ModelGallery(const Theme& theme, const config::ExperimentConfig& config, ModelRole role,
               QWidget* parent = nullptr);

 Q_SIGNALS:
  void picked(const w2s::config::ModelConfig& model);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  struct Entry {
    ModelCard* card = nullptr;
    QWidget* heading = nullptr;  // of its family
    int row = 0;
    int column = 0;
  };
  void addCards(const config::ExperimentConfig& config, QWidget* content);
  void showFromHeading(const Entry& entry);
  void pick(const config::ModelConfig& model);
  void moveFocus(int rows, int columns);
  void restyle();

  const Theme& theme_;
  ModelRole role_;
  QScrollArea* scroll_ = nullptr;
  std::vector<Entry> entries_;
};

}  // namespace w2s::ui
