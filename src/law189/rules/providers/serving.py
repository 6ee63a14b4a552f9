"""Вправе ли оказывать (serving): on which days of an act or a claim the provider could not render the service.

Neither the law as far as it is known here nor the decrees say what follows for an act of such days and for what is
paid on it; a person decides.

>>> march = (date(2024, 3, 1), date(2024, 3, 31))
>>> since = Stretch(date(2024, 3, 15), date(2024, 3, 31))
>>> could_serve(ACT, "А-1", march, "4205000009", ["804200О.99.0.ББ52АЖ48000"], [since], []).outcome.value
'unknown'
>>> could_serve(ACT, "А-1", march, "4205000009", ["804200О.99.0.ББ52АЖ48000"], [], []).outcome.value
'holds'
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from law189.kinds.asked import asked, made_asked
from law189.law import Citation, Text
from law189.law.text import in_russian
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["ACT", "CLAIM", "Stretch", "could_serve"]

ACT = Text("Акт", "The act")
CLAIM = Text("Требование", "The claim")
SERVED = Rule(
    "reconciliation.could_serve",
    Text(
        "{what} № {number} с {since} по {until}, услуги: {services}; исполнитель (ИНН {provider}) вне реестра: "
        "{outside:нет таких дней}; без действующей лицензии: {unlicensed:нет таких дней}.",
        "{what} {number}, from {since} to {until}, services: {services}; the provider {provider} out of the "
        "register: {outside:on no day}; without a licence in force: {unlicensed:on no day}.",
    ),
    unknown=Text(
        "{what} № {number} с {since} по {until}, услуги: {services}; исполнитель (ИНН {provider}) вне реестра: "
        "{outside:нет таких дней}; без действующей лицензии: {unlicensed:нет таких дней}; считать ли оказанным и "
        "оплачивать ли то, что за эти дни, неизвестно; уберите эти дни или получите: {asks}.",
        "{what} {number}, from {since} to {until}, services: {services}; the provider {provider} out of the "
        "register: {outside:on no day}; without a licence in force: {unlicensed:on no day}; unknown whether what "
        "is of these days counts as rendered and is paid; leave these days out, or get: {asks}.",
    ),
    assumed=Text(
        "Услугу оказывает тот, кто стоит в реестре и имеет лицензию; что следует для акта и оплаты, если в "
        "какие-то дни это не так, известные здесь акты не говорят, и решает человек.",
        "A service is rendered by whoever is in the register and has a licence; the acts known here do not say "
        "what follows for an act and for payment where on some days that is not so, and a person decides.",
    ),
    asks=(DECISION,),
)


@made_asked
class Stretch(NamedTuple):
    """Дни подряд: the first and the last of them."""

    since: date
    until: date

    @property
    def text(self) -> Text:
        """The days in words."""
        if self.since == self.until:
            return Text(in_russian(self.since), self.since.isoformat())
        return Text(
            f"с {in_russian(self.since)} по {in_russian(self.until)}",
            f"{self.since.isoformat()} to {self.until.isoformat()}",
        )


@asked
def could_serve(
    what: Text,
    number: str,
    period: tuple[date, date],
    provider: str,
    services: Sequence[str],
    outside: Sequence[Stretch],
    unlicensed: Sequence[Stretch],
    *cites: Citation,
) -> Verdict:
    """Whether the provider was in the register and had a licence on every day of an act or a claim.

    `outside` are the days of the period on which it was not in the register for the services, `unlicensed` those on
    which none of its licences ran. UNKNOWN where there are any.
    """
    return SERVED.judge(
        None if outside or unlicensed else True,
        *cites,
        what=what,
        number=number,
        since=period[0],
        until=period[1],
        provider=provider,
        services=tuple(services),
        outside=tuple(one.text for one in outside),
        unlicensed=tuple(one.text for one in unlicensed),
    )
