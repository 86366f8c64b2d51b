"""Trains the attribution tagger on PolNeAR and writes its weights.

python -m training.attribution FOLDER MODEL OUT.npz [--epochs 3] [--seed 1]
    FOLDER holds text/ and attributions/ of the training part
    MODEL holds model.safetensors and tokenizer.json of all-MiniLM-L6-v2

Fifteen minutes on one core that multiplies bfloat16. Needs PyTorch and safetensors
(`pip install sitrep-brief[training]`), which nothing else does. The development part is never read,
nor any but the first person's labels of a text that several people labelled.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from sitrep.extract.windows import Window, window
from sitrep.language.parse import Parser
from training.attribution_data import Example, Known, example, known_words, read_articles
from training.attribution_net import Net, batch_of, windows_of

BATCH = 4
"""Articles in a step."""
RATE, ENCODER_RATE = 2e-3, 3e-4
FALSE_CUES = 6
"""Words most like cues, but none, whose windows an article teaches to be kept out."""
LIKE_A_CUE = 0.25
_CUE_WEIGHT, _LABEL_WEIGHT, _KEEP_WEIGHT = 8.0, 2.0, 0.15


class Trainer:
    """Trains a network; draws every random number from its seed."""

    def __init__(self, examples: list[Example], net: Net, epochs: int, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - order of training, no secret
        self._examples = examples
        self._epochs = epochs
        self._false: dict[int, list[int]] = {}
        self.net = net
        encoder = set(net.encoder.parameters())
        groups = [
            {"params": [part for part in net.parameters() if part not in encoder], "lr": RATE},
            {"params": list(net.encoder.parameters()), "lr": ENCODER_RATE},
        ]
        self._optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
        steps = (len(examples) + BATCH - 1) // BATCH * epochs
        self._schedule = torch.optim.lr_scheduler.OneCycleLR(
            self._optimiser, [RATE, ENCODER_RATE], total_steps=steps, pct_start=0.1
        )

    def run(self) -> None:
        """Train over all epochs and print the losses of each."""
        order = list(range(len(self._examples)))
        for epoch in range(self._epochs):
            begun = time.perf_counter()
            self._chance.shuffle(order)
            losses: Counter[str] = Counter()
            for first in range(0, len(order), BATCH):
                losses.update(self._step(order[first : first + BATCH]))
            steps = losses.pop("steps")
            told = "  ".join(f"{name} {loss / steps:.4f}" for name, loss in losses.items())
            print(f"epoch {epoch + 1}: {told}  ({time.perf_counter() - begun:.0f} s)", flush=True)

    def _step(self, chosen: Sequence[int]) -> dict[str, float]:
        self.net.train()
        batch = batch_of([self._examples[number] for number in chosen])
        read = self.net.read(batch)
        cue = self.net.cue(read)
        loss = functional.cross_entropy(cue, batch.cues)
        losses = {"steps": 1.0, "cues": loss.item()}
        total = loss * _CUE_WEIGHT
        placed, labels = self._windows(chosen)
        self._remember(chosen, 1 - cue.detach().softmax(-1)[:, 0].numpy())
        if placed:
            windows = windows_of(placed, labels)
            scores, keep = self.net.label(read, windows)
            label = functional.cross_entropy(scores, windows.wanted, ignore_index=-100)
            true = torch.tensor([float(row is not None) for row in labels])
            kept = functional.binary_cross_entropy_with_logits(keep, true)
            total = total + label * _LABEL_WEIGHT + kept * _KEEP_WEIGHT
            losses |= {"labels": label.item(), "keep": kept.item()}
        self._optimiser.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 2.0)
        self._optimiser.step()
        self._schedule.step()
        return losses

    def _windows(
        self, chosen: Sequence[int]
    ) -> tuple[list[tuple[int, Example, Window]], list[np.ndarray | None]]:
        """Return the windows of the true cues and of words taken for cues an epoch before."""
        placed: list[tuple[int, Example, Window]] = []
        labels: list[np.ndarray | None] = []
        start = 0
        for number in chosen:
            made = self._examples[number]
            for around, wanted in made.windows:
                placed.append((start, made, around))
                labels.append(wanted)
            false = self._false.get(number, [])
            for row in self._chance.sample(false, min(FALSE_CUES, len(false))):
                around = window(made.tokens, made.dep, made.children, row, row + 1)
                placed.append((start, made, around))
                labels.append(None)
            start += len(made.tokens)
        return placed, labels

    def _remember(self, chosen: Sequence[int], sure: np.ndarray) -> None:
        start = 0
        for number in chosen:
            made = self._examples[number]
            own = sure[start : start + len(made.tokens)]
            self._false[number] = np.flatnonzero((own > LIKE_A_CUE) & (made.cues == 0)).tolist()
            start += len(made.tokens)


def write(net: Net, known: Known, path: Path) -> None:
    """Write the weights with half precision and the known words as hashes."""
    weights = {
        name: tensor.detach().numpy().astype(np.float16)
        for name, tensor in net.state_dict().items()
    }
    vocabulary = net.encoder.vocabulary
    words = {
        "encoder.pieces": np.frombuffer("\n".join(vocabulary.pieces).encode("utf-8"), np.uint8),
        "encoder.words": vocabulary.words,
        "encoder.scale": vocabulary.scale.astype(np.float16),
        "lemmas": known.lemmas,
        "tags": known.tags,
        "deps": known.deps,
    }
    np.savez_compressed(path, **weights, **words)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)  # sums in one order, so that the same seed gives the same weights
    torch.manual_seed(options.seed)
    articles = list(read_articles(options.folder, Parser.load()))
    known = known_words([tokens for tokens, _ in articles])
    net = Net(known, options.model)
    examples = [
        example(tokens, labels, known, net.encoder.cut)
        for tokens, people in articles
        for labels in people[:1]
    ]
    Trainer(examples, net, options.epochs, options.seed).run()
    write(net, known, options.out)


if __name__ == "__main__":
    main(sys.argv[1:])
