// The upper card of the study page: its buttons, the studies of the workspace, and how far the open one is.
#include <algorithm>
#include <cmath>

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringList>
#include <QVBoxLayout>

#include "ui/pages/study_editor.h"
#include "ui/pages/study_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_combo.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

using StudyPhase = StudySession::Phase;

QFrame* makeToolCard(QWidget* parent) {
  auto* card = new QFrame(parent);
  card->setProperty("card", true);
  return card;
}

}  // namespace

QWidget* StudyPage::makeTools() {
  auto* card = makeToolCard(this);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(12, 10, 12, 10);
  column->setSpacing(8);
  const auto button = [&](const char* name, const QString& text, const QString& tip) {
    auto* made = new QPushButton(text, card);
    made->setObjectName(QStringLiteral("study.") + QLatin1String(name));
    made->setToolTip(tip);
    made->setAccessibleDescription(tip);
    return made;
  };
  start_ = button("start", {}, {});
  start_->setProperty("primary", true);
  stop_ = button("stop", tr("Stop"),
                 tr("The runs in progress keep a checkpoint; Start continues them"));
  again_ = button("again", {},
                  tr("Trains the runs that failed again, and no others; why they failed stands in "
                     "the table of cells"));
  new_ = button("new", tr("New study"),
                tr("A study around the settings of the form; what is recorded stays"));
  compare_ = button("compare", tr("Compare cells"),
                    tr("Sets the cells that are selected in the table beside each other, all where "
                       "fewer than two are: what differs, paired differences with intervals and "
                       "tests, agreement"));
  bundle_ = button("bundle", tr("Save as a bundle\u2026"),
                   tr("Writes the study with all its runs into one file, for another workspace or "
                      "person"));
  list_ = new ElidedCombo(card);
  list_->setObjectName(QStringLiteral("study.list"));
  list_->setAccessibleName(tr("Studies of the workspace"));
  list_->setToolTip(tr("The studies of this workspace, from the window and from w2s study run"));
  list_->setMinimumContentsLength(14);
  const auto note = [&](const char* name) {
    auto* made = new QLabel(card);
    made->setObjectName(QStringLiteral("study.") + QLatin1String(name));
    made->setProperty("note", true);
    made->setTextFormat(Qt::PlainText);
    return made;
  };
  progress_ = note("progress");
  forecast_ = note("forecast");
  forecast_->setToolTip(tr(
      "Before the start. Equal stages of different runs are trained once, and what the workspace "
      "has made before is taken from there. Time and disk by what runs on these data with this "
      "strong model took here."));
  auto* row = new FlowLayout;
  row->setSpacing(8);
  for (QWidget* widget : std::initializer_list<QWidget*>{start_, stop_, again_, new_, compare_,
                                                         bundle_, list_, progress_, forecast_}) {
    row->addWidget(widget);
  }
  column->addLayout(row);
  editor_ = new StudyEditor(theme_, card);
  column->addWidget(editor_);
  problem_ = new QLabel(card);
  problem_->setObjectName(QStringLiteral("study.problem"));
  problem_->setProperty("problem", true);
  problem_->setTextFormat(Qt::PlainText);
  problem_->setWordWrap(true);
  problem_->hide();
  column->addWidget(problem_);
  return card;
}

void StudyPage::fillList() {
  const QSignalBlocker quiet(list_);
  list_->clear();
  int at = -1;
  for (const KeptStudy& kept : studies_.kept()) {
    list_->addItem(kept.name, QString::fromStdString(kept.file.string()));
    if (studies_.study() != nullptr && kept.name.toStdString() == studies_.study()->name) {
      at = list_->count() - 1;
    }
  }
  if (at < 0) {
    list_->insertItem(0, studies_.study() != nullptr ? tr("(new)") : tr("none yet"));
    at = 0;
  }
  list_->setCurrentIndex(at);
  list_->setEnabled(!studies_.isBusy() && list_->count() > 1);
}

