"""Замечания о днях до начала (lints of beginnings): what is recorded of days on which its act was not yet there.

>>> from law189.profile.loader import load_profile
>>> list(over_before_its_act.find(load_profile("kemerovo").latest))
[]
"""

from collections.abc import Iterator
from datetime import date

from law189.law import Act, Citation, Period, Text
from law189.law.text import in_russian
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition
from law189.profile.validity import Lapse
from law189.rules.deadlines.first_days import first_day

__all__ = ["lapsed_before_its_day", "over_before_its_act"]


@declared(
    "L-lapse",
    Severity.WARNING,
    Text("действие прекращено раньше, чем началось", "an end before the beginning"),
    Text(
        "Утрата силы, истечение срока или приостановление записаны днём раньше акта, о котором они, или кончились "
        "раньше, чем он вступил в силу. Исправьте день в lapses.",
        "A repeal, an expiry or a suspension is recorded on a day before the act that it is of, or was over before "
        "that act came into force. Mend it in lapses.",
    ),
)
def lapsed_before_its_day(edition: Edition) -> Iterator[Place]:
    """Ends and suspensions of a day before that of their act, or over before the decree was in force."""
    for lapse in edition.lapses:
        issued = _issued(edition, lapse)
        days = [day for day in (lapse.first, _last(lapse)) if day is not None]
        if issued is not None and days and min(days) < issued[1]:
            yield (
                lapse.cite,
                Text(
                    f"{lapse.text.ru}, а {issued[0].ru} — от {in_russian(issued[1])}",
                    f"{lapse.text.en}, {issued[0].en} is of {issued[1]}",
                ),
            )
            continue
        since, last = _begun(edition, lapse), _last(lapse)
        if since is not None and last is not None and last < since:
            yield (
                lapse.cite,
                Text(
                    f"{lapse.text.ru}, а постановление действует с {in_russian(since)}",
                    f"{lapse.text.en}, the decree holds from {since}",
                ),
            )


DECREE = Text("постановление", "the decree")


def _last(lapse: Lapse) -> date | None:
    """The last day on which what it is of holds, or is suspended; None where none is recorded."""
    return lapse.expires_on or (None if lapse.suspended is None else lapse.suspended.until)


def _issued(edition: Edition, lapse: Lapse) -> tuple[Text, date] | None:
    """The act whose provisions it is of, and its day; the latest where they are of several acts."""
    acts = _acts(edition)
    of = [acts[cite.act] for cite in lapse.of if cite.act in acts] or [edition.act]
    found = [(_called(act, edition), act.date) for act in of if act.date is not None]
    return max(found, key=lambda one: one[1], default=None)


def _called(act: Act, edition: Edition) -> Text:
    return DECREE if act is edition.act else Text(act.label.ru, act.label.en)


def _acts(edition: Edition) -> dict[str, Act]:
    """The decree, the acts adopted under it and those that amend it, by their ids."""
    acts = (*(act for _, act in edition.amended_by), *(one.act for one in edition.adopted), edition.act)
    return {act.id: act for act in acts}


def _begun(edition: Edition, lapse: Lapse) -> date | None:
    """From which day what it is of holds; None where that is of another act."""
    own: list[Citation | None] = [cite for cite in lapse.of if cite.act == edition.act.id]
    if lapse.of and not own:
        return None
    days = [
        first_day(edition.act, edition.entry_into_force, edition.readings, of=cite) for cite in own or [None]
    ]
    return max((day for day in days if day is not None), default=None)


@declared(
    "A39",
    Severity.WARNING,
    Text("норма кончилась или опубликована раньше своего акта", "a norm over or published before its act"),
    Text(
        "Норма записана действующей только до дня, когда её акта ещё не было, опубликованной раньше него, или "
        "распространённой на отношения после его вступления в силу: такого дня быть не может. Исправьте день.",
        "A norm is recorded as holding only to a day before its act was issued, as published before it, or as "
        "covering relations of days after it came into force: there can be no such day. Mend the day.",
    ),
)
def over_before_its_act(edition: Edition) -> Iterator[Place]:
    """Norms whose days are over, or whose publication is, before the day of their act; and `covers_since`.

    Limits have a lint of their own, and so have ends, adopted acts and amendments.
    """
    acts = _acts(edition)
    for cite, day, what in _days(edition):
        act = acts.get(cite.act)
        if act is not None and act.date is not None and day < act.date:
            of, issued = _called(act, edition), act.date
            yield (
                cite,
                Text(
                    f"{what.ru} {in_russian(day)}, а {of.ru} — от {in_russian(issued)}",
                    f"{what.en} {day}, {of.en} is of {issued}",
                ),
            )
    yield from _covers(edition)


ENDS, PUBLISHED = Text("действует по", "holds to"), Text("опубликовано", "published on")


def _days(edition: Edition) -> Iterator[tuple[Citation, date, Text]]:
    """Each last day and each day of publication of a norm, with its address and what it is."""
    for _, norm in edition.norms:
        if norm.published is not None:
            yield norm.basis, norm.published, PUBLISHED
        if norm.until is not None:
            yield norm.basis, norm.until, ENDS
    others: tuple[Period, ...] = (*edition.selection, *edition.paper, *edition.conditions)
    for one in others:
        last = getattr(one, "ended_on", None) or one.until
        if last is not None:
            yield one.cite, last, ENDS  # type: ignore[attr-defined]


def _covers(edition: Edition) -> Iterator[Place]:
    """That the decree covers relations only of days on which it was in force already."""
    covers = edition.covers_since
    since = first_day(edition.act, edition.entry_into_force, edition.readings)
    if covers is not None and since is not None and covers.value > since:
        yield (
            covers.basis,
            Text(
                f"распространяется на отношения с {in_russian(covers.value)}, а действует с {in_russian(since)}",
                f"covers relations from {covers.value}, and holds from {since}",
            ),
        )
