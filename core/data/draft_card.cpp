#include "core/data/draft_card.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/value.h"
#include "core/data/array_file.h"
#include "core/data/card_column.h"
#include "core/data/class_names.h"
#include "core/data/text_table.h"
#include "core/data/word_counts.h"

namespace w2s::data {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kRowsLooked = 20000;
constexpr std::size_t kMostClassesListed = 100;
constexpr std::array<std::string_view, 5> kRoles{"labels", "ids", "groups", "split", "text"};

// Names by which a column or an array is taken for something.
bool isNamed(std::string_view role, std::string_view name) {
  static const std::map<std::string_view, std::set<std::string_view>> names{
      {"labels",
       {"label", "labels", "y", "target", "targets", "class", "classes", "gt_label", "category"}},
      {"ids", {"id", "ids", "uid", "guid", "key", "example_id", "row_id", "index", "idx"}},
      {"groups",
       {"group", "groups", "group_id", "question", "question_id", "passage", "passage_id",
        "subject", "patient", "patient_id", "user", "user_id", "document", "doc_id"}},
      {"split", {"split", "splits", "fold", "partition", "subset"}},
      {"text",
       {"text", "txt", "sentence", "review", "comment", "message", "description", "content"}}};
  std::string small(name);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return std::tolower(c); });
  return names.at(role).contains(small);
}

// What a file of OpenAI's code says of its weak labels: features would tell the student of them.
bool isOfSoftLabels(std::string_view name) {
  return name == "soft_label" || name == "hard_label" || name == "acc";
}

std::string safeName(std::string_view text) {
  std::string name;
  for (const char c : text) {
    const bool is_safe =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
    name += is_safe ? c : '-';
  }
  return name.empty() ? "features" : name.substr(0, 64);
}

bool isNumber(const std::string& cell) {
  double number = 0.0;
  const auto parsed = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return parsed.ec == std::errc() && parsed.ptr == cell.data() + cell.size() &&
         std::isfinite(number);
}

bool hasWords(const TextColumn& column) {
  return std::ranges::any_of(column.cells,
                             [](const std::string& cell) { return !termsOf(cell, 1).empty(); });
}

class Drafter {
 public:
  explicit Drafter(const DraftRequest& request) : request_(request) {}

  Result<CardDraft> draft() {
    for (const fs::path& file : request_.files) {
      if (isTextTable(file)) {
        W2S_CHECK(lookAtTable(file));
      } else if (file.extension() == ".npy" || file.extension() == ".safetensors") {
        W2S_CHECK(lookAtArrays(file));
      } else {
        return fail(ErrorCode::InvalidArgument,
                    sentence("{} is no kind of file that a card reads; those are .csv, .tsv, "
                             ".jsonl, .npy and .safetensors.",
                             file.string()));
      }
    }
    for (const auto& [role, ref] : request_.given) {
      refs_[role] = {ref};
    }
    if (refs_["labels"].empty()) {
      return fail(
          ErrorCode::InvalidArgument,
          seen_.empty()
              ? sentence("None of the files has a column of labels; name the file that has.")
              : sentence("None of the columns is called label; say which one holds the "
                         "labels with --labels. There are {}.",
                         fmt::join(seen_, ", ")));
    }
    settleWeakLabels();
    joinByIds();
    for (const std::string_view role : kRoles) {
      if (const auto& all = refs_[std::string(role)]; all.size() > 1) {
        return fail(ErrorCode::InvalidArgument,
                    sentence("Several columns may be {0}: {1}. Say which one with --{0}.", role,
                             fmt::join(all, ", ")));
      }
    }
    return CardDraft{.toml = toml(), .understood = std::move(understood_)};
  }

 private:
  struct FeatureDraft {
    std::string name;
    std::string ref;
    std::string more;  // further lines of the section
    std::int64_t classes =
        0;  // weak labels of so many by the name of the file; 0: features by all signs
    std::size_t understood = 0;  // where understood_ speaks of it
  };
  struct WeakDraft {
    std::string name;
    std::string ref;
    bool in_order = false;
  };

