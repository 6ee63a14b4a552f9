"""An oracle for what only many cases show: a naive program over the lines of a file of steps.

It was written from a description of the findings in words, before its author had read the casebook. It imports
nothing of the library: lists and loops, every question is answered by walking over all the cases again. Lines are
dicts as a file of steps (JSON Lines) has them, each readable by itself; they are in the order of their days.

A step that happened counts, whatever was wrong with it, if it leads somewhere from the state of its case. One that
was void and is done again from the same state counts once: the later one stands in its place. A record that is
annulled counts no more, and what its case claims of the others by that, and did not claim before, is asked like a
step that claims it; where that is void, the record is not annulled.

>>> said = answer([{"history": "1", "lifecycle": "order", "kind": "drafted", "on": "2024-01-01", "by": "education",
...                 "number": "1", "year": 2024, "lines": []}])
>>> said.found, said.open
([], set())
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

Step = dict[str, Any]

BODY, HOURS = "education", "person-hours"
HOLDERS = ("consumer", "representative")
# kind: (who may, from which states, to which state), by lifecycle; what the drawings of the lifecycles show
STEPS = {
    "order": {
        "drafted": ((BODY,), ("", "drafted"), "drafted"),
        "advice_attached": (("chair",), ("drafted",), "drafted"),
        "approved": ((BODY,), ("drafted",), "approved"),
        "published": ((BODY,), ("approved",), "published"),
        "amended": ((BODY,), ("approved", "published"), "approved"),
        "report_formed": ((BODY,), ("published",), "reported"),
        "report_published": ((BODY,), ("reported",), "report_published"),
        "closed": ((BODY,), ("report_published",), "closed"),
    },
    "selection": {
        "applied": (("provider",), ("",), "applied"),
        "included": ((BODY,), ("applied",), "included"),
        "application_refused": ((BODY,), ("applied",), "refused"),
        "withdrawn": (("provider",), ("applied",), "withdrawn"),
        "changed": (("provider", BODY), ("included",), "included"),
        "excluded": ((BODY,), ("included",), "excluded"),
    },
    "agreement": {
        "drafted": ((BODY,), ("",), "drafted"),
        "signed_by_provider": (("provider",), ("drafted",), "signed"),
        "concluded": ((BODY,), ("signed",), "concluded"),
        "amended": ((BODY,), ("concluded",), "concluded"),
        "terminated": ((BODY, "provider"), ("concluded",), "terminated"),
        "completed": ((BODY,), ("concluded",), "completed"),
    },
    "certificate": {
        "applied_for": (HOLDERS, ("",), "applied"),
        "recipient_registered": ((BODY,), ("applied",), "registered"),
        "recipient_refused": ((BODY,), ("applied",), "refused"),
        "formed": ((BODY,), ("registered",), "formed"),
        "contracted": (("provider", BODY), ("formed", "contracted"), "contracted"),
        "contract_ended": (("provider", BODY), ("contracted",), "formed"),
        "used": (("provider", BODY), ("contracted",), "used"),
        "annulled": ((BODY,), ("registered", "formed"), "annulled"),
        "expired": ((BODY,), ("formed",), "expired"),
    },
    "contract": {
        "offered": (("provider",), ("",), "offered"),
        "declined": ((*HOLDERS, "provider"), ("offered",), "declined"),
        "concluded": (HOLDERS, ("offered",), "concluded"),
        "fulfilled": (("provider",), ("concluded",), "fulfilled"),
        "terminated": ((*HOLDERS, "provider"), ("concluded",), "terminated"),
    },
}
NOTHING_CAME = {"declined", "refused", "withdrawn", "lapsed", "cancelled"}
HOLDING = ("contracted", "contract_ended", "used")
NUMBERED = {"certificate": "formed", "contract": "offered", "agreement": "drafted", "order": "drafted"}


# ─── What is written in many ways and is one ─────────────────────────────────────────────────────────────


def num(written: str) -> str:
    """A number of a document, without blanks and the sign of a number."""
    return "".join(written.split()).lstrip("№").casefold()


def svc(written: str) -> str:
    """A service without blanks and dots; its seventh character tells no two apart."""
    bare = "".join(written.split()).replace(".", "").upper()
    return bare[:6] + bare[7:]


def amount(volume: dict[str, Any]) -> Decimal:
    return Decimal(str(volume["amount"]))


def plain(fact: Any, of: str = "") -> Any:
    """A fact of an extract in the one form in which two are compared."""
    if fact is None or fact is False or fact == []:
        return None
    if of in ("number", "record", "contract", "certificate"):
        return num(fact)
    if of == "service":
        return svc(fact)
    if of in ("services", "taken"):
        return sorted({svc(one) for one in fact})
    if of in ("nominal", "balance", "volume", "rendered"):
        return amount(fact), fact["unit"]
    if of == "recipient":
        return num(fact["file"]), fact["born"]
    return fact


# ─── The cases, as lists of what happened ────────────────────────────────────────────────────────────────


@dataclass
class Case:
    """One case: what happened in it, each with the state before it and whether it was void."""

    cycle: str
    name: str
    steps: list[Step] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    void: list[bool] = field(default_factory=list)
    state: str = ""
    undone: list[Step] = field(default_factory=list)

    def last(self, *kinds: str) -> Step | None:
        for step in reversed(self.steps):
            if step["kind"] in kinds:
                return step
        return None

    def the(self, *kinds: str) -> Step:
        found = self.last(*kinds)
        assert found is not None, (self.name, kinds)
        return found

    def until(self, count: int) -> "Case":
        """The case as it was after so many steps."""
        part = Case(self.cycle, self.name, self.steps[:count], self.before[:count], self.void[:count])
        part.undone = self.undone
        part.state = self.before[count] if count < len(self.steps) else self.state
        return part


@dataclass
class Said:
    """What the oracle says: (line counted from 1, case, code, outcome), and (line, code) where it cannot tell."""

    found: list[tuple[int, str, str, str]] = field(default_factory=list)
    open: set[tuple[int, str]] = field(default_factory=set)


class Unclear(Exception):
    """The words from which the oracle is written do not decide it."""


class Book:
    """All the cases of a file up to some line."""

    def __init__(self, parameters: list[dict[str, Any]]) -> None:
        self.cases: list[Case] = []
        self.made: list[Case] = []  # certificates, in the order in which they were formed
        self.parameters = parameters

    def case(self, line: Step) -> Case:
        for case in self.cases:
            if (case.cycle, case.name) == (line["lifecycle"], line["history"]):
                return case
        self.cases.append(Case(line["lifecycle"], line["history"]))
        return self.cases[-1]

    def of(self, cycle: str) -> list[Case]:
        return [case for case in self.cases if case.cycle == cycle]

    def begin(self, line: Step) -> Case:
        """The case of the line, without the void step that the line does again."""
        case, (_, sources, _) = self.case(line), STEPS[line["lifecycle"]][line["kind"]]
        if case.steps and case.void[-1] and case.before[-1] in sources:
            again = case.steps[-1]["kind"] == line["kind"]
            if again or case.state not in sources:
                self.drop(case, len(case.steps) - 1)
                for other in self.cases:
                    for place in reversed(range(len(other.steps))):
                        if other.steps[place].get("linked") == (case.name, len(case.steps)):
                            self.drop(other, place)
        return case

    def drop(self, case: Case, place: int) -> None:
        """The case without one of its steps, and its states as the others lead to them."""
        steps, void = case.steps[:place] + case.steps[place + 1 :], case.void[:place] + case.void[place + 1 :]
        case.steps, case.before, case.void, case.state = [], [], [], ""
        for step, wrong in zip(steps, void, strict=True):
            self.add(case, step, wrong)

    def add(self, case: Case, line: Step, void: bool) -> None:
        if case.cycle == "certificate" and line["kind"] == "formed":
            self.made = [*(one for one in self.made if one is not case), case]
        case.before.append(case.state)
        case.steps.append(line)
        case.void.append(void)
        case.state = STEPS[case.cycle][line["kind"]][2] if line["kind"] else case.state
        if line["kind"] == "contract_ended" and holds(case):
            case.state = "contracted"

    def record(self, case: Case, line: Step, void: bool) -> None:
        """What happened, and what a contract does to its certificate with the same step."""
        if line["kind"] == "record_annulled":
            self.annul(case, line)
            return
        if (
            case.cycle == "certificate"
            and line["kind"] in HOLDING
            and _told(case, line["contract"]) == line["kind"]
        ):
            return  # it was recorded with the step of the contract
        self.add(case, line, void)
        if case.cycle == "contract" and line["kind"] in ("concluded", "fulfilled", "terminated"):
            self.link(case, line)

    def annul(self, case: Case, line: Step) -> None:
        """The record keeps its place and says nothing; what was recorded with it in another case goes with it."""
        place = line["record"] - 1
        case.undone.append(case.steps[place])
        self.blank(case, place)
        case.before.append(case.state)
        case.steps.append({"kind": "", "on": line["on"]})
        case.void.append(False)
        for other in self.cases:
            for at, step in enumerate(other.steps):
                if step.get("linked") == (case.name, place):
                    self.blank(other, at)

    def blank(self, case: Case, place: int) -> None:
        """The case with one of its steps saying nothing, and its states as the others lead to them."""
        steps, void = [*case.steps], [*case.void]
        steps[place] = {"kind": "", "on": steps[place]["on"]}
        case.steps, case.before, case.void, case.state = [], [], [], ""
        for step, wrong in zip(steps, void, strict=True):
            if step["kind"]:
                self.add(case, step, wrong)
            else:
                case.before.append(case.state)
                case.steps.append(step)
                case.void.append(wrong)

    def link(self, case: Case, line: Step) -> None:
        shown = _contract_shows(case)
        if shown is None or shown["certificate"] is None:
            return
        for held in self.certificates(shown["certificate"])[:1]:
            told = _told(held, shown)
            if line["kind"] == "concluded":
                kind = "contracted" if told != "contracted" else ""
            elif told == "contracted":
                left = _left_of(held) + amount(shown["volume"]) - amount(shown["rendered"])
                kind = "used" if left == 0 and len(holds(held)) == 1 else "contract_ended"
            else:
                kind = ""
            if kind and held.state in STEPS["certificate"][kind][1]:
                linked = (case.name, len(case.steps) - 1)
                self.add(
                    held, {"kind": kind, "on": line["on"], "contract": shown, "linked": linked}, void=False
                )

    # ─── What the cases hold ─────────────────────────────────────────────────────────────────────────────

    def formed(self) -> list[Case]:
        return [case for case in self.made if case.last("formed")]

    def certificates(self, number: str) -> list[Case]:
        """The certificates of that number; there should be one."""
        return [case for case in self.formed() if num(case.the("formed")["number"]) == num(number)]

    def concluded(self) -> list[Case]:
        return [case for case in self.of("contract") if case.last("concluded")]

    def under(self, number: str) -> list[Case]:
        """The contracts concluded under a certificate of that number."""
        found = []
        for case in self.concluded():
            shown = case.the("concluded").get("certificate")
            if shown is not None and num(shown["number"]) == num(number):
                found.append(case)
        return found

    def spent(self, number: str, besides: Case | None = None) -> Decimal:
        """Volumes of the contracts under that number, less what came back at their end."""
        total = Decimal(0)
        for case in self.under(number):
            if case is besides:
                continue
            end = case.last("fulfilled", "terminated")
            total += amount(case.the("offered")["volume"] if end is None else end["rendered"])
        return total

    def in_force(self, case: Case) -> bool:
        """Whether a certificate that was formed is neither used, annulled nor expired."""
        return case.state in ("formed", "contracted")

    def orders(self, number: str, year: int) -> list[Case]:
        return [
            case
            for case in self.of("order")
            if case.last("drafted")
            and num(case.the("drafted")["number"]) == num(number)
            and case.the("drafted")["year"] == year
        ]

    def entries(self, inn: str, services: list[str]) -> list[Case]:
        """The entries that stand in the register, of that provider and for any of the services."""
        found = []
        for case in self.of("selection"):
            if case.state == "included":
                entry = case.the("applied", "changed")
                shared = {svc(one) for one in entry["services"]} & {svc(one) for one in services}
                if entry["provider"]["inn"] == inn and shared:
                    found.append(case)
        return found

    def certified(self, order: Step, service: str, besides: Case | None = None) -> tuple[Decimal, set[str]]:
        """How much of the service is certified under the order, and in which units."""
        total, units = Decimal(0), set()
        for case in self.formed():
            made = case.the("formed")
            shown, services = made.get("order"), case.the("applied_for")["services"]
            if case is besides or counts_for(case) == 0 or shown is None or len(services) > 1:
                continue
            of_it = (num(shown["number"]), shown["year"]) == (num(order["number"]), order["year"])
            if of_it and svc(services[0]) == svc(service):
                total += counts_for(case)
                units.add(made["nominal"]["unit"])
        return total, units

    def allowed(self, service: str) -> int:
        found = [one for one in self.parameters if _of(one, service) and one.get("certificates") is not None]
        if len(found) > 1:
            raise Unclear
        return found[0]["certificates"] if found else 1


def _of(parameters: dict[str, Any], service: str) -> bool:
    named = parameters.get("services") or ()
    return not named or svc(service) in {svc(one) for one in named}


def share(order: Case, service: str, way: str = "certificate") -> tuple[Decimal, str | None]:
    """How much of the service the order, as it stands, gives to the way, and in which unit; (0, None) for none."""
    for line in (order.last("amended") or order.the("drafted"))["lines"]:
        if svc(line["service"]) == svc(service):
            parts = [amount(part) for part in line["parts"] if part["way"] == way]
            return sum(parts, Decimal(0)), line["unit"]
    return Decimal(0), None


# ─── The questions ───────────────────────────────────────────────────────────────────────────────────────


def number_once(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"]) == ("selection", "included"):
        yield from _record_of_two(book, case, line)
        return
    if (case.cycle, line["kind"]) == ("certificate", "contracted"):
        if _told(case, line["contract"]) in ("contract_ended", "used"):
            yield "void"  # the contract of that number has ended
        return
    if NUMBERED.get(case.cycle) != line["kind"]:
        return
    for other in book.of(case.cycle):
        had = other.last(line["kind"])
        if other is case or had is None or other.state in NOTHING_CAME:
            continue
        if num(had["number"]) == num(line["number"]) and had.get("year") == line.get("year"):
            yield "void"
            return


def _record_of_two(book: Book, case: Case, line: Step) -> Iterator[str]:
    """One record of the register is of one provider."""
    for other in book.of("selection"):
        had = other.last("included")
        if had is not None and num(had["record"]) == num(line["record"]) and _inn(other) != _inn(case):
            yield "void"
            return


def record_once(book: Book, case: Case, line: Step) -> Iterator[str]:
    if case.cycle == "selection" and line["kind"] in ("included", "changed"):
        entry = line if line["kind"] == "changed" else case.the("applied", "changed")
        if [one for one in book.entries(entry["provider"]["inn"], entry["services"]) if one is not case]:
            yield "void"


def certificates_once(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"]) != ("certificate", "formed"):
        return
    request = case.the("applied_for")
    for service in request["services"]:
        live = 0
        for other in book.formed():
            asked, made = other.the("applied_for"), other.the("formed")
            live += (
                other is not case
                and num(asked["recipient"]["file"]) == num(request["recipient"]["file"])
                and svc(service) in {svc(one) for one in asked["services"]}
                and book.in_force(other)
                and made["valid_until"] >= line["on"]
            )
        if live >= book.allowed(service):
            yield "void"
            return


def within_limit(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"]) != ("certificate", "formed"):
        return
    named = case.the("applied_for")["services"]
    set_for = [one for one in book.parameters if any(_of(one, service) for service in named)]
    found = {_beyond(book, case, line, one, limit) for one in set_for for limit in one.get("limits", ())}
    yield from sorted(found - {"holds"})


def _beyond(book: Book, case: Case, line: Step, one: dict[str, Any], limit: dict[str, Any]) -> str:
    """What follows for the certificate from one limit of the parameters."""
    first, until = limit.get("since") or "0000", limit.get("until") or "9999"
    if not first <= line["on"] <= until:
        return "holds"
    nominals = [line["nominal"]]
    for other in book.formed():
        made, services = other.the("formed"), other.the("applied_for")["services"]
        counts = other is not case and counts_for(other) > 0 and first <= made["on"] <= until
        if counts and any(_of(one, service) for service in services):
            nominals.append({**made["nominal"], "amount": counts_for(other)})
    if limit.get("certificates") is not None and len(nominals) > limit["certificates"]:
        return "void"
    if limit.get("volume") is None:
        return "holds"
    inside = [nominal for nominal in nominals if nominal["unit"] == limit["volume"]["unit"]]
    if sum(map(amount, inside), Decimal(0)) > amount(limit["volume"]):
        return "void"
    return "holds" if len(inside) == len(nominals) else "unknown"  # what is in another unit is not added


def _held_order(book: Book, line: Step) -> Case | None:
    shown = line.get("order")
    if shown is None:
        raise Unclear  # the book may show an order of its own; which one is not said
    held = book.orders(shown["number"], shown["year"])
    if len(held) > 1 or any(one.state == "drafted" for one in held):
        raise Unclear
    return held[0] if held else None


def _of_other_years(book: Book, shown: Step) -> list[Case]:
    """The orders of the number, where none of them is for the year that the extract says."""
    named = [one for one in book.of("order") if one.last("drafted")]
    named = [one for one in named if num(one.the("drafted")["number"]) == num(shown["number"])]
    return [] if any(one.the("drafted")["year"] == shown["year"] for one in named) else named


def mended(book: Book, line: Step) -> Step:
    """The line with the year of the order that its extract is of, where only the year is another."""
    shown = line.get("order")
    if not isinstance(shown, dict) or "as_of" not in shown:
        return line
    for one in _of_other_years(book, shown):
        own = _shows("order", [*_moments(one, line["on"])][-1])
        if own is not None and own["approved_on"] == shown["approved_on"]:
            return {**line, "order": {**shown, "year": one.the("drafted")["year"]}}
    return line


def order_of_year(book: Book, _case: Case, line: Step) -> Iterator[str]:
    shown = line.get("order")
    if not isinstance(shown, dict) or "as_of" not in shown:
        return
    if _of_other_years(book, shown) and _once(book, "order", shown) is None:
        yield "unknown"


def of_share(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"]) != ("certificate", "formed"):
        return
    order, services = _held_order(book, line), case.the("applied_for")["services"]
    if order is None or len({svc(one) for one in services}) > 1:
        return
    given, unit = share(order, services[0])
    certified, units = book.certified(order.the("drafted"), services[0], besides=case)
    if unit is None or given == 0 or units | {line["nominal"]["unit"]} != {unit}:
        raise Unclear
    if certified + amount(line["nominal"]) > given >= amount(line["nominal"]):
        yield "void"  # one that alone is more than its line orders is told of by its own case


def line_named(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"]) == ("certificate", "formed"):
        named = case.the("applied_for")["services"]
        if _held_order(book, line) is not None and len(named) > 1 and line.get("line") is None:
            yield "unknown"


def cut_below(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"]) != ("order", "amended"):
        return
    drafted = case.the("drafted")
    if len(book.orders(drafted["number"], drafted["year"])) > 1:
        raise Unclear
    then = Case("order", case.name, [*case.steps, line])
    told = [step["lines"] for step in (*case.steps, line) if step["kind"] in ("drafted", "amended")]
    services = {svc(one["service"]): one["service"] for lines in told for one in lines}
    for service in services.values():
        certified, units = book.certified(drafted, service)
        given, _ = share(then, service)
        if units - {HOURS}:
            raise Unclear  # shares and certificates are counted in two units
        if certified > given:
            yield "void"
            return


def usual(book: Book, case: Case, line: Step) -> tuple[bool, bool]:
    """Of a contract concluded on a certificate of the book: not formed for it, and more than is left."""
    number, offered, on = line["certificate"]["number"], case.the("offered"), line["on"]
    held = book.certificates(number)
    if len(held) > 1 or _shares_number(book, case):
        raise Unclear
    made, running = held[0].the("formed"), holds(held[0])
    mine = [one for one in running if num(one["number"]) == num(offered["number"])]
    taken = [svc(one["service"]) for one in running if one not in mine]
    ended = made["on"] > on or made["valid_until"] < on or not (book.in_force(held[0]) or mine)
    left = max(_left_of(held[0]) + sum((amount(one["volume"]) for one in mine), Decimal(0)), Decimal(0))
    alike = made["nominal"]["unit"] == offered["volume"]["unit"]
    barred = ended or svc(offered["service"]) in taken
    over = made["valid_until"] < on or not (book.in_force(held[0]) or mine)
    if barred and (over or left == 0):
        return True, False  # nothing is left of it, and that it gives no right says so
    return barred, not (alike and amount(offered["volume"]) <= left)


def _shares_number(book: Book, case: Case) -> bool:
    """Whether another contract has the number of this one: which of the two holds a certificate is not told."""
    mine = case.the("offered")["number"]
    others = [
        one.the("offered")["number"] for one in book.of("contract") if one is not case and one.last("offered")
    ]
    return num(mine) in {num(one) for one in others}


def formed(book: Book, case: Case, line: Step) -> Iterator[str]:
    if _withdrawn(book, case, line) or (_on_own(book, case, line) and usual(book, case, line)[0]):
        yield "void"


def covered(book: Book, case: Case, line: Step) -> Iterator[str]:
    if _on_own(book, case, line) and usual(book, case, line)[1]:
        yield "void"


def _on_own(book: Book, case: Case, line: Step) -> bool:
    """Whether it is a contract concluded under a certificate that the book holds."""
    if (case.cycle, line["kind"]) != ("contract", "concluded"):
        return False
    if line.get("certificate") is None or not book.certificates(line["certificate"]["number"]):
        raise Unclear  # the usual rules of the contract judge it by what is handed in
    return True


def _withdrawn(book: Book, case: Case, line: Step) -> bool:
    """Whether it is a contract under a certificate that was never formed: the record of that was an error."""
    shown = line.get("certificate")
    if (case.cycle, line["kind"]) != ("contract", "concluded") or shown is None:
        return False
    return not book.certificates(shown["number"]) and _once(book, "certificate", shown) is not None


def of_certificate(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"]) != ("contract", "concluded") or line.get("certificate") is None:
        return
    shown = line["certificate"]
    if book.certificates(shown["number"]) or _withdrawn(book, case, line):
        return
    if not book.spent(shown["number"], besides=case):
        raise Unclear  # of the contract alone the usual rules say whether the certificate covers it
    volume = case.the("offered")["volume"]
    others = [one.the("offered")["volume"]["unit"] for one in book.under(shown["number"]) if one is not case]
    if {shown["nominal"]["unit"]} != {volume["unit"], *others}:
        raise Unclear
    if book.spent(shown["number"], besides=case) + amount(volume) > amount(shown["nominal"]):
        yield "void"


def licence_runs(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"]) == ("contract", "concluded"):
        offered = case.the("offered")
        inn, services = offered["provider"], [offered["service"]]
    elif case.cycle == "agreement" and line["kind"] in ("drafted", "concluded"):
        draft = line if line["kind"] == "drafted" else case.the("drafted")
        shown = line.get("provider") or draft.get("provider")
        if shown is None:
            raise Unclear
        inn, services = shown["provider"], draft["services"]
    else:
        return
    stand = [one for one in book.of("selection") if one.last("included") and _inn(one) == inn]
    meant = book.entries(inn, services) or [one for one in stand if one.state == "included"]
    named = (line.get("provider") or {}).get("record")
    over = {_licence_over(one, line["on"]) for one in meant}
    records = [one.the("included")["record"] for one in meant]
    if len(over) > 1 or (stand and not meant) or (named and meant and named not in records):
        raise Unclear  # which of several entries is meant, or whether one that was excluded still counts
    if True in over:
        yield "void"


def _licence_over(entry: Case, on: str) -> bool:
    licence = entry.the("applied", "changed")["provider"].get("licence") or {}
    return licence.get("ends_on") is not None and licence["ends_on"] < on


def exhausted(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"], line.get("ground")) != (
        "certificate",
        "recipient_refused",
        "limit-exhausted",
    ):
        return
    services = case.the("applied_for")["services"]
    orders = [
        one
        for one in book.of("order")
        if one.last("drafted") and str(one.the("drafted")["year"]) == line["on"][:4]
    ]
    if len(orders) > 1 or len(services) > 1 or any(one.state == "drafted" for one in orders):
        raise Unclear
    for order in orders:
        given, unit = share(order, services[0])
        certified, units = book.certified(order.the("drafted"), services[0])
        if units - {unit}:
            raise Unclear
        if given - certified > 0:
            yield "void"


def report_agrees(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"]) != ("order", "report_formed"):
        return
    if not _held_of(book, case.the("drafted")):
        return  # asked for the contracts, and nothing is compared
    said, given = set(), _given_under(book, case.the("drafted"))
    none = (Decimal(0), Decimal(0))
    for told in line["achieved"]:
        if share(case, told["service"])[1] is None or not share(case, told["service"])[0]:
            raise Unclear  # the order has no share for certificates
        if told["unit"] != HOURS:
            raise Unclear
        others = sum(
            (share(case, told["service"], way)[0] for way in ("municipal-task", "competition")), Decimal(0)
        )
        said.add(_report_line(told, given.pop(svc(told["service"]), none), others))
    said |= {"breach" for least, _ in given.values() if least}  # no line of the report tells of it
    yield from sorted(said - {"holds"})


def _held_of(book: Book, drafted: Step) -> bool:
    """Whether some contract that was concluded is of the order."""
    orders = [_order_of(book, one) for one in book.of("contract") if one.last("concluded") is not None]
    if None in orders:
        raise Unclear
    return (num(drafted["number"]), drafted["year"]) in orders


def report_contracts(book: Book, case: Case, line: Step) -> Iterator[str]:
    if (case.cycle, line["kind"]) != ("order", "report_formed") or _held_of(book, case.the("drafted")):
        return
    for told in line["achieved"]:
        if share(case, told["service"])[1] is None:
            raise Unclear
        parts = told.get("parts")
        certified = [Decimal(str(one["amount"])) for one in parts or () if one["way"] == "certificate"]
        if sum(certified) > 0 or (not parts and amount(told) > 0 and share(case, told["service"])[0]):
            yield "unknown"
            return


def _given_under(book: Book, drafted: Step) -> dict[str, tuple[Decimal, Decimal]]:
    """How much of each service the contracts under the order gave, at least and at most."""
    given: dict[str, tuple[Decimal, Decimal]] = {}
    for one in book.of("contract"):
        end = one.last("fulfilled", "terminated")
        if one.last("concluded") is None:
            continue
        order = _order_of(book, one)
        if order is None or one.the("offered")["ends_on"][:4] != str(drafted["year"]):
            raise Unclear
        if order == (num(drafted["number"]), drafted["year"]):
            most = one.the("offered")["volume"] if end is None else end["rendered"]
            if most["unit"] != HOURS:
                raise Unclear
            if end is None and any(
                void for step, void in zip(one.steps, one.void, strict=True) if step["kind"] == "concluded"
            ):
                continue  # it has no force, and nothing of it is recorded
            # where its end is not recorded it may have given anything up to its volume
            lines = _lines_of(book, one)
            sure = end is not None and len(lines) == 1
            for service in lines:
                least, so_far = given.get(service, (Decimal(0), Decimal(0)))
                given[service] = (least + amount(end["rendered"]) if sure else least, so_far + amount(most))
    return given


def _lines_of(book: Book, contract: Case) -> set[str]:
    """The services of the lines that may pay for the certificate of a contract whose order is known."""
    (formed,) = _formed_for(book, contract)
    line = formed.the("formed").get("line")
    return {svc(one) for one in (formed.the("applied_for")["services"] if line is None else [line])}


def _order_of(book: Book, contract: Case) -> tuple[str, int] | None:
    """The order from which the certificate of the contract was formed; None where no case tells it."""
    formed = _formed_for(book, contract)
    order = formed[-1].the("formed").get("order") if len(formed) == 1 else None
    return None if order is None else (num(order["number"]), order["year"])


def _formed_for(book: Book, contract: Case) -> list[Case]:
    """The certificates of the number that the contract shows, those formed by then where there are any."""
    concluded = contract.the("concluded")
    shown = concluded.get("certificate")
    formed = book.certificates(shown["number"]) if shown else []
    return [one for one in formed if one.the("formed")["on"] <= concluded["on"]] or formed[:1]


def _report_line(told: Step, rendered: tuple[Decimal, Decimal], others: Decimal) -> str:
    """How one line of a report stands; one that tells the ways apart asks only what the contracts do not say."""
    least, most = rendered
    if told.get("parts"):
        certified = [Decimal(str(part["amount"])) for part in told["parts"] if part["way"] == "certificate"]
        possible, asked = least <= sum(certified) <= most, least < most
    else:
        possible, asked = least <= amount(told) <= most + others, least < most or bool(others)
    return "breach" if not possible else "unknown" if asked else "holds"


# ─── What an annulment makes so again ────────────────────────────────────────────────────────────────────

ONE = Decimal(1)


def claims(book: Book, case: Case, on: str) -> dict[str, dict[Any, Decimal]]:
    """What the case claims of the others, by the question that is about it."""
    kind, found = NUMBERED.get(case.cycle, ""), {}
    numbered = case.last(kind) if kind else None
    if numbered is not None and case.state not in NOTHING_CAME:
        found["reconciliation.number_once"] = {num(numbered["number"]): ONE}
    if case.cycle == "selection" and (made := case.last("included")) is not None:
        found["reconciliation.number_once"] = {num(made["record"]): ONE}
        if case.state == "included":
            services = case.the("applied", "changed")["services"]
            found["reconciliation.record_once"] = {svc(one): ONE for one in services}
    made = case.last("formed")
    if case.cycle == "certificate" and made is not None:
        named = {svc(one): ONE for one in case.the("applied_for")["services"]}
        if book.in_force(case) and made["valid_until"] >= on:
            found["reconciliation.certificates_once"] = named
        if counts_for(case) > 0:
            for code in ("within_limit", "of_share", "line_named"):
                found[f"reconciliation.{code}"] = {"nominal": counts_for(case)}
    if case.cycle == "order" and case.last("approved") is not None:
        lines = (case.last("amended") or case.the("drafted"))["lines"]
        found["reconciliation.cut_below"] = {
            svc(one["service"]): -share(case, one["service"])[0] for one in lines
        }
    return found


def grown(before: dict[Any, Decimal], after: dict[Any, Decimal]) -> bool:
    none = Decimal(0)
    return any(after.get(one, none) > before.get(one, none) for one in {*before, *after})


def asked_again(book: Book, case: Case, code: str, on: str) -> Iterator[str]:
    """The question, asked of the step that says what holds again."""
    if code == "reconciliation.cut_below":
        drafted = case.last("drafted")
        if drafted is None or len(book.orders(drafted["number"], drafted["year"])) > 1:
            raise Unclear
        told = [step["lines"] for step in (*case.steps, *case.undone) if "lines" in step]
        for service in {svc(one["service"]): one["service"] for lines in told for one in lines}.values():
            certified, units = book.certified(drafted, service)
            if units - {HOURS}:
                raise Unclear
            given = share(case, service)[0] if case.last("approved") is not None else Decimal(0)
            if certified > given:
                yield "void"
                return
        return
    kind = {"certificate": "formed", "selection": "included"}.get(case.cycle) or NUMBERED[case.cycle]
    step = case.the(kind)
    if code == "reconciliation.certificates_once":
        step = {**step, "on": on}
    yield from QUESTIONS[code](book, case, step)


# ─── An extract that is handed in, beside the case of the book ───────────────────────────────────────────


GIVES = {"order": "approved", "provider": "included", "agreement": "concluded", "certificate": "formed",
         "contract": "concluded"}  # fmt: skip


def extract_agrees(book: Book, case: Case, line: Step) -> Iterator[str]:
    for name in ("certificate", "provider", "agreement", "order", "contract"):
        shown = line.get(name)
        if not isinstance(shown, dict) or "as_of" not in shown:
            continue
        own = _own(book, name, shown)
        if own is None:
            continue
        if name == "contract" or (name == "certificate" and case.cycle == "contract"):
            holder = case if name == "certificate" else own
            if holder.last("offered") and _shares_number(book, holder):
                raise Unclear
        moments = list(_moments(own, shown["as_of"]))
        told = [one for one in (_shows(name, part) for part in moments) if one is not None]
        today = [*_moments(own, line["on"])][-1]
        if today.last(GIVES[name]) is None:
            yield "breach"  # the case of that number has nothing to show on the day
            continue
        if not told:
            continue
        differs = [
            [fact for fact in one if plain(shown.get(fact), fact) != plain(one[fact], fact)] for one in told
        ]
        yield from ("breach" for _ in min(differs, key=len))


def _own(book: Book, name: str, shown: Step) -> Case | None:
    """The case of the book that the extract is of."""
    if name == "certificate":
        held = book.certificates(shown["number"])
    elif name == "order":
        held = book.orders(shown["number"], shown["year"])
    elif name == "provider":
        held = [
            one
            for one in book.of("selection")
            if one.last("included") and one.the("applied", "changed")["provider"]["inn"] == shown["provider"]
        ]
        if len(held) > 1:
            held = [one for one in held if num(one.the("included")["record"]) == num(shown["record"])]
            if not held:
                raise Unclear  # several entries of the provider, and none has that record
    else:
        kind = NUMBERED[name]
        held = [
            one
            for one in book.of(name)
            if one.last(kind) and num(one.the(kind)["number"]) == num(shown["number"])
        ]
    if len(held) > 1:
        raise Unclear
    return held[0] if held else _once(book, name, shown)


def _once(book: Book, name: str, shown: Step) -> Case | None:
    """The case that gave the number by a record that was annulled."""
    cycle, kind = ("selection", "included") if name == "provider" else (name, NUMBERED[name])
    fact = "record" if name == "provider" else "number"
    found = [
        case
        for case in book.of(cycle)
        for step in case.undone
        if step["kind"] == kind and num(step[fact]) == num(shown[fact])
        if step.get("year") == shown.get("year")
        if name != "provider" or _inn(case) == shown["provider"]
    ]
    if len(found) > 1:
        raise Unclear
    return found[0] if found else None


def _moments(case: Case, day: str) -> Iterator[Case]:
    """The case at every moment of the day: as it was in the morning, and after each step of the day."""
    earlier = sum(1 for step in case.steps if step["on"] < day)
    by_then = sum(1 for step in case.steps if step["on"] <= day)
    for count in range(earlier, by_then + 1):
        yield case.until(count)


def _shows(name: str, case: Case) -> dict[str, Any] | None:
    """What the case shows at that moment; None where there is nothing to show yet."""
    if name == "order":
        approved = case.last("approved", "amended")
        if approved is None:
            return None
        drafted, published = case.the("drafted"), case.last("published")
        lines = (case.last("amended") or drafted)["lines"]
        ways = [
            one["service"]
            for one in lines
            if any(p["way"] == "certificate" and amount(p) for p in one["parts"])
        ]
        return {
            "number": drafted["number"],
            "year": drafted["year"],
            "status": (case.last("amended") or {"status": 1})["status"],
            "services": ways,
            "approved_on": approved["on"],
            "published_on": None if case.state == "approved" or published is None else published["on"],
        }
    if name == "provider":
        included, excluded = case.last("included"), case.last("excluded")
        if included is None:
            return None
        entry = case.the("applied", "changed")
        return {
            "provider": entry["provider"]["inn"],
            "record": included["record"],
            "services": entry["services"],
            "included_on": included["on"],
            "excluded_on": None if excluded is None else excluded["on"],
        }
    if name == "agreement":
        concluded, end = case.last("concluded"), case.last("terminated", "completed")
        if concluded is None:
            return None
        drafted = case.the("drafted")
        entry = drafted.get("provider") or concluded.get("provider")
        if entry is None:
            return None
        return {
            "number": drafted["number"],
            "provider": entry["provider"],
            "services": drafted["services"],
            "mode": drafted["mode"],
            "concluded_on": concluded["on"],
            "ends_on": (case.last("amended") or drafted)["ends_on"],
            "ended_on": None if end is None else end["on"],
        }
    if name == "contract":
        return _contract_shows(case)
    return _certificate_shows(case)


def _contract_shows(case: Case) -> dict[str, Any] | None:
    concluded, end = case.last("concluded"), case.last("fulfilled", "terminated")
    if concluded is None:
        return None
    offered, shown = case.the("offered"), concluded.get("certificate")
    return {
        "number": offered["number"],
        "provider": offered["provider"],
        "certificate": None if shown is None else shown["number"],
        "service": offered["service"],
        "volume": offered["volume"],
        "concluded_on": concluded["on"],
        "ended_on": None if end is None else end["on"],
        "rendered": None if end is None else end["rendered"],
        "fulfilled": end is not None and end["kind"] == "fulfilled",
    }


def holds(case: Case) -> list[Step]:
    """The contracts that hold parts of the certificate, as extracts: from `contracted` to its end."""
    running: list[Step] = []
    for step in case.steps:
        if step["kind"] == "contracted":
            running.append(step["contract"])
        elif step["kind"] in ("contract_ended", "used"):
            running = [one for one in running if num(one["number"]) != num(step["contract"]["number"])]
    return running


def _told(case: Case, contract: Step) -> str | None:
    """The latest that the certificate has recorded of the contract."""
    for step in reversed(case.steps):
        if step["kind"] in HOLDING and num(step["contract"]["number"]) == num(contract["number"]):
            return str(step["kind"])
    return None


def _left_of(case: Case) -> Decimal:
    """The nominal less what contracts hold or have rendered; below zero where that is more."""
    left = amount(case.the("formed")["nominal"])
    for step in case.steps:
        if step["kind"] == "contracted":
            left -= amount(step["contract"]["volume"])
        elif step["kind"] in ("contract_ended", "used"):
            left += amount(step["contract"]["volume"]) - amount(step["contract"]["rendered"])
    return left


def counts_for(case: Case) -> Decimal:
    """What a certificate counts with: its nominal, and once it is annulled what was used of it."""
    nominal = amount(case.the("formed")["nominal"])
    return nominal - _left_of(case) if case.state == "annulled" else nominal


def _certificate_shows(case: Case) -> dict[str, Any] | None:
    made, running = case.last("formed"), holds(case)
    if made is None:
        return None
    ended, request = case.last("used", "annulled", "expired"), case.the("applied_for")
    return {
        "number": made["number"],
        "recipient": request["recipient"],
        "services": request["services"],
        "nominal": made["nominal"],
        "balance": {"amount": str(max(_left_of(case), Decimal(0))), "unit": made["nominal"]["unit"]},
        "formed_on": made["on"],
        "valid_until": made["valid_until"],
        "contract": running[-1]["number"] if running else None,
        "taken": [one["service"] for one in running],
        "ended_on": None if ended is None else ended["on"],
    }


# ─── At the end day ──────────────────────────────────────────────────────────────────────────────────────


def rests_on(book: Book, on: str, *, gone: bool = False) -> Iterator[tuple[Case, str]]:
    """The cases in force that rest on what is no more, each with what that is; `?` where that is not clear.

    Where it is to be `gone`, not on an agreement that is yet to end.
    """
    for case in book.cases:
        if case.cycle == "contract" and case.state == "concluded":
            yield from _contract_rests(book, case, on, gone=gone)
        elif case.cycle == "agreement" and case.state == "concluded":
            draft = case.the("drafted")
            shown = case.the("concluded").get("provider") or draft.get("provider")
            if shown is not None:
                yield from ((case, "provider") for _ in _lost(book, shown["provider"], draft["services"]))
            elif any(one.last("included") or one.undone for one in book.of("selection")):
                yield case, "?"  # the book may show an entry of its own
            orders = [one for one in book.of("order") if one.last("drafted")]
            if any(_order_gone(one, service) for one in orders for service in draft["services"]) or any(
                one.undone for one in book.of("order")
            ):
                yield case, "?"  # which order the agreement was shown is not said
        elif case.cycle == "certificate" and case.last("formed") and book.in_force(case):
            yield from _certificate_rests(book, case, on)
        elif case.cycle == "selection" and case.state == "included" and _licence_over(case, on):
            yield case, "licence"


def _certificate_rests(book: Book, case: Case, on: str) -> Iterator[tuple[Case, str]]:
    made = case.the("formed")
    shown = made.get("order")
    if shown is None:
        if any(one.undone for one in book.of("order")):
            yield case, "?"
        return
    held = book.orders(shown["number"], shown["year"])
    if not held and _once(book, "order", shown) is not None:
        yield case, "order"
    services = case.the("applied_for")["services"]
    gone = any(_order_gone(one, service) for one in held for service in services)
    if held and made["then"].get("placed"):
        then = [_shows("order", [*_moments(one, made["on"])][-1]) for one in held]
        gone = gone or any(one is None or one["published_on"] is None for one in then)
    if gone:
        past = made["valid_until"] < on or len(held) > 1
        yield case, "?" if past else "order"


def _order_gone(order: Case, service: str) -> bool:
    """Whether the order is not approved, or has the service by certificate no more."""
    return order.last("approved") is None or not share(order, service)[0]


def _of_number(book: Book, cycle: str, number: str) -> list[Case]:
    """The cases that have or had the number."""
    kind = NUMBERED[cycle]
    return [
        one
        for one in book.of(cycle)
        if any(
            step["kind"] == kind and num(step["number"]) == num(number) for step in (*one.steps, *one.undone)
        )
    ]


def last_day(case: Case) -> str | None:
    """The last day to which a case in force runs, as it was last set; None where it has none."""
    if case.cycle == "certificate" and case.state in ("formed", "contracted"):
        return str((case.last("amended", "renewed") or case.the("formed"))["valid_until"])
    if case.cycle == "contract" and case.state == "concluded":
        return str((case.last("amended") or case.the("offered"))["ends_on"])
    if case.cycle == "agreement" and case.state == "concluded":
        return str((case.last("amended") or case.the("drafted"))["ends_on"])
    return None


def _run_out(case: Case, on: str) -> bool:
    last = last_day(case)
    return last is not None and last < on


def _contract_rests(book: Book, case: Case, on: str, *, gone: bool) -> Iterator[tuple[Case, str]]:
    offered, concluded = case.the("offered"), case.the("concluded")
    if (shown := concluded.get("certificate")) is not None:
        kin = _of_number(book, "certificate", shown["number"])
        over = [one.state in ("annulled", "expired") or not one.last("formed") for one in kin]
        over += [_run_out(one, on) for one in kin]
        if any(over):
            yield case, "certificate" if len(kin) == 1 else "?"
    if (shown := concluded.get("agreement")) is not None:
        kin = _of_number(book, "agreement", shown["number"])
        over = [one.state in ("terminated", "completed") or not one.last("concluded") for one in kin]
        over += [_run_out(one, on) for one in kin]
        if any(over):
            yield case, "agreement" if len(kin) == 1 else "?"
        ends_on = [(one.last("amended") or one.last("drafted") or {}).get("ends_on", "9") for one in kin]
        if not gone and any(
            on <= day < offered["ends_on"] <= concluded["then"].get("ends_on", "") for day in ends_on
        ):
            yield case, "agreement" if len(kin) == 1 else "?"
    elif any(one.state in ("terminated", "completed") or one.undone for one in book.of("agreement")):
        yield case, "?"
    yield from ((case, "provider") for _ in _lost(book, offered["provider"], [offered["service"]]))


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat()


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(1)).isoformat()


def _lost(book: Book, inn: str, services: list[str]) -> Iterator[str]:
    """The services for which no entry of the provider stands, though one did or one was excluded."""
    for service in services:
        if book.entries(inn, [service]):
            continue
        for one in book.of("selection"):
            told = [*one.steps, *one.undone]
            if not one.last("applied") or _inn(one) != inn or not any(s["kind"] == "included" for s in told):
                continue
            named = {svc(name) for step in told for name in step.get("services", ())}
            if one.state == "excluded" or svc(service) in named:
                yield service
                break


def _inn(entry: Case) -> str:
    return str(entry.the("applied", "changed")["provider"]["inn"])


# ─── The whole file ──────────────────────────────────────────────────────────────────────────────────────

QUESTIONS = {
    "reconciliation.number_once": number_once,
    "reconciliation.record_once": record_once,
    "reconciliation.certificates_once": certificates_once,
    "reconciliation.within_limit": within_limit,
    "reconciliation.of_share": of_share,
    "reconciliation.line_named": line_named,
    "reconciliation.cut_below": cut_below,
    "standing.formed": formed,
    "volumes.covered": covered,
    "reconciliation.of_certificate": of_certificate,
    "reconciliation.extract_agrees": extract_agrees,
    "reconciliation.licence_runs": licence_runs,
    "reconciliation.exhausted": exhausted,
    "reconciliation.report_agrees": report_agrees,
    "reconciliation.report_contracts": report_contracts,
    "reconciliation.order_of_year": order_of_year,
}
RESTS_ON = "reconciliation.rests_on"
WITHOUT = "reconciliation.rendered_without"


class Reader:
    """The file, line by line; what is said of it so far."""

    def __init__(self, parameters: list[dict[str, Any]] | None = None) -> None:
        self.book, self.said, self.place = Book(parameters or []), Said(), 0
        self.parameters, self.lines = parameters, list[Step]()

    def take(self, line: Step) -> None:
        self.place += 1
        self.lines.append(line)
        if line["lifecycle"] not in STEPS:
            return
        if line["kind"] == "record_annulled":
            self.annul(line)
            return
        case = self.book.begin(line)
        who, sources, _ = STEPS[case.cycle][line["kind"]]
        again = line["kind"] in HOLDING and _told(case, line["contract"]) == line["kind"]
        if case.state not in sources and not again:
            return  # a step that leads nowhere from the state of its case is none
        void = line["by"] not in who
        told_year, line = line, mended(self.book, line)
        if line is not told_year:
            self.said.found.append((self.place, case.name, "reconciliation.extract_agrees", "breach"))
        for code, question in QUESTIONS.items():
            try:
                told = list(question(self.book, case, line))
            except Unclear:
                self.said.open.add((self.place, code))
                continue
            self.said.found += [(self.place, case.name, code, outcome) for outcome in told]
            void = void or "void" in told
        if case.cycle == "contract" and line["kind"] in ("amended", "fulfilled", "terminated"):
            self.without_ground(case, line)
        self.book.record(case, {**line, "then": self.seen(line)}, void)

    def without_ground(self, case: Case, line: Step) -> None:
        """More was rendered than was known, and on some whole day of it what it rested on was no more."""
        told, last = case.last("amended"), min(line["on"], last_day(case) or line["on"])
        if Decimal(line["rendered"]["amount"]) <= Decimal(told["rendered"]["amount"] if told else 0):
            return
        begun = case.the("concluded")["on"]
        since = begun if told is None else _next_day(min(told["on"], last))
        since = min(since, last)
        lines = self.lines[:-1]
        terms = [_next_day(one[end]) for one in lines for end in ("ends_on", "valid_until") if end in one]
        turns = sorted(day for day in {*terms, *(one["on"] for one in lines)} if begun < day <= last)
        before = self.resting(begun, begun, case)
        runs = dict.fromkeys(before, False)  # of a ground that was gone then its conclusion is told
        if "?" in before or any(one["kind"] == "record_annulled" for one in lines):
            self.said.open.add((self.place, WITHOUT))
        for day, until in pairwise([*turns, _next_day(last)]):
            at_first, after = self.resting(_day_before(day), day, case), self.resting(day, day, case)
            runs = {what: runs.get(what, True) for what in after}
            for what in after:
                own = day if what in at_first else _next_day(day)
                if runs[what] and max(own, since) < until:
                    self.said.found.append((self.place, case.name, WITHOUT, "unknown"))
                    runs[what] = False
                if not runs[what] and what in before:
                    self.said.open.add((self.place, WITHOUT))
            if "?" in after:
                self.said.open.add((self.place, WITHOUT))

    def resting(self, by: str, on: str, case: Case) -> set[str]:
        """What of that a contract rests on was no more on a day, by the lines of one day and those before it."""
        then = Reader(self.parameters)
        for one in self.lines[:-1]:
            if one["on"] <= by:
                then.take(one)
        found = rests_on(then.book, on, gone=True)
        return {what for held, what in found if held.name == case.name}

    def seen(self, line: Step) -> dict[str, Any]:
        """What the book itself showed to the step on its day: the order placed, the last day of the agreement."""
        found: dict[str, Any] = {}
        shown = line.get("order")
        if isinstance(shown, dict):
            orders = [_shows("order", one) for one in self.book.orders(shown["number"], shown["year"])]
            found["placed"] = any(one is not None and one["published_on"] is not None for one in orders)
        shown = line.get("agreement")
        if isinstance(shown, dict):
            for one in _of_number(self.book, "agreement", shown["number"]):
                found["ends_on"] = (_shows("agreement", one) or {"ends_on": ""})["ends_on"]
        return found

    def annul(self, line: Step) -> None:
        """The record annulled; what its case, or the certificate of its contract, claims by that is asked.

        Where that is void the record stands, and the annulment keeps its place and says nothing.
        """
        was, void, unclear = deepcopy(self.book), False, False
        case = self.book.case(line)
        at = (case.name, line["record"] - 1)
        touched = [case, *(one for one in self.book.cases if any(s.get("linked") == at for s in one.steps))]
        before = [claims(self.book, one, line["on"]) for one in touched]
        self.book.record(case, line, void=False)
        for one, had in zip(touched, before, strict=True):
            has = claims(self.book, one, line["on"])
            for code in {*had, *has}:
                if not grown(had.get(code, {}), has.get(code, {})):
                    continue
                try:
                    told = list(asked_again(self.book, one, code, line["on"]))
                except Unclear:
                    self.said.open.add((self.place, code))
                    unclear = True
                    continue
                void = void or "void" in told
                self.said.found += [(self.place, case.name, code, outcome) for outcome in told]
        if void:
            self.book = was
            case = self.book.case(line)
            case.before.append(case.state)
            case.steps.append({"kind": "", "on": line["on"]})
            case.void.append(False)
        elif unclear:  # nor is it then clear what stands
            self.said.open |= {(0, one.name) for one in self.book.cases}

    def end(self, on: str) -> Said:
        """A case that has run out and whose end is not recorded is asked of its last day."""
        over = {case.name: last_day(case) or on for case in self.book.cases if _run_out(case, on)}
        found = [(case, what) for case, what in rests_on(self.book, on) if case.name not in over]
        for day in sorted({*over.values()}):
            then = Reader(self.parameters)
            for line in self.lines:
                if line["on"] <= day:
                    then.take(line)
            found += [(case, what) for case, what in rests_on(then.book, day) if over.get(case.name) == day]
        late = {one["history"] for one in self.lines if one["on"] > over.get(one["history"], one["on"])}
        found += [(case, "?") for case in self.book.cases if case.name in late]  # its own later steps
        for case, what in found:
            if what == "?":
                self.said.open.add((0, case.name))
            else:
                self.said.found.append((0, case.name, RESTS_ON, "breach"))
        return self.said


def answer(lines: list[Step], parameters: list[dict[str, Any]] | None = None, on: str | None = None) -> Said:
    """What is to be found in the file; `rests_on` is found at the end day, with the line 0."""
    reader = Reader(parameters)
    for line in lines:
        if on is None or line["on"] <= on:
            reader.take(line)
    return reader.end(on or max((line["on"] for line in lines), default=""))
