#!/usr/bin/env python3
"""Careful eager feature extraction: whole batches under inference mode, in the memory layout that is faster here."""

import time

import torch

from common import main

BATCH_ROWS = 256


def extract(encoder, images):
    with torch.inference_mode():
        return torch.cat([encoder(some) for some in images.split(BATCH_ROWS)])


def measure(inputs, _steps):
    images = inputs.images("images")
    centre, scale = inputs.tensor("centre"), inputs["scale"]
    seconds = {}
    for name, layout in (("contiguous", torch.contiguous_format), ("channels_last", torch.channels_last)):
        encoder = inputs.encoder().eval().to(memory_format=layout)
        arranged = images.to(memory_format=layout)
        extract(encoder, arranged[:BATCH_ROWS])
        started = time.perf_counter()
        raw = extract(encoder, arranged)
        seconds[name] = time.perf_counter() - started
    difference = ((raw - centre) / scale - inputs.tensor("features")).abs().max().item()
    fastest = min(seconds, key=seconds.get)
    return {"rows": len(images), "layout": fastest, "seconds": seconds[fastest],
            "rows_per_second": len(images) / seconds[fastest], "max_abs_difference": difference}


if __name__ == "__main__":
    main("extract_eager", measure)