  // The path as the card writes it.
  [[nodiscard]] std::string written(const fs::path& file) const {
    const fs::path whole = fs::absolute(file).lexically_normal();
    const fs::path relative = whole.lexically_relative(fs::absolute(request_.folder));
    return relative.empty() || *relative.begin() == ".." ? whole.string() : relative.string();
  }

  // The file of a reference as the card writes it.
  static std::string fileOf(const std::string& ref) {
    return ref.substr(0, ref.rfind('#'));
  }

  // Where several files have a column of ids, that beside the labels names the rows, and those beside
  // features and weak labels join them. Other columns of ids stay a question.
  void joinByIds() {
    std::vector<std::string>& ids = refs_["ids"];
    const std::string labels = fileOf(refs_["labels"].front());
    const auto beside = [](const std::string& file) {
      return [file](const std::string& ref) { return fileOf(ref) == file; };
    };
    const auto names_rows = std::ranges::find_if(ids, beside(labels));
    const auto is_of_one = [&](const std::string& ref) {
      const std::string file = fileOf(ref);
      const auto is_there = [&](const auto& all, auto member) {
        return std::ranges::any_of(all,
                                   [&](const auto& one) { return fileOf(one.*member) == file; });
      };
      return std::ranges::count_if(ids, beside(file)) == 1 &&
             (file == labels || is_there(weak_labels_, &WeakDraft::ref) ||
              is_there(features_, &FeatureDraft::ref));
    };
    if (ids.size() < 2 || names_rows == ids.end() || !std::ranges::all_of(ids, is_of_one)) {
      return;
    }
    const std::string chosen = *names_rows;
    for (const std::string& ref : ids) {
      joined_by_[fileOf(ref)] = ref;
    }
    joined_by_.erase(labels);
    ids = {chosen};
  }

  // The line that says what joins the file; empty: nothing does.
  [[nodiscard]] std::string idsLine(const std::string& ref) const {
    const auto found = joined_by_.find(fileOf(ref));
    return found == joined_by_.end() ? std::string()
                                     : fmt::format("ids = {}\n", config::quotedText(found->second));
  }

  // How many classes the labels have; 0: they cannot be read, which is said when the card is opened.
  [[nodiscard]] std::int64_t classesOfLabels() {
    const FileRef ref = FileRef::parse(refs_["labels"].front(), request_.folder);
    ColumnReader reader;
    reader.want(ref);
    std::vector<Sentence> problems;
    const auto labels = reader.read(ref, problems);
    const auto names = labels ? ClassNames::of(*labels) : tl::unexpected(labels.error());
    return names ? names->size() : 0;
  }

  // Arrays of files that are called weak are weak labels where they have a number for each class.
  void settleWeakLabels() {
    const auto may_be = [](const FeatureDraft& set) { return set.classes > 0; };
    if (std::ranges::none_of(features_, may_be)) {
      return;
    }
    const std::int64_t classes = classesOfLabels();
    for (const FeatureDraft& set : features_) {
      if (set.classes == classes && classes > 0) {
        weak_labels_.push_back({freeName(weak_labels_, set.name, set.ref), set.ref, true});
        understood_[set.understood] =
            sentence("{}: weak labels, probabilities of {} classes, in the order of the labels",
                     set.ref, classes);
      }
    }
    std::erase_if(features_,
                  [&](const FeatureDraft& set) { return set.classes == classes && classes > 0; });
  }

  // Takes the column for what its name says; false: it says nothing.
  bool take(const fs::path& file, const std::string& part, std::string_view name) {
    const std::string ref =
        part.empty() ? written(file) : fmt::format("{}#{}", written(file), part);
    for (const std::string_view role : kRoles) {
      if (!isNamed(role, name)) {
        continue;
      }
      if (!request_.given.contains(std::string(role))) {
        refs_[std::string(role)].push_back(ref);
        understood_.push_back(sentence("{}: {}", ref, role));
      }
      return true;
    }
    seen_.push_back(ref);
    return false;
  }

