"""Что возможно (offered): which of the codes is meant by a wrong one, or all of them, each by its words.

>>> steps = {"formed": Text("сертификат сформирован", "formed"), "used": Text("услуга оказана", "used")}
>>> step_of("fromed", steps).ru
'возможно, вы имели в виду «formed» (сертификат сформирован)'
>>> in_words("сформирован", steps).ru, in_words("погода", steps).ru
('здесь это пишут «formed»', 'возможны: сертификат сформирован («formed»), услуга оказана («used»)')
"""

import re
from collections.abc import Mapping

from law189.files.coded import closest, codes_of, worded_codes
from law189.files.wording import among, did_you_mean, in_russian_letters, near, parted
from law189.law import Text

__all__ = ["code_for", "in_words", "step_in_words", "step_of"]

_FEW = 8  # the most codes that are told beside those that may be meant
_PARTED = r"[,;]| и "
_LONG = 60  # the most signs of a word that is looked for


def in_words(said: str, known: Mapping[str, Text | None], *, by_words: bool = True) -> Text:
    """Which of the codes is meant, or all of them, each by its words with the code in «…»; None has no words.

    `by_words` says whether a Russian word may mean the code whose words have it: an office does not, for «Глава» is
    no «заместитель Главы».
    """
    if not known:
        return did_you_mean(said, ())
    told = _several(said, known) or near(said, tuple(known))
    if told is not None:
        return told
    by_words = by_words and re.search(_PARTED, said) is None
    spoken, worded = (
        said.strip().casefold(),
        [(code, one.ru) for code, one in known.items() if one is not None],
    )
    found = [code for code, words in worded if words.casefold() == spoken]
    if by_words and not found and len(said) <= _LONG and re.search("[а-яё]", spoken):
        found = closest(spoken, worded)
    if len(found) == 1:
        return Text(f"здесь это пишут «{found[0]}»", f"here it is written «{found[0]}»")
    return among({code: known[code] for code in found or known})


def _several(said: str, known: Mapping[str, Text | None]) -> Text | None:
    """To part what names several of the codes, each by its words or as it is; None where it does not."""
    codes = {code.casefold(): code for code in known}
    codes |= {words.ru.casefold(): code for code, words in known.items() if words is not None}
    found = [codes.get(part.strip().casefold()) for part in re.split(_PARTED, said)]
    named = [code for code in found if code is not None]
    if len(named) < 2 or len(named) < len(found):
        return None
    return parted(named)


def step_of(said: str, kinds: Mapping[str, Text]) -> Text:
    """Which step is meant, with its words, or all of them."""
    told = in_words(said, kinds)
    code = next((one for one in kinds if told.ru.endswith(f"«{one}»")), None)
    if code is None:
        return told
    question = "?" * told.en.endswith("?")
    return Text(f"{told.ru} ({kinds[code].ru})", f"{told.en.removesuffix('?')} ({kinds[code].en}){question}")


def step_in_words(said: str, cycles: Mapping[str, tuple[Text, Mapping[str, Text]]]) -> Text:
    """Which step is meant by «lifecycle.kind»; `cycles` have the title of each lifecycle and its steps in words.

    Where none is near, the steps of the lifecycle that is named; else the lifecycles.
    """
    steps = {
        f"{name}.{kind}": Text(f"{title.ru}: {words.ru}", f"{title.en}: {words.en}")
        for name, (title, kinds) in cycles.items()
        for kind, words in kinds.items()
    }
    name = said.partition(".")[0]
    if name in cycles and near(said, tuple(steps)) is None:
        title, kinds = cycles[name]
        told = among({f"{name}.{kind}": words for kind, words in kinds.items()})
        return Text(f"{title.ru}, {told.ru}", f"{title.en}, {told.en}")
    if near(said, tuple(steps)) is not None or re.search("[а-яё]", said.casefold()):
        return step_of(said, steps)
    told = among({f"{name}.…": title for name, (title, _) in cycles.items()})
    return Text(f"шаг начинается с имени цикла; {told.ru}", f"a step begins with its lifecycle; {told.en}")


def code_for(given: object, known: list[str]) -> Text:
    """What to write where a code is needed that vocabularies may have words for."""
    if isinstance(given, str):
        russian = in_russian_letters(given)
        if russian != given and russian in known:
            return Text(
                f"в слове латинские буквы, похожие на русские; наберите «{russian}» по-русски",
                f"the word has Latin letters that look Russian; type «{russian}» in Russian letters",
            )
        listed = worded_codes(known)
        if (several := _several(given, listed)) is not None:
            return several
        found = {} if re.search(_PARTED, given) else codes_of(given, known)
        if len(found) > 1:
            if len(known) <= _FEW:  # another of them may be meant as well
                found |= {code: told for code, told in worded_codes(known).items() if code not in found}
            return among(_with_words(found))
        if found:
            (code,) = found
            return Text(f"здесь это пишут «{code}»", f"here it is written «{code}»")
    return in_words(str(given), _with_words(worded_codes(known)))


def _with_words(told: Mapping[str, Text]) -> dict[str, Text | None]:
    """The codes with their words; None for one that says nothing of itself."""
    return {code: None if words.ru == code else words for code, words in told.items()}
