// The figures that a run or a study keeps (core/store/saved_figures.h), as a row of the export dialog: a
// list to open them from, and buttons to keep the present one and to remove the open one. Files are read
// and written on a thread of its own.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include <QString>
#include <QThreadPool>
#include <QWidget>

#include "core/store/saved_figures.h"
#include "ui/figures/figure_call.h"

class QPushButton;

namespace w2s::ui {

class ElidedCombo;

class KeptFigures : public QWidget {
  Q_OBJECT

 public:
  // `is_listed`: of the figures in the folder those that the dialog can show.
  explicit KeptFigures(std::function<bool(const figures::FigureCall&)> is_listed,
                       QWidget* parent = nullptr);
  // Waits for the file operation in progress.
  ~KeptFigures() override;

  // Lists the figures of that folder; empty: there is nothing to keep them with.
  void setFolder(const std::filesystem::path& folder);
  // Reads the folder again.
  void refresh();
  // None is open any more.
  void clearCurrent();
  // Keeps the command under that name, in place of one of the same name.
  void keep(const QString& name, const std::string& command);

 Q_SIGNALS:
  void opened(const w2s::ui::figures::FigureCall& call);
  void closed();
  // The present figure is to be kept under that name: keep() is expected.
  void keepWanted(const QString& name);
  void said(const QString& text, bool is_trouble);

 private:
  struct Entry {
    store::SavedFigure figure;
    Result<figures::FigureCall> call;
  };
  using Entries = std::vector<Entry>;

  void take(const std::filesystem::path& folder, Result<Entries> entries);
  void change(std::function<void(std::vector<store::SavedFigure>&)> edit, const QString& done);
  void open(int index);
  void askForName();
  void removeCurrent();
  void fill();
  [[nodiscard]] QString freeName() const;

  std::function<bool(const figures::FigureCall&)> is_listed_;
  std::filesystem::path folder_;
  Entries entries_;
  QString current_;  // name of the open one; empty: none
  ElidedCombo* list_ = nullptr;
  QPushButton* keep_ = nullptr;
  QPushButton* remove_ = nullptr;
  QThreadPool worker_;  // one thread; last: waited for before anything it uses goes
};

}  // namespace w2s::ui
