"""The audit of a file of steps: what happened is recorded, and every reason against it is told once."""

import json
import sys
from collections import deque
from datetime import date
from pathlib import Path

import pytest
import small_year
from books import (
    FULL_TIME,
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
    taking,
    town,
    volume,
    with_parameters,
)
from cases_at_hand import IN_NAVIGATOR
from jsonschema import Draft202012Validator
from steps_files import KEYS, files
from typer.testing import CliRunner

from law189 import Decision, certificate, contract
from law189.audit.bulk import Audit, audit, audit_book, known_by, read_steps
from law189.audit.finding import Finding
from law189.audit.recheck import recheck_book
from law189.audit.schemas import schema_of
from law189.casebook.book import Casebook
from law189.cli.app import app
from law189.errors import FaultyInput
from law189.kinds import WrongType
from law189.profile.documents import Form
from law189.profile.loader import load_profile
from law189.verdict import Outcome

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "examples"))
ON = date(2024, 6, 3)
WRONG_ORDER = ("lifecycle.state", "void")


def numbered(*groups):
    return list(enumerate((one for group in groups for one in group), start=1))


def told(*groups, on=None):
    """Where each finding is, by which rule, and from which line it follows."""
    return [(one.line, one.rule, one.outcome.value, one.cause) for one in found(*groups, on=on)]


def found(*groups, on=None):
    answers = list(audit(numbered(*groups), PROFILE, on=on))
    assert all(isinstance(one, Finding) for one in answers), answers
    return answers


def on_paper(history="c1", file="17"):
    [applied, *_] = certified(history, file=file)
    paper = applied.event.document.model_copy(update={"form": Form.PAPER, "system": None})
    return applied.model_copy(update={"event": applied.event.model_copy(update={"document": paper})})


# ─── The gaps: what each single case holds to be right ───────────────────────────────────────────────────


def test_a_right_town_has_no_findings():
    assert told(town(), contracted(), fulfilled()) == []


def test_two_live_certificates_of_one_child():
    steps = numbered(town(), certified("c2", number="К-2"))
    assert told((one for _, one in steps)) == [(len(steps), "reconciliation.certificates_once", "void", None)]


def test_certificates_beyond_the_share_are_told_one_by_one():
    many = [one for n in range(10) for one in certified(f"c{n}", number=f"К-{n}", file=str(n))]
    first = len([*ordered()])
    beyond = [first + 27, first + 30]
    assert told(ordered(), many) == [(n, "reconciliation.of_share", "void", None) for n in beyond]


def test_one_balance_spent_by_two_contracts():
    two = (included("e2", inn=OTHER_PROVIDER, record="2"), agreed("a2", number="С-2", record="2"))
    steps = [*town(), *two[0], *two[1], *contracted(), *contracted("k2", number="Д-2", inn=OTHER_PROVIDER)]
    assert {(n, rule) for n, rule, _, _ in told(steps)} == {(len(steps), "standing.formed")}


def test_an_extract_that_contradicts_the_history_in_the_same_file():
    own = certificate.extract(taking(town()).case("c1"), date(2024, 2, 1)).model_dump(mode="json")
    annulled = line(
        "c1", "certificate", "annulled", "2024-01-20", "education", reason="переезд", ground="own-request"
    )
    steps = [*town(), annulled, *contracted(handed=own)]
    assert [(n, rule) for n, rule, _, _ in told(steps)] == [
        (len(steps), "standing.formed"),
        (len(steps), "reconciliation.extract_agrees"),
    ]


def test_one_provider_included_twice():
    assert told(included(), included("e2", record="2")) == [(4, "reconciliation.record_once", "void", None)]


