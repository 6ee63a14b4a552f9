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

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from law189.audit.likely import folded, near, unread
from law189.audit.meeting import MeetingRecord
from law189.files.offered import in_words
from law189.files.wording import word
from law189.law import Entry, Text
from law189.profile.parties import SPOKEN, Party
from law189.profile.profile import Profile
from law189.rules.certificates.consumers import categories_of
from law189.rules.group.agenda import POWERS

__all__ = ["Named", "Names"]

Named: TypeAlias = Iterable[tuple[tuple[int | str, ...], Text]]
"""What is wrong with the names of a record, each by its place."""
ACTOR = ("by", "approved_by", "drafted_by")
ACTORS = ("copies_to", "signed_by", "also_signed")
SEATS = ("present", "answered", "vacant", "alternates", "polled", "conflicts", "dissents", "attached")
"""The fields that name somebody who acts, several of them, and seats."""
LEADERS = ("elected", "presided")
"""The fields that name the seat that presides."""
WITHIN = ("system", "categories")
"""The fields of what stands within an event that name something of the profile."""
NAMING = frozenset(
    (*ACTOR, *ACTORS, *SEATS, *LEADERS, "subgroup", "question_kind", "local", "votes", "opinions", "proxies")
)
"""All fields of which `Names` knows what they may name."""
NO_GROUP = Text(
    "рабочей группы в профиле нет; опишите её (working_group) или укажите профиль, в котором она есть",
    "the profile has no working group; describe it (working_group) or give a profile that has one",
)
"""That no seat can be named."""
SECRETARY = "secretary"
PARTIES = tuple(party for party in Party if party is not Party.AUTHORIZED_BODY)
"""The parties of contracts and agreements."""
NO_SECRETARY = Text(
    "положение секретаря не знает, и в составе его нет; уберите его из записи",
    "the regulation knows no secretary, and the composition has none; take him out of the record",
)
"""That the secretary is no seat."""
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
        parties = PARTIES
        subgroups = [one for group in groups for one in group.subgroups]
        self.subgroups = tuple(dict.fromkeys(one.id for one in subgroups))
        self._grouped = bool(groups)
        seats = [seat for group in groups for seat in group.by_id]
        self._secretary = SECRETARY in seats or any(group.secretary is not None for group in groups)
        seats += [SECRETARY] if self._secretary else []
        self.seats = tuple(dict.fromkeys([*seats, *(one.id for each in subgroups for one in each.invited)]))
        self.actors = tuple(dict.fromkeys([*parties, *(body.id for body in bodies), *self.seats, SECRETARY]))
        self.kinds = tuple(dict.fromkeys([*(one for of in groups for one in of.business), *sorted(POWERS)]))
        self._asked = [one for edition in editions for one in edition.conditions]
        self.conditions = tuple(dict.fromkeys(one.id for one in self._asked))
        self._systems = {one.id: one.title for edition in editions for one in edition.systems}
        self._categories: dict[str, Text] = {}
        for edition in editions:
            of_edition = categories_of(edition.parameters)
            self._categories |= {each: words or Text(each, each) for each, words in of_edition.items()}
        spoken: list[tuple[Text, str]] = [(party.text, party) for party in parties]
        spoken += [(one.title, one.id) for one in subgroups]
        spoken += [(body.title, body.id) for body in bodies]
        for group in groups:
            spoken += [(seat.office, seat.id) for seat in group.seats if seat.office is not None]
            spoken += [(entry.title, entry.kind) for entry in group.business.values()]
            spoken += [(words, seat) for seat, words in group.names.items()]
            numbered = [one for one in group.by_id if one.startswith("member-")]
            spoken += [(Text(f"член группы {one.removeprefix('member-')}", one), one) for one in numbered]
        self._titles = {str(one): words for words, one in reversed(spoken)} | {
            each: words for each, words in self._categories.items() if words.ru != each
        }
        self._spoken = {folded(words[lang]): str(one) for words, one in spoken for lang in ("ru", "en")} | {
            words: str(one) for words, one in CALLED.items()
        }

    def seat(self, said: str) -> Text | None:
        """Why no composition has that seat; None where one has it."""
        if not self._grouped:
            return NO_GROUP
        if not self._secretary and self._spoken.get(folded(said), said) == SECRETARY:
            return NO_SECRETARY
        return self._wrong(said, self.seats, "места «{}» в составе нет", "the composition has no seat «{}»")

    def actor(self, said: str, *, of_group: bool = False) -> Text | None:
        """Why nobody can act by that name; None where a seat, the secretary, a body or a party has it.

        `of_group` says that it is an act of the group, its minutes or agenda: then its seats are told first.
        """
        if said in self.actors:
            return None
        first = (*self.seats, SECRETARY) if of_group else ()
        known = sorted(self.actors, key=lambda one: (one not in first, of_group and one in PARTIES))
        return self._wrong(
            said, known, "«{}» — не место, не орган и не сторона", "«{}» is no seat, body or party"
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

    def answer(self, name: str, said: Any) -> Text | None:
        """Why no condition of that name can read the answer, or which one was meant; None where one reads it."""
        wrong = [unread(one.asks, said) for one in self._asked if one.id == name]
        return None if None in wrong else next(iter(wrong), None)

    def system(self, said: str) -> Text | None:
        """Which system was meant by a word that is near its name; None for its name, and for another system."""
        return near(said, self._systems, "системы «{}» в профиле нет", "the profile has no system «{}»")

    def category(self, said: str) -> Text | None:
        """Why the profile names no such category of consumers; None where it does, or names none at all."""
        if not self._categories or said in self._categories:
            return None
        ru, en = "категории «{}» в профиле нет", "the profile has no category «{}»"
        alike = near(said, self._categories, ru, en)
        return alike or self._wrong(said, tuple(self._categories), ru, en)

    def _wrong(self, said: str, known: Collection[str], ru: str, en: str) -> Text | None:
        if said in known:
            return None
        meant = self._spoken.get(folded(said), said)
        hint = in_words(said, {str(one): self._titles.get(str(one)) for one in known}, by_words=False)
        if meant != said and meant in known and "".join(said.split()) not in known:
            hint = in_words(meant, {meant: self._titles.get(meant)})
        shown = word(said)
        return Text(f"{ru.format(shown)}; {hint.ru}", f"{en.format(shown)}; {hint.en}")

    def of(self, record: Entry) -> Named:
        """What is wrong with the names in an event, each by its place."""
        return _once(self._of(record))

    def of_meeting(self, record: MeetingRecord) -> Named:
        """What is wrong with the names in the record of a meeting, each by its place."""
        return _once(self._of_meeting(record))

    def _of(self, record: Entry) -> Named:
        for name, value in vars(record).items():
            if name in NAMING:
                for loc, words in self._of_field(name, value):
                    if words is not None:
                        yield (name, *loc), words
            elif isinstance(value, Entry):
                yield from (((name, *loc), words) for loc, words in self._within(value))

    def _within(self, entry: Entry) -> Iterator[tuple[tuple[int | str, ...], Text]]:
        """What is wrong with the names in a document, a consumer or an extract that stands in an event."""
        for name, value in vars(entry).items():
            if isinstance(value, Entry):
                yield from (((name, *loc), words) for loc, words in self._within(value))
            elif name == "system" and value is not None and (wrong := self.system(value)) is not None:
                yield (name,), wrong
            elif name == "categories":
                told = ((place, self.category(one)) for place, one in enumerate(value or ()))
                yield from (((name, place), words) for place, words in told if words is not None)

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
            yield (), self.actor(value, of_group=name != "by")
        elif name in ACTORS:
            told = ((place, self.actor(one, of_group=True)) for place, one in enumerate(value))
            yield from (((place,), words) for place, words in told)
        elif name in LEADERS:
            yield (), self.seat(value)
        elif name in SEATS:
            yield from (((place,), self.seat(one)) for place, one in enumerate(value))
        elif name == "question_kind":
            yield (), self.kind(value)
        elif name == "subgroup":
            yield (), self.subgroup(value)
        elif name == "local" and isinstance(value, Mapping):
            told = ((one, self.condition(one) or self.answer(one, answer)) for one, answer in value.items())
            yield from (((one,), words) for one, words in told)
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
