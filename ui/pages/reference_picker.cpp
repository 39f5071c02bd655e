#include "ui/pages/reference_picker.h"

#include <algorithm>
#include <map>
#include <utility>

#include <QMenu>

#include "ui/bridge/words.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

// An ampersand in a name is no mnemonic.
QString menuText(const std::string& text) {
  return QString::fromStdString(text).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

}  // namespace

ReferencePicker::ReferencePicker(const QString& name, std::filesystem::path workspace,
                                 QWidget* parent)
    : QToolButton(parent), workspace_(std::move(workspace)) {
  setObjectName(name);
  setPopupMode(QToolButton::InstantPopup);
  setToolButtonStyle(Qt::ToolButtonTextOnly);
  setFocusPolicy(Qt::StrongFocus);
  setToolTip(
      tr("Published and imported results of others, as lines on charts of the PGR and as rows "
         "of the table. They were not made here, and on other test rows."));
  setAccessibleDescription(toolTip());
  menu_ = new QMenu(this);
  menu_->setObjectName(name + QStringLiteral(".menu"));
  menu_->setToolTipsVisible(true);
  setMenu(menu_);
  connect(menu_, &QMenu::aboutToShow, this, &ReferencePicker::fill);
  sayHowMany();
}

void ReferencePicker::sayHowMany() {
  setText(chosen_.empty() ? tr("References")
                          : tr("References (%1)").arg(static_cast<int>(chosen_.size())));
}

void ReferencePicker::fill() {
  menu_->clear();
  const study::ReferenceList list = study::referencesIn(workspace_);
  std::map<std::string, QMenu*> by;
  for (const study::ReferenceResult& result : list.results) {
    QMenu*& group = by[result.by];
    if (group == nullptr) {
      group = menu_->addMenu(menuText(result.by));
      group->setToolTipsVisible(true);
    }
    const auto pgr = result.pgr();
    QAction* action =
        group->addAction(pgr ? tr("%1: PGR %2").arg(menuText(result.title), decimalText(*pgr, 2))
                             : tr("%1: no PGR").arg(menuText(result.title)));
    action->setObjectName(QStringLiteral("reference.") + QString::fromStdString(result.name));
    action->setToolTip(QString::fromStdString(
        result.source + (result.note.empty() ? std::string() : "\n" + result.note)));
    action->setCheckable(true);
    action->setChecked(std::ranges::find(chosen_, result) != chosen_.end());
    connect(action, &QAction::toggled, this,
            [this, result](bool wanted) { toggle(result, wanted); });
  }
  for (const Sentence& problem : list.problems) {
    menu_->addAction(QString::fromStdString(said(problem)))->setEnabled(false);
  }
  menu_->addSeparator();
  QAction* none = menu_->addAction(tr("None"), this, [this] {
    chosen_.clear();
    sayHowMany();
    Q_EMIT changed();
  });
  none->setObjectName(QStringLiteral("reference.none"));
  none->setEnabled(!chosen_.empty());
}

void ReferencePicker::toggle(const study::ReferenceResult& result, bool wanted) {
  std::erase(chosen_, result);
  if (wanted) {
    chosen_.push_back(result);
  }
  sayHowMany();
  Q_EMIT changed();
}

}  // namespace w2s::ui
