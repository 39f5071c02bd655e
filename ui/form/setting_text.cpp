#include "ui/form/setting_text.h"

#include <cmath>

#include <QCoreApplication>
#include <QStringList>

#include "ui/bridge/translated.h"
#include "ui/form/form_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/number_box.h"

namespace w2s::ui {
namespace {

using config::FieldKind;

struct SettingText {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::SettingText)
};

QString rangeText(const config::FormField& field) {
  if (field.kind != FieldKind::Integer && field.kind != FieldKind::Real) {
    return {};
  }
  const auto end = [&](double value) {
    return value == std::round(value) && std::abs(value) < 1e15
               ? countText(static_cast<std::int64_t>(value))
               : NumberBox::textOf(value, field.decimals);
  };
  const QString unit = field.unit.empty() ? QString() : QLatin1Char(' ') + translated(field.unit);
  if (std::isfinite(field.min) && std::isfinite(field.max)) {
    return SettingText::tr("%1 to %2").arg(end(field.min), end(field.max)) + unit;
  }
  return std::isfinite(field.min) ? SettingText::tr("at least %1").arg(end(field.min)) + unit
                                  : QString();
}

}  // namespace

QString valueWords(const config::FormField& field) {
  switch (field.kind) {
    case FieldKind::Boolean:
      return std::get<bool>(field.value) ? SettingText::tr("on") : SettingText::tr("off");
    case FieldKind::Integer:
      return countText(std::get<std::int64_t>(field.value));
    case FieldKind::Real:
      return NumberBox::textOf(std::get<double>(field.value), field.decimals);
    case FieldKind::Choice:
      for (const config::FormChoice& choice : field.choices) {
        if (choice.name == std::get<std::string>(field.value)) {
          return translated(choice.label);
        }
      }
      break;
    case FieldKind::Text:
    case FieldKind::Seeds:
      break;
  }
  return QString::fromStdString(editText(field));
}

QString tooltipOf(const config::FormField& field, const config::FormField* preset,
                  const config::FormField* standard) {
  QString tip =
      QStringLiteral("<b>%1</b><br>%2")
          .arg(translated(field.label).toHtmlEscaped(), translated(field.help).toHtmlEscaped());
  if (field.kind == FieldKind::Choice) {
    for (const config::FormChoice& choice : field.choices) {
      if (choice.name == std::get<std::string>(field.value) && !choice.help.empty()) {
        tip += QStringLiteral("<br><b>%1</b>: %2")
                   .arg(translated(choice.label).toHtmlEscaped(),
                        translated(choice.help).toHtmlEscaped());
      }
    }
  }
  if (!field.formula.empty()) {
    tip += QStringLiteral("<br><code>%1</code>")
               .arg(QString::fromStdString(field.formula).toHtmlEscaped());
  }
  QStringList facts;
  if (const QString range = rangeText(field); !range.isEmpty()) {
    facts += range;
  }
  if (preset != nullptr) {
    facts += SettingText::tr("preset %1").arg(valueWords(*preset)).toHtmlEscaped();
  }
  if (standard != nullptr) {
    facts += SettingText::tr("default %1").arg(valueWords(*standard)).toHtmlEscaped();
  }
  if (!field.source.empty()) {
    facts += QString::fromStdString(field.source).toHtmlEscaped();
  }
  facts += field.live ? SettingText::tr("changes a run in progress")
                      : SettingText::tr("for the next run");
  return QStringLiteral("<qt>%1<br><i>%2</i><br><code>%3</code></qt>")
      .arg(tip, facts.join(QStringLiteral(" \u00b7 ")), QString::fromStdString(field.key));
}

}  // namespace w2s::ui