def test_an_order_that_lost_a_service_leaves_its_certificates_without_ground():
    rest = [
        {
            "service": TECHNICAL,
            "unit": "person-hours",
            "total": 9,
            "parts": [{"way": "certificate", "amount": 9}],
        }
    ]
    facts = {"status": 2, "lines": rest, "reason": "бюджет", "enabling_act": "решение № 8"}
    cut = line("order", "order", "amended", "2024-03-01", "education", document={"form": "paper"}, **facts)
    steps = [*town(), cut]
    assert told(steps) == [
        (len(steps), "reconciliation.cut_below", "void", None),
        (len(steps) - 4, "reconciliation.rests_on", "breach", len(steps)),  # the agreement on the service
        (len(steps) - 1, "reconciliation.rests_on", "breach", len(steps)),
    ]


def test_a_contract_left_with_a_provider_that_was_lawfully_excluded_is_itself_a_first_cause():
    """The exclusion is no finding, so nobody is to mend it; the sentence names the entry and the day."""
    out = line(
        "entry", "selection", "excluded", "2024-04-10", "education", ground="own-request", because="заявление"
    )
    steps = [*town(), *contracted(), out]
    answers = told(steps, on=ON)
    assert {(rule, cause) for _, rule, _, cause in answers} == {("reconciliation.rests_on", None)}
    assert {n for n, *_ in answers} == {len(steps) - 1, 8}


# ─── What happened is recorded, and the rest is judged ───────────────────────────────────────────────────


def test_one_paper_application_is_one_finding():
    _, *rest = certified()
    steps = [*ordered(), on_paper(), *rest]
    assert [(n, rule) for n, rule, _, _ in told(steps)] == [(4, "forms.form")]


def test_a_void_step_that_is_done_anew_counts_once():
    steps = [*ordered(), on_paper(), *certified()]
    assert [(n, rule) for n, rule, _, _ in told(steps)] == [(4, "forms.form")]


def acted(on, until, number="А-1", since="2024-01-09"):
    """An act of a period under the agreement; before the period is over it is void."""
    rendered = [{"service": FULL_TIME, "unit": "person-hours", "amount": 10}]
    facts = {"number": number, "since": since, "until": until, "rendered": rendered}
    return line("agreement", "agreement", "act_drawn", on, "provider", **facts)


AGREED = (*ordered(), *included(), *agreed(), *certified(on="2024-01-08"), *contracted(on="2024-01-09"))


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_void_step_that_keeps_the_state_and_is_done_anew_counts_once(times):
    early = [acted("2024-01-30", "2024-01-31")] * times
    again = acted("2024-02-01", "2024-01-31", number="№ а-1")
    found = told([*AGREED, *early, again])
    assert [(n, rule) for n, rule, _, _ in found] == [(14 + n, "rendering.period") for n in range(times)]


def test_another_document_does_not_stand_for_a_void_one():
    steps = [*AGREED, acted("2024-01-30", "2024-01-31")]
    other = acted("2024-03-01", "2024-02-29", number="А-2", since="2024-02-01")
    named = {"number": "Т-1", "since": "2024-01-09", "until": "2024-01-31", "roubles": "100", "acts": ["А-1"]}
    claimed = line("agreement", "agreement", "claimed", "2024-03-01", "provider", **named)
    assert [(n, rule) for n, rule, _, _ in told([*steps, other, claimed])] == [(14, "rendering.period")]


def test_what_is_not_void_is_never_replaced():
    second = acted("2024-02-02", "2024-01-31")
    found = told([*AGREED, acted("2024-02-01", "2024-01-31"), second])
    assert {(n, rule) for n, rule, _, _ in found} == {(15, "payments.number"), (15, "rendering.once")}


def test_the_terms_of_a_void_amendment_are_not_those_of_the_next():
    facts = {"ends_on": "2024-05-31", "rendered": volume(0), "document": IN_NAVIGATOR}
    facts["refers_to"] = {"certificate": "К-1"}
    more = [
        line(
            "k1",
            "contract",
            "amended",
            on,
            "representative",
            volume=volume(to),
            agreed_by="provider",
            **facts,
        )
        for on, to in (("2024-03-01", 100), ("2024-03-02", 60))
    ]
    steps = [*town(), *contracted(amount=50)]
    first = told([*steps, more[0]])
    assert "void" in [outcome for _, _, outcome, _ in first]
    assert told([*steps, *more]) == first
    shelf = Audit(PROFILE)
    for number, one in enumerate([*steps, *more], start=1):
        list(shelf.take(number, one))
    assert shelf.book.case("k1").version == 3


