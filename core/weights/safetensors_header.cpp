#include "core/weights/safetensors_header.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace w2s::safetensors_detail {
namespace {

// A streaming handler: nesting is bounded by its states, so no document can exhaust memory or
// stack.
class HeaderHandler {
 public:
  Header header;
  std::string problem;

  bool null() {
    return unexpected("null");
  }
  bool boolean(bool) {
    return unexpected("a boolean");
  }
  bool number_integer(std::int64_t) {
    return unexpected("a negative number");
  }
  bool number_float(double, const std::string&) {
    return unexpected("a number that is not a 64-bit integer");
  }
  bool binary(std::vector<std::uint8_t>&) {
    return unexpected("binary data");
  }

  bool number_unsigned(std::uint64_t value) {
    if (where_ != Where::Shape && where_ != Where::Offsets) {
      return unexpected("a number");
    }
    numbers_.push_back(value);
    const std::size_t limit = where_ == Where::Shape ? kMaxRank : 2;
    return numbers_.size() <= limit ||
           stop(where_ == Where::Shape
                    ? fmt::format("tensor '{}' has more than {} dimensions", entry_.name, kMaxRank)
                    : fmt::format("data_offsets of tensor '{}' are not two numbers", entry_.name));
  }

  bool string(std::string& value) {
    if (where_ == Where::Metadata) {
      header.metadata[key_] = value;
      return true;
    }
    if (where_ == Where::Tensor && key_ == "dtype") {
      entry_.dtype = value;
      return true;
    }
    return unexpected("a string");
  }

  bool start_object(std::size_t) {
    if (where_ == Where::Outside) {
      where_ = Where::Root;
      return true;
    }
    if (where_ == Where::Root) {
      where_ = key_ == "__metadata__" ? Where::Metadata : Where::Tensor;
      keys_.clear();
      entry_ = Entry{.name = key_, .dtype = {}, .shape = {}};
      return true;
    }
    return unexpected("an object");
  }

  bool key(std::string& name) {
    key_ = name;
    if (std::max(names_.size(), keys_.size()) >= kMaxKeys) {
      return stop(fmt::format("the header has more than {} keys", kMaxKeys));
    }
    if (where_ == Where::Root) {
      return names_.insert(name).second ||
             stop(fmt::format("tensor name '{}' appears twice", name));
    }
    if (where_ == Where::Tensor && name != "dtype" && name != "shape" && name != "data_offsets") {
      return stop(fmt::format("tensor '{}' has the unknown key '{}'", entry_.name, name));
    }
    return keys_.insert(name).second ||
           stop(fmt::format("key '{}' of '{}' appears twice", name, entry_.name));
  }

  bool end_object() {
    if (where_ == Where::Tensor) {
      if (keys_.size() != 3) {
        return stop(
            fmt::format("tensor '{}' lacks one of dtype, shape, data_offsets", entry_.name));
      }
      header.entries.push_back(std::move(entry_));
    }
    where_ = where_ == Where::Root ? Where::Outside : Where::Root;
    return true;
  }

  bool start_array(std::size_t) {
    if (where_ != Where::Tensor || key_ == "dtype") {
      return unexpected("an array");
    }
    where_ = key_ == "shape" ? Where::Shape : Where::Offsets;
    numbers_.clear();
    return true;
  }

  bool end_array() {
    if (where_ == Where::Shape) {
      entry_.shape = numbers_;
    } else if (numbers_.size() != 2) {
      return stop(fmt::format("data_offsets of tensor '{}' are not two numbers", entry_.name));
    } else {
      entry_.begin = numbers_[0];
      entry_.end = numbers_[1];
    }
    where_ = Where::Tensor;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
    return stop(fmt::format("the header is not valid JSON (byte {} of the header)", position));
  }

 private:
  enum class Where { Outside, Root, Metadata, Tensor, Shape, Offsets };

  bool stop(std::string what) {
    problem = std::move(what);
    return false;
  }
  bool unexpected(std::string_view what) {
    return stop(
        where_ == Where::Outside
            ? fmt::format("the header is {} instead of an object", what)
            : fmt::format("{} stands where the format does not allow it, at key '{}'", what, key_));
  }

  Where where_ = Where::Outside;
  std::string key_;
  std::set<std::string> names_;  // keys of the root
  std::set<std::string> keys_;   // keys of the open inner object
  std::vector<std::uint64_t> numbers_;
  Entry entry_;
};

}  // namespace

Result<Header> parseHeader(std::string_view json) {
  if (json.empty() || json.front() != '{') {
    return fail(ErrorCode::BadFormat, "the header does not start with '{'");
  }
  HeaderHandler handler;
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &handler)) {
    return fail(ErrorCode::BadFormat, std::move(handler.problem));
  }
  return std::move(handler.header);
}

}  // namespace w2s::safetensors_detail
