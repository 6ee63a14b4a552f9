"""Посеянные ошибки (planted): what goes wrong in one district, each step with the rules that must tell it.

The district has orders, providers and children of its own, so it goes wrong alike in a town of any size. A step
that is refused is done anew as it should be, or its case ends with it.
"""

from collections.abc import Iterator
from typing import Any

from year.planted_children import children
from year.planted_making import CUT, EXTRA, PARTY, RARE, SPECIAL, agreed, entered, line_of, reported
from year.steps import BODY, ELECTRONIC, HOURS, Step, step
from year.town import provider_facts

__all__ = ["planted", "standing"]


def standing() -> Iterator[tuple[str, str, str]]:
    """The cases that stand wrong at the end: the case, its last step, the rule."""
    rests = "reconciliation.rests_on"
    yield "contract/Д-исключён", "concluded", rests  # the provider was excluded, its agreement terminated
    yield "selection/904", "included", rests  # the licence has ended, nobody excluded the provider


def planted() -> Iterator[Iterator[Step]]:
    """Every case of the district."""
    yield _order()
    yield _cut()
    yield from _selections()
    yield from _agreements()
    yield from children()


# ─── Заказ ───────────────────────────────────────────────────────────────────────────────────────────────


ACT = "вымышленное решение о бюджете № 7"


def _ordered(case: str, number: str, shares: dict[str, int]) -> Iterator[Step]:
    lines = [line_of(service, share) for service, share in shares.items()]
    yield step(case, "drafted", "2023-10-16", BODY, number=number, year=2024, lines=lines)
    yield step(case, "approved", "2023-12-18", BODY, enabling_act=ACT)
    yield step(case, "published", "2023-12-20", BODY, place="budget-portal", evidence=f"запись {number}")


def _order() -> Iterator[Step]:
    """Заказ округа; в отчёте о нём больше, чем оказано."""
    yield from _ordered("order/2", EXTRA, {PARTY: 2_000, SPECIAL: 400})
    told = ("reconciliation.report_agrees",)
    achieved = [reported(PARTY, 600), reported(SPECIAL, 0)]
    yield step("order/2", "report_formed", "2025-01-27", BODY, told, achieved=achieved)


def _cut() -> Iterator[Step]:
    """Ещё один заказ; в декабре его режут ниже сформированного, и это недействительно."""
    yield from _ordered("order/3", CUT, {RARE: 400})
    told, why = ("reconciliation.cut_below",), "экономия"
    cut: dict[str, Any] = {"status": 2, "lines": [line_of(RARE, 10)], "reason": why, "enabling_act": ACT}
    yield step("order/3", "amended", "2024-12-23", BODY, told, **cut)


# ─── Реестр исполнителей ─────────────────────────────────────────────────────────────────────────────────


def _selections() -> Iterator[Iterator[Step]]:
    yield entered(901, [PARTY, SPECIAL])
    yield entered(902, [PARTY])
    yield _excluded(903, told=())
    yield entered(
        904, [PARTY], licence={"number": "Л-904", "issued_on": "2019-09-02", "ends_on": "2024-08-31"}
    )
    yield entered(905, [PARTY], included="2023-11-01", told=("deadlines.within",))
    yield _refused(906, "no-licence", "eligibility.licensed", licence=None)
    yield _refused(907, "excluded-school", "eligibility.school", school="детская музыкальная школа")
    yield _refused(908, "service-not-listed", "eligibility.listed", services=["804200О.99.0.ББ52АЕ99000"])
    yield _succeeded(909)
    yield _widened(910)
    yield _excluded(911, told=("grounds.listed",))
    yield _entered_twice(901)


def _refused(
    number: int, ground: str, rule: str, services: list[str] | None = None, **more: Any
) -> Iterator[Step]:
    """Включают того, кого нельзя; затем отказывают."""
    case, told = f"selection/{number}", provider_facts(number, **more)
    told = {name: value for name, value in told.items() if value is not None}
    services = services or [PARTY]
    yield step(
        case, "applied", "2023-10-16", "provider", provider=told, services=services, document=ELECTRONIC
    )
    yield step(case, "included", "2023-10-18", BODY, (rule,), record=f"{number}")
    yield step(
        case, "application_refused", "2023-10-19", BODY, ground=ground, because="установлено проверкой"
    )


