"""Law: a case of the core is read back at every line as it stood there, also where records were taken back."""

from hypothesis import given
from hypothesis import strategies as st

from law189.audit.parts.versions import CaseVersions
from law189.casebook.keys import By, Key
from law189.cases.history import UNTOLD, Event, History, Record
from law189.verdict import Outcome, Verdict

CASE = "order", "2024"
STEPS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 3), st.booleans(), st.sampled_from(("drafted", "approved")))
)
"""How many records are taken back, how many come, whether the number changes, and the state."""


def record(place):
    event = Event(on="2024-01-09", by=f"office {place}")
    return Record(event, "drafted", Verdict("order.drafted", Outcome.HOLDS, UNTOLD, {}))


@given(STEPS)
def test_each_version_is_what_it_was(steps):
    versions, records, keys, made, told = CaseVersions(*CASE), (), (Key(By.ORDER, "1"),), 0, []
    for day, (back, more, renamed, state) in enumerate(steps, 1):
        coming = tuple(record(made + one) for one in range(more))
        records, made = (*records[: max(0, len(records) - back)], *coming), made + more
        keys = (Key(By.ORDER, str(day)),) if renamed else keys
        annulled = frozenset(range(min(back, len(records))))
        history = History(*CASE, state, records, annulled)
        versions.add((0, 10 * day, day), history, keys)
        told.append((day, history, keys))
    assert versions.before((0, 10, 0)) is None
    for day, history, keys in told:
        for at in ((0, 10 * day, day + 1), (0, 10 * day + 1, 0), (0, 10 * (day + 1), day + 1)):
            version = versions.before(at)
            assert versions.history(version) == history
            assert all(
                one is same
                for one, same in zip(versions.history(version).records, history.records, strict=True)
            )
            assert (versions.since(version), versions.keys(version)) == ((0, 10 * day, day), keys)
    seen = [
        (one.state, len(one.records), one.records[-1].event if one.records else None) for _, one, _ in told
    ]
    assert [(state, count, last) for _, _, _, state, count, _, last in versions.seen()] == seen
