"""w2s data: the installed data set's counts, and damaged files in place of it."""

import gzip
import struct

from harness import CommandLineCase, main

FILES = {"train-images-idx3-ubyte": (0x803, (60000, 28, 28)), "train-labels-idx1-ubyte": (0x801, (60000,)),
         "t10k-images-idx3-ubyte": (0x803, (10000, 28, 28)), "t10k-labels-idx1-ubyte": (0x801, (10000,))}


def idx(magic, shape, payload=None):
    size = 1
    for extent in shape:
        size *= extent
    return struct.pack(f">I{len(shape)}I", magic, *shape) + (bytes(size) if payload is None else payload)


class Data(CommandLineCase):
    def write_set(self, **replaced):
        """A folder of well-formed, empty-looking files, some of them replaced."""
        for name, (magic, shape) in FILES.items():
            content = replaced.get(name.replace("-", "_"), idx(magic, shape))
            if content is not None:
                self.write(name, content)
        return self.folder

    def inspect(self, *more):
        return ["data", "inspect", "fashion-mnist", "--data", self.folder, *more]

    def test_list_knows_fashion_mnist_and_how_to_get_it(self):
        entry = next(entry for entry in self.json("data", "list")["data_sets"] if entry["name"] == "fashion-mnist")
        self.assertEqual((entry["train_rows"], entry["test_rows"], len(entry["class_names"])), (60000, 10000, 10))
        self.assertIn("dataset-fashion-mnist", entry["how_to_get"])

    def test_splits_have_the_asked_rows_and_every_class(self):
        said = self.json("data", "inspect", "fashion-mnist")
        rows = {split["name"]: split["rows"] for split in said["splits"]}
        self.assertEqual(rows, {"weak": 1000, "transfer": 5000, "validation": 5000, "test": 10000})
        counts = {split["name"]: split["class_counts"] for split in said["splits"]}
        for name, of_classes in counts.items():
            self.assertEqual(sum(of_classes), rows[name])
        # Weak and transfer rows are drawn in proportion from what validation leaves of 6,000 training rows a class.
        for name in ("weak", "transfer"):
            for in_split, in_validation in zip(counts[name], counts["validation"]):
                self.assertAlmostEqual(in_split, rows[name] * (6000 - in_validation) / 55000, delta=1)
        self.assertEqual(counts["test"], [1000] * 10)

    def test_splits_follow_the_seed(self):
        def hashes(*more):
            splits = self.json("data", "inspect", "fashion-mnist", *more)["splits"]
            return {split["name"]: split["hash"] for split in splits}

        first, again, other = hashes(), hashes(), hashes("--seed", 1)
        self.assertEqual(first, again)
        self.assertNotEqual(first["weak"], other["weak"])
        self.assertNotEqual(first["transfer"], other["transfer"])

    def test_generated_points_are_listed_and_inspected(self):
        listed = {entry["name"]: entry for entry in self.json("data", "list")["data_sets"]}
        for name, classes in (("blobs", 4), ("moons", 2), ("rings", 3), ("spirals", 3)):
            self.assertEqual(listed[name]["modality"], "points")
            self.assertEqual(listed[name]["shape"], [2])
            self.assertTrue(listed[name]["installed"])
            said = self.json("data", "inspect", name)
            self.assertEqual(len(said["card"]["class_names"]), classes)
            self.assertEqual([split["rows"] for split in said["splits"]], [1000, 5000, 5000, 10000])
            self.assertEqual(said["duplicates"][0]["images"], 0)

    def test_validation_rows_of_a_file_sorted_by_class_hold_every_class(self):
        labels = bytes(sorted(i % 10 for i in range(1200)))
        self.write_set(train_images_idx3_ubyte=idx(0x803, (1200, 28, 28)), train_labels_idx1_ubyte=idx(0x801, (1200,), labels),
                       t10k_images_idx3_ubyte=idx(0x803, (50, 28, 28)), t10k_labels_idx1_ubyte=idx(0x801, (50,)))
        said = self.json(*self.inspect("--set", "task.weak_rows=100", "--set", "task.transfer_rows=500", "--set",
                                       "task.validation_rows=100", "--set", "task.test_rows=50"))
        self.assertFalse(said["official_labels"])
        counts = {split["name"]: split["class_counts"] for split in said["splits"]}
        self.assertEqual(counts["validation"], [10] * 10)
        self.assertEqual(counts["weak"], [10] * 10)

    def test_unknown_name_is_refused(self):
        self.assert_refused(["data", "inspect", "fashion-mnits"], "fashion-mnits", "fashion-mnist")

    def test_empty_folder_says_how_to_get_the_files(self):
        self.assert_refused(self.inspect(), str(self.folder), "dataset-fashion-mnist")

    def test_missing_file_is_named(self):
        self.write_set(t10k_labels_idx1_ubyte=None)
        self.assert_refused(self.inspect(), "t10k-labels-idx1-ubyte")

    def test_damaged_files_are_named_with_the_cause(self):
        name = "train-images-idx3-ubyte"
        damaged = {
            "truncated": idx(0x803, (60000, 28, 28))[:-100],
            "header larger than the file": idx(0x803, (0xFFFFFFFF, 0xFFFF, 0xFFFF), b"xx"),
            "wrong magic": idx(0x801, (60000, 28, 28)),
            "a few bytes": b"\x00\x00",
            "not gzip": b"\x1f\x8b" + b"garbage" * 20,
            "truncated gzip": gzip.compress(idx(0x803, (60000, 28, 28)), 1)[:-200],
        }
        for what, content in damaged.items():
            with self.subTest(what):
                self.write_set(train_images_idx3_ubyte=content)
                self.assert_refused(self.inspect(), name)

    def test_images_and_labels_that_do_not_fit_are_refused(self):
        self.write_set(train_labels_idx1_ubyte=idx(0x801, (59999,)))
        self.assert_refused(self.inspect(), "60000 images", "59999 labels")

    def test_split_larger_than_the_data_is_refused(self):
        self.assert_refused(["data", "inspect", "fashion-mnist", "--set", "task.transfer_rows=58000"],
                            "task.transfer_rows", "58000", "55000")

    def test_wrong_settings_are_refused(self):
        self.assert_refused(["data", "inspect", "fashion-mnist", "--set", "task.weak_rowz=5"], "weak_rowz")
        self.assert_refused(["data", "inspect", "fashion-mnist", "--set", "task.weak_rows=many"], "weak_rows")


main()
