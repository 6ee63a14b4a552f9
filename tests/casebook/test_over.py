"""What is over on a day is over whether a step says so or not: the last day is known, and the contracts are.

A certificate that its contracts have used up, the sum of an agreement that nobody claimed, a case that rests on
what has run out, acts of days on which no contract ran.
"""

import json
from datetime import date, timedelta

import pytest
from books import (
    FULL_TIME,
    OTHER_PROVIDER,
    PROFILE,
    agreed,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
    taking,
    town,
    volume,
)
from steps_files import files
from typer.testing import CliRunner

from law189.audit.bulk import Audit, audit
from law189.casebook.known import on_day
from law189.casebook.ledger import ledger
from law189.casebook.live import used_up
from law189.casebook.registers import RegisterKind, register
from law189.cli.app import app
from law189.verdict import Outcome

# ─── Сертификат, который израсходовали договоры ──────────────────────────────────────────────────────────


def alone(cases):
    """The cases as a file may write them: no certificate tells of its contracts."""
    return [
        one._replace(records=one.records[:3], state="formed") if one.lifecycle == "certificate" else one
        for one in cases
    ]


def test_a_certificate_used_up_by_its_contracts_is_no_live_one():
    cases = alone(taking(town(), contracted(), fulfilled()).cases())
    for on, live, ended in (("2024-05-30", True, None), ("2024-05-31", False, date(2024, 5, 31))):
        (row,) = register(RegisterKind.RECIPIENTS, cases, PROFILE, date.fromisoformat(on)).rows
        assert (row.live, row.ended_on) == (live, ended)
    assert row.made_by[-1] == ("k1", 3)


@pytest.mark.parametrize(("rendered", "live"), [(71, True), (72, False)])
def test_what_is_left_of_a_certificate_gives_a_right_still(rendered, live):
    cases = alone(taking(town(), contracted(), fulfilled(rendered=rendered)).cases())
    (row,) = register(RegisterKind.RECIPIENTS, cases, PROFILE, date(2024, 6, 3)).rows
    assert row.live is live


def test_a_contract_that_only_the_certificate_tells_of_counts_too():
    book = taking(town(), contracted(amount=36), fulfilled(rendered=36, on="2024-03-01"),
                  contracted("k2", number="Д-2", amount=36, on="2024-03-04"))  # fmt: skip
    both = [on_day(one, date(2024, 6, 3)) for one in book.cases()]
    assert used_up(both) == {}  # the second runs
    done = taking(town(), contracted(amount=36), fulfilled(rendered=36, on="2024-03-01"),
                  contracted("k2", number="Д-2", amount=36, on="2024-03-04"),
                  fulfilled("k2", 36, "2024-05-31"))  # fmt: skip
    without_second = [
        on_day(one._replace(state="formed") if one.id == "c1" else one, date.max)
        for one in done.cases()
        if one.id != "k2"
    ]
    assert used_up(without_second)["c1"] == (date(2024, 5, 31), ("c1", 7))  # when the second ended
    running = [on_day(one, date.max) for one in book.cases() if one.id != "k2"]
    assert used_up(running) == {}


def test_a_contract_is_under_the_latest_certificate_of_its_number_that_was_formed_by_then():
    first, contract = (taking(town(), contracted(), fulfilled()).case(one) for one in ("c1", "k1"))
    other = taking(ordered(), certified("c2", file="18", on="2024-03-01")).case("c2")
    (first,) = alone([first])
    on = [on_day(one, date.max) for one in (first, other, contract)]
    assert [*used_up(on)] == ["c1"]
    late = contract._replace(
        records=tuple(one._replace(event=one.event.model_copy(update={"on": date(2024, 3, 4)}))
                      for one in contract.records)
    )  # fmt: skip
    assert [*used_up([*on[:2], on_day(late, date.max)])] == ["c2"]
    early = contract._replace(
        records=tuple(one._replace(event=one.event.model_copy(update={"on": date(2024, 1, 9)}))
                      for one in contract.records)
    )  # fmt: skip
    assert [*used_up([*on[:2], on_day(early, date.max)])] == ["c1"]
    assert used_up([on[2]]) == {}


