"""A person has no part, and three figures after a point may be thousands: an indicator has no such value."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import ValidationError

from law189 import load_profile
from law189.office.workbook.pasted import pasted
from law189.office.workbook.table import Table
from law189.profile.indicator_parts import not_counted_so
from law189.profile.indicators import Indicator

CITE = load_profile("kemerovo").latest.indicators[0].cite
UNITS = {"persons": "чел.", "units": "ед.", "roubles": "руб.", "percent": "%"}
WRITTEN = st.builds(
    lambda whole, point, after: f"{whole}{point if after else ''}{after}",
    st.integers(0, 99999),
    st.sampled_from(",."),
    st.text("0123456789", max_size=4),
)


def made(unit, value, key="target"):
    entry = {"goal": 1, "title": {"ru": "А"}, "unit": unit, "cite": CITE}
    entry["target"] = {"value": 5, "year": 2024}
    entry[key] = {"value": value, "year": 2024}
    return Indicator.model_validate(entry)


def refused(unit, value, key="target"):
    try:
        made(unit, value, key)
    except ValidationError as error:
        (one,) = error.errors()
        assert one["loc"] == ()
        return True
    return False


def wrong(unit, said):
    after = len(said.replace(",", ".").partition(".")[2])
    parts = unit == "persons" and Decimal(said.replace(",", ".")) % 1 != 0
    return unit != "percent" and (after > 2 or parts)


@settings(max_examples=size(150, 2000))
@given(st.sampled_from([*UNITS]), WRITTEN, st.sampled_from(["target", "base"]))
def test_every_door_refuses_the_same_values(unit, said, key):
    assert refused(unit, said, key) == wrong(unit, said)
    assert refused(unit, {"at_least": said}, key) == wrong(unit, said)
    heads = ["Показатель", "Ед. изм.", "База 2023", "2024"]
    row = ["А", UNITS[unit], *((said, "5") if key == "base" else ("5", said))]
    cells = {(row, column): one for row, line in enumerate((heads, row)) for column, one in enumerate(line)}
    found = pasted([Table("1", cells)], at="app5")
    (entry,) = found.entries["indicators"]
    assert (key not in entry) == wrong(unit, said)
    assert any(f"«{said}»" in words.ru for _, words in found.questions) == wrong(unit, said)


@pytest.mark.parametrize(
    ("unit", "said", "told"),
    [
        ("persons", "13.500", "часть человека не считают; если 13.500 — это тысячи, впишите 13500"),
        ("persons", "13,5", "часть человека не считают: 13,5"),
        ("units", "13.000", "после запятой больше двух знаков; если 13.000 — это тысячи, впишите 13000"),
    ],
)
def test_the_refusal_says_what_to_write(unit, said, told):
    assert not_counted_so(unit, said).ru == told


@pytest.mark.parametrize(
    ("unit", "value"), [("persons", True), ("percent", "1,2345"), (None, "1,5"), ("units", "tbd")]
)
def test_what_has_no_such_unit_is_not_asked(unit, value):
    assert not_counted_so(unit, value) is None
