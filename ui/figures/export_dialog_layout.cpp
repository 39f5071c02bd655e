// Where the parts of the export dialog stand.
#include <algorithm>

#include <QBoxLayout>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

#include "ui/figures/command_view.h"
#include "ui/figures/export_dialog.h"
#include "ui/figures/export_form.h"
#include "ui/figures/figure_preview.h"
#include "ui/figures/kept_figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"

namespace w2s::ui {

using namespace figures;
namespace {

constexpr double kPreviewShare = 0.45;   // at least, of the dialog's width, beside the settings
constexpr double kStackedHeight = 0.34;  // of the dialog's, above them

}  // namespace

QWidget* ExportDialog::makeSide() {
  auto* side = new QFrame(this);
  side->setProperty("card", true);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(14, 12, 14, 12);
  column->setSpacing(10);
  auto* title = new QLabel(kind_ == Kind::Report ? tr("Report") : tr("Figure"), side);
  title->setProperty("strong", true);
  column->addWidget(title);

  kept_ = new KeptFigures(
      [this](const FigureCall& call) {
        return form_->offers(call.request.format) && subject_->isOf(call);
      },
      side);
  column->addWidget(kept_);
  std::vector<Format> formats;
  for (const auto& [format, name] : kFormats) {
    if (isPage(format) == (kind_ == Kind::Report)) {
      formats.push_back(format);
    }
  }
  form_ =
      new ExportForm(theme_, subject_->charts(), subject_->hasCourse(), std::move(formats), side);
  side_ = new QScrollArea(side);
  side_->setObjectName(QStringLiteral("export.settings"));
  side_->setFrameShape(QFrame::NoFrame);
  side_->setWidgetResizable(true);
  side_->setFocusPolicy(Qt::NoFocus);
  side_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // the form adapts to the width
  content_ = new QWidget;
  auto* content = new QVBoxLayout(content_);
  content->setContentsMargins(0, 0, 0, 0);
  content->setSpacing(10);
  content->addWidget(form_, 1);
  side_->setWidget(content_);
  column->addWidget(side_, 1);

  command_part_ = new QWidget(side);
  auto* part = new QVBoxLayout(command_part_);
  part->setContentsMargins(0, 0, 0, 0);
  part->setSpacing(10);
  auto* caption = new QLabel(tr("The same without a window"), command_part_);
  auto* head = new QHBoxLayout;
  head->addWidget(caption, 1);
  part->addLayout(head);
  command_ = new CommandView(command_part_);
  command_->setObjectName(QStringLiteral("export.command"));
  command_->setReadOnly(true);
  command_->setTabChangesFocus(true);
  command_->setAccessibleName(tr("Command that exports the same figure"));
  command_->setToolTip(tr("Makes the same file on a command line or in a script"));
  command_->setProperty("boxed", true);
  caption->setBuddy(command_);
  part->addWidget(command_);
  column->addWidget(command_part_);

  auto* buttons = new FlowLayout;  // below each other where letters are large
  buttons->setSpacing(8);
  const auto button = [&](QLayout* place, const char* name, const QString& text,
                          const QString& tip) {
    auto* made = new QPushButton(text, side);
    made->setObjectName(QStringLiteral("export.") + QLatin1String(name));
    made->setToolTip(tip);
    made->setAccessibleDescription(tip);
    made->setAutoDefault(false);
    place->addWidget(made);
    return made;
  };
  save_ = button(buttons, "save", tr("Save\u2026"), tr("Chooses a file and writes the figure"));
  save_->setProperty("primary", true);
  save_->setDefault(true);
  copy_image_ = button(buttons, "copy_image", tr("Copy image"),
                       tr("Puts the picture on the clipboard, or the text of a CSV or LaTeX file"));
  copy_command_ =
      button(head, "copy_command", tr("Copy command"), tr("Puts the command on the clipboard"));
  copy_caption_ = button(buttons, "copy_caption", tr("Copy caption"),
                         tr("Puts a text for below the figure on the clipboard"));
  column->addLayout(buttons);
  message_ = new QLabel(side);
  message_->setObjectName(QStringLiteral("export.message"));
  message_->setWordWrap(true);
  message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  message_->hide();
  column->addWidget(message_);
  form_->installEventFilter(this);
  side_->viewport()->installEventFilter(this);
  return side;
}

void ExportDialog::restyle() {
  QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  fixed.setPixelSize(theme_.px(11));
  command_->setFont(fixed);
  // Never larger than the screen, whatever the size of the letters: the settings scroll.
  const QSize room = screen()->availableSize() - QSize(40, 60);
  setMinimumSize(QSize(theme_.px(420), theme_.px(420)).boundedTo(room));
  resize(size().expandedTo({theme_.px(980), theme_.px(800)}).boundedTo(room));
  arrange();
}

void ExportDialog::arrange() {
  QWidget* side = side_->parentWidget();
  const QMargins card = side->layout()->contentsMargins();
  const QMargins around = layout()->contentsMargins();
  const int settings = form_->sizeHint().width() + side_->verticalScrollBar()->sizeHint().width() +
                       card.left() + card.right() + 2;  // and the card's border
  const int wanted = std::max(theme_.px(376), settings);
  const int preview = static_cast<int>(kPreviewShare * width());
  const int room = width() - around.left() - around.right() - parts_->spacing() - preview;
  stack(wanted > room);
  if (stacked_) {
    side->setMinimumWidth(0);
    side->setMaximumWidth(QWIDGETSIZE_MAX);
    preview_->setFixedHeight(static_cast<int>(kStackedHeight * height()));
  } else {
    side->setFixedWidth(wanted);
    preview_->setMinimumHeight(0);
    preview_->setMaximumHeight(QWIDGETSIZE_MAX);
  }
  fitCommand();
}

void ExportDialog::stack(bool stacked) {
  if (stacked == stacked_) {
    return;
  }
  stacked_ = stacked;
  parts_->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  parts_->setStretch(0, stacked ? 0 : 1);
  parts_->setStretch(1, stacked ? 1 : 0);
  // Above each other there is little height: the command scrolls with the settings.
  auto* column = static_cast<QBoxLayout*>(side_->parentWidget()->layout());
  if (stacked) {
    content_->layout()->addWidget(command_part_);
  } else {
    column->insertWidget(column->indexOf(side_) + 1, command_part_);
  }
}

// The command has the height that it needs, and at most what leaves the first settings whole.
void ExportDialog::fitCommand() {
  const int least = theme_.px(92);
  int height = least;
  if (!stacked_ && side_->verticalScrollBar()->maximum() > 0) {
    // Of a row nothing is cut off: a little is taken from the command where that is enough to show
    // it whole, else it is left to the scroll bar, and with it one beside it that begins higher.
    const int room = side_->viewport()->height() + command_->height() - least;
    const auto rows = form_->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    const auto cutBy = [&](int end, const QWidget* row) {
      return row->isVisible() && row->y() < end && row->geometry().bottom() >= end;
    };
    int end = room;
    for (const QWidget* row : rows) {
      end = cutBy(room, row) ? std::max(end, row->geometry().bottom() + 1) : end;
    }
    if (end - room > theme_.px(30)) {
      end = room;
      for (int before = 0; end != before;) {
        before = end;
        for (const QWidget* row : rows) {
          end = cutBy(before, row) ? std::min(end, row->y()) : end;
        }
      }
      end = std::max(end, room - theme_.px(100));
    }
    height = least + room - end;
  }
  if (command_->minimumHeight() != height || command_->maximumHeight() != height) {
    command_->setFixedHeight(height);
  }
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
  QDialog::resizeEvent(event);
  arrange();
}

bool ExportDialog::eventFilter(QObject* watched, QEvent* event) {
  if (watched == form_ &&
      (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)) {
    arrange();  // other letters, other words
  }
  if (watched == side_->viewport() && event->type() == QEvent::Resize) {
    fitCommand();
  }
  return QDialog::eventFilter(watched, event);
}

}  // namespace w2s::ui
