#include "ui/pages/study_page.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShowEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/bridge/experiment_session.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/words.h"
#include "ui/pages/study_cells.h"
#include "ui/pages/study_editor.h"
#include "ui/pages/study_views.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

using Phase = StudySession::Phase;

constexpr std::chrono::milliseconds kTypingPause{250};
constexpr std::chrono::milliseconds kViewPause{100};

}  // namespace

StudyPage::StudyPage(const Theme& theme, ExperimentSession& session, StudySession& studies,
                     StudyForecaster& forecaster, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      session_(session),
      studies_(studies),
      forecaster_(forecaster) {
  setObjectName(QStringLiteral("study_page"));
  auto* content = new QWidget;
  content->setObjectName(QStringLiteral("study.content"));
  auto* inside = new QVBoxLayout(content);
  inside->setContentsMargins(14, 10, 14, 12);
  inside->setSpacing(10);
  inside->addWidget(makeTools());
  views_ = new StudyViews(theme_, studies_, content);
  inside->addWidget(views_, 8);
  cells_ = new StudyCells(theme_, content);
  inside->addWidget(cells_, 3);
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("study.scroll"));
  scroll->setProperty("page", true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setWidget(content);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(scroll);
  connectParts();
  refresh();
}

void StudyPage::setComparables(std::function<std::vector<Comparable>()> list) {
  editor_->singles().setComparables(std::move(list));
}

void StudyPage::connectParts() {
  edit_timer_.setSingleShot(true);
  edit_timer_.setInterval(kTypingPause);
  view_timer_.setSingleShot(true);
  view_timer_.setInterval(kViewPause);
  connect(&edit_timer_, &QTimer::timeout, this, &StudyPage::takeEdit);
  connect(&view_timer_, &QTimer::timeout, this, &StudyPage::refreshViews);
  connect(editor_, &StudyEditor::changed, this, [this] {
    edited_ = true;
    edit_timer_.start();
  });
  connect(&editor_->singles(), &SingleCells::refused, this, &StudyPage::say);
  connect(new_, &QPushButton::clicked, this, &StudyPage::beginStudy);
  connect(list_, &QComboBox::activated, this, [this](int index) {
    const QString file = list_->itemData(index).toString();
    if (!file.isEmpty()) {
      studies_.open(std::filesystem::path(file.toStdString()));
    }
  });
  connect(again_, &QPushButton::clicked, this, [this] {
    say({});
    studies_.start(study::Left::FailedAlone);
  });
  connect(start_, &QPushButton::clicked, this, [this] {
    switch (studies_.phase()) {
      case Phase::Running:
        studies_.pause();
        return;
      case Phase::Paused:
        studies_.resume();
        return;
      default:
        if (edited_) {
          takeEdit();
        }
        if (!has_edit_problem_) {
          say({});
          studies_.start();
          follows_form_ = follows_form_ && !studies_.isBusy();
        }
    }
  });
  connect(stop_, &QPushButton::clicked, &studies_, &StudySession::stop);
  connect(compare_, &QPushButton::clicked, this, &StudyPage::compareCells);
  connect(bundle_, &QPushButton::clicked, this, &StudyPage::bundle);
  connect(&studies_, &StudySession::studyOpened, this, &StudyPage::showStudy);
  connect(&studies_, &StudySession::nothingKept, this, &StudyPage::beginStudy);
  connect(&studies_, &StudySession::changed, this, &StudyPage::refresh);
  connect(&forecaster_, &StudyForecaster::changed, this, &StudyPage::refreshTools);
  connect(&studies_, &StudySession::failed, this,
          [this](const Error& error) { say(QString::fromStdString(said(error))); });
  connect(&session_, &ExperimentSession::configChanged, this, &StudyPage::followForm);
  connect(views_, &StudyViews::cellChosen, this, &StudyPage::openCell);
  connect(views_, &StudyViews::exportWanted, this, &StudyPage::exportWanted);
  connect(views_, &StudyViews::changed, this, &StudyPage::viewChanged);
  connect(cells_, &StudyCells::cellChosen, this, &StudyPage::openCell);
  connect(&theme_, &Theme::changed, this, &StudyPage::refreshTools);
}

void StudyPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (std::exchange(is_first_, false)) {
    studies_.openLatest();
  }
  refreshViews();
}

