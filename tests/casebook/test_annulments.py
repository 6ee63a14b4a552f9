"""Annulments beside other cases: what holds again is judged as if it came anew, in a book and in an audit alike."""

from datetime import date

import pytest
from books import (
    FULL_TIME,
    OTHER_PROVIDER,
    PROFILE,
    PROVIDER,
    TECHNICAL,
    agreed,
    certified,
    contracted,
    decided,
    fulfilled,
    included,
    line,
    ordered,
    refusal,
    taking,
    town,
    volume,
    with_parameters,
)
from drawn import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189 import agreement, certificate, selection
from law189.audit.bulk import Audit, audit
from law189.casebook.keys import By, number
from law189.casebook.reconciled import ASKED
from law189.casebook.reconciled.claims import more
from law189.cases.history import RecordAnnulled
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES


def annulling(case, lifecycle, record, on, by="education"):
    return line(case, lifecycle, "record_annulled", on, by, record=record, reason="запись ошибочна")


# ─── Связанная запись другого дела ───────────────────────────────────────────────────────────────────────


def numbered(steps):
    return list(enumerate(steps, start=1))


def test_an_audit_tells_what_the_certificate_says_against_the_annulled_end_of_a_contract():
    ended = line(
        "k1",
        "contract",
        "terminated",
        "2024-03-01",
        "provider",
        because="переезд",
        rendered=volume(10),
    )
    second = contracted("k2", number="Д-2", amount=62, on="2024-03-02")
    steps = [*town(), *contracted(), ended, *second, annulling("k1", "contract", 3, "2024-03-03", "provider")]
    (found,) = audit(numbered(steps), PROFILE)
    assert (found.line, found.rule, found.outcome) == (len(steps), "lifecycle.left_standing", Outcome.VOID)
    assert refusal(taking(steps[:-1]), steps[-1]) == {"lifecycle.left_standing"}


def test_a_conclusion_that_holds_again_takes_its_part_of_the_certificate_again():
    book = taking(town(), contracted(), [annulling("k1", "contract", 2, "2024-02-02", "representative")])
    assert book.case("c1").state == certificate.State.FORMED
    again = annulling("k1", "contract", 3, "2024-02-03", "representative")
    after = book.take(again)
    assert after.case("c1").state == certificate.State.CONTRACTED
    twice = annulling("k1", "contract", 4, "2024-02-04", "representative")
    assert after.take(twice).case("c1").state == certificate.State.FORMED
    other = contracted("k2", number="Д-2", on="2024-02-03")
    assert "lifecycle.left_standing" in refusal(book, *other, again)


# ─── Аннулирование спрашивают обо всём, что оно снова делает верным ──────────────────────────────────────


def cut(case, share, status, on):
    parts = [{"way": "certificate", "amount": share}]
    lines = [{"service": FULL_TIME, "unit": "person-hours", "total": share, "parts": parts}]
    return line(
        case, "order", "amended", on, "education", status=status, lines=lines, reason="бюджет",
        enabling_act="решение № 8", document={"form": "paper"},
    )  # fmt: skip


def gone(case, on="2024-01-20"):
    return line(case, "certificate", "annulled", on, "education", reason="переезд", ground="own-request")


def refused(case, on):
    applied, *_ = certified(case, file="19", on=on)
    ground = {"ground": "limit-exhausted", "because": "объём исчерпан"}
    return [applied, line(case, "certificate", "recipient_refused", on, "education", **ground)]


def acted(number, on, since="2024-02-01", until="2024-02-29"):
    rendered = [{"service": FULL_TIME, **volume(72)}]
    return line(
        "agreement", "agreement", "act_drawn", on, "education", number=number, since=since, until=until,
        rendered=rendered,
    )  # fmt: skip


def reported(on):
    told = {"service": FULL_TIME, **volume(5), "parts": [{"way": "certificate", "amount": 5}]}
    return line(
        "order", "order", "report_formed", on, "education", achieved=[told], document={"form": "paper"}
    )


def shown(on="2024-02-01"):
    """An extract of a certificate that the book does not hold."""
    return {
        "as_of": on, "number": "К-9", "recipient": {"file": "17", "born": "2014-05-01"},
        "services": [FULL_TIME], "nominal": volume(72), "balance": volume(72), "formed_on": "2024-01-10",
        "valid_until": "2024-12-31",
    }  # fmt: skip


