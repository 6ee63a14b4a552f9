"""Профили (profiles): what their check, their comparison, their origin and their files are as JSON."""

from typing import Annotated, Any, Literal, NotRequired

from pydantic import with_config
from typing_extensions import TypedDict

from law189.audit.schemas.answers.faults import Column, FaultForm, Key, LineOrNone, Message
from law189.audit.schemas.answers.words import Chosen, FileName, ProfileOf
from law189.audit.schemas.outlook_forms import Title
from law189.law import About, Citation, Text
from law189.lints.lint import Severity
from law189.verdict.form import CLOSED

__all__ = ["CheckForm", "ConvertForm", "CopyForm", "DiffForm", "NewForm", "OriginForm", "ProfilesForm"]
__all__ += ["ReadForm", "WorkbookForm"]

Act = Annotated[Citation, About.of("постановление", "decree", "Сам акт.", "The act itself.")]
TitleOf = Annotated[Text, About.of("муниципалитет", "municipality", "Как называется.", "What it is called.")]


@with_config(CLOSED)
class ShippedForm(TypedDict):
    """Профиль в поставке."""

    profile: ProfileOf
    title: TitleOf
    act: Act


ProfilesForm = list[ShippedForm]
"""The answer of `law189 profiles`: each of those that ship."""


# ─── check: ошибки файла и постановления ─────────────────────────────────────────────────────────────────


@with_config(CLOSED)
class PlacedForm(TypedDict):
    """Место в файле."""

    file: FileName
    line: LineOrNone
    column: Column
    key: Key


@with_config(CLOSED)
class FileFaultForm(PlacedForm):
    """Ошибка самого файла."""

    message: Message


@with_config(CLOSED)
class LintForm(PlacedForm):
    """Замечание к постановлению."""

    code: Annotated[str, About.of("замечание", "lint", "Код замечания.", "The code of the lint.")]
    severity: Annotated[
        Severity, About.of("насколько мешает", "severity", "Код степени.", "The code of the degree.")
    ]
    cite: Annotated[
        Citation, About.of("адрес нормы", "address in law", "К чему оно.", "What the lint is on.")
    ]
    text: Annotated[Text, About.of("словами", "in words", "Замечание словами.", "The lint in words.")]


@with_config(CLOSED)
class LeftForm(PlacedForm):
    """Что осталось сделать с файлом."""

    code: Annotated[
        str,
        About.of("что осталось", "what is left", "Код: вопрос или несверенное.", "A question, or unread."),
    ]
    message: Message


@with_config(CLOSED)
class CheckedForm(TypedDict):
    """Что нашла проверка одного профиля."""

    profile: ProfileOf
    errors: Annotated[
        list[FileFaultForm],
        About.of("ошибки файла", "faults of the file", "Пусто, если их нет.", "Empty where there is none."),
    ]
    lints: Annotated[
        list[LintForm],
        About.of("замечания", "lints", "Что не так в самом постановлении.", "What is wrong with the decree."),
    ]
    left: Annotated[
        list[LeftForm],
        About.of("осталось", "left", "Вопросы и несверенные значения.", "Questions, and values not read."),
    ]


CheckForm = CheckedForm | list[CheckedForm]
"""The answer of `law189 check`: of one profile, or of each where several are named."""


# ─── diff: чем различаются два профиля ───────────────────────────────────────────────────────────────────


Said = Annotated[Text, About.of("что сказано", "what it says", "Словами этой стороны.", "In words.")]
SaidAt = Annotated[
    Citation | None,
    About.of("где сказано", "where", "null, если сторона молчит.", "null where the side is silent."),
]


@with_config(CLOSED)
class DifferenceForm(TypedDict):
    """Различие двух профилей."""

    path: Annotated[str, About.of("путь", "path", "Путь к значению.", "The path of the value.")]
    title: Title
    a: Said
    b: Said
    a_cite: SaidAt
    b_cite: SaidAt
    stricter: Annotated[
        Literal["a", "b"] | None,
        About.of(
            "кто строже",
            "which is stricter",
            "null, если никто или этого не решить.",
            "null where neither is, or that cannot be decided.",
        ),
    ]
    in_words: Annotated[
        bool,
        About.of(
            "только словами",
            "in words alone",
            "Обе стороны сказали это словами; судить человеку.",
            "Both sides say it in free words, which a person must judge.",
        ),
    ]


