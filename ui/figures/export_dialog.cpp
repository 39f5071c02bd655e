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
#include "ui/figures/figure_preview.h"
#include "ui/figures/figure_render.h"
#include "ui/figures/kept_figures.h"
#include "ui/figures/tex_text.h"
#include "ui/theme/theme.h"
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

ExportDialog::ExportDialog(const Theme& theme, std::unique_ptr<FigureSubject> subject, Kind kind,
                           QSettings* settings, QWidget* parent)
    : QDialog(parent),
      theme_(theme),
      subject_(std::move(subject)),
      kind_(kind),
      settings_(settings) {
  setObjectName(QStringLiteral("export"));
  setWindowTitle(kind == Kind::Report ? tr("Report") : tr("Export"));
  setSizeGripEnabled(true);
  preview_ = new FigurePreview(theme, this);
  parts_ = new QBoxLayout(QBoxLayout::LeftToRight, this);
  parts_->setContentsMargins(12, 12, 12, 12);
  parts_->setSpacing(12);
  parts_->addWidget(preview_, 1);
  parts_->addWidget(makeSide());

  restoreSettings();
  refresh_timer_.setSingleShot(true);
  refresh_timer_.setInterval(kPause);
  connect(&refresh_timer_, &QTimer::timeout, this, &ExportDialog::refresh);
  connect(form_, &ExportForm::changed, this, [this] {
    say({});
    refresh();
  });
  connect(kept_, &KeptFigures::opened, this, &ExportDialog::openKept);
  connect(kept_, &KeptFigures::closed, this, &ExportDialog::closeKept);
  connect(kept_, &KeptFigures::keepWanted, this, &ExportDialog::keep);
  connect(kept_, &KeptFigures::said, this, &ExportDialog::say);
  connect(save_, &QPushButton::clicked, this, &ExportDialog::chooseFile);
  connect(copy_image_, &QPushButton::clicked, this, &ExportDialog::copyImage);
  connect(copy_command_, &QPushButton::clicked, this, &ExportDialog::copyCommand);
  connect(copy_caption_, &QPushButton::clicked, this, &ExportDialog::copyCaption);
  connect(&theme_, &Theme::changed, this, &ExportDialog::restyle);
  restyle();
  refresh();
}

void ExportDialog::open(const QString& chart) {
  if (!chart.isEmpty()) {
    kept_->clearCurrent();
    closeKept();
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

QString ExportDialog::group() const {
  return kind_ == Kind::Report ? QStringLiteral("report") : QStringLiteral("export");
}

void ExportDialog::restoreSettings() {
  FigureRequest last = form_->request();
  if (kind_ == Kind::Report) {
    applySize(SizePreset::TwoColumns, last.options);
  }
  if (settings_ != nullptr) {
    last = restoreRequest(*settings_, group(), last);
    last.format = form_->offers(last.format) ? last.format : form_->request().format;
    folder_ = settings_->value(kFolder).toString();
    const std::string extent = settings_->value(kExtent).toString().toStdString();
    form_->setExtent(extent == nameIn(kExtents, Extent::WholeRun) ? Extent::WholeRun
                                                                  : Extent::AsShown);
  }
  // The look is that of the last figure, whatever it showed; charts are those of its kind.
  if (kind_ == Kind::Report) {
    last.charts = subject_->reportCharts();
  } else if (!subject_->hasCourse()) {
    last.charts = {subject_->charts().front().id};
  }
  form_->setRequest(last);
}

void ExportDialog::saveSettings() const {
  if (settings_ != nullptr) {
    settings_->setValue(kExtent, QString::fromUtf8(nameIn(kExtents, form_->extent())));
    settings_->setValue(kFolder, folder_);
    FigureRequest last = form_->request();
    if (!subject_->hasCourse()) {
      last.charts = restoreRequest(*settings_, group()).charts;
    }
    saveRequest(*settings_, group(), last);
  }
}

void ExportDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  say({});  // what was said of an earlier figure
  refresh();
  kept_->refresh();  // another program may have kept some
}

void ExportDialog::done(int result) {
  saveSettings();
  QDialog::done(result);
}

QString ExportDialog::fileName() const {
  if (kind_ == Kind::Report) {
    return QStringLiteral("report.") + ending(form_->request().format);
  }
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
  const std::optional<StudyPart> kept = wanted.study;
  subject_->complete(wanted);
  if (form_->extent() == Extent::AsKept) {
    if (kept && wanted.study) {
      wanted.study = StudyPart{
          .name = wanted.study->name, .measure = kept->measure, .over = kept->over, .by = kept->by};
    }
    dropStrangeAxes(wanted);
  } else if (board_ != nullptr) {
    adopt(shownOn(*board_), form_->extent(), wanted);
  }
  return wanted;
}

void ExportDialog::openKept(const FigureCall& call) {
  form_->setRequest(call.request);
  form_->setKept(true);
  say(subject_->reopen(call), true);
  refresh();
}

void ExportDialog::closeKept() {
  FigureRequest request = form_->request();
  clearAxes(request.options);
  form_->setRequest(request);
  form_->setKept(false);
  refresh();
}

// What is kept is the command that makes the figure again, as the figure itself says it.
void ExportDialog::keep(const QString& name) {
  const Result<Figure> figure = subject_->make(request());
  if (!figure) {
    say(QString::fromStdString(said(figure.error())), true);
    return;
  }
  kept_->keep(name, figure->provenance.command);
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
      isPage(request.format) ? tr("figure of the page \u00b7 %1 \u00d7 %2 mm \u00b7 %3 pt")
                                   .arg(mm(scene.width), mm(scene.height), font)
      : request.format == Format::Pgfplots
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
  kept_->setFolder(known ? subject_->figuresFolder() : std::filesystem::path());
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
  auto* chooser = new QFileDialog(
      this, kind_ == Kind::Report ? tr("Save the report") : tr("Save the figure"), folder_);
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
  if (named && !form_->offers(*named)) {
    say(kind_ == Kind::Report
            ? tr("%1: a report is a page, HTML (.html) or Markdown (.md). Pictures and numbers are "
                 "saved with File, Export.")
                  .arg(QDir::toNativeSeparators(path))
            : tr("%1: a page is a report, which is saved with File, Report. Choose another "
                 "ending for a figure.")
                  .arg(QDir::toNativeSeparators(path)),
        true);
    return;
  }
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
  // Whole or not at all: a full disk leaves the old file.
  const Result<QByteArray> bytes =
      figure ? writeFigure(*figure, wanted) : Result<QByteArray>(tl::unexpect, figure.error());
  if (!bytes) {
    say(QString::fromStdString(said(bytes.error())), true);
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
