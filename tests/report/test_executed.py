"""The execution of an order told: its tables, its lines, its page."""

from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import places
import pytest
from books import PROFILE, agreed, certified, contracted, fulfilled, included, ordered, taking

from law189.casebook.known import Made
from law189.casebook.ledger_rows import Figure
from law189.casebook.report import OrderReport, OrderRow, Outside, report_of
from law189.extracts import Way
from law189.measures import Unit
from law189.profile.loader import load_profile
from law189.report.executed import report_book, report_lines, report_page, report_tables

SERVICE, HOURS = "804200О.99.0.ББ52АЖ48000", Unit.PERSON_HOURS
CITE = load_profile("kemerovo").latest.whole


def figure(amount, *records):
    return Figure(Decimal(amount), tuple(Made("<case>", one) for one in records))


def row(within=None):
    shares = (Way.MUNICIPAL_TASK, figure(60, 1)), (Way.CERTIFICATE, figure("40.50", 1, 2))
    return OrderRow(SERVICE, HOURS, shares, figure(20, 7), within)


def told(*rows, permitted=None, outside=()):
    cites = () if permitted is None else (CITE,)
    return OrderReport("case", "2024/1", 2024, date(2025, 1, 15), permitted, cites, rows, outside)


@pytest.mark.parametrize(
    ("within", "words"), [(True, "да"), (False, "нет; нарушение — только превышение"), (None, "")]
)
def test_a_row_is_told_by_the_words_of_its_columns(within, words):
    ((title, table),) = report_tables(told(row(within)), "ru")
    (cells,) = (dict(zip(table.heads, one, strict=True)) for one in table.rows)
    assert title == "По строкам заказа"
    assert cells == {
        "услуга, единица": f"{SERVICE}, человеко-часов",
        "заказано": "100,50",
        "доли по способам": "муниципальное задание — 60; социальный сертификат — 40,50",
        "оказано по сертификатам": "20",
        "оказано самое большее": "",
        "оказано вне года заказа": "",
        "вне года самое большее": "",
        "отклонение": "-20,50",
        "в пределах допустимого": words,
    }


def test_what_is_not_known_exactly_and_what_is_of_other_years_stand_beside():
    one = row()._replace(most=Decimal(50), other_years=figure(0, 7), other_most=Decimal(30))
    ((_, table), (_, beside)) = report_tables(
        told(one, outside=(Outside(SERVICE, HOURS, *one[3:4], *one[5:]),)), "en"
    )
    assert table.rows[0][3:8] == ("20", "50", "0", "30", "-20.50")
    assert beside.rows == ((f"{SERVICE}, person-hours", "20", "50", "0", "30"),)
    assert (one.as_json()["most"], one.as_json()["other_most"]) == ("50", "30")


def test_more_than_ordered_beyond_the_permitted_deviation_is_told_without_excuse():
    more = row(False)._replace(rendered=figure(50, 7))
    assert more.deviation.amount > 0
    ((_, table),) = report_tables(told(more), "en")
    assert table.rows[0][-1] == "no"


def test_lines_say_the_order_the_day_and_what_is_permitted_with_its_provision():
    lines = list(report_lines(told(row(True), permitted=Decimal(5)), "en"))
    assert lines[:2] == [
        "Execution of the social order 2024/1 for 2024, by the cases on 2025-01-15",
        f"permitted deviation, per cent: 5 ({CITE.label.en})",
    ]
    assert "    within the permitted one: yes" in lines
    assert list(report_lines(told(), "ru"))[1:] == ["допустимое отклонение: не установлено"]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_page_holds_the_tables_and_the_records_of_each_figure(lang):
    page = report_page(told(row(), outside=(Outside("<service>", HOURS, figure(3, 9)),)), lang)
    root = ET.fromstring(page.partition("\n")[2])  # noqa: S314  # our own
    told_of = [[line.text for line in one.iter("p")] for one in root.iter("details")]
    assert [[line.rpartition(" — ")[2] for line in lines] for lines in told_of] == [
        ["<case>: 1", "<case>: 1, 2", "<case>: 1, 2", "<case>: 7", "<case>: 7, 1, 2"],
        ["<case>: 9"],
    ]
    assert len(list(root.iter("table"))) == 2


# ─── Which contracts count, in figures and in words ──────────────────────────────────────────────────────

WORDS = {
    "ru": "Считаются договоры, сертификаты которых сформированы по этому заказу",
    "en": "those whose certificates were formed under this order",
}


def rendered(*steps, order="2024/1"):
    report = report_of(taking(*steps).cases(), PROFILE, order, date(2025, 12, 31))
    return [str(one.rendered.amount) for one in report.rows]


def test_a_contract_counts_for_the_order_of_its_certificate_in_whatever_year_it_ended():
    given = ordered(), included(), agreed(), certified(), contracted()
    assert rendered(*given, fulfilled()) == ["72"]
    given = ordered(), included(), agreed(), certified(), contracted()
    assert rendered(*given, fulfilled(on="2025-01-20")) == ["72"]


@pytest.mark.parametrize(("order", "amount"), [("2024/1", "0"), ("2024/2", "72")])
def test_of_two_orders_of_a_year_only_that_of_the_certificate_counts_it(order, amount):
    cases = ordered("o2", number="2024/2"), ordered(), included(), agreed(), certified(), contracted()
    assert rendered(*cases, fulfilled(), order=order) == [amount]


@pytest.mark.parametrize(("lang", "guide"), [("ru", "many.ru.md"), ("en", "many.md")])
def test_the_page_and_the_workbook_say_which_contracts_count_as_the_guide_does(lang, guide):
    page, _ = report_book(told(row()), lang)
    written = " ".join((places.ROOT / "docs" / "howto" / guide).read_text(encoding="utf-8").split())
    counted = page.how.removeprefix(f"{list(report_lines(told(row()), lang))[1]}. ").split(". ")[0]
    assert WORDS[lang] in counted
    assert f"{counted}." in written
    assert WORDS[lang] in report_page(told(row()), lang)
