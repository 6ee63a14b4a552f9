"""Small worlds drawn as lines of a file of steps: a few orders, entries, agreements, certificates and contracts.

All steps of the cases are put in the order of their days. The extracts that a step hands in are right on its
day, by the oracle, unless a fault is drawn in. Numbers, files and services are few, so that cases meet.
"""

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from book_oracle import STEPS, Reader, Step, _shows, amount
from hypothesis import strategies as st

ARTS, SPORT = "804200О.99.0.ББ52АЕ83000", "804200О.99.0.ББ52АЕ59000"
ARTS_AS_WELL = "804200о990бб52ае83000"
PAPER = {"form": "electronic", "system": "navigator"}
BODY, STRANGER = "education", "nobody-of-the-kind"
HOURS = "person-hours"
INNS = {"4205000016": "1234200000011", "4205000023": "1234200000022"}
ONE_OR_BOTH = ([ARTS], [ARTS], [SPORT], [ARTS, SPORT])
PARAMETERS = [
    {"services": [ARTS], "certificates": 2, "limits": [{"certificates": 2, "since": "2024-01-01"}]},
    {
        "services": [SPORT],
        "limits": [{"volume": {"amount": 100, "unit": HOURS}, "since": "2024-01-01", "until": "2024-01-20"}],
    },
    {"limits": [{"certificates": 3}]},
]


class Plan:
    """One case to come: its steps, each with the day on which it is taken."""

    def __init__(self, draw: Any, cycle: str, name: str) -> None:
        self.draw, self.cycle, self.name = draw, cycle, name
        self.steps: list[Step] = []

    def one(self, *of: Any) -> Any:
        return self.draw(st.sampled_from(of))

    def number(self, kind: str) -> str:
        """A number of its own, or now and then that of another case."""
        return f"{kind}-1" if self.rarely() else f"{kind}-{self.name.partition('/')[2]}"

    def rarely(self) -> bool:
        return self.draw(st.integers(0, 5)) == 5

    def step(self, on: str, plus: int, kind: str, by: str = BODY, **facts: Any) -> None:
        """The step on that day or so many days after it; now and then a stranger takes it first."""
        day = (date.fromisoformat(on) + timedelta(plus)).isoformat()
        line = {"history": self.name, "lifecycle": self.cycle, "kind": kind, "on": day, "by": by, **facts}
        if self.rarely() and self.rarely():
            self.steps.append({**deepcopy(line), "by": STRANGER})
        self.steps.append(line)


def volume(much: int, unit: str = HOURS) -> dict[str, Any]:
    return {"amount": much, "unit": unit}


def lines_of(plan: Plan) -> list[dict[str, Any]]:
    """The lines of an order: a share for certificates, and often one for another way."""
    found = []
    for service in plan.one((ARTS, SPORT), (ARTS, SPORT), (ARTS,), (SPORT,)):
        certified, task = plan.one(72, 100, 150, 150, 0), plan.one(0, 0, 50)
        parts = [{"way": "certificate", "amount": certified}]
        parts += [{"way": "municipal-task", "amount": task}] if task else []
        found.append({"service": service, "unit": HOURS, "total": certified + task, "parts": parts})
    return found


def order(plan: Plan) -> None:
    first = plan.name.endswith("/1")
    number = "1" if first else plan.one("2", "2", "№ 1", "1")
    year = 2024 if first else plan.one(2024, 2025, 2025)
    plan.step("2023-11-01", plan.one(0, 3), "drafted", number=number, year=year, lines=lines_of(plan))
    plan.step("2023-12-01", plan.one(0, 1), "approved", enabling_act="вымышленное решение")
    plan.step("2023-12-05", 0, "published", place="budget-portal", evidence="1")
    if plan.one(True, False):
        more = {"reason": "изменение", "enabling_act": "вымышленное решение"}
        plan.step("2024-01-12", plan.one(0, 8, 90), "amended", status=2, lines=lines_of(plan), **more)
        if plan.rarely():
            plan.step("2024-05-01", 0, "amended", status=3, lines=lines_of(plan), **more)
        plan.step("2024-05-02", 0, "published", place="budget-portal", evidence="2")
    if plan.one(True, False):
        told = plan.one((ARTS, SPORT), (ARTS,), (SPORT,))
        achieved = [{"service": one, "unit": HOURS, "amount": plan.one(0, 36, 72, 100)} for one in told]
        if plan.one(False, False, True):
            for row in achieved:
                certified = min(row["amount"], plan.one(0, 36, 72))
                task = row["amount"] - certified
                row["parts"] = [{"way": "certificate", "amount": certified}] if certified or not task else []
                row["parts"] += [{"way": "municipal-task", "amount": task}] if task else []
        plan.step("2025-01-20", 0, "report_formed", achieved=achieved)


