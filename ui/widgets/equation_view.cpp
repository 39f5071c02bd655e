#include "ui/widgets/equation_view.h"

#include <algorithm>
#include <type_traits>

#include <QLabel>
#include <QTextDocument>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/steady_label.h"

namespace w2s::ui {
namespace {

const QString kTemperature = QStringLiteral("objective.temperature");

const QString kGroundTruth = QStringLiteral("CE(y, p)");
const QString kEntropy = QStringLiteral("H(p)");
const QString kConfidence = QStringLiteral("CE(p\u0302, p)");

// D with its arguments; `square` is the factor T^2.
template <class Divergence>
QString divergenceText(const Divergence& divergence, double temperature, const QString& square) {
  const QString w = temperature == 1.0 ? QStringLiteral("w") : QStringLiteral("w<sub>T</sub>");
  const QString p = temperature == 1.0 ? QStringLiteral("p") : QStringLiteral("p<sub>T</sub>");
  const QString form = QString::fromUtf8(divergence.kEquation.data(),
                                         static_cast<qsizetype>(divergence.kEquation.size()));
  const bool hard = !form.contains(QLatin1String("%1"));  // ignores the temperature
  const QString text = hard ? form : form.arg(w, p);
  if (hard || temperature == 1.0) {
    return text;
  }
  return QStringLiteral("%1<sup>2</sup> %2").arg(square, text);
}

template <class Kind>
concept IsDivergence = requires {
  Kind::kEquation;
};

// Of any variant of kinds. Without an equation of its own a kind is a confidence.
QString termText(const auto& kind, double temperature, const QString& square) {
  return std::visit(
      [&]<class Kind>(const Kind& term) {
        if constexpr (IsDivergence<Kind>) {
          return divergenceText(term, temperature, square);
        } else if constexpr (std::is_same_v<Kind, config::GroundTruth>) {
          return kGroundTruth;
        } else if constexpr (std::is_same_v<Kind, config::Entropy>) {
          return kEntropy;
        } else {
          return kConfidence;
        }
      },
      kind);
}

}  // namespace

EquationView::EquationView(const Theme& theme, QWidget* parent) : QFrame(parent), theme_(theme) {
  formula_ = new QLabel(this);
  formula_->setObjectName(QStringLiteral("equation"));
  formula_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  formula_->setAccessibleName(tr("Objective"));
  values_ = new SteadyLabel(this);
  values_->setObjectName(QStringLiteral("equation.values"));
  values_->setAccessibleName(tr("Objective at the last step"));
  auto* column = new QVBoxLayout(this);
  for (QLabel* label : {formula_, values_}) {
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    column->addWidget(label);
  }
  connect(formula_, &QLabel::linkActivated, this, &EquationView::chosen);
  connect(formula_, &QLabel::linkHovered, this, &EquationView::pointedAt);
  setRichToolTip(
      *this,
      tr("<qt>What the student minimises: <i>w</i> are the weak labels, <i>p</i> the student's "
         "probabilities, "
         "<i>p\u0302</i> its own hardened prediction, <i>y</i> ground truth. Weights are those of "
         "the sliders; "
         "schedules and warm-up come on top. A click on a number leads to its setting. Below: what "
         "it came to for the last batch; the chart's curves are smoothed.</qt>"));
  connect(&theme_, &Theme::changed, this, &EquationView::render);
  render();
}

void EquationView::showObjective(const config::ObjectiveConfig& objective) {
  if (!(objective == objective_)) {
    objective_ = objective;
    render();
  }
}

void EquationView::showTerms(const std::optional<Terms>& terms) {
  terms_ = terms;
  renderTerms();
}

void EquationView::setHighlighted(const QString& key) {
  if (key != highlighted_) {
    highlighted_ = key;
    render();
  }
}

void EquationView::render() {
  const Tokens& tokens = theme_.tokens();
  layout()->setContentsMargins(theme_.px(10), theme_.px(8), theme_.px(10), theme_.px(8));
  layout()->setSpacing(theme_.px(2));
  const auto link = [&](const QString& text, charts::Ink ink, const QString& key) {
    const QString ground = key == highlighted_
                               ? QStringLiteral("; background-color:%1").arg(tokens.track.name())
                               : QString();
    return QStringLiteral("<a href='%1' style='color:%2; text-decoration:none%3'>%4</a>")
        .arg(key, tokens.textOf(ink).name(), ground, text);
  };
  const auto number = [&](double value, charts::Ink ink, const QString& key) {
    return link(decimalText(value, 2), ink, key);
  };
  const double k = objective_.kd_weight.base;
  const double a = std::holds_alternative<config::NoConfidence>(objective_.confidence)
                       ? 0.0
                       : objective_.confidence_weight.base;
  const QString square =
      link(digitsText(objective_.temperature, 3), charts::Ink::Total, kTemperature);
  const QString divergence = termText(objective_.divergence, objective_.temperature, square);
  QStringList terms;
  if (objective_.ground_truth_weight.base != 0.0) {
    terms += number(objective_.ground_truth_weight.base, charts::Ink::GroundTruth,
                    QStringLiteral("objective.ground_truth_weight.base")) +
             QLatin1Char(' ') + kGroundTruth;
  }
  const QString weight = number(k, charts::Ink::Kd, QStringLiteral("objective.kd_weight.base"));
  if (a == 0.0) {
    terms += weight + QLatin1Char(' ') + divergence;
  } else {
    const QString share =
        number(a, charts::Ink::Confidence, QStringLiteral("objective.confidence_weight.base"));
    terms += QStringLiteral("%1 [ (1 \u2212 %2) %3 + %2 %4\u00a0]")
                 .arg(weight, share, divergence,
                      termText(objective_.confidence, objective_.temperature, square));
  }
  if (objective_.entropy_weight.base != 0.0) {
    terms += number(objective_.entropy_weight.base, charts::Ink::Entropy,
                    QStringLiteral("objective.entropy_weight.base")) +
             QLatin1Char(' ') + kEntropy;
  }
  for (std::size_t i = 0; i < objective_.terms.size(); ++i) {
    const config::TermConfig& term = objective_.terms[i];
    if (term.weight.base != 0.0) {
      terms += number(term.weight.base, charts::overlayInk(static_cast<int>(i)),
                      QStringLiteral("objective.term.%1.weight.base")
                          .arg(QString::fromStdString(term.name))) +
               QLatin1Char(' ') + termText(term.kind, objective_.temperature, square);
    }
  }
  const QString html = QStringLiteral("L = ") + terms.join(QStringLiteral(" + "));
  if (html != formula_->text()) {
    formula_->setText(html);
    QTextDocument plain;
    plain.setHtml(html);
    formula_->setAccessibleDescription(plain.toPlainText().simplified());
  }
  renderTerms();
}

// What is said of the numbers depends on the room for it.
void EquationView::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  renderTerms();
}