QString StudyPage::forecastText() const {
  const auto& forecast = forecaster_.forecast();
  if (!forecast || forecast->runs == 0) {
    return {};
  }
  QStringList parts{
      tr("%1 of %2 stages to make").arg(countText(forecast->to_make), countText(forecast->stages))};
  if (forecast->shared() > 0) {
    parts += tr("%1 shared").arg(countText(forecast->shared()));
  }
  if (forecast->cached > 0) {
    parts += tr("%1 cached").arg(countText(forecast->cached));
  }
  if (std::isfinite(forecast->seconds)) {
    parts += (forecast->unknown > 0 ? tr("more than %1 of work on one core")
                                    : tr("about %1 of work on one core"))
                 .arg(durationText(forecast->seconds));
  }
  if (std::isfinite(forecast->bytes)) {
    parts += tr("about %1 MB").arg(countText(std::llround(std::ceil(forecast->bytes * 1e-6))));
  }
  return parts.join(QStringLiteral(" \u00b7 "));
}

QString StudyPage::progressText() const {
  if (studies_.study() == nullptr) {
    return tr("no study");
  }
  const StudySession::Progress progress = studies_.progress();
  QStringList parts;
  parts += tr("%1 of %2 runs")
               .arg(countText(static_cast<std::int64_t>(progress.finished)),
                    countText(static_cast<std::int64_t>(progress.runs)));
  parts += QStringLiteral("%1 \u00d7 %2")
               .arg(tr("%n cells", nullptr, static_cast<int>(studies_.study()->cells.size())),
                    tr("%n seeds", nullptr, static_cast<int>(studies_.study()->seeds.size())));
  if (progress.failed > 0) {
    parts += tr("%1 failed").arg(countText(static_cast<std::int64_t>(progress.failed)));
  }
  if (progress.elsewhere > 0) {
    parts +=
        tr("%1 in another program").arg(countText(static_cast<std::int64_t>(progress.elsewhere)));
  }
  if (progress.queued > 0) {
    parts += tr("%1 in the queue").arg(countText(static_cast<std::int64_t>(progress.queued)));
  }
  switch (studies_.phase()) {
    case StudyPhase::Paused:
      parts += tr("paused");
      break;
    case StudyPhase::Stopping:
      parts += tr("stopping");
      break;
    case StudyPhase::Running:
    case StudyPhase::Waiting:
      if (progress.seconds_left >= 0.0 && progress.finished < progress.runs &&
          !forecaster_.forecast()) {
        parts += tr("about %1 left").arg(durationText(progress.seconds_left));
      }
      break;
    case StudyPhase::None:
    case StudyPhase::Done:
      break;
  }
  return parts.join(QStringLiteral(" \u00b7 "));
}

void StudyPage::refreshTools() {
  const StudyPhase phase = studies_.phase();
  const bool busy = studies_.isBusy();
  const StudySession::Progress progress = studies_.progress();
  const std::size_t left = progress.runs - progress.finished;
  start_->setText(phase == StudyPhase::Running  ? tr("Pause study")
                  : phase == StudyPhase::Paused ? tr("Resume study")
                  : phase == StudyPhase::Done   ? tr("Study is complete")
                  : left == progress.runs       ? tr("Start study")
                                                : tr("Continue study"));
  start_->setIcon(
      theme_.icon(phase == StudyPhase::Running ? QStringLiteral("pause") : QStringLiteral("play"),
                  theme_.tokens().accent_text));
  const QString tip =
      phase == StudyPhase::Running
          ? tr("The runs in progress wait where they are")
          : tr("Trains the %n runs that are missing, failed or interrupted; stages that are the "
               "same are trained once",
               nullptr, static_cast<int>(left));
  start_->setToolTip(tip);
  start_->setAccessibleDescription(tip);
  start_->setEnabled(studies_.study() != nullptr && phase != StudyPhase::Stopping &&
                     (busy || (left > 0 && !has_edit_problem_)));
  bundle_->setEnabled(!busy && progress.finished > 0 && studies_.isKept(studies_.study()->name));
  stop_->setEnabled(phase == StudyPhase::Running || phase == StudyPhase::Paused);
  again_->setText(tr("Train %n failed runs again", nullptr, static_cast<int>(progress.failed)));
  again_->setVisible(progress.failed > 0 && !busy);
  again_->setEnabled(!has_edit_problem_);
  new_->setEnabled(!busy);
  compare_->setEnabled(std::ranges::count_if(studies_.state(), [](const study::CellState& cell) {
                         return cell.finished() > 0;
                       }) > 1);
  editor_->setLocked(busy);
  progress_->setText(progressText());
  const QString forecast = forecastText();
  forecast_->setText(forecast);
  forecast_->setVisible(!forecast.isEmpty());
}

}  // namespace w2s::ui