def test_steps_that_follow_from_a_broken_chain_name_its_first_line():
    applied, _, formed = certified()
    steps = [*ordered(), applied, formed, formed]
    assert [(n, rule, cause) for n, rule, _, cause in told(steps) if rule == "lifecycle.state"] == [
        (5, "lifecycle.state", None),
        (6, "lifecycle.state", 5),
    ]


def test_the_same_reason_in_one_case_follows_from_its_first_line():
    profile = load_profile("kemerovo")  # no act is adopted
    answers = [*audit(numbered(certified()), profile)]
    acts_missing = [one for one in answers if one.rule == "adoption.act"]
    assert {one.cause for one in acts_missing if one.line == 3} == {2}


def test_lines_out_of_order_are_taken_by_their_days():
    steps = [*contracted(), *fulfilled(), *certified(), *agreed(), *included(), *ordered()]
    assert told(steps) == []


def test_a_linked_step_told_by_the_file_keeps_the_numbers_of_its_records():
    book = taking(town(), contracted())
    shown = contract.extract(book.case("k1"), date(2024, 2, 1)).model_dump(mode="json")
    linked = line("c1", "certificate", "contracted", "2024-02-01", "provider", contract=shown)
    wrong = line(
        "k1",
        "contract",
        "fulfilled",
        "2024-03-01",
        "provider",
        act="А-1",
        rendered={"amount": 9, "unit": "person-hours"},
    )
    undone = line("k1", "contract", "record_annulled", "2024-03-02", "provider", record=3, reason="описка")
    steps = [*town(), *contracted(), linked, wrong, undone, *fulfilled()]
    assert told(steps) == []


def test_no_line_of_a_later_day_counts():
    steps = [*town(), *certified("c2", number="К-2", on="2024-03-01")]
    assert told(steps, on=date(2024, 2, 29)) == []
    assert len(told(steps, on=date(2024, 3, 1))) == 1


def test_a_line_of_another_lifecycle_is_a_fault_of_the_line_and_stops_nothing():
    other = line("c1", "order", "closed", "2024-02-01", "education")
    steps = numbered(town(), [other], certified("c2", number="К-2"))
    answers = list(audit(steps, PROFILE, file="steps.jsonl"))
    faults = [one for one in answers if isinstance(one, FaultyInput)]
    assert [(one.faults[0].file, one.faults[0].line) for one in faults] == [
        ("steps.jsonl", len([*town()]) + 1)
    ]
    assert [one.rule for one in answers if isinstance(one, Finding)] == ["reconciliation.certificates_once"]


def test_a_version_that_is_not_the_expected_one_is_a_fault_of_the_line():
    late = line(
        "c1",
        "certificate",
        "annulled",
        "2024-02-01",
        "education",
        reason="х",
        ground="own-request",
        expected_version=2,
    )
    asked = Audit(PROFILE)
    for number, one in numbered(town()):
        assert list(asked.take(number, one)) == []
    with pytest.raises(FaultyInput, match="expected_version"):
        list(asked.take(11, late))


def test_a_decided_unknown_is_told_with_who_decided():
    profile = load_profile("kemerovo")
    decision = {"by": "глава города", "on": "2023-11-01", "reason": "до акта"}
    drafted = next(ordered())
    decided = drafted.model_copy(update={"decision": Decision.model_validate(decision)})
    answers = [one for one in audit([(1, decided)], profile) if isinstance(one, Finding)]
    assert {one.facts["decided_by"] for one in answers} == {"глава города"}


