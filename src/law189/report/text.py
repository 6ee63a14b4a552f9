"""Рассказ (report): verdicts, meetings and histories told in Russian or in English.

>>> from law189.profile.loader import load_profile
>>> from law189.rules.quorum import quorum
>>> verdict = quorum(5, 10, load_profile("kemerovo").latest.working_group.quorum)
>>> for line in tell(verdict, "en"):
...     print(line)
✓ Present: 5 of 10; the quorum is at least 5.
    item 5.5 of annex 3 to decree No 2993 of 22.09.2023
>>> tell(verdict, "de")
Traceback (most recent call last):
    ...
law189.law.text.WrongLanguage: it is told in ru or en, not 'de'
"""

from collections.abc import Iterable, Iterator
from types import MappingProxyType, NoneType
from typing import Any

from law189.audit.meeting import MeetingAnswer
from law189.audit.plan import ItemOnDay
from law189.cases.history import History
from law189.cases.lifecycle import Lifecycle
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Lang, Text
from law189.law.text import in_language
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.readings import READINGS
from law189.report.tables import fills_of, readings_of, rules_of, seat_of, told_by
from law189.telling import shown as fact
from law189.verdict import Outcome, Verdict, plain

__all__ = [
    "DO",
    "MARKS",
    "sections",
    "shown",
    "summary",
    "tell",
    "tell_history",
    "tell_item",
    "tell_meeting",
    "tell_often",
]

MARKS = MappingProxyType({Outcome.HOLDS: "✓", Outcome.BREACH: "!", Outcome.UNKNOWN: "?", Outcome.VOID: "✗"})
READ = Text("толкование", "reading")
OTHERWISE = Text("иначе", "otherwise")
DO = Text("что сделать", "what to do")
NOBODY = Text("ответственный не назван", "nobody is named responsible")
MEETING = Text("Заседание", "Meeting")
OFTEN = Text("Периодичность заседаний", "How often the group met")
DECIDED = {
    True: Text("принято", "adopted"),
    False: Text("не принято", "not adopted"),
    None: Text("решать нельзя", "cannot be decided"),
}
NOT_KNOWN = Text("принято ли решение, неизвестно", "whether it is adopted is not known")


@asked
def tell(verdict: Verdict, lang: Lang, indent: int = 0, *, brief: bool = False) -> list[str]:
    """A verdict as lines: mark and sentence, the addresses, the reading, then its parts.

    `brief` leaves out a reading whose other choices come to the same outcome.
    Raises `WrongLanguage` on a language other than ru and en.
    """
    in_language(lang)
    pad = "  " * indent
    lines = [f"{pad}{MARKS[must_be(verdict, Verdict).outcome]} {_sentence(verdict.text, lang)}"]
    cited = {cite for part in verdict.parts for cite in part.cites}
    lines += [f"{pad}    {cite.label[lang]}" for cite in verdict.cites if cite not in cited]
    if (cure := verdict.cure) is not None:
        lines.append(f"{pad}    {DO[lang]}: {cure[lang]}")
    same = brief and _no_matter(verdict)
    if verdict.reading is not None and not same:
        reading = verdict.reading
        lines.append(f"{pad}    {READ[lang]} {reading.code}: {_choice(reading.code, reading.choice)[lang]}")
        for other in reading.otherwise:
            words = _choice(reading.code, other.choice)[lang]
            told = f"{MARKS[other.outcome]} {_sentence(other.text, lang)}"
            lines.append(f"{pad}    {OTHERWISE[lang]} ({words}): {told}")
    for part in verdict.parts:
        lines += tell(part, lang, indent + 1, brief=brief)
    return lines


def _sentence(text: Text, lang: Lang) -> str:
    """The words on one line, so that nothing in them passes for a line of the answer."""
    return " ".join(text[lang].splitlines())


def _choice(code: str, choice: str) -> Text:
    """A choice in words; a reading of somebody else's is told by its choice alone."""
    return READINGS[code].choices[choice] if code in READINGS else Text(choice, choice)


def _no_matter(verdict: Verdict) -> bool:
    """Whether every other choice of the reading comes to the same outcome."""
    reading = verdict.reading
    return reading is not None and all(other.outcome is verdict.outcome for other in reading.otherwise)


