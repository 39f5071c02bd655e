#include "ui/pages/examples_page.h"

#include <cmath>
#include <utility>

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

#include "core/base/rounding.h"
#include "ui/bridge/examples_source.h"
#include "ui/bridge/experiment_session.h"
#include "ui/models/examples_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/example_delegate.h"
#include "ui/widgets/example_detail.h"
#include "ui/widgets/example_filter_bar.h"
#include "ui/widgets/format.h"
#include "ui/widgets/segment_row.h"

namespace w2s::ui {
namespace {

using record::StageId;
namespace stage = record::stage;

// Pixels a side that the weak model gets of an image; 0: as they are, or there is no weak model.
int weakSide(const config::ExperimentConfig& config) {
  const config::SupervisorConfig& first = *config.weak.begin();
  const auto* pixels = std::get_if<config::PixelsBackbone>(&first.backbone);
  return pixels != nullptr && !first.isMadeElsewhere() ? static_cast<int>(pixels->size) : 0;
}

}  // namespace

ExamplesPage::ExamplesPage(const Theme& theme, ExperimentSession& session, Folders folders,
                           QWidget* parent)
    : QWidget(parent), theme_(theme), session_(session), folders_(std::move(folders)) {
  setObjectName(QStringLiteral("examples_page"));
  setAttribute(Qt::WA_StyledBackground);
  source_ = new ExamplesSource(this);
  model_ = new ExamplesModel(this);
  scroll_ = new QScrollArea(this);
  scroll_->setObjectName(QStringLiteral("examples.scroll"));
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  content_ = new QWidget(scroll_);
  content_->setObjectName(QStringLiteral("examples.content"));
  step_text_ = new QLabel(this);
  step_text_->setObjectName(QStringLiteral("examples.step"));
  step_text_->setProperty("strong", true);
  step_text_->setWordWrap(true);
  latest_ = new QToolButton(this);
  latest_->setObjectName(QStringLiteral("examples.latest"));
  latest_->setProperty("link", true);
  latest_->setText(tr("latest evaluation"));
  latest_->setAccessibleName(tr("Show the latest evaluation"));
  latest_->setToolTip(tr("Lets the pinned crosshair go and shows the latest evaluation again"));
  latest_->hide();
  connect(latest_, &QToolButton::clicked, this, &ExamplesPage::latestWanted);
  splits_ = new SegmentRow(
      QStringLiteral("examples.split"), {},
      {{QStringLiteral("test"), tr("Test rows"),
        tr("Rows that no model was trained on: accuracy and PGR are measured with them")},
       {QStringLiteral("transfer"), tr("Transfer rows"),
        tr("Rows that the student was trained on, with these weak labels; after its last step")}},
      this);
  splits_->setAccessibleName(tr("Which rows"));
  splits_->setCurrent(static_cast<int>(split_));
  splits_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(splits_, &SegmentRow::edited, this,
          [this](int index) { chooseSplit(static_cast<ExampleSplit>(index)); });
  filters_ = new ExampleFilterBar(theme_, this);
  matrix_row_ = makeMatrices();
  makeBody();
  layOut();
  connectParts();
  restyle();
  arrange();
  showEmpty(tr("Start a run to see its predictions."), false);
  showStepText();
}

void ExamplesPage::connectParts() {
  content_->installEventFilter(this);
  scroll_->viewport()->installEventFilter(this);
  grid_->viewport()->installEventFilter(this);

  connect(&session_, &ExperimentSession::focusChanged, this, &ExamplesPage::follow);
  connect(&session_, &ExperimentSession::refreshed, this, &ExamplesPage::follow);
  connect(&session_, &ExperimentSession::runEnded, this, &ExamplesPage::follow);
  connect(source_, &ExamplesSource::loaded, this, &ExamplesPage::take);
  connect(source_, &ExamplesSource::failed, this, &ExamplesPage::showProblem);
  connect(filters_, &ExampleFilterBar::filterChanged, model_, &ExamplesModel::setFilter);
  connect(filters_, &ExampleFilterBar::orderChanged, model_, &ExamplesModel::setOrder);
  connect(model_, &ExamplesModel::refreshed, this, &ExamplesPage::showExamples);
  connect(&theme_, &Theme::changed, this, &ExamplesPage::restyle);
}

// After the model has changed: counts, the chosen image, and what to say where there is none.
void ExamplesPage::showExamples() {
  filters_->setExamples(model_->examples(), model_->counts());
  filters_->setShown(model_->rowCount());
  for (ConfusionView* matrix : matrices_) {
    matrix->setChosen(model_->filter().cell);
    if (model_->examples() == nullptr) {
      matrix->setConfusion({}, {});
    }
  }
  if (model_->examples() == nullptr) {
    detail_->clear();
  } else if (model_->rowCount() == 0) {
    showEmpty(tr("No example passes these filters."), true);
  } else {
    stack_->setCurrentWidget(grid_);
  }
  if (model_->rowCount() > 0) {
    const int row = chosen_ ? model_->rowOf(*chosen_) : -1;
    if (row >= 0) {
      const QModelIndex index = model_->index(row);
      if (grid_->currentIndex() != index) {
        grid_->setCurrentIndex(index);
      }
    } else if (!chosen_ || !grid_->currentIndex().isValid()) {
      grid_->setCurrentIndex(model_->index(0));
    }
  }
  showChosen();
  showStepText();
  arrange();
}

void ExamplesPage::showChosen() {
  const QModelIndex index = grid_->currentIndex();
  if (index.isValid() && index.row() < model_->rowCount()) {
    detail_->showExample(model_->example(index.row()), model_->image(index.row()),
                         model_->verdict(index.row()), weakSide(session_.focus().config()),
                         model_->shares(index.row()));
  } else {
    detail_->clear();
  }
}

void ExamplesPage::showStepText() {
  if (split_ == ExampleSplit::Transfer) {
    step_text_->setText(tr("Predictions on the transfer examples, after the last step"));
    return;
  }
  if (!set_) {
    step_text_->setText(tr("Predictions on the test examples"));
    return;
  }
  const RunSeries& series = session_.focus().series();
  const auto where = [&](const QString& title, Answerer model, const StageId& stage) {
    const Answers& answers = set_->of(model);
    if (!answers.known()) {
      return QString();
    }
    const std::int64_t steps = series.stage(stage).steps;
    return steps > 0
               ? tr("%1 at step %2 of %3").arg(title, countText(answers.step), countText(steps))
               : tr("%1 at step %2").arg(title, countText(answers.step));
  };
  QStringList parts{where(tr("Student"), Answerer::Student, stage::kStudent),
                    where(tr("ceiling"), Answerer::Ceiling, stage::kCeiling)};
  if (parts.front().isEmpty()) {
    parts.front() = tr("Student not evaluated yet");
  }
  parts.removeAll(QString());
  const QString why =
      step_ ? tr("nearest to the crosshair at step %1").arg(countText(wholeNumber(*step_)))
            : tr("latest evaluation");
  step_text_->setText(tr("%1 (%2)").arg(parts.join(QStringLiteral(" \u00b7 ")), why));
}

void ExamplesPage::showEmpty(const QString& sentence, bool offers_clearing) {
  empty_->setText(sentence);
  clear_->setVisible(offers_clearing);
  stack_->setCurrentIndex(1);
}

void ExamplesPage::toggleCell(const ConfusionCell& cell) {
  filters_->toggleCell(cell);
}

void ExamplesPage::copyChosen() const {
  const QModelIndex index = grid_->currentIndex();
  if (index.isValid()) {
    QGuiApplication::clipboard()->setText(model_->clipboardHeader() + QLatin1Char('\n') +
                                          model_->clipboardLine(index.row()) + QLatin1Char('\n'));
  }
}

void ExamplesPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  follow();
}

}  // namespace w2s::ui
