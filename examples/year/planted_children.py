"""Посеянные ошибки о детях (planted): certificates and contracts that go wrong."""

from collections.abc import Iterator
from typing import Any

from year.planted_making import (
    CUT,
    PARTY,
    RARE,
    SPECIAL,
    applied,
    certified,
    concluded,
    formed,
    offered,
    registered,
)
from year.steps import BODY, Step, hours, step

__all__ = ["children"]


def children() -> Iterator[Iterator[Step]]:
    """Every certificate and every contract of the district."""
    yield from _certificates()
    yield from _contracts()


# ─── Сертификаты ─────────────────────────────────────────────────────────────────────────────────────────


def _certificates() -> Iterator[Iterator[Step]]:
    yield _on_paper("на бумаге")
    yield _alone("сам")
    yield _late("поздно в реестре", registered_on="2024-01-22", formed_on="2024-01-23")
    yield _late("поздно сформирован", registered_on="2024-01-11", formed_on="2024-01-29")
    yield _other_ground("не то основание")
    yield _not_used_up("остаток есть")
    yield _formed_anew("чужой номер", ("reconciliation.number_once",), number="К-сам")
    yield _formed_anew("сверх доли", ("reconciliation.of_share",), nominal=hours(1_990))
    yield _formed_anew("на два года", ("certificates.valid_within",), valid_until="2025-12-31")
    yield _second("второй")
    yield _single("единый")
    yield iter(
        (applied("урезан", services=[RARE]), registered("урезан"), formed("урезан", refers_to={"order": CUT}))
    )


def _on_paper(name: str) -> Iterator[Step]:
    paper = {"form": "paper", "impossibility": "нет связи"}
    yield applied(name, told=("forms.form",), document=paper)
    yield applied(name)


def _alone(name: str) -> Iterator[Step]:
    yield applied(name, told=("roles.of_age",), by="consumer")
    yield from certified(name)


def _late(name: str, registered_on: str, formed_on: str) -> Iterator[Step]:
    late = ("deadlines.within",)
    yield applied(name)
    yield registered(name, registered_on, late if registered_on > "2024-01-15" else ())
    yield formed(name, formed_on, late if registered_on < "2024-01-15" else ())


def _other_ground(name: str) -> Iterator[Step]:
    case, because = f"certificate/{name}", "кружок переполнен"
    yield applied(name)
    told = ("grounds.listed",)
    yield step(case, "recipient_refused", "2024-01-11", BODY, told, ground="no-places", because=because)
    yield registered(name)


def _not_used_up(name: str) -> Iterator[Step]:
    """Отказано, будто доля исчерпана, а остаток есть."""
    told, because = ("reconciliation.exhausted",), "доля исчерпана"
    yield applied(name)
    yield step(
        f"certificate/{name}",
        "recipient_refused",
        "2024-01-11",
        BODY,
        told,
        ground="limit-exhausted",
        because=because,
    )


def _formed_anew(name: str, told: tuple[str, ...], **wrong: Any) -> Iterator[Step]:
    yield applied(name)
    yield registered(name)
    yield formed(name, "2024-01-15", told, **wrong)
    yield formed(name, "2024-01-15")


def _second(name: str) -> Iterator[Step]:
    """Второй живой сертификат того же ребёнка на ту же услугу."""
    child = {"file": "сам", "born": "2014-05-01"}
    yield applied(name, "2024-02-05", recipient=child)
    yield registered(name, "2024-02-06")
    yield formed(name, "2024-02-07", ("reconciliation.certificates_once",))
    yield step(f"certificate/{name}", "annulled", "2024-02-08", BODY, reason="сертификат уже есть")


def _single(name: str) -> Iterator[Step]:
    """Единый сертификат без акта о нём: решило должностное лицо."""
    office = "заместитель Главы города по социальным вопросам"
    decided: dict[str, Any] = {
        "decision": {"by": office, "on": "2024-01-10", "reason": "до акта о едином сертификате"}
    }
    told = ("adoption.act",)
    yield applied(name, told=told, services=[PARTY, SPECIAL], **decided)
    yield registered(name, told=told, **decided)
    yield formed(name, told=told, line=SPECIAL, **decided)


# ─── Договоры ────────────────────────────────────────────────────────────────────────────────────────────


