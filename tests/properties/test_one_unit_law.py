"""The law of one unit: a paper in another unit is its own fault, and takes nothing of what is in this one."""

import pytest
from books import (
    FULL_TIME,
    IN_NAVIGATOR,
    PROFILE,
    agreed,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
    volume,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.stepwise import Audit
from law189.casebook.postings import postings
from law189.measures import Unit, Volume
from law189.workflows.certificate import holding_of

NOMINAL = 144
OTHERS = [one for one in Unit if one is not Unit.PERSON_HOURS]
law = settings(max_examples=size(60, 1000))
few = settings(law, max_examples=size(8, 300))


def written(step, place, other):
    """The step of the first contract; what `place` names is in another unit."""
    named = [name for name in ("volume", "rendered") if name in place and hasattr(step.event, name)]
    event = step.event.model_copy(update=dict.fromkeys(named, other))
    return step.model_copy(update={"event": event})


def contract_amended(new, rendered):
    """An amendment of the first contract, on an extract of the certificate of the book."""
    return line(
        "k1",
        "contract",
        "amended",
        "2024-03-01",
        "representative",
        document=IN_NAVIGATOR,
        agreed_by="provider",
        volume=new,
        rendered=rendered,
        ends_on="2024-05-31",
        refers_to={"certificate": "К-1"},
    )


def certificate_amended(nominal):
    """An amendment of the certificate between its two contracts."""
    return line(
        "c1",
        "certificate",
        "amended",
        "2024-03-31",
        "education",
        document=IN_NAVIGATOR,
        nominal=nominal,
        valid_until="2024-12-31",
        reason="решение",
        refers_to={"order": "2024/1"},
    )


AMENDED = [
    ("k1", lambda other: contract_amended(other, volume(1))),
    ("k1", lambda other: contract_amended(volume(44), other)),
    ("c1", certificate_amended),
]


def told_of(lines):
    """The findings of the lines, and the audit."""
    audit = Audit(PROFILE)
    found = [one for number, step in enumerate(lines, start=1) for one in audit.take(number, step)]
    return found, audit


@pytest.mark.parametrize(("history", "amended"), AMENDED)
@given(st.integers(1, 20_000), st.sampled_from(OTHERS))
@few
def test_an_amendment_in_another_unit_changes_no_later_paper(history, amended, amount, unit):
    paper = amended(Volume(amount=amount, unit=unit))
    first = contracted(amount=44)
    done = fulfilled(rendered=44, on="2024-03-31")
    begun = [*ordered(shares=((FULL_TIME, 600),)), *included(), *agreed(), *certified(nominal=NOMINAL)]
    between = [paper, *done] if history == "k1" else [*done, paper]
    second = [*contracted("k2", number="Д-2", amount=100, on="2024-04-01"), *fulfilled("k2", rendered=100)]
    found, audit = told_of([*begun, *first, *between, *second])
    place = len(begun) + 2 + between.index(paper) + 1
    assert {one.line for one in found} == {place}
    assert holding_of(audit.shelf.case("c1")).left == 0


@given(st.integers(1, 20_000), st.sampled_from(OTHERS), st.integers(1, 44))
@few
def test_an_end_in_another_unit_leaves_an_act_in_the_unit_of_the_contract_lawful(amount, unit, acted):
    other = {"amount": str(amount), "unit": unit.value}
    end = line("k1", "contract", "fulfilled", "2024-03-31", "provider", act="А-1", rendered=other)
    rows = [{"service": FULL_TIME, "unit": "person-hours", "amount": str(acted)}]
    act = line(
        "agreement",
        "agreement",
        "act_drawn",
        "2024-04-02",
        "provider",
        number="1",
        since="2024-02-01",
        until="2024-03-31",
        rendered=rows,
    )
    begun = [*ordered(shares=((FULL_TIME, 600),)), *included(), *agreed(), *certified(nominal=NOMINAL)]
    lines = [*begun, *contracted(amount=44), end, act]
    found, _ = told_of(lines)
    assert {one.line for one in found} == {len(lines) - 1}


def told(place, other, volume, rendered, second):
    """The findings by case, and the audit, of a certificate with two contracts, one after the other."""
    first = [*contracted(amount=volume), *fulfilled(rendered=rendered, on="2024-03-31")]
    lines = [
        *ordered(shares=((FULL_TIME, 600),)),
        *included(),
        *agreed(),
        *certified(nominal=NOMINAL),
        *(written(step, place, other) for step in first),
        *contracted("k2", number="Д-2", amount=second, on="2024-04-01"),
        *fulfilled("k2", rendered=second),
    ]
    audit, found = Audit(PROFILE), {}
    for number, one in enumerate(lines, start=1):
        for finding in audit.take(number, one):
            found.setdefault(finding.history, []).append(finding)
    return found, audit


@given(
    st.sampled_from([("volume", "rendered"), ("volume",), ("rendered",)]),
    st.builds(
        lambda amount, unit: Volume(amount=amount, unit=unit), st.integers(1, 20_000), st.sampled_from(OTHERS)
    ),
    st.integers(1, NOMINAL),
    st.data(),
)
@law
def test_a_paper_in_another_unit_takes_nothing_of_a_certificate_and_is_the_only_fault(
    place, other, volume, data
):
    rendered = data.draw(st.integers(1, min(volume, NOMINAL - 1)))
    left = NOMINAL - (rendered if place == ("volume",) else 0)
    second = data.draw(st.integers(1, left))
    found, audit = told(place, other, volume, rendered, second)
    assert found.keys() == {"k1"}
    assert holding_of(audit.shelf.case("c1")).left == left - second
    for history in ("c1", "k1", "k2"):
        moved = postings(audit.shelf.case(history))
        assert all(one.source.unit is one.target.unit for one in moved)
        assert all(one.amount <= NOMINAL for one in moved if one.source.unit is Unit.PERSON_HOURS)
