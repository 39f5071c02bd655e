"""w2s pgr against values worked out by hand from (student - weak) / (ceiling - weak)."""

import math

from harness import CommandLineCase, main


class Pgr(CommandLineCase):
    def pgr(self, weak, student, ceiling, *more):
        return self.json("pgr", "--weak", weak, "--student", student, "--ceiling", ceiling, *more)

    def test_value_between_floor_and_ceiling(self):
        said = self.pgr(0.6, 0.7, 0.85)
        self.assertAlmostEqual(said["signed"], 0.4, places=12)
        self.assertAlmostEqual(said["book"], 0.4, places=12)
        self.assertEqual(said["status"], "ok")

    def test_student_below_the_floor_is_negative_and_clamped_by_the_book(self):
        said = self.pgr(0.6, 0.5, 0.8)
        self.assertAlmostEqual(said["signed"], -0.5, places=12)
        self.assertEqual(said["book"], 0)

    def test_student_above_the_ceiling_is_not_clamped(self):
        self.assertAlmostEqual(self.pgr(0.6, 0.9, 0.8)["signed"], 1.5, places=12)

    def test_no_gap_has_no_value(self):
        for ceiling in (0.6, 0.5):
            said = self.pgr(0.6, 0.7, ceiling)
            self.assertIsNone(said["signed"])
            self.assertIsNone(said["book"])
            self.assertEqual(said["status"], "ceiling_not_above_weak")

    def test_small_gaps_are_flagged(self):
        self.assertEqual(self.pgr(0.6, 0.605, 0.609)["status"], "gap_not_significant")
        # Standard error of the gap with 200 rows: about .045.
        self.assertEqual(self.pgr(0.60, 0.64, 0.68, "--n", 200)["status"], "gap_not_significant")
        self.assertEqual(self.pgr(0.60, 0.64, 0.68, "--n", 20000)["status"], "ok")

    def test_weak_supervisor_at_chance_is_flagged(self):
        self.assertEqual(self.pgr(0.5, 0.6, 0.8, "--majority", 0.5)["status"], "weak_at_chance")

    def test_standard_error_is_that_of_the_delta_method(self):
        weak, student, ceiling, n = 0.6, 0.7, 0.85, 10000
        gap = ceiling - weak
        value = (student - weak) / gap
        variance = [p * (1 - p) / n for p in (weak, student, ceiling)]
        expected = math.sqrt((value - 1) ** 2 * variance[0] + variance[1] + value ** 2 * variance[2]) / gap
        said = self.pgr(weak, student, ceiling, "--n", n)
        self.assertAlmostEqual(said["standard_error"], expected, places=9)
        low, high = said["ci95"]
        self.assertLess(low, value)
        self.assertGreater(high, value)

    def test_text_names_both_forms(self):
        said = self.text("pgr", "--weak", 0.6, "--student", 0.5, "--ceiling", 0.8)
        self.assertIn("-0.5000", said)
        self.assertIn("0.0000", said)

    def test_numbers_that_are_no_accuracies_are_refused(self):
        self.assert_misused(["pgr", "--weak", "0.6", "--student", "1.2", "--ceiling", "0.8"], "--student", "1.2")
        self.assert_misused(["pgr", "--weak", "nan", "--student", "0.7", "--ceiling", "0.8"], "--weak")
        self.assert_misused(["pgr", "--weak", "0.6", "--student", "0.7"], "--ceiling")
        self.assert_misused(["pgr", "--weak", "0.6", "--student", "0.7", "--ceiling", "0.8", "--n", "-3"], "--n")


main()
