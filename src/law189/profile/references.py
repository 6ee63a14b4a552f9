"""Ссылки (references): a value that names an entry of the same file by its id.

>>> from pydantic import TypeAdapter
>>> TypeAdapter(BodyId).validate_python("finance", context={"bodies": ["education"]})
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for function-after[...
  the file has no body «finance»; possible: education [type=law189, ...
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, get_args

from pydantic import AfterValidator, Field, StrictInt, ValidationInfo

from law189.files.wording import did_you_mean
from law189.law import Text, flaw
from law189.law.fixed import fixed
from law189.numbers import same_service

__all__ = ["BodyId", "Gone", "ListedService", "gone_of", "known", "list_of"]

Gone: TypeAlias = Mapping[str, Mapping[Any, Text]]
"""What amendments took out of the lists: by the list and the id, since when and by which act."""


def gone_of(gone: Gone, what: str, one: Any) -> Text | None:
    """Since when an entry of the list is gone and by which act; None of what never was there."""
    return gone.get(what, {}).get(one)


@fixed
@dataclass(frozen=True, slots=True)
class _Known:
    """Whether an id is one of those of the same file; a value of its own, so that a norm of it is pickled."""

    what: str
    ru: str
    en: str

    def __call__(self, value: Any, info: ValidationInfo) -> Any:
        """The id, where the file has it."""
        ids = info.context.get(self.what, ()) if isinstance(info.context, dict) else (value,)
        if value not in ids:
            hint = _why(info, self.what, value) or _meant(str(value), ids)
            raise flaw(
                "unknown_reference",
                f"{self.ru} «{value}» в файле нет{hint.ru}",
                f"the file has no {self.en} «{value}»{hint.en}",
            )
        return value


def known(what: str, ru: str, en: str) -> AfterValidator:
    """A reference to an entry of the same file, by its id."""
    return AfterValidator(_Known(what, ru, en))


def _listed(number: str, info: ValidationInfo) -> str:
    """The number of a service, where the list of the same file has it or there is no list."""
    listed = [str(one) for one in info.context.get("services", ())] if isinstance(info.context, dict) else []
    gone = _why(info, "services", number)
    if (listed or gone) and not any(same_service(number, one) for one in listed):
        hint = gone or _meant(number, listed)
        raise flaw(
            "unknown_reference",
            f"услуги «{number}» в перечне нет{hint.ru}",
            f"the list has no service «{number}»{hint.en}",
        )
    return number


def _why(info: ValidationInfo, what: str, one: Any) -> Text | None:
    """Since when an entry is gone, as the end of a sentence; None of what never was there."""
    gone: Gone = info.context.get("gone", {}) if isinstance(info.context, dict) else {}
    same = [
        each for each in gone.get(what, {}) if each == one or (what == "services" and same_service(one, each))
    ]
    told = gone_of(gone, what, same[0]) if same else None
    return None if told is None else Text(f" {told.ru}", f" {told.en}")


def _meant(said: str, known: Iterable[object]) -> Text:
    """What is meant, as the end of a sentence."""
    hint = did_you_mean(said, known)
    return Text(f"; {hint.ru}", f"; {hint.en}")


ListedService = Annotated[str, AfterValidator(_listed)]
"""The number of a service of the same file's list."""
BodyId = Annotated[str, known("bodies", "органа", "body")]
Number = Annotated[StrictInt, Field(ge=1)]


def list_of(annotation: Any, metadata: Iterable[Any] = ()) -> str | None:
    """Which list of the file a field refers to, by its type: `bodies`, `stages`; None where it refers to none.

    >>> list_of(BodyId | None), list_of(str)
    ('bodies', None)
    """
    for mark in metadata:
        if isinstance(mark, AfterValidator) and isinstance(mark.func, _Known):
            return mark.func.what
    inner = ((one, getattr(one, "__metadata__", ())) for one in get_args(annotation))
    own = getattr(annotation, "__metadata__", ())
    found = [list_of(annotation.__origin__, own)] if own and not metadata else []
    return next((one for one in (*found, *(list_of(*each) for each in inner)) if one is not None), None)
