"""Действие во времени (force): from which day the decree holds, and whether a norm of it holds on a day.

A step before the day of the decree has no effect, nor has one before a recorded day of entry into force. The
district says «на следующий день после официального опубликования» (п. 11); Kemerovo is silent: reading D5 decides.
Where the day of publication is not recorded, reading D7 says how a step is judged; no act is published before its
own day, so that before the first day that leaves it is not in force whatever is chosen.

>>> day = date(2023, 9, 22)
>>> decree(date(2019, 9, 2), day, None, None).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from law189.kinds.asked import asked, unasked
from law189.law import Citation, Day, Norm, Text
from law189.profile import effect
from law189.profile.validity import begins_on, days_after
from law189.readings import D5, D7, NO_CHOICES, Chosen, under
from law189.rules import asking
from law189.rules.acts.beginnings import of_rest, related
from law189.rules.cures import step
from law189.verdict import Rule, Verdict

__all__ = ["begins", "covers", "decree", "holds", "in_force", "no_group", "norm", "parts", "silent"]

_rest, _related = unasked(of_rest), unasked(related)

DECREE = Rule(
    "force.decree",
    Text(
        "Постановление{issued: от …|} действует с {since}; день шага: {on}.",
        "The decree{issued: of …|} is in force from {since}; the day of the step: {on}.",
    ),
    cure=Text("Сделайте шаг не раньше этого дня.", "Take the step no sooner than that day."),
    unknown=Text(
        "Вступило ли в силу постановление{issued: от …|}, неизвестно; день шага: {on}; внесите в "
        "профиль: {asks}.",
        "The decree{issued: of …|}; the day of the step: {on}. Unknown whether it is in force; write in the "
        "profile: {asks}.",
    ),
    assumed=Text(
        "Шаг до дня акта или до его вступления в силу под ним не сделан.",
        "A step before the day of the act, or before it takes effect, is not taken under it.",
    ),
)
PART = Rule(
    "force.part",
    Text(
        "Часть постановления ({part}) действует с {since}; день шага: {on}.",
        "A part of the decree ({part}) is in force from {since}; the day of the step: {on}.",
    ),
    cure=Text("Сделайте шаг не раньше этого дня.", "Take the step no sooner than that day."),
    unknown=Text(
        "Вступила ли в силу часть постановления ({part}), неизвестно; день шага: {on}; внесите в профиль: {asks}.",
        "Unknown whether a part of the decree ({part}) is in force; the day of the step: {on}; write in the "
        "profile: {asks}.",
    ),
    assumed=DECREE.assumed,
)
NORM = Rule(
    "force.norm",
    Text(
        "Норма ({path}) действует{since: с …|}{until: по …|}; день шага: {on}.",
        "The norm {path} holds{since: from …|}{until: to …|}; the day: {on}.",
    ),
    unknown=Text(
        "Норма действует{since: с …|}{until: по …|}, а день шага — {on}: какая норма действовала "
        "в этот день, в профиле не указано. Внесите изменением: {asks}.",
        "The norm holds{since: from …|}{until: to …|}, and the day is {on}: the profile does not "
        "say what held then. Write as an amendment: {asks}.",
    ),
    assumed=Text(
        "Норма с истёкшим или не наступившим сроком ничего не решает; что вместо неё, решает человек.",
        "A norm whose days are past or to come decides nothing; what holds instead is for a person to "
        "decide.",
    ),
)
SILENT = Rule(
    "force.silent",
    Text("Постановление говорит: {what}.", "The decree says: {what}."),
    unknown=Text(
        "Постановление молчит: {what}. Если норма есть в другом акте, внесите её в профиль: {asks}.",
        "The decree is silent: {what}. Where another act has the norm, write it in the profile: {asks}.",
    ),
    assumed=Text(
        "Чего акт не говорит, то решает человек.",
        "What the act does not say is for a person to decide.",
    ),
)
NO_GROUP = Rule(
    "force.no_group",
    Text("Рабочая группа создана постановлением: {set_up}.", "The decree sets up a working group: {set_up}."),
    unknown=Text(
        "Постановление рабочую группу не создаёт. Если её создаёт другой акт, внесите группу в профиль: {asks}.",
        "The decree sets up no working group. Where another act does, write the group in the profile: {asks}.",
    ),
    assumed=Text(
        "Создана ли рабочая группа другим актом, библиотека не знает.",
        "Whether another act sets up a working group is not known to the library.",
    ),
    asks=(asking.unsaid("working_group", Text("рабочая группа", "the working group")),),
)
IN_FORCE = Rule(
    "force.in_force",
    Text(
        "Акт действует с {since}; проверено на {on}.",
        "The act is in force from {since}; the question is of {on}.",
    ),
    unknown=Text(
        "День вступления акта в силу зависит от даты подписания или официального опубликования, "
        "а она не указана; укажите: {asks}.",
        "The act is in force from a day that depends on its signing or its official publication, which is "
        "not known; give: {asks}.",
    ),
    cure=step.IN_FORCE,
)


@asked
def decree(
    on: date,
    issued: date | None,
    published_on: date | None,
    says: Norm[Any] | None,
    *cites: Citation,
    covered: Norm[Day] | None = None,
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """Whether a step of the day is taken under the decree; VOID before its day or before it takes effect.

    `covered` is the day from which it covers relations that arose earlier, once it is in force; None where none is.
    `says` is what the decree says of its entry into force, None where it is silent (reading D5). Reading D7 says
    what holds where the day depends on a publication that is not recorded.
    """
    start = _rest(says)
    return _entered(DECREE, on, issued, published_on, start, *cites, covered=covered, choices=choices)


@asked
def begins(
    issued: date | None,
    published_on: date | None,
    says: Norm[Any] | None,
    choices: Chosen = NO_CHOICES,
    *,
    of: Citation | None = None,
) -> date | None:
    """The day on which the decree came into force by its word or by reading D5; None where a day is missing.

    `of` is a provision whose own day is asked, where a part of the decree begins to hold by itself.
    """
    value = None if says is None else says.value
    own = value if of is not None and isinstance(value, tuple) else ()
    apart = [one.starts for one in own if of is not None and any(covers(part, of) for part in one.of)]
    start = apart[0] if apart else _rest(says)
    word: Any = D5.chosen(choices) if start is None else start
    return begins_on(word, issued, published_on)


@asked
def parts(
    on: date,
    rests: Collection[Citation],
    issued: date | None,
    published_on: date | None,
    says: Norm[Any] | None,
    choices: Chosen = NO_CHOICES,
) -> Iterator[Verdict]:
    """Whether each part that begins to hold by itself, and on which the step rests, is in force on the day."""
    value = None if says is None else says.value
    for part in value if isinstance(value, tuple) else ():
        touched = [one for one in part.of if any(covers(one, cite) for cite in rests)]
        if says is not None and touched:
            cites = (touched[0], says.basis)
            yield _entered(
                PART, on, issued, published_on, part.starts, *cites, choices=choices, part=touched[0]
            )


@asked
def covers(above: Citation, cite: Citation) -> bool:
    """Whether an address is that of a provision or stands within it; an act as a whole has all of its own."""
    return effect.covers(above, cite)


def _entered(
    rule: Rule,
    on: date,
    issued: date | None,
    published_on: date | None,
    start: Any,
    *cites: Citation,
    choices: Mapping[str, str],
    covered: Norm[Day] | None = None,
    **facts: Any,
) -> Verdict:
    """Whether the decree, or a part of it, is in force; `start` is None where the decree is silent (D5)."""

    def judged(since: date | None) -> Verdict:
        if since is None:
            ask = asking.ACT_DATE if issued is None else asking.PUBLISHED_ON
            missing = ask.path.removeprefix("profile.")
            return rule.judge(None, *cites, lacks=(ask,), **facts, issued=issued, missing=missing, on=on)
        first = since if issued is None else max(since, issued)
        if covered is not None and covered.value <= on < first:
            return _related(on, covered, issued, first, *cites)
        return rule.judge(on >= first, *cites, **facts, issued=issued, since=first, on=on)

    def told(choices: Mapping[str, str]) -> Verdict:
        word: Any = D5.chosen(choices) if start is None else start
        counts = published_on is None and D7.chosen(choices) == "act_date"
        return judged(begins_on(word, issued, issued if counts else published_on))

    word: Any = D5.chosen(choices) if start is None else start
    soonest = begins_on(word, issued, published_on or issued)
    of_old = covered is not None and on >= covered.value
    if not of_old and _before_any(on, issued, issued if start is None else soonest):
        return judged(soonest)
    if issued is not None and published_on is None and days_after(word) is not None:
        return under(choices, told, D7, by=None)
    if issued is None or start is not None or (published_on is None and D7.chosen(choices) == "act_date"):
        return judged(soonest)
    return under(choices, told, D5)


def _before_any(on: date, issued: date | None, soonest: date | None) -> bool:
    """Whether the day is before any on which the act can be in force, whichever way it is read."""
    return issued is not None and soonest is not None and on < max(issued, soonest)


@asked
def holds(found: Norm[Any], on: date) -> bool:
    """Whether a norm holds on the day: within its days, and not before a recorded publication."""
    return found.in_force(on) and (found.published is None or found.published <= on)


_holds = unasked(holds)


@asked
def norm(path: str, found: Norm[Any], on: date) -> Verdict | None:
    """That a norm does not hold on the day: UNKNOWN, as nothing says what held; None where it holds.

    A norm whose publication is recorded does not hold before the day of it.
    """
    if _holds(found, on):
        return None
    since = max((day for day in (found.since, found.published) if day is not None), default=None)
    asks = (asking.norm(path),)
    return NORM.judge(None, found.basis, lacks=asks, path=path, since=since, until=found.until, on=on)


@asked
def silent(path: str, what: Text, *cites: Citation) -> Verdict:
    """That the decree has no norm at that path of the profile: UNKNOWN. `what` is the norm in words."""
    return SILENT.judge(None, *cites, lacks=(asking.unsaid(path, what),), path=path, what=what)


@asked
def no_group(*cites: Citation) -> Verdict:
    """That the decree sets up no working group: UNKNOWN whatever is asked of a meeting."""
    return NO_GROUP.judge(None, *cites, set_up=False)


@asked
def in_force(
    on: date,
    signed_on: date | None,
    published_on: date | None,
    says: Norm[Any] | None,
    *cites: Citation,
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """Whether the act is in force on the day: by its own word, or by reading D5 where it is silent.

    UNKNOWN where that depends on a day of signing or of official publication that is not known; VOID before the
    first day on which it could be, published on the day of its signing.
    """

    def told(start: Any) -> Verdict:
        since, soonest = (
            begins_on(start, signed_on, day) for day in (published_on, published_on or signed_on)
        )
        if since is None and soonest is not None and on < soonest:
            return IN_FORCE.judge(False, *cites, since=soonest, on=on)
        ask = asking.ACT_DATE if days_after(start) is None else asking.PUBLISHED_ON
        if since is None:
            missing = ask.path.removeprefix("profile.")
            return IN_FORCE.judge(None, *cites, lacks=(ask,), missing=missing, on=on)
        return IN_FORCE.judge(on >= since, *cites, since=since, on=on)

    start = _rest(says)
    if start is not None:
        return told(start)
    return under(choices, lambda choices: told(D5.chosen(choices)), D5, by=None)
