"""The report on an audit: one file that asks no other host, whole without its script; nothing in it marks up."""

import re
from collections import Counter
from datetime import date

from books import PROFILE, certified, town
from lxml import etree

from law189.audit.bulk import audit
from law189.audit.compared import compared
from law189.audit.finding import Finding
from law189.audit.summary import AuditCount, FileRead
from law189.facts import Frozen
from law189.law import Citation, Text
from law189.profile.loader import load_profile
from law189.report.audited import HEADS, SCRIPT, Kept, audit_page, comparison_page, finding_cells
from law189.report.findings import tell_finding, tell_summary
from law189.report.months import months
from law189.report.paged import csv_rows
from law189.verdict import Outcome

EVIL = '<script>alert("1")</script>&\x1b[31m\u202e'
STEPS = [*town(), *certified("c2", number="К-2")]


def place(number):
    return "", number


def found(line=1, cause=None, text="…", history="c1", on="2024-01-31", outcome=Outcome.VOID):
    words, cites = Text(text, text), (Citation("act", "p1", Text(text, text)),)
    day = date.fromisoformat(on)
    return Finding(
        history, "certificate", line, "formed", day, "forms.form", outcome, words, Frozen(), cites, cause
    )


def summed(findings, **more):
    tally = AuditCount()
    for number, one in enumerate(STEPS, start=1):
        tally.read(number, one)
    for one in findings:
        tally.found(one)
    return tally.summary(seconds=1.25, **more)


def paged(findings, lang="en", most=5000, at=place, **more):
    kept = Kept(most)
    for one in findings:
        kept.add(one)
    return audit_page(summed(findings, **more), kept, "Town", lang, at, PROFILE.latest)


def tables(page):
    """The text of each table of the page, as rows of cells, by the title above it."""
    tree = etree.fromstring(page.encode(), etree.XMLParser(resolve_entities=False))
    return {
        "".join(section.find("h2").itertext()): [
            ["".join(cell.itertext()) for cell in row] for row in section.iter("tr")
        ]
        for section in tree.iter("section")
    }


def test_the_page_tells_the_summary_and_every_finding():
    answers = [*audit(enumerate(STEPS, start=1), PROFILE)]
    said = tables(paged(answers))
    assert ["Events", "14"] in [[one.capitalize(), two] for one, two in said["Summary"]]
    assert said["By rule"][1:] == [["reconciliation.certificates_once", "1"]]
    assert said["By who took the step"][1:] == [["education", "1"]]
    [row] = said["Findings"][1:]
    assert row[0] == "14"
    assert row[1:3] == ["c2", "social certificate, certificate formed"]
    assert row[5] == f"{answers[0].text.en}what to do: {answers[0].cure.en}"
    assert row[7] == "reconciliation.certificates_once"


def test_first_causes_stand_before_what_follows():
    page = paged([found(3, cause=1), found(1), found(4, cause=1), found(2)])
    assert [row[0] for row in tables(page)["Findings"][1:]] == ["1", "2", "3", "4"]
    assert [row[8] for row in tables(page)["Findings"][1:]] == ["", "", "1", "1"]


def test_a_large_audit_names_so_many_and_says_how_many_more():
    many = [found(number, cause=1 if number % 2 else None) for number in range(1, 21)]
    page = paged(many, most=5)
    assert len(tables(page)["Findings"]) == 6
    assert "Findings here: 5, in all: 20. All of them: the option --csv or --json." in page
    assert "in all" not in paged(many)


def test_an_audit_that_was_broken_off_says_so():
    assert "The audit was broken off" in paged([found()], interrupted=True)
    assert "The audit was broken off" not in paged([found()])


def test_nothing_found_is_told():
    assert "There are no findings." in paged([])


def test_nothing_in_a_finding_marks_up_the_page():
    files = (FileRead(EVIL, 1, 1), FileRead("b", 2, 1))
    pages = [
        paged([found(text=EVIL, history=EVIL)], at=lambda number: (EVIL, number), files=files),
        comparison_page(
            compared([found(text=EVIL)], [found(line=2, text=EVIL)]),
            (summed([found(text=EVIL)]), summed([found(line=2, text=EVIL)])),
            (EVIL, "b"),
            "ru",
            lambda number: (EVIL, number),
        ),
    ]
    for page in pages:
        tree = etree.fromstring(page.encode(), etree.XMLParser(resolve_entities=False))
        assert Counter(one.tag for one in tree.iter())["script"] == 1
        assert page.count(SCRIPT) == 1
        assert "\x1b" not in page
        assert "\u202e" not in page


