"""Исполнение заказа по делам (report): each line of an order beside what contracts under it rendered.

It is counted as the report that the order records is judged: on the days of its year. What contracts under the
order gave on other days stands beside it.

What was ordered in other ways than by certificate is told, and not whether it was rendered: of that the cases have
no contracts. A permitted deviation is counted of the share by certificate.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> report_of((), load_profile("kemerovo"), "2024/1", date(2025, 1, 15))
Traceback (most recent call last):
    ...
law189.casebook.report.NoOrder: the cases have no order «2024/1»; ...
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.known import Known, Made, on_day
from law189.casebook.ledger_rows import NOTHING, Figure, added
from law189.casebook.postings import posted
from law189.casebook.postings.accounts import Posting, Stage
from law189.casebook.rendered import NOWHERE, InYears, Line, order_key, rendered_by
from law189.cases.history import History
from law189.extracts import Way
from law189.files.wording import did_you_mean, word
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Citation, Law189Error, Text
from law189.law.text import in_russian
from law189.measures import EXACT, Unit
from law189.numbers import number_key, service_key
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.rules.orders import execution
from law189.rules.reconciliation import Between
from law189.verdict import plain
from law189.workflows import order

__all__ = ["NoOrder", "OrderReport", "OrderRow", "Outside", "report_of"]

DEVIATION = "order.permitted_deviation"


class NoOrder(Law189Error):
    """Заказа нет: no case of an order that stands on the day has that id or number, or several have the number."""

    def __init__(self, words: Text) -> None:
        self.words = words
        super().__init__(words.en)


class OrderRow(NamedTuple):
    """Строка заказа: what is ordered of a service in each way, and what was rendered of it by certificate.

    `rendered` is of the year of the order, as a report of that year tells it, `most` what it may be at most, None
    where it is known exactly. `other_years` is what was rendered under the order on days outside its year, and
    `other_most` what that may be. `within` says whether the deviation is within the permitted one; None where no
    act permits one, or where it may be and may not be.
    """

    service: str
    unit: Unit
    shares: tuple[tuple[Way, Figure], ...]
    rendered: Figure
    within: bool | None
    most: Decimal | None = None
    other_years: Figure = NOTHING
    other_most: Decimal | None = None

    @property
    def ordered(self) -> Figure:
        """Заказано: all shares together."""
        return added(share for _, share in self.shares)

    @property
    def share(self) -> Figure:
        """Доля сертификата: what is ordered by certificate."""
        return dict(self.shares).get(Way.CERTIFICATE, NOTHING)

    @property
    def deviation(self) -> Figure:
        """Отклонение: what was rendered by certificate less what was ordered so; below zero where it is less."""
        return self.rendered - self.share

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return {
            "service": self.service,
            "unit": self.unit.value,
            "shares": {way.value: share.as_json() for way, share in self.shares},
            "ordered": self.ordered.as_json(),
            "share": self.share.as_json(),
            **_rendered_json(self),
            "deviation": self.deviation.as_json(),
            "within": self.within,
        }


class Outside(NamedTuple):
    """Оказано вне строк: what contracts under it rendered of a service, in a unit that no line has.

    `service` is None for certificates on several services that name no line of the order. The rest is as in a row.
    """

    service: str | None
    unit: Unit
    rendered: Figure
    most: Decimal | None = None
    other_years: Figure = NOTHING
    other_most: Decimal | None = None

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        return {"service": self.service, "unit": self.unit.value, **_rendered_json(self)}


def _rendered_json(row: OrderRow | Outside) -> dict[str, Any]:
    return {
        "rendered": row.rendered.as_json(),
        "most": None if row.most is None else f"{row.most:f}",
        "other_years": row.other_years.as_json(),
        "other_most": None if row.other_most is None else f"{row.other_most:f}",
    }


class OrderReport(NamedTuple):
    """Исполнение заказа на день: its rows, and what was rendered under it that no line of it has.

    `permitted` is the permitted deviation in per cent, None where no act sets one; `cites` are what sets it.
    """

    history: str
    number: str
    year: int
    on: date
    permitted: Decimal | None
    cites: tuple[Citation, ...]
    rows: tuple[OrderRow, ...]
    outside: tuple[Outside, ...]

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "history": self.history,
            "number": self.number,
            "year": self.year,
            "on": self.on.isoformat(),
            "permitted": None if self.permitted is None else f"{self.permitted:f}",
            "cites": [plain(cite) for cite in self.cites],
            "rows": [row.as_json() for row in self.rows],
            "outside": [one.as_json() for one in self.outside],
        }


@asked
def report_of(histories: Iterable[History[Any]], profile: Profile, named: str, on: date) -> OrderReport:
    """The order of that id or number beside what contracts under it and their acts say, at the end of the day.

    A contract is under the order of its certificate, and counts for the line that pays for that; where no case
    tells that order, and no other order of the year gives the service to certificates, it is under the order of
    the year of its last day.

    Raises `NoOrder` where no order has it, several have the number, or the order was not approved by then or was
    cancelled; `Law189Error` on a case of a lifecycle that the library has not.
    """
    edition = must_be(profile, Profile).on(must_be(on, date))
    cases = [on_day(history, on) for history in histories]
    known = _order(cases, must_be(named, str), on)
    drafted = known.history.the(order.Drafted)
    rendered = rendered_by(cases).in_years(order_key(drafted.number, drafted.year))
    lines = list(dict.fromkeys((service_key(one.service), one.unit) for one in order.lines_of(known.history)))
    permitted, cites = _permitted(edition, on)
    moved = posted(known)
    return OrderReport(
        known.history.id,
        drafted.number,
        drafted.year,
        on,
        permitted,
        cites,
        tuple(_row(*key, moved, rendered.get(key, NOWHERE), permitted) for key in lines),
        tuple(
            Outside(*key, *_figures(rendered[key]))
            for key in sorted(rendered, key=_no_line_last)
            if key not in lines and (rendered[key].year_by or rendered[key].others_by)
        ),
    )


def _no_line_last(one: Line) -> tuple[bool, str, str]:
    service, unit = one
    return service is None, service or "", unit


def _permitted(edition: Edition, on: date) -> tuple[Decimal | None, tuple[Citation, ...]]:
    """The permitted deviation in per cent, and what sets it; None where no act in force on the day does."""
    fill = edition.fill_on(DEVIATION, on)
    if fill is None or fill.number is None:
        return None, ()
    return fill.number, (edition.federal.slot(DEVIATION).cite, fill.cite)


def _order(cases: Sequence[Known], named: str, on: date) -> Known:
    """The one order of that id, else of that number, as it stands."""
    orders = [one for one in cases if one.history.lifecycle == order.lifecycle.name]
    found = [one for one in orders if one.history.id == named] or [
        one for one in orders if number_key(named) in [number_key(number) for number in _numbers(one)]
    ]
    said = word(named)
    if not found:
        known = dict.fromkeys(one for case in orders for one in (case.history.id, *_numbers(case)))
        hint = did_you_mean(named, known)
        raise NoOrder(
            Text(f"заказа «{said}» в делах нет; {hint.ru}", f"the cases have no order «{said}»; {hint.en}")
        )
    if len(found) > 1:
        ids = ", ".join(word(one.history.id) for one in found)
        raise NoOrder(
            Text(
                f"номер «{said}» у нескольких заказов; назовите дело: {ids}",
                f"several orders have the number «{said}»; name the case: {ids}",
            )
        )
    (only,) = found
    if only.history.state in (order.State.PLANNED, order.State.DRAFTED, order.State.CANCELLED):
        state = order.lifecycle.words[only.history.state]
        raise NoOrder(
            Text(
                f"исполнять нечего: {in_russian(on)} заказ «{said}» — {state.ru}; назовите день, когда он "
                "утверждён",
                f"there is nothing to execute: on {on} the order «{said}» is: {state.en}; name a day on which "
                "it is approved",
            )
        )
    return only


def _numbers(known: Known) -> tuple[str, ...]:
    return tuple(event.number for event in known.history.events(order.Drafted))


def _row(
    service: str, unit: Unit, moved: Sequence[Posting], told: InYears, permitted: Decimal | None
) -> OrderRow:
    shares = {way: added(_share(moved, service, unit, way)) for way in Way}
    ordered = tuple((way, share) for way, share in shares.items() if share.made_by)
    rendered, most, other_years, other_most = _figures(told)
    row = OrderRow(service, unit, ordered, rendered, None, most, other_years, other_most)
    if permitted is None:
        return row
    share = row.share.amount
    ends = [execution.permits(permitted, share, EXACT.subtract(one, share)) for one in told.year]
    between = told.year.least <= share <= told.year.most
    return row._replace(within=ends[0] if ends[0] is ends[1] and (ends[0] or not between) else None)


def _figures(told: InYears) -> tuple[Figure, Decimal | None, Figure, Decimal | None]:
    """What is known of the year and of other days, and what each may be where that is not exact."""
    return (
        Figure(told.year.least, told.year_by),
        _unless_exact(told.year),
        Figure(told.others.least, told.others_by),
        _unless_exact(told.others),
    )


def _unless_exact(told: Between) -> Decimal | None:
    return None if told.least == told.most else told.most


def _share(moved: Iterable[Posting], service: str, unit: Unit, way: Way) -> Iterator[Figure]:
    """What each record put into the share, or took back from it."""
    for one in moved:
        forward = one.target.stage is Stage.SHARE
        share = one.target if forward else one.source
        if (share.service, share.unit, share.way) == (service, unit, way):
            amount = one.amount if forward else EXACT.minus(one.amount)
            yield Figure(amount, (Made(one.history, one.record),))
