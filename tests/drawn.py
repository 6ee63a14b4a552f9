"""Histories drawn of right steps, day by day, for laws about one case."""

from datetime import timedelta

from hypothesis import strategies as st

from law189.cases.history import Decision
from law189.cases.moment import Moment
from law189.testing import RIGHT, begins
from law189.verdict import Outcome


def moment(history, profile, on):
    """What a right step is drawn from."""
    return Moment(on, history, profile)


def decided(event):
    """What an office says where the law is silent."""
    return Decision(by="head", on=event.on, reason="до принятия акта")


def right(lifecycle, history, profile, on, kind, data):
    """The right step of that kind; None where the history has not what it rests on."""
    try:
        return RIGHT[lifecycle.name][kind](moment(history, profile, on), data.draw)
    except LookupError:
        return None


def open_kinds(lifecycle, history):
    """The kinds of the steps that lead from the present state."""
    return [clause.kind for clause in lifecycle.clauses if history.state in clause.source]


def drawn(lifecycle, profile, data, *, steps=6):
    """The history after each of its steps, the empty one first."""
    history = lifecycle.begin("1")
    day = begins(profile)[0]
    found = [history]
    for _ in range(data.draw(st.integers(0, steps))):
        kinds = open_kinds(lifecycle, history)
        if not kinds:
            break
        day = max(day, history.last_day or day) + timedelta(data.draw(st.integers(0, 2)))
        event = right(lifecycle, history, profile, day, data.draw(st.sampled_from(kinds)), data)
        if event is None or lifecycle.judge(history, event, profile).outcome is Outcome.VOID:
            break
        history = lifecycle.advance(history, event, profile, decision=decided(event))
        found.append(history)
    return found
