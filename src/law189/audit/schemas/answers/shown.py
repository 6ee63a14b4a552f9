"""Показанный профиль (shown): what an edition of a profile is as JSON, each entry with what is said beside it."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import reduce
from operator import or_
from typing import Annotated, Any, get_args

from pydantic import BaseModel, with_config
from typing_extensions import TypedDict

from law189.audit.schemas.answers.listed import Choices, Question, ReadingCode, UsualChoice
from law189.audit.schemas.answers.words import ProfileOf
from law189.law import About, Citation, Text
from law189.law.act import Act
from law189.profile.edition import Edition
from law189.profile.group import WorkingGroup
from law189.profile.indicators import Indicator
from law189.profile.plan import PlanItem
from law189.profile.services import Service
from law189.profile.slots import Adopted
from law189.profile.terms import Term
from law189.verdict.form import CLOSED

__all__ = ["TermForm", "shown_form"]

CiteOf = Annotated[
    Citation, About.of("адрес нормы", "address in law", "Где это сказано.", "Where the law says so.")
]
IdOf = Annotated[str, About.of("номер", "id", "Как запись называют.", "What the entry is called.")]
Told = Annotated[Text, About.of("словами", "in words", "Срок словами.", "The term in words.")]
TitleOf = Annotated[Text, About.of("название", "title", "Название акта.", "The title of the act.")]
Why = Annotated[
    Text | None,
    About.of("зачем", "why", "null у самого постановления.", "null of the decree itself."),
]


@with_config(CLOSED)
class ReadForm(TypedDict):
    """Толкование и его выбор в профиле."""

    code: ReadingCode
    question: Question
    choices: Choices
    default: UsualChoice
    chosen: Annotated[
        str, About.of("выбор профиля", "choice of the profile", "Код варианта.", "The code of the choice.")
    ]
    cite: CiteOf


def _beside(kind: type[BaseModel], without: Collection[str] = (), **more: Any) -> Any:
    """The form of an entry that is written with all its fields but those, and with more keys beside them."""
    fields = {
        name: field.rebuild_annotation() for name, field in kind.model_fields.items() if name not in without
    }
    form: Any = TypedDict(f"{kind.__name__}Shown", fields | more)  # type: ignore[misc]  # made at run time
    form.__doc__ = kind.__doc__
    return with_config(CLOSED)(form)


def _kinds_of(union: Any) -> Iterator[type[BaseModel]]:
    """The entries of which each value of a union is one."""
    if isinstance(union, type):
        yield union
        return
    inner = get_args(union)
    for one in inner[:1] if hasattr(union, "__metadata__") else inner:
        yield from _kinds_of(one)


TermForm: Any = Annotated[
    reduce(or_, [_beside(kind, text=Told) for kind in _kinds_of(Term)]),
    About.of("срок", "term", "Как в профиле, и словами.", "As the profile has it, and in words."),
]
"""The form of a term."""


def shown_form() -> Any:
    """The form of the answer of `law189 show`: one edition of a profile."""
    group = _beside(WorkingGroup, ("seats",))
    shown = {
        "profile": ProfileOf,
        "title": _field(Edition, "title"),
        "editions": Annotated[
            list[date],
            About.of("изменён", "amended", "С каких дней изменения.", "The days of the amendments."),
        ],
        "services": _listed("services", _beside(Service, id=IdOf)),
        "plan": _listed("plan", _beside(PlanItem, ("term", "id"), term=TermForm, id=IdOf)),
        "indicators": _listed("indicators", _beside(Indicator, ("id",), id=IdOf)),
        "seats": _field(WorkingGroup, "seats"),
        "working_group": Annotated[group | None, *Edition.model_fields["working_group"].metadata],
        **{name: _field(Edition, name) for name in ("documents", "paper", "systems", "values")},
        "acts": _listed("acts", _beside(Act, why=Why, cite=CiteOf)),
        "adopted": _listed(
            "adopted", _beside(Adopted, ("id", "title", "cite"), id=IdOf, title=TitleOf, cite=CiteOf)
        ),
        "readings": Annotated[
            list[ReadForm],
            About.of("толкования", "readings", "Что можно прочесть двояко.", "What can be read two ways."),
        ],
    }
    form: Any = TypedDict("ShownForm", shown)  # type: ignore[misc]  # made at run time
    form.__doc__ = "Что решил муниципалитет: одна редакция профиля."
    return with_config(CLOSED)(form)


def _field(kind: type[BaseModel], name: str) -> Any:
    return kind.model_fields[name].rebuild_annotation()


def _listed(name: str, form: Any) -> Any:
    """The list of the edition of that name, with its words, of entries of that form."""
    return Annotated[
        list[form], *(one for one in Edition.model_fields[name].metadata if isinstance(one, About))
    ]