@asked
def tell_meeting(answer: MeetingAnswer, profile: Profile, lang: Lang) -> list[str]:
    """A meeting as lines: its heading, then every verdict in the order in which a meeting goes."""
    day = must_be(answer, MeetingAnswer).record.held_on
    mark, outcome = MARKS[answer.outcome], answer.outcome.text[lang]
    where = must_be(profile, Profile).on(day).title[lang]
    lines = [f"{MEETING[lang]} {fact(day, lang)}, {where}: {mark} {outcome}"]
    decided = {id(one.verdict): NOT_KNOWN if one.unknown else DECIDED[one.adopted] for one in answer.items}
    for verdict in answer.verdicts:
        told = tell(verdict, lang, 1)
        if id(verdict) in decided:
            told[0] += f" — {decided[id(verdict)][lang]}"
        lines += told
    return lines


@asked
def tell_often(often: Iterable[Verdict], profile: Profile, lang: Lang) -> list[str]:
    """Whether a group met as often as it must, as lines: whose group it is, then each period."""
    lines = [f"{OFTEN[in_language(lang)]}, {must_be(profile, Profile).latest.title[lang]}"]
    return [*lines, *(line for one in often for line in tell(one, lang, 1))]


@asked
def tell_item(item: ItemOnDay, lang: Lang) -> list[str]:
    """One item of the plan on one day: its title and who answers for it, then the verdict."""
    must_be(item, ItemOnDay)
    who = item.responsible[lang] if item.responsible is not None else NOBODY[lang]
    return [
        f"{item.item.id}. {item.item.title[lang]} ({who})",
        *tell(item.verdict, lang, 1, brief=True),
    ]


@asked
def tell_history(
    cycle: Lifecycle[Any], history: History[Any], lang: Lang, profile: Profile | None = None
) -> Iterator[str]:
    """A history as Markdown: a heading, then each step with its verdict; `profile` names who took it in Russian."""
    must_be(history, History)
    must_be(profile, Profile, NoneType)
    state = must_be(cycle, Lifecycle).words.get(history.state, Text(history.state, history.state))
    yield f"# {cycle.title[lang]} {history.id}: {state[lang]}"
    for record in history.records:
        on = record.event.on
        by = told_by(record.event.by, lang, None if profile is None else profile.on(on))
        said, who = _sentence(record.verdict.text, lang), " ".join(by.splitlines())
        yield f"\n## {fact(on, lang)} — {said} ({who})\n"
        yield from (f"    {line}" for line in tell(record.verdict, lang))


@asked
def shown(edition: Edition) -> dict[str, Any]:
    """An edition of a profile as plain JSON values, each entry with its `cite`."""
    dump = edition.model_dump(mode="json")
    group = dump["working_group"]
    listed = {name: _by_id(getattr(edition, name), dump[name]) for name in ("services", "plan", "indicators")}
    for values, item in zip(listed["plan"], edition.plan, strict=True):
        values["term"] = {**values["term"], "text": plain(item.term.text)}
    return {
        "profile": edition.profile,
        "title": dump["title"],
        "editions": [since.isoformat() for since in edition.amended],
        **listed,
        "seats": group["seats"] if group else [],
        "working_group": {key: value for key, value in group.items() if key != "seats"} if group else None,
        "documents": dump["documents"],
        "paper": dump["paper"],
        "systems": dump["systems"],
        "acts": _acts(edition, dump),
        "adopted": [
            {**values, "id": adopted.act.id, "title": plain(adopted.act.title), "cite": plain(adopted.cite)}
            for adopted, values in zip(edition.adopted, dump["adopted"], strict=True)
        ],
        "values": dump["values"],
        "readings": readings_of(edition),
    }


