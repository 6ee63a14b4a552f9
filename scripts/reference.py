"""Write the generated pages of docs/reference and docs/sheets from the code and the profiles they describe.

`python scripts/reference.py` writes them; `--check` only says whether they are fresh (exit 1 where not).
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from api import api_pages
from glossary import glossary_ru
from keys import profile_keys, profile_keys_ru, record_keys
from pydantic import BaseModel

from law189.audit.assumptions import assumptions as every_assumption
from law189.audit.meeting import MeetingAnswer
from law189.audit.provisions import list_provisions
from law189.audit.records import Meetings
from law189.cases import lifecycle
from law189.cases.fact import described
from law189.law import Lang, Text
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
LANGUAGES: dict[Lang, str] = {"en": "", "ru": ".ru"}
"""How the name of a page ends in each language."""
NOTE = "<!-- Written by scripts/reference.py from the code; change the code instead. -->\n"


def rules(lang: Lang) -> Iterator[str]:
    """Every rule: its sentence, what missing it means, what is assumed."""
    yield f"# {Text('Правила', 'Rules')[lang]}\n"
    yield f"""{
        Text(
            "Предложение одно и то же, соблюдено правило или нет; что вышло, говорит знак рядом.",
            "A sentence is the same whether the rule is kept or missed; a mark beside it tells which.",
        )[lang]
    }\n"""
    yield f"""{
        Text(
            "Слова на месте: `{факт:да|нет|не известно}` о «да» или «нет», `{факт:есть …|нет}` о другом факте.",
            "Words in a place: `{fact:yes|no|not known}` of a yes or no, `{fact:some …|none}` of another fact.",
        )[lang]
    }\n"""
    missed, cure, unknown, assumed = (
        Text("Если не соблюдено", "Missed"),
        Text("Что тогда сделать", "What to do then"),
        Text("Если факта нет", "Where a fact is missing"),
        Text("Принято", "Assumed"),
    )
    subjects: dict[str, list[Rule]] = {}
    for rule in RULES:
        subjects.setdefault(rule.code.partition(".")[0], []).append(rule)
    for subject, found in subjects.items():
        yield f"## {subject}\n"
        for rule in found:
            yield f"### `{rule.code}`\n"
            yield f"> {rule.text[lang]}\n"
            yield f"{missed[lang]}: **{rule.missed.text[lang]}**.\n"
            if rule.cure is not None:
                yield f"{cure[lang]}:\n\n> {rule.cure[lang]}\n"
            if rule.unknown is not None:
                yield f"{unknown[lang]}:\n\n> {rule.unknown[lang]}\n"
            if rule.assumed is not None:
                yield f"{assumed[lang]}: {rule.assumed[lang]}\n"


def readings(lang: Lang) -> Iterator[str]:
    """Every reading: its question, its choices, its default and why."""
    yield f"# {Text('Толкования', 'Readings')[lang]}\n"
    yield f"""{
        Text(
            "Профиль выбирает под ключом `readings`, заседание — само для себя; без выбора действует принятое.",
            "A profile chooses under `readings`, a meeting for itself; where neither does, the default holds.",
        )[lang]
    }\n"""
    default = Text(" (принято)", " (default)")
    for reading in READINGS.values():
        yield f"## {reading.code}\n"
        yield f"{reading.question[lang]}\n"
        yield Text("| выбор | значение |\n| --- | --- |", "| choice | meaning |\n| --- | --- |")[lang]
        for choice, words in reading.choices.items():
            mark = default[lang] if choice == reading.default else ""
            yield f"| `{choice}`{mark} | {words[lang]} |"
        yield f"\n{Text('Почему так принято', 'Why the default')[lang]}: {reading.why[lang]}\n"


def assumptions(lang: Lang) -> Iterator[str]:
    """Everything that is assumed rather than read."""
    yield f"# {Text('Что принято, а не прочитано', 'Assumptions')[lang]}\n"
    for kind, found in groupby(every_assumption(), key=lambda assumed: assumed.kind):
        yield f"## {kind.text[lang]}\n"
        yield from (f"- `{assumed.code}`: {assumed.text[lang]}" for assumed in found)
        yield ""


def lints(lang: Lang) -> Iterator[str]:
    """Every lint: what it reports, why it matters, what to do."""
    yield f"# {Text('Замечания к постановлению', 'Lints')[lang]}\n"
    yield f"""{
        Text(
            "Их называет `law189 check ПРОФИЛЬ`; строка `# law189: allow A2 because …` разрешает одно.",
            "`law189 check PROFILE` reports them; `# law189: allow A2 because …` in a profile silences one.",
        )[lang]
    }\n"""
    warning, notice = Text("замечание", "warning"), Text("указание", "notice")
    for kind in KINDS:
        if kind.code != FAULT:
            severity = warning if kind.level is Level.WARNING else notice
            yield f"## {kind.code}\n"
            yield f"**{kind.title[lang]}** ({severity[lang]})\n"
            yield f"{kind.why[lang]}\n"


def provisions(lang: Lang) -> Iterator[str]:
    """Every provision of both decrees with what carries it."""
    yield f"# {Text('Нормы постановлений', 'Provisions')[lang]}\n"
    for document, found in groupby(list_provisions(), key=lambda provision: provision.id.partition("/")[0]):
        yield f"## {document}\n"
        yield f"{HOLDS[lang]}\n| --- | --- | --- |"
        for provision in found:
            carried = ", ".join(f"`{name}`" for name in provision.carried_by) or provision.not_modelled
            address = provision.id.partition("/")[2]
            yield f"| {address} | {provision.summary[lang]} | {carried} |"
        yield ""


HOLDS = Text("| норма | что в ней сказано | где она в коде |", "| provision | what it holds | carried by |")
HEADING = Text(
    "Картинка показывает состояния (в рамках) и шаги между ними (в пунктирных рамках), у каждого шага — норма. "
    "Шаг, который состояния не меняет, стоит в рамке состояния со знаком ↻; у состояния, после которого ничего "
    "не бывает, рамка двойная. Таблица говорит, что объявлено о шаге: из какого состояния в какое, кто его "
    "совершает, по какой норме и что должно быть сначала (документ в нужной форме, принятый акт, установленное "
    "значение, срок). `authorized-body` — орган, который профиль называет уполномоченным.",
    "A picture shows the states (in boxes) and the steps between them (in dashed boxes), each step with its "
    "provision. A step that leaves the state as it is stands in the box of the state with the sign ↻; a state "
    "where nothing follows has a double border. A table says what the heading of a step declares: from which "
    "state to which, who may act, by which provision, and what must be there first (a document in its form, an "
    "act adopted, a value set, a term kept). `authorized-body` is the body that the profile names so.",
)
STEPS = Text(
    "| шаг | из состояния | в состояние | кто | что нужно | норма |",
    "| step | from | to | by | needs | basis |",
)
ANYBODY, IS_ASSUMED = Text("кто угодно", "anybody"), Text("принято: ", "assumed: ")
ANNULLING = Text(
    "любое | к которому ведут остальные записи | кто вправе совершить шаг, с той стороны, которая сделала запись, "
    "или должностное лицо решением | более поздние записи в силе аннулированы раньше, с последней",
    "any | the state that the other records lead to | who may take the step, of the side that made the record, "
    "or an office by decision | later records that count are annulled before, from the last one",
)


def lifecycles(lang: Lang) -> Iterator[str]:
    """Every lifecycle: its drawing and its steps with their headings; the site shows the drawing as a picture."""
    yield f"# {Text('Жизненные циклы', 'Lifecycles')[lang]}\n"
    yield f"{HEADING[lang]}\n"
    for cycle in LIFECYCLES:
        yield f"## {cycle.name}\n"
        yield f"{cycle.title[lang]}\n"
        yield f"<!-- drawing: {cycle.name} {lang} -->\n```mermaid\n{cycle.mermaid(lang)}```\n"
        yield f"{STEPS[lang]}\n| --- | --- | --- | --- | --- | --- |"
        for clause in cycle.clauses:
            basis = (
                f"`{clause.basis}`"
                if isinstance(clause.basis, str)
                else IS_ASSUMED[lang] + clause.basis.why[lang]
            )
            hands = ANYBODY if clause.hands is None else clause.hands.told
            by = hands[lang] if clause.by is None else ", ".join(clause.by)
            needs = "; ".join(_needs(clause, lang)) or "—"
            ends = f"{', '.join(clause.source)} | {clause.target}"
            yield f"| `{clause.kind}` {clause.title[lang]} | {ends} | {by} | {needs} | {basis} |"
        annulment, why = cycle.annulment, cycle.annulment.basis
        assert isinstance(why, lifecycle.Assumed)
        step = f"`{annulment.kind}` {annulment.title[lang]}"
        yield f"| {step} | {ANNULLING[lang]} | {IS_ASSUMED[lang]}{why.why[lang]} |"
        yield ""


NOT_AWAITED = Text(
    " (пока он не установлен, шаг его не ждёт)", " (while it is not set the step does not wait for it)"
)


def _needs(clause: lifecycle.Clause, lang: Lang) -> Iterator[str]:
    document, act = Text("документ", "document"), Text("акт", "act")
    value, term = Text("значение", "value"), Text("срок", "term")
    if clause.document is not None:
        yield f"{document[lang]} `{clause.document}`"
    yield from (f"{act[lang]} `{one}`" for one in clause.acts)
    yield from (f"{value[lang]} `{one}`" for one in clause.values)
    if clause.within is not None:
        free = "" if clause.within.needed else NOT_AWAITED[lang]
        counted = "" if clause.within.counted is None else f" {clause.within.counted[lang]}"
        yield f"{term[lang]} `{clause.within.slot}`{counted}{free}"


def facts(lang: Lang) -> Iterator[str]:
    """Every fact of every event, of the extracts in them and of what stands in those."""
    yield f"# {Text('Факты шагов', 'Facts')[lang]}\n"
    yield f"""{
        Text(
            "Что может стоять в каждом шаге: ключ файла, что это и откуда берут значение. Факт нужен, если без "
            "него шаг нельзя прочесть или он остаётся неизвестным.",
            "What each event may hold: the key of the file, what it is, and where its value comes from. A fact is "
            "needed where the event cannot be read without it, or where the step is unknown without it.",
        )[lang]
    }\n"""
    groups: dict[str, type[BaseModel]] = {}
    for cycle in LIFECYCLES:
        yield f"## {cycle.name}\n"
        for clause in cycle.clauses:
            yield f"### `{clause.kind}`\n\n{clause.title[lang]}\n"
            yield from _table(clause.event, groups, lang)
    yield f"## {Text('Из чего они состоят', 'What stands in them')[lang]}\n"
    for entry in groups.values():
        yield f"### {entry.__name__}\n"
        yield from _table(entry, {}, lang)


FACTS = Text("| ключ | что это | нужен | откуда |", "| key | what it is | needed | from |")


def _table(entry: type[BaseModel], groups: dict[str, type[BaseModel]], lang: Lang) -> Iterator[str]:
    yield f"{FACTS[lang]}\n| --- | --- | --- | --- |"
    for name, fact, inner in described(entry):
        if inner is not None:
            groups.setdefault(inner.__name__, inner)
            groups.update({kind.__name__: kind for _, _, kind in described(inner) if kind is not None})
        needed = "—" if fact.why is None else fact.why[lang]
        needed = needed if fact.when is None else f"{Text('если', 'where')[lang]} {fact.when[lang]}"
        source = "—" if fact.source is None else fact.source.text[lang]
        yield f"| `{name}` | {fact.title[lang]}. {fact.help[lang]} | {needed} | {source} |"
    yield ""


WRITTEN = (rules, readings, assumptions, lints, lifecycles, facts, record_keys, provisions)
"""What is written in both languages, a page for each."""


def pages() -> Iterator[tuple[Path, str]]:
    """Every page with what it must hold."""
    for page in WRITTEN:
        for lang, ends in LANGUAGES.items():
            yield PAGES / f"{page.__name__}{ends}.md", _page(page(lang))
    for lang, ends in LANGUAGES.items():
        for name, text in api_pages(lang):
            yield PAGES / f"{name}{ends}.md", NOTE + text
    yield PAGES / "glossary.ru.md", NOTE + glossary_ru()
    yield PAGES / "profile_keys.md", _page(profile_keys())
    yield PAGES / "profile_keys.ru.md", _page(profile_keys_ru())
    for name in shipped_profiles():
        found = load_profile(name)
        yield SHEETS / f"{name}.html", as_html(sheet(found, found.latest, lint(found), "ru"))
    for _, answer in Meetings(DOCS.parent / "examples" / "meeting.yaml"):
        assert isinstance(answer, MeetingAnswer), "the example has no fault"
        name = answer.record.profile
        for kind, drafted in (("minutes", minutes_of), ("notice", notice_of)):
            yield SHEETS / f"{kind}_{name}.html", as_page(drafted(answer, load_profile(name), "ru"))


def _page(lines: Iterator[str]) -> str:
    return NOTE + "\n".join(lines).rstrip() + "\n"


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
