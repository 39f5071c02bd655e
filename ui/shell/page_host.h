// The pages of the window: a row of tabs and the page that is chosen. Pages have an id that
// settings, pictures and keys use, and say which docks stand beside them.
#pragma once

#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>

class QStackedWidget;
class QTabBar;
class QWidget;

namespace w2s::ui {

class PageHost : public QObject {
  Q_OBJECT

 public:
  struct Page {
    QString id;  // "run", "examples", "log"
    QString title;
    QWidget* widget = nullptr;
    QStringList docks;  // ids of the docks beside it
  };

  explicit PageHost(QWidget* parent);

  // For the window to place: the tabs, and what they choose.
  [[nodiscard]] QTabBar* tabs() const {
    return tabs_;
  }
  [[nodiscard]] QStackedWidget* stack() const {
    return stack_;
  }

  // At the end, except that the log stays last. The page becomes a child of the window.
  void add(Page page);
  // Does nothing where there is no such page.
  void show(const QString& id);
  [[nodiscard]] QString current() const;
  [[nodiscard]] QWidget* page(const QString& id) const;
  [[nodiscard]] const std::vector<Page>& pages() const {
    return pages_;
  }

 Q_SIGNALS:
  void added();
  void shown(const QString& id);

 private:
  void showPage(int index);

  QTabBar* tabs_;
  QStackedWidget* stack_;
  std::vector<Page> pages_;
};

}  // namespace w2s::ui
