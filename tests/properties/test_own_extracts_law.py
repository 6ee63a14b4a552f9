"""The law of a case's own extract: what the library shows of a case on a day never differs from that case.

Lives in which every step that takes an extract is taken. At each such step the extract that the case itself gives
of the day is handed in, and so is one with any one of its facts changed; and numbers that several cases have.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from books import (
    FULL_TIME,
    IN_NAVIGATOR,
    OTHER_PROVIDER,
    PROFILE,
    TECHNICAL,
    agreed,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
    town,
    volume,
)
from pydantic import ValidationError

from law189.audit.bulk import audit
from law189.audit.causes.reasons import against
from law189.casebook.cycles import CYCLES
from law189.casebook.extracted import extract_of
from law189.casebook.line import LINE
from law189.casebook.shelf import MemoryShelf
from law189.casebook.shown.meant import ASKED, meant
from law189.casebook.taking import judged
from law189.measures import Volume
from law189.verdict import Outcome
from law189.workflows import contract

AGREES = "reconciliation.extract_agrees"
SEVERAL = "reconciliation.several_named"
YEAR = "reconciliation.order_of_year"


def changes(kind, on, **facts):
    told = {"document": IN_NAVIGATOR, "reason": "по соглашению сторон", **facts}
    return line("c1", "certificate", kind, on, "education", **told)


def life():
    """A life in which each step that takes an extract is taken, those recorded by the book itself told too."""
    yield from town()
    yield line("agreement", "agreement", "amended", "2024-01-15", "education", number="1", document=IN_NAVIGATOR,
               sums=[{"year": 2024, "roubles": "90000.00"}], ends_on="2024-12-31", reason="экономия",
               provider_signature="qualified", signature="qualified")  # fmt: skip
    yield from contracted(amount=30)
    yield linked("contracted", "2024-02-01", "k1")
    yield line("k1", "contract", "amended", "2024-02-10", "provider", document=IN_NAVIGATOR, volume=volume(40),
               ends_on="2024-05-31", rendered=volume(0), agreed_by="representative",
               refers_to={"certificate": "К-1", "agreement": "С-1", "provider": "1"})  # fmt: skip
    yield linked("contract_changed", "2024-02-10", "k1")
    yield changes("amended", "2024-02-12", nominal=volume(80), valid_until="2024-11-30")
    yield changes("renewed", "2024-02-13", valid_until="2024-12-31")
    yield from fulfilled(rendered=40, on="2024-04-30")
    yield linked("contract_ended", "2024-04-30", "k1")
    yield from contracted("k2", number="Д-2", amount=40, on="2024-05-06")
    yield from fulfilled("k2", rendered=40, on="2024-05-31")
    yield linked("used", "2024-05-31", "k2")
    yield from certified("c2", number="К-2", file="18")
    offered, _ = contracted("k3", number="Д-3", certificate="К-2", on="2024-05-20")
    yield offered
    yield line("k3", "contract", "declined", "2024-05-21", "representative",
               refers_to={"certificate": "К-2"})  # fmt: skip


def linked(kind, on, of):
    """The linked step of a contract, with the extract that its case on the shelf shows."""

    def made(shelf):
        extract = contract.extract(shelf.case(of), date.fromisoformat(on))
        return line("c1", "certificate", kind, on, "education", contract=extract.model_dump(mode="json"))

    return made


def lived():
    """Each step of the life, with the shelf before it."""
    shelf = MemoryShelf()
    for made in life():
        one = made(shelf) if callable(made) else made
        yield shelf, one
        shelf = shelf.with_cases(judged(shelf, one, PROFILE, happened=True).cases)


def handed_at():
    """Each step that takes an extract with the shelf before it, the fact, and what its case shows on the day."""
    for shelf, one in lived():
        history = shelf.case(one.history) or CYCLES[one.lifecycle].begin(one.history)
        for name, source in ASKED.get(type(one.event), ()):
            found = meant(shelf, source, one, name, history)
            extract = next((e for case in found.cases if (e := extract_of(source, case, one.event.on))), None)
            if extract is not None:
                yield shelf, one, name, extract


def told(shelf, one, name, extract):
    """What is said against the step with that extract handed in."""
    event = one.event.model_copy(update={name: extract})
    named = {key: value for key, value in one.refers_to.items() if key != name}
    step = one.model_copy(update={"event": event, "refers_to": named})
    return [*against(judged(shelf, step, PROFILE, happened=True).verdict)]


STEPS = list(handed_at())
NAMES = [f"{one.lifecycle}-{one.event.kind}-{name}" for _, one, name, _ in STEPS]


def other(value, field):
    """Another value of a fact of the same kind; None where there is none to give."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case date():
            return value - timedelta(1)
        case Volume():
            return Volume(amount=value.amount + Decimal(1), unit=value.unit)
        case str() if field == "provider":
            return "4205000023" if value != "4205000023" else OTHER_PROVIDER
        case str() if field == "service":
            return TECHNICAL
        case str():
            return f"{value}7"
        case tuple() if field in ("services", "taken"):
            return (*value, TECHNICAL)
        case _ if hasattr(value, "born"):
            return value.model_copy(update={"born": value.born - timedelta(1)})
        case _:
            return None