def test_no_contract_of_a_certificate_that_nobody_showed_uses_one_up():
    book = taking(town(), contracted())
    offered = book.case("k1")
    bare = offered._replace(
        records=tuple(
            record._replace(event=record.event.model_copy(update={"certificate": None}))
            if record.kind == "concluded" else record
            for record in offered.records
        )
    )  # fmt: skip
    assert used_up([on_day(bare, date.max), on_day(book.case("c1"), date.max)]) == {}


def test_a_certificate_used_up_lets_another_be_formed_whatever_its_own_case_says():
    cases = alone(taking(town(), contracted(), fulfilled()).cases())
    book = taking()
    book = type(book)(PROFILE, book.shelf.with_cases(cases))
    for one in certified("c2", number="К-2", on="2024-06-03"):
        book = book.take(one)
    assert book.case("c2").state == "formed"


def test_a_certificate_used_up_owes_no_expiry(tmp_path):
    for rendered, owed in ((72, False), (71, True)):
        steps, profile = files(tmp_path, town(), contracted(), fulfilled(rendered=rendered))
        words = ["due", steps, "--profile", profile, "--on", "2025-01-09", "--history", "c1", "--json"]
        told = json.loads(CliRunner().invoke(app, [str(word) for word in words]).stdout)
        assert [one["kind"] for one in told["histories"][0]["duties"]] == ["expired"] * owed


# ─── Сумма соглашения, которую никто не потребовал ───────────────────────────────────────────────────────


def claimed(number, roubles, on, since="2024-02-01", until="2024-02-29"):
    return line("agreement", "agreement", "claimed", on, "provider", number=number, since=since, until=until,
                roubles=roubles)  # fmt: skip


def paid(number, roubles, on):
    return line("agreement", "agreement", "claim_paid", on, "education", claim=number, roubles=roubles)


def advance(roubles, on):
    return line("agreement", "agreement", "advance_paid", on, "education", roubles=roubles)


def terminated(on="2024-04-10"):
    return line(
        "agreement", "agreement", "terminated", on, "education", ground="решение", because="нарушение"
    )


def completed(on="2025-01-09"):
    return line("agreement", "agreement", "completed", on, "education")


def happened(*steps):
    asked = Audit(PROFILE)
    for at, one in enumerate(steps, start=1):
        list(asked.take(at, one))
    return [*asked.book.cases()]


def money(cases, on):
    (row,) = ledger(cases, PROFILE, date.fromisoformat(on)).money
    assert row.agreed.amount == row.paid.amount + row.unclaimed.amount + row.left.amount
    return row.left.amount, row.unclaimed.amount


START = [*ordered(), *included(), *agreed()]


def test_an_agreement_that_runs_has_left_what_is_not_paid():
    cases = happened(*START, advance("10000", "2024-01-15"), claimed("1", "5000", "2024-03-01"))
    for on in ("2024-01-16", "2024-03-02", "2024-12-31"):
        assert money(cases, on) == (90000, 0)


def test_of_a_terminated_agreement_only_what_is_claimed_is_left():
    cases = happened(*START, advance("10000", "2024-01-15"), claimed("1", "5000", "2024-03-01"),
                     paid("1", "2000", "2024-03-04"), terminated(), claimed("2", "700", "2024-04-11"),
                     paid("2", "700", "2024-04-12"), paid("1", "3000", "2024-04-15"))  # fmt: skip
    assert money(cases, "2024-04-09") == (88000, 0)
    assert money(cases, "2024-04-10") == (3000, 85000)
    assert money(cases, "2024-04-11") == (3700, 84300)
    assert money(cases, "2024-04-12") == (3000, 84300)
    assert money(cases, "2025-02-03") == (0, 84300)


