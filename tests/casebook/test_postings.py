"""What one case moves: by hand for each step, and the laws of accounting over drawn histories."""

from datetime import date, timedelta
from decimal import Context, Decimal, localcontext

import pytest
import stories
from drawn import decided, drawn
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st

from law189.casebook.postings import Account, Posting, Stage, balances, postings
from law189.cases.history import RecordAnnulled
from law189.extracts import Way
from law189.kinds import WrongType
from law189.measures import Unit
from law189.numbers import service_key
from law189.workflows import LIFECYCLES, agreement, certificate, contract, order

PROFILE = filled("kemerovo")
SERVICE = service_key(stories.SERVICE)
HOURS = Unit.PERSON_HOURS
ORDERED = Account(Stage.ORDERED, "1", SERVICE, None, 2024, HOURS)
SHARE = Account(Stage.SHARE, "1", SERVICE, Way.CERTIFICATE, 2024, HOURS)
TASK = SHARE._replace(way=Way.MUNICIPAL_TASK)
FREE = Account(Stage.CERTIFICATE, "17", None, Way.CERTIFICATE, None, HOURS)
HELD = Account(Stage.CONTRACT, "5", SERVICE, Way.CERTIFICATE, None, HOURS)
RENDERED = HELD._replace(stage=Stage.RENDERED, number="7")
LIMITS = Account(Stage.LIMITS, None, None, None, 2023, Unit.ROUBLES)
AGREED = LIMITS._replace(stage=Stage.AGREEMENT, number="7")


def told(cycle, *steps):
    """The history of the steps, each told as a mapping; an office decides what is UNKNOWN."""
    history = cycle.begin("1")
    for facts in steps:
        event = cycle.events.validate_python(facts) if isinstance(facts, dict) else facts
        history = cycle.advance(history, event, PROFILE, decision=decided(event))
    return history


def moved(history):
    """Of each posting: from where, where to, how much."""
    return [(one.source, one.target, one.amount) for one in postings(history)]


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────


def test_an_order_posts_its_shares_once_at_the_approval_that_stands():
    history = stories.ORDER_STORY.told()
    assert postings(history) == (
        Posting(date(2023, 10, 4), Decimal(60), ORDERED, TASK, "2024", 5),
        Posting(date(2023, 10, 4), Decimal("40.50"), ORDERED, SHARE, "2024", 5),
    )


def test_a_draft_moves_nothing():
    assert postings(stories.ORDER_STORY.told(2)) == ()


def test_an_amended_order_posts_the_difference_and_reverses_what_is_less():
    amended = {
        "kind": "amended",
        "on": "2024-02-01",
        "by": "education",
        "status": 2,
        "reason": "спрос",
        "document": stories.ELECTRONIC,
        "lines": [
            {
                **stories.LINE,
                "total": "100.50",
                "parts": [
                    {"way": "municipal-task", "amount": "70.50"},
                    {"way": "certificate", "amount": "30"},
                ],
            }
        ],
    }
    event = order.lifecycle.events.validate_python(amended)
    history = order.lifecycle.advance(
        stories.ORDER_STORY.told(), event, stories.KEMEROVO, decision=decided(event)
    )
    assert moved(history)[2:] == [(ORDERED, TASK, Decimal("10.50")), (SHARE, ORDERED, Decimal("10.50"))]
    assert balances(postings(history)) == {
        ORDERED: Decimal("-100.50"),
        TASK: Decimal("70.50"),
        SHARE: Decimal(30),
    }


def test_a_certificate_is_taken_from_the_share_of_its_order_and_its_contracts_are_not_its_postings():
    assert moved(stories.CERTIFICATE.told()) == [(SHARE, FREE, Decimal("72.50"))]


def without_order(*, services=(SERVICE,)):
    steps = [event for event, _ in stories.CERTIFICATE.steps]
    asked = steps[0].model_copy(update={"services": services})
    return [asked, steps[1], steps[4].model_copy(update={"order": None})]


def test_without_an_extract_of_the_order_the_share_has_no_number_and_no_year():
    (source, _, _) = moved(told(certificate.lifecycle, *without_order()))[0]
    assert source == SHARE._replace(number=None, year=None)


