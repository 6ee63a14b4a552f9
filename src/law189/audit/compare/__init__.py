"""Чем различаются два профиля (what differs between two editions), in meaning and not in text.

Titles, labels, English words, addresses, numbering and the order of lists decide nothing and are no difference;
`law189.audit.compare.meaning` lists them with the reasons. Everything else is compared, by a walk over the model.

>>> from law189.profile.loader import load_profile
>>> kemerovo, district = (load_profile(name).latest for name in ("kemerovo", "novokuznetsk_district"))
>>> found = {difference.path: difference for difference in compare(kemerovo, district)}
>>> found["working_group.seats[member]"].a.ru, found["working_group.seats[member]"].b.ru
('мест: 8', 'мест: 3')
>>> found["documents[agreement]"].a.ru, found["documents[agreement]"].stricter
('молчит', 'b')
>>> "working_group.quorum" in found, compare(kemerovo, kemerovo)
(False, ())
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from law189.audit.compare.matched import BY_KEY, Pair, matched
from law189.audit.compare.meaning import Side, meaningful, meant, written
from law189.audit.compare.phrases import in_one, its_own, name_of, side_value, title_of, worded
from law189.audit.compare.strictness import Stricter, stricter
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Citation, Entry, Norm, Text
from law189.law.fixed import fixed
from law189.profile.edition import Edition
from law189.profile.group import Role, Seat, Threshold
from law189.profile.indicators import IndicatorValue
from law189.readings import READINGS
from law189.verdict import plain

__all__ = ["Difference", "Stricter", "compare"]


@fixed
@dataclass(frozen=True, slots=True)
class Difference:
    """Различие двух редакций: where, what each says in words, at which address, and which is stricter.

    `a_cite` and `b_cite` are None where that side is silent. `stricter` is None where neither side asks for more or
    that cannot be decided. `in_words` is true where both sides say it in free words, which only a person can judge.
    """

    path: str
    title: Text
    a: Text
    b: Text
    a_cite: Citation | None
    b_cite: Citation | None
    stricter: Stricter = None
    in_words: bool = False

    @property
    def mirrored(self) -> "Difference":
        """The same difference with the sides exchanged."""
        other: Stricter = {"a": "b", "b": "a"}.get(self.stricter or "")  # type: ignore[assignment]
        sides = {"a": self.b, "b": self.a, "a_cite": self.b_cite, "b_cite": self.a_cite}
        return replace(self, **sides, stricter=other)  # type: ignore[arg-type]

    def as_json(self) -> dict[str, Any]:
        """The difference as plain JSON values."""
        return {
            "path": self.path,
            "title": plain(self.title),
            "a": plain(self.a),
            "b": plain(self.b),
            "a_cite": plain(self.a_cite),
            "b_cite": plain(self.b_cite),
            "stricter": self.stricter,
            "in_words": self.in_words,
        }


class _At(NamedTuple):
    """Where the walk stands: the path, its words, the field and what it is of, the nearest address of each side."""

    path: str = ""
    title: tuple[Text, ...] = ()
    name: str = ""
    of: str = ""
    cites: tuple[Citation | None, Citation | None] = (None, None)

    def field(self, kind: type[Entry], name: str, sides: Sequence[Side]) -> "_At":
        path, title = f"{self.path}.{name}".lstrip("."), (*self.title, title_of(kind, name, *sides))
        return self._replace(path=path, title=title, name=name, of=kind.__name__)

    def cited(self, a: Any, b: Any, name: str = "") -> "_At":
        """The same place, with the addresses that these two have of their own."""
        found = tuple(_cite(one, name) or near for one, near in zip((a, b), self.cites, strict=True))
        return self._replace(cites=(found[0], found[1]))


@asked
def compare(a: Edition, b: Edition) -> tuple[Difference, ...]:
    """Everything in which the two editions differ in meaning, in the order of the model.

    Raises `WrongType` on what is no edition.
    """
    sides = _sides(must_be(a, Edition), must_be(b, Edition))
    at = _At(cites=(a.whole, b.whole))
    return tuple(_fields(a, b, at, sides))


def _sides(a: Edition, b: Edition) -> tuple[Side, Side]:
    """The two editions, each knowing by which key the comparison calls what its ids name."""
    keys: tuple[dict[tuple[str, Any], str], ...] = ({}, {})
    sides = Side(a, keys[0]), Side(b, keys[1])
    for what in ("bodies", "stages", "goals"):
        for pair in matched(getattr(a, what), getattr(b, what), sides):
            for known, entry in zip(keys, pair[1:], strict=True):
                if entry is not None:
                    known[what, entry.id] = pair.key
    return sides


def _cite(value: Any, name: str = "") -> Citation | None:
    """The address of a value's own; of a field that has one for itself, that one."""
    said = (f"{name}_cite", f"{name.partition('_')[0]}_cite", "basis", "cite") if name else ("basis", "cite")
    found = (getattr(value, one, None) for one in said)
    return next((one for one in found if isinstance(one, Citation)), None)


