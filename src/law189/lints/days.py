"""Замечания о днях (lints of days): a recorded day that cannot be, or a day that is missing.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in publication_not_recorded.find(load_profile("novokuznetsk_district").latest)]
['p11']
>>> list(publication_not_recorded.find(load_profile("kemerovo").latest))
[]
"""

from collections.abc import Iterator
from datetime import date

from law189.law import Period, Text
from law189.law.text import in_russian
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition
from law189.profile.validity import by_publication
from law189.rules.indicators.targets import last_day_of

__all__ = [
    "adopted_before_its_day",
    "amended_before_its_day",
    "limit_out_of_its_days",
    "publication_not_recorded",
    "target_before_base",
]


@declared(
    "A17",
    Severity.WARNING,
    Text("акт действует раньше своего дня", "an act that holds before its own day"),
    Text(
        "Принятый или изменяющий акт записан действующим с дня, когда его ещё не было. Если он распространён на "
        "прошлое, скажите об этом в комментарии; если это описка, исправьте since или date.",
        "An adopted or an amending act is recorded as holding from a day on which it did not exist. If it looks "
        "back, say so in a comment; if it is a slip, mend since or date.",
    ),
)
def adopted_before_its_day(edition: Edition) -> Iterator[Place]:
    """Adopted acts and amendments whose first day is before the day of the act."""
    for one in edition.adopted:
        if one.act.date is not None and one.since < one.act.date:
            yield (
                one.cite,
                Text(
                    f"действует с {in_russian(one.since)}, а принят {in_russian(one.act.date)}",
                    f"holds from {one.since}, but is of {one.act.date}",
                ),
            )
    for since, act in edition.amended_by:
        if act.date is not None and since < act.date:
            yield (
                act.cite("act"),
                Text(
                    f"изменение действует с {in_russian(since)}, а принято {in_russian(act.date)}",
                    f"the amendment holds from {since}, but is of {act.date}",
                ),
            )


@declared(
    "A18",
    Severity.WARNING,
    Text("целевой ориентир раньше базы", "a target earlier than its base"),
    Text(
        "Год или месяц целевого ориентира раньше, чем у базовой величины: сравнить их нельзя. Исправьте таблицу.",
        "The target is of an earlier year or month than the base, so they cannot be compared. Mend the table.",
    ),
)
def target_before_base(edition: Edition) -> Iterator[Place]:
    """Indicators whose target is of an earlier day than their base."""
    for row in edition.indicators:
        base = None if row.base is None else last_day_of(row.base)
        target = last_day_of(row.every_target[0])
        if base is not None and target is not None and target < base:
            yield (
                row.cite,
                Text(
                    f"ориентир — на {in_russian(target)}, база — на {in_russian(base)}",
                    f"the target is of {target}, the base of {base}",
                ),
            )


@declared(
    "A19",
    Severity.NOTICE,
    Text("день опубликования не записан", "the day of publication is not recorded"),
    Text(
        "Постановление действует с дня, который считают от опубликования, а этот день не записан: шаги судят "
        "по толкованию "
        "D7. Впишите act.published.",
        "The decree holds from a day counted from its publication, and that day is not recorded: steps are "
        "judged by "
        "reading D7. Write act.published.",
    ),
)
def publication_not_recorded(edition: Edition) -> Iterator[Place]:
    """A decree that takes effect by its publication, of which no day is recorded."""
    says = edition.entry_into_force
    if says is not None and by_publication(says.value) and edition.act.published_on is None:
        yield says.basis, Text("день опубликования не указан", "no day of publication is given")


@declared(
    "A21",
    Severity.WARNING,
    Text("изменение раньше постановления", "an amendment before the decree"),
    Text(
        "Изменение принято или действует раньше дня самого постановления: до этого дня менять было нечего. "
        "Исправьте date или since.",
        "An amendment was adopted or holds before the day of the decree itself: there was nothing to amend. Mend "
        "date or since.",
    ),
)
def amended_before_its_day(edition: Edition) -> Iterator[Place]:
    """Amendments whose first day, or the day of whose act, is before the day of the decree."""
    for since, act in edition.amended_by:
        if edition.act.date is not None and act.date is not None and act.date < edition.act.date <= since:
            yield (
                act.cite("act"),
                Text(
                    f"изменяющий акт — от {in_russian(act.date)}, постановление — от "
                    f"{in_russian(edition.act.date)}",
                    f"the amending act is of {act.date}, the decree of {edition.act.date}",
                ),
            )
        if edition.act.date is not None and since < edition.act.date:
            yield (
                edition.whole,
                Text(
                    f"изменение действует с {in_russian(since)}, постановление — от {in_russian(edition.act.date)}",
                    f"an amendment holds from {since}, the decree is of {edition.act.date}",
                ),
            )


@declared(
    "A23",
    Severity.WARNING,
    Text("срок предела не может быть таким", "a limit whose period cannot be so"),
    Text(
        "Срок, на который установлен предел, кончился раньше, чем принято постановление, или пересекается со "
        "сроком другого предела для тех же услуг: какой из них действует, не понять. Исправьте дни.",
        "The period of the limit was over before the decree was issued, or it overlaps that of another limit for "
        "the same services, so nobody can tell which holds. Mend the days.",
    ),
)
def limit_out_of_its_days(edition: Edition) -> Iterator[Place]:
    """Limits whose period ended before the day of the decree, or has days of an earlier limit in it."""
    for one in edition.parameters:
        for place, limit in enumerate(one.limits):
            days = limit.days or Text("без срока", "without a period")
            if edition.act.date is not None and (limit.until or date.max) < edition.act.date:
                yield (
                    one.cite,
                    Text(f"предел {days.ru} кончился до постановления", f"the limit {days.en} was over"),
                )
            if any(_overlap(limit, earlier) for earlier in one.limits[:place]):
                yield (
                    one.cite,
                    Text(f"предел {days.ru} пересекается с другим", f"the limit {days.en} overlaps another"),
                )


def _overlap(one: Period, other: Period) -> bool:
    first = max(one.since or date.min, other.since or date.min)
    return first <= min(one.until or date.max, other.until or date.max)
