"""The law of a pair: a step and the annulment of its record leave the book as if the step had not been.

In a drawn town one step is taken and annulled on its day, or is not there at all. Every answer to every later step
is the same, and every figure: the registers, the ledger, what indicators count, what reports and the plan say, what
is due. What stays is that the number is known: a step that names it is told how far that case has come.
"""

from datetime import date

from books import PROFILE, line
from day_figures import figures, filed
from drawn_years import years
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.bulk import audit
from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking.owed import owed_by
from law189.verdict import Outcome

KNOWN_NUMBER = {"reconciliation.case_named"}
"""Tells of a number once given in other words than of one that nobody gave."""
END = date(2025, 2, 1)


def told(lines, without=()):
    """What the audit finds, without the lines of the pair; each line by its place among the others."""
    found, places = [], {}
    for at in range(1, len(lines) + 1):
        places[at] = None if at in without else len(places) - sum(one < at for one in without)
    for one in audit([*enumerate(lines, 1)], PROFILE, on=END):
        if one.line in without:
            continue
        facts = () if one.rule in KNOWN_NUMBER else tuple(sorted(map(repr, one.facts.items())))
        cause = None if one.cause is None else places[one.cause]
        found.append((places[one.line], one.history, one.rule, one.outcome, facts, cause))
    return found


def of_days(lines):
    """Every figure of some days, and what is due, without cases that have nothing to show."""
    replayed, said = filed(lines, PROFILE), []
    for day in (date(2024, 2, 29), date(2024, 7, 1), END):
        cases = [one for one in replayed.histories.values() if one.records]
        owed = owed_by(cases, MemoryShelf().with_cases(cases), PROFILE, day)
        due = {case.id: duties for case, duties in owed if duties}
        said.append((figures([*replayed.of_lines(day)], day, PROFILE), due))
    return said


@settings(max_examples=size(60, 3000), phases=[Phase.generate])
@given(lines=years(), data=st.data())
def test_a_step_and_its_annulment_leave_every_later_answer_as_it_was(lines, data):
    place = data.draw(st.integers(0, len(lines) - 1), label="place")
    taken = lines[place]
    record = sum(one.history == taken.history for one in lines[: place + 1])
    undo = line(
        taken.history, taken.lifecycle, "record_annulled", taken.event.on, taken.event.by, record=record,
        reason="ошибка",
    )  # fmt: skip
    again = data.draw(st.booleans(), label="again")  # the step is taken after all, when it has been annulled
    rest = lines[place:] if again else lines[place + 1 :]
    pair = [*lines[:place], taken, undo, *rest]
    both = {place + 1, place + 2}
    refused = [one for one in audit([*enumerate(pair, 1)], PROFILE, on=END) if one.line == place + 2]
    if any(one.outcome in (Outcome.VOID, Outcome.UNKNOWN) for one in refused):
        return
    without = [*lines[:place], *rest]
    assert told(pair, both) == told(without)
    assert of_days(pair) == of_days(without)
