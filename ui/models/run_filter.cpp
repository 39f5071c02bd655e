#include "ui/models/run_filter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <unordered_set>

#include "core/config/suggest.h"
#include "core/study/effects.h"
#include "core/study/study.h"
#include "ui/bridge/name_words.h"
#include "ui/models/run_state_text.h"
#include "ui/models/runs_columns.h"
#include "ui/widgets/number_entry.h"

namespace w2s::ui {

using Comparison = RunFilter::Comparison;

// What is asked of one measure, text or setting.
struct RunFilter::Condition {
  int column = -1;                // a measure or a text of the run; -1: a setting
  std::vector<std::string> keys;  // of settings, any of which may hold
  std::vector<study::Setting> settings;
  Comparison comparison = Comparison::Equal;
  std::optional<double> number;
  QString text;  // in small letters

  [[nodiscard]] bool holds(const RunRecord& run) const;

 private:
  [[nodiscard]] bool holdsFor(double value) const;
  [[nodiscard]] bool holdsFor(const QString& value) const;
  [[nodiscard]] bool holdsFor(const study::Setting& setting, const std::string& value) const;
  // Most runs have the same settings with the same few values.
  [[nodiscard]] bool holdsIn(const study::RunSettings& settings) const;
  mutable std::unordered_map<std::shared_ptr<const study::RunSettings>, bool> answers_;
};

namespace {

// A piece of the line: a word, a text in quotation marks, or a comparison.
struct FilterPiece {
  QString text;
  bool is_quoted = false;
  std::optional<Comparison> comparison = {};
  bool touches = false;  // no space before it
};

struct FilterSign {
  QLatin1String text;
  Comparison comparison;
};
constexpr std::array<FilterSign, 8> kFilterSigns{{{QLatin1String("<="), Comparison::AtMost},
                                                  {QLatin1String(">="), Comparison::AtLeast},
                                                  {QLatin1String("!="), Comparison::Unequal},
                                                  {QLatin1String("=="), Comparison::Equal},
                                                  {QLatin1String("<"), Comparison::Less},
                                                  {QLatin1String(">"), Comparison::More},
                                                  {QLatin1String("="), Comparison::Equal},
                                                  {QLatin1String(":"), Comparison::Contains}}};

const FilterSign* filterSignAt(QStringView text) {
  const auto found = std::ranges::find_if(
      kFilterSigns, [&](const FilterSign& sign) { return text.startsWith(sign.text); });
  return found == kFilterSigns.end() ? nullptr : &*found;
}

constexpr QLatin1String kStarredWord("starred");
constexpr QLatin1String kArchivedWord("archived");
constexpr QLatin1String kLeftoversWord("leftovers");

bool isRunMark(const QString& word) {
  return std::ranges::any_of(
      std::array{kStarredWord, kArchivedWord, kLeftoversWord},
      [&](QLatin1String mark) { return word.compare(mark, Qt::CaseInsensitive) == 0; });
}

bool isQuote(QChar letter) {
  return letter == QLatin1Char('"') || letter == QChar(0x201c) || letter == QChar(0x201d) ||
         letter == QChar(0x201e);
}

tl::expected<std::vector<FilterPiece>, QString> filterPiecesOf(const QString& line) {
  std::vector<FilterPiece> pieces;
  bool touches = false;
  for (qsizetype i = 0; i < line.size();) {
    if (line[i].isSpace()) {
      touches = false;
      ++i;
      continue;
    }
    if (isQuote(line[i])) {
      const auto end = std::find_if(line.begin() + i + 1, line.end(), isQuote);
      if (end == line.end()) {
        return tl::unexpected(
            RunFilter::tr("The quotation mark before \u201c%1\u201d is not closed.")
                .arg(line.mid(i + 1).left(20)));
      }
      const qsizetype length = end - line.begin() - i - 1;
      pieces.push_back({.text = line.mid(i + 1, length), .is_quoted = true, .touches = touches});
      i += length + 2;
    } else if (const FilterSign* sign = filterSignAt(QStringView(line).mid(i))) {
      pieces.push_back({.text = sign->text, .comparison = sign->comparison, .touches = touches});
      i += sign->text.size();
    } else {
      qsizetype end = i;
      while (end < line.size() && !line[end].isSpace() && !isQuote(line[end]) &&
             filterSignAt(QStringView(line).mid(end)) == nullptr) {
        ++end;
      }
      pieces.push_back({.text = line.mid(i, end - i), .touches = touches});
      i = end;
    }
    touches = true;
  }
  return pieces;
}

// "40 %" is a share.
std::optional<double> numberOfWord(const QString& word) {
  const bool is_share = word.endsWith(QLatin1Char('%'));
  const auto number = enteredNumber(is_share ? word.chopped(1) : word, NumberKind::Real);
  return number && is_share ? std::optional(*number / 100.0) : number;
}

bool isNearly(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max({1e-3, std::abs(a), std::abs(b)});
}

QString textOfRun(const RunRecord& run, int column) {
  switch (column) {
    case RunsModel::Name:
      return run.title();
    case RunsModel::Method:
      return run.method;
    case RunsModel::State:
      // In the language of the window, and as the command line says it.
      return runStateText(run) + (run.stored && run.problem.isEmpty()
                                      ? QLatin1Char(' ') + QString::fromStdString(std::string(
                                                               store::nameOf(*run.stored)))
                                      : QString());
    case RunsModel::Date:
      return run.created;
    case RunsModel::Id:
      return run.id;
    case RunsModel::Note:
      return QString::fromStdString(run.labels.note);
    case RunsModel::Experiment:
      return run.experiment;
    default:
      return {};
  }
}

}  // namespace

bool RunFilter::Condition::holdsFor(double value) const {
  switch (comparison) {
    case Comparison::Less:
      return value < *number && !isNearly(value, *number);
    case Comparison::AtMost:
      return value < *number || isNearly(value, *number);
    case Comparison::More:
      return value > *number && !isNearly(value, *number);
    case Comparison::AtLeast:
      return value > *number || isNearly(value, *number);
    case Comparison::Equal:
    case Comparison::Contains:
      return isNearly(value, *number);
    case Comparison::Unequal:
      return !isNearly(value, *number);
  }
  return false;
}

bool RunFilter::Condition::holdsFor(const QString& value) const {
  const QString folded = value.toCaseFolded();
  return comparison == Comparison::Contains  ? folded.contains(text)
         : comparison == Comparison::Unequal ? folded != text
                                             : folded == text;
}

bool RunFilter::Condition::holdsFor(const study::Setting& setting, const std::string& value) const {
  const auto known = study::numberOf(value);
  if (known && number) {
    return holdsFor(*known);
  }
  const QString raw = QString::fromStdString(value);
  const QString words = QString::fromStdString(study::valueWordsOf(setting, value, nameWords()));
  return comparison == Comparison::Unequal ? holdsFor(raw) && holdsFor(words)
                                           : holdsFor(raw) || holdsFor(words);
}

bool RunFilter::Condition::holdsIn(const study::RunSettings& of_run) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::string* value = of_run.find(keys[i]);
    if (value != nullptr && holdsFor(settings[i], *value)) {
      return true;
    }
  }
  return false;
}

