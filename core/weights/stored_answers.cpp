#include "core/weights/stored_answers.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "core/base/file_read.h"
#include "core/weights/safetensors_layout.h"

namespace w2s {
namespace {

using safetensors_detail::Entry;
using safetensors_detail::Layout;

template <class Value>
std::vector<Value> valuesOf(const Layout& layout, const Entry& entry) {
  const std::string_view bytes = layout.data.substr(entry.begin, entry.end - entry.begin);
  std::vector<Value> values(bytes.size() / sizeof(Value));
  if (!values.empty()) {
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(Value));
  }
  return values;
}

// One file's tensors by name, with the first reason why it is not as a run writes it.
class Answers {
 public:
  Answers(const Layout& layout, std::string source) : layout_(layout), source_(std::move(source)) {}

  [[nodiscard]] bool has(std::string_view name) const {
    return std::ranges::find(layout_.entries, name, &Entry::name) != layout_.entries.end();
  }
  Result<std::vector<std::int64_t>> numbers(std::string_view name) const {
    W2S_TRY(const Entry* const entry, find(name, "I64", 1));
    return valuesOf<std::int64_t>(layout_, *entry);
  }
  // [rows, classes]; the first that is asked for says how many classes there are.
  Result<std::vector<float>> probabilities(std::string_view name, std::size_t rows,
                                           std::size_t& classes) const {
    W2S_TRY(const Entry* const entry, find(name, "F32", 2));
    classes = classes == 0 ? entry->shape[1] : classes;
    if (entry->shape[0] != rows || entry->shape[1] != classes || classes == 0) {
      return without(name);
    }
    return valuesOf<float>(layout_, *entry);
  }
  Result<std::vector<std::int64_t>> classes(std::string_view name, std::size_t rows) const {
    W2S_TRY(const Entry* const entry, find(name, "F32", 2));
    const std::uint64_t width = entry->shape[1];
    if (entry->shape[0] != rows || width == 0) {
      return without(name);
    }
    const std::vector<float> probabilities = valuesOf<float>(layout_, *entry);
    std::vector<std::int64_t> answers(rows);
    for (std::size_t row = 0; row < rows; ++row) {
      const float* const first = probabilities.data() + row * width;
      answers[row] = std::max_element(first, first + width) - first;
    }
    return answers;
  }

 private:
  Result<const Entry*> find(std::string_view name, std::string_view dtype, std::size_t rank) const {
    const auto found = std::ranges::find(layout_.entries, name, &Entry::name);
    if (found == layout_.entries.end() || found->dtype != dtype || found->shape.size() != rank) {
      return without(name);
    }
    return &*found;
  }
  [[nodiscard]] tl::unexpected<Error> without(std::string_view name) const {
    return fail(ErrorCode::BadFormat,
                sentence("{} does not hold the answers of a run: there is no sound \"{}\" in it.",
                         source_, name));
  }

  const Layout& layout_;
  std::string source_;
};

}  // namespace

Result<StoredAnswers> readStoredAnswers(const std::filesystem::path& file) {
  W2S_TRY(const std::string bytes, readFile(file, kMostWeightsBytes));
  W2S_TRY(const Layout layout, safetensors_detail::readLayout(bytes, file.string()));
  const Answers answers(layout, file.string());
  StoredAnswers stored;
  W2S_TRY(stored.rows, answers.numbers("test.rows"));
  const std::size_t rows = stored.rows.size();
  W2S_TRY(stored.labels, answers.numbers("test.labels"));
  if (stored.labels.size() != rows) {
    return safetensors_detail::damaged(
        file.string(), sentence("it has {} labels for {} test rows", stored.labels.size(), rows));
  }
  if (answers.has("weak.test")) {
    W2S_TRY(stored.weak, answers.classes("weak.test", rows));
  }
  W2S_TRY(stored.student, answers.classes("student.test", rows));
  W2S_TRY(stored.ceiling, answers.classes("ceiling.test", rows));
  return stored;
}

Result<StoredDistributions> readStoredDistributions(const std::filesystem::path& file,
                                                    std::string_view split) {
  W2S_TRY(const std::string bytes, readFile(file, kMostWeightsBytes));
  W2S_TRY(const Layout layout, safetensors_detail::readLayout(bytes, file.string()));
  const Answers answers(layout, file.string());
  const auto named = [split](std::string_view model) { return fmt::format("{}.{}", model, split); };
  StoredDistributions stored;
  W2S_TRY(stored.rows, answers.numbers(fmt::format("{}.rows", split)));
  const std::size_t rows = stored.rows.size();
  if (split != "test" || answers.has("weak.test")) {
    W2S_TRY(stored.weak, answers.probabilities(named("weak"), rows, stored.classes));
  }
  W2S_TRY(stored.student, answers.probabilities(named("student"), rows, stored.classes));
  W2S_TRY(stored.ceiling, answers.probabilities(named("ceiling"), rows, stored.classes));
  const auto readStep = [&layout](std::int64_t& step, const std::string& name) {
    const auto text = layout.metadata.find(name);
    return text != layout.metadata.end() &&
           std::from_chars(text->second.data(), text->second.data() + text->second.size(), step)
                   .ec == std::errc{};
  };
  // The student's transfer rows are those of its last step, to which the ceiling was trained too.
  if (!readStep(stored.student_step, named("student") + ".step") ||
      !readStep(stored.last_step, "student.transfer.step")) {
    return safetensors_detail::damaged(file.string(),
                                       sentence("it does not say of which step its student is"));
  }
  return stored;
}

}  // namespace w2s
