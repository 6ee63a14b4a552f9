"""One full life of each kind of case: with a breach, a step that an office decided, and an annulled record."""

from datetime import date
from typing import NamedTuple

from law189.cases.history import Decision, RecordAnnulled
from law189.extracts import ContractExtract, OrderExtract, Recipient
from law189.measures import Volume
from law189.profile.documents import Handed
from law189.profile.loader import load_profile
from law189.workflows.agreement import lifecycle as agreement
from law189.workflows.certificate import (
    AppliedFor,
    Contracted,
    ContractEnded,
    Formed,
    RecipientRegistered,
    Used,
)
from law189.workflows.certificate import lifecycle as certificate
from law189.workflows.contract import Concluded, Offered, Terminated
from law189.workflows.contract import Fulfilled as ContractFulfilled
from law189.workflows.contract import lifecycle as contract
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    Opened,
)
from law189.workflows.meeting import lifecycle as meeting
from law189.workflows.order import lifecycle as order
from law189.workflows.selection import lifecycle as selection

KEMEROVO = load_profile("kemerovo")
SEATS = tuple(seat.id for seat in KEMEROVO.latest.working_group.seats)
HELD_ON = date(2023, 10, 2)
SERVICE = "804200О.99.0.ББ52АЖ48000"
INN = "4205000009"
HOURS = {"unit": "person-hours"}


class Story(NamedTuple):
    """A life of one case: its lifecycle, its id, and its steps, each with a decision or None."""

    cycle: object
    id: str
    steps: tuple

    def told(self, steps=None):
        """The history after so many of the steps; after all of them by default."""
        history = self.cycle.begin(self.id)
        for event, decision in self.steps[:steps]:
            history = self.cycle.advance(history, event, KEMEROVO, decision=decision)
        return history


def by_office(day, reason):
    return Decision(by="начальник управления образования", on=day, reason=reason)


ADMITTED = "ошибку признал начальник"
"""A clerk may not take the step, so an office decides that its record is an error."""


def mistake(record, day, reason):
    return RecordAnnulled(on=day, by="clerk", record=record, reason=reason)


# ─── A meeting without a fault ───────────────────────────────────────────────────────────────────────────

MEETING_PATH = (
    Convened(on="2023-09-29", by="chair", held_on=HELD_ON),
    Opened(on=HELD_ON, by="chair", present=SEATS[:5]),
    ItemVoted(
        on=HELD_ON,
        by="chair",
        question="План",
        question_kind="plan-measures",
        votes=dict.fromkeys(SEATS[:3], "for"),
    ),
    Closed(on=HELD_ON, by="chair"),
    MinutesDrafted(on="2023-10-03", by="member-1"),
    MinutesSigned(on="2023-10-03", by="chair"),
    CopiesSent(on="2023-10-04", by="member-1", copies_to=SEATS),
)


def met(steps):
    """A meeting after so many steps."""
    return Story(meeting, "2023-10-02", tuple((event, None) for event in MEETING_PATH)).told(steps)


# ─── Lives with everything ───────────────────────────────────────────────────────────────────────────────

MEETING = Story(
    meeting,
    "2023-10-03",
    (
        (MEETING_PATH[0], None),
        (Opened(on="2023-10-03", by="chair", present=SEATS[:5]), None),  # not the day it was convened for
        (
            ItemVoted(
                on="2023-10-03", by="chair", question="Перечень", votes=dict.fromkeys(SEATS[:3], "for")
            ),
            by_office("2023-10-03", "вид вопроса уточнит секретарь"),
        ),
        (Closed(on="2023-10-05", by="chair"), None),
        (mistake(4, "2023-10-06", "заседание закрыто в день открытия"), by_office("2023-10-06", ADMITTED)),
        (Closed(on="2023-10-03", by="chair"), None),
        (MinutesDrafted(on="2023-10-04", by="member-1"), None),
        (MinutesSigned(on="2023-10-04", by="chair"), None),
        (CopiesSent(on="2023-10-05", by="member-1", copies_to=SEATS), None),
    ),
)
ORDER = OrderExtract(
    as_of="2024-01-12",
    number="1",
    year=2024,
    status=1,
    services=(SERVICE,),
    approved_on="2023-09-25",
    published_on="2023-09-27",
)
IN_NAVIGATOR = Handed(form="electronic", system="navigator")
ELSEWHERE = Handed(form="electronic", system="portal")
CHILD = Recipient(file="17", born="2014-05-01")


