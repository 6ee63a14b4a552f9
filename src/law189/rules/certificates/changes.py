"""Изменение и приостановление (changes): what an amendment must leave covered, and what a pause stops.

A certificate or a contract that is amended keeps what it already gave: what is rendered, and what running contracts
hold. A renewal moves the last day of a certificate forward. While a certificate is suspended no contract takes it.

>>> nominal, spent = Volume(amount=100, unit="person-hours"), Volume(amount=72, unit="person-hours")
>>> covers(nominal, spent).outcome, covers(Volume(amount=71, unit="person-hours"), spent).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.VOID: 'void'>)
>>> moved_on(date(2025, 6, 30), date(2024, 12, 31)).outcome
<Outcome.HOLDS: 'holds'>
"""

from collections.abc import Iterable, Iterator
from datetime import date

from law189.extracts import ContractExtract
from law189.kinds.asked import asked
from law189.law import Text
from law189.measures import Volume
from law189.rules.cures import certificate
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["contract_runs", "contracts_in_term", "covers", "moved_on", "no_more", "not_suspended"]

# ─── Сертификат: номинал и последний день ────────────────────────────────────────────────────────────────

COVERS = Rule(
    "changes.covers",
    Text(
        "Новый номинал, {unit}: {nominal}; оказано и занято договорами, {spent_unit}: {spent}.",
        "The new nominal, {unit}: {nominal}; rendered and held by contracts, {spent_unit}: {spent}.",
    ),
    cure=Text(
        "Назначьте номинал в прежней единице и не меньше оказанного и занятого.",
        "Set a nominal in the unit it had, of no less than what is rendered and held.",
    ),
    assumed=Text(
        "Изменение не отнимает того, что по сертификату уже оказано или занято договором.",
        "An amendment takes away nothing that is rendered under the certificate or held by a contract.",
    ),
)
CONTRACT_IN_TERM = Rule(
    "changes.contract_in_term",
    Text(
        "Новый последний день сертификата: {until}; договор № {contract} действует по {ends_on}.",
        "The new last day of the certificate: {until}; the contract {contract} runs to {ends_on}.",
    ),
    cure=Text(
        "Назначьте более поздний день или сначала измените договор.",
        "Set a later day, or amend the contract first.",
    ),
    unknown=Text(
        "Новый последний день сертификата: {until}, прежний: {before}; по какой день действует договор "
        "№ {contract}, в выписке о нём не указано; нужно: {asks}.",
        "The new last day of the certificate: {until}, the one before: {before}; the extract of the contract "
        "{contract} does not show its last day; needed: {asks}.",
    ),
    assumed=Text(
        "Услугу, начатую по сертификату, оказывают до конца: последний день не ставят раньше последнего дня "
        "договора, который его занимает.",
        "A service begun under a certificate is rendered to its end: the last day is not set before that of a "
        "contract that holds it.",
    ),
    asks=(DECISION,),
)
MOVED_ON = Rule(
    "changes.moved_on",
    Text(
        "Последний день сертификата: {before}; новый последний день: {until}; продление переносит его вперёд.",
        "The last day of the certificate: {before}; the new one: {until}; a renewal moves it forward.",
    ),
    cure=Text("Назначьте более поздний день.", "Set a later day."),
    assumed=Text("Срок, который не увеличен, не продлён.", "A term that is not made longer is not renewed."),
)


@asked
def covers(nominal: Volume, spent: Volume) -> Verdict:
    """Whether the new nominal covers what was rendered and what running contracts hold, in the same unit."""
    return COVERS.judge(
        spent.within(nominal),
        nominal=nominal.amount,
        unit=nominal.unit.text,
        spent=spent.amount,
        spent_unit=spent.unit.text,
    )


