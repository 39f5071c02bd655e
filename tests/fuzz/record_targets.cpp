// What runs and the cache record: every file that a list of runs, a chart or a resumed run reads.
#include <array>
#include <cstring>

#include <zlib.h>

#include "core/base/file_io.h"
#include "core/store/bundle.h"
#include "core/store/checkpoint_step.h"
#include "core/store/event_json.h"
#include "core/store/event_log.h"
#include "core/store/manifest.h"
#include "core/store/prediction_log.h"
#include "core/store/recorded_run.h"
#include "core/store/run_labels.h"
#include "core/store/run_overview.h"
#include "core/store/series.h"
#include "core/store/stage_cache.h"
#include "core/weights/stored_answers.h"
#include "tests/fuzz/targets.h"

namespace w2s::fuzz {
namespace {

using namespace store;

std::string recordedManifest() {
  return readFile(std::filesystem::path(W2S_SOURCE_DIR) / "tests/data/fuzz/manifest/plain.json",
                  kMostRecordBytes)
      .value_or(std::string());
}

bool readAManifest(std::string_view input) {
  static const ScratchFolder folder;
  folder.put("manifest.json", input);
  (void)overviewOf(folder.path());
  (void)loadRun(folder.path());
  const auto manifest = manifestFromJson(input, "manifest.json");
  if (manifest) {
    const auto again = manifestFromJson(manifestToJson(*manifest), "again");
    promise(again && *again == *manifest, "a manifest changes when it is written");
  }
  return manifest.has_value();
}

bool readEvents(std::string_view input) {
  static const ScratchFolder folder;
  static const std::string manifest = recordedManifest();
  folder.put("events.jsonl", input);
  folder.put("manifest.json", manifest);
  (void)overviewOf(folder.path());
  (void)loadRun(folder.path());
  const auto log = parseEventLog(input, "events.jsonl");
  if (log) {
    for (const record::Event& event : log->events) {
      promise(eventFromJson(eventToJson(event)).has_value(), "an event cannot be read again");
    }
  }
  return log.has_value();
}

bool readASeries(std::string_view input) {
  static const ScratchFolder folder;
  (void)readSchema(folder.put("student.csv", input));
  const auto part = partUpTo(input, std::int64_t{1} << 62, "student.csv");
  const auto rows = parseSeries(input, "student.csv");
  if (rows) {
    promise(part.has_value() && part->bytes <= input.size(), "a series has no end");
    for (const auto& column : rows->columns) {
      promise(column.size() == rows->size(), "a column of a series has other rows than its steps");
    }
  }
  return rows.has_value();
}

// The checksums made right again, so that damage gets beyond them.
std::string sealed(std::string bytes) {
  const auto seal = [&](std::size_t begin, std::size_t size, std::size_t crc_at) {
    if (size > bytes.size() || begin > bytes.size() - size) {
      return;
    }
    std::memset(bytes.data() + begin + crc_at, 0, 4);
    const auto crc = static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data() + begin), size));
    std::memcpy(bytes.data() + begin + crc_at, &crc, sizeof crc);
  };
  std::array<std::uint32_t, 2> counts{};  // rows, classes
  if (bytes.size() < 32) {
    return bytes;
  }
  std::memcpy(counts.data(), bytes.data() + 8, sizeof counts);
  const std::size_t header = 32 + 4 * std::size_t{counts[0]};
  const std::size_t record = 16 + std::size_t{counts[0]} * (counts[1] <= 256 ? 3 : 4);
  seal(0, header, 24);
  for (std::size_t at = header; at + record <= bytes.size(); at += record) {
    seal(at, record, 8);
  }
  return bytes;
}

bool readPredictions(std::string_view input) {
  static const ScratchFolder folder;
  const auto path =
      folder.put("student.predictions.bin",
                 input.size() % 2 == 0 ? sealed(std::string(input)) : std::string(input));
  auto log = PredictionLog::open(path);
  for (std::size_t i = 0; log && i < log->steps().size(); ++i) {
    const auto read = log->read(i);
    promise(!read || std::ranges::all_of(read->classes,
                                         [&](auto c) { return c < log->about().classes; }),
            "a predicted class is none of the classes");
  }
  if (log) {
    auto writer = PredictionWriter::open(path, log->about());
    promise(writer.has_value(), "a log that is read cannot be continued");
    (void)writer->cutAfter(1);
  }
  return log.has_value();
}