def formed(day, nominal):
    return Formed(
        on=day,
        by="education",
        document=IN_NAVIGATOR,
        number="17",
        nominal=Volume(amount=nominal, **HOURS),
        valid_until="2024-12-31",
        order=ORDER,
    )


def contracted(number, day, amount, **ended):
    return ContractExtract(
        as_of=day,
        number=number,
        provider=INN,
        certificate="17",
        service=SERVICE,
        volume=Volume(amount=amount, **HOURS),
        concluded_on=ended.pop("concluded_on", day),
        **ended,
    )


def ended(number, since, day, amount, rendered, *, fulfilled):
    return contracted(
        number,
        day,
        amount,
        concluded_on=since,
        ended_on=day,
        rendered=Volume(amount=rendered, **HOURS),
        fulfilled=fulfilled,
    )


CERTIFICATE = Story(
    certificate,
    "17",
    (
        (
            AppliedFor(
                on="2024-01-10",
                by="representative",
                document=ELSEWHERE,  # not the system that the decree names
                recipient=CHILD,
                services=(SERVICE,),
                asks=("enrolment", "certificate"),
            ),
            None,
        ),
        (
            RecipientRegistered(on="2024-01-11", by="education", record="17"),
            by_office("2024-01-11", "срок включения в реестр ещё не установлен"),
        ),
        (formed("2024-01-15", "720"), by_office("2024-01-15", "порядок ещё не принят")),
        (mistake(3, "2024-01-16", "номинал набран с лишним нулём"), by_office("2024-01-16", ADMITTED)),
        (formed("2024-01-12", "72.50"), by_office("2024-01-12", "порядок ещё не принят")),
        (Contracted(on="2024-02-01", by="provider", contract=contracted("5", "2024-02-01", "72")), None),
        (
            ContractEnded(
                on="2024-03-01",
                by="provider",
                contract=ended("5", "2024-02-01", "2024-03-01", "72", "20", fulfilled=False),
            ),
            None,
        ),
        (Contracted(on="2024-03-04", by="provider", contract=contracted("6", "2024-03-04", "52.50")), None),
        (
            Used(
                on="2024-05-31",
                by="provider",
                contract=ended("6", "2024-03-04", "2024-05-31", "52.50", "52.5", fulfilled=True),
            ),
            None,
        ),
    ),
)
IN_REGISTER = {
    "as_of": "2023-10-09",
    "provider": INN,
    "record": "12",
    "services": [SERVICE],
    "included_on": "2023-10-04",
}
CONTRACT = Story(
    contract,
    "5",
    (
        (
            Offered(
                on="2024-02-01",
                by="provider",
                number="5",
                provider=INN,
                service=SERVICE,
                volume=Volume(amount=72, **HOURS),
                ends_on="2024-05-31",
            ),
            None,
        ),
        (
            Concluded(on="2024-02-02", by="representative", document=ELSEWHERE),
            by_office("2024-02-02", "выписки придут позже"),
        ),
        (mistake(2, "2024-02-05", "выписки пришли"), by_office("2024-02-05", ADMITTED)),
        (
            Concluded(
                on="2024-02-02",
                by="representative",
                document=ELSEWHERE,  # still not the system that the decree names
                certificate={
                    "as_of": "2024-02-02",
                    "number": "17",
                    "recipient": CHILD,
                    "services": [SERVICE],
                    "nominal": {"amount": "72.50", **HOURS},
                    "balance": {"amount": "72.50", **HOURS},
                    "formed_on": "2024-01-12",
                    "valid_until": "2024-12-31",
                },
                provider={**IN_REGISTER, "as_of": "2024-02-02"},
                agreement={
                    "as_of": "2024-02-02",
                    "number": "7",
                    "provider": INN,
                    "services": [SERVICE],
                    "mode": "reimbursement",
                    "concluded_on": "2023-10-11",
                    "ends_on": "2024-12-31",
                },
            ),
            None,
        ),
        (
            ContractFulfilled(on="2024-03-01", by="provider", act="9", rendered=Volume(amount=20, **HOURS)),
            None,
        ),
        (mistake(5, "2024-03-04", "договор не исполнен, а расторгнут"), by_office("2024-03-04", ADMITTED)),
        (
            Terminated(
                on="2024-03-01",
                by="representative",
                because="переезд",
                rendered=Volume(amount=20, **HOURS),
            ),
            None,
        ),
    ),
)


