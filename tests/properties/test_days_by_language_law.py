"""The law of days and numbers in words: an English sentence writes them as English does, a Russian one as Russian.

A day put into words before the language is known stands the same in both. Whatever is answered is read: steps of
drawn stories and worlds, what may be done and what is owed, meetings, the year of the example, what is assumed.
The English name of an act keeps its date as the act writes it («decree No 2993 of 22.09.2023»).
"""

import ast
import re
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import places
import pytest
from book_worlds import PARAMETERS, worlds
from books import FULL_TIME, TECHNICAL, certified, ordered, taking
from hypothesis import given, settings
from meetings import judge as judge_meeting
from meetings import law, meetings
from night import size
from pydantic import ValidationError
from step_oracle import DISTRICT, KEMEROVO, with_acts
from step_stories import draw

import law189
from law189.audit.assumptions import assumptions
from law189.audit.bulk import Audit, in_time
from law189.audit.compare.phrases import Side, worded
from law189.audit.replay import Replay
from law189.casebook.cycles import CYCLES
from law189.casebook.line import LINE
from law189.errors import FaultyInput
from law189.files.parser import read_tree
from law189.law import Text
from law189.profile.federal import shipped_data
from law189.profile.indicators import IndicatorValue
from law189.profile.loader import load_profile
from law189.verdict import Verdict

ACTS = read_tree((places.EXAMPLES / "adopted_acts.yaml").read_text(encoding="utf-8"), "acts.yaml").plain()[
    "adopted"
]
TOWNS = shipped_data()["municipalities"]
DECREES = {"kemerovo": KEMEROVO, "novokuznetsk_district": DISTRICT}
WITH_ACTS = {name: load_profile({**TOWNS[name], "adopted": ACTS}) for name in DECREES}
CITED = [{**one, "cite": "invented-3/p9"} for one in PARAMETERS]
TOWN = load_profile({**TOWNS["kemerovo"], "adopted": ACTS, "parameters": CITED})

NAME_OF_AN_ACT = re.compile(r"(?:No \S+|[a-z]+) of [0-9]{2}\.[0-9]{2}\.[0-9]{4}")
RUSSIAN = re.compile(
    r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}|(?<![0-9]{2}\.)(?:0[1-9]|1[0-2])\.(?:19|20)[0-9]{2}|[0-9],[0-9]"
)
ISO = re.compile(r"(?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])")


def wrong(text: Text) -> list[str]:
    """The days and numbers of the sentence that the other language writes so."""
    en = RUSSIAN.findall(NAME_OF_AN_ACT.sub("", text.en))
    return [*en, *ISO.findall(text.ru)]


def told(verdict: Verdict) -> Iterator[Text]:
    """Every sentence of the answer: what was seen, what to do and to give, what another reading says."""
    for part in verdict.walk():
        yield part.text
        yield from () if part.cure is None else (part.cure,)
        yield from (ask.title for ask in part.asks)
        if part.reading is not None:
            yield from (other.text for other in part.reading.otherwise)


def check(*verdicts: Verdict) -> None:
    found = {(text, tuple(bad)) for one in verdicts for text in told(one) if (bad := wrong(text))}
    assert not found


def check_texts(texts: Iterator[Text]) -> None:
    assert not [(text, bad) for text in texts if (bad := wrong(text))]


# ─── Названное вручную ───────────────────────────────────────────────────────────────────────────────────


def test_another_day_of_birth_is_told_as_each_language_writes_days():
    book = taking(ordered(shares=((FULL_TIME, 600), (TECHNICAL, 600))), certified())
    other, *_ = certified("d", number="К-2", services=(TECHNICAL,), on="2024-02-01")
    born = {**other.event.model_dump(mode="json"), "recipient": {"file": "17", "born": "2014-05-02"}}
    again = LINE.validate_python({"history": "d", "lifecycle": "certificate", **born})
    (alike,) = [one for one in book.judge(again).walk() if one.rule == "reconciliation.told_alike"]
    assert alike.text.en.count("2014-05-02") == alike.text.en.count("2014-05-01 (c1)") == 1
    assert alike.text.ru.count("02.05.2014") == alike.text.ru.count("01.05.2014 (c1)") == 1
    check(alike)