void EquationView::renderTerms() {
  if (!terms_) {
    values_->setText(QStringLiteral("&nbsp;"));  // keeps its height when the numbers come
    return;
  }
  std::vector<double> parts;
  std::vector<charts::Ink> inks;
  const auto value = [&](double number, charts::Ink ink, bool shown) {
    if (shown) {
      parts.push_back(number);
      inks.push_back(ink);
    }
  };
  const bool confident = !std::holds_alternative<config::NoConfidence>(objective_.confidence) &&
                         objective_.confidence_weight.base != 0.0;
  value(terms_->ground_truth, charts::Ink::GroundTruth, objective_.ground_truth_weight.base != 0.0);
  value(terms_->kd, charts::Ink::Kd, true);
  value(terms_->confidence, charts::Ink::Confidence, confident);
  value(terms_->entropy, charts::Ink::Entropy, objective_.entropy_weight.base != 0.0);
  for (std::size_t i = 0; i < std::min(terms_->further.size(), objective_.terms.size()); ++i) {
    value(terms_->further[i], charts::overlayInk(static_cast<int>(i)),
          objective_.terms[i].weight.base != 0.0);
  }
  const std::vector<double> rounded = roundedToAddUp(parts, terms_->total, 2);
  QStringList values;
  for (std::size_t i = 0; i < rounded.size(); ++i) {
    values += QStringLiteral("<span style='color:%1'>%2</span>")
                  .arg(theme_.tokens().textOf(inks[i]).name(), decimalText(rounded[i], 2));
  }
  QString html = QStringLiteral("&nbsp;&nbsp;= ") + values.join(QStringLiteral(" + "));
  if (values.size() > 1) {
    html += QStringLiteral(" = <b>%1</b>").arg(decimalText(terms_->total, 2));
  }
  // The chart beside it is smoothed, and has another number. Where there is room: the line stays one.
  const QString said = tr("last batch");
  const int needed = values_->fontMetrics().horizontalAdvance(SteadyLabel::withoutTags(html) +
                                                              QStringLiteral("   ") + said);
  if (needed <= values_->width()) {
    const QFont plain = theme_.font(11);
    html += QStringLiteral(
                "&nbsp; <span style='color:%1; font-family:\"%2\"; font-size:%3px'>%4</span>")
                .arg(theme_.tokens().muted.name(), plain.family())
                .arg(plain.pixelSize())
                .arg(said);
  }
  values_->setText(html);
}

}  // namespace w2s::ui
