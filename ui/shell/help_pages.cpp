#include "ui/shell/help_pages.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QWidget>

#include "core/config/form.h"
#include "ui/bridge/translated.h"
#include "ui/form/field_row.h"
#include "ui/form/setting_text.h"

static void loadHelpFiles() {
  Q_INIT_RESOURCE(help);
}

namespace w2s::ui {
namespace {

struct HelpText {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::HelpPages)
};

const QString kEnd = QStringLiteral(".md");
const QString kSettingPage = QStringLiteral("setting.");
const QString kFieldName = QStringLiteral("field.");

QString textOfFile(const QString& language, const QString& name) {
  QFile file(QStringLiteral(":/help/%1/%2").arg(language, name));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Takes the comment in the first line out of the text.
QStringList takeWidgets(QString& text) {
  const QString begin = QStringLiteral("<!--");
  const QString end = QStringLiteral("-->\n");
  const qsizetype stop = text.indexOf(end);
  if (!text.startsWith(begin) || stop < 0) {
    return {};
  }
  const QString names = text.mid(begin.size(), stop - begin.size());
  text.remove(0, stop + end.size());
  return names.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

std::vector<HelpPage> readPages() {
  loadHelpFiles();
  std::vector<HelpPage> pages;
  for (const QString& name : QDir(QStringLiteral(":/help/en")).entryList()) {
    HelpPage page{.id = name.chopped(kEnd.size()), .text = textOfFile(QStringLiteral("en"), name)};
    page.widgets = takeWidgets(page.text);
    if (const QString translation = textOfFile(currentLanguage(), name);
        !translation.isEmpty() && currentLanguage() != QLatin1String("en")) {
      page.text = translation;
    }
    page.title = page.text.section(QLatin1Char('\n'), 0, 0).mid(2);
    pages.push_back(std::move(page));
  }
  std::ranges::sort(pages, [](const HelpPage& a, const HelpPage& b) {
    const bool a_first = a.id == QLatin1String(kFirstHelpPage);
    const bool b_first = b.id == QLatin1String(kFirstHelpPage);
    return a_first != b_first ? a_first : QString::localeAwareCompare(a.title, b.title) < 0;
  });
  return pages;
}

QString linkTo(const HelpPage& page) {
  return QStringLiteral("<a href=\"%1.md\">%2</a>").arg(page.id, page.title.toHtmlEscaped());
}

// A choice has a page of its own where one is called "<setting>.<choice>".
QString choiceLine(const QString& key, const config::FormChoice& choice) {
  const QString id =
      key.section(QLatin1Char('.'), -1) + QLatin1Char('.') + QString::fromStdString(choice.name);
  const HelpPage* page = findHelpPage(id);
  const QString label = translated(choice.label).toHtmlEscaped();
  return QStringLiteral("<li>%1: %2</li>")
      .arg(page != nullptr ? QStringLiteral("<a href=\"%1.md\">%2</a>").arg(id, label) : label,
           translated(choice.help).toHtmlEscaped());
}

}  // namespace

const std::vector<HelpPage>& helpPages() {
  static const std::vector<HelpPage> pages = readPages();
  return pages;
}

const HelpPage* findHelpPage(const QString& id) {
  const auto page = std::ranges::find(helpPages(), id, &HelpPage::id);
  return page == helpPages().end() ? nullptr : &*page;
}

QString helpPageOn(const QWidget* widget) {
  for (; widget != nullptr; widget = widget->parentWidget()) {
    const QString name = widget->objectName();
    if (const auto* setting = qobject_cast<const FieldRow*>(widget)) {
      return kSettingPage + QString::fromStdString(setting->field().key);
    }
    for (const HelpPage& page : helpPages()) {
      if (page.widgets.contains(name)) {
        return page.id;
      }
    }
  }
  return {};
}

QString settingHelp(const QString& key, const config::ExperimentConfig& config) {
  const std::vector<config::FormField> fields = config::describe(config);
  const auto field = std::ranges::find(fields, key.toStdString(), &config::FormField::key);
  if (field == fields.end()) {
    return {};
  }
  QString text = tooltipOf(*field, nullptr, nullptr);
  if (!field->choices.empty()) {
    text += QStringLiteral("<ul>");
    for (const config::FormChoice& choice : field->choices) {
      text += choiceLine(key, choice);
    }
    text += QStringLiteral("</ul>");
  }
  QStringList more;
  for (const HelpPage& page : helpPages()) {
    if (page.widgets.contains(kFieldName + key)) {
      more += linkTo(page);
    }
  }
  if (!more.isEmpty()) {
    text += QStringLiteral("<p>%1</p>")
                .arg(HelpText::tr("See also: %1").arg(more.join(QStringLiteral(", "))));
  }
  return text;
}

}  // namespace w2s::ui
