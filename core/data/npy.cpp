#include "core/data/npy.h"

#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace w2s::data {
namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::size_t kMostDimensions = 8;

struct TypeName {
  std::string_view descr;
  ArrayType type;
  std::size_t bytes;
  std::string_view name;
};

constexpr std::array<TypeName, 13> kTypes{{{"|b1", ArrayType::Bool, 1, "bool"},
                                           {"|i1", ArrayType::I8, 1, "int8"},
                                           {"<i2", ArrayType::I16, 2, "int16"},
                                           {"<i4", ArrayType::I32, 4, "int32"},
                                           {"<i8", ArrayType::I64, 8, "int64"},
                                           {"|u1", ArrayType::U8, 1, "uint8"},
                                           {"<u2", ArrayType::U16, 2, "uint16"},
                                           {"<u4", ArrayType::U32, 4, "uint32"},
                                           {"<u8", ArrayType::U64, 8, "uint64"},
                                           {"<f2", ArrayType::F16, 2, "float16"},
                                           {"<bf2", ArrayType::BF16, 2, "bfloat16"},
                                           {"<f4", ArrayType::F32, 4, "float32"},
                                           {"<f8", ArrayType::F64, 8, "float64"}}};

tl::unexpected<Error> unsound(std::string_view source, const Sentence& cause) {
  return fail(ErrorCode::BadFormat,
              sentence("{} is no NPY file that is read here: {}.", source, cause));
}

// The dictionary of the header: 'key': value, ... with texts, True and False, and tuples of numbers.
class HeaderReader {
 public:
  explicit HeaderReader(std::string_view text) : text_(text) {}

  struct Fields {
    std::optional<std::string> descr;
    std::optional<bool> fortran_order;
    std::optional<std::vector<std::int64_t>> shape;
    std::string problem;
  };

  Fields read() {
    Fields fields;
    if (!take('{')) {
      fields.problem = "it does not begin with '{'";
      return fields;
    }
    while (!take('}')) {
      const auto key = quoted();
      if (!key || !take(':') || !value(*key, fields)) {
        if (fields.problem.empty()) {
          fields.problem = fmt::format("it is damaged at character {}", at_);
        }
        return fields;
      }
      if (!take(',') && peek() != '}') {
        fields.problem = fmt::format("it is damaged at character {}", at_);
        return fields;
      }
    }
    if (!fields.descr || !fields.fortran_order || !fields.shape) {
      fields.problem = "it lacks one of descr, fortran_order and shape";
    }
    return fields;
  }

 private:
  bool value(std::string_view key, Fields& fields) {
    if (key == "descr") {
      if (peek() == '[') {
        fields.problem = "its values are records of several fields; save each field as an array";
        return false;
      }
      fields.descr = quoted();
      return fields.descr.has_value();
    }
    if (key == "fortran_order") {
      fields.fortran_order = takeWord("True");
      return *fields.fortran_order || takeWord("False");
    }
    if (key == "shape") {
      fields.shape = tuple();
      return fields.shape.has_value();
    }
    fields.problem = fmt::format("it has the unknown key '{}'", key);
    return false;
  }

  char peek() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) {
      ++at_;
    }
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    ++at_;
    return true;
  }
  bool takeWord(std::string_view word) {
    (void)peek();
    if (!text_.substr(at_).starts_with(word)) {
      return false;
    }
    at_ += word.size();
    return true;
  }
  std::optional<std::string> quoted() {
    const char quote = peek();
    if (quote != '\'' && quote != '"') {
      return std::nullopt;
    }
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    std::string inside(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return inside;
  }
  std::optional<std::vector<std::int64_t>> tuple() {
    std::vector<std::int64_t> sizes;
    if (!take('(')) {
      return std::nullopt;
    }
    while (!take(')')) {
      (void)peek();
      std::int64_t size = 0;
      const char* const begin = text_.data() + at_;
      const auto parsed = std::from_chars(begin, text_.data() + text_.size(), size);
      if (parsed.ec != std::errc() || size < 0 || sizes.size() == kMostDimensions) {
        return std::nullopt;
      }
      at_ += static_cast<std::size_t>(parsed.ptr - begin);
      sizes.push_back(size);
      if (!take(',') && peek() != ')') {
        return std::nullopt;
      }
    }
    return sizes;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// "<U12" and "|S5": type and bytes of a value.
std::optional<std::pair<ArrayType, std::size_t>> textType(std::string_view descr) {
  const bool is_text = descr.starts_with("<U");
  if (!is_text && !descr.starts_with("|S")) {
    return std::nullopt;
  }
  std::size_t width = 0;
  const std::string_view digits = descr.substr(2);
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), width);
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size() || width == 0 ||
      width > kMostNpyHeaderBytes) {
    return std::nullopt;
  }
  return std::pair(is_text ? ArrayType::Text : ArrayType::Bytes, is_text ? 4 * width : width);
}

