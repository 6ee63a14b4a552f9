"""The form of a document and the system that formed it: every cell of the table, and what the sentences say."""

from datetime import date
from itertools import product

import pytest

from law189.law import Citation, Text
from law189.profile.documents import (
    Asked,
    DocumentKind,
    DocumentRule,
    Form,
    Handed,
    InformationSystem,
    PaperRule,
)
from law189.profile.loader import load_profile
from law189.rules.step.forms import handed_in
from law189.verdict import Outcome

KEMEROVO, DISTRICT = load_profile("kemerovo"), load_profile("novokuznetsk_district")
SINCE, UNTIL = date(2023, 1, 1), date(2023, 12, 31)
LAW, PAPER_LAW, SYSTEM_LAW = (
    Citation("decree", address, Text(f"п. {address}", f"item {address}")) for address in ("p1", "p2", "p3")
)


def asked(form="electronic", *conditions, systems=("navigator",)):
    return Asked(
        DocumentRule(kind="contract", form=form, title=Text("договор", "contract"), cite=LAW),
        tuple(
            PaperRule(documents=("contract",), since=SINCE, until=UNTIL, condition=condition, cite=PAPER_LAW)
            for condition in conditions
        ),
        tuple(
            InformationSystem(
                id=name,
                title=Text("Навигатор", "Navigator"),
                cite=LAW,
                forms=("contract",),
                forms_cite=SYSTEM_LAW,
            )
            for name in systems
        ),
    )


# ─── The table ───────────────────────────────────────────────────────────────────────────────────────────

# (asked form, paper rules, within their days, form handed in, impossibility recorded): what is said of the form
RULES = {
    "none": (),
    "unconditional": ("unconditional",),
    "impossibility": ("technical-impossibility",),
    "both": ("technical-impossibility", "unconditional"),
}
DAYS = {
    date(2022, 12, 31): False,
    date(2023, 1, 1): True,
    date(2023, 6, 15): True,
    date(2023, 12, 31): True,
    date(2024, 1, 1): False,
}
HOLDS, VOID, BREACH, UNKNOWN = Outcome.HOLDS, Outcome.VOID, Outcome.BREACH, Outcome.UNKNOWN
NO_PAPER = {
    ("electronic", False): ("forms.form", HOLDS),
    ("electronic", True): ("forms.form", HOLDS),
    ("paper", False): ("forms.form", VOID),
    ("paper", True): ("forms.form", VOID),
}
IN_TIME = {
    "none": NO_PAPER,
    "unconditional": {
        ("electronic", False): ("forms.yet_on_paper", BREACH),
        ("electronic", True): ("forms.yet_on_paper", BREACH),
        ("paper", False): ("forms.paper", HOLDS),
        ("paper", True): ("forms.paper", HOLDS),
    },
    "impossibility": {
        ("electronic", False): ("forms.form", HOLDS),
        ("electronic", True): ("forms.form", HOLDS),
        ("paper", False): ("forms.paper", VOID),
        ("paper", True): ("forms.paper", HOLDS),
    },
}
IN_TIME["both"] = IN_TIME["unconditional"]
ON_PAPER = {
    ("electronic", False): ("forms.form", VOID),
    ("electronic", True): ("forms.form", VOID),
    ("paper", False): ("forms.form", HOLDS),
    ("paper", True): ("forms.form", HOLDS),
}
SYSTEMS = {"navigator": HOLDS, "eais": BREACH, None: UNKNOWN}


def said_of_form(form, rules, on, handed, recorded):
    table = ON_PAPER if form == "paper" else IN_TIME[rules] if DAYS[on] else NO_PAPER
    return table[handed, recorded]


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize("form", ["electronic", "paper"])
def test_every_cell_of_the_table(form, rules, on):
    for handed, recorded, system, named in product(
        ("electronic", "paper"), (False, True), SYSTEMS, (True, False)
    ):
        document = Handed(form=handed, system=system, impossibility="акт № 4" if recorded else None)
        expected = [said_of_form(form, rules, on, handed, recorded)]
        if handed == "electronic" and named:
            expected.append(("forms.system", SYSTEMS[system]))
        needed = asked(form, *RULES[rules], systems=("navigator",) if named else ())
        said = list(handed_in(document, on, needed))
        assert [(verdict.rule, verdict.outcome) for verdict in said] == expected, (document, named)
        assert all(verdict.cites for verdict in said)


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize("form", ["electronic", "paper"])
def test_a_document_that_is_not_recorded_is_unknown_and_the_form_of_that_day_is_asked_for(form, rules, on):
    (said,) = handed_in(None, on, asked(form, *RULES[rules]))
    on_paper = form == "paper" or (rules in ("unconditional", "both") and DAYS[on])
    assert (said.rule, said.outcome) == ("forms.form", UNKNOWN)
    assert ("бумажная" if on_paper else "электронная") in said.text.ru
    assert "document.form" in said.text.en


def test_nothing_is_asked_of_a_document_that_the_decree_does_not_mention():
    assert list(handed_in(None, SINCE, None)) == []
    assert list(handed_in(Handed(form="paper"), SINCE, None)) == []


