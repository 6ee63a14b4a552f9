"""Профиль муниципалитета (profile): the editions of one decree, each from its first day.

Another municipality adapts the file, not the code. An amendment is recorded in the same file, and
`Profile.on(day)` gives the edition of that day. A profile answers by a day or not at all: what the decree said
is asked of an edition.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> kemerovo.name, kemerovo.on(date(2024, 1, 9)).working_group.quorum.basis.id
('kemerovo', 'kemerovo-2993/app3.5.5')
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import TypeAdapter

from law189.kinds import a_day
from law189.kinds.asked import made_asked, methods_asked, unasked
from law189.law import Act, WrongValue
from law189.law.fixed import fixed
from law189.profile.amendments import Amendment
from law189.profile.edition import Edition
from law189.profile.layers import LAYERED
from law189.profile.words.edition import AMENDMENTS, EXTENDS
from law189.readings import Chosen

__all__ = ["Profile"]


@made_asked
@methods_asked
@fixed
@dataclass(frozen=True, slots=True)
class Profile:
    """Профиль: the first edition of a decree and its later ones, each with its first day, in order of time.

    The first edition has the day `date.min`: whether the decree was in force on a day is for the rules to say.
    """

    editions: tuple[tuple[date, Edition], ...]

    def __post_init__(self) -> None:
        """Refuse a decree without an edition, and editions out of their order, by `WrongValue`."""
        days = [since for since, _ in self.editions]
        if not days or days != sorted(days):
            raise WrongValue(
                "a profile has at least one edition, all in order of time; load_profile reads one"
            )

    @property
    def name(self) -> str:
        """The name of the profile, such as `kemerovo`."""
        return self.first.profile

    @property
    def act(self) -> Act:
        """The decree itself."""
        return self.first.act

    @property
    def first(self) -> Edition:
        """The decree as it was adopted."""
        return self.editions[0][1]

    @property
    def latest(self) -> Edition:
        """The last edition that the file knows."""
        return self.editions[-1][1]

    def on(self, day: date) -> Edition:
        """The edition of `day` as it holds on it: with every amendment, without what ended or has not begun.

        Raises `WrongType` on what is no day, a `datetime` too, and `FarDay` on one that no file may have.
        """
        return _effective(_recorded(self.editions, day), day)

    def recorded(self, day: date) -> Edition:
        """The edition of `day` with all that it says, whatever of it ended or has not begun by then.

        Raises as `on` does.
        """
        return _recorded(self.editions, day)

    def choosing(self, choices: Chosen) -> "Profile":
        """The profile in which these choices of readings stand above its own, in every edition; itself of none."""
        if not choices:
            return self
        return Profile(tuple((since, edition.choosing(choices)) for since, edition in self.editions))

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of the file of a profile: its first edition, the layer it stands on, its amendments."""
        amendments = TypeAdapter(Annotated[tuple[Amendment, ...], AMENDMENTS]).json_schema()
        schema = Edition.model_json_schema()
        schema["title"] = cls.__name__
        schema["$defs"] |= amendments.pop("$defs")
        schema["properties"]["amendments"] = amendments
        extends = TypeAdapter(Annotated[str | dict[str, Any], EXTENDS]).json_schema()
        extends["anyOf"] = [{"type": "string"}, {"$ref": "#/$defs/Layer"}]
        layered = {key: schema["properties"][key] for key in LAYERED} | {"extends": extends}
        schema["$defs"]["Layer"] = {"additionalProperties": False, "properties": layered, "type": "object"}
        schema["properties"]["extends"] = extends
        schema["required"] = [key for key in schema["required"] if key not in LAYERED]
        return schema


_effective = unasked(Edition.effective)


def _recorded(editions: tuple[tuple[date, Edition], ...], day: date) -> Edition:
    """The last of the editions that begins by the day. Raises as `Profile.on` does."""
    a_day(day)
    for since, edition in reversed(editions):
        if since <= day:
            return edition
    return editions[0][1]