def test_a_certificate_for_several_services_names_none():
    both = (SERVICE, PROFILE.latest.services[1].number)
    (source, _, _) = moved(told(certificate.lifecycle, *without_order(services=both)))[0]
    assert source.service is None


def test_two_writings_of_one_service_are_one_service():
    both = (SERVICE, SERVICE.replace("О", "0", 1))
    history = told(certificate.lifecycle, *without_order())
    (first, *rest) = history.records
    twice = first._replace(
        event=first.event.model_copy(update={"services": both})
    )  # which no step would record
    (source, _, _) = moved(history._replace(records=(twice, *rest)))[0]
    assert source.service == SERVICE


def formed_as(history, change):
    """The history with its forming changed, which no step would record."""
    records = (
        record._replace(event=change(record.event))
        if isinstance(record.event, certificate.Formed)
        else record
        for record in history.records
    )
    return history._replace(records=tuple(records))


def test_the_line_of_the_order_that_is_named_is_the_service():
    other = PROFILE.latest.services[1].number
    lined = formed_as(
        told(certificate.lifecycle, *without_order(services=(SERVICE, other))),
        lambda event: event.model_copy(update={"line": other.replace("О", "0", 1)}),
    )
    (source, _, _) = moved(lined)[0]
    assert source.service == other


def test_nothing_is_posted_of_nothing():
    event = certificate.Annulled(on="2024-03-02", by="education", reason="отказ получателя")
    history = certificate.lifecycle.advance(stories.CERTIFICATE.told(5), event, stories.KEMEROVO)
    nothing = {"amount": Decimal(0)}
    empty = formed_as(
        history, lambda one: one.model_copy(update={"nominal": one.nominal.model_copy(update=nothing)})
    )
    assert moved(empty) == []


@pytest.mark.parametrize(("steps", "left"), [(5, "72.50"), (7, "52.50")])
def test_what_is_left_of_an_annulled_certificate_goes_back_to_the_share(steps, left):
    event = certificate.Annulled(on="2024-03-02", by="education", reason="отказ получателя")
    history = certificate.lifecycle.advance(stories.CERTIFICATE.told(steps), event, stories.KEMEROVO)
    assert moved(history)[1:] == [(FREE, SHARE, Decimal(left))]


def test_what_is_left_of_an_expired_certificate_has_lapsed():
    event = certificate.Expired(on="2025-01-01", by="education")
    history = certificate.lifecycle.advance(stories.CERTIFICATE.told(7), event, stories.KEMEROVO)
    assert moved(history)[1:] == [(FREE, FREE._replace(stage=Stage.EXPIRED), Decimal("52.50"))]


def test_a_record_annulled_before_forming_moves_nothing():
    event = certificate.Annulled(on="2024-01-12", by="education", reason="отказ получателя")
    history = certificate.lifecycle.advance(stories.CERTIFICATE.told(2), event, stories.KEMEROVO)
    assert moved(history) == []


def test_a_contract_takes_from_its_certificate_and_gives_back_what_was_not_rendered():
    history = stories.CONTRACT.told()
    assert [(one.record, one.on) for one in postings(history)] == [
        (4, date(2024, 2, 2)),
        (7, date(2024, 3, 1)),
        (7, date(2024, 3, 1)),
    ]
    assert moved(history) == [
        (FREE, HELD, Decimal(72)),
        (HELD, RENDERED, Decimal(20)),
        (HELD, FREE, Decimal(52)),
    ]


def test_a_contract_that_was_fulfilled_in_full_or_rendered_nothing_posts_once():
    running = stories.CONTRACT.told(4)
    whole = contract.Fulfilled(
        on="2024-03-01", by="provider", act="9", rendered={"amount": 72, "unit": "person-hours"}
    )
    nothing = contract.Terminated(
        on="2024-03-01", by="provider", because="переезд", rendered={"amount": 0, "unit": "person-hours"}
    )
    for event, pair in ((whole, (HELD, RENDERED)), (nothing, (HELD, FREE))):
        history = contract.lifecycle.advance(running, event, stories.KEMEROVO)
        assert moved(history)[1:] == [(*pair, Decimal(72))]


