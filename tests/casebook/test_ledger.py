"""The ledger of many cases on a day: by hand, and against the balances of all accounts."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal

import pytest
import stories
from books import FULL_TIME, certified, taking, town
from drawn import decided, drawn
from filled import edited, filled
from hypothesis import given, settings
from hypothesis import strategies as st

from law189.casebook.known import Made, on_day
from law189.casebook.ledger import ledger
from law189.casebook.ledger_rows import OF_CONSUMER, OF_PROVIDER, OF_SERVICE, Figure
from law189.casebook.postings import balances, postings
from law189.casebook.postings.accounts import Account, Stage
from law189.casebook.postings.moved import FLOWS, lapsed, moves_of
from law189.casebook.postings.together import moved_by
from law189.cases.history import RecordAnnulled
from law189.extracts import Way
from law189.measures import Unit
from law189.numbers import service_key
from law189.profile.parameters import Parameters
from law189.report.ledger import ledger_lines
from law189.workflows import agreement, certificate, contract, order

PROFILE = filled("kemerovo")
SERVICE = service_key(stories.SERVICE)
OTHER = PROFILE.latest.services[1].number
ORDERED, FORMED = stories.ORDER_STORY.told(), stories.CERTIFICATE.told()
CONTRACTED, AGREED = stories.CONTRACT.told(), stories.AGREEMENT.told()
END = date(2024, 12, 31)
ZERO = Decimal(0)


def taken(on, *histories, **how):
    return ledger(histories, how.pop("profile", PROFILE), on, **how)


def amounts(row):
    names = ("ordered", "formed", "returned", "expired", "contracted", "released", "rendered")
    return [str(getattr(row, name).amount) for name in (*names, "live", "held", "remainder")]


def step(cycle, history, event):
    return cycle.advance(history, event, PROFILE, decision=decided(event))


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("day", [date(2024, 2, 1), date(2024, 3, 1), END])
def test_a_row_tells_only_the_figures_of_what_it_is_of(day):
    """In JSON as in the tables: a provider has no certificates to be free, a consumer no share of an order.

    Of the share of the order more is taken here than there is, of the certificate not.
    """
    told = taken(day, ORDERED, FORMED, CONTRACTED, AGREED)
    wanted = {"services": OF_SERVICE, "roubles": (*OF_SERVICE, "prices"), "providers": OF_PROVIDER}
    wanted["consumers"] = OF_CONSUMER
    for part, names in wanted.items():
        for row in told.as_json()[part]:
            assert set(row) == {"service", "year", "unit", "who", *names}
            figures = [name for name in names if name not in ("shares", "prices", "remainder")]
            assert all(Decimal(row[name]["amount"]) >= 0 for name in figures)
    for row in (*told.providers, *told.consumers):
        assert all(Decimal(amount) >= 0 for amount in amounts(row))


def test_a_row_follows_the_service_from_the_order_to_what_was_rendered():
    (row,) = taken(END, ORDERED, FORMED, CONTRACTED).services
    assert (row.service, row.year, row.unit, row.who) == (SERVICE, 2024, Unit.PERSON_HOURS, None)
    assert [(way.value, str(share.amount)) for way, share in row.shares] == [
        ("municipal-task", "60"),
        ("certificate", "40.50"),
    ]
    assert amounts(row) == ["100.50", "72.50", "0", "0", "72", "52", "20", "52.50", "0", "-32.00"]


def test_every_figure_names_its_records():
    (row,) = taken(END, ORDERED, FORMED, CONTRACTED).services
    assert row.ordered.made_by == (Made("2024", 5),)
    assert row.formed.made_by == (Made("17", 5),)
    assert row.rendered.made_by == row.released.made_by == (Made("5", 7),)
    assert row.remainder.made_by == (Made("2024", 5), Made("17", 5))
    assert row.live.made_by == (Made("17", 5), Made("5", 4), Made("5", 7))


@pytest.mark.parametrize(
    ("on", "figures"),
    [
        ("2023-10-04", ["100.50", "0", "0", "0", "0", "0", "0", "0", "0", "40.50"]),
        ("2024-01-12", ["100.50", "72.50", "0", "0", "0", "0", "0", "72.50", "0", "-32.00"]),
        ("2024-02-02", ["100.50", "72.50", "0", "0", "72", "0", "0", "0.50", "72", "-32.00"]),
    ],
)
def test_a_day_sees_only_what_was_recorded_by_its_end(on, figures):
    (row,) = taken(date.fromisoformat(on), ORDERED, FORMED, CONTRACTED).services
    assert amounts(row) == figures


def test_a_row_of_a_provider_and_of_a_consumer_tells_who_it_is():
    told = taken(END, ORDERED, FORMED, CONTRACTED)
    ((provider,), (consumer,)) = told.providers, told.consumers
    assert (provider.who, provider.service, provider.year) == (stories.INN, SERVICE, 2024)
    assert [str(one.amount) for one in (provider.contracted, provider.released, provider.rendered)] == [
        "72",
        "52",
        "20",
    ]
    assert (provider.shares, provider.formed) == ((), Figure())
    assert (consumer.who, str(consumer.live.amount), str(consumer.rendered.amount)) == ("17", "52.50", "20")


def acted(until="2024-03-31", service=stories.SERVICE, amount=12):
    """The agreement of the contract with an act of a period."""
    steps = [
        (event, decision) for event, decision in stories.AGREEMENT.steps if event.kind != "record_annulled"
    ]
    history = agreement.lifecycle.begin("7")
    for event, _ in (*steps[:2], steps[3]):
        history = step(agreement.lifecycle, history, event)
    rendered = [{"service": service, "unit": "person-hours", "amount": amount}]
    facts = {"number": "А-1", "since": "2023-11-01", "until": until, "rendered": rendered}
    event = agreement.ActDrawn.model_validate({"on": "2024-04-01", "by": "provider", **facts})
    return agreement.lifecycle.happened(history, event, PROFILE)[0]


def test_what_an_act_accepts_stands_with_the_contracts_of_its_agreement():
    told = taken(END, ORDERED, FORMED, CONTRACTED, acted(until="2025-03-31"))
    ((row,), (provider,), (consumer,)) = told.services, told.providers, told.consumers
    for one in (row, provider):
        assert (one.year, one.rendered.amount, one.accepted.amount) == (2024, Decimal(20), Decimal(12))
        assert one.accepted.made_by == (Made("7", 4),)
    assert consumer.accepted == Figure()
    assert row.as_json()["accepted"] == {"amount": "12", "made_by": [{"history": "7", "record": 4}]}


@pytest.mark.parametrize("histories", [(), (ORDERED, FORMED, CONTRACTED)])
def test_what_an_act_accepts_of_no_contract_is_of_the_year_of_the_act(histories):
    rows = taken(END, *histories, acted(service=OTHER, until="2023-11-30")).services
    found = [(row.service, row.year, str(row.accepted.amount)) for row in rows if row.accepted.made_by]
    assert found == [(service_key(OTHER), 2023, "12")]


def test_an_order_made_smaller_has_less_ordered():
    smaller = {
        **stories.LINE,
        "total": "70.50",
        "parts": [{"way": "municipal-task", "amount": "50.50"}, {"way": "certificate", "amount": 20}],
    }
    amended = order.Amended.model_validate(
        {"on": "2024-02-01", "by": "education", "status": 2, "reason": "спрос", "lines": [smaller]}
        | {"document": stories.ELECTRONIC}
    )
    history = order.lifecycle.advance(ORDERED, amended, stories.KEMEROVO, decision=decided(amended))
    (row,) = taken(END, history).services
    assert (str(row.ordered.amount), str(row.share.amount)) == ("70.50", "20.00")
    assert row.ordered.made_by == (Made("2024", 5), Made("2024", 7))


def test_what_has_expired_or_gone_back_is_free_no_more():
    running = stories.CERTIFICATE.told(7)
    ended = {
        "expired": certificate.Expired(on="2025-01-01", by="education"),
        "returned": certificate.Annulled(on="2024-03-02", by="education", reason="отказ получателя"),
    }
    for name, event in ended.items():
        history = certificate.lifecycle.advance(running, event, stories.KEMEROVO)
        (row,) = taken(date(2025, 1, 1), ORDERED, history, CONTRACTED).services
        assert (str(getattr(row, name).amount), row.live.amount, row.held.amount) == ("52.50", ZERO, ZERO)
        assert row.remainder.amount == Decimal(-32) + row.returned.amount


def test_two_writings_of_one_file_are_one_consumer():
    written = FORMED._replace(id="18", records=tuple(_other_file(one) for one in FORMED.records))
    (row,) = taken(END, FORMED, written).consumers
    assert (row.who, row.formed.amount) == ("17", Decimal(145))


def _other_file(record):
    if not isinstance(record.event, certificate.AppliedFor):
        return record
    who = record.event.recipient.model_copy(update={"file": "1 7"})
    return record._replace(event=record.event.model_copy(update={"recipient": who}))


def test_a_contract_without_the_case_of_its_certificate_stands_by_its_own_service():
    (row,) = taken(END, CONTRACTED).services
    assert (row.service, row.year, row.live.amount) == (SERVICE, None, Decimal(-20))
    assert taken(END, CONTRACTED).consumers[0].who == "17"
    nameless = taken(date(2024, 2, 2), stories.CONTRACT.told(2))
    assert (nameless.consumers[0].who, nameless.consumers[0].held.amount) == (None, Decimal(72))


def test_a_contract_is_under_the_latest_certificate_of_that_number_formed_by_then():
    before = certificate.Annulled(on="2024-01-20", by="education", reason="отказ получателя")
    first = step(certificate.lifecycle, stories.CERTIFICATE.told(5), before)
    second = FORMED._replace(id="18", records=tuple(_later(one) for one in FORMED.records))
    rows = taken(END, first, second, CONTRACTED).services
    assert [(row.year, str(row.contracted.amount)) for row in rows] == [(2024, "0"), (2025, "72")]
    late = FORMED._replace(id="18", records=tuple(_later(one, timedelta(365)) for one in FORMED.records))
    rows = taken(date(2026, 12, 31), first, late, CONTRACTED).services
    assert [(row.year, str(row.contracted.amount)) for row in rows] == [(2024, "72"), (2025, "0")]
    rows = taken(date(2026, 12, 31), late, CONTRACTED).services
    assert [(row.year, str(row.contracted.amount)) for row in rows] == [(2025, "72")]


def _later(record, by=timedelta(10)):
    """The certificate formed some days later, under the order of the next year."""
    event = record.event.model_copy(update={"on": record.event.on + by})
    if isinstance(event, certificate.Formed):
        event = event.model_copy(update={"order": event.order.model_copy(update={"year": 2025})})
    return record._replace(event=event)


def test_a_certificate_on_several_services_stands_in_a_row_of_no_service():
    asked, registered, *_ = [event for event, _ in stories.CERTIFICATE.steps]
    history = certificate.lifecycle.begin("17")
    for event in (asked.model_copy(update={"services": (SERVICE, OTHER)}), registered):
        history = step(certificate.lifecycle, history, event)
    order_shown = stories.ORDER.model_copy(update={"services": (SERVICE, OTHER)})
    formed = stories.CERTIFICATE.steps[4][0].model_copy(update={"order": order_shown})
    rows = taken(END, ORDERED, step(certificate.lifecycle, history, formed), CONTRACTED).services
    assert [(row.service, str(row.formed.amount), str(row.rendered.amount)) for row in rows] == [
        (SERVICE, "0", "0"),
        (None, "72.50", "20"),
    ]


def test_a_ledger_of_one_service_leaves_the_others_and_the_agreements_out():
    told = taken(END, ORDERED, FORMED, CONTRACTED, AGREED, service=stories.SERVICE.replace("О", "0", 1))
    assert told.services == taken(END, ORDERED, FORMED, CONTRACTED).services
    assert told.money == ()
    assert taken(END, ORDERED, FORMED, CONTRACTED, service=OTHER).services == ()


def test_money_stands_by_year_and_provider():
    (row,) = taken(END, AGREED, ORDERED).money
    assert (row.year, row.who, str(row.agreed.amount)) == (2023, stories.INN, "120000.50")
    assert row.agreed.made_by == (Made("7", 5),)
    assert [one.amount for one in (row.paid, row.kept, row.given_back)] == [ZERO] * 3
    assert (row.left.amount, row.unclaimed.amount) == (0, row.agreed.amount)  # it was terminated


def test_an_agreement_that_names_no_provider_is_of_nobody():
    bare = [
        event.model_copy(update={"provider": None}) if hasattr(event, "provider") else event
        for event in (stories.AGREEMENT.steps[place][0] for place in (0, 1, 4))
    ]
    history = agreement.lifecycle.begin("7")
    for event in bare:
        history = step(agreement.lifecycle, history, event)
    assert [row.who for row in taken(END, history).money] == [None]


# ─── Roubles ─────────────────────────────────────────────────────────────────────────────────────────────


def priced(*costs):
    """The profile with normative costs of the service: the category and the roubles of each."""
    normatives = [
        {"category": category, "roubles": roubles, "unit": "person-hours"} for category, roubles in costs
    ]
    told = Parameters.model_validate(
        {"services": [SERVICE], "normatives": normatives, "cite": PROFILE.latest.services[0].cite}
    )
    return edited(PROFILE, {"parameters": (told,)})


def test_a_normative_cost_tells_a_row_in_roubles():
    told = taken(END, ORDERED, FORMED, CONTRACTED, profile=priced((None, "150.25")))
    ((row, prices),) = told.roubles
    assert row.unit is Unit.ROUBLES
    assert amounts(row)[:2] == ["15100.1250", "10893.1250"]
    assert row.rendered.made_by == (Made("5", 7),)
    assert [(unit, str(price)) for unit, price, _ in prices] == [(Unit.PERSON_HOURS, "150.25")]
    (told,) = (one.as_json() for one in told.roubles)
    assert (told["unit"], told["prices"][0]["roubles"]) == ("roubles", "150.25")


@pytest.mark.parametrize("costs", [(), (("a", "100"), (None, "150.25"))])
def test_without_one_cost_for_all_nothing_is_told_in_roubles(costs):
    assert taken(END, ORDERED, profile=priced(*costs) if costs else PROFILE).roubles == ()


def test_the_same_cost_for_every_category_is_one_cost():
    assert taken(END, ORDERED, profile=priced(("a", "100"), (None, "100"))).roubles


def test_certificates_in_roubles_join_an_order_in_hours_where_a_cost_is_set():
    in_roubles = FORMED._replace(records=tuple(_roubles(one) for one in stories.CERTIFICATE.told(5).records))
    told = taken(END, ORDERED, in_roubles, profile=priced((None, "100")))
    assert [(row.unit, str(row.ordered.amount), str(row.formed.amount)) for row in told.services] == [
        (Unit.PERSON_HOURS, "100.50", "0"),
        (Unit.ROUBLES, "0", "3000"),
    ]
    ((row, prices),) = told.roubles
    assert (row.ordered.amount, row.formed.amount, row.remainder.amount) == (10050, 3000, 1050)
    assert [unit for unit, *_ in prices] == [Unit.PERSON_HOURS]
    assert taken(END, in_roubles, profile=priced((None, "100"))).roubles == ()


def _roubles(record):
    if not isinstance(record.event, certificate.Formed):
        return record
    nominal = record.event.nominal.model_copy(update={"amount": Decimal(3000), "unit": Unit.ROUBLES})
    return record._replace(event=record.event.model_copy(update={"nominal": nominal}))


def test_json_holds_plain_values():
    told = taken(END, ORDERED, FORMED, CONTRACTED, AGREED).as_json()
    (row,) = told["services"]
    assert told["on"] == "2024-12-31"
    assert row["remainder"] == {
        "amount": "-32.00",
        "made_by": [{"history": "2024", "record": 5}, {"history": "17", "record": 5}],
    }
    assert row["shares"]["certificate"]["amount"] == "40.50"
    assert told["money"][0]["unclaimed"]["amount"] == "120000.50"
    assert told["money"][0]["left"]["amount"] == "0.00"


def test_figures_are_added_to_figures_only():
    with pytest.raises(TypeError):
        Figure() + Decimal(1)
    with pytest.raises(TypeError):
        Figure() - Decimal(1)


# ─── Laws ────────────────────────────────────────────────────────────────────────────────────────────────

CYCLES = [one.lifecycle for one in (order, certificate, contract, agreement)]


def a_set(data):
    """Drawn cases of every lifecycle that moves something, some with a record that was made in error."""
    found = []
    for number in range(data.draw(st.integers(1, 5))):
        cycle = data.draw(st.sampled_from(CYCLES))
        history = drawn(cycle, PROFILE, data, steps=7)[-1]
        if history.records and data.draw(st.booleans()):
            on = history.last_day + timedelta(1)
            event = RecordAnnulled(on=on, by="education", record=history.version, reason="ошибка")
            if not cycle.judge(history, event, PROFILE).stops:
                history = step(cycle, history, event)
        found.append(history._replace(id=str(number)))
    return found


def of_each(histories, on):
    """The postings of each case, and what has lapsed by the day."""
    found = [(on_day(one, on), postings(one, on)) for one in histories]
    more = lapsed(found, on)
    return [(*posted, *more.get(known.history.id, ())) for known, posted in found]


def by_stage(histories, on):
    """What all accounts of a stage and a unit have; of the shares those by certificate only."""
    found = defaultdict(Decimal)
    for account, amount in balances(one for found in of_each(histories, on) for one in found).items():
        if account.stage is not Stage.SHARE or account.way is Way.CERTIFICATE:
            found[account.stage, account.unit] += amount
    return found


def summed(rows, name):
    found = defaultdict(Decimal)
    for row in rows:
        found[row.unit] += getattr(row, name).amount
    return {unit: amount for unit, amount in found.items() if amount}


def stage(found, which, sign=1):
    return {unit: sign * amount for (one, unit), amount in found.items() if one is which and amount}


def both(found, *stages):
    """What all accounts of the stages have: what was rendered stays rendered when it is accepted."""
    amounts = defaultdict(Decimal)
    for (one, unit), amount in found.items():
        if one in stages:
            amounts[unit] += amount
    return {unit: amount for unit, amount in amounts.items() if amount}


@settings(max_examples=60)
@given(data=st.data())
def test_every_row_adds_up_and_all_rows_make_the_balances_of_the_accounts(data):
    histories = a_set(data)
    days = sorted({record.event.on for one in histories for record in one.records} | {date(2023, 1, 1)})
    on = data.draw(st.sampled_from(days))
    told, found = taken(on, *histories), by_stage(histories, on)
    for row in told.services:
        others = sum((share.amount for way, share in row.shares if way is not Way.CERTIFICATE), ZERO)
        certified = row.formed.amount - row.returned.amount
        assert row.ordered.amount == others + row.remainder.amount + certified
        assert certified == sum(one.amount for one in (row.live, row.held, row.rendered, row.expired))
    for rows in (told.services, told.providers, told.consumers):
        assert summed(rows, "rendered") == both(found, Stage.RENDERED, Stage.ACCEPTED)
        assert summed(rows, "held") == stage(found, Stage.CONTRACT)
    for rows in (told.services, told.providers):
        assert summed(rows, "accepted") == stage(found, Stage.ACCEPTED)
    assert summed(told.consumers, "accepted") == {}
    for rows in (told.services, told.consumers):
        assert summed(rows, "live") == stage(found, Stage.CERTIFICATE)
        assert summed(rows, "expired") == stage(found, Stage.EXPIRED)
    assert summed(told.services, "remainder") == stage(found, Stage.SHARE)
    assert summed(told.services, "ordered") == stage(found, Stage.ORDERED, -1)
    left = sum((row.left.amount for row in told.money), ZERO)
    assert left == sum(stage(found, Stage.AGREEMENT).values())


@settings(max_examples=40)
@given(data=st.data())
def test_every_posting_is_a_move_of_its_record_and_no_key_comes_twice(data):
    histories = a_set(data)
    moves = list(moves_of(moved_by(histories, date.max), date.max))
    posted = [one for found in of_each(histories, date.max) for one in found]
    assert [(abs(one.amount), one.made_by) for one in moves] == [
        (one.amount, Made(one.history, one.record)) for one in posted
    ]
    told = taken(END, *histories)
    for rows in (told.services, told.providers, told.consumers):
        keys = [(row.service, row.year, row.unit, row.who) for row in rows]
        assert len(set(keys)) == len(keys)


def test_every_pair_of_stages_is_one_flow():
    assert len(set(FLOWS.values())) == len(FLOWS)
    assert Account(Stage.SHARE, None, None, None, None, Unit.ROUBLES).stage is Stage.SHARE


def test_a_row_of_a_year_without_an_order_says_so():
    """A certificate on an order that the cases do not hold: nothing was ordered for that year here."""
    handed = {"as_of": "2024-01-10", "number": "7", "year": 2024, "status": 1, "services": [FULL_TIME],
              "approved_on": "2023-12-01", "published_on": "2023-12-05"}  # fmt: skip
    told = ledger([*taking(certified(order=handed)).shelf.cases()], PROFILE, date(2024, 2, 1))
    (row,) = told.services
    assert row.without_order
    assert told.as_json()["services"][0]["without_order"] is True
    assert "(в делах нет такого заказа)" in "\n".join(ledger_lines(told, "ru"))
    ordered_too = ledger([*taking(town()).shelf.cases()], PROFILE, date(2024, 2, 1))
    assert not any(one.without_order for one in (*ordered_too.services, *ordered_too.consumers))
    assert "without_order" not in ordered_too.as_json()["services"][0]