def told_of(plan: Plan, inn: str) -> dict[str, Any]:
    licence = {"number": f"Л-{inn}", "issued_on": "2019-09-02"}
    ends_on = plan.one(None, None, "2024-01-31", "2024-03-01")
    licence |= {} if ends_on is None else {"ends_on": ends_on}
    return {"kind": "legal-entity", "inn": inn, "ogrn": INNS[inn], "licence": licence}


def selection(plan: Plan) -> None:
    inn, services = plan.one(*INNS), plan.one(*ONE_OR_BOTH)
    plan.step(
        "2024-01-09", plan.one(0, 1), "applied", "provider",
        provider=told_of(plan, inn), services=services, document=PAPER,
    )  # fmt: skip
    end = plan.one("included", "included", "included", "application_refused", "withdrawn")
    if end == "application_refused":
        plan.step("2024-01-11", 0, end, ground="incomplete-application", because="неполна")
        return
    if end == "withdrawn":
        plan.step("2024-01-11", 0, end, "provider")
        return
    plan.step("2024-01-11", plan.one(0, 1), end, record="selection/1" if plan.rarely() else plan.name)
    if plan.rarely():
        plan.step(
            "2024-02-20", 0, "changed", "provider",
            provider=told_of(plan, inn), services=plan.one(*ONE_OR_BOTH), reason="изменение",
        )  # fmt: skip
    if plan.one(True, False, False):
        plan.step("2024-04-10", plan.one(0, 30), "excluded", ground="own-request", because="заявление")


def agreement(plan: Plan) -> None:
    inn, services = plan.one(*INNS), plan.one(*ONE_OR_BOTH)
    plan.step(
        "2024-01-15", plan.one(0, 20), "drafted", document=PAPER,
        number=plan.number("С"), mode="provision", sums=[{"year": 2024, "roubles": "1000.50"}],
        provider=plan.one({"inn": inn, "services": services}, {"inn": inn, "services": services}, None),
        services=services, ends_on=plan.one("2024-12-31", "2024-12-31", "2024-02-01"),
    )  # fmt: skip
    plan.step("2024-02-05", 0, "signed_by_provider", "provider", signature="qualified")
    plan.step(
        "2024-02-06", 0, "concluded", signature="qualified",
        provider=plan.one({"inn": inn, "services": services}, None),
    )  # fmt: skip
    end = plan.one("terminated", "completed", None, None)
    if end == "terminated":
        plan.step("2024-04-20", 0, end, ground="расторжение", because="по соглашению")
    elif end:
        plan.step("2024-12-31", 0, end)


def certificate(plan: Plan) -> None:
    plan.step(
        "2024-01-16", plan.one(0, 1), "applied_for", "representative", document=PAPER,
        recipient={"file": plan.one("17", "№ 17", "18", "19"), "born": "2014-05-01"},
        services=plan.one(*ONE_OR_BOTH), asks=["enrolment", "certificate"],
    )  # fmt: skip
    if plan.rarely():
        ground = plan.one("limit-exhausted", "limit-exhausted", "no-right")
        plan.step("2024-01-18", 3, "recipient_refused", ground=ground, because="объём исчерпан")
        return
    plan.step("2024-01-18", 0, "recipient_registered", record=plan.name)
    number = plan.number("К")
    for _ in range(plan.one(1, 1, 2)):  # the second is taken where the first is void
        nominal = volume(plan.one(36, 72, 100), plan.one(*[HOURS] * 7, "roubles"))
        until = plan.one(
            "2024-12-31", "2024-12-31", "2024-02-29", "2024-01-17" if plan.rarely() else "2024-12-31"
        )
        plan.step(
            "2024-01-19", plan.one(0, 1, 2), "formed", document=PAPER, number=number,
            nominal=nominal, valid_until=until, order=plan.one("1", "1", "1", "2"),
        )  # fmt: skip
    if plan.one(True, False, False):
        plan.step("2024-01-22", plan.one(0, 60), "annulled", reason="переезд", ground="own-request")
    if plan.rarely():
        plan.step("2024-03-01", 0, "expired")


