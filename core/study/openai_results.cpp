#include "core/study/openai_results.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/base/plain_text.h"

namespace w2s::study {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSummaryFile = "results_summary.json";
constexpr const char* kPairEnding = ".results_summary.json";
constexpr const char* kConfigFile = "config.json";
constexpr std::string_view kTransferred = "transfer_acc_";
constexpr int kDeepest = 8;  // folders below the one that is named
constexpr std::size_t kMostFiles = 20'000;
constexpr std::size_t kMostEntries = 1'000'000;  // files and folders that are looked at
constexpr std::size_t kLongestText = 120;        // of a model's or a data set's name
constexpr std::size_t kMostNotes = 20;

// A name out of a file, fit to be shown.
std::string nameIn(const JsonFields& fields, const char* key) {
  std::string text = plainText(fields.text(key));
  if (text.empty() || text.size() > kLongestText) {
    throw BadField{sentence("\"{}\" has no or too many letters", key)};
  }
  return text;
}

double accuracyIn(const JsonFields& fields, const char* key) {
  const double value = fields.number(key);
  if (!(value >= 0.0 && value <= 1.0)) {
    throw BadField{sentence("\"{}\" is {}; an accuracy lies between 0 and 1", key, value)};
  }
  return value;
}

template <class Read>
auto readObject(const fs::path& file, Read read)
    -> Result<decltype(read(std::declval<const JsonFields&>()))> {
  W2S_TRY(const std::string text, readFile(file, kMostSettingsBytes));
  return readJson(text, sentence("{}", file.string()), read);
}

// What makes two trained models one experiment with other seeds, or with the loss alone another one.
std::string settingsOf(const Json& config, bool with_seed) {
  std::map<std::string, std::string> settings;
  for (const auto& [key, value] : config.items()) {
    settings.emplace(key, value.dump());
  }
  for (const char* other : {"loss", "weak_model", "weak_model_size", "eval_every"}) {
    settings.erase(other);
  }
  if (!with_seed) {
    settings.erase("seed");
  }
  return fmt::format("{}", hashOf([&settings] {
                       std::string all;
                       for (const auto& [key, value] : settings) {
                         all += key + '=' + value + '\n';
                       }
                       return all;
                     }()));
}

struct Model {
  std::string data;
  std::string size;
  std::string loss;
  double accuracy = 0.0;
  std::string settings;  // settingsOf() with its seed
  std::string without_seed;
  // Of a student.
  std::string weak_size;
  std::string weak_settings;  // empty: it is trained on true labels
  std::string weak_without_seed;

