// The question for the file of a bundle: of runs from their table, of a study from its page.
#pragma once

#include <functional>

#include <QString>

class QWidget;

namespace w2s::ui {

// Returns at once; `chosen` is called with the path, which ends as bundles do. `name`: of the dialog.
// `title`: suggested for the file.
void askForBundle(QWidget* parent, const QString& name, QString title,
                  std::function<void(const QString&)> chosen);

}  // namespace w2s::ui
