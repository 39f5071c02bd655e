#include "ui/widgets/role_ink.h"

#include <QCoreApplication>
#include <QPainterPath>

#include "ui/theme/tokens.h"

namespace w2s::ui {

charts::Ink inkOf(Answerer model) {
  switch (model) {
    case Answerer::Weak:
      return charts::Ink::Weak;
    case Answerer::Student:
      return charts::Ink::Student;
    case Answerer::Ceiling:
      return charts::Ink::Ceiling;
  }
  return charts::Ink::Student;
}

QString titleOf(Answerer model) {
  switch (model) {
    case Answerer::Weak:
      return QCoreApplication::translate("Roles", "Weak");
    case Answerer::Student:
      return QCoreApplication::translate("Roles", "Student");
    case Answerer::Ceiling:
      return QCoreApplication::translate("Roles", "Ceiling");
  }
  return {};
}

QString letterOf(Answerer model) {
  // Letters of their own: in German "Schwach" and "Schüler" begin alike.
  switch (model) {
    case Answerer::Weak:
      return QCoreApplication::translate("Roles", "W", "one letter for the weak supervisor");
    case Answerer::Student:
      return QCoreApplication::translate("Roles", "S", "one letter for the student");
    case Answerer::Ceiling:
      return QCoreApplication::translate("Roles", "C", "one letter for the ceiling");
  }
  return {};
}

void paintMark(QPainter& painter, const QRectF& box, bool is_right, const Tokens& tokens) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const auto at = [&box](double x, double y) {
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
  };
  QPainterPath path;
  if (is_right) {
    path.moveTo(at(0.1, 0.55));
    path.lineTo(at(0.4, 0.85));
    path.lineTo(at(0.9, 0.2));
  } else {
    path.moveTo(at(0.18, 0.18));
    path.lineTo(at(0.82, 0.82));
    path.moveTo(at(0.82, 0.18));
    path.lineTo(at(0.18, 0.82));
  }
  painter.setPen(QPen(is_right ? tokens.muted : tokens.trouble_text, box.width() * 0.17,
                      Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  painter.drawPath(path);
  painter.restore();
}

}  // namespace w2s::ui
