#!/usr/bin/env python3
"""A study the careful way: the careful loop of careful_eager.py, once a cell, with the evaluations of the engine."""

import time

import torch

from common import Objective, adamw, main, zero_head
from study import Judge, is_due, ramp


class Cell(Objective):
    """The objective of one cell; its confidence weight warms up."""

    def __init__(self, inputs, cell):
        super().__init__(inputs)
        self.base, self.temperature = cell["confidence_weight"], cell["temperature"]
        self.tempered_weak = self.tempered(inputs.weak)


def train(inputs, cell):
    head = zero_head(inputs.features.shape[1], inputs.weak.shape[1])
    optimizer = adamw(head.parameters(), inputs, fused=True)
    objective = Cell(inputs, cell)
    judge = Judge(inputs, 1)
    losses = []
    judge(lambda features: head(features).unsqueeze(1))
    for step, rows in enumerate(inputs.order):
        objective.weight = objective.base * ramp(inputs, step)
        labels = inputs.weak.index_select(0, rows)
        target = labels if objective.tempered_weak is inputs.weak else objective.tempered_weak.index_select(0, rows)
        loss = objective(head(inputs.features.index_select(0, rows)), labels, target)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
        if is_due(inputs, step + 1):
            judge(lambda features: head(features).unsqueeze(1))
    return torch.stack(losses).tolist(), judge


def measure(inputs, steps):
    inputs.features, inputs.weak = inputs.tensor("features"), inputs.tensor("weak")
    inputs.order = inputs.tensor("order")[:steps]
    cells = inputs["cells"]
    some = [cells[len(cells) * i // inputs["careful_cells"]] for i in range(inputs["careful_cells"])]
    train(inputs, some[0])  # warms caches
    begun, processor = time.perf_counter(), time.process_time()
    trained = [train(inputs, cell) for cell in some]
    seconds, processor = time.perf_counter() - begun, time.process_time() - processor
    return {"cells": some, "seconds": seconds, "cpu_seconds": processor, "seconds_a_cell": seconds / len(some),
            "losses": [losses for losses, _ in trained], "evaluations": [len(judge.kept) for _, judge in trained],
            "accuracies": [judge.last_accuracies()[0] for _, judge in trained]}


if __name__ == "__main__":
    main("careful_study", measure)
