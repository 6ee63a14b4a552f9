"""A small year of cases that stand alone: each step has its extracts in it, as `law189 replay` reads them.

The decree is the real one; everything after it is invented: the acts that fill what the decree leaves open
(`adopted_acts.yaml` of the examples), the providers with their numbers, the certificates and the contracts.
"""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import places
from stdnum.ru import inn as inn_number

from law189 import Refused, load_profile
from law189.cases.history import Decision, Event, History, RecordAnnulled
from law189.cases.lifecycle import Lifecycle
from law189.extracts import Licence, Provider
from law189.profile.loader import shipped_source
from law189.profile.profile import Profile
from law189.workflows import LIFECYCLES, agreement, certificate, contract, meeting, order, selection

ACTS = places.EXAMPLES / "adopted_acts.yaml"
BODY = "education"
ARTS, SPORT = "804200О.99.0.ББ52АЕ83000", "804200О.99.0.ББ52АЕ59000"
ELECTRONIC = {"form": "electronic", "system": "navigator"}
CYCLES = {cycle.name: cycle for cycle in LIFECYCLES}


def profile_text() -> str:
    """Kemerovo's decree with the invented acts, as a clerk would put the two files together."""
    return shipped_source("kemerovo") + ACTS.read_text(encoding="utf-8")