def test_a_book_of_cases_from_elsewhere_is_judged_anew():
    alone = [taking(ordered(), certified(f"c{n}", number=f"К-{n}")).case(f"c{n}") for n in (1, 2)]
    shelf = taking(ordered()).shelf.with_cases(alone)
    answers = [*audit_book(Casebook(PROFILE, shelf))]
    assert [(one.history, one.line, one.rule) for one in answers] == [
        ("c2", 3, "reconciliation.certificates_once")
    ]


def test_a_book_that_took_every_step_has_no_findings_but_breaches():
    book = taking(town(), contracted(), fulfilled(rendered=50))
    assert [*audit_book(book)] == []


def test_a_book_judged_again_by_its_own_profile_is_answered_alike():
    book = taking(town(), contracted(), fulfilled(rendered=50))
    assert [*recheck_book(book, PROFILE)] == []


def test_a_book_judged_again_by_another_act_tells_each_record_with_its_case():
    book = taking(town(), certified("c2", number="К-2", file="18"))
    limits = [{"since": "2024-01-01", "until": "2024-12-31", "certificates": 1}]
    found = [*recheck_book(book, with_parameters({"limits": limits}))]
    assert [(case, one.number, [change.rule for change in one.changes]) for case, one in found] == [
        ("c2", 3, ["reconciliation.within_limit"])
    ]


# ─── The year of the example, and the command ────────────────────────────────────────────────────────────


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_the_command_writes_a_line_a_finding(tmp_path):
    steps, profile = files(tmp_path, town(), certified("c2", number="К-2"))
    code, out, _ = run("audit", steps, "--profile", profile, "--json")
    row, last = [json.loads(one) for one in out.splitlines()]
    assert code == 1
    assert list(last) == ["summary"]
    assert list(row) == [*KEYS, "cure", "assumed"]
    assert not list(Draft202012Validator(schema_of("finding")).iter_errors(row))
    assert (row["line"], row["history"], row["kind"], row["outcome"]) == (14, "c2", "formed", "void")
    assert row["text"].keys() == {"ru", "en"}


def test_the_command_tells_in_words_and_counts(tmp_path):
    steps, profile = files(tmp_path, town(), certified("c2", number="К-2"))
    code, out, _ = run("audit", steps, "--profile", profile)
    first, last, *_ = out.splitlines()
    assert code == 1
    assert first.startswith(
        "✗ строка 14: c2, социальный сертификат, сертификат сформирован 10.01.2024: Потребитель"
    )
    assert last == "Замечаний: 1 (✗ 1); первопричин: 1"
    code, out, _ = run("audit", steps, "--profile", profile, "--on", "2024-01-09", "--lang", "en")
    assert (code, out.splitlines()) == (
        0,
        [
            "No findings.",
            "Events: 8; cases: 3; faulty lines: 0",
            "Cases that begin after that day and are not shown: 2.",
        ],
    )


def test_a_faulty_line_is_told_and_the_rest_is_audited(tmp_path):
    steps, profile = files(tmp_path, town())
    steps.write_text('{"history": 1}\n' + steps.read_text("utf-8"), "utf-8")
    code, out, err = run("audit", steps, "--profile", profile)
    assert code == 1
    assert out.splitlines() == ["Замечаний нет.", "Событий: 11; дел: 4; строк с ошибками: 1"]
    assert "steps.jsonl:1" in err


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    folder = tmp_path_factory.mktemp("year")
    small_year.write(folder / "year.jsonl", folder / "my.yaml")
    return folder


