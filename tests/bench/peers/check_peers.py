#!/usr/bin/env python3
"""The peers against each other on a small random folder: they must train the same head, or their ratios mean nothing."""

import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest

import torch

import careful_eager
import careful_study
import extract_eager
import fine_tune_eager
import published_default
import wide_heads
from common import NPY_TYPES, Encoder, Inputs

HERE = pathlib.Path(__file__).parent
ROWS, TEST_ROWS, CLASSES, WIDTH, STEPS, BATCH = 48, 32, 5, 4, 6, 16
SCALE = 0.5
CELLS = [{"confidence_weight": weight, "temperature": temperature} for weight in (0.0, 0.5) for temperature in (1.0, 2.0)]


def bytes_of(tensor):
    return bytes(tensor.contiguous().view(torch.uint8).flatten().tolist())


def write_npy(path, tensor):
    kind = next(name for name, dtype in NPY_TYPES.items() if dtype == tensor.dtype)
    header = repr({"descr": kind, "fortran_order": False, "shape": tuple(tensor.shape)}).encode() + b"\n"
    path.write_bytes(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + bytes_of(tensor))


def write_safetensors(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        raw = bytes_of(tensor)
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def write_folder(folder, **settings):
    random = torch.Generator().manual_seed(7)
    tensors, channels = {}, 1
    for block, out in enumerate((WIDTH, 2 * WIDTH, 4 * WIDTH, 8 * WIDTH)):
        tensors[f"blocks.{block}.weight"] = 0.3 * torch.randn(out, channels, 3, 3, generator=random)
        tensors[f"blocks.{block}.scale"] = 1 + 0.1 * torch.randn(out, generator=random)
        tensors[f"blocks.{block}.shift"] = 0.1 * torch.randn(out, generator=random)
        tensors[f"blocks.{block}.running_mean"] = 0.1 * torch.randn(out, generator=random)
        tensors[f"blocks.{block}.running_variance"] = 1 + torch.rand(out, generator=random)
        channels = out
    write_safetensors(folder / "encoder.safetensors", tensors)
    encoder = Encoder(tensors).eval()

    def images(rows):
        return torch.randint(0, 256, (rows, 28, 28), generator=random, dtype=torch.uint8)

    def features(rows_of_pixels):
        with torch.inference_mode():
            return (encoder(rows_of_pixels.unsqueeze(1).float() / 255) - centre) / SCALE

    centre = 0.1 * torch.randn(8 * WIDTH, generator=random)
    training, test = images(ROWS), images(TEST_ROWS)
    arrays = {
        "images": training, "features": features(training), "centre": centre,
        "weak": torch.softmax(2 * torch.randn(ROWS, CLASSES, generator=random), 1),
        "order": torch.stack([torch.randperm(ROWS, generator=random)[:BATCH] for _ in range(STEPS)]),
        "test_images": test, "test_features": features(test),
        "test_labels": torch.randint(0, CLASSES, (TEST_ROWS,), generator=random),
        "weak_test": torch.randint(0, CLASSES, (TEST_ROWS,), generator=random),
        "weak_validation": torch.randint(0, CLASSES, (TEST_ROWS,), generator=random),
    }
    arrays["validation_features"] = arrays["test_features"].flip(0).contiguous()
    for name, tensor in arrays.items():
        write_npy(folder / f"{name}.npy", tensor)
    (folder / "settings.json").write_text(json.dumps({
        "schema": 1, "threads": 1, "steps": STEPS, "batch_rows": BATCH, "learning_rate": 0.01, "weight_decay": 0.01,
        "beta1": 0.9, "beta2": 0.999, "temperature": 1.0, "confidence": "none", "confidence_weight": 0.0,
        "encoder": "encoder.safetensors", "scale": SCALE, "norm_statistics": "running",
        "evaluate_every": 4, "confidence_warmup": 0.4, "seeds": 2, "careful_cells": 4, "cells": CELLS, **settings}))


def losses_of(result):
    return torch.tensor(result["losses"])


class Peers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def inputs(self, **settings):
        write_folder(self.folder, **settings)
        return Inputs(self.folder)

    def test_careful_and_published_ways_train_the_same_head(self):
        for settings in ({}, {"temperature": 2.0, "confidence": "argmax", "confidence_weight": 0.3},
                         {"confidence": "threshold", "confidence_weight": 0.5}):
            with self.subTest(settings):
                inputs = self.inputs(**settings)
                careful = careful_eager.measure(inputs, STEPS)
                published = published_default.measure(inputs, STEPS)
                self.assertEqual(len(careful["losses"]), STEPS)
                torch.testing.assert_close(losses_of(careful), losses_of(published), atol=2e-5, rtol=0)
                self.assertGreater(losses_of(careful).diff().abs().min().item(), 1e-4)
                self.assertEqual(careful["accuracy"], published["accuracy"])

    def test_fine_tuning_starts_where_the_frozen_head_starts(self):
        inputs = self.inputs()
        frozen = losses_of(careful_eager.measure(inputs, STEPS))
        tuned = losses_of(fine_tune_eager.measure(inputs, STEPS))
        torch.testing.assert_close(frozen[0], tuned[0], atol=2e-5, rtol=0)
        # A head of zeros sends no gradient into the backbone, so the second step is the same too; the third is not.
        self.assertGreater((frozen - tuned)[2:].abs().min().item(), 1e-4)

    def test_a_wide_head_is_the_careful_loop_of_every_cell(self):
        inputs = self.inputs(confidence="threshold")
        careful = careful_study.measure(inputs, STEPS)
        cells = sorted(CELLS * 2, key=lambda cell: cell["temperature"])
        _, _, losses, judge = wide_heads.train(inputs, cells, STEPS)
        self.assertEqual(careful["evaluations"], [3] * len(CELLS))  # before the first step, after 4 and after 6
        self.assertEqual(len(judge.kept), 3)
        for cell, alone, accuracy in zip(careful["cells"], careful["losses"], careful["accuracies"]):
            for i in (i for i, other in enumerate(cells) if other == cell):
                torch.testing.assert_close(losses[:, i], torch.tensor(alone), atol=2e-5, rtol=0)
                self.assertAlmostEqual(judge.last_accuracies()[i], accuracy, places=6)
        self.assertGreater(losses.diff(dim=1).abs().max().item(), 1e-3)

    def test_the_study_without_confidence_is_the_careful_loop(self):
        inputs = self.inputs(cells=[{"confidence_weight": 0.0, "temperature": 1.0}], careful_cells=1, seeds=1)
        study, careful = careful_study.measure(inputs, STEPS), careful_eager.measure(inputs, STEPS)
        self.assertEqual(study["losses"][0], careful["losses"])
        self.assertAlmostEqual(study["accuracies"][0], careful["accuracy"], places=6)
        self.assertEqual(wide_heads.measure(inputs, STEPS)["accuracies"], study["accuracies"])

    def test_extraction_gives_the_features_of_the_folder(self):
        self.assertLess(extract_eager.measure(self.inputs(), 0)["max_abs_difference"], 1e-4)

    def test_script_prints_one_json_line(self):
        self.inputs()
        said = subprocess.run([sys.executable, HERE / "careful_eager.py", self.folder, "--steps", "3"],
                              capture_output=True, text=True, check=True).stdout
        self.assertEqual(len(said.splitlines()), 1)
        result = json.loads(said)
        self.assertEqual((result["peer"], result["steps"], len(result["losses"])), ("careful_eager", 3, 3))


if __name__ == "__main__":
    torch.set_num_threads(1)
    unittest.main()
