// In place of the charts when something a run needs is not on this machine: what is missing, how to
// get it, to copy.
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace w2s::ui {

class Theme;

class MissingPanel : public QFrame {
  Q_OBJECT

 public:
  explicit MissingPanel(const Theme& theme, QWidget* parent = nullptr);

  // `text` says what is missing and how to get it.
  void showText(const QString& text);

 Q_SIGNALS:
  void retryRequested();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void restyle();
  void fitText();

  const Theme& theme_;
  QLabel* icon_ = nullptr;
  QPlainTextEdit* text_ = nullptr;
  QPushButton* copy_ = nullptr;
  QPushButton* retry_ = nullptr;
};

}  // namespace w2s::ui