def test_the_year_has_the_findings_that_were_planted_in_it(year):
    code, out, _ = run("audit", year / "year.jsonl", "--profile", year / "my.yaml", "--json")
    *rows, _ = [json.loads(one) for one in out.splitlines()]
    first = {(one["history"], one["kind"], one["rule"]) for one in rows if one["cause"] is None}
    assert code == 1
    assert first == {
        ("selection/8", "included", "eligibility.licensed"),
        ("selection/9", "included", "eligibility.school"),
        ("selection/10", "included", "eligibility.listed"),
        ("order/2024", "approved", "roles.acting"),
        *((f"certificate/{n}", "applied_for", "forms.form") for n in (50, 100, 150, 200)),
        ("certificate/60", "applied_for", "adoption.act"),
        ("certificate/60", "formed", "reconciliation.line_named"),
        *((f"certificate/{n}", "recipient_registered", "deadlines.within") for n in (11, 71, 131, 191)),
        ("order/2024", "report_formed", "reconciliation.report_agrees"),
    }


# ─── Records as the file counts them ─────────────────────────────────────────────────────────────────────


def annulling(case, lifecycle, record, on, by="education"):
    return line(case, lifecycle, "record_annulled", on, by, record=record, reason="описка")


def test_a_record_is_told_by_its_number_in_the_file_and_by_its_line():
    """The certificate has a linked step of the contract before its fourth line, which is no line of its own."""
    suspended = line("c1", "certificate", "suspended", "2024-02-05", "education", reason="отъезд")
    resumed = line("c1", "certificate", "resumed", "2024-02-06", "education", reason="приезд")
    steps = [*town(), *contracted(), suspended, resumed, annulling("c1", "certificate", 4, "2024-02-07")]
    at = len(steps)
    (finding,) = (one for one in found(steps) if one.rule == "lifecycle.left_standing")
    assert (finding.line, finding.facts["record"], finding.facts["line"]) == (at, 4, at - 2)
    assert finding.facts["resting"] == (5,)
    assert f"№ 4 (строка {at - 2}): 5 (строка {at - 1})" in finding.text.ru
    assert f"record 4 (line {at - 2}): 5 (line {at - 1})" in finding.text.en


def test_a_number_that_no_line_has_made_is_no_record():
    """A linked step has no number in the file, so none is annulled by counting on."""
    steps = [*town(), *contracted(), annulling("c1", "certificate", 4, "2024-02-07")]
    (finding,) = (one for one in found(steps) if one.rule == "lifecycle.annulled")
    assert (finding.outcome, finding.facts["record"], finding.facts["records"]) == (Outcome.VOID, 4, 3)
    assert "№ 4" in finding.text.ru
    assert "строка" not in finding.text.ru


def test_a_line_that_made_no_record_is_counted_on_an_earlier_day_too():
    """The second line leads nowhere; the record with a day of the future, annulled by then, is the fourth line."""
    nowhere = line("c1", "certificate", "used", "2024-01-10", "education", contract={
        "as_of": "2024-01-10", "number": "Д-9", "provider": "4205000009", "certificate": "К-1",
        "service": FULL_TIME, "volume": {"amount": 1, "unit": "person-hours"}, "concluded_on": "2024-01-10",
    })  # fmt: skip
    applied, registered, formed = certified("c1", number="К-1")
    late = formed.model_copy(update={"event": formed.event.model_copy(update={"on": date(2042, 1, 10)})})
    undone = annulling("c1", "certificate", 4, "2024-01-11")
    steps = [*ordered(), applied, nowhere, registered, late, undone, formed]
    known = [number for number, _ in known_by(numbered(steps), date(2024, 1, 31), PROFILE)]
    assert known == [number for number, _ in numbered(steps)]
    rules = {(one.line, one.rule) for one in found(steps, on=date(2024, 1, 31))}
    assert not {rule for at, rule in rules if at == len(steps)}


# ─── What a finding says of its own case and of another ──────────────────────────────────────────────────


def test_a_finding_has_the_day_of_the_step_of_its_line_whatever_the_day_of_the_audit():
    out = line(
        "entry", "selection", "excluded", "2024-04-10", "education", ground="own-request", because="заявление"
    )
    steps = [*town(), *contracted(), out]
    days = {at: one.event.on for at, one in numbered(steps)}
    answers = [
        one for one in audit(numbered(steps), PROFILE, on=date(2024, 5, 6)) if isinstance(one, Finding)
    ]
    assert answers
    assert [one.on for one in answers] == [days[one.line] for one in answers]
    assert all("действует на 06.05.2024" in one.text.ru for one in answers)


