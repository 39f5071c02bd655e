#!/usr/bin/env python3
"""A careful eager loop for a linear head: cached features, whole batches, fused AdamW, no read of the loss in the loop."""

import time

import torch

from common import Objective, StepClock, adamw, main, zero_head


def measure(inputs, steps):
    features, weak = inputs.tensor("features"), inputs.tensor("weak")
    order = inputs.tensor("order")
    head = zero_head(features.shape[1], weak.shape[1])
    optimizer = adamw(head.parameters(), inputs, fused=True)
    objective = Objective(inputs)
    tempered = objective.tempered(weak)

    losses = []
    clock = StepClock(warmup=10)
    for rows in order[:steps]:
        labels = weak.index_select(0, rows)
        target = labels if tempered is weak else tempered.index_select(0, rows)
        loss = objective(head(features.index_select(0, rows)), labels, target)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
        clock.tick()

    test_features, test_labels = inputs.tensor("test_features"), inputs.tensor("test_labels")
    started = time.perf_counter()
    with torch.inference_mode():
        accuracy = (head(test_features).argmax(1) == test_labels).float().mean().item()
    return {**clock.summary(), "losses": torch.stack(losses).tolist(), "evaluated_rows": len(test_labels),
            "accuracy": accuracy, "evaluation_rows_per_second": len(test_labels) / (time.perf_counter() - started)}


if __name__ == "__main__":
    main("careful_eager", measure)
