"""Law: an act, a claim and a payment tell the days on which the provider could not serve, and no other."""

from datetime import date, timedelta

import pytest
from books import (
    FULL_TIME,
    OGRN,
    OTHER_PROVIDER,
    PROFILE,
    PROVIDER,
    TECHNICAL,
    agreed,
    certified,
    contracted,
    line,
    ordered,
    taking,
)
from cases_at_hand import IN_NAVIGATOR
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from scenes import act, annulled

from law189 import Decision
from law189.audit.bulk import audit
from law189.casebook.line import Line
from law189.errors import Refused
from law189.verdict import Outcome

RULE = "reconciliation.could_serve"

FIRST, LAST = date(2024, 1, 9), date(2024, 5, 31)
DAYS = st.dates(FIRST, LAST)


def told_of(licence):
    return {"kind": "legal-entity", "inn": PROVIDER, "ogrn": OGRN[PROVIDER], "licence": licence}


def licence(number="Л-1", issued_on="2019-09-02", ends_on=None):
    return {"number": number, "issued_on": issued_on, **({} if ends_on is None else {"ends_on": ends_on})}


def entry(first, *, case="entry", record="1", services=(FULL_TIME,), on="2023-10-16"):
    facts = {"provider": told_of(first), "services": list(services), "document": IN_NAVIGATOR}
    yield line(case, "selection", "applied", on, "provider", **facts)
    yield line(case, "selection", "included", on, "education", record=record)


def changed(on, now, services=(FULL_TIME,)):
    facts = {"provider": told_of(now), "services": list(services), "reason": "изменение"}
    return line("entry", "selection", "changed", on, "provider", **facts)


def excluded(on, case="entry"):
    return line(case, "selection", "excluded", on, "education", ground="own-request", because="заявление")


def claimed(number="Т-1", acts=("А-1",), since="2024-02-01", until="2024-05-31", on="2024-06-03"):
    return line("agreement", "agreement", "claimed", on, "provider", number=number, since=since, until=until,
                roubles="100.00", acts=list(acts))  # fmt: skip


def paid(claim="Т-1", on="2024-06-10"):
    return line("agreement", "agreement", "claim_paid", on, "education", claim=claim, roubles="100.00")


def numbered(steps):
    return [*enumerate(sorted(steps, key=lambda one: one.event.on), start=1)]


def found(steps, rule=RULE):
    return [one for one in audit(numbered(steps), PROFILE) if one.rule == rule]


def town(first=None):
    return [*ordered(), *entry(first or licence()), *agreed(), *certified(), *contracted()]


def runs(days):
    """The days in rows, as a sentence tells them."""
    rows = []
    for day in sorted(days):
        if rows and day - rows[-1][1] == timedelta(1):
            rows[-1][1] = day
        else:
            rows.append([day, day])
    return [f"{a:%d.%m.%Y}" if a == b else f"с {a:%d.%m.%Y} по {b:%d.%m.%Y}" for a, b in rows]


def facts(one):
    return [day.ru for day in one.facts["outside"]], [day.ru for day in one.facts["unlicensed"]]


def every(since, until):
    return [since + timedelta(n) for n in range((until - since).days + 1)]


@given(
    gone=st.none() | DAYS,
    back=st.none() | DAYS,
    ends=st.none() | DAYS,
    issued=DAYS,
    period=st.tuples(DAYS, DAYS),
)
@settings(max_examples=size(60, 3000))
def test_every_day_out_of_the_register_or_without_a_licence_is_told_and_no_other(
    gone, back, ends, issued, period
):
    """By the days themselves: excluded on `gone`, again in the register by another record from `back` on."""
    since, until = sorted(period)
    steps = town(licence(ends_on=None if ends is None else ends.isoformat()))
    if gone is not None:
        steps.append(excluded(gone.isoformat()))
        if back is not None and back > gone:
            again = licence("Л-2", issued_on=min(issued, back).isoformat())
            steps += entry(again, case="e2", record="2", on=back.isoformat())
    act_on = LAST + timedelta(1)
    steps.append(act("А-1", since.isoformat(), until.isoformat(), 1, act_on.isoformat()))
    again = gone is not None and back is not None and back > gone
    out = [
        day for day in every(since, until) if gone is not None and day >= gone and not (again and day >= back)
    ]
    bare = [day for day in every(since, until) if ends is not None and day > ends
            and not (again and day >= min(issued, back))]  # fmt: skip
    told = found(steps)
    assert [facts(one) for one in told] == ([(runs(out), runs(bare))] if out or bare else [])
    assert all(one.outcome is Outcome.UNKNOWN and one.cause is None for one in told)


GONE = [*town(), excluded("2024-03-15"), act("А-1", "2024-02-01", "2024-03-31", 10, "2024-04-01")]
OUT = (["с 15.03.2024 по 31.03.2024"], [])


def test_a_claim_and_a_payment_on_such_an_act_follow_from_it():
    told = found([*GONE, claimed(), paid()])
    assert [(one.kind, one.cause) for one in told] == [
        ("act_drawn", None), ("claimed", told[0].line), ("claim_paid", told[0].line)]  # fmt: skip
    assert [facts(one) for one in told] == [OUT] * 3


