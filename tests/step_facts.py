"""What two decrees and the invented later acts say, calendar, identities, deadlines, histories.

At the end stand the conditions that several lifecycles share (Case); step_oracle.py judges with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

HOLDS, BREACH, UNKNOWN, VOID = "holds", "breach", "unknown", "void"
DAY = timedelta(days=1)
ORDER = {HOLDS: 0, BREACH: 1, UNKNOWN: 2, VOID: 3}
NOT_HOLDS = (VOID, BREACH, UNKNOWN)
ANY = (HOLDS, BREACH, UNKNOWN, VOID)
OUTSIDERS = ("provider", "consumer", "representative")
NO_OFFICES = (
    "исполнитель",
    "исполнитель услуг",
    "директор исполнителя",
    "родитель",
    "мама",
    "authorized-body",
)


# -- the calendar --------------------------------------------------------------------------------------

FIXED = [(1, d) for d in range(1, 9)] + [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)]
EXTRA_OFF = {
    "2023-02-24",
    "2023-05-08",
    "2023-11-06",
    "2024-05-10",
    "2024-12-31",
    "2024-04-29",
    "2024-04-30",
    "2024-12-30",
    "2025-05-02",
    "2025-05-08",
    "2025-06-13",
    "2025-11-03",
    "2025-12-31",
    "2026-01-09",
    "2026-12-31",
    "2026-03-09",
    "2026-05-11",
    "2027-02-22",
    "2027-11-05",
    "2027-12-31",
    "2027-05-03",
    "2027-05-10",
    "2027-06-14",
}
EXTRA_ON = {"2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01", "2027-02-20"}


def is_holiday(day: date) -> bool:
    """A holiday of article 112 of the Labour Code: no transfer makes it a working day."""
    return (day.month, day.day) in FIXED


def is_working(day: date) -> bool:
    """Whether the day is a working day of the five-day week, for a year whose calendar is known."""
    if day.isoformat() in EXTRA_ON:
        return True
    return not (day.weekday() > 4 or is_holiday(day) or day.isoformat() in EXTRA_OFF)


# -- the facts -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Act:
    """A later local act: what it is, since when it is in force, and what it fills."""

    kinds: tuple[str, ...]
    date: date
    since: date
    until: date | None = None
    fills: dict = field(default_factory=dict)  # slot -> (days, "working"|"calendar") or a tuple of entries

    def in_force(self, day: date) -> bool:
        """Whether the act is in force on the day; a recorded day before its own date does not count."""
        return max(self.since, self.date) <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Period:
    """A named thing with its first and last day; an absent day is no bound."""

    names: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    free: bool = True  # for paper: without a condition of technical impossibility

    def covers(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Facts:
    """What a decree says, as far as the five lifecycles ask."""

    name: str
    act_date: date
    entry: str | None  # "day_after_publication" or None where the decree is silent
    services: tuple[str, ...]
    ways: tuple[Period, ...]
    forms: dict  # document kind -> form
    systems: dict  # document kind -> the system that forms it
    paper: tuple[Period, ...]
    bodies: tuple[str, ...]
    first_order: tuple[int, date]  # year of the first order and its last day for approval and publication
    excluded_schools: tuple[str, ...] = ()
    published_on: date | None = None
    authorised: str = "education"
    assumed: bool = False  # the decree does not name the authorised body outright
    plan_acts: tuple[str, ...] = ()  # acts that the plan promises and that steps ask
    acts: tuple[Act, ...] = ()
    place: str = "budget-portal"
    own_age: int = 14
    known_years: tuple[int, ...] = (2023, 2024, 2025, 2026, 2027)

    def act(self, kind: str, day: date) -> Act | None:
        """The act of this kind in force on the day; of two, the one that came into force later."""
        found = [a for a in self.acts if kind in a.kinds and a.in_force(day)]
        return max(found, key=lambda a: a.since, default=None)

    def fill(self, slot: str, day: date):
        """(value, since) of a slot on the day, or None."""
        found = [a for a in self.acts if slot in a.fills and a.in_force(day)]
        act = max(found, key=lambda a: a.since, default=None)
        return (act.fills[slot], act.since) if act else None

    def chosen(self, way: str, day: date) -> bool:
        return any(way in w.names and w.covers(day) for w in self.ways)

    def order_last_day(self, year: int) -> date | None:
        """The last day for approving and publishing the order of a year, by the plan."""
        if year == self.first_order[0]:
            return self.first_order[1]
        return date(year - 1, 12, 31) if year > self.first_order[0] else None


_CARD = ("consumer-application", "certificate", "contract")
_ALL = ("social-order", "order-report", "provider-application", "agreement", *_CARD)
_Y23 = (date(2023, 1, 1), date(2023, 12, 31))

KEMEROVO = Facts(
    name="kemerovo",
    act_date=date(2023, 9, 22),
    entry=None,
    services=tuple(
        "804200О.99.0.ББ52" + s
        for s in ("АЕ11000", "АЕ35000", "АЕ59000", "АЕ83000", "АЖ07000", "АЖ31000", "АЖ48000")
    ),  # app1
    ways=(Period(("certificate",)),),  # app4.2.2, assumed
    forms=dict.fromkeys(_CARD, "electronic"),
    systems=dict.fromkeys(_CARD, "navigator"),  # p3.1, p3.3
    paper=(Period(_CARD, *_Y23, free=False),),  # p5
    bodies=("education", "media-committee"),
    assumed=True,
    first_order=(2023, date(2023, 9, 30)),  # app4.4
    excluded_schools=(
        "art-school",
        "music-school",
        "choir-school",
        "fine-arts-school",
        "choreography-school",
        "theatre-school",
        "circus-school",
        "crafts-school",
        "детская школа искусств",
        "детская музыкальная школа",
        "детская хоровая школа",
        "детская художественная школа",
        "детская хореографическая школа",
        "детская театральная школа",
        "детская цирковая школа",
        "детская школа художественных ремесел",
    ),  # p1
)

DISTRICT = Facts(
    name="novokuznetsk_district",
    act_date=date(2023, 9, 22),
    entry="day_after_publication",  # p11
    services=("8042000.99.0.ББ52АЖ48000",),  # app1.1
    ways=(Period(("certificate",), date(2023, 1, 1), date(2024, 12, 31)),),  # p3
    forms=dict.fromkeys(_ALL, "electronic"),
    systems=dict.fromkeys(_ALL[2:], "navigator"),  # p6.1, p6.3
    paper=(Period(("social-order",), *_Y23), Period(("agreement",), *_Y23, free=False)),  # p8
    bodies=("education", "finance"),
    first_order=(2023, date(2023, 12, 31)),  # app2.4.1
    plan_acts=("electronic-agreement",),  # app2.2.5
)

_S = date(2023, 9, 25)
INVENTED = (
    Act(
        ("order-forming",),
        _S,
        _S,
        fills={"order.report_term": (30, "working"), "order.publication_term": (5, "working")},
    ),
    Act(
        ("provider-register",),
        _S,
        _S,
        fills={
            "selection.decision_term": (5, "working"),
            "selection.refusal_grounds": ("incomplete-application", "false-data", "wrong-identifiers"),
            "selection.exclusion_grounds": ("own-request", "licence-lost", "agreement-terminated"),
        },
    ),
    Act(
        ("certificate-forming",),
        _S,
        _S,
        fills={
            "certificate.registration_term": (3, "working"),
            "certificate.forming_term": (5, "working"),
            "certificate.validity_term": (365, "calendar"),
            "certificate.refusal_grounds": ("no-right", "limit-exhausted"),
        },
    ),
    Act(
        ("subsidy",),
        _S,
        _S,
        fills={"agreement.modes": ("provision",), "agreement.conclusion_term": (10, "working")},
    ),
    Act(("standard-agreement",), _S, _S),
    Act(
        ("contract-terms",),
        date(2024, 10, 1),
        date(2024, 10, 1),
        fills={"contract.mandatory_terms": ("schedule", "place")},
    ),
)


def with_acts(facts: Facts, *more: Act) -> Facts:
    """The same decree with the invented acts of adopted_acts.yaml, and more acts where given."""
    return replace(facts, acts=facts.acts + INVENTED + more)


# -- identities ----------------------------------------------------------------------------------------

_NUMBER = re.compile(r"\d{6}[О0]\.99\.0\.[А-Я]{2}\d{2}[А-Я]{2}\d{5}")


def bare(text) -> str:
    """A text without any white space."""
    return re.sub(r"\s+", "", str(text))


def service_key(number: str) -> str | None:
    """One key for one service: no spaces, О for the seventh sign; None where the number does not read."""
    text = bare(number)
    if not _NUMBER.fullmatch(text):
        return None
    return text[:6] + "О" + text[7:]


def among(number: str, numbers) -> str:
    """Whether a service is in a list: ``in``, ``out`` or ``unread``."""
    key, keys = service_key(number), [service_key(n) for n in numbers]
    if key is None:
        return "unread"
    if key in keys:
        return "in"
    return "unread" if None in keys else "out"


def inn_ok(inn: str) -> bool:
    """Control digits of an INN of ten or twelve digits."""
    text = bare(inn)
    if not re.fullmatch(r"[0-9]{10}|[0-9]{12}", text):
        return False
    digits, weights = [int(c) for c in text], (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)

    def control(n: int) -> int:
        return sum(w * d for w, d in zip(weights[-n:], digits[:n], strict=False)) % 11 % 10

    return all(control(n) == digits[n] for n in ((9,) if len(digits) == 10 else (10, 11)))


def ogrn_ok(ogrn: str, legal: bool) -> bool:
    """Control digit, length and first digit of an OGRN (1, 5) or OGRNIP (3)."""
    text = bare(ogrn)
    if not re.fullmatch(r"[15][0-9]{12}" if legal else r"3[0-9]{14}", text):
        return False
    return int(text[:-1]) % (11 if legal else 13) % 10 == int(text[-1])


def day_of(text) -> date:
    return text if isinstance(text, date) else date.fromisoformat(text)


def amount(volume: dict) -> Decimal:
    return Decimal(str(volume["amount"]))


def birthday(born: date, years: int) -> date:
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


# -- deadlines -----------------------------------------------------------------------------------------


def deadline(facts: Facts, value: tuple[int, str], start: date, on: date) -> tuple[str, ...]:
    """Is ``on`` in time, the term beginning on the day after ``start``? (Civil Code, 191, 193)."""
    days, unit = value
    if unit == "calendar":
        last = start + days * DAY
        while last.year in facts.known_years and not is_working(last):
            last += DAY
        if on <= start + days * DAY:
            return (HOLDS,)
        return (HOLDS, BREACH) if on <= last else (BREACH,)
    if on <= start + days * DAY:  # that many working days cannot end earlier
        return (HOLDS,)

    def count(works) -> date:
        day, left = start, days
        while left:
            day += DAY
            left -= works(day)
        return day

    known = set(range(start.year, on.year + 1)) <= set(facts.known_years)
    last = count(is_working)
    if (known and last.year <= on.year) or all(y in facts.known_years for y in (start.year, last.year)):
        return (HOLDS,) if on <= last else (BREACH,)
    # A year without a calendar: only holidays are certain; the days of known years are certain too.
    sure = count(lambda d: is_working(d) if d.year in facts.known_years else not is_holiday(d))
    if on <= sure:
        return (HOLDS, UNKNOWN) if on.year not in facts.known_years else (HOLDS,)
    return (UNKNOWN,) if on < start + (3 * days + 40) * DAY else (UNKNOWN, BREACH)


# -- the lifecycles ------------------------------------------------------------------------------------

_A, _P, _C, _R = "authorised", "provider", "consumer", "representative"
_PAUSE = {"formed": "suspended", "contracted": "suspended_contracted"}
_LIVE = ("concluded", "suspended", "fulfilled", "terminated")
TABLE = {  # lifecycle -> kind -> (from, to: a state, None where it stays, or by state; who may act or None)
    "order": {
        "drafted": (("planned", "drafted"), "drafted", (_A,)),
        "advice_attached": (("drafted",), "drafted", None),
        "approved": (("drafted",), "approved", (_A,)),
        "published": (("approved",), "published", (_A,)),
        "amended": (("approved", "published"), "approved", (_A,)),
        "period_reported": (("published",), "published", (_A,)),
        "report_formed": (("published",), "reported", (_A,)),
        "report_published": (("reported",), "report_published", (_A,)),
        "cancelled": (("approved", "published"), "cancelled", (_A,)),
        "closed": (("report_published",), "closed", (_A,)),
    },
    "selection": {
        "applied": (("expected",), "applied", (_P,)),
        "included": (("applied",), "included", (_A,)),
        "application_refused": (("applied",), "refused", (_A,)),
        "withdrawn": (("applied",), "withdrawn", (_P,)),
        "changed": (("included",), "included", (_P, _A)),
        "succeeded": (("included",), "included", (_A,)),
        "excluded": (("included",), "excluded", (_A,)),
    },
    "agreement": {
        "drafted": (("expected",), "drafted", (_A,)),
        "signed_by_provider": (("drafted",), "signed_by_provider", (_P,)),
        "lapsed": (("drafted",), "lapsed", (_A,)),
        "concluded": (("signed_by_provider",), "concluded", (_A,)),
        "act_drawn": (("concluded", "completed", "terminated"), None, (_P, _A)),
        "claimed": (("concluded", "completed", "terminated"), None, (_P,)),
        "advance_paid": (("concluded",), "concluded", (_A,)),
        "claim_paid": (("concluded", "completed", "terminated"), None, (_A,)),
        "remainder_kept": (("concluded", "completed", "terminated"), None, (_A,)),
        "remainder_returned": (("concluded", "completed", "terminated"), None, (_P, _A)),
        "amended": (("concluded",), "concluded", (_A,)),
        "terminated": (("concluded",), "terminated", (_A, _P)),
        "completed": (("concluded",), "completed", (_A,)),
    },
    "certificate": {
        "applied_for": (("expected",), "applied", (_C, _R)),
        "withdrawn": (("applied",), "withdrawn", (_C, _R)),
        "recipient_registered": (("applied",), "registered", (_A,)),
        "recipient_refused": (("applied",), "refused", (_A,)),
        "formed": (("registered",), "formed", (_A,)),
        "amended": (("formed", "contracted"), None, (_A,)),
        "renewed": (("formed", "contracted"), None, (_A,)),
        "contracted": (("formed", "contracted"), "contracted", (_P, _A)),
        "contract_changed": (("contracted", "suspended_contracted"), None, (_P, _A)),
        "contract_ended": (
            ("contracted", "suspended_contracted"),
            {"contracted": "formed", "suspended_contracted": "suspended"},
            (_P, _A),
        ),
        "used": (("contracted", "suspended_contracted"), "used", (_P, _A)),
        "suspended": (tuple(_PAUSE), _PAUSE, (_A,)),
        "resumed": (tuple(_PAUSE.values()), {paused: live for live, paused in _PAUSE.items()}, (_A,)),
        "annulled": (("registered", "formed", "suspended"), "annulled", (_A,)),
        "expired": (("formed", "suspended"), "expired", (_A,)),
    },
    "contract": {
        "offered": (("expected",), "offered", (_P,)),
        "declined": (("offered",), "declined", (_C, _R, _P)),
        "concluded": (("offered",), "concluded", (_C, _R)),
        "amended": (("concluded",), None, (_C, _R, _P)),
        "moved": (("concluded",), None, (_C, _R, _P)),
        "suspended": (("concluded",), "suspended", (_C, _R, _P)),
        "resumed": (("suspended",), "concluded", (_C, _R, _P)),
        "complained": (_LIVE, None, (_C, _R)),
        "answered": (_LIVE, None, (_A,)),
        "fulfilled": (("concluded",), "fulfilled", (_P,)),
        "terminated": (("concluded", "suspended"), "terminated", (_C, _R, _P)),
    },
}


@dataclass
class Record:
    """A recorded step; an annulled one stays in its place."""

    step: dict
    annulled: bool = False


class History:
    """The records of one case and what they say."""

    def __init__(self, lifecycle: str) -> None:
        self.lifecycle, self.records = lifecycle, []
        self.lines = []  # of each line of the case, the place of its record; None where it left none

    def place(self, number: int) -> int:
        """The place of the record that is the line of that number of the case; -1 where the line left none."""
        line = self.lines[number - 1] if 0 < number <= len(self.lines) else None
        return -1 if line is None else line

    def live(self, *kinds: str) -> list[dict]:
        return [
            r.step
            for r in self.records
            if not r.annulled
            and r.step["kind"] != "record_annulled"
            and (not kinds or r.step["kind"] in kinds)
        ]

    def last(self, *kinds: str) -> dict | None:
        return (self.live(*kinds) or [None])[-1]

    def card(self) -> dict | None:
        """The certificate as it was formed, amended and renewed."""
        formed, amended = self.last("formed"), self.last("formed", "amended")
        if formed is None:
            return None
        until = self.last("formed", "amended", "renewed")["valid_until"]
        return {**formed, "nominal": amended["nominal"], "valid_until": until}

    def pauses(self) -> list[tuple[date, date | None]]:
        """From which day to which the case was suspended; None while it is."""
        found = []
        for step in self.live("suspended", "resumed"):
            if step["kind"] == "suspended":
                found.append((day_of(step["on"]), None))
            else:
                found[-1] = (found[-1][0], day_of(step["on"]))
        return found

    def unanswered(self) -> date | None:
        """The day of the earliest complaint without an answer: they are answered in turn."""
        waiting = self.live("complained")[len(self.live("answered")) :]
        return day_of(waiting[0]["on"]) if waiting else None

    def contracts(self) -> dict:
        """Contracts that hold the certificate now: number -> the step that recorded it."""
        held = {}
        for step in self.live("contracted", "contract_changed", "contract_ended", "used"):
            if step["kind"] in ("contracted", "contract_changed"):
                held[step["contract"]["number"]] = step
            else:
                held.pop(step["contract"]["number"], None)
        return held

    def spent(self) -> Decimal:
        """The volume of the certificate rendered under ended contracts, and reserved under live ones."""
        ended = [s["contract"] for s in self.live("contract_ended", "used")]
        volumes = [c["rendered"] for c in ended if c.get("rendered")]
        volumes += [s["contract"]["volume"] for s in self.contracts().values()]
        return sum(map(amount, volumes), Decimal(0))

    def state(self, without: int | None = None) -> str | None:
        """Where the live records lead; None where one of them cannot be taken."""
        state, held = next(iter(TABLE[self.lifecycle].values()))[0][0], set()
        for number, record in enumerate(self.records):
            step = record.step
            if record.annulled or number == without or step["kind"] == "record_annulled":
                continue
            before, after, _ = TABLE[self.lifecycle][step["kind"]]
            if state not in before:
                return None
            came = state
            state = (after or state) if not isinstance(after, dict) else after[state]
            if self.lifecycle == "certificate" and "contract" in step:
                number_ = step["contract"]["number"]
                if step["kind"] == "contracted":
                    held.add(number_)
                elif number_ not in held:
                    return None
                elif step["kind"] != "contract_changed":
                    held.discard(number_)
                    state = came if held and step["kind"] == "contract_ended" else state
        return state


class Case:
    """One step under judgement; findings gather here."""

    def __init__(self, facts: Facts, history: History, step: dict) -> None:
        self.facts, self.history, self.step = facts, history, step
        self.on, self.by, self.kind = day_of(step["on"]), step["by"], step["kind"]
        self.findings: list[tuple[str, tuple[str, ...]]] = []

    def find(self, name: str, *outcomes: str) -> None:
        if outcomes != (HOLDS,):
            self.findings.append((name, outcomes))

    def check(self, right: bool, name: str, *outcomes: str) -> None:
        if not right:
            self.find(name, *(outcomes or (VOID,)))

    def outcome(self) -> tuple[str, ...]:
        """The admissible worst outcomes over all choices of the findings."""
        if (VOID,) in {o for _, o in self.findings}:
            return (VOID,)
        sets = {o for _, o in self.findings}
        worst = {max(pick, key=ORDER.get) for pick in product(*sets)} if sets else {HOLDS}
        first = max((o[0] for _, o in self.findings), key=ORDER.get, default=HOLDS)
        return (first, *sorted(worst - {first}, key=ORDER.get))

    # -- shared conditions ------------------------------------------------------------

    def base(
        self, before: tuple[str, ...] | None, actors: tuple[str, ...] | None, error: int | None = None
    ) -> None:
        """Entry into force, days in order, state and who acts; a record made in error is left out."""
        facts, on = self.facts, self.on
        self.check(on >= facts.act_date, "before-act")
        if not facts.published_on and facts.entry == "day_after_publication":
            self.check(on != facts.act_date, "not-in-force")  # published on its own day at the earliest
        if facts.published_on and on >= facts.act_date:
            if facts.entry == "day_after_publication":
                self.check(on > facts.published_on, "not-in-force")
            else:  # the decree is silent: reading D5
                self.check(on > facts.published_on, "not-in-force", VOID, HOLDS)
        others = [r for n, r in enumerate(self.history.records) if n != error]
        if others:
            self.check(on >= day_of(others[-1].step["on"]), "order-of-days")
        self.check(before is None or self.history.state() in before, "state")
        if actors is not None:
            self.acting(actors)

    def acting(self, actors: tuple[str, ...]) -> None:
        who = _A if self.by == self.facts.authorised else self.by
        if who not in actors:
            open_ = self.facts.assumed and _A in actors and self.by in self.facts.bodies
            self.find("acting", *((VOID, UNKNOWN) if open_ else (VOID,)))

    def act(self, kind: str, *outcomes: str) -> None:
        """An act that must be adopted by the day of the step."""
        self.check(self.facts.act(kind, self.on) is not None, "act-missing", *(outcomes or (UNKNOWN,)))

    def term(self, slot: str, start: date) -> None:
        """A term set by an act; where acts changed in between, both readings (D6) are admissible."""
        now, then = self.facts.fill(slot, self.on), self.facts.fill(slot, start)
        if now is None:
            self.find("value-missing", UNKNOWN)
            return
        found = deadline(self.facts, now[0], start, self.on)
        if then is None:  # never applied to days before its act
            found += (*deadline(self.facts, now[0], now[1] - DAY, self.on), HOLDS, UNKNOWN)
        elif then[0] != now[0]:
            found += deadline(self.facts, then[0], start, self.on)
        self.find("late", *dict.fromkeys(found))

    def entry(self, slot: str, word: str, name: str) -> None:
        """A word that must be in a list set by an act."""
        now = self.facts.fill(slot, self.on)
        if now is None:
            self.find("value-missing", UNKNOWN)
        else:
            self.check(word in now[0], name, VOID)

    def document(self, kind: str) -> None:
        """Form and system of a document; paper only where the decree lets it be."""
        if kind not in self.facts.forms:
            return
        doc = self.step.get("document")
        if doc is None or "form" not in doc:
            self.find("form", UNKNOWN)
            return
        papers = [p for p in self.facts.paper if kind in p.names and p.covers(self.on)]
        if doc["form"] == "paper":
            told = any("impossib" in key and value for key, value in doc.items())
            if not papers:
                self.find("form", VOID, BREACH)
            elif not any(p.free for p in papers) and not told:
                self.find("form", UNKNOWN, VOID, BREACH)
            return
        if any(p.free for p in papers):  # «is formed on paper» in 2023: is an electronic one wrong?
            self.find("form", HOLDS, BREACH)
        wanted = self.facts.systems.get(kind)
        if doc.get("system") is None:
            self.find("system", *((UNKNOWN, BREACH) if wanted else (HOLDS, UNKNOWN)))
        elif wanted:
            self.check(doc["system"] == wanted, "system", BREACH)

    def services(self, numbers, within=None, name="service-not-listed", out=(VOID,), unread=(UNKNOWN,)):
        """Every service is in a list: the decree's by default."""
        self.check(bool(numbers), "no-service", VOID, UNKNOWN)
        for number in numbers:
            place = among(number, self.facts.services if within is None else within)
            if place == "out":
                self.find(name, *out)
            elif place == "unread":
                latin_o = service_key(bare(number).replace("O", "О")) is not None  # law.md 6.7 mends it
                self.find("service-unreadable", *unread, *((HOLDS,) if latin_o else ()))

    def way(self, *outcomes: str) -> None:
        self.check(self.facts.chosen("certificate", self.on), "way-not-chosen", *(outcomes or (VOID,)))

    def age(self, born: date | None) -> None:
        """A consumer acts alone from fourteen."""
        if self.by != _C:
            return
        if born is None:
            self.find("age", UNKNOWN, HOLDS)
            return
        turn = birthday(born, self.facts.own_age)
        if self.on == turn or ((born.month, born.day) == (2, 29) and abs(self.on - turn) <= DAY):
            self.find("age", HOLDS, VOID)  # on the birthday itself, or only after it
        else:
            self.check(self.on > turn, "age")

    def fresh(self, extract: dict, old=(UNKNOWN,)) -> None:
        """An extract is of the day of its step: an older one may hide a change."""
        as_of = day_of(extract["as_of"])
        if as_of > self.on:
            self.find("extract-later", VOID, UNKNOWN)
        elif as_of < self.on:
            self.find("extract-old", *old)

    def agrees(self, *pairs: tuple) -> None:
        """Days of one extract that must not run backwards: (earlier, later); absent ones are skipped."""
        for earlier, later in pairs:
            if earlier and later:
                self.check(day_of(earlier) <= day_of(later), "extract-contradicts", VOID, UNKNOWN)

    def register(self, extract: dict | None, services, inn: str | None = None) -> None:
        """The provider stands in the register with these services on the day of the step."""
        if extract is None:
            self.find("register-missing", UNKNOWN)
            return
        self.fresh(extract)
        included, excluded = extract["included_on"], extract.get("excluded_on")
        self.agrees((included, excluded), (included, extract["as_of"]), (excluded, extract["as_of"]))
        self.check(day_of(included) <= self.on, "not-in-register")
        self.check(excluded is None or day_of(excluded) > self.on, "excluded")
        self.services(services, extract["services"], "service-not-in-register")
        if inn is not None:
            self.check(bare(extract["provider"]) == bare(inn), "provider-differs")

    def order(self, extract: dict | None, services) -> None:
        """The order is approved, published, and has these services."""
        if extract is None:
            self.find("order-missing", UNKNOWN)
            return
        self.fresh(extract)
        approved, published = extract["approved_on"], extract.get("published_on")
        self.agrees((approved, published), (approved, extract["as_of"]), (published, extract["as_of"]))
        self.check(day_of(approved) <= self.on, "order-not-approved", VOID)
        self.check(published is not None and day_of(published) <= self.on, "order-not-published", *NOT_HOLDS)
        self.services(services, extract["services"], "service-not-in-order")
