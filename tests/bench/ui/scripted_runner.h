// A runner that plays synthetic events in the pace asked for: what the window is measured with. It answers stop, nothing
// else.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <thread>

#include "core/engine/runner.h"

namespace w2s::bench {

class ScriptedRunner final : public engine::Runner {
 public:
  // Ceiling and student of `steps` steps, spread over `seconds`; 0: as fast as they can be made.
  ScriptedRunner(std::int64_t steps, int seconds) : steps_(steps), seconds_(seconds) {}
  ~ScriptedRunner() override;

  Result<std::shared_ptr<engine::RunHandle>> start(const record::RunRequest& request,
                                                   record::EventSink& sink) override;
  void wait(const std::vector<std::shared_ptr<engine::RunHandle>>& runs) override;

 private:
  std::int64_t steps_;
  int seconds_;
  std::jthread player_;
};

}  // namespace w2s::bench
