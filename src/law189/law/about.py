"""О поле (about): what a field of an entry says of itself, once, where it is declared.

A message, a form, the reference page and the JSON Schema take their words from here.

>>> from typing import Annotated
>>> from law189.law.entry import Day, Entry
>>> held = About.of("день заседания", "day of the meeting", "На какой день созвано.", "The day convened for.")
>>> class Call(Entry):
...     held_on: Annotated[Day, held]
>>> about(Call, "held_on").title.ru
'день заседания'
>>> Call.model_json_schema()["properties"]["held_on"]["title"]
'день заседания'
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from law189.law.fixed import fixed
from law189.law.text import Text, Vocabulary

__all__ = ["About", "Source", "When", "about"]


class Source(Vocabulary):
    """Откуда берут значение: a list that the edition holds, or an extract of another case."""

    ACTORS = (
        "actors",
        "органы, места и стороны, которые знает профиль",
        "bodies, seats and parties of the profile",
    )
    SERVICES = "services", "перечень услуг", "the list of services"
    SYSTEMS = "systems", "информационные системы постановления", "information systems of the decree"
    SEATS = "seats", "состав рабочей группы", "the composition of the working group"
    BUSINESS = (
        "business",
        "задачи, полномочия и функции рабочей группы",
        "tasks, powers and functions of the group",
    )
    SCHOOLS = "schools", "исключённые наименования из постановления", "names that the decree leaves out"
    ENTRIES = "entries", "перечень, который установил муниципальный акт", "a list that a municipal act sets"
    ORDER = "order", "выписка из дела о социальном заказе", "an extract of the case of the social order"
    REGISTER = "register", "выписка из реестра исполнителей", "an extract of the register of providers"
    AGREEMENT = "agreement", "выписка из дела о соглашении", "an extract of the case of the agreement"
    CERTIFICATE = "certificate", "выписка из дела о сертификате", "an extract of the case of the certificate"
    CONTRACT = "contract", "выписка из дела о договоре", "an extract of the case of the contract"
    MEETING = "meeting", "выписка из протокола заседания", "an extract of the minutes of the meeting"
    BODIES = "bodies", "органы, которые называет профиль", "bodies that the profile names"
    STAGES = "stages", "этапы плана", "stages of the plan"
    PLAN = "plan", "мероприятия плана по их адресам", "measures of the plan by their addresses"
    GOALS = "goals", "цели таблицы показателей", "goals of the table of indicators"
    INDICATORS = "indicators", "показатели по их адресам", "indicators by their addresses"
    TASKS = "tasks", "задачи рабочей группы", "tasks of the group"
    ACTS = "acts", "акты, которые знают библиотека и профиль", "acts that the library and the profile know"
    SLOTS = (
        "slots",
        "значения, которые закон оставил муниципальным актам",
        "values that the law leaves to local acts",
    )
    READINGS = "readings", "толкования, которые знает библиотека", "readings that the library knows"
    PROFILES = "profiles", "профили из поставки или файл профиля", "shipped profiles, or a file of a profile"
    LIFECYCLES = "lifecycles", "жизненные циклы", "lifecycles"


@fixed
@dataclass(frozen=True, slots=True)
class When:
    """Когда факт нужен: `holds` answers of the moment of a step, `text` says it in words.

    What depends on the step itself, as on who takes it, is needed at a moment that has no event yet: it may be.
    """

    text: Text
    holds: Callable[[Any], bool]


@fixed
@dataclass(frozen=True, slots=True)
class About:
    """Описание поля: its words, one sentence of help, and what else a form must know.

    `needed` is True where a step is UNKNOWN without the fact although it may be left out, or says when.
    `source` is where its choices come from, `slot` the value of an act that lists them. `unit` are the words of
    what a number counts, and `example` is a value of the right form.
    """

    title: Text
    help: Text
    needed: bool | When = False
    source: Source | None = None
    slot: str | None = None
    unit: Text | None = None
    example: str | None = None

    @classmethod
    def of(cls, ru: str, en: str, help_ru: str, help_en: str, **more: Any) -> "About":
        """The description of those words and that help."""
        return cls(Text(ru, en), Text(help_ru, help_en), **more)

    def when(self, needed: When) -> "About":
        """The same description of a fact that is needed only then."""
        return replace(self, needed=needed)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The schema of the value with the words of the field, in both languages."""
        return dict(handler(core)) | self.in_schema()

    def in_schema(self) -> dict[str, Any]:
        """What a JSON Schema says of the field: its words, and all else that a form must know."""
        words = {
            "title": {"ru": self.title.ru, "en": self.title.en},
            "description": {"ru": self.help.ru, "en": self.help.en},
        }
        told: dict[str, Any] = {"title": self.title.ru, "description": self.help.ru, "x-law189": words}
        if self.source is not None:
            words["choices"] = {"from": self.source.value} | ({"slot": self.slot} if self.slot else {})
        if self.unit is not None:
            words["unit"] = {"ru": self.unit.ru, "en": self.unit.en}
        if self.example is not None:
            told["examples"] = [self.example]
        return told


def about(entry: type[BaseModel], name: str) -> About | None:
    """What the field says of itself; None where it says nothing."""
    return next((mark for mark in entry.model_fields[name].metadata if isinstance(mark, About)), None)