def test_an_agreement_past_its_last_day_has_left_the_same_whether_its_end_is_recorded_or_not():
    steps = [*START, claimed("1", "5000", "2024-03-01")]
    for taken in (steps, [*steps, completed()]):
        cases = happened(*taken)
        assert money(cases, "2024-12-31") == (95000 + 5000, 0)
        assert money(cases, "2025-01-10") == (5000, 95000)
    late = happened(*steps, claimed("2", "900", "2025-01-15", "2024-12-01", "2024-12-31"))
    assert money(late, "2025-01-14") == (5000, 95000)
    assert money(late, "2025-01-15") == (5900, 94100)


def test_the_termination_annulled_leaves_the_sum_again():
    undo = line(
        "agreement", "agreement", "record_annulled", "2024-04-11", "education", record=4, reason="ошибка"
    )
    assert money(happened(*START, terminated(), undo), "2024-04-11") == (100000, 0)


def test_what_was_paid_beyond_a_sum_leaves_nothing_to_claim():
    cases = happened(*START, advance("120000", "2024-01-15"), terminated())
    assert money(cases, "2024-04-10") == (-20000, 0)


def test_an_amended_sum_is_what_is_left_unclaimed():
    more = line(
        "agreement", "agreement", "amended", "2024-02-01", "education", number="С-1/1",
        sums=[{"year": 2024, "roubles": "60000.00"}], ends_on="2024-06-28", reason="изменение",
        provider_signature="qualified", signature="qualified",
    )  # fmt: skip
    cases = happened(*START, more)
    assert money(cases, "2024-06-28") == (60000, 0)
    assert money(cases, "2024-06-29") == (0, 60000)
    (row,) = ledger(cases, PROFILE, date(2024, 6, 29)).money
    assert row.unclaimed.made_by == (("agreement", 4),)


# ─── Дело на том, чего срок истёк ────────────────────────────────────────────────────────────────────────


def resting(cases, on):
    shelf = taking().shelf.with_cases(cases)
    book = type(taking())(PROFILE, shelf)
    return {
        (one.history.id, one.ground.id): one.verdict.text.ru
        for one in book.dependants(date.fromisoformat(on))
    }


def with_last_day(cases, **days):
    """The cases, of which some run to another last day than was asked when they began."""
    return [_to(one, days[one.id]) if one.id in days else one for one in cases]


def _to(case, day):
    name = "valid_until" if case.lifecycle == "certificate" else "ends_on"
    change = {name: date.fromisoformat(day)}
    events = [
        one.event.model_copy(update=change) if hasattr(one.event, name) else one.event for one in case.records
    ]
    records = zip(case.records, events, strict=True)
    return case._replace(records=tuple(one._replace(event=event) for one, event in records))


RUN = [*taking(town(), contracted()).cases()]


@pytest.mark.parametrize("ground", ["c1", "agreement"])
def test_a_contract_does_not_rest_on_what_has_run_out(ground):
    cases = with_last_day(RUN, **{ground: "2024-04-30"})
    assert resting(cases, "2024-04-30").keys() == ({("k1", "agreement")} if ground == "agreement" else set())
    told = resting(cases, "2024-05-01")
    assert told.keys() == {("k1", ground)}
    assert "срок истёк 30.04.2024, не действует с 01.05.2024" in told["k1", ground]


def test_a_case_past_its_own_last_day_is_asked_of_that_day():
    """What went after its last day it did not need; what went before is told of the day on which it still ran."""
    out = {"ground": "own-request", "because": "заявление"}
    for on, told in (("2024-05-31", True), ("2024-06-03", False)):
        cases = taking(town(), contracted(), [line("entry", "selection", "excluded", on, "education", **out)])
        found = resting([*cases.cases()], "2024-07-01")
        assert (("k1", "entry") in found) is told
        assert ("agreement", "entry") in found
        if told:
            assert "действует на 31.05.2024" in found["k1", "entry"]
    assert resting(with_last_day(RUN, c1="2024-05-31"), "2024-07-01") == {}


