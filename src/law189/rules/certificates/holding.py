"""Занятый сертификат (holding): the contracts that hold parts of a certificate, and what they leave of it.

A contract takes a part of it and gives back what it did not use; several run at once, each on another service.

>>> certificate = ("C-17", ("804200О.99.0.ББ52АЖ48000",), Volume(amount=144, unit="person-hours"))
>>> whole = Holding(*certificate, date(2024, 1, 12), date(2024, 12, 31), Decimal(144))
>>> contract = ContractExtract(as_of="2024-02-02", number="5", provider="4205000009", certificate="C-17",
... service="804200О.99.0.ББ52АЖ48000", concluded_on="2024-02-02", volume=Volume(amount=72, unit="person-hours"))
>>> [verdict.outcome.value for verdict in whole.takes(contract, date(2024, 2, 2))]
['holds', 'holds', 'holds', 'holds', 'holds']
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from law189.extracts import CertificateExtract, ContractExtract, Recipient
from law189.kinds.asked import asked, made_asked, methods_asked
from law189.law import Text
from law189.measures import EXACT, Unit, Volume
from law189.numbers import same_inn, same_number
from law189.readings import NO_CHOICES, Chosen
from law189.rules import asking, contracts, identifiers, volumes
from law189.rules.agreements import rendering
from law189.rules.certificates import changes
from law189.rules.certificates.leaving import returned, spent
from law189.rules.cures import certificate
from law189.rules.naming import look_alike
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["Holding", "ended", "of_certificate"]

OF_CERTIFICATE = Rule(
    "certificates.of_certificate",
    Text(
        "Договор № {contract} от {concluded_on} по сертификату № {certificate}; нужен договор по "
        "сертификату № {number}, заключённый с {since} по {until}{alike:; номера сертификатов различаются только "
        "латинскими и русскими буквами|}.",
        "The contract {contract} of {concluded_on} under the certificate {certificate}; needed is one under the "
        "certificate {number}, concluded from {since} to {until}{alike:; the numbers of the certificates differ "
        "in Latin and Russian letters alone|}.",
    ),
    assumed=Text(
        "Сертификат занимает только договор по нему, заключённый, пока сертификат действует и свободен.",
        "Only a contract under a certificate takes it, concluded while the certificate is live and free.",
    ),
    cure=certificate.OF_CERTIFICATE,
)
ENDED = Rule(
    "certificates.contract_ended",
    Text(
        "Договор № {contract} с исполнителем (ИНН {provider}) по выписке от {as_of} "
        "{ended_on:прекращён …|не прекращён}; {held_by:сертификат занят договором № …|сертификат "
        "договором не занят}{held_provider: с исполнителем (ИНН …)|}; день шага: {on}.",
        "The contract {contract} with the provider {provider}; ended by the extract of {as_of}: "
        "{ended_on:…|no}; {held_by:the certificate is held by the contract …|no contract holds the "
        "certificate}{held_provider: with the provider …|}; the day of the step: {on}.",
    ),
    unknown=Text(
        "Договор № {contract} с исполнителем (ИНН {provider}) прекращён {ended_on}, но объём "
        "оказанных по нему услуг не указан; укажите в выписке: {asks}.",
        "The contract {contract} with the provider {provider} ended on {ended_on}, but how much was rendered "
        "under it is not recorded; give in the extract: {asks}.",
    ),
    assumed=Text(
        "Остаток возвращается, когда кончился тот договор, который его занимал.",
        "The rest goes back when the contract that held it has ended.",
    ),
    asks=(asking.RENDERED,),
    cure=certificate.ENDED,
)


@made_asked
@methods_asked
class Holding(NamedTuple):
    """Сертификат, который занимают договоры: what it is, the contracts that run under it, and what they leave.

    `left` is how much of the nominal no contract holds or has used, in the same unit. `running` are from first to
    last; `over` are the services of the contracts that have ended, each with its day. `suspended_on` is since when
    the certificate is suspended now, `pauses` are the days from which and on which it was before.
    """

    number: str
    services: tuple[str, ...]
    nominal: Volume
    formed_on: date
    valid_until: date
    left: Decimal
    running: tuple[ContractExtract, ...] = ()
    over: tuple[tuple[str, date], ...] = ()
    suspended_on: date | None = None
    pauses: tuple[tuple[date, date], ...] = ()

    def taking(self, contract: ContractExtract) -> "Holding":
        """The certificate with one more contract under it."""
        left = EXACT.subtract(self.left, contract.volume.in_unit(self.nominal.unit))
        return self._replace(left=left, running=(*self.running, contract))

    def returning(self, shown: ContractExtract, on: date) -> "Holding":
        """The certificate without the contract that the extract shows, which ended by the day.

        Nothing goes back where it is not known how much was rendered.
        """
        held, running = self.held_by(shown), list(self.running)
        running.remove(held)
        left = self.left if shown.rendered is None else self.left_after(held, shown.rendered)
        over = (*self.over, (shown.service, shown.ended_on or on))
        return self._replace(left=left, running=tuple(running), over=over)

    def amended(self, nominal: Volume, until: date) -> "Holding":
        """The certificate with another nominal and another last day; a nominal in another unit changes nothing."""
        now = self._replace(valid_until=until)
        if nominal.unit is not self.nominal.unit:
            return now
        more = EXACT.subtract(nominal.amount, self.nominal.amount)
        return now._replace(nominal=nominal, left=EXACT.add(self.left, more))

    def with_changed(self, shown: ContractExtract) -> "Holding":
        """The certificate with a running contract as the extract shows it now; it keeps the unit of its volume."""
        held = self.held_by(shown)
        if shown.volume.unit is not held.volume.unit:
            shown = shown.model_copy(update={"volume": held.volume})
        running = tuple(shown if one is held else one for one in self.running)
        return self._replace(left=self.left_after(held, shown.volume), running=running)

    def resumed(self, on: date) -> "Holding":
        """The certificate with its pause behind it. What is not suspended stays as it is."""
        pause = () if self.suspended_on is None else ((self.suspended_on, on),)
        return self._replace(suspended_on=None, pauses=(*self.pauses, *pause))

    @property
    def spent(self) -> Volume:
        """What was rendered under the certificate and what running contracts hold."""
        return Volume(amount=EXACT.subtract(self.nominal.amount, self.left), unit=self.nominal.unit)

    def held_by(self, shown: ContractExtract) -> ContractExtract:
        """The running contract that the extract shows; the latest where it shows none of them."""
        alike = (one for one in self.running if same_number(one.number, shown.number))
        return next(alike, self.running[-1])

    def left_after(self, held: ContractExtract, rendered: Volume) -> Decimal:
        """What is left when the contract ends under which so much was rendered."""
        unit = self.nominal.unit
        return EXACT.add(self.left, EXACT.subtract(held.volume.in_unit(unit), rendered.in_unit(unit)))

    @property
    def balance(self) -> Volume:
        """What is left, as a volume: nothing where contracts have taken more than there was."""
        return Volume(amount=max(self.left, Decimal(0)), unit=self.nominal.unit)

    def shown(self, as_of: date, recipient: Recipient, ended_on: date | None) -> CertificateExtract:
        """The extract that shows the certificate on the day."""
        return CertificateExtract(
            as_of=as_of,
            number=self.number,
            recipient=recipient,
            services=self.services,
            nominal=self.nominal,
            balance=self.balance,
            formed_on=self.formed_on,
            valid_until=self.valid_until,
            contract=self.running[-1].number if self.running else None,
            taken=self.taken,
            ended_on=ended_on,
            suspended_on=self.suspended_on,
        )

    @property
    def taken(self) -> tuple[str, ...]:
        """The services of the contracts that run."""
        return tuple(one.service for one in self.running)

    @property
    def shared(self) -> bool:
        """Whether more than one contract holds a part of it."""
        return len(self.running) > 1

    def free_since(self, service: str, choices: Chosen = NO_CHOICES) -> date:
        """From which day the service is free: since the last contract on it ended, else since the certificate."""
        ended = (day for one, day in self.over if identifiers.named(one, (service,), choices))
        return max((self.formed_on, *ended))

    def some_free(self, choices: Chosen = NO_CHOICES) -> Verdict:
        """Whether some service of the certificate is held by no running contract."""
        return contracts.some_free(self.services, self.taken, choices)

    def last_one(self) -> Verdict:
        """Whether at most one contract holds the certificate."""
        return contracts.last_one([one.number for one in self.running])

    def takes(self, contract: ContractExtract, on: date, choices: Chosen = NO_CHOICES) -> Iterator[Verdict]:
        """Whether the contract is under this certificate, on a free service of it, and of what is left."""
        since = self.free_since(contract.service, choices)
        yield of_certificate(contract, self.number, since, self.valid_until, on)
        yield identifiers.among(contract.service, self.services, identifiers.CERTIFICATE, choices)
        yield contracts.service_free(contract.service, self.taken, choices)
        yield volumes.positive(contract.volume)
        yield volumes.within(contract.volume, self.left, self.nominal.unit)
        yield from changes.not_suspended(contract, self.pauses)

    def changes(self, shown: ContractExtract, on: date, choices: Chosen) -> Iterator[Verdict]:
        """Whether a running contract was amended within what the certificate leaves it."""
        held = self.held_by(shown)
        yield contracts.same_contract(shown, held, choices, but="volume")
        yield changes.contract_runs(shown, on)
        yield volumes.positive(shown.volume)
        unit = self.nominal.unit
        yield volumes.within(shown.volume, EXACT.add(self.left, held.volume.in_unit(unit)), unit)
        if self.suspended_on is not None:
            yield changes.no_more(shown.volume, held.volume)

    def goes_back(self, shown: ContractExtract, on: date, choices: Chosen = NO_CHOICES) -> Iterator[Verdict]:
        """Whether the contract that the extract shows has ended, and the last one leaves something."""
        return self._ends(shown, on, None if self.shared else returned, choices)

    def used_up(self, shown: ContractExtract, on: date, choices: Chosen = NO_CHOICES) -> Iterator[Verdict]:
        """Whether the contract that the extract shows has ended and leaves nothing."""
        return self._ends(shown, on, spent, choices)

    def _ends(
        self,
        shown: ContractExtract,
        on: date,
        leaves: Callable[[Decimal, Unit], Verdict] | None,
        choices: Mapping[str, str],
    ) -> Iterator[Verdict]:
        """Whether the contract that the extract shows holds a part and has ended; `leaves` judges what is left."""
        held = self.held_by(shown)
        yield ended(shown, held, on)
        yield contracts.same_contract(shown, held, choices)
        if shown.rendered is not None:
            covered = rendering.rendered(shown.rendered, held.volume)
            yield covered
            if covered.outcome is Outcome.HOLDS and leaves is not None:
                yield leaves(self.left_after(held, shown.rendered), self.nominal.unit)


@asked
def of_certificate(contract: ContractExtract, number: str, since: date, until: date, on: date) -> Verdict:
    """Whether the contract is under this certificate, concluded by the day and from `since` to `until`."""
    # what an extract says of days after its own is an intention
    last_day = min(until, on, contract.as_of)
    return OF_CERTIFICATE.judge(
        same_number(contract.certificate, number) and since <= contract.concluded_on <= last_day,
        contract=contract.number,
        certificate=contract.certificate,
        concluded_on=contract.concluded_on,
        number=number,
        since=since,
        until=last_day,
        alike=look_alike(contract.certificate, number),
    )


@asked
def ended(contract: ContractExtract, held: ContractExtract, on: date) -> Verdict:
    """Whether the contract that holds the certificate (`held`) has ended by the day.

    UNKNOWN where it has, and the extract does not say how much was rendered.
    """
    same = (
        same_number(contract.number, held.number)
        and same_inn(contract.provider, held.provider)
        and same_number(contract.certificate, held.certificate)
    )
    over = contract.ended_on is not None and contract.ended_on <= min(on, contract.as_of)
    known = None if contract.rendered is None else True
    return ENDED.judge(
        known if over and same else False,
        contract=contract.number,
        provider=contract.provider,
        as_of=contract.as_of,
        ended_on=contract.ended_on,
        held_by=held.number,
        held_provider=held.provider,
        on=on,
    )
