#include "ui/form/model_gallery.h"

#include <algorithm>
#include <cstdlib>

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/form/model_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/model_card.h"

namespace w2s::ui {
namespace {

constexpr int kColumns = 2;

}  // namespace

ModelGallery::ModelGallery(const Theme& theme, const config::ExperimentConfig& config,
                           ModelRole role, QWidget* parent)
    : QDialog(parent), theme_(theme), role_(role) {
  setObjectName(QStringLiteral("gallery"));
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(role == ModelRole::Weak ? tr("Weak supervisor") : tr("Strong model"));
  auto* column = new QVBoxLayout(this);
  auto* sentence =
      new QLabel(role == ModelRole::Weak
                     ? tr("Trained on ground truth of the weak rows, it labels the transfer rows. "
                          "What it gets wrong is what the student can see through, or copy.")
                     : tr("Student and ceiling: the same model, trained on weak labels and on "
                          "ground truth."),
                 this);
  sentence->setProperty("sentence", true);
  sentence->setWordWrap(true);
  column->addWidget(sentence);
  scroll_ = new QScrollArea(this);
  scroll_->setObjectName(QStringLiteral("gallery.scroll"));
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  auto* content = new QWidget(scroll_);
  addCards(config, content);
  scroll_->setWidget(content);
  column->addWidget(scroll_, 1);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  QPushButton* close = buttons->button(QDialogButtonBox::Close);
  close->setObjectName(QStringLiteral("gallery.close"));
  close->setAutoDefault(false);
  close->setAccessibleName(tr("Close"));
  close->setToolTip(tr("Keeps the present model"));
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
  connect(&theme_, &Theme::changed, this, &ModelGallery::restyle);
  restyle();
}

void ModelGallery::addCards(const config::ExperimentConfig& config, QWidget* content) {
  auto* grid = new QGridLayout(content);
  grid->setContentsMargins(0, 0, theme_.px(4), 0);
  grid->setSpacing(theme_.px(8));
  const config::ModelConfig& present = modelOf(config, role_);
  const charts::Ink ink = role_ == ModelRole::Weak ? charts::Ink::Weak : charts::Ink::Student;
  QLabel* heading = nullptr;
  int row = -1;
  int column = kColumns;
  std::size_t backbone = std::variant_npos;
  int index = 0;
  for (const config::ModelConfig& model : modelChoices(config, role_)) {
    if (model.backbone.index() != backbone) {
      backbone = model.backbone.index();
      heading = new QLabel(QStringLiteral("<b>%1</b><br>%2")
                               .arg(backboneTitle(model.backbone).toHtmlEscaped(),
                                    backboneHelp(model.backbone).toHtmlEscaped()),
                           content);
      heading->setTextFormat(Qt::RichText);
      heading->setWordWrap(true);
      grid->addWidget(heading, ++row, 0, 1, kColumns);
      column = kColumns;
    }
    if (column == kColumns) {
      column = 0;
      ++row;
    }
    auto* card = new ModelCard(theme_, ink, content);
    card->setObjectName(QStringLiteral("gallery.card.%1").arg(index++));
    card->setCheckable(true);
    card->setChecked(model == present);
    QStringList words{backboneWords(model.backbone), headWords(model.head), tuningWords(model)};
    words.removeAll(QString());
    const QString name = words.join(QStringLiteral(", "));
    QStringList parts{headWords(model.head), tuningWords(model)};
    parts.removeAll(QString());
    QString head = parts.join(QStringLiteral(", "));
    head[0] = head[0].toUpper();
    ModelCard::Content shown{
        .title =
            QStringLiteral("<b>%1</b>%2")
                .arg(head.toHtmlEscaped(),
                     model == present ? QStringLiteral(" \u00b7 <span style='color:%1'>%2</span>")
                                            .arg(theme_.tokens().accent.name(), tr("current"))
                                      : QString()),
        .lines = {tuningHelp(model).toHtmlEscaped()}};
    config::ExperimentConfig with = config;
    modelOf(with, role_) = model;
    std::string why;
    if (const auto facts = factsOf(with, role_, &why)) {
      for (const ModelFactText& fact : factsTable(model, *facts)) {
        shown.facts.push_back({fact.name, fact.value});
      }
    } else {
      shown.lines += QString::fromStdString(why).toHtmlEscaped();
    }
    card->setContent(shown);
    card->setAccessibleName(model == present ? tr("%1, the present model").arg(name) : name);
    card->setToolTip(QStringLiteral("%1. %2").arg(name, headHelp(model.head)));
    connect(card, &QAbstractButton::clicked, this, [this, model] { pick(model); });
    grid->addWidget(card, row, column);
    entries_.push_back({card, heading, row, column});
    ++column;
  }
  for (int i = 0; i < kColumns; ++i) {
    grid->setColumnStretch(i, 1);
  }
  grid->setRowStretch(row + 1, 1);
}

void ModelGallery::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  for (const Entry& entry : entries_) {
    if (entry.card->isChecked()) {
      entry.card->setFocus(Qt::OtherFocusReason);
      // When the cards have their heights, which follow from the dialog's width.
      QTimer::singleShot(0, this, [this, entry] { showFromHeading(entry); });
    }
  }
}

