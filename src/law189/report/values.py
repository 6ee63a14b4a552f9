"""Значения в словах (values): how a sheet tells each value of a profile, in one language.

Nothing here names a field of the model: a field says of itself what it is (`about`), a list of codes has words, a
term has its text, and what refers to another entry is told by the title of that entry.

>>> from law189.profile.loader import load_profile
>>> said = Worded(load_profile("kemerovo").latest, "ru")
>>> quorum = said.edition.working_group.quorum.value
>>> [(part.label, part.words) for part in said.parts(quorum)]
[('не менее', '1/2'), ('от чего считают', 'членов группы')]
>>> said.value(said.edition.plan[0].term, None)
'2023 год'
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple, get_args, get_origin

from law189.law import About, Act, Citation, Entry, Grade, Lang, Norm, Source, Text, Vocabulary, about
from law189.law.label import kind_in, made
from law189.profile.edition import Edition
from law189.profile.parties import headed_in
from law189.telling import act_named, joined, shown

__all__ = ["NOT_STATED", "Part", "Worded", "address_of", "code_in_words", "codes_of", "holds_addresses"]

NOT_STATED = Text("не указано", "not stated")
BY_DEFAULT = Text("по умолчанию", "by default")


class Part(NamedTuple):
    """One part of a fact: the name of its field, the title of the field, its words.

    `text` says that the words say what the whole entry is about: they are no code, number or day.
    """

    name: str
    label: str
    words: str
    text: bool = False


def address_of(value: object) -> Citation | None:
    """The address that an entry has of its own; None where it has none."""
    found = getattr(value, "basis" if isinstance(value, Norm) else "cite", None)
    return found if isinstance(value, Entry) and isinstance(found, Citation) else None


def holds_addresses(value: object) -> bool:
    """Whether the value is an entry with an address of its own, or has such entries below it."""
    if isinstance(value, tuple):
        return any(holds_addresses(one) for one in value)
    if not isinstance(value, Entry):
        return False
    return address_of(value) is not None or any(
        holds_addresses(getattr(value, name)) for name in type(value).model_fields
    )


def code_in_words(code: str, said: About | None, lang: Lang) -> str | None:
    """A code of a field in words: its help writes them beside the code; None where it does not.

    A kind of act is a Russian word, whose English the label of an act has.
    """
    if (kind := kind_in(code)) is not None:
        return made(kind, None, None).ru if lang == "ru" else made(kind, None, None).en
    if said is None:
        return None
    one = re.escape(code)
    for form in (
        rf"(?P<words>[^,;()]*?)\s*\({one}\)",
        rf"(?<![\w(]){one} — (?P<words>[^,;.]+)",
        rf"(?P<words>[^,;()]*?) — {one}(?!\w)",
        rf"(?:^|[:;] ){one}, (?P<words>[^,;.]+)" if lang == "ru" else rf"(?<!\w){one}, (?P<words>[^,;.]+)",
    ):
        if (found := re.search(form, said.help[lang])) and (words := _trimmed(found["words"])):
            return words
    return None


def _trimmed(words: str) -> str:
    """The words of a code without what joins them to those of another."""
    words = re.sub(r"^\s*(?:(?:или|и|а|если|то|or|and|where)\s+)+", "", words).strip(" «».")
    words = words.rpartition(": ")[2]
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def codes_of(kind: Any) -> frozenset[str]:
    """The words of which a value of that type may be one; empty where the type lists none."""
    if get_origin(kind) is Literal:
        return frozenset(one for one in get_args(kind) if isinstance(one, str))
    return frozenset(code for one in get_args(kind) for code in codes_of(one))


class Worded:
    """Values of one edition in words of one language."""

    lang: Lang

    def __init__(self, edition: Edition, lang: Lang) -> None:
        self.edition, self.lang = edition, lang
        self._titles: dict[str, dict[object, Text]] = {}
        self._gather(edition)
        self._titles[Source.BODIES] = dict(edition.titles) | self._titles.get(Source.BODIES, {})
        self._titles[Source.SLOTS] = {slot.id: slot.what for slot in edition.federal.slots}

    def _gather(self, entry: Entry) -> None:
        """Remember what every entry of a list is called, by the key of the list and by its own id."""
        for name in type(entry).model_fields:
            value = getattr(entry, name)
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Entry):
                    self._gather(one)
                    key, title = getattr(one, "id", getattr(one, "kind", None)), _title(one)
                    if key is not None and title is not None:
                        self._titles.setdefault(name, {}).setdefault(key, title)

    def title(self, kind: type[Entry], name: str) -> str:
        """What a field is called."""
        said = about(kind, name)
        return name if said is None else self.its_own(said.title)

    def its_own(self, words: Text) -> str:
        """The words of the library, with those of the act: what it calls who leads the group, and what it is."""
        return act_named(headed_in(words, self.edition.working_group), (self.edition.whole,))[self.lang]

    def value(self, value: Any, said: About | None, codes: Collection[str] = ()) -> str:
        """One value; `said` is what its field says of itself, `codes` are the words of which it is one."""
        match value:
            case None:
                return NOT_STATED[self.lang]
            case Vocabulary():
                return self.its_own(value.text)
            case Entry():
                return self._entry(value)
            case bool():
                return shown(value, self.lang)
            case str() | int():
                return self._named(value, said, codes)
            case tuple():
                told = [self.value(one, said, codes) for one in value]
                if all(isinstance(one, str) for one in value):
                    return joined(told, self.lang)
                if len(told) > 1 and any("; " in one for one in told):
                    told = [f"{number}) {one}" for number, one in enumerate(told, start=1)]
                return "; ".join(told)
        return shown(value, self.lang)

    def _named(self, value: str | int, said: About | None, codes: Collection[str]) -> str:
        """A code by its words, a reference by the title of what it names, any other text and number as it is."""
        source = said.source if said is not None else None
        if source is Source.ACTS:
            return self.edition.cite(f"{value}/act").label[self.lang]
        if isinstance(value, int):
            return str(value)
        if source is not None and value in self._titles.get(source, {}):
            title = self._titles[source][value][self.lang]
            return f"{title} ({value})" if source is Source.SLOTS else title
        words = code_in_words(value, said, self.lang) if value in codes else None
        return value if words is None else self.its_own(Text(words, words))

    def norm(self, norm: Norm[Any], said: About | None) -> list[Part]:
        """The parts of a norm; `said` is what the field that holds it says of itself."""
        value, field = norm.value, type(norm).model_fields["value"]
        rest = [part for part in self.parts(norm) if part.name != "value"]
        if isinstance(value, Entry) and not isinstance(getattr(value, "text", None), Text):
            return [*self.parts(value), *rest]
        words = self.value(value, said, codes_of(field.annotation))
        return [Part("value", self.title(type(norm), "value"), words, text=True), *rest]

    def _entry(self, entry: Entry) -> str:
        """An entry that has no address of its own, within a sentence."""
        text = getattr(entry, "text", None)
        if isinstance(text, Text):
            more = [part for name in _untold(entry) for part in self._parts_of(entry, name)]
            return "; ".join([text[self.lang], *(f"{part.label}: {part.words}" for part in more)])
        parts = list(self.parts(entry))
        title = next((one for one in parts if one.text), None)
        title = title or next((one for one in parts if one.name == "value"), None)
        first = [] if title is None else [title.words]
        if title is not None and isinstance(getattr(entry, "id", None), str):
            parts = [one for one in parts if one.name != "id"]
            first = [f"{title.words} ({getattr(entry, 'id', '')})"]
        return "; ".join([*first, *(f"{one.label}: {one.words}" for one in parts if one is not title)])

    def parts(self, entry: Entry) -> Iterator[Part]:
        """Every field of an entry that says something, but its own address and what has addresses of its own."""
        for name in type(entry).model_fields:
            yield from self._parts_of(entry, name)

    def _parts_of(self, entry: Entry, name: str) -> Iterator[Part]:
        kind, value, given = type(entry), getattr(entry, name), name in entry.model_fields_set
        if isinstance(value, Act):
            yield from self.parts(value)
            return
        own = name in ("cite", "basis") and address_of(entry) is value
        if own or holds_addresses(value) or _marks(kind, name):
            return
        if value in ((), Grade.FULL_TEXT) or (kind is Edition and name == "readings"):
            return  # readings have a part of the sheet of their own
        if not given and (value is None or value is False):
            return
        said = about(kind, name)
        words = self.value(value, said, codes_of(kind.model_fields[name].annotation))
        if words:
            if not given and kind.model_fields[name].get_default(call_default_factory=True) not in (None, ""):
                words = f"{words} ({BY_DEFAULT[self.lang]})"
            slot = said is not None and said.source is Source.SLOTS
            yield Part(name, self.title(kind, name), words, slot or isinstance(value, Text))

    def short(self, cite: Citation, act: Act) -> str:
        """An address within the act: without the name of the act, which stands in the heading above it."""
        words = cite.label[self.lang]
        if cite.act != act.id or words == act.label.ru:
            return words
        label = act.label
        for end in (
            *(f" к {label.to}", f" {label.of}", f" ({label.ru})"),
            *(f" to {label.en}", f" of {label.en}", f" ({label.en})"),
        ):
            if words.endswith(end):
                return words.removesuffix(end)
        return words


def _marks(kind: type[Entry], name: str) -> bool:
    """Whether the field is the one word that tells this kind of entry from another."""
    return name == "kind" and get_origin(kind.model_fields[name].annotation) is Literal


def _title(entry: Entry) -> Text | None:
    """What an entry is called: the first of its words."""
    values = (getattr(entry, name) for name in type(entry).model_fields)
    return next((value for value in values if isinstance(value, Text)), None)


def _untold(entry: Entry) -> Iterator[str]:
    """Fields whose values the text of an entry does not tell: with another value its text is the same."""
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        others: Sequence[object] = () if value is None else _others(value)
        if not field.is_required() and not others and value != field.default and not isinstance(value, Entry):
            others = [field.default]
        copies = [entry.model_copy(update={name: other}) for other in others]
        if copies and all(getattr(one, "text", None) == getattr(entry, "text", None) for one in copies):
            yield name


def _others(value: object) -> Sequence[object]:
    """Another value of the same kind; none of a kind that the text of an entry always tells."""
    match value:
        case bool():
            return [not value]
        case Vocabulary():
            return [one for one in type(value) if one is not value][:1]
        case int():
            return [value - 1 if value > 1 else value + 1]
        case Decimal():
            return [Decimal(0) if value else Decimal(1)]
        case date():
            return [value.replace(day=value.day - 1 if value.day > 1 else 2)]
    return []
