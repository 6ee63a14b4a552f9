"""What is not there is told in words, in both languages alike.

Laws: a place that has words in one language has them in the other; no English sentence shows a dash for a fact that
is missing or for an empty list. The walks go over every rule and over every other template of the rules.
"""

from importlib import import_module
from pkgutil import walk_packages
from string import Formatter

from hypothesis import given
from hypothesis import strategies as st

import law189.rules
from law189.law import Text
from law189.rules import RULES
from law189.telling import Told


def templates():
    """Every sentence of a rule, and what modules of rules have beside them, once each."""
    said = {text for rule in RULES for text in (rule.text, rule.unknown) if text is not None}
    for module in walk_packages(law189.rules.__path__, "law189.rules."):
        said |= {one for one in vars(import_module(module.name)).values() if type(one) is Text}
    return sorted((text for text in said if "{" in text.ru), key=lambda text: text.ru)


def places(template):
    """The names of a template, each with whether any of its places has words for what is not there."""
    found = {}
    for _, name, words, _ in Formatter().parse(template):
        if name is not None:
            found[name] = found.get(name, False) or words not in ("", "или")
    return found


TEMPLATES = templates()


def test_there_are_templates_to_walk_over():
    assert len(TEMPLATES) > 300


def test_a_place_has_words_in_both_languages_or_in_neither():
    apart = [text for text in TEMPLATES if places(text.ru) != places(text.en)]
    assert apart == []


@given(st.sampled_from(TEMPLATES), st.data())
def test_no_english_sentence_has_a_dash_for_what_is_not_there(text, data):
    nothing = st.sampled_from([None, (), {}, False, True, 0, 7, "x"])
    facts = {name: data.draw(nothing) for name in places(text.ru)}
    said = text.en.format_map({name: Told(fact, "en") for name, fact in facts.items()})
    assert "—" not in said
