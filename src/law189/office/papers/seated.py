"""Кто был (who was there): the tables of seats in the minutes and in the notice, each seat in one of them.

A seat is told by its office, and the name of whoever holds it is a blank: neither a profile nor a record has names.
"""

from collections.abc import Collection, Iterator

from law189.law import Text
from law189.office.papers.document import BLANK, Block, Heading, Line, Table
from law189.office.papers.judged import Judged

__all__ = ["people", "table_of"]

NUMBER = Text("№", "No")
PLACE = Text("Место в группе", "Seat")
OFFICE = Text("Должность", "Office")
NAME = Text("Фамилия, инициалы", "Name")
CAME = Text("Присутствует (да, нет)", "Present (yes, no)")
PRESENT, ABSENT = Text("Присутствовали", "Present"), Text("Отсутствовали", "Absent")
POLLED, UNPOLLED = Text("Опрошены", "Polled"), Text("Не опрошены", "Not polled")
COMPOSITION = Text("Состав группы", "Composition")
VACANT = Text("Вакантные места", "Vacant seats")
NOBODY = Text("никто", "nobody")
ALTERNATE = Text("замещающее лицо", "alternate")
VOTELESS = Text("без права голоса", "without a vote")
BESIDE = Text("Присутствует без права голоса", "Attends without a vote")
GUESTS = Text("Приглашённые", "Invited")
PROXIES = Text("Доверенности", "Proxies")
VOTES_FOR = Text("за это место голосует", "its vote is cast by")
PRESIDED = Text("Председательствующий", "Presiding")
ELECTED = Text("избран присутствующими", "elected by those present")
KEPT = Text("Протокол вёл", "Minutes kept by")


def people(judged: Judged) -> Iterator[Block]:
    """Who presided, who kept the minutes, who was there and who was not; of a poll who was asked."""
    yield from _hands(judged)
    yield from _poll(judged) if judged.poll is not None else _meeting(judged)
    lang, record = judged.lang, judged.record
    vacant = [seat.id for seat in judged.group.seats if seat.id in record.vacant]
    if vacant:
        yield Line(VACANT[lang], judged.all_called(vacant))
    if judged.poll is None and "secretary" in record.present and judged.held.invited:
        yield Line(BESIDE[lang], f"{judged.called('secretary')} — {BLANK}")
    guests = "; ".join(f"{guest} — {BLANK}" for guest in record.guests)
    yield Line(GUESTS[lang], guests or BLANK)
    if record.proxies:
        told = (f"{judged.called(a)} — {VOTES_FOR[lang]}: {judged.called(b)}" for a, b in record.proxies)
        norm = judged.norm("proxies")
        words = "; ".join(told)
        yield Line(
            PROXIES[lang],
            words if norm is None else judged.cited(f"{words} — {norm.value.text[lang]}", norm.basis),
        )


def _hands(judged: Judged) -> Iterator[Block]:
    """Who presided and who kept the minutes, with a blank for each name."""
    lang, held, record = judged.lang, judged.held, judged.record
    if judged.poll is None:
        chosen = f" ({ELECTED[lang]})" if held.seat is not None and held.seat == record.elected else ""
        led = f"{judged.called(held.seat)}{chosen} — {BLANK}" if held.seat is not None else BLANK
        yield Line(PRESIDED[lang], led)
    who = keeper(judged)
    yield Line(KEPT[lang], BLANK if who is None else f"{judged.called(who)} — {BLANK}")


def keeper(judged: Judged) -> str | None:
    """Who kept the minutes, as recorded, else as the regulation says; None where neither does."""
    told, said, group = judged.record.minutes, judged.group.minutes, judged.group
    if told is not None and told.drafted_by is not None:
        return told.drafted_by
    by = None if said is None else said.value.drafted_by
    if by == "secretary":
        return next(iter(group.secretaries), by)
    return judged.held.seat if by == "presiding" else None


def _poll(judged: Judged) -> Iterator[Block]:
    poll, lang, vacant = judged.poll, judged.lang, judged.record.vacant
    assert poll is not None, "asked of a poll only"
    rest = [seat.id for seat in judged.group.seats if seat.id not in (*poll.polled, *vacant)]
    yield Heading(POLLED[lang])
    yield table_of(judged, poll.polled) if poll.polled else Line("", NOBODY[lang])
    if rest:
        yield Heading(UNPOLLED[lang])
        yield table_of(judged, rest)


def _meeting(judged: Judged) -> Iterator[Block]:
    lang, held, vacant = judged.lang, judged.held, judged.record.vacant
    filled = [seat.id for seat in judged.group.seats if seat.id not in vacant]
    if not judged.attended:
        yield Heading(COMPOSITION[lang])
        yield table_of(judged, filled, ask=CAME)
        return
    here = held.here
    for title, seats in (
        (PRESENT, [seat for seat in filled if seat in here]),
        (ABSENT, [seat for seat in filled if seat not in here]),
    ):
        yield Heading(title[lang])
        yield table_of(judged, seats) if seats else Line("", NOBODY[lang])


def table_of(judged: Judged, seats: Collection[str], *, ask: Text | None = None) -> Table:
    """Seats with their offices and a blank for each name; `ask` heads one more column of blanks."""
    lang = judged.lang
    more = () if ask is None else (ask[lang],)
    rows = []
    for number, seat_id in enumerate(seats, start=1):
        seat = judged.group.by_id[seat_id]
        office = BLANK if seat.office is None else seat.office[lang]
        if seat_id in judged.record.alternates and seat.alternate is not None:
            office += f"; {ALTERNATE[lang]}: {seat.alternate[lang]}"
        role = judged.role(seat) if seat.votes else f"{judged.role(seat)}, {VOTELESS[lang]}"
        rows.append((str(number), role, office, BLANK, *(BLANK for _ in more)))
    widths = (6, 24, 42, 28) if ask is None else (6, 22, 34, 22, 16)
    heads = (NUMBER[lang], PLACE[lang], OFFICE[lang], NAME[lang], *more)
    return Table(heads, widths, tuple(rows))
