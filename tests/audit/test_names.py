"""A typo is a fault of the file, not a legal verdict: names that name nobody, in steps and in meetings."""

import json
import re
from typing import Any, get_args

import places
import pytest
from cases_at_hand import FORMED_CERTIFICATE, changed
from pydantic import create_model

from law189.audit.meeting import MeetingRecord, judge_record
from law189.audit.names import WITHIN, Names
from law189.audit.replay import Replay
from law189.casebook.cycles import CYCLES
from law189.cases.fact import facts_of
from law189.cases.history import RecordAnnulled
from law189.errors import FaultyInput
from law189.files.disk import read_file
from law189.law import Entry, Source
from law189.profile.documents import Handed
from law189.profile.loader import load_profile
from law189.rules.group.agenda import POWERS
from law189.verdict import Outcome
from law189.workflows.meeting import lifecycle as meeting

KEMEROVO, DISTRICT = load_profile("kemerovo"), load_profile("novokuznetsk_district")
NAMES = Names(KEMEROVO)
SOURCE = places.ROOT / "src/law189/data/municipalities/kemerovo.yaml"
PRESENT = ["chair", "deputy", "member-1", "member-2", "member-3"]
CONVENED = {
    "history": "m-1",
    "lifecycle": "meeting",
    "kind": "convened",
    "on": "2023-09-29",
    "by": "chair",
    "held_on": "2023-10-02",
}
OPENED = {**CONVENED, "kind": "opened", "on": "2023-10-02", "present": PRESENT}
del OPENED["held_on"]
VOTED = {
    **{key: CONVENED[key] for key in ("history", "lifecycle", "by")},
    "kind": "item_voted",
    "on": "2023-10-02",
    "question": "План",
    "question_kind": "plan-measures",
    "votes": {"chair": "for"},
}


def last_of(folder, *lines):
    """What came of the last line of a file."""
    path = folder / "steps.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return list(Replay(KEMEROVO, str(path)).read(path))[-1]


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        ({**CONVENED, "by": "сhair"}, "by", "type «chair» in Latin letters"),
        ({**CONVENED, "by": "родитель"}, "by", "did you mean «representative»?"),
        ({**CONVENED, "by": "председатель"}, "by", "did you mean «chair»?"),
        ({**CONVENED, "by": "исполнитель"}, "by", "did you mean «provider»?"),
        ({**CONVENED, "by": "Секретарь"}, "by", "did you mean «secretary»?"),
        ({**CONVENED, "by": "Иванов И.И."}, "by", "possible: provider («provider»), consumer («consumer»)"),
        ({**CONVENED, "by": "Chair"}, "by", "did you mean «chair»?"),
        ({**CONVENED, "by": "authorized-body"}, "by", "«authorized-body» is no seat, body or party"),
        ({**CONVENED, "by": "member-99"}, "by", "possible: provider («provider»), consumer («consumer»)"),
        (
            {**OPENED, "present": [*PRESENT[:4], "member-3\u00a0"]},
            "present[4]",
            "type «member-3» without spaces",
        ),
        ({**OPENED, "present": [*PRESENT[:4], "member-3 "]}, "present[4]", "type «member-3» without spaces"),
        ({**OPENED, "present": [*PRESENT[:4], "member–3"]}, "present[4]", "did you mean «member-3»?"),
        (
            {**OPENED, "vacant": ["member-55"]},
            "vacant[0]",
            "no seat «member-55»; possible: deputy head of the city for social matters («chair»)",
        ),
        ({**OPENED, "elected": "memebr-4"}, "elected", "did you mean «member-4»?"),
        ({**OPENED, "present": ["provider"]}, "present[0]", "no seat «provider»"),
        (
            {**VOTED, "votes": {"chair": "for", "сhair": "for"}},
            "votes.сhair",
            "type «chair» in Latin letters",
        ),
        ({**VOTED, "votes": [{"seat": "deputi", "vote": "for"}]}, "votes[0].seat", "did you mean «deputy»?"),
        ({**VOTED, "question_kind": "plan-mesures"}, "question_kind", "did you mean «plan-measures»?"),
        (
            {**VOTED, "question_kind": "рlan-measures"},
            "question_kind",
            "type «plan-measures» in Latin letters",
        ),
    ],
)
def test_a_name_that_names_nobody_is_a_fault_with_its_line_and_the_right_word(tmp_path, line, key, words):
    number, answer = last_of(tmp_path, CONVENED, line)
    assert number == 2
    assert isinstance(answer, FaultyInput)
    (fault,) = answer.faults
    assert (fault.line, fault.key) == (2, key)
    assert words in fault.text.en


def test_an_annulment_by_nobody_is_a_fault_too(tmp_path):
    annulled = {**CONVENED, "kind": "record_annulled", "by": "дворник", "record": 1, "reason": "ошибка"}
    del annulled["held_on"]
    _, answer = last_of(tmp_path, CONVENED, annulled)
    assert isinstance(answer, FaultyInput)
    assert [fault.key for fault in answer.faults] == ["by"]


