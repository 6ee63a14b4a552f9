"""What stands on a day: extracts taken before, on and after it, against an oracle of possible worlds."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from law189.extracts import AgreementExtract, CertificateExtract, OrderExtract, RegisterExtract
from law189.profile.loader import load_profile
from law189.rules.extracts import agreed, formed, included, of_year, ordered
from law189.rules.step.handed import at_hand
from law189.verdict import DECISION, Outcome, Verdict

INN, OTHER = "4205000009", "4205000011"
SERVICES = ("804200О.99.0.ББ52АЖ48000",)
CITE = load_profile("kemerovo").latest.cite("189-fz/art9.part16")
FIRST = date(2023, 10, 2)
days = st.integers(0, 7).map(lambda number: FIRST + timedelta(number))
maybe = st.none() | days


def entry(as_of, included_on="2023-09-25", excluded_on=None):
    return RegisterExtract(
        as_of=as_of,
        provider=INN,
        record="12",
        services=SERVICES,
        included_on=included_on,
        excluded_on=excluded_on,
    )


def order(as_of, published_on="2023-09-25", year=2023, approved_on="2023-09-25", status=1):
    return OrderExtract(
        as_of=as_of,
        number="1",
        year=year,
        status=status,
        services=SERVICES,
        approved_on=approved_on,
        published_on=published_on,
    )


def agreement(as_of, concluded_on="2023-09-25", ends_on="2023-12-31", ended_on=None, provider=INN):
    return AgreementExtract(
        as_of=as_of,
        number="7",
        provider=provider,
        services=SERVICES,
        mode="provision",
        concluded_on=concluded_on,
        ends_on=ends_on,
        ended_on=ended_on,
    )


def certificate(
    as_of, formed_on="2023-09-25", valid_until="2024-05-31", ended_on=None, contract=None, suspended_on=None
):
    volume = {"amount": 72, "unit": "person-hours"}
    return CertificateExtract(
        as_of=as_of,
        number="3",
        recipient={"file": "41", "born": "2012-05-01"},
        services=SERVICES,
        nominal=volume,
        balance=volume,
        formed_on=formed_on,
        valid_until=valid_until,
        ended_on=ended_on,
        contract=contract,
        suspended_on=suspended_on,
    )


def told(worlds: Iterable[bool]) -> Outcome:
    """What may be said where the extract leaves open which of the worlds it is."""
    found = set(worlds)
    return Outcome.UNKNOWN if len(found) > 1 else Outcome.HOLDS if found.pop() else Outcome.VOID


def since(as_of: date, on: date) -> list[date]:
    """The days after the extract, to the day that is asked about."""
    return [as_of + timedelta(number) for number in range(1, (on - as_of).days + 1)]


# ─── Against the oracle ──────────────────────────────────────────────────────────────────────────────────


@given(days, days, days, maybe)
def test_a_register_entry_against_every_world_that_its_extract_leaves_open(
    on: date, as_of: date, included_on: date, excluded_on: date | None
) -> None:
    assume(excluded_on is None or included_on <= excluded_on)

    def inside(begins: date, ends: date | None) -> bool:
        return begins <= on and (ends is None or on < ends)

    worlds = {inside(included_on, excluded_on)}
    if excluded_on is None or excluded_on > on:
        worlds |= {inside(included_on, day) for day in since(as_of, on)}
        worlds |= {inside(day, excluded_on) for day in since(as_of, on)}
    assert included(entry(as_of, included_on, excluded_on), on).outcome is told(worlds)


@given(days, days, days, maybe, st.sampled_from([1, 2]))
def test_an_order_against_every_world_that_its_extract_leaves_open(
    on: date, as_of: date, approved_on: date, published_on: date | None, status: int
) -> None:
    assume(status > 1 or published_on is None or approved_on <= published_on)
    worlds = {published_on is not None and approved_on <= published_on <= on}
    if as_of < on:
        worlds = {False, True}  # amended since, or published
    elif approved_on > on and status > 1:
        worlds = {False, True}  # the extract shows a wording that came after the day
    extract = order(as_of, published_on, approved_on=approved_on, status=status)
    assert ordered(extract, on).outcome is told(worlds)


@given(days, days, days, days, maybe)
def test_an_agreement_against_every_world_that_its_extract_leaves_open(
    on: date, as_of: date, concluded_on: date, ends_on: date, ended_on: date | None
) -> None:
    assume(concluded_on <= min(ends_on, ended_on or ends_on))

    def inside(begins: date, last: date, ended: date | None) -> bool:
        return begins <= on <= last and (ended is None or on < ended)

    worlds = {inside(concluded_on, ends_on, ended_on)}
    if (ended_on is None or ended_on > on) and ends_on >= as_of:
        later = since(as_of, on)
        worlds |= {inside(begins, on, ended_on) for begins in later}  # prolonged, or concluded since
        worlds |= {inside(concluded_on, on, ended) for ended in later}  # ended since
    extract = agreement(as_of, concluded_on, ends_on, ended_on)
    assert agreed(extract, INN, on).outcome is told(worlds)
    assert agreed(extract, OTHER, on).outcome is Outcome.VOID


@given(days, days, days, days, maybe, st.sampled_from([None, "5"]), maybe)
def test_a_certificate_against_every_world_that_its_extract_leaves_open(
    on: date,
    as_of: date,
    formed_on: date,
    valid_until: date,
    ended_on: date | None,
    contract: str | None,
    suspended_on: date | None,
) -> None:
    assume(formed_on <= min(valid_until, ended_on or valid_until, suspended_on or valid_until))
    assume(contract is None or formed_on <= as_of)

    def live(begins: date, last: date, ended: date | None, paused: date | None) -> bool:
        return begins <= on <= last and (ended is None or on < ended) and (paused is None or on < paused)

    later = since(as_of, on)
    worlds = {live(formed_on, valid_until, ended_on, suspended_on) and contract is None}
    if contract is not None and as_of != on:  # the contract holds it on another day
        worlds |= {live(formed_on, valid_until, ended_on, suspended_on)}
    if (ended_on is None or ended_on > on) and valid_until >= as_of:
        worlds |= {live(day, on, ended_on, None) for day in later}  # resumed or renewed since
        worlds |= {live(formed_on, valid_until, day, suspended_on) for day in later}  # ended since
        worlds |= {live(formed_on, on, ended_on, day) for day in later}  # suspended since
    extract = certificate(as_of, formed_on, valid_until, ended_on, contract, suspended_on)
    assert formed(extract, on).outcome is told(worlds)


# ─── The days at the edges ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [
        (included(entry("2023-10-02", included_on="2023-10-02"), FIRST), Outcome.HOLDS),
        (included(entry("2023-10-02", included_on="2023-10-03"), FIRST), Outcome.VOID),
        (included(entry("2023-10-02", excluded_on="2023-10-02"), FIRST), Outcome.VOID),
        (included(entry("2023-10-02", excluded_on="2023-10-03"), FIRST), Outcome.HOLDS),
        (included(entry("2023-10-01", excluded_on="2023-10-01"), FIRST), Outcome.VOID),
        (included(entry("2023-10-01"), FIRST), Outcome.UNKNOWN),
        (included(entry("2024-10-01"), FIRST), Outcome.HOLDS),
        (ordered(order("2023-10-02", published_on="2023-10-02"), FIRST), Outcome.HOLDS),
        (ordered(order("2023-10-09", published_on="2023-10-03"), FIRST), Outcome.VOID),
        (ordered(order("2023-10-02", published_on=None), FIRST), Outcome.VOID),
        (ordered(order("2023-10-01", published_on=None), FIRST), Outcome.UNKNOWN),
        (ordered(order("2023-09-25"), FIRST), Outcome.UNKNOWN),
        (ordered(order("2023-10-02", status=2, approved_on="2023-09-26"), FIRST), Outcome.VOID),
        (
            ordered(order("2023-10-02", "2023-10-02", status=2, approved_on="2023-10-02"), FIRST),
            Outcome.HOLDS,
        ),
        (
            ordered(order("2023-10-09", "2023-10-09", status=2, approved_on="2023-10-03"), FIRST),
            Outcome.UNKNOWN,
        ),
        (ordered(order("2023-10-09", "2023-10-09", approved_on="2023-10-03"), FIRST), Outcome.VOID),
        (ordered(order("2023-09-25", published_on="2023-10-01"), FIRST), Outcome.UNKNOWN),
        (agreed(agreement("2023-10-02", ends_on="2023-10-02"), INN, FIRST), Outcome.HOLDS),
        (agreed(agreement("2023-10-02", ends_on="2023-10-01"), INN, FIRST), Outcome.VOID),
        (agreed(agreement("2023-10-02", concluded_on="2023-10-03"), INN, FIRST), Outcome.VOID),
        (agreed(agreement("2023-10-02", ended_on="2023-10-02"), INN, FIRST), Outcome.VOID),
        (agreed(agreement("2023-10-09", ended_on="2023-10-03"), INN, FIRST), Outcome.HOLDS),
        (agreed(agreement("2023-10-01", ends_on="2023-10-01"), INN, FIRST), Outcome.UNKNOWN),
        (agreed(agreement("2023-10-01", ends_on="2023-09-30"), INN, FIRST), Outcome.VOID),
        (agreed(agreement("2023-10-01", ended_on="2023-10-01"), INN, FIRST), Outcome.VOID),
        (agreed(agreement("2023-10-01", provider=OTHER), INN, FIRST), Outcome.VOID),
        (formed(certificate("2023-10-02", valid_until="2023-10-02"), FIRST), Outcome.HOLDS),
        (formed(certificate("2023-10-02", valid_until="2023-10-01"), FIRST), Outcome.VOID),
        (formed(certificate("2023-10-01", valid_until="2023-10-01"), FIRST), Outcome.UNKNOWN),
        (formed(certificate("2023-10-01", valid_until="2023-09-30"), FIRST), Outcome.VOID),
        (formed(certificate("2023-10-02", suspended_on="2023-10-02"), FIRST), Outcome.VOID),
        (formed(certificate("2023-10-03", suspended_on="2023-10-02"), FIRST), Outcome.VOID),
        (formed(certificate("2023-10-03", suspended_on="2023-10-03"), FIRST), Outcome.HOLDS),
        (formed(certificate("2023-10-01", suspended_on="2023-10-01"), FIRST), Outcome.UNKNOWN),
        (formed(certificate("2023-10-02", formed_on="2023-10-03"), FIRST), Outcome.VOID),
        (formed(certificate("2023-10-02", contract="5"), FIRST), Outcome.VOID),
        (formed(certificate("2023-10-01", contract="5"), FIRST), Outcome.UNKNOWN),
        (formed(certificate("2023-10-03", contract="5"), FIRST), Outcome.UNKNOWN),
        (formed(certificate("2023-10-03"), FIRST), Outcome.HOLDS),
        (formed(certificate("2023-10-09", ended_on="2023-10-02"), FIRST), Outcome.VOID),
        (formed(certificate("2023-10-09", ended_on="2023-10-03"), FIRST), Outcome.HOLDS),
    ],
    ids=lambda value: f"{value.facts}" if isinstance(value, Verdict) else str(value),
)
def test_the_first_and_the_last_day(verdict: Verdict, outcome: Outcome) -> None:
    assert verdict.outcome is outcome


@given(days, days)
def test_an_extract_that_was_taken_after_the_step_was_not_there_and_a_person_confirms_it(as_of, on):
    verdict = at_hand("order", as_of, on)
    assert verdict.outcome is (Outcome.UNKNOWN if as_of > on else Outcome.HOLDS)
    if as_of > on:
        assert (
            "приложите на этот день: выписку из дела о социальном заказе (order) — предоставляет"
            in verdict.text.ru
        )
        assert "of that day: an extract of the case of the social order (order) — from" in verdict.text.en
        assert [ask.path for ask in verdict.asks] == ["event.order"]


@given(st.integers(2022, 2026), st.dates(date(2022, 1, 1), date(2026, 12, 31)))
def test_an_order_of_the_year_or_a_later_one_serves_and_an_earlier_one_is_for_a_person(year, on):
    verdict = of_year(order("2023-10-02", year=year), on, CITE)
    assert verdict.outcome is (Outcome.UNKNOWN if year < on.year else Outcome.HOLDS)
    assert verdict.cites == (CITE,)
    assert Verdict.from_json(verdict.as_json()) == verdict


@given(st.integers(2022, 2026), st.dates(date(2022, 1, 1), date(2026, 12, 31)), st.integers(0, 900))
def test_what_ends_before_the_year_of_the_order_does_not_rest_on_it(year, on, days):
    ends_on = on + timedelta(days)
    verdict = of_year(order("2023-10-02", year=year), on, CITE, ends_on=ends_on)
    if ends_on.year < year:
        assert (verdict.outcome, verdict.facts["ends_on"]) == (Outcome.VOID, ends_on)
    else:
        assert verdict == of_year(order("2023-10-02", year=year), on, CITE)


@pytest.mark.parametrize(
    ("on", "outcome"), [(date(2023, 12, 31), Outcome.HOLDS), (date(2024, 1, 1), Outcome.UNKNOWN)]
)
def test_the_last_day_of_the_orders_year_is_the_last_that_needs_no_decision(on, outcome):
    assert of_year(order("2023-10-02"), on).outcome is outcome


def test_an_order_of_an_earlier_year_names_the_order_that_is_needed_or_asks_for_a_decision():
    verdict = of_year(order("2023-10-02"), date(2024, 1, 9))
    assert "приложите выписку о заказе на 2024 год либо оформите решение" in verdict.text.ru
    assert "add an extract of the order for 2024, or record: a decision of an office" in verdict.text.en
    assert verdict.asks == (DECISION,)
    assert of_year(order("2023-10-02"), FIRST).text.ru == "Заказ № 1 на 2023 год; проверено на 02.10.2023."


# ─── What a verdict says ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("verdict", "name"),
    [
        (included(None, FIRST, CITE), "provider"),
        (ordered(None, FIRST, CITE), "order"),
        (agreed(None, INN, FIRST, CITE), "agreement"),
        (agreed(agreement("2023-10-02"), None, FIRST, CITE), "provider"),
        (formed(None, FIRST, CITE), "certificate"),
        (included(entry("2023-10-01"), FIRST, CITE), "provider"),
        (ordered(order("2023-10-01", published_on=None), FIRST, CITE), "order"),
        (agreed(agreement("2023-10-01"), INN, FIRST, CITE), "agreement"),
        (formed(certificate("2023-10-01"), FIRST, CITE), "certificate"),
    ],
    ids=lambda value: value.rule if isinstance(value, Verdict) else value,
)
def test_where_the_answer_is_open_the_sentence_names_the_extract_that_is_needed(
    verdict: Verdict, name: str
) -> None:
    assert (verdict.outcome, verdict.cites) == (Outcome.UNKNOWN, (CITE,))
    assert f"({name})" in verdict.text.ru
    assert f"({name})" in verdict.text.en
    assert [ask.path for ask in verdict.asks] == [f"event.{name}"]
    assert "2023-10-02" in verdict.text.en


@pytest.mark.parametrize(
    "verdict",
    [
        included(entry("2023-10-02", excluded_on="2023-10-01"), FIRST, CITE),
        ordered(order("2023-10-02"), FIRST, CITE),
        agreed(agreement("2023-10-02"), OTHER, FIRST, CITE),
        formed(certificate("2023-10-02", contract="5"), FIRST, CITE),
    ],
    ids=lambda verdict: verdict.rule,
)
def test_a_verdict_shows_the_day_asked_and_the_day_of_the_extract_and_goes_to_json_and_back(
    verdict: Verdict,
) -> None:
    assert (verdict.facts["on"], verdict.facts["as_of"], verdict.cites) == (FIRST, FIRST, (CITE,))
    assert "02.10.2023" in verdict.text.ru
    assert Verdict.from_json(verdict.as_json()) == verdict
