// Writing a run: runs/<id>/ while the run goes on.
//
//   manifest.json                    what the run is; written once (core/store/manifest.h)
//   events.jsonl                     every event but StepsMeasured, a JSON line each
//                                    (core/store/event_json.h)
//   rows.json                        the rows of every split (core/models/rows_file.h)
//   series/<stage>.csv               the rows of StepsMeasured (core/store/series.h)
//   series/<stage>.predictions.bin   predicted classes at the evaluations
//                                    (core/store/prediction_log.h)
//   summary.json                     the RunSummary; replaced whole
//   checkpoint/<stage>.safetensors, predictions.safetensors   written by the engine into
//                                    checkpointFile(), folder()
//   checkpoint/<stage>.safetensors.previous   the checkpoint before
//   owner.json                       while a writer lives: tells a running run from an interrupted
//                                    one (core/store/ownership.h)
//
// Lines of events.jsonl have a number and a hash, and say what the other files hold
// (core/store/log_stamp.h); manifest.json, summary.json and the safetensors files hold a hash of
// themselves. Readers compare.
//
// A written event is in the hands of the operating system when write() returns, so a killed process
// (kill -9, crash) loses none; at most its last line is torn, which every reader drops. sync()
// guards against a power cut as well.
#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/record/event.h"
#include "core/store/manifest.h"
#include "core/store/prediction_log.h"

namespace w2s::store {

// Where a run's checkpoint of a stage is, and the one before it, which takes its place when it is
// unsound.
[[nodiscard]] std::filesystem::path checkpointFile(const std::filesystem::path& run,
                                                   const record::StageId& stage);
inline constexpr std::string_view kCheckpointExtension = ".safetensors";
inline constexpr std::string_view kPreviousExtension = ".previous";
[[nodiscard]] std::filesystem::path previousCheckpointFile(const std::filesystem::path& run,
                                                           const record::StageId& stage);

// Where a stage goes on from when its run is reopened.
struct StagePosition {
  // Nothing of the stage is touched: it finished, and the engine has its result at hand.
  static constexpr std::int64_t kWholeStage = std::numeric_limits<std::int64_t>::max();

  record::StageId stage = record::stage::kStudent;
  std::int64_t completed_steps = 0;  // of the checkpoint the engine has loaded
};

struct ReopenedRun;

// The one writer of a run folder. Thread-safe: stages that train side by side write at once.
// Movable; a moved-from writer may only be destroyed or assigned to.
class RunWriter {
 public:
  // Makes runs/<id>/ in one step: the folder appears complete (manifest, empty log, owner) or
  // not at all. Empty `id` and `created` are filled in. Errors: the workspace cannot be written,
  // the disk is full, the id is taken.
  [[nodiscard]] static Result<RunWriter> create(const std::filesystem::path& workspace,
                                                Manifest manifest);

  // Continues an interrupted, stopped or failed run, or a fork. Torn lines go. Then, with c the
  // position of a stage (stages that are not listed start anew: c is "before everything";
  // kWholeStage: untouched):
  //   series/<stage>.csv   keeps the rows with step <= c; not listed: the file goes
  //   events.jsonl         rewritten in one step without
  //                        - the stage's StageStarted (resumed_at), Evaluated, Diverged beyond c;
  //                        not listed: all of its
  //                          StageStarted, StageProgressed, Evaluated, Diverged, Rewound
  //                        - the stage's StageProgressed and StageFinished: it goes on, and will
  //                        say so again
  //                        - RunPaused, RunContinued, RunStopped, RunFailed
  //   summary.json         goes: the run is not over
  // History that an earlier Rewound had already voided stays, with that Rewound.
  // Every Intervened event stays in the log. Those still in force that are adopted at or after the
  // student's position (step >= c; a checkpoint after c steps is made before the batch with index
  // c) come back in `replay`, in order of step: the engine applies each again before the batch with
  // that index and reports it as usual. write() knows them and does not log them twice, so a second
  // crash loses none either. With them come the manifest's planned interventions that the run had
  // not come to.
  //
  // Make a checkpoint after the evaluation of the same step, and after sync(); then nothing is
  // evaluated twice and the series always reaches the checkpoint.
  //
  // Errors: no such run; it is running (its owner lives); it is finished (extend it instead); the
  // series ends before a position (rows were lost in a power cut: leave the stage out, it starts
  // anew); a damaged file, with its line. After an error the folder is as it was, less torn lines.
  [[nodiscard]] static Result<ReopenedRun> reopen(const std::filesystem::path& workspace,
                                                  const std::string& id,
                                                  const std::vector<StagePosition>& positions);

  RunWriter(RunWriter&&) noexcept;
  RunWriter& operator=(RunWriter&&) noexcept;
  ~RunWriter();  // as finish()

  [[nodiscard]] const std::string& id() const;
  [[nodiscard]] const Manifest& manifest() const;
  [[nodiscard]] const std::filesystem::path& folder() const;
  // checkpoint/<stage>.safetensors; its folder exists.
  [[nodiscard]] std::filesystem::path checkpointFile(const record::StageId& stage) const;
  // Makes the checkpoint of the stage, if there is one, the previous one. Call it before a later one
  // is written.
  [[nodiscard]] Status keepPreviousCheckpoint(const record::StageId& stage);
  // Of two, the later is unsound: the previous one takes its place.
  [[nodiscard]] Status takePreviousCheckpoint(const record::StageId& stage);
  // The previous one is of steps that are void.
  void removePreviousCheckpoint(const record::StageId& stage);
  // Both are.
  void removeCheckpoints(const record::StageId& stage);