bool readSummary(std::string_view input) {
  const auto summary = summaryFromJson(input);
  promise(!summary || summaryFromJson(summaryToJson(*summary)), "a summary cannot be read again");
  return summary.has_value();
}

bool readRunLabels(std::string_view input) {
  static const ScratchFolder folder;
  folder.put("labels.json", input);
  const auto labels = readLabels(folder.path());
  folder.put("manifest.json", "{}");
  (void)writeLabels(folder.path(), RunLabels{.name = "x"});
  return labels.has_value();
}

bool readCacheEntry(std::string_view input) {
  static const ScratchFolder folder;
  folder.put("cache/entry/result.json", input);
  const auto cache = folder.path() / "cache";
  folder.put("cache/entry/model.safetensors", "weights");
  const auto entry = StageCache(cache).find("entry");
  if (entry) {
    (void)entry->read("model.safetensors");
    (void)entry->readSeries();
    (void)entry->readEvaluations();
  }
  return entry.has_value();
}

bool readOwner(std::string_view input) {
  static const ScratchFolder folder;
  folder.put(kOwnerFile, input);
  return Ownership::ownerOf(folder.path()).has_value();
}

bool readABundle(std::string_view input) {
  static const ScratchFolder folder;
  const auto file = folder.put("some.w2s", input);
  const auto contents = readBundle(file);
  const auto imported = importBundle(file, folder.path() / "workspace");
  promise(!contents || !contents->runs.empty(), "a bundle without a run");
  promise(contents.has_value() || !imported, "a bundle is imported that cannot be listed");
  return imported.has_value();
}

bool readAnswers(std::string_view input) {
  static const ScratchFolder folder;
  const auto answers = readStoredAnswers(folder.put("predictions.safetensors", input));
  promise(!answers || (answers->rows.size() == answers->labels.size() &&
                       answers->rows.size() == answers->weak.size() &&
                       answers->rows.size() == answers->student.size() &&
                       answers->rows.size() == answers->ceiling.size()),
          "answers of other rows");
  return answers.has_value();
}

bool readCheckpointStep(std::string_view input) {
  static const ScratchFolder folder;
  const std::int64_t step =
      checkpointStep(folder.put("student.safetensors", input), "fingerprint", 1000);
  promise(step >= 0 && step <= 1000, "a checkpoint lies behind the last row");
  return step > 0;
}

std::vector<std::string> jsonWords(std::vector<std::string> keys) {
  for (const char* const word : {"{", "}", "[", "]", ",", ":", "\"", "null", "true", "0.5", "\n",
                                 "\"inf\"", "{\"a\":", "[[", "\"\":{},"}) {
    keys.emplace_back(word);
  }
  return keys;
}

}  // namespace

std::vector<Target> recordTargets() {
  return {
      {"manifest",
       jsonWords({"\"config\":", "\"series\":", "\"stages\":", "\"data\":", "\"schema\":"}),
       readAManifest},
      {"events",
       jsonWords({"\"event\":", "\"stage\":", "\"evaluated\"", "\"intervened\"", "\"rewound\"",
                  "\"step\":", "\"said\":", "{\"text\":\"a\",\"pattern\":\"{}\",\"arguments\":["}),
       readEvents},
      {"series", {",", "\n", "step,", "nan", "inf", "-", "1e", " [nats]", "\r\n"}, readASeries},
      {"predictions", {std::string("W2SPRED1"), std::string(8, '\0')}, readPredictions},
      {"summary", jsonWords({"\"pgr\":", "\"low\":", "\"high\":", "\"test\":"}), readSummary},
      {"labels", jsonWords({"\"name\":", "\"color\":", "\"note\":"}), readRunLabels},
      {"cache",
       jsonWords({"\"files\":", "\"numbers\":", "\"checksums\":", "\"../\":", "\"test\":"}),
       readCacheEntry},
      {"owner", jsonWords({"\"pid\":", "\"started\":", "\"host\":"}), readOwner},
      {"bundle",
       {"PK\x03\x04", "PK\x01\x02", "PK\x05\x06", "runs/", "studies/", "../", "manifest.json",
        "bundle.json", std::string(4, '\xff'), std::string(4, '\0')},
       readABundle},
      {"answers",
       jsonWords({"\"test.rows\":", "\"student.test\":", "\"data_offsets\":", "\"I64\"", "[0,80]"}),
       readAnswers},
      {"checkpoint",
       jsonWords({"\"progress\":", "\"__metadata__\":", "\"data_offsets\":", "\"F64\""}),
       readCheckpointStep},
  };
}

}  // namespace w2s::fuzz
