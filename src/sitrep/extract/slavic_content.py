"""What was said in a Ukrainian or Russian sentence: behind its verb, before it, or quoted."""

from collections.abc import Sequence

from sitrep.extract.reading import Reading
from sitrep.extract.slavic_phrases import trimmed
from sitrep.extract.slavic_sources import Extent, Sentence
from sitrep.extract.slavic_tokens import BREAKS, clause_start
from sitrep.vocabulary.slavic import SlavicReporting, SlavicWords

_DASHES = frozenset("—–-")
_BEFORE_DASH = frozenset(',»”!?…"')


class Contents:
    """Finds the content of the reporting verbs of one article."""

    def __init__(self, reading: Reading, lists: SlavicWords, quotes: Sequence[Extent]) -> None:
        self.reading = reading
        self.lists = lists
        self.quotes = quotes

    def behind(
        self, sentence: Sentence, at: int, end: int, entry: SlavicReporting, number: int
    ) -> tuple[tuple[Extent, ...], str]:
        """Return what stands behind the verb `at` and its source as what was said."""
        words, lists = sentence.words, self.lists
        if words[clause_start(words, at)].lower in lists.as_told and end > at + 1:
            return self._rest(sentence, end), "as-told"
        for place in range(at + 1, len(words)):
            word = words[place]
            if word.lower in lists.clause and self._opens(sentence, place):
                return self._rest(sentence, place + 1), "clause"
            if word.text == ":":
                return self._behind_colon(sentence, place, number), "colon"
            if word.text in ".!?;" and place > at + 1:
                break
        quoted = self.quotes_after(sentence, at + 1)
        if quoted and "quote" in entry.takes:
            return quoted, "quote"
        return self._object(sentence, at, end, entry)

    def _behind_colon(self, sentence: Sentence, place: int, number: int) -> tuple[Extent, ...]:
        quoted = self.quotes_after(sentence, place + 1)
        if not quoted and place == len(sentence.words) - 1:
            quoted = self._next_quote(number)
        return quoted or self._rest(sentence, place + 1)

    def _opens(self, sentence: Sentence, place: int) -> bool:
        """Tell whether the word at `place` opens a clause: a comma before it, or the verb."""
        previous = sentence.words[place - 1]
        return previous.text == "," or previous.lemma in self.lists.reporting

    def _object(
        self, sentence: Sentence, at: int, end: int, entry: SlavicReporting
    ) -> tuple[tuple[Extent, ...], str]:
        words, lists = sentence.words, self.lists
        begin = max(at + 1, end)
        if begin >= len(words) or words[begin].text in BREAKS - {"«"}:
            return (), ""
        if "person" in entry.takes:
            # the charge follows the accused: «звинуватив Росію у …»
            ahead = range(begin + 1, len(words))
            charge = next((n for n in ahead if words[n].lower in lists.of_whom), None)
            return self._rest(sentence, charge or begin), "charge" if charge else "object"
        near = range(begin, min(len(words), begin + 6))
        if "about" in entry.takes:
            about = next((n for n in near if words[n].lower in lists.clause_object), None)
            return (self._rest(sentence, about + 1), "about") if about is not None else ((), "")
        verb = next((n for n in near[:4] if words[n].infinitive), None)
        if "infinitive" in entry.takes and verb is not None:
            begin = verb - (verb > 0 and words[verb - 1].lower in lists.negations)
        elif "object" not in entry.takes:
            return (), ""
        return self._rest(sentence, begin), "infinitive" if verb == begin else "object"

    def _rest(self, sentence: Sentence, place: int) -> tuple[Extent, ...]:
        """Return the words from `place` to the end of the sentence, or to its attribution."""
        words = sentence.words
        if place >= len(words):
            return ()
        return trimmed(sentence.read, words[place].start, words[-1].end)

    def before(self, sentence: Sentence, at: int) -> tuple[Extent, ...]:
        """Return what was said before the verb `at`: «…», — сказал X; …, повідомив X."""
        words, read = sentence.words, sentence.read
        mark = at - 1
        while mark >= 0 and words[mark].text not in BREAKS:
            mark -= 1
        if mark < 1 or any(word.lower in self.lists.clause for word in words[mark + 1 : at]):
            return ()
        if words[mark].text in _DASHES:
            if words[mark - 1].text not in _BEFORE_DASH:
                return ()
            edge = words[mark - 1].start
            return self._quoted_to(sentence, edge) or trimmed(read, 0, edge)
        reported = any(word.lemma in self.lists.reporting for word in words[:mark])
        if words[mark].text != "," or reported or mark < 2:
            return ()
        return trimmed(read, 0, words[mark].start)

    def _quoted_to(self, sentence: Sentence, edge: int) -> tuple[Extent, ...]:
        """Return what is quoted in the sentence before its offset `edge`."""
        read = sentence.read
        return tuple(
            extent
            for a, b in self.quotes
            if a < read.start + edge and b > read.start
            for extent in trimmed(read, max(a - read.start, 0), min(b - read.start, edge + 1))
        )

    def quotes_after(self, sentence: Sentence, place: int) -> tuple[Extent, ...]:
        """Return the quotations of the sentence that begin at word `place` or later."""
        words, read = sentence.words, sentence.read
        if place >= len(words):
            return ()
        start = words[place].start + read.start
        found: list[Extent] = []
        for a, b in self.quotes:
            if start <= a < read.end and len(self.reading.article.text[a:b].split()) > 2:
                found.extend(trimmed(read, a - read.start, b - read.start))
            elif a < start < b <= read.end + 2 and words[place].text in {".", *_DASHES}:
                found.extend(trimmed(read, words[place].end, b - read.start))
        return tuple(found)

    def _next_quote(self, number: int) -> tuple[Extent, ...]:
        """Return the quotation that opens the next sentence."""
        if number + 1 >= len(self.reading.sentences):
            return ()
        following = self.reading.sentences[number + 1]
        return next((((a, b),) for a, b in self.quotes if a - following.start in {0, 1, 2}), ())