@with_config(CLOSED)
class WitnessForm(TypedDict):
    """Случай, который профили решают по-разному."""

    command: Annotated[
        Literal["meeting", "replay"], About.of("команда", "command", "Чем его судить.", "What judges it.")
    ]
    lines: Annotated[
        list[dict[str, Any]], About.of("строки", "lines", "Строки её файла.", "The lines of its file.")
    ]
    part: Annotated[
        Text, About.of("что решено", "what is decided", "Часть ответа.", "The part of the answer.")
    ]
    a: Said
    b: Said


@with_config(CLOSED)
class DiffForm(TypedDict):
    """Чем различаются два профиля."""

    a: Annotated[ShippedForm, About.of("первый", "the first", "Первый профиль.", "The first profile.")]
    b: Annotated[ShippedForm, About.of("второй", "the second", "Второй профиль.", "The second profile.")]
    on: Chosen
    differences: Annotated[
        list[DifferenceForm],
        About.of("различия", "differences", "Пусто, если их нет.", "Empty where nothing differs."),
    ]
    witness: NotRequired[
        Annotated[
            WitnessForm | None,
            About.of(
                "свидетель",
                "witness",
                "Если его искали; null, если не найден.",
                "Where one was looked for; null where none was found.",
            ),
        ]
    ]


# ─── show --origin: откуда что взято ─────────────────────────────────────────────────────────────────────


@with_config(CLOSED)
class FromForm(TypedDict):
    """Откуда взята часть профиля."""

    key: Key
    name: Annotated[
        str | None,
        About.of("запись", "entry", "null, если речь о всём ключе.", "null where it is the whole key."),
    ]
    file: Annotated[
        str | None,
        About.of("файл", "file", "null, если это федеральный слой.", "null where it is the federal layer."),
    ]
    line: LineOrNone


OriginForm = list[FromForm]
"""The answer of `law189 show --origin`: each part of the profile."""


# ─── copy, new, convert, workbook, read: записанное ──────────────────────────────────────────────────────


Written = Annotated[
    str,
    About.of("записан в", "written to", "Имя нового файла, если он назван.", "The new file, where named."),
]
Printed = Annotated[
    str,
    About.of("текст", "text", "Если новый файл не назван.", "Where no new file is named."),
]


@with_config(CLOSED)
class CopyForm(TypedDict):
    """Профиль из поставки записан в файл."""

    profile: ProfileOf
    file: FileName


@with_config(CLOSED)
class NewForm(TypedDict):
    """Новый профиль."""

    file: FileName
    sample: NotRequired[
        Annotated[str, About.of("образец", "sample", "С чего он сделан.", "What it was made from.")]
    ]
    left: NotRequired[
        Annotated[
            int, About.of("осталось", "left", "Сколько вопросов осталось.", "How many questions are left.")
        ]
    ]


@with_config(CLOSED)
class ConvertForm(TypedDict):
    """Профиль прежнего формата переведён."""

    file: FileName
    changed: Annotated[
        list[str],
        About.of("изменено", "changed", "На языке команды.", "In the language of the command."),
    ]
    text: NotRequired[Printed]
    new: NotRequired[Written]


@with_config(CLOSED)
class WorkbookForm(TypedDict):
    """Профиль записан книгой."""

    profile: ProfileOf
    new: Annotated[str, About.of("записан в", "written to", "Имя книги.", "The name of the workbook.")]


@with_config(CLOSED)
class ReadForm(TypedDict):
    """Профиль прочитан из книги, или таблицы из текста."""

    file: FileName
    notes: Annotated[
        list[FaultForm],
        About.of("не прочитано", "not read", "О чём спросить человека.", "What a person is to be asked."),
    ]
    text: NotRequired[Printed]
    new: NotRequired[Written]
