"""Values that the law hands down and the acts that fill them: every wrong filling is refused with words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from law189.errors import ProfileError
from law189.law import Act, Citation, Text
from law189.profile.documents import LocalAct
from law189.profile.federal import load_federal, shipped_data
from law189.profile.loader import load_profile
from law189.profile.slots import Adopted, Fill, Ground, OwnValue, Slot

FEDERAL = {slot.id: slot for slot in load_federal().slots}
NAMED = Text("вымышленный акт", "an invented act")
ACT = {
    "id": "invented-1",
    "number": "1",
    "date": "2023-09-25",
    "title": {"ru": "акт", "en": "act"},
    "label": {"ru": "акт № 1", "of": "акта № 1", "to": "акту № 1", "en": "act No 1"},
}
CITE = Citation("invented-1", "p1", NAMED)
TERM = {"kind": "after", "days": 5, "unit": "working_days"}


def slot(**changed):
    """A slot with bounds that the shipped layer does not have."""
    facts = {
        "id": "test.value",
        "what": {"ru": "проверочное значение", "en": "a value for tests"},
        "type": "term",
        "unit": "days",
        "at_least": 3,
        "at_most": 10,
        "competent": {"ru": "администрация", "en": "administration"},
        "cite": Citation("189-fz", "act", NAMED),
        "adopted_by": "certificate-forming",
    }
    return Slot.model_validate({**facts, **changed})


def fill(of, **given):
    return Fill.model_validate(
        {"slot": of.id, "cite": CITE, **given}, context={"slots": {of.id: of, **FEDERAL}}
    )


def entries(*names):
    return [{"id": name, "title": {"ru": name, "en": name}} for name in names]


def adopted(*fills, **changed):
    facts = {"act": ACT, "adopts": ["certificate-forming"], "since": "2023-09-25", "fills": fills}
    return Adopted.model_validate({**facts, **changed}, context={"slots": FEDERAL})


def flaw_of(caught):
    (error,) = caught.value.errors()
    return error["ctx"]["code"], error["ctx"]["ru"], error["ctx"]["en"]


TERM_SLOT = slot()
LIST_SLOT = slot(type="list", unit="entries", at_least=2, at_most=3)
AMONG = slot(type="list", unit="entries", at_least=1, at_most=None, among=["yes", "no"])


@pytest.mark.parametrize("days", [3, 10])
def test_a_term_within_its_bounds_is_taken(days):
    assert fill(TERM_SLOT, term={**TERM, "days": days}).term.days == days


@pytest.mark.parametrize(
    ("of", "given", "code", "said"),
    [
        (TERM_SLOT, {}, "fill_form", "exactly one of term, entries"),
        (TERM_SLOT, {"term": TERM, "entries": entries("a")}, "fill_form", "exactly one of term, entries"),
        (
            TERM_SLOT,
            {"entries": entries("a")},
            "fill_type",
            "test.value is given under term: a value for tests",
        ),
        (LIST_SLOT, {"term": TERM}, "fill_type", "test.value is given under entries"),
        (
            TERM_SLOT,
            {"term": {**TERM, "days": 2}},
            "fill_range",
            "test.value: 2; at least 3 and at most 10 is",
        ),
        (
            TERM_SLOT,
            {"term": {**TERM, "days": 11}},
            "fill_range",
            "test.value: 11; at least 3 and at most 10",
        ),
        (LIST_SLOT, {"entries": entries("a")}, "fill_range", "test.value: 1; at least 2 and at most 3"),
        (LIST_SLOT, {"entries": entries(*"abcd")}, "fill_range", "test.value: 4; at least 2 and at most 3"),
        (LIST_SLOT, {"entries": entries("a", "a")}, "fill_entries", "each entry once, among: —; given: a, a"),
        (AMONG, {"entries": entries("maybe")}, "fill_entries", "among: yes, no; given: maybe"),
        (AMONG, {"entries": entries("yes", "yes")}, "fill_entries", "given: yes, yes"),
        (
            slot(id="test.other"),
            {"slot": "certificate.forming_trem", "term": TERM},
            "unknown_slot",
            "no value «certificate.forming_trem»; did you mean «certificate.forming_term»",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "_" in value and " " not in value else "",
)
def test_a_wrong_filling_says_what_is_needed(of, given, code, said):
    with pytest.raises(ValidationError) as caught:
        fill(of, **given)
    found, ru, en = flaw_of(caught)
    assert found == code
    assert said in en
    assert ru != en


def test_a_slot_without_an_upper_bound_names_the_lower_one_only():
    with pytest.raises(ValidationError, match=r"test\.value: 2; at least 3 is needed"):
        fill(slot(at_most=None), term={**TERM, "days": 2})


@pytest.mark.parametrize(
    "given", [{"entries": []}, {"term": {**TERM, "days": 0}}, {"term": {**TERM, "days": 3661}}]
)
def test_an_empty_list_and_a_term_of_no_days_are_refused_by_themselves(given):
    with pytest.raises(ValidationError):
        fill(AMONG if "entries" in given else TERM_SLOT, **given)


@given(st.integers(min_value=1, max_value=3660))
def test_a_term_is_taken_exactly_where_its_bounds_allow_it(days):
    if 3 <= days <= 10:
        assert fill(TERM_SLOT, term={**TERM, "days": days}).term.days == days
    else:
        with pytest.raises(ValidationError, match=f"test.value: {days};"):
            fill(TERM_SLOT, term={**TERM, "days": days})


@pytest.mark.parametrize("name", ["No-Places", "нет-мест", "", "a b", "a_b", "-a", 1])
def test_an_entry_is_named_in_small_latin_letters_and_hyphens(name):
    with pytest.raises(ValidationError):
        Ground(id=name, title=NAMED)


# ─── Acts ────────────────────────────────────────────────────────────────────────────────────────────────

FORMING = {"slot": "certificate.forming_term", "cite": CITE, "term": TERM}


def test_an_act_sets_values_and_is_cited_as_a_whole():
    act = adopted(FORMING)
    assert act.cite.id == "invented-1/act"
    assert act.fills[0].term.days == 5
    assert not act.invented


@pytest.mark.parametrize(
    ("fills", "changed", "code", "said"),
    [
        ((FORMING,), {"adopts": ["subsidy"]}, "fill_act", "is set by the act «certificate-forming»"),
        ((FORMING, FORMING), {}, "adopted_doubled", "fills: named more than once: certificate.forming_term"),
        ((), {"adopts": ["subsidy", "subsidy"]}, "adopted_doubled", "adopts: named more than once: subsidy"),
        (
            ({**FORMING, "cite": Citation("kemerovo-2993", "p1", NAMED)},),
            {},
            "fill_cite",
            "is set by the act «invented-1», but its address is in «kemerovo-2993»; give a cite such as ",
        ),
        ((), {"until": "2023-09-24"}, "since_after_until", "swap the days"),
    ],
    ids=[
        "another act's value",
        "one value twice",
        "one act twice",
        "an address elsewhere",
        "since after until",
    ],
)
def test_a_wrong_act_says_what_is_needed(fills, changed, code, said):
    with pytest.raises(ValidationError) as caught:
        adopted(*fills, **changed)
    found, ru, en = flaw_of(caught)
    assert found == code
    assert said in en
    assert ru != en


@pytest.mark.parametrize("adopts", [[], ["unknown"], "subsidy", None])
def test_an_act_is_one_of_those_promised(adopts):
    with pytest.raises(ValidationError):
        adopted(adopts=adopts)


@pytest.mark.parametrize(
    ("day", "in_force"),
    [("2023-09-24", False), ("2023-09-25", True), ("2024-12-31", True), ("2025-01-01", False)],
)
def test_an_act_holds_from_its_first_day_to_its_last_both_within(day, in_force):
    assert adopted(until="2024-12-31").in_force(date.fromisoformat(day)) is in_force
    assert adopted().in_force(date.fromisoformat(day)) is (day >= "2023-09-25")


def test_an_act_of_one_day_holds_on_that_day():
    assert adopted(until="2023-09-25").in_force(date(2023, 9, 25))


def test_without_the_federal_layer_a_filling_is_checked_by_its_form_only():
    alone = Fill.model_validate({"slot": "anything", "term": TERM, "cite": CITE})
    assert alone.slot == "anything"
    act = Adopted(act=Act.model_validate(ACT), adopts=(LocalAct.SUBSIDY,), since="2023-09-25", fills=(alone,))
    assert act.fills == (alone,)


@pytest.mark.parametrize("name", FEDERAL)
def test_a_shipped_slot_has_no_default_and_names_who_fills_it_by_which_act(name):
    handed_down = FEDERAL[name]
    assert "default" not in Slot.model_fields
    assert handed_down.competent.ru
    assert handed_down.adopted_by in LocalAct
    assert (handed_down.type == "term") == (handed_down.unit == "days")
    assert handed_down.cite.act in ("189-fz", "minfin-243n")


# ─── Sums, numbers, yes and no; terms of any kind; values of the municipality's own ──────────────────────

AMOUNT_SLOT = slot(type="amount", unit="roubles", at_least=100, at_most=5000)
NUMBER_SLOT = slot(type="number", unit="units", at_least=1, at_most=30)
YES_NO_SLOT = slot(type="yes_no", unit="yes_no", at_least=0, at_most=None)


@pytest.mark.parametrize(
    ("of", "given", "key", "value"),
    [
        (AMOUNT_SLOT, {"amount": "1200.50"}, "amount", Decimal("1200.50")),
        (AMOUNT_SLOT, {"amount": 100}, "amount", Decimal(100)),
        (NUMBER_SLOT, {"number": "12,5"}, "number", Decimal("12.5")),
        (NUMBER_SLOT, {"number": 12.5}, "number", Decimal("12.5")),
        (NUMBER_SLOT, {"number": 30}, "number", Decimal(30)),
        (YES_NO_SLOT, {"yes_no": False}, "yes_no", False),
    ],
)
def test_a_slot_takes_a_sum_a_number_and_a_yes_or_no(of, given, key, value):
    found = fill(of, **given)
    assert (found.type, getattr(found, key)) == (of.type, value)
    assert type(getattr(found, key)) is type(value)


@pytest.mark.parametrize(
    ("of", "given", "said"),
    [
        (AMOUNT_SLOT, {"amount": "99.99"}, r"test\.value: 99\.99; at least 100 and at most 5000 is needed"),
        (AMOUNT_SLOT, {"amount": 5001}, r"test\.value: 5001; at least 100"),
        (AMOUNT_SLOT, {"amount": "1200.505"}, "an exact number"),
        (AMOUNT_SLOT, {"number": 1200}, "given under amount"),
        (NUMBER_SLOT, {"number": "0,5"}, r"test\.value: 0\.5; at least 1"),
        (NUMBER_SLOT, {"number": "много"}, "a number"),
        (NUMBER_SLOT, {"amount": 2}, "given under number"),
        (YES_NO_SLOT, {"yes_no": "да"}, "yes_no"),
        (YES_NO_SLOT, {"number": 1}, "given under yes_no"),
        (TERM_SLOT, {"amount": 1, "number": 1}, "exactly one of term, entries"),
    ],
)
def test_a_wrong_sum_number_or_answer_says_what_is_needed(of, given, said):
    with pytest.raises(ValidationError, match=said):
        fill(of, **given)


ANY_TERM = [
    {"kind": "before", "day": "2024-08-31"},
    {"kind": "yearly", "end": "not_later", "day": "03-01"},
    {"kind": "in_year", "end": "before", "day": "08-31"},
    {"kind": "same_day"},
    {"kind": "quarter", "year": 2024, "quarter": 1},
    {"kind": "ahead", "days": 5, "unit": "working_days", "event": {"kind": "limits"}},
    {"kind": "regular", "times": 2, "per": "year"},
    {"kind": "as_needed"},
]


@pytest.mark.parametrize("term", ANY_TERM, ids=lambda term: term["kind"])
def test_a_slot_of_a_term_takes_a_term_of_any_kind(term):
    assert fill(TERM_SLOT, term=term).term.kind == term["kind"]


def test_a_term_of_months_is_within_bounds_of_days_where_every_month_is():
    assert fill(slot(at_most=31), term={"kind": "after_months", "months": 1}).term.months == 1
    for at_most in (30, 28):
        with pytest.raises(ValidationError, match=r"test\.value: 31; at least 3"):
            fill(slot(at_most=at_most), term={"kind": "after_months", "months": 1})


OWN = {"id": "meal-price", "what": {"ru": "стоимость обеда", "en": "price of a meal"}, "cite": CITE}


def test_a_municipality_adds_values_of_its_own():
    own = {"id": "meal-price", "what": {"ru": "стоимость обеда", "en": "price of a meal"}, "cite": "p3"}
    profile = load_profile(
        {**shipped_data()["municipalities"]["kemerovo"], "values": [{**own, "amount": "120.50"}]}
    )
    (found,) = profile.latest.values
    assert (found.amount, found.cite.address, found.what.ru) == (Decimal("120.50"), "p3", "стоимость обеда")
    twice = {
        **shipped_data()["municipalities"]["kemerovo"],
        "values": [{**own, "amount": 1}, {**own, "number": 2}],
    }
    with pytest.raises(ProfileError, match="listed twice"):
        load_profile(twice)


@pytest.mark.parametrize(
    "wrong", [{}, {"amount": 1, "yes_no": True}, {"amount": -1}, {"id": "Цена", "amount": 1}]
)
def test_a_value_of_ones_own_is_one_value_and_has_a_latin_name(wrong):
    with pytest.raises(ValidationError):
        OwnValue.model_validate({**OWN, **wrong})
