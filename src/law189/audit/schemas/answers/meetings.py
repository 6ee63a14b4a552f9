"""Заседания (meetings): what the papers of a meeting and how often a group met are as JSON."""

from typing import Annotated, Literal

from pydantic import with_config
from typing_extensions import TypedDict

from law189.audit.schemas.answers.words import ProfileOf
from law189.audit.schemas.forms import MeetingAnswerForm
from law189.law import About
from law189.verdict import Verdict
from law189.verdict.form import CLOSED

__all__ = ["DemoForm", "OftenForm", "PaperForm"]

DemoForm = list[MeetingAnswerForm]
"""The answer of `law189 demo`: each of its meetings."""


@with_config(CLOSED)
class OftenForm(TypedDict):
    """Собиралась ли группа так часто, как должна, по всем заседаниям файла."""

    profile: ProfileOf
    meetings: Annotated[
        list[Verdict], About.of("выводы", "verdicts", "По периодам и срокам.", "Of each period.")
    ]


@with_config(CLOSED)
class PartForm(TypedDict):
    """Часть бумаги."""

    kind: Annotated[
        Literal["title", "heading", "line", "note", "numbered", "table", "box", "signature"],
        About.of("вид части", "kind", "Как её верстают.", "How it is laid out."),
    ]
    says: Annotated[
        list[str], About.of("что в ней", "what it says", "По абзацам.", "One paragraph an entry.")
    ]


@with_config(CLOSED)
class PaperForm(TypedDict):
    """Проект протокола или извещения на одном языке."""

    title: Annotated[str, About.of("название", "title", "Как бумага названа.", "What the paper is called.")]
    lang: Annotated[Literal["ru", "en"], About.of("язык", "language", "Язык бумаги.", "Its language.")]
    to_check: Annotated[
        int,
        About.of(
            "проверить", "to check", "Сколько в ней надо проверить.", "How much is to be checked in it."
        ),
    ]
    parts: Annotated[
        list[PartForm], About.of("части", "parts", "В порядке бумаги.", "In the order of the paper.")
    ]
