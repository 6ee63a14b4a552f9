"""Строки таблиц (tables): how a table of a profile or of a case calls a seat, a rule of the group, an act, a step.

In Russian each is told by its words, with the key that a file writes after it in brackets; in English by its key.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo").latest
>>> told_by("member-2", "ru", kemerovo), told_by("provider", "ru"), told_by("member-2", "en", kemerovo)
('заведующий экономическим отделом управления образования администрации города Кемерово', 'исполнитель', 'member-2')
>>> [words for _, words, _ in rules_of(kemerovo.model_dump(mode="json")["working_group"], "ru")][3]
'не менее 1/2 от числа членов группы'
"""

from collections.abc import Iterator, Mapping
from typing import Any

from law189.law import Lang, about
from law189.profile.documents import LocalAct
from law189.profile.edition import Edition
from law189.profile.federal import load_federal
from law189.profile.group import CastingVote, Role, WorkingGroup
from law189.profile.parties import NO_TITLES, Party, deputy_of
from law189.telling import shown

__all__ = ["fills_of", "rules_of", "seat_of", "told_by"]

RULES = ("presiding", "agenda", "meetings", "quorum", "adoption", "casting_vote", "minutes")
OF_WHOM = {"members": "членов группы", "present": "присутствующих", "votes": "поданных голосов"}
CODES = {
    "presiding": "председательствующий",
    "none": "не установлено",
    "as_needed": "по мере необходимости",
    **{one.value: one.text.ru for one in Role},
}


def told_by(by: str, lang: Lang, edition: Edition | None = None) -> str:
    """Who acts: in Russian a seat by its office, a body by its title, a party by its words; else as written."""
    if lang != "ru":
        return by
    titles = NO_TITLES if edition is None else edition.titles
    known = titles.get(by) or Party.worded(by)
    return CODES.get(by, by) if known == by else shown(known, lang)


def seat_of(entry: Mapping[str, Any], head: str, lang: Lang) -> str:
    """What stands before the office of a seat: its id, in Russian after its role; `head` is who leads the group."""
    if lang != "ru":
        return str(entry["id"])
    role = {"chair": head, "deputy": deputy_of(head)}.get(entry["role"], Role(entry["role"]).text.ru)
    return f"{role} ({entry['id']})"


def rules_of(group: Mapping[str, Any], lang: Lang) -> Iterator[tuple[str, str, str]]:
    """The group's rules as rows: the key, the value, the address; in Russian in words."""
    for key in RULES:
        norm, said = group[key], about(WorkingGroup, key)
        name = f"{said.title.ru} ({key})" if lang == "ru" and said is not None else key
        yield (
            name,
            (_in_words if lang == "ru" else _as_written)(key, norm["value"]),
            norm["basis"]["label"][lang],
        )


def _as_written(_: str, value: Any) -> str:
    """The value as the profile writes it."""
    if isinstance(value, dict):
        given = {name: said for name, said in value.items() if not name.endswith("_cite")}
        return ", ".join(f"{name} {said}" for name, said in given.items() if said is not None)
    return ", ".join(value) if isinstance(value, list) else str(value)


def _in_words(key: str, value: Any) -> str:
    """The value in Russian."""
    if key == "casting_vote":
        return CastingVote(value).text.ru
    if key == "minutes":
        drafted = ["ведёт секретарь"] if value["drafted_by"] else []
        copies = (
            "копии — всем членам группы" if value["copies_to"] == "members" else "рассылка не предусмотрена"
        )
        return ", ".join([*drafted, "подписывает председательствующий", copies])
    if isinstance(value, dict):
        share = f"не менее {value['at_least']}" if value["at_least"] else f"более {value['more_than']}"
        return f"{share} от числа {OF_WHOM[value['of']]}"
    return ", затем ".join(CODES[one] for one in value) if isinstance(value, list) else CODES[value]


def fills_of(entry: Mapping[str, Any], lang: Lang) -> str:
    """What an adopted act is and which values it sets."""
    slots = [fill["slot"] for fill in entry["fills"]]
    if lang != "ru":
        return ", ".join([*entry["adopts"], *slots])
    acts = [f"акт {LocalAct(one).text.ru}" for one in entry["adopts"]]
    return ", ".join([*acts, *(f"{load_federal().slot(one).what.ru} ({one})" for one in slots)])