def ending(case, rendered, on):
    return line(case, "contract", "terminated", on, "provider", because="переезд", rendered=volume(rendered))


def out(case, on="2023-11-01"):
    return line(case, "selection", "excluded", on, "education", ground="own-request", because="заявление")


def twice(case, lifecycle, record, on, by, *between, last="2024-04-01"):
    """A record annulled, other steps, and the annulment annulled: what it said holds again."""
    undo = annulling(case, lifecycle, record, on, by)
    return [undo, *between, annulling(case, lifecycle, record + 1, last, by)]


def otherwise(step, **facts):
    """The step with other facts."""
    event = {**step.event.model_dump(mode="json"), **facts}
    return step.model_copy(update={"event": type(step.event).model_validate(event)})


LATE = {"ends_on": "2024-03-01"}
TWO = with_parameters({"certificates": 2, "limits": [{"certificates": 1}]})


def claimed(on, since="2024-04-01", until="2024-04-30"):
    return line("agreement", "agreement", "claimed", on, "provider", number="Т-1", since=since, until=until,
                roubles="100.00")  # fmt: skip


CLAIM_PAID = line(
    "agreement", "agreement", "claim_paid", "2024-03-26", "education", claim="Т-1", roubles="100.00"
)
LATER = [
    *certified("c2", number="К-2", file="18", on="2024-05-20"),
    *contracted("k2", number="Д-2", certificate="К-2", on="2024-05-20"),
]
"""Another contract of the agreement, of later days."""
STORIES = {
    "the number of an order": (
        "reconciliation.number_once",
        [next(ordered()), *twice("order", "order", 1, "2023-11-02", "education", next(ordered("o2")))],
    ),
    "a wider share of an order": (
        "reconciliation.cut_below",
        [
            *ordered(shares=((FULL_TIME, 72),)), cut("order", 144, 2, "2024-01-09"),
            line("order", "order", "published", "2024-01-10", "education", place="budget-portal", evidence="2"),
            *certified(on="2024-01-11"), *certified("c2", number="К-2", file="18", on="2024-01-11"),
            annulling("order", "order", 5, "2024-02-01"), annulling("order", "order", 4, "2024-02-01"),
        ],
    ),
    "the approval of an order": (
        "reconciliation.cut_below",
        [*ordered(), *certified(), annulling("order", "order", 3, "2024-02-01"),
         annulling("order", "order", 2, "2024-02-01")],
    ),
    "a report": (
        "reconciliation.report_agrees",
        [*town(), *contracted(), *fulfilled(), reported("2025-01-27"), annulling("order", "order", 4, "2025-01-28"),
         annulling("order", "order", 5, "2025-01-29")],
    ),
    "an entry that was excluded": (
        "reconciliation.record_once",
        [*included(), out("entry"), *included("e2", record="2", on="2023-11-02"),
         annulling("entry", "selection", 3, "2023-11-06")],
    ),
    "an entry": (
        "reconciliation.record_once",
        [*included(), *twice("entry", "selection", 2, "2023-11-01", "education",
                             *included("e2", record="2", on="2023-11-02"))],
    ),
    "the number of an entry": (
        "reconciliation.number_once",
        [*included(), *twice("entry", "selection", 2, "2023-11-01", "education",
                             *included("e2", inn=OTHER_PROVIDER, on="2023-11-02"))],
    ),
    "a legal entity": (
        "reconciliation.told_alike",
        [next(included()), *twice("entry", "selection", 1, "2023-10-17", "provider", otherwise(
            next(included("e2")), provider={"kind": "legal-entity", "inn": PROVIDER, "ogrn": "1234200000022"}))],
    ),
    "a licence": (
        "reconciliation.told_alike",
        [next(included()), *twice("entry", "selection", 1, "2023-10-17", "provider",
                                  next(included("e2", inn=OTHER_PROVIDER, licence={"number": "Л-1"})))],
    ),
    "a consumer": (
        "reconciliation.told_alike",
        [next(certified()), *twice("c1", "certificate", 1, "2024-01-11", "representative", otherwise(
            next(certified("c2")), recipient={"file": "17", "born": "2015-05-01"}))],
    ),
    "the number of an agreement": (
        "reconciliation.number_once",
        [*ordered(), *included(), next(agreed()),
         *twice("agreement", "agreement", 1, "2023-12-12", "education", next(agreed("a2")))],
    ),
    "an agreement with a provider without a licence": (
        "reconciliation.licence_runs",
        [*ordered(), *included(licence=LATE), *agreed(),
         *twice("agreement", "agreement", 3, "2024-01-12", "education")],
    ),
    "an act": (
        "reconciliation.of_contracts",
        [*town(), *contracted(), acted("А-1", "2024-03-01"),
         *twice("agreement", "agreement", 4, "2024-03-02", "education", acted("А-2", "2024-03-03"))],
    ),
    "an act of days out of the register": (
        "reconciliation.could_serve",
        [*town(), *contracted(), acted("А-1", "2024-03-01"),
         *twice("agreement", "agreement", 4, "2024-03-02", "education",
                annulling("entry", "selection", 2, "2024-03-03"))],
    ),
    "a contract that acts bear out": (
        "reconciliation.acts_covered",
        [*town(), *contracted(), acted("А-1", "2024-03-01"),
         annulling("k1", "contract", 2, "2024-03-02", "representative")],
    ),
    "the first contract, and an act of days before it": (
        "reconciliation.acts_covered",
        [*town(), decided(acted("А-0", "2024-01-31", "2024-01-09", "2024-01-31")), *contracted(),
         *twice("k1", "contract", 2, "2024-02-02", "representative")],
    ),
    "a claim": (
        "reconciliation.claim_served",
        [*town(), *contracted(), *LATER, claimed("2024-06-03"),
         *twice("agreement", "agreement", 4, "2024-06-04", "provider",
                annulling("k1", "contract", 2, "2024-06-05", "representative"), last="2024-06-06")],
    ),
    "a contract on whose days a claim is": (
        "reconciliation.claims_covered",
        [*town(), *contracted(), claimed("2024-06-03"),
         annulling("k1", "contract", 2, "2024-06-05", "representative")],
    ),
    "the first contract, and a claim of days before it": (
        "reconciliation.claims_covered",
        [*town(), decided(acted("А-0", "2024-01-30", "2024-01-09", "2024-01-30")),
         claimed("2024-01-31", "2024-01-09", "2024-01-31"), *contracted(),
         *twice("k1", "contract", 2, "2024-02-02", "representative")],
    ),
    "the end of an agreement, and a claim of days that were to come": (
        "reconciliation.claims_covered",
        [*town(), *contracted(), claimed("2024-03-20"), CLAIM_PAID, *LATER,
         line("agreement", "agreement", "completed", "2025-01-09", "education"),
         *twice("agreement", "agreement", 6, "2025-01-10", "education",
                annulling("k1", "contract", 2, "2025-01-13", "representative"), last="2025-01-14")],
    ),
    "a refusal because nothing is left": (
        "reconciliation.exhausted",
        [*ordered(shares=((FULL_TIME, 72),)), *certified(), *refused("c2", "2024-01-12"),
         *twice("c2", "certificate", 2, "2024-01-15", "education", gone("c1"))],
    ),
    "the number of a certificate": (
        "reconciliation.number_once",
        [*ordered(), *certified(), *twice("c1", "certificate", 3, "2024-01-12", "education",
                                          *certified("c2", file="18", on="2024-01-13"))],
    ),
    "a certificate that was annulled": (
        "reconciliation.certificates_once",
        [*ordered(), *certified(), gone("c1"), *certified("c2", number="К-2", on="2024-01-22"),
         annulling("c1", "certificate", 4, "2024-02-01")],
    ),
    "a certificate that a contract has used up": (
        "reconciliation.certificates_once",
        [*town(), *contracted(), *fulfilled(), *certified("c2", number="К-2", on="2024-06-03"),
         annulling("k1", "contract", 3, "2024-06-04", "provider")],
    ),
    "a certificate within the limit": (
        "reconciliation.within_limit",
        [*ordered(), *certified(), gone("c1"), *certified("c2", number="К-2", file="18", on="2024-01-22"),
         annulling("c1", "certificate", 4, "2024-02-01")],
    ),
    "a certificate within the share": (
        "reconciliation.of_share",
        [*ordered(shares=((FULL_TIME, 72),)), *certified(), gone("c1"),
         *certified("c2", number="К-2", file="18", on="2024-01-22"),
         annulling("c1", "certificate", 4, "2024-02-01")],
    ),
    "the number of a contract": (
        "reconciliation.number_once",
        [next(contracted()), *twice("k1", "contract", 1, "2024-02-02", "provider", next(contracted("k2")))],
    ),
    "a contract under a certificate of another book": (
        "reconciliation.of_certificate",
        [*ordered(), *included(), *agreed(), *contracted(handed=shown()), ending("k1", 10, "2024-02-20"),
         *contracted("k2", number="Д-2", amount=62, handed=shown("2024-03-01"), on="2024-03-01"),
         annulling("k1", "contract", 3, "2024-03-02", "provider")],
    ),
    "what was rendered after the provider left the register": (
        "reconciliation.rendered_without",
        [*town(), *contracted(), ending("k1", 20, "2024-03-28"),
         *twice("k1", "contract", 3, "2024-03-29", "provider", out("entry", "2024-03-01"))],
    ),
    "a contract with a provider without a licence": (
        "reconciliation.licence_runs",
        [*ordered(), *included(licence=LATE), *agreed(), *certified(), *contracted(),
         *twice("k1", "contract", 2, "2024-02-10", "representative")],
    ),
}  # fmt: skip
"""What holds again, by which rule it is refused, and the steps; the last of them is the annulment."""


