#include "ui/pages/single_cells.h"

#include <algorithm>
#include <utility>

#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include "core/config/form.h"
#include "core/config/settings.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/charts/study_charts.h"
#include "ui/form/setting_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"

namespace w2s::ui {

SingleCells::SingleCells(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      button_(new QPushButton(tr("Compare with"), parent)),
      grid_(new QGridLayout(this)) {
  setObjectName(QStringLiteral("study.singles"));
  button_->setObjectName(QStringLiteral("study.compare_with"));
  const QString tip = tr("A further cell: the settings of another preset or of a recorded run");
  button_->setToolTip(tip);
  button_->setAccessibleDescription(tip);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(8);
  grid_->setVerticalSpacing(6);
  grid_->setColumnStretch(0, 1);
  hide();
  connect(button_, &QPushButton::clicked, this, &SingleCells::openMenu);
  connect(&theme_, &Theme::changed, this, &SingleCells::restyle);
}

void SingleCells::show(std::vector<study::Settings> cells, const config::ExperimentConfig& base) {
  cells_ = std::move(cells);
  base_ = base;
  fill();
}

void SingleCells::openMenu() {
  auto* menu = new QMenu(button_);
  menu->setObjectName(QStringLiteral("study.compare_with.menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  bool is_run = false;
  for (const Comparable& one : list_ ? list_() : std::vector<Comparable>()) {
    if (one.is_run && !std::exchange(is_run, true)) {
      menu->addSeparator();
    }
    QString title = one.title;
    QAction* action = menu->addAction(title.replace(QLatin1Char('&'), QLatin1String("&&")));
    connect(action, &QAction::triggered, this, [this, one] { add(one); });
  }
  if (menu->isEmpty()) {
    menu->addAction(tr("There is nothing to compare with"))->setEnabled(false);
  }
  menu->popup(button_->mapToGlobal(QPoint(0, button_->height())));
}

void SingleCells::add(const Comparable& other) {
  const Result<config::ExperimentConfig> config = other.config();
  const Result<study::Settings> settings =
      config ? study::settingsTowards(base_, *config)
             : Result<study::Settings>(tl::unexpect, config.error());
  if (!settings) {
    Q_EMIT refused(QString::fromStdString(said(settings.error())));
    return;
  }
  if (settings->empty()) {
    Q_EMIT refused(tr("%1 has the settings of the form: nothing would differ.").arg(other.title));
    return;
  }
  if (std::ranges::find(cells_, *settings) != cells_.end()) {
    Q_EMIT refused(tr("%1 has the settings of a cell that is there.").arg(other.title));
    return;
  }
  cells_.push_back(*settings);
  fill();
  Q_EMIT changed();
}

// "Temperature T = 2, Strong model = ...", after the form's names.
QString SingleCells::textOf(const study::Settings& cell) const {
  config::ExperimentConfig config = base_;
  QStringList parts;
  for (const auto& [key, value] : cell) {
    static_cast<void>(config::applySetting(config, key, value));  // makeStudy() says what is wrong
  }
  const std::vector<config::FormField> fields = config::describe(config);
  for (const auto& [key, value] : cell) {
    QString name = QString::fromStdString(key);
    for (const std::string& known : {key, key + ".base", key + ".kind"}) {
      if (const config::FormField* field = findField(fields, known)) {
        name = translated(field->label);
        break;
      }
    }
    parts +=
        QStringLiteral("%1 = %2").arg(name, QString::fromStdString(charts::settingValue(value)));
  }
  return parts.isEmpty() ? tr("The settings of the form, as they are")
                         : parts.join(QStringLiteral(", "));
}

void SingleCells::fill() {
  for (QWidget* widget : findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
    widget->hide();
    widget->deleteLater();
  }
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const QString text = textOf(cells_[i]);
    auto* label = new ElidedLabel(tr("Cell: %1").arg(text), this);
    label->setObjectName(QStringLiteral("study.single"));
    label->setTextFormat(Qt::PlainText);
    label->setToolTip(text);
    auto* remove = new QToolButton(this);
    remove->setObjectName(QStringLiteral("study.single.remove"));
    remove->setAutoRaise(true);
    remove->setProperty("flat", true);
    remove->setToolTip(tr("Takes this cell out of the study; its runs stay"));
    remove->setAccessibleName(remove->toolTip());
    connect(remove, &QToolButton::clicked, this, [this, i] {
      cells_.erase(cells_.begin() + static_cast<std::ptrdiff_t>(i));
      fill();
      button_->setFocus(Qt::OtherFocusReason);
      Q_EMIT changed();
    });
    const int line = static_cast<int>(i);
    grid_->addWidget(label, line, 0);
    grid_->addWidget(remove, line, 1);
    label->show();
    remove->show();
  }
  restyle();
  setVisible(!cells_.empty());
}

void SingleCells::restyle() {
  for (auto* remove : findChildren<QToolButton*>()) {
    remove->setIcon(theme_.icon(QStringLiteral("close"), theme_.tokens().muted));
    remove->setIconSize({theme_.px(12), theme_.px(12)});
  }
}

}  // namespace w2s::ui