def test_every_kind_of_step_that_takes_an_extract_is_among_the_lives():
    assert {(type(one.event), name) for _, one, name, _ in STEPS} == {
        (event, name) for event, asked in ASKED.items() for name, _ in asked
    }


@pytest.mark.parametrize("step", STEPS, ids=NAMES)
def test_the_cases_own_extract_of_the_day_never_differs_from_the_book(step):
    assert [one.text.ru for one in told(*step) if one.rule == AGREES] == []


@pytest.mark.parametrize("step", STEPS, ids=NAMES)
def test_each_fact_changed_is_one_difference_or_a_refusal_of_the_extract(step):
    shelf, one, name, extract = step
    kind, tried = type(extract), 0
    for field in kind.model_fields:
        value = other(getattr(extract, field), field)
        if field in ("as_of", "number") or value is None:  # another number is of another case
            continue
        try:
            wrong = kind.model_validate({**extract.model_dump(), field: value})
        except ValidationError:
            continue
        found = [said for said in told(shelf, one, name, wrong) if said.rule == AGREES]
        assert len(found) == 1, (field, [said.text.ru for said in found])
        tried += 1
    assert tried > 2


def test_what_the_certificate_showed_before_its_contract_is_told_when_that_is_amended():
    shelf, one, name, extract = next(
        step for step in STEPS if step[2] == "certificate" and step[1].event.kind == "amended"
    )
    before = extract_of(ASKED[type(one.event)][0][1], shelf.case("c1"), date(2024, 1, 31))
    stale = before.model_copy(update={"as_of": extract.as_of})
    differs = [said.facts["fact"].en for said in told(shelf, one, name, stale) if said.rule == AGREES]
    assert differs == ["balance", "number of the contract", "services taken"]


# ─── Заказ другого года, и дела одного номера ────────────────────────────────────────────────────────────


def of_day(lines, moved):
    """The lines so many years later."""
    for one in lines:
        on = one.event.on.replace(year=one.event.on.year + moved)
        yield one.model_copy(update={"event": one.event.model_copy(update={"on": on})})


def formed(on, until, **more):
    *before, last = certified(on=on)
    event = last.event.model_copy(update={"valid_until": date.fromisoformat(until)})
    row = {**last.model_dump(mode="json", exclude={"event", "refers_to"}, exclude_none=True)}
    facts = {**event.model_dump(mode="json", exclude_none=True), **more}
    return [*before, LINE.validate_python({**row, **facts})]


def found(*lines):
    """The rules that speak against the last line."""
    numbered = list(enumerate(lines, start=1))
    said = [one for one in audit(numbered, PROFILE) if one.line == len(numbered)]
    return {one.rule: one for one in said}


def an_order(year, number="1", history="o"):
    return [*of_day(ordered(f"{history}{year}", number=number, year=year), year - 2024)]


def extract_of_order(year, number="1", said=None):
    shelf = MemoryShelf()
    for one in an_order(year, number):
        shelf = shelf.with_cases(judged(shelf, one, PROFILE, happened=True).cases)
    (case,) = shelf.cases()
    own = extract_of(ASKED[type(formed("2024-01-10", "2024-12-31")[-1].event)][0][1], case, date(year, 1, 10))
    return {**own.model_dump(mode="json", exclude_none=True), **({} if said is None else {"year": said})}


