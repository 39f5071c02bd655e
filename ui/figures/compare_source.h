// Compares runs on a thread of its own and hands the comparison to the window's thread: the answers
// of every run are read for it.
//
// A request takes the place of the one before, and of the rows asked for before it; each that is not
// replaced ends in one signal. All methods: the window's thread.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include "ui/figures/shown_comparison.h"

namespace w2s::ui {

class CompareSource : public QObject {
  Q_OBJECT

 public:
  explicit CompareSource(std::filesystem::path workspace, QObject* parent = nullptr);
  // Waits for the files being read.
  ~CompareSource() override;

  // Runs of one experiment are one set of it.
  void request(const QStringList& runs);
  // The test rows that the first run's student has right and the second's wrong.
  void requestFlips(const QString& first, const QString& second);

 Q_SIGNALS:
  void compared(const std::shared_ptr<const w2s::ui::figures::ShownComparison>& shown);
  void failed(const QString& message);
  void flipsRead(const QString& first, const QString& second,
                 const std::vector<std::int64_t>& rows);
  void flipsFailed(const QString& message);

 private:
  [[nodiscard]] std::filesystem::path folderOf(const std::string& run) const;

  std::filesystem::path workspace_;
  int requests_ = 0;
  QThreadPool reader_;  // last: waited for before anything it uses goes
};

}  // namespace w2s::ui
