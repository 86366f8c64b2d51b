"""The tagger's encoder in PyTorch, layer for layer as `sitrep.extract.tagger_encoder` runs it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sitrep.extract.tagger_encoder import HEADS, Piece
from sitrep.extract.wordpieces import WordPieces

LAYERS = 3
"""Of MiniLM's six; the first alone, so that extraction stays faster than a parse."""
BUCKETS = 5
"""Groups of sentences of like length that are padded together."""
_JOINED = ("query", "key", "value")
_SINGLE = {
    "o": "attention.output.dense",
    "ln1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "ln2": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The pieces of a model in the order of their vectors; 8-bit vectors with a scale each."""

    pieces: tuple[str, ...]
    words: np.ndarray
    scale: np.ndarray


class Layer(nn.Module):
    """One layer of the transformer."""

    def __init__(self, width: int, wide: int) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, wide), nn.Linear(wide, width)
        self.ln1, self.ln2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Return the rows (sentences, places, width) read once more; `mask` bars the padding."""
        sentences, longest, width = rows.shape
        apart = self.qkv(rows).view(sentences, longest, 3, HEADS, width // HEADS)
        query, key, value = apart.permute(2, 0, 3, 1, 4)
        near = query @ key.transpose(-1, -2) * (width // HEADS) ** -0.5 + mask
        mixed = (near.softmax(-1) @ value).transpose(1, 2).reshape(sentences, longest, width)
        rows = self.ln1(rows + self.o(mixed))
        wide = functional.gelu(self.up(rows), approximate="tanh")
        return self.ln2(rows + self.down(wide))


class Encoder(nn.Module):
    """Reads words in their sentences, from the weights of a BERT in `folder`."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        weights = {k.removeprefix("bert."): v.float() for k, v in _weights(folder).items()}
        self.vocabulary = _vocabulary(folder, weights["embeddings.word_embeddings.weight"])
        self.cut = WordPieces(self.vocabulary.pieces)
        table = self.vocabulary.words.astype(np.float32) * self.vocabulary.scale[:, None]
        self.register_buffer("table", torch.from_numpy(table), persistent=False)
        places = weights["embeddings.position_embeddings.weight"][:128]
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        self.pos = nn.Embedding.from_pretrained(places + kind, freeze=False)
        self.ln = nn.LayerNorm(table.shape[1], 1e-12)
        _take(self.ln, weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList([_layer(weights, number) for number in range(LAYERS)])
        self.drop = nn.Dropout(0.1)

    def forward(self, parts: Sequence[Piece]) -> Tensor:
        """Return the reading of each word of `parts`, end to end."""
        counts = [len(part.firsts) for part in parts]
        begins = np.cumsum([0, *counts])
        order = sorted(range(len(parts)), key=lambda number: len(parts[number].numbers))
        each = max(1, -(-len(order) // BUCKETS))
        read: list[Tensor] = []
        rows: list[int] = []
        for first in range(0, len(order), each):
            chosen = order[first : first + each]
            read.append(self._together([parts[number] for number in chosen]))
            for number in chosen:
                rows.extend(range(begins[number], begins[number + 1]))
        back = np.empty(len(rows), np.int64)
        back[rows] = np.arange(len(rows))
        return torch.cat(read)[torch.from_numpy(back)]

    def _together(self, parts: Sequence[Piece]) -> Tensor:
        longest = max(len(part.numbers) for part in parts)
        numbers = torch.zeros(len(parts), longest, dtype=torch.long)
        mask = torch.full((len(parts), longest), -1e4)
        for row, part in enumerate(parts):
            numbers[row, : len(part.numbers)] = torch.tensor(part.numbers)
            mask[row, : len(part.numbers)] = 0
        firsts = [row * longest + at for row, part in enumerate(parts) for at in part.firsts]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            read = self.drop(self.ln(self.table[numbers] + self.pos.weight[:longest]))
            for layer in self.layers:
                read = layer(read, mask[:, None, None, :].to(torch.bfloat16))
        return read.reshape(-1, read.shape[-1])[torch.tensor(firsts)].float()


def _weights(folder: Path) -> dict[str, Tensor]:
    return load_file(folder / "model.safetensors")


def _vocabulary(folder: Path, table: Tensor) -> Vocabulary:
    named = json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    most = table.abs().amax(1).clamp(min=1e-6)
    scale = (most / 127).numpy().astype(np.float16)
    words = np.round(table.numpy() / scale.astype(np.float32)[:, None]).clip(-127, 127)
    return Vocabulary(
        pieces=tuple(sorted(named, key=lambda piece: named[piece])),
        words=words.astype(np.int8),
        scale=scale.astype(np.float32),
    )


def _layer(weights: dict[str, Tensor], number: int) -> Layer:
    before = f"encoder.layer.{number}"
    width, wide = weights[f"{before}.output.dense.weight"].shape
    made = Layer(width, wide)
    for kind in ("weight", "bias"):
        joined = [weights[f"{before}.attention.self.{name}.{kind}"] for name in _JOINED]
        getattr(made.qkv, kind).data = torch.cat(joined)
    for name, theirs in _SINGLE.items():
        _take(made.get_submodule(name), weights, f"{before}.{theirs}")
    return made


def _take(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    for kind in ("weight", "bias"):
        getattr(module, kind).data = weights[f"{name}.{kind}"]
