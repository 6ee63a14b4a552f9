"""Правопреемник (successors): what a provider began before its record of the register passed to another one.

The decrees and the law as far as it is known here say nothing of a provider that is reorganised.

>>> from datetime import date
>>> from law189.extracts import RegisterExtract
>>> entry = RegisterExtract(as_of=date(2024, 3, 4), provider="4205000009", record="12", before=("4205000016",),
...     services=("804200О.99.0.ББ52АЖ48000",), included_on=date(2023, 10, 2))
>>> succeeds(entry, "4205000016"), succeeds(entry, "4205000009")
(True, False)
>>> begun_before(Text("соглашение", "agreement"), "С-1", "4205000016", entry).outcome
<Outcome.UNKNOWN: 'unknown'>
"""

from law189.extracts import RegisterExtract
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.numbers import same_inn
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["ASSUMED", "begun_before", "succeeds"]

ASSUMED = Text(
    "Переходят ли с записью реестра соглашения и договоры исполнителя, известные здесь акты не говорят; решает "
    "человек по документу о правопреемстве.",
    "The acts known here do not say whether agreements and contracts of a provider pass on with its record; a "
    "person decides by the document of succession.",
)
BEGUN = Rule(
    "successors.begun_before",
    Text(
        "Запись реестра {record} — у правопреемника (ИНН {successor}); {what} № {number} — с исполнителем (ИНН "
        "{provider}).",
        "The record {record} of the register is of a successor ({successor}); the {what} {number} is with the "
        "provider {provider}.",
    ),
    unknown=Text(
        "Запись реестра {record} — уже у правопреемника (ИНН {successor}), а {what} № {number} — с исполнителем "
        "(ИНН {provider}); перешло ли к правопреемнику и это, неизвестно; по документу о правопреемстве оформите: "
        "{asks}.",
        "The record {record} of the register is by now of a successor ({successor}), and the {what} {number} is "
        "with the provider {provider}; whether this has passed on too is unknown; by the document of succession "
        "record: {asks}.",
    ),
    assumed=ASSUMED,
    asks=(DECISION,),
)


@asked
def succeeds(entry: RegisterExtract, provider: str) -> bool:
    """Whether the record was of that provider (INN) before it passed to the one whose it is."""
    return any(same_inn(provider, one) for one in entry.before)


@asked
def begun_before(what: Text, number: str, provider: str, entry: RegisterExtract, *cites: Citation) -> Verdict:
    """That an agreement or a contract of `provider` (INN) was begun before the record passed on; always UNKNOWN."""
    return BEGUN.judge(
        None,
        *cites,
        what=what,
        number=number,
        provider=provider,
        record=entry.record,
        successor=entry.provider,
    )
