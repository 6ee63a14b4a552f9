"""Отчёт о проверке (audited): an audit, or the difference of two, as one HTML file; findings as rows.

The page asks no other host for anything, prints on A4, and is whole without its script, which sorts a table by the
column whose head is pressed. It names no more than `MOST` findings, first causes first, and says how many more
there are.
"""

from collections.abc import Iterable, Iterator, Sequence
from types import NoneType

from law189.audit.compared import FindingChange, FindingDifference, counted
from law189.audit.summary import Summary
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Lang, Text
from law189.profile.edition import Edition
from law189.report.finding_rows import HEADS, MOST, Kept, finding_cells, findings_style, html_findings
from law189.report.findings import COUNTS, Place, counts, tell_alike
from law189.report.months import months
from law189.report.page import escaped
from law189.report.paged import Page, Table, as_page, html_section, html_table
from law189.verdict import Outcome

__all__ = [
    "HEADS",
    "MOST",
    "Kept",
    "audit_about",
    "audit_page",
    "comparison_page",
    "finding_cells",
]

SCRIPT = """
document.addEventListener("DOMContentLoaded", function () {
  document.querySelectorAll("table").forEach(function (table) {
    var body = table.tBodies[0];
    table.querySelectorAll("thead th").forEach(function (head, column) {
      head.tabIndex = 0;
      head.style.cursor = "pointer";
      function sort() {
        var down = head.getAttribute("aria-sort") === "ascending";
        var order = new Intl.Collator(document.documentElement.lang, {numeric: true});
        var rows = Array.from(body.rows);
        rows.sort(function (a, b) {
          return order.compare(a.cells[column].dataset.by || a.cells[column].textContent,
                               b.cells[column].dataset.by || b.cells[column].textContent);
        });
        if (down) { rows.reverse(); }
        table.querySelectorAll("thead th").forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        rows.forEach(function (row) { body.appendChild(row); });
      }
      head.addEventListener("click", sort);
      head.addEventListener("keydown", function (event) { if (event.key === "Enter") { sort(); } });
    });
  });
});
"""
TITLE = Text("Проверка шагов", "Audit of steps")
HOW = Text(
    "Замечание — одна причина против одного шага, с адресом нормы или пометкой «принято» и её причиной. "
    "Первопричины стоят раньше того, что из них следует. Таблицу можно упорядочить: нажмите на заголовок столбца.",
    "A finding is one reason against one step, with the address of the provision, or marked «assumed» with the "
    "reason. First causes stand before what follows from them. A table can be sorted: press the head of a column.",
)
HOW_ROWS = Text(
    "Замечание — одна причина против одного шага, с адресом нормы или пометкой «принято», в порядке проверки.",
    "A finding is one reason against one step, with the address of the provision or marked «assumed», in the order "
    "of the audit.",
)
FIGURES = {
    "events": Text("событий", "events"),
    "histories": Text("дел", "cases"),
    "findings": Text("первопричин", "first causes"),
    "following": Text("следуют из них", "follow from them"),
    "decided": Text("решено", "decided"),
    "faults": Text("строк с ошибками", "faulty lines"),
    "later": Text("дел после этого дня, не показаны", "cases after that day, not shown"),
    "seconds": Text("секунд", "seconds"),
}
WHAT, COUNT = Text("что", "what"), Text("первопричин", "first causes")
SUMMARY, FINDINGS = Text("Итог", "Summary"), Text("Замечания", "Findings")
FILES, LINES, FROM = Text("Файлы", "Files"), Text("строк", "lines"), Text("первая строка", "first line")
BY_MONTH = Text("Первопричины по месяцам и исходам", "First causes by month and outcome")
NONE = Text("Замечаний нет.", "There are no findings.")
MORE = Text(
    "Названы не все. Замечаний здесь: {told}, всего: {whole}. Все замечания: ключ --csv или --json.",
    "Not all are named. Findings here: {told}, in all: {whole}. All of them: the option --csv or --json.",
)
BROKEN = Text(
    "Проверка прервана: здесь то, что найдено до этого.",
    "The audit was broken off: here is what was found before.",
)
AGAINST = Text("Проверка по двум профилям", "Audit by two profiles")
BEFORE, AFTER = Text("было", "before"), Text("стало", "after")
CHANGES = {
    FindingChange.APPEARED: Text("Появилось", "Appeared"),
    FindingChange.VANISHED: Text("Исчезло", "Vanished"),
    FindingChange.CHANGED: Text("Изменилось", "Changed"),
}


@asked
def audit_about(lang: Lang) -> Page:
    """What a workbook of findings says of itself."""
    return Page(TITLE[lang], FINDINGS[lang], HOW_ROWS[lang])


# ─── Страница ────────────────────────────────────────────────────────────────────────────────────────────