def test_what_has_ended_is_told_by_its_last_good_day_and_the_first_day_without():
    steps = [*ordered(), *included(licence={"ends_on": "2024-02-01"})]
    (finding,) = audit(numbered(steps), PROFILE, on=date(2024, 2, 2))
    assert finding.facts["since"] == date(2024, 2, 2)
    assert "срок истёк 01.02.2024, не действует с 02.02.2024" in finding.text.ru
    assert [*audit(numbered(steps), PROFILE, on=date(2024, 2, 1))] == []


def test_what_is_against_the_linked_step_names_the_case_that_it_is_of_and_its_lines():
    """The second contract rests on the end of the first in the case of their certificate."""
    over = line(
        "k1", "contract", "terminated", "2024-03-01", "provider", because="переезд", rendered=volume(10)
    )
    second = [*contracted("k2", number="Д-2", amount=60, on="2024-03-04")]
    steps = [*town(), *contracted(), over, *second, annulling("k1", "contract", 3, "2024-03-05", "provider")]
    (finding,) = (one for one in found(steps) if one.rule == "lifecycle.left_standing")
    ended, again = steps.index(over) + 1, len(steps) - 1
    assert finding.facts["of_case"] == "c1"
    assert finding.text.ru.startswith("Дело c1: ")
    assert finding.text.en.startswith("The case c1: ")
    assert f"из строки {ended}: " in finding.text.ru
    assert f"строки № {again} (" in finding.text.ru
    assert (finding.facts["line"], finding.facts["resting_lines"]) == (ended, (again,))
    assert "record" not in finding.facts
    assert finding.cause is None, "the second contract has force"


def test_a_step_of_a_certificate_told_twice_is_wrong_where_no_case_of_the_contract_told_it():
    extract = contract.extract(taking(town(), contracted()).case("k1"), ON).model_dump(mode="json")
    told = [line("c1", "certificate", "contracted", day, "provider", contract={**extract, "as_of": day})
            for day in ("2024-02-01", "2024-02-02")]  # fmt: skip
    whole, alone = [*town(), *contracted(), *told], [*town(), *told]
    assert found(whole) == []
    assert {(one.line, one.outcome) for one in found(alone)} == {(len(alone), Outcome.VOID)}


def test_a_case_that_a_step_refers_to_and_that_is_not_there_is_told():
    drafted = next(agreed(record="77"))
    (named,) = (one for one in found(included(), [drafted]) if one.rule == "reconciliation.case_named")
    assert (named.outcome, named.facts["number"], named.facts["cases"]) == (Outcome.UNKNOWN, "77", ())
    assert named.facts["fact"] == "provider"
    begun = found([next(included())], [drafted])
    assert "reconciliation.case_named" in {one.rule for one in begun}


def test_what_could_not_be_read_is_told_first_and_the_rest_is_judged(tmp_path):
    """What `read_steps` gives is what `audit` takes."""
    file = tmp_path / "steps.jsonl"
    files(tmp_path, town(), certified("c2", number="К-2"))
    clean = [*audit(read_steps(file, PROFILE), PROFILE)]
    file.write_text('{"history": "x"}\n' + file.read_text("utf-8"), "utf-8")
    faulty, *rest = audit(read_steps(file, PROFILE), PROFILE)
    assert isinstance(faulty, FaultyInput)
    assert [(one.rule, one.line) for one in rest] == [(one.rule, one.line + 1) for one in clean]
    assert clean


@pytest.mark.parametrize("wrong", [None, "строка", {"history": "x"}])
def test_what_is_no_line_is_refused_by_an_error_of_this_library(wrong):
    with pytest.raises(WrongType):
        deque(audit([(1, wrong)], PROFILE))
