"""The law of a line that is not read: in a file that is right but for that line nothing else is a first cause.

The year of the page on many cases hands in an extract with each step that needs one. One line is spoilt: it is
no JSON, or has a key that there is not. Whatever is found then names a line that was not read, or one that follows.
"""

import re

import places
import pytest
from books import PROFILE

from law189.audit import parts
from law189.audit.bulk import audit, read_steps
from law189.audit.finding import Finding
from law189.audit.parts import audit_parts
from law189.errors import FaultyInput

PAGE = (places.ROOT / "docs" / "howto" / "many.ru.md").read_text("utf-8")
[YEAR] = re.findall(r"<!-- year\.jsonl -->\n```[a-z]*\n(.*?)```", PAGE, re.DOTALL)
ROWS = YEAR.splitlines()
SPOILT = {
    "a hidden sign": lambda row: "\ufeff" + row,
    "a comma": lambda row: row[:-1] + ",}",
    "a bare word": lambda row: row[:-1] + ', "note": Иванов}',
    "a key": lambda row: row[:-1] + ', "note": 1}',
}


def told(tmp_path, rows, audited):
    file = tmp_path / "year.jsonl"
    file.write_text("".join(f"{row}\n" for row in rows), "utf-8")
    return [*audited(read_steps(file, PROFILE), PROFILE)]


def test_the_year_is_right(tmp_path):
    assert told(tmp_path, ROWS, audit) == []


@pytest.mark.parametrize("way", SPOILT)
@pytest.mark.parametrize("place", range(1, len(ROWS)))  # a mark at the head of a file is no hidden sign
def test_what_is_found_follows_from_the_line_that_was_not_read(place, way, tmp_path):
    rows = [*ROWS]
    rows[place] = SPOILT[way](rows[place])
    answers = told(tmp_path, rows, audit)
    found = [one for one in answers if isinstance(one, Finding)]
    assert [one.faults[0].line for one in answers if isinstance(one, FaultyInput)] == [place + 1]
    assert [(one.line, one.rule) for one in found if one.cause is None] == []
    assert {one.cause for one in found} <= {place + 1, *(one.line for one in found)}
    parted = told(tmp_path, rows, lambda lines, profile: audit_parts(lines, profile, memory=1))
    assert [one for one in parted if isinstance(one, Finding)] == found


def test_faults_among_many_lines_are_told_first_in_parts_too(monkeypatch, tmp_path):
    monkeypatch.setattr(parts, "FEW", 1)
    rows = [SPOILT["a comma"](row) if place in (3, 9) else row for place, row in enumerate(ROWS)]
    parted = told(tmp_path, rows, lambda lines, profile: audit_parts(lines, profile, memory=1))
    whole = told(tmp_path, rows, audit)
    assert [one.faults[0].line for one in parted[:2]] == [4, 10]
    assert parted[2:] == whole[2:]