@pytest.mark.parametrize("what", STORIES)
def test_an_annulment_is_judged_as_what_holds_again_by_it(what):
    rule, steps = STORIES[what]
    profile = TWO if rule == "reconciliation.within_limit" else PROFILE
    book = taking(steps[:-1], profile=profile)
    against = {one.rule for one in book.judge(steps[-1]).walk() if one.outcome is not Outcome.HOLDS}
    assert rule in against
    told = [one for one in audit(numbered(steps), profile) if one.line == len(steps)]
    assert rule in {one.rule for one in told}


def test_every_rule_of_many_cases_has_its_story():
    rules = {(steps[-1].lifecycle, rule.rpartition(".")[2]) for rule, steps in STORIES.values()}
    names = {"number_once": "judge", "certificates_once": "one_certificate", "record_once": "one_record",
             "within_limit": "within_limits"}  # fmt: skip
    assert "the first contract, and an act of days before it" in STORIES  # of acts_before, by the same rule
    assert "a licence" in STORIES  # of one_licence, by the same rule
    assert (
        "the first contract, and a claim of days before it" in STORIES
    )  # of claims_before, by the same rule
    assert ("agreement", "claims_covered") in rules  # of claims_over, by the same rule
    people = {"certificate": "one_consumer", "selection": "one_provider"}
    told = {
        (cycle, people[cycle] if rule == "told_alike" else names.get(rule, rule)) for cycle, rule in rules
    } | {("certificate", "one_contract")}
    told |= {("contract", "acts_before"), ("selection", "one_licence"), ("contract", "claims_before")}
    told |= {("agreement", "claims_over")}
    asked = {(cycle, one.judge.__name__) for cycle, questions in ASKED.items() for one in questions}
    assert asked <= told


