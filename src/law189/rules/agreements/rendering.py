"""Оказанное (rendering): of which days an act under an agreement is, that no day is counted twice, and how much.

>>> act_period(date(2024, 1, 9), date(2024, 1, 31), date(2024, 1, 31)).outcome
<Outcome.HOLDS: 'holds'>
>>> act_period(date(2024, 1, 9), date(2024, 1, 31), date(2024, 1, 30)).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from law189.kinds.asked import asked, made_asked, methods_asked
from law189.law import Citation, Text
from law189.measures import Volume
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules import asking
from law189.rules.cures import money, order
from law189.rules.identifiers import named, unreadable
from law189.verdict import Rule, Verdict

__all__ = ["PeriodAct", "act_in_term", "act_period", "counted_once", "days_left", "rendered"]


@made_asked
@methods_asked
class PeriodAct(NamedTuple):
    """Акт об оказанном за период: its number, its first and last day, its services."""

    number: str
    since: date
    until: date
    services: tuple[str, ...]

    def overlaps(self, since: date, until: date) -> bool:
        """Whether some day of the act is one of those days."""
        return self.since <= until and since <= self.until


PERIOD = Rule(
    "rendering.period",
    Text(
        "Период акта: с {since} по {until}; акт составлен {on}; период кончается не раньше своего первого дня и "
        "не позже дня акта.",
        "The period of the act: from {since} to {until}; the act is of {on}; a period ends no earlier than it "
        "begins and no later than the day of the act.",
    ),
    cure=Text("Исправьте период или день акта.", "Correct the period or the day of the act."),
    assumed=Text(
        "Акт подтверждает оказанное; того, чего ещё не было, он не подтверждает.",
        "An act bears out what was rendered; it cannot bear out what has not been yet.",
    ),
)
IN_TERM = Rule(
    "rendering.in_term",
    Text(
        "Период акта: с {since} по {until}; соглашение действует с {first} по {last}.",
        "The period of the act: from {since} to {until}; the agreement runs from {first} to {last}.",
    ),
    cure=Text("Исправьте период акта.", "Correct the period of the act."),
    assumed=Text(
        "По соглашению оплачивают то, что оказано, пока оно действует.",
        "An agreement pays for what is rendered while it runs.",
    ),
)
DAYS_LEFT = Rule(
    "rendering.days_left",
    Text(
        "Соглашение действует с {first} по {last}; первый день, за который услуга соглашения ещё не учтена: "
        "{free:…|такого нет}; акт составляют не раньше него.",
        "The agreement runs from {first} to {last}; the first day for which a service of it is not counted "
        "yet: {free:…|none}; an act is drawn up no earlier than it.",
    ),
    assumed=Text(
        "Акт подтверждает оказанное в дни, которые уже были и за которые услугу ещё не учли.",
        "An act bears out what was rendered on days that have been and for which the service is not counted yet.",
    ),
    cure=money.DAYS_LEFT,
)
ONCE = Rule(
    "rendering.once",
    Text(
        "Акт № {number} за период с {since} по {until}; услуги, которые за дни этого периода уже учтены, и номера "
        "актов: {again:…|нет}.",
        "The act {number} for {since} to {until}; services already counted for days of the period, with the "
        "numbers of the acts: {again:…|none}.",
    ),
    cure=Text("Уберите из акта то, что уже учтено.", "Take what is counted already out of the act."),
    unknown=Text(
        "Акт № {number} за период с {since} по {until}; учтена ли услуга за эти дни дважды, неизвестно: {unread}; "
        "укажите: {asks}.",
        "The act {number} for {since} to {until}; whether a service is counted twice for these days is not known: "
        "{unread}; give: {asks}.",
    ),
    assumed=Text(
        "Из двух актов об одних днях одной услуги нельзя понять, сколько её оказано, и она была бы оплачена "
        "дважды; второй акт силы не имеет, а ошибочный первый сначала аннулируют.",
        "Of two acts on the same days of one service nobody can tell how much was rendered, and it would be paid "
        "twice; the second has no effect, and a first one made in error is annulled before it.",
    ),
)
RENDERED = Rule(
    "volumes.rendered",
    Text(
        "Оказано, {asked_unit}: {asked}; объём договора, {unit}: {balance}.",
        "Rendered, {asked_unit}: {asked}; the volume of the contract, {unit}: {balance}.",
    ),
    cure=order.RENDERED,
    assumed=Text(
        "По договору оказывают не больше его объёма и в его единице.",
        "No more is rendered under a contract than its volume, and in its unit.",
    ),
)


@asked
def act_period(since: date, until: date, on: date, *cites: Citation) -> Verdict:
    """Whether the days of the act run forward and are over on its day; all of them count."""
    return PERIOD.judge(since <= until <= on, *cites, since=since, until=until, on=on)


@asked
def act_in_term(since: date, until: date, first: date, last: date, *cites: Citation) -> Verdict:
    """Whether the agreement, which runs from `first` to `last`, runs on every day of the act."""
    return IN_TERM.judge(
        first <= since and until <= last, *cites, since=since, until=until, first=first, last=last
    )


@asked
def counted_once(
    act: PeriodAct, acts: Sequence[PeriodAct], *cites: Citation, choices: Chosen = NO_CHOICES
) -> Verdict:
    """Whether each service of the act is named in it once, and in no other act on the same days.

    Reading S1 says which numbers mean one service. UNKNOWN where none is counted twice and a number does not read.
    """
    others = [one for one in acts if one.overlaps(act.since, act.until)]

    def told(choices: Mapping[str, str]) -> Verdict:
        again, unsure = {}, []
        for at, service in enumerate(act.services):
            for number, rest in (
                (act.number, act.services[:at]),
                *((one.number, one.services) for one in others),
            ):
                found = named(service, rest, choices)
                if found:
                    again[service] = number
                elif found is None:
                    unsure += [service, *rest]
        why = unreadable(unsure) if unsure and not again else None
        return ONCE.judge(
            False if again else None if why else True,
            *cites,
            lacks=asking.numbers(why or ()),
            number=act.number,
            since=act.since,
            until=act.until,
            again=again,
            unread=why,
        )

    return under(choices, told, S1)


@asked
def days_left(
    services: Sequence[str],
    acts: Sequence[PeriodAct],
    first: date,
    last: date,
    on: date,
    *cites: Citation,
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """Whether by the day there is one, from `first` to `last`, for which some of the services is in no act yet.

    Reading S1 says which numbers mean one service.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        days = [_uncounted(one, acts, first, choices) for one in services]
        free = min((day for day in days if day <= last), default=None)
        holds = free is not None and free <= on
        return DAYS_LEFT.judge(holds, *cites, first=first, last=last, free=free)

    return under(choices, told, S1)


def _uncounted(service: str, acts: Sequence[PeriodAct], first: date, choices: Mapping[str, str]) -> date:
    """The first day from `first` on for which the service is in none of the acts."""
    free = first
    for act in sorted(acts, key=lambda one: one.since):
        if act.since <= free <= act.until and named(service, act.services, choices):
            free = act.until + timedelta(1)
    return free


@asked
def rendered(done: Volume, volume: Volume) -> Verdict:
    """Whether no more was rendered than the contract gives, in the same unit."""
    return RENDERED.judge(
        done.within(volume),
        asked=done.amount,
        asked_unit=done.unit.text,
        balance=volume.amount,
        unit=volume.unit.text,
    )