def _by_id(entries: Iterable[Any], dumped: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entries as plain values, each with its id first."""
    return [{"id": entry.id, **values} for entry, values in zip(entries, dumped, strict=True)]


def _acts(edition: Edition, dump: dict[str, Any]) -> list[dict[str, Any]]:
    """The decree itself, then the acts that it refers to, each with why it does."""
    acts = [{**dump["act"], "why": None, "cite": plain(edition.whole)}]
    for ref, entry in zip(edition.acts, dump["acts"], strict=True):
        act = edition.act_of(ref)
        said = {key: value for key, value in entry.items() if key != "act"}
        acts.append({**act.model_dump(mode="json"), **said, "cite": plain(ref.cite or act.whole)})
    return acts


COUNTED = {
    "services": Text("услуг", "services"),
    "plan": Text("мероприятий плана", "items of the plan"),
    "indicators": Text("показателей", "indicators"),
    "documents": Text("электронных документов", "electronic documents"),
    "systems": Text("информационных систем", "information systems"),
}


@asked
def summary(edition: Edition, lang: Lang) -> Iterator[str]:
    """An edition of a profile in a few lines: its act, how much of what it holds, its quorum with the address."""
    group = must_be(edition, Edition).working_group
    yield f"{edition.title[lang]}: {edition.act.cite('act').label[lang]}"
    for name, words in COUNTED.items():
        yield f"    {words[lang]}: {len(getattr(edition, name))}"
    if group is not None:
        seats = Text("мест в рабочей группе", "seats of the working group")
        yield f"    {seats[lang]}: {len(group.seats)} ({group.basis('quorum').label[lang]})"


SECTIONS = {
    "services": Text("Услуги", "Services"),
    "seats": Text("Рабочая группа", "Working group"),
    "documents": Text("Документы", "Documents"),
    "systems": Text("Информационные системы", "Information systems"),
    "plan": Text("План", "Plan"),
    "indicators": Text("Показатели", "Indicators"),
    "acts": Text("Акты", "Acts"),
    "adopted": Text("Принятые акты", "Adopted acts"),
    "readings": Text("Толкования", "Readings"),
}


@asked
def sections(values: dict[str, Any], lang: Lang) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """What `shown` gives, as titled rows of name, words and address; empty sections are left out."""
    for name, title in SECTIONS.items():
        if values[name]:
            yield title[lang], [_row(entry, lang, values) for entry in values[name]]
        group = values["working_group"]
        if name == "seats" and group:
            kinds = [*group["tasks"], *group["powers"], *group["functions"]]
            for heading, rows in (
                (KINDS_OF_ITEMS, [_row(entry, lang, values) for entry in kinds]),
                (RULES_OF_GROUP, list(rules_of(group, lang))),
                (SUBGROUPS, [_row(entry, lang, values) for entry in group["subgroups"]]),
            ):
                if rows:
                    yield heading[lang], rows


KINDS_OF_ITEMS = Text("Виды вопросов повестки (kind)", "Kinds of agenda items (kind)")
SUBGROUPS = Text("Подгруппы", "Subgroups")
RULES_OF_GROUP = Text("Правила рабочей группы", "Rules of the working group")


ALTERNATE = Text("замещающее лицо", "alternate")
VOTELESS = Text("без права голоса", "without a vote")
UNTITLED = Text("должность не названа", "no office is named")


def _row(entry: dict[str, Any], lang: Lang, values: dict[str, Any]) -> tuple[str, str, str]:
    name = entry["number"] if "attendance" in entry else entry.get("code") or entry.get("kind") or entry["id"]
    if "numbering" in entry:  # an act, whose kind is no name
        name = entry["id"]
    if "role" in entry:
        name = seat_of(entry, values["working_group"]["head"][lang], lang)
    words = entry.get("title") or entry.get("office") or entry.get("label") or entry.get("question")
    words = words or (UNTITLED if "role" in entry else entry["cite"]["label"])
    told = words[lang]
    if entry.get("alternate"):
        told += f"; {ALTERNATE[lang]}: {entry['alternate'][lang]}"
    if entry.get("votes") is False:
        told += f"; {VOTELESS[lang]}"
    if "term" in entry:
        told += f" — {entry['term']['text'][lang]}"
    if "fills" in entry:
        invented = Text("вымышлен", "invented")[lang] + "; " if entry["invented"] else ""
        told += f" — {invented}{fills_of(entry, lang)}"
    if "chosen" in entry:
        told += f" — {entry['choices'][entry['chosen']][lang]}"
    return str(name), told, entry["cite"]["label"][lang]
