#include "ui/figures/compare_source.h"

#include <utility>
#include <vector>

#include "core/store/workspace.h"
#include "ui/bridge/background.h"
#include "ui/bridge/words.h"

namespace w2s::ui {

CompareSource::CompareSource(std::filesystem::path workspace, QObject* parent)
    : QObject(parent), workspace_(std::move(workspace)) {
  reader_.setMaxThreadCount(1);
}

CompareSource::~CompareSource() {
  reader_.clear();
  reader_.waitForDone();
}

std::filesystem::path CompareSource::folderOf(const std::string& run) const {
  return store::runsFolder(workspace_) / run;
}

void CompareSource::request(const QStringList& runs) {
  std::vector<std::string> ids;
  for (const QString& run : runs) {
    ids.push_back(run.toStdString());
  }
  const int number = ++requests_;
  reader_.clear();
  using Shown = Result<std::shared_ptr<const figures::ShownComparison>>;
  post(
      reader_, this,
      [workspace = workspace_, ids = std::move(ids)]() -> Shown {
        W2S_TRY(auto sets, study::setsOfRuns(workspace, ids));
        W2S_TRY(auto made, figures::compareForWindow(std::move(sets), 1));
        return std::make_shared<const figures::ShownComparison>(std::move(made));
      },
      [this, number](const Shown& shown) {
        if (number != requests_) {
          return;  // another one was asked for
        }
        if (shown) {
          Q_EMIT compared(*shown);
        } else {
          Q_EMIT failed(QString::fromStdString(said(shown.error())));
        }
      });
}

void CompareSource::requestFlips(const QString& first, const QString& second) {
  using Rows = Result<std::vector<std::int64_t>>;
  post(
      reader_, this,
      [one = folderOf(first.toStdString()), other = folderOf(second.toStdString())]() -> Rows {
        return study::rowsRightAlone(one, other);
      },
      [this, first, second](const Rows& rows) {
        if (rows) {
          Q_EMIT flipsRead(first, second, *rows);
        } else {
          Q_EMIT flipsFailed(QString::fromStdString(said(rows.error())));
        }
      });
}

}  // namespace w2s::ui
