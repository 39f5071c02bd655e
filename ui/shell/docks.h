// The panels around the page (settings, runs): where they stand, which the present page wants, and
// which the user has hidden. A panel that the page does not want is not hidden by the user: it
// comes back with the next page that wants it.
#pragma once

#include <vector>

#include <QObject>
#include <QSize>
#include <QSizeF>
#include <QStringList>

class QAction;
class QDockWidget;
class QMainWindow;
class QSettings;
class QWidget;

namespace w2s::ui {

class DockDrawer;
class Theme;

class Docks : public QObject {
  Q_OBJECT

 public:
  Docks(const Theme& theme, QMainWindow& window);

  // `extent`: width (left, right) or height (bottom) to begin with, at font scale 1.
  QDockWidget* add(const QString& id, const QString& title, Qt::DockWidgetArea area,
                   QWidget* content, double extent);
  // The panels beside the present page.
  void showFor(const QStringList& ids);
  // A panel gives way (to a message in a small window), or comes back.
  void giveWay(const QString& id, bool gives_way);
  // Whether the present page has the panel.
  [[nodiscard]] bool isBesidePage(const QString& id) const {
    return beside_page_.contains(id);
  }
  // Into sight, on a page that has it: where there is no room as a drawer (dock_drawer.h), with the focus in it.
  void reveal(const QString& id);
  // Every panel at its first place, in its first size, shown.
  void reset();

  // Checked: it can be seen, or will be on a page that has it. Checking one that the window has no
  // room for, or that gives way, opens it as a drawer.
  [[nodiscard]] QAction* toggleAction(const QString& id) const;
  [[nodiscard]] std::vector<QAction*> toggleActions() const;

  void save(QSettings& settings) const;
  // False: nothing usable was saved.
  bool restore(const QSettings& settings);
  // The first sizes; call when the window is on screen.
  void applyFirstSizes();

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  struct Dock {
    QString id;
    QDockWidget* widget = nullptr;
    Qt::DockWidgetArea area = Qt::LeftDockWidgetArea;  // the first; the user may move it
    double extent = 0.0;            // the first, at font scale 1, across that area
    QSizeF requested = {0.0, 0.0};  // what the user has drawn it to, at font scale 1; 0: nothing
    QSize pressed = {0, 0};         // its size when the mouse took hold of a line between panels
    QAction* action = nullptr;
    DockDrawer* drawer = nullptr;
    bool wanted = true;  // by the user, whether there is room or not
    bool gives_way = false;
    bool put_away = false;  // its drawer, by the action that is being triggered
  };
  void adaptToSize();
  void openDrawer(Dock& dock);
  // Beside the page rather than below or above it; a floating panel: where it goes back to.
  [[nodiscard]] bool standsBeside(const Dock& dock) const;
  [[nodiscard]] bool hasRoom(const Dock& dock) const;
  [[nodiscard]] bool isSeen(const Dock& dock) const;
  [[nodiscard]] int extentOf(const Dock& dock) const;
  void applySizes();
  void takeHold();
  void rememberSizes();

  const Theme& theme_;
  QMainWindow& window_;
  std::vector<Dock> docks_;
  QStringList beside_page_;
  bool narrow_ = false;      // no room for panels beside the page
  bool low_ = false;         // none for panels below it
  bool adapting_ = false;    // the ticks follow the panels, not the user
  bool holds_line_ = false;  // the mouse holds a line between panels
};

}  // namespace w2s::ui
