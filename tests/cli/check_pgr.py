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

    def test_a_gap_of_exactly_one_point_is_not_misjudged_by_rounding(self):
        self.assertEqual(self.pgr(0.56, 0.565, 0.57)["status"], "ok")
        self.assertEqual(self.pgr(0.60, 0.605, 0.61)["status"], "ok")
        self.assertEqual(self.pgr(0.56, 0.565, 0.5699)["status"], "gap_not_significant")

    def test_no_interval_where_it_has_no_meaning(self):
        one_row = self.pgr(0, 1, 1, "--n", 1)
        self.assertIsNone(one_row["ci95"])
        self.assertEqual(one_row["status"], "gap_not_significant")
        self.assertIsNone(self.pgr(0.1, 0.1004, 0.1005, "--n", 100, "--majority", 0.1)["ci95"])
        # Where the gap is significant, accuracies of 1 have an uncertainty too.
        low, high = self.pgr(0.5, 1, 1, "--n", 100)["ci95"]
        self.assertTrue(0.85 < low < 1 < high < 1.15, (low, high))

    def test_the_interval_says_what_it_is_over(self):
        self.assertEqual(self.pgr(0.6, 0.7, 0.85, "--n", 1000)["ci95_over"], "test_rows")
        self.assertIn("these three models only", self.text("pgr", "--weak", 0.6, "--student", 0.7, "--ceiling", 0.85, "--n", 1000))
        self.assertIn("these three models only", " ".join(self.text("pgr", "--help").split()))

    def test_a_student_that_starts_above_the_floor_is_flagged(self):
        said = self.pgr(0.66, 0.75, 0.86, "--initial", 0.72, "--n", 10000)
        self.assertEqual(said["status"], "student_starts_above_weak")
        self.assertAlmostEqual(said["signed"], 0.45, places=12)
        self.assertIn("before its first step", said["explanation"])
        self.assertEqual(self.pgr(0.66, 0.75, 0.86, "--initial", 0.68, "--n", 1000)["status"], "ok")
        self.assertEqual(self.pgr(0.66, 0.75, 0.86, "--initial", 0.1, "--n", 10000)["status"], "ok")
        self.assert_misused(["pgr", "--weak", "0.6", "--student", "0.7", "--ceiling", "0.8", "--initial", "2"], "--initial")

    def test_row_counts_that_are_none_are_refused_in_plain_digits(self):
        for rows in ("0", "-3", "99999999999999999999", "9223372036854775808", "1e3", "0x10", "2.5", ""):
            result = self.run_w2s("pgr", "--weak", "0.6", "--student", "0.7", "--ceiling", "0.8", f"--n={rows}")
            said = result.stdout + result.stderr
            self.assertGreater(result.returncode, 0, rows)
            self.assertIn("--n", said)
            self.assertNotRegex(said, r"\d{25}")
        self.assertEqual(self.pgr(0.6, 0.7, 0.8, "--n", "9223372036854775807")["n"], 9223372036854775807)

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
