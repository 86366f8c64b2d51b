"""The ledger's word lists as patterns, each compiled once."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from sitrep.vocabulary.questions import QuestionWords

Patterns = Mapping[str, re.Pattern[str]]


class Cues:
    """What the words of a sentence show; patterns are over lower-case text."""

    def __init__(self, words: QuestionWords) -> None:
        self.words = words

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Words that say nothing about a sentence's matter."""
        return frozenset(self.words.stop_words)

    @cached_property
    def decision_cues(self) -> Patterns:
        """The decision that each pattern shows, strongest first."""
        return _compiled(self.words.decisions)

    @cached_property
    def manners(self) -> Patterns:
        """How a party is said to have fired, by the pattern that shows it."""
        return _compiled(self.words.manners)

    @cached_property
    def stocks(self) -> Patterns:
        """The state that people are in who are counted, by the pattern that shows it."""
        return _compiled(self.words.stocks)

    @cached_property
    def unstocked(self) -> re.Pattern[str]:
        """Words by which a count is of what happened to people, or of another time."""
        return re.compile("|".join(self.words.unstocked))

    @cached_property
    def on_conditions(self) -> re.Pattern[str]:
        """What is made of somebody's conditions, with the groups of `questions.yaml`."""
        return re.compile("|".join(self.words.on_conditions))

    @cached_property
    def control_cues(self) -> Patterns:
        """The kind of control that each pattern shows."""
        return _compiled(self.words.control)

    @cached_property
    def cargo_cues(self) -> Patterns:
        """What befell a cargo, by the pattern that shows it."""
        return _compiled(self.words.movements)

    @cached_property
    def shares(self) -> re.Pattern[str]:
        """Words by which a place behind a number is that of a part of it."""
        return re.compile("|".join(self.words.shares))

    @cached_property
    def listing(self) -> re.Pattern[str]:
        """What stands between the places of one list."""
        return re.compile("|".join(self.words.listing))

    @cached_property
    def joining(self) -> re.Pattern[str]:
        """A word by which places are a list: "Kharkiv, in the Kharkiv region" is one place."""
        return re.compile(self.words.joining)

    @cached_property
    def mixed(self) -> re.Pattern[str]:
        """What makes one number that of two weapons; its group is the second one's id."""
        return re.compile("|".join(self.words.mixed))

    @cached_property
    def rebutted(self) -> re.Pattern[str]:
        """What somebody denies that was said above: "it", "that account"."""
        return re.compile("|".join(self.words.rebutted))

    @cached_property
    def denying(self) -> re.Pattern[str]:
        """A denial of `what` was said above, with more behind it."""
        return re.compile("|".join(self.words.denying))

    @cached_property
    def taken(self) -> re.Pattern[str]:
        """Words that a place named before has changed hands."""
        return re.compile("|".join(self.words.taken))

    @cached_property
    def officials(self) -> re.Pattern[str]:
        """Who speaks for a state without a name; the group `who` leaves out "the"."""
        return re.compile("|".join(self.words.officials))

    @cached_property
    def resumed(self) -> Patterns:
        """How a speaker is named again, by what he or it is."""
        return _compiled(self.words.resumed)

    @cached_property
    def resuming(self) -> Patterns:
        """The words by which people who are named again were called before."""
        return _compiled(self.words.resuming)

    @cached_property
    def wreaked(self) -> re.Pattern[str]:
        """What is destroyed but not shot down, around "#" for the number."""
        return re.compile("|".join(self.words.wreaked))

    @cached_property
    def uncounted(self) -> re.Pattern[str]:
        """Words before the noun of a number that are no part of it."""
        return re.compile("|".join(self.words.uncounted))

    @cached_property
    def quoting(self) -> re.Pattern[str]:
        """What `who` says, in a sentence in which somebody else denies it; words as written."""
        return re.compile("|".join(self.words.quoting))

    @cached_property
    def mutual(self) -> re.Pattern[str]:
        """Two sides that accuse each other, over words as written."""
        return re.compile("|".join(self.words.mutual))

    @cached_property
    def likewise(self) -> re.Pattern[str]:
        """Words of who is not the first to say so."""
        return re.compile("|".join(self.words.likewise))

    @cached_property
    def leaning(self) -> re.Pattern[str]:
        """Words by which a clause leans on the sentences before it."""
        return re.compile("|".join(self.words.leaning))

    @cached_property
    def unconfirmed(self) -> re.Pattern[str]:
        """Words of those who neither confirm nor deny."""
        return re.compile("|".join(self.words.unconfirmed))

    @cached_property
    def revision(self) -> re.Pattern[str]:
        """Words by which a count says that it replaces an earlier one."""
        return re.compile("|".join(self.words.revisions))

    @cached_property
    def retraction(self) -> re.Pattern[str]:
        """Words by which somebody takes back what they said."""
        return re.compile("|".join(self.words.retractions))

    @cached_property
    def cancelled(self) -> re.Pattern[str]:
        """Words beside talks that were called off."""
        return re.compile("|".join(self.words.cancelled))

    @cached_property
    def planned(self) -> re.Pattern[str]:
        """Words before talks that are still to come."""
        return re.compile("|".join(self.words.planned))

    @cached_property
    def background(self) -> re.Pattern[str]:
        """Words of a sentence that calls to mind and brings no news."""
        return re.compile("|".join(self.words.background))

    @cached_property
    def opinion(self) -> re.Pattern[str]:
        """Words of advice, praise and trade."""
        return re.compile("|".join(self.words.opinion))

    @cached_property
    def analysis(self) -> re.Pattern[str]:
        """Words by which a reporter reads something into events."""
        return re.compile("|".join(self.words.analysis))

    @cached_property
    def bloodless(self) -> re.Pattern[str]:
        """Words of attacks that are no fighting."""
        return re.compile("|".join(self.words.bloodless))

    @cached_property
    def afterwards(self) -> re.Pattern[str]:
        """Words before an event that a sentence only recalls."""
        return re.compile("|".join(self.words.afterwards))

    @cached_property
    def prospect(self) -> re.Pattern[str]:
        """Words beside talks that have not been held."""
        return re.compile("|".join(self.words.prospect))

    @cached_property
    def kinship(self) -> re.Pattern[str]:
        """Words before a name that is there only to say whose somebody is."""
        return re.compile("|".join(self.words.kinship))


def _compiled(patterns: Mapping[str, Iterable[str]]) -> Patterns:
    return {answer: re.compile("|".join(lines)) for answer, lines in patterns.items()}
