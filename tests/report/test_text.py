"""Verdicts, meetings, histories and profiles told in Russian and in English."""

import json
from datetime import date

import pytest
from filled import edited, filled

from law189.audit.demo import MEETINGS
from law189.audit.meeting import MeetingRecord, judge_record
from law189.law import Citation, Text
from law189.profile.loader import load_profile, shipped_profiles
from law189.readings import Q1, READINGS
from law189.report import text as report
from law189.report.text import tell
from law189.rules import RULES
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
    assert lines[2] == f"    reading Q1: {Q1.choices['exact'].en}"
    assert lines[3] == (
        f"    otherwise ({Q1.choices['round_down'].en}): ✓ Present: 2 of 5; the quorum is at least 2."
    )


@pytest.mark.parametrize(("present", "told_of"), [(2, True), (3, False)])
def test_told_briefly_a_reading_is_left_out_where_every_choice_comes_to_the_same(present, told_of):
    verdict = quorum(present, 5, DISTRICT.latest.working_group.quorum)
    assert any("reading Q1" in line for line in report.tell(verdict, "en"))
    assert any("reading Q1" in line for line in report.tell(verdict, "en", brief=True)) is told_of


@pytest.mark.parametrize("lang", ["de", "", None, "RU"])
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
    holds, missed = (
        Verdict(rule.code, one, Text("сказано", "said"), {}) for one in (Outcome.HOLDS, rule.missed)
    )
    assert tell(missed, lang)[1:] == [f"    {words}: {said}"]
    assert len(tell(holds, lang)) == 1


def test_what_to_do_is_said_of_the_part_that_is_missed_and_not_of_the_whole():
    rule = CURED[0]
    part = Verdict(rule.code, rule.missed, Text("часть", "part"), {})
    whole = Verdict(rule.code, rule.missed, Text("целое", "whole"), {}, parts=(part,))
    assert sum(rule.cure.en in line for line in tell(whole, "en")) == 1


def test_most_rules_whose_norm_somebody_can_still_meet_say_what_to_do():
    """Neutral ones say a fact of the past, such as a vote, and name no cure."""
    assert len(CURED) > 65
