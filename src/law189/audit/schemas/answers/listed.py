"""Перечни (listed): what the lists of the library are as JSON: its provisions, readings, assumptions, schemas."""

from typing import Annotated

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from law189.audit.assumptions import AssumptionKind
from law189.law import About, Text
from law189.verdict.form import CLOSED

__all__ = ["AssumptionsForm", "Choices", "ProvisionsForm", "Question", "ReadingCode", "ReadingsForm"]
__all__ += ["SchemaForm", "UsualChoice"]


@with_config(CLOSED)
class ProvisionForm(TypedDict):
    """Норма и чем она исполнена."""

    id: Annotated[str, About.of("норма", "provision", "Акт и адрес.", "The act and the address.")]
    carried_by: Annotated[
        list[str], About.of("исполнена", "carried by", "Чем исполнена.", "What carries it.")
    ]
    not_modelled: Annotated[
        str | None,
        About.of("почему ничем", "why by nothing", "null, если исполнена.", "null where something does."),
    ]


ReadingCode = Annotated[str, About.of("толкование", "reading", "Код толкования.", "The code of the reading.")]
Question = Annotated[
    Text, About.of("вопрос", "question", "Что можно прочесть двояко.", "What can be read two ways.")
]
Choices = Annotated[
    dict[str, Text],
    About.of(
        "варианты", "choices", "Коды вариантов и их слова.", "The codes of the choices and their words."
    ),
]
UsualChoice = Annotated[str, About.of("по умолчанию", "default", "Код варианта.", "The code of the choice.")]


@with_config(CLOSED)
class ReadingForm(TypedDict):
    """Место, которое можно прочесть двояко."""

    code: ReadingCode
    question: Question
    choices: Choices
    default: UsualChoice
    why: Annotated[Text, About.of("почему", "why", "Почему так по умолчанию.", "Why that is the default.")]
    about: Annotated[
        str,
        About.of(
            "о чём",
            "about",
            "Путь к норме профиля, или act.",
            "The path of the profile's norm, or act.",
        ),
    ]


@with_config(CLOSED)
class AssumptionForm(TypedDict):
    """Что принято, а не прочитано."""

    code: Annotated[str, About.of("код", "code", "Код принятого.", "The code of what is assumed.")]
    kind: Annotated[AssumptionKind, About.of("что принято", "kind", "Код вида.", "The code of its kind.")]
    text: Annotated[Text, About.of("словами", "in words", "Почему или что.", "Why, or what.")]


@with_config(ConfigDict(extra="allow"))
class PrintedForm(TypedDict):
    """Схема JSON Schema."""

    schema_: Annotated[
        str,
        Field(alias="$schema"),
        About.of("черновик", "draft", "По какому черновику схема.", "The draft that the schema follows."),
    ]
    id_: Annotated[
        str,
        Field(alias="$id"),
        About.of("имя схемы", "name of the schema", "С номером версии.", "With the number of the version."),
    ]


ProvisionsForm = list[ProvisionForm]
"""The answer of `law189 provisions`."""
ReadingsForm = list[ReadingForm]
"""The answer of `law189 readings`."""
AssumptionsForm = list[AssumptionForm]
"""The answer of `law189 assumptions`."""
SchemaForm = list[str] | PrintedForm
"""The answer of `law189 schema`: the names, or with a name that schema."""