def test_whoever_exists_and_may_not_act_gets_a_verdict(tmp_path):
    for by in ("member-1", "secretary", "provider", "consumer", KEMEROVO.latest.bodies[0].id):
        _, answer = last_of(tmp_path, {**CONVENED, "by": by})
        assert not isinstance(answer, FaultyInput), by
        assert answer.verdict.outcome is Outcome.BREACH, by


def test_a_power_that_another_group_has_is_a_matter_of_law_and_a_typo_is_not():
    assert "request-information" in POWERS
    assert NAMES.kind("request-information") is None
    assert NAMES.kind("request-informations") is not None
    for known in DISTRICT.latest.working_group.business:
        assert Names(DISTRICT).kind(known) is None


def test_in_a_program_an_unknown_name_stays_a_verdict():
    event = meeting.events.validate_python(
        {key: fact for key, fact in CONVENED.items() if key not in ("history", "lifecycle")} | {"by": "сhair"}
    )
    assert meeting.judge(meeting.begin("m-1"), event, KEMEROVO).outcome is Outcome.BREACH
    record = MeetingRecord.model_validate(
        {"profile": "kemerovo", "held_on": "2023-10-02", "present": [*PRESENT, "сhair"]}
    )
    assert judge_record(record, KEMEROVO).attendance.outcome is Outcome.BREACH


def test_every_field_of_every_event_that_names_a_seat_is_asked():
    """A walk over the model: whatever holds seats or votes is in the list, and `by` of every event."""
    listed = {
        "present",
        "answered",
        "polled",
        "vacant",
        "copies_to",
        "alternates",
        "conflicts",
        "also_signed",
        "dissents",
        "attached",
    }
    asked = {"by", "elected", "presided", "subgroup", "question_kind", "votes", "approved_by", *listed}
    for name in asked - {"votes"}:
        wrong = ["nobody"] if name in listed else "nobody"
        made = create_model("Made", __base__=Entry, **{name: (Any, wrong)})()
        assert [loc[0] for loc, _ in NAMES.of(made)] == [name]
    for cycle in CYCLES.values():
        for event in [RecordAnnulled, *(clause.event for clause in cycle.clauses)]:
            assert "by" in event.model_fields
            if cycle is not CYCLES["meeting"]:
                continue
            for name, field in event.model_fields.items():
                bare = {field.annotation, *get_args(field.annotation)}
                if bare & {str, tuple[str, ...]} and name not in ("question", "reason", "readings", "guests"):
                    assert name in asked, f"{event.__name__}.{name}"


@pytest.mark.parametrize(
    "said",
    [
        "сhair",
        "Chair",
        "Chair ",
        "CHAIR",
        "родитель",
        "Секретарь",
        "member\u20112",
        "member–2",
        "законный представитель",
    ],
)
def test_no_hint_is_itself_a_fault(said):
    words = NAMES.actor(said).en
    assert "possible:" not in words
    hinted = words.rpartition("«")[2].partition("»")[0]
    assert NAMES.actor(hinted) is None, words


def test_without_a_working_group_one_fault_says_so_for_all_seats():
    plain = {key: value for key, value in read_file(SOURCE).plain().items() if key != "working_group"}
    names = Names(load_profile(plain))
    record = MeetingRecord(profile="mine", held_on="2023-10-02", present=PRESENT, vacant=["member-4"])
    ((_, words),) = names.of_meeting(record)
    assert words.ru.startswith("рабочей группы в профиле нет")
    assert names.seat("chair") is words


# ─── Within an event: the system of a document, the categories of a consumer, answers to conditions ──────

GROUND = {"id": "order", "title": {"ru": "приказ", "en": "an order"}}
CONDITION = {"step": "certificate.applied_for", "title": {"ru": "условие"}, "missing": "void", "cite": "p3"}
KINDS = {
    "yes": {"kind": "confirmed"},
    "paper": {"kind": "handed_in"},
    "basis": {"kind": "one_of", "values": [GROUND]},
    "hours": {"kind": "at_least", "amount": "36.5"},
    "opening": {"kind": "not_earlier", "day": "2024-06-01"},
    "live": {"kind": "live_cases", "at_most": 1},
    "kept": {"kind": "term_kept", "days": 3, "unit": "calendar_days"},
}
SERVED = {"id": "large-family", "title": {"ru": "дети из многодетных семей"}}
OUT = {"id": "target", "title": {"ru": "целевой набор"}}
TOWN = Names(
    changed(
        "kemerovo",
        parameters=[{"consumers": {"categories": [SERVED], "excluded": [OUT]}, "cite": "p3"}],
        conditions=[{"id": one, "asks": asks, **CONDITION} for one, asks in KINDS.items()],
    )
)
APPLIED = FORMED_CERTIFICATE[0]


def applied(**facts):
    return APPLIED.model_copy(update=facts)


