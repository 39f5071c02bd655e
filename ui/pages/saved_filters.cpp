#include "ui/pages/saved_filters.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

namespace w2s::ui {
namespace {

// A name stands in a menu, where one ampersand underlines.
QString filterEntry(const QString& name) {
  return QString(name).replace(QLatin1Char('&'), QLatin1String("&&"));
}

}  // namespace

SavedFilters::SavedFilters(QLineEdit& line) : QObject(&line), line_(line), menu_(new QMenu(&line)) {
  menu_->setObjectName(QStringLiteral("runs.filters.menu"));
  menu_->setToolTipsVisible(true);
  connect(menu_, &QMenu::aboutToShow, this, &SavedFilters::fillMenu);
}

QStringList SavedFilters::state() const {
  QStringList state;
  for (const auto& [name, filter] : filters_) {
    state += {name, filter};
  }
  return state;
}

void SavedFilters::restore(const QStringList& state) {
  filters_.clear();
  for (qsizetype i = 0; i + 1 < state.size(); i += 2) {
    if (!state[i].isEmpty() && !state[i + 1].isEmpty()) {
      filters_[state[i]] = state[i + 1];
    }
  }
}

void SavedFilters::save(const QString& name, const QString& filter) {
  const QString called = name.simplified();
  if (!called.isEmpty() && !filter.trimmed().isEmpty()) {
    filters_[called] = filter.trimmed();
    Q_EMIT changed();
  }
}

void SavedFilters::remove(const QString& name) {
  if (filters_.erase(name) > 0) {
    Q_EMIT changed();
  }
}

void SavedFilters::fillMenu() {
  menu_->clear();
  for (const auto& [name, filter] : filters_) {
    QAction* use = menu_->addAction(filterEntry(name), &line_,
                                    [this, filter = filter] { line_.setText(filter); });
    use->setToolTip(filter);
  }
  if (filters_.empty()) {
    menu_->addAction(tr("No filter is saved"))->setEnabled(false);
  }
  menu_->addSeparator();
  QAction* keep = menu_->addAction(tr("Save this filter\u2026"), this, &SavedFilters::askForName);
  keep->setEnabled(!line_.text().trimmed().isEmpty());
  keep->setToolTip(tr("Gives the filter in the line a name, under which this menu has it"));
  QMenu* remove_one = menu_->addMenu(tr("Remove"));
  remove_one->setEnabled(!filters_.empty());
  for (const auto& [name, filter] : filters_) {
    remove_one->addAction(filterEntry(name), this, [this, name = name] { remove(name); })
        ->setToolTip(filter);
  }
}

void SavedFilters::askForName() {
  auto* dialog = new QInputDialog(line_.window());
  dialog->setObjectName(QStringLiteral("runs.filters.name"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Save this filter"));
  dialog->setLabelText(tr("Name of the filter %1:").arg(line_.text().trimmed()));
  dialog->setTextValue(line_.text().trimmed());
  connect(dialog, &QInputDialog::textValueSelected, this,
          [this, filter = line_.text()](const QString& name) { save(name, filter); });
  dialog->open();  // returns at once
}

}  // namespace w2s::ui
