#include "ui/widgets/log_view.h"

#include <QFontMetricsF>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTime>

#include "ui/theme/theme.h"

namespace w2s::ui {

LogView::LogView(const Theme& theme, QWidget* parent) : QPlainTextEdit(parent), theme_(theme) {
  setObjectName(QStringLiteral("log"));
  setReadOnly(true);
  setTabChangesFocus(true);
  setFrameShape(QFrame::NoFrame);
  setMaximumBlockCount(2000);
  setAccessibleName(tr("Log"));
  setToolTip(tr("What happened in this session's runs"));
  QScrollBar* bar = verticalScrollBar();
  // What a person does with wheel, keys or the bar itself; its place after that.
  connect(bar, &QScrollBar::actionTriggered, this,
          [this, bar] { follows_ = bar->sliderPosition() >= bar->maximum(); });
  connect(bar, &QScrollBar::rangeChanged, this, &LogView::toTheEnd);
  connect(&theme_, &Theme::changed, this, &LogView::restyle);
  restyle();
}

void LogView::toTheEnd() {
  if (follows_) {
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
  }
}

void LogView::showEvent(QShowEvent* event) {
  QPlainTextEdit::showEvent(event);
  toTheEnd();
}

// Times are not all equally wide: the texts stand at a tab stop behind them.
void LogView::restyle() {
  setTabStopDistance(QFontMetricsF(theme_.font(13)).horizontalAdvance(QStringLiteral("00:00:00")) +
                     theme_.px(12));
}

void LogView::amend(const QString& before, const QString& text) {
  QTextCursor end(document());
  end.movePosition(QTextCursor::End);
  if (end.block().text().section(QLatin1Char('\t'), 1) == before && !before.isEmpty()) {
    end.select(QTextCursor::BlockUnderCursor);
    end.removeSelectedText();
  }
  add(LogLevel::Info, text);
}

void LogView::add(LogLevel level, const QString& text) {
  // Colour by kind and a word for those who do not see it. Text of earlier lines keeps its colour's
  // theme.
  const Tokens& tokens = theme_.tokens();
  const QColor color =
      level == LogLevel::Info ? palette().color(QPalette::Text) : tokens.trouble_text;
  const QString word = level == LogLevel::Failure   ? tr("Error: ")
                       : level == LogLevel::Warning ? tr("Warning: ")
                                                    : QString();
  const QString time = QTime::currentTime().toString(QStringLiteral("HH:mm:ss"));
  if (level == LogLevel::Info) {
    appendPlainText(time + QLatin1Char('\t') + text);
  } else {
    appendHtml(QStringLiteral(
                   "<span style='white-space:pre'>%1\t</span><span style='color:%2'>%3%4</span>")
                   .arg(time, color.name(), word, text.toHtmlEscaped()));
  }
}

}  // namespace w2s::ui
