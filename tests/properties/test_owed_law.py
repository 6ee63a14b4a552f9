"""The law of what is owed by a book: every door owes the same of the same day.

Drawn towns with certificates that their contracts may use up, some of which do not tell of their contracts, stand
in memory, in a store of SQLAlchemy and in one of Django. `Casebook.due`, `Store.due` and the
router then owe the same duties of the same cases: what the cases alone owe, without the end of the term of a
certificate that is used up. So does the command of the cases that the lines come to as a file, where the step of a
certificate goes with that of its contract.
"""

import json
import threading
from contextlib import contextmanager
from datetime import date
from itertools import count
from urllib.parse import quote

import httpx
import pytest
from books import PROFILE, certified, contracted, fulfilled, taking, town
from contrib.test_fastapi_audit import served
from django_books import by_django
from fastapi import FastAPI
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from night import size
from properties.test_figures_of_a_day_law import filed, lives
from steps_files import files
from stored import hasty, shelve
from typer.testing import CliRunner

from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.known import on_day
from law189.casebook.line import Line
from law189.casebook.live import used_up
from law189.casebook.shelf import MemoryShelf
from law189.casebook.shelf.used import is_used_up
from law189.casebook.stores.sql import SqlStore
from law189.casebook.taking.owed import owed
from law189.cli.app import app as command
from law189.contrib.fastapi.router import serve
from law189.errors import Refused
from law189.workflows import certificate

TOLD = (certificate.Contracted, certificate.ContractChanged, certificate.ContractEnded, certificate.Used)
names = count()


# ─── Books of which some certificates tell nothing of their contracts ────────────────────────────────────


def lines_without(book, silent):
    """The records as lines of a file; the silent certificates come last, without the steps of their contracts."""
    for late in (False, True):
        for case in book.cases():
            if (case.id in silent) is late:
                for record in case.records:
                    if not (late and isinstance(record.event, TOLD)):
                        yield Line(history=case.id, lifecycle=case.lifecycle, event=record.event)


def taken(lines):
    """The book of the lines, and those of them that it took."""
    book, known = Casebook(PROFILE), []
    for one in lines:
        try:
            book = book.take(one)
        except Refused:
            continue
        known.append(one)
    return book, known


@st.composite
def books(draw):
    whole, _ = taken(draw(lives()))
    held = [one.id for one in whole.cases() if one.lifecycle == "certificate"]
    return taken([*lines_without(whole, draw(st.sets(st.sampled_from(held))))])


# ─── The doors ───────────────────────────────────────────────────────────────────────────────────────────


def by_itself(book, day):
    """What the cases owe alone, without the end of a term of a certificate that all the cases have used up."""
    used = used_up([on_day(one, day) for one in book.cases()])
    for case in book.cases():
        for duty in CYCLES[case.lifecycle].due(case, PROFILE, day):
            if not (duty.kind == "expired" and case.id in used):
                yield case.id, duty


def ends(duties):
    return sorted(
        (case, one.kind, "" if one.last_day is None else one.last_day.isoformat(), one.overdue)
        for case, one in duties
    )


def of_json(case, duties):
    return [(case, one["kind"], one["last_day"] or "", one["overdue"]) for one in duties]


def by_command(folder, lines, day):
    steps, profile = files(folder, lines)
    words = ["due", str(steps), "--profile", str(profile), "--on", day.isoformat(), "--json"]
    said = json.loads(CliRunner().invoke(command, words).stdout)
    assert not said["errors"]
    assert not said["refused"]
    return sorted(told for one in said["histories"] for told in of_json(one["history"], one["duties"]))


def by_http(client, book, day):
    found = []
    for case in book.cases():
        answer = client.get(f"/cases/{case.lifecycle}/{quote(case.id)}/due", params={"on": day.isoformat()})
        assert answer.status_code == 200, answer.text
        found += of_json(case.id, answer.json()["duties"])
    return sorted(found)


@contextmanager
def sold(folder, book):
    """The book in a store of its own."""
    with hasty(SqlStore(f"sqlite:///{folder / f'{next(names)}.sqlite3'}", PROFILE)) as store:
        shelve(store, book)
        yield store


class Behind:
    """The router over whichever store is asked now."""

    def __init__(self, client, held):
        self.client, self.held = client, held


