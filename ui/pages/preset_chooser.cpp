#include "ui/pages/preset_chooser.h"

#include <algorithm>
#include <utility>

#include <QAbstractItemView>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QWheelEvent>

#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

constexpr int kSentenceRole = Qt::UserRole + 1;

// Title above, sentence below.
class PresetDelegate final : public QStyledItemDelegate {
 public:
  PresetDelegate(const Theme& theme, QObject* parent)
      : QStyledItemDelegate(parent), theme_(theme) {}

  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&,
                               const QModelIndex& index) const override {
    return {theme_.px(480), theme_.px(32) + highestSentence(*index.model())};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    const Tokens& tokens = theme_.tokens();
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    painter->fillRect(option.rect, selected ? tokens.raised : tokens.surface);
    const QRect text = option.rect.adjusted(theme_.px(12), theme_.px(7), -theme_.px(12), 0);
    painter->setFont(theme_.font(13, QFont::DemiBold));
    painter->setPen(tokens.text);
    painter->drawText(text, Qt::AlignTop | Qt::AlignLeft, index.data().toString());
    painter->setFont(theme_.font(12));
    painter->setPen(tokens.muted);
    painter->drawText(text.adjusted(0, theme_.px(18), 0, 0),
                      Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                      index.data(kSentenceRole).toString());
  }

 private:
  [[nodiscard]] int textWidth() const {
    return theme_.px(460);
  }
  // All entries are as high as the highest, so that whole ones fill the list wherever it is scrolled
  // to. Measured once for each list and letter size: the hint is asked for by every entry.
  [[nodiscard]] int highestSentence(const QAbstractItemModel& model) const {
    QString sentences;
    for (int row = 0; row < model.rowCount(); ++row) {
      sentences += model.index(row, 0).data(kSentenceRole).toString() + QLatin1Char('\n');
    }
    if (sentences == measured_ && theme_.fontScale() == scale_) {
      return highest_;
    }
    measured_ = sentences;
    scale_ = theme_.fontScale();
    highest_ = 0;
    const QFontMetrics metrics(theme_.font(12));
    for (const QString& sentence : sentences.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
      highest_ = std::max(
          highest_, metrics.boundingRect(QRect(0, 0, textWidth(), 1000), Qt::TextWordWrap, sentence)
                        .height());
    }
    return highest_;
  }

  const Theme& theme_;
  mutable QString measured_;
  mutable double scale_ = 0.0;
  mutable int highest_ = 0;
};

}  // namespace

void PresetChooser::insertEntry(int index, const SettingsBasis& basis) {
  entries_.insert(entries_.begin() + index, basis);
  insertItem(index, basis.title, basis.name);
  setItemData(index, basis.sentence, kSentenceRole);
  setItemData(index, basis.sentence, Qt::ToolTipRole);
}

void PresetChooser::removeEntry(int index) {
  entries_.erase(entries_.begin() + index);
  removeItem(index);
}

void PresetChooser::add(const SettingsBasis& basis) {
  for (int i = count() - 1; i >= 0; --i) {
    const SettingsBasis& entry = entries_[static_cast<std::size_t>(i)];
    if (entry.kind == basis.kind &&
        (entry.name == basis.name || entry.kind == SettingsBasis::Kind::Run)) {
      removeEntry(i);
    }
  }
  insertEntry(0, basis);
}

void PresetChooser::showBasis(const SettingsBasis& basis) {
  const auto same = [&](const SettingsBasis& entry) {
    return entry.kind == basis.kind && entry.name == basis.name;
  };
  auto found = std::ranges::find_if(entries_, same);
  if (found == entries_.end()) {
    add(basis);
    found = entries_.begin();
  }
  setCurrentIndex(static_cast<int>(found - entries_.begin()));
}

PresetChooser::PresetChooser(const Theme& theme, const std::vector<SettingsBasis>& presets,
                             QWidget* parent)
    : ElidedCombo(parent) {
  setObjectName(QStringLiteral("preset"));
  setAccessibleName(tr("Preset"));
  setAccessibleDescription(tr("Chooses the experiment; its settings apply to the next run"));
  setToolTip(accessibleDescription());
  setItemDelegate(new PresetDelegate(theme, this));
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  setMinimumContentsLength(17);
  for (const SettingsBasis& preset : presets) {
    insertEntry(count(), preset);
  }
  connect(this, &QComboBox::activated, this, [this](int index) {
    // A copy: whoever follows may change the list.
    Q_EMIT chosen(SettingsBasis(entries_[static_cast<std::size_t>(index)]));
    if (std::exchange(open_, false)) {
      Q_EMIT picked(index);
    }
  });
  const auto widen = [this, &theme] { view()->setMinimumWidth(theme.px(500)); };
  connect(&theme, &Theme::changed, this, widen);
  widen();
}

void PresetChooser::showPopup() {
  open_ = true;
  // Whole entries, in a list no higher than the window.
  const int entry = view()->sizeHintForRow(0);
  const QRect screen_area = screen()->availableGeometry();
  const int above = mapToGlobal(QPoint(0, 0)).y() - screen_area.top();
  const int below = screen_area.bottom() - mapToGlobal(QPoint(0, height())).y();
  const int room = std::min(window()->height() - 2 * height(), std::max(above, below)) - 8;
  setMaxVisibleItems(std::clamp(entry > 0 ? room / entry : 1, 1, std::max(1, count())));
  ElidedCombo::showPopup();
}

void PresetChooser::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

// Qt closes the list first and then says what was chosen, in the same call.
void PresetChooser::hidePopup() {
  ElidedCombo::hidePopup();
  QMetaObject::invokeMethod(
      this, [this] { open_ = view()->isVisible(); }, Qt::QueuedConnection);
}

}  // namespace w2s::ui
