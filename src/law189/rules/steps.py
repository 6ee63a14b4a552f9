"""Шаг и история (steps): a step leads from a state, a history goes forward, a record made in error is annulled.

>>> states = {"planned": Text("предстоит", "planned"), "convened": Text("созвано", "convened")}
>>> refused = out_of_state("planned", "opened", ["convened"], step=Text("открыто", "opened"), words=states)
>>> refused.outcome, refused.text.en
(<Outcome.VOID: 'void'>, 'State: planned; the step «opened» is possible from: convened.')
>>> from datetime import date
>>> forward(date(2023, 10, 2), date(2023, 10, 2)).outcome
<Outcome.HOLDS: 'holds'>
"""

from collections.abc import Mapping, Sequence
from datetime import date

from law189.law import Text
from law189.verdict import Rule, Verdict

__all__ = ["annulled", "forward", "left_standing", "out_of_state"]

STATE = Rule(
    "lifecycle.state",
    Text(
        "Состояние: {now}; шаг «{step}» возможен из: {possible}.",
        "State: {now}; the step «{step}» is possible from: {possible}.",
    ),
    assumed=Text("Порядок состояний — модель библиотеки.", "The order of states is this library's model."),
)
OTHER_CASE = Text("дело другого процесса", "a case of another lifecycle")
OTHER_STEP = Text("шаг другого процесса", "a step of another lifecycle")
ORDER = Rule(
    "lifecycle.order",
    Text(
        "Шаг сделан {on}, предыдущий {previous}; история идёт вперёд по времени.",
        "The step was taken on {on}, the one before on {previous}; a history goes forward in time.",
    ),
    assumed=STATE.assumed,
)
ANNULLED = Rule(
    "lifecycle.annulled",
    Text(
        "Аннулируют запись {record} ({step}) из {records}; причина: {reason}.",
        "Record {record} ({step}) of {records} is annulled; the reason: {reason}.",
    ),
    assumed=Text(
        "Ошибочную запись не правят: её аннулируют записью с причиной, и обе остаются видны.",
        "A record made in error is not edited: a record with its reason annuls it, and both stay visible.",
    ),
)
LEFT_STANDING = Rule(
    "lifecycle.left_standing",
    Text(
        "Без записи {record} остальные складываются в путь: {stands}; не складывается запись {broken}: сначала "
        "аннулируйте её.",
        "Without record {record} the others make a path: {stands}; record {broken} does not fit: annul it first.",
    ),
    assumed=STATE.assumed,
)


def out_of_state(
    state: str, kind: str, sources: Sequence[str], *, step: Text | None, words: Mapping[str, Text]
) -> Verdict:
    """The refusal of a step that does not lead from the state.

    `step` is the step in words, None where the lifecycle has no such step; `words` are those of its states.
    """
    return STATE.judge(
        False,
        state=state,
        kind=kind,
        sources=tuple(sources),
        now=words.get(state, OTHER_CASE),
        step=step or OTHER_STEP,
        possible=tuple(words[source] for source in sources),
    )


def forward(on: date, previous: date) -> Verdict:
    """Whether the step was taken on the day of the one before it or later."""
    return ORDER.judge(on >= previous, on=on, previous=previous)


def annulled(
    record: int, what: str | None, records: int, reason: str, *, exists: bool, step: Text | None = None
) -> Verdict:
    """Whether the record that is annulled exists and stands; `what` is its kind, `step` the same in words."""
    return ANNULLED.judge(exists, record=record, what=what, step=step, records=records, reason=reason)


def left_standing(record: int, broken: int | None) -> Verdict:
    """Whether the other records still make a path; `broken` is the first that does not."""
    return LEFT_STANDING.judge(broken is None, record=record, stands=broken is None, broken=broken)
