"""What a person reads of a slip leads to what is right: nothing is left out, and nothing is lost by obeying."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from law189 import Profile, WrongType, load_profile, order
from law189.audit.plan import Done, done_by_item, plan_on
from law189.casebook.line import Line
from law189.errors import FaultyInput
from law189.files.json_text import read_json
from law189.files.nodes import check
from law189.files.parser import read_tree
from law189.measures import Volume
from law189.office.interview.blank import blank
from law189.profile.regulation import CastingVote
from law189.profile.term_words import term_of
from law189.rules.votes.ballots import Ballots
from law189.verdict import Outcome

BLANK = blank("ru", "")


def told(text, adapter):
    found = []
    check(read_tree(text, "f"), adapter, "f", {}, found)
    return {fault.key: fault.text.ru for fault in found}


def kinds():
    """The words that tell the entries of each value apart, in the JSON Schema of a profile."""
    whole = Profile.json_schema()["$defs"]
    for part in [one for entry in whole.values() for one in entry.get("properties", {}).values()]:
        for union in (part, part.get("items", {})):
            named = union.get("discriminator", {}).get("mapping")
            if named:
                yield tuple(named)


@pytest.mark.parametrize("codes", sorted(set(kinds())))
def test_the_blank_lists_every_kind_of_a_value(codes):
    lines = [line for line in BLANK.splitlines() if "Одно из" in line]
    assert any(
        all(f"{code} (" in line or f"{code};" in line or f"{code}." in line for code in codes)
        for line in lines
    )


def test_no_place_is_named_twice_on_a_line_of_the_blank():
    for line in BLANK.splitlines():
        places = line.partition("Ключи те же, что у: ")[2].rstrip(".").split(", ")
        assert len(places) == len(set(places)), line


@settings(max_examples=60)
@given(
    groups=st.lists(st.integers(100, 999), min_size=1, max_size=3),
    part=st.integers(10, 99),
    space=st.sampled_from(" \u00a0"),
)
def test_a_number_that_fell_apart_is_put_in_quotes_and_loses_nothing(groups, part, space):
    said = f"{space.join(map(str, [7, *groups]))},{part}"
    found = told(f"{{amount: {said}, unit: roubles}}", TypeAdapter(Volume))
    assert all("возьмите число в кавычки" in words for words in found.values()), found
    assert not any("пишите" in words for words in found.values()), found
    quoted = told(f'{{amount: "{said}", unit: roubles}}', TypeAdapter(Volume))["amount"]
    assert f'пишите "7{"".join(map(str, groups))}.{part}"' in quoted


def test_every_word_is_told_where_several_may_be_meant():
    assert all(code in told("председатель", TypeAdapter(CastingVote))[""] for code in CastingVote)


@pytest.mark.parametrize("said", ["ежемесячно", "ежеквартально", "Ежегодно"])
def test_a_term_of_one_word_is_read(said):
    assert term_of(said)["times"] == 1


def test_months_of_one_year_are_read_from_their_first_day_to_their_last():
    months = {"kind": "months", "first_year": 2024, "first_month": 1, "last_year": 2024, "last_month": 2}
    assert term_of("январь – февраль 2024 года") == months
    assert term_of("декабрь – сентябрь 2024 года") is None


def test_the_last_day_of_what_is_done_is_told():
    profile = load_profile("kemerovo")
    done = done_by_item([Done(id="app4.1.1", done_on=date(2023, 9, 28))])
    [item] = [one for one in plan_on(profile, date(2023, 10, 5), done) if one.item.id == "app4.1.1"]
    assert item.verdict.outcome is Outcome.HOLDS
    assert "последний день: 31.12.2023" in item.verdict.text.ru


def test_votes_are_told_to_be_by_seat():
    adapter = TypeAdapter(dict[str, Ballots])
    for text in ("v: {за: 3}", "v: [for, for]"):
        assert all("chair: for" in words for words in told(text, adapter).values())


@pytest.mark.parametrize(
    "text", ['{"a": 1, // one\n"b": 2}', '{/* one */ "a": 1}', '{"a": 1} // one', '{"a": # one\n1}']
)
def test_json_has_no_comments_and_says_so(text):
    with pytest.raises(FaultyInput, match="JSON has no comments"):
        read_json(text, "f")


def test_records_one_a_line_are_told_the_name_of_their_file():
    with pytest.raises(FaultyInput, match=r"ends with \.jsonl"):
        read_json('{"a": 1}\n{"a": 2}', "f")


def test_a_line_is_of_the_lifecycle_of_its_event():
    event = order.Approved(on="2024-01-09", by="education")
    assert Line(history="1", lifecycle="order", event=event).event is event
    with pytest.raises(ValidationError, match="is of another case"):
        Line(history="1", lifecycle="contract", event=event)


def test_nothing_is_no_object_to_attach():
    with pytest.raises(WrongType, match="an object"):
        order.lifecycle.attach(None, "status", order.lifecycle.begin("1"))
