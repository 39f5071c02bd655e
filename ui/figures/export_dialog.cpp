#include "ui/figures/export_dialog.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>

#include "core/base/file_io.h"
#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_board.h"
#include "ui/draw/scene_painter.h"
#include "ui/figures/board_view.h"
#include "ui/figures/command_view.h"
#include "ui/figures/export_form.h"
#include "ui/figures/export_settings.h"
#include "ui/figures/figure_file.h"
#include "ui/figures/figure_preview.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/tex_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {

using namespace figures;

namespace {

const QString kFolder = QStringLiteral("export/folder");
const QString kExtent = QStringLiteral("export/extent");
constexpr int kLinesOfText = 400;
// While a run goes on: often enough to see it, seldom enough to leave it the processor.
constexpr std::chrono::milliseconds kPause{150};

QString ending(Format format) {
  return QString::fromUtf8(endingOf(format));
}

}  // namespace

ExportDialog::ExportDialog(const Theme& theme, std::unique_ptr<FigureSubject> subject,
                           QSettings* settings, QWidget* parent)
    : QDialog(parent), theme_(theme), subject_(std::move(subject)), settings_(settings) {
  setObjectName(QStringLiteral("export"));
  setWindowTitle(tr("Export"));
  setSizeGripEnabled(true);
  preview_ = new FigurePreview(theme, this);
  parts_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
  parts_->setContentsMargins(12, 12, 12, 12);
  parts_->setSpacing(12);
  parts_->addWidget(preview_, 1);
  parts_->addWidget(makeSide());

  if (settings_ != nullptr) {
    // The look is that of the last figure, whatever it showed; charts are those of its kind.
    FigureRequest last = restoreRequest(*settings_);
    if (!subject_->hasCourse()) {
      last.charts = {subject_->charts().front().id};
    }
    form_->setRequest(last);
    folder_ = settings_->value(kFolder).toString();
    const std::string extent = settings_->value(kExtent).toString().toStdString();
    form_->setExtent(valueIn(kExtents, extent).value_or(Extent::AsShown));
  }
  refresh_timer_.setSingleShot(true);
  refresh_timer_.setInterval(kPause);
  connect(&refresh_timer_, &QTimer::timeout, this, &ExportDialog::refresh);
  connect(form_, &ExportForm::changed, this, [this] {
    say({});
    refresh();
  });
  connect(save_, &QPushButton::clicked, this, &ExportDialog::chooseFile);
  connect(copy_image_, &QPushButton::clicked, this, &ExportDialog::copyImage);
  connect(copy_command_, &QPushButton::clicked, this, &ExportDialog::copyCommand);
  connect(copy_caption_, &QPushButton::clicked, this, &ExportDialog::copyCaption);
  connect(&theme_, &Theme::changed, this, &ExportDialog::restyle);
  restyle();
  refresh();
}

QWidget* ExportDialog::makeSide() {
  auto* side = new QFrame(this);
  side->setProperty("card", true);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(14, 12, 14, 12);
  column->setSpacing(10);
  auto* title = new QLabel(tr("Figure"), side);
  title->setProperty("strong", true);
  column->addWidget(title);

  form_ = new ExportForm(theme_, subject_->charts(), subject_->hasCourse(), side);
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

void ExportDialog::open(const QString& chart) {
  if (!chart.isEmpty()) {
    FigureRequest wanted = form_->request();
    wanted.charts = {chart.toStdString()};
    form_->setRequest(wanted);
    refresh();
  }
  show();
  raise();
  activateWindow();
}

void ExportDialog::setBoard(const ChartBoard& board) {
  board_ = &board;
  connect(&board, &ChartBoard::zoomChanged, this, &ExportDialog::refreshSoon);
  connect(&board, &ChartBoard::stateChanged, this, &ExportDialog::refreshSoon);
  refresh();
}

void ExportDialog::saveSettings() const {
  if (settings_ != nullptr) {
    settings_->setValue(kExtent, QString::fromUtf8(nameIn(kExtents, form_->extent())));
    settings_->setValue(kFolder, folder_);
    FigureRequest last = form_->request();
    if (!subject_->hasCourse()) {
      last.charts = restoreRequest(*settings_).charts;
    }
    saveRequest(*settings_, last);
  }
}

void ExportDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  say({});  // what was said of an earlier figure
  refresh();
}

