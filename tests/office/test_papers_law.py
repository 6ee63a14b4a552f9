"""Laws of the papers over drawn groups and meetings: no fact of a record is lost, none is invented, nothing fails.

What should stand where is counted here from the record and the regulation as YAML holds them; only what votes count
is asked of the verdicts, which an oracle of their own holds (`group_oracle`).
"""

import copy
import re
from datetime import date

import pytest
from bad_profiles import small
from group_drawn import cases
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from papers import PAPERS, blanks, boxed, line, lines, of_docx, of_page, seats

from law189.audit.meeting import AgendaRecord, ItemRecord, MeetingRecord, MinutesRecord, judge_record
from law189.cases.given.meeting import NoticeGiven
from law189.office.papers.document import BLANK, Line, Table
from law189.office.papers.judged import against
from law189.office.papers.planned import PlannedItem, PlannedRecord
from law189.profile.loader import load_profile
from law189.verdict import Outcome

SMALL = {key: value for key, value in small().items() if key in ("profile", "title", "act")}
"""The least that a profile has; the group is drawn."""
law = settings(max_examples=size(15, 50))
ROLES = {
    "chair": "",
    "co-chair": "сопредседатель",
    "deputy": "",
    "secretary": "секретарь",
    "member": "член группы",
}


def profile_of(group):
    group = copy.deepcopy(group)
    readings = group.pop("readings", {})
    return load_profile({**copy.deepcopy(SMALL), "working_group": group, "readings": readings})


def drawn_up(group, meeting, kind="minutes", lang="ru"):
    """The answer and the paper of a drawn meeting."""
    profile = profile_of(group)
    record = PlannedRecord.model_validate({"profile": profile.name, **meeting})
    answer = judge_record(record, profile)
    return answer, PAPERS[kind](answer, profile, lang)


def role(group, seat):
    """What the table calls a seat."""
    head = group.get("head", {"ru": "председатель"})["ru"]
    name, _, number = seat.rpartition("-") if seat[-1].isdigit() else (seat, "", "")
    word = {"chair": head, "deputy": f"заместитель {head[:-1]}я"}.get(name) or ROLES[name]
    return f"{word} {number}".strip()


def called(group, who):
    """What a line calls a seat or the secretary; None for anybody else."""
    found = [one for one in group["seats"] if one["id"] == who]
    if not found:
        return "секретарь" if who == "secretary" else None
    office = found[0].get("office")
    return office["ru"] if office and found[0]["role"] == "member" else role(group, who)


# ─── Ничто не потеряно ───────────────────────────────────────────────────────────────────────────────────


def place_of(seat, meeting):
    """In which table a seat stands."""
    if seat["id"] in meeting.get("vacant", ()):
        return "vacant"
    if meeting.get("form") == "absentee":
        polled = meeting.get("polled")
        asked = seat.get("votes", True) and (polled is None or seat["id"] in polled)
        return "Опрошены" if asked else "Не опрошены"
    if "present" not in meeting:
        return "Состав группы"
    came = seat["id"] in meeting["present"]
    came = came and (seat["id"] not in meeting.get("alternates", ()) or "alternate" in seat)
    return "Присутствовали" if came else "Отсутствовали"


TABLES = ("Опрошены", "Не опрошены", "Состав группы", "Присутствовали", "Отсутствовали")


@law
@given(cases(dated=True), st.booleans())
def test_every_seat_stands_in_one_place_and_that_is_the_right_one(case, planned):
    group, meeting = case
    if planned:
        meeting = {key: value for key, value in meeting.items() if key != "present"}
    _, made = drawn_up(group, meeting)
    told = {title: [one for one, _ in seats(made, title)] for title in TABLES}
    for seat in group["seats"]:
        where = place_of(seat, meeting)
        found = [title for title, roles in told.items() if role(group, seat["id"]) in roles]
        if where == "vacant":
            assert found == []
            assert called(group, seat["id"]) in line(made, "Вакантные места").split("; ")
        else:
            assert found == [where]
    assert sum(map(len, told.values())) == sum(place_of(s, meeting) != "vacant" for s in group["seats"])