// The family's heading stands at the top where the card fits below it, else the card's top edge.
void ModelGallery::showFromHeading(const Entry& entry) {
  const int room = scroll_->viewport()->height();
  const QRect card = entry.card->geometry();
  const int heading = entry.heading->geometry().top();
  const int top = card.bottom() - heading < room ? heading : card.top();
  scroll_->verticalScrollBar()->setValue(top);
}

void ModelGallery::pick(const config::ModelConfig& model) {
  Q_EMIT picked(model);
  accept();
}

void ModelGallery::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return moveFocus(0, -1);
    case Qt::Key_Right:
      return moveFocus(0, 1);
    case Qt::Key_Up:
      return moveFocus(-1, 0);
    case Qt::Key_Down:
      return moveFocus(1, 0);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (auto* card = qobject_cast<ModelCard*>(focusWidget())) {
        card->click();
        return;
      }
      break;
    default:
      break;
  }
  QDialog::keyPressEvent(event);
}

// To the nearest card in that direction; headings and gaps are skipped.
void ModelGallery::moveFocus(int rows, int columns) {
  const auto here = std::ranges::find(entries_, focusWidget(), [](const Entry& entry) {
    return static_cast<QWidget*>(entry.card);
  });
  if (here == entries_.end()) {
    if (!entries_.empty()) {
      entries_.front().card->setFocus(Qt::TabFocusReason);
    }
    return;
  }
  if (columns != 0) {  // reading order
    const auto index = (here - entries_.begin()) + columns;
    if (index >= 0 && index < static_cast<std::ptrdiff_t>(entries_.size())) {
      entries_[static_cast<std::size_t>(index)].card->setFocus(Qt::TabFocusReason);
    }
    return;
  }
  const Entry* nearest = nullptr;
  const auto distance = [&](const Entry& entry) {
    return 10 * std::abs(entry.row - here->row) + std::abs(entry.column - here->column);
  };
  for (const Entry& entry : entries_) {
    const bool ahead = rows > 0 ? entry.row > here->row : entry.row < here->row;
    if (ahead && (nearest == nullptr || distance(entry) < distance(*nearest))) {
      nearest = &entry;
    }
  }
  if (nearest != nullptr) {
    nearest->card->setFocus(Qt::TabFocusReason);
  }
}

void ModelGallery::restyle() {
  layout()->setContentsMargins(theme_.px(16), theme_.px(14), theme_.px(12), theme_.px(12));
  layout()->setSpacing(theme_.px(10));
  QSize size(theme_.px(720), theme_.px(640));
  if (parentWidget() != nullptr) {
    size = size.boundedTo(parentWidget()->window()->size() - QSize(40, 40));
  }
  resize(size);
}

}  // namespace w2s::ui
