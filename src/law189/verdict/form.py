"""Форма вывода (form): what a verdict is as JSON, so that a program can check one without this library."""

from typing import Annotated, Any, Literal, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from law189.law import About
from law189.law.words import CITED_ACT, CITED_ADDRESS, CITED_LABEL

__all__ = ["CLOSED", "CitationForm", "CureForm", "VerdictForm", "WordsForm"]

CLOSED = ConfigDict(extra="forbid")
Code = Literal["holds", "breach", "unknown", "void"]


@with_config(CLOSED)
class WordsForm(TypedDict):
    """Те же слова по-русски и по-английски."""

    ru: Annotated[str, About.of("по-русски", "in Russian", "Русские слова.", "The Russian words.")]
    en: Annotated[str, About.of("по-английски", "in English", "Английские слова.", "The English words.")]


CureForm = Annotated[
    WordsForm,
    About.of(
        "что сделать",
        "what to do",
        "Что может сделать человек, если нарушено само это правило.",
        "What a person can do where this rule itself is missed.",
    ),
]


@with_config(CLOSED)
class CitationForm(TypedDict):
    """Адрес нормы."""

    act: Annotated[str, CITED_ACT]
    address: Annotated[str, CITED_ADDRESS]
    label: Annotated[WordsForm, CITED_LABEL]


@with_config(CLOSED)
class OtherwiseForm(TypedDict):
    """Ответ при другом выборе толкования."""

    choice: Annotated[
        str, About.of("выбор", "choice", "Другой выбор толкования.", "The other choice of the reading.")
    ]
    outcome: Annotated[
        Code, About.of("исход", "outcome", "Исход при этом выборе.", "The outcome under that choice.")
    ]
    text: Annotated[
        WordsForm, About.of("ответ", "answer", "Ответ при этом выборе.", "The sentence under that choice.")
    ]


@with_config(CLOSED)
class AppliedForm(TypedDict):
    """Толкование, от которого зависел ответ."""

    code: Annotated[str, About.of("толкование", "reading", "Код толкования.", "The code of the reading.")]
    choice: Annotated[
        str, About.of("выбор", "choice", "Какой выбор сделан.", "Which choice the answer rests on.")
    ]
    otherwise: Annotated[
        list[OtherwiseForm],
        About.of("иначе", "otherwise", "Ответы при других выборах.", "The answers under the other choices."),
    ]


@with_config(CLOSED)
class AskForm(TypedDict):
    """Что нужно дать, чтобы ответ стал известен."""

    path: Annotated[
        str, About.of("путь", "path", "Куда это вписать.", "Where it goes, such as event.document.system.")
    ]
    title: Annotated[WordsForm, About.of("название", "title", "Что нужно дать.", "What is to be given.")]
    who: Annotated[
        WordsForm | None,
        About.of("кто даёт", "who gives it", "null, если это не известно.", "null where that is not known."),
    ]


@with_config(CLOSED)
class VerdictForm(TypedDict):
    """Вывод: правило, исход, ответ на двух языках, факты, адреса норм, толкование, части."""

    rule: Annotated[str, About.of("правило", "rule", "Код правила.", "The code of the rule.")]
    outcome: Annotated[
        Code,
        About.of(
            "исход",
            "outcome",
            "Не лучше исхода худшей из частей.",
            "No better than the worst of the parts.",
        ),
    ]
    text: Annotated[
        WordsForm,
        About.of("ответ", "sentence", "Ответ словами.", "The answer in words; it may change its wording."),
    ]
    facts: Annotated[
        dict[str, Any],
        About.of("факты", "facts", "Что видело правило, по именам.", "What the rule saw, by name."),
    ]
    types: NotRequired[
        Annotated[
            list[list[str | int]],
            About.of(
                "типы фактов",
                "types of facts",
                "Путь к факту и его тип, где по значению типа не видно.",
                "The path of a fact and its type, where the value does not show it.",
            ),
        ]
    ]
    cites: Annotated[
        list[CitationForm],
        About.of("адреса норм", "addresses in law", "Где это сказано.", "Where the law says so."),
    ]
    reading: Annotated[
        AppliedForm | None,
        About.of(
            "толкование",
            "reading",
            "Толкование, от которого зависит ответ; null, если ни от какого.",
            "The reading on which the answer turns; null where it turns on none.",
        ),
    ]
    parts: Annotated[
        list["VerdictForm"],
        About.of(
            "части", "parts", "Выводы, из которых сложен этот.", "The verdicts of which this one is made."
        ),
    ]
    asks: NotRequired[
        Annotated[
            list[AskForm],
            About.of(
                "что нужно дать",
                "what to give",
                "Только при исходе unknown, с частями вместе.",
                "Only where the outcome is unknown, parts included.",
            ),
        ]
    ]
    cure: NotRequired[CureForm]
