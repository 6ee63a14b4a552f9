"""The day of the event from which an act counts a term is found where the case or the profile knows it."""

from datetime import date

import pytest
from cases_at_hand import BREACH, FULL_TIME, HOLDS, IN_NAVIGATOR, UNKNOWN, VOID, hours, right
from filled import acts

from law189.extracts import OrderExtract, Recipient
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.workflows import certificate as c

TERM, VALIDITY = "certificate.forming_term", "certificate.validity_term"
DAY = "event.event_on[forming_term]"
FIVE = {"kind": "after", "days": 5, "unit": "working_days"}


def profile(slot, event, **act):
    """Kemerovo, whose act about certificates counts the term of the slot from the event."""
    told = list(acts())
    for one in told:
        for fill in one["fills"]:
            if fill["slot"] == slot:
                fill["term"] = {**fill["term"], "event": event}
                one["act"] |= act
    return load_profile({**shipped_data()["municipalities"]["kemerovo"], "adopted": told})


applied = right(
    c.AppliedFor,
    on="2024-01-10",
    by="representative",
    asks=("enrolment", "certificate"),
    document=IN_NAVIGATOR,
    recipient=Recipient(file="17", born="2014-05-01"),
    services=(FULL_TIME,),
)
registered = right(c.RecipientRegistered, on="2024-01-11", by="education", record="17")
ordered = right(
    OrderExtract,
    as_of="2024-01-12",
    number="1",
    year=2024,
    status=1,
    services=(FULL_TIME,),
    approved_on="2023-12-20",
    published_on="2023-12-25",
)


def formed(on="2024-01-12", **facts):
    facts = {"valid_until": "2024-12-31", "order": ordered(as_of=on)} | facts
    return c.Formed(on=on, by="education", document=IN_NAVIGATOR, number="C-17", nominal=hours(144), **facts)


def history(given):
    found = c.lifecycle.begin("17")
    for event in (applied(), registered()):
        found = c.lifecycle.advance(found, event, given)
    return found


def term_of(given, event, slot=TERM):
    """The verdict on the term when the certificate is formed, and the outcome of it."""
    said = c.lifecycle.judge(history(given), event, given)
    address = given.latest.fill_on(slot, event.on).cite.address
    return next(
        part for part in said.walk() if not part.parts and address in [cite.address for cite in part.cites]
    )


def duty_of(given):
    (duty,) = (
        one for one in c.lifecycle.due(history(given), given, date(2024, 1, 12)) if one.kind == "formed"
    )
    return duty


def test_a_term_after_a_step_of_the_case_runs_from_that_step():
    given = profile(TERM, {"kind": "step", "at": "certificate.applied_for"})
    assert term_of(given, formed()).outcome is HOLDS
    assert duty_of(given).last_day == date(2024, 1, 17)
    late = term_of(given, formed("2024-01-18"))
    assert (late.outcome, late.facts["last_day"]) == (BREACH, date(2024, 1, 17))


def test_a_term_after_a_step_of_another_case_runs_from_the_day_of_its_extract():
    given = profile(TERM, {"kind": "step", "at": "order.published"})
    late = term_of(given, formed(order=ordered(as_of="2024-01-12")))
    assert (late.outcome, late.facts["last_day"]) == (BREACH, date(2024, 1, 9))
    kept = term_of(given, formed(order=ordered(as_of="2024-01-12", published_on="2024-01-11")))
    assert kept.outcome is HOLDS


@pytest.mark.parametrize(
    ("event", "asked"),
    [
        ({"kind": "step", "at": "certificate.suspended"}, DAY),
        ({"kind": "step", "at": "agreement.concluded"}, DAY),
        ({"kind": "step", "at": "meeting.closed"}, DAY),
        ({"kind": "limits"}, DAY),
        ({"kind": "other", "what": {"ru": "слушаний", "en": "the hearings"}}, DAY),
        ({"kind": "publication"}, "profile.adopted[kemerovo-{}].act.published_on"),
    ],
    ids=lambda event: event.get("at", event["kind"]) if isinstance(event, dict) else "",
)
def test_what_nobody_knows_stays_unknown_and_asks_for_what_gives_that_day(event, asked):
    given = profile(TERM, event)
    said = term_of(given, formed())
    assert said.outcome is UNKNOWN
    act = given.latest.filled_on(TERM, date(2024, 1, 12))[0].act
    assert [ask.path for ask in said.asks] == [asked.replace("kemerovo-{}", act.id)]
    assert duty_of(given).last_day is None


def test_an_extract_that_the_step_takes_is_asked_and_then_the_day_that_it_leaves_out():
    given = profile(TERM, {"kind": "step", "at": "order.published"})
    (whole,) = term_of(given, formed(order=None)).asks
    assert (whole.path, whole.title.ru) == ("event.order", "выписка из дела о социальном заказе")
    (day,) = term_of(given, formed(order=ordered(as_of="2024-01-12", published_on=None))).asks
    assert day.path == "event.order.published_on"


def test_the_day_of_an_event_is_told_among_the_facts_of_the_step():
    given = profile(TERM, {"kind": "limits"})
    assert term_of(given, formed(event_on={"forming_term": "2024-01-11"})).outcome is HOLDS
    late = term_of(given, formed(event_on={"forming_term": "2023-12-01"}))
    assert (late.outcome, late.facts["last_day"]) == (BREACH, date(2023, 12, 8))


