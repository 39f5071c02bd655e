// Versions, devices and licences. The devices are asked for on a worker thread, since a GPU driver
// may take its time to answer.
#pragma once

#include <functional>
#include <vector>

#include <QDialog>

#include "core/engine/runner.h"

class QLabel;

namespace w2s::ui {

class Theme;

class AboutDialog : public QDialog {
  Q_OBJECT

 public:
  // Rich text with the versions.
  [[nodiscard]] static QString versions(const QString& lab, const QString& libtorch);

  using ListDevices = std::function<std::vector<engine::DeviceInfo>()>;

  // `about`: see versions(). `list_devices` is called on a worker thread; may be empty.
  AboutDialog(const Theme& theme, const QString& about, const ListDevices& list_devices,
              QWidget* parent);

 private:
  void showDevices(const Result<std::vector<engine::DeviceInfo>>& devices);

  QLabel* devices_;
};

}  // namespace w2s::ui