def test_the_page_asks_no_host_and_runs_its_own_script_alone():
    from base64 import b64encode
    from hashlib import sha256

    page = paged([found()])
    assert "://" not in page
    assert not re.search(r"\b(src|href)=", page)
    digest = b64encode(sha256(SCRIPT.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in page
    assert not set(SCRIPT) & {"<", "&"}  # so that programs for XML read the page


def test_columns_are_sorted_by_what_they_mean():
    """A day written as people write it is sorted by its year, and a line by its number through all files."""
    page = paged([found(12, on="2024-01-31")], lang="ru", at=lambda number: ("b.jsonl", number - 10))
    assert '<th scope="row" data-by="12">b.jsonl: 2</th>' in page
    assert '<td data-by="2024-01-31">31.01.2024</td>' in page


def test_the_drawing_has_a_column_a_month_as_high_as_its_count():
    svg = "".join(months("…", {"2024-01": {"void": 2, "breach": 2}, "2024-03": {"unknown": 1}}, "en"))
    boxes = re.findall(r'class="part (\w+)"[^>]*height="([\d.]+)"><title>([^<]*)', svg)
    assert [(kind, height) for kind, height, says in boxes if ":" in says] == [
        ("void", "120.0"),
        ("breach", "120.0"),
        ("unknown", "60.0"),
    ]
    etree.fromstring(svg)


def test_more_months_than_a_page_holds_are_years():
    by_month = {f"{year}-{month:02}": {"void": 1} for year in range(2020, 2025) for month in range(1, 13)}
    svg = "".join(months("…", by_month, "en"))
    assert "2020-01" not in svg
    assert svg.count(": 12</title>") == 5


def test_the_difference_of_two_audits_is_told_by_what_became_of_it():
    before = [found(1), found(2), found(3, text="old")]
    after = [found(1), found(3, text="new", outcome=Outcome.BREACH), found(4), found(5)]
    page = comparison_page(compared(before, after), (summed(before), summed(after)), ("a", "b"), "en", place)
    said = tables(page)
    assert {"Appeared: 2", "Vanished: 1", "Changed: 1"} <= said.keys()
    assert [row[0] for row in said["Appeared: 2"][1:]] == ["4", "5"]
    cure = f"what to do: {found(1).cure.en}"
    assert [row[5] for row in said["Changed: 1"] if row[0] == "3"] == [f"old{cure}", f"new{cure}"]
    assert said["By rule"][1:] == [["forms.form", "3", "4"]]


# ─── Rows and lines ──────────────────────────────────────────────────────────────────────────────────────


def test_a_row_has_a_cell_for_every_head_and_no_formula():
    one = found(2, cause=1, text="=HYPERLINK(1)", history="@case")
    cells = finding_cells(one, "en", lambda number: ("+a.jsonl" if number == 2 else "b.jsonl", number))
    assert len(cells) == len(HEADS)
    row = csv_rows([cells])
    assert row.startswith("'+a.jsonl;2;'@case;social certificate;certificate formed;2024-01-31;")
    assert "'=HYPERLINK(1)" in row
    assert row.endswith(";forms.form;b.jsonl: 1;;\r\n"), "what follows from another line is mended there"
    [last] = csv_rows([finding_cells(found(2), "ru", place)]).splitlines()
    assert last.endswith(";Составьте документ в требуемой форме.;")


def test_a_line_tells_its_file_where_there_are_several():
    one = found(12, cause=3)
    told = tell_finding(
        one, "en", lambda number: ("b.jsonl", number - 10) if number > 10 else ("a.jsonl", number)
    )
    assert told.startswith("✗ file b.jsonl, line 2: c1")
    assert told.endswith("(follows from file a.jsonl, line 3)")


def test_the_words_tell_the_ten_largest_of_each_count():
    profile = load_profile("kemerovo")
    many = [found(n)._replace(rule=f"rule.{n:02}") for n in range(1, 13)]
    lines = [*tell_summary(summed(many), "en", profile.latest)]
    assert lines[0] == "Findings: 12 (✗ 12); first causes: 12"
    assert lines[2:13] == ["By rule:", *(f"    rule.{n:02}: 1" for n in range(1, 11))]
    assert lines[13] == "    more: 2"