def test_without_an_extract_of_the_certificate_it_has_no_number():
    assert moved(stories.CONTRACT.told(2)) == [(FREE._replace(number=None), HELD, Decimal(72))]


def test_an_offer_and_a_refused_offer_move_nothing():
    assert postings(stories.CONTRACT.told(1)) == ()


def test_an_agreement_takes_the_sums_of_its_years_from_the_limits():
    """The story ends it before anything was claimed: then nothing of it is left to be paid."""
    unclaimed = AGREED._replace(stage=Stage.UNCLAIMED)
    sums = Decimal("120000.50")
    assert moved(stories.AGREEMENT.told()) == [(LIMITS, AGREED, sums), (AGREED, unclaimed, sums)]


ACT = {
    "kind": "act_drawn",
    "on": "2023-10-31",
    "by": "provider",
    "number": "А-1",
    "since": "2023-10-11",
    "until": "2023-10-31",
    "rendered": [{"service": stories.SERVICE, "unit": "person-hours", "amount": 12}],
}


def test_an_act_of_a_period_accepts_what_was_rendered_under_its_agreement():
    steps = [event for event, _ in stories.AGREEMENT.steps if event.kind != "record_annulled"]
    nothing = {**ACT, "number": "А-2", "on": "2023-11-30", "since": "2023-11-01", "until": "2023-11-30"}
    nothing["rendered"] = [{"service": stories.SERVICE, "unit": "person-hours", "amount": 0}]
    history = told(agreement.lifecycle, *steps[:2], steps[3], ACT)
    assert moved(history)[1:] == [(RENDERED, RENDERED._replace(stage=Stage.ACCEPTED), Decimal(12))]
    event = agreement.lifecycle.events.validate_python(nothing)
    empty, _ = agreement.lifecycle.happened(history, event, PROFILE)
    assert postings(empty) == postings(history)


def test_without_an_extract_of_the_agreement_what_is_rendered_is_under_none():
    def change(event):
        return (
            event.model_copy(update={"agreement": None}) if isinstance(event, contract.Concluded) else event
        )

    history = stories.CONTRACT.told()
    records = tuple(one._replace(event=change(one.event)) for one in history.records)
    assert moved(history._replace(records=records))[1] == (HELD, RENDERED._replace(number=None), Decimal(20))


def test_an_amended_agreement_posts_the_difference():
    concluded = [event for event, _ in stories.AGREEMENT.steps if event.kind != "record_annulled"][:2]
    last = stories.AGREEMENT.steps[4][0]
    amended = {
        "kind": "amended",
        "on": "2023-11-01",
        "by": "education",
        "number": "7/1",
        "sums": [{"year": 2023, "roubles": "100000"}, {"year": 2024, "roubles": "20000.50"}],
        "ends_on": "2024-12-31",
        "reason": "спрос",
        "document": stories.ELECTRONIC,
        "provider_signature": "qualified",
        "signature": "qualified",
        "provider": {**stories.IN_REGISTER, "as_of": "2023-11-01"},
    }
    history = told(agreement.lifecycle, *concluded, last, amended)
    later = [pair._replace(year=2024) for pair in (LIMITS, AGREED)]
    assert moved(history)[1:] == [(AGREED, LIMITS, Decimal("20000.50")), (*later, Decimal("20000.50"))]


def test_meetings_and_selections_move_nothing():
    assert postings(stories.MEETING.told()) == postings(stories.STORIES["selection"].told()) == ()


def test_what_is_no_history_is_refused():
    with pytest.raises(WrongType):
        postings("17")


def test_amounts_are_exact_in_whatever_context():
    history = stories.ORDER_STORY.told()
    with localcontext(Context(prec=2)):
        found = balances(postings(history))
    assert found[ORDERED] == Decimal("-100.50")


# ─── Every step is known to move something or not ────────────────────────────────────────────────────────

