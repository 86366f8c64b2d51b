"""Envoys: who appoints, sends, receives, recalls, summons or expels whom."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import cast as typed

from sitrep.model.diplomacy import Envoy, EnvoyAct
from sitrep.model.extraction import Claim
from sitrep.model.findings import TrackerState
from sitrep.trackers.marks import Cast, Marked, marked, own_id
from sitrep.trackers.subjects import subject
from sitrep.trackers.wording import opened
from sitrep.vocabulary.ceasefire import patterns
from sitrep.vocabulary.diplomacy import diplomacy_words

_TO = re.compile(r"[^.;,‹]{0,20}?\b(?:to|in|from|of) (?:the )?")
_BELONGS = re.compile(r"^[^.;,‹]{0,12}?\bof (?:the )?(?P<to>‹[a-z0-9-]+›)")
_NOT = re.compile(r"\b(not|never|refus\w+ to|declin\w+ to|would|could|may|might|if)\W+(\w+\W+)?$")
_ARTICLES = re.compile(
    r"^(?:the|a|an|its|his|her|their|as|to be|new|us|un|eu|of|for|own)\s+", re.IGNORECASE
)
_VERBS: Mapping[EnvoyAct, str] = {
    "appointed": "has appointed",
    "sent": "has sent",
    "received": "has received",
    "recalled": "has recalled",
    "summoned": "has summoned",
    "expelled": "has expelled",
}


def envoys(
    claims: Iterable[Claim], findings: Mapping[str, tuple[str, ...]], cast: Cast
) -> list[TrackerState]:
    """Return a state for each thing done with an envoy, once, with the findings behind it."""
    found: dict[tuple[str, str, str, str], TrackerState] = {}
    everybody = patterns()["everybody"]
    for claim in sorted(claims, key=_order):
        sentence = marked(claim, cast, everybody, own_id)
        for envoy in _read(sentence, cast):
            ids = findings.get(claim.id, ())
            key = (envoy.act, envoy.by, envoy.envoy or envoy.to, f"{envoy.day}")
            before = found.get(key)
            ids = tuple(dict.fromkeys((*(before.findings if before else ()), *ids)))
            found[key] = _state(envoy, claim, ids, cast)
    return [found[key] for key in sorted(found)]


def _read(sentence: Marked, cast: Cast) -> Iterator[Envoy]:
    """Yield what is done with envoys; of forms that overlap the first counts."""
    taken: list[tuple[int, int]] = []
    for act, several in diplomacy_words().envoys.items():
        for pattern in several:
            for match in pattern.finditer(sentence.text):
                start, end = match.span()
                if any(start < right and left < end for left, right in taken):
                    continue
                envoy = _envoy(sentence, match, typed("EnvoyAct", act), cast)
                if envoy is not None:
                    taken.append((start, end))
                    yield envoy


def _envoy(sentence: Marked, match: re.Match[str], act: EnvoyAct, cast: Cast) -> Envoy | None:
    """Return what a match tells, None where nobody does it or it is not done."""
    text, claim = sentence.text, sentence.claim
    if _NOT.search(text[: match.start()]):
        return None
    who = (match.groupdict().get("who") or "").strip("‹›")
    persons = {own_id(one): one.name for one in claim.mentions if one.kind == "person"}
    if " " in who:
        name = _as_written(who, claim.evidence.quote)
        who = who.replace(" ", "-") if name else ""
        persons[who] = name
    if who not in persons and (who or act == "appointed"):
        return None
    by = next((one for one in subject(sentence, match.start(), match.end(), cast) if one), "")
    if not by or by == who:
        return None
    post = _post(match["post"])
    if not who and not post:
        return None
    days = [one for one in sentence.times if one.granularity in ("day", "daypart", "minute")]
    published = claim.published_at
    day = days[0].start.date() if days else published.date() if published else None
    return Envoy(
        act=act,
        envoy=who,
        name=persons.get(who, ""),
        by=by,
        to=_goal(sentence, match),
        post=post,
        day=day,
        said_by=claim.speaker,
    )


def _as_written(words: str, quote: str) -> str:
    """Return a name that no list has, as the report writes it; "" for words that are no name."""
    at = quote.lower().find(words)
    name = quote[at : at + len(words)] if at >= 0 else ""
    return name if all(part[:1].isupper() for part in name.split()) else ""


def _post(words: str) -> str:
    """Return the office without what goes before it: "its new special envoy" → "special envoy"."""
    text = words.strip()
    while (shorter := _ARTICLES.sub("", text)) != text:
        text = shorter
    return "" if "‹" in text else text


def _goal(sentence: Marked, match: re.Match[str]) -> str:
    """Return the state that an envoy goes to or belongs to, else the name of the place."""
    own = match.groupdict().get("to")
    if own:
        return own.strip("‹›")
    rest = sentence.text[match.end() :]
    belongs = _BELONGS.match(rest)
    if belongs is not None:
        return belongs["to"].strip("‹›")
    lead = _TO.match(rest)
    if lead is None:
        return ""
    after = rest[lead.end() :]
    if after.startswith("‹"):
        return after[1 : after.index("›")]
    for place in sentence.claim.places:
        if after.split(" ", 1)[0] == place.span.quote.lower().split(" ", 1)[0]:
            return place.name
    return ""


def _order(claim: Claim) -> tuple[str, str]:
    return (claim.published_at.isoformat() if claim.published_at else "", claim.id)


def _state(envoy: Envoy, claim: Claim, ids: tuple[str, ...], cast: Cast) -> TrackerState:
    post = re.sub(r"^by (?:the )?", "", envoy.post)
    who = " ".join(one for one in (post, envoy.name) if one)
    single = not envoy.name and not who.endswith("s")
    article = ("an " if who[:1] in "aeiou" else "a ") if single else ""
    goal = cast.name(envoy.to) if envoy.to.islower() else envoy.to
    way = {"sent": " to", "recalled": " from", "summoned": " of", "received": " of"}
    where = f"{way.get(envoy.act, ' for')} {goal}" if goal else ""
    text = f"{cast.name(envoy.by)} {_VERBS[envoy.act]} {article}{who}{where}"
    return TrackerState(
        tracker="diplomacy",
        key=f"envoy:{envoy.act}:{envoy.by}:{envoy.envoy or envoy.to}:{envoy.day}",
        text=f"{opened(text)}, according to {envoy.said_by}",
        value=envoy.act,
        as_of=claim.published_at,
        findings=ids,
        envoy=envoy,
    )
