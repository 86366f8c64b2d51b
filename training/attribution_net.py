"""The tagger's network in PyTorch, layer for layer as `sitrep.extract.tagger` runs it in NumPy."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sitrep.extract.tagger_encoder import Piece
from sitrep.extract.tokens import VECTOR
from sitrep.extract.windows import KINDS, Window
from training.attribution_data import Example, Known
from training.attribution_encoder import Encoder

WIDTH, STATE = 96, 48
"""Numbers for a token, and for a token seen from a cue."""
DROPOUT = 0.35
READ_DROPOUT = 0.2
"""The same of what the encoder read."""
UNKNOWN = 0.08
"""Share of lemmas hidden in training, so that unknown words are learnt too."""
CUES, LABELS = 3, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Several examples end to end; `windows` as (first row of its example, window)."""

    columns: dict[str, Tensor]
    parts: list[Piece]
    vector: Tensor
    head: Tensor
    edges: Tensor
    below: Tensor
    cues: Tensor


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """Several windows end to end: rows, the window of each row, heads, numbers and labels."""

    rows: Tensor
    own: Tensor
    above: Tensor
    kinds: Tensor
    cue: Tensor
    edges: Tensor
    wanted: Tensor


class Net(nn.Module):
    """Reads tokens, marks cues, and labels the windows of cues."""

    def __init__(self, known: Known, folder: Path) -> None:
        """Begin with the encoder of the model in `folder`, all else by chance."""
        super().__init__()
        self.encoder = Encoder(folder)
        sizes = {
            "lem": (len(known.lemmas) + 1, 40), "tag": (len(known.tags) + 1, 12),
            "dep": (len(known.deps) + 1, 12), "case": (5, 4), "quo": (4, 6), "pos": (3, 4),
        }  # fmt: skip
        for name, (rows, columns) in sizes.items():
            self.add_module(name, _table(rows, columns))
        self.names = tuple(sizes)
        own = sum(columns for _, columns in sizes.values())
        self.inn = nn.Linear(own + VECTOR + self.encoder.table.shape[1], WIDTH)
        self.blocks = nn.ModuleList([nn.Linear(5 * WIDTH, WIDTH) for _ in range(2)])
        self.cue = nn.Linear(WIDTH, CUES)
        self.A = nn.Linear(WIDTH, STATE)
        self.B = nn.Linear(3 * WIDTH, STATE)
        self.r1, self.r2, self.r3 = (_table(kinds, STATE) for kinds in KINDS)
        self.pb = nn.ModuleList([nn.Linear(4 * STATE, STATE) for _ in range(2)])
        self.out = nn.Linear(STATE, LABELS)
        self.keep = nn.Linear(STATE + 3 * WIDTH, 1)
        self.drop = nn.Dropout(DROPOUT)

    def read(self, batch: Batch) -> Tensor:
        """Return the reading of each token."""
        columns = dict(batch.columns)
        if self.training:
            hidden = torch.rand(len(batch.head)) < UNKNOWN
            columns["lem"] = columns["lem"].masked_fill(hidden, 0)
        parts = [self.get_submodule(name)(columns[name]) for name in self.names]
        own = self.drop(torch.cat([*parts, batch.vector], -1))
        encoded = functional.dropout(self.encoder(batch.parts), READ_DROPOUT, self.training)
        read = functional.relu(self.inn(torch.cat([own, encoded], -1)))
        hanging = (batch.head != torch.arange(len(read)))[:, None]
        for block in self.blocks:
            before, after = _shifted(read, batch.edges)
            below = torch.zeros_like(read).index_add(0, batch.head, read * hanging) / batch.below
            near = torch.cat([read, before, after, read[batch.head], below], -1)
            read = read + functional.relu(block(self.drop(near)))
        return read

    def label(self, read: Tensor, windows: Windows) -> tuple[Tensor, Tensor]:
        """Return the scores of the labels of each row, and those of the cues."""
        cue = torch.cat([read[rows] for rows in windows.cue], -1)
        tables = (self.r1, self.r2, self.r3)
        state = self.A(read)[windows.rows] + self.B(cue)[windows.own]
        for table, kinds in zip(tables, windows.kinds, strict=True):
            state = state + table(kinds)
        state = functional.relu(state)
        for block in self.pb:
            before, after = _shifted(state, windows.edges)
            near = torch.cat([state, before, after, state[windows.above]], -1)
            state = state + functional.relu(block(self.drop(near)))
        own = windows.own[:, None].expand_as(state)
        most = torch.zeros(len(cue), state.shape[1]).scatter_reduce(0, own, state, "amax")
        return self.out(self.drop(state)), self.keep(self.drop(torch.cat([most, cue], -1)))[:, 0]


