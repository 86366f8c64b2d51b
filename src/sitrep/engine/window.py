"""Which time a brief covers when nobody says."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from sitrep.store.protocol import Publication, View

LONELY = 0.1
"""A window with fewer than this share of the articles of the fullest one is taken for the work of a
wrong date ("2099") and not for the present. Windows end at every article, so a slow hour does not
fall under it: only a gap about as long as the window does."""

_HOUR = timedelta(hours=1)

OnTheatre = Callable[[Sequence[str]], Collection[str]]


def choose(
    asked: View, known: Sequence[Publication], width: timedelta, on_theatre: OnTheatre
) -> View:
    """Return `asked` with both ends set.

    Without either, the window ends with the first full hour after the newest article on the
    theatre and is `width` long. With `until` alone it begins `width` before; with `since` alone it
    ends with the first full hour after the newest article. `known` are the articles known by
    `asked.as_of`, by time; `on_theatre` tells which of some article ids are on the theatre.
    """
    if asked.until is not None:
        return replace(asked, since=asked.since or asked.until - width)
    dated = trusted(known, width)
    if asked.since is not None:
        newest = max([asked.since, *(one.published_at for one in dated[-1:])])
        return replace(asked, until=window_end(newest))
    until = window_end(_newest(dated, width, on_theatre)) if dated else None
    return replace(asked, since=until and until - width, until=until)


def narrowed(window: View, known: Sequence[Publication], most: int) -> tuple[View, int]:
    """Return `window` with at most its `most` newest articles, and how many that leaves out.

    It then begins later. `known` are as for `choose`. Where more than `most` articles bear the
    time at which it would begin, it begins after them; with nothing after them, at that time.
    """
    times = [one.published_at for one in known]
    first = 0 if window.since is None else bisect_left(times, window.since)
    end = len(times) if window.until is None else bisect_left(times, window.until)
    if end - first <= most:
        return window, 0
    since = times[end - most]
    if times[end - most - 1] == since and times[end - 1] > since:
        since = times[bisect_right(times, since)]
    return replace(window, since=since), bisect_left(times, since) - first


def trusted(known: Sequence[Publication], width: timedelta) -> Sequence[Publication]:
    """Return `known` (by time) without the last ones, where they stand alone far after the rest."""
    times = [one.published_at for one in known]
    sizes = [at + 1 - bisect_right(times, moment - width) for at, moment in enumerate(times)]
    least = LONELY * max(sizes, default=0)
    end = len(sizes)
    while end and sizes[end - 1] < least:
        end -= 1
    return known[:end]


def window_end(newest: datetime) -> datetime:
    """Return the first full hour after `newest`: the end, not included, of a window with it in."""
    return newest.replace(minute=0, second=0, microsecond=0) + _HOUR


def _newest(dated: Sequence[Publication], width: timedelta, on_theatre: OnTheatre) -> datetime:
    """Return the time of the newest article on the theatre, else of the newest at all.

    Goes back from the end, a window's width (and the hour it may be rounded by) at a time, so that
    no more is asked about than it takes.
    """
    times = [one.published_at for one in dated]
    end = len(dated)
    while end:
        start = bisect_left(times, times[end - 1] - width - _HOUR)
        there = on_theatre([one.article_id for one in dated[start:end]])
        on = [one.published_at for one in dated[start:end] if one.article_id in there]
        if on:
            return on[-1]
        end = start
    return times[-1]
