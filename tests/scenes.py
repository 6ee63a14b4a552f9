"""Scenes of many cases: files of steps, each step with what is to be found against it, asked through every door.

A step alone is right. `said(step, "number_once void")` is a step against which exactly that is found; a rule
without a point is one of reconciliation. `Scene.stands` is what is found of the cases as they stand on the
day `on`, the latest of all steps where it is None: pairs of a case and an outcome, see `STANDING`.
"""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from books import (
    FULL_TIME,
    LICENCE,
    OGRN,
    OTHER_PROVIDER,
    PROFILE,
    PROVIDER,
    UNIT,
    agreed,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
    town,
    volume,
)
from steps_files import text_of

from law189.audit.bulk import Audit, audit, audit_book
from law189.casebook.book import Casebook
from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking import judged, undone
from law189.verdict import Outcome

__all__ = ["FULL_TIME", "OTHER_PROVIDER", "PROFILE", "PROVIDER", "STANDING", "UNIT", "Scene", "said"]
__all__ += ["act", "act_of", "agreed", "annulled", "certified", "contracted", "cut", "excluded", "fulfilled"]
__all__ += ["gone", "included", "line", "ordered", "out_of_time", "reported", "terminated", "town", "volume"]


class Said(NamedTuple):
    """A step, and what is found against it."""

    step: Any
    rules: tuple[tuple[str, str], ...]


def said(step: Any, *rules: str) -> Said:
    """The step against which those rules are found, each with its outcome after a blank."""
    return Said(step, tuple(_rule(one) for one in rules))


STANDING = {"breach": "reconciliation.rests_on", "unknown": "reconciliation.passed_on"}
"""The rules that are asked of the cases as they stand, by what they come to."""


def _rule(told: str) -> tuple[str, str]:
    rule, outcome = told.split()
    return (rule if "." in rule else f"reconciliation.{rule}"), outcome


@dataclass(frozen=True)
class Scene:
    """The steps, each a line or `Said`; what stands wrong at the end; the day of the end and the profile."""

    steps: tuple[Any, ...]
    stands: tuple[tuple[str, str], ...] = ()
    on: str | None = None
    profile: Any = PROFILE

    @property
    def lines(self) -> list[Any]:
        return [one.step if isinstance(one, Said) else one for one in self.steps]

    @property
    def day(self) -> date | None:
        return None if self.on is None else date.fromisoformat(self.on)

    def wanted(self) -> Counter[tuple[int, str, str]]:
        """How often each finding of a line is wanted: once."""
        return Counter(
            (at, *rule)
            for at, one in enumerate(self.steps, start=1)
            if isinstance(one, Said)
            for rule in one.rules
        )

    def standing(self) -> Counter[tuple[str, str, str]]:
        return Counter((case, STANDING[outcome], outcome) for case, outcome in self.stands)

    # ─── The doors ───

    def of_audit(self, lines: list[tuple[int, Any]] | None = None) -> list[Any]:
        found = audit(lines or list(enumerate(self.lines, 1)), self.profile, on=self.day)
        return list(found)

    def before(self) -> Counter[tuple[int, str, str]]:
        """What the book says of each step before it is taken."""
        asked, found = Audit(self.profile), Counter[tuple[int, str, str]]()
        for at, one in sorted(enumerate(self.lines, 1), key=lambda pair: pair[1].event.on):
            told = asked._numbered(one)
            verdict = judged(undone(asked.book.shelf, told, self.profile), told, self.profile).verdict
            leaves = {
                (part.rule, part.outcome.value)
                for part in verdict.walk()
                if not part.parts and part.outcome is not Outcome.HOLDS
            }
            found.update((at, *leaf) for leaf in leaves)
            list(asked.take(at, one))
        return found

    def of_book(self) -> list[Any]:
        """What a book that holds the cases says of them afterwards."""
        asked = Audit(self.profile)
        shelf = MemoryShelf()  # an audit keeps no sentences, a book does
        for at, one in sorted(enumerate(self.lines, 1), key=lambda pair: pair[1].event.on):
            told = asked._numbered(one)
            shelf = undone(shelf, told, self.profile)
            shelf = shelf.with_cases(judged(shelf, told, self.profile, happened=True).cases)
            list(asked.take(at, one))
        return list(audit_book(Casebook(self.profile, shelf), self.day))

    def text(self) -> str:
        return text_of(self.lines)


