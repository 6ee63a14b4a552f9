"""A text that no database holds is the number of no case: a book in SQLite answers then as one in memory."""

from datetime import date

import pytest

from law189 import Law189Error, load_profile
from law189.casebook.book import Casebook
from law189.casebook.keys import By, Key
from law189.casebook.postings import Account, Stage
from law189.casebook.stores.sql import SqlStore
from law189.measures import Unit

KEMEROVO = load_profile("kemerovo")
DAY = date(2024, 1, 9)
NONE = ["\ud800", "дело\udfff", "a\0b", "\0"]


@pytest.fixture(params=["memory", "SQLite"])
def book(request, tmp_path):
    if request.param == "memory":
        yield Casebook(KEMEROVO)
    else:
        with SqlStore(f"sqlite:///{tmp_path}/book.sqlite3", KEMEROVO) as store:
            yield store


@pytest.mark.parametrize("said", NONE)
def test_no_case_is_found_by_such_a_text(book, said):
    with pytest.raises(Law189Error, match="the book has no case"):
        book.options(said, DAY)
    shelf = book.shelf if isinstance(book, Casebook) else book
    assert shelf.case(said) is None
    assert shelf.found(Key(By.ORDER, said)) == ()
    account = Account(Stage.ORDERED, said, "804200О.99.0.ББ52АЖ48000", None, 2024, Unit.PERSON_HOURS)
    assert shelf.balance(account) == 0


@pytest.mark.parametrize("said", NONE)
def test_the_lists_of_a_store_have_nothing_by_such_a_text(tmp_path, said):
    with SqlStore(f"sqlite:///{tmp_path}/book.sqlite3", KEMEROVO) as store:
        assert list(store.findings(history=said)) == []
        assert list(store.findings(rule=said)) == []
        assert store.listed(written=said) == ((), 0)
        assert store.version(said) == 0
        with store.moment() as shelf:
            assert shelf.case(said) is None
        for most in (2**63, -(2**63)):
            with pytest.raises(Law189Error, match=r"^most"):
                store.listed(most=most)


@pytest.mark.parametrize(
    "url", ["", "cases", "\0", "sqlite:///a\0b", "sqlite:///\ud800.sqlite3", "sqlite://a:b:c"]
)
def test_an_address_that_is_none_is_refused_in_words_of_this_library(url):
    with pytest.raises(Law189Error):
        SqlStore(url, KEMEROVO)
