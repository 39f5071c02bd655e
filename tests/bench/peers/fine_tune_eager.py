#!/usr/bin/env python3
"""A careful eager loop that fine-tunes backbone and head together: channels_last, whole batches, fused AdamW."""

import torch

from common import Objective, StepClock, adamw, main, zero_head


def measure(inputs, steps):
    images = inputs.images("images").to(memory_format=torch.channels_last)
    weak, order = inputs.tensor("weak"), inputs.tensor("order")
    centre, scale = inputs.tensor("centre"), inputs["scale"]
    encoder = inputs.encoder().to(memory_format=torch.channels_last)
    encoder.train(inputs["norm_statistics"] == "batch")
    head = zero_head(centre.shape[0], weak.shape[1])
    optimizer = adamw([*encoder.parameters(), *head.parameters()], inputs, fused=True)
    objective = Objective(inputs)
    tempered = objective.tempered(weak)

    losses = []
    clock = StepClock(warmup=5)
    for rows in order[:steps]:
        labels = weak.index_select(0, rows)
        target = labels if tempered is weak else tempered.index_select(0, rows)
        logits = head((encoder(images.index_select(0, rows)) - centre) / scale)
        loss = objective(logits, labels, target)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
        clock.tick()

    encoder.eval()
    test_images, test_labels = inputs.images("test_images"), inputs.tensor("test_labels")
    right = 0
    with torch.inference_mode():
        for some, labels in zip(test_images.split(500), test_labels.split(500)):
            logits = head((encoder(some.to(memory_format=torch.channels_last)) - centre) / scale)
            right += (logits.argmax(1) == labels).sum().item()
    return {**clock.summary(), "losses": torch.stack(losses).tolist(), "evaluated_rows": len(test_labels),
            "accuracy": right / len(test_labels)}


if __name__ == "__main__":
    main("fine_tune_eager", measure)
