"""Vocabulary files: YAML to typed values, with the file, line and field of every fault.

A plain scalar takes the type of its field, so `country: NO` is Norway and never "false", and a
date or number needs no quotes. Anchors and repeated keys are refused: they hide mistakes.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

import msgspec
import yaml

from sitrep.model.errors import VocabularyError

Plain = str | list["Plain"] | dict[str, "Plain"]
Step = str | int
T = TypeVar("T")

_DEPTH = 200
_NESTED = re.compile(r"(?:[-?:] +){100}")
_WHERE = re.compile(r"^(?P<problem>.*?)(?: - at `(?:key in )?(?P<path>\$.*)`)?$", re.DOTALL)
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]|\[\.\.\.\]")


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Composes nodes without guessing the type of a scalar, which takes a third of the time."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:  # noqa: ARG002 - the signature is PyYAML's
        return kind.__name__

    def descend_resolver(self, node: object, index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


@dataclass(frozen=True, slots=True)
class VocabularyFile:
    """One file as nodes that know their lines, and as plain values."""

    path: Path
    root: yaml.Node
    plain: Plain

    def fail(self, steps: Sequence[Step], problem: str) -> NoReturn:
        """Raise VocabularyError at the field that `steps` lead to."""
        line = _line(self.root, steps)
        raise VocabularyError(file=str(self.path), line=line, field=_field(steps), problem=problem)

    def typed(self, kind: type[T]) -> T:
        """Return the file as `kind`; VocabularyError names the first field that does not fit."""
        try:
            return msgspec.convert(self.plain, type=kind, strict=False)
        except msgspec.ValidationError as fault:
            match = _WHERE.match(str(fault))
            problem, path = (match["problem"], match["path"] or "") if match else (str(fault), "")
            steps: list[Step] = [m[1] or int(m[2] or 0) for m in _STEP.finditer(path)]
            unknown = _UNKNOWN.search(problem)
            self.fail([*steps, unknown[1]] if unknown else steps, problem)


def read_file(path: Path) -> VocabularyFile:
    """Read one YAML file; VocabularyError for what is no YAML, no UTF-8, or refused by the house.

    Raises VocabularyError also when the file cannot be read.
    """
    try:
        text = path.read_text("utf-8")
        _refuse_depth(path, text)
        root = yaml.compose(text, Loader=_Loader)
        plain = _Plain(path).of(root) if root else None
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else None
        problem = f"not valid YAML: {fault.problem}"
        raise VocabularyError(file=str(path), line=line, field="$", problem=problem) from fault
    except (yaml.YAMLError, OSError, UnicodeDecodeError, RecursionError) as fault:
        problem = f"cannot be read as YAML in UTF-8: {fault}"
        raise VocabularyError(file=str(path), line=None, field="$", problem=problem) from fault
    if root is None or plain is None:
        raise VocabularyError(file=str(path), line=None, field="$", problem="the file is empty")
    return VocabularyFile(path=path, root=root, plain=plain)


def _refuse_depth(path: Path, text: str) -> None:
    """Refuse what would exhaust the stack of libyaml, which composes by recursion.

    Lists inside lists can stand in one short line; deep indentation needs a line a level, and
    Python's own limit stops it.
    """
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        opened = line.count("[") + line.count("{")
        if depth + opened > _DEPTH or _NESTED.search(line):
            problem = f"more than {_DEPTH} lists or mappings are open in one line"
            raise VocabularyError(file=str(path), line=number, field="$", problem=problem)
        depth = max(0, depth + opened - line.count("]") - line.count("}"))


def read_typed(path: Path, kind: type[T]) -> T:
    """Read one YAML file as `kind` (a msgspec type); errors as `read_file` and `typed`."""
    return read_file(path).typed(kind)


class _Plain:
    """Turns nodes into lists, dicts and strings, each node once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seen: set[int] = set()

    def of(self, node: yaml.Node) -> Plain:
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        if id(node) in self.seen:
            self._refuse(node, "an alias (*name) repeats this; write it out")
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.of(item) for item in node.value]
        mapping: dict[str, Plain] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._refuse(key, "a key must be a word")
            if key.value in mapping:
                self._refuse(key, f"the key {key.value!r} stands twice")
            mapping[key.value] = self.of(value)
        return mapping

    def _refuse(self, node: yaml.Node, problem: str) -> NoReturn:
        raise VocabularyError(
            file=str(self.path), line=node.start_mark.line + 1, field="$", problem=problem
        )


def _line(root: yaml.Node, steps: Sequence[Step]) -> int:
    """Return the 1-based line of the field, or of the nearest thing around it."""
    node, line = root, root.start_mark.line
    for step in steps:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if step >= len(node.value):
                break
            node = node.value[step]
            line = node.start_mark.line
        elif isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == step), None)
            if pair is None:
                break
            key, node = pair
            line = key.start_mark.line
        else:
            break
    return int(line) + 1


def _field(steps: Sequence[Step]) -> str:
    """Return `steps` as a path: actors[3].offices[0].until."""
    text = ""
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text or "$"
