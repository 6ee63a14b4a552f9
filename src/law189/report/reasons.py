r"""Основания на странице (reasons): a verdict as a list within a list, each reason with its mark and its addresses.

>>> from law189.profile.loader import load_profile
>>> from law189.rules.quorum import quorum
>>> verdict = quorum(4, 10, load_profile("kemerovo").latest.working_group.quorum)
>>> for line in html_reasons([verdict], "ru"):
...     print(line)
<ul class="reasons">
<li class="void"><span class="mark" title="не имеет силы">✗</span><span>Присутствуют: 4 из 10; для кворума нужно не менее 5.</span> <span class="within">п. 5.5 прил. 3 к постановлению № 2993 от 22.09.2023</span>
<p class="within">что сделать: Созовите заседание заново; если присутствовало больше членов, дополните список.</p>
</li>
</ul>
"""  # noqa: E501  # a line of the page

from collections.abc import Iterable, Iterator

from law189.kinds.asked import asked
from law189.law import Lang, Text
from law189.report.page import escaped
from law189.report.text import DO, MARKS
from law189.verdict import Otherwise, Outcome, Verdict

__all__ = ["cures_of", "html_reasons", "mark_of", "otherwise_of", "reasons_rows"]

OTHERWISE = Text("по другому толкованию", "by another reading")


@asked
def mark_of(outcome: Outcome, lang: Lang) -> str:
    """The mark of an outcome, whose name a pointer and a reader aloud find beside it."""
    return f'<span class="mark" title="{escaped(outcome.text[lang])}">{MARKS[outcome]}</span>'


@asked
def html_reasons(verdicts: Iterable[Verdict], lang: Lang) -> Iterator[str]:
    """The verdicts as lines of HTML, each with its parts below it; none where there are none."""
    told = tuple(verdicts)
    if not told:
        return
    yield '<ul class="reasons">'
    for one in told:
        yield from _reason(one, lang)
    yield "</ul>"


def _reason(verdict: Verdict, lang: Lang) -> Iterator[str]:
    within = {cite for part in verdict.parts for cite in part.cites}
    where = "; ".join(cite.label[lang] for cite in verdict.cites if cite not in within)
    cites = f' <span class="within">{escaped(where)}</span>' if where else ""
    outcome = verdict.outcome
    parts = [*_cure(verdict, lang), *_readings(verdict, lang), *html_reasons(verdict.parts, lang)]
    yield (
        f'<li class="{outcome.value}">{mark_of(outcome, lang)}<span>{escaped(verdict.text[lang])}</span>{cites}'
        f"{'' if parts else '</li>'}"
    )
    if parts:
        yield from parts
        yield "</li>"


def _cure(verdict: Verdict, lang: Lang) -> Iterator[str]:
    """What a person can do about it."""
    if (cure := verdict.cure) is not None:
        yield f'<p class="within">{escaped(f"{DO[lang]}: {cure[lang]}")}</p>'


def _readings(verdict: Verdict, lang: Lang) -> Iterator[str]:
    """What another reading would have answered, where that is another outcome."""
    for other in _differing(verdict):
        words = f"{_by_another(verdict, lang)}: {other.text[lang]}"
        yield f'<p class="within">{mark_of(other.outcome, lang)}{escaped(words)}</p>'


def _differing(verdict: Verdict) -> tuple[Otherwise, ...]:
    """The answers of other readings that are other outcomes."""
    others = () if verdict.reading is None else verdict.reading.otherwise
    return tuple(one for one in others if one.outcome is not verdict.outcome)


def _by_another(verdict: Verdict, lang: Lang) -> str:
    code = "" if verdict.reading is None else f" ({verdict.reading.code})"
    return f"{OTHERWISE[lang]}{code}"


@asked
def cures_of(verdict: Verdict, lang: Lang) -> str:
    """What a person can do about the verdict and its parts, each once; empty where nothing is said."""
    told = (one.cure for one in verdict.walk())
    return " ".join(dict.fromkeys(cure[lang] for cure in told if cure is not None))


@asked
def otherwise_of(verdict: Verdict, lang: Lang) -> str:
    """What other readings of the verdict and its parts would have answered, where that is another outcome."""
    told = ((one, other) for one in verdict.walk() for other in _differing(one))
    return " ".join(
        dict.fromkeys(
            f"{_by_another(one, lang)}: {MARKS[other.outcome]} {other.text[lang]}" for one, other in told
        )
    )


@asked
def reasons_rows(verdict: Verdict, lang: Lang) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Every reason without parts of its own as cells: the outcome, the sentence, the addresses, the rule.

    Then what to do about it, and what another reading would have answered where that is another outcome.
    """
    for one in verdict.reasons(*Outcome):
        where = "; ".join(cite.label[lang] for cite in one.cites)
        yield (
            one.outcome.text[lang],
            one.text[lang],
            where,
            one.rule,
            cures_of(one, lang),
            otherwise_of(one, lang),
        )
