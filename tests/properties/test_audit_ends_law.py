"""The law of the end of an audit: whatever stands in a file of steps, it is told, and the audit goes on to the end.

A right year, and the same with any one of its lines changed, doubled, left out, put elsewhere or annulled, by
whoever it is: there are findings and the cases stand, and never an error.
"""

from datetime import timedelta

import pytest
from book_worlds import worlds
from books import PROFILE, agreed, certified, contracted, fulfilled, included, ordered
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from scenes import act_of, reported

from law189.audit.bulk import Audit, in_time
from law189.casebook.cycles import CYCLES
from law189.casebook.line import LINE, Line
from law189.cases.history import RecordAnnulled
from law189.cases.moment import Moment
from law189.errors import FaultyInput
from law189.testing.case_laws import is_fold_of_what_stands
from law189.testing.spoils import spoilt
from law189.verdict import Outcome

YEAR = (
    *ordered(),
    *included(),
    *agreed(),
    *certified(),
    *contracted(),
    act_of(2, 72),
    *fulfilled(),
    reported(472, 72),
)
WHO = ("education", "provider", "consumer", "representative", "chair", "nobody")


def audited(lines):
    """The findings, and the audit after the last line; each case is the fold of what stands in it."""
    asked, found = Audit(PROFILE), []
    for number, line in in_time([*enumerate(lines, start=1)]):
        try:
            found += asked.take(number, line)
        except FaultyInput:
            continue
    found += asked.standing(max(line.event.on for line in lines))
    for case in asked.shelf.cases():
        is_fold_of_what_stands(CYCLES[case.lifecycle], case)
        for day in {record.event.on for record in case.records}:
            then = CYCLES[case.lifecycle].known_on(case, day)
            is_fold_of_what_stands(CYCLES[case.lifecycle], then)
            assert set(map(id, then.records)) <= set(map(id, case.records))
    return found, asked


def annulment(line, record, by, later=0):
    event = RecordAnnulled(on=line.event.on + timedelta(later), by=by, record=record, reason="ошибка")
    return Line(history=line.history, lifecycle=line.lifecycle, event=event)


def record_of(lines, at):
    """Which record of its case the line makes, in a year in which every line makes one."""
    return sum(one.history == lines[at].history for one in lines[: at + 1])


def put(lines, at, *others, instead=0):
    return [*lines[:at], *others, *lines[at + instead :]]


def redated(line, days):
    """The line, said to be of so many days later."""
    event = line.event.model_copy(update={"on": line.event.on + timedelta(days)})
    return line.model_copy(update={"event": event})


def test_the_year_is_right():
    assert [(one.line, one.text.ru) for one in audited(YEAR)[0]] == []


@pytest.mark.parametrize("at", range(len(YEAR)))
def test_an_audit_of_a_year_with_one_line_left_out_doubled_redated_or_put_elsewhere_goes_on_to_its_end(at):
    audited(put(YEAR, at, instead=1) or YEAR)
    audited(put(YEAR, at, YEAR[at]))
    for days in (-3653, -366, -31, -1, 1, 31, 366, 3653):
        audited(put(YEAR, at, redated(YEAR[at], days), instead=1))
    without = put(YEAR, at, instead=1)
    for other in range(at % 4, len(without) + 1, size(4, 1)):
        audited(put(without, other, YEAR[at]))


@pytest.mark.parametrize("at", range(len(YEAR)))
def test_an_audit_of_a_year_with_one_line_annulled_goes_on_to_its_end(at):
    line, record = YEAR[at], record_of(YEAR, at)
    for by in dict.fromkeys((line.event.by, "consumer", *WHO[: size(1, len(WHO))])):
        for number in {record, size(record, record + 1), 1}:
            undo = annulment(line, number, by)
            audited(put(YEAR, at + 1, undo))
            audited(put(YEAR, at + 1, undo, annulment(line, record + 1, by)))
            audited(put(YEAR, at + 1, undo, line))
            audited([*YEAR, annulment(line, number, by, 400)])


@pytest.mark.parametrize("at", range(len(YEAR)))
def test_an_annulment_without_force_is_a_finding_and_the_record_stands(at):
    """The rest of the file is judged as though nobody had tried."""
    line, record = YEAR[at], record_of(YEAR, at)
    for by in WHO:
        undo = annulment(line, record, by)
        found, asked = audited(put(YEAR, at + 1, undo))
        if any(one.line == at + 2 and one.outcome is Outcome.VOID for one in found):
            case = asked.shelf.case(line.history)
            assert case.records[max(case.annulled)].without_force
            assert len(case.annulled) == 1
            assert {one.line for one in found} == {at + 2}, "nothing else is wrong in the year"


@settings(max_examples=size(40, 600))
@given(lines=worlds(), data=st.data())
def test_an_audit_of_a_drawn_year_with_one_line_spoilt_goes_on_to_its_end(lines, data):
    lines = [LINE.validate_python(line) for line in lines]
    at = data.draw(st.integers(0, len(lines) - 1))
    line = lines[at]
    how = data.draw(st.sampled_from(("spoilt", "out", "twice", "annulled", "elsewhere")))
    if how == "spoilt":
        case = Moment(line.event.on, CYCLES[line.lifecycle].begin("1"), PROFILE)
        lines[at] = line.model_copy(update={"event": data.draw(spoilt(line.event, case))})
    elif how == "out":
        del lines[at]
    elif how == "twice":
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    elif how == "annulled":
        record = data.draw(st.integers(1, record_of(lines, at) + 1))
        by = data.draw(st.sampled_from((line.event.by, *WHO)))
        lines.insert(at + 1, annulment(line, record, by, data.draw(st.sampled_from((-1, 0, 1, 30)))))
    else:
        lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(at))
    if lines:
        audited(lines)


@pytest.mark.parametrize("at", range(len(YEAR)))
def test_whatever_is_left_out_of_a_year_what_follows_names_a_line_against_which_something_is_found(at):
    """Else nothing of a file of findings would be a first cause, and nobody would know what to mend."""
    for lines in (
        put(YEAR, at, instead=1),
        [*YEAR, annulment(YEAR[at], record_of(YEAR, at), YEAR[at].event.by, 400)],
    ):
        found, _ = audited(lines)
        told = {one.line for one in found if one.cause is None}
        assert all(one.cause is None or one.cause in {other.line for other in found} for one in found)
        assert bool(told) == bool(found)
