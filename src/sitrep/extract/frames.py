"""Reporting frames of one parsed sentence: cue, source and content by the shape of the parse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sitrep.extract.extents import extents
from sitrep.extract.lost_content import before, far_clause, hung_clause, rest, that_clause
from sitrep.extract.phrases import infinitive, phrasal_verb, phrase_at
from sitrep.extract.quotes import Extent
from sitrep.extract.reading import ReadSentence
from sitrep.vocabulary.reporting import Reporting, ReportingWord

_HOOKS = frozenset({"ccomp", "parataxis"})
_ADDRESSED = frozenset({"tell", "remind", "assure", "ask", "answer", "inform", "address"})
_OPEN_CLASS = frozenset({"xcomp", "advcl", "pcomp", "conj", "ccomp"})
_SHOUTED = 0.6
"""Share of capitals from which on a sentence is a teaser or a headline."""
_LEFT_OF_CUE = frozenset({"aux", "auxpass", "neg", "advmod"})
_OBJECT_PREPOSITIONS = frozenset(
    {"of", "for", "with", "over", "as", "about", "against", "on", "to", "in", "that", "from"}
)


_DEEDS = frozenset({"threatens", "promises", "demands", "proposes", "accepts", "rejects"})
"""Stances whose nouns take an infinitive: "a threat to close the strait"."""

_NOUN_OPENERS = {"alleges": "of", "accuses": "of", "warns": "of", "demands": "for"}
"""Stances whose nouns take a phrase: "allegations of", "calls for"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One reporting word with what hangs on it; extents are code points of the article.

    `source_head` is the head of the source's noun phrase, `said` the heads of the content's pieces,
    `sentence` the position of the sentence. `score` is the tagger's, 0 to 1; 0 of a rule.
    """

    sentence: int
    word: ReportingWord
    verb: Token
    cue: Extent
    source: Extent | None
    source_head: Token | None
    said: tuple[Token, ...]
    content: tuple[Extent, ...]
    score: float = 0.0


def find_frames(number: int, sentence: ReadSentence, words: Reporting) -> list[Frame]:
    """Return the frames of `sentence` (its position is `number`) in text order.

    A sentence without a parse has none, nor has a teaser in capitals ("LEADER SAYS WAR IS OVER").
    """
    if sentence.doc is None or shouted(sentence.text):
        return []
    found = [
        Frame(
            sentence=number,
            word=draft.word,
            verb=draft.verb,
            cue=extents(draft.cue, sentence.start)[0],
            source=next(iter(extents(draft.source, sentence.start)), None),
            source_head=draft.source_head,
            said=heads(draft.content),
            content=tuple(extents(draft.content, sentence.start)),
        )
        for draft in _drafts(sentence.doc, words)
        if draft.cue
    ]
    return sorted(found, key=lambda frame: frame.cue)


def shouted(text: str) -> bool:
    """Tell whether `text` is mostly in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > _SHOUTED * len(letters)


@dataclass(slots=True, kw_only=True)
class _Draft:
    word: ReportingWord
    verb: Token
    cue: list[Token]
    source: list[Token]
    source_head: Token | None
    content: list[Token]


def _drafts(doc: Doc, words: Reporting) -> Iterator[_Draft]:
    for token in doc:
        lemma = token.lemma_.lower()
        phrasal = phrasal_verb(token, words)
        if token.pos_ in {"VERB", "AUX"} and phrasal is not None:
            draft = _verb_draft(token, phrasal)
        elif token.pos_ in {"VERB", "AUX"} and lemma in words.verbs:
            draft = _verb_draft(token, words.verbs[lemma])
        elif token.pos_ == "NOUN" and lemma in words.nouns:
            draft = _noun_draft(token, words.nouns[lemma])
        else:
            draft = None
        phrase = phrase_at(token, words)
        if phrase is not None:
            draft = _phrase_draft(*phrase)
        if draft is not None:
            yield draft


