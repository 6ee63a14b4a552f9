"""What the facts of steps say of themselves, and the form that can be made of it."""

from datetime import date, timedelta
from itertools import chain, product, repeat

import pytest
from cases_at_hand import FORMED_CERTIFICATE, KEMEROVO, named, taking

from law189.cases.fact import Shape, described, facts_of, needs
from law189.cases.history import RecordAnnulled
from law189.cases.lifecycle import Lifecycle, Moment
from law189.law import Source
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES, agreement, certificate, meeting, order


def entries():
    """Every event, and every entry that stands in one."""
    found = {clause.event: None for cycle in LIFECYCLES for clause in cycle.clauses}
    found[RecordAnnulled] = None
    for entry in (waiting := list(found)):
        for _, _, inner in described(entry):
            if inner is not None and inner not in found:
                found[inner] = None
                waiting.append(inner)
    return list(found)


@pytest.mark.parametrize("entry", entries(), ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_every_fact_has_words_and_one_sentence_of_help_in_both_languages(entry):
    for name, fact, _ in described(entry):
        for words in (fact.title.ru, fact.title.en, fact.help.ru, fact.help.en):
            assert words.strip(), name
        assert any("а" <= sign <= "я" for sign in fact.title.ru.lower()) or fact.title.ru == "ИНН", name
        assert fact.help.ru.endswith("."), name
        assert fact.help.en.endswith("."), name
        assert fact.title.ru != name, name


def test_the_schema_of_an_event_has_the_words_of_its_fields():
    schema = certificate.Formed.model_json_schema()["properties"]["number"]
    assert schema["title"] == "номер сертификата"
    assert schema["x-law189"]["title"]["en"] == "number of the certificate"
    assert schema["examples"] == ["100500"]


def test_a_fact_of_a_list_that_an_act_sets_has_the_entries_of_the_act_in_force():
    history = taking(certificate.lifecycle, "1")(FORMED_CERTIFICATE[0])
    option = {one.kind: one for one in certificate.lifecycle.options(history, KEMEROVO, date(2024, 1, 12))}
    ground = next(fact for fact in option["recipient_refused"].needs if fact.name == "ground")
    assert [choice.value for choice in ground.choices] == ["no-right", "limit-exhausted"]
    before = certificate.lifecycle.options(history, KEMEROVO, date(2023, 9, 23))
    ground = next(
        f for one in before if one.kind == "recipient_refused" for f in one.needs if f.name == "ground"
    )
    assert ground.choices == ()


def test_who_may_act_and_which_system_forms_the_document_are_the_choices_of_a_step():
    option = certificate.lifecycle.options(certificate.lifecycle.begin("1"), KEMEROVO, date(2024, 1, 9))[0]
    by, document = (next(fact for fact in option.needs if fact.name == name) for name in ("by", "document"))
    assert [choice.value for choice in by.choices] == ["consumer", "representative"]
    system = next(field for field in document.fields if field.name == "system")
    asked = KEMEROVO.latest.form_of(option.document)
    assert [choice.value for choice in system.choices] == [one.id for one in asked.systems]


def test_without_a_moment_only_what_is_always_needed_is_needed():
    assert "enabling_act" not in named(needs(order.Approved, None))
    assert "enabling_act" not in named(needs(order.Amended, None))
    assert named(facts_of(order.Closed)) == ("on", "by", "local")


PRESENT = ("chair", "deputy", "member-1", "member-2", "member-3")


def test_a_value_for_each_tells_for_whom_and_which():
    """Votes are given by seat: the seats are the choices, and the votes what is given for each."""
    history = taking(meeting.lifecycle, "1")(
        meeting.Convened(on="2023-09-29", by="chair", held_on="2023-10-02"),
        meeting.Opened(
            on="2023-10-02", by="chair", present=("chair", "deputy", *(f"member-{n}" for n in (1, 2, 3)))
        ),
    )
    options = meeting.lifecycle.options(history, KEMEROVO, date(2023, 10, 2))
    needed = next(one for one in options if one.kind == "item_voted").needs
    votes = next(fact for fact in needed if fact.name == "votes")
    assert (votes.shape, votes.many) == (Shape.MAPPING, False)
    assert [one.value for one in votes.choices][:2] == ["chair", "deputy"]
    assert [(one.value, one.title.ru) for one in votes.values] == [
        ("for", "за"),
        ("against", "против"),
        ("abstain", "воздержался"),
    ]
    proxies = next(
        fact for fact in facts_of(meeting.Opened, Moment(DAY, history, KEMEROVO)) if fact.name == "proxies"
    )
    assert (proxies.shape, proxies.values) == (Shape.MAPPING, proxies.choices)


# ─── A form that knows no field by name ──────────────────────────────────────────────────────────────────

DAY = date(2024, 1, 22)


def filled_in(fact, picks, kind, day):
    """A value for the fact, by its shape: the next choice, the example, a day to come."""
    if fact.source in SHOWN:
        return SHOWN[fact.source](kind, day)
    if fact.shape is Shape.GROUP:
        wanted = [field for field in fact.fields if field.why is not None]
        value = {field.name: filled_in(field, picks, kind, day) for field in wanted}
    elif fact.shape is Shape.CHOICE:
        chosen = fact.choices[next(picks) % len(fact.choices)].value
        value = (
            chosen
            if not fact.many
            else [one.value for one in fact.choices]
            if fact.source is None
            else chosen
        )
    elif fact.shape is Shape.DAY:
        value = fact.example or (day if fact.name == "on" else day + timedelta(30)).isoformat()
    elif fact.shape is Shape.WHOLE:
        value = int(fact.example)
    elif fact.shape is Shape.YES_NO:
        value = True
    else:
        value = fact.example
    return [value] if fact.many and not isinstance(value, list) else value


def by_form(cycle: Lifecycle, kinds, day=DAY):
    """The history that a form takes through those kinds of steps, one a day."""
    history = cycle.begin("1")
    for later, kind in enumerate(kinds):
        on = day + timedelta(later)
        option = next(one for one in cycle.options(history, KEMEROVO, on) if one.kind == kind)
        refused = []
        for tried in product(range(3), repeat=4):
            picks = chain(tried, repeat(0))
            facts = {fact.name: filled_in(fact, picks, kind, on) for fact in option.needs}
            event = cycle.events.validate_python({"kind": kind, **facts})
            verdict = cycle.judge(history, event, KEMEROVO)
            if not verdict.stops:
                history = cycle.advance(history, event, KEMEROVO)
                break
            refused.append([part.text.en for part in verdict.reasons(Outcome.UNKNOWN, Outcome.VOID)])
        else:
            raise AssertionError(f"{kind}: {refused}")
    return history


ORDERED = {
    "as_of": DAY,
    "number": "2024/1",
    "year": 2024,
    "status": 1,
    "services": [KEMEROVO.latest.services[0].number],
    "approved_on": "2023-12-01",
    "published_on": "2023-12-04",
}
INCLUDED = {
    "provider": "4205000009",
    "record": "12",
    "services": ORDERED["services"],
    "included_on": "2023-12-20",
}
HELD = {"number": "5", "certificate": "100500", "volume": {"amount": "72", "unit": "roubles"}}
RUNNING = {**HELD, "provider": INCLUDED["provider"], "service": ORDERED["services"][0]}


def ended(kind, day):
    """The contract as its case shows it on the day of that step."""
    over = {"ended_on": day, "rendered": HELD["volume"], "fulfilled": True} if kind == "used" else {}
    return {**RUNNING, "as_of": day, "concluded_on": DAY + timedelta(3), **over}


SHOWN = {
    Source.ORDER: lambda _, day: {**ORDERED, "as_of": day},
    Source.REGISTER: lambda _, day: {**INCLUDED, "as_of": day},
    Source.CONTRACT: ended,
    Source.MEETING: lambda _, day: {"as_of": day, "held_on": day, "question": "О заказе", "adopted": True},
}
"""What other cases show, by the kind of case: a form is given it and does not ask for it field by field."""
LIVES = {
    "certificate": (certificate, ["applied_for", "recipient_registered", "formed", "contracted", "used"]),
    "agreement": (agreement, ["drafted", "signed_by_provider", "concluded", "amended", "terminated"]),
    "order": (
        order,
        [
            "drafted",
            "advice_attached",
            "approved",
            "published",
            "report_formed",
            "report_published",
            "closed",
        ],
    ),
}


@pytest.mark.parametrize("name", LIVES)
def test_a_form_made_of_the_options_alone_takes_a_case_from_its_first_step_to_its_last(name):
    cycle, kinds = LIVES[name][0].lifecycle, LIVES[name][1]
    history = by_form(cycle, kinds)
    assert [record.kind for record in history.standing] == kinds
    assert history.state in cycle.final