def secret(group, item):
    """Whether votes on the question were cast secretly, or should have been."""
    return "secret" in (item.get("ballot"), group.get("ballot", {}).get("value"))


def of_the_record(group, meeting):
    """What the paper must say of each fact: the label of its line, and words that stand in it."""
    for guest in meeting.get("guests", ()):
        yield "Приглашённые", guest
    for seat, holder in meeting.get("proxies", {}).items():
        yield from (("Доверенности", called(group, one)) for one in (seat, holder))
    agenda, minutes = meeting.get("agenda", {}), meeting.get("minutes", {})
    if agenda:
        yield "Повестку утвердил", called(group, agenda.get("approved_by"))
        yield "Повестку утвердил", day(agenda.get("approved_on"))
    if minutes.get("drafted_by"):
        yield "Протокол вёл", called(group, minutes["drafted_by"])
    for key in ("dissents", "attached"):
        if minutes.get("dissents"):
            yield from (("Особые мнения", called(group, one)) for one in minutes.get(key, ()))
    for item in meeting.get("items", ()):
        yield from (("Конфликт интересов", called(group, one)) for one in item.get("conflicts", ()))
        for seat, vote in item.get("opinions", {}).items():
            yield "Письменные мнения", called(group, seat)
            if not secret(group, item):
                yield "Письменные мнения", {"for": "за", "against": "против", "abstain": "воздержался"}[vote]


def day(told):
    return told and ".".join(reversed(told.split("-")))


def tabled(meeting):
    """The days and hands of the minutes that stand in their table."""
    minutes = meeting.get("minutes", {})
    yield from (day(minutes[key]) for key in ("drafted_on", "signed_on", "sent_on") if key in minutes)


@law
@given(cases(dated=True))
def test_every_fact_of_the_record_stands_in_the_minutes(case):
    group, meeting = case
    _, made = drawn_up(group, meeting)
    assert line(made, "Дата") == day(meeting["held_on"])
    if "closed_on" in meeting:
        assert line(made, "Закрыто") == day(meeting["closed_on"])
    for label, words in of_the_record(group, meeting):
        if words is not None:
            assert any(words in told for told in lines(made, label)), (label, words)
    cells = [cell for block in made.blocks if isinstance(block, Table) for row in block.rows for cell in row]
    for words in tabled(meeting):
        assert any(words in cell for cell in cells), words
    signed = meeting.get("minutes", {}).get("signed_by", ())
    for one in [signed] if isinstance(signed, str) else signed:
        assert any(called(group, one) in cell for cell in cells), one
    for number, item in enumerate(meeting.get("items", ()), start=1):
        assert f"{number}. {item['question']}" in made.sentences


KNOWN = {
    MeetingRecord: "profile subgroup held_on closed_on number time place notice form agenda present polled vacant "
    "alternates proxies guests elected presided items minutes readings",
    ItemRecord: "question kind votes opinions conflicts ballot",
    AgendaRecord: "approved_by approved_on",
    MinutesRecord: "drafted_by drafted_on signed_by signed_on approved_by copies_to sent_on dissents attached",
    NoticeGiven: "sent_on materials",
}


@pytest.mark.parametrize("entry", KNOWN)
def test_a_new_fact_of_a_record_must_be_given_its_place_in_the_papers(entry):
    assert set(entry.model_fields) == set(KNOWN[entry].split())


def test_a_planned_record_may_hold_what_a_record_may_and_nothing_else():
    assert set(PlannedRecord.model_fields) == set(MeetingRecord.model_fields)
    assert set(PlannedItem.model_fields) == set(ItemRecord.model_fields)


# ─── Голоса ──────────────────────────────────────────────────────────────────────────────────────────────

