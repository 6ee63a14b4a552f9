"""Who leads the group is called what the regulation calls them, in every sentence, table and paper."""

import json
import re
from datetime import date

import pytest
from told_by_commands import own_words, said

from law189.audit.compare import compare
from law189.audit.demo import MEETINGS
from law189.audit.meeting import judge_record
from law189.law import Text
from law189.lints.linter import lint
from law189.office.papers.minutes import minutes_of
from law189.office.papers.notice import notice_of
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.profile.parties import headed_as
from law189.report.tables import rules_of

HEADS = ({"ru": "руководитель", "en": "leader"}, {"ru": "глава группы", "en": "head"})
OF_CHAIR = re.compile(r"[Пп]редседател(?!ьств)|\b[Tt]he chair\b")
DECIDE = ("chair", "deputy", "presiding")


def data_of(name, head, casting, agenda):
    """The profile as a file has it, whose regulation gives the chair all that one may, under another name."""
    data = shipped_data()["municipalities"][name]
    group = data["working_group"]
    minutes = {**group["minutes"], "value": {**group["minutes"]["value"], "approved_by": "chair"}}
    group = {
        **group,
        "head": head,
        "minutes": minutes,
        "agenda": {**group["agenda"], "value": agenda},
        "casting_vote": {**group["casting_vote"], "value": casting},
    }
    return {**data, "working_group": group}


def profile_of(name, head, casting, agenda):
    return load_profile(data_of(name, head, casting, agenda))


def records(name):
    """Recorded meetings, and what may be wrong with them; the last is a poll."""
    for record in (record for _, record in MEETINGS if record.profile == name):
        for change in (
            {},
            {"held_on": date(2020, 1, 9)},
            {"agenda": None},
            {"present": ()},
            {"present": ("member-1", "member-2", "member-3", "member-4", "member-5", "member-6")},
            {"minutes": None},
        ):
            yield record.model_copy(update=change)


def told(profile, name):
    for record in records(name):
        answer = judge_record(record, profile)
        for whole in answer.verdicts:
            for one in whole.walk():
                yield one.text
                if one.cure is not None:
                    yield one.cure
        for lang in ("ru", "en"):
            for paper in (minutes_of, notice_of):
                yield Text(str(paper(answer, profile, lang)))


@pytest.mark.parametrize("name", ["kemerovo", "novokuznetsk_district"])
@pytest.mark.parametrize("head", HEADS, ids=lambda head: head["en"])
@pytest.mark.parametrize("casting", DECIDE)
@pytest.mark.parametrize("agenda", ["chair", "presiding"])
def test_no_sentence_calls_who_leads_by_another_word(name, head, casting, agenda):
    profile = profile_of(name, head, casting, agenda)
    said = [*told(profile, name)]
    assert not [one for one in said if OF_CHAIR.search(one.ru + one.en)]
    assert any(head["ru"].split()[0] in one.ru.lower() for one in said)


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head["en"])
def test_the_table_of_the_rules_says_it_too(head):
    group = profile_of("kemerovo", head, "chair", "chair").latest.working_group.model_dump(mode="json")
    rows = [" ".join(row) for row in rules_of(group, "ru")]
    assert not [one for one in rows if OF_CHAIR.search(one)]


@pytest.mark.parametrize(
    ("head", "ru", "en"),
    [
        (Text("председатель", "chair"), "Председатель, председателю, голос председателя", "The chair's vote"),
        (Text("руководитель", "head"), "Руководитель, руководителю, голос руководителя", "The head's vote"),
        (
            Text("руководитель группы", "leader"),
            "Руководитель группы, руководителю группы, голос руководителя группы",
            "The leader's vote",
        ),
        (
            Text("координатор"),
            (
                "Координатор, тому, кого положение называет «координатор», голос того, кого положение называет "
                "«координатор»"
            ),
            "The chair's vote",
        ),
    ],
)
def test_the_word_stands_in_the_case_of_the_one_it_replaces(head, ru, en):
    words = Text("Председатель, председателю, голос председателя", "The chair's vote")
    assert headed_as(words, head) == Text(ru, en)
    presiding = Text("председательствующий", "the chairing")
    assert headed_as(presiding, head) == presiding


# ─── Ответы команд ───────────────────────────────────────────────────────────────────────────────────────


def answers(folder, files, lang):
    """What the commands answer of the two profiles, as text, as JSON and as pages, and how they differ."""
    for name, file in files.items():
        yield said("show", file, "--lang", lang), said("show", file, "--lang", lang, "--json")
        said("show", file, "--lang", lang, "--html", page := folder / f"{name}.{lang}.html")
        yield page.read_text("utf-8"), said("check", file, "--lang", lang)
        yield said("plan", file, "--on", "2024-03-01", "--lang", lang), ""
        record = {**json.loads(next(records(name)).model_dump_json()), "profile": str(file)}
        (meeting := folder / "meeting.json").write_text(json.dumps(record), "utf-8")
        yield said("meeting", meeting, "--lang", lang), said("meeting", meeting, "--lang", lang, "--json")
    yield said("diff", *files.values(), "--lang", lang), said("diff", *files.values(), "--json")


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("head", HEADS, ids=lambda head: head["en"])
def test_no_answer_of_a_command_calls_who_leads_by_another_word(head, lang, tmp_path):
    files = {}
    for name, casting in (("kemerovo", "chair"), ("novokuznetsk_district", "deputy")):
        files[name] = tmp_path / f"{name}.json"
        data = data_of(name, head, casting, "chair")
        files[name].write_text(json.dumps(data, ensure_ascii=False, default=str), "utf-8")
    own, found = {*own_words(shipped_data()["municipalities"], OF_CHAIR)}, []
    for answer in (one for both in answers(tmp_path, files, lang) for one in both):
        left = re.sub("|".join(map(re.escape, own)) or "$^", "", answer)
        found += [left[max(0, one.start() - 40) : one.end() + 20] for one in OF_CHAIR.finditer(left)]
    assert found == []


DEPUTY = "решает голос заместителя того, кого положение называет «глава группы»"


def test_of_two_profiles_a_difference_tells_the_word_of_each():
    one, other = (
        profile_of("kemerovo", HEADS[0], "chair", "chair"),
        profile_of("kemerovo", HEADS[1], "deputy", "chair"),
    )
    (told,) = [each for each in compare(one.latest, other.latest) if each.path.endswith("casting_vote")]
    assert (told.a.ru, told.b.ru) == ("решает голос руководителя", DEPUTY)


def test_a_composition_without_its_head_is_told_by_the_word_of_the_regulation():
    data = data_of("kemerovo", HEADS[0], "presiding", "presiding")
    group = data["working_group"]
    minutes = {**group["minutes"], "value": {**group["minutes"]["value"], "approved_by": None}}
    more = {"minutes": minutes, "presiding": {**group["presiding"], "value": ["deputy"]}}
    more["seats"] = [one for one in group["seats"] if one["id"] != "chair"]
    found = [
        one for one in lint(load_profile({**data, "working_group": {**group, **more}})) if one.code == "A9"
    ]
    assert ["руководителя (chair) в составе нет" in one.text.ru for one in found] == [True]
