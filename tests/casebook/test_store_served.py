"""Many clients of two servers on one book: what is there once is spent once, and every refusal has its reason."""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from threading import Barrier

import httpx
import places
import pytest
from books import FULL_TIME, PROFILE, certified, contracted, ordered, taking, town
from stored import ELSEWHERE, agree, base, postgres, shelve

from law189.casebook.book import Casebook
from law189.casebook.postings import Account, Stage
from law189.casebook.shelf import MemoryShelf
from law189.casebook.stores.sql import SqlStore
from law189.extracts import Way
from law189.measures import Unit
from law189.numbers import number_key, service_key

CLIENTS = 32


@contextmanager
def serving(folder, url, name):
    """The address of a server of the book in a process of its own; it waits until it serves."""
    log = folder / f"{name}.log"
    words = [
        "-m",
        "uvicorn",
        "--app-dir",
        str(places.ROOT / "tests"),
        "--port",
        "0",
        "--factory",
        "served_book:served",
    ]
    with log.open("wb") as out:
        known = {**os.environ, "LAW189_BOOK": url}
        ran = subprocess.Popen([sys.executable, *words], env=known, stdout=out, stderr=out)  # noqa: S603

    def address():
        until = time.monotonic() + 120
        while not (found := re.search(r"running on (http://\S+)", log.read_text(encoding="utf-8"))):
            assert ran.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < until, "the server does not start"
            time.sleep(0.05)
        return found[1]

    try:
        yield address
    finally:
        ran.terminate()
        ran.wait()
    assert "Traceback" not in log.read_text(encoding="utf-8")


def race(folder, url, lines):
    """Each line by a client of its own, half of them at each server; what each was answered."""
    with ExitStack() as open_ones:
        servers = [open_ones.enter_context(serving(folder, url, name)) for name in ("one", "two")]
        addresses, barrier = [address() for address in servers], Barrier(len(lines))

        def take(place):
            one = lines[place]
            event = one.event.model_dump(mode="json")
            refers = {"refers_to": dict(one.refers_to)} if one.refers_to else {}
            step = {"history": one.history, "lifecycle": one.lifecycle, **refers, **event}
            with httpx.Client(base_url=addresses[place % 2], timeout=120, verify=False) as http:  # noqa: S501
                barrier.wait()
                answer = http.post("/steps", json=step)
            return answer.status_code, answer.json()

        with ThreadPoolExecutor(len(lines)) as pool:
            return [*pool.map(take, range(len(lines)))]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def kind(request):
    if request.param == "sqlite":
        yield None
    else:
        with postgres() as server:
            yield server


def test_one_balance_and_one_share_are_spent_once(kind, tmp_path):
    """An order of 100 hours is enough for five certificates, a certificate of 72 hours for three contracts."""
    half = CLIENTS // 2
    book, last = taking(town(), ordered("order2", number="2024/2", shares=((FULL_TIME, 100),))), []
    for n in range(half):
        *first, formed = certified(f"c{n + 2}", number=f"К-{n + 20}", file=str(n + 20), nominal=20)
        named = formed.model_copy(update={"refers_to": {"order": "2024/2"}})
        offered, concluded = contracted(f"k{n}", number=f"Д-{n}", amount=20, handed=ELSEWHERE)
        for one in (*first, offered):
            book = book.take(one)
        last += [named, concluded]
    url = f"sqlite:///{tmp_path / 'book.sqlite3'}" if kind is None else base(kind, "raced")
    with SqlStore(url, PROFILE) as store:
        shelve(store, book)
        told = race(tmp_path, url, last)
        certificates, contracts = (Counter(map(str, told[first::2])) for first in (0, 1))
        assert sum(n for said, n in certificates.items() if said.startswith("(201")) == 5, certificates
        assert certificates["(409, ['reconciliation.of_share'])"] == half - 5
        assert sum(n for said, n in contracts.items() if said.startswith("(201")) == 3, contracts
        assert contracts["(409, ['reconciliation.of_certificate'])"] == half - 3
        unit = Unit("person-hours")
        share = Account(
            Stage.SHARE, number_key("2024/2"), service_key(FULL_TIME), Way.CERTIFICATE, 2024, unit
        )
        free = Account(Stage.CERTIFICATE, number_key("К-9"), None, Way.CERTIFICATE, None, unit)
        assert (store.balance(share), store.balance(free)) == (0, -60)
        won = {case: version for status, said in told if status == 201 for case, version in said.items()}
        assert {case.id: case.version for case in store.cases()} == {
            **{case.id: case.version for case in book.cases()},
            **won,
        }
        agree(store, Casebook(PROFILE, MemoryShelf().with_cases(store.cases())).shelf)
