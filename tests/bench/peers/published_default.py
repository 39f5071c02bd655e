#!/usr/bin/env python3
"""The published default way: one row a forward pass, the frozen backbone run again at every step, evaluation unbatched.

This is how the reference implementation of weak-to-strong experiments trains a linear probe: each row of a batch goes
through the backbone alone, the graphs are kept until one backward pass over the whole batch (which the confidence
term's batch statistics need), hidden states are detached only after the backbone, and the loss is read every step.
"""

import time

import torch

from common import Objective, StepClock, adamw, main, zero_head


def measure(inputs, steps):
    images, weak, order = inputs.images("images"), inputs.tensor("weak"), inputs.tensor("order")
    centre, scale = inputs.tensor("centre"), inputs["scale"]
    encoder = inputs.encoder().eval()
    head = zero_head(centre.shape[0], weak.shape[1])
    optimizer = adamw(head.parameters(), inputs)
    objective = Objective(inputs)

    losses = []
    clock = StepClock(warmup=2)
    for rows in order[:steps]:
        logits = []
        for row in rows.tolist():
            features = (encoder(images[row:row + 1]).detach() - centre) / scale
            logits.append(head(features))
        labels = torch.stack([weak[row] for row in rows.tolist()])
        loss = objective(torch.cat(logits), labels, objective.tempered(labels))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        clock.tick()

    test_images, test_labels = inputs.images("test_images"), inputs.tensor("test_labels")
    rows = min(len(test_images), 1000)
    right = 0
    started = time.perf_counter()
    with torch.no_grad():
        for row in range(rows):
            features = (encoder(test_images[row:row + 1]) - centre) / scale
            right += int(head(features).argmax(1).item() == test_labels[row].item())
    return {**clock.summary(), "losses": losses, "evaluated_rows": rows, "accuracy": right / rows,
            "evaluation_rows_per_second": rows / (time.perf_counter() - started)}


if __name__ == "__main__":
    main("published_default", measure)
