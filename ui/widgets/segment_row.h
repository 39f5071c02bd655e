// A label and a few alternatives side by side, of which one is chosen; in two rows or more where
// their texts have no room in one.
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace w2s::ui {

class ColumnsLayout;

class SegmentRow : public QWidget {
  Q_OBJECT

 public:
  struct Choice {
    QString id;  // objectName "<name>.<id>"
    QString text;
    QString tip;
  };

  // `label`: above them; may be empty.
  SegmentRow(const QString& name, const QString& label, const QList<Choice>& choices,
             QWidget* parent = nullptr);

  [[nodiscard]] int current() const;
  // Without a signal.
  void setCurrent(int index);
  // Whether that alternative is offered; each is at first.
  void setOffered(int index, bool offered);

 Q_SIGNALS:
  void edited(int index);

 protected:
  bool event(QEvent* event) override;

 private:
  void join(int columns);

  ColumnsLayout* segments_ = nullptr;
  QButtonGroup* buttons_ = nullptr;
};

}  // namespace w2s::ui
