"""Vectors of articles in a store."""


def test_articles_get_their_vectors_in_order_and_once(store, make_report):
    reports = [make_report(f"Report {number}.") for number in range(3)]
    store.reports.add(reports)
    first = store.vectors.missing("one", 2)
    assert [article.id for _, article in first] == [one.article.id for one in reports[:2]]
    store.vectors.add("one", [(number, b"\x00\x01") for number, _ in first])
    ((number, last),) = store.vectors.missing("one", 9)
    assert last == reports[2].article
    store.vectors.add("one", [(number, b"\x02\x03"), (number, b"\x04\x05")])
    assert store.vectors.missing("one", 9) == ()
    numbers, raw = store.vectors.all("one")
    assert raw == b"\x00\x01\x00\x01\x02\x03"
    assert [one.id for one in store.vectors.articles(numbers)] == [r.article.id for r in reports]


def test_another_version_of_the_encoder_starts_anew(store, make_report):
    store.reports.add([make_report("A report.")])
    ((number, _),) = store.vectors.missing("one", 9)
    store.vectors.add("one", [(number, b"\x00\x01")])
    assert len(store.vectors.missing("two", 9)) == 1
    assert store.vectors.all("two") == ((), b"")