def contract(plan: Plan) -> None:
    number, on = plan.number("Д"), plan.one(0, 1, 2, 20)
    inn, much = plan.one(*INNS), plan.one(36, 36, 72, 100)
    plan.step(
        "2024-02-10", on, "offered", "provider", number=number, provider=inn,
        service=plan.one(ARTS, SPORT), volume=volume(much), ends_on="2024-05-31",
    )  # fmt: skip
    certificate = plan.one("К-1", "К-1", "К-2", "К-3", "К-9")
    if plan.rarely():
        plan.step("2024-02-10", on, "declined", "representative")
        return
    plan.step(
        "2024-02-10", on, "concluded", "representative", document=PAPER, certificate=certificate,
        provider=plan.one(True, True, None), agreement=plan.one("С-1", "С-2", None),
    )  # fmt: skip
    if plan.rarely():  # taken where the conclusion was void
        plan.step("2024-02-11", on, "declined", "representative")
    if plan.one(True, False):
        rendered = plan.one(0, much // 2, much, much)
        end = "fulfilled" if rendered and plan.one(True, False) else "terminated"
        more = {"act": "А-1"} if end == "fulfilled" else {"because": "переезд"}
        plan.step("2024-04-25", on, end, "provider", rendered=volume(rendered), **more)
        if plan.rarely():  # taken where the end was void
            plan.step(
                "2024-04-25", on, "terminated", "provider", rendered=volume(much // 3), because="переезд"
            )


MADE = (("order", order), ("selection", selection), ("agreement", agreement), ("certificate", certificate),
        ("contract", contract))  # fmt: skip


class World:
    """The lines so far, and the oracle's book of them, from which right extracts are taken."""

    def __init__(self, draw: Any, parameters: list[Step]) -> None:
        self.draw, self.lines, self.reader = draw, [], Reader(parameters)
        self.told = draw(
            st.booleans()
        )  # whether the steps of certificates are told beside those of contracts

    def take(self, plan: Plan, line: Step) -> None:
        """The step with its extracts; one that leads nowhere from the state of its case is left out."""
        book = self.reader.book
        case = book.case(line)
        sources = STEPS[case.cycle][line["kind"]][1]
        anew = bool(case.steps) and case.void[-1] and case.before[-1] in sources
        if case.state not in sources and not anew:
            return
        self._shown(plan, line)
        self.write(line)
        if (
            self.told
            and case.cycle == "contract"
            and line["kind"] in ("concluded", "fulfilled", "terminated")
        ):
            shown = _shows("contract", case)
            for held in book.certificates(shown["certificate"] or "")[:1] if shown else ():
                linked = held.steps[-1]
                if linked.get("linked") == (case.name, len(case.steps) - 1):
                    whole = {key: one for key, one in linked["contract"].items() if one is not None}
                    self.write({
                        "history": held.name, "lifecycle": "certificate", "kind": linked["kind"],
                        "on": line["on"], "by": "provider", "contract": {"as_of": line["on"], **whole},
                    })  # fmt: skip

    def annul(self, on: str) -> None:
        """The latest record of some case annulled by whoever made it; nothing rests on it in its case.

        Left out are certificates that contracts have moved, where the numbers of records are not those of lines.
        """
        cases = [
            case
            for case in self.reader.book.cases
            if case.steps and case.steps[-1]["kind"] and not any("linked" in step for step in case.steps)
            and not any(case.void)
        ]  # fmt: skip
        if not cases:
            return
        case = self.draw(st.sampled_from(cases))
        for other in self.reader.book.cases:  # nothing may rest on the linked step either
            for at, step in enumerate(other.steps):
                if step.get("linked") == (case.name, len(case.steps) - 1) and at < len(other.steps) - 1:
                    return
        self.write({
            "history": case.name, "lifecycle": case.cycle, "kind": "record_annulled", "on": on,
            "by": case.steps[-1]["by"], "record": len(case.steps), "reason": "запись ошибочна",
        })  # fmt: skip

    def write(self, line: Step) -> None:
        self.lines.append(line)
        self.reader.take(line)

    def _shown(self, plan: Plan, line: Step) -> None:
        """The extracts that the plan asks for, as they are on the day, or spoilt."""
        book, on = self.reader.book, line["on"]
        wanted = {
            name: line.pop(name)
            for name in ("order", "provider", "agreement", "certificate")
            if _asked(line, name)
        }
        for name, what in wanted.items():
            if what is None:
                continue
            extract = self._taken(name)(book, what, line, name)
            if (
                extract is None
                or (extract.get("ends_on") or "9") < (extract.get("concluded_on") or "")
                or (extract.get("valid_until") or "9") < (extract.get("formed_on") or "")
            ):  # no document says that
                continue
            extract = {"as_of": on, **{key: one for key, one in extract.items() if one is not None}}
            line[name] = deepcopy(extract)
            if plan.rarely():
                self._spoil(plan, line[name], name)

    def _taken(self, name: str) -> Any:
        return {"order": self._order, "provider": self._entry}.get(name, self._by_number)

    def _order(self, book: Any, number: str, _line: Step, _name: str) -> Step | None:
        """The order of that number for the year, where the book has it; else one of another book."""
        held = [one for one in book.orders(number, 2024) if _shows("order", one)]
        return _shows("order", held[0]) if held else {
            "number": number, "year": 2024, "status": 1, "services": [ARTS, SPORT],
            "approved_on": "2023-12-01", "published_on": "2023-12-05",
        }  # fmt: skip

    def _entry(self, book: Any, what: Any, line: Step, _name: str) -> Step | None:
        """The provider's entry for the services, where the book has it; else one of another book."""
        case = book.case(line)
        if line["lifecycle"] == "contract":
            offered = case.the("offered")
            inn, services = offered["provider"], [offered["service"]]
        else:
            inn, services = what["inn"], what["services"]
        held = [one for one in book.of("selection") if one.last("included")
                and one.the("applied", "changed")["provider"]["inn"] == inn]  # fmt: skip
        live = book.entries(inn, services)
        if live or held:
            return _shows("provider", (live or held)[0])
        return {"provider": inn, "record": "99", "services": services, "included_on": "2023-12-20"}

    def _by_number(self, book: Any, number: str, line: Step, name: str) -> Step | None:
        kind = {"agreement": "drafted", "certificate": "formed"}[name]
        held = [one for one in book.of(name) if one.last(kind) and one.the(kind)["number"] == number]
        found = [shown for one in held if (shown := _shows(name, one))]
        if found:
            return found[0]
        offered = book.case(line).the("offered")
        if name == "agreement":
            return {
                "number": number, "provider": offered["provider"], "services": [ARTS, SPORT],
                "mode": "provision", "concluded_on": "2024-01-09", "ends_on": "2024-12-31",
            }  # fmt: skip
        return {
            "number": number, "recipient": {"file": "17", "born": "2014-05-01"}, "services": [ARTS, SPORT],
            "nominal": volume(72), "balance": volume(72), "formed_on": "2024-01-12", "valid_until": "2024-12-31",
        }  # fmt: skip

    def _spoil(self, plan: Plan, extract: Step, name: str) -> None:
        """One fact of the extract otherwise than it is; or written otherwise, which is no fault."""
        if "services" in extract and plan.one(True, False):
            extract["services"] = [ARTS_AS_WELL if one == ARTS else one for one in extract["services"]]
        match name, plan.one(1, 2, 3):
            case "order", 1:
                extract["services"] = [ARTS]
            case "order", _:
                extract["approved_on"] = "2023-11-30"
            case "provider", 1:
                extract["services"] = [SPORT]
            case "provider", _:
                extract["included_on"] = "2024-01-08"
            case "agreement", _:
                extract["ends_on"] = "2024-11-30"
            case "certificate", 1 if amount(extract["balance"]) == amount(extract["nominal"]):
                extract["balance"] = volume(10, extract["nominal"]["unit"])
            case "certificate", 2:
                extract["balance"] = extract["nominal"]
            case "certificate", 3:
                extract.pop("contract", None)
                extract.pop("taken", None)
            case _:
                extract["valid_until"] = "2024-12-30"


def _asked(line: Step, name: str) -> bool:
    return name in line and (line["lifecycle"], line["kind"]) not in (
        ("selection", "applied"), ("selection", "changed"), ("contract", "offered"),
    )  # fmt: skip


@st.composite
def worlds(draw: Any, parameters: list[Step] | tuple[()] = ()) -> list[Step]:
    """The lines of a world, in the order of their days."""
    plans = []
    for cycle, make in MADE:
        for number in range(
            draw(st.integers(1, 2 if cycle in ("order", "agreement") else 5 if cycle == "certificate" else 4))
        ):
            plans.append(Plan(draw, cycle, f"{cycle}/{number + 1}"))
            make(plans[-1])
    world = World(draw, list(parameters))
    steps = [
        (line["on"], at, place, plan, line)
        for at, plan in enumerate(plans)
        for place, line in enumerate(plan.steps)
    ]
    latest = ""
    for _, _, _, plan, line in sorted(steps, key=lambda one: one[:3]):
        latest = line["on"]
        world.take(plan, line)
    for at in range(draw(st.integers(0, 3))):
        world.annul((date.fromisoformat(latest) + timedelta(at)).isoformat())
    assert latest
    return world.lines