@asked
def audit_page(
    summary: Summary, kept: Kept, title: str, lang: Lang, place: Place, edition: Edition | None = None
) -> str:
    """The whole page of one audit; `title` says of what, such as the name of the municipality."""
    must_be(edition, Edition, NoneType)
    body = [*_summary(summary, lang, edition)]
    if summary.interrupted:
        body.insert(0, f'<p class="act">{escaped(BROKEN[lang])}</p>')
    told = kept.told
    whole = summary.told
    if len(told) < whole:
        words = MORE[lang].format(told=len(told), whole=whole)
        body.append(f"<p>{escaped(words)}</p>")
    body += html_section(
        FINDINGS[lang], html_findings(told, lang, place) if told else [f"<p>{escaped(NONE[lang])}</p>"]
    )
    return as_page(Page(TITLE[lang], title, HOW[lang]), lang, body, findings_style(lang), SCRIPT)


def _summary(summary: Summary, lang: Lang, edition: Edition | None) -> Iterator[str]:
    named = [name for name in FIGURES if name not in ("later", "decided") or getattr(summary, name)]
    figures = [(FIGURES[name][lang], _figure(summary, name, lang)) for name in named]
    outcomes = [
        (outcome.text[lang], str(summary.outcomes[outcome.value]))
        for outcome in Outcome
        if outcome.value in summary.outcomes
    ]
    table = Table((WHAT[lang], SUMMARY[lang]), (*figures, *outcomes))
    yield from html_section(
        SUMMARY[lang], [*html_table(table), *months(BY_MONTH[lang], summary.by_month, lang)]
    )
    yield from (f"<p>{escaped(one)}</p>" for one in tell_alike(summary.alike, lang))
    for title, rows in counts(summary, lang, edition):
        counted_rows = tuple((name, str(count)) for name, count in rows)
        yield from html_section(title, html_table(Table((WHAT[lang], COUNT[lang]), counted_rows)))
    if len(summary.files) > 1:
        files = tuple((one.name, str(one.first), str(one.lines)) for one in summary.files)
        heads = (HEADS[0][lang], FROM[lang], LINES[lang])
        yield from html_section(FILES[lang], html_table(Table(heads, files)))


def _figure(summary: Summary, name: str, lang: Lang) -> str:
    if name == "following":
        return str(summary.following.findings)
    value = getattr(summary, name)
    return f"{value:.1f}".replace(".", "," if lang == "ru" else ".") if name == "seconds" else str(value)


# ─── По двум профилям ────────────────────────────────────────────────────────────────────────────────────


@asked
def comparison_page(
    found: Sequence[FindingDifference],
    summaries: tuple[Summary, Summary],
    titles: tuple[str, str],
    lang: Lang,
    place: Place,
) -> str:
    """The whole page of what differs between two audits of the same lines."""
    said, body = counted(found), []
    heads = (WHAT[lang], f"{BEFORE[lang]}: {titles[0]}", f"{AFTER[lang]}: {titles[1]}")
    figures = tuple(
        (words[lang], *(_figure(one, name, lang) for one in summaries)) for name, words in FIGURES.items()
    )
    body += html_section(SUMMARY[lang], html_table(Table(heads, figures)))
    for name, title in COUNTS.items():
        rows = _both(name, summaries, lang)
        if rows:
            body += html_section(title[lang], html_table(Table(heads, rows)))
    left = MOST
    for change, title in CHANGES.items():
        those = [one for one in found if one.change is change]
        told, left = those[:left], max(0, left - len(those))
        part = [*_changed(told, lang, place)] if told else [f"<p>{escaped(NONE[lang])}</p>"]
        if len(told) < len(those):
            words = MORE[lang].format(told=len(told), whole=len(those))
            part.insert(0, f"<p>{escaped(words)}</p>")
        body += html_section(f"{title[lang]}: {said[change.value]}", part)
    return as_page(
        Page(AGAINST[lang], f"{titles[0]} → {titles[1]}", HOW[lang]), lang, body, findings_style(lang), SCRIPT
    )


def _both(name: str, summaries: tuple[Summary, Summary], lang: Lang) -> tuple[tuple[str, ...], ...]:
    """A row for each key of a count whose number differs."""
    first, second = (dict(next((rows for _, rows in _one(one, name, lang)), ())) for one in summaries)
    keys = dict.fromkeys((*second, *first))
    return tuple(
        (key, str(first.get(key, 0)), str(second.get(key, 0)))
        for key in keys
        if first.get(key, 0) != second.get(key, 0)
    )


def _one(summary: Summary, name: str, lang: Lang) -> Iterator[tuple[str, Sequence[tuple[str, int]]]]:
    return ((title, rows) for title, rows in counts(summary, lang) if title == COUNTS[name][lang])


def _changed(told: Iterable[FindingDifference], lang: Lang, place: Place) -> Iterator[str]:
    """The findings; of one that has changed both, one below the other."""
    for one in told:
        if one.before is not None and one.after is not None:
            yield f"<h3>{escaped(f'{BEFORE[lang]} → {AFTER[lang]}')}</h3>"
            yield from html_findings((one.before, one.after), lang, place)
    alone = [one.finding for one in told if one.before is None or one.after is None]
    if alone:
        yield from html_findings(alone, lang, place)