@pytest.mark.parametrize("said", [2025, 2026, 2027])
def test_a_slip_in_the_year_of_an_extract_is_a_difference_and_the_share_is_asked_of_the_order(said):
    handed = extract_of_order(2024, said=said)
    wrong = found(*an_order(2024), *formed("2024-01-10", "2024-12-31", order=handed, nominal=volume(601)))
    assert (wrong[AGREES].facts["handed"], wrong[AGREES].facts["held"]) == (said, 2024)
    assert "reconciliation.of_share" in wrong or "orders.within_line" in wrong


def test_an_order_of_a_year_that_the_book_has_not_is_told_and_never_passed_over():
    handed = extract_of_order(2025)
    wrong = found(*an_order(2024), *formed("2025-01-10", "2025-12-31", order=handed))
    assert (wrong[YEAR].facts["year"], wrong[YEAR].facts["held"]) == (2025, (2024,))
    assert YEAR not in found(
        *an_order(2024), *an_order(2025), *formed("2025-01-10", "2025-12-31", order=handed)
    )


@pytest.mark.parametrize(
    ("until", "outcome"), [("2024-12-31", Outcome.VOID), ("2025-01-01", None), ("2025-11-30", None)]
)
def test_a_certificate_that_ends_before_the_year_of_the_order_does_not_rest_on_it(until, outcome):
    wrong = found(*an_order(2025), *formed("2024-12-06", until, refers_to={"order": "1"}))
    assert outcome is (wrong["standing.order_year"].outcome if "standing.order_year" in wrong else None)


@pytest.mark.parametrize(
    ("on", "until", "rules"),
    [
        ("2024-12-17", "2024-12-31", set()),
        ("2025-01-10", "2025-12-31", set()),
        ("2024-12-17", "2025-12-16", {SEVERAL}),
    ],
)
def test_of_two_orders_of_one_number_the_one_of_the_year_is_meant_or_it_is_asked_which(on, until, rules):
    orders = (*an_order(2024), *an_order(2025))
    wrong = found(*orders, *formed(on, until, refers_to={"order": "1"}))
    assert set(wrong) & {SEVERAL, "standing.order_year"} == rules
    if rules:
        assert wrong[SEVERAL].facts["cases"] == ("o2024", "o2025")
        assert "2024" in wrong[SEVERAL].text.ru
        assert "2025" in wrong[SEVERAL].text.ru
        named = found(*orders, *formed(on, until, order=extract_of_order(2025)))
        assert not set(named) & {SEVERAL, AGREES, YEAR}


def test_of_two_agreements_of_one_number_the_one_of_the_provider_is_meant():
    other_entry = included("entry2", inn=OTHER_PROVIDER, record="2")
    twice = agreed("agreement2", number="С-1", record="2")
    *lines, last = (*town(), *other_entry, *twice, *contracted(inn=OTHER_PROVIDER))
    last = last.model_copy(update={"refers_to": {**last.refers_to, "agreement": "С-1"}})
    wrong = found(*lines, last)
    assert SEVERAL not in wrong
    assert not [one for one in wrong.values() if one.rule == "standing.agreed"]


def test_of_two_certificates_of_one_number_the_one_with_force_is_meant():
    """The number was given twice, the second time without force."""
    lines = (*town(), *certified("c2", number="К-1", file="18"), *contracted())
    assert SEVERAL not in found(*lines)


def test_an_entry_of_a_record_number_with_another_inn_differs_from_the_record():
    shelf, one, name, extract = next(step for step in STEPS if step[2] == "provider")
    wrong = told(shelf, one, name, extract.model_copy(update={"provider": OTHER_PROVIDER}))
    assert [(said.facts["handed"], said.facts["held"]) for said in wrong] == [
        (OTHER_PROVIDER, extract.provider)
    ]


def test_the_lives_are_right():
    assert [said.text.ru for said in audit(list(enumerate((one for _, one in lived()), 1)), PROFILE)] == []
    assert FULL_TIME != TECHNICAL