void StudyPage::beginStudy() {
  if (studies_.isBusy()) {
    return;
  }
  const config::ExperimentConfig& base = session_.config();
  study::Plan plan{.name = base.name, .base = base.name};
  const std::string stem = base.name + "-study";
  plan.name = stem;
  for (int i = 2; studies_.isKept(plan.name); ++i) {
    plan.name = stem + "-" + std::to_string(i);
  }
  plan.seeds =
      session_.seeds().size() > 1 ? session_.seeds() : std::vector<std::int64_t>{0, 1, 2, 3, 4};
  // Something to start with at once: what the form's confidence weight does.
  for (const char* key : {"objective.confidence_weight.base", "objective.temperature"}) {
    if (plan.grid.empty() && findField(config::describe(base), key) != nullptr) {
      plan.grid.push_back({.key = key, .values = StudyEditor::suggestedValues(base, key)});
    }
  }
  follows_form_ = true;
  editor_->setPlan(plan, base);
  takeEdit();
}

// Cells that differ in a further setting are a study of their own, unless this one has no run yet.
void StudyPage::vary(const QString& key) {
  is_first_ = false;
  if (studies_.isBusy()) {
    say(tr("The study in progress is not changed: stop it, or wait for its end."));
    return;
  }
  if (studies_.study() == nullptr || !follows_form_) {
    beginStudy();
  }
  editor_->vary(key);
}

// What is typed becomes the study in sight: which of its runs the workspace has is read again.
void StudyPage::takeEdit() {
  edit_timer_.stop();
  edited_ = false;
  if (studies_.isBusy()) {
    return;
  }
  Result<study::Plan> plan = editor_->plan();
  const config::ExperimentConfig& base =
      follows_form_ || studies_.study() == nullptr ? session_.config() : studies_.study()->base;
  Result<study::Study> study =
      plan ? study::makeStudy(std::move(*plan), base, tr("Study").toStdString())
           : Result<study::Study>(tl::unexpect, plan.error());
  if (!study) {
    sayOfEdit(QString::fromStdString(said(study.error())));
    return;
  }
  sayOfEdit({});
  studies_.open(std::move(*study));
}

// The settings of the form are those of a study that has no run yet.
void StudyPage::followForm() {
  if (follows_form_ && !studies_.isBusy()) {
    editor_->setBase(session_.config());
    edited_ = true;
    edit_timer_.start();
  }
}

// Another study from its file: the form shows its plan.
void StudyPage::showStudy() {
  cells_->show(studies_.study(), &studies_.state(), true);
  views_->showStudy();
  const Result<study::Plan> typed = editor_->plan();
  if (!typed || study::planText(*typed) != study::planText(studies_.study()->plan)) {
    study::Plan plan = studies_.study()->plan;
    plan.seeds = studies_.study()->seeds;
    follows_form_ = false;
    editor_->setPlan(plan, studies_.study()->base);
    sayOfEdit({});
  }
}

void StudyPage::sayOfEdit(const QString& problem) {
  has_edit_problem_ = !problem.isEmpty();
  say(problem);
  refreshTools();
}

void StudyPage::say(const QString& problem) {
  problem_->setText(problem);
  problem_->setVisible(!problem.isEmpty());
}

void StudyPage::refresh() {
  fillList();
  refreshTools();
  if (isVisible() && !view_timer_.isActive()) {
    view_timer_.start();
  }
}

void StudyPage::refreshViews() {
  if (isVisible() && studies_.study() != nullptr &&
      studies_.state().size() == studies_.study()->cells.size()) {
    cells_->show(studies_.study(), &studies_.state(), false);
    views_->refresh();
  }
}

const std::vector<study::ReferenceResult>& StudyPage::references() const {
  return views_->references();
}

figures::StudyPart StudyPage::part() const {
  return views_->part();
}

void StudyPage::openCell(std::size_t cell) {
  if (cell >= studies_.state().size()) {
    return;  // of the study before
  }
  if (const QStringList ids = finishedRunsOf(cell); !ids.isEmpty()) {
    Q_EMIT runsWanted(ids);
  }
}

QStringList StudyPage::finishedRunsOf(std::size_t cell) const {
  QStringList ids;
  for (const study::CellRun& run : studies_.state()[cell].runs) {
    if (run.status == study::RunStatus::Finished) {
      ids += QString::fromStdString(run.id);
    }
  }
  return ids;
}

void StudyPage::bundle() {
  QStringList ids;
  for (const study::CellState& cell : studies_.state()) {
    for (const study::CellRun& run : cell.runs) {
      if (!run.id.empty()) {
        ids += QString::fromStdString(run.id);
      }
    }
  }
  Q_EMIT bundleWanted(QString::fromStdString(studies_.study()->name), ids);
}

void StudyPage::compareCells() {
  std::vector<std::size_t> cells = cells_->selected();
  if (cells.size() < 2) {
    cells.resize(studies_.state().size());
    std::iota(cells.begin(), cells.end(), std::size_t{0});
  }
  QStringList ids;
  for (const std::size_t cell : cells) {
    if (cell < studies_.state().size()) {
      ids += finishedRunsOf(cell);
    }
  }
  Q_EMIT compareWanted(ids);
}

}  // namespace w2s::ui
