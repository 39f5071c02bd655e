#include "ui/widgets/model_card.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

QString backboneText(const config::Backbone& backbone) {
  return std::visit(
      Overloaded{
          [](const config::PixelsBackbone& b) {
            return ModelCard::tr("pixels %1\u00d7%1").arg(b.size);
          },
          [](const config::MlpBackbone& b) {
            return ModelCard::tr("perceptron %1\u00d7%2 on %3\u00d7%3 pixels")
                .arg(b.layers)
                .arg(b.width)
                .arg(b.size);
          },
          [](const config::ConvnetBackbone& b) {
            return ModelCard::tr("convolutional net, width %1").arg(b.width);
          },
          [](const config::FashionSslBackbone&) { return ModelCard::tr("fashion-ssl encoder"); },
          [](const config::FileBackbone& b) {
            return ModelCard::tr("encoder %1")
                .arg(QString::fromStdString(b.path).section(QLatin1Char('/'), -1));
          },
      },
      backbone);
}

QString headText(const config::Head& head) {
  return std::visit(
      Overloaded{
          [](const config::LinearHead&) { return ModelCard::tr("linear head"); },
          [](const config::MlpHead& h) {
            return ModelCard::tr("head with %1 hidden units").arg(h.width);
          },
          [](const config::TreeHead& h) { return ModelCard::tr("tree of depth %1").arg(h.depth); },
      },
      head);
}

QString tuningText(const config::ModelConfig& model) {
  if (std::holds_alternative<config::TreeHead>(model.head)) {
    return {};  // grown at once; nothing is tuned
  }
  switch (model.tuning) {
    case config::Tuning::HeadOnly:
      return ModelCard::tr("frozen");
    case config::Tuning::Full:
      return ModelCard::tr("fully fine-tuned");
    case config::Tuning::Scratch:
      return ModelCard::tr("trained from scratch");
  }
  return {};
}

}  // namespace

QString modelTitle(const config::ModelConfig& model) {
  return QStringLiteral("%1, %2").arg(backboneText(model.backbone), headText(model.head));
}

ModelCard::ModelCard(const Theme& theme, charts::Ink ink, const QString& role, QWidget* parent)
    : QFrame(parent), theme_(theme), ink_(ink), role_(role) {
  title_ = new QLabel(this);
  title_->setTextFormat(Qt::RichText);
  title_->setWordWrap(true);
  detail_ = new QLabel(this);
  detail_->setProperty("small", true);
  detail_->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 9, 10, 9);
  column->setSpacing(3);
  column->addWidget(title_);
  column->addWidget(detail_);
  connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ModelCard::setModel(const config::ModelConfig& model, const QString& supervision) {
  title_->setText(QStringLiteral("<b>%1</b> \u00b7 %2")
                      .arg(role_, backboneText(model.backbone).toHtmlEscaped()));
  QStringList details{headText(model.head), tuningText(model), supervision};
  details.removeAll(QString());
  detail_->setText(details.join(QStringLiteral(" \u00b7 ")));
  setAccessibleName(tr("%1 model").arg(role_));
  setAccessibleDescription(QStringLiteral("%1, %2").arg(modelTitle(model), detail_->text()));
  setToolTip(accessibleDescription());
}

void ModelCard::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double radius = theme_.px(8);
  painter.setPen(tokens.border);
  painter.setBrush(tokens.surface);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.of(ink_));
  painter.drawRoundedRect(QRectF(10, 10, 4, height() - 20), 2, 2);
}

}  // namespace w2s::ui