POST = {
    "order": {"approved", "amended", "cancelled"},
    "agreement": {
        "concluded",
        "amended",
        "advance_paid",
        "claimed",  # after the end, of what nobody had claimed until then
        "claim_paid",
        "act_drawn",
        "remainder_kept",
        "remainder_returned",
        "terminated",
        "completed",
    },
    "certificate": {"formed", "amended", "annulled", "expired"},
    "contract": {"concluded", "amended", "fulfilled", "terminated"},
}
STILL = {
    "order": {
        "drafted",
        "advice_attached",
        "published",
        "period_reported",
        "report_formed",
        "report_published",
        "closed",
    },
    "agreement": {
        "drafted",
        "lapsed",
        "signed_by_provider",
    },
    "certificate": {
        "applied_for",
        "withdrawn",
        "recipient_registered",
        "recipient_refused",
        "renewed",
        "suspended",
        "resumed",
        "contracted",  # what contracts take and give back their own cases post
        "contract_changed",
        "contract_ended",
        "used",
    },
    "contract": {"offered", "declined", "moved", "suspended", "resumed", "complained", "answered"},
    "meeting": {*LIFECYCLES[0].kinds},
    "selection": {*LIFECYCLES[2].kinds},
}


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)
def test_of_every_step_it_is_known_whether_it_moves_something(lifecycle):
    posts, still = POST.get(lifecycle.name, set()), STILL[lifecycle.name]
    assert not posts & still
    assert {*lifecycle.kinds} == posts | still


# ─── Laws ────────────────────────────────────────────────────────────────────────────────────────────────

cycles = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)


def by_unit(found):
    return {
        unit: sum(amount for account, amount in found.items() if account.unit is unit)
        for unit in {account.unit for account in found}
    }


def obeys(history):
    """Every posting balances, is more than zero, stays in its unit and names a record that stands, on its day."""
    found = postings(history)
    assert all(total == 0 for total in by_unit(balances(found)).values())
    standing = {number for number in range(1, history.version + 1) if number - 1 not in history.annulled}
    for one in found:
        assert one.amount > 0
        assert one.source.unit is one.target.unit
        assert one.source != one.target
        assert one.history == history.id
        assert one.record in standing
        assert one.on == history.records[one.record - 1].event.on
    return found


@cycles
@settings(max_examples=40)
@given(data=st.data())
def test_a_history_only_adds_postings_and_they_balance(lifecycle, data):
    before = ()
    for history in drawn(lifecycle, PROFILE, data, steps=8):
        found = obeys(history)
        assert found[: len(before)] == before
        assert all(one.record == history.version for one in found[len(before) :])
        if len(found) > len(before):
            assert history.records[-1].kind in POST[lifecycle.name]
        before = found


@cycles
@settings(max_examples=40)
@given(data=st.data())
def test_an_annulment_takes_away_the_postings_of_its_record_and_no_others(lifecycle, data):
    history = drawn(lifecycle, PROFILE, data, steps=8)[-1]
    for number in range(1, history.version + 1):
        on = history.last_day + timedelta(1)
        entitled = lifecycle.entitled(history, number - 1, PROFILE.latest)
        if lifecycle.resting(history, number - 1) or not entitled:
            continue
        by = history.records[number - 1].event.by
        event = RecordAnnulled(on=on, by=by, record=number, reason="ошибка")
        left = lifecycle.advance(history, event, PROFILE, decision=decided(event))
        assert obeys(left) == tuple(one for one in postings(history) if one.record != number)


@settings(max_examples=60)
@given(data=st.data())
def test_what_a_certificate_posts_is_what_it_has_left(data):
    """Nominal less what went back or lapsed is what its contracts rendered or hold."""
    for history in drawn(certificate.lifecycle, PROFILE, data, steps=8):
        given = (*history.events(certificate.Formed), *history.events(certificate.Amended))
        made = [event.nominal.amount for event in given]
        found = balances(postings(history))
        held = sum(amount for account, amount in found.items() if account.stage is Stage.CERTIFICATE)
        if made and history.state in {"annulled", "expired"}:
            assert held == made[-1] - certificate.balance(history).amount
        else:
            assert held == (made[-1] if made else 0)
