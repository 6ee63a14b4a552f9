r"""Лист как HTML (html): one file in the style of every report, without scripts.

It asks no other host for anything and prints on A4.

Whatever stands in a profile is text here, also within attributes: a sign that marks up is written as an entity, and
a sign that nobody can see by its code. The file is read by programs for XML too.

>>> from law189.profile.loader import load_profile
>>> from law189.report.sheet import sheet
>>> kemerovo = load_profile("kemerovo")
>>> from law189.report.style import GENERATOR
>>> page = as_html(sheet(kemerovo, kemerovo.latest, (), "en"))
>>> page.startswith(f"<!DOCTYPE html>\n{GENERATOR}"), "<script" in page, "://" in page
(True, False, False)
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Grade, Lang, Text
from law189.report.entries import Fact
from law189.report.page import escaped, opening, scrolled
from law189.report.sheet import Choice, EditionTold, Section, Sheet
from law189.telling import act_named, shown

__all__ = ["as_html"]

COLUMNS = range(3, 9)
"""How many columns a table of like entries may have; other facts stand one below another."""
LIKE = 4
"""How many like entries make a table."""
DEEP = 2
"""How deep in the file a list may stand whose entries make a table."""

BESIDE = Text("профиль рядом с постановлением", "the profile beside its decree")
HOW = Text(
    "Слева адрес в постановлении, дальше то, что записано в профиле. Сверьте каждую строку с текстом. "
    "«По умолчанию» стоит там, где в файле ничего не указано и значение взято библиотекой.",
    "On the left stands the address in the decree, then what the profile holds. Check each line against the text. "
    "«By default» stands where the file says nothing and the library takes the value.",
)
WHERE, WHAT, HELD = (
    Text("Адрес", "Address"),
    Text("Что это", "What it is"),
    Text("Что записано", "What is held"),
)
WAS, IS = Text("Было", "Before"), Text("Стало", "After")
CONTENTS = Text("Содержание", "Contents")
EDITIONS = Text("Редакции и изменения", "Editions and amendments")
FIRST = Text("первоначальная редакция", "first edition")
SINCE = Text("редакция с", "edition from")
HERE = Text("эта редакция на листе", "this edition is on the sheet")
NOTHING = Text("нет", "none")
UNCHANGED = Text("записи не изменились", "no entry changed")
READINGS = Text("Толкования", "Readings")
READING = Text("Толкование", "Reading")
QUESTION, CHOSEN, OTHERS = Text("Вопрос", "Question"), Text("Выбрано", "Chosen"), Text("Иначе", "Otherwise")
BY_PROFILE = Text("выбрано в профиле", "chosen in the profile")
BY_LIBRARY = Text("по умолчанию", "by default")
ASSUMED = Text("Что принято, а не прочитано", "What is assumed rather than read")
SILENT = Text("О чём в профиле не сказано", "What the profile does not say")
SILENT_HOW = Text(
    "Необязательные ключи, которых в файле нет. Постановление о них молчит, или они ещё не записаны.",
    "Optional keys that the file leaves out. The decree is silent on them, or they are not written down yet.",
)
IN_FILE, IN_EVERY = Text("в файле", "in the file"), Text("ни в одной записи", "in no entry")
LINTS = Text("Замечания к постановлению", "Lints of the decree")


@asked
def as_html(made: Sheet) -> str:
    """The sheet as a whole HTML file."""
    lang = must_be(made, Sheet).lang
    title = f"{made.title}: {made.act} — {_of_its_act(BESIDE, made)}"
    parts: list[tuple[str, str, Iterable[str]]] = [
        *((section.title, section.subtitle, _section(section, lang)) for section in made.sections),
        *((_of_its_act(words, made), "", body) for words, body in _ends(made)),
    ]
    lines = [
        *opening(title, lang),
        *_head(made, [(one, subtitle) for one, subtitle, _ in parts]),
    ]
    for number, (one, subtitle, body) in enumerate(parts, start=1):
        beside = f'<span class="subtitle">{escaped(subtitle)}</span>' if subtitle else ""
        lines += [f'<section id="s{number}">', f"<h2>{escaped(one)}{beside}</h2>", *body, "</section>"]
    return "\n".join([*lines, "</main>", "</body>", "</html>", ""])


def _of_its_act(words: Text, made: Sheet) -> str:
    """The words, with the kind of the act beside which the sheet stands."""
    return act_named(words, (made.whole,))[made.lang]


def _head(made: Sheet, parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    lang = made.lang
    here = next(one for one in made.editions if one.here)
    yield "<header>"
    yield f'<p class="over">{escaped(_of_its_act(BESIDE, made))}</p>'
    yield f"<h1>{escaped(made.title)}</h1>"
    yield f'<p class="act">{escaped(made.act)}</p>'
    yield f'<p class="about">{escaped(made.about)}</p>'
    yield f'<p class="edition">{escaped(_edition(here, lang))}</p>'
    yield f'<p class="how">{escaped(_of_its_act(HOW, made))}</p>'
    yield "</header>"
    yield "<main>"
    yield f"<nav><h2>{escaped(CONTENTS[lang])}</h2>\n<ol>"
    for number, (title, subtitle) in enumerate(parts, start=1):
        words = f"{title}: {subtitle}" if subtitle else title
        yield f'<li><a href="#s{number}">{escaped(words)}</a></li>'
    yield "</ol></nav>"


def _edition(one: EditionTold, lang: Lang) -> str:
    if one.since is None:
        return FIRST[lang]
    return f"{SINCE[lang]} {shown(one.since, lang)} — {one.act}"


# ─── Части акта: the facts ───────────────────────────────────────────────────────────────────────────────


def _section(section: Section, lang: Lang) -> Iterator[str]:
    """The facts of a part: a table with a column for each key where most are alike, else one below another."""
    lists = Counter(fact.list for fact in section.facts if fact.list)
    like, times = max(lists.items(), key=lambda found: found[1], default=((), 0))
    alike = [fact for fact in section.facts if fact.list == like]
    main = next((fact.called for fact in alike if fact.called), "")
    told = Counter(part.label for fact in alike for part in fact.parts)
    labels = [label for label, found in told.items() if 2 * found >= times]
    if times >= LIKE and len(like) <= DEEP and 2 * times >= len(section.facts) and len(labels) + 2 in COLUMNS:
        yield from _columns(section.facts, like, [main, *labels], lang)
    else:
        yield from _rows(section.facts, lang)


def _table(heads: Iterable[str], rows: Iterable[str], kind: str) -> Iterator[str]:
    heads = tuple(heads)
    yield from scrolled(", ".join(heads[:3]), _inner_table(heads, rows, kind))


def _inner_table(heads: Iterable[str], rows: Iterable[str], kind: str) -> Iterator[str]:
    yield f'<table class="{kind}">'
    cells = "".join(f'<th scope="col">{escaped(head)}</th>' for head in heads)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    yield from rows
    yield "</tbody></table>"


def _rows(facts: Iterable[Fact], lang: Lang) -> Iterator[str]:
    def rows() -> Iterator[str]:
        within = ""
        for fact in facts:
            over = fact.within if fact.lint is None and fact.within != within else ""
            within = within if fact.lint is not None else fact.within
            yield f"<tr{_class(fact)}>{_address(fact)}<td>{_what(fact, over)}</td><td>{_held(fact)}</td></tr>"

    yield from _table((WHERE[lang], WHAT[lang], HELD[lang]), rows(), "rows")


def _columns(facts: Iterable[Fact], like: tuple[str, ...], heads: list[str], lang: Lang) -> Iterator[str]:
    def rows() -> Iterator[str]:
        for fact in facts:
            if fact.list != like:
                what = _what(fact, fact.within if fact.lint is None else "")
                inner = f'<td colspan="{len(heads)}">{what} {_held(fact)}</td>'
                yield f"<tr{_class(fact, 'across')}>{_address(fact)}{inner}</tr>"
                continue
            told = {part.label: part.words for part in fact.parts}
            cells = "".join(f"<td>{escaped(told.get(head, ''))}</td>" for head in heads[1:])
            rest = replace(fact, parts=tuple(part for part in fact.parts if part.label not in heads[1:]))
            yield f"<tr{_class(fact)}>{_address(fact)}<td>{_held(rest)}</td>{cells}</tr>"

    yield from _table((WHERE[lang], *heads), rows(), f"columns of{len(heads) + 1}")


def _class(fact: Fact, *more: str) -> str:
    found = [*more, *(["lint"] if fact.lint else []), *(["assumed"] if fact.grade is Grade.ASSUMED else [])]
    return f' class="{" ".join(found)}"' if found else ""


def _address(fact: Fact) -> str:
    return f'<th scope="row">{escaped(fact.address)}</th>'


def _what(fact: Fact, within: str) -> str:
    over = f'<span class="within">{escaped(within)}</span> ' if within else ""
    beside = f' <span class="within">({escaped(fact.within)})</span>' if fact.lint else ""
    return f'{over}<span class="what">{escaped(fact.title)}{beside}</span>'


def _main(fact: Fact) -> str:
    code = f" <code>{escaped(fact.code)}</code>" if fact.code else ""
    return f'<span class="main">{escaped(fact.words)}</span>{code}'


def _held(fact: Fact) -> str:
    parts = "".join(f"<li>{_labelled(part.label, part.words)}</li>" for part in fact.parts)
    return (_main(fact) if fact.words else "") + (f"<ul>{parts}</ul>" if parts else "")


def _labelled(label: str, words: str) -> str:
    return f'<span class="label">{escaped(label)}:</span> {escaped(words)}'


# ─── После актов: editions, readings, what is assumed, what is left out, lints ───────────────────────────


def _ends(made: Sheet) -> Iterator[tuple[Text, Iterable[str]]]:
    lang = made.lang
    yield EDITIONS, _editions(made)
    yield READINGS, _readings(made)
    assumed = [_graded(fact) for fact in made.facts if fact.grade is not Grade.FULL_TEXT]
    yield ASSUMED, _rows(assumed, lang) if assumed else [_none(lang)]
    yield SILENT, _silent(made)
    lints = [fact for fact in made.facts if fact.lint]
    yield LINTS, _rows(lints, lang) if lints else [_none(lang)]


def _graded(fact: Fact) -> Fact:
    """A fact with how well it is known, and with no more than what it is about."""
    known = fact.grade.text
    said = tuple(part for part in fact.parts if part.words in (known.ru, known.en))
    return replace(fact, parts=said) if fact.words else fact


def _none(lang: Lang) -> str:
    return f"<p>{escaped(NOTHING[lang])}</p>"


def _editions(made: Sheet) -> Iterator[str]:
    lang = made.lang
    for one in made.editions:
        here = f' <span class="within">({escaped(HERE[lang])})</span>' if one.here else ""
        yield f"<h3>{escaped(_edition(one, lang))}{here}</h3>"
        if one.since is None:
            continue
        yield f"<p>{escaped(one.title)}</p>"
        rows = [
            f'<tr><th scope="row">{escaped(change.address)}</th>'
            f"<td>{_over(change.within)}{escaped(change.title)}</td>"
            f"{_side(change.old, lang)}{_side(change.new, lang)}</tr>"
            for change in one.changes
        ]
        heads = (WHERE[lang], WHAT[lang], WAS[lang], IS[lang])
        yield from _table(heads, rows, "sides") if rows else [f"<p>{escaped(UNCHANGED[lang])}</p>"]


def _over(within: str) -> str:
    return f'<span class="within">{escaped(within)}</span> ' if within else ""


def _side(told: tuple[tuple[str, str], ...], lang: Lang) -> str:
    lines = "".join(
        f"<li>{_labelled(label, words) if label else escaped(words)}</li>" for label, words in told
    )
    return f"<td><ul>{lines}</ul></td>" if lines else f"<td>{escaped(NOTHING[lang])}</td>"


def _readings(made: Sheet) -> Iterator[str]:
    lang = made.lang
    rows = (_reading(one, lang) for one in made.choices)
    yield from _table((READING[lang], QUESTION[lang], CHOSEN[lang], OTHERS[lang]), rows, "sides")


def _reading(one: Choice, lang: Lang) -> str:
    by = (BY_PROFILE if one.by_profile else BY_LIBRARY)[lang]
    why = "" if one.by_profile else f"<br/>{escaped(one.why)}"
    others = "".join(f"<li>{escaped(other)}</li>" for other in one.others)
    row = '<tr class="chosen">' if one.by_profile else "<tr>"
    return (
        f'{row}<th scope="row">{escaped(one.code)}</th><td>{escaped(one.question)} {_over(one.address)}</td>'
        f'<td><span class="main">{escaped(one.chosen)}</span> {_over(f"({by})")}{why}</td>'
        f"<td><ul>{others}</ul></td></tr>"
    )


def _silent(made: Sheet) -> Iterator[str]:
    lang = made.lang
    yield f"<p>{escaped(_of_its_act(SILENT_HOW, made))}</p>"
    yield "<ul>"
    for one in made.silent:
        within = one.within or IN_FILE[lang]
        where = f"{within} ({IN_EVERY[lang]})" if one.of_list else within
        yield f"<li>{_labelled(where, ', '.join(one.titles))}</li>"
    yield "</ul>"
