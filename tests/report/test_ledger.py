"""The ledger and the registers told: tables, lines, pages, and the drawing."""

import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
import stories
from filled import edited, filled
from hypothesis import given
from hypothesis import strategies as st

from law189.casebook.ledger import ledger
from law189.profile.parameters import Parameters
from law189.report.bars import HATCHINGS, Bar, Part, bars
from law189.report.ledger import ledger_lines, ledger_page, ledger_tables
from law189.report.paged import Table, as_csv, as_lines, html_table
from law189.report.style import GENERATOR

PROFILE = filled("kemerovo")
CASES = [stories.STORIES[name].told() for name in ("order", "certificate", "contract", "agreement")]
END = date(2024, 12, 31)
TOLD = ledger(CASES, PROFILE, END)
EMPTY = ledger((), PROFILE, END)


def priced():
    normatives = [{"roubles": "150.25", "unit": "person-hours"}]
    told = Parameters.model_validate({"normatives": normatives, "cite": PROFILE.latest.services[0].cite})
    return ledger(CASES, edited(PROFILE, {"parameters": (told,)}), END)


def test_a_ledger_has_a_table_for_each_part_that_has_rows():
    assert [title for title, _ in ledger_tables(TOLD, "en")] == [
        "By service",
        "By provider",
        "By consumer",
        "Agreements, in roubles",
    ]
    assert ledger_tables(EMPTY, "en") == ()
    title, table = ledger_tables(priced(), "ru")[1]
    assert title == "По услугам, в рублях по нормативным затратам, без округления"
    (row,) = (dict(zip(table.heads, one, strict=True)) for one in table.rows)
    assert row["заказано"] == "15100,1250"
    assert row["руб. за единицу"].startswith("150,25 (человеко-часов; ")


def test_a_row_is_told_by_the_words_of_its_columns():
    (_, table), *_, (_, money) = ledger_tables(TOLD, "ru")
    (row,) = (dict(zip(table.heads, one, strict=True)) for one in table.rows)
    assert row == {
        "услуга, год заказа, единица": f"{stories.SERVICE}, 2024, человеко-часов",
        "заказано": "100,50",
        "доли по способам": "муниципальное задание — 60; социальный сертификат — 40,50",
        "в сертификатах": "72,50",
        "вернулось в долю заказа": "0",
        "свободно по сертификатам": "52,50",
        "в договорах": "72",
        "вернулось в сертификат": "52",
        "занято договорами": "0",
        "оказано": "20",
        "принято по актам": "0",
        "истекло неиспользованным": "0",
        "остаток доли сертификата": "-32,00",
    }
    assert money.rows == (("2023", stories.INN, "120000,50", "0", "0", "0", "120000,50", "0,00"),)


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_what_is_not_known_is_told_in_words(lang):
    lone = stories.CONTRACT.told(2)
    (_, services), (_, providers), (_, consumers) = ledger_tables(ledger([lone], PROFILE, END), lang)
    said = {"ru": ("год не известен", "не известен"), "en": ("year not known", "not known")}[lang]
    assert said[0] in services.rows[0][0]
    assert providers.rows[0][1] == stories.INN
    assert consumers.rows[0][1] == said[1]


def test_lines_say_where_nothing_was_moved():
    assert list(ledger_lines(EMPTY, "ru")) == ["Ведомость, на 31.12.2024", "ничего не проведено"]
    lines = list(ledger_lines(TOLD, "en"))
    assert lines[:3] == ["Ledger, on 2024-12-31", "", "By service"]
    assert "    rendered: 20" in lines
    assert not re.search("[а-яё]", "".join(line for line in lines if stories.SERVICE not in line))


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_lines_name_the_records_of_each_figure_where_that_is_asked(lang):
    plain, whole = (list(ledger_lines(TOLD, lang, records=asked)) for asked in (False, True))
    assert whole[: len(plain)] == plain
    blank, title, *rest = whole[len(plain) :]
    assert (blank, title) == (
        "",
        {"ru": "Из каких записей числа", "en": "Which records the figures come from"}[lang],
    )
    assert rest.count("    " + {"ru": "оказано: 20 — 5: 7", "en": "rendered: 20 — 5: 7"}[lang]) == 3
    page = ledger_page(TOLD, lang)
    assert all(f"<p>{one.strip()}</p>" in page for one in rest if one.startswith("    "))
    assert list(ledger_lines(EMPTY, lang, records=True)) == list(ledger_lines(EMPTY, lang))


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_page_is_whole_and_names_the_records_of_each_figure(lang):
    page = ledger_page(TOLD, lang)
    assert page.startswith(f"<!DOCTYPE html>\n{GENERATOR}")
    assert "<script" not in page
    assert "://" not in page
    well_formed(page.partition("\n")[2])
    assert page.count('<div class="bars"') == 1
    words = {"ru": "оказано: 20 — 5: 7", "en": "rendered: 20 — 5: 7"}[lang]
    assert page.count(words) == 3  # of the service, of the provider and of the consumer
    assert "120000" in page.partition("<details>")[2]


def test_an_empty_page_has_no_drawing():
    page = ledger_page(EMPTY, "ru")
    assert "<svg" not in page
    assert "ничего не проведено" in page


def well_formed(told):
    return ET.fromstring(told)  # noqa: S314  # what this library wrote


# ─── The drawing ─────────────────────────────────────────────────────────────────────────────────────────

amounts = st.decimals(-1000, 10**12, places=2)
kinds = st.sampled_from((*HATCHINGS, "treasury"))
parts = st.lists(
    st.builds(lambda kind, amount: Part(kind, kind, amount, str(amount)), kinds, amounts), max_size=6
)


@given(parts)
def test_a_bar_shares_its_width_out_in_proportion(drawn):
    lines = list(bars("title", [Bar("of", tuple(drawn))]))
    well_formed("".join(lines))
    boxes = [
        (float(found[1]), float(found[2]))
        for line in lines
        if (found := re.search(r'part [\w-]+" x="([\d.]+)%".* width="([\d.]+)%"', line))
    ]
    shown = [part for part in drawn if part.amount > 0]
    whole = sum(part.amount for part in shown)
    assert len(boxes) == len(shown)
    for (x, width), part, before in zip(boxes, shown, range(len(shown)), strict=True):
        assert width == pytest.approx(float(part.amount / whole * 100), abs=0.002)
        assert x == pytest.approx(
            float(sum((one.amount for one in shown[:before]), Decimal(0)) / whole * 100), abs=0.002
        )


@given(parts)
def test_every_part_is_in_the_legend_and_one_below_zero_is_told_in_words(drawn):
    told = "".join(bars("title", [Bar("of", tuple(drawn))]))
    assert all(f">{part.name}</li>" in told for part in drawn)
    assert all(f"; {part.name}: {part.words}" in told for part in drawn if part.amount < 0)


def test_whatever_stands_in_words_is_text():
    evil = "<b onclick='x'>&"
    told = "".join(bars(evil, [Bar(evil, (Part("held", evil, Decimal(1), evil),))]))
    assert "<b" not in told
    well_formed(told)
    assert "<b" not in "".join(html_table(Table((evil, evil), ((evil, evil),))))


# ─── CSV and lines ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_csv_is_a_formula(sign):
    assert f"'{sign}1" in as_csv(Table(("a",), ((f"{sign}1",),)))


def test_an_empty_cell_has_no_line():
    assert list(as_lines(Table(("a", "b", "c"), (("1", "", "3"),)))) == ["a: 1", "    c: 3"]
