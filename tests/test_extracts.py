"""What one case shows another: typed, dated, without names, and never blank."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from law189.extracts import (
    AdviceExtract,
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    Extract,
    Licence,
    OrderExtract,
    OrderLine,
    Provider,
    Recipient,
    RegisterExtract,
    Way,
    YearSum,
)
from law189.measures import Unit, Volume

SERVICE = "804200О.99.0.ББ52АЖ48000"
DAY = "2023-10-02"
HOURS = {"amount": "72", "unit": "person-hours"}
MADE = {
    AdviceExtract: {"held_on": DAY, "question": "План", "adopted": True},
    OrderExtract: {"number": "1", "year": 2024, "status": 1, "services": [SERVICE], "approved_on": DAY},
    RegisterExtract: {"provider": "4205", "record": "12", "services": [SERVICE], "included_on": DAY},
    AgreementExtract: {
        "number": "1",
        "provider": "4205",
        "services": [SERVICE],
        "mode": "reimbursement",
        "concluded_on": DAY,
        "ends_on": "2024-12-31",
    },
    CertificateExtract: {
        "number": "17",
        "recipient": {"file": "17", "born": "2014-05-01"},
        "services": [SERVICE],
        "nominal": HOURS,
        "balance": HOURS,
        "formed_on": DAY,
        "valid_until": "2024-12-31",
    },
    ContractExtract: {
        "number": "5",
        "provider": "4205",
        "certificate": None,
        "service": SERVICE,
        "volume": HOURS,
        "concluded_on": DAY,
    },
}
every = pytest.mark.parametrize("kind", MADE, ids=lambda kind: kind.__name__)


def made(kind, **changed):
    return kind(**{"as_of": DAY, **MADE[kind], **changed})


def test_every_extract_is_proved_here():
    assert set(MADE) == set(Extract.__subclasses__())


@every
def test_an_extract_goes_to_json_and_back_unchanged(kind):
    extract = made(kind)
    assert kind.model_validate(json.loads(extract.model_dump_json())) == extract


@every
def test_an_extract_says_on_which_day_it_was_taken(kind):
    with pytest.raises(ValidationError, match="as_of"):
        kind(**MADE[kind])


@every
@pytest.mark.parametrize("day", ["2023-02-30", "02.10.2023", "2023-10-02T00:00:00", 20231002, None, ""])
def test_a_day_that_is_none_is_refused_in_every_extract(kind, day):
    with pytest.raises(ValidationError):
        made(kind, as_of=day)


@every
def test_an_extract_has_no_facts_of_others_and_is_frozen(kind):
    with pytest.raises(ValidationError, match="Extra inputs"):
        made(kind, name="Иванов")
    with pytest.raises(ValidationError, match="frozen"):
        made(kind).as_of = date(2024, 1, 1)


@every
def test_every_word_of_an_extract_says_something(kind):
    words = [name for name, value in MADE[kind].items() if isinstance(value, str) and "_" not in name]
    for name in [name for name in words if name != "mode"]:
        for blank in ("", " ", "\t\n", "\u00a0", 5, None):
            with pytest.raises(ValidationError) as caught:
                made(kind, **{name: blank})
            assert caught.value.errors()[0]["loc"] == (name,)


@pytest.mark.parametrize(
    "kind", [RegisterExtract, AgreementExtract, CertificateExtract], ids=lambda k: k.__name__
)
def test_services_are_named_and_there_is_at_least_one(kind):
    for services in ([], [""], [5], SERVICE):
        with pytest.raises(ValidationError):
            made(kind, services=services)


@given(
    nominal=st.decimals(min_value=0, max_value=10**6, places=2),
    balance=st.decimals(min_value=0, max_value=10**6, places=2),
    units=st.tuples(st.sampled_from(Unit), st.sampled_from(Unit)),
)
def test_the_balance_of_a_certificate_never_exceeds_its_nominal_and_has_its_unit(nominal, balance, units):
    volumes = {
        "nominal": Volume(amount=nominal, unit=units[0]),
        "balance": Volume(amount=balance, unit=units[1]),
    }
    if units[0] is units[1] and balance <= nominal:
        assert made(CertificateExtract, **volumes).balance.amount == balance
    else:
        with pytest.raises(ValidationError, match="the balance exceeds the nominal or has another unit"):
            made(CertificateExtract, **volumes)


@pytest.mark.parametrize("adopted", ["yes", 1, 0, "true"])
def test_advice_is_yes_no_or_not_decided_and_nothing_like_it(adopted):
    assert made(AdviceExtract, adopted=None).adopted is None
    with pytest.raises(ValidationError):
        made(AdviceExtract, adopted=adopted)


@pytest.mark.parametrize("year", [1999, 2101, "2024", 2024.0, True])
def test_a_year_is_a_whole_number_near_ours(year):
    with pytest.raises(ValidationError):
        made(OrderExtract, year=year)
    with pytest.raises(ValidationError):
        YearSum(year=year, roubles=5)


def test_a_sum_of_a_year_is_exact():
    assert YearSum(year=2024, roubles="1200.50").roubles == Decimal("1200.50")
    with pytest.raises(ValidationError):
        YearSum(year=2024, roubles=1200.5)


def test_an_order_line_has_its_shares_each_by_a_known_way():
    share = {"way": "certificate", "amount": 40}
    line = OrderLine(service=SERVICE, unit="person-hours", total=40, parts=[share])
    assert line.parts[0].way is Way.CERTIFICATE
    for parts in ([], [{**share, "way": "lottery"}], [{**share, "amount": -1}]):
        with pytest.raises(ValidationError):
            OrderLine(service=SERVICE, unit="person-hours", total=40, parts=parts)


def test_ways_of_execution_have_names_in_both_languages():
    assert [way.text.en for way in Way] == [
        "municipal task",
        "social certificate",
        "competition",
        "treasury institution (budget estimate)",
        "another way",
    ]
    assert all(way.text.ru for way in Way)


def test_people_are_named_by_the_number_of_their_file():
    assert set(Recipient.model_fields) == {"file", "born", "categories"}
    assert set(Provider.model_fields) == {"kind", "inn", "ogrn", "licence", "school", "alone", "sector"}
    with pytest.raises(ValidationError):
        Recipient(file=" ", born="2014-05-01")
    with pytest.raises(ValidationError):
        Licence(number="", issued_on=DAY)


# ─── An extract agrees with itself ───────────────────────────────────────────────────────────────────────

BEFORE, LATER = "2023-10-01", "2023-10-03"


@pytest.mark.parametrize(
    ("kind", "facts", "words"),
    [
        (AdviceExtract, {"held_on": LATER}, "an extract from before the meeting"),
        (OrderExtract, {"published_on": BEFORE}, "published before approved"),
        (RegisterExtract, {"excluded_on": BEFORE}, "excluded before included"),
        (RegisterExtract, {"services": [SERVICE, SERVICE]}, "named more than once"),
        (AgreementExtract, {"ends_on": BEFORE}, "ends before it was concluded"),
        (AgreementExtract, {"ended_on": BEFORE}, "ends before it was concluded"),
        (AgreementExtract, {"services": [SERVICE, SERVICE]}, "named more than once"),
        (CertificateExtract, {"valid_until": BEFORE}, "ends before it was formed"),
        (CertificateExtract, {"ended_on": BEFORE}, "ends before it was formed"),
        (CertificateExtract, {"formed_on": LATER, "contract": "5"}, "spent before it was formed"),
        (
            CertificateExtract,
            {"formed_on": LATER, "balance": {"amount": 0, "unit": "person-hours"}},
            "spent before it was formed",
        ),
        (ContractExtract, {"ended_on": BEFORE}, "ended before concluded"),
        (ContractExtract, {"rendered": HOURS}, "rendered or fulfilled, yet not ended"),
        (ContractExtract, {"fulfilled": True}, "rendered or fulfilled, yet not ended"),
    ],
)
def test_an_extract_that_contradicts_itself_is_refused_and_says_why(kind, facts, words):
    with pytest.raises(ValidationError, match=words):
        made(kind, **facts)


def test_a_licence_that_ended_before_it_was_issued_is_refused():
    assert Licence(number="1", issued_on=DAY, ends_on=DAY)
    with pytest.raises(ValidationError, match="ended before it was issued"):
        Licence(number="1", issued_on=DAY, ends_on=BEFORE)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (AdviceExtract, {"held_on": DAY}),
        (OrderExtract, {"published_on": DAY}),
        (OrderExtract, {"published_on": BEFORE, "status": 2}),  # approved again, and not published yet
        (RegisterExtract, {"excluded_on": DAY}),
        (AgreementExtract, {"ends_on": DAY, "ended_on": DAY}),
        (CertificateExtract, {"valid_until": DAY, "ended_on": DAY, "contract": "5"}),
        (ContractExtract, {"ended_on": DAY, "rendered": HOURS, "fulfilled": True}),
    ],
)
def test_days_that_fall_on_one_day_do_not_contradict_each_other(kind, facts):
    assert made(kind, **facts)


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (OrderExtract, {"approved_on": LATER, "published_on": LATER}),
        (RegisterExtract, {"included_on": LATER}),
        (RegisterExtract, {"excluded_on": LATER}),
        (AgreementExtract, {"concluded_on": LATER}),
        (AgreementExtract, {"ended_on": LATER}),
        (CertificateExtract, {"formed_on": LATER}),
        (CertificateExtract, {"ended_on": LATER}),
        (ContractExtract, {"concluded_on": LATER}),
        (ContractExtract, {"ended_on": LATER, "rendered": HOURS}),
    ],
)
def test_a_day_after_the_extract_is_an_intention_and_may_be_written(kind, facts):
    assert made(kind, **facts)
