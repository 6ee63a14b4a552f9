"""Проверка ответа (weighed): what is wrong with the values of a file besides what is not answered yet.

What a question that stands would answer is filled in by something that may stand there, so that the model looks at
all the rest and refuses it with the words that it has for a file.

>>> wrong({"profile": "My"}, [("title",), ("act", "number")])[0].text.ru
'значение «My» не той формы; нужно: строчные латинские буквы и подчёркивания между ними, ...'
"""

import copy
from collections.abc import Iterable
from typing import Any

from law189.errors import Fault, FaultyInput
from law189.files.nodes import Loc
from law189.law import Text
from law189.law.entry import says_nothing
from law189.office.interview.catalog import ROOT
from law189.office.interview.inserted import Draft, closed
from law189.office.interview.marks import standing as standing_in
from law189.office.interview.questions import Ask, Block, Question, Several, at_path, under
from law189.profile.loader import load_profile

__all__ = ["no_words", "without_rivals", "wrong"]

_GONE = "an entry that is left out of the check"
"""What stands in a list for such an entry: this very object, whatever a file says."""


def no_words(said: str, value: object) -> Text | None:
    """That a yes or a no was taken as words, and how to say that the decree has none; None of any other answer."""
    if not says_nothing(said) or value != {"ru": said}:
        return None
    return Text(
        f"нужны сами слова, а сказано: «{said}»; если в постановлении этого нет, ответьте «молчит»",
        f"the words themselves are needed, not «{said}»; where the decree does not say it, answer «silent»",
    )


def wrong(plain: dict[str, Any], standing: Iterable[Loc]) -> tuple[Fault, ...]:
    """Every fault of the values that is not about a question that stands."""
    whole = copy.deepcopy(plain)
    for path in standing:
        _stand_in(whole, path)
    try:
        load_profile(_kept(whole))
    except FaultyInput as error:
        return error.faults
    return ()


def _stand_in(whole: dict[str, Any], path: Loc) -> None:
    """Put what may stand there in the place of the answer, where what it belongs to has been begun."""
    node: Any = whole
    for length, step in enumerate(path, start=1):
        question = under(ROOT, path[:length])
        stand = _stands(question, whole, path[:length])
        if isinstance(node, dict) and isinstance(step, str):
            if isinstance(question, Several) and stand is not None and length == len(path):
                node[step] = stand(node.get(step))
            elif step not in node and stand is not None:
                node[step] = copy.deepcopy(stand) if not isinstance(question, Several) else stand(None)
            elif isinstance(question, Block) and node.get(step) is None and stand is not None:
                node[step] = copy.deepcopy(stand)
            if length == len(path) and node.get(step) in (None, []):
                _stand_for_entry(whole, path, question)
            if step not in node:
                return
            node = node[step]
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            return


def _stands(question: Question | None, whole: dict[str, Any], path: Loc) -> Any:
    if isinstance(question, Ask):
        return question.stands(whole, path)
    return None if question is None else question.stand


def _stand_for_entry(whole: dict[str, Any], path: Loc, question: Question | None) -> None:
    """Put what may stand there in the place of the entry, where nothing can stand for the answer alone."""
    instead = None if question is None or isinstance(question, Block) else question.instead
    if instead is None:
        return
    last = max(n for n, step in enumerate(path) if isinstance(step, int))
    entries = at_path(whole, path[:last])
    entries[path[last]] = copy.deepcopy(instead[0]) if instead else _GONE


def _kept(value: Any) -> Any:
    """The values without the entries for which nothing stands."""
    if isinstance(value, dict):
        return {key: _kept(one) for key, one in value.items()}
    return [_kept(one) for one in value if one is not _GONE] if isinstance(value, list) else value


def without_rivals(draft: Draft) -> Draft:
    """The draft without questions about what is told already under another key beside theirs."""
    for mark in reversed(standing_in(draft.text, draft.tree)):
        question = under(ROOT, mark.path)
        if question is not None and question.rival is not None:
            beside = at_path(draft.plain, mark.path[:-1])
            if isinstance(beside, dict) and beside.get(question.rival) is not None:
                draft = closed(draft, mark.path)
    return draft