def heads(content: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens of `content` that hang on nothing else in it."""
    inside = set(content)
    return tuple(t for t in content if t.head not in inside or t.head == t)


def _verb_draft(verb: Token, word: ReportingWord) -> _Draft | None:
    """Return the frame of a reporting verb, None if it does not report here."""
    if verb.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return None
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not _agent(verb):
        return None
    head = _agent(verb) if passive or verb.tag_ == "VBN" else None
    if head is None and not passive:
        head = _subject(verb)
    source = _source_tokens(head, verb) if head is not None else []
    content = _verb_content(verb, word, passive=passive)
    if word.manner == "evidence" and "object" not in word.takes and head is not None:
        # "X seems to…": nobody says so, and X belongs to what seems.
        content, source, head = [*source, *content], [], None
    cue = _cue_tokens(verb, word)
    content = [token for token in content if token not in cue and token not in source]
    if not content and "quote" not in word.takes:
        return None
    return _Draft(word=word, verb=verb, cue=cue, source=source, source_head=head, content=content)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def _subject(verb: Token) -> Token | None:
    """Return the head of who says it, through conjoined and dependent verbs."""
    seen = 0
    current = verb
    while seen < 6:
        own = next((child for child in current.children if child.dep_ == "nsubj"), None)
        if own is not None:
            return None if own.lower_ in {"it", "there", "what"} and current != verb else own
        if current.dep_ == "acl":
            return current.head
        if current.dep_ == "prep" or (current.dep_ in _OPEN_CLASS and current.head != current):
            current = current.head
        else:
            return None
        seen += 1
    return None


def _source_tokens(head: Token, verb: Token) -> list[Token]:
    """Return the noun phrase of `head` on its side of `verb`, without clauses that hang on it."""
    barred: set[Token] = set(verb.subtree) if verb in set(head.subtree) else set()
    for token in head.subtree:
        if token.dep_ in {"relcl", "advcl", "ccomp", "parataxis"} and token != head:
            barred.update(token.subtree)
    left = head.i < verb.i
    phrase = [t for t in head.subtree if t not in barred and (t.i < verb.i) == left]
    label = next((n for n, t in enumerate(phrase[:-1]) if t.text == ":"), None)
    # "Response: Israel's prime minister said": what stands before the colon labels the paragraph.
    return phrase if label is None else phrase[label + 1 :]


def _cue_tokens(verb: Token, word: ReportingWord) -> list[Token]:
    """Return the verb with the auxiliaries, negation and adverbs before it and its particle."""
    tokens = [verb]
    position = verb.i - 1
    own = {child for child in verb.children if child.dep_ in _LEFT_OF_CUE}
    while position >= 0 and verb.doc[position] in own:
        tokens.insert(0, verb.doc[position])
        position -= 1
    for child in verb.children:
        follows = child.i == verb.i + 1
        if (
            (child.dep_ == "prt" and child.i <= verb.i + 2)
            or (follows and child.dep_ == "prep" and child.lower_ in word.prepositions)
            or (follows and child.lower_ in word.needs)
        ):
            tokens.append(child)
    return tokens


def _verb_content(verb: Token, word: ReportingWord, *, passive: bool) -> list[Token]:
    """Return the tokens of what is said."""
    pieces: list[Token] = []
    objects = "object" in word.takes or "person" in word.takes
    addressed = verb.lemma_.lower() in _ADDRESSED
    clause = [child for child in verb.children if child.dep_ in _HOOKS]
    for child in verb.children:
        if (
            (child.dep_ in _HOOKS and "clause" in word.takes)
            or (child.dep_ == "xcomp" and _infinitive(child, word))
            or (child.dep_ in {"dobj", "oprd", "attr"} and objects and not (clause or addressed))
        ):
            pieces.append(child)
        elif child.dep_ == "dobj" and word.takes[:1] == ("clause",) and child.i > verb.i:
            if not clause and not addressed and "infinitive" in word.takes:
                pieces.append(child)
        elif (
            child.dep_ == "nsubjpass" and passive and (objects or "infinitive" in word.takes)
        ) or (child.dep_ == "prep" and _opens_content(child, word, has_object=bool(pieces))):
            pieces.append(child)
    if word.needs and not pieces:
        pieces = [
            hung
            for child in verb.children
            if child.lower_ in word.needs
            for hung in child.children
            if hung.lower_ in word.prepositions or hung.dep_ in {"acl", "ccomp", "relcl"}
        ]
    found = [token for piece in pieces for token in piece.subtree]
    if not found and "clause" in word.takes:
        found = hung_clause(verb) or far_clause(verb)
        if not found and word.stance == "asserts" and word.manner == "speech":
            found = rest(verb) or before(verb)
    return found


def _infinitive(child: Token, word: ReportingWord) -> bool:
    if not {"infinitive", "person"} & set(word.takes):
        return "clause" in word.takes and child.pos_ in {"VERB", "AUX"}
    return True


def _opens_content(child: Token, word: ReportingWord, *, has_object: bool) -> bool:
    if child.lower_ in word.prepositions:
        return True
    return has_object and child.lower_ in _OBJECT_PREPOSITIONS


def _noun_draft(noun: Token, word: ReportingWord) -> _Draft | None:
    """Return the frame of a noun with its clause: "Kyiv's claim that…", "allegations of…"."""
    clauses = [
        child
        for child in noun.children
        if child.dep_ in {"acl", "ccomp", "relcl"} and child.i > noun.i and that_clause(child)
    ]
    cue = [noun]
    if not clauses and word.stance in _DEEDS:
        clauses = [c for c in noun.children if c.dep_ in {"acl", "relcl"} and infinitive(c)]
    if clauses:
        content = list(clauses[0].subtree)
    else:
        opener = _NOUN_OPENERS.get(word.stance)
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == opener), None)
        if of is None:
            return None
        content = [token for token in of.subtree if token != of]
        cue.append(of)
    head = next((child for child in noun.children if child.dep_ == "poss"), None)
    if head is None:
        by = (c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"by", "from"})
        head = next((g for c in by for g in c.children if g.dep_ == "pobj"), None)
    source = [] if head is None else [t for t in head.subtree if t not in content]
    return _Draft(word=word, verb=noun, cue=cue, source=source, source_head=head, content=content)


def _phrase_draft(cue: list[Token], word: ReportingWord) -> _Draft | None:
    """Return the frame of "according to X": X is the source, the clause around it the content."""
    first, last = cue[0], cue[-1]
    head = next(
        (
            c
            for t in (last, first)
            for c in t.children
            if c.dep_ in {"pobj", "dobj"} and c not in cue
        ),
        None,
    )
    if head is None:
        return None
    source = [t for t in head.subtree if t.i > last.i and t.dep_ != "relcl"]
    top = first
    while top.dep_ in {"prep", "pcomp", "advcl", "acl"} and top.head != top:
        top = top.head
        if top.pos_ in {"VERB", "AUX"} and top not in cue:
            break
    if top == first:
        return None
    own = set(source) | set(cue) | set(first.subtree)
    content = [token for token in top.subtree if token not in own]
    return _Draft(word=word, verb=first, cue=cue, source=source, source_head=head, content=content)
