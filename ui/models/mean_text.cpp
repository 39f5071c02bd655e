#include "ui/models/mean_text.h"

#include "ui/models/study_model.h"
#include "ui/widgets/format.h"

namespace w2s::ui {

QString spreadText(const metrics::MeanAndSd& over) {
  return over.n == 0  ? QStringLiteral("\u2013")
         : over.n > 1 ? QStringLiteral("%1 \u00b1 %2")
                            .arg(percentText(over.mean), decimalText(100.0 * over.sd, 1))
                      : percentText(over.mean);
}

QString pgrOfMeansText(const std::optional<metrics::PgrOfMeans>& over) {
  if (!over || !metrics::isMeaningful(over->pgr)) {
    return QStringLiteral("\u2013");
  }
  const metrics::Pgr& pgr = over->pgr;
  const QString value = decimalText(*pgr.signed_value, 2);
  return pgr.ci95 ? StudyModel::tr("%1 (%2 to %3)")
                        .arg(value, decimalText(pgr.ci95->low, 2), decimalText(pgr.ci95->high, 2))
                  : value;
}

}  // namespace w2s::ui
