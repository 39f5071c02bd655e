#include "ui/figures/compare_source.h"

#include <utility>
#include <vector>

#include "core/store/workspace.h"
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
  reader_.start([this, number, ids = std::move(ids)] {
    auto sets = study::setsOfRuns(workspace_, ids);
    auto made = sets ? figures::compareForWindow(std::move(*sets))
                     : Result<figures::ShownComparison>(tl::unexpect, sets.error());
    const auto shared =
        made ? std::make_shared<const figures::ShownComparison>(std::move(*made)) : nullptr;
    QMetaObject::invokeMethod(
        this,
        [this, number, shared, error = made ? Error{} : made.error()] {
          if (number != requests_) {
            return;  // another one was asked for
          }
          if (shared != nullptr) {
            Q_EMIT compared(shared);
          } else {
            Q_EMIT failed(QString::fromStdString(said(error)));
          }
        },
        Qt::QueuedConnection);
  });
}

void CompareSource::requestFlips(const QString& first, const QString& second) {
  reader_.start([this, first, second] {
    auto rows =
        study::rowsRightAlone(folderOf(first.toStdString()), folderOf(second.toStdString()));
    QMetaObject::invokeMethod(
        this,
        [this, first, second, rows = std::move(rows)] {
          if (rows) {
            Q_EMIT flipsRead(first, second, *rows);
          } else {
            Q_EMIT flipsFailed(QString::fromStdString(said(rows.error())));
          }
        },
        Qt::QueuedConnection);
  });
}

}  // namespace w2s::ui
