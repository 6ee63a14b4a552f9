"""Действие положений (effect): what of a decree does not hold on a day, and the edition as it holds on it.

A provision may be repealed, expire or be suspended (`lapses`), or begin to hold later than the rest
(`entry_into_force`). On such a day a norm, and an entry with days of its own, do not hold, as past their own last
day; another entry is not there, as where an amendment repeals it. Rows of the plan and of the indicators stay, as
they may be owed from before: `Effective.absent` tells.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo").latest
>>> gone = Lapse(of=(kemerovo.cite("app1.7"),), repealed_on="2024-02-01", cite=kemerovo.cite("p4"))
>>> amended = kemerovo.model_copy(update={"lapses": (gone,)})
>>> [len(amended.effective(date(2024, month, 1)).services) for month in (1, 2)]
[7, 6]
>>> amended.effective(date(2024, 2, 1)).absent(kemerovo.cite("app1.7")).until
datetime.date(2024, 1, 31)
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from pydantic import PrivateAttr, ValidationInfo, model_validator

from law189.facts import Frozen
from law189.kinds.asked import methods_asked
from law189.law import Act, Citation, Entry, Norm, Period, Text, flaw
from law189.law.text import in_russian
from law189.profile.validity import Entering, Lapse, begins_on
from law189.readings import D7, NO_CHOICES, Chosen

__all__ = ["Absence", "Effective", "bearing", "covers", "staying"]

DATED = ("selection", "paper", "conditions")
"""The lists of an edition whose entries have days of their own."""
APART = ("services", "excluded_providers", "parameters", "documents", "systems", "publication")
"""The lists of an edition whose entries have none."""
AMONG = ("presiding_duties", "tasks", "powers", "functions")
"""The lists of the group whose entries have none."""


def covers(above: Citation, cite: Citation) -> bool:
    """Whether an address is that of a provision or stands within it; an act as a whole has all of its own."""
    if above.act != cite.act:
        return False
    return above.address in ("act", cite.address) or cite.address.startswith(f"{above.address}.")


class Absence(NamedTuple):
    """Чего в этот день нет: which provisions do not hold, by what (`cite`, `text`), and between which days.

    `until` is the last day on which they held before, None where they have not begun; `since` the first day on
    which they begin to hold, None where they ended or were suspended. `whole` tells that the decree itself ended,
    `unknown` that nobody knows whether they hold, as a day is not recorded.
    """

    of: tuple[Citation, ...]
    cite: Citation
    text: Text
    until: date | None = None
    since: date | None = None
    whole: bool = False
    unknown: bool = False

    def covers(self, cite: Citation) -> bool:
        """Whether the provision does not hold by this."""
        return self.above(cite) is not None

    def above(self, cite: Citation) -> Citation | None:
        """What ended, was suspended or has not begun that the provision is or stands within; None where nothing."""
        return next((one for one in self.of if covers(one, cite)), None)


NOT_READ = Text(
    "редакцию читают с профилем: load_profile(файл) знает и акты, и календарь, а эти значения — нет",
    "an edition is read with its profile: load_profile(file) knows the acts and the calendar, these values do not",
)


@methods_asked
class Effective(Entry):
    """Действующее: an edition that tells how it holds on a day."""

    if TYPE_CHECKING:
        act: Act
        lapses: tuple[Lapse, ...]
        entry_into_force: Norm[Entering] | None
        readings: Frozen[str, str]

    _absences: tuple[Absence, ...] = PrivateAttr(default=())
    _unlisted: tuple[Citation, ...] = PrivateAttr(default=())
    _recorded: Any = PrivateAttr(default=None)

    @model_validator(mode="before")
    @classmethod
    def _of_a_file(cls, value: object, info: ValidationInfo) -> object:
        """Refuse facts without the acts that they cite: terms and slots of the law would be missing, unsaid."""
        if not isinstance(value, cls) and "acts" not in (info.context or {}):
            raise flaw("edition", NOT_READ.ru, NOT_READ.en)
        return value

    def absent(self, cite: Citation) -> Absence | None:
        """Why a provision does not hold on the day of this edition (see `Profile.on`); None where it does."""
        return next((one for one in self._absences if one.covers(cite)), None)

    def doubted(self, cite: Citation, day: date) -> Absence | None:
        """Why it is not known whether a provision holds on the day: what ends it, its day not recorded."""
        for lapse in self.lapses:
            gone = Absence(lapse.of or (self.act.whole,), lapse.cite, lapse.text, unknown=True)
            if lapse.in_force(day) is None and gone.covers(cite):
                return gone
        return None

    def effective(self, day: date) -> Self:
        """The edition as it holds on the day; itself where all of it does."""
        if not self.bounded:
            return self
        if self._recorded is not None:
            return self._recorded.effective(day)  # type: ignore[no-any-return]
        found = _absences(self, day)
        if not found:
            return self
        if found not in self._apart:
            parts = tuple(one for one in found if not one.whole)
            apart = self.model_copy(update=_without(self, parts, DATED, APART) if parts else None)
            apart._absences, apart._unlisted = found, _taking(self, parts)  # noqa: SLF001  # of this class
            apart._recorded = self  # noqa: SLF001  # of this class
            self._apart[found] = apart
        return self._apart[found]

    def choosing(self, choices: Chosen) -> Self:
        """The edition with all that it says, in which these choices of readings stand above its own."""
        if self._recorded is not None:
            return self._recorded.choosing(choices)  # type: ignore[no-any-return]
        return self.model_copy(update={"readings": Frozen({**self.readings, **choices})})

    @cached_property
    def bounded(self) -> bool:
        """Whether parts of it, or all, may not hold on some day; where not, all of it holds on the same days."""
        says = self.entry_into_force
        return bool(self.lapses) or (says is not None and isinstance(says.value, tuple))

    @cached_property
    def _apart(self) -> dict[tuple[Absence, ...], Self]:
        """The edition by what does not hold of it, each made once."""
        return {}


def _absences(edition: Any, day: date) -> tuple[Absence, ...]:
    """What of the edition does not hold on the day; nothing of what depends on a day that is not recorded."""
    return (*_ended(edition.act, edition.lapses, day), *_to_begin(edition, day))


def _ended(act: Act, lapses: Iterable[Lapse], day: date) -> Iterator[Absence]:
    for lapse in lapses:
        if lapse.in_force(day) is False and lapse.first is not None:
            of = lapse.of or (act.whole,)
            last = lapse.expires_on or lapse.first - timedelta(1)
            yield Absence(of, lapse.cite, lapse.text, last, whole=act.whole in of)


def _to_begin(edition: Any, day: date) -> Iterator[Absence]:
    says, act = edition.entry_into_force, edition.act
    if says is None or not isinstance(says.value, tuple):
        return
    for part in says.value:
        first = begins_on(part.starts, act.date, act.published_on)
        if first is None and D7.chosen(edition.readings or NO_CHOICES) == "act_date":
            first = begins_on(part.starts, act.date, act.date)
        if part.of and first is not None and day < first and act.whole not in part.of:
            words = Text(f"действует с {in_russian(first)}", f"in force from {first.isoformat()}")
            yield Absence(part.of, says.basis, words, since=first)


def _taking(edition: Any, absences: tuple[Absence, ...]) -> tuple[Citation, ...]:
    """Where it is said that a service of the list does not hold."""
    return tuple(gone.cite for gone in absences if any(gone.covers(one.cite) for one in edition.services))


def _without(
    entry: Entry, absences: tuple[Absence, ...], dated: Iterable[str] = (), apart: Iterable[str] = ()
) -> dict[str, Any]:
    """What of the entry is other where those provisions do not hold, by its keys."""
    found: dict[str, Any] = {}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, Norm):
            found[name] = _narrowed(value, value.basis, absences)
        elif name in dated:
            found[name] = tuple(_dated(value, absences))
        elif name in apart:
            found[name] = tuple(_held(value, absences))
        elif name == "working_group":
            found[name] = _group_without(value, absences, AMONG)
        elif name == "subgroups":
            found[name] = tuple(_group_without(one, absences) for one in value)
        elif name == "adopted":
            acts = _dated(value, absences)
            found[name] = tuple(
                one.model_copy(update={"fills": tuple(_held(one.fills, absences))}) for one in acts
            )
    return found


def _group_without(group: Any, absences: tuple[Absence, ...], apart: Iterable[str] = ()) -> Any:
    """A group or a subgroup where those provisions do not hold; None where there is none."""
    return None if group is None else group.model_copy(update=_without(group, absences, apart=apart))


AnEntry = TypeVar("AnEntry", bound=Entry)
APeriod = TypeVar("APeriod", bound=Period)


def _narrowed(one: APeriod, cite: Citation, absences: tuple[Absence, ...]) -> APeriod:
    """What has days of its own, with days in which that of the absence is not; itself where it is of none."""
    gone = next((found for found in absences if found.covers(cite)), None)
    if gone is None:
        return one
    since, until = one.since, one.until
    if gone.since is not None:
        return one.model_copy(
            update={
                "since": max(gone.since, since or gone.since),
                "until": until if until is None or until >= gone.since else None,
            }
        )
    assert gone.until is not None, "what ended has held to some day"
    last = min(gone.until, until or gone.until)
    return one.model_copy(update={"since": since if since is None or since <= last else None, "until": last})


def _dated(entries: Iterable[Any], absences: tuple[Absence, ...]) -> Iterator[Any]:
    """Entries with days of their own; what would end before its first day is not there at all."""
    for one in entries:
        found = _narrowed(one, one.cite, absences)
        if found is one:
            yield one
        elif found.since == one.since or one.since is None or found.since is not None:
            event = {"until_event": None, "ended_on": None} if hasattr(one, "until_event") else {}
            yield found.model_copy(update=event) if event and found.until is not None else found


def _held(entries: Iterable[AnEntry], absences: tuple[Absence, ...]) -> Iterator[AnEntry]:
    """Entries without days of their own that hold; of a system also what it need not form any more."""
    for one in entries:
        cited: Any = one
        if any(gone.covers(cited.cite) for gone in absences):
            continue
        forming = getattr(one, "forms_cite", None)
        if forming is not None and any(gone.covers(forming) for gone in absences):
            yield one.model_copy(update={"forms": (), "forms_others": None, "forms_cite": None})
        else:
            yield one


_ONLY_SAID = frozenset(
    {"direction", "control", "entry_into_force", "covers_since", "status", "purpose", "sources"}
)
"""The norms of the decree and of its group that no rule asks on a day."""


def bearing(edition: Any) -> Iterator[Citation]:
    """Where the edition has what decides on a day, and so no longer does where it does not hold."""
    lists = (*DATED, *APART, "plan", "indicators")
    yield from (one.cite for name in lists for one in getattr(edition, name))
    yield from (one.forms_cite for one in edition.systems if one.forms_cite is not None)
    yield from (cite for one in edition.adopted for cite in (one.cite, *(fill.cite for fill in one.fills)))
    yield from _of_norms(edition, _ONLY_SAID)
    group = edition.working_group
    if group is not None:
        yield from _of_norms(group, _ONLY_SAID)
        yield from (one.cite for name in ("tasks", "powers", "functions") for one in getattr(group, name))
        for one in group.subgroups:
            yield from _of_norms(one)


def staying(edition: Any) -> Iterator[Citation]:
    """Where the edition has whom others name, so that it stays until an amendment takes it out with them."""
    yield from (one.cite for one in edition.bodies)
    group = edition.working_group
    if group is not None:
        secretary = () if group.secretary is None else (group.secretary,)
        yield from (one.cite for one in (*group.seats, *secretary, *group.subgroups))


def _of_norms(entry: Entry, but: frozenset[str] = frozenset()) -> Iterator[Citation]:
    values = ((name, getattr(entry, name)) for name in type(entry).model_fields)
    yield from (value.basis for name, value in values if isinstance(value, Norm) and name not in but)