Sentence problemOfType(std::string_view descr) {
  if (descr.starts_with('>')) {
    return sentence("its values ({}) have the high byte first; write array.astype('<{}')", descr,
                    descr.substr(1));
  }
  if (descr.find('O') != std::string_view::npos) {
    return sentence("it holds Python objects; write an array of numbers or of texts");
  }
  return sentence(
      "its values have the type {}, which is none of bool, integers, float16, float32, "
      "float64 and texts",
      descr);
}

}  // namespace

std::int64_t ArrayLayout::width() const {
  std::int64_t width = 1;
  for (std::size_t i = 1; i < shape.size(); ++i) {
    width *= shape[i];
  }
  return width;
}

std::string ArrayLayout::typeName() const {
  if (type == ArrayType::Text) {
    return fmt::format("text of {} characters", item_bytes / 4);
  }
  if (type == ArrayType::Bytes) {
    return fmt::format("text of {} bytes", item_bytes);
  }
  for (const TypeName& known : kTypes) {
    if (known.type == type) {
      return std::string(known.name);
    }
  }
  return {};
}

Result<ArrayLayout> readNpyHeader(std::string_view head, std::uint64_t file_bytes,
                                  std::string_view source) {
  if (!head.starts_with(kMagic) || head.size() < 10) {
    return unsound(source, sentence("it does not begin with the bytes of numpy.save"));
  }
  const auto byte = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(head[i]));
  };
  const std::size_t version = byte(6);
  if (version < 1 || version > 3) {
    return unsound(source, sentence("its version is {}", version));
  }
  const std::size_t before = version == 1 ? 10 : 12;
  if (head.size() < before) {
    return unsound(source, sentence("it is cut short"));
  }
  const std::size_t length =
      version == 1 ? byte(8) + (byte(9) << 8U)
                   : byte(8) + (byte(9) << 8U) + (byte(10) << 16U) + (byte(11) << 24U);
  if (length > head.size() - before) {
    return unsound(source, sentence("its header has {} bytes, more than the file or than {}",
                                    length, kMostNpyHeaderBytes));
  }
  const auto fields = HeaderReader(head.substr(before, length)).read();
  if (!fields.problem.empty()) {
    return unsound(source, sentence("of its header, {}", fields.problem));
  }
  ArrayLayout layout{.shape = *fields.shape, .offset = before + length};
  const auto known = [&]() -> std::optional<std::pair<ArrayType, std::size_t>> {
    for (const TypeName& type : kTypes) {
      if (type.descr == *fields.descr) {
        return std::pair(type.type, type.bytes);
      }
    }
    return textType(*fields.descr);
  }();
  if (!known) {
    return unsound(source, problemOfType(*fields.descr));
  }
  std::tie(layout.type, layout.item_bytes) = *known;
  std::uint64_t bytes = layout.item_bytes;
  for (const std::int64_t size : layout.shape) {
    if (__builtin_mul_overflow(bytes, static_cast<std::uint64_t>(size), &bytes)) {
      return unsound(source, sentence("its shape has more values than any file"));
    }
  }
  if (*fields.fortran_order && layout.shape.size() > 1) {
    return unsound(source, sentence("its values go column by column; write "
                                    "numpy.ascontiguousarray(array)"));
  }
  if (bytes != file_bytes - layout.offset) {
    return unsound(source, sentence("its header asks for {} bytes of values, but {} follow", bytes,
                                    file_bytes - layout.offset));
  }
  return layout;
}

}  // namespace w2s::data
