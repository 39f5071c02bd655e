#include "ui/models/examples_model.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include <QPainter>

#include "core/base/plain_text.h"
#include "ui/widgets/format.h"
#include "ui/widgets/table_copy.h"

namespace w2s::ui {
namespace {

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

// A row as a picture; one overload a kind of data.
struct DrawExample {
  // The pixels stay those of the set.
  QImage operator()(const data::PictureView& view) const {
    return {view.pixels.data(), static_cast<int>(view.width), static_cast<int>(view.height),
            static_cast<qsizetype>(view.width), QImage::Format_Grayscale8};
  }

  // A dot between the axes; the edges are 2.5 away from the origin.
  QImage operator()(const data::PointView& view) const {
    constexpr int kSide = 84;
    constexpr double kReach = 2.5;
    QImage image(kSide, kSide, QImage::Format_Grayscale8);
    image.fill(24);
    QPainter painter(&image);
    painter.setPen(QColor(90, 90, 90));
    painter.drawLine(0, kSide / 2, kSide - 1, kSide / 2);
    painter.drawLine(kSide / 2, 0, kSide / 2, kSide - 1);
    const auto place = [](double value) {
      return std::clamp((value / kReach + 1.0) * kSide / 2.0, 2.0, kSide - 3.0);
    };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(QPointF(place(view.x), place(-view.y)), 3.0, 3.0);
    return image;
  }

  // The numbers in rows from the top left, as near to a square as they go; grey is 0, black and white
  // are the largest distance from it.
  QImage operator()(const data::VectorView& view) const {
    const auto count = static_cast<int>(view.values.size());
    const int side = std::max(1, static_cast<int>(std::ceil(std::sqrt(count))));
    QImage image(side, std::max(1, (count + side - 1) / side), QImage::Format_Grayscale8);
    image.fill(128);  // beyond the last number: as a 0
    float reach = 0.0F;
    for (const float value : view.values) {
      reach = std::max(reach, std::abs(value));
    }
    for (int i = 0; i < count; ++i) {
      const float value = view.values[static_cast<std::size_t>(i)];
      const float share = reach > 0.0F ? value / reach : 0.0F;
      image.scanLine(i / side)[i % side] = static_cast<uchar>(std::lround(127.5F * (1.0F + share)));
    }
    return image;
  }