  [[nodiscard]] bool isStudent() const {
    return !weak_size.empty();
  }
};

Result<Model> readModel(const fs::path& folder) {
  W2S_TRY(const double accuracy, readObject(folder / kSummaryFile, [](const JsonFields& summary) {
            return accuracyIn(summary, "accuracy");
          }));
  return readObject(folder / kConfigFile, [accuracy](const JsonFields& config) {
    Model model{.data = nameIn(config, "ds_name"),
                .size = nameIn(config, "model_size"),
                .loss = nameIn(config, "loss"),
                .accuracy = accuracy,
                .settings = settingsOf(config.json(), true),
                .without_seed = settingsOf(config.json(), false),
                .weak_size = {},
                .weak_settings = {},
                .weak_without_seed = {}};
    if (config.has("weak_model")) {
      const JsonFields weak = config.child("weak_model");
      model.weak_size = nameIn(weak, "model_size");
      model.weak_settings = settingsOf(weak.json(), true);
      model.weak_without_seed = settingsOf(weak.json(), false);
    } else if (config.has("weak_model_size")) {
      model.weak_size = nameIn(config, "weak_model_size");
    }
    return model;
  });
}

// "sciq-gpt2-to-gpt2-xl-logconf"
std::string slugOf(std::string_view text) {
  std::string slug;
  for (const char letter : text) {
    const char small =
        letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    const bool fits =
        (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') || small == '.';
    if (fits || (!slug.empty() && slug.back() != '-')) {
      slug += fits ? small : '-';
    }
  }
  while (!slug.empty() && slug.back() == '-') {
    slug.pop_back();
  }
  return slug.empty() ? "results" : slug;
}

struct Found {
  std::vector<fs::path> models;  // folders
  std::vector<fs::path> pairs;   // files
  std::vector<Sentence> notes;
};

bool isPairFile(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.ends_with(kPairEnding) && name != kPairEnding;
}

void take(const fs::path& file, Found& found) {
  if (isPairFile(file)) {
    found.pairs.push_back(file);
  } else if (file.filename() == kSummaryFile) {
    found.models.push_back(file.parent_path());
  }
}

// A model's folder, and those beside it: its floor and its ceiling are among them.
Found modelsBeside(const fs::path& folder) {
  Found found;
  std::error_code error;
  std::error_code unknown;
  for (fs::directory_iterator at(folder.parent_path(), error), end;
       !error && at != end && found.models.size() < kMostFiles; at.increment(error)) {
    if (fs::is_regular_file(at->path() / kSummaryFile, unknown)) {
      found.models.push_back(at->path());
    }
  }
  std::ranges::sort(found.models);
  return found;
}

Result<Found> search(const fs::path& path) {
  Found found;
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    if (isPairFile(path)) {
      found.pairs.push_back(path);
    } else if (path.filename() == kConfigFile || path.filename() == kSummaryFile) {
      return modelsBeside(path.parent_path());
    }
    return found;
  }
  fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error);
  if (error) {
    return systemError(sentence("read"), path, error.value());
  }
  std::size_t looked_at = 0;
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    std::error_code unknown;
    if (++looked_at > kMostEntries || found.models.size() + found.pairs.size() >= kMostFiles) {
      found.notes.push_back(
          sentence("{} holds more than {} results or {} files: the others are left out.",
                   path.string(), kMostFiles, kMostEntries));
      break;
    }
    if (at.depth() >= kDeepest) {
      at.disable_recursion_pending();
    }
    if (at->symlink_status(unknown).type() == fs::file_type::regular) {
      take(at->path(), found);
    }
  }
  std::ranges::sort(found.models);
  std::ranges::sort(found.pairs);
  return found;
}

class Results {
 public:
  explicit Results(std::string source) : source_(std::move(source)) {}

  void addPair(const fs::path& file) {
    const std::string stem = plainText(file.filename().string());
    const std::string models = stem.substr(0, stem.size() - std::string_view(kPairEnding).size());
    const auto read = readObject(file, [&](const JsonFields& summary) {
      ReferenceResult result{.name = {},
                             .title = models,
                             .by = "OpenAI code",
                             .task = {},
                             .method = {},
                             .weak = accuracyIn(summary, "weak_acc"),
                             .ceiling = accuracyIn(summary, "strong_acc"),
                             .seeds = 1,
                             .source = source_};
      std::vector<ReferenceResult> results;
      for (const auto& [key, value] : summary.json().items()) {
        if (key.starts_with(kTransferred)) {
          result.method = plainText(key.substr(kTransferred.size(), kLongestText));
          result.student = accuracyIn(summary, key.c_str());
          result.title = fmt::format("{} ({})", models, result.method);
          results.push_back(result);
        }
      }
      if (results.empty()) {
        throw BadField{sentence("it has no \"{}...\"", kTransferred)};
      }
      return results;
    });
    if (!read) {
      leaveOut(read.error());
      return;
    }
    for (const ReferenceResult& result : *read) {
      add(result);
    }
  }

  void addModels(const std::vector<fs::path>& folders) {
    std::vector<Model> students;
    std::map<std::string, double> truths;  // by settings, of models trained on true labels
    for (const fs::path& folder : folders) {
      auto model = readModel(folder);
      if (!model) {
        leaveOut(model.error());
      } else if (model->isStudent()) {
        students.push_back(std::move(*model));
      } else {
        truths.insert_or_assign(model->settings, model->accuracy);
      }
    }
    std::map<std::string, std::vector<const Model*>> groups;
    for (const Model& student : students) {
      groups[fmt::format("{} {} {}", student.without_seed, student.loss, student.weak_without_seed)]
          .push_back(&student);
    }
    for (const auto& [key, group] : groups) {
      add(resultOf(group, truths));
    }
  }

