"""Verdicts, meetings, histories and profiles told in Russian and in English."""

import ast
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import groups
import pytest
from filled import edited, filled

from law189.audit.demo import MEETINGS
from law189.audit.finding import Finding
from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.told import Sentences
from law189.facts import Frozen
from law189.law import Citation, Text
from law189.profile.loader import load_profile, shipped_profiles
from law189.readings import Q1, READINGS
from law189.report import text as report
from law189.report.finding_rows import html_findings
from law189.report.findings import tell_finding
from law189.report.page import escaped
from law189.report.reasons import html_reasons
from law189.report.text import tell
from law189.rules import RULES, modules
from law189.rules.quorum import quorum
from law189.verdict import Outcome, Rule, Verdict, bundle
from law189.workflows.meeting import Closed, Convened, Opened
from law189.workflows.meeting import lifecycle as meeting

KEMEROVO = load_profile("kemerovo")
DISTRICT = load_profile("novokuznetsk_district")
SEATS = [seat.id for seat in KEMEROVO.latest.working_group.seats]
CITE = Citation("act", "p1", Text("п. 1", "item 1"))
OTHER = Citation("act", "p2", Text("п. 2", "item 2"))
RULE = Rule("test.rule", Text("Есть: {count}.", "There are: {count}."), Outcome.BREACH)
EITHER = pytest.mark.parametrize("lang", ["ru", "en"])


def told(record, lang="en", profile=KEMEROVO):
    record = MeetingRecord.model_validate({"profile": "kemerovo", "held_on": "2023-10-02"} | record)
    return report.tell_meeting(judge_record(record, profile), profile, lang)


# ─── A verdict ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("holds", "mark"), [(True, "✓"), (False, "!"), (None, "?")])
def test_a_verdict_is_told_as_a_mark_a_sentence_and_its_addresses(holds, mark):
    verdict = RULE.judge(holds, CITE, OTHER, count=5)
    assert report.tell(verdict, "en") == [f"{mark} There are: 5.", "    item 1", "    item 2"]
    assert report.tell(verdict, "ru") == [f"{mark} Есть: 5.", "    п. 1", "    п. 2"]


def test_every_outcome_has_a_mark_and_words_of_its_own():
    assert set(report.MARKS) == set(Outcome)
    assert len(set(report.MARKS.values())) == len(Outcome)


def test_parts_are_told_below_and_an_address_of_a_part_is_not_repeated_above():
    verdict = bundle(RULE, RULE.judge(True, CITE, count=1), cites=(OTHER,), count=2)
    assert report.tell(verdict, "en") == [
        "✓ There are: 2.",
        "    item 2",
        "  ✓ There are: 1.",
        "      item 1",
    ]


def test_a_reading_is_told_with_the_choice_made_and_what_the_other_would_have_answered():
    lines = report.tell(quorum(2, 5, DISTRICT.latest.working_group.quorum), "en")
    assert lines[0] == "✗ Present: 2 of 5; the quorum is at least 3."
    assert lines[2].startswith("    what to do: ")
    assert lines[3] == f"    reading Q1: {Q1.choices['exact'].en}"
    assert lines[4] == (
        f"    otherwise ({Q1.choices['round_down'].en}): ✓ Present: 2 of 5; the quorum is at least 2."
    )


@pytest.mark.parametrize(("present", "told_of"), [(2, True), (3, False)])
def test_told_briefly_a_reading_is_left_out_where_every_choice_comes_to_the_same(present, told_of):
    verdict = quorum(present, 5, DISTRICT.latest.working_group.quorum)
    assert any("reading Q1" in line for line in report.tell(verdict, "en"))
    assert any("reading Q1" in line for line in report.tell(verdict, "en", brief=True)) is told_of


@pytest.mark.parametrize("lang", ["de", "", "RU"])
def test_there_are_two_languages(lang):
    with pytest.raises(ValueError, match="told in ru or en"):
        report.tell(RULE.judge(True, count=1), lang)


# ─── A meeting ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_meeting_begins_with_its_day_its_municipality_and_its_worst_outcome():
    assert told({"present": SEATS[:4]})[0] == "Meeting 2023-10-02, City of Kemerovo: ✗ void"
    assert told({"present": SEATS}, "ru")[0] == "Заседание 02.10.2023, Город Кемерово: ? неизвестно"


@pytest.mark.parametrize(
    ("present", "votes", "words"),
    [
        (5, 3, "Question: План — adopted"),
        (5, 2, "Question: План — not adopted"),
        (4, 4, "Question: План — cannot be decided"),
    ],
)
def test_each_question_is_told_with_how_it_was_decided(present, votes, words):
    item = {"question": "План", "kind": "plan-measures", "votes": dict.fromkeys(SEATS[:votes], "for")}
    lines = told({"present": SEATS[:present], "items": [item]})
    assert [line for line in lines if line.endswith(words)]


