"""The casebook: extracts of its own cases, linked steps, and what only many cases show."""

import pickle
from datetime import date
from decimal import Decimal

import pytest
from books import (
    FULL_TIME,
    OTHER_PROVIDER,
    PROFILE,
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
from hypothesis import given
from hypothesis import strategies as st

from law189 import Decision, certificate, contract, load_profile
from law189.audit.bulk import audit
from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.taking import OfAnother
from law189.errors import Conflict, Refused
from law189.verdict import Outcome

ON = date(2024, 2, 1)


# ─── Extracts and linked steps ───────────────────────────────────────────────────────────────────────────


def test_the_book_puts_its_own_extracts_before_a_contract():
    book = taking(town(), contracted())
    event = book.case("k1").the(contract.Concluded)
    assert (event.certificate.number, event.provider.record, event.agreement.number) == ("К-1", "1", "С-1")
    assert {one.as_of for one in (event.certificate, event.provider, event.agreement)} == {ON}


def test_a_contract_takes_its_part_of_the_certificate_and_gives_the_rest_back():
    book = taking(town(), contracted(amount=72))
    assert book.case("c1").state == "contracted"
    assert certificate.balance(book.case("c1")).amount == 0
    ended = taking(town(), contracted(amount=72), fulfilled(rendered=50))
    assert ended.case("c1").state == "formed"
    assert certificate.balance(ended.case("c1")).amount == 22
    used = taking(town(), contracted(amount=72), fulfilled(rendered=72))
    assert used.case("c1").state == "used"


def amended(volume_to, on="2024-03-01", rendered=0, ends_on="2024-05-31"):
    facts = {"volume": volume(volume_to), "ends_on": ends_on, "rendered": volume(rendered)}
    both = {"agreed_by": "provider", "document": {"form": "electronic", "system": "navigator"}}
    return line("k1", "contract", "amended", on, "representative", **facts, **both)


def test_a_decided_contract_and_its_linked_step_load_again():
    profile = load_profile("kemerovo")  # no act is adopted: an office decides every step
    book = Casebook(profile)
    for one in [*town(), *contracted(), *fulfilled(rendered=50)]:
        decision = Decision(by="глава города", on=one.event.on, reason="до принятия актов")
        book = book.take(one.model_copy(update={"decision": decision}))
    for case in book.cases():
        cycle = CYCLES[case.lifecycle]
        assert cycle.dump(cycle.load(cycle.dump(case))) == cycle.dump(case)
    assert book.case("c1").state == "formed"


def test_an_amended_contract_holds_what_it_gives_now():
    book = taking(town(), contracted(amount=40))
    book = book.take(amended(60))
    assert certificate.balance(book.case("c1")).amount == 12
    assert refusal(taking(town(), contracted(amount=40)), amended(73)) != set()
    ended = taking_more(book, fulfilled(rendered=55))
    assert certificate.balance(ended.case("c1")).amount == 17


def test_an_amended_certificate_takes_of_the_share_what_it_gives_more():
    def changed_to(nominal):
        facts = {"nominal": volume(nominal), "valid_until": "2024-12-31", "reason": "перерасчёт"}
        own = {"document": {"form": "electronic", "system": "navigator"}, **facts}
        return line("c1", "certificate", "amended", "2024-03-01", "education", **own)

    book = taking(ordered(shares=((FULL_TIME, 100),)), certified(nominal=72))
    assert refusal(book, changed_to(101)) == {"orders.within_line"}  # of the whole share, told once
    assert refusal(book, changed_to(100)) == set()
    after = taking_more(book, [changed_to(60)])
    assert refusal(after, *certified("c2", number="К-2", file="18", nominal=41, on="2024-03-02")) == {
        "reconciliation.of_share"
    }
    assert refusal(after, *certified("c2", number="К-2", file="18", nominal=40, on="2024-03-02")) == set()


def test_a_linked_step_that_a_file_tells_again_is_one_step():
    book = taking(town(), contracted())
    extract = contract.extract(book.case("k1"), ON).model_dump(mode="json")
    again = line("c1", "certificate", "contracted", "2024-02-01", "provider", contract=extract)
    assert book.judge(again).rule == "reconciliation.already_taken"
    assert book.take(again) == book


def test_an_annulled_end_of_a_contract_takes_the_linked_record_with_it():
    book = taking(town(), contracted(), fulfilled(rendered=50))
    wrong = line(
        "k1",
        "contract",
        "record_annulled",
        "2024-05-31",
        "provider",
        record=3,
        reason="часы другого договора",
    )
    book = book.take(wrong)
    assert (book.case("k1").state, book.case("c1").state) == ("concluded", "contracted")
    assert certificate.balance(book.case("c1")).amount == 0


def test_a_refused_step_leaves_the_book_as_it_was():
    book = taking(town())
    paper = line("c9", "certificate", "applied_for", "2024-01-10", "provider", **APPLICATION)
    with pytest.raises(Refused):
        book.take(paper)
    assert book == taking(town())
    assert book.case("c1").version == 3


APPLICATION = {
    "recipient": {"file": "9", "born": "2014-05-01"},
    "services": [FULL_TIME],
    "asks": ["enrolment", "certificate"],
}


def test_a_version_that_is_not_the_expected_one_is_a_conflict_that_names_the_case():
    book = taking(town())
    late = line("k1", "contract", "declined", "2024-02-01", "provider", expected_version=4)
    with pytest.raises(Conflict) as caught:
        book.take(late)
    assert (caught.value.expected, caught.value.found, caught.value.history) == (4, 0, "k1")
    assert "k1" in caught.value.told("ru")


def test_an_id_of_another_lifecycle_is_refused_in_words():
    book = taking(town())
    with pytest.raises(OfAnother) as caught:
        book.take(line("c1", "order", "closed", "2024-02-01", "education"))
    assert "дайте другой номер дела" in caught.value.words.ru


def test_a_book_pickles_and_comes_back_equal():
    book = taking(town(), contracted())
    again = pickle.loads(pickle.dumps(book))  # noqa: S301  # our own bytes
    assert again == book
    assert again.take(next(fulfilled())) == book.take(next(fulfilled()))


def test_the_duties_of_all_cases_are_told_with_their_cases():
    book = taking(town(), contracted())
    found = {(case, duty.kind) for case, duty in book.due(date(2024, 6, 3))}
    assert ("k1", "fulfilled") in found
    assert ("order", "report_formed") in found


def test_an_option_does_not_ask_for_what_the_book_holds():
    def asked(book, case, kind):
        [option] = [one for one in book.options(case, ON) if one.kind == kind]
        return {fact.name for fact in option.needs}

    offered = taking(town(), [next(contracted())])
    assert {"provider", "agreement"}.isdisjoint(asked(offered, "k1", "concluded"))
    assert "certificate" in asked(offered, "k1", "concluded")  # nobody has named it yet
    alone = taking([next(contracted())])
    assert {"provider", "agreement", "certificate"} <= asked(alone, "k1", "concluded")


# ─── What the book refuses ───────────────────────────────────────────────────────────────────────────────


def test_a_second_live_certificate_of_a_child_for_a_service():
    assert refusal(taking(town()), *certified("c2", number="К-2")) == {"reconciliation.certificates_once"}
    assert refusal(taking(town()), *certified("c2", number="К-2", file="18")) == set()


def test_a_second_certificate_after_the_first_is_annulled_or_past():
    annulled = line(
        "c1", "certificate", "annulled", "2024-01-11", "education", reason="ошибка", ground="own-request"
    )
    assert refusal(taking(town(), [annulled]), *certified("c2", number="К-2", on="2024-01-12")) == set()


def test_an_act_may_allow_more_certificates():
    profile = with_parameters({"certificates": 2})
    assert refusal(taking(town(), profile=profile), *certified("c2", number="К-2")) == set()
    two = taking(town(), certified("c2", number="К-2"), profile=profile)
    assert refusal(two, *certified("c3", number="К-3")) == {"reconciliation.certificates_once"}


def test_certificates_beyond_the_share_of_the_order():
    eight = [one for n in range(8) for one in certified(f"c{n}", number=f"К-{n}", file=str(n))]
    book = taking(ordered(), eight)
    assert refusal(book, *certified("c8", number="К-8", file="8")) == {"reconciliation.of_share"}
    assert refusal(book, *certified("c8", number="К-8", file="8", nominal=24)) == set()


def test_what_an_annulled_certificate_held_is_free_again():
    book = taking(ordered(shares=((FULL_TIME, 72),)), certified())
    other = [*certified("c2", number="К-2", file="18", on="2024-01-12")]
    assert refusal(book, *other) == {"reconciliation.of_share"}
    book = book.take(
        line(
            "c1", "certificate", "annulled", "2024-01-11", "education", reason="ошибка", ground="own-request"
        )
    )
    assert refusal(book, *other) == set()


def test_an_order_cut_below_what_is_certified():
    def cut(to):
        parts = [{"way": "municipal-task", "amount": 400}, {"way": "certificate", "amount": to}]
        rows = [{"service": FULL_TIME, "unit": "person-hours", "total": 400 + to, "parts": parts}]
        facts = {"status": 2, "lines": rows, "reason": "бюджет", "enabling_act": "решение № 8"}
        on = {"document": {"form": "paper"}, **facts}
        return line("order", "order", "amended", "2024-03-01", "education", **on)

    book = taking(town())
    assert refusal(book, cut(71)) == {"reconciliation.cut_below"}
    assert refusal(book, cut(72)) == set()


def test_acts_of_an_agreement_bear_out_no_more_than_its_contracts_give():
    def act(number, since, until, amount, on):
        rendered = [{"service": FULL_TIME, "unit": "person-hours", "amount": amount}]
        facts = {"number": number, "since": since, "until": until, "rendered": rendered}
        return line("agreement", "agreement", "act_drawn", on, "provider", **facts)

    book = taking(town(), contracted(amount=72), [act("1", "2024-02-01", "2024-02-29", 40, "2024-03-01")])
    assert refusal(book, act("2", "2024-03-01", "2024-03-31", 33, "2024-04-01")) == {
        "reconciliation.of_contracts"
    }
    assert refusal(book, act("2", "2024-03-01", "2024-03-31", 32, "2024-04-01")) == set()
    book = taking_more(book, fulfilled(rendered=60, on="2024-03-15"))
    late = act("2", "2024-03-01", "2024-03-31", 21, "2024-04-01")
    assert refusal(book, late) == {"reconciliation.of_contracts"}


def beyond(book, step):
    """What is said of acts where a contract gives less after them."""
    found = [one for one in book.judge(step).walk() if one.rule == "reconciliation.acts_covered"]
    return [(one.outcome, one.facts["given"], one.facts["acted"]) for one in found]


def test_a_contract_that_gives_less_is_asked_of_the_acts_before_it():
    rendered = [{"service": FULL_TIME, "unit": "person-hours", "amount": 40}]
    facts = {"number": "1", "since": "2024-02-01", "until": "2024-02-29", "rendered": rendered}
    book = taking(
        town(), contracted(), [line("agreement", "agreement", "act_drawn", "2024-03-01", "provider", **facts)]
    )

    def ended(much):
        told = {"because": "переезд", "rendered": volume(much)}
        return line("k1", "contract", "terminated", "2024-03-05", "provider", **told)

    wronged = line(
        "k1",
        "contract",
        "record_annulled",
        "2024-03-06",
        "representative",
        record=2,
        reason="ошибка в записи",
    )
    assert beyond(book, ended(40)) == beyond(book, amended(40, rendered=40)) == [(Outcome.HOLDS, 40, 40)]
    assert beyond(book, ended(39)) == [(Outcome.BREACH, 39, 40)]
    assert beyond(book, amended(39, rendered=39)) == [(Outcome.BREACH, 39, 40)]
    assert beyond(book, amended(72, rendered=39)) == [(Outcome.BREACH, 39, 40)]
    assert beyond(book, wronged) == [(Outcome.BREACH, 0, 40)]
    more = taking_more(
        book, certified("c2", number="К-2", file="18"), contracted("k2", number="Д-2", certificate="К-2")
    )
    assert beyond(more, ended(0)) == [(Outcome.HOLDS, 72, 40)]


def test_a_contract_that_ends_early_is_asked_of_the_acts_of_days_after_it():
    """The act was drawn while the contract ran, and its end is recorded late: in those days nobody rendered it."""
    rendered = [{"service": FULL_TIME, "unit": "person-hours", "amount": 10}]
    facts = {"number": "4", "since": "2024-04-01", "until": "2024-04-30", "rendered": rendered}
    april = line("agreement", "agreement", "act_drawn", "2024-05-02", "provider", **facts)
    other = [*certified("c2", number="К-2", file="18"), *contracted("k2", number="Д-2", certificate="К-2")]
    book, less = taking(town(), contracted(), [april]), [(Outcome.BREACH, 0, 10)]
    (early,), (all_early,), (in_april,) = (
        [*fulfilled(rendered=40, on="2024-03-05")],
        [*fulfilled(rendered=72, on="2024-03-05")],
        [*fulfilled(rendered=40, on="2024-04-01")],
    )
    assert beyond(book, early) == beyond(book, all_early) == less
    assert beyond(book, in_april) == [(Outcome.HOLDS, 40, 10)]
    assert beyond(book, amended(72, ends_on="2024-03-29")) == less
    assert beyond(book, amended(72, ends_on="2024-04-01")) == []
    (told,) = [one for one in book.judge(early).walk() if one.rule == "reconciliation.acts_covered"]
    assert (told.facts["since"], told.facts["until"]) == (date(2024, 4, 1), date(2024, 4, 30))
    ((outcome, _, acted),) = beyond(taking(town(), contracted(), other, [april]), early)
    assert (outcome, acted) == (Outcome.HOLDS, 10)
    few = [
        *certified("c2", number="К-2", file="18"),
        *contracted("k2", number="Д-2", certificate="К-2", amount=8),
    ]
    assert beyond(taking(town(), contracted(), few, [april]), early) == [(Outcome.BREACH, 8, 10)]


LIKE = [
    ("order", "2023/1", "2024/1 (социальный заказ: размещён)"),
    ("order", "2042/1", "2024/1 (социальный заказ: размещён)"),
    ("order", "2024", "2024/1 (социальный заказ: размещён)"),
    ("order", "2025/11", None),
    ("provider", "01", "1 (отбор исполнителей: исполнитель в реестре)"),
    ("provider", "4205 000 009", "1 (отбор исполнителей: исполнитель в реестре)"),
    ("provider", "2", None),
    ("agreement", "C-1", "С-1 (соглашение: соглашение действует)"),
    ("agreement", "С1", "С-1 (соглашение: соглашение действует)"),
    ("agreement", "договор", None),
    ("certificate", "K-1", "К-1 (социальный сертификат: сертификат сформирован)"),
    ("certificate", "К-2", None),
]


@pytest.mark.parametrize(("fact", "named", "like"), LIKE)
def test_a_number_that_no_case_has_is_told_with_the_case_that_is_like_it_and_what_to_do(fact, named, like):
    """One sign off, in letters of another alphabet, or the year or the INN in its place."""
    forming, concluding = [*certified("c2", number="К-9", file="18")], [*contracted()]
    before, step = (forming[:-1], forming[-1]) if fact == "order" else (concluding[:1], concluding[1])
    book = taking(town(), before)
    verdict = book.judge(step.model_copy(update={"refers_to": {fact: named}}))
    told = [one for one in verdict.walk() if one.rule == "reconciliation.case_named"]
    (told,) = [one for one in told if one.facts["fact"] == fact]
    assert told.outcome is Outcome.UNKNOWN
    assert [ask.path for ask in told.asks] == [f"event.{fact}"]
    near = "" if like is None else f"; похожее дело есть: {like}"
    assert f"дела с этим номером нет{near}; исправьте номер, внесите дело" in told.text.ru
    assert ("a case like it is there" in told.text.en) is (like is not None)
    assert "record the case up to the step that is needed, or add: " in told.text.en


def test_an_order_is_not_cancelled_while_certificates_stand_on_it():
    cancelled = line("order", "order", "cancelled", "2024-03-01", "education", reason="бюджет", begun=False)
    assert "reconciliation.cut_below" in refusal(taking(town()), cancelled)
    assert "reconciliation.cut_below" not in refusal(taking(ordered()), cancelled)


def test_the_limits_of_an_act_count_the_certificates_of_a_period():
    limits = [{"since": "2024-01-01", "until": "2024-12-31", "certificates": 2, "volume": volume(150)}]
    profile = with_parameters({"limits": limits})
    book = taking(town(), profile=profile)
    assert refusal(book, *certified("c2", number="К-2", file="2", nominal=79)) == {
        "reconciliation.within_limit"
    }
    book = taking(town(), certified("c2", number="К-2", file="2", nominal=78), profile=profile)
    assert refusal(book, *certified("c3", number="К-3", file="3", nominal=1)) == {
        "reconciliation.within_limit"
    }


@pytest.mark.parametrize(
    ("ends", "ru", "en"),
    [
        (
            {"since": "2024-01-01", "until": "2024-12-31"},
            "срок с 01.01.2024 по 31.12.2024",
            "the term from 2024-01-01 to 2024-12-31",
        ),
        ({"since": "2024-01-01"}, "срок с 01.01.2024", "the term from 2024-01-01"),
        ({"until": "2024-12-31"}, "срок по 31.12.2024", "the term to 2024-12-31"),
        ({}, "срок без границ", "the term without ends"),
    ],
)
def test_the_term_of_a_limit_is_told_by_the_ends_that_it_has_in_both_languages(ends, ru, en):
    profile = with_parameters({"limits": [{**ends, "certificates": 1}]})
    with pytest.raises(Refused) as refused:
        taking(town(), certified("c2", number="К-2", file="2", nominal=1), profile=profile)
    told = {lang: refused.value.told(lang) for lang in ("ru", "en")}
    assert ru in told["ru"]
    assert en in told["en"]
    assert (" по 31" in told["ru"], " to 2024" in told["en"]) == ("until" in ends,) * 2
    assert (" с 01" in told["ru"], " from 2024" in told["en"]) == ("since" in ends,) * 2


def test_one_balance_is_not_spent_by_two_contracts():
    book = taking(
        town(), included("entry2", inn=OTHER_PROVIDER, record="2"), agreed("a2", number="С-2", record="2")
    )
    book = taking_more(book, contracted())
    second = contracted("k2", number="Д-2", inn=OTHER_PROVIDER)
    assert refusal(book, *second) == {"standing.formed"}


def taking_more(book, *groups):
    for group in groups:
        for one in group:
            book = book.take(one)
    return book


def test_a_certificate_known_by_extracts_alone_is_not_spent_twice():
    shown = {
        "as_of": "2024-02-01",
        "number": "К-7",
        "recipient": {"file": "17", "born": "2014-05-01"},
        "services": [FULL_TIME],
        "nominal": volume(72),
        "balance": volume(72),
        "formed_on": "2024-01-12",
        "valid_until": "2024-12-31",
    }
    first = contracted(amount=40, certificate="К-7", handed=shown)
    second = contracted("k2", number="Д-2", amount=40, certificate="К-7", handed=shown)
    assert refusal(taking(town()), *first, *second) == {"reconciliation.of_certificate"}


def test_a_provider_is_included_once_for_a_service():
    book = taking(included())
    assert refusal(book, *included("entry2", record="2")) == {"reconciliation.record_once"}
    assert refusal(book, *included("entry2", record="2", services=(TECHNICAL,))) == set()


@pytest.mark.parametrize(
    "second",
    [
        [*certified("c2", number="к-1", file="2")],
        [*contracted("k2", number="№ Д-1")][:1],
        [*agreed("a2")][:1],
        [*ordered("order2")][:1],
    ],
    ids=["certificate", "contract", "agreement", "order"],
)
def test_a_number_is_used_once(second):
    book = taking(town(), contracted())
    assert refusal(book, *second) == {"reconciliation.number_once"}


def test_the_number_of_a_case_that_came_to_nothing_is_free():
    declined = line("k1", "contract", "declined", "2024-02-01", "provider")
    book = taking(town(), [*contracted()][:1], [declined])
    assert refusal(book, *contracted("k2")) == set()
    assert refusal(book, *ordered("order2", year=2025)) == set()


def test_a_licence_that_has_ended_lets_no_contract_be_concluded():
    book = taking(ordered(), included(licence={"ends_on": "2024-01-31"}), agreed(), certified())
    assert refusal(book, *contracted()) == {"reconciliation.licence_runs"}
    assert refusal(book, *contracted(on="2024-01-31")) == set()


def test_an_extract_that_differs_from_its_case_is_told_and_the_step_is_judged_on_the_case():
    book = taking(town())
    own = certificate.extract(book.case("c1"), ON)
    wrong = own.model_copy(update={"valid_until": date(2024, 11, 30)})
    *_, concluded = contracted()
    handed = concluded.model_copy(
        update={"event": concluded.event.model_copy(update={"certificate": wrong}), "refers_to": {}}
    )
    book = book.take(next(contracted()))
    verdict = book.judge(handed)
    told = [part for part in verdict.walk() if part.rule == "reconciliation.extract_agrees"]
    assert [(part.facts["handed"], part.facts["held"]) for part in told] == [
        (date(2024, 11, 30), date(2024, 12, 31))
    ]
    assert verdict.outcome is Outcome.BREACH
    assert book.take(handed).case("k1").the(contract.Concluded).certificate.valid_until == date(2024, 12, 31)


def test_an_extract_of_the_morning_is_no_lie_in_the_evening():
    book = taking(town(), certified("c2", number="К-2", file="18"))
    morning = certificate.extract(book.case("c1"), ON)
    book = taking_more(book, contracted(amount=30), fulfilled(rendered=30, on="2024-02-01"))
    offered, concluded = contracted("k2", number="Д-2", amount=10)
    handed = concluded.model_copy(
        update={"event": concluded.event.model_copy(update={"certificate": morning}), "refers_to": {}}
    )
    assert book.take(offered).judge(handed).outcome is Outcome.HOLDS


def test_a_refusal_is_one_finding_whatever_number_of_orders_and_services():
    both = (FULL_TIME, TECHNICAL)
    nine = [(one, 9) for one in both]
    steps = [
        *(one for n in (1, 2, 3) for one in ordered(f"o{n}", number=f"2024/{n}", shares=nine)),
        next(certified(services=both)),
        line("c1", "certificate", "recipient_refused", "2024-01-11", "education", ground="limit-exhausted",
             because="объём исчерпан"),
    ]  # fmt: skip
    found = audit(enumerate(steps, start=1), PROFILE)
    (told,) = (one for one in found if one.rule == "reconciliation.exhausted")
    assert [one.ru for one in told.facts["left"]] == [
        f"услуга {service} (человеко-часов): 27 из 27" for service in both
    ]
    assert [one.ru for one in told.facts["orders"]] == ["№ 2024/1", "№ 2024/2", "№ 2024/3"]
    assert [one.en for one in told.facts["orders"]] == ["No 2024/1", "No 2024/2", "No 2024/3"]


def test_a_refusal_because_the_volume_is_exhausted_is_borne_out_by_the_ledger():
    steps = [*certified("c2", number="К-2", file="18")]
    refused = line(
        "c2",
        "certificate",
        "recipient_refused",
        "2024-01-10",
        "education",
        ground="limit-exhausted",
        because="объём исчерпан",
    )
    full = taking(ordered(shares=((FULL_TIME, 72),)), certified())
    free = taking(ordered(shares=((FULL_TIME, 73),)), certified())
    assert "reconciliation.exhausted" not in refusal(full, steps[0], refused)
    assert "reconciliation.exhausted" in refusal(free, steps[0], refused)


def test_a_certificate_of_several_services_names_the_line_that_pays():
    profile = with_parameters({"certificates": 1})
    book = Casebook(profile)
    shares = ((FULL_TIME, 600), (TECHNICAL, 600))
    for one in ordered(shares=shares):
        book = book.take(one)
    *_, formed = [*certified(services=(FULL_TIME, TECHNICAL))]
    found = book
    for one in [*certified(services=(FULL_TIME, TECHNICAL))][:-1]:
        found = found.take(one)
    assert "reconciliation.line_named" in {part.rule for part in found.judge(formed).walk()}


def test_a_report_that_does_not_tell_the_ways_apart_is_for_a_person_to_confirm():
    book = taking(town(), contracted(), fulfilled(rendered=50))

    def reported(amount):
        achieved = [{"service": FULL_TIME, "unit": "person-hours", "amount": amount}]
        return line(
            "order",
            "order",
            "report_formed",
            "2025-01-27",
            "education",
            achieved=achieved,
            document={"form": "paper"},
        )

    def told(amount):
        found = [
            one for one in book.judge(reported(amount)).walk() if one.rule == "reconciliation.report_agrees"
        ]
        return [(one.outcome, one.facts["rendered"]) for one in found]

    assert told(49) == [(Outcome.BREACH, Decimal(50))]
    assert told(50) == [(Outcome.UNKNOWN, Decimal(50))]
    assert told(450) == [(Outcome.UNKNOWN, Decimal(50))]
    assert told(451) == [(Outcome.BREACH, Decimal(50))]


@given(rendered=st.sampled_from((0, 50)), certified=st.integers(0, 72), task=st.integers(0, 72))
def test_a_report_that_tells_the_ways_apart_is_true_or_not_and_never_for_a_person_to_say(
    rendered, certified, task
):
    end = line(
        "k1", "contract", "terminated", "2024-05-30", "provider", because="переезд", rendered=volume(rendered)
    )
    book = taking(town(), contracted(), [end])
    ways = {"certificate": certified, "municipal-task": task}
    for parts in (ways, {"municipal-task": task}):
        told = {
            "service": FULL_TIME,
            "unit": "person-hours",
            "amount": sum(parts.values()),
            "parts": [{"way": way, "amount": amount} for way, amount in parts.items()],
        }
        step = line(
            "order", "order", "report_formed", "2025-01-27", "education", achieved=[told],
            document={"form": "paper"},
        )  # fmt: skip
        (found,) = (one for one in book.judge(step).walk() if one.rule == "reconciliation.report_agrees")
        assert found.outcome is (Outcome.HOLDS if parts.get("certificate", 0) == rendered else Outcome.BREACH)


# ─── What rests on what is gone ──────────────────────────────────────────────────────────────────────────


def resting(book, on=date(2024, 6, 3)):
    return {(one.history.id, one.ground.id) for one in book.dependants(on)}


def test_a_contract_rests_on_its_entry_its_agreement_and_its_certificate():
    book = taking(town(), contracted())
    assert resting(book) == set()
    out = line(
        "entry", "selection", "excluded", "2024-04-10", "education", ground="own-request", because="заявление"
    )
    ended = line(
        "agreement",
        "agreement",
        "terminated",
        "2024-04-10",
        "education",
        ground="решение",
        because="нарушение",
    )
    assert resting(book.take(out)) == {("k1", "entry"), ("agreement", "entry")}
    assert resting(book.take(out), date(2024, 4, 9)) == set()
    assert resting(book.take(ended)) == {("k1", "agreement")}
    assert resting(taking_more(book.take(out), map(decided, fulfilled()))) == {("agreement", "entry")}


def test_another_entry_of_the_provider_serves_as_well():
    book = taking(town(), contracted())
    out = line(
        "entry", "selection", "excluded", "2024-04-10", "education", ground="own-request", because="заявление"
    )
    book = taking_more(book.take(out), included("entry2", record="2", on="2024-04-11"))
    assert resting(book) == set()


def test_an_entry_rests_on_the_licence():
    book = taking(included(licence={"ends_on": "2024-01-31"}))
    assert resting(book, date(2024, 1, 31)) == set()
    assert resting(book, date(2024, 2, 1)) == {("entry", "entry")}


def test_a_certificate_rests_on_the_order_that_has_its_service():
    other = [
        {
            "service": TECHNICAL,
            "unit": "person-hours",
            "total": 100,
            "parts": [{"way": "certificate", "amount": 100}],
        }
    ]
    cut = line(
        "order",
        "order",
        "amended",
        "2024-03-01",
        "education",
        status=2,
        lines=other,
        reason="бюджет",
        enabling_act="решение № 8",
        document={"form": "paper"},
    )
    steps = [*town()]
    book = taking(steps)
    assert resting(book) == set()
    assert refusal(book, cut) == {
        "reconciliation.cut_below"
    }  # told before; what happened anyway is for the audit
