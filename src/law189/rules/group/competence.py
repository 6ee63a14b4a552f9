"""Правомочность решать (competence): that a meeting cannot decide a question, or that nothing says what it decided.

>>> from law189.profile.loader import load_profile
>>> cites = (load_profile("kemerovo").latest.cite("act"),)
>>> undecided(established=True, quorum=False, led=True, cites=cites).verdict.outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from law189.kinds.asked import asked, unasked
from law189.law import Citation, Text
from law189.profile.group import WorkingGroup
from law189.rules import asking
from law189.rules.cures import meeting
from law189.rules.group.regulation import title_of
from law189.rules.voting import Decision
from law189.verdict import Ask, Rule, Verdict

__all__ = ["turning", "undecided", "unrecorded"]

_title_of = unasked(title_of)

COMPETENT = Rule(
    "voting.competent",
    Text(
        "Вопрос решают, когда группа создана, есть кворум и председательствующий; "
        "{established:группа создана|группа не создана|создана ли группа, неизвестно}; "
        "{quorum:кворум имеется|кворума нет|есть ли кворум, неизвестно}; "
        "{led:председательствующий есть|председательствующего нет|есть ли председательствующий, "
        "неизвестно}.",
        "The meeting decides when the group exists, with a quorum and a presiding officer; the "
        "group {established:exists|does not exist|is not known to exist}; {quorum:there is a "
        "quorum|there is no quorum|the quorum is not known}; {led:somebody presides|nobody "
        "presides|who presides is not known}.",
    ),
    unknown=Text(
        "Вправе ли заседание решать вопрос, неизвестно: {established:группа создана|группа не "
        "создана|создана ли группа, неизвестно}; {quorum:кворум имеется|кворума нет|есть ли "
        "кворум, неизвестно}; {led:председательствующий есть|председательствующего нет|есть ли "
        "председательствующий, неизвестно}; нужно: {asks}.",
        "Whether the meeting may decide is not known: the group {established:exists|does not "
        "exist|is not known to exist}; {quorum:there is a quorum|there is no quorum|the quorum "
        "is not known}; {led:somebody presides|nobody presides|who presides is not known}; "
        "needed: {asks}.",
    ),
    cure=meeting.COMPETENT,
)
RECORDED = Rule(
    "voting.recorded",
    Text(
        "Голоса по вопросу {recorded:указаны|не указаны}.",
        "The votes on the question are recorded: {recorded:yes|no}.",
    ),
    unknown=Text(
        "Голоса по вопросу не указаны (присутствуют: {present}); укажите: {asks}.",
        "Not one vote on the question is recorded (present: {present}); give: {asks}.",
    ),
)
NONE_COUNTS = Text(
    "По вопросу не указан голос ни одного из тех, кто вправе голосовать (присутствуют: {present}); укажите: "
    "{asks}.",
    "Not one vote on the question is recorded of those who may vote (present: {present}); give: {asks}.",
)
SILENT = Rule(
    "voting.silent",
    Text("Положение говорит: {what}.", "The regulation says: {what}."),
    unknown=Text(
        "Принято ли решение, зависит от нормы, которой нет или которая в этот день не действует: {what}; нужно: "
        "{asks}.",
        "Whether the question is adopted turns on a norm that is not there or does not hold on the day: {what}; "
        "needed: {asks}.",
    ),
    assumed=Text(
        "Там, где положение молчит, решение известно, только если при всех возможных нормах оно одно.",
        "Where the regulation is silent a decision is known only if every norm there could be comes to the same.",
    ),
)


@asked
def undecided(
    *,
    established: bool | None,
    quorum: bool | None,
    led: bool | None,
    cites: tuple[Citation, ...],
    asks: tuple[Ask, ...] = (),
) -> Decision:
    """A question before a meeting that cannot decide: no group yet, no quorum, or nobody to preside.

    None stands for what is not known; where nothing else is against the meeting, the verdict is UNKNOWN, and `asks`
    is what to give.
    """
    holds = False if False in (established, quorum, led) else None
    verdict = COMPETENT.judge(holds, *cites, lacks=asks, established=established, quorum=quorum, led=led)
    return Decision(None, verdict)


@asked
def unrecorded(
    present: Collection[str],
    cites: tuple[Citation, ...],
    asked_at: str = "event.votes",
    *,
    uncounted: bool = False,
) -> Decision:
    """A question on which nobody's vote is recorded: whether it is adopted is UNKNOWN, and votes are asked for.

    `uncounted`: votes are recorded, and all are of those who are absent or may not vote.
    """
    asks = (asking.votes(asked_at),)
    rule = replace(RECORDED, unknown=NONE_COUNTS) if uncounted else RECORDED
    return Decision(None, rule.judge(None, *cites, lacks=asks, recorded=False, present=len(present)))


def refusing(group: WorkingGroup) -> dict[str, Citation]:
    """The norms by which a vote does not count: of a conflict of interest, and of who has a vote at all."""
    composed = group.seats[0].cite if group.composition is None else group.composition.basis
    of_seats = dict.fromkeys(("voteless", "unknown", "non_member"), composed)
    return {"conflict": group.basis("conflict_of_interest"), **of_seats}


@asked
def turning(silent: Collection[Verdict]) -> Decision:
    """A question whose answer turns on norms of which the regulation is silent: UNKNOWN, which asks for them."""
    cites = tuple(dict.fromkeys(cite for verdict in silent for cite in verdict.cites))
    what = tuple(one for one in map(_what, silent) if one is not None)
    asks = tuple(dict.fromkeys(ask for verdict in silent for ask in verdict.asks))
    return Decision(None, SILENT.judge(None, *cites, parts=tuple(silent), lacks=asks, what=what))


def _what(silent: Verdict) -> Any:
    """What the norm is called that is not said, or that does not hold on the day."""
    path = silent.facts.get("path")
    if "what" in silent.facts or not isinstance(path, str):
        return silent.facts.get("what")
    return _title_of(path.rpartition(".")[2])
