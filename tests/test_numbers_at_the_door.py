"""A number that nothing is counted by is refused at every door, by the name of its argument and by nothing else."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from test_kinds import ARGUMENTS, drained, made

from law189 import load_profile
from law189.audit.bulk import audit
from law189.audit.indicators import indicators_on
from law189.audit.parts import audit_parts
from law189.casebook.line import LINE
from law189.kinds import NoSuchNumber
from law189.kinds.kind import Listed, Mapped, OneOf, Row
from law189.kinds.plain import Kind, Number
from law189.law import WrongValue
from law189.measures import EXACT, total

KEMEROVO = load_profile("kemerovo")
NONE_OF_DECIMALS = [
    Decimal(said) for said in ("NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E-999999")
]
NONE_OF_FLOATS = [float(said) for said in ("nan", "inf", "-inf")]
NONE_OF_WHOLES = [2**63, 2**64, -(2**63), 10**5000]
OFFER = {
    "lifecycle": "contract",
    "kind": "offered",
    "on": "2024-02-01",
    "by": "provider",
    "number": "5",
    "provider": "4205000009",
    "service": "804200О.99.0.ББ52АЖ48000",
    "volume": {"amount": 72, "unit": "person-hours"},
    "ends_on": "2024-05-31",
}
LINES = [LINE.validate_python({**OFFER, "history": history}) for history in ("k1", "k2")]


def endless(kind: Kind) -> Iterator[Any]:
    """Values of the kind that are right but for one number in them."""
    match kind:
        case Number():
            yield from NONE_OF_DECIMALS if Decimal in kind.classes else ()
            yield from NONE_OF_FLOATS if float in kind.classes else ()
            yield from NONE_OF_WHOLES if int in kind.classes else ()
        case OneOf():
            for one in kind.kinds:
                yield from endless(one)
        case Listed():
            yield from ([one] for one in endless(kind.each))
        case Row():
            for place, each in enumerate(kind.kinds):
                for wrong in endless(each):
                    yield tuple(wrong if at == place else made(one) for at, one in enumerate(kind.kinds))
        case Mapped():
            yield from ({made(kind.key): one} for one in endless(kind.value))


NUMBERED = [one for one in ARGUMENTS if next(endless(one[4]), None) is not None]


@pytest.mark.parametrize(
    ("call", "key", "right", "kind"),
    [one[1:] for one in NUMBERED],
    ids=[f"{one[0]}-{one[2]}" for one in NUMBERED],
)
def test_a_number_that_nothing_is_counted_by_is_refused_by_the_name_of_its_argument(call, key, right, kind):
    for value in endless(kind):
        with pytest.raises(NoSuchNumber, match=f"^{key}") as refused:
            drained(call(**right | {key: value}))
        assert isinstance(refused.value, WrongValue)
        assert refused.value.told("ru").startswith(key)


def test_the_walk_goes_through_many_numbers():
    walked = {f"{name}-{key}" for name, _, key, _, _ in NUMBERED}
    assert {
        "measures.total-amounts",
        "audit.indicators.indicators_on-reported",
        "rules.certificates.leaving.spent-left",
    } <= walked
    assert len(walked) > 130


def test_an_indicator_of_no_number_is_refused_in_plain_words():
    with pytest.raises(NoSuchNumber) as refused:
        indicators_on(KEMEROVO, {"app5.4.5": Decimal("NaN")}, date(2025, 1, 1))
    assert str(refused.value) == (
        "reported['app5.4.5']: a number of at most 18 digits before the point and 48 after is needed, "
        "not NaN (Decimal); see where the number comes from"
    )
    assert "нужно: число, в котором до 18 цифр перед точкой и до 48 после, а дано: NaN" in refused.value.told(
        "ru"
    )


@settings(max_examples=size(60, 2000))
@given(
    st.lists(
        st.decimals(allow_nan=False, allow_infinity=False).filter(
            lambda one: Number(Decimal).wrong(one) is None
        ),
        max_size=4,
    )
)
def test_what_passes_the_door_is_reckoned_exactly(amounts):
    """Sums and products of two: none breaks for want of digits."""
    assert Fraction(total(amounts)) == sum(map(Fraction, amounts))
    for one in amounts:
        assert Fraction(EXACT.multiply(one, amounts[0])) == Fraction(one) * Fraction(amounts[0])


@pytest.mark.parametrize("asked", [audit, audit_parts])
@pytest.mark.parametrize("numbers", [(-1, 2), (1, -2), (2**63, 1), (2**64, 1), (1, 10**30)])
def test_a_line_has_a_number_from_0_on(asked, numbers):
    for lines in (list(zip(numbers, LINES, strict=True)), zip(numbers, LINES, strict=True)):
        with pytest.raises(
            NoSuchNumber, match=r"^lines\[\d\]\[0\]: a whole number from 0 and below 2\^63 is needed"
        ):
            list(asked(lines, KEMEROVO))


@pytest.mark.parametrize("asked", [audit, audit_parts])
@pytest.mark.parametrize("numbers", [(0, 1), (2, 1), (2**31, 2**31 + 1), (2**63 - 2, 2**63 - 1)])
def test_every_other_number_of_a_line_is_told_back(asked, numbers):
    (found,) = asked(list(zip(numbers, LINES, strict=True)), KEMEROVO)
    assert found.line == max(numbers)


def test_one_row_of_no_number_leaves_the_other_books_as_they_are():
    arrow = pytest.importorskip("pyarrow")
    from law189.audit.batches import audit_batches

    first, second = (json.dumps({**OFFER, "history": history}) for history in ("k1", "k2"))
    batch = arrow.record_batch(
        {"book": ["a", "a", "b", "b"], "number": [-7, 2, 1, 2], "line": [first, second, first, second]}
    )
    found = [row for rows in audit_batches([batch], KEMEROVO) for row in rows.to_pylist()]
    assert [(row["book"], row["line"], row["outcome"]) for row in found] == [
        ("a", -7, "unread"),
        ("b", 2, "void"),
    ]
    assert found[0]["text_en"].startswith("row 1 of batch 1: lines are numbered from 0")