def test_two_questions_with_the_same_words_are_told_each_with_its_own_decision():
    items = [
        {"question": "План", "kind": "plan-measures", "votes": dict.fromkeys(SEATS[:votes], "for")}
        for votes in (5, 1)
    ]
    lines = [line for line in told({"present": SEATS[:5], "items": items}) if "Question" in line]
    assert [line.partition(" — ")[2] for line in lines] == ["adopted", "not adopted"]


@EITHER
def test_every_meeting_of_the_demo_is_told_whole(lang):
    for _, record in MEETINGS:
        profile = load_profile(record.profile)
        answer = judge_record(record, profile)
        lines = report.tell_meeting(answer, profile, lang)
        for verdict in answer.verdicts:
            for part in verdict.walk():
                assert any(part.text[lang] in line for line in lines)
                for cite in part.cites:
                    assert any(line.strip() == cite.label[lang] for line in lines)


@EITHER
@pytest.mark.parametrize("words", ["{x}", "{}", "{0.__class__}", "%s", "}{", "[bold]x[/bold]", "🗳", "А" * 9])
def test_words_of_a_meeting_are_told_as_they_are(lang, words):
    item = {"question": words, "kind": words, "votes": {words: "for"}}
    lines = told(
        {
            "present": [*SEATS, words],
            "vacant": [words],
            "items": [item],
            "agenda": {"approved_by": words},
            "minutes": {"signed_by": words, "drafted_by": words, "copies_to": [words]},
        },
        lang,
    )
    assert sum(words in line for line in lines) >= 6


# ─── A history ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_history_is_told_as_markdown_step_by_step():
    history = meeting.begin("2023-10-02")
    for event in (
        Convened(on="2023-09-29", by="chair", held_on="2023-10-02"),
        Opened(on="2023-10-02", by="chair", present=SEATS),
        Closed(on="2023-10-02", by="deputy"),
    ):
        history = meeting.advance(history, event, KEMEROVO)
    text = "\n".join(report.tell_history(meeting, history, "en"))
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# meeting of the working group 2023-10-02: closed",
        "## 2023-09-29 — agenda approved (chair)",
        "## 2023-10-02 — meeting opened (chair)",
        "## 2023-10-02 — meeting closed (deputy)",
    ]
    assert "    ✓ agenda approved\n" in text


def test_a_history_in_which_nothing_happened_is_a_heading():
    lines = list(report.tell_history(meeting, meeting.begin("x"), "ru"))
    assert lines == ["# заседание рабочей группы x: предстоит"]


# ─── A profile and what is assumed ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_profile_is_shown_as_json_with_an_address_for_every_entry(name):
    profile = load_profile(name)
    values = report.shown(profile.latest)
    assert json.loads(json.dumps(values)) == values
    for part in ("services", "seats", "documents", "systems", "plan", "indicators", "acts", "readings"):
        for entry in values[part]:
            assert entry["cite"]["label"]["ru"]
    assert [seat["id"] for seat in values["seats"]] == [
        seat.id for seat in profile.latest.working_group.seats
    ]


def test_what_a_profile_chose_is_shown_beside_the_default():
    chosen = edited(KEMEROVO, {"readings": {"V2": "threshold"}})
    shown = {reading["code"]: reading for reading in report.shown(chosen.latest)["readings"]}
    assert list(shown) == list(READINGS)
    assert (shown["V2"]["chosen"], shown["V2"]["default"]) == ("threshold", "casting_vote")


@EITHER
@pytest.mark.parametrize("name", shipped_profiles())
def test_a_profile_is_told_in_titled_rows_of_name_words_and_address(name, lang):
    values = report.shown(load_profile(name).latest)
    titles = [title for title, _ in report.sections(values, lang)]
    assert len(titles) == len(set(titles))
    for _, rows in report.sections(values, lang):
        assert rows
        assert all(len(row) == 3 and all(row) for row in rows)


@EITHER
def test_a_summary_names_the_act_first(lang):
    lines = list(report.summary(KEMEROVO.latest, lang))
    assert KEMEROVO.act.cite("act").label[lang] in lines[0]
    assert any(KEMEROVO.latest.working_group.quorum.basis.label[lang] in line for line in lines)


