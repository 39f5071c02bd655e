"""Features and weak labels that a script wrote as NPY files train here to the loss curve of a PyTorch script with the same
order of the rows."""

import csv
import sys

try:
    import torch
except ImportError as missing:
    print(f"skipped: this check needs Python with PyTorch ({missing}); packaging/start.sh installs it.")
    sys.exit(77)

from harness import CommandLineCase, main, npy  # noqa: E402

ROWS, WIDTH, CLASSES, BATCH, STEPS = 700, 24, 3, 32, 60
RATE, DECAY = 3e-3, 1e-3
MASK = (1 << 64) - 1


def mixed(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


GAMMA = 0x9E3779B97F4A7C15


def child(seed, name):
    """core/base/seed.h"""
    if isinstance(name, int):
        return mixed((mixed((seed + GAMMA) & MASK) + GAMMA * (name + 1)) & MASK)
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return mixed((seed + GAMMA) & MASK) ^ mixed(value)


def permutation(count, seed):
    order, state = list(range(count)), seed
    for i in range(count, 1, -1):
        while True:
            state = (state + GAMMA) & MASK
            drawn = mixed(state)
            if drawn < MASK - MASK % i:
                break
        j = drawn % i
        order[i - 1], order[j] = order[j], order[i - 1]
    return order


def batches(count):
    """The order of the batches of seed 0: a permutation an epoch, cut into whole batches."""
    seed = child(child(0, "strong"), "batch_order")
    for epoch in range(STEPS):
        order = permutation(count, child(seed, epoch))
        for first in range(0, count - BATCH + 1, BATCH):
            yield order[first:first + BATCH]


class TorchParity(CommandLineCase):
    def test_the_curve_is_that_of_pytorch(self):
        random = torch.Generator().manual_seed(7)
        truth = torch.randint(CLASSES, (ROWS,), generator=random)
        features = torch.randn(ROWS, WIDTH, generator=random)
        features[torch.arange(ROWS), truth] += 1.5
        weak = torch.softmax(torch.randn(ROWS, CLASSES, generator=random) + 1.2 * torch.eye(CLASSES)[truth], 1)
        names = ["weak", "transfer", "transfer", "transfer", "validation", "test", "test"]
        split = [names[row % 7] for row in range(ROWS)]
        self.write("x.npy", npy(features.flatten().tolist(), [ROWS, WIDTH]))
        self.write("weak.npy", npy(weak.flatten().tolist(), [ROWS, CLASSES]))
        self.write("rows.csv", "y,part\n" + "".join(f"{y},{part}\n" for y, part in zip(truth.tolist(), split)))
        self.write("card.toml", '[rows]\nlabels = "rows.csv#y"\nsplit = "rows.csv#part"\n[[features]]\nname = "x"\nfile = "x.npy"\n'
                   '[[weak_labels]]\nname = "numpy"\nfile = "weak.npy"\nin_order = true\n')
        run = self.json("run", "card.toml", "--quiet", "--set", f"optimizer.steps={STEPS}", "--set",
                        f"optimizer.batch_rows={BATCH}", "--set", "objective.confidence=none", "--set",
                        "objective.confidence_weight=0")["runs"][0]
        test = torch.tensor([part == "test" for part in split])
        floor = (weak.argmax(1) == truth)[test].double().mean().item()
        self.assertAlmostEqual(run["weak"]["accuracy"], floor, places=9)
        with open(next(self.folder.rglob(f"{run['id']}/series/student.csv"))) as file:
            table = csv.reader(line for line in file if not line.startswith("#"))
            header = next(table)
            here = [float(row[next(i for i, name in enumerate(header) if name.startswith("total"))]) for row in table]

        transfer = torch.tensor([part == "transfer" for part in split])
        x, w = features[transfer].double(), weak[transfer].double()
        centred = x - x.mean(0)
        x = 16.0 * centred / centred.norm(dim=1).mean()
        head = torch.nn.Linear(WIDTH, CLASSES).double()
        torch.nn.init.zeros_(head.weight)
        torch.nn.init.zeros_(head.bias)
        optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
        there = []
        for _, rows in zip(range(STEPS), batches(int(transfer.sum()))):
            log_p = torch.log_softmax(head(x[rows]), 1)
            loss = torch.nn.functional.kl_div(log_p, w[rows], reduction="batchmean")
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            there.append(loss.item())
        self.assertEqual(len(here), STEPS)
        self.assertGreater(there[0], 1.2 * there[-1])  # it learns, so a later step says something
        for step, (ours, theirs) in enumerate(zip(here, there)):
            self.assertAlmostEqual(ours, theirs, delta=1e-5, msg=f"step {step}")


main()
