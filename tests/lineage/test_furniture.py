"""What a publisher repeats is furniture."""

from sitrep.lineage.furniture import furnished, repeated, title_of
from sitrep.lineage.wording import wording

MENU = "Sign in to read more of our reports from around the lakes."


def marked(articles):
    items = [wording(article) for article in articles]
    runs = repeated(items, {article.id: title_of(article) for article in articles})
    return [
        " ".join(t for t, mark in zip(item.tokens, furnished(item, runs), strict=True) if mark)
        for item in items
    ]


def test_a_line_in_three_reports_is_furniture(make_article):
    news = ["The mill burned.", "A calf won first prize.", "The council met late."]
    articles = [make_article(f"a{n}", f"{MENU} {text}", title=text) for n, text in enumerate(news)]
    assert set(marked(articles)) == {"sign in to read more of our reports from around the lakes"}


def test_copies_of_one_report_are_no_furniture(make_article):
    same_title = [make_article(f"a{n}", f"{MENU} {n}", title="Mill burned") for n in range(5)]
    same_words = [make_article(f"a{n}", MENU, title=f"Title {n}") for n in range(5)]
    assert set(marked(same_title)) == {""}
    assert set(marked(same_words)) == {""}
