"""Кого и что назвали (names): whether the seats, offices and kinds of questions that a file names exist at all.

A word that names nobody is a slip of whoever typed the file, and is told as one, with its place and the nearest
right word. It is no answer about the law. Who asks a rule in a program gets a verdict on any word.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> seat("member-1", kemerovo) is None, seat("сhair", kemerovo).en
(True, 'there is no «сhair» here; the word has Russian letters that look Latin; type «chair» in Latin letters')
>>> somebody("родитель", kemerovo).en
'there is no «родитель» here; did you mean «representative»?'
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from law189.audit.meeting import MeetingRecord
from law189.cases.history import Event
from law189.files.nodes import Loc
from law189.files.wording import did_you_mean, word
from law189.law import Text
from law189.profile.parties import Party
from law189.profile.profile import Profile
from law189.rules.agenda import POWERS

__all__ = ["EVENT_NAMES", "kind", "misnamed", "misnamed_in_record", "seat", "somebody"]

SECRETARY = "secretary"
PARTIES = tuple(party.value for party in Party if party is not Party.AUTHORIZED_BODY)
"""Who may act beside the bodies and the group; the authorised body is named by its own id."""
SAID: Mapping[str, str] = {
    "председатель": "chair",
    "руководитель": "chair",
    "заместитель": "deputy",
    "заместитель председателя": "deputy",
    "заместитель руководителя": "deputy",
    "секретарь": SECRETARY,
    "исполнитель": Party.PROVIDER,
    "исполнитель услуг": Party.PROVIDER,
    "поставщик": Party.PROVIDER,
    "потребитель": Party.CONSUMER,
    "получатель": Party.CONSUMER,
    "представитель": Party.REPRESENTATIVE,
    "законный представитель": Party.REPRESENTATIVE,
    "представитель потребителя": Party.REPRESENTATIVE,
    "родитель": Party.REPRESENTATIVE,
    "родители": Party.REPRESENTATIVE,
    "мать": Party.REPRESENTATIVE,
    "отец": Party.REPRESENTATIVE,
    "опекун": Party.REPRESENTATIVE,
    "попечитель": Party.REPRESENTATIVE,
    "parent": Party.REPRESENTATIVE,
    "guardian": Party.REPRESENTATIVE,
    "chairman": "chair",
    "chairperson": "chair",
    "vice-chair": "deputy",
    "supplier": Party.PROVIDER,
}
"""What people call them, and the word that a file has for it."""


def _editions(profile: Profile) -> Iterator[Profile]:
    """Every edition: a step may speak of who sat before an amendment, or sits after it."""
    yield profile
    yield from (profile.on(day) for day in profile.editions)


def _seats(profile: Profile) -> dict[str, Text]:
    return {seat.id: seat.office for one in _editions(profile) for seat in one.working_group.seats}


def _bodies(profile: Profile) -> dict[str, Text]:
    return {body.id: body.title for one in _editions(profile) for body in one.bodies}


def _nobody(said: str, known: Mapping[str, Text]) -> Text | None:
    """Why the word names nobody; None where it names somebody known."""
    if said in known:
        return None
    titles = {text.ru: name for name, text in known.items()} | {text.en: name for name, text in known.items()}
    words = {name: meant for name, meant in (SAID | titles).items() if meant in known}
    hint = did_you_mean(said, known, words)
    return Text(f"«{word(said)}» здесь нет; {hint.ru}", f"there is no «{word(said)}» here; {hint.en}")


_SECRETARY = {SECRETARY: Text("секретарь", "secretary")}


def seat(said: str, profile: Profile) -> Text | None:
    """Why the word is no seat of the working group nor its secretary; None where it is."""
    return _nobody(said, _seats(profile) | _SECRETARY)


def somebody(said: str, profile: Profile) -> Text | None:
    """Why nobody is called so: a seat, the secretary, a body of the profile, a party; None where somebody is."""
    parties = {name: Party(name).text for name in PARTIES}
    return _nobody(said, _seats(profile) | _SECRETARY | _bodies(profile) | parties)


def kind(said: str, profile: Profile) -> Text | None:
    """Why no question is of that kind; None where it is the group's, or a power that some other group has."""
    known = {
        name: entry.title for one in _editions(profile) for name, entry in one.working_group.business.items()
    }
    if said in known or said in POWERS:
        return None
    titles = {title.ru: name for name, title in known.items()} | {t.en: name for name, t in known.items()}
    hint = did_you_mean(said, [*known, *(power for power in sorted(POWERS) if power not in known)], titles)
    return Text(
        f"вида вопроса «{word(said)}» нет; {hint.ru}",
        f"there is no kind of question «{word(said)}»; {hint.en}",
    )


Told = Callable[[str, Profile], Text | None]
EVENT_NAMES: Mapping[str, Told] = {
    "by": somebody,
    "present": seat,
    "vacant": seat,
    "elected": seat,
    "copies_to": seat,
    "votes": seat,
    "question_kind": kind,
}
"""Which keys of an event name somebody or a kind of question, and what is asked of them."""


def misnamed(event: Event, profile: Profile) -> Iterator[tuple[Loc, Text]]:
    """Every name in an event that names nobody, and every kind that is none, with its place."""
    yield from _asked({name: getattr(event, name, None) for name in EVENT_NAMES}, EVENT_NAMES, profile, ())


def misnamed_in_record(record: MeetingRecord, profile: Profile) -> Iterator[tuple[Loc, Text]]:
    """The same of a meeting written down as a whole."""
    yield from _asked(vars(record), dict.fromkeys(("present", "vacant", "elected"), seat), profile, ())
    if record.agenda is not None:
        yield from _asked(vars(record.agenda), {"approved_by": somebody}, profile, ("agenda",))
    for place, item in enumerate(record.items):
        yield from _asked(vars(item), {"votes": seat, "kind": kind}, profile, ("items", place))
    if record.minutes is not None:
        asked = {"drafted_by": somebody, "signed_by": somebody, "copies_to": seat}
        yield from _asked(vars(record.minutes), asked, profile, ("minutes",))


def _asked(
    values: Mapping[str, Any], asked: Mapping[str, Told], profile: Profile, above: Loc
) -> Iterator[tuple[Loc, Text]]:
    for name, told in asked.items():
        for loc, said in _names_in(name, values.get(name)):
            words = told(said, profile)
            if words is not None:
                yield (*above, *loc), words


def _names_in(key: str, value: Any) -> Iterable[tuple[Loc, str]]:
    """Each name that a value holds, with its place in the file."""
    if value is None:
        return []
    if isinstance(value, str):
        return [((key,), value)]
    if key == "votes":
        return [((key, said), said) for said, _ in value]
    return [((key, place), said) for place, said in enumerate(value)]
