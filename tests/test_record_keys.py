"""The page of the keys of records: of a mapping it tells what its keys and what its values are."""

import re

import pytest
from places import ROOT

MAPPINGS = {
    "en": {
        "proxies": "`seat: seat`",
        "votes": "`seat: vote`, [Vote](#vote)",
        "opinions": "`seat: vote`, [Vote](#vote)",
        "readings": "`code: choice`, [readings](readings.md)",
        "refers_to": "`fact: number`, [facts](facts.md) that are extracts",
    },
    "ru": {
        "proxies": "`место: место`",
        "votes": "`место: голос`, [Vote](#vote)",
        "opinions": "`место: голос`, [Vote](#vote)",
        "readings": "`код: выбор`, [толкования](readings.ru.md)",
        "refers_to": "`факт: номер`, [факты](facts.ru.md), в которых выписка",
    },
}
PRESENT = {
    "en": "where it is a meeting, and not a poll in writing",
    "ru": "если это заседание, а не заочное голосование",
}


def rows(lang):
    page = ROOT / "docs" / "reference" / ("record_keys.md" if lang == "en" else "record_keys.ru.md")
    cells = (row.strip("| ").split(" | ") for row in page.read_text(encoding="utf-8").splitlines())
    return {row[0].strip("`"): row for row in cells if len(row) == 4}


@pytest.mark.parametrize("lang", MAPPINGS)
def test_a_mapping_tells_its_keys_and_values(lang):
    found = rows(lang)
    for key, told in MAPPINGS[lang].items():
        assert found[key][2].split("<br>")[0] == told
    told = {key: row[2] for key, row in found.items() if re.match(r"`\S+: \S+`", row[2])}
    assert told.keys() == MAPPINGS[lang].keys()


@pytest.mark.parametrize("lang", PRESENT)
def test_who_was_present_is_needed_of_a_meeting_alone(lang):
    assert rows(lang)["present"][3] == PRESENT[lang]
