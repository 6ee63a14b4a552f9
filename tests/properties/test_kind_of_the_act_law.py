"""An act is called what it is, be it a постановление or an order: no answer of any command says another kind."""

import json
import re
from itertools import product

import pytest
from told_by_commands import own_words, said

from law189.audit.demo import MEETINGS
from law189.law import Citation, Text
from law189.profile.federal import shipped_data
from law189.telling import act_named

OF_DECREE = re.compile(
    r"[Пп]остановлени(?!\w* Правительства)|(?<!Government )\b[Dd]ecree(?! of the Government)"
)
NAMES = ("kemerovo", "novokuznetsk_district")
OF_BOTH = ("Оба постановления называют лицензию", "Both decrees name the licence")
"""Why a reading is as it is: of the two decrees that the library knows, and of no other act."""


def as_kind(name, kind):
    """The profile as a file has it, of an act of that kind."""
    data = json.loads(json.dumps(shipped_data()["municipalities"][name], default=str))
    labels = ("label", "of", "to")
    return {
        **data,
        "act": {**{key: one for key, one in data["act"].items() if key not in labels}, "kind": kind},
    }


def answers(folder, name, file, lang):
    """What the commands answer of the profile, as text and as a page."""
    yield said("show", file, "--lang", lang)
    said("show", file, "--lang", lang, "--html", page := folder / f"{name}.{lang}.html")
    yield page.read_text("utf-8")
    yield from (said(one, file, "--lang", lang) for one in ("check", "indicators"))
    yield from (said("plan", file, "--on", day, "--lang", lang) for day in ("2023-09-01", "2024-03-01"))
    records = [record for _, record in MEETINGS if record.profile == name]
    for record, day in product(records, (None, "2020-01-09")):
        told = json.loads(record.model_dump_json()) | {"profile": str(file)}
        (meeting := folder / "meeting.json").write_text(
            json.dumps(told if day is None else told | {"held_on": day})
        )
        yield from (said(one, meeting, "--lang", lang) for one in ("meeting", "minutes"))


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("kind", ["приказ", "решение"])
def test_no_answer_of_a_command_calls_the_act_by_another_kind(kind, lang, tmp_path):
    files, found = {}, []
    for name in NAMES:
        files[name] = tmp_path / f"{name}.json"
        files[name].write_text(json.dumps(as_kind(name, kind), ensure_ascii=False), "utf-8")
    told = [one for name, file in files.items() for one in answers(tmp_path, name, file, lang)]
    own = sorted({*own_words(shipped_data()["municipalities"], OF_DECREE)}, key=len, reverse=True)
    for answer in (*told, said("diff", *files.values(), "--lang", lang)):
        left = re.sub("|".join(map(re.escape, (*own, *OF_BOTH))), "", answer)
        found += [left[max(0, one.start() - 40) : one.end() + 20] for one in OF_DECREE.finditer(left)]
    assert found == []


def test_what_is_left_to_do_names_the_kind_and_of_a_file_that_is_none_the_act(tmp_path):
    whole = json.dumps(as_kind("kemerovo", "приказ"), ensure_ascii=False, indent=1)
    path = tmp_path / "town.yaml"
    number = '"number": "2993",'
    marked = "# образец: kemerovo\n" + whole.replace(number, f"{number}  # не сверено", 1)
    path.write_text(marked, "utf-8")
    told = said("check", path)
    assert "ошибок в файле: 0; замечаний к приказу: " in told
    assert "не сверено с приказом, значений: 1" in told
    path.write_text(marked.replace('"title"', '"titel"', 1), "utf-8")
    assert "не сверено с актом, значений: 1" in said("check", path)


@pytest.mark.parametrize(
    ("kind", "ru"),
    [
        ("приказ", "Сам приказ; настоящий приказ; настоящего приказа; городской приказ; ранее приказом"),
        ("решение", "Само решение; настоящее решение; настоящего решения; городской решение; ранее решением"),
    ],
)
def test_the_word_before_the_act_is_of_its_gender(kind, ru):
    words = (
        "Само постановление; настоящее постановление; настоящего постановления; городской постановление; ранее "
        "постановлением"
    )
    cites = [Citation("town-45", "p1", Text(f"п. 1 {kind} № 45", "item 1"))]
    assert act_named(Text(words, "–"), cites).ru == ru
