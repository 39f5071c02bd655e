// A message over the page that does not get in the way: what happened, at which step, and what can
// be done. No dialog.
#pragma once

#include <functional>
#include <vector>

#include <QFrame>

class QPushButton;
class QLabel;
class QToolButton;

namespace w2s::ui {

class FlowLayout;
class Theme;

class Banner : public QFrame {
  Q_OBJECT

 public:
  struct Offer {
    QString text;
    QString object_name;  // "banner.<name>"
    QString tooltip;
    std::function<void()> action;
  };

  // `name`: object name, and the beginning of its parts' names.
  explicit Banner(const Theme& theme, QWidget* parent = nullptr,
                  const QString& name = QStringLiteral("banner"));

  // A trouble has its report, which Copy takes along; information says all it has to say.
  enum class Kind { Trouble, Information };

  // `report` is what Copy puts on the clipboard; empty: title and text.
  void showMessage(const QString& title, const QString& text, const QString& report,
                   std::vector<Offer> offers, Kind kind = Kind::Trouble);
  [[nodiscard]] QString title() const;
  [[nodiscard]] QString text() const;

 Q_SIGNALS:
  void visibilityChanged();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void restyle();

  const Theme& theme_;
  QLabel* icon_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* text_ = nullptr;
  FlowLayout* buttons_ = nullptr;
  std::vector<QPushButton*> offers_;
  QPushButton* copy_ = nullptr;
  QToolButton* close_ = nullptr;
  QString report_;
  Kind kind_ = Kind::Trouble;
};

}  // namespace w2s::ui
