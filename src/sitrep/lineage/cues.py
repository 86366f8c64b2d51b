"""The words and marks around an outlet's name that make it a credit.

They are function words of the news trade in English, Russian and Ukrainian, the same for every
theatre; names stand in the vocabulary.
"""

import re

_VERBS = (
    r"reports|reported|says|said|writes?|wrote|quoted|quotes|cited|cites|announced|revealed|"
    r"has\s+learned|learned|understands|"
    r"сообща[её]т|сообщил[аои]?|переда[её]т|передал[аои]?|пишет|"
    r"повідомля[єю]ть?|повідоми(?:в|ла|ло|ли)|передає|пише"
)

_BEFORE = (
    r"according\s+to|(?:as\s+)?reported\s+by|quoted\s+by|cited\s+by|quot(?:es|ed|ing)|"
    r"cit(?:es|ed|ing)|told|tells|telling|informed|(?:an\s+)?interview\s+(?:with|to|for)|"
    r"(?:in|a)\s+(?:comments?|statement|remarks)\s+to|speaking\s+to|spoke\s+to|"
    r"(?:seen|reviewed|obtained)\s+by|"
    r"сообща[её]т|сообщили|переда[её]т|пишет|заявил[аи]?|рассказал[аи]?|по\s+данным|"
    r"со\s+ссылкой\s+на|повідомляє|передає|пише|за\s+даними|з\s+посиланням\s+на"
)

_KIND = (
    r"(?:(?:the|a|an|its|[A-Z][\w’'-]+[’']s|[A-Z][a-z]+|[a-z]+-(?:run|owned|affiliated))\s+){0,2}"
    r"(?:(?:state|official|national|public)(?:-(?:owned|run))?\s+)?"
    r"(?:(?:news|press|media|television|TV)\s+)?"
    r"(?:(?:agency|agencies|service|website|outlet|channel|newspaper|magazine|broadcaster|daily|"
    r"media|агентств[оау]|агенція|агенції)\s+)?"
    r"[«“\"]?"
)

REPORTED = re.compile(
    r"[»”\"]?,?(?:\s+(?:news\s+agency|news|agency|newspaper|magazine|website|correspondents?|"
    r"reporters?|journalists?))?(?:\s*\([A-Z]{2,5}\))?(?:\s+news\s+agency)?"
    rf"\s+(?:has\s+|had\s+|also\s+|later\s+|earlier\s+|first\s+)*(?:{_VERBS})\b",
    re.IGNORECASE,
)
"""After the name: "reported", "news agency had earlier said"."""

TOLD = re.compile(rf"\b(?P<cue>(?i:{_BEFORE}))\s+{_KIND}$")
"""Before the name: "told", "according to the state news agency"."""

INTERVIEW = re.compile(
    r"told|tells|telling|informed|.*(?:interview|comment|statement|remarks)|speaking|spoke|"
    r"заявил|рассказал",
    re.IGNORECASE,
)
"""The cues of TOLD where somebody speaks to the outlet."""

CONTRIBUTED = re.compile(
    r"(?:\s+(?:and|,)\s+[\w. ]{2,30})?\s+contributed\s+to\s+this\s+(?:report|story|article)"
)
"""After the name: "contributed to this report"."""

WITH = re.compile(
    r"(?:\b[Ww]ith\s+(?:files|reporting|material|input)\s+(?:from|by)\s+"
    r"(?:[\w. ]{2,30}(?:,|\sand)\s)?"
    r"|\b[A-Z]\w+\s+with\s+|\b[Mm]it\s+Material\s+(?:von|der)\s+)(?:[Tt]he\s+)?$"
)
"""Before the name: "With files from", "Le Monde with"."""

DASH_AFTER = re.compile(r"\s*(?:--|—|–)\s|\s-\s")
"""After the name in a dateline without brackets: "KYIV, March 12, Ukrinform — "."""

DATELINE_BEFORE = re.compile(
    r"(?:[\W\d_]*"
    r"(?:(?![a-zа-яіїєґ])\w[\w’'-]*|(?<=\d )\w+|(?<=\d\. )\w+|de|la|al|of|on)\b)*[\W\d_]*"
)
"""All that may stand before the name in a dateline: capitalised words, numbers and marks, and after
a number a month in small letters."""

NO_REPORT = re.compile(
    r"[\w/-]*\s*(?:polls?|surveys?|tally|footage|photograph\w*|photos?|images?|economists|via)\b"
)
"""After the name: the outlet's poll or picture is not its report of the event."""

TAKEN_AFTER = re.compile(
    r"\)?,?\s+(?:übernommen\b|(?:news)?feed\b|(?:news)?wire\b|without\s+modifications?\b)"
)
RIGHTS_BEFORE = re.compile(
    r"(?:©|\(c\)|\b[Cc]opyright)\s*(?:\d{4}\s*)?(?:[Bb]y\s+)?(?:[Tt]he\s+)?$"
    r"|\bsyndicated\s+(?:from|by)\s+(?:the\s+|a\s+)?$"
)
"""Around the name: the text was taken over from it, or the rights in it are its own."""

SENTENCE_END = re.compile(r"(?:^|[.!?…][\"'”’»)]*)\s*(?:[a-zäöü]{1,4}/[a-zäöü]{1,4}\s*)?$")
"""Before a closing signature: the end of a sentence, perhaps with editors' initials after it."""

OPENING = re.compile(r"[(\[]([^()\[\]]{0,40})$")
CLOSING = re.compile(r"([^()\[\]]{0,40})[)\]]")
BETWEEN_NAMES = re.compile(r"[,;/|]|\band\b")
