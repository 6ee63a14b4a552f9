"""What a file calls a record that is annulled, and because of which line it is not."""

import pytest
from books import PROFILE, agreed, certified, contracted, included, line, ordered

from law189.audit.bulk import audit
from law189.audit.finding import Finding
from law189.audit.lines.filed import Filed

YEAR = [*ordered(), *included(), *agreed(), *certified(), *contracted()]


def undone(record, history="k1", cycle="contract", by="representative", on="2024-02-07"):
    return line(history, cycle, "record_annulled", on, by, record=record, reason="ошибка")


def audited(lines):
    found = [*audit(list(enumerate(lines, start=1)), PROFILE)]
    assert all(isinstance(one, Finding) for one in found)
    return found


def test_a_lawful_annulment_that_a_void_step_of_another_stops_follows_from_that_step():
    """The second contract took the busy certificate without force; without it nothing would rest on the first."""
    second = [*contracted("k2", number="Д-2", on="2024-02-06")]
    found = audited([*YEAR, *second, undone(2)])
    void, at = len(YEAR) + 2, len(YEAR) + 3
    [refused] = [one for one in found if one.line == at]
    assert (refused.rule, refused.cause, refused.cure) == ("lifecycle.left_standing", void, None)
    assert refused.facts["line"] == len(YEAR)
    assert refused.facts["resting_lines"] == (void,)
    assert f"из строки {len(YEAR)}: строки № {void} " in refused.text.ru
    assert {one.line for one in found if one.cause is None} == {void}


def test_the_same_annulment_is_a_first_cause_where_what_rests_on_it_has_force():
    end = line(
        "k1", "contract", "terminated", "2024-02-06", "provider",
        because="переезд", rendered={"amount": 10, "unit": "person-hours"},
    )  # fmt: skip
    [refused] = [one for one in audited([*YEAR, end, undone(2)]) if one.rule == "lifecycle.left_standing"]
    assert refused.cause is None


@pytest.mark.parametrize("again", [False, True])
def test_figures_name_records_by_the_lines_of_the_case_whatever_was_refused(again):
    """A signature that came twice left no record; the advance after it is the fifth line of the agreement."""
    twice = line(
        "agreement", "agreement", "signed_by_provider", "2024-01-09", "provider", signature="qualified"
    )
    paid = line("agreement", "agreement", "advance_paid", "2024-01-10", "education", roubles="10.00")
    filed = Filed(PROFILE)
    for number, one in enumerate([*YEAR, twice, paid, *([twice] if again else [])], start=1):
        filed.take(number, one)
    [case] = [one for one in filed.of_lines() if one.id == "agreement"]
    assert [one.kind for one in case.standing] == [
        "drafted",
        "signed_by_provider",
        "concluded",
        "advance_paid",
    ]
    assert case.records[4].kind == "advance_paid"
    assert (case.version, case.annulled, case.state) == (5, {3}, "concluded")


def test_a_step_taken_back_on_its_day_leaves_what_is_told_of_the_case_on_its_line():
    """The entry of the provider is annulled; the agreement that rests on it stands by its conclusion."""
    gone = line(
        "entry", "selection", "excluded", "2024-03-04", "education", ground="own-request", because="заявление"
    )
    end = line(
        "agreement",
        "agreement",
        "terminated",
        "2024-03-04",
        "education",
        ground="g",
        because="соглашение расторгнуто",
    )
    back = undone(4, "agreement", "agreement", "education", "2024-03-04")
    before, after = (
        [*ordered(), *included(), *agreed(), gone],
        [*ordered(), *included(), *agreed(), gone, end, back],
    )
    told = [
        [(one.line, one.kind, one.on) for one in audited(lines) if one.rule == "reconciliation.rests_on"]
        for lines in (before, after)
    ]
    assert told[0]
    assert told[0] == told[1]