def _table(rows: int, columns: int) -> nn.Embedding:
    table = nn.Embedding(rows, columns)
    nn.init.normal_(table.weight, 0, 0.1)
    return table


def _shifted(rows: Tensor, edges: Tensor) -> tuple[Tensor, Tensor]:
    before = functional.pad(rows[:-1], (0, 0, 1, 0)) * ~edges[0][:, None]
    after = functional.pad(rows[1:], (0, 0, 0, 1)) * ~edges[1][:, None]
    return before, after


def batch_of(examples: Sequence[Example]) -> Batch:
    """Return `examples` end to end."""
    starts = np.cumsum([0, *(len(e.tokens) for e in examples)])
    opens = [np.append(True, np.diff(e.tokens.sentence) != 0) for e in examples]
    head = np.concatenate([e.tokens.head + s for e, s in zip(examples, starts, strict=False)])
    hanging = head[head != np.arange(len(head))]
    below = np.maximum(np.bincount(hanging, minlength=len(head)), 1)
    columns = {
        "lem": [e.lemma for e in examples],
        "tag": [e.tag for e in examples],
        "dep": [e.dep for e in examples],
        "case": [e.tokens.case for e in examples],
        "quo": [e.tokens.quoted for e in examples],
        "pos": [first.astype(np.int64) for first in opens],
    }
    first = np.concatenate(opens)
    return Batch(
        columns={name: torch.from_numpy(np.concatenate(c)) for name, c in columns.items()},
        parts=[part for e in examples for part in e.parts],
        vector=torch.from_numpy(np.concatenate([e.tokens.vector for e in examples])),
        head=torch.from_numpy(head),
        edges=torch.from_numpy(np.stack([first, np.append(first[1:], True)])),
        below=torch.from_numpy(below.astype(np.float32))[:, None],
        cues=torch.from_numpy(np.concatenate([e.cues for e in examples])),
    )


def windows_of(
    placed: Sequence[tuple[int, Example, Window]], labels: Sequence[np.ndarray | None]
) -> Windows:
    """Return windows end to end, each with the first row of its example in the batch.

    A window without labels is that of a false cue; its rows teach the labels nothing.
    """
    sizes = [w.last - w.first for _, _, w in placed]
    begins = np.cumsum([0, *sizes])
    edges = np.zeros((2, begins[-1]), np.bool_)
    edges[0, begins[:-1]] = edges[1, begins[1:] - 1] = True
    above = []
    for (_, made, w), size, begin in zip(placed, sizes, begins, strict=False):
        heads = made.tokens.head[w.first : w.last] - w.first
        above.append(np.where((heads >= 0) & (heads < size), heads, np.arange(size)) + begin)
    wanted = [
        np.full(size, -100) if row is None else row for row, size in zip(labels, sizes, strict=True)
    ]
    kinds = [np.concatenate([getattr(w, k) for _, _, w in placed]) for k in
             ("distance", "branch", "place")]  # fmt: skip
    cue = [[s + row for s, _, w in placed for row in [at(w)]] for at in
           (lambda w: w.head, lambda w: w.cue, lambda w: w.cue_end - 1)]  # fmt: skip
    return Windows(
        rows=torch.from_numpy(
            np.concatenate([np.arange(w.first, w.last) + s for s, _, w in placed])
        ),
        own=torch.from_numpy(np.repeat(np.arange(len(placed)), sizes)),
        above=torch.from_numpy(np.concatenate(above)),
        kinds=torch.from_numpy(np.stack(kinds)),
        cue=torch.tensor(cue),
        edges=torch.from_numpy(edges),
        wanted=torch.from_numpy(np.concatenate(wanted)),
    )
