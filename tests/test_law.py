"""Addresses and values that carry one: how an act numbers its provisions, and when a norm holds."""

import copy
import json
import pickle
import pkgutil
import re
from datetime import date, datetime
from enum import StrEnum
from importlib import import_module
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

import law189
from law189.law import Act, ActLabel, Cite, Day, Entry, Norm, Period, Text, UnknownProvision, Vocabulary
from law189.law.text import WrongValue
from law189.profile.documents import PaperRule
from law189.profile.services import Selection
from law189.profile.slots import Adopted
from law189.workflows.agreement import ActDrawn, Claimed
from law189.workflows.order import PeriodReported

LABEL = ActLabel(ru="постановление № 1", of="постановления № 1", to="постановлению № 1", en="decree No 1")
NUMBERING = {"subitems": ["p3.1", "app2.5"], "paragraphs": ["p8"], "rows": ["app5"]}
ACT = Act.model_validate(
    {
        "id": "town-1",
        "number": "1",
        "date": "2023-09-01",
        "title": {"ru": "Об услугах", "en": "On services"},
        "label": LABEL,
        "numbering": NUMBERING,
    }
)


class Told(Entry):
    """An entry with a citation."""

    cite: Cite


@pytest.mark.parametrize(
    ("address", "ru", "en"),
    [
        ("act", "постановление № 1", "decree No 1"),
        ("preamble", "преамбула постановления № 1", "preamble of decree No 1"),
        ("title", "наименование постановления № 1", "title of decree No 1"),
        ("p7", "п. 7 постановления № 1", "item 7 of decree No 1"),
        ("p3.2", "п. 3.2 постановления № 1", "item 3.2 of decree No 1"),
        ("p3.1.2", "подп. 2 п. 3.1 постановления № 1", "sub-item 2 of item 3.1 of decree No 1"),
        ("p8.1", "абз. 1 п. 8 постановления № 1", "paragraph 1 of item 8 of decree No 1"),
        ("app2", "прил. 2 к постановлению № 1", "annex 2 to decree No 1"),
        ("app2.5", "п. 5 прил. 2 к постановлению № 1", "item 5 of annex 2 to decree No 1"),
        (
            "app2.5.3",
            "подп. 3 п. 5 прил. 2 к постановлению № 1",
            "sub-item 3 of item 5 of annex 2 to decree No 1",
        ),
        ("app5.1", "цель 1 прил. 5 к постановлению № 1", "goal 1 of annex 5 to decree No 1"),
        (
            "app5.1.3",
            "строка 3 цели 1 прил. 5 к постановлению № 1",
            "row 3 of goal 1 of annex 5 to decree No 1",
        ),
        ("art20", "ст. 20 постановления № 1", "article 20 of decree No 1"),
        ("art20.part1", "ч. 1 ст. 20 постановления № 1", "part 1 of article 20 of decree No 1"),
        (
            "art9.part2.item1",
            "п. 1 ч. 2 ст. 9 постановления № 1",
            "item 1 of part 2 of article 9 of decree No 1",
        ),
    ],
)
def test_an_address_is_written_as_a_lawyer_writes_it(address: str, ru: str, en: str) -> None:
    citation = ACT.cite(address)
    assert citation.label == Text(ru, en)
    assert citation.id == f"town-1/{address}"


@pytest.mark.parametrize(
    "address", ["", "3.1", "p", "p3.", "p3.x", "sec0", "p3.а.1", "reg.2", "annex 3", "art", "art1.item", "р3"]
)
def test_an_address_of_another_form_is_refused(address: str) -> None:
    with pytest.raises(UnknownProvision, match=r"write it like p3\.1"):
        ACT.cite(address)


def test_a_text_answers_in_either_language() -> None:
    assert (Text("да", "yes")["ru"], Text("да", "yes")["en"]) == ("да", "yes")


def test_a_day_is_a_date_or_its_iso_form_and_nothing_else() -> None:
    day: TypeAdapter[date] = TypeAdapter(Day)
    assert day.validate_python("2024-02-29") == day.validate_python(date(2024, 2, 29)) == date(2024, 2, 29)
    wrong: list[Any] = ["2023-02-29", "29.02.2024", "2024-2-29", 20240229, None, datetime(2024, 2, 29)]  # noqa: DTZ001
    for value in wrong:
        with pytest.raises(ValidationError):
            day.validate_python(value)