def test_an_annulment_that_claims_no_more_is_asked_nothing():
    """Taking back what was wrong is never refused because something else is wrong still."""
    steps = [*ordered(shares=((FULL_TIME, 72),)), *certified(), cut("order", 36, 2, "2024-02-01")]
    found = [(one.line, one.rule) for one in audit(numbered(steps), PROFILE)]
    assert (len(steps), "reconciliation.cut_below") in found
    steps.append(annulling("order", "order", 4, "2024-02-02"))
    assert [one for one in audit(numbered(steps), PROFILE) if one.line == len(steps)] == []


# ─── Номер, который дело давало, книга знает ─────────────────────────────────────────────────────────────


def own(book, case, module, on):
    return module.extract(book.case(case), date.fromisoformat(on)).model_dump(mode="json")


SILENT = {
    "a certificate whose forming was annulled": (
        [*town()], "c1", certificate, [annulling("c1", "certificate", 3, "2024-01-20")],
        "certificate", "standing.formed",
    ),
    "a provider whose inclusion was annulled": (
        [*town()], "entry", selection, [annulling("entry", "selection", 2, "2024-01-20")],
        "provider", "standing.included",
    ),
    "an agreement whose conclusion was annulled": (
        [*town()], "agreement", agreement, [annulling("agreement", "agreement", 3, "2024-01-20")],
        "agreement", "standing.agreed",
    ),
    "an agreement whose every record was annulled": (
        [*town()], "agreement", agreement,
        [annulling("agreement", "agreement", 3 - at, "2024-01-20", by)
         for at, by in enumerate(("education", "provider", "education"))],
        "agreement", "standing.agreed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", SILENT)
def test_an_extract_is_not_believed_where_its_record_was_annulled(what):
    steps, case, module, undo, fact, rule = SILENT[what]
    handed = own(taking(steps), case, module, "2024-02-01")
    offered, concluded = contracted()
    event = concluded.event.model_copy(update={"certificate": None})
    read = type(event).model_validate({**event.model_dump(mode="json"), fact: handed})
    refers = {} if fact == "certificate" else {"refers_to": concluded.refers_to}
    last = line("k1", "contract", "concluded", "2024-02-01", "representative",
                **{key: one for key, one in read.model_dump(mode="json", exclude_none=True).items()
                   if key not in ("kind", "on", "by")}, **refers)  # fmt: skip
    assert {rule} <= refusal(taking(steps, undo), offered, last)
    told = {
        one.rule for one in audit(numbered([*steps, *undo, offered, last]), PROFILE) if one.history == "k1"
    }
    assert {rule, "reconciliation.extract_agrees"} <= told


@pytest.mark.parametrize("cancelled", [True, False])
def test_an_extract_of_an_order_that_is_not_approved_is_not_believed(cancelled):
    steps = [*ordered()]
    handed = {
        "as_of": "2024-01-10", "number": "2024/1", "year": 2024, "status": 1, "services": [FULL_TIME],
        "approved_on": "2023-12-01", "published_on": "2023-12-05",
    }  # fmt: skip
    if cancelled:
        steps.append(line("order", "order", "cancelled", "2024-01-09", "education", reason="бюджет"))
    else:
        steps = steps[:1]
    asked = [*steps, *certified(order=handed)]
    told = {one.rule for one in audit(numbered(asked), PROFILE) if one.line == len(asked)}
    assert {"standing.ordered", "reconciliation.extract_agrees"} <= told


def test_a_number_of_another_book_stays_a_matter_of_the_extract():
    handed = shown()
    steps = [*ordered(), *included(), *agreed(), *contracted(handed=handed)]
    assert list(audit(numbered(steps), PROFILE)) == []


def test_an_agreement_that_names_no_provider_is_in_force_all_the_same():
    """Nobody put an extract of the register before it, so it shows none; what is handed in is believed."""
    steps = [one for one in town() if one.history != "entry"]
    handed = {
        "as_of": "2024-02-01", "number": "С-1", "provider": PROVIDER, "services": [FULL_TIME],
        "mode": "provision", "concluded_on": "2023-12-13", "ends_on": "2024-12-31",
    }  # fmt: skip
    offered, concluded = contracted()
    event = {**concluded.event.model_dump(mode="json", exclude_none=True), "agreement": handed}
    last = line("k1", "contract", event.pop("kind"), event.pop("on"), event.pop("by"), **event,
                refers_to=concluded.refers_to)  # fmt: skip
    told = {one.rule for one in audit(numbered([*steps, offered, last]), PROFILE) if one.history == "k1"}
    assert not told & {"standing.agreed", "reconciliation.extract_agrees", "reconciliation.rests_on"}


def test_a_number_is_found_by_what_stands_alone():
    """An annulled record gives its number free: another case takes it, and the book finds that one."""
    undo = annulling("c1", "certificate", 3, "2024-01-12")
    book = taking(town(), [undo], certified("c2", file="18", on="2024-01-13"))
    assert book.shelf.found(number(By.CERTIFICATE, "К-1")) == ("c2",)
    assert taking_contract(book).case("c2").state == certificate.State.CONTRACTED


def taking_contract(book):
    for one in contracted():
        book = book.take(one)
    return book


# ─── Что держится на другом деле ─────────────────────────────────────────────────────────────────────────

END = date(2024, 6, 3)


def told_changed(services, on="2024-03-01"):
    told = {"kind": "legal-entity", "inn": PROVIDER, "ogrn": "1024200000000",
            "licence": {"number": "Л-1", "issued_on": "2019-09-02"}}  # fmt: skip
    return line("entry", "selection", "changed", on, "education", provider=told, services=services,
                reason="новые данные")  # fmt: skip


def prolonged(ends_on, on, number="С-1/1"):
    return line(
        "agreement", "agreement", "amended", on, "education", number=number,
        sums=[{"year": 2024, "roubles": "100000.00"}], ends_on=ends_on, reason="изменение",
        provider_signature="qualified", signature="qualified",
    )  # fmt: skip


BOTH = (FULL_TIME, TECHNICAL)
RESTING = {
    "an entry annulled": ([*town(), *contracted(), annulling("entry", "selection", 2, "2024-03-01")],
                          {("k1", "entry"), ("agreement", "entry")}),
    "an agreement annulled": ([*town(), *contracted(), annulling("agreement", "agreement", 3, "2024-03-01")],
                              {("k1", "agreement")}),
    "an order no longer published": ([*town(), *contracted(), annulling("order", "order", 3, "2024-03-01")],
                                     {("c1", "order"), ("agreement", "order")}),
    "an entry without the service": (
        [*ordered(), *included(services=BOTH), *agreed(), *certified(), *contracted(), told_changed([TECHNICAL])],
        {("k1", "entry"), ("agreement", "entry")}),
    "an agreement that ends before its contract": (
        [*town(), *contracted(), prolonged("2024-03-31", "2024-03-01")], {("k1", "agreement")}),
    "an agreement that ends as late as its contract": (
        [*town(), *contracted(), prolonged("2024-05-31", "2024-03-01")], set()),
    "an order that is amended and waits to be published": (
        [*town(), *contracted(), cut("order", 600, 2, "2024-03-01")], set()),
    "an entry annulled and another one included": (
        [*town(), *contracted(), annulling("entry", "selection", 2, "2024-03-01"),
         *included("e2", record="2", on="2024-03-04")], set()),
}  # fmt: skip


@pytest.mark.parametrize("what", RESTING)
def test_what_a_case_rests_on_is_asked_again_as_its_step_asked(what):
    steps, resting = RESTING[what]
    asked = Audit(PROFILE)
    for at, one in numbered(steps):
        list(asked.take(at, one))
    assert {(one.history.id, one.ground.id) for one in asked.book.dependants(END)} == resting
    told = {one.history for one in audit(numbered(steps), PROFILE, on=END) if one.rule.endswith("rests_on")}
    assert told == {case for case, _ in resting}


# ─── Один номер — у одного ───────────────────────────────────────────────────────────────────────────────


def test_a_record_of_the_register_is_of_one_provider():
    other = included("e2", inn=OTHER_PROVIDER)
    assert refusal(taking(included()), *other) == {"reconciliation.number_once"}
    assert refusal(taking(included(), [out("entry")]), *included("e2", on="2023-11-02")) == set()


def test_a_contract_that_has_ended_does_not_take_its_certificate_again():
    told = {"number": "Д-1", "provider": PROVIDER, "certificate": "К-1", "service": FULL_TIME,
            "volume": volume(72), "concluded_on": "2024-02-01"}  # fmt: skip
    over = {**told, "ended_on": "2024-03-01", "rendered": volume(10)}
    anew = {**told, "concluded_on": "2024-03-02", "volume": volume(62)}

    def step(kind, on, contract):
        return line("c1", "certificate", kind, on, "provider", contract={"as_of": on, **contract})

    book = taking(
        town(), [step("contracted", "2024-02-01", told), step("contract_ended", "2024-03-01", over)]
    )
    assert refusal(book, step("contracted", "2024-03-02", anew)) == {"reconciliation.number_once"}
    assert refusal(book, step("contracted", "2024-03-02", {**anew, "number": "Д-2"})) == set()


# ─── Кто занимает больше, того спрашивают ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "lifecycle", [one for one in LIFECYCLES if one.name in ASKED], ids=lambda one: one.name
)
@settings(max_examples=size(80, 2000))  # fmt: skip
@given(data=st.data())
def test_every_step_by_which_a_case_claims_more_is_asked(lifecycle, data):
    """A rule that is asked where a case begins to claim is asked too where it claims more."""
    questions = [one for one in ASKED[lifecycle.name] if one.takes is not None]
    before, *later = drawn(lifecycle, PROFILE, data, steps=8)
    for after in later:
        event, on = after.records[-1].event, after.records[-1].event.on
        for one in questions:
            grown = more(one.takes(before, on), one.takes(after, on))
            unasked = grown and not isinstance(event, (*one.steps, RecordAnnulled))
            assert not unasked, (one.judge.__name__, event.kind)
        before = after