def test_the_adopted_acts_are_shown_with_what_they_set():
    shown = report.shown(filled("kemerovo").latest)
    register = next(one for one in shown["adopted"] if one["adopts"] == ["provider-register"])
    assert register["cite"]["label"]["ru"] == "вымышленный акт provider-register"
    assert {"selection.decision_term", "selection.refusal_grounds"} <= {f["slot"] for f in register["fills"]}
    told = dict(report.sections(shown, "ru"))["Принятые акты"]
    assert any(row[1].endswith("(selection.exclusion_grounds)") and "вымышлен;" in row[1] for row in told)
    assert "Принятые акты" not in dict(report.sections(report.shown(KEMEROVO.latest), "ru"))


def test_a_day_is_told_as_each_language_writes_it():
    dated = Rule("test.day", Text("День: {day}.", "Day: {day}."))
    verdict = dated.judge(True, day=date(2024, 2, 29))
    assert report.tell(verdict, "ru") == ["✓ День: 29.02.2024."]
    assert report.tell(verdict, "en") == ["✓ Day: 2024-02-29."]


@EITHER
def test_a_line_break_in_a_name_forges_no_line(lang):
    forged = Rule("test.name", Text("Вопрос: {name}", "Question: {name}"))
    lines = report.tell(forged.judge(False, name="?\n  ✓ Решение принято"), lang)
    assert len(lines) == 1
    assert lines[0].startswith("✗")


# ─── Что сделать ─────────────────────────────────────────────────────────────────────────────────────────

CURED = [rule for rule in RULES if rule.cure is not None]


@pytest.mark.parametrize("rule", CURED, ids=lambda rule: rule.code)
@pytest.mark.parametrize(("lang", "words"), [("ru", "что сделать"), ("en", "what to do")])
def test_where_somebody_can_do_something_it_is_said_after_the_sentence(rule, lang, words):
    said = rule.cure[lang]
    assert said.endswith(".")
    assert said[0].isupper()
    assert "{" not in said
    told = replace(rule, text=Text("сказано", "said"), unknown=None)
    holds, missed, unknown = (told.judge(one) for one in (True, False, None))
    assert tell(missed, lang)[1:] == [f"    {words}: {said}"]
    assert len(tell(holds, lang)) == len(tell(unknown, lang)) == 1
    assert missed.as_json()["cure"] == {"ru": rule.cure.ru, "en": rule.cure.en}
    assert "cure" not in holds.as_json()
    again = Verdict.from_json(missed.as_json())
    assert (again, again.cure) == (missed, rule.cure)
    assert escaped(f"{words}: {said}") in "".join(html_reasons([missed], lang))
    where = ("1", "order", 3, "approved", date(2024, 1, 9), rule.code)
    found = Finding(*where, rule.missed, missed.text, Frozen(), ())
    assert tell_finding(found, lang).endswith(f" {words}: {said}")
    assert escaped(f"{words}: {said}") in "".join(html_findings([found], lang, lambda line: ("", line)))
    assert found.as_json()["cure"] == missed.as_json()["cure"]
    assert "cure" not in found._replace(cause=1).as_json()
    assert "cure" not in found._replace(outcome=Outcome.UNKNOWN).as_json()


def test_what_to_do_is_said_of_the_part_that_is_missed_and_not_of_the_whole():
    rule = CURED[0]
    part = replace(rule, text=Text("часть", "part")).judge(False)
    whole = replace(rule, text=Text("целое", "whole")).judge(False, parts=(part,))
    assert sum(rule.cure.en in line for line in tell(whole, "en")) == 1
    assert "cure" not in whole.as_json()
    assert part.joined(part).cure is None


def test_a_record_of_a_case_keeps_no_cure_and_tells_it():
    sentences = Sentences(())
    [missed] = [rule.judge(False, inn="1", valid=False) for rule in CURED if rule.code == "identifiers.named"]
    row = sentences.row(missed)
    assert "Проверьте ИНН" not in str(row)
    assert sentences.verdict(row).cure == missed.cure