  // Written, not drawn: Example::text.
  QImage operator()(const data::TextView& /*view*/) const {
    return {};
  }
};

}  // namespace

QString nameOf(Answerer model) {
  switch (model) {
    case Answerer::Weak:
      return ExamplesModel::tr("weak supervisor");
    case Answerer::Student:
      return ExamplesModel::tr("student");
    case Answerer::Ceiling:
      return ExamplesModel::tr("ceiling");
  }
  return {};
}

QString Example::title() const {
  const QString pattern = split == ExampleSplit::Test
                              ? ExamplesModel::tr("Test example %1: %2")
                              : ExamplesModel::tr("Transfer example %1: %2");
  return pattern.arg(countText(row), label_name);
}

ExamplesModel::ExamplesModel(QObject* parent) : QAbstractListModel(parent) {}

void ExamplesModel::setExamples(std::shared_ptr<const ExampleSet> set) {
  const bool same_images = set_ && set && set_->rows == set->rows && set_->views == set->views;
  const auto before = std::exchange(set_, std::move(set));
  counts_ = set_ ? countCategories(*set_) : CategoryCounts{};
  auto positions = set_ ? select(*set_, filter_, order_) : std::vector<std::uint32_t>{};
  if (same_images && positions == positions_) {
    // The usual case while a training is followed: other answers, the same images in place.
    if (!positions_.empty()) {
      Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
  } else {
    beginResetModel();
    positions_ = std::move(positions);
    endResetModel();
  }
  Q_EMIT refreshed();
}

void ExamplesModel::setFilter(const ExampleFilter& filter) {
  if (filter == filter_) {
    return;
  }
  filter_ = filter;
  selectAgain();
}

void ExamplesModel::setOrder(ExampleOrder order) {
  if (order == order_) {
    return;
  }
  order_ = order;
  selectAgain();
}

void ExamplesModel::selectAgain() {
  beginResetModel();
  positions_ = set_ ? select(*set_, filter_, order_) : std::vector<std::uint32_t>{};
  endResetModel();
  Q_EMIT refreshed();
}

Example ExamplesModel::example(int row) const {
  Example made;
  made.position = positions_[static_cast<std::size_t>(row)];
  made.row = set_->rows[made.position];
  made.label = set_->labels[made.position];
  made.split = set_->split;
  made.has_ended = set_->has_ended;
  made.label_name = text(set_->class_names[static_cast<std::size_t>(made.label)]);
  if (const auto* view = std::get_if<data::TextView>(&(*set_->views)[made.position])) {
    made.text = text(plainText(view->text));
  }
  for (const Answerer model : kAnswerers) {
    const Answers& answers = set_->of(model);
    if (answers.known()) {
      const int predicted = answers.classes[made.position];
      made.answers[static_cast<std::size_t>(model)] = {
          .predicted = predicted,
          .name = static_cast<std::size_t>(predicted) < set_->classes()
                      ? text(set_->class_names[static_cast<std::size_t>(predicted)])
                      : QString::number(predicted),
          .confidence = static_cast<double>(answers.confidences[made.position]),
          .is_right = predicted == made.label};
    }
  }
  return made;
}

std::vector<ClassShares> ExamplesModel::shares(int row) const {
  std::vector<ClassShares> all;
  if (!set_->hasDistributions()) {
    return all;
  }
  const std::size_t position = positions_[static_cast<std::size_t>(row)];
  for (std::size_t i = 0; i < set_->classes(); ++i) {
    ClassShares& one = all.emplace_back();
    one.name = text(set_->class_names[i]);
    one.is_truth = i == set_->labels[position];
    for (const Answerer model : kAnswerers) {
      const std::span<const float> known = set_->distribution(model, position);
      one.of[static_cast<std::size_t>(model)] =
          known.empty() ? std::nan("") : static_cast<double>(known[i]);
    }
  }
  return all;
}

QImage ExamplesModel::image(int row) const {
  return std::visit(DrawExample{}, (*set_->views)[positions_[static_cast<std::size_t>(row)]]);
}

int ExamplesModel::rowOf(std::uint32_t position) const {
  const auto found = std::ranges::find(positions_, position);
  return found == positions_.end() ? -1 : static_cast<int>(found - positions_.begin());
}

QString ExamplesModel::verdict(int row) const {
  const std::size_t position = positions_[static_cast<std::size_t>(row)];
  if (!set_->knows(Answerer::Weak) || !set_->knows(Answerer::Student)) {
    return {};
  }
  if (belongsTo(*set_, position, Category::Fixed)) {
    return tr("The student fixed the weak supervisor's error.");
  }
  if (belongsTo(*set_, position, Category::Copied)) {
    return tr("The student copied the weak supervisor's error.");
  }
  if (belongsTo(*set_, position, Category::Broke)) {
    return tr("The student broke a right weak label.");
  }
  return belongsTo(*set_, position, Category::WrongAnotherWay)
             ? tr("Weak supervisor and student are wrong in different ways.")
             : tr("Weak supervisor and student are both right.");
}

int ExamplesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(positions_.size());
}

QVariant ExamplesModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) {
    return {};
  }
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) {
    return {};
  }
  const Example shown = example(index.row());
  QStringList parts{shown.title()};
  if (!shown.text.isEmpty()) {
    constexpr qsizetype kMostShown = 600;
    parts +=
        shown.text.size() > kMostShown ? shown.text.left(kMostShown) + QChar(0x2026) : shown.text;
  }
  for (const Answerer model : kAnswerers) {
    if (const auto& answer = shown.of(model)) {
      parts += answer->is_right
                   ? tr("%1: %2, %3 %, right")
                         .arg(nameOf(model), answer->name, percentText(answer->confidence))
                   : tr("%1: %2, %3 %, wrong")
                         .arg(nameOf(model), answer->name, percentText(answer->confidence));
    }
  }
  return parts.join(role == Qt::ToolTipRole ? QStringLiteral("\n") : QStringLiteral("; "));
}

QString ExamplesModel::clipboardHeader() const {
  const bool is_test = set_ == nullptr || set_->split == ExampleSplit::Test;
  const bool has_text = set_ != nullptr && !set_->views->empty() &&
                        std::holds_alternative<data::TextView>(set_->views->front());
  return (is_test ? QStringLiteral("test_row") : QStringLiteral("transfer_row")) +
         QStringLiteral("\tlabel") + (has_text ? QStringLiteral("\ttext") : QString()) +
         QStringLiteral(
             "\tweak\tweak_confidence\tstudent\tstudent_confidence\tceiling\t"
             "ceiling_confidence");
}

QString ExamplesModel::clipboardLine(int row) const {
  const Example shown = example(row);
  QStringList cells{QString::number(shown.row), shown.label_name};
  if (!shown.text.isEmpty()) {
    cells += shown.text;
  }
  for (const Answerer model : kAnswerers) {
    const auto& answer = shown.of(model);
    cells += answer ? answer->name : QString();
    cells += answer ? cellText(answer->confidence, 'f', 4) : QString();
  }
  return lineOfCells(cells);
}

}  // namespace w2s::ui
