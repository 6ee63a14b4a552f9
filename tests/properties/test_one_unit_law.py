"""The law of one unit: a paper in another unit is its own fault, and takes nothing of what is in this one."""

from books import FULL_TIME, PROFILE, agreed, certified, contracted, fulfilled, included, ordered
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.stepwise import Audit
from law189.casebook.postings import postings
from law189.measures import Unit, Volume
from law189.workflows.certificate import holding_of

NOMINAL = 144
OTHERS = [one for one in Unit if one is not Unit.PERSON_HOURS]
law = settings(max_examples=size(60, 1000), deadline=None, derandomize=True, database=None)


def written(step, place, other):
    """The step of the first contract; what `place` names is in another unit."""
    named = [name for name in ("volume", "rendered") if name in place and hasattr(step.event, name)]
    event = step.event.model_copy(update=dict.fromkeys(named, other))
    return step.model_copy(update={"event": event})


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
