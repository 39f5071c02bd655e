"""w2s loss against golden values worked out in plain double precision, closed forms, and finite differences."""

import json
import math

from harness import CommandLineCase, main

LOGITS = [[1.2, -0.3], [0.1, 0.4], [-0.8, 0.9], [0.5, 0.2]]
WEAK = [[0.8, 0.2], [0.6, 0.4], [0.1, 0.9], [0.3, 0.7]]
PLAIN = {"confidence": "none", "confidence_weight": 0, "kd_weight": 1, "ground_truth_weight": 0, "entropy_weight": 0}


def softmax(row):
    powers = [math.exp(z - max(row)) for z in row]
    return [power / sum(powers) for power in powers]


class Loss(CommandLineCase):
    def call(self, settings, **changes):
        batch = {"logits": LOGITS, "weak": WEAK, "targets": [0, 0, 1, 1], "step": 99, "steps": 100, **changes}
        words = ["loss", "--input", self.write("batch.json", json.dumps(batch))]
        for key, value in {**PLAIN, **settings}.items():
            words += ["--set", f"objective.{key}={value}"]
        return words

    def loss(self, settings, **changes):
        return self.json(*self.call(settings, **changes))

    def test_golden_values_of_the_divergences(self):
        golden = [({"divergence": "soft_ce"}, 0.58447745), ({"divergence": "forward_kl"}, 0.05713711),
                  ({"divergence": "forward_kl", "temperature": 2}, 0.06228906),
                  ({"divergence": "reverse_kl", "divergence.smoothing": 0}, 0.05961544),
                  ({"divergence": "gkd"}, 0.01442895), ({"divergence": "jensen_shannon"}, 0.0577158088)]
        for settings, expected in golden:
            with self.subTest(settings):
                said = self.loss(settings)
                self.assertAlmostEqual(said["total"], expected, places=8)
                self.assertAlmostEqual(said["terms"]["kd"]["value"], expected, places=8)

    def test_golden_values_of_the_threshold_confidence(self):
        for weight, expected in ((0.05, 0.57372745), (0.25, 0.53072745), (0.5, 0.47697745), (0.75, 0.42322745)):
            with self.subTest(weight):
                said = self.loss({"divergence": "soft_ce", "confidence": "threshold", "confidence_weight": weight})
                self.assertAlmostEqual(said["total"], expected, places=8)

    def test_threshold_confidence_of_small_and_extreme_batches(self):
        threshold = {"confidence": "threshold", "confidence_weight": 0.5}
        one_row = {"logits": [[0.7, -0.55, -1.25]], "weak": [[0.1, 0.3, 0.6]], "targets": [0]}
        self.assert_refused(self.call(threshold, **one_row), "threshold", "at least 2 rows")
        self.assertEqual(self.loss({**threshold, "confidence_weight": 0}, **one_row)["terms"]["confidence"]["weight"], 0)
        underflow = {"logits": [[0, 800, -800], [0, 700, -900]], "weak": [[0, 0, 1], [0, 0, 1]], "targets": [0, 0]}
        self.assertEqual(self.loss(threshold, **underflow)["terms"]["confidence"]["value"], 1600)

    def test_total_is_the_weighted_sum_of_the_terms_to_the_last_bit(self):
        said = self.loss({"divergence": "forward_kl", "confidence": "argmax", "confidence_weight": 0.3,
                          "ground_truth_weight": 0.7, "entropy_weight": 0.1, "temperature": 1.5})
        self.assertEqual(said["total"], sum(term["value"] * term["weight"] for term in said["terms"].values()))

    def test_gradient_norm_is_that_of_the_value(self):
        settings = {"divergence": "forward_kl", "entropy_weight": 0.2, "kd_weight": 2}
        said = self.loss(settings)
        rows = [(softmax(logits), weak) for logits, weak in zip(LOGITS, WEAK)]
        of_kd = math.sqrt(sum((p - w) ** 2 for probabilities, weak in rows for p, w in zip(probabilities, weak)))
        self.assertAlmostEqual(said["terms"]["kd"]["gradient_norm"], of_kd / len(LOGITS), places=14)
        entropies = [-sum(p * math.log(p) for p in probabilities) for probabilities, _ in rows]
        of_entropy = math.sqrt(sum((p * (math.log(p) + h)) ** 2 for (probabilities, _), h in zip(rows, entropies) for p in probabilities))
        self.assertAlmostEqual(said["terms"]["entropy"]["gradient_norm"], of_entropy / len(LOGITS), places=14)
        self.assertEqual(said["terms"]["confidence"]["gradient_norm"], 0)

    def test_gradient_of_forward_kl_is_student_minus_weak(self):
        gradient = self.loss({"divergence": "forward_kl"})["gradient"]
        for row, logits, weak in zip(gradient, LOGITS, WEAK):
            for value, p, w in zip(row, softmax(logits), weak):
                self.assertAlmostEqual(value, (p - w) / len(LOGITS), places=14)

    def test_gradient_is_that_of_finite_differences(self):
        settings = {"divergence": "jensen_shannon", "confidence": "argmax", "confidence_weight": 0.4,
                    "ground_truth_weight": 0.5, "entropy_weight": 0.2, "temperature": 2}
        gradient = self.loss(settings)["gradient"]
        width = 1e-5
        for i, row in enumerate(LOGITS):
            for j in range(len(row)):
                totals = []
                for sign in (1, -1):
                    moved = [list(other) for other in LOGITS]
                    moved[i][j] += sign * width
                    totals.append(self.loss(settings, logits=moved)["total"])
                self.assertAlmostEqual(gradient[i][j], (totals[0] - totals[1]) / (2 * width), places=9)

    def test_warm_up_raises_the_weight_with_the_step(self):
        settings = {"confidence": "argmax", "confidence_weight": 0.5, "confidence_weight.warmup": 0.5}
        weights = [self.loss(settings, step=step)["terms"]["confidence"]["weight"] for step in (0, 25, 50, 99)]
        self.assertEqual(weights, sorted(weights))
        self.assertLess(weights[0], 0.02)
        self.assertAlmostEqual(weights[-1], 0.5, places=12)

    def test_text_shows_every_term(self):
        said = self.text(*self.call({"divergence": "soft_ce"}))
        for word in ("kd", "confidence", "ground_truth", "entropy", "0.58447745"):
            self.assertIn(word, said)

    def test_bad_input_is_refused_with_place_and_cause(self):
        cases = [({"weak": WEAK[:3]}, ["`weak` has 3 rows", "`logits` has 4"]),
                 ({"weak": [[0.5, 0.5], [0.8, 0.8]] * 2}, ["`weak` row 1", "1.6"]),
                 ({"logits": [[1, 2], [3]] * 2}, ["`logits` row 1"]),
                 ({"logits": []}, ["`logits` has no rows"]),
                 ({"targets": [0, 0, 1, 7]}, ["`targets` entry 3", "7"]),
                 # 2^64 - 1 must not become -1, "no ground truth".
                 ({"targets": [0, 0, 1, 18446744073709551615]}, ["`targets` entry 3", "18446744073709551615", "does not fit"]),
                 ({"step": 9223372036854775808}, ["`step`", "does not fit"]),
                 ({"steps": 99999999999999999999}, ["`steps`"])]
        for changes, parts in cases:
            with self.subTest(parts[0]):
                self.assert_refused(self.call({}, **changes), *parts)
        self.assert_refused(["loss", "--input", "nowhere.json"], "nowhere.json")
        self.assert_refused(["loss", "--input", self.write("torn.json", '{"logits": [[1,')], "torn.json")

    def test_bad_settings_are_refused_with_the_allowed_values(self):
        self.assert_refused(self.call({"divergence": "forwardkl"}), "forwardkl", "forward_kl")
        self.assert_refused(self.call({"temprature": 2}), "temprature", "temperature")
        self.assert_refused(self.call({"temperature": -1}), "temperature")


main()
