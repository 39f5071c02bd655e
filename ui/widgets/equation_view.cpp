#include "ui/widgets/equation_view.h"

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

QString divergenceText(const config::Divergence& divergence, double temperature) {
  const QString w = temperature == 1.0 ? QStringLiteral("w") : QStringLiteral("w<sub>T</sub>");
  const QString p = temperature == 1.0 ? QStringLiteral("p") : QStringLiteral("p<sub>T</sub>");
  const QString form =
      std::visit(Overloaded{
                     [](const config::SoftCe&) { return QStringLiteral("CE(%1, %2)"); },
                     [](const config::HardCe&) { return QStringLiteral("CE(\u0175, p)"); },
                     [](const config::ForwardKl&) { return QStringLiteral("KL(%1 \u2016 %2)"); },
                     [](const config::ReverseKl&) { return QStringLiteral("KL(%2 \u2016 %1)"); },
                     [](const config::JensenShannon&) { return QStringLiteral("JS(%1, %2)"); },
                 },
                 divergence);
  const bool hard = std::holds_alternative<config::HardCe>(divergence);
  const QString text = hard ? form : form.arg(w, p);
  if (hard || temperature == 1.0) {
    return text;
  }
  return QStringLiteral("%1<sup>2</sup> %2").arg(QString::number(temperature, 'g', 3), text);
}

}  // namespace

EquationView::EquationView(const Theme& theme, QWidget* parent) : QLabel(parent), theme_(theme) {
  setObjectName(QStringLiteral("equation"));
  setProperty("equation", true);
  setTextFormat(Qt::RichText);
  setWordWrap(true);
  setAccessibleName(tr("Objective"));
  setToolTip(
      tr("<qt>What the student minimises: <i>w</i> are the weak labels, <i>p</i> the student's "
         "probabilities, "
         "<i>p\u0302</i> its own hardened prediction, <i>y</i> ground truth. Weights are those of "
         "the sliders; "
         "schedules and warm-up come on top.</qt>"));
  connect(&theme_, &Theme::changed, this, &EquationView::render);
}

void EquationView::showObjective(const config::ObjectiveConfig& objective) {
  if (!(objective == objective_) || text().isEmpty()) {
    objective_ = objective;
    render();
  }
}

void EquationView::showTerms(const std::optional<Terms>& terms) {
  terms_ = terms;
  render();
}

void EquationView::render() {
  const Tokens& tokens = theme_.tokens();
  const auto colored = [&](const QString& text, charts::Ink ink) {
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(tokens.textOf(ink).name(), text);
  };
  const double k = objective_.kd_weight.base;
  const double a = std::holds_alternative<config::NoConfidence>(objective_.confidence)
                       ? 0.0
                       : objective_.confidence_weight.base;
  const QString divergence = divergenceText(objective_.divergence, objective_.temperature);
  QStringList terms;
  if (objective_.ground_truth_weight.base != 0.0) {
    terms +=
        colored(decimalText(objective_.ground_truth_weight.base, 2), charts::Ink::GroundTruth) +
        QStringLiteral(" CE(y, p)");
  }
  const QString weight = colored(decimalText(k, 2), charts::Ink::Kd);
  if (a == 0.0) {
    terms += weight + QLatin1Char(' ') + divergence;
  } else {
    const QString share = colored(decimalText(a, 2), charts::Ink::Confidence);
    terms += QStringLiteral("%1 [ (1 \u2212 %2) %3 + %2 CE(p\u0302, p) ]")
                 .arg(weight, share, divergence);
  }
  if (objective_.entropy_weight.base != 0.0) {
    terms += colored(decimalText(objective_.entropy_weight.base, 2), charts::Ink::Entropy) +
             QStringLiteral(" H(p)");
  }
  QString html = QStringLiteral("L = ") + terms.join(QStringLiteral(" + "));
  if (terms_) {
    QStringList values;
    const auto value = [&](double number, charts::Ink ink, bool shown) {
      if (shown) {
        values += colored(decimalText(number, 2), ink);
      }
    };
    value(terms_->ground_truth, charts::Ink::GroundTruth,
          objective_.ground_truth_weight.base != 0.0);
    value(terms_->kd, charts::Ink::Kd, true);
    value(terms_->confidence, charts::Ink::Confidence, a != 0.0);
    value(terms_->entropy, charts::Ink::Entropy, objective_.entropy_weight.base != 0.0);
    html += QStringLiteral("<br>&nbsp;&nbsp;= ") + values.join(QStringLiteral(" + "));
    html += values.size() > 1 ? QStringLiteral(" = <b>%1</b>").arg(decimalText(terms_->total, 2))
                              : QString();
  } else {
    html += QStringLiteral("<br>&nbsp;");  // keeps its height when the numbers come
  }
  setText(html);
}

}  // namespace w2s::ui
