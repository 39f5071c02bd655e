"""What the peers share: reading the bench's folder, the objective, the encoder, timing. Needs torch and nothing else."""

import argparse
import ast
import json
import os
import pathlib
import struct
import time

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch loads

import torch
import torch.nn.functional as F

SCHEMA = 1
NPY_TYPES = {"|u1": torch.uint8, "<i8": torch.int64, "<f4": torch.float32}
SAFETENSORS_TYPES = {"F16": torch.float16, "BF16": torch.bfloat16, "F32": torch.float32}
PIXEL_MEAN, PIXEL_DEVIATION = 0.286, 0.353
STRIDES = (2, 2, 1, 2)


def read_npy(path):
    """A tensor from a .npy file (format 1 or 2, C order)."""
    data = path.read_bytes()
    if data[:6] != b"\x93NUMPY":
        raise ValueError(f"{path} is not a .npy file")
    width, start = ("<H", 10) if data[6] == 1 else ("<I", 12)
    length = struct.unpack_from(width, data, 8)[0]
    header = ast.literal_eval(data[start:start + length].decode("latin1"))
    if header["fortran_order"]:
        raise ValueError(f"{path} is in Fortran order")
    return torch.frombuffer(bytearray(data[start + length:]), dtype=NPY_TYPES[header["descr"]]).reshape(header["shape"])


def read_safetensors(path):
    """Float32 tensors by name."""
    data = bytearray(path.read_bytes())
    length = struct.unpack_from("<Q", data)[0]
    header = json.loads(data[8:8 + length])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        flat = torch.frombuffer(data[begin:end], dtype=SAFETENSORS_TYPES[entry["dtype"]])
        tensors[name] = flat.reshape(entry["shape"]).float()
    return tensors


class Inputs:
    """The folder described in README.md; tensors are read when asked for."""

    def __init__(self, folder):
        self.folder = folder
        self.settings = json.loads((folder / "settings.json").read_text())
        if self.settings["schema"] != SCHEMA:
            raise ValueError(f"{folder}/settings.json has schema {self.settings['schema']}; this script reads {SCHEMA}")

    def __getitem__(self, key):
        return self.settings[key]

    def tensor(self, name):
        return read_npy(self.folder / f"{name}.npy")

    def images(self, name):
        """[N,1,H,W] float32 in [0,1]."""
        return self.tensor(name).unsqueeze(1).float() / 255

    def encoder(self):
        return Encoder(read_safetensors(self.folder / self.settings["encoder"]))


class Encoder(torch.nn.Module):
    """Four blocks of 3x3 convolution, batch normalisation and ReLU, then the global average."""

    def __init__(self, tensors):
        super().__init__()
        self.convolutions = torch.nn.ModuleList()
        self.norms = torch.nn.ModuleList()
        for block, stride in enumerate(STRIDES):
            weight = tensors[f"blocks.{block}.weight"]
            convolution = torch.nn.Conv2d(weight.shape[1], weight.shape[0], 3, stride, 1, bias=False)
            norm = torch.nn.BatchNorm2d(weight.shape[0])
            with torch.no_grad():
                convolution.weight.copy_(weight)
                norm.weight.copy_(tensors[f"blocks.{block}.scale"])
                norm.bias.copy_(tensors[f"blocks.{block}.shift"])
                norm.running_mean.copy_(tensors[f"blocks.{block}.running_mean"])
                norm.running_var.copy_(tensors[f"blocks.{block}.running_variance"])
            self.convolutions.append(convolution)
            self.norms.append(norm)

    def forward(self, images):
        x = (images - PIXEL_MEAN) / PIXEL_DEVIATION
        for convolution, norm in zip(self.convolutions, self.norms):
            x = F.relu(norm(convolution(x)))
        return x.mean((2, 3))


class Objective:
    """T^2 KL(w_T || p_T), mixed with the cross-entropy against the student's own hardened prediction."""

    def __init__(self, inputs):
        self.temperature = inputs["temperature"]
        self.confidence = inputs["confidence"]
        self.weight = inputs["confidence_weight"] if self.confidence != "none" else 0.0
        if self.confidence not in ("none", "argmax", "threshold"):
            raise ValueError(f"confidence '{self.confidence}' is not none, argmax or threshold")

    def tempered(self, weak):
        """What __call__ takes as `target`: stored weak labels need it once."""
        return weak if self.temperature == 1 else torch.softmax(weak.log() / self.temperature, 1)

    def __call__(self, logits, weak, target):
        log_p = torch.log_softmax(logits / self.temperature, 1)
        divergence = F.kl_div(log_p, target, reduction="batchmean") * self.temperature ** 2
        if self.weight == 0:
            return divergence
        log_q = log_p if self.temperature == 1 else torch.log_softmax(logits, 1)
        hardened = log_q.detach().exp()
        if self.confidence == "threshold":  # Burns et al. eq. 1, for any number of classes
            hardened = hardened * (weak.mean(0) / hardened.mean(0))
        confidence = F.nll_loss(log_q, hardened.argmax(1))
        return (1 - self.weight) * divergence + self.weight * confidence


def zero_head(features, classes):
    head = torch.nn.Linear(features, classes)
    torch.nn.init.zeros_(head.weight)
    torch.nn.init.zeros_(head.bias)
    return head


def adamw(parameters, inputs, **options):
    return torch.optim.AdamW(parameters, lr=inputs["learning_rate"], betas=(inputs["beta1"], inputs["beta2"]),
                             eps=1e-8, weight_decay=inputs["weight_decay"], **options)


class StepClock:
    """Times steps; the first ones warm caches and are left out of the rates."""

    def __init__(self, warmup):
        self.warmup = warmup
        self.ticks = [time.perf_counter()]

    def tick(self):
        self.ticks.append(time.perf_counter())

    def summary(self):
        steps = len(self.ticks) - 1
        first = min(self.warmup, steps - 1)
        durations = sorted(b - a for a, b in zip(self.ticks[first:], self.ticks[first + 1:]))
        return {"steps": steps, "seconds": self.ticks[-1] - self.ticks[0],
                "steps_per_second": len(durations) / (self.ticks[-1] - self.ticks[first]),
                "median_step_seconds": durations[len(durations) // 2]}


def main(name, measure):
    """Reads the call, runs measure(inputs, steps) and prints its result as one JSON line."""
    parser = argparse.ArgumentParser(description=f"The peer {name}; see README.md beside it.")
    parser.add_argument("folder", type=pathlib.Path, help="the folder that w2s-bench wrote")
    parser.add_argument("--steps", type=int, help="fewer steps than the folder's batch order has")
    parser.add_argument("--threads", type=int, help="other than the folder's")
    call = parser.parse_args()
    inputs = Inputs(call.folder)
    threads = call.threads or inputs["threads"]
    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    result = measure(inputs, call.steps or inputs["steps"])
    print(json.dumps({"peer": name, "torch": torch.__version__, "threads": threads, **result}))
