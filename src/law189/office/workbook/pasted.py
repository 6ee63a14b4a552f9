"""Вставленная таблица (pasted): plan and indicators of a decree from its own table, as entries of a profile.

What is read with certainty becomes a value. What is not becomes a question with its row and its words, and the key
stays out: which act a measure adopts, for which step it sets a term, what an unclear term means, a person says.

>>> from law189.office.workbook.table import Table, one_line
>>> rows = [["№", "Мероприятие", "Срок"], ["1.", "Отчёт", "2024 год"], ["2.", "Семинар", "постоянно"]]
>>> cells = {(row, column): cell for row, line in enumerate(rows) for column, cell in enumerate(line)}
>>> found = pasted([Table("1", cells)], at="app4")
>>> found.entries["plan"][0]
{'title': {'ru': 'Отчёт'}, 'term': {'kind': 'year', 'year': 2024}, 'cite': 'app4.1'}
>>> [(place.row, words.ru) for place, words in found.questions]
[(2, 'срок «постоянно» не понят; впишите term')]
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.cells import in_keys
from law189.office.workbook.faults import Place
from law189.office.workbook.found import Asked, Left, Pasted, left
from law189.office.workbook.headed import Headed, Line, headed_in
from law189.office.workbook.indicator_rows import IndicatorRows
from law189.office.workbook.rows_read import Reader
from law189.office.workbook.said import Said
from law189.office.workbook.table import Table, one_line
from law189.office.workbook.termed import term_under
from law189.profile.term_words import day_of, plain_words, unclear

__all__ = ["OTHER", "Pasted", "pasted"]


def pasted(
    tables: Iterable[Table],
    at: str | None = None,
    bodies: Mapping[str, str] | None = None,
    kind: str | None = None,
    *,
    in_book: bool = False,
) -> Pasted:
    """The entries of every table that is a plan or indicators, or only of those of one `kind`.

    `at` is the address of the annex that the table stands in, where the table does not say it above itself;
    `bodies` are the ids of bodies by their titles. `in_book` says that the table is pasted in a workbook of
    a profile.
    """
    found = Pasted()
    known = {body: body for body in (bodies or {}).values()}
    known |= {plain_words(title): body for title, body in (bodies or {}).items()}
    for table in tables:
        headed = headed_in(table)
        if headed is None or kind not in (None, headed.kind):
            if table.cells:
                (found.unread if headed is None else found.others).append(table.title)
            continue
        reader = _Plan if headed.kind == "plan" else IndicatorRows
        found.read.append(table.title)
        found.questions += _left_of(table, headed)
        reader(found, table, headed, at, known, in_book=in_book).read(ABOVE if in_book else WITH_AT)
    return found


def _left_of(table: Table, headed: Headed) -> Iterator[tuple[Place, Text]]:
    """What the headings say beside what is read of them, each at its heading."""
    for role, said in headed.said.items():
        head = word(one_line(headed.heads[role]))
        for words in said.left:
            yield (
                Place(table.title, headed.row, headed.columns[role]),
                Text(
                    f"в заголовке «{head}» сказано ещё «{word(words)}»; этого в прочитанном нет, прочтите сами",
                    f"the heading «{head}» says also «{word(words)}», which is not in what was read; read it "
                    "yourself",
                ),
            )


OTHER = {
    "plan": Text(
        "это таблица показателей, а нужен план: рядом с «Мероприятие» в нём стоит «Срок»",
        "this is a table of indicators, and a plan is needed: «Срок» stands beside «Мероприятие» in it",
    ),
    "indicators": Text(
        "это план, а нужна таблица показателей: рядом с «Показатель» в ней стоят «Базовая величина», «Целевой "
        "ориентир» или годы",
        "this is a plan, and a table of indicators is needed: «Базовая величина», «Целевой ориентир» or years "
        "stand beside «Показатель» in it",
    ),
}
"""What is said of a table of the other kind than the one that is asked for."""
WITH_AT = Text(
    "адрес приложения с таблицей не указан; добавьте --at, например --at app4",
    "the address of the annex with the table is not given; add --at, such as --at app4",
)
ABOVE = Text(
    "адрес приложения с таблицей не указан; впишите его в строке над заголовками, например app4",
    "the address of the annex with the table is not given; write it in a row above the headings, such as app4",
)


class _Plan(Reader):
    """The table of a plan."""

    days = frozenset({"since", "term"})

    def entry(self, line: Line, said: Mapping[str, str]) -> None:
        """A measure of the plan."""
        place, asked = self.place(line), Asked()
        number, title = self.numbered(line, said, asked)
        entry: dict[str, Any] = {} if self.group is None else {"stage": self.group}
        entry["title"] = {"ru": self.text(title, place, asked)}
        asked.role = "term"
        above = self.headed.said.get("term", Said())
        words = _term_words(said, above)
        half = bool(said.get("since")) and "term" not in self.headed.heads and _has_a_day_more(said)
        term = None if half else in_keys(words) or term_under(words, Said() if said.get("since") else above)
        shown = word(one_line(words))
        if term is not None:
            entry["term"] = term
        elif (why := unclear(words)) is not None:
            asked.append(left("term", f"срок «{shown}»: {why.ru}", f"the term «{shown}»: {why.en}"))
        elif shown:
            asked.append(
                _no_term(shown, word(one_line(self.headed.heads.get("term", ""))) if any(above[:-1]) else "")
            )
        else:
            asked.append(left("term", "срока нет", "there is no term"))
        asked.role = "result"
        if said.get("result"):
            entry["result"] = {"ru": self.text(said["result"], place, asked)}
        asked.role = "responsible"
        if said.get("responsible"):
            entry |= self.responsible(said["responsible"], asked, several=True)
        asked.role = "number"
        entry |= self.cite(number, asked, said.get("number", ""))
        self.add("plan", entry, line, asked)


def _has_a_day_more(said: Mapping[str, str]) -> bool:
    """Whether a day stands under a heading that is not known: it may be the last one of the term."""
    return any(role.startswith("?") and day_of(words) is not None for role, words in said.items())


def _no_term(shown: str, head: str) -> Left:
    """That a term is not understood, under a heading that says something of it where `head` is given."""
    ru, en = (f" под заголовком «{head}»", f" under the heading «{head}»") if head else ("", "")
    return left("term", f"срок «{shown}»{ru} не понят", f"the term «{shown}»{en} is not understood")


def _term_words(said: Mapping[str, str], above: Said) -> str:
    """The words of the term; a first day in a column of its own makes it a period."""
    since, until = said.get("since", ""), said.get("term", "")
    if not since:
        return until
    return f"с {one_line(since)} {above.end or 'по'} {one_line(until)}" if until else f"с {one_line(since)}"
