// Remembers the experiment for the next start: what the settings began as, the settings where they
// differ from that, seed and speed. They stand in the window's settings file as TOML text:
//
//   experiment/basis       preset, file or run
//   experiment/name        "fashion-demo", the file's path, the run's id
//   experiment/began_as    TOML of a file or a run as it was; a preset is that of this version
//   experiment/settings    TOML; absent where nothing was changed
//   experiment/seed, experiment/speed (steps/s, 0 = as fast as possible)
//
// What cannot be read back moves to experiment/lost1/basis and so on, the next to lost2, and is
// never written over.
//
// Written a second after the last change and when the window closes. Settings that no run could
// start with would not be read back: while there are any, what was kept before stays.
#pragma once

#include <vector>

#include <QObject>
#include <QTimer>

#include "core/base/result.h"
#include "ui/form/settings_basis.h"

class QSettings;

namespace w2s::ui {

class ExperimentSession;
class SettingsHistory;

class SessionRestore : public QObject {
  Q_OBJECT

 public:
  // `settings` may be null: then nothing is remembered.
  SessionRestore(SettingsHistory& history, ExperimentSession& session, QSettings* settings,
                 QObject* parent);

  // History begins with what is remembered, or with the first preset: where nothing is, where it
  // was asked for at this start, and, with lost(), where what is kept is of no use any more.
  void begin(const std::vector<SettingsBasis>& presets, bool first_asked_for);
  // Now: the window closes.
  void save();

 Q_SIGNALS:
  // What was remembered could not come back: a title and sentences that say why and where it is.
  void lost(const QString& title, const QString& text);

 private:
  // Out of the way of save(): returns the group that has it now.
  QString putAside();
  [[nodiscard]] Result<SettingsBasis> rememberedBasis(
      const std::vector<SettingsBasis>& presets) const;
  [[nodiscard]] Result<SettingsState> remembered(const std::vector<SettingsBasis>& presets) const;

  SettingsHistory& history_;
  ExperimentSession& session_;
  QSettings* settings_;
  QTimer soon_;
};

}  // namespace w2s::ui