def told(given, **days):
    """What is said of the days that a step tells, by their outcome and the names that it needs."""
    said = c.lifecycle.judge(history(given), formed(event_on=days), given)
    return [(part.rule, part.outcome) for part in said.parts if part.rule.startswith("events_told.")]


def test_a_day_that_no_term_needs_or_that_has_not_come_is_told():
    of_limits = profile(TERM, {"kind": "limits"})
    assert told(of_limits, forming_term="2024-01-12") == [("events_told.come", HOLDS)]
    assert told(of_limits, forming_term="2024-01-13") == [("events_told.come", BREACH)]
    assert told(of_limits, forming_trm="2024-01-11") == [("events_told.unasked", BREACH)]
    for known in ({"kind": "step", "at": "certificate.applied_for"}, {"kind": "publication"}):
        given = profile(TERM, known, published_on="2024-01-09")
        assert told(given, forming_term="2024-01-11") == [("events_told.unasked", BREACH)]


def test_the_days_are_saved_and_nothing_is_saved_where_there_are_none():
    given = profile(TERM, {"kind": "limits"})
    event = formed(event_on={"forming_term": "2024-01-11"})
    saved = c.lifecycle.advance(history(given), event, given)
    assert c.lifecycle.load(c.lifecycle.dump(saved)) == saved
    assert c.lifecycle.dump_record(saved, 3)["event"]["event_on"] == {"forming_term": "2024-01-11"}
    assert "event_on" not in formed().model_dump(mode="json")


def test_a_term_after_an_item_of_the_plan_runs_from_the_day_by_which_its_acts_were_adopted():
    plan = shipped_data()["municipalities"]["kemerovo"]["plan"]
    item = next(one for one in plan if one.get("adopts"))
    given = profile(TERM, {"kind": "item", "at": item["cite"]})
    assert given.latest.done_by_acts(item["cite"], date(2024, 1, 12)) == date(2023, 9, 25)
    assert given.latest.done_by_acts(item["cite"], date(2023, 9, 24)) is None
    assert given.latest.done_by_acts("app4.99", date(2024, 1, 12)) is None
    said = term_of(given, formed())
    assert (said.outcome, said.facts["last_day"]) == (BREACH, date(2023, 10, 2))
    other = next(one for one in plan if not one.get("adopts"))
    assert term_of(profile(TERM, {"kind": "item", "at": other["cite"]}), formed()).outcome is UNKNOWN


def test_a_certificate_is_valid_from_the_event_that_its_act_names():
    given = profile(VALIDITY, {"kind": "publication"}, published_on="2023-12-01")
    said = term_of(given, formed(), VALIDITY)
    assert (said.outcome, said.facts["last_day"]) == (VOID, date(2024, 11, 30))
    assert term_of(given, formed(valid_until="2024-11-30"), VALIDITY).outcome is HOLDS
    after = profile(VALIDITY, {"kind": "step", "at": "certificate.applied_for"})
    assert term_of(after, formed(), VALIDITY).outcome is HOLDS
    unknown = profile(VALIDITY, {"kind": "publication"})
    assert term_of(unknown, formed(), VALIDITY).outcome is UNKNOWN


def worded(words):
    return {"kind": "other", "what": {"ru": words, "en": "an event"}}


def test_a_term_in_the_words_of_the_act_runs_from_the_application_of_the_case():
    # the application of the case is of 10.01.2024, the entry in the register of 11.01.2024; five working days
    for words in (
        "поступления заявления",
        "подачи заявления потребителем",
        "получения заявления о выдаче сертификата",
    ):
        given = profile(TERM, worded(words))
        assert duty_of(given).last_day == date(2024, 1, 17), words
        late = term_of(given, formed("2024-01-18"))
        assert (late.outcome, late.facts["last_day"]) == (BREACH, date(2024, 1, 17))
        assert term_of(given, formed("2024-01-17")).outcome is HOLDS
    for words in (
        "включения получателя в реестр получателей",
        "внесения в реестр получателей социальных сертификатов",
    ):
        given = profile(TERM, worded(words))
        assert duty_of(given).last_day == date(2024, 1, 18), words
        assert term_of(given, formed("2024-01-18")).outcome is HOLDS


def test_a_certificate_is_valid_from_its_forming_where_the_act_says_so_in_words():
    given = profile(VALIDITY, worded("выдачи социального сертификата"))
    assert term_of(given, formed(), VALIDITY).outcome is HOLDS
    said = term_of(given, formed(valid_until="2025-01-12"), VALIDITY)
    assert said.facts["last_day"] == date(2025, 1, 11)


def test_the_day_that_the_step_tells_goes_before_that_of_the_case():
    given = profile(TERM, worded("поступления заявления"))
    assert term_of(given, formed("2024-01-18", event_on={"forming_term": "2024-01-11"})).outcome is HOLDS
    assert term_of(given, formed("2024-01-18", event_on={"forming_term": "2024-01-10"})).outcome is BREACH


@pytest.mark.parametrize(
    "words",
    [
        "регистрации заявления",
        "поступления заявления об отзыве",
        "направления заявления",
        "поступления заявления в школу",
        "утверждения отчёта",
        "слушаний",
    ],
)
def test_words_of_another_day_stay_unknown(words):
    said = term_of(profile(TERM, worded(words)), formed())
    assert said.outcome is UNKNOWN
    assert [ask.path for ask in said.asks] == ["event.event_on[forming_term]"]
    assert words in said.asks[0].title.ru
