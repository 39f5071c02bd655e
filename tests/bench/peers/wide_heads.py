#!/usr/bin/env python3
"""A study as one wide head: every cell's student at once, on cached features and one batch order.

This is how self-supervised features are probed at many learning rates in one pass (DINOv2, dinov2/eval/linear.py): the
weights of all heads are one matrix, the loss is the sum of theirs. Its limits are the price: all students see the same
rows in the same order for the same number of steps, so that the seeds of a study differ in nothing.
"""

import time

import torch

from common import adamw, main
from study import Judge, balanced, cross_entropy, is_due, negative_entropy, ramp


class WideHead(torch.nn.Module):
    def __init__(self, heads, features, classes):
        super().__init__()
        self.shape = (heads, classes)
        self.linear = torch.nn.Linear(features, heads * classes)
        torch.nn.init.zeros_(self.linear.weight)
        torch.nn.init.zeros_(self.linear.bias)

    def forward(self, features):
        return self.linear(features).view(len(features), *self.shape)


class WideObjective:
    """T^2 KL and threshold confidence of all heads, which lie in order of their temperature."""

    def __init__(self, cells, weak):
        self.bases = torch.tensor([cell["confidence_weight"] for cell in cells])
        temperatures = [cell["temperature"] for cell in cells]
        self.groups = []  # (temperature, first head, how many, weak labels at that temperature)
        for temperature in sorted(set(temperatures)):
            tempered = weak if temperature == 1 else torch.softmax(weak.log() / temperature, 1)
            self.groups.append((temperature, temperatures.index(temperature), temperatures.count(temperature), tempered))

    def __call__(self, logits, weak, rows, share):
        log_q = torch.log_softmax(logits, 2)
        divergences = []
        for temperature, first, heads, tempered in self.groups:
            some = slice(first, first + heads)
            log_p = log_q[:, some] if temperature == 1 else torch.log_softmax(logits[:, some] / temperature, 2)
            target = tempered.index_select(0, rows).unsqueeze(1)
            divergences.append((cross_entropy(log_p, target) + negative_entropy(target)) * temperature ** 2)
        hardened = balanced(log_q.detach().exp(), weak.unsqueeze(1))
        confidence = -log_q.gather(2, hardened.unsqueeze(2)).mean((0, 2))
        weights = self.bases * share
        return (1 - weights) * torch.cat(divergences) + weights * confidence


def train(inputs, cells, steps):
    features, weak = inputs.tensor("features"), inputs.tensor("weak")
    head = WideHead(len(cells), features.shape[1], weak.shape[1])
    optimizer = adamw(head.parameters(), inputs, fused=True)
    objective = WideObjective(cells, weak)
    judge = Judge(inputs, len(cells))
    order = inputs.tensor("order")[:steps]
    losses = []
    begun, processor = time.perf_counter(), time.process_time()
    judge(head)
    for step, rows in enumerate(order):
        loss = objective(head(features.index_select(0, rows)), weak.index_select(0, rows), rows, ramp(inputs, step))
        optimizer.zero_grad(set_to_none=True)
        loss.sum().backward()
        optimizer.step()
        losses.append(loss.detach())
        if is_due(inputs, step + 1):
            judge(head)
    return time.perf_counter() - begun, time.process_time() - processor, torch.stack(losses), judge


def measure(inputs, steps):
    cells = sorted(inputs["cells"] * inputs["seeds"], key=lambda cell: cell["temperature"])
    train(inputs, cells, 20)  # warms caches
    seconds, processor, _, judge = train(inputs, cells, steps)
    return {"cells": cells, "seconds": seconds, "cpu_seconds": processor, "evaluations": len(judge.kept),
            "accuracies": judge.last_accuracies()}


if __name__ == "__main__":
    main("wide_heads", measure)
