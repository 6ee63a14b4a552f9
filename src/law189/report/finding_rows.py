"""Замечания строками (finding rows): a finding as the cells of a table, and the findings that a page names.

A page names no more than `MOST` findings, first causes before what follows from them.
"""

from collections.abc import Iterable, Iterator, Sequence

from law189.audit.finding import Finding
from law189.casebook.cycles import CYCLES
from law189.kinds.asked import methods_asked
from law189.law import Lang, Text
from law189.report.findings import Place, grounds_told, step_told
from law189.report.months import MONTHS
from law189.report.page import escaped
from law189.report.paged import cell
from law189.report.tables import told_by
from law189.report.text import DO, MARKS

__all__ = ["HEADS", "MOST", "Kept", "finding_cells", "findings_style", "html_findings"]

MOST = 5000
"""How many findings a page names."""
HEADS = (
    Text("файл", "file"),
    Text("строка", "line"),
    Text("дело", "case"),
    Text("цикл", "lifecycle"),
    Text("шаг", "step"),
    Text("день", "day"),
    Text("исход", "outcome"),
    Text("замечание", "finding"),
    Text("нормы", "provisions"),
    Text("правило", "rule"),
    Text("следует из строки", "follows from line"),
    Text("что сделать", "what to do"),
    Text("решение", "decision"),
)
STYLE = f"""{MONTHS}
thead th[aria-sort="ascending"]::after {{ content: " \\2191" }}
thead th[aria-sort="descending"]::after {{ content: " \\2193" }}
.findings th:first-child {{ min-width: 4em }}
.findings td:nth-child(6) {{ min-width: 18em }}
@media screen and (max-width: 40em) {{ .findings th:first-child, .findings td:nth-child(6) {{ min-width: 0 }} }}
"""


@methods_asked
class Kept:
    """Замечания для страницы: the first `MOST`, first causes before what follows from them."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._first: list[Finding] = []
        self._after: list[Finding] = []

    def add(self, finding: Finding) -> None:
        """Keep the finding, where there is still room for one of its kind."""
        of = self._first if finding.cause is None else self._after
        if len(of) < self.most:
            of.append(finding)

    @property
    def told(self) -> tuple[Finding, ...]:
        """The findings that the page names, in its order."""
        return (*self._first, *self._after)[: self.most]


def finding_cells(finding: Finding, lang: Lang, place: Place) -> tuple[str, ...]:
    """A cell for each of `HEADS`."""
    name, line = place(finding.line)
    cause = "" if finding.cause is None else _place_told(finding.cause, name, place)
    return (
        name,
        cell(line, lang),
        finding.history,
        CYCLES[finding.lifecycle].title[lang],
        step_told(finding.lifecycle, finding.kind, lang) if finding.kind else "",
        cell(finding.on, lang),
        finding.outcome.text[lang],
        finding.text[lang],
        grounds_told(finding, lang),
        finding.rule,
        cause,
        "" if finding.cure is None else finding.cure[lang],
        "" if finding.decided_by is None else told_by(finding.decided_by, lang),
    )


def _place_told(number: int, beside: str, place: Place) -> str:
    """The line; with its file where that is another."""
    name, line = place(number)
    return str(line) if name == beside else f"{name}: {line}"


COLUMNS = (1, 2, 4, 5, 6, 7, 8, 9, 10)
"""Which of `HEADS` stand in the page; the lifecycle stands before the step, the file before the line, what to do
and who decided below what is wrong."""


def html_findings(told: Iterable[Finding], lang: Lang, place: Place) -> Iterator[str]:
    """The findings as lines of HTML, one table."""
    heads = "".join(f'<th scope="col">{escaped(HEADS[at][lang])}</th>' for at in COLUMNS)
    yield '<table class="columns of8 findings cards">'
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for one in told:
        cells = list(finding_cells(one, lang, place))
        cells[1] = f"{cells[0]}: {cells[1]}" if cells[0] else cells[1]
        cells[4] = f"{cells[3]}, {cells[4]}" if cells[4] else cells[3]
        cells[6] = f"{MARKS[one.outcome]} {cells[6]}"
        by = {1: str(one.line), 5: one.on.isoformat(), 10: str(one.cause or "")}
        more = {7: _below(one, cells, lang)}
        row = (f"<td{_by(by.get(at))}>{escaped(cells[at])}{more.get(at, '')}</td>" for at in COLUMNS[1:])
        first = f'<th scope="row"{_by(by[1])}>{escaped(cells[1])}</th>'
        yield f"<tr>{first}{''.join(row)}</tr>"
    yield "</tbody></table>"


def _below(finding: Finding, cells: Sequence[str], lang: Lang) -> str:
    """What to do about it and who decided it, below what is wrong; empty where neither is said."""
    said = [f"{DO[lang]}: {cells[11]}"] if finding.cure is not None else []
    said += [f"{HEADS[12][lang]}: {cells[12]}"] if finding.decided_by is not None else []
    return "".join(f'<p class="within">{escaped(one)}</p>' for one in said)


def findings_style(lang: Lang) -> str:
    """The style of the page; on a narrow screen a finding is a card, in which every cell tells its head."""
    heads = (
        f'.findings td:nth-child({number})::before {{ content: "{HEADS[at][lang]}: " }}'
        for number, at in enumerate(COLUMNS[1:], start=2)
    )
    return "\n".join((STYLE, *heads))


def _by(value: str | None) -> str:
    """By what a cell is sorted where that is not what it shows."""
    return f' data-by="{escaped(value)}"' if value else ""
