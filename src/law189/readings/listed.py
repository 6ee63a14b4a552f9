"""Список толкований (listed): every place known where the text can be read two ways, and a choice among them.

A profile may choose; a meeting may choose for itself; where neither does, the default holds. A verdict
that depended on a reading names it and tells what the other choices would have answered.

>>> READINGS["V3"].default, [*READINGS][:2]
('no_decision', ['D1', 'D2'])
>>> [(code, said.en[:48]) for code, said in check_choices({"V9": "casting_vote"})]
[('V9', 'there is no such reading; there are: D1, D2, D3,')]
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, cast

from pydantic import BeforeValidator, WithJsonSchema

from law189.facts import Frozen
from law189.kinds import must_be
from law189.kinds.kind import Kind, Mapped, Wrong
from law189.law import About, Text, as_written, flaw
from law189.readings.days import D1, D2, D3, D4, D5, D6, D7, D8, D9, D10, D11
from law189.readings.meetings import Q1, Q2, Q3, Q4, V1, V2, V3
from law189.readings.providers import P1
from law189.readings.reading import Reading
from law189.readings.services import S1

__all__ = ["NO_CHOICES", "READINGS", "Choices", "Chosen", "check_choices"]

READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        reading.code: reading
        for reading in (D1, D2, D3, D4, D5, D6, D7, D8, D9, D10, D11, P1, Q1, Q2, Q3, Q4, S1, V1, V2, V3)
    }
)


def check_choices(choices: Mapping[str, object]) -> list[tuple[str, Text]]:
    """What is wrong with the choices, each by its code: an unknown reading or an unknown choice."""
    wrong = []
    for code, choice in must_be(choices, Mapping).items():
        reading = READINGS.get(code)
        if reading is None:
            known = ", ".join(READINGS)
            wrong.append(
                (
                    code,
                    Text(
                        f"нет такого толкования; есть: {known}",
                        f"there is no such reading; there are: {known}",
                    ),
                )
            )
        elif not isinstance(choice, str) or choice not in reading.choices:
            known = ", ".join(reading.choices)
            wrong.append(
                (
                    code,
                    Text(
                        f"нет такого выбора: {as_written(choice).ru}; выберите из: {known}",
                        f"there is no such choice: {as_written(choice).en}; choose one of: {known}",
                    ),
                )
            )
    return wrong


def _choices(value: object) -> object:
    if isinstance(value, Mapping):
        wrong = check_choices({str(code): choice for code, choice in value.items()})
        if wrong:
            raise flaw(
                "reading",
                "; ".join(f"{code}: {words.ru}" for code, words in wrong),
                "; ".join(f"{code}: {words.en}" for code, words in wrong),
            )
    return value


def _told(reading: Reading) -> dict[str, Any]:
    """What a JSON Schema says of a reading: its question, and what holds where nothing is chosen."""
    default, why = reading.default, reading.why
    told = Text(f"По умолчанию {default}: {why.ru}", f"The default is {default}: {why.en}")
    return About(reading.question, told).in_schema()


_WRITTEN = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        code: {"enum": sorted(reading.choices)} | _told(reading) for code, reading in READINGS.items()
    },
}
_WrittenChoices = Annotated[dict[str, str], WithJsonSchema(_WRITTEN)]
Choices = Annotated[Frozen[str, str], BeforeValidator(_choices, json_schema_input_type=_WrittenChoices)]
"""Which choice of each reading holds, by code; what is left out has its default."""


class _Chosen(Mapped):
    """A mapping from readings to their choices, in which all readings and choices exist."""

    def wrong(self, value: object) -> Wrong | None:
        """The mapping itself, or the first reading or choice that is none."""
        if (told := super().wrong(value)) is not None or not value:
            return told
        given = cast("Mapping[str, str]", value)
        found = next(iter(check_choices(given)), None)
        return found and Wrong(f"[{found[0][:40]!r}]", given[found[0]], "", found[1])


Chosen = Annotated[Mapping[str, str], _Chosen(Kind(str), Kind(str))]
"""Choices as a rule takes them, by code; it passes over those of readings that it does not have."""
NO_CHOICES: Frozen[str, str] = Frozen()
"""Nothing is chosen: every reading has its default."""
