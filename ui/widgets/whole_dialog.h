// Asks for one whole number in a small window that does not block. Deletes itself when it closes.
//
// QInputDialog would ask with Qt's own box, which takes "0.5" for 5 in a German window
// (ui/widgets/number_entry.h).
#pragma once

#include <QDialog>

class QPushButton;

namespace w2s::ui {

class WholeBox;

class WholeDialog : public QDialog {
  Q_OBJECT

 public:
  struct Question {
    QString name;   // of the objects: "seed_dialog", "seed_dialog.number"
    QString title;  // also the number's accessible name
    QString text;   // above the number
    int low = 0;
    int high = 0;
    int value = 0;
    int step = 1;
  };

  WholeDialog(const Question& question, QWidget* window);

  void accept() override;

 protected:
  // Enter on what is no such number brings the last one back and does not close.
  bool eventFilter(QObject* object, QEvent* event) override;

 Q_SIGNALS:
  void chosen(int value);

 private:
  void refreshOk();  // only such a number can be taken

  WholeBox* box_;
  QPushButton* ok_ = nullptr;
};

}  // namespace w2s::ui
