"""Имена в записях (names in records): whom and what a file names, against all that a profile knows.

A seat that no composition has, an actor who is nobody, a kind of question that no regulation lists: in a file
each is a slip of the pen, told with its place and the right word, and no verdict. What some edition of the profile
knows is for the rules to judge.

>>> from law189.profile.loader import load_profile
>>> names = Names(load_profile("kemerovo"))
>>> names.actor("provider"), names.seat("member-1") is None
(None, True)
>>> names.actor("родитель").en
'«родитель» is no seat, body or party; did you mean «representative»?'
>>> names.seat("сhair").ru
'места «сhair» в составе нет; в слове русские буквы, похожие на латинские; наберите «chair» латиницей'
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeAlias

from law189.audit.meeting import MeetingRecord
from law189.files.wording import did_you_mean, word
from law189.law import Entry, Text
from law189.profile.parties import SPOKEN, Party
from law189.profile.profile import Profile
from law189.rules.agenda import POWERS

__all__ = ["Named", "Names"]

Named: TypeAlias = Iterable[tuple[tuple[int | str, ...], Text]]
"""What is wrong with the names of a record, each by its place."""
ACTOR = ("by", "approved_by", "drafted_by")
ACTORS = ("copies_to", "signed_by", "also_signed")
SEATS = ("present", "answered", "vacant", "alternates", "polled", "conflicts", "dissents", "attached")
"""The fields that name somebody who acts, several of them, and seats."""
NAMING = frozenset(
    (*ACTOR, *ACTORS, *SEATS, "elected", "subgroup", "question_kind", "local", "votes", "opinions", "proxies")
)
"""All fields of which `Names` knows what they may name."""
NO_GROUP = Text(
    "рабочей группы в профиле нет; опишите её (working_group) или укажите профиль, в котором она есть",
    "the profile has no working group; describe it (working_group) or give a profile that has one",
)
"""That no seat can be named."""
CALLED = {
    **SPOKEN,
    "председатель": "chair",
    "руководитель": "chair",
    "chairman": "chair",
    "chairperson": "chair",
    "заместитель": "deputy",
    "заместитель председателя": "deputy",
    "секретарь": "secretary",
}
"""What people call a party or a seat, and its id."""


class Names:
    """Имена: the seats, actors and kinds of question that any edition of a profile knows."""

    def __init__(self, profile: Profile) -> None:
        editions = [edition for _, edition in profile.editions]
        groups = [edition.working_group for edition in editions if edition.working_group is not None]
        bodies = [body for edition in editions for body in edition.bodies]
        parties = [party for party in Party if party is not Party.AUTHORIZED_BODY]
        subgroups = [one for group in groups for one in group.subgroups]
        self.subgroups = tuple(dict.fromkeys(one.id for one in subgroups))
        self._grouped = bool(groups)
        seats = [*(seat for group in groups for seat in group.by_id), "secretary"]
        self.seats = tuple(dict.fromkeys([*seats, *(one.id for each in subgroups for one in each.invited)]))
        self.actors = tuple(dict.fromkeys([*parties, *(body.id for body in bodies), *self.seats]))
        self.kinds = tuple(
            dict.fromkeys([*(kind for group in groups for kind in group.business), *sorted(POWERS)])
        )
        self.conditions = tuple(
            dict.fromkeys(condition.id for edition in editions for condition in edition.conditions)
        )
        spoken: list[tuple[Text, str]] = [(party.text, party) for party in parties]
        spoken += [(one.title, one.id) for one in subgroups]
        spoken += [(body.title, body.id) for body in bodies]
        for group in groups:
            spoken += [(seat.office, seat.id) for seat in group.seats if seat.office is not None]
            spoken += [(entry.title, entry.kind) for entry in group.business.values()]
            spoken += [(words, seat) for seat, words in group.names.items()]
            numbered = [one for one in group.by_id if one.startswith("member-")]
            spoken += [(Text(f"член группы {one.removeprefix('member-')}", one), one) for one in numbered]
        self._spoken = {_folded(words[lang]): str(one) for words, one in spoken for lang in ("ru", "en")} | {
            words: str(one) for words, one in CALLED.items()
        }

    def seat(self, said: str) -> Text | None:
        """Why no composition has that seat; None where one has it."""
        if not self._grouped:
            return NO_GROUP
        return self._wrong(said, self.seats, "места «{}» в составе нет", "the composition has no seat «{}»")

    def actor(self, said: str) -> Text | None:
        """Why nobody can act by that name; None where a seat, the secretary, a body or a party has it."""
        return self._wrong(
            said, self.actors, "«{}» — не место, не орган и не сторона", "«{}» is no seat, body or party"
        )

    def kind(self, said: str) -> Text | None:
        """Why no question is of that kind; None where a task, a power or a function is."""
        return self._wrong(said, self.kinds, "вида вопроса «{}» нет", "there is no kind of question «{}»")

    def subgroup(self, said: str) -> Text | None:
        """Why the group has no such subgroup; None where it has."""
        return self._wrong(said, self.subgroups, "подгруппы «{}» нет", "there is no subgroup «{}»")

    def condition(self, said: str) -> Text | None:
        """Why the municipality adds no condition of that name; None where it does."""
        return self._wrong(
            said, self.conditions, "местного условия «{}» нет", "there is no local condition «{}»"
        )

    def _wrong(self, said: str, known: Collection[str], ru: str, en: str) -> Text | None:
        if said in known:
            return None
        meant = self._spoken.get(_folded(said), said)
        hint = did_you_mean(said, known)
        if meant in known and "".join(said.split()) not in known:
            hint = Text(f"возможно, вы имели в виду «{meant}»", f"did you mean «{meant}»?")
        shown = word(said)
        return Text(f"{ru.format(shown)}; {hint.ru}", f"{en.format(shown)}; {hint.en}")

    def of(self, record: Entry) -> Named:
        """What is wrong with the names in an event, each by its place."""
        return _once(self._of(record))

    def of_meeting(self, record: MeetingRecord) -> Named:
        """What is wrong with the names in the record of a meeting, each by its place."""
        return _once(self._of_meeting(record))

    def _of(self, record: Entry) -> Named:
        for name in (one for one in vars(record) if one in NAMING):
            for loc, words in self._of_field(name, getattr(record, name)):
                if words is not None:
                    yield (name, *loc), words

    def _of_meeting(self, record: MeetingRecord) -> Named:
        yield from self._of(record)
        for name, part in (("agenda", record.agenda), ("minutes", record.minutes)):
            if part is not None:
                yield from (((name, *loc), words) for loc, words in self._of(part))
        for place, item in enumerate(record.items):
            yield from ((("items", place, *loc), words) for loc, words in self._of(item))
            if item.kind is not None and (wrong := self.kind(item.kind)) is not None:
                yield ("items", place, "kind"), wrong

    def _of_field(self, name: str, value: Any) -> Iterator[tuple[tuple[int | str, ...], Text | None]]:
        if value is None:
            return
        if isinstance(value, str) and name in (*ACTOR, *ACTORS):
            yield (), self.actor(value)
        elif name in ACTORS:
            yield from (((place,), self.actor(one)) for place, one in enumerate(value))
        elif name == "elected":
            yield (), self.seat(value)
        elif name in SEATS:
            yield from (((place,), self.seat(one)) for place, one in enumerate(value))
        elif name == "question_kind":
            yield (), self.kind(value)
        elif name == "subgroup":
            yield (), self.subgroup(value)
        elif name == "local":
            yield from (((one,), self.condition(one)) for one in value)
        else:
            yield from self._of_pairs(name, value)

    def _of_pairs(self, name: str, value: Any) -> Iterator[tuple[tuple[int | str, ...], Text | None]]:
        """The seats in what is recorded by seat."""
        if name == "votes":
            yield from (((seat, place, "seat"), self.seat(seat)) for place, (seat, _) in enumerate(value))
        elif name == "opinions":
            yield from (((seat,), self.seat(seat)) for seat, _ in value)
        elif name == "proxies":
            for seat, holder in value:
                yield from (((seat,), self.seat(one)) for one in (seat, holder))


def _once(found: Named) -> Named:
    """Each fault; of all seats of a group that is not there one says it."""
    told = False
    for loc, words in found:
        if words is NO_GROUP and told:
            continue
        told = told or words is NO_GROUP
        yield loc, words


def _folded(said: str) -> str:
    return " ".join(said.split()).casefold()
