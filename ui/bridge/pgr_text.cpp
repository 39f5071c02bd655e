#include "ui/bridge/pgr_text.h"

#include <QCoreApplication>

#include "ui/bridge/translated.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

struct PgrText {
  Q_DECLARE_TR_FUNCTIONS(PgrText)
};

}  // namespace

QString pgrCaveat(const Readings& readings) {
  if (!readings.pgr) {
    return {};
  }
  const metrics::PgrStatus status = readings.pgr->status;
  if (readings.stopped_at) {
    return PgrText::tr("no result: stopped at step %1 of %2")
        .arg(countText(*readings.stopped_at), countText(readings.planned_steps));
  }
  if (metrics::isMeaningful(*readings.pgr)) {
    return {};
  }
  return readings.provisional && status != metrics::PgrStatus::StudentStartsAboveWeak
             ? PgrText::tr("the ceiling is not clearly above the weak floor yet")
             : translated(metrics::explain(status));
}

}  // namespace w2s::ui