def _succeeded(number: int) -> Iterator[Step]:
    """Правопреемник без документа о правопреемстве."""
    yield from entered(number, [PARTY])
    told, after = ("providers.succession",), provider_facts(number + 1000)
    yield step(f"selection/{number}", "succeeded", "2024-03-01", BODY, told, provider=after)


def _widened(number: int) -> Iterator[Step]:
    """Исполнитель сам расширяет свои услуги."""
    yield from entered(number, [PARTY])
    yield step(
        f"selection/{number}",
        "changed",
        "2024-03-01",
        "provider",
        ("providers.widened",),
        provider=provider_facts(number),
        services=[PARTY, SPECIAL],
        reason="новая программа",
    )


def _excluded(number: int, told: tuple[str, ...]) -> Iterator[Step]:
    """Исключён; где посеяно, сначала по основанию, которого нет в перечне."""
    yield from entered(number, [PARTY])
    case, because = f"selection/{number}", "заявление исполнителя"
    if told:
        yield step(case, "excluded", "2024-04-01", BODY, told, ground="no-longer-needed", because=because)
    yield step(case, "excluded", "2024-04-02", BODY, ground="own-request", because=because)


def _entered_twice(number: int) -> Iterator[Step]:
    """Вторая запись того же исполнителя на ту же услугу; затем отказ."""
    case = "selection/twice"
    told, services = provider_facts(number), [PARTY]
    yield step(
        case, "applied", "2024-02-01", "provider", provider=told, services=services, document=ELECTRONIC
    )
    yield step(case, "included", "2024-02-02", BODY, ("reconciliation.record_once",), record="901-2")
    because = "исполнитель уже в реестре"
    yield step(case, "application_refused", "2024-02-02", BODY, ground="false-data", because=because)


# ─── Соглашения ──────────────────────────────────────────────────────────────────────────────────────────


def _agreements() -> Iterator[Iterator[Step]]:
    yield agreed(901, [PARTY, SPECIAL])
    yield _claimed(902)
    yield _terminated(903)
    yield agreed(904, [PARTY])
    yield _of_one_number(905)


def _claimed(number: int) -> Iterator[Step]:
    """Заключено с опозданием; актов больше, чем договоров; заплатили больше требования; остаток без условий."""
    case = f"agreement/С-{number}"
    yield from agreed(number, [PARTY], concluded="2024-01-18", told=("deadlines.within",))
    yield step(case, "advance_paid", "2024-01-31", BODY, roubles="4500")
    acted = [{"service": PARTY, "unit": HOURS, "amount": 100}]
    days: dict[str, Any] = {"since": "2024-02-01", "until": "2024-02-29"}
    yield step(
        case,
        "act_drawn",
        "2024-03-01",
        "provider",
        ("reconciliation.of_contracts",),
        number="А-2",
        rendered=acted,
        **days,
    )
    yield step(case, "claimed", "2024-03-01", "provider", number="Т-2", roubles="18000", **days)
    yield step(case, "claim_paid", "2024-03-05", BODY, ("payments.of_claim",), claim="Т-2", roubles="20000")
    yield step(case, "claim_paid", "2024-03-06", BODY, claim="Т-2", roubles="18000")
    yield step(case, "completed", "2024-12-31", BODY)
    yield step(case, "remainder_kept", "2025-01-15", BODY, ("remainders.stays",), year=2024, roubles="4500")


def _terminated(number: int) -> Iterator[Step]:
    yield from agreed(number, [PARTY])
    yield step(
        f"agreement/С-{number}",
        "terminated",
        "2024-04-08",
        BODY,
        ground="исключение",
        because="исполнитель исключён из реестра",
    )


def _of_one_number(number: int) -> Iterator[Step]:
    """Проект под номером другого соглашения; затем под своим."""
    case = f"agreement/С-{number}"
    for written, rules in (("С-901", ("reconciliation.number_once",)), (f"С-{number}", ())):
        yield step(
            case,
            "drafted",
            "2023-12-21",
            BODY,
            rules,
            number=written,
            mode="provision",
            sums=[{"year": 2024, "roubles": "100000.00"}],
            services=[PARTY],
            ends_on="2024-12-31",
            document=ELECTRONIC,
            refers_to={"provider": f"{number}", "order": EXTRA},
        )