@pytest.mark.parametrize(
    "said", ["Навигатор", "navigator ", "NAVIGATOR", "навигатор", "navigatоr", "navigater", "«Навигатор»"]
)
def test_a_word_that_is_near_a_system_is_a_fault_and_another_system_is_a_verdict(said):
    ((loc, words),) = NAMES.of(applied(document=Handed(form="electronic", system=said)))
    assert loc == ("document", "system")
    assert words.ru.endswith("возможно, вы имели в виду «navigator»")
    for other in ("navigator", "ГИС «Образование»", "x-42", None):
        assert not list(NAMES.of(applied(document=Handed(form="electronic", system=other))))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("large", "возможно, вы имели в виду «large-family»"),
        ("targets", "возможно, вы имели в виду «target»"),
        ("целевой набор", "возможно, вы имели в виду «target»"),
        ("Large-Family", "возможно, вы имели в виду «large-family»"),
        ("сироты", "возможны: дети из многодетных семей («large-family»), целевой набор («target»)"),
    ],
)
def test_a_category_that_the_profile_does_not_name_is_a_fault(said, words):
    child = APPLIED.recipient.model_copy(update={"categories": ("large-family", said)})
    ((loc, told),) = TOWN.of(applied(recipient=child))
    assert loc == ("recipient", "categories", 1)
    assert told.ru == f"категории «{said}» в профиле нет; {words}"
    assert not list(NAMES.of(applied(recipient=child)))  # a profile that names none asks for none


@pytest.mark.parametrize(
    ("name", "said", "words"),
    [
        ("hours", "36,5", 'пишите "36.5"'),
        ("hours", "1 000", "пишите 1000"),
        ("opening", "01.06.2024", 'пишите "2024-06-01"'),
        ("opening", "2024-06-01T00:00:00", 'пишите "2024-06-01"'),
        ("kept", "1 июня 2024", 'пишите "2024-06-01"'),
        ("live", "1", "нужно целое число без кавычек"),
        ("yes", "да", "пишите true"),
        ("paper", "true", "пишите true"),
        ("paper", "справка № 1", "нужно true или false без кавычек"),
        ("basis", "приказ", "возможно, вы имели в виду «order»"),
        ("basis", "Order", "возможно, вы имели в виду «order»"),
        ("basis", "письмо", "возможны: приказ («order»)"),
    ],
)
def test_an_answer_that_does_not_read_is_a_fault_with_what_to_write(name, said, words):
    ((loc, told),) = TOWN.of(applied(local={name: said}))
    assert loc == ("local", name)
    assert words in told.ru, told.ru


@pytest.mark.parametrize(
    ("name", "said"),
    [("hours", 36), ("opening", "2024-06-01"), ("live", 2), ("yes", False), ("basis", "letter")],
)
def test_an_answer_that_reads_is_for_a_rule(name, said):
    assert not list(TOWN.of(applied(local={name: said})))


def test_every_field_within_an_event_that_takes_its_words_from_the_profile_is_asked():
    """A walk over the model: systems and categories, wherever they stand in an event or an extract."""
    seen = set()
    for cycle in CYCLES.values():
        for clause in cycle.clauses:
            for path, fact in walked(facts_of(clause.event)):
                if fact.source is Source.SYSTEMS or fact.name == "categories":
                    seen.add(fact.name)
                    assert fact.name in WITHIN, path
    assert seen == set(WITHIN)


def walked(facts, above=()):
    for fact in facts:
        yield (*above, fact.name), fact
        yield from walked(fact.fields, (*above, fact.name))


def test_a_bare_number_with_a_point_is_told_at_its_own_key(tmp_path):
    line = {
        "history": "1",
        "lifecycle": "certificate",
        **APPLIED.model_dump(mode="json"),
        "local": {"hours": 36.5},
    }
    ((fault,),) = (last_of(tmp_path, line)[1].faults,)
    assert fault.key == "local.hours"
    assert fault.text.ru.endswith('пишите "36.5"')


@pytest.mark.parametrize("said", ["secretary", "секретарь", "Секретарь"])
def test_a_secretary_is_a_seat_only_where_a_regulation_knows_one(said):
    kemerovo, district = Names(load_profile("kemerovo")), Names(load_profile("novokuznetsk_district"))
    assert kemerovo.seat(said).ru.startswith("положение секретаря не знает")
    assert "secretary" not in kemerovo.seat("mayor").en
    assert kemerovo.actor("secretary") is None
    assert district.seat("secretary") is None
    assert said == "secretary" or "«secretary»" in district.seat(said).ru


@pytest.mark.parametrize(
    ("name", "first"), [("signed_by", "chair"), ("copies_to", "chair"), ("by", "provider")]
)
def test_whoever_signs_or_gets_copies_is_told_seats_first_and_parties_of_contracts_last(name, first):
    value = "погода" if name == "by" else ("погода",)
    made = create_model("Made", __base__=Entry, **{name: (Any, value)})()
    ((_, words),) = NAMES.of(made)
    told = re.findall("«([a-z0-9-]+)»", words.ru)
    assert told[0] == first
    last = told.index("member-8") < told.index("education") < told.index("provider")
    assert last is (name != "by")
