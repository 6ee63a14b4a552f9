"""Файлы проверки (audit files): findings written as they come, as CSV, Parquet or xlsx, under a name that is free.

Rows are written in batches. Where the disk takes no more, a table of CSV keeps the rows that were written whole,
and Parquet or xlsx, which cannot be read without its end, is taken away; either is told, and the audit goes on.
"""

import os
from contextlib import suppress
from io import BufferedWriter, RawIOBase
from pathlib import Path
from typing import IO, Any, cast

from law189.audit.columns import findings_batch, findings_schema
from law189.audit.finding import Finding
from law189.cli.console import complain, why_not
from law189.cli.written import WRITTEN, open_new
from law189.law import Lang, Text
from law189.report.audited import HEADS, audit_about, finding_cells
from law189.report.findings import Place
from law189.report.paged import MARK, csv_rows

__all__ = ["CsvFile", "FindingsFile", "ParquetFile", "XlsxFile"]

ROWS = 1000
"""How many findings are held before they are written."""


class FindingsFile:
    """Файл замечаний: takes one after the other, and says at its end what became of it. Opening raises OSError."""

    def __init__(self, file: Path, place: Place, lang: Lang) -> None:
        self.file = file
        self.lost: Text | None = None
        """Why not all is written, or None."""
        self._place = place
        self._lang: Lang = lang
        self._held: list[Finding] = []
        self._written = 0
        self._open(os.fdopen(open_new(file), "wb", buffering=0))

    def add(self, finding: Finding) -> None:
        """Take a finding; nothing is taken after the disk took no more."""
        if self.lost is None:
            self._held.append(finding)
            if len(self._held) >= ROWS:
                self._flush()

    def close(self) -> bool:
        """Write what is left, say what became of the file, and whether all is in it."""
        if self.lost is None and self._held:
            self._flush()
        if self.lost is None:
            self._guarded(self._end)
        if self.lost is None:
            complain([f"{self.file}: {WRITTEN[self._lang]}"])
        else:
            complain([f"{self.file}: {self.lost[self._lang]}"])
        return self.lost is None

    def _flush(self) -> None:
        held, self._held = self._held, []
        self._guarded(lambda: self._put(held))
        if self.lost is None:
            self._written += len(held)

    def _guarded(self, work: Any) -> None:
        try:
            work()
        except OSError as error:
            why = why_not(error)
            self._give_up(why)

    _out: IO[bytes]

    def _open(self, out: IO[bytes]) -> None:
        raise NotImplementedError

    def _put(self, found: list[Finding]) -> None:
        raise NotImplementedError

    def _end(self) -> None:
        raise NotImplementedError

    def _give_up(self, why: Text) -> None:
        raise NotImplementedError


class CsvFile(FindingsFile):
    """Таблица CSV: as a spreadsheet reads it, in one language."""

    def _open(self, out: IO[bytes]) -> None:
        self._out, self._whole = out, 0
        head = csv_rows([[words[self._lang] for words in HEADS]])
        self._guarded(lambda: self._write(f"{MARK}{head}"))

    def _put(self, found: list[Finding]) -> None:
        self._write(csv_rows(finding_cells(one, self._lang, self._place) for one in found))

    def _write(self, rows: str) -> None:
        left = memoryview(rows.encode())
        size = len(left)
        while left:
            left = left[self._out.write(left) :]
        self._whole += size

    def _end(self) -> None:
        self._out.close()

    def _give_up(self, why: Text) -> None:
        self.lost = Text(
            f"записано замечаний: {self._written}, остальные не записаны: {why.ru}",
            f"findings written: {self._written}, the others are not: {why.en}",
        )
        with suppress(OSError):
            self._out.truncate(self._whole)
            self._out.close()


class _WholeFile(FindingsFile):
    """A file that cannot be read without its end, and is taken away where it was not written whole."""

    def _give_up(self, why: Text) -> None:
        self.lost = Text(f"файл не записан: {why.ru}", f"the file was not written: {why.en}")
        with suppress(OSError):
            self._abandon()
        with suppress(OSError):
            self._out.close()
        with suppress(OSError):
            self.file.unlink()

    def _abandon(self) -> None:
        """Give up what writes the file."""


class ParquetFile(_WholeFile):
    """Parquet: the columns of `findings_schema`. Raises `NeedsExtra` where the extra `arrow` is missing."""

    def _open(self, out: IO[bytes]) -> None:
        import pyarrow.parquet as pq

        self._out = out
        self._writer = pq.ParquetWriter(out, findings_schema())

    def _put(self, found: list[Finding]) -> None:
        self._writer.write_batch(findings_batch((one, *self._place(one.line)) for one in found))

    def _end(self) -> None:
        self._writer.close()
        self._out.close()

    def _abandon(self) -> None:
        self._writer.close()


class XlsxFile(_WholeFile):
    """Книга xlsx: the columns of the table of CSV, with numbers and days as such. It needs the extra `office`."""

    def _open(self, out: IO[bytes]) -> None:
        from law189.office.tables import Sheets

        self._out = cast(IO[bytes], BufferedWriter(cast(RawIOBase, out)))
        self._sheets = Sheets(self._out, self._lang, streams=True)
        self._sheets.begin(audit_about(self._lang).about, [words[self._lang] for words in HEADS])

    def _put(self, found: list[Finding]) -> None:
        for one in found:
            self._sheets.row(finding_cells(one, self._lang, self._place))

    def _end(self) -> None:
        self._sheets.close(audit_about(self._lang))
        self._out.close()
