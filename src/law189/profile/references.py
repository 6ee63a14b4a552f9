"""Ссылки (references): a value that names an entry of the same file by its id.

>>> from pydantic import TypeAdapter
>>> TypeAdapter(BodyId).validate_python("finance", context={"bodies": ["education"]})
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for function-after[look(), str]
  the file has no body «finance»; possible: education [type=law189, ...
"""

from typing import Annotated, Any

from pydantic import AfterValidator, Field, StrictInt, ValidationInfo

from law189.files.wording import did_you_mean
from law189.law import flaw

__all__ = ["BodyId", "known"]


def known(what: str, ru: str, en: str) -> AfterValidator:
    """A reference to an entry of the same file, by its id."""

    def look(value: Any, info: ValidationInfo) -> Any:
        ids = info.context.get(what, ()) if isinstance(info.context, dict) else (value,)
        if value not in ids:
            hint = did_you_mean(str(value), ids)
            raise flaw(
                "unknown_reference",
                f"{ru} «{value}» в файле нет; {hint.ru}",
                f"the file has no {en} «{value}»; {hint.en}",
            )
        return value

    return AfterValidator(look)


BodyId = Annotated[str, known("bodies", "органа", "body")]
Number = Annotated[StrictInt, Field(ge=1)]
