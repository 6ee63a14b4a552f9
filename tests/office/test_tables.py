"""Tables as a workbook: what is read back is what the table tells, numbers and days as such."""

import errno
import gc
import io
from datetime import date
from decimal import Decimal

import pytest
import stories
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from law189.audit.indicators import indicators_on
from law189.audit.plan import plan_on
from law189.casebook.ledger import ledger
from law189.casebook.registers import RegisterKind, register
from law189.casebook.report import report_of
from law189.office.tables import Sheets, as_xlsx, number_of
from law189.profile.loader import load_profile
from law189.report.case import case_book
from law189.report.executed import report_book
from law189.report.indicated import indicator_book
from law189.report.ledger import ledger_book
from law189.report.paged import Cell, Page, Table, cell
from law189.report.planned import plan_book
from law189.report.registers import register_page, register_table

pytest.importorskip("xlsxwriter")
KEMEROVO, END = load_profile("kemerovo"), date(2024, 12, 31)
CASES = [
    *(stories.STORIES[name].told() for name in ("order", "selection", "certificate", "contract")),
    stories.AGREEMENT.told()._replace(id="a-7"),
]


def registered(kind, lang):
    told = register(kind, CASES, KEMEROVO, END)
    page = register_page(told, lang)
    return page, ((page.title, register_table(told, lang)),)


BOOKS = {
    "case": lambda lang: case_book(stories.STORIES["certificate"].told(), KEMEROVO, lang, END),
    "providers": lambda lang: registered(RegisterKind.PROVIDERS, lang),
    "recipients": lambda lang: registered(RegisterKind.RECIPIENTS, lang),
    "ledger": lambda lang: ledger_book(ledger(CASES, KEMEROVO, END), lang),
    "report": lambda lang: report_book(report_of(CASES, KEMEROVO, "2024", END), lang),
    "plan": lambda lang: plan_book(plan_on(KEMEROVO, END), "town", END, lang),
    "indicators": lambda lang: indicator_book(
        indicators_on(KEMEROVO, {"app5.2.1": True, "app5.2.2": Decimal("12.5")}), "town", None, lang
    ),
}


def read(data):
    """Each sheet of a workbook by its title, as rows of cells."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def told(one):
    """What a cell of a table is in a workbook."""
    if isinstance(one, Cell) and (isinstance(one.value, date) or number_of(one.value) is not None):
        return one.value
    return str(one)


def found(one):
    return Decimal(repr(one)) if isinstance(one, float | int) else one


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("name", BOOKS)
def test_a_workbook_holds_the_figures_of_the_table(name, lang):
    page, tables = BOOKS[name](lang)
    sheets = read(as_xlsx(page, tables, lang))
    about = {"ru": "О таблицах", "en": "About"}[lang]
    assert [row[0] for row in sheets.pop(about) if row] == [page.title, page.about, page.how]
    assert len(sheets) == len(tables)
    for (title, table), (called, rows) in zip(tables, sheets.items(), strict=True):
        assert called == title[:31].strip() or called[:-2].strip() in title
        assert tuple(rows[0]) == table.heads
        assert [[found(one) for one in row] for row in rows[1:]] == [
            [told(one) for one in row] for row in table.rows
        ]
    assert any(isinstance(one, Cell) for _, table in tables for row in table.rows for one in row)


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff_"), max_size=20
)
CELLS = (
    WORDS
    | st.decimals(-(10**17), 10**17, places=4).map(lambda one: cell(one, "ru"))
    | st.integers(-(10**17), 10**17).map(lambda one: cell(one, "ru"))
    | st.dates(date(1900, 3, 1), date(2100, 1, 1)).map(lambda one: cell(one, "ru"))
)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5), WORDS)
def test_any_cell_comes_back_as_it_is_told(rows, title):
    """Whatever begins like a formula is text; a number that no float is stands as its words."""
    table = Table(("а", "=1+1"), (("первая", "строка"), *rows))
    sheets = read(as_xlsx(Page("", "", ""), [(title, table)], "ru"))
    back = next(iter(sheets.values()))
    assert back[0] == ["а", "=1+1"]
    for row, (first, second) in zip(back[2:], rows, strict=False):
        assert [found(one) for one in row] == [told(first), told(second)]


def test_a_table_longer_than_a_sheet_goes_on_upon_the_next():
    out = io.BytesIO()
    sheets = Sheets(out, "en", rows=2)
    sheets.begin("Rows", ["n"])
    for number in range(5):
        sheets.row([cell(number, "en")])
    sheets.close(Page("t", "a", "h"))
    assert {name: rows for name, rows in read(out.getvalue()).items() if name != "About"} == {
        "Rows": [["n"], [0.0], [1.0]],
        "Rows 2": [["n"], [2.0], [3.0]],
        "Rows 3": [["n"], [4.0]],
    }


def test_titles_that_no_sheet_may_have_are_put_right():
    table = Table(("a",), (("1",),))
    names = ("[a]:*?/\\'", "", "a" * 40, "A" * 40)
    titles = [*read(as_xlsx(Page("", "", ""), [(name, table) for name in names], "en"))]
    assert titles == ["a", "About", "a" * 31, f"{'A' * 29} 2", "About 2"]


class Full(io.BytesIO):
    """A file on a disk that is full."""

    def write(self, _):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_workbook_that_a_full_disk_does_not_take_says_so_and_is_silent_afterwards(monkeypatch):
    said = []
    monkeypatch.setattr("sys.unraisablehook", said.append)
    out = Full()
    sheets = Sheets(out, "ru")
    sheets.begin("т", ["а"])
    sheets.row(["1"])
    page, _ = BOOKS["plan"]("ru")
    with pytest.raises(OSError, match="No space left"):
        sheets.close(page)
    out.close()
    del sheets
    gc.collect()
    assert said == []