  // Appends one event. StepsMeasured adds rows to its stage's series; Rewound also cuts that series
  // back to its step (a checkpoint beyond that step belongs to the voided past: replace it before).
  // A RunStarted after reopen() is not repeated in the log. Nothing may follow a terminal event. On
  // failure (a full disk, say) nothing of the event is in the log or the series, and the call may
  // be repeated. `worked_seconds` stamps the event's line (core/store/event_json.h); NaN: no stamp.
  [[nodiscard]] Status write(const record::Event& event,
                             double worked_seconds = std::numeric_limits<double>::quiet_NaN());

  // What the event voids goes from its stage's series and predictions: files are read and written
  // whole. For whoever hands write() its events under a lock that other stages take: call it before,
  // without the lock; write() then adds the line alone. Otherwise write() does it too.
  [[nodiscard]] Status cutBack(const record::Rewound& rewound);

  // Gives a series that an earlier version began the columns that it lacks, so that write() need not
  // do it while other stages wait, and reads what is there. Before the stage's first rows; null: it
  // writes none.
  [[nodiscard]] Status prepareSeries(const record::StageId& stage,
                                     const record::SharedSchema& schema);

  // Appends what the stage's model predicts at one evaluation. Call it before writing the Evaluated
  // event, so that whoever hears of the evaluation finds its predictions. Rewound and reopen() cut
  // this record back with the series. `about` is the same at every call for a stage.
  [[nodiscard]] Status writePredictions(const record::StageId& stage, const PredictedRows& about,
                                        const Predictions& predictions);
  // series/<stage>.predictions.bin: for the cache, once the stage is over.
  [[nodiscard]] std::filesystem::path predictionsFile(const record::StageId& stage) const;
  // Takes over the predictions of a stage that comes from the cache.
  [[nodiscard]] Status copyPredictions(const record::StageId& stage,
                                       const std::filesystem::path& from);

  // Writes summary.json; on failure the old one is intact. Call it before writing RunFinished.
  [[nodiscard]] Status writeSummary(const record::RunSummary& summary);

  // An error where the folder was removed or taken over meanwhile: call it before a file is written
  // there, which would make the folder anew.
  [[nodiscard]] Status checkFolder() const;
  // Records in the log, for whoever looks into the run, what was found unsound.
  [[nodiscard]] Status note(const std::string& text);

  // Forces everything written so far onto the disk, except predictions. Nobody who writes waits for
  // it.
  [[nodiscard]] Status sync();

  // Syncs, closes the files and gives up the folder. Later writes are errors. Idempotent.
  Status finish();

 private:
  struct State;
  explicit RunWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

struct ReopenedRun {
  RunWriter writer;
  std::vector<record::Intervention> replay;  // in order of step
  // How long the run had been worked on, what is cut off included: time that was spent. Of a fork:
  // the time of the run it was copied from, whose steps it holds.
  double worked_seconds = 0.0;
};

// Copies a finished or stopped run (manifest, series, log, checkpoints) into a new run that
// RunWriter::reopen continues: without RunFinished, RunStopped, summary and predictions, with a new
// id and `extends` set to the old one. Its manifest plans the new number of steps at the point
// where the old one ended, so that it is not lost however often the extension is interrupted. The
// log's times come along: the new run holds the steps of the old one, so the time that it was
// worked on is that of all its steps, and two such runs together say more than was spent. The new
// folder appears complete or not at all. Returns the new id: `new_id` unless that is empty or
// taken. Errors: no such run, it is running, a full disk.
[[nodiscard]] Result<std::string> forkForExtension(const std::filesystem::path& workspace,
                                                   const std::string& id, std::int64_t steps,
                                                   const std::string& new_id = {});

// Where a run branches off from another one.
struct Fork {
  std::int64_t step = 0;  // of the student: up to it the new run is the other one
  std::vector<record::Intervention> changes;  // what is changed there
  // The student's checkpoint that it goes on from, after at most that many steps; empty: from the beginning.
  std::filesystem::path checkpoint;
  std::vector<record::StageId> anew;  // further stages whose record is not taken over
};

// Copies the record of a run up to the fork into a new run that RunWriter::reopen continues: manifest with
// `forked_from` and the changes as planned interventions, log, series, checkpoints. Live changes of the
// other run at that step or later are left out. With changes it is no run of that one's experiment. The
// other run stays as it is. The new folder appears complete or not at all. Returns the new id: `new_id`
// unless that is empty or taken. Errors: no such run, it is running, a full disk.
[[nodiscard]] Result<std::string> forkRun(const std::filesystem::path& workspace,
                                          const std::string& id, const Fork& fork,
                                          const std::string& new_id = {});

// The checkpoints of a stage that a run has, the last one first, with the steps after which they were
// made; 0: that cannot be read.
struct CheckpointAt {
  std::filesystem::path file;
  std::int64_t step = 0;
};
[[nodiscard]] std::vector<CheckpointAt> checkpointsOf(const std::filesystem::path& run,
                                                      const record::StageId& stage,
                                                      const std::string& fingerprint,
                                                      std::int64_t last_recorded_step);

}  // namespace w2s::store
