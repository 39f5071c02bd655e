#include "ui/shell/about_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTextBrowser>
#include <QThreadPool>
#include <QVBoxLayout>

#include "ui/bridge/background.h"
#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/document_type.h"

namespace w2s::ui {
namespace {

struct LibraryNotices {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::AboutDialog)
};

// The shipped list, with title, introduction and the heads of its table in the window's language.
QString licences() {
  QFile file(QStringLiteral(":/licences/THIRD_PARTY.md"));
  if (!file.open(QIODevice::ReadOnly)) {
    return {};
  }
  const QString shipped = QString::fromUtf8(file.readAll());
  const qsizetype rows = shipped.indexOf(QLatin1String("\n|---"));
  if (rows < 0) {
    return shipped;
  }
  return QStringLiteral("# %1\n\n%2\n\n| %3 | %4 | %5 |")
             .arg(LibraryNotices::tr("Third-party parts"),
                  LibraryNotices::tr(
                      "W2S Lab is licensed under the GNU General Public License, version 3 "
                      "or later: Qt Charts, which it links, is offered under that licence "
                      "or a commercial one. The parts below keep their own licences. None "
                      "is copied into this repository; they come from Debian packages, "
                      "LibTorch from its wheel."),
                  LibraryNotices::tr("part"), LibraryNotices::tr("used for"),
                  LibraryNotices::tr("licence")) +
         shipped.mid(rows);
}

}  // namespace

QString AboutDialog::versions(const QString& lab, const QString& libtorch) {
  return tr("<h3>W2S Lab %1</h3><p>A laboratory for weak-to-strong generalization, under the GNU "
            "General Public License, version 3 or later. It runs on Qt %2 and LibTorch %3.</p>")
      .arg(lab, QLatin1String(qVersion()), libtorch);
}

AboutDialog::AboutDialog(const Theme& theme, const QString& about, const ListDevices& list_devices,
                         QWidget* parent)
    : QDialog(parent), devices_(new QLabel(tr("Devices: asking the drivers\u2026"), this)) {
  setObjectName(QStringLiteral("about"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("About W2S Lab"));
  auto* text = new QLabel(about, this);
  text->setObjectName(QStringLiteral("about.text"));
  text->setTextFormat(Qt::RichText);
  text->setWordWrap(true);
  devices_->setObjectName(QStringLiteral("about.devices"));
  devices_->setWordWrap(true);
  auto* notices = new QTextBrowser(this);
  notices->setObjectName(QStringLiteral("about.licences"));
  notices->setAccessibleName(tr("Licences of the parts"));
  notices->setToolTip(tr("Licences of the parts"));
  notices->setMarkdown(licences());
  setInWindowsType(theme, *notices->document());
  notices->setOpenExternalLinks(true);
  notices->setFrameShape(QFrame::NoFrame);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  QPushButton* close = buttons->button(QDialogButtonBox::Close);
  close->setObjectName(QStringLiteral("about.close"));
  close->setAccessibleName(close->text());
  close->setToolTip(tr("Closes this window (Esc)"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* column = new QVBoxLayout(this);
  column->setSpacing(theme.px(10));
  column->addWidget(text);
  column->addWidget(devices_);
  column->addWidget(notices, 1);
  column->addWidget(buttons);
  const QSize room = parent != nullptr ? parent->size() - QSize(60, 60) : QSize(700, 600);
  resize(QSize(theme.px(680), theme.px(560)).boundedTo(room));

  if (!list_devices) {
    devices_->hide();
    return;
  }
  using Devices = Result<std::vector<engine::DeviceInfo>>;
  post(
      *QThreadPool::globalInstance(), QCoreApplication::instance(),
      [list_devices]() -> Devices { return list_devices(); },
      [dialog = QPointer<AboutDialog>(this)](const Devices& devices) {
        if (dialog) {
          dialog->showDevices(devices);
        }
      });
}

void AboutDialog::showDevices(const Result<std::vector<engine::DeviceInfo>>& devices) {
  QStringList lines;
  if (!devices) {
    lines += QString::fromStdString(said(devices.error()));
  }
  for (const engine::DeviceInfo& device : devices ? *devices : std::vector<engine::DeviceInfo>()) {
    const QString title = QString::fromStdString(said(device.title));
    if (!device.why_not.text.empty()) {
      lines +=
          tr("%1: not usable, because %2").arg(title, QString::fromStdString(said(device.why_not)));
    } else {
      // A GPU's name says which to ask for; there is one CPU.
      lines += device.name == "cpu" ? title
                                    : tr("%1 (%2)").arg(title, QString::fromStdString(device.name));
    }
  }
  devices_->setText(tr("Devices: %1").arg(lines.join(QStringLiteral("; "))));
}

}  // namespace w2s::ui