ALL_PARTS = "its parts tell what is wrong, and it is never missed itself"
TOLD = "it tells what is so and holds either way"
ASKED = "it is never missed: where a fact lacks it is UNKNOWN and asks for it"
LATE = "a day has passed, and nothing brings it back"
SAID = "its own sentence says what to do"
WITHOUT = {
    ALL_PARTS: {
        *(
            "quorum.attendance",
            "agenda.approved",
            "minutes.signed",
            "meeting.minutes",
            "minutes.all_copies",
            "sitting.item",
        ),
        *(
            "polls.asked",
            "polls.quorums",
            "dispatch.notice",
            "eligibility.admissible",
            "indicators.indicator",
        ),
    },
    TOLD: {
        *("quorum.invited", "quorum.voteless", "voting.threshold", "voting.casting", "voting.casting_of"),
        *("agenda.any", "subgroups.as_in_the_group", "subgroups.prepared", "polls.led"),
        *("polls.as_at_a_meeting", "polls.casts", "polls.threshold", "deadlines.not_before", "orders.advice"),
        *(
            "orders.advice_binding",
            "orders.term_before_act",
            "deadlines.passed_over",
            "orders.term_not_yet",
            "plan_terms.of_another_year",
            "debts.owing",
            "volumes.weekly",
            "reconciliation.already_taken",
            "meeting.of_profile",
            "conflicts.kept_out",
            "presiding.elected_decides",
            "voting.absent_decides",
            "voting.either_way",
            "dispatch.lasted",
            "dispatch.no_term",
            "presiding.elected_in_vain",
            "force.relations",
            "sitting.covered",
            "force.not_owed",
            "force.not_measured",
            "indicators.others",
        ),
    },
    ASKED: {
        *("voting.recorded", "voting.silent", "subgroups.named", "lifecycle.annulled_earlier", "force.norm"),
        *("force.silent", "force.no_group", "deadlines.awaits", "adoption.act", "adoption.value"),
        *("grounds.named", "ways.unlisted", "ways.enabled", "orders.in_year", "eligibility.proprietor"),
        *("providers.widened", "standing.at_hand", "debts.acted", "certificates.still_valid"),
        *("indicators.year", "indicators.of_year", "indicators.determined", "reconciliation.line_named"),
        *("reconciliation.told_alike", "reconciliation.number_alike", "reconciliation.case_named"),
        *("reconciliation.passed_on", "reconciliation.could_serve", "reconciliation.claim_served"),
        *("reconciliation.several_named", "reconciliation.order_of_year", "reconciliation.rendered_without"),
        *("reconciliation.contracts_held", "reconciliation.report_contracts", "agreements.some_listed"),
        *("successors.begun_before", "roles.signature_kind"),
        "remainders.told_alike",
        *("sitting.decided_twice", "voting.nobody_decides", "agenda.items", "presiding.of_several"),
    },
    LATE: {
        *("agenda.before_meeting", "polls.in_time", "dispatch.notice_days", "dispatch.drafted"),
        *("dispatch.signed", "dispatch.sent", "deadlines.within", "contracts.fulfilled_in_time"),
        "contracts.terminated_in_time",
    },
    SAID: {"subgroups.advised", "lifecycle.left_standing", "ways.chosen_for"},
}
"""The rules that say nothing of what to do, by the reason."""


def test_every_rule_says_what_to_do_or_stands_here_with_the_reason_why_not():
    listed = [code for codes in WITHOUT.values() for code in codes]
    assert len(set(listed)) == len(listed)
    assert {rule.code for rule in RULES if rule.cure is None} == set(listed)


def judged(code):
    """What the code gives to `judge` of the rule, as it is written."""
    for found in modules():
        names = {
            name for name, value in vars(found).items() if isinstance(value, Rule) and value.code == code
        }
        for node in ast.walk(ast.parse(Path(found.__file__).read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "judge"
            ):
                of = node.func.value
                if isinstance(of, ast.Name) and of.id in names:
                    yield node.args[0]


def is_never_false(given):
    match given:
        case ast.Constant():
            return given.value in (True, None)
        case ast.IfExp():
            return is_never_false(given.body) and is_never_false(given.orelse)
    return False


@pytest.mark.parametrize("code", sorted(WITHOUT[ALL_PARTS] | WITHOUT[TOLD] | WITHOUT[ASKED]))
def test_a_rule_that_is_listed_as_never_missed_is_never_judged_as_missed(code):
    of_parts = {"polls.asked": "not count"}  # as many as there are parts in breach
    true_or_none = {"eligibility.proprietor": "alone", "standing.at_hand": "holds"}
    for given in judged(code):
        written = ast.unparse(given)
        assert is_never_false(given) or written == (of_parts | true_or_none).get(code), written


@pytest.mark.parametrize("tie", [True, False])
def test_a_question_whose_result_is_unknown_is_told_so_and_one_that_cannot_be_decided_otherwise(tie):
    here = SEATS[:6] if tie else SEATS[:4]
    votes = {seat: "for" if place % 2 else "against" for place, seat in enumerate(here)}
    profile = groups.profile(seats=[groups.seat(one) for one in SEATS], casting_vote=None)
    answer = groups.asked(profile, present=here, votes=votes)
    told = "\n".join(report.tell_meeting(answer, profile, "ru"))
    assert ("Вопрос: План — принято ли решение, неизвестно" in told) is tie
    assert ("Вопрос: План — решать нельзя" in told) is (not tie)
