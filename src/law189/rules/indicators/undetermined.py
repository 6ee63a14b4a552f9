"""Значения, которые подлежат определению (undetermined): a base or a target that nobody has determined yet.

«Будет определено» (TBD) is a state and not a zero. The decree may set a term in which the values are determined.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from law189.calendar import Calendar
from law189.kinds.asked import asked
from law189.law import Citation, Norm, Text
from law189.profile.indicators import FactorAnalysis, Indicator, IndicatorValue
from law189.profile.terms import Before
from law189.readings import D5, D7, Chosen
from law189.rules.cures import certificate
from law189.rules.deadlines import due
from law189.rules.deadlines.bound import Beginning, by_beginning
from law189.rules.indicators import targets
from law189.rules.indicators.targets import shown_value
from law189.verdict import Fact, Outcome, Rule, Verdict

__all__ = ["BeginsOn", "undetermined"]

DETERMINED = Rule(
    "indicators.determined",
    Text(
        "Значения показателя: база — {base:#|не указана}, целевой ориентир — {target:#|не "
        "указан}; определить до: {before}.",
        "Its values: base {base:#|not given}, target {target:#|not given}; to be determined before: {before}.",
    ),
    missed=Outcome.UNKNOWN,
    unknown=Text(
        "Значения показателя: база — {base:#|не указана}, целевой ориентир — {target:#|не "
        "указан}; определить до: {before}; нужно: {asks}.",
        "Values of the indicator: base {base:#|not given}, target {target:#|not given}; to be determined "
        "before: {before}; needed: {asks}.",
    ),
    assumed=Text("Неопределённое значение — не ноль.", "A value not determined is not zero."),
)
NO_TERM = Text("срок не установлен", "no term is stated")
BeginsOn = Callable[[Citation, Mapping[str, str]], Beginning]
"""From which day a provision holds, by the choices of the readings."""


@asked
def undetermined(
    indicator: Indicator,
    aim: IndicatorValue,
    on: date | None,
    analysis: Norm[FactorAnalysis] | None,
    calendar: Calendar | None,
    choices: Chosen,
    begun: BeginsOn | None = None,
) -> Iterator[Verdict]:
    """That a value is still to be determined, and whether the duty to determine it is in time on the day.

    `aim` is the target that is asked about, `begun` from which day a provision holds; None where that is not asked.
    """
    base = None if indicator.base is None else indicator.base.value
    target = aim.value
    if "tbd" not in (base, target):
        return
    cites: tuple[Citation, ...] = (indicator.cite,)
    before: Fact = NO_TERM
    if analysis is not None:
        cites, before = (analysis.basis, *cites), analysis.value.before
    asks = tuple(
        targets.determined(indicator.id, name)
        for name, value in (("base", base), ("target", target))
        if value == "tbd"
    )
    yield DETERMINED.judge(
        None, *cites, lacks=asks, base=shown_value(base), target=shown_value(target), before=before
    )
    if analysis is not None and on is not None:
        told = _duty(analysis, on, calendar, choices, begun)
        yield told.curing({told.rule: certificate.VALUES})


def _duty(
    analysis: Norm[FactorAnalysis],
    on: date,
    calendar: Calendar | None,
    choices: Mapping[str, str],
    begun: BeginsOn | None,
) -> Verdict:
    """Whether the duty to determine the values, which nobody has done, is in time on the day."""
    term = Before(kind="before", day=analysis.value.before)

    def told(choices: Mapping[str, str]) -> Verdict:
        first = None if begun is None else _later(begun(analysis.basis, choices), analysis)
        return due(term, on, analysis.basis, calendar=calendar, choices=choices, begun=first).verdict

    return by_beginning(told(choices), choices, told, D5, D7)


def _later(begun: Beginning, norm: Norm[FactorAnalysis]) -> Beginning:
    """The same where the norm itself holds from a later day."""
    days = [day for day in (begun.day, norm.since, norm.published) if day is not None]
    return begun._replace(day=max(days, default=None))