def test_an_audit_tells_of_a_contract_on_an_agreement_whose_term_is_over():
    steps = [*town(), *contracted()]
    later = line(
        "agreement", "agreement", "amended", "2024-03-01", "education", number="С-1/1",
        sums=[{"year": 2024, "roubles": "100000.00"}], ends_on="2024-03-31", reason="изменение",
        provider_signature="qualified", signature="qualified",
    )  # fmt: skip
    for on, words in (
        (date(2024, 3, 31), "действует по 31.03.2024"),
        (date(2024, 4, 1), "срок истёк 31.03.2024"),
    ):
        found = [
            one for one in audit(enumerate([*steps, later], 1), PROFILE, on=on)
            if one.rule == "reconciliation.rests_on"
        ]  # fmt: skip
        assert [(one.history, one.cause, one.outcome) for one in found] == [
            ("k1", None, Outcome.BREACH)
        ]  # lawful: no finding
        assert words in found[0].text.ru


# ─── Акт за дни, в которые ни один договор не шёл ────────────────────────────────────────────────────────


def act(number, since, until, amount, on=None, case="agreement"):
    on = on or (date.fromisoformat(until) + timedelta(1)).isoformat()
    rendered = [{"service": FULL_TIME, **volume(amount)}]
    return line(case, "agreement", "act_drawn", on, "provider", number=number, since=since, until=until,
                rendered=rendered)  # fmt: skip


def acts_found(*groups):
    lines = list(enumerate((one for group in groups for one in group), 1))
    found = audit(lines, PROFILE)
    rules = ("reconciliation.of_contracts", "reconciliation.acts_covered")
    return [(one.line, one.rule, one.outcome, one.facts["given"], one.facts["acted"]) for one in found
            if one.rule in rules]  # fmt: skip


JANUARY = ("2024-01-09", "2024-01-31")


def test_an_act_of_days_before_the_first_contract_is_told_at_that_contract():
    early = act("1", *JANUARY, 40, on="2024-01-31")
    told = acts_found(town(), [early], contracted())
    assert told == [(14, "reconciliation.acts_covered", Outcome.BREACH, 0, 40)]
    assert acts_found(town(), [early]) == []  # the book may hold no contracts
    on_the_day = act("1", "2024-01-09", "2024-02-01", 40, on="2024-02-01")
    assert acts_found(town(), [on_the_day], contracted()) == []


def test_an_act_drawn_late_of_days_before_the_first_contract_is_told_at_the_act():
    told = acts_found(town(), contracted(), [act("1", *JANUARY, 40, on="2024-02-05")])
    assert told == [(14, "reconciliation.of_contracts", Outcome.VOID, 0, 40)]
    assert acts_found(town(), contracted(), [act("1", "2024-01-09", "2024-02-29", 40)]) == []


def test_only_the_first_contract_is_asked_of_the_acts_before_it():
    early = act("1", *JANUARY, 40, on="2024-01-31")
    more = [*certified("c2", number="К-2", file="18"), *contracted("k2", number="Д-2", certificate="К-2")]
    told = acts_found(town(), certified("c2", number="К-2", file="18"), [early], contracted(),
                      contracted("k2", number="Д-2", certificate="К-2"))  # fmt: skip
    assert [one[:2] for one in told] == [(17, "reconciliation.acts_covered")]
    assert acts_found(town(), contracted(), more, [act("1", "2024-02-01", "2024-02-29", 144)]) == []


def test_an_act_of_earlier_days_leaves_enough_for_those_drawn_before_it():
    """The contracts of all days give 72: an act of March took it all, so none of February may come after it."""
    acts = [
        act("1", "2024-03-01", "2024-03-31", 72),
        act("2", "2024-02-01", "2024-02-29", 10, on="2024-04-02"),
    ]
    told = acts_found(town(), contracted(), acts)
    assert [one[:2] for one in told] == [(15, "reconciliation.of_contracts")]


def test_acts_of_another_agreement_are_not_asked():
    other = [*included("e2", inn=OTHER_PROVIDER, record="2"), *agreed("a2", number="С-2", record="2")]
    early = act("1", *JANUARY, 40, on="2024-01-31", case="a2")
    assert acts_found(town(), other, [early], contracted()) == []
