"""Замечания о сроках (lints of the terms): a term that nobody can keep, and an event that is not there.

>>> from law189.profile.loader import load_profile
>>> list(nobody_can_keep.find(load_profile("kemerovo").latest))
[]
>>> list(event_not_there.find(load_profile("kemerovo").latest))
[]
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from law189.casebook.cycles import STEP_CODES, STEPS
from law189.cases.named_days import NAMED, days_known, in_case, known
from law189.cases.occasions import REACHED_BY, named
from law189.files.offered import step_in_words
from law189.law import Citation, Text
from law189.law.text import in_russian
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition
from law189.profile.plan import Milestone, PlanItem
from law189.profile.terms import (
    Ahead,
    Before,
    By,
    InYear,
    Occasion,
    OccasionKind,
    Term,
    Until,
    Year,
    Yearly,
)
from law189.readings import D2
from law189.rules.deadlines.bound import Beginning, passed_over
from law189.rules.deadlines.occurrences import occasion, occurrences
from law189.rules.deadlines.plan_terms import PLAN_TERM

__all__ = ["day_nobody_knows", "event_not_there", "nobody_can_keep"]

_COME = {OccasionKind.CAUSE, OccasionKind.PUBLICATION, OccasionKind.IN_FORCE}
"""Events that have come before a term can bind anybody."""


@declared(
    "A30",
    Severity.WARNING,
    Text("срок, который нельзя соблюсти", "a term that nobody can keep"),
    Text(
        "Срок кончается раньше, чем начинается, или назван днём, который бывает не каждый год, или стоит перед "
        "событием, которое уже наступило. Исправьте срок изменением.",
        "The term ends before it begins, or names a day that not every year has, or stands before an event that "
        "has already come. Mend it by an amendment.",
    ),
)
def nobody_can_keep(edition: Edition) -> Iterator[Place]:
    """Terms of the plan, of adopted acts and of the municipality's own values that cannot be kept."""
    waits = {item.id: event.at for item in edition.plan if (event := _of_item(item.term)) is not None}
    for item in edition.plan:
        for why in _why(item.term, edition):
            yield item.cite, _told(item.term, why)
        if _round(item.id, waits):
            yield (
                item.cite,
                _told(item.term, Text("мероприятия ждут друг друга", "the items wait for each other")),
            )
    for cite, term, issued in _others(edition):
        for why in (*_why(term, edition), *_over(term, edition, issued)):
            yield cite, _told(term, why)


def _others(edition: Edition) -> Iterator[tuple[Citation, Term, date | None]]:
    """The terms outside the plan, each with the day of its act."""
    for one in edition.adopted:
        for fill in one.fills:
            if fill.term is not None:
                yield fill.cite, fill.term, one.day
    for value in edition.values:
        if value.term is not None:
            yield value.cite, value.term, None


def _told(term: Term, why: Text) -> Text:
    return Text(f"срок «{term.text.ru}»: {why.ru}", f"the term «{term.text.en}»: {why.en}")


def _why(term: Term, edition: Edition) -> Iterator[Text]:
    """Why the term cannot be kept, as far as it says so itself."""
    if isinstance(term, Before | By) and term.since is not None:
        first = next(occurrences(term, choices={**edition.readings, D2.code: "stays"}))
        if first.day is not None and first.day < term.since:
            yield Text("конец раньше начала", "its end is before its beginning")
    named = term.day if isinstance(term, Yearly | InYear) else None
    then = term.then_yearly_before if isinstance(term, Before | Year) else None
    if "02-29" in (named, then):
        yield Text(
            "29 февраля бывает не каждый год; в прочие годы последний день — 28 февраля",
            "not every year has 29 February; in the others the last day is the 28th",
        )
    event = occasion(term)
    if isinstance(term, Ahead | Until) and event is not None and event.kind in _COME:
        yield Text(
            "событие наступает раньше, чем срок начинает обязывать",
            "the event comes before the term can bind anybody",
        )


def _over(term: Term, edition: Edition, issued: date | None) -> Iterator[Text]:
    """That a term by the calendar was over before its own act."""
    if issued is None or occasion(term) is not None:
        return
    days = partial(occurrences, term, calendar=edition.calendar, choices=edition.readings)
    first = next(days(), None)
    if first is None or first.day is None or first.day >= issued:
        return
    if passed_over(days(), Beginning(issued)):
        day = first.day
        yield Text(
            f"первый последний день — {in_russian(day)}, до акта (следующие сроки связывают)",
            f"its first last day is {day}, before the act (the later ones bind)",
        )
    else:
        yield Text(f"истёк {in_russian(first.day)}, до акта", f"it ended on {first.day}, before the act")


def _of_item(term: Term) -> Occasion | None:
    event = occasion(term)
    return event if event is not None and event.kind is OccasionKind.ITEM else None