  Result<OpenAiResults> finish(const fs::path& path) {
    if (left_out_ > kMostNotes) {
      out_.notes.push_back(sentence("{} more files were left out.", left_out_ - kMostNotes));
    }
    if (!out_.results.empty()) {
      std::ranges::sort(out_.results, {}, &ReferenceResult::name);
      return std::move(out_);
    }
    if (!out_.notes.empty()) {
      return fail(ErrorCode::BadFormat, out_.notes.front());
    }
    return fail(ErrorCode::BadFormat,
                sentence("{} has no results of weak-to-strong training: a {} beside a {} whose "
                         "configuration names a weak model, or a file that ends in {}.",
                         path.string(), kSummaryFile, kConfigFile, kPairEnding));
  }

  std::vector<Sentence>& notes() {
    return out_.notes;
  }

 private:
  void leaveOut(const Error& error) {
    if (++left_out_ <= kMostNotes) {
      out_.notes.push_back(saidBy(error));
    }
  }

  // Students that differ in their seed alone.
  ReferenceResult resultOf(const std::vector<const Model*>& group,
                           const std::map<std::string, double>& truths) {
    struct Sum {
      double weak = 0.0;
      double student = 0.0;
      double ceiling = 0.0;
      std::int64_t n = 0;
    } whole;
    double students = 0.0;
    for (const Model* student : group) {
      const auto weak = truths.find(student->weak_settings);
      const auto ceiling = truths.find(student->settings);
      students += student->accuracy;
      if (weak != truths.end() && ceiling != truths.end()) {
        whole.weak += weak->second;
        whole.student += student->accuracy;
        whole.ceiling += ceiling->second;
        ++whole.n;
      }
    }
    const Model& first = *group.front();
    ReferenceResult result{.name = {},
                           .title = fmt::format("{} to {} on {} ({})", first.weak_size, first.size,
                                                first.data, first.loss),
                           .by = "OpenAI code",
                           .task = first.data,
                           .method = first.loss,
                           .seeds = whole.n,
                           .source = source_};
    const auto n = static_cast<double>(whole.n);
    if (whole.n > 0) {
      result.weak = whole.weak / n;
      result.student = whole.student / n;
      result.ceiling = whole.ceiling / n;
    } else {
      result.seeds = static_cast<std::int64_t>(group.size());
      result.student = students / static_cast<double>(group.size());
      result.note = "No weak model or no ceiling with these settings is in the folder";
    }
    return result;
  }

  // Under a name that no other one has.
  void add(ReferenceResult result) {
    const std::string slug = slugOf(result.title);
    result.name = slug;
    for (int number = 2; !names_.insert(result.name).second; ++number) {
      result.name = fmt::format("{}-{}", slug, number);
    }
    out_.results.push_back(std::move(result));
  }

  std::string source_;
  OpenAiResults out_;
  std::set<std::string> names_;
  std::size_t left_out_ = 0;
};

// "results", of a path that may end in a slash.
std::string lastName(const fs::path& path) {
  return plainText(path.has_filename() ? path.filename().string()
                                       : path.parent_path().filename().string());
}

}  // namespace

bool looksLikeOpenAiResults(const fs::path& path) {
  std::error_code error;
  return isPairFile(path) || path.filename() == kSummaryFile || path.filename() == kConfigFile ||
         fs::is_directory(path, error);
}

Result<OpenAiResults> readOpenAiResults(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    return fail(ErrorCode::NotFound, sentence("There is no file or folder {}.", path.string()));
  }
  W2S_TRY(Found found, search(path));
  Results results("openai/weak-to-strong, imported from " + lastName(path));
  results.notes() = std::move(found.notes);
  results.addModels(found.models);
  for (const fs::path& pair : found.pairs) {
    results.addPair(pair);
  }
  return results.finish(path);
}

Result<ImportedResults> importOpenAiResults(const fs::path& path, const fs::path& workspace) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  ImportedResults imported;
  W2S_TRY(imported.read, readOpenAiResults(error ? path : whole));
  // Of two folders of one name each has its file.
  const std::string name =
      fmt::format("{}-{}", slugOf(lastName(whole)), hashOf(whole.string()).substr(0, 6));
  imported.file = referencesFolder(workspace) / (name + ".csv");
  W2S_CHECK(writeFileAtomically(imported.file, referencesText(imported.read.results)));
  return imported;
}

}  // namespace w2s::study