bool RunFilter::Condition::holds(const RunRecord& run) const {
  if (column < 0) {
    if (!run.settings) {
      return false;
    }
    const auto [answer, is_new] = answers_.emplace(run.settings, false);
    if (is_new) {
      answer->second = holdsIn(*run.settings);
    }
    return answer->second;
  }
  if (column == RunsModel::Tags) {
    const auto matches = [this](const std::string& tag) {
      return holdsFor(QString::fromStdString(tag));
    };
    return comparison == Comparison::Unequal ? std::ranges::all_of(run.labels.tags, matches)
                                             : std::ranges::any_of(run.labels.tags, matches);
  }
  if (runColumn(column).value == RunValue::Text) {
    return holdsFor(textOfRun(run, column));
  }
  const auto value = numberIn(run, column);
  return value && holdsFor(*value);
}

namespace {

// The column or the settings that a name means.
tl::expected<RunFilter::Condition, QString> conditionOf(
    const QString& name, const std::vector<study::Setting>& settings) {
  RunFilter::Condition condition;
  const std::string asked = name.toStdString();
  std::vector<std::string> known;
  for (int column = RunsModel::Name; column < RunsModel::ColumnCount; ++column) {
    if (name.compare(QLatin1String(runColumn(column).key), Qt::CaseInsensitive) == 0) {
      condition.column = column;
      return condition;
    }
    known.emplace_back(runColumn(column).key);
  }
  for (const study::Setting& setting : settings) {
    const std::string_view last = study::shortKey(setting.key);
    if (setting.key == asked || last == asked ||
        (!setting.is_shared && !asked.empty() && setting.symbol() == asked)) {
      condition.keys.push_back(setting.key);
      condition.settings.push_back(setting);
    }
    known.emplace_back(setting.key.find(asked) == 0 ? setting.key : std::string(last));
  }
  if (!condition.keys.empty()) {
    return condition;
  }
  QString sentence =
      RunFilter::tr("No run has a measure or a setting called \u201c%1\u201d.").arg(name);
  if (const auto meant = config::closest(asked, known)) {
    sentence += QLatin1Char(' ') +
                RunFilter::tr("Did you mean \u201c%1\u201d?").arg(QString::fromStdString(*meant));
  }
  return tl::unexpected(sentence);
}

bool isOrder(Comparison comparison) {
  return comparison != Comparison::Equal && comparison != Comparison::Unequal &&
         comparison != Comparison::Contains;
}

// Whether what was found can be compared so.
std::optional<QString> problemOf(const RunFilter::Condition& condition, const QString& name,
                                 const QString& value) {
  const bool is_number =
      condition.column >= 0
          ? runColumn(condition.column).value != RunValue::Text
          : std::ranges::all_of(condition.settings, [](const study::Setting& setting) {
              return setting.kind == config::SlotKind::Real ||
                     setting.kind == config::SlotKind::Integer;
            });
  if (!is_number && isOrder(condition.comparison)) {
    return RunFilter::tr("\u201c%1\u201d is no number; ask for it with : or =.").arg(name);
  }
  if (is_number && !condition.number) {
    return RunFilter::tr("\u201c%1\u201d is a number, \u201c%2\u201d is none.").arg(name, value);
  }
  return std::nullopt;
}

}  // namespace

