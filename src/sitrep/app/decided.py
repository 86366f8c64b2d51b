"""Who decides, when and why; and the keeping of what was decided."""

import getpass
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from sitrep.app import options
from sitrep.app.console import say, write
from sitrep.app.opened import reading
from sitrep.engine.deciding import target
from sitrep.model.errors import UsageError
from sitrep.model.review import Action, Decision, Target, identified
from sitrep.store.protocol import Kind, Store


class Hand:
    """The analyst's hand: stamps decisions with name, time and reason, and keeps them."""

    def __init__(self, reason: str, by: str | None, at: str | None, store: Path | None) -> None:
        """Take the options as given; raises UsageError where no name or reason can be had."""
        self.path = options.store_path(store)
        self.by = by or os.environ.get("SITREP_ANALYST") or _user()
        self.at: datetime = options.moment(at, "--at") or options.now()
        self.reason = " ".join(reason.split())
        if not self.reason or not self.by.strip():
            raise UsageError("a decision needs a --reason and a name (--by)")

    def decide(self, action: Action, targets: Iterable[Target], **more: Any) -> Decision:
        """Return a decision; `more` are further fields of it."""
        return identified(
            Decision(
                action=action, targets=tuple(targets), by=self.by, at=self.at,
                reason=self.reason, **more,
            )
        )  # fmt: skip

    def keep(self, store: Store, decisions: Iterable[Decision]) -> None:
        """Add the decisions to the log and print the id of each, with what it is about."""
        made = list(decisions)
        new = store.reviews.add(made)
        for decision in made:
            write(f"{decision.id} {decision.action} {', '.join(t.id for t in decision.targets)}")
        if new < len(made):
            say(f"{len(made) - new} of them stood in the log already")

    def on_each(
        self, action: Action, ids: Iterable[str], kinds: tuple[Kind, ...], *, copies: bool = True
    ) -> None:
        """Decide the same on each thing: all of them, or none where one is not found."""
        with reading(self.path) as kept:
            targets = [target(kept, id_, kinds) for id_ in ids]
            self.keep(kept, [self.decide(action, [one], copies=copies) for one in targets])


def undoing(hand: Hand, decision: Decision) -> Decision:
    """Return the decision that takes `decision` back."""
    undo = hand.decide("undo", decision.targets, undoes=decision.id)
    if undo.at > decision.at:
        return undo
    raise UsageError(f"{decision.id} was made at {decision.at:%Y-%m-%dT%H:%M:%SZ}: undo it later")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as fault:  # no such user in the system's list
        raise UsageError("who decides? give --by NAME or set SITREP_ANALYST") from fault
