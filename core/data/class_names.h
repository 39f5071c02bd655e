// Which class a value of a column is: labels, weak labels and the truth beside them are read alike.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/data/card_column.h"

namespace w2s::data {

class ClassNames {
 public:
  // As a card lists them. A value is a name or, where it is none, the number of a class from 0.
  explicit ClassNames(std::vector<std::string> listed);
  // Those that labels themselves say: numbers from 0 to the largest, or the texts there are, sorted.
  // Errors: InvalidArgument, there are more than a column of classes has.
  [[nodiscard]] static Result<ClassNames> of(const Column& labels);

  [[nodiscard]] const std::vector<std::string>& names() const {
    return names_;
  }
  [[nodiscard]] std::int64_t size() const {
    return std::ssize(names_);
  }
  // The class of each row; -1 where the value is none, and `problems` says where and what it is.
  [[nodiscard]] std::vector<std::int64_t> classesOf(const Column& column,
                                                    std::vector<Sentence>& problems) const;

 private:
  ClassNames(std::vector<std::string> names, bool numbers);
  [[nodiscard]] std::int64_t classOf(const Column& column, std::int64_t row) const;

  std::vector<std::string> names_;
  std::unordered_map<std::string, std::int64_t> by_name_;
  bool numbers_ = true;  // a value may be the number of a class; else "1" is a name alone
};

}  // namespace w2s::data
