"""Every report is one file: opened from the disk it asks no host for anything; axe finds nothing serious in it."""

from datetime import date
from pathlib import Path

import pytest
import stories
from books import PROFILE, town
from browser import NARROW, WIDE, overflow, serious

from law189.audit.bulk import audit
from law189.audit.indicators import indicators_on
from law189.audit.plan import plan_on
from law189.audit.summary import AuditCount
from law189.casebook.ledger import ledger
from law189.casebook.registers import RegisterKind, difference, register
from law189.casebook.report import report_of
from law189.lints.linter import lint
from law189.profile.loader import load_profile
from law189.report.audited import Kept, audit_page
from law189.report.case import case_page
from law189.report.executed import report_page
from law189.report.html import as_html
from law189.report.indicated import indicator_page
from law189.report.ledger import ledger_page
from law189.report.planned import plan_page
from law189.report.registers import register_html
from law189.report.sheet import sheet

KEMEROVO, END = load_profile("kemerovo"), date(2024, 12, 31)


def cases():
    named = (name for name in stories.STORIES if name != "agreement")
    return [*(stories.STORIES[name].told() for name in named), stories.AGREEMENT.told()._replace(id="a-7")]


def audited():
    tally, kept = AuditCount(), Kept()
    lines = [*town(), *town()]
    for number, line in enumerate(lines, start=1):
        tally.read(number, line)
    for found in audit(enumerate(lines, start=1), PROFILE):
        tally.found(found)
        kept.add(found)
    return audit_page(tally.summary(seconds=1), kept, "Город", "ru", lambda line: ("", line), PROFILE.latest)


def registers():
    days = (date(2023, 10, 4), END)
    before, after = (register(RegisterKind.PROVIDERS, cases(), KEMEROVO, day) for day in days)
    return register_html(difference(before, after), "ru")


PAGES = {
    "case": lambda: case_page(stories.STORIES["certificate"].told(), KEMEROVO, "ru", END),
    "case in English": lambda: case_page(stories.STORIES["meeting"].told(), KEMEROVO, "en"),
    "recipients": lambda: register_html(register(RegisterKind.RECIPIENTS, cases(), KEMEROVO, END), "ru"),
    "what changed in a register": registers,
    "ledger": lambda: ledger_page(ledger(cases(), KEMEROVO, END), "ru"),
    "order executed": lambda: report_page(report_of(cases(), KEMEROVO, "2024", END), "ru"),
    "plan": lambda: plan_page(plan_on(KEMEROVO, date(2023, 12, 5)), "Город", date(2023, 12, 5), "ru"),
    "indicators": lambda: indicator_page(indicators_on(KEMEROVO, {"app5.2.1": True}), "Город", None, "ru"),
    "audit": audited,
    "profile": lambda: as_html(sheet(KEMEROVO, KEMEROVO.latest, lint(KEMEROVO), "ru")),
}
DARK = ("case", "recipients", "ledger", "plan", "audit", "profile")
"""The pages that have all colours of the one stylesheet; they are read on a dark screen too."""


@pytest.mark.parametrize("name", PAGES)
def test_a_report_opened_from_the_disk_asks_no_host_for_anything(name, chrome, tmp_path: Path):
    file = tmp_path / "report.html"
    file.write_text(PAGES[name](), encoding="utf-8")
    for scheme in ("light", "dark") if name in DARK else ("light",):
        page = chrome.new_page(color_scheme=scheme, viewport={"width": WIDE, "height": 800})
        asked, errors = [], []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda said, errors=errors: errors.append(said.text))
        page.goto(file.as_uri())
        assert asked == [file.as_uri()]
        assert errors == []
        assert serious(page) == []
        if scheme == "light":
            page.set_viewport_size({"width": NARROW, "height": 800})
            assert overflow(page) <= 0
            assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
        page.close()


def test_a_report_is_read_without_script(chrome, tmp_path: Path):
    """All that the page of an audit says stands in it before its script runs."""
    file = tmp_path / "report.html"
    file.write_text(audited(), encoding="utf-8")
    words = []
    for runs in (True, False):
        context = chrome.new_context(java_script_enabled=runs)
        page = context.new_page()
        page.goto(file.as_uri())
        words.append(page.locator("body").inner_text())
        context.close()
    assert words[0] == words[1]


PILLARS = """
[...document.querySelectorAll("table td")]
  .filter(cell => cell.innerText.length >= 200 && cell.clientHeight > 2 * cell.clientWidth)
  .map(cell => `${cell.clientWidth}×${cell.clientHeight}: ${cell.innerText.slice(0, 60)}`)
"""


@pytest.mark.parametrize("width", [800, 900, WIDE, 1400])
def test_no_long_cell_is_a_pillar_of_words(chrome, tmp_path: Path, width):
    page = chrome.new_page(viewport={"width": width, "height": 800})
    for name, told in PAGES.items():
        file = tmp_path / "report.html"
        file.write_text(told(), encoding="utf-8")
        page.goto(file.as_uri())
        assert page.evaluate(PILLARS) == [], name
    page.close()
