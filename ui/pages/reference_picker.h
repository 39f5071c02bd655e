// A button with the results that were made elsewhere (core/study/reference_results.h), each of which
// can be laid beside one's own; by whose they are. The list is read anew when the menu opens, so that
// what was imported meanwhile is in it.
#pragma once

#include <filesystem>
#include <vector>

#include <QToolButton>

#include "core/study/reference_results.h"

class QMenu;

namespace w2s::ui {

class ReferencePicker : public QToolButton {
  Q_OBJECT

 public:
  ReferencePicker(const QString& name, std::filesystem::path workspace, QWidget* parent);

  // In the order in which they were chosen.
  [[nodiscard]] const std::vector<study::ReferenceResult>& chosen() const {
    return chosen_;
  }

 Q_SIGNALS:
  void changed();

 private:
  void fill();
  void toggle(const study::ReferenceResult& result, bool wanted);
  void sayHowMany();

  std::filesystem::path workspace_;
  QMenu* menu_ = nullptr;
  std::vector<study::ReferenceResult> chosen_;
};

}  // namespace w2s::ui
