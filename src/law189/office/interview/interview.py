"""Опрос (interview): which question of a file comes next, how it is put, and what an answer makes of the file.

An interview is over a text and gives a text back. It reads no file and keeps nothing that the text does not say but
which questions are left for later this time.

>>> asked = Interview(begun("ru", ""), "ru")
>>> asked.question.path
('title',)
>>> asked.answer("Село")
>>> asked.answer("позже"), asked.question.path
(None, ('act', 'kind'))
>>> asked.answer("письмо").ru.partition(":")[0]
'такого ответа нет; ответьте номером или словами из списка'
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from law189.errors import Fault
from law189.files.nodes import Loc, Node, key_of
from law189.law import Lang, Text, hidden_sign
from law189.law.signs import hidden
from law189.office.interview import inserted
from law189.office.interview.catalog import ROOT
from law189.office.interview.heads import head
from law189.office.interview.marks import Mark, node_of, standing
from law189.office.interview.questions import (
    Ask,
    Block,
    Mode,
    Question,
    Several,
    at_path,
    first_of,
    is_needed,
    under,
)
from law189.office.interview.spoken import Misread, by_code
from law189.office.interview.weighed import no_words, without_rivals, wrong

__all__ = ["HOW", "Asked", "Interview", "begun"]

_LATER, _SILENT = ("позже", "later"), ("молчит", "silent", "-", "–", "—")
_BACK = ("назад", "back")
_YES, _NO = ("да", "yes", "ещё", "еще", "+"), ("нет", "no", "больше нет")
HOW = Text(
    "Ответ — номер или слова. «молчит» — в постановлении этого нет; «позже» или пустая строка — оставить вопрос; "
    "«назад» — отменить последний ответ; «выход» — закончить, записанное останется; «?» — пояснение.",
    "An answer is a number or words. «silent»: the decree does not say it; «later» or an empty line leaves the "
    "question; «back» undoes the last answer; «quit» ends, and what is written stays; «?» explains.",
)
_BY_HAND = Text(
    "файл здесь изменён вручную, и ответ некуда вписать; впишите его в файл сами и уберите строку вопроса",
    "the file was changed by hand here, and there is no place for the answer; write it into the file yourself "
    "and take the line of the question away",
)
_YES_OR_NO = Text("ответьте «да», «нет» или «позже»", "answer «yes», «no» or «later»")
_NOTHING_BACK = Text(
    "отменять нечего: за этот раз ответов нет, или файл изменён вручную",
    "there is nothing to undo: no answer was given this time, or the file was changed by hand",
)
_NEEDED = Text(
    "без этого перечня раздела нет; ответьте «да» или «позже»",
    "without this list there is no such section; answer «yes» or «later»",
)
_LONGEST = 5000
_TOO_LONG = Text(
    "ответ длиннее 5000 знаков; так много в одном значении не пишут, сократите его",
    "the answer is longer than 5000 signs; no value is so long, make it shorter",
)


def begun(lang: Lang, schema: str) -> str:
    """The text of a new file: every question, and nothing answered."""
    lines = [*head(lang, schema)]
    for part in ROOT.parts:
        lines += ["", *inserted.laid_out((part,), (), 0, lang)]
    return "\n".join(lines) + "\n"


class Asked(NamedTuple):
    """Вопрос, который задан: its path, the line at which it stands, and what it is about.

    `whether` is True where it is asked whether there is such a thing, or one more of it.
    """

    path: Loc
    line: int
    question: Ask
    whether: bool
    about: Question
    number: int = 0


class Interview:
    """Опрос по тексту файла."""

    def __init__(self, text: str, lang: Lang) -> None:
        """Raises `FaultyInput` where the text is no YAML."""
        self.lang: Lang = lang
        self._later: set[Loc] = set()
        self._entering: Loc | None = None
        self._past: list[tuple[inserted.Draft, frozenset[Loc]]] = []
        self._holds(inserted.Draft.of(text))

    @property
    def text(self) -> str:
        """The text of the file so far."""
        return self._draft.text

    @text.setter
    def text(self, text: str) -> None:
        """Take another text, as a person may have changed it. Raises `FaultyInput` where it is no YAML."""
        if text != self.text:
            self._holds(inserted.Draft.of(text))
            self._past.clear()

    def _holds(self, draft: inserted.Draft) -> None:
        self._draft, self._standing = draft, standing(draft.text, draft.tree)

    @property
    def standing(self) -> list[Mark]:
        """Every question that stands."""
        return list(self._standing)

    @property
    def question(self) -> Asked | None:
        """The question that comes next; None where every one is answered or left for later."""
        for mark in self._standing:
            question = under(ROOT, mark.path)
            if question is None or mark.path in self._later:
                continue
            entering = self._entering == mark.path
            whether = not entering and (
                isinstance(question, Several) or (isinstance(question, Block) and question.mode is Mode.GATE)
            )
            return Asked(
                mark.path,
                mark.line,
                first_of(question),
                whether,
                question,
                _count(self._draft.tree, mark.path),
            )
        return None

    def told(self, asked: Asked) -> list[str]:
        """The question in words: what it is about, its choices and the form of an answer."""
        lang = self.lang
        titles = dict.fromkeys((*_titles(asked.path, lang), asked.question.about.title[lang]))
        if asked.whether:
            more = isinstance(asked.about, Several) and asked.number > 0
            words = Text(f"ещё? (есть: {asked.number})", f"one more? (so far: {asked.number})")
            own = asked.about.whether if isinstance(asked.about, Block) else None
            there = own or Text("есть в постановлении?", "does the decree have it?")
            return [f"[{asked.about.about.title[lang]}] {(words if more else there)[lang]} {_WHETHER[lang]}"]
        lines = [f"[{': '.join(list(titles)[-2:])}] {asked.question.about.help[lang]}"]
        reader = asked.question.reads(self._values(), asked.path)
        offered = reader.offered(self._values())
        lines += [f"  {n}. {words[lang]}" for n, (_, words) in enumerate(offered, start=1)]
        hint = reader.hint
        example = asked.question.about.example
        if hint is not None:
            lines.append(f"  {hint[lang]}")
        elif example is not None and not offered:
            lines.append(f"  {_SUCH_AS[lang]}: {example}")
        return lines

    def explained(self, asked: Asked) -> list[str]:
        """What the whole is about, and the commands."""
        return [f"{key_of(asked.path)}: {asked.about.about.help[self.lang]}", HOW[self.lang]]

    def _values(self) -> dict[str, Any]:
        return self._draft.plain

    # ─── Ответ ───────────────────────────────────────────────────────────────────────────────────────────

    def answer(self, said: str) -> Text | None:
        """Take an answer to the next question; the words that refuse it, or None where it is taken."""
        asked = self.question
        if asked is None:
            return None
        said = " ".join(said.split())
        word = said.casefold()
        if (sign := hidden(said)) is not None:
            return hidden_sign(sign)
        if len(said) > _LONGEST:
            return _TOO_LONG
        if word in _BACK:
            return self._back()
        past = (self._draft, frozenset(self._later))
        refused = self._answered(asked, said, word)
        if refused is None:
            self._past.append(past)
        return refused

    def _back(self) -> Text | None:
        """Undo the last answer of this time."""
        if not self._past:
            return _NOTHING_BACK
        draft, later = self._past.pop()
        self._holds(draft)
        self._later, self._entering = set(later), None
        return None

    def _answered(self, asked: Asked, said: str, word: str) -> Text | None:
        if word in _LATER or not word:
            self._later.add(asked.path)
            self._entering = None
            return None
        try:
            return self._whether(asked, word) if asked.whether else self._value(asked, said)
        except inserted.Misplaced:
            return _BY_HAND

    def _whether(self, asked: Asked, word: str) -> Text | None:
        if word in _YES and isinstance(asked.about, Block):
            return self._takes(inserted.expanded(self._draft, asked.path, asked.about, self.lang), asked.path)
        if word in _YES:
            self._entering = asked.path
            return None
        if word in _NO and asked.number:
            return self._takes(inserted.closed(self._draft, asked.path), asked.path)
        if word in (*_NO, *_SILENT):
            if asked.number:
                return _YES_OR_NO
            if isinstance(asked.about, Several) and is_needed(asked.about):
                return _NEEDED
            return self._takes(inserted.silenced(self._draft, asked.path, self.lang), asked.path)
        return _YES_OR_NO

    def _value(self, asked: Asked, said: str) -> Text | None:
        if said.casefold() in _SILENT:
            return self._silent(asked)
        values = self._values()
        try:
            reader = asked.question.reads(values, asked.path)
            value = by_code(said) if said[0] in "{[" else reader.read(said, values)
        except Misread as error:
            return error.words
        if refused := no_words(said, value):
            return refused
        entries = self._entries(asked, values)
        keys = asked.question.keys(value, entries, values, asked.path)
        return self._takes(inserted.filled(self._draft, asked.path, keys, asked.about, self.lang), asked.path)

    def _silent(self, asked: Asked) -> Text | None:
        """The decree does not say it: nothing is written, or null where that is what a blank cell is."""
        if asked.question.blank and asked.question is asked.about:
            keys = {asked.question.key: None}
            return self._takes(
                inserted.filled(self._draft, asked.path, keys, asked.about, self.lang), asked.path
            )
        if self._entering == asked.path:
            self._entering = None  # the entry has nothing to begin with, so there is no entry
            return None
        return self._takes(inserted.silenced(self._draft, asked.path, self.lang), asked.path)

    def _entries(self, asked: Asked, values: dict[str, Any]) -> list[Any]:
        found = at_path(values, asked.path)
        return list(found) if isinstance(found, list) else []

    def _takes(self, draft: inserted.Draft, path: Loc) -> Text | None:
        """Take the new draft, or refuse it with what is wrong with it that was not wrong before."""
        draft = without_rivals(draft)
        found = _wrong(draft)
        if found:
            before = {(one.key, one.text) for one in _wrong(self._draft)}
            found = [one for one in found if (one.key, one.text) not in before]
        if found:
            own = [one for one in found if one.key.startswith(str(path[0]))]
            return (own or found)[0].text
        self._holds(draft)
        self._entering = None
        return None


_SUCH_AS = Text("например", "such as")
_WHETHER = Text("(да / нет / позже)", "(yes / no / later)")


def _count(tree: Node, path: Loc) -> int:
    node = node_of(tree, path)
    return len(node.content) if node is not None and isinstance(node.content, list) else 0


def _titles(path: Loc, lang: Lang) -> Iterator[str]:
    """What each step of the path is called, an entry of a list with its number, counted from 1."""
    for length, step in enumerate(path, start=1):
        question = under(ROOT, path[:length])
        if question is not None and not isinstance(step, int):
            after = path[length] if length < len(path) else None
            number = f" {after + 1}" if isinstance(after, int) else ""
            yield f"{question.about.title[lang]}{number}"


def _wrong(draft: inserted.Draft) -> Sequence[Fault]:
    return wrong(draft.plain, [one.path for one in standing(draft.text, draft.tree)])
