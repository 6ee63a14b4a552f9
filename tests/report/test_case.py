"""A case told: every step with what it states and why; nothing of it marks up, and the tables hold the same."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
import stories

from law189.cases.history import RecordAnnulled
from law189.profile.loader import load_profile
from law189.report.case import case_page, case_tables, case_title
from law189.report.page import escaped
from law189.report.style import GENERATOR
from law189.verdict import Outcome
from law189.workflows.meeting import Convened, lifecycle

KEMEROVO, END = load_profile("kemerovo"), date(2024, 12, 31)
EVIL = "<b onclick='x'>&"


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("name", stories.STORIES)
def test_a_page_tells_every_step_with_its_reasons_and_addresses(name, lang):
    history = stories.STORIES[name].told()
    page = case_page(history, KEMEROVO, lang, END)
    assert page.startswith(f"<!DOCTYPE html>\n{GENERATOR}")
    assert "<script" not in page
    assert "://" not in page
    ET.fromstring(page.partition("\n")[2])  # noqa: S314  # what this library wrote
    assert f"<h1>{escaped(case_title(history, lang))}</h1>" in page
    assert len(re.findall(r"<article ", page)) == history.version
    for record in history.records:
        for reason in record.verdict.reasons(*Outcome):
            assert escaped(reason.text[lang]) in page
            assert all(escaped(cite.label[lang]) in page for cite in reason.cites)


@pytest.mark.parametrize("name", stories.STORIES)
def test_the_tables_hold_a_row_for_each_step_and_reason(name):
    history = stories.STORIES[name].told()
    tables = dict(case_tables(history, KEMEROVO, "ru", END))
    assert [row[0].value for row in tables["Шаги"].rows] == [*range(1, history.version + 1)]
    assert len(tables["Основания"].rows) == sum(
        len(record.verdict.reasons(*Outcome)) for record in history.records
    )
    assert all(words for _, _, words in tables["Что указано"].rows)
    assert not [row for row in tables["Что указано"].rows if re.fullmatch("[a-z_]+", row[1])], "a bare key"


def test_a_record_that_is_annulled_says_by_which():
    convened = Convened(on="2023-09-29", by="chair", held_on="2023-10-02")
    history = lifecycle.advance(lifecycle.begin("1"), convened, KEMEROVO)
    error = RecordAnnulled(on="2023-09-30", by="chair", record=1, reason=EVIL)
    history = lifecycle.advance(history, error, KEMEROVO)
    page = case_page(history, KEMEROVO, "ru")
    assert 'class="record holds annulled" id="r1"' in page
    assert "аннулирована записью 2" in page
    assert "<b " not in page


def test_a_case_is_told_as_it_stood_at_the_end_of_the_day():
    """What was recorded later is counted and not shown; a record annulled later stands."""
    convened = Convened(on="2023-09-29", by="chair", held_on="2023-10-02")
    history = lifecycle.advance(lifecycle.begin("1"), convened, KEMEROVO)
    error = RecordAnnulled(on="2023-09-30", by="chair", record=1, reason="описка")
    history = lifecycle.advance(history, error, KEMEROVO)
    page = case_page(history, KEMEROVO, "ru", date(2023, 9, 29))
    assert "состояние: созвано, на 29.09.2023" in page
    assert "Записей после этого дня, не показаны: 1" in page
    assert " annulled" not in page.partition("<main>")[2]
    assert "аннулирована" not in page
    later = case_page(history, KEMEROVO, "ru", date(2023, 9, 30))
    assert "состояние: предстоит, на 30.09.2023" in later
    assert "аннулирована записью 2" in later
    tables = dict(case_tables(history, KEMEROVO, "ru", date(2023, 9, 29)))
    assert [row[-1] for row in tables["Шаги"].rows] == [""]


def test_a_case_in_which_nothing_has_happened_says_so():
    assert "В деле ещё ничего не произошло." in case_page(lifecycle.begin("1"), KEMEROVO, "ru")
    assert "утвердить повестку" in case_page(lifecycle.begin("1"), KEMEROVO, "ru", END)