def _fields(a: Entry, b: Entry, at: _At, sides: tuple[Side, Side]) -> Iterator[Difference]:
    kind = type(a)
    for name in meaningful(kind):
        if (kind.__name__, name) in BY_KEY:
            continue
        here = at.field(kind, name, sides).cited(a, b, name)
        yield from _values(getattr(a, name), getattr(b, name), here, sides)


def _values(a: Any, b: Any, at: _At, sides: tuple[Side, Side]) -> Iterator[Difference]:
    if at.name == "seats" and a and b and isinstance(a[0], Seat):
        yield from _seats(a, b, at, sides)
    elif at.name == "readings" and at.path == "readings":
        yield from _readings(at, sides)
    elif isinstance(a, Norm) and isinstance(b, Norm):
        here = at.cited(a, b)
        yield from _values(a.value, b.value, here, sides)
        for name in meaningful(Norm):
            if name != "value":
                under = here.field(Norm, name, sides)
                yield from _values(getattr(a, name), getattr(b, name), under, sides)
    elif (_listed(a) or _listed(b)) and isinstance(a or (), tuple) and isinstance(b or (), tuple):
        listed: tuple[Any, Any] = (a or (), b or ())
        yield from _lists(*listed, at, sides)
    elif isinstance(a, Entry) and type(a) is type(b) and not _one_value(a):
        yield from _fields(a, b, at.cited(a, b), sides)
    elif (a is None) != (b is None) or meant(a, sides[0], at.name) != meant(b, sides[1], at.name):
        yield _difference(a, b, at, sides)


def _listed(value: Any) -> bool:
    return isinstance(value, tuple) and any(isinstance(one, Entry) for one in value)


def _one_value(entry: Entry) -> bool:
    """Whether the entry is told whole: a term, a question, a threshold, a value of an indicator."""
    return in_one(entry) or isinstance(entry, Threshold | IndicatorValue)


def _difference(
    a: Any, b: Any, at: _At, sides: tuple[Side, Side], found: Stricter | bool = True
) -> Difference:
    """The difference of two values; `found` is which is stricter where the caller knows."""
    at = at.cited(a, b)
    ours, theirs = (
        worded(side_value(side, at.name, one), side, at.name) for one, side in zip((a, b), sides, strict=True)
    )
    return Difference(
        at.path,
        _chained(at.title),
        ours,
        theirs,
        None if a is None or a == () else at.cites[0],
        None if b is None or b == () else at.cites[1],
        stricter=stricter(f"{at.of}.{at.name}", a, b, *(one.edition for one in sides))
        if found is True
        else found or None,
        in_words=isinstance(a, Text) and isinstance(b, Text),
    )


def _chained(title: tuple[Text, ...]) -> Text:
    return Text(" · ".join(one.ru for one in title), " · ".join(one.en for one in title))


# ─── Списки ──────────────────────────────────────────────────────────────────────────────────────────────


def _lists(a: tuple[Any, ...], b: tuple[Any, ...], at: _At, sides: tuple[Side, Side]) -> Iterator[Difference]:
    for pair in _each_once(matched(a, b, sides)):
        named = {
            name for one, side in zip(pair[1:], sides, strict=True) if one and (name := name_of(one, side))
        }
        here = at._replace(path=f"{at.path}[{pair.key}]", title=(*at.title, *_either(named)))
        if pair.a is not None and pair.b is not None:
            yield from _fields(pair.a, pair.b, here.cited(pair.a, pair.b), sides)
            continue
        found: Stricter | bool = True
        if at.name == "categories":  # who is served: a list that is empty serves all
            alone: Stricter = "b" if pair.a is None else "a"
            found = alone if not (a and b) else "a" if alone == "b" else "b"
        yield _difference(pair.a, pair.b, here, sides, found)


