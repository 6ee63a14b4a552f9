"""Что достигнуто (reached): to which states of a lifecycle right events lead under a profile, and what stops them.

>>> from law189.profile.loader import load_profile
>>> from law189.testing.steps import RIGHT
>>> from law189.workflows import certificate
>>> unreached(certificate.lifecycle, load_profile("kemerovo"), RIGHT["certificate"], ["formed", "used"])
{}
"""

import warnings
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import DrawFn

from law189.cases.history import Decision
from law189.cases.lifecycle import Lifecycle
from law189.cases.moment import Moment
from law189.profile.profile import Profile
from law189.testing.cases import Right, begins, right_step
from law189.testing.walk import GAPS, Way, path, ways
from law189.verdict import Outcome, Verdict

__all__ = ["NotReached", "Walked", "tell_unreached", "unreached", "walk"]

TRIED = settings(
    max_examples=60,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


class NotReached(UserWarning):
    """Состояние не достигнуто: the laws were not tried in a state, since no right event leads to it."""


class Walked(NamedTuple):
    """Сделанный путь: the last step that was tried on it, what was said of it, and whether it is that walked to.

    The verdict is None where the step had no facts to rest on.
    """

    kind: str
    verdict: Verdict | None
    arrived: bool

    @property
    def told(self) -> str:
        """What stands against the step, in one sentence."""
        if self.verdict is None:
            return f"{self.kind} has nothing to rest on"
        why = "; ".join(one.text.en for one in self.verdict.reasons(self.verdict.outcome))
        return f"{self.kind} is {self.verdict.outcome}: {why}"


@st.composite
def walk(
    draw: DrawFn, lifecycle: Lifecycle[Any], profile: Profile, right: Mapping[str, Right], last: Way
) -> Walked:
    """Right events that lead to the step, an office deciding what is UNKNOWN, until one is void."""
    later = timedelta(draw(st.sampled_from((0, 60))))  # what holds from a later day may hold by then
    day, history = draw(st.sampled_from(begins(profile))) + later, lifecycle.begin("1")
    steps = list(path(draw, lifecycle, last))
    for number, way in enumerate(steps, start=1):
        on = (history.last_day or day) + timedelta(draw(GAPS))
        try:
            event = draw(right_step(Moment(on, history, profile), right[way.kind]))
        except LookupError:
            return Walked(way.kind, None, False)
        verdict = lifecycle.judge(history, event, profile)
        if number == len(steps) or verdict.outcome is Outcome.VOID:
            arrived = number == len(steps) and verdict.outcome is not Outcome.VOID
            return Walked(way.kind, verdict, arrived)
        decision = Decision(by="head", on=event.on, reason="до принятия акта")
        history = lifecycle.advance(history, event, profile, decision=decision)
    raise AssertionError("a path ends with its last step")


def unreached(
    lifecycle: Lifecycle[Any], profile: Profile, right: Mapping[str, Right], states: Collection[str]
) -> dict[str, str]:
    """Those of the states to which none of many walks leads, each with what most often stops a walk to it."""
    found = {state: _stopped(lifecycle, profile, right, state) for state in states}
    return {state: told for state, told in found.items() if told is not None}


def tell_unreached(
    lifecycle: Lifecycle[Any],
    profile: Profile,
    right: Mapping[str, Right],
    seen: Mapping[tuple[str, ...], int],
) -> None:
    """Warn with `NotReached` of the states that were not seen and to which no walk leads, and of what stops it."""
    unseen = [str(state) for state in lifecycle.states if not seen.get((lifecycle.name, str(state)))]
    stopped = unreached(lifecycle, profile, right, unseen)
    if stopped:
        by_reason: dict[str, list[str]] = {}
        for state, why in stopped.items():
            by_reason.setdefault(why, []).append(state)
        told = "; ".join(f"{', '.join(states)} ({why})" for why, states in by_reason.items())
        message = f"{lifecycle.name} by {profile.name}: no right step leads to: {told}"
        warnings.warn(message, NotReached, stacklevel=3)


def _stopped(
    lifecycle: Lifecycle[Any], profile: Profile, right: Mapping[str, Right], state: str
) -> str | None:
    """What most often stops a walk to the state; None where one arrives."""
    leading = [way for way in ways(lifecycle) if way.target == state]
    stops = Counter[str]()

    def arrived(walked: Walked) -> bool:
        if not walked.arrived:
            stops[walked.told] += 1
        return walked.arrived

    if state == lifecycle.initial or not leading:
        return None
    try:
        find(
            st.sampled_from(leading).flatmap(lambda way: walk(lifecycle, profile, right, way)),
            arrived,
            settings=TRIED,
        )
    except NoSuchExample:
        return stops.most_common(1)[0][0]
    return None
