"""A file taken as one book: linked steps stand in the book, and the file counts its own lines alone."""

from datetime import date

import pytest
from books import (
    FULL_TIME,
    PROFILE,
    PROVIDER,
    agreed,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
    volume,
)

from law189.audit.lines.filed import Filed, names_a_case
from law189.audit.replay import Replay
from law189.casebook.ledger import ledger
from law189.casebook.registers import RegisterKind, register

YEAR = [*ordered(), *included(), *agreed(), *certified(), *contracted()]


def annulled(record, on="2024-03-01", history="c1"):
    return line(
        history, "certificate", "record_annulled", on, "education", record=record, reason="запись ошибочна"
    )


def taken(*lines):
    filed = Filed(PROFILE)
    return filed, [filed.take(number, one) for number, one in enumerate(lines, 1)]


def test_the_step_of_a_contract_stands_in_its_certificate_and_is_no_line_of_it():
    filed, steps = taken(*YEAR)
    assert all(one.accepted for one in steps)
    cases, own = ({one.id: one for one in some} for some in (filed.cases(), filed.of_lines()))
    assert (cases["c1"].state, cases["c1"].version) == ("contracted", len([*certified()]) + 1)
    assert own["c1"].version == len([*certified()])
    assert [own[one] for one in own if one != "c1"] == [cases[one] for one in cases if one != "c1"]


def test_the_figures_name_the_records_as_the_file_counts_them():
    again = fulfilled(rendered=36)
    end = line(
        "c1", "certificate", "annulled", "2024-06-10", "education", reason="переезд", ground="own-request"
    )
    filed, steps = taken(*YEAR, *again, end)
    assert all(one.accepted for one in steps)
    (row,) = ledger([*filed.of_lines()], PROFILE, date(2024, 12, 31)).services
    figures = (figure for figure in row if hasattr(figure, "made_by"))
    named = {one.record for figure in figures for one in figure.made_by if one.history == "c1"}
    assert named == {len([*certified()]), len([*certified()]) + 1}


@pytest.mark.parametrize("twice", [False, True])
def test_an_annulment_names_the_record_as_the_file_counts_it(twice):
    """The third line of the certificate is its third record, whatever contracts did in between."""
    wrong = [annulled(9)] if twice else []
    _, steps = taken(*YEAR, *wrong, annulled(3))
    reasons = {one.rule: one for one in steps[-1].verdict.walk()}
    resting = next(one for one in reasons.values() if "record" in one.facts)
    assert resting.facts["record"] == 3
    assert not steps[-1].accepted
    assert steps[-1].event.record == 3
    if twice:
        (none,) = [one for one in steps[-2].verdict.walk() if one.facts.get("records") is not None]
        assert none.facts["records"] == len([*certified()])
        assert none.facts["record"] == 9


def test_a_file_names_a_case_only_where_a_line_does(tmp_path):
    file = tmp_path / "steps.jsonl"
    for text, names in (('{"refers_to": {"order": "1"}}', True), ('{"refers_to": {}}', False), ("{}", False)):
        file.write_text(text, encoding="utf-8")
        assert names_a_case(file) is names
    assert names_a_case(tmp_path / "none.jsonl") is False


def test_without_verdicts_the_answers_are_the_same():
    whole, brief = (Replay(PROFILE, "steps.jsonl", keeps=keeps, together=True) for keeps in (True, False))
    for number, one in enumerate(YEAR, 1):
        assert whole.take(number, one).verdict == brief.take(number, one).verdict
    assert [one.state for one in whole.histories.values()] == [one.state for one in brief.histories.values()]


# ─── A certificate whose contracts stand beside it, on each day ──────────────────────────────────────────


def told_too(kind, on, rendered):
    """The step of the contract told again in the case of the certificate."""
    shown = {
        "as_of": on, "number": "Д-1", "provider": PROVIDER, "certificate": "К-1", "service": FULL_TIME,
        "volume": volume(72), "concluded_on": "2024-02-01", "ended_on": on, "rendered": volume(rendered),
        "fulfilled": True,
    }  # fmt: skip
    return line("c1", "certificate", kind, on, "provider", contract=shown)


def amended(nominal, on):
    return line(
        "c1", "certificate", "amended", on, "education", document={"form": "electronic", "system": "navigator"},
        nominal=volume(nominal), valid_until="2024-12-31", reason="пересчёт",
    )  # fmt: skip


CERTIFIED = [*ordered(), *included(), *agreed(), *certified()]
LIFE = ("2024-01-10", "2024-02-01", "2024-05-30", "2024-05-31", "2024-06-30")
ENDED_ON = {
    "used up": ([*contracted(), *fulfilled()], "2024-05-31"),
    "used up, told too": ([*contracted(), *fulfilled(), told_too("used", "2024-05-31", 72)], "2024-05-31"),
    "not used up": ([*contracted(), *fulfilled(rendered=71)], None),
    "not used up, told too": (
        [*contracted(), *fulfilled(rendered=36), told_too("contract_ended", "2024-05-31", 36)],
        None,
    ),
    "by two contracts": (
        [
            *contracted(amount=50),
            *fulfilled(rendered=50, on="2024-03-31"),
            *contracted("k2", number="Д-2", amount=22, on="2024-04-01"),
            *fulfilled("k2", rendered=22),
        ],
        "2024-05-31",
    ),
    "by an amendment after the end": (
        [*contracted(), *fulfilled(rendered=60, on="2024-04-30"), amended(60, "2024-05-31")],
        "2024-05-31",
    ),
    "before an amendment that leaves it so": (
        [*contracted(), amended(80, "2024-03-01"), *fulfilled(rendered=72), amended(72, "2024-05-31")],
        "2024-05-31",
    ),
}
"""What follows after the certificate was formed, and the day on which it is used up."""


@pytest.mark.parametrize("why", ENDED_ON)
def test_a_certificate_is_live_until_the_day_on_which_it_is_used_up_whatever_comes_later(why):
    steps, ended_on = ENDED_ON[why]
    filed, taken_ = taken(*CERTIFIED, *steps)
    assert all(one.accepted for one in taken_)
    for day in map(date.fromisoformat, LIFE):
        asked = [[*filed.of_lines(day)], [*filed.of_lines()], [*filed.cases()]]
        for cases in asked:
            (row,) = register(RegisterKind.RECIPIENTS, cases, PROFILE, day).rows
            over = ended_on is not None and day >= date.fromisoformat(ended_on)
            assert (row.live, row.ended_on) == (not over, date.fromisoformat(ended_on) if over else None)