def test_of_two_systems_either_one_may_form_the_document():
    both = asked(systems=("navigator", "eais"))
    for system, outcome in (("eais", HOLDS), ("navigator", HOLDS), ("budget", BREACH)):
        _, said = handed_in(Handed(form="electronic", system=system), SINCE, both)
        assert said.outcome is outcome


# ─── What the sentences say ──────────────────────────────────────────────────────────────────────────────


def test_paper_out_of_its_days_cites_the_item_that_let_it_in_then():
    (said,) = handed_in(Handed(form="paper"), date(2024, 1, 1), asked("electronic", "unconditional"))
    assert said.cites == (LAW, PAPER_LAW)
    assert said.text.ru == ("Документ: договор; форма: бумажная, требуется: электронная.")


def test_a_wrong_system_is_told_with_the_name_of_the_right_one():
    *_, said = handed_in(Handed(form="electronic", system="eais"), SINCE, asked())
    assert said.cites == (SYSTEM_LAW,)
    assert said.text.ru.endswith("сформирован в системе: eais; требуется: Навигатор (navigator).")
    needed = asked()
    of_the_decree = InformationSystem(id="eais", title=Text("ЕАИС", "EAIS"), cite=LAW)
    *_, said = handed_in(
        Handed(form="electronic", system="eais"),
        SINCE,
        needed._replace(known=(*needed.systems, of_the_decree)),
    )
    assert said.text.ru.endswith("сформирован в системе: ЕАИС; требуется: Навигатор (navigator).")
    assert said.facts["system"] == "eais"
    *_, missing = handed_in(Handed(form="electronic"), SINCE, asked())
    assert missing.text.ru.endswith(
        "система не указана; требуется: Навигатор (navigator); укажите: систему (document.system) — указывает тот, "
        "кто совершает шаг."
    )


def test_paper_without_a_record_of_impossibility_says_what_is_missing():
    (said,) = handed_in(Handed(form="paper"), SINCE, asked("electronic", "technical-impossibility"))
    assert "невозможности: нет; если она есть, укажите её." in said.text.ru
    assert said.cites == (LAW, PAPER_LAW)


def test_of_two_norms_that_let_paper_in_the_one_without_conditions_is_cited():
    """It is met whatever is recorded of impossibility."""
    needed = asked("electronic", "technical-impossibility", "unconditional")
    free = Citation("decree", "p4", Text("п. 4", "item 4"))
    first, second = needed.paper
    needed = needed._replace(paper=(first, second.model_copy(update={"cite": free})))
    for impossibility in (None, "акт № 4"):
        (said,) = handed_in(Handed(form="paper", impossibility=impossibility), SINCE, needed)
        assert (said.outcome, said.cites) == (HOLDS, (LAW, free))


# ─── The two decrees ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("kemerovo-2993/p3.1.1")
@pytest.mark.provision("kemerovo-2993/p3.1.2")
@pytest.mark.provision("kemerovo-2993/p3.1.3")
@pytest.mark.provision("kemerovo-2993/p3.3")
@pytest.mark.provision("kemerovo-2993/p5")
@pytest.mark.parametrize("kind", ["consumer-application", "certificate", "contract"])
def test_kemerovo_lets_paper_in_for_2023_where_impossibility_is_recorded(kind):
    needed = KEMEROVO.latest.form_of(DocumentKind(kind))
    for on, recorded, outcome in (
        (date(2023, 10, 2), True, HOLDS),
        (date(2023, 12, 31), True, HOLDS),
        (date(2023, 10, 2), False, VOID),
        (date(2024, 1, 1), True, VOID),
        (date(2022, 12, 31), True, VOID),
    ):
        document = Handed(form="paper", impossibility="акт № 4" if recorded else None)
        (said,) = handed_in(document, on, needed)
        assert said.outcome is outcome
        assert "p5" in [cite.address for cite in said.cites]
    *_, system = handed_in(Handed(form=Form.ELECTRONIC, system="eais"), date(2024, 1, 9), needed)
    assert (system.rule, system.outcome) == ("forms.system", BREACH)
    assert [cite.address for cite in system.cites] == ["p3.3"]


@pytest.mark.provision("novokuznetsk-277/p6.1.5")
@pytest.mark.provision("novokuznetsk-277/p6.1.6")
@pytest.mark.provision("novokuznetsk-277/p6.1.7")
@pytest.mark.provision("novokuznetsk-277/p8.2")
@pytest.mark.parametrize("kind", ["consumer-application", "certificate", "contract"])
def test_the_district_never_lets_these_three_be_on_paper(kind):
    needed = DISTRICT.latest.form_of(DocumentKind(kind))
    document = Handed(form="paper", impossibility="акт № 4")
    assert [said.outcome for said in handed_in(document, date(2023, 10, 2), needed)] == [VOID]


@pytest.mark.provision("novokuznetsk-277/p8.1")
def test_the_districts_order_is_on_paper_in_2023_without_any_record():
    needed = DISTRICT.latest.form_of(DocumentKind.SOCIAL_ORDER)
    for on, form, outcome in (
        (date(2023, 12, 31), "paper", HOLDS),
        (date(2023, 12, 31), "electronic", BREACH),
        (date(2024, 1, 1), "paper", VOID),
        (date(2024, 1, 1), "electronic", HOLDS),
    ):
        first, *_ = handed_in(Handed(form=form, system="electronic-budget"), on, needed)
        assert first.outcome is outcome
