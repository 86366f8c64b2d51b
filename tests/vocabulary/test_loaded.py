"""Loaded words."""

from sitrep.vocabulary.loaded import loaded_words


def test_the_words_of_the_brief_s_rules_are_listed():
    forms = loaded_words().by_form()
    assert {"terrorists", "regime", "liberated", "special military operation"} <= set(forms)
    assert forms["liberated"].instead == "took, or retook"


def test_every_form_is_lower_case_and_belongs_to_one_word():
    forms = [form for word in loaded_words().words for form in word.forms]
    assert forms == [form.casefold() for form in forms]
    assert len(forms) == len(set(forms))


def test_terms_that_hold_a_form_as_a_plain_word_hold_it():
    for word in loaded_words().words:
        stems = tuple(form[:6] for form in word.forms)
        for term in word.unless:
            assert any(stem in term.casefold() for stem in stems), term
