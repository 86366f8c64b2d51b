"""Whether a draft is one plain sentence at all, before the gates read it."""

import re
import string
import unicodedata
from collections.abc import Iterable

from sitrep.brief.verify.evidence import Form
from sitrep.brief.write.edits import balanced
from sitrep.language.sentences import split

LONGEST = 400
"""Characters; thirty words of news have about 200."""
PLAIN = frozenset(string.ascii_letters + string.digits + " .,:;!?'’“”\"-–—()%$€£")
"""Signs that any sentence may use; every other one must stand in its evidence."""
_OPENS = re.compile(r"[“\"]?[\dA-Z]|[“\"]?[^\W_a-z]")
_ENDS = re.compile(r"[.!?][”\"’']?$")


def ill_formed(draft: str, form: Form, sources: Iterable[str]) -> str:
    """Return why `draft` is no plain sentence, "" if it is one.

    `sources` are the built-in sentence and the evidence: a letter or sign beyond plain English
    ones (Cyrillic look-alikes, marks that turn the direction, markup) must stand in one of them.
    """
    if len(draft) > LONGEST:
        return "too-long"
    allowed = PLAIN.union(*sources)
    foreign = sorted(set(draft) - {sign for sign in allowed if _visible(sign)})
    if foreign:
        return f"foreign-signs ({', '.join(f'U+{ord(one):04X}' for one in foreign[:5])})"
    whole = form == "headline" or len(split(draft, "en")) == 1
    checks = (
        (not balanced(draft), "half-a-quotation"),
        (form != "headline" and not _ENDS.search(draft), "no-full-stop"),
        (not _OPENS.match(draft), "no-capital"),
        (not whole, "not-one-sentence"),
    )
    return next((reason for failed, reason in checks if failed), "")


def _visible(sign: str) -> bool:
    """Return whether a sign shows on paper: no control, format or line sign (Unicode C*, Z*)."""
    return sign == " " or unicodedata.category(sign)[0] not in "CZ"