NUMBERS = re.compile(
    "«за» — ([0-9]+), «против» — ([0-9]+), «воздержались» — ([0-9]+)"
    "(?:, не голосовали — ([0-9]+)|, опрошены — [0-9]+, ответили — ([0-9]+))"
)
TALLIED = ("voting.threshold", "voting.casting", "voting.casting_of", "polls.threshold")
VOTED = ("ГОЛОСОВАЛИ", "Записаны голоса, которые ничего не решают")


@law
@given(cases())
def test_the_numbers_of_votes_are_those_of_the_decision_and_add_up_to_who_is_named(case):
    group, meeting = case
    answer, made = drawn_up(group, meeting)
    at = 0
    told = [block for block in made.blocks if isinstance(block, Line)]
    for entry, item in zip(answer.items, meeting.get("items", ()), strict=True):
        at = next((n for n in range(at, len(told)) if told[n].label in VOTED), None)
        if at is None:
            break  # a meeting that was not held, and nobody voted
        numbers = NUMBERS.fullmatch(told[at].words)
        if numbers is None:
            assert not item.get("votes")
            assert told[at].words.count(BLANK) >= 3
        else:
            counts = [int(number) for number in numbers.groups()[:3]]
            decision = entry.verdict.parts[0] if entry.verdict.parts else entry.verdict
            if decision.rule in TALLIED:
                facts = decision.facts
                assert counts == [facts[name] for name in ("in_favour", "against", "abstain")]
                assert int(numbers[4] or facts["silent"]) == facts["silent"]
                assert int(numbers[5] or facts["present"]) == facts["present"]
            named = {}
            for after in told[at + 1 :]:
                if after.label in ("За", "Против", "Воздержались", "Не голосовали"):
                    named[after.label] = len(after.words.split("; "))
                elif after.label != "Вид голосования":
                    break
            if secret(group, item):
                assert not named
            elif named:
                assert [named.get(label, 0) for label in ("За", "Против", "Воздержались")] == counts
        at += 1


def outcome_of(entry):
    """What anybody may know of a secret ballot: the numbers, the reading, what was decided."""
    decision = entry.verdict.parts[0] if entry.verdict.parts else entry.verdict
    numbers = [decision.facts.get(name) for name in ("in_favour", "against", "abstain", "silent")]
    read = decision.reading and decision.reading.code
    return entry.adopted, decision.rule, decision.outcome, read, numbers


@settings(max_examples=size(40, 500))
@given(cases(), st.data(), st.sampled_from(["ru", "en"]))
def test_of_a_secret_ballot_neither_answer_nor_paper_changes_with_who_voted_how(case, data, lang):
    group, meeting = case
    meeting = copy.deepcopy(meeting)
    for item in meeting.get("items", ()):
        item |= {"ballot": "secret", **{key: dict(item.get(key) or {}) for key in ("votes", "opinions")}}
    other = copy.deepcopy(meeting)
    for item in other.get("items", ()):
        for key in ("votes", "opinions"):
            votes = [*dict(item.get(key) or {}).items()]
            mixed = data.draw(st.permutations([vote for _, vote in votes]))
            item[key] = {seat: vote for (seat, _), vote in zip(votes, mixed, strict=True)}
    first, paper = drawn_up(group, meeting, lang=lang)
    second, again = drawn_up(group, other, lang=lang)
    if [*map(outcome_of, first.items)] == [*map(outcome_of, second.items)]:
        assert paper.sentences == again.sentences
        assert [one.verdict.as_json() for one in first.items] == [
            one.verdict.as_json() for one in second.items
        ]


@law
@given(cases())
def test_what_was_decided_is_what_the_verdict_says(case):
    group, meeting = case
    answer, made = drawn_up(group, meeting)
    words = {True: "Решение принято: ", False: "Решение не принято.", None: None}
    for entry, told in zip(answer.items, lines(made, "РЕШИЛИ"), strict=True):
        if entry.adopted is None:
            assert told.startswith(("Решение не может быть принято.", "Принято ли решение, неизвестно: "))
        else:
            assert told.startswith(words[entry.adopted])
    decided = any(entry.adopted is not None for entry in answer.items)
    unheld = "несостоявшегося" in made.sentences[1] or "несостоявшегося" in made.sentences[4]
    asked = [part for verdict in (answer.quorum, answer.presiding) for part in against(verdict)]
    void = [part for part in asked if part.outcome is Outcome.VOID and part.rule != "polls.allowed"]
    assert unheld == (bool(void) and not decided)


