"""Порог (threshold): a share of some whole, exact, and how many people that makes.

>>> from fractions import Fraction
>>> Threshold(at_least=Fraction(1, 2)).needed(5), Threshold(more_than=Fraction(1, 2)).needed(10)
(Fraction(5, 2), Fraction(6, 1))
>>> Threshold(persons=5).people(7), Threshold(persons=5).people(30)
(5, 5)
>>> Threshold(at_least=Fraction(1, 2), more_than=Fraction(1, 2))
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Threshold
  give exactly one of at_least, more_than and persons [type=law189, ...
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, PlainSerializer, StrictInt, model_validator

from law189.files.said_counts import GROUP
from law189.files.said_shares import SaidShare, said_share
from law189.law import Entry, Text, Vocabulary, as_written, flaw
from law189.profile.words import group as words

__all__ = ["Share", "Threshold", "Whole", "threshold_of"]


class Whole(Vocabulary):
    """От чего считают долю."""

    MEMBERS = "members", "членов группы", "the members"
    LIST = "list", "списочного состава", "the seats of the composition"
    FILLED = "filled", "замещённых мест", "the filled seats"
    PRESENT = "present", "присутствующих", "those present"
    VOTES = "votes", "поданных голосов", "the votes cast"
    FOR_AND_AGAINST = "for_and_against", "голосов «за» и «против»", "the votes for and against"
    POLLED = "polled", "опрошенных", "those polled"
    ANSWERED = "answered", "ответивших", "those who answered"


def _share(value: object) -> object:
    if isinstance(value, Fraction):
        share = value
    elif isinstance(value, str) and (parts := re.fullmatch(r"([0-9]{1,6}) */ *([1-9][0-9]{0,5})", value)):
        share = Fraction(int(parts[1]), int(parts[2]))
    else:
        number = isinstance(value, int) and not isinstance(value, bool)
        ru = "; если акт называет число членов, оно стоит под ключом persons" if number else ""
        en = "; a number of members, where the act gives one, stands under the key persons" if number else ""
        raise flaw(
            "share_form",
            f"нужна доля обыкновенной дробью, например 1/2 или 2/3, а указано: {as_written(value).ru}{ru}",
            f"a share written as a fraction such as 1/2 or 2/3 is needed, not {as_written(value).en}{en}",
        )
    if not 0 < share <= 1:
        raise flaw(
            "share_range",
            f"доля {share} вне пределов; укажите больше 0 и не больше 1",
            f"the share {share} is out of range; give more than 0 and at most 1",
        )
    return share


_WrittenShare = Annotated[str, Field(pattern=r"^[0-9]{1,6}\s*/\s*[1-9][0-9]{0,5}$")]
Share = Annotated[
    Fraction,
    BeforeValidator(_share, json_schema_input_type=_WrittenShare),
    PlainSerializer(str, return_type=str),
]
"""A part of a whole, exact: `1/2`, never 0.5."""


_GROUP = f"(?: {GROUP})?"
_MEMBERS = f"(?:ее )?член(?:а|ов){_GROUP}"
_WHOLES = {
    rf"{_MEMBERS}|человека?|лиц, входящих в (?:ее )?состав{_GROUP}|members|the members": Whole.MEMBERS,
    rf"(?:ее )?состава{_GROUP}|списочного состава {_MEMBERS}": Whole.LIST,
    rf"списочного состава{_GROUP}|(?:установленного|утвержденного) состава{_GROUP}": Whole.LIST,
    rf"установленного числа {_MEMBERS}|the seats of the composition": Whole.LIST,
    r"замещенных мест|the filled seats": Whole.FILLED,
    rf"присутствующих(?: на заседании{_GROUP})?(?: {_MEMBERS})?(?: на заседании)?|those present": Whole.PRESENT,
    rf"(?:{_MEMBERS}|лиц),? присутствующих на (?:ее )?заседании{_GROUP}": Whole.PRESENT,
    rf"лиц, участвующих в (?:ее )?заседании{_GROUP}": Whole.PRESENT,
    r"поданных голосов|the votes cast": Whole.VOTES,
    rf"(?:{_MEMBERS},? )?(?:про)?голосовавших(?: {_MEMBERS})?": Whole.VOTES,
    rf"{_MEMBERS},? (?:участвующих|участвовавших|принявших участие) в голосовании": Whole.VOTES,
    r"голосов «?за»? и «?против»?|the votes for and against": Whole.FOR_AND_AGAINST,
    rf"опрошенных(?: {_MEMBERS})?|those polled": Whole.POLLED,
    rf"ответивших(?: {_MEMBERS})?|those who answered": Whole.ANSWERED,
}
"""The words of what a share is counted of, as an act has them."""


def threshold_of(said: str) -> dict[str, Any] | None:
    """The threshold that the words say, as a file has it; None where they say none, or may say several.

    >>> threshold_of("не менее половины членов рабочей группы")
    {'at_least': '1/2', 'of': 'members'}
    >>> threshold_of("простым большинством голосов") is None, threshold_of("не менее 66,7 % членов") is None
    (True, True)
    """
    found = said_share(said)
    if found is None or found.key is None or not any(re.fullmatch(one, found.whole) for one in _WHOLES):
        return None
    meant = _meant(found, None)
    return meant[0] if len(meant) == 1 else None


def _meant(said: SaidShare, of: object) -> tuple[dict[str, Any], ...]:
    """Every threshold that the words may be; `of` is of what the file counts, None where it does not say."""
    if said.key is None:
        return ()
    wholes: list[object] = [of] if of is not None else list(Whole)
    if said.whole:
        found = [whole for words, whole in _WHOLES.items() if re.fullmatch(words, said.whole)]
        wholes = list(found) if found and of in (None, *found) else list(Whole)
    norms: list[tuple[str, object]] = [
        (said.key, f"{one.numerator}/{one.denominator}") for one in said.shares
    ]
    if said.persons is not None:
        norms = [("persons", said.persons)]
    return tuple({key: much, "of": str(whole)} for key, much in norms for whole in wholes)


_FORMS = ({"at_least": "1/2", "of": "members"}, {"more_than": "1/2", "of": "members"})
_TOLD = Text(
    "нужны ключи: at_least (не менее доли), more_than (более доли) или persons (не менее стольких человек), и "
    "of — от чего считают",
    "keys are needed: at_least a share, more_than a share or persons (at least so many), and of: of what they "
    "are counted",
)


class Threshold(Entry):
    """Порог: at least a share, or more than a share, of a whole such as the members or those present.

    Exactly one of `at_least`, `more_than` and `persons` is given; the last is so many people of the whole or more,
    however large it is («не менее 5 членов»).
    """

    at_least: Annotated[Share | None, words.AT_LEAST] = None
    more_than: Annotated[Share | None, words.MORE_THAN] = None
    persons: Annotated[Annotated[StrictInt, Field(ge=1, le=1000)] | None, words.PERSONS] = None
    of: Annotated[Whole, words.OF] = Whole.MEMBERS

    @model_validator(mode="before")
    @classmethod
    def _in_keys(cls, value: object) -> object:
        """Refuse words that say more than a share: «не менее» and «более» are keys, and so is of what."""
        if isinstance(value, str | int | float):
            said = said_share(value)
            raise flaw(
                "threshold_words",
                f"{_TOLD.ru}, а указано: {as_written(value).ru}",
                f"{_TOLD.en}; not {as_written(value).en}",
                meant=() if said is None else _meant(said, None),
                forms=_FORMS,
            )
        held: Mapping[str, object] = value if isinstance(value, Mapping) else {}
        for key in ("at_least", "more_than"):
            words = held.get(key)
            said = said_share(words) if isinstance(words, str) else None
            if said is not None and (said.key or said.whole or said.persons):
                plain = said._replace(key=said.key or key)
                raise flaw(
                    "threshold_words",
                    f"{_TOLD.ru}, а в {key} указано: {as_written(words).ru}",
                    f"{_TOLD.en}; {key} is {as_written(words).en}",
                    meant=_meant(plain, held.get("of")),
                    forms=_FORMS,
                )
        return value

    @model_validator(mode="after")
    def _one(self) -> Self:
        if sum(one is not None for one in (self.at_least, self.more_than, self.persons)) != 1:
            raise flaw(
                "threshold_form",
                "укажите ровно одно из at_least (не менее доли), more_than (более доли) и persons (не менее "
                "стольких человек)",
                "give exactly one of at_least, more_than and persons",
            )
        if self.more_than == 1:
            raise flaw(
                "threshold_range",
                "более целого не бывает; укажите more_than меньше 1 или at_least: 1/1",
                "there is no more than the whole; give more_than below 1, or at_least: 1/1",
            )
        return self

    @property
    def told(self) -> Text:
        """The threshold in words."""
        of = self.of.text
        if self.persons is not None:
            return Text(f"не менее {self.persons} из числа {of.ru}", f"at least {self.persons} of {of.en}")
        ru, en = ("более", "more than") if self.at_least is None else ("не менее", "at least")
        share = self.more_than if self.at_least is None else self.at_least
        return Text(f"{ru} {share} от числа {of.ru}", f"{en} {share} of {of.en}")

    def needed(self, whole: int) -> Fraction:
        """How many of `whole` persons reach the threshold; not whole where the share is not."""
        if self.at_least is not None:
            return self.at_least * whole
        return Fraction(self.people(whole))

    def people(self, whole: int, *, round_down: bool = False) -> int:
        """How many people that makes: no fewer than the exact share, or rounded down."""
        people, broken = self.counted(whole)
        return people + (broken and not round_down)

    def counted(self, whole: int) -> tuple[int, bool]:
        """How many people that makes rounded down, and whether a part of one more is left."""
        if self.persons is not None:
            return self.persons, False
        share = self.more_than if self.at_least is None else self.at_least
        assert share is not None, "exactly one of the three is given"
        people, rest = divmod(share.numerator * whole, share.denominator)
        return (people + 1, False) if self.at_least is None else (people, rest > 0)