  Status lookAtTable(const fs::path& file) {
    W2S_TRY(const TextTable table, readTextTable(file, {.columns = {}, .most_rows = kRowsLooked}));
    const bool has_soft_labels = table.find("soft_label") != nullptr;
    if (has_soft_labels) {
      const std::string ref =
          isJsonLines(file) ? written(file) : fmt::format("{}#soft_label", written(file));
      weak_labels_.push_back({freeName(weak_labels_, safeName(file.stem().string()), file), ref});
      understood_.push_back(sentence("{}: weak labels (soft_label)", written(file)));
    }
    std::vector<std::string> numbers;
    for (const TextColumn& column : table.columns) {
      if (has_soft_labels && isOfSoftLabels(column.name)) {
        continue;
      }
      const bool is_used = (!isNamed("text", column.name) || hasWords(column)) &&
                           take(file, column.name, column.name);
      if (is_used && isNamed("labels", column.name)) {
        noteClasses(column);
      } else if (!is_used && !column.cells.empty() && std::ranges::all_of(column.cells, isNumber)) {
        numbers.push_back(column.name);
      } else if (!is_used) {
        understood_.push_back(sentence("{}#{}: not used", written(file), column.name));
      }
    }
    takeNumbers(file, numbers);
    return {};
  }

  // Columns of numbers that nothing else is said of are features, but those that --labels and the like
  // name.
  void takeNumbers(const fs::path& file, std::vector<std::string> columns) {
    std::erase_if(columns, [&](const std::string& name) {
      const std::string ref = fmt::format("{}#{}", written(file), name);
      return std::ranges::any_of(request_.given,
                                 [&](const auto& given) { return given.second == ref; });
    });
    if (columns.empty()) {
      return;
    }
    std::vector<std::string> quoted;
    std::ranges::transform(columns, std::back_inserter(quoted), config::quotedText);
    features_.push_back({freeName(features_, safeName(file.stem().string()), file), written(file),
                         fmt::format("columns = [{}]\n", fmt::join(quoted, ", "))});
    understood_.push_back(
        sentence("{}: features, the columns {}", written(file), fmt::join(columns, ", ")));
  }

  // Texts are names of classes, and the card lists them, so that their numbers are known.
  void noteClasses(const TextColumn& column) {
    std::set<std::string> names(column.cells.begin(), column.cells.end());
    const bool numbers = std::ranges::all_of(names, [](const std::string& name) {
      return !name.empty() &&
             std::ranges::all_of(name, [](unsigned char c) { return std::isdigit(c) != 0; });
    });
    if (!numbers && names.size() <= kMostClassesListed && names.size() >= 2 &&
        std::ssize(column.cells) < kRowsLooked) {
      classes_.assign(names.begin(), names.end());
    }
  }

  // Files of several folders may have one name: then with that of the folder, or a number.
  static std::string freeName(const auto& drafts, const std::string& name, const fs::path& file) {
    const auto is_taken = [&](const std::string& wanted) {
      return std::ranges::any_of(drafts, [&](const auto& one) { return one.name == wanted; });
    };
    if (!is_taken(name)) {
      return name;
    }
    std::string other =
        safeName(fmt::format("{}-{}", fs::absolute(file).parent_path().filename().string(), name));
    for (int number = 2; is_taken(other); ++number) {
      other = fmt::format("{}-{}", name, number);
    }
    return other;
  }

