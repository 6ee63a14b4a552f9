r"""Данное потоком (given): what a stream gives in place of a file, such as the standard input.

A stream has no name that says its form. Where the caller does not know it, this decides: what begins with `{` or
`[`, blanks aside, is JSON, and everything else is YAML; where lines of JSON are taken too, it is JSON Lines if the
first two lines that are not blank both begin with `{`. JSON with a mistake stays JSON.

>>> form_of([b"profile: my\n"], FORMS), form_of([b"{\n", b'  "profile": "my"\n'], FORMS)
('yaml', 'json')
>>> form_of([b'{"id": 1}\n', b'{"id": 2}\n'], FORMS)
'jsonl'
"""

import codecs
import errno
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Literal, TypeAlias

from law189.files.limits import SIZE, WHOLE
from law189.law import Text

__all__ = ["FORMS", "Form", "Given", "Source", "Unread", "form_of"]

Form: TypeAlias = Literal["yaml", "json", "jsonl"]
FORMS: tuple[Form, ...] = ("yaml", "json", "jsonl")


class Unread(OSError):
    """A stream cannot be read; `words` say why, and what to do."""

    def __init__(self, words: Text) -> None:
        super().__init__(words.en)
        self.words = words


def form_of(head: Sequence[bytes], forms: Sequence[Form]) -> Form:
    """The form of what begins with those lines, none of them blank: one of `forms`."""
    first = head[0].removeprefix(codecs.BOM_UTF8) if head else b""
    if not first.lstrip().startswith((b"{", b"[")):
        return "yaml"
    two = len(head) > 1 and first.startswith(b"{") and head[1].startswith(b"{")
    return "jsonl" if two and "jsonl" in forms else "json"


class Given:
    """Поток вместо файла: what `opens` gives, read when it is asked for; faults call it by `name`.

    `forms` are those that may come, `form` the one that is known to come. What is lines is not kept unless it is to
    be read `again`; every other form is, and has no more bytes than a file.
    """

    def __init__(
        self,
        name: str,
        opens: Callable[[], IO[bytes]],
        forms: Sequence[Form],
        form: Form | None = None,
        *,
        again: bool = False,
    ) -> None:
        self._name, self._opens, self._again = name, opens, again
        self._forms = tuple(forms)
        self._form: Form | None = form
        self._stream: IO[bytes] | None = None
        self._kept: list[bytes] = []
        self._taken, self._cut, self._ended = 0, False, False

    def __str__(self) -> str:
        return self._name

    @property
    def parent(self) -> Path:
        """The folder that a file beside it would stand in: the one of the process."""
        return Path()

    @property
    def form(self) -> Form:
        """The form that is known, or that the beginning shows. Raises OSError where it cannot be read."""
        if self._form is None:
            self._form = form_of(self._head(), self._forms)
        return self._form

    def _head(self) -> list[bytes]:
        """The first line that is not blank, and the second where it tells more."""
        head: list[bytes] = []
        while self._taken <= SIZE and (line := self._line()):
            self._kept.append(line)
            if line.removeprefix(codecs.BOM_UTF8).strip():
                head.append(line)
                if len(head) == 2 or form_of([line, line], self._forms) != "jsonl":
                    break
        return head

    def whole(self) -> bytes:
        """All of it, or as much as shows that it is too large. Raises OSError where it cannot be read."""
        _ = self.form  # which looks at the beginning, while there is one
        data = b"".join(self._kept)
        if not self._ended:
            data += self._opened().read(max(0, SIZE + 1 - len(data)))
            self._kept, self._ended = [data], True
        return data

    def lines(self) -> Iterator[bytes]:
        """Each line; of one that is too long, as much as shows that it is.

        Raises OSError where it cannot be read, or has more bytes than a file of lines may have.
        """
        yield from self._kept
        while not self._ended and (line := self._line()):
            if self._again:
                self._kept.append(line)
            yield line
        self._ended = True

    def _opened(self) -> IO[bytes]:
        if self._stream is None:
            self._stream = self._opens()
        return self._stream

    def _line(self) -> bytes:
        while self._cut:  # the rest of a line that was too long
            self._part()
        return self._part()

    def _part(self) -> bytes:
        data = self._opened().readline(SIZE + 1)
        self._cut = len(data) > SIZE and not data.endswith(b"\n")
        self._taken += len(data)
        if self._taken > WHOLE:
            raise OSError(errno.EFBIG, "too large")
        return data


Source: TypeAlias = Path | Given
"""What is read: a file, or what a stream gives."""
