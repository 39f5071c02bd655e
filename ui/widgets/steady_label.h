// A label whose numbers change many times a second.
//
// Rich text is laid out half a dozen times to say how much room it wants, and every layout above
// asks at each change: that was a third of a frame. Numbers of the same width want the same room,
// so the answers are kept by the width of the text without its tags; font and style void them.
// Format and word wrap are set once, before the first text. The text is one paragraph without <br>:
// breaks would make two texts of one width differently high.
#pragma once

#include <map>
#include <optional>

#include <QLabel>

namespace w2s::ui {

class SteadyLabel : public QLabel {
  Q_OBJECT

 public:
  using QLabel::QLabel;

  // What is seen of rich text, as far as its width goes: each space that does not break is one
  // character.
  [[nodiscard]] static QString withoutTags(QString html);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Room {
    std::optional<QSize> hint;
    std::optional<QSize> minimum;
    std::map<int, int> heights;  // by width
  };
  [[nodiscard]] Room& room() const;

  mutable std::map<int, Room> rooms_;  // by the advance of the text, pixels
};

}  // namespace w2s::ui