void ExportDialog::done(int result) {
  saveSettings();
  QDialog::done(result);
}

QString ExportDialog::fileName() const {
  QStringList charts;
  for (const std::string& chart : form_->request().charts) {
    charts += QString::fromStdString(chart);
  }
  return charts.join(QLatin1Char('-')) + QLatin1Char('.') + ending(form_->request().format);
}

FigureRequest ExportDialog::request(const QString& path) const {
  FigureRequest wanted = form_->request();
  wanted.out = (path.isEmpty() ? fileName() : path).toStdString();
  wanted.language = currentLanguage().toStdString();
  subject_->complete(wanted);
  if (board_ != nullptr) {
    adopt(shownOn(*board_), form_->extent(), wanted);
  }
  return wanted;
}

void ExportDialog::refreshSoon() {
  if (isVisible() && !refresh_timer_.isActive()) {
    refresh_timer_.start();
  }
}

QString ExportDialog::captionOf(const FigureRequest& request, qsizetype bytes,
                                const draw::Scene& scene) const {
  const QString size = tr("%1 kB %2")
                           .arg(countText((std::max<qsizetype>(bytes, 1) + 999) / 1000),
                                ending(request.format).toUpper());
  if (request.format == Format::Csv) {
    return tr("first lines \u00b7 %1").arg(size);
  }
  const auto mm = [&](double points) { return decimalText(points / kPointsPerMm, 0); };
  const QString font = digitsText(request.options.font_pt, 3);
  QString text =
      request.format == Format::Pgfplots
          ? tr("preview \u00b7 %1 \u00d7 %2 mm \u00b7 %3 pt, in the font of the paper")
                .arg(mm(scene.width), mm(scene.height), font)
          : tr("exact preview \u00b7 %1 \u00d7 %2 mm \u00b7 %3 pt %4")
                .arg(mm(scene.width), mm(scene.height), font, figureFamily(request.options.font));
  if (request.format == Format::Png) {
    text += tr(" \u00b7 %1 dpi").arg(request.options.dpi);
  }
  return text + QStringLiteral(" \u00b7 ") + size;
}

void ExportDialog::refresh() {
  const FigureRequest wanted = request();
  const QString empty = subject_->emptyReason();
  const bool known = empty.isEmpty();
  for (QPushButton* button : {save_, copy_image_, copy_command_, copy_caption_}) {
    button->setEnabled(known);
  }
  if (!known) {
    command_->setCommand({});
    preview_->showMessage(empty);
    return;
  }
  command_->setCommand(QString::fromStdString(subject_->commandOf(wanted)));
  const Result<Figure> figure = subject_->make(wanted);
  caption_ = figure ? QString::fromStdString(figure->provenance.caption) : QString();
  copy_caption_->setEnabled(!caption_.isEmpty());
  setRichToolTip(*copy_caption_, QStringLiteral("<qt>%1</qt>").arg(caption_.toHtmlEscaped()));
  const Result<QByteArray> bytes =
      figure ? renderFigure(*figure, wanted) : Result<QByteArray>(tl::unexpect, figure.error());
  if (!bytes) {
    save_->setEnabled(false);
    copy_image_->setEnabled(false);
    preview_->showMessage(QString::fromStdString(said(bytes.error())));
    return;
  }
  if (wanted.format == Format::Csv) {
    const QString text = QString::fromUtf8(*bytes);
    preview_->showText(text.section(QLatin1Char('\n'), 0, kLinesOfText),
                       captionOf(wanted, bytes->size(), {}));
    return;
  }
  draw::Scene scene = sceneOf(*figure, wanted.options, wanted.format);
  const QString below = captionOf(wanted, bytes->size(), scene);
  preview_->showScene(std::move(scene), below);
}