# ─── Cases told as an embedder writes them: mappings by kind ─────────────────────────────────────────────


def told_of(cycle, history_id, *steps):
    """A story out of mappings; a step that is a pair has the words of the office that decided it."""
    pairs = [step if isinstance(step, tuple) else (step, None) for step in steps]
    read = [(cycle.events.validate_python(facts), words) for facts, words in pairs]
    return Story(
        cycle, history_id, tuple((event, words and by_office(event.on, words)) for event, words in read)
    )


NOT_YET = "порядок ещё не принят"
ELECTRONIC = {"form": "electronic", "system": "navigator"}
PARTS = [{"way": "municipal-task", "amount": 60}, {"way": "certificate", "amount": "40.50"}]
LINE = {"service": SERVICE, "unit": "person-hours", "total": "100.50", "parts": PARTS}
PUBLISHED = {"place": "budget-portal", "evidence": "запись № 1"}
ORDER_STORY = told_of(
    order,
    "2024",
    (
        {
            "kind": "drafted",
            "on": "2023-09-25",
            "by": "education",
            "number": "1",
            "year": 2024,
            "lines": [LINE],
        },
        NOT_YET,
    ),
    {
        "kind": "advice_attached",
        "on": "2023-09-26",
        "by": "chair",
        "advice": {"as_of": "2023-09-26", "held_on": "2023-09-25", "question": "О заказе", "adopted": False},
    },
    ({"kind": "approved", "on": "2023-10-05", "by": "education", "document": ELECTRONIC}, NOT_YET),
    (
        {
            "kind": "record_annulled",
            "on": "2023-10-06",
            "by": "clerk",
            "record": 3,
            "reason": "день набран неверно",
        },
        ADMITTED,
    ),
    ({"kind": "approved", "on": "2023-10-04", "by": "education", "document": ELECTRONIC}, NOT_YET),
    ({"kind": "published", "on": "2024-01-10", "by": "education", **PUBLISHED}, NOT_YET),
)
SCHOOL = {
    "kind": "legal-entity",
    "inn": INN,
    "ogrn": "1024200000000",
    "licence": {"number": "17", "issued_on": "2020-02-03"},
}
APPLICATION = {"form": "electronic", "system": "portal"}
SELECTION = told_of(
    selection,
    "12",
    (
        {
            "kind": "applied",
            "on": "2023-10-02",
            "by": "provider",
            "provider": SCHOOL,
            "services": [SERVICE],
            "document": APPLICATION,
        },
        NOT_YET,
    ),
    ({"kind": "included", "on": "2023-10-05", "by": "education", "record": "21"}, NOT_YET),
    (
        {
            "kind": "record_annulled",
            "on": "2023-10-06",
            "by": "clerk",
            "record": 2,
            "reason": "номер записи чужой",
        },
        ADMITTED,
    ),
    ({"kind": "included", "on": "2023-10-04", "by": "education", "record": "12"}, NOT_YET),
)
AGREEMENT = told_of(
    agreement,
    "7",
    (
        {
            "kind": "drafted",
            "on": "2023-10-09",
            "by": "education",
            "number": "7",
            "mode": "reimbursement",
            "sums": [{"year": 2023, "roubles": "120000.50"}],
            "services": [SERVICE],
            "ends_on": "2023-12-31",
            "provider": IN_REGISTER,
            "document": ELECTRONIC,
        },
        NOT_YET,
    ),
    {"kind": "signed_by_provider", "on": "2023-10-10", "by": "provider", "signature": "qualified"},
    ({"kind": "concluded", "on": "2023-10-12", "by": "education", "signature": "qualified"}, NOT_YET),
    (
        {
            "kind": "record_annulled",
            "on": "2023-10-13",
            "by": "clerk",
            "record": 3,
            "reason": "подписано раньше",
        },
        ADMITTED,
    ),
    ({"kind": "concluded", "on": "2023-10-11", "by": "education", "signature": "qualified"}, NOT_YET),
    {"kind": "completed", "on": "2024-01-09", "by": "education"},
)
STORIES = {
    story.cycle.name: story for story in (MEETING, ORDER_STORY, SELECTION, AGREEMENT, CERTIFICATE, CONTRACT)
}
