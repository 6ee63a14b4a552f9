"""Write the generated pages of docs/reference and docs/sheets from the code and the profiles they describe.

`python scripts/reference.py` writes them; `--check` only says whether they are fresh (exit 1 where not).
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from keys import profile_keys, profile_keys_ru, record_keys
from pydantic import BaseModel

from law189.audit.assumptions import assumptions as every_assumption
from law189.audit.meeting import MeetingAnswer
from law189.audit.provisions import list_provisions
from law189.audit.records import Meetings
from law189.cases import lifecycle
from law189.cases.fact import described
from law189.lints.linter import lint
from law189.office.papers.minutes import minutes_of
from law189.office.papers.notice import notice_of
from law189.office.papers.pages import as_page
from law189.profile.loader import load_profile, shipped_profiles
from law189.readings import READINGS
from law189.report.checked import FAULT, KINDS, Level
from law189.report.html import as_html
from law189.report.sheet import sheet
from law189.rules import RULES
from law189.verdict import Rule
from law189.workflows import LIFECYCLES

DOCS = Path(__file__).parent.parent / "docs"
PAGES = DOCS / "reference"
SHEETS = DOCS / "sheets"
NOTE = "<!-- Written by scripts/reference.py from the code; change the code instead. -->\n"


def rules() -> Iterator[str]:
    """Every rule: its sentence in both languages, what missing it means, what is assumed."""
    yield "# Rules · Правила\n"
    yield "A sentence is the same whether the rule is kept or missed; a mark beside it tells which.\n"
    yield "Words in a place: `{fact:yes|no|not known}` of a yes or no, `{fact:some …|none}` of another fact.\n"
    for room, found in groupby(RULES, key=_room):
        yield f"## {room}\n"
        for rule in found:
            yield f"### `{rule.code}`\n"
            yield f"> {rule.text.ru}\n>\n> {rule.text.en}\n"
            yield f"Missed: **{rule.missed.text.en}** ({rule.missed.text.ru}).\n"
            if rule.cure is not None:
                yield f"What to do where it is missed:\n\n> {rule.cure.ru}\n>\n> {rule.cure.en}\n"
            if rule.unknown is not None:
                yield f"Where a fact is missing:\n\n> {rule.unknown.ru}\n>\n> {rule.unknown.en}\n"
            if rule.assumed is not None:
                yield f"Assumed: {rule.assumed.en} ({rule.assumed.ru})\n"


def _room(rule: Rule) -> str:
    return rule.code.partition(".")[0]


def readings() -> Iterator[str]:
    """Every reading: its question, its choices, its default and why."""
    yield "# Readings · Толкования\n"
    yield "A profile chooses under `readings`, a meeting for itself; where neither does, the default holds.\n"
    for reading in READINGS.values():
        yield f"## {reading.code}\n"
        yield f"{reading.question.en}\n\n{reading.question.ru}\n"
        yield "| choice | in English | по-русски |\n| --- | --- | --- |"
        for choice, words in reading.choices.items():
            mark = " (default)" if choice == reading.default else ""
            yield f"| `{choice}`{mark} | {words.en} | {words.ru} |"
        yield f"\nWhy the default: {reading.why.en} ({reading.why.ru})\n"


def assumptions() -> Iterator[str]:
    """Everything that is assumed rather than read."""
    yield "# Assumptions · Что принято, а не прочитано\n"
    for kind, found in groupby(every_assumption(), key=lambda assumed: assumed.kind):
        words = kind.text
        yield f"## {words.en} · {words.ru}\n"
        yield from (f"- `{assumed.code}`: {assumed.text.en} ({assumed.text.ru})" for assumed in found)
        yield ""


def lints() -> Iterator[str]:
    """Every lint: what it reports, why it matters, what to do."""
    yield "# Lints · Замечания к постановлению\n"
    yield "`law189 check PROFILE` reports them; `# law189: allow A2 because …` in a profile silences one.\n"
    for kind in KINDS:
        if kind.code != FAULT:
            severity = "warning" if kind.level is Level.WARNING else "notice"
            yield f"## {kind.code}\n"
            yield f"**{kind.title.en}** · {kind.title.ru} ({severity})\n"
            yield f"{kind.why.en}\n\n{kind.why.ru}\n"


def provisions() -> Iterator[str]:
    """Every provision of both decrees with what carries it."""
    yield "# Provisions · Нормы\n"
    for document, found in groupby(list_provisions(), key=lambda provision: provision.id.partition("/")[0]):
        yield f"## {document}\n"
        yield "| provision | what it holds | carried by |\n| --- | --- | --- |"
        for provision in found:
            carried = ", ".join(f"`{name}`" for name in provision.carried_by) or provision.not_modelled
            address = provision.id.partition("/")[2]
            yield f"| {address} | {provision.summary} | {carried} |"
        yield ""


def lifecycles() -> Iterator[str]:
    """Every lifecycle: its drawing and its steps with their headings."""
    yield "# Lifecycles · Жизненные циклы\n"
    yield (
        "What a heading declares: from which state to which, who may act, by which provision, and what must be "
        "there first (a document in its form, an act adopted, a value set, a term kept). `authorized-body` "
        "is the "
        "body that the profile names so.\n"
    )
    for cycle in LIFECYCLES:
        yield f"## {cycle.name}\n"
        yield f"{cycle.title.en} · {cycle.title.ru}\n"
        yield f"```mermaid\n{cycle.mermaid('en')}```\n"
        yield "| step | from | to | by | needs | basis |\n| --- | --- | --- | --- | --- | --- |"
        for clause in cycle.clauses:
            basis = (
                f"`{clause.basis}`" if isinstance(clause.basis, str) else f"assumed: {clause.basis.why.en}"
            )
            steps = f"`{clause.kind}` · {clause.title.ru}"
            by = "anybody" if clause.by is None else ", ".join(clause.by)
            needs = "; ".join(_needs(clause)) or "—"
            yield f"| {steps} | {', '.join(clause.source)} | {clause.target} | {by} | {needs} | {basis} |"
        annulment, why = cycle.annulment, cycle.annulment.basis
        assert isinstance(why, lifecycle.Assumed)
        yield (
            f"| `{annulment.kind}` · {annulment.title.ru} | any | the state that the other records lead to | "
            "who may take the step, of the side that made the record, or an office by decision "
            f"| no later record rests on it | assumed: {why.why.en} |"
        )
        yield ""


def _needs(clause: lifecycle.Clause) -> Iterator[str]:
    if clause.document is not None:
        yield f"document `{clause.document}`"
    yield from (f"act `{act}`" for act in clause.acts)
    yield from (f"value `{value}`" for value in clause.values)
    if clause.within is not None:
        yield f"term `{clause.within.slot}`"


def facts() -> Iterator[str]:
    """Every fact of every event, of the extracts in them and of what stands in those."""
    yield "# Facts · Факты шагов\n"
    yield (
        "What each event may hold: the key of the file, what it is, and where its value comes from. A fact is "
        "needed where the event cannot be read without it, or where the step is unknown without it.\n"
    )
    groups: dict[str, type[BaseModel]] = {}
    for cycle in LIFECYCLES:
        yield f"## {cycle.name}\n"
        for clause in cycle.clauses:
            yield f"### `{clause.kind}` · {clause.title.ru}\n"
            yield from _table(clause.event, groups)
    yield "## What stands in them · Из чего они состоят\n"
    for entry in groups.values():
        yield f"### {entry.__name__}\n"
        yield from _table(entry, {})


HEADING = "| key | по-русски | in English | needed | from |\n| --- | --- | --- | --- | --- |"


def _table(entry: type[BaseModel], groups: dict[str, type[BaseModel]]) -> Iterator[str]:
    yield HEADING
    for name, fact, inner in described(entry):
        if inner is not None:
            groups.setdefault(inner.__name__, inner)
            groups.update({kind.__name__: kind for _, _, kind in described(inner) if kind is not None})
        needed = "—" if fact.why is None else fact.why.en
        needed = needed if fact.when is None else f"where {fact.when.en}"
        source = "—" if fact.source is None else fact.source.text.en
        words = (f"{fact.title.ru}. {fact.help.ru}", f"{fact.title.en}. {fact.help.en}")
        yield f"| `{name}` | {words[0]} | {words[1]} | {needed} | {source} |"
    yield ""


WRITTEN = (
    rules,
    readings,
    assumptions,
    lints,
    provisions,
    lifecycles,
    facts,
    profile_keys,
    profile_keys_ru,
    record_keys,
)


def pages() -> Iterator[tuple[Path, str]]:
    """Every page with what it must hold."""
    for page in WRITTEN:
        yield PAGES / f"{page.__name__.replace('_ru', '.ru')}.md", NOTE + "\n".join(page()).rstrip() + "\n"
    for name in shipped_profiles():
        found = load_profile(name)
        yield SHEETS / f"{name}.html", as_html(sheet(found, found.latest, lint(found), "ru"))
    for _, answer in Meetings(DOCS.parent / "examples" / "meeting.yaml"):
        assert isinstance(answer, MeetingAnswer), "the example has no fault"
        name = answer.record.profile
        for kind, drafted in (("minutes", minutes_of), ("notice", notice_of)):
            yield SHEETS / f"{kind}_{name}.html", as_page(drafted(answer, load_profile(name), "ru"))


def main() -> int:
    """Write every page, or with --check compare them."""
    stale = []
    for path, fresh in pages():
        if not path.exists() or path.read_text(encoding="utf-8") != fresh:
            stale.append(path.name)
            if "--check" not in sys.argv[1:]:
                path.parent.mkdir(exist_ok=True)
                path.write_text(fresh, encoding="utf-8")
    if stale and "--check" in sys.argv[1:]:
        print(f"stale pages in docs: {', '.join(stale)}: run `make data`")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