@asked
def contracts_in_term(until: date, before: date, running: Iterable[ContractExtract]) -> Iterator[Verdict]:
    """Whether no running contract runs longer than the new last day; asked where it comes before the old one.

    UNKNOWN of a contract whose extract does not show its last day.
    """
    contracts = tuple(running)
    for contract in contracts if until < before else ():
        holds = None if contract.ends_on is None else contract.ends_on <= until
        yield CONTRACT_IN_TERM.judge(
            holds, contract=contract.number, ends_on=contract.ends_on, until=until, before=before
        )


@asked
def moved_on(until: date, before: date) -> Verdict:
    """Whether the new last day is after the old one."""
    return MOVED_ON.judge(until > before, until=until, before=before)


# ─── Приостановленный сертификат ─────────────────────────────────────────────────────────────────────────

NOT_SUSPENDED = Rule(
    "changes.not_suspended",
    Text(
        "Договор № {contract} заключён {concluded_on}; сертификат был приостановлен с {since} и возобновлён "
        "{until}.",
        "The contract {contract} was concluded on {concluded_on}; the certificate was suspended on {since} and "
        "resumed on {until}.",
    ),
    unknown=Text(
        "Договор № {contract} заключён {concluded_on}, в день, когда сертификат приостановлен; что было раньше, "
        "неизвестно; нужно: {asks}.",
        "The contract {contract} was concluded on {concluded_on}, the day on which the certificate was "
        "suspended; which came first is not known; needed: {asks}.",
    ),
    assumed=Text(
        "Приостановленный сертификат договора не даёт, пока его не возобновят.",
        "A suspended certificate gives no contract until it is resumed.",
    ),
    asks=(DECISION,),
    cure=certificate.NOT_SUSPENDED,
)
NO_MORE = Rule(
    "changes.no_more",
    Text(
        "Сертификат приостановлен; объём договора, {held_unit}: {held}; новый объём, {unit}: {volume}; пока "
        "сертификат приостановлен, договор не занимает больше.",
        "The certificate is suspended; the volume of the contract, {held_unit}: {held}; the new one, {unit}: "
        "{volume}; a contract takes no more while it is suspended.",
    ),
    assumed=NOT_SUSPENDED.assumed,
    cure=certificate.NO_MORE,
)
CONTRACT_RUNS = Rule(
    "changes.contract_runs",
    Text(
        "Договор № {contract} по выписке от {as_of} {ended_on:прекращён …|не прекращён}; изменяют действующий "
        "договор.",
        "The contract {contract} by the extract of {as_of}; ended: {ended_on:…|no}; a running contract is "
        "amended.",
    ),
    assumed=Text(
        "Прекращённый договор не изменяют: его прекращение записывают отдельно.",
        "A contract that has ended is not amended: that it ended is recorded on its own.",
    ),
    cure=certificate.CONTRACT_RUNS,
)


@asked
def not_suspended(contract: ContractExtract, pauses: Iterable[tuple[date, date]]) -> Iterator[Verdict]:
    """Whether the contract was concluded outside the pauses of the certificate, each from a day to a day.

    The day of a pause's end is outside it. UNKNOWN of its first day: the contract may have come before it.
    """
    for since, until in pauses:
        if since <= contract.concluded_on < until:
            holds = None if contract.concluded_on == since else False
            yield NOT_SUSPENDED.judge(
                holds, contract=contract.number, concluded_on=contract.concluded_on, since=since, until=until
            )


@asked
def no_more(volume: Volume, held: Volume) -> Verdict:
    """Whether a contract of a suspended certificate takes no more of it than it held."""
    return NO_MORE.judge(
        volume.within(held),
        volume=volume.amount,
        unit=volume.unit.text,
        held=held.amount,
        held_unit=held.unit.text,
    )


@asked
def contract_runs(contract: ContractExtract, on: date) -> Verdict:
    """Whether the contract that the extract shows has not ended by the day."""
    ended = contract.ended_on is not None and contract.ended_on <= on
    return CONTRACT_RUNS.judge(
        not ended, contract=contract.number, as_of=contract.as_of, ended_on=contract.ended_on
    )
