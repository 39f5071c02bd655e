#include "ui/pages/bundle_dialog.h"

#include <utility>

#include <QCoreApplication>
#include <QFileDialog>

#include "core/store/bundle.h"

namespace w2s::ui {

namespace {

struct Bundles {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::RunCommands)
};

}  // namespace

void askForBundle(QWidget* parent, const QString& name, QString title,
                  std::function<void(const QString&)> chosen) {
  auto* dialog = new QFileDialog(parent, Bundles::tr("Save as a bundle"));
  dialog->setObjectName(name);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  const QString ending = QString::fromLatin1(store::kBundleExtension);
  dialog->setDefaultSuffix(ending.mid(1));
  dialog->setNameFilters({Bundles::tr("Bundles of runs (*.w2s)")});
  if (!title.isEmpty()) {
    // A name may hold slashes; the file is meant for this folder.
    dialog->selectFile(title.replace(QLatin1Char('/'), QLatin1Char('-')) + ending);
  }
  QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                   [chosen = std::move(chosen)](const QString& path) { chosen(path); });
  dialog->open();
}

}  // namespace w2s::ui
