#include "app/capture_screens.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include <QTemporaryFile>

namespace w2s::app {

void useScreensFor(const std::vector<ui::Capture::Variant>& variants) {
  setenv("QT_QPA_PLATFORM", "offscreen", 1);
  std::vector<QSize> sizes;
  for (const ui::Capture::Variant& variant : variants) {
    if (std::ranges::find(sizes, variant.size) == sizes.end()) {
      sizes.push_back(variant.size);
    }
  }
  std::string screens;
  int x = 0;
  for (const QSize& size : sizes) {
    screens +=
        fmt::format(R"({}{{"name":"screen{}","x":{},"y":0,"width":{},"height":{},"logicalDpi":96,)"
                    R"("logicalBaseDpi":96,"dpr":1}})",
                    screens.empty() ? "" : ",", x, x, size.width(), size.height());
    x += size.width();
  }
  static QTemporaryFile file;  // read when the application object is made, removed at exit
  if (file.open() && file.write(fmt::format(R"({{"screens":[{}]}})", screens).c_str()) > 0) {
    file.flush();
    setenv("QT_QPA_PLATFORM", ("offscreen:configfile=" + file.fileName().toStdString()).c_str(), 1);
  }
}

}  // namespace w2s::app
