"""Город (the town): its providers, its children, and what becomes of each of them in the year.

Everything is invented and drawn by a seed: a town of the same size and seed is the same town. No child has a name,
only the number of its file; the INN and the OGRN have right check digits and belong to nobody meant here.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import Any, NamedTuple

from stdnum.ru import inn as inn_number

__all__ = ["EXCLUDED", "LICENCE_ENDS", "SERVICES", "SUCCEEDED", "Child", "Stay", "Town", "provider_facts"]

SERVICES = ("804200О.99.0.ББ52АЕ59000", "804200О.99.0.ББ52АЕ83000")
NOMINAL, SMALLER, A_MONTH = 72, 54, 18
EXCLUDED, LICENCE_ENDS, SUCCEEDED = 1, 2, 3
"""The providers of whom one is excluded, one loses its licence and one is reorganised, by their numbers."""


class Season(NamedTuple):
    """Пора занятий: first day of applications and how many working days; when lessons begin, halve and end."""

    applied_from: date
    days: int
    starts: date
    later: date
    half: date
    left: date
    ends: date
    amended: date

    @property
    def months(self) -> range:
        """The months with lessons."""
        return range(self.starts.month, self.ends.month + 1)


SPRING = Season(
    date(2024, 1, 9),
    14,
    date(2024, 2, 1),
    date(2024, 3, 1),
    date(2024, 4, 1),
    date(2024, 4, 3),
    date(2024, 5, 31),
    date(2024, 2, 15),
)
AUTUMN = Season(
    date(2024, 8, 5),
    14,
    date(2024, 9, 2),
    date(2024, 10, 1),
    date(2024, 11, 1),
    date(2024, 11, 5),
    date(2024, 12, 20),
    date(2024, 9, 16),
)
WAYS = {
    **dict.fromkeys((13, 14), "leaves"),
    **dict.fromkeys((3, 4, 25, 26), "moves"),
    **dict.fromkeys((21, 22), "smaller"),
    **dict.fromkeys((9, 10), "group"),
    **dict.fromkeys((19, 20), "unused"),
    **dict.fromkeys((7, 8), "refused"),
}
"""What becomes of a child, by its number in each forty; the others study to the end where they began."""


class Stay(NamedTuple):
    """Занятия у одного исполнителя: the contract, from its first lesson to what was rendered."""

    contract: str
    provider: int
    starts: date
    runs_to: date
    volume: int
    ended: date
    rendered: int
    group: bool = False

    @property
    def whole(self) -> bool:
        """Whether it was carried out to the end."""
        return self.volume == self.rendered

    @property
    def months(self) -> range:
        """The months in which lessons were given; a contract ended early ends on the first day of a month."""
        return range(self.starts.month, self.ended.month + self.whole)


class Child(NamedTuple):
    """Ребёнок: the number of the file, when it was born, what is applied for, what becomes of it."""

    number: int
    born: date
    service: str
    season: Season
    applied: date
    way: str
    stays: tuple[Stay, ...]

    @property
    def nominal(self) -> int:
        """The hours of the certificate in the end."""
        return SMALLER if self.way == "smaller" else NOMINAL

    @property
    def returned(self) -> tuple[tuple[date, int], ...]:
        """What of the certificate goes back to the share of the order, and when."""
        if self.way == "smaller":
            return ((self.season.amended, NOMINAL - SMALLER),)
        if self.way == "leaves":
            return ((self.season.left, NOMINAL - sum(stay.rendered for stay in self.stays)),)
        return ()


def next_working(day: date) -> date:
    """The next day from Monday to Friday; no public holiday falls into the days of applications."""
    return day + timedelta(3 if day.weekday() == 4 else 1)


def working(first: date, count: int) -> Iterator[date]:
    """So many working days."""
    for _ in range(count):
        yield first
        first = next_working(first)


@dataclass(frozen=True)
class Town:
    """Город: how many providers (six or more) and certificates it has, and the seed by which it is drawn."""

    providers: int = 60
    certificates: int = 5000
    seed: int = 189

    def open_to(self, service: str, season: Season) -> list[int]:
        """The providers of the service that begin in the season and stay to its end."""
        own = [
            one for one in range(1, self.providers + 1) if SERVICES[one % 2] == service and one != EXCLUDED
        ]
        return [one for one in own if season is SPRING or one != LICENCE_ENDS]

    @cached_property
    def children(self) -> tuple[Child, ...]:
        """Every child that applies for a certificate."""
        drawn = Random(self.seed)  # noqa: S311  # a town is drawn, nothing is kept secret
        return tuple(self._child(number, drawn) for number in range(1, self.certificates + 1))

    def _child(self, number: int, drawn: Random) -> Child:
        service, season = SERVICES[number % 2], (SPRING, AUTUMN)[number // 2 % 2]
        way = WAYS.get(number % 40, "stays")
        born = date(drawn.randint(2008, 2017), drawn.randint(1, 12), drawn.randint(1, 28))
        applied = drawn.choice([*working(season.applied_from, season.days)])
        stays = self._stays(number, service, season, way, drawn)
        return Child(number, born, service, season, applied, way, stays)

    def _stays(self, number: int, service: str, season: Season, way: str, drawn: Random) -> tuple[Stay, ...]:
        if way in ("unused", "refused"):
            return ()
        known = self.open_to(service, season)
        begins = [*known, EXCLUDED] if season is SPRING and service == SERVICES[EXCLUDED % 2] else known
        first = drawn.choice(begins if way in ("stays", "moves", "leaves") else known)
        contract, half = f"Д-{number}", NOMINAL // 2
        if way == "smaller":
            return (Stay(contract, first, season.later, season.ends, SMALLER, season.ends, SMALLER),)
        if way == "leaves":
            return (Stay(contract, first, season.starts, season.ends, NOMINAL, season.half, half),)
        if way == "moves" or first == EXCLUDED:
            second = drawn.choice([one for one in known if one != first])
            return (
                Stay(contract, first, season.starts, season.ends, NOMINAL, season.half, half),
                Stay(f"{contract}/2", second, season.half, season.ends, half, season.ends, half),
            )
        whole = Stay(contract, first, season.starts, season.ends, NOMINAL, season.ends, NOMINAL)
        return (whole._replace(group=way == "group"),)

    # ─── What the plan counts, by itself ───

    @cached_property
    def given(self) -> Counter[tuple[int, int]]:
        """The hours that each provider gives in each month."""
        stays = [stay for child in self.children for stay in child.stays]
        return Counter({key: count * A_MONTH for key, count in Counter(_months(stays)).items()})

    def rendered(self, service: str) -> int:
        """The hours of the service that were rendered in the year."""
        return sum(stay.rendered for one in self._of(service) for stay in one.stays)

    def taken(self, service: str, by: date) -> int:
        """The hours that certificates applied for by the day take of the share, less what came back by then."""
        own = [one for one in self._of(service) if one.way != "refused"]
        back = sum(amount for one in own for day, amount in one.returned if day <= by)
        return sum(NOMINAL for one in own if one.applied <= by) - back

    def _of(self, service: str) -> list[Child]:
        return [one for one in self.children if one.service == service]


def _months(stays: Sequence[Stay]) -> Iterable[tuple[int, int]]:
    return ((stay.provider, month) for stay in stays for month in stay.months)


def provider_facts(number: int, **more: Any) -> dict[str, Any]:
    """A provider as it applies; the same number gives the same INN and OGRN."""
    body = f"4205{number:05d}"
    inn = body + inn_number.calc_company_check_digit(body)
    ogrn = f"12342000{number:04d}"
    ogrn += str(int(ogrn) % 11 % 10)
    licence = {"number": f"Л-{number}", "issued_on": "2019-09-02"}
    return {"kind": "legal-entity", "inn": inn, "ogrn": ogrn, "licence": licence, **more}
