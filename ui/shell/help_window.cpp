#include "ui/shell/help_window.h"

#include <utility>

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "core/config/form.h"
#include "ui/bridge/translated.h"
#include "ui/form/setting_text.h"
#include "ui/shell/help_pages.h"
#include "ui/theme/theme.h"
#include "ui/widgets/document_type.h"

namespace w2s::ui {
namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kTextRole = Qt::UserRole + 1;  // what a search looks in
const QString kSetting = QStringLiteral("setting.");

}  // namespace

// Takes pages from the program alone, never from the disk or the network.
class HelpBrowser final : public QTextBrowser {
  Q_OBJECT

 public:
  HelpBrowser(const config::ExperimentConfig& config, QWidget* parent)
      : QTextBrowser(parent), config_(config) {}

  [[nodiscard]] static QUrl urlOf(const QString& id) {
    return {id + (id.startsWith(kSetting) ? QStringLiteral(".html") : QStringLiteral(".md"))};
  }
  [[nodiscard]] static QString idOf(const QUrl& page) {
    const QString path = page.path();
    return path.left(path.lastIndexOf(QLatin1Char('.')));
  }
  QVariant loadResource(int /*type*/, const QUrl& name) override {
    const QString id = idOf(name);
    if (id.startsWith(kSetting)) {
      return settingHelp(id.mid(kSetting.size()), config_);
    }
    const HelpPage* page = findHelpPage(id);
    return page != nullptr ? page->text : QString();
  }

 private:
  const config::ExperimentConfig& config_;
};

HelpWindow::HelpWindow(const Theme& theme, config::ExperimentConfig config, QWidget* parent)
    : QDialog(parent),
      theme_(theme),
      config_(std::move(config)),
      search_(new QLineEdit(this)),
      list_(new QListWidget(this)),
      browser_(new HelpBrowser(config_, this)) {
  setObjectName(QStringLiteral("help"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Help"));
  search_->setObjectName(QStringLiteral("help.search"));
  search_->setPlaceholderText(tr("Search the help"));
  search_->setAccessibleName(search_->placeholderText());
  search_->setToolTip(tr("Pages and settings that hold every word"));
  search_->setClearButtonEnabled(true);
  list_->setObjectName(QStringLiteral("help.list"));
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // it elides
  list_->setAccessibleName(tr("Pages of the help"));
  browser_->setObjectName(QStringLiteral("help.page"));
  browser_->setAccessibleName(tr("Page of the help"));
  browser_->setFrameShape(QFrame::NoFrame);
  browser_->setOpenExternalLinks(false);

  auto* left = new QWidget(this);
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(search_);
  column->addWidget(list_, 1);
  auto* parts = new QSplitter(this);
  parts->setChildrenCollapsible(false);
  parts->addWidget(left);
  parts->addWidget(browser_);
  parts->setStretchFactor(1, 1);
  parts->setSizes({theme.px(280), theme.px(560)});

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  const auto addButton = [&](const char* name, const QString& text, const QString& tip) {
    QPushButton* button = buttons->addButton(text, QDialogButtonBox::ActionRole);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    button->setEnabled(false);
    return button;
  };
  QPushButton* back =
      addButton("help.back", tr("&Back"), tr("The page before this one (Alt+Left)"));
  QPushButton* forward =
      addButton("help.forward", tr("&Forward"), tr("The page after this one (Alt+Right)"));
  QPushButton* close = buttons->button(QDialogButtonBox::Close);
  close->setObjectName(QStringLiteral("help.close"));
  close->setAccessibleName(close->text());
  close->setToolTip(tr("Closes this window (Esc)"));
  close->setAutoDefault(false);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(back, &QPushButton::clicked, browser_, &QTextBrowser::backward);
  connect(forward, &QPushButton::clicked, browser_, &QTextBrowser::forward);
  connect(browser_, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
  connect(browser_, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);
  connect(browser_, &QTextBrowser::sourceChanged, this, &HelpWindow::markShown);
  connect(search_, &QLineEdit::textChanged, this, &HelpWindow::search);
  connect(list_, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
    if (item != nullptr) {
      showPage(item->data(kIdRole).toString());
    }
  });

  auto* rows = new QVBoxLayout(this);
  rows->addWidget(parts, 1);
  rows->addWidget(buttons);
  const QSize room = parent != nullptr ? parent->size() - QSize(40, 40) : QSize(900, 700);
  resize(QSize(theme.px(900), theme.px(620)).boundedTo(room));
  fillList();
}

void HelpWindow::fillList() {
  const auto add = [this](const QString& id, const QString& title, const QString& text) {
    auto* item = new QListWidgetItem(title, list_);
    item->setToolTip(title);
    item->setData(kIdRole, id);
    item->setData(kTextRole, title + QLatin1Char('\n') + text);
  };
  for (const HelpPage& page : helpPages()) {
    add(page.id, page.title, page.text);
  }
  for (const config::FormField& field : config::describe(config_)) {
    const QString section = translated(field.section_label);
    const QString label = translated(field.label);
    add(kSetting + QString::fromStdString(field.key),
        section.isEmpty() ? label : tr("%1: %2", "section: setting").arg(section, label),
        QString::fromStdString(field.key) + QLatin1Char('\n') + translated(field.help));
  }
}

void HelpWindow::search(const QString& words) {
  const QStringList all = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  for (int row = 0; row < list_->count(); ++row) {
    QListWidgetItem* item = list_->item(row);
    const QString text = item->data(kTextRole).toString();
    item->setHidden(!std::ranges::all_of(
        all, [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); }));
  }
}

void HelpWindow::showPage(const QString& id) {
  const bool is_known =
      findHelpPage(id) != nullptr ||
      !settingHelp(id.startsWith(kSetting) ? id.mid(kSetting.size()) : QString(), config_)
           .isEmpty();
  const QString shown = is_known ? id : QString::fromLatin1(kFirstHelpPage);
  if (shown != page()) {
    browser_->setSource(HelpBrowser::urlOf(shown));
  }
}

QString HelpWindow::page() const {
  return HelpBrowser::idOf(browser_->source());
}

// Links and the ways back and forward lead elsewhere than the list. The browser's source() is still
// the page before.
void HelpWindow::markShown(const QUrl& page) {
  setInWindowsType(theme_, *browser_->document());
  for (int row = 0; row < list_->count(); ++row) {
    if (list_->item(row)->data(kIdRole).toString() == HelpBrowser::idOf(page)) {
      const QSignalBlocker shown_already(list_);
      list_->setCurrentRow(row);
      return;
    }
  }
}

}  // namespace w2s::ui

#include "help_window.moc"
