// A command to read and to copy. Lines break between its words only, never inside "--workspace" or
// a path; what is copied is the command itself.
#pragma once

#include <QPlainTextEdit>

namespace w2s::ui {

class CommandView : public QPlainTextEdit {
  Q_OBJECT

 public:
  using QPlainTextEdit::QPlainTextEdit;

  void setCommand(const QString& command);
  [[nodiscard]] const QString& command() const {
    return command_;
  }

 protected:
  [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;

 private:
  QString command_;
};

}  // namespace w2s::ui
