// The fake engine with a real memory: its runs are written to a workspace by the store, before the
// window hears of them, and can be killed and continued.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "tests/support/fake_runner.h"

namespace w2s::test {

class RunRecorder;

class StoredFakeRunner final : public engine::Runner {
 public:
  explicit StoredFakeRunner(std::filesystem::path workspace, FakeRunnerOptions options = {});
  ~StoredFakeRunner() override;

  // resume_id: continues from the student's last evaluation. No extension.
  Result<std::shared_ptr<engine::RunHandle>> start(const record::RunRequest& request,
                                                   record::EventSink& sink) override;
  void wait(const std::vector<std::shared_ptr<engine::RunHandle>>& runs) override;

  // As if the process had died: nothing of any run is written or told any more, locks are gone.
  void kill();
  [[nodiscard]] std::vector<record::RunRequest> requests() const;

 private:
  std::filesystem::path workspace_;
  FakeRunnerOptions options_;
  std::vector<std::shared_ptr<RunRecorder>> recorders_;
  std::vector<record::RunRequest> requests_;
  FakeRunner inner_;  // last: its threads end before what they write to
};

}  // namespace w2s::test
