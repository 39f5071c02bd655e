// Filters of the table of runs that a person gave a name, as a menu: a saved one is put into the line,
// the present one is saved, and saved ones are removed.
#pragma once

#include <map>

#include <QObject>
#include <QString>
#include <QStringList>

class QLineEdit;
class QMenu;

namespace w2s::ui {

class SavedFilters : public QObject {
  Q_OBJECT

 public:
  // A child of `line`, which holds the present filter.
  explicit SavedFilters(QLineEdit& line);

  // Filled when it opens. Owned by this object's parent.
  [[nodiscard]] QMenu* menu() const {
    return menu_;
  }
  // A name and its filter after each other; a list that is not such pairs restores the pairs it has.
  [[nodiscard]] QStringList state() const;
  void restore(const QStringList& state);
  // Takes the place of one of that name. An empty name or filter is none.
  void save(const QString& name, const QString& filter);
  void remove(const QString& name);

 Q_SIGNALS:
  void changed();  // state() has another answer

 private:
  void fillMenu();
  void askForName();

  QLineEdit& line_;
  QMenu* menu_;
  std::map<QString, QString> filters_;  // by name
};

}  // namespace w2s::ui