def test_a_target_of_a_month_and_days_off_that_were_moved_are_told_so_too():
    value = IndicatorValue(value=Decimal("87.5"), year=2024, month=12)
    words = worded(value, Side(WITH_ACTS["kemerovo"].latest, {}))
    assert (words.ru, words.en) == ("87,5, на 12.2024", "87.5, for 2024-12")
    (year,) = [one for one in assumptions() if one.code == "calendar.2027"]
    assert "→" in year.text.ru
    assert not re.search(r"[0-9]{2}\.[0-9]{2}", year.text.en)


# ─── Закон ───────────────────────────────────────────────────────────────────────────────────────────────


TYPED = {"formats.py", "conditions.py", "cures.py", "found.py"}
"""They quote what is typed into a cell of a Russian workbook, and what a file has."""


def test_no_words_in_the_code_have_a_day_of_the_other_language():
    """The first words of a `Text` are Russian, the second English."""
    found = []
    for path in sorted(Path(law189.__file__).parent.rglob("*.py")):
        if path.name in TYPED:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text" and len(node.args) == 2:
                said = [ast.unparse(one) for one in node.args]
                found += [(path.name, bad) for bad in wrong(Text(said[0], said[1]))]
                found += [(path.name, one) for one in re.findall("isoformat|%Y-%m", said[0])]
                found += [(path.name, one) for one in re.findall("%d\\\\.%m|in_russian", said[1])]
    assert not found


def test_what_is_assumed_is_told_as_each_language_writes_it():
    check_texts(one.text for one in assumptions())


@pytest.mark.parametrize("seed", range(size(60, 2000)))
def test_a_step_of_a_story_and_what_may_come_after_it_are_told_so(seed):
    name = [*DECREES][seed % 2]
    profile, replay = WITH_ACTS[name], Replay(WITH_ACTS[name], "drawn.jsonl")
    for line, step in enumerate(draw(Random(seed), with_acts(DECREES[name])).steps, 1):  # noqa: S311
        try:
            done = replay.take(line, LINE.validate_python(step))
        except (ValidationError, FaultyInput):
            continue
        cycle, on = CYCLES[done.history.lifecycle], date.fromisoformat(step["on"])
        check(done.verdict, *(option.verdict for option in cycle.options(done.history, profile, on)))
        check_texts(
            text for duty in cycle.due(done.history, profile, on) for text in (duty.text, duty.ends.text)
        )


@settings(max_examples=size(30, 800))
@given(lines=worlds(PARAMETERS))
def test_the_findings_of_a_drawn_world_are_told_so(lines):
    asked = Audit(TOWN)
    for at, line in in_time([(at, LINE.validate_python(line)) for at, line in enumerate(lines, 1)]):
        check_texts(one.text for one in asked.take(at, line))
    last = max((date.fromisoformat(line["on"]) for line in lines), default=date(2024, 1, 1))
    check(*(one.verdict for one in asked.book.dependants(last)))


@law
@given(meetings())
def test_a_meeting_is_told_so(meeting):
    check(*judge_meeting(meeting).verdicts)


@pytest.fixture(scope="module")
def year():
    """The year of the example as its book took it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(places.EXAMPLES)
        import a_year_in_kemerovo as example

        yield example.play(example.Town(6, 200), example.the_profile())
        for name in [one for one in sys.modules if one.partition(".")[0] in {"year", "a_year_in_kemerovo"}]:
            del sys.modules[name]


def test_the_year_of_the_example_is_told_so(year):
    check(*(record.verdict for case in year.book.cases() for record in case.records))
    check(*(verdict for _, verdict, _ in year.book.dependants(date(2024, 12, 31))))