@pytest.fixture(scope="module")
def behind():
    held, app = [], FastAPI()
    serve(app, profile=lambda: PROFILE, store=lambda: held[-1])
    with served(app) as address, httpx.Client(base_url=address, timeout=60, verify=False) as client:  # noqa: S501  # without TLS
        yield Behind(client, held)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("owed")


def agree(book, lines, day, folder, behind):
    wanted = ends(by_itself(book, day))
    assert ends(book.due(day)) == wanted
    of_file = MemoryShelf().with_cases(filed(lines, PROFILE).histories.values())
    assert by_command(folder, lines, day) == ends(by_itself(Casebook(PROFILE, of_file), day))
    with sold(folder, book) as store:
        assert ends(store.due(day)) == wanted
        behind.held.append(store)
        assert by_http(behind.client, book, day) == wanted
    with by_django(f"sqlite:///{folder / f'{next(names)}.sqlite3'}") as opens:
        shelve(store := opens(), book)
        assert ends(store.due(day)) == wanted


def test_every_door_owes_the_same_of_the_same_day(folder, behind):
    met = set()

    @settings(max_examples=size(12, 150), phases=[Phase.generate])
    @given(data=st.data(), day=st.sampled_from([date(2024, 6, 3), date(2025, 1, 9), date(2025, 1, 9)]))
    def tried(data, day):
        book, lines = data.draw(books())
        agree(book, lines, day, folder, behind)
        alone = [
            (case.id, one) for case in book.cases() for one in CYCLES[case.lifecycle].due(case, PROFILE, day)
        ]
        met.add(len(alone) > len([*book.due(day)]))

    tried()
    assert met == {True, False}
    assert threading.active_count() < 20


@settings(max_examples=size(20, 2000), phases=[Phase.generate])
@given(data=st.data(), same=st.booleans(), day=st.dates(date(2024, 1, 9), date(2025, 2, 1)))
def test_one_certificate_is_used_up_as_the_whole_book_says(data, same, day):
    """Also where two certificates have one number, and of a day before later steps."""
    known = [on_day(one, day).history for one in data.draw(books())[0].cases()]
    shelf = MemoryShelf().with_cases(map(renumbered, known) if same else known)
    used = used_up([on_day(one, day) for one in shelf.cases()])
    for case in shelf.cases():
        assert is_used_up(shelf, case, day) is (case.id in used)


def renumbered(case):
    """The case with the number of the first certificate in the place of that of the second."""

    def told(event):
        if isinstance(event, certificate.Formed):
            return event.model_copy(update={"number": "К-0"})
        shown = getattr(event, "certificate", None)
        if shown is None or isinstance(shown, str):
            return event
        return event.model_copy(update={"certificate": shown.model_copy(update={"number": "К-0"})})

    return case._replace(records=tuple(one._replace(event=told(one.event)) for one in case.records))


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("rendered", "more"), [(72, []), (71, ["expired"])])
def test_a_certificate_that_does_not_tell_of_its_contract_expires_only_where_something_is_left(
    rendered, more, folder, behind
):
    whole = taking(town(), contracted(), fulfilled(rendered=rendered))
    book, lines = taken(lines_without(whole, {"c1"}))
    assert book.case("c1").state == "formed"
    assert [one.kind for case, one in book.due(date(2025, 1, 9)) if case == "c1"] == more
    agree(book, lines, date(2025, 1, 9), folder, behind)


def test_on_a_day_before_the_contract_ended_the_term_is_owed_still(folder, behind):
    late = fulfilled(rendered=72, on="2025-02-03")
    book, lines = taken(lines_without(taking(town(), contracted(), late), {"c1"}))
    for day, kinds in (("2025-01-09", ["expired"]), ("2025-02-03", [])):
        on = date.fromisoformat(day)
        assert [one.kind for one in owed(book.shelf, book.case("c1"), PROFILE, on)] == kinds
        agree(book, lines, on, folder, behind)


def test_of_two_certificates_of_one_number_only_that_of_the_contract_is_used_up():
    whole = taking(town(), contracted(), fulfilled(rendered=72))
    book, _ = taken(lines_without(whole, {"c1"}))
    other = taking(town(), certified("c2", number="К-2", file="18", on="2024-06-03")).case("c2")
    shelf = book.shelf.with_cases([renumbered(one) for one in (*book.cases(), other)])
    on = date(2025, 1, 9)
    assert [is_used_up(shelf, shelf.case(one), on) for one in ("c1", "c2")] == [True, False]