def test_an_address_is_read_only_together_with_its_act() -> None:
    with pytest.raises(ValidationError, match="only together with its act"):
        Told.model_validate({"cite": "p1"})
    assert Told.model_validate({"cite": "p1"}, context={"cite": ACT.cite}).cite.id == "town-1/p1"
    assert Told(cite=ACT.cite("p2")).cite.address == "p2"


def test_a_norm_holds_on_its_first_and_its_last_day_and_not_beyond() -> None:
    norm = Norm[int](value=5, basis=ACT.cite("p1"), since=date(2023, 1, 1), until=date(2023, 12, 31))
    assert norm.in_force(date(2023, 1, 1))
    assert norm.in_force(date(2023, 12, 31))
    assert not norm.in_force(date(2022, 12, 31))
    assert not norm.in_force(date(2024, 1, 1))
    assert Norm[int](value=5, basis=ACT.cite("p1")).in_force(date.max)


def test_a_norm_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValidationError, match="later than until"):
        Norm[int](value=5, basis=ACT.cite("p1"), since=date(2024, 1, 1), until=date(2023, 1, 1))


def test_an_entry_is_frozen_and_knows_its_keys() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        ACT.number = "2"  # type: ignore[misc]
    assert Norm[int].known_keys()[:3] == ("value", "cite", "since")
    assert Act.known_keys()[0] == "id"


ROOMS = [
    one.name
    for one in pkgutil.walk_packages(law189.__path__, "law189.")
    if not one.name.startswith(("law189.cli", "law189.contrib", "law189.__main__"))
]


def test_whatever_has_a_first_and_a_last_day_is_a_period():
    """A walk over every entry of the package: one that names both days is of the one type that judges them."""
    rooms = [import_module(name) for name in ROOMS]
    entries = {
        value
        for room in rooms
        for value in vars(room).values()
        if isinstance(value, type) and issubclass(value, Entry)
    }
    dated = {one for one in entries if {"since", "until"} <= set(one.model_fields)}
    assert dated >= {Norm, Adopted, PaperRule, Selection}
    told = {
        ActDrawn,
        Claimed,
        PeriodReported,
    }  # what was rendered or claimed from one day to another holds on none
    assert dated >= told
    assert {one.__name__ for one in dated - told if not issubclass(one, Period)} == set()


@pytest.mark.parametrize(
    ("since", "until", "ru", "en"),
    [
        ("2023-09-25", "2024-12-31", "с 25.09.2023 по 31.12.2024", "from 2023-09-25 to 2024-12-31"),
        ("2023-09-25", None, "с 25.09.2023", "from 2023-09-25"),
        (None, "2024-12-31", "по 31.12.2024", "to 2024-12-31"),
    ],
)
def test_a_period_is_told_by_its_days(since, until, ru, en):
    assert Norm[int](value=5, basis=ACT.cite("p1"), since=since, until=until).days == Text(ru, en)


def test_a_period_without_ends_has_no_days_to_tell():
    assert Norm[int](value=5, basis=ACT.cite("p1")).days is None


VOCABULARIES = [
    value
    for room in ROOMS
    for value in vars(import_module(room)).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value.__module__ == room
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_every_list_of_codes_is_a_vocabulary_that_is_read_written_and_told_alike(vocabulary):
    if vocabulary is Vocabulary:
        return
    assert issubclass(vocabulary, Vocabulary)
    reads = TypeAdapter(vocabulary)
    for member in vocabulary:
        assert member == member.value == str(member) == json.loads(reads.dump_json(member))
        assert reads.validate_python(member.value) is reads.validate_json(f'"{member.value}"') is member
        assert pickle.loads(pickle.dumps(member)) is copy.deepcopy(member) is member  # noqa: S301  # our own
        assert member.text == vocabulary.worded(member.value)
        assert re.search("[а-яё]", member.text.ru)
        assert not re.search("[а-яё]", member.text.en)
        assert member.text.ru != member.value
    assert set(reads.json_schema().get("enum", [member.value for member in vocabulary])) == set(vocabulary)
    assert len({member.text.ru for member in vocabulary}) == len(vocabulary)
    assert vocabulary.worded("no such code") == "no such code"


def test_a_member_without_words_is_refused_where_it_is_declared():
    with pytest.raises((WrongValue, RuntimeError)):
        Vocabulary("Colour", {"RED": "red"})