class Year:
    """The cases of a year, and the line of each event in the order in which it was handed in."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.cases: dict[str, History[Any]] = {}
        self.lines: list[dict[str, Any]] = []
        self.refused = 0

    def step(self, case: str, event: Event, decision: Decision | None = None) -> History[Any]:
        """Record the event; what is refused stays in the lines and moves nothing."""
        name = case.partition("/")[0]
        cycle: Lifecycle[Any] = CYCLES[name]
        history = self.cases.get(case, cycle.begin(case))
        facts = event.model_dump(mode="json", exclude_none=True)
        line = {"history": case, "lifecycle": name, **facts}
        if decision is not None:
            line["decision"] = decision.model_dump(mode="json")
        self.lines.append(line)
        try:
            history = cycle.advance(history, event, self.profile, decision=decision)
        except Refused:
            self.refused += 1
        self.cases[case] = history
        return history


def day(text: str, plus: int = 0) -> date:
    """A day, or so many days after it."""
    return date.fromisoformat(text) + timedelta(plus)


# ─── The meeting and the order ───────────────────────────────────────────────────────────────────────────


def meet(year: Year) -> None:
    """The working group recommends the order."""
    case, on = "meeting/1", "2023-10-09"
    group = year.profile.on(day(on)).working_group
    seats = () if group is None else tuple(group.by_id)
    year.step(case, meeting.Convened(on="2023-10-06", by="chair", held_on=on))
    year.step(case, meeting.Opened(on=on, by="chair", present=seats[:7]))
    question = {"question": "Предложения по социальному заказу", "question_kind": "order-proposals"}
    votes = dict.fromkeys(seats[:6], "for") | {seats[6]: "abstain"}
    year.step(case, meeting.ItemVoted.model_validate({"on": on, "by": "chair", "votes": votes, **question}))
    year.step(case, meeting.Closed(on=on, by="chair"))
    year.step(case, meeting.MinutesDrafted(on="2023-10-10", by="member-1"))
    year.step(case, meeting.MinutesSigned(on="2023-10-11", by="chair"))
    year.step(case, meeting.CopiesSent(on="2023-10-12", by="member-1", copies_to=seats))


def make_order(year: Year) -> None:
    """The order for 2024: drafted, advised, approved, published."""
    case = "order/2024"
    lines = [
        {
            "service": service,
            "unit": "person-hours",
            "total": 20_000,
            "parts": [
                {"way": "municipal-task", "amount": 8_000},
                {"way": "certificate", "amount": 12_000},
            ],
        }
        for service in (ARTS, SPORT)
    ]
    year.step(case, order.Drafted(on="2023-10-16", by=BODY, number="2024/1", year=2024, lines=lines))
    advice = {"as_of": "2023-10-16", "held_on": "2023-10-09", "question": "О заказе", "adopted": True}
    year.step(case, order.AdviceAttached(on="2023-10-16", by="chair", advice=advice))
    act = "вымышленное решение о бюджете № 7"
    year.step(case, order.Approved(on="2023-12-18", by="media-committee", enabling_act=act))  # not theirs
    year.step(case, order.Approved(on="2023-12-18", by=BODY, enabling_act=act))
    year.step(case, order.Published(on="2023-12-20", by=BODY, place="budget-portal", evidence="запись 1"))


def report(year: Year) -> None:
    """The report on the order, a month after the year."""
    case = "order/2024"
    achieved = [{"service": service, "unit": "person-hours", "amount": 11_000} for service in (ARTS, SPORT)]
    year.step(case, order.ReportFormed(on="2025-01-27", by=BODY, achieved=achieved))
    year.step(
        case, order.ReportPublished(on="2025-01-30", by=BODY, place="budget-portal", evidence="запись 2")
    )
    year.step(case, order.Closed(on="2025-01-31", by=BODY))


# ─── Ten providers, seven agreements ─────────────────────────────────────────────────────────────────────


def provider(number: int) -> Provider:
    """An invented provider: its INN and OGRN have right control digits and belong to nobody meant here."""
    body = f"4205{number:05d}"
    inn = body + inn_number.calc_company_check_digit(body)
    ogrn = f"12342000{number:04d}"
    ogrn += str(int(ogrn) % 11 % 10)
    licence = None if number == 8 else Licence(number=f"Л-{number}", issued_on="2019-09-02")
    school = "детская музыкальная школа" if number == 9 else None
    return Provider(kind="legal-entity", inn=inn, ogrn=ogrn, licence=licence, school=school)


REFUSED = {
    8: ("no-licence", "лицензия не приложена и в реестре лицензий не найдена"),
    9: ("excluded-school", "детская музыкальная школа, пункт 1 постановления"),
    10: ("service-not-listed", "такой услуги в перечне нет"),
}


def select(year: Year) -> None:
    """Ten applications: seven are included, three are refused, each on another ground."""
    for number in range(1, 11):
        case, on = f"selection/{number}", day("2023-10-16", number)
        service = "804200О.99.0.ББ52АЕ99000" if number == 10 else (ARTS, SPORT)[number % 2]
        applied = selection.Applied(
            on=on, by="provider", provider=provider(number), services=(service,), document=ELECTRONIC
        )
        year.step(case, applied)
        decided = on + timedelta(3)
        if number in REFUSED:
            ground, because = REFUSED[number]
            year.step(case, selection.Included(on=decided, by=BODY, record=f"{number}"))  # void, and says why
            year.step(case, selection.ApplicationRefused(on=decided, by=BODY, ground=ground, because=because))
        else:
            year.step(case, selection.Included(on=decided, by=BODY, record=f"{number}"))


def agree(year: Year) -> None:
    """Agreements with the seven providers for the year 2024."""
    for number in range(1, 8):
        case, on = f"agreement/{number}", date(2023, 12, 21)
        entry = selection.extract(year.cases[f"selection/{number}"], on)
        drafted = agreement.Drafted(
            on=on,
            by=BODY,
            number=f"С-{number}",
            mode="provision",  # the plan of Kemerovo speaks of financing in advance only
            sums=[{"year": 2024, "roubles": "1250000.50"}],
            provider=entry,
            order=order.extract(year.cases["order/2024"], on),
            services=entry.services,
            ends_on="2024-12-31",
            document=ELECTRONIC,
        )
        year.step(case, drafted)
        year.step(case, agreement.SignedByProvider(on="2023-12-25", by="provider", signature="qualified"))
        entry = selection.extract(year.cases[f"selection/{number}"], date(2023, 12, 27))
        concluded = agreement.Concluded(on="2023-12-27", by=BODY, signature="qualified", provider=entry)
        year.step(case, concluded)


def complete(year: Year) -> None:
    """The agreements that ran to their last day."""
    for number in range(1, 7):
        year.step(f"agreement/{number}", agreement.Completed(on="2024-12-31", by=BODY))


# ─── Two hundred certificates and their contracts ────────────────────────────────────────────────────────


def certify(year: Year) -> None:
    """Two hundred applications: who gets a certificate studies until the end of May, or goes another way."""
    for number in range(1, 201):
        case, on = f"certificate/{number}", day("2024-01-10", number % 10)
        on += timedelta((7 - on.weekday()) % 7 if on.weekday() > 4 else 0)
        born = date(2008 + number % 10, 1 + number % 12, 1 + number % 28)
        applied = {
            "on": on,
            "by": "consumer" if born <= date(2009, 12, 31) else "representative",
            "recipient": {"file": f"{number:03d}", "born": born},
            "services": [(ARTS, SPORT)[number % 2]],
            "asks": ["enrolment", "certificate"],
        }
        if number % 50 == 0:  # on paper after 2023: refused, and handed in again
            paper = {"form": "paper", "impossibility": "нет связи"}
            year.step(case, certificate.AppliedFor.model_validate({**applied, "document": paper}))
        decision = None
        if (
            number == 60
        ):  # two services: the act on the single certificate is not adopted, so an office decides
            applied["services"] = [ARTS, SPORT]
            office = "заместитель Главы города по социальным вопросам"
            decision = Decision(by=office, on=on, reason="до акта о едином сертификате")
        application = certificate.AppliedFor.model_validate({**applied, "document": ELECTRONIC})
        year.step(case, application, decision)
        if number % 40 == 7:
            ground = {"ground": "no-right", "because": "услуга не для этого возраста"}
            year.step(case, certificate.RecipientRefused(on=on, by=BODY, **ground))
            continue
        late = 9 if number % 60 == 11 else 1
        registered = certificate.RecipientRegistered(on=on + timedelta(late), by=BODY, record=f"П-{number}")
        year.step(case, registered, decision)
        formed_on = on + timedelta(late + 1)
        year.step(
            case,
            certificate.Formed(
                on=formed_on,
                by=BODY,
                number=f"К-{number}",
                nominal={"amount": 72, "unit": "person-hours"},
                valid_until="2024-12-31",
                order=order.extract(year.cases["order/2024"], formed_on),
                document=ELECTRONIC,
            ),
            decision,
        )
        if number % 40 == 13:
            year.step(case, certificate.Annulled(on="2024-02-05", by=BODY, reason="семья переехала"))
        elif number % 40 != 19:
            choose(year, number)


def choose(year: Year, number: int) -> None:
    """The recipient chooses a provider; one in ten moves to another with what is left."""
    providers = [one for one in range(1, 8) if one % 2 == number % 2]
    first = providers[number % len(providers)]
    sign(year, number, first, "1", day("2024-02-12", number % 4), 72)
    if number % 10 == 3:
        second = next(one for one in providers if one not in (first, 7))
        end(year, number, "1", date(2024, 4, 1), 24, "сменил исполнителя")
        sign(year, number, second, "2", date(2024, 4, 3), 48)
        end(year, number, "2", date(2024, 5, 31), 48)
    elif first == 7:
        end(year, number, "1", date(2024, 4, 10), 30, "исполнитель исключён из реестра")
    else:
        end(year, number, "1", date(2024, 5, 31), 72)


def sign(year: Year, number: int, who: int, suffix: str, on: date, hours: int) -> None:
    """A contract is offered, concluded on what the other cases show on that day, and entered."""
    case, cert = f"contract/{number}-{suffix}", f"certificate/{number}"
    entry = selection.extract(year.cases[f"selection/{who}"], on)
    shown = certificate.extract(year.cases[cert], on)
    offered = contract.Offered(
        on=on,
        by="provider",
        number=f"Д-{number}-{suffix}",
        provider=entry.provider,
        service=shown.services[0],
        volume={"amount": hours, "unit": "person-hours"},
        ends_on="2024-05-31",
    )
    year.step(case, offered)
    concluded = contract.Concluded(
        on=on,
        by="representative",
        document=ELECTRONIC,
        certificate=shown,
        provider=entry,
        agreement=agreement.extract(year.cases[f"agreement/{who}"], on),
    )
    history = year.step(case, concluded)
    year.step(cert, certificate.Contracted(on=on, by="provider", contract=contract.extract(history, on)))


def end(year: Year, number: int, suffix: str, on: date, hours: int, because: str | None = None) -> None:
    """A contract is fulfilled by act, or terminated and the rest goes back to the certificate."""
    case, cert = f"contract/{number}-{suffix}", f"certificate/{number}"
    rendered = {"amount": hours, "unit": "person-hours"}
    if number == 5:  # the hours of another contract were written here: the record is annulled, not edited
        wrong = {"amount": 36, "unit": "person-hours"}
        year.step(case, contract.Fulfilled(on=on, by="provider", act=f"А-{number}", rendered=wrong))
        year.step(case, RecordAnnulled(on=on, by="provider", record=3, reason="часы другого договора"))
    if because is None:
        history = year.step(
            case, contract.Fulfilled(on=on, by="provider", act=f"А-{number}-{suffix}", rendered=rendered)
        )
        year.step(cert, certificate.Used(on=on, by="provider", contract=contract.extract(history, on)))
    else:
        history = year.step(
            case, contract.Terminated(on=on, by="representative", because=because, rendered=rendered)
        )
        year.step(
            cert, certificate.ContractEnded(on=on, by="provider", contract=contract.extract(history, on))
        )


def exclude(year: Year) -> None:
    """One provider leaves the register in April, and its agreement ends."""
    reason = "заявление исполнителя"
    year.step(
        "selection/7", selection.Excluded(on="2024-04-10", by=BODY, ground="own-request", because=reason)
    )
    year.step(
        "agreement/7", agreement.Terminated(on="2024-04-10", by=BODY, ground="исключение", because=reason)
    )


def expire(year: Year) -> None:
    """What nobody used by the last day of the year."""
    for case, history in list(year.cases.items()):
        if case.startswith("certificate/") and history.state == "formed":
            year.step(case, certificate.Expired(on="2025-01-09", by=BODY))


def play(profile: Profile) -> Year:
    """The whole year."""
    year = Year(profile)
    for part in (meet, make_order, select, agree, certify, exclude, complete, expire, report):
        part(year)
    return year


def write(events: Path, profile: Path) -> Year:
    """Write the lines of the year and its profile, and give the year."""
    profile.write_text(profile_text(), encoding="utf-8")
    year = play(load_profile(profile))
    lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in year.lines)
    events.write_text(lines, encoding="utf-8")
    return year
