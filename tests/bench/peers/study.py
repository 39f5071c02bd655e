"""What the two peers of a study share: its cells, its weights, and what an evaluation measures.

A cell is one student: a confidence weight and a temperature. Both peers take every step and make every evaluation that
the engine's student makes, and keep the same measures in memory; they write nothing to disk, train no ceiling and no
weak supervisor, and count neither reading the folder nor starting Python.
"""

import torch
import torch.nn.functional as F

BINS = 20


def ramp(inputs, step):
    """The confidence weight's warm-up: its share of the base at a step."""
    share, warmup = step / inputs["steps"], inputs["confidence_warmup"]
    return share / warmup if share < warmup else 1.0


def is_due(inputs, step):
    return step % inputs["evaluate_every"] == 0 or step >= inputs["steps"]


class Judge:
    """Measures test and validation rows of H models at once, in chunks of rows that stay in the cache."""

    def __init__(self, inputs, heads):
        self.test, self.labels = inputs.tensor("test_features"), inputs.tensor("test_labels")
        self.validation = inputs.tensor("validation_features")
        self.weak_test, self.weak_validation = inputs.tensor("weak_test"), inputs.tensor("weak_validation")
        self.weak_is_right = self.weak_test == self.labels
        self.heads = heads
        self.chunk = 10000 if heads == 1 else 500  # the fastest of several for 160 heads
        self.kept = []

    def __call__(self, logits_of):
        """`logits_of`: [N,F] -> [N,H,K]."""
        with torch.inference_mode():
            loss, predictions, confidences = 0.0, [], []
            for features, labels in zip(self.test.split(self.chunk), self.labels.split(self.chunk)):
                log_p = torch.log_softmax(logits_of(features), 2)
                loss = loss - log_p.gather(2, labels.view(-1, 1, 1).expand(-1, self.heads, 1)).sum((0, 2))
                best = log_p.max(2)
                predictions.append(best.indices)
                confidences.append(best.values.exp())
            predictions, confidences = torch.cat(predictions), torch.cat(confidences)
            right = predictions == self.labels.unsqueeze(1)
            same = predictions == self.weak_test.unsqueeze(1)
            bins = (confidences * BINS).ceil().long().sub_(1).clamp_(0, BINS - 1)
            bins += BINS * torch.arange(self.heads)
            counts = [torch.bincount(bins.flatten(), some, BINS * self.heads)
                      for some in (None, right.flatten().float(), confidences.flatten())]
            validation = torch.cat([(logits_of(some).argmax(2) == weak.unsqueeze(1)).sum(0, keepdim=True)
                                    for some, weak in zip(self.validation.split(self.chunk),
                                                          self.weak_validation.split(self.chunk))]).sum(0)
            self.kept.append({"loss": loss / len(self.labels), "accuracy": right.float().mean(0), "bins": counts,
                              "agreement": same.float().mean(0),
                              "imitation": same[~self.weak_is_right].float().mean(0),
                              "correction": right[~self.weak_is_right].float().mean(0),
                              "validation_agreement": validation / len(self.weak_validation),
                              "predictions": predictions.to(torch.uint8), "confidences": confidences.half()})

    def last_accuracies(self):
        return self.kept[-1]["accuracy"].tolist()


def balanced(probabilities, weak):
    """Burns et al. eq. 1, for any number of classes: hardened so that each class gets the share it has in `weak`."""
    return (probabilities * (weak.mean(0) / probabilities.mean(0))).argmax(-1)


def cross_entropy(log_p, target):
    return -(target * log_p).sum(-1).mean(0)


def negative_entropy(target):
    return F.kl_div(torch.zeros_like(target), target, reduction="none").sum(-1).mean(0)
