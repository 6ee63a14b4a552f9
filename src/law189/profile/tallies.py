"""Что считает показатель (tallies): what the cases and the adopted acts can be counted for, and in what unit.

What is counted is one of a closed list, with few parameters. What no case holds (nonprofits, whoever is served in
another way than by certificate, satisfaction) is not on it.

>>> Counts(kind="providers", sectors=("non-state",)).text.ru
'исполнители в реестре (не государственное и не муниципальное учреждение)'
>>> Counts(kind="holders", sectors=("non-state",))
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Counts
  sectors is for another count ...
"""

from typing import Annotated, Self

from pydantic import model_validator

from law189.extracts import ProviderKind, Sector
from law189.law import Entry, Text, Vocabulary, flaw
from law189.profile.documents import LocalAct
from law189.profile.words import plan as words

__all__ = ["Counts", "IndicatorUnit", "Tally"]


class IndicatorUnit(Vocabulary):
    """Единица измерения показателя."""

    UNITS = "units", "единиц", "units"
    PERSONS = "persons", "человек", "persons"
    PERCENT = "percent", "процентов", "percent"
    YES_NO = "yes_no", "да или нет", "yes or no"
    EXISTS_NONE = "exists_none", "есть или нет", "exists or none"
    ROUBLES = "roubles", "рублей", "roubles"


class Tally(Vocabulary):
    """Что считают на день: of the cases as they stood at its end, or of the acts then in force.

    A provider is one INN, a consumer one file. An applicant counts whatever became of the application. A consumer
    is served where something was rendered under a contract in the year of the day, by then, as an end, an amendment
    or an act tells. A certificate is live where it gives a right on the day, as in the register of recipients: a
    suspended one is not counted. Shares of the order are of the approved orders for that year.
    """

    APPLICANTS = "applicants", "подавшие заявку на отбор исполнителей", "whoever applied in a selection"
    PROVIDERS = "providers", "исполнители в реестре", "providers in the register"
    PROVIDERS_SHARE = (
        "providers-share",
        "доля среди исполнителей в реестре",
        "share of the providers in the register",
    )
    HOLDERS = (
        "holders",
        "потребители с действующим сертификатом",
        "consumers with a live certificate",
    )
    SERVED = (
        "served",
        "потребители, которым оказано по договорам года",
        "consumers served under contracts of the year",
    )
    SERVED_SHARE = (
        "served-share",
        "доля среди потребителей, которым оказано по договорам года",
        "share of the consumers served under contracts of the year",
    )
    CERTIFICATES = "certificates", "действующие сертификаты", "live certificates"
    ORDERS = "orders", "утверждённые заказы", "approved orders"
    ACTS = "acts", "принятые муниципальные акты", "adopted municipal acts"
    SERVICES_SHARE = (
        "services-share",
        "доля услуг заказа, которые исполняют по сертификату",
        "share of the services of the order that are rendered by certificate",
    )
    VOLUME_SHARE = (
        "volume-share",
        "доля объёма заказа, которую исполняют по сертификату",
        "share of the volume of the order that is rendered by certificate",
    )

    @property
    def unit(self) -> IndicatorUnit:
        """In what it is counted."""
        if self.value.endswith("-share"):
            return IndicatorUnit.PERCENT
        return IndicatorUnit.PERSONS if self in (Tally.HOLDERS, Tally.SERVED) else IndicatorUnit.UNITS


OF_PROVIDERS = (
    *(Tally.APPLICANTS, Tally.PROVIDERS, Tally.PROVIDERS_SHARE),
    *(Tally.SERVED, Tally.SERVED_SHARE),
)
"""What is told apart by the kind and the sector of the provider."""
OF_SOME = (Tally.PROVIDERS_SHARE, Tally.SERVED_SHARE)
"""What is a share of some providers, so that a kind or a sector must be named."""


class Counts(Entry):
    """Что считает показатель: which count, of providers of which kinds and sectors, of which acts.

    An empty list leaves nobody and nothing out.
    """

    kind: Annotated[Tally, words.COUNTED]
    kinds: Annotated[tuple[ProviderKind, ...], words.COUNTED_KINDS] = ()
    sectors: Annotated[tuple[Sector, ...], words.COUNTED_SECTORS] = ()
    acts: Annotated[tuple[LocalAct, ...], words.COUNTED_ACTS] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for name, of in (("kinds", OF_PROVIDERS), ("sectors", OF_PROVIDERS), ("acts", (Tally.ACTS,))):
            given = getattr(self, name)
            if given and self.kind not in of:
                raise flaw(
                    "counts_parameter",
                    f"{name} нужен другому подсчёту ({', '.join(of)}); уберите его",
                    f"{name} is for another count ({', '.join(of)}); leave it out",
                )
            if len(set(given)) < len(given):
                raise flaw(
                    "counts_twice",
                    f"в {name} одно названо дважды; уберите повтор",
                    f"{name} names one thing twice; leave the repetition out",
                )
        if self.kind in OF_SOME and not (self.kinds or self.sectors):
            raise flaw(
                "counts_share",
                "доля каких исполнителей, не сказано; добавьте kinds или sectors",
                "the share of which providers is not said; add kinds or sectors",
            )
        return self

    @property
    def unit(self) -> IndicatorUnit:
        """In what it is counted."""
        return self.kind.unit

    @property
    def text(self) -> Text:
        """What is counted, in words."""
        ru = "; ".join(", ".join(one.text.ru for one in some) for some in self._named)
        en = "; ".join(", ".join(one.text.en for one in some) for some in self._named)
        told = self.kind.text
        return Text(f"{told.ru} ({ru})", f"{told.en} ({en})") if ru else told

    @property
    def _named(self) -> list[tuple[Vocabulary, ...]]:
        return [some for some in (self.kinds, self.sectors, self.acts) if some]
