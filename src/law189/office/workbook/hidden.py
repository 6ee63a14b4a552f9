"""Скрытое (hidden): rows, columns and sheets that nobody sees, and what is said of them.

Of the table of an act is read what a reader sees of it, in a workbook as in a text; what is passed over is told.
In a workbook of a profile a hidden value is a fault: the profile without it would be another one.

>>> cells = {(0, 0): "срок", (1, 0): "2023 год", (2, 0): "2024 год"}
>>> from law189.office.workbook.table import Hidden
>>> table = Table("План", cells, hidden=Hidden(rows=frozenset({1})))
>>> seen = seen_of(table)
>>> sorted(seen.cells), [(place, words.ru[:58]) for place, words in seen.passed]
([(0, 0), (2, 0)], [((1, 0), 'здесь скрыта строка, она не прочитана: «2023 год»; если эт')])
>>> [(place, words.ru) for place, words in hidden_values(table, below=1)]
[((1, 0), 'строка скрыта, а в ней значение; покажите её, если оно нужно, или удалите')]
"""

from collections.abc import Iterator
from dataclasses import replace

from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.table import NONE_HIDDEN, Area, Table, one_line

__all__ = ["hidden_values", "rows_passed", "seen_of", "words_passed"]

_SHOW = Text("если это есть в акте, покажите и прочитайте заново", "if the act has it, show it and read anew")
_SHEET = Text(f"лист скрыт и не прочитан; {_SHOW.ru}", f"the sheet is hidden and not read; {_SHOW.en}")


def words_passed(words: str) -> Text:
    """That a cell has hidden words, which are not read."""
    said = word(one_line(words))
    return Text(
        f"скрытые слова не прочитаны: «{said}»; {_SHOW.ru}",
        f"hidden words are not read: «{said}»; {_SHOW.en}",
    )


def rows_passed(count: int, words: str) -> Text:
    """That so many rows are hidden here and not read; `words` are those of the first."""
    said = word(one_line(words))
    if count == 1:
        return Text(
            f"здесь скрыта строка, она не прочитана: «{said}»; {_SHOW.ru}",
            f"a row is hidden here and not read: «{said}»; {_SHOW.en}",
        )
    return Text(
        f"здесь скрыто строк: {count}, они не прочитаны, первая: «{said}»; {_SHOW.ru}",
        f"{count} rows are hidden here and not read, the first: «{said}»; {_SHOW.en}",
    )


def _column_passed(words: str) -> Text:
    said = word(one_line(words))
    return Text(
        f"здесь скрыта графа, она не прочитана: «{said}»; {_SHOW.ru}",
        f"a column is hidden here and not read: «{said}»; {_SHOW.en}",
    )


def seen_of(table: Table) -> Table:
    """The table as its reader sees it, and what was passed over. A merged cell stands where some of it is seen."""
    hidden = table.hidden
    if hidden == NONE_HIDDEN:
        return table
    if hidden.sheet:
        passed = (((0, 0), _SHEET),) if table.cells or table.wrong else ()
        return replace(table, cells={}, merged=(), wrong={}, hidden=NONE_HIDDEN, passed=passed)
    moved, merged = dict[tuple[int, int], tuple[int, int]](), list[Area]()
    for top, left, bottom, right in table.merged:
        rows = [row for row in range(top, bottom + 1) if row not in hidden.rows]
        columns = [column for column in range(left, right + 1) if column not in hidden.columns]
        if rows and columns:
            moved[top, left] = rows[0], columns[0]
            merged.append((rows[0], columns[0], rows[-1], columns[-1]))
    keep = {
        place: moved.get(place, place)
        for place in (*table.cells, *table.wrong)
        if place in moved or not (place[0] in hidden.rows or place[1] in hidden.columns)
    }
    gone = replace(table, cells={place: cell for place, cell in table.cells.items() if place not in keep})
    return replace(
        table,
        cells={keep[place]: cell for place, cell in table.cells.items() if place in keep},
        merged=tuple(merged),
        wrong={keep[place]: words for place, words in table.wrong.items() if place in keep},
        hidden=NONE_HIDDEN,
        passed=(*(one for one in table.passed if one[0][0] not in hidden.rows), *_passed(gone)),
    )


def _passed(gone: Table) -> Iterator[tuple[tuple[int, int], Text]]:
    """What is said of cells that are not read: of each run of rows, then of each column."""
    runs: list[list[int]] = []
    for row in (row for row in gone.rows if row in gone.hidden.rows):
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    for run in runs:
        words = " ".join(str(cell) for cell in gone.rows[run[0]].values())
        yield (run[0], min(gone.rows[run[0]])), rows_passed(len(run), words)
    told = set[int]()
    for row, column in sorted(gone.cells):
        if row not in gone.hidden.rows and column not in told:
            told.add(column)
            yield (row, column), _column_passed(str(gone.cells[row, column]))


def hidden_values(
    table: Table, *, below: int, columns: tuple[int, ...] | None = None
) -> Iterator[tuple[tuple[int, int], Text]]:
    """The hidden values of a sheet of a profile, from the row `below` on, each run told at its first cell.

    With `columns` only those hold values; the keys and the words beside them may be hidden.
    """
    values = [
        (row, column)
        for row, column in sorted(table.cells)
        if row >= below and (columns is None or column in columns)
    ]
    if table.hidden.sheet and values:
        yield (0, 0), _SHEET_HAS
        return
    told = set[tuple[str, int]]()
    for row, column in values:
        in_row, in_column = row in table.hidden.rows, column in table.hidden.columns
        run = ("row", row) if in_row else ("column", column)
        if (in_row or in_column) and run not in told:
            told.add(run)
            yield (row, column), _ROW_HAS if in_row else _COLUMN_HAS


_SHEET_HAS = Text(
    "лист скрыт, а на нём значения; покажите его, если они нужны, или удалите их",
    "the sheet is hidden and has values; show it if they are needed, or delete them",
)
_ROW_HAS = Text(
    "строка скрыта, а в ней значение; покажите её, если оно нужно, или удалите",
    "the row is hidden and has a value; show it if that is needed, or delete it",
)
_COLUMN_HAS = Text(
    "графа скрыта, а в ней значение; покажите её, если оно нужно, или очистите",
    "the column is hidden and has a value; show it if that is needed, or clear it",
)