def _round(item: str, waits: Mapping[str, str | None]) -> bool:
    """Whether the item waits, over others or at once, for itself."""
    seen: set[str] = set()
    at = waits.get(item)
    while at is not None and at not in seen:
        if at == item:
            return True
        seen.add(at)
        at = waits.get(at)
    return False


@declared(
    "A31",
    Severity.WARNING,
    Text("событие, которого нет", "an event that is not there"),
    Text(
        "Срок считают от мероприятия или шага, которого нет: день события никто не узнает. Исправьте адрес.",
        "The term is counted from an item or a step that is not there: nobody will know the day. Mend the address.",
    ),
)
def event_not_there(edition: Edition) -> Iterator[Place]:
    """Terms counted from an item that the plan does not have, or from a step of no lifecycle."""
    terms = [(item.cite, item.term) for item in edition.plan]
    terms += [(cite, term) for cite, term, _ in _others(edition)]
    known = {
        OccasionKind.ITEM: {item.id for item in edition.plan},
        OccasionKind.STEP: STEP_CODES,
    }
    for cite, term in terms:
        event = occasion(term)
        if event is not None and event.kind in known and event.at not in known[event.kind]:
            hint = step_in_words(str(event.at), STEPS) if event.kind is OccasionKind.STEP else _NO_HINT
            yield (
                cite,
                Text(
                    f"срок считают от {event.of.ru}, а такого нет{hint.ru and f'; {hint.ru}'}",
                    f"the term is counted from {event.of.en}, and there is none{hint.en and f'; {hint.en}'}",
                ),
            )


_NO_HINT = Text("", "")


@declared(
    "A38",
    Severity.NOTICE,
    Text("событие, дня которого дело не знает", "an event whose day no case knows"),
    Text(
        "Срок шага или мероприятия плана считают от события, которое акт называет словами, и дело не знает его "
        "дня: пока день не назван под event_on — в самом шаге, о мероприятии и в файле исполненного, — шаг или "
        "мероприятие неизвестны, а срок не истекает. Если это день, который дело знает, назовите его одним из "
        "слов, стоящих в замечании.",
        "The term of a step or of an item of the plan is counted from an event in words whose day no case knows: "
        "until it is told under event_on, in the step itself, and of an item in the file of what is done too, the "
        "step or the item is unknown, and the term is never over. Where it is a day that the case knows, name it "
        "by one of the words of the notice.",
    ),
)
def day_nobody_knows(edition: Edition) -> Iterator[Place]:
    """Terms of the plan and of slots counted from words that name no day of a case."""
    for item in edition.plan:
        event = occasion(item.term)
        if event is not None and event.kind is OccasionKind.OTHER:
            cycle = "" if item.milestone is None else REACHED_BY[item.milestone].partition(".")[0]
            if in_case(event, cycle) == event:
                yield item.cite, _in_plan(item, event, tuple(one.said for one in NAMED.get(cycle, ())))
    for adopted in edition.adopted:
        for fill in adopted.fills:
            event = None if fill.term is None else occasion(fill.term)
            if event is not None and event.kind is OccasionKind.OTHER and not known(fill.slot, event):
                form = f'"event_on": {{"{named(fill.slot)}": "…"}}'
                days = days_known(fill.slot)
                ru, en = "», «".join(one.ru for one in days), ", ".join(one.en for one in days)
                yield (
                    fill.cite,
                    Text(
                        f"срок считают от «{event.of.ru}»; этого дня дело не знает, его называют в шаге: {form}; "
                        f"дни, которые дело знает: «{ru}»",
                        f"the term is counted from «{event.of.en}», a day that no case knows; a step tells it: "
                        f"{form}; days that the case knows: {en}",
                    ),
                )


def _in_plan(item: PlanItem, event: Occasion, days: tuple[Text, ...]) -> Text:
    """What is told of an item counted from words that name no day of its cases, and the days that they know."""
    held = item.milestone in (Milestone.ORDER, Milestone.AGREEMENTS)
    step = f'"event_on": {{"{PLAN_TERM}": "…"}}'
    done = f'{{"id": "{item.id}", "event_on": "…"}}'
    ru, en = "», «".join(one.ru for one in days), ", ".join(one.en for one in days)
    return Text(
        f"срок считают от «{event.of.ru}»; этого дня дело не знает, его называют в файле исполненного: {done}"
        + (f", в шаге: {step}" if held else "")
        + (f"; дни, которые дело знает: «{ru}»" if days else ""),
        f"the term is counted from «{event.of.en}», a day that no case knows; the file of what is done tells it: "
        f"{done}"
        + (f", a step: {step}" if held else "")
        + (f"; days that the case knows: {en}" if days else ""),
    )
