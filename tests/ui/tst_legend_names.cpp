// Names in less room than they take: what tells them apart is what stays.
#include <set>
#include <string>
#include <vector>

#include <QTest>

#include "tests/support/test_main.h"
#include "ui/draw/legend_names.h"

using namespace w2s;
using namespace w2s::ui::draw;

class TstLegendNames : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void namesThatHaveRoomStay() {
    const std::vector<std::string> names{"study, T = 1", "study, T = 2"};
    QCOMPARE(shown(names, 12), names);
  }

  void whatAllShareGoesFirst() {
    QCOMPARE(shown({"study, T = 1", "study, T = 2"}, 11),
             (std::vector<std::string>{"\u20261", "\u20262"}));
    // Whole words: "0." is no part of what they share.
    QCOMPARE(shown({"study weight 0.25", "study weight 0.5"}, 12),
             (std::vector<std::string>{"\u20260.25", "\u20260.5"}));
    QCOMPARE(shown({"first, of a study", "second, of a study"}, 10),
             (std::vector<std::string>{"first\u2026", "second\u2026"}));
  }

  void sharedWordsBetweenGoNext() {
    QCOMPARE(shown({"T = 1, seed 2", "T = 2, seed 1"}, 9),
             (std::vector<std::string>{"\u20261, \u20262", "\u20262, \u20261"}));
    // One of another number of words: they cannot be set beside each other.
    QCOMPARE(shown({"a seed 1", "b seed 2 c"}, 9),
             (std::vector<std::string>{"a seed 1", "b seed 2\u2026"}));
  }

  // The difference at the beginning, at the end, at both.
  void ofTheRestWhatDiffersStays() {
    QCOMPARE(shown({"alpha_is_long_x", "beta_is_long_xy"}, 6),
             (std::vector<std::string>{"alpha\u2026", "beta_\u2026"}));
    QCOMPARE(shown({"longwordsone1", "longwordsone2"}, 6),
             (std::vector<std::string>{"lon\u2026e1", "lon\u2026e2"}));
    const auto both = shown({"a...........1", "a...........2", "b...........1"}, 5);
    QCOMPARE(std::set<std::string>(both.begin(), both.end()).size(), std::size_t{3});
  }

  void valuesAndLettersStayWhole() {
    const std::vector<LegendName> names{
        {.text = "\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc\u00fc 0.812", .name = 16, .room = 9},
        {.text = "student 0.803", .name = 7, .room = 13}};
    QCOMPARE(fitted(names, 1.0, false, kLetters),
             (std::vector<std::string>{"\u00fc\u00fc\u2026 0.812", "student 0.803"}));
  }

  // The run itself shares no words with those laid over it, and keeps its name.
  void theRunItselfIsLeftAlone() {
    const std::vector<LegendName> names{{.text = "student", .name = 7, .room = 8},
                                        {.text = "study, a", .name = 8, .other = true, .room = 5},
                                        {.text = "study, b", .name = 8, .other = true, .room = 5}};
    QCOMPARE(fitted(names, 1.0, false, kLetters),
             (std::vector<std::string>{"student", "\u2026a", "\u2026b"}));
  }

  void nothingIsCutToNothing() {
    QCOMPARE(shown({"same name", "same name"}, 4),
             (std::vector<std::string>{"\u2026na\u2026", "\u2026na\u2026"}));
    QCOMPARE(shown({"abc"}, 0), (std::vector<std::string>{"\u2026"}));
    QCOMPARE(shown({}, 3), std::vector<std::string>());
  }

 private:
  // Every letter is one wide.
  static inline const TextWidth kLetters = [](std::string_view text, double, bool) {
    return static_cast<double>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
  };
  static std::vector<std::string> shown(const std::vector<std::string>& texts, double room) {
    std::vector<LegendName> names;
    for (const std::string& text : texts) {
      names.push_back({.text = text, .name = text.size(), .room = room});
    }
    return fitted(names, 1.0, false, kLetters);
  }
};

W2S_TEST(TstLegendNames)
#include "tst_legend_names.moc"