def test_a_claim_that_names_no_act_rests_on_the_acts_of_its_days():
    told = found([*GONE, claimed(acts=()), paid()])
    assert [one.cause for one in told] == [None, told[0].line, told[0].line]
    clear = [*GONE, act("А-2", "2024-02-01", "2024-02-29", 1, "2024-04-02"), claimed(acts=["А-2"])]
    assert [one.kind for one in found(clear)] == ["act_drawn"]


def test_a_claim_without_any_act_is_asked_of_its_own_days():
    told = found([*GONE[:-1], claimed(acts=()), paid(), paid("Т-7", on="2024-06-11")])
    assert [(one.kind, one.facts["what"].ru, one.cause) for one in told] == [
        ("claimed", "Требование", None), ("claim_paid", "Требование", told[0].line)]  # fmt: skip
    assert facts(told[0]) == (["с 15.03.2024 по 31.05.2024"], [])


def decided(step):
    by = Decision(by="глава города", on=step.event.on, reason="проверено")
    return Line(history=step.history, lifecycle=step.lifecycle, event=step.event, decision=by)


@pytest.mark.parametrize("acts", [("А-1",), ()])
def test_a_book_does_not_take_it_unless_an_office_decides_and_then_it_is_decided(acts):
    book = taking(GONE[:-1])
    paper, *later = [GONE[-1], claimed(), paid()] if acts else [claimed(acts=()), paid()]
    with pytest.raises(Refused) as refused:
        book.take(paper)
    assert {one.rule for one in refused.value.verdict.walk() if one.stops and not one.parts} == {RULE}
    after = book.take(decided(paper))
    for step in later:
        after = after.take(step)
    assert after.case("agreement").version == book.case("agreement").version + 1 + len(later)


def test_the_service_counts_and_each_record_of_the_provider():
    """Of a service that the record no longer has the days are told; another record that has it is enough."""
    steps = [*town(), changed("2024-03-15", licence(), (TECHNICAL,)),
             act("А-1", "2024-02-01", "2024-03-31", 10, "2024-04-01")]  # fmt: skip
    assert [facts(one) for one in found(steps)] == [OUT]
    assert found([*steps, *entry(licence(), case="e2", record="2", on="2024-03-15")]) == []


def test_a_new_licence_counts_from_the_day_of_its_issue_and_where_the_register_tells_of_it():
    steps = town(licence(ends_on="2024-03-15"))
    march = act("А-1", "2024-03-01", "2024-03-31", 10, "2024-04-05")
    gap = ([], ["с 16.03.2024 по 19.03.2024"])
    for issued, told in (("2024-03-16", []), ("2024-03-20", [gap])):
        now = changed("2024-04-01", licence("Л-2", issued_on=issued))
        assert [facts(one) for one in found([*steps, now, march])] == told


def test_what_the_book_does_not_hold_is_not_asked_and_an_annulled_inclusion_is():
    handed = {"as_of": "2023-12-11", "provider": PROVIDER, "record": "1", "services": [FULL_TIME],
              "included_on": "2023-10-16"}  # fmt: skip
    drafted, signed, concluded = agreed()
    shown = [one.model_copy(update={"refers_to": {}, "event": one.event.model_copy(update={"provider": type(
        one.event).model_validate({**one.event.model_dump(mode="json"), "provider": handed}).provider})})
        for one in (drafted, concluded)]  # fmt: skip
    paper = act("А-1", "2024-02-01", "2024-03-31", 10, "2024-04-01")
    alone = [*ordered(), shown[0], signed, shown[1], paper]
    assert found(alone) == []
    undone = [*town(), annulled("entry", "selection", 2, "2024-03-20"), paper]
    assert [facts(one) for one in found(undone)] == [(["с 01.02.2024 по 31.03.2024"], [])]


def test_an_agreement_that_no_extract_names_a_provider_of_is_not_asked():
    assert found([*ordered(), *agreed(), act("А-1", "2024-02-01", "2024-03-31", 10, "2024-04-01")]) == []


def test_a_period_that_runs_backwards_is_told_as_such_alone():
    assert found([*GONE[:-1], act("А-1", "2024-03-31", "2024-03-20", 10, "2024-04-01")]) == []


@given(passed=DAYS, period=st.tuples(DAYS, DAYS))
@settings(max_examples=size(20, 400))
def test_from_the_day_on_which_the_record_is_a_successors_it_is_not_the_providers(passed, period):
    """By the days themselves; the claim and the payment on the act follow from it, and are not silent either."""
    since, until = sorted(period)
    of_successor = {"kind": "legal-entity", "inn": OTHER_PROVIDER, "ogrn": OGRN[OTHER_PROVIDER]}
    succeeded = line(
        "entry",
        "selection",
        "succeeded",
        passed.isoformat(),
        "education",
        provider={**of_successor, "licence": licence()},
        succession="передаточный акт",
    )
    drawn = act("А-1", since.isoformat(), until.isoformat(), 1, (LAST + timedelta(1)).isoformat())
    told = found(
        [*town(), succeeded, drawn, claimed(since=since.isoformat(), until=until.isoformat()), paid()]
    )
    days = runs([day for day in every(since, until) if day >= passed])
    assert {one.kind for one in told} == ({"act_drawn", "claimed", "claim_paid"} if days else set())
    assert all(facts(one) == (days, []) for one in told)
