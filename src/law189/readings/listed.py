"""Список толкований (listed): every place known where the text can be read two ways, and a choice among them.

A profile may choose; a meeting may choose for itself what is read of meetings (`OF_MEETINGS`); where neither does,
the default holds. A verdict that depended on a reading names it and tells what the other choices would have
answered.

>>> READINGS["V3"].default, [*READINGS][:2]
('no_decision', ['D1', 'D2'])
>>> [(code, said.en[:48]) for code, said in check_choices({"V9": "casting_vote"})]
[('V9', 'there is no such reading; there are: D1, D2, D3,')]
"""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from law189.facts import Frozen
from law189.kinds import must_be
from law189.law import Text, as_written, flaw
from law189.readings.days import D1, D2, D3, D4, D5, D6, D7, D8, D9, D10, D11
from law189.readings.meetings import Q1, Q2, Q3, Q4, V1, V2, V3
from law189.readings.providers import P1
from law189.readings.reading import Reading
from law189.readings.services import S1

__all__ = ["NO_CHOICES", "OF_MEETINGS", "READINGS", "Choices", "ChoicesOfMeeting", "check_choices"]

READINGS: Mapping[str, Reading] = {
    reading.code: reading
    for reading in (D1, D2, D3, D4, D5, D6, D7, D8, D9, D10, D11, P1, Q1, Q2, Q3, Q4, S1, V1, V2, V3)
}


OF_MEETINGS: Mapping[str, Reading] = {
    reading.code: reading for reading in (D3, D6, D9, D11, Q1, Q2, Q3, Q4, V1, V2, V3)
}
"""Those that one meeting or poll may choose for itself: of its quorum and votes, and of the terms that it starts.

The others decide of the decree as a whole, of its plan, or of what is no meeting: a profile alone chooses them.
"""


def check_choices(
    choices: Mapping[str, object], among: Mapping[str, Reading] = READINGS
) -> list[tuple[str, Text]]:
    """What is wrong with the choices, each by its code: an unknown reading or an unknown choice.

    `among` are the readings that may be chosen there: `OF_MEETINGS` for one meeting.
    """
    must_be(choices, Mapping)
    must_be(among, Mapping)
    found = ((code, _wrong(code, choice, among)) for code, choice in choices.items())
    return [(code, wrong) for code, wrong in found if wrong is not None]


def _wrong(code: str, choice: object, among: Mapping[str, Reading]) -> Text | None:
    """What is wrong with one choice; None where nothing is."""
    reading, listed = among.get(code), ", ".join(among)
    if reading is None and code in READINGS:
        return Text(
            "это толкование выбирают в профиле муниципалитета (readings), а не для одного заседания; для заседания "
            f"выбирают: {listed}",
            "this reading is chosen in the profile of the municipality (readings), not for one meeting; for a "
            f"meeting one chooses: {listed}",
        )
    if reading is None:
        return Text(
            f"нет такого толкования; есть: {listed}", f"there is no such reading; there are: {listed}"
        )
    if isinstance(choice, str) and choice in reading.choices:
        return None
    said, known = as_written(choice), ", ".join(reading.choices)
    return Text(
        f"нет такого выбора: {said.ru}; выберите из: {known}",
        f"there is no such choice: {said.en}; choose one of: {known}",
    )


def _choosing(among: Mapping[str, Reading]) -> BeforeValidator:
    """Reads choices of these readings, and says all that is wrong with them at once; so does its schema."""

    def read(value: object) -> object:
        if isinstance(value, Mapping):
            wrong = check_choices({str(code): choice for code, choice in value.items()}, among)
            if wrong:
                raise flaw(
                    "reading",
                    "; ".join(f"{code}: {words.ru}" for code, words in wrong),
                    "; ".join(f"{code}: {words.en}" for code, words in wrong),
                )
        return value

    schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {code: {"enum": sorted(reading.choices)} for code, reading in among.items()},
    }
    written: Any = Annotated[dict[str, str], WithJsonSchema(schema)]
    return BeforeValidator(read, json_schema_input_type=written)


Choices = Annotated[Frozen[str, str], _choosing(READINGS)]
"""Which choice of each reading holds, by code; what is left out has its default."""
ChoicesOfMeeting = Annotated[Frozen[str, str], _choosing(OF_MEETINGS)]
"""The choices of one meeting; what is left out is as the profile has it."""
NO_CHOICES: Frozen[str, str] = Frozen()
"""Nothing is chosen: every reading has its default."""