def counted(findings: Any) -> tuple[Counter[tuple[int, str, str]], Counter[tuple[str, str, str]]]:
    """The findings of lines, and those of cases as they stand; as objects or as JSON."""
    steps, standing = Counter[tuple[int, str, str]](), Counter[tuple[str, str, str]]()
    for one in findings:
        told = one if isinstance(one, dict) else json.loads(json.dumps(one.as_json()))
        if told["rule"] in STANDING.values():
            standing[told["history"], told["rule"], told["outcome"]] += 1
        else:
            steps[told["line"], told["rule"], told["outcome"]] += 1
    return steps, standing


def out_of_time(lines: list[Any]) -> list[tuple[int, Any]]:
    """The lines with the latest days first, as far as those of one case and of one day can stand as they stood.

    Each has the number that it has in the first order.
    """
    left, found = list(enumerate(lines, 1)), []
    while left:
        first: dict[Any, int] = {}
        for place, (_, one) in enumerate(left):
            first.setdefault(("case", one.history), place)
            first.setdefault(("day", one.event.on), place)
        free = [
            place
            for place, (_, one) in enumerate(left)
            if first["case", one.history] == place == first["day", one.event.on]
        ]
        found.append(left.pop(max(free, key=lambda place: left[place][1].event.on)))
    return found


# ─── Steps ───────────────────────────────────────────────────────────────────────────────────────────────


def annulled(case: str, cycle: str, record: int, on: str, by: str = "education") -> Any:
    return line(case, cycle, "record_annulled", on, by, record=record, reason="запись ошибочна")


def gone(case: str = "c1", on: str = "2024-01-20") -> Any:
    return line(case, "certificate", "annulled", on, "education", reason="переезд", ground="own-request")


def excluded(case: str = "entry", on: str = "2024-04-10") -> Any:
    return line(case, "selection", "excluded", on, "education", ground="own-request", because="заявление")


def terminated(case: str = "agreement", on: str = "2024-04-10") -> Any:
    return line(case, "agreement", "terminated", on, "education", ground="решение", because="нарушение")


def cut(
    share: int, on: str = "2024-03-01", *, status: int = 2, case: str = "order", service: str = FULL_TIME
) -> Any:
    parts = [{"way": "municipal-task", "amount": 400}, {"way": "certificate", "amount": share}][
        : 2 if share else 1
    ]
    rows = [{"service": service, "unit": UNIT, "total": 400 + share, "parts": parts}]
    return line(case, "order", "amended", on, "education", status=status, lines=rows, reason="бюджет",
                enabling_act="решение № 8", document={"form": "paper"})  # fmt: skip


def act(
    number: str,
    since: str,
    until: str,
    amount: Any,
    on: str,
    case: str = "agreement",
    service: str = FULL_TIME,
) -> Any:
    rendered = [{"service": service, "unit": UNIT, "amount": amount}]
    return line(case, "agreement", "act_drawn", on, "provider", number=number, since=since, until=until,
                rendered=rendered)  # fmt: skip


def act_of(month: int, amount: Any, case: str = "agreement") -> Any:
    """The act of a month of 2024, drawn on the first day of the next one."""
    last = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31}[month]
    first = 9 if month == 1 else 1
    since, until = f"2024-{month:02}-{first:02}", f"2024-{month:02}-{last}"
    return act(f"А-{month}", since, until, amount, f"2024-{month + 1:02}-01", case)


def reported(amount: Any, by_certificate: Any = None, *, on: str = "2025-01-27", case: str = "order",
             service: str = FULL_TIME, period: tuple[str, str] | None = None) -> Any:  # fmt: skip
    row = {"service": service, "unit": UNIT, "amount": amount}
    if by_certificate is not None:
        rest = amount - by_certificate
        row["parts"] = [{"way": "certificate", "amount": by_certificate},
                        *([{"way": "municipal-task", "amount": rest}] if rest else [])]  # fmt: skip
    kind, days = "report_formed", {}
    if period is not None:
        kind, days = "period_reported", {"since": period[0], "until": period[1]}
    return line(case, "order", kind, on, "education", achieved=[row], document={"form": "paper"}, **days)


def provider_told(inn: str = PROVIDER, licence: dict[str, Any] | None = None) -> dict[str, Any]:
    own = {"number": LICENCE[inn], "issued_on": "2019-09-02", **(licence or {})}
    return {"kind": "legal-entity", "inn": inn, "ogrn": OGRN[inn], "licence": own}