def _each_once(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs, those of the same two entries as one: an act that adopts several things is told once."""
    found: dict[Any, Pair] = {}
    for pair in pairs:
        both = id(pair.a), id(pair.b)
        known = found.get(both)
        found[both] = pair if known is None else known._replace(key=f"{known.key}, {pair.key}")
    yield from found.values()


def _either(names: set[Text]) -> tuple[Text, ...]:
    """What both sides call the entry; both names, where they differ."""
    told = sorted(names, key=lambda one: (one.ru.casefold(), one.ru, one.en))
    kept = {one.ru.casefold(): one for one in reversed(told)}
    both = [kept[ru] for ru in sorted(kept)]
    return (Text(" ≈ ".join(one.ru for one in both), " ≈ ".join(one.en for one in both)),) if both else ()


def _seats(
    a: tuple[Seat, ...], b: tuple[Seat, ...], at: _At, sides: tuple[Side, Side]
) -> Iterator[Difference]:
    """The composition by roles: how many seats each role has, and what of these seats is not as usual."""
    for role in Role:
        ours, theirs = ([seat for seat in seats if seat.role is role] for seats in (a, b))
        means = [
            Counter(written(_seat(seat, side)) for seat in seats)
            for seats, side in zip((ours, theirs), sides, strict=True)
        ]
        if means[0] != means[1]:
            here = at._replace(path=f"{at.path}[{role}]", title=(*at.title, role.text))
            if ours and theirs:
                here = here.cited(ours[0], theirs[0])
            cites = [_of_other(ours, theirs, means), _of_other(theirs, ours, means[::-1])]
            words = [_counted(seats, side) for seats, side in zip((ours, theirs), sides, strict=True)]
            told = _difference(None, None, here, sides)
            yield replace(told, a=words[0], b=words[1], a_cite=cites[0], b_cite=cites[1])


def _of_other(seats: list[Seat], others: list[Seat], means: list[Counter[str]]) -> Citation | None:
    """The address of the first seat that the other side lacks, else of the first; None where there is none.

    `means` is what the seats of each side are, this one first: of those of which there are more, one whose own
    address the other side does not have.
    """
    more, known = means[0] - means[1], {_cite(one) for one in others}
    own = [seat for seat in seats if more and _cite(seat) not in known]
    found = own or seats
    return _cite(found[0]) if found else None


def _seat(seat: Seat, side: Side) -> dict[str, Any]:
    """What a seat is besides its office: of words that are added to it, whether there are any."""
    said = {name: getattr(seat, name) for name in meaningful(type(seat))}
    return {name: isinstance(one, Text) or meant(one, side, name) for name, one in said.items()}


def _counted(seats: list[Seat], side: Side) -> Text:
    ru, en = [f"мест: {len(seats)}"], [f"seats: {len(seats)}"]
    for name in meaningful(Seat):
        usual = Seat.model_fields[name].default
        other = [getattr(seat, name) for seat in seats if name != "role" and getattr(seat, name) != usual]
        for value, many in Counter(worded(one, side, name) for one in other).items():
            title = title_of(Seat, name, side)
            ru, en = [*ru, f"{title.ru} — {value.ru}: {many}"], [*en, f"{title.en} — {value.en}: {many}"]
    return Text("; ".join(ru), "; ".join(en))


def _readings(at: _At, sides: tuple[Side, Side]) -> Iterator[Difference]:
    """The choice that each side is judged by; a default that is chosen is no other choice."""
    chosen: list[Mapping[str, str]] = [side.edition.readings for side in sides]
    for code, reading in READINGS.items():
        ours, theirs = (reading.chosen(one) for one in chosen)
        if ours != theirs:
            cites = [_read(reading.about, side.edition) for side in sides]
            yield Difference(
                f"readings[{code}]",
                _chained((*at.title, its_own(reading.question, *sides))),
                its_own(reading.choices[ours], sides[0]),
                its_own(reading.choices[theirs], sides[1]),
                cites[0],
                cites[1],
            )


def _read(about: str, edition: Edition) -> Citation:
    """The norm that is read two ways; the decree as a whole where it is none of its norms."""
    return edition.basis(about) if "." in about else edition.whole