CERTIFIED = (
    "акты",
    "исключён",
    "лицензия",
    "больше",
    "номер",
    "выписка",
    "условия",
    "срок",
    "поздно",
    "причина",
)
"""Whose certificate is right, and whose contract is not."""


def _contracts() -> Iterator[Iterator[Step]]:
    for name in (
        "акты",
        "исключён",
        "лицензия",
        "больше",
        "номер",
        "выписка",
        "условия",
        "срок",
        "поздно",
        "причина",
    ):
        yield certified(name)
    yield iter((offered("сам", 901), concluded("сам", "сам"), _fulfilled("сам")))
    yield iter((offered("акты", 902, volume=hours(54)), concluded("акты", "акты"), _fulfilled("акты", 54)))
    yield iter((offered("исключён", 903), concluded("исключён", "исключён")))
    yield _after_licence("лицензия")
    yield _declined("больше", ("volumes.covered",), volume=hours(100))
    yield _one_number("номер")
    yield _other_extract("выписка")
    yield _without_terms("условия")
    yield _too_long("срок")
    yield _late_act("поздно")
    yield _without_cause("причина")


def _fulfilled(name: str, amount: int = 72, on: str = "2024-05-31", told: tuple[str, ...] = ()) -> Step:
    act: dict[str, Any] = {"act": f"А-{name}", "rendered": hours(amount)}
    return step(f"contract/Д-{name}", "fulfilled", on, "provider", told, **act)


def _after_licence(name: str) -> Iterator[Step]:
    yield offered(name, 904, "2024-09-02", ends_on="2024-12-20")
    yield concluded(name, name, "2024-09-02", ("reconciliation.licence_runs",))


def _declined(name: str, told: tuple[str, ...], **wrong: Any) -> Iterator[Step]:
    """Заключить нельзя; предложение отклоняют."""
    yield offered(name, 901, **wrong)
    yield concluded(name, name, told=told)
    yield step(f"contract/Д-{name}", "declined", "2024-02-02", "representative")


def _one_number(name: str) -> Iterator[Step]:
    yield offered(name, 901, "2024-02-05", ("reconciliation.number_once",), number="Д-сам")
    yield offered(name, 901, "2024-02-05")
    yield concluded(name, name, "2024-02-05")
    yield _fulfilled(name)


def _other_extract(name: str) -> Iterator[Step]:
    """К договору приложена выписка, которая не сходится с делом сертификата."""
    extract = {
        "as_of": "2024-02-01",
        "number": f"К-{name}",
        "recipient": {"file": name, "born": "2014-05-01"},
        "services": [PARTY],
        "nominal": hours(72),
        "balance": hours(72),
        "formed_on": "2024-01-12",
        "valid_until": "2024-12-01",
    }
    yield offered(name, 901)
    yield concluded(name, name, told=("reconciliation.extract_agrees",), certificate=extract, refers_to={})
    yield _fulfilled(name)


def _without_terms(name: str) -> Iterator[Step]:
    without = ("contracts.terms_offered",)
    yield offered(name, 901, "2024-10-02", without, terms=["schedule"], ends_on="2024-12-20")
    yield concluded(name, name, "2024-10-02", ("certificates.contract_terms",))
    yield step(f"contract/Д-{name}", "declined", "2024-10-03", "representative")


def _too_long(name: str) -> Iterator[Step]:
    """Договор идёт дольше, чем сертификат и соглашение."""
    yield offered(name, 901, ends_on="2025-01-31")
    yield concluded(name, name, told=("certificates.contract_within", "contracts.within_agreement"))
    yield _fulfilled(name)


def _late_act(name: str) -> Iterator[Step]:
    yield offered(name, 901)
    yield concluded(name, name)
    yield _fulfilled(name, on="2024-06-20", told=("contracts.fulfilled_in_time",))


def _without_cause(name: str) -> Iterator[Step]:
    yield offered(name, 901)
    yield concluded(name, name)
    case = f"contract/Д-{name}"
    given: dict[str, Any] = {"rendered": hours(36)}
    yield step(case, "terminated", "2024-04-01", "provider", ("contract_changes.cause_told",), **given)
    yield step(case, "terminated", "2024-04-02", "provider", because="группа закрыта", **given)