# ─── Рамки и пробелы ─────────────────────────────────────────────────────────────────────────────────────


@law
@given(cases(dated=True))
def test_every_reason_against_the_meeting_is_told_unless_it_only_waits_to_be_written_down(case):
    group, meeting = case
    answer, made = drawn_up(group, meeting)
    text = "\n".join(made.sentences)
    for verdict in (*answer.verdicts,):
        for reason in against(verdict):
            paths = [ask.path for ask in reason.asks]
            later = paths and all(
                re.match(r"meeting\.(minutes|notice)\.|profile\.working_group\.minutes", p) for p in paths
            )
            competent = reason.rule == "voting.competent" and reason.outcome is Outcome.VOID
            if not (later or competent):
                assert " ".join(reason.text.ru.rstrip(".").splitlines()) in text, reason


@law
@given(cases(dated=True))
def test_nothing_that_holds_and_nothing_twice_stands_in_one_frame(case):
    group, meeting = case
    answer, made = drawn_up(group, meeting)
    against_it = {one.text.ru for verdict in answer.verdicts for one in against(verdict)}
    for words, where in boxed(made):
        assert any(words.startswith(told) for told in against_it), words
        assert len(set(where)) == len(where)


FULL = {"approved_by": "chair", "approved_on": "2024-01-15"}


@law
@given(cases())
def test_an_agenda_that_is_recorded_leaves_no_blank_and_one_that_is_not_leaves_two_where_it_must_be_approved(
    case,
):
    group, meeting = case
    for kind in PAPERS:
        whole = drawn_up(group, {**meeting, "agenda": FULL}, kind)[1]
        bare = drawn_up(group, {**meeting, "agenda": {}}, kind)[1]
        approved = group.get("agenda", {}).get("value") == "presiding"
        assert BLANK not in line(whole, "Повестку утвердил")
        assert [told.count(BLANK) for told in lines(bare, "Повестку утвердил")] == ([2] if approved else [])


@law
@given(cases(dated=True), st.sampled_from(["ru", "en"]), st.sampled_from(sorted(PAPERS)))
def test_no_paper_fails_and_none_says_what_no_reader_should_see(case, lang, kind):
    _, made = drawn_up(*case, kind, lang)
    assert made.sentences[0]
    for words in made.sentences:
        assert not re.search(r"\bNone\b|\bTrue\b|\bFalse\b|[{}]|datetime|Text\(", words), words
    assert blanks(made)  # the place, the names


@settings(law, max_examples=size(8, 25))
@given(cases(dated=True), st.sampled_from(sorted(PAPERS)))
def test_both_layouts_of_a_drawn_meeting_say_the_same(case, kind):
    _, made = drawn_up(*case, kind)
    assert of_page(made) == [*made.sentences]
    assert of_docx(made) == [*made.sentences]


@law
@given(cases())
def test_the_notice_goes_to_every_seat_that_somebody_holds_and_to_nobody_else(case):
    group, meeting = case
    _, made = drawn_up(group, meeting, "notice")
    told = [one for one, _ in seats(made, "Кому")]
    where = {"Присутствовали", "Отсутствовали", "Опрошены"}
    assert told == [role(group, s["id"]) for s in group["seats"] if place_of(s, meeting) in where]
    notice = group.get("notice", {}).get("value")
    if notice is not None and meeting.get("form") != "absentee":
        last = line(made, "Направить не позднее").partition(";")[0]
        assert date(*map(int, reversed(last.split(".")))) < date.fromisoformat(meeting["held_on"])
    else:
        assert lines(made, "Направить не позднее") == []
