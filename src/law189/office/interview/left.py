r"""Что осталось (left): the questions of a file that stand, and the values that stand as in its sample.

>>> [(one.code, one.key, one.line) for one in left("profile: my\n# ? title: муниципальное образование\n")]
[('N-question', 'title', 2)]
"""

from law189.errors import FaultyInput
from law189.law import Text
from law189.office.interview.inserted import tree_in
from law189.office.interview.marks import standing
from law189.office.interview.sample import sample_of, unread
from law189.office.interview.written_yaml import written
from law189.report.checked import QUESTION, UNREAD, Left

__all__ = ["left"]


def left(text: str) -> list[Left]:
    """What a person has still to do with the file, in its order; nothing where the text is no YAML."""
    if "# ?" not in text and sample_of(text) is None:
        return []
    try:
        tree = tree_in(text)
        questions = [
            Left(QUESTION, one.key, one.line, one.indent + 1, _asked(one.words))
            for one in standing(text, tree)
        ]
        values = [
            Left(UNREAD, one.key, one.line, one.column, _as_in_sample(one.value)) for one in unread(text)
        ]
    except FaultyInput:
        return []
    return sorted((*questions, *values), key=lambda one: (one.line, one.column))


def _asked(words: str) -> Text:
    return Text(f"вопрос без ответа: {words}", f"a question without an answer: {words}")


def _as_in_sample(value: object) -> Text:
    shown = value if isinstance(value, str) else written(value)
    return Text(f"стоит как в образце: {shown}", f"stands as in the sample: {shown}")