  Status lookAtArrays(const fs::path& file) {
    std::vector<std::string> parts{""};
    if (file.extension() == ".safetensors") {
      W2S_TRY(parts, ArrayFile::tensorsOf(file));
    }
    for (const std::string& part : parts) {
      W2S_TRY(const ArrayFile array, ArrayFile::open({.path = file, .part = part}));
      const ArrayLayout& layout = array.layout();
      const std::string shown =
          part.empty() ? written(file) : fmt::format("{}#{}", written(file), part);
      const std::string stem = file.stem().string();
      const bool is_table =
          layout.shape.size() == 2 && layout.width() > 0 && featureTypeOf(layout.type);
      if (is_table) {
        const std::string name =
            safeName(parts.size() == 1 ? stem : fmt::format("{}-{}", stem, part));
        const bool is_called_weak = name.find("weak") != std::string::npos;
        features_.push_back({.name = freeName(features_, name, file),
                             .ref = shown,
                             .more = {},
                             .classes = is_called_weak ? layout.width() : 0,
                             .understood = understood_.size()});
        understood_.push_back(sentence("{}: features, {} rows of {} numbers ({})", shown,
                                       layout.rows(), layout.width(), layout.typeName()));
        continue;
      }
      const bool is_column = !layout.shape.empty() && layout.width() == 1;
      if (!is_column || !take(file, part, part.empty() ? stem : part)) {
        understood_.push_back(sentence("{}: not used ({}, shape ({}))", shown, layout.typeName(),
                                       fmt::join(layout.shape, ", ")));
      }
    }
    return {};
  }

  [[nodiscard]] std::string toml() {
    std::string text = fmt::format(
        "# A data set of one's own: what it consists of, and where that lies. Paths begin in the "
        "folder of this file.\nschema = 1\nname = {}\n",
        config::quotedText(request_.name));
    if (!classes_.empty()) {
      std::vector<std::string> quoted;
      std::ranges::transform(classes_, std::back_inserter(quoted), config::quotedText);
      text += fmt::format("classes = [{}]   # the first one has the number 0\n",
                          fmt::join(quoted, ", "));
    }
    text += "\n[rows]\n";
    for (const std::string_view role : kRoles) {
      for (const std::string& ref : refs_[std::string(role)]) {
        text += fmt::format("{} = {}\n", role, config::quotedText(ref));
      }
    }
    for (const FeatureDraft& set : features_) {
      text +=
          fmt::format("\n[[features]]\nname = {}\nfile = {}\n{}{}", config::quotedText(set.name),
                      config::quotedText(set.ref), set.more, idsLine(set.ref));
    }
    if (!refs_["text"].empty()) {
      text += wordSections();
    }
    for (const WeakDraft& set : weak_labels_) {
      const std::string ids = idsLine(set.ref);
      text +=
          fmt::format("\n[[weak_labels]]\nname = {}\nfile = {}\n{}", config::quotedText(set.name),
                      config::quotedText(set.ref),
                      !ids.empty()   ? ids
                      : set.in_order ? "in_order = true   # its rows are those of the labels; else "
                                       "name its ids\n"
                                     : "");
    }
    return text;
  }

  // Words of the texts: the weak supervisor's beside features that came as arrays or columns; alone, few
  // for it and many for the strong model.
  [[nodiscard]] std::string wordSections() const {
    const std::string words =
        "\n[[features]]\nname = \"words\"\nkind = \"words\"   # of rows.text\n";
    return features_.empty() ? "\n[[features]]\nname = \"few-words\"\nkind = \"words\"   # of "
                               "rows.text\nsize = 200\n" +
                                   words + "size = 4000\nngrams = 2\n"
                             : words;
  }

  const DraftRequest& request_;
  std::map<std::string, std::vector<std::string>> refs_;  // by role
  std::vector<FeatureDraft> features_;
  std::vector<WeakDraft> weak_labels_;
  std::map<std::string, std::string> joined_by_;  // the ids of a file
  std::vector<std::string> classes_;
  std::vector<std::string> seen_;  // columns without a role
  std::vector<Sentence> understood_;
};

}  // namespace

Result<CardDraft> draftCard(const DraftRequest& request) {
  return Drafter(request).draft();
}

}  // namespace w2s::data
