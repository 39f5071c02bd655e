#include "ui/figures/kept_figures.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QInputDialog>
#include <QPushButton>
#include <QSignalBlocker>

#include "ui/bridge/background.h"
#include "ui/bridge/words.h"
#include "ui/widgets/elided_combo.h"

namespace w2s::ui {

using figures::FigureCall;
using store::SavedFigure;

KeptFigures::KeptFigures(std::function<bool(const FigureCall&)> is_listed, QWidget* parent)
    : QWidget(parent), is_listed_(std::move(is_listed)) {
  worker_.setMaxThreadCount(1);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  list_ = new ElidedCombo(this);
  list_->setObjectName(QStringLiteral("export.kept"));
  list_->setAccessibleName(tr("Kept figures"));
  list_->setToolTip(
      tr("Figures that are kept with this run or study. Opening one brings its charts, axes and "
         "looks back, to be changed and saved again"));
  list_->setAccessibleDescription(list_->toolTip());
  list_->setMinimumContentsLength(10);
  row->addWidget(list_, 1);
  const auto button = [&](const char* name, const QString& text, const QString& tip) {
    auto* made = new QPushButton(text, this);
    made->setObjectName(QStringLiteral("export.") + QLatin1String(name));
    made->setToolTip(tip);
    made->setAccessibleDescription(tip);
    made->setAutoDefault(false);
    row->addWidget(made);
    return made;
  };
  keep_ = button("keep", tr("Keep\u2026"),
                 tr("Keeps these settings in the folder of the run or study, under a name"));
  remove_ = button("forget", tr("Remove"),
                   tr("Removes the open figure from the kept ones; files that were saved stay"));
  connect(list_, &QComboBox::activated, this, &KeptFigures::open);
  connect(keep_, &QPushButton::clicked, this, &KeptFigures::askForName);
  connect(remove_, &QPushButton::clicked, this, &KeptFigures::removeCurrent);
  fill();
}

KeptFigures::~KeptFigures() {
  worker_.waitForDone();
}

void KeptFigures::setFolder(const std::filesystem::path& folder) {
  if (folder == folder_) {
    return;
  }
  folder_ = folder;
  entries_.clear();
  const bool was_open = !current_.isEmpty();
  current_.clear();
  fill();
  if (was_open) {
    Q_EMIT closed();
  }
  refresh();
}

void KeptFigures::refresh() {
  if (folder_.empty()) {
    return;
  }
  post(
      worker_, this,
      [folder = folder_]() -> Result<Entries> {
        W2S_TRY(const std::vector<SavedFigure> figures, store::readFigures(folder));
        Entries entries;
        for (const SavedFigure& figure : figures) {
          entries.push_back({figure, figures::parseCommand(figure.command)});
        }
        return entries;
      },
      [this, folder = folder_](Result<Entries> entries) { take(folder, std::move(entries)); });
}

void KeptFigures::take(const std::filesystem::path& folder, Result<Entries> entries) {
  if (folder != folder_) {
    return;  // of the run before
  }
  if (!entries) {
    entries_.clear();
    fill();
    Q_EMIT said(tr("%1 Move the file away to keep figures here again.")
                    .arg(QString::fromStdString(ui::said(entries.error()))),
                true);
    return;
  }
  entries_ = std::move(*entries);
  std::erase_if(entries_,
                [this](const Entry& entry) { return entry.call && !is_listed_(*entry.call); });
  fill();
}

void KeptFigures::fill() {
  const QSignalBlocker quiet(list_);
  list_->clear();
  list_->addItem(entries_.empty() ? tr("none kept yet") : tr("(new)"));
  for (const Entry& entry : entries_) {
    list_->addItem(QString::fromStdString(entry.figure.name));
    if (list_->itemText(list_->count() - 1) == current_) {
      list_->setCurrentIndex(list_->count() - 1);
    }
  }
  list_->setEnabled(!entries_.empty());
  keep_->setEnabled(!folder_.empty());
  remove_->setEnabled(list_->currentIndex() > 0);
}

void KeptFigures::open(int index) {
  if (index <= 0 || index > static_cast<int>(entries_.size())) {
    current_.clear();
    fill();
    Q_EMIT closed();
    return;
  }
  const Entry entry = entries_[static_cast<std::size_t>(index - 1)];
  current_ = QString::fromStdString(entry.figure.name);
  fill();
  if (entry.call) {
    Q_EMIT opened(*entry.call);
  } else {
    Q_EMIT said(tr("%1 cannot be opened: %2")
                    .arg(current_, QString::fromStdString(ui::said(entry.call.error()))),
                true);
  }
}

void KeptFigures::clearCurrent() {
  current_.clear();
  fill();
}

QString KeptFigures::freeName() const {
  for (int number = 1;; ++number) {
    const QString name = tr("Figure %1").arg(number);
    if (std::ranges::none_of(entries_, [&name](const Entry& entry) {
          return QString::fromStdString(entry.figure.name) == name;
        })) {
      return name;
    }
  }
}

void KeptFigures::askForName() {
  auto* dialog = new QInputDialog(window());
  dialog->setObjectName(QStringLiteral("export.name"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Keep the figure"));
  dialog->setLabelText(
      tr("Keep its settings with the run or study under this name; one of the same name is "
         "replaced:"));
  dialog->setTextValue(current_.isEmpty() ? freeName() : current_);
  connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
    if (const QString name = text.simplified(); !name.isEmpty()) {
      Q_EMIT keepWanted(name);
    }
  });
  dialog->open();  // returns at once
}

void KeptFigures::keep(const QString& name, const std::string& command) {
  current_ = name;
  change(
      [figure = SavedFigure{.name = name.toStdString(), .command = command}](
          std::vector<SavedFigure>& figures) {
        const auto same = std::ranges::find(figures, figure.name, &SavedFigure::name);
        same != figures.end() ? * same = figure : figures.emplace_back(figure);
      },
      tr("%1 is kept.").arg(name));
}

void KeptFigures::removeCurrent() {
  const QString name = std::exchange(current_, QString());
  change(
      [gone = name.toStdString()](std::vector<SavedFigure>& figures) {
        std::erase_if(figures, [&gone](const SavedFigure& figure) { return figure.name == gone; });
      },
      tr("%1 is not kept any more. Its settings are still here; Keep brings it back.").arg(name));
}

void KeptFigures::change(std::function<void(std::vector<SavedFigure>&)> edit, const QString& done) {
  struct Nothing {};
  post(
      worker_, this,
      [folder = folder_, edit = std::move(edit)]() -> Result<Nothing> {
        W2S_CHECK(store::changeFigures(folder, edit));
        return Nothing{};
      },
      [this, done](const Result<Nothing>& changed) {
        Q_EMIT said(changed ? done : QString::fromStdString(ui::said(changed.error())), !changed);
        if (!changed) {
          current_.clear();
        }
      });
  refresh();
}

}  // namespace w2s::ui
