"""What words say of a share: every word is understood, or nothing is."""

from fractions import Fraction

import pytest
from pydantic import TypeAdapter

from law189.files.hint import flow
from law189.files.nodes import check
from law189.files.parser import read_tree
from law189.files.said_shares import said_share
from law189.profile.thresholds import Threshold

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("said", "key", "share", "whole"),
    [
        ("более половины", "more_than", HALF, ""),
        ("Более половины от числа членов", "more_than", HALF, "членов"),
        ("не менее половины списочного состава", "at_least", HALF, "списочного состава"),
        ("не менее чем двух третей от общего числа членов рабочей группы", "at_least", Fraction(2, 3), None),
        ("половина и более присутствующих", "at_least", HALF, "присутствующих"),
        ("более 50 % поданных голосов", "more_than", HALF, "поданных голосов"),
        ("more than half", "more_than", HALF, ""),
        ("½", None, HALF, ""),
        (0.5, None, HALF, ""),
    ],
)
def test_the_key_the_share_and_the_whole_are_told_apart(said, key, share, whole):
    found = said_share(said)
    assert found is not None
    assert (found.key, found.shares) == (key, (share,))
    assert whole is None or found.whole == whole


@pytest.mark.parametrize(
    "said",
    [
        *("не более половины", "менее половины", "до половины", "половина плюс один", "-1/2", "3/2", "0"),
        *("простое большинство", "половина состава без одного", "более половины плюс один голос"),
        "не менее половины членов, но не менее трех",
    ],
)
def test_what_no_share_says_is_not_read(said):
    assert said_share(said) is None


def test_what_may_be_rounded_may_be_either():
    found = said_share("66,7%")
    assert found is not None
    assert found.shares == (Fraction(2, 3), Fraction(667, 1000))


THRESHOLDS = TypeAdapter(dict[str, Threshold])


def hint(value):
    """What is told to be done about a threshold, in Russian."""
    faults = []
    written = read_tree(f"a: {flow(value)}", "f")
    assert check(written, THRESHOLDS, "f", {}, faults) is None
    return [fault.text.ru for fault in faults]


KEYS = {"at_least": ("не менее", "как минимум"), "more_than": ("более", "свыше")}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("place", [None, "at_least", "more_than"])
@pytest.mark.parametrize(("words", "share"), [("половины", "1/2"), ("двух третей", "2/3"), ("50%", "1/2")])
def test_obeying_the_words_of_a_norm_keeps_the_norm(key, place, words, share):
    for said in (f"{word} {words}" for word in KEYS[key]):
        value = f"{said} списочного состава" if place is None else {place: said, "of": "list"}
        [told] = hint(value)
        form = told.rpartition("пишите ")[2]
        form = form if form.startswith("{") else f"{{{place}: {form}, of: list}}"
        taken = check(read_tree(f"a: {form}", "f"), THRESHOLDS, "f", {}, [])
        assert taken == {"a": Threshold.model_validate({key: share, "of": "list"})}, told


@pytest.mark.parametrize("said", ["1/2", 0.5, "половина", "50%"])
def test_where_no_word_says_which_key_both_are_shown_and_none_is_told(said):
    [told] = hint(said)
    assert "; пишите" not in told
    assert "at_least" in told
    assert "more_than" in told


def test_the_whole_that_words_name_is_not_dropped():
    [told] = hint({"at_least": "1/2 присутствующих", "of": "members"})
    assert "; пишите" not in told
    assert "{at_least: 1/2, of: present}" in told
    [told] = hint({"at_least": "1/2 присутствующих"})
    assert told.endswith("пишите {at_least: 1/2, of: present}")


def test_people_are_counted_under_their_own_key():
    assert hint({"at_least": "5 членов"})[0].endswith("пишите {persons: 5, of: members}")
    assert hint("более 5 членов группы")[0].endswith("пишите {persons: 6, of: members}")
