"""A day that an address or an option gives is read by one reader: what is a day at one door is one at every other.

The doors of Django are walked in `contrib/test_django_cases.py`.
"""

import re
from argparse import ArgumentTypeError

import httpx
import places
import pytest
from clerk import PROFILE
from clerk import served as served_desk
from contrib.test_fastapi_audit import served
from days_asked import FEW, WRITTEN, is_day
from desk.serve import day
from fastapi import FastAPI

from law189.casebook.stores.sql import SqlStore
from law189.cli.console import day_of
from law189.cli.language import Misused
from law189.contrib.fastapi.router import serve
from law189.errors import FaultyInput
from law189.files.asked_day import read_day


def test_those_are_days_and_the_others_are_none():
    assert [one for one in WRITTEN if is_day(one)] == [*FEW]


@pytest.mark.parametrize(
    ("written", "ru", "en"),
    [
        (
            "2101-01-01",
            "on: 01.01.2101 — дата без конца, такого дня здесь не бывает; укажите день до 2101 года",
            "on: 2101-01-01 is a date without end, no day here is so late; give a day before 2101",
        ),
        (
            "2023-02-29",
            "on: дня 29.02.2023 нет в календаре; укажите существующий день",
            "on: there is no day 2023-02-29 in the calendar; give a day that exists",
        ),
        (
            "x",
            "on: нужен день вида ГГГГ-ММ-ДД, а указано: «x»",
            "on: a day of the form YYYY-MM-DD is needed, not «x»",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place_in_both_languages(written, ru, en):
    with pytest.raises(FaultyInput) as refused:
        read_day(written, "on")
    assert refused.value.told("ru").startswith(ru)
    assert refused.value.told("en").startswith(en)


@pytest.mark.parametrize("written", WRITTEN)
def test_the_options_of_commands_read_as_one(written):
    for reader, wrong in ((day_of, Misused), (day, ArgumentTypeError)):
        if is_day(written):
            assert reader(written) == read_day(written, "on")
        else:
            with pytest.raises(wrong):
                reader(written)


def test_the_addresses_of_fastapi_read_as_one(tmp_path):
    with SqlStore(f"sqlite:///{tmp_path / 'book.sqlite3'}", PROFILE) as store:
        store.begin("meeting", "1")
        app = FastAPI()
        serve(app, profile=lambda: PROFILE, store=lambda: store)
        with served(app) as address, httpx.Client(base_url=address) as http:
            for path in ("/cases/meeting/1/options", "/cases/meeting/1/due", "/audit"):
                found = {one: http.get(path, params={"on": one}).status_code for one in WRITTEN}
                assert found == {one: 200 if is_day(one) else 422 for one in WRITTEN}, path


def test_the_pages_of_the_desk_read_as_one(tmp_path):
    with served_desk(tmp_path / "book.sqlite3") as (address, *_), httpx.Client(base_url=address) as visitor:
        found = {one: visitor.get("/", params={"on": one}).status_code for one in WRITTEN}
        assert found == {one: 200 if is_day(one) else 400 for one in WRITTEN}


READ = re.compile(r"(?:fromisoformat|strptime|parse_date)\(")
"""How Python and Django read a day, whatever day it is."""


def test_no_door_page_or_example_reads_a_day_of_its_own():
    """What a page shows is copied: a view with a reader of its own is a fault of the server on a far day."""
    read = [
        (str(file.relative_to(places.ROOT)), line)
        for folder, names in (("docs", "*.md"), ("examples", "*.py"), ("src/law189/contrib", "*.py"))
        for file in (places.ROOT / folder).rglob(names)
        for line in file.read_text(encoding="utf-8").splitlines()
        if READ.search(line)
    ]
    assert read == []
