"""Строки таблиц (tables): how a table of a profile or of a case calls a seat, a rule of the group, an act, a step.

In Russian each is told by its words, with the key that a file writes after it in brackets; in English by its key.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo").latest
>>> told_by("member-2", "ru", kemerovo), told_by("provider", "ru"), told_by("member-2", "en", kemerovo)
('заведующий экономическим отделом управления образования администрации города Кемерово', 'исполнитель', 'member-2')
>>> [words for _, words, _ in rules_of(kemerovo.model_dump(mode="json")["working_group"], "ru")][3]
'не менее 1/2 от числа членов группы'
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from law189.law import Lang, Text, about
from law189.profile.documents import LocalAct
from law189.profile.edition import Edition
from law189.profile.federal import load_federal
from law189.profile.group import Role, WorkingGroup
from law189.profile.parties import NO_TITLES, Party, deputy_of, headed_as, headed_in
from law189.profile.regulation import Ballot, CastingVote, Force, OnConflict, Permission, Span
from law189.profile.terms import Days
from law189.profile.thresholds import Threshold
from law189.readings import READINGS
from law189.telling import shown
from law189.verdict import plain

__all__ = ["fills_of", "readings_of", "rules_of", "seat_of", "told_by"]

RULES = (
    *(
        "presiding",
        "agenda",
        "meetings",
        "notice",
        "quorum",
        "adoption",
        "casting_vote",
        "ballot",
        "absentee",
    ),
    *("proxies", "opinions", "invited", "conflict_of_interest", "minutes", "decisions"),
)
CODES = {
    "presiding": "председательствующий",
    "nobody": "никто",
    "as_needed": "по мере необходимости",
    **{one.value: one.text.ru for kind in (Role, Permission, OnConflict, Ballot) for one in kind},
}


def told_by(by: str, lang: Lang, edition: Edition | None = None) -> str:
    """Who acts: in Russian a seat by its office, a body by its title, a party by its words; else as written."""
    if lang != "ru":
        return by
    titles = NO_TITLES if edition is None else edition.titles
    known = titles.get(by) or Party.worded(by)
    if known != by:
        return shown(known, lang)
    code = CODES.get(by, by)
    return headed_in(Text(code, code), None if edition is None else edition.working_group).ru


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
        if norm is None:
            continue
        name = f"{said.title.ru} ({key})" if lang == "ru" and said is not None else key
        value = (_in_words if lang == "ru" else _as_written)(key, norm["value"])
        head = Text(group["head"]["ru"], group["head"]["en"])
        yield name, headed_as(Text(value, value), head)[lang], norm["basis"]["label"][lang]


def _as_written(_: str, value: Any) -> str:
    """The value as the profile writes it."""
    if isinstance(value, dict):
        given = {name: said for name, said in value.items() if not name.endswith("_cite")}
        said = ((name, _inner(one)) for name, one in given.items())
        return ", ".join(f"{name} {one}" for name, one in said if one not in (None, ""))
    return ", ".join(value) if isinstance(value, list) else str(_inner(value))


def _inner(value: Any) -> Any:
    """A value within a value, as the profile writes it; words by their English."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, dict):
        if "ru" in value:
            return value["en"]
        return " ".join(f"{name} {one}" for name, one in value.items() if one is not None)
    return value


def _in_words(key: str, value: Any) -> str:
    """The value in Russian."""
    if key in SPOKEN:
        return SPOKEN[key](value)
    if isinstance(value, dict):
        return Threshold.model_validate(value).told.ru
    return ", затем ".join(CODES[one] for one in value) if isinstance(value, list) else CODES[value]


def _days(value: Mapping[str, Any]) -> str:
    return f"{Days(value['unit']).text.ru}: {value['days']}"


def _meetings(value: Any) -> str:
    if value == "as_needed":
        return CODES[value]
    return f"не реже (раз): {value['at_least']} — за {Span(value['per']).text.ru}"


def _notice(value: Mapping[str, Any]) -> str:
    return f"не позднее чем за {_days(value)}{', с материалами' if value['materials'] else ''}"


def _absentee(value: Mapping[str, Any]) -> str:
    if not value["allowed"]:
        return "не допускается"
    own = [
        f"{name} — {Threshold.model_validate(value[key]).told.ru}" for key, name in OWN.items() if value[key]
    ]
    return ", ".join(["допускается", *own])


OWN = {"quorum": "кворум", "adoption": "решение"}


COPIES = {
    "members": "копии — всем членам группы",
    "authorized": "копия — уполномоченному органу",
    "concerned": "копии — заинтересованным",
    "nobody": "рассылка не предусмотрена",
}


def _minutes(value: Mapping[str, Any]) -> str:
    hands = {
        "secretary": "секретарь",
        "presiding": "председательствующий",
        "present": "все присутствующие члены",
    }
    said = [f"ведёт {hands[value['drafted_by']]}"] if value["drafted_by"] else []
    if value["signed_by"]:
        one = len(value["signed_by"]) == 1 and value["signed_by"][0] != "present"
        verb = "подписывает" if one else "подписывают"
        said.append(f"{verb} {' и '.join(hands[one] for one in value['signed_by'])}")
    said += ["утверждает председатель"] if value["approved_by"] else []
    to = value["copies_to"] or ()
    recipients = [to] if isinstance(to, str) else to
    said += [COPIES[one] for one in recipients]
    terms = {"drafted_within": "составляют", "signed_within": "подписывают", "sent_within": "рассылают"}
    said += [f"{verb} в срок, {_days(value[key])}" for key, verb in terms.items() if value[key]]
    return ", ".join([*said, *(["особые мнения прилагают"] if value["dissents"] else [])])


def _decisions(value: Mapping[str, Any]) -> str:
    whom = f" (для кого: {value['on']['ru']})" if value["on"] else ""
    return f"{Force(value['force']).text.ru}{whom}"


SPOKEN: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "casting_vote": lambda value: CastingVote(value).text.ru,
        "meetings": _meetings,
        "notice": _notice,
        "absentee": _absentee,
        "invited": lambda value: "могут присутствовать без права голоса" if value else "не допускаются",
        "minutes": _minutes,
        "decisions": _decisions,
    }
)
"""How a norm is told in Russian, where it is not a share, a word or a list of words."""


def fills_of(entry: Mapping[str, Any], lang: Lang) -> str:
    """What an adopted act is and which values it sets."""
    slots = [fill["slot"] for fill in entry["fills"]]
    if lang != "ru":
        return ", ".join([*entry["adopts"], *slots])
    acts = [f"акт {LocalAct(one).text.ru}" for one in entry["adopts"]]
    return ", ".join([*acts, *(f"{load_federal().slot(one).what.ru} ({one})" for one in slots)])


def readings_of(edition: Edition) -> list[dict[str, Any]]:
    """Every reading, the choice that the profile makes, and the norm that is read two ways."""
    norms = dict(edition.norms)
    return [
        {
            "code": reading.code,
            "question": plain(headed_in(reading.question, edition.working_group)),
            "choices": {
                choice: plain(headed_in(words, edition.working_group))
                for choice, words in reading.choices.items()
            },
            "default": reading.default,
            "chosen": reading.chosen(edition.readings),
            "cite": plain(norms[reading.about].basis if reading.about in norms else edition.whole),
        }
        for reading in READINGS.values()
    ]
