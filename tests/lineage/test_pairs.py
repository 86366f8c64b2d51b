"""The hand-written pairs: same origin or not. Both rates are floors of the product."""

import pytest

from sitrep.lineage.trace import trace

FLOOR = 0.95


def _shared(lineage, left, right):
    return any({left, right} <= set(origin.articles) for origin in lineage.origins)


def _rates(pairs, judged):
    found = [pair for pair, same in zip(pairs, judged, strict=True) if same]
    right = sum(pair["same_origin"] for pair in found)
    wanted = sum(pair["same_origin"] for pair in pairs)
    return right / len(found), right / wanted


def _wrong(pairs, judged):
    return [
        (pair["kind"], pair["left"], pair["right"])
        for pair, same in zip(pairs, judged, strict=True)
        if same != pair["same_origin"]
    ]


def test_pairs_are_judged_right_when_all_reports_come_together(pairs, reports, vocabulary, encoder):
    lineage = trace(list(reports.values()), vocabulary=vocabulary, encoder=encoder)
    judged = [_shared(lineage, pair["left"], pair["right"]) for pair in pairs]
    precision, recall = _rates(pairs, judged)
    assert precision >= FLOOR, _wrong(pairs, judged)
    assert recall >= FLOOR, _wrong(pairs, judged)


def test_pairs_are_judged_right_when_two_reports_come_alone(pairs, reports, vocabulary, encoder):
    judged = []
    for pair in pairs:
        two = [reports[pair["left"]], reports[pair["right"]]]
        lineage = trace(two, vocabulary=vocabulary, encoder=encoder)
        judged.append(_shared(lineage, pair["left"], pair["right"]))
    precision, recall = _rates(pairs, judged)
    assert precision >= FLOOR, _wrong(pairs, judged)
    assert recall >= FLOOR, _wrong(pairs, judged)


@pytest.mark.parametrize("event", ["bridge", "swap", "minister", "dam"])
def test_two_plain_reports_of_one_event_share_the_story_but_not_the_origin(
    event, reports, vocabulary, encoder
):
    wire, own = f"{event}-wire", f"{event}-second"
    lineage = trace(list(reports.values()), vocabulary=vocabulary, encoder=encoder)
    assert not _shared(lineage, wire, own)
    assert any({wire, own} <= set(story.articles) for story in lineage.stories)