void ExportDialog::chooseFile() {
  if (folder_.isEmpty() || !QDir(folder_).exists()) {
    folder_ = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  }
  auto* chooser = new QFileDialog(this, tr("Save the figure"), folder_);
  chooser->setObjectName(QStringLiteral("export.file"));
  chooser->setAttribute(Qt::WA_DeleteOnClose);
  chooser->setAcceptMode(QFileDialog::AcceptSave);
  const QString suffix = ending(form_->request().format);
  chooser->setDefaultSuffix(suffix);
  chooser->setNameFilter(QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
  chooser->selectFile(fileName());
  connect(chooser, &QFileDialog::fileSelected, this, &ExportDialog::saveTo);
  chooser->open();
}

void ExportDialog::saveTo(const QString& path) {
  // A name's ending says what is wanted, here as on the command line.
  const auto named = formatOfEnding(QFileInfo(path).suffix().toLower().toStdString());
  if (named && *named != form_->request().format) {
    FigureRequest other = form_->request();
    other.format = *named;
    form_->setRequest(other);
    refresh();
  }
  const FigureRequest wanted = request(path);
  if (!subject_->emptyReason().isEmpty()) {
    return;
  }
  const Result<Figure> figure = subject_->make(wanted);
  caption_ = figure ? QString::fromStdString(figure->provenance.caption) : QString();
  copy_caption_->setEnabled(!caption_.isEmpty());
  setRichToolTip(*copy_caption_, QStringLiteral("<qt>%1</qt>").arg(caption_.toHtmlEscaped()));
  const Result<QByteArray> bytes =
      figure ? renderFigure(*figure, wanted) : Result<QByteArray>(tl::unexpect, figure.error());
  if (!bytes) {
    say(QString::fromStdString(said(bytes.error())), true);
    return;
  }
  // Whole or not at all: a full disk leaves the old file.
  const Status written = writeFigureFile(
      path.toStdString(),
      std::string_view(bytes->constData(), static_cast<std::size_t>(bytes->size())));
  if (!written) {
    say(QString::fromStdString(said(written.error())), true);
    return;
  }
  folder_ = QFileInfo(path).absolutePath();
  saveSettings();
  const QString saved = tr("Saved as %1").arg(QDir::toNativeSeparators(path));
  const auto unknown = wanted.format == Format::Pgfplots ? unknownToTex(bytes->toStdString())
                                                         : std::optional<Sentence>();
  if (unknown) {
    say(saved + QLatin1Char('\n') + QString::fromStdString(said(*unknown)), true);
  } else {
    say(saved);
  }
}

void ExportDialog::copyImage() {
  const FigureRequest wanted = request();
  const Result<Figure> figure = subject_->emptyReason().isEmpty()
                                    ? subject_->make(wanted)
                                    : Result<Figure>(tl::unexpect, Error{});
  const Result<QByteArray> bytes =
      figure ? renderFigure(*figure, wanted) : Result<QByteArray>(tl::unexpect, figure.error());
  if (!bytes) {
    say(QString::fromStdString(said(bytes.error())), true);
    return;
  }
  auto* mime = new QMimeData;
  if (wanted.format == Format::Csv) {
    mime->setText(QString::fromUtf8(*bytes));
    say(tr("The numbers are on the clipboard."));
  } else if (wanted.format == Format::Pgfplots) {
    mime->setText(QString::fromUtf8(*bytes));
    say(tr("The LaTeX source is on the clipboard."));
  } else {
    mime->setImageData(imageOf(sceneOf(*figure, wanted.options), wanted.options.dpi));
    if (wanted.format == Format::Svg) {
      mime->setData(QStringLiteral("image/svg+xml"), *bytes);
    }
    say(tr("The picture is on the clipboard, at %1 dpi.").arg(wanted.options.dpi));
  }
  QGuiApplication::clipboard()->setMimeData(mime);
}

void ExportDialog::copyCaption() {
  QGuiApplication::clipboard()->setText(caption_);
  say(tr("The caption is on the clipboard."));
}

void ExportDialog::copyCommand() {
  QGuiApplication::clipboard()->setText(command_->command());
  say(tr("The command is on the clipboard."));
}

void ExportDialog::say(const QString& message, bool trouble) {
  QPalette palette = message_->palette();
  palette.setColor(QPalette::WindowText,
                   trouble ? theme_.tokens().trouble_text : theme_.tokens().muted);
  message_->setPalette(palette);
  message_->setText(message);
  message_->setVisible(!message.isEmpty());
}

}  // namespace w2s::ui
