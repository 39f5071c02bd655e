#include "ui/form/problem_text.h"

#include <QRegularExpression>
#include <QString>

#include "ui/bridge/setting_fields.h"
#include "ui/bridge/translated.h"
#include "ui/form/setting_text.h"

namespace w2s::ui {
namespace {

using config::FormField;

// A schedule stands for its base.
const FormField* fieldNamed(const std::vector<FormField>& fields, const QString& key) {
  const FormField* field = findField(fields, key.toStdString());
  return field != nullptr ? field
                          : findField(fields, (key + QStringLiteral(".base")).toStdString());
}

QString labelOf(const FormField& field, const std::vector<FormField>& fields,
                const FormField* beside) {
  const QString label = translated(field.label);
  // The parts of all schedules have the same labels.
  if (!field.key.ends_with(".base")) {
    if (const FormField* base = findField(fields, field.parent + ".base")) {
      return QStringLiteral("%1 (%2)").arg(label, translated(base->label));
    }
  }
  if (beside != nullptr && beside->section != field.section && !field.section_label.empty()) {
    return QStringLiteral("%1 (%2)").arg(label, translated(field.section_label));
  }
  return label;
}

}  // namespace

SettingProblem withLabels(SettingProblem problem, const std::vector<FormField>& fields) {
  // A word of one part is a key only where the sentence begins with it: "seeds has 2 ...".
  static const QRegularExpression kKey(QStringLiteral(
      "(?<![\\w./-])[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)+(?![\\w/-])|^[a-z][a-z0-9_]*\\b"));
  const FormField* beside = fieldNamed(fields, QString::fromStdString(problem.key));
  const QString sentence = QString::fromStdString(problem.message);
  QString text;
  qsizetype done = 0;
  for (auto matches = kKey.globalMatch(sentence); matches.hasNext();) {
    const QRegularExpressionMatch match = matches.next();
    if (const FormField* field = fieldNamed(fields, match.captured())) {
      text += sentence.mid(done, match.capturedStart() - done) + labelOf(*field, fields, beside);
      done = match.capturedEnd();
    }
  }
  problem.message = (text + sentence.mid(done)).toStdString();
  return problem;
}

}  // namespace w2s::ui