tl::expected<RunFilter, QString> RunFilter::parse(const QString& text,
                                                  const std::vector<study::Setting>& settings) {
  const auto pieces = filterPiecesOf(text);
  if (!pieces) {
    return tl::unexpected(pieces.error());
  }
  RunFilter filter;
  for (std::size_t i = 0; i < pieces->size(); ++i) {
    const FilterPiece& piece = (*pieces)[i];
    const FilterPiece* next = i + 1 < pieces->size() ? &(*pieces)[i + 1] : nullptr;
    if (piece.comparison) {
      return tl::unexpected(tr("A name is missing before \u201c%1\u201d.").arg(piece.text));
    }
    const bool is_condition = next != nullptr && next->comparison && !piece.is_quoted &&
                              (next->comparison != Comparison::Contains || next->touches);
    const bool is_mark = !piece.is_quoted && isRunMark(piece.text);
    if (!is_condition && is_mark) {
      static_cast<void>(filter.takeMark(piece.text, Comparison::Equal, QStringLiteral("yes")));
      continue;
    }
    if (!is_condition) {
      filter.words_ += piece.text.toCaseFolded();
      continue;
    }
    const FilterPiece* value = i + 2 < pieces->size() ? &(*pieces)[i + 2] : nullptr;
    if (value == nullptr || value->comparison) {
      return tl::unexpected(
          tr("A value is missing after \u201c%1 %2\u201d.").arg(piece.text, next->text));
    }
    if (is_mark) {
      if (auto problem = filter.takeMark(piece.text, *next->comparison, value->text)) {
        return tl::unexpected(*std::move(problem));
      }
      i += 2;
      continue;
    }
    auto condition = conditionOf(piece.text, settings);
    if (!condition) {
      return tl::unexpected(condition.error());
    }
    condition->comparison = *next->comparison;
    condition->text = value->text.toCaseFolded();
    condition->number = numberOfWord(value->text);
    i += 2;
    // "40 %"
    if (condition->number && i + 1 < pieces->size() &&
        (*pieces)[i + 1].text == QLatin1String("%")) {
      *condition->number /= 100.0;
      ++i;
    }
    if (const auto problem = problemOf(*condition, piece.text, value->text)) {
      return tl::unexpected(*problem);
    }
    filter.conditions_.push_back(std::make_shared<const Condition>(*std::move(condition)));
  }
  return filter;
}

std::optional<QString> RunFilter::takeMark(const QString& name, Comparison comparison,
                                           const QString& value) {
  const QString word = name.toLower();
  if (comparison != Comparison::Equal && comparison != Comparison::Contains) {
    return tr("\u201c%1\u201d is asked for with : or =.").arg(word);
  }
  const auto says = [&](const char* answer) {
    return value.compare(QLatin1String(answer), Qt::CaseInsensitive) == 0;
  };
  const bool is_star = word == kStarredWord;
  if (!says("yes") && !says("no") && (is_star || !says("all"))) {
    return is_star ? tr("\u201cstarred\u201d is yes or no, not \u201c%1\u201d.").arg(value)
                   : tr("\u201c%1\u201d is yes, no or all, not \u201c%2\u201d.").arg(word, value);
  }
  if (is_star) {
    starred_ = says("yes");
  } else {
    (word == kArchivedWord ? archived_ : leftovers_) = says("yes")  ? Wanted::Only
                                                       : says("no") ? Wanted::None
                                                                    : Wanted::All;
  }
  return std::nullopt;
}

bool RunFilter::accepts(const RunRecord& run, const QString& search_text) const {
  const auto allows = [](std::optional<Wanted> wanted, bool is_one) {
    return wanted == Wanted::All || is_one == (wanted == Wanted::Only);
  };
  if (!allows(archived_, run.labels.archived) || !allows(leftovers_, isLeftover(run)) ||
      (starred_ && run.labels.starred != *starred_)) {
    return false;
  }
  return std::ranges::all_of(words_,
                             [&](const QString& word) { return search_text.contains(word); }) &&
         std::ranges::all_of(conditions_,
                             [&](const auto& condition) { return condition->holds(run); });
}

std::vector<study::Setting> filterSettings(std::span<const study::RunSettings* const> runs) {
  study::SettingsPool pool;
  std::vector<study::Setting> settings = *pool.of(config::ExperimentConfig())->described();
  std::set<std::string> keys;
  for (const study::Setting& setting : settings) {
    keys.insert(setting.key);
  }
  std::unordered_set<const void*> known;
  for (const study::RunSettings* run : runs) {
    if (run == nullptr || !known.insert(run->described().get()).second) {
      continue;
    }
    for (const study::Setting& setting : *run->described()) {
      if (keys.insert(setting.key).second) {
        settings.push_back(setting);
      }
    }
  }
  return settings;
}

}  // namespace w2s::ui
