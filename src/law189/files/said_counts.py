"""Числа словами (said counts): the numbers that an act writes in words: «двух раз», «пяти членов».

>>> COUNTS["двух"], COUNTS["пяти"]
(2, 5)
>>> spelt("тридцати"), spelt("сорок пять"), spelt("включительно")
(30, 45, None)
"""

from itertools import pairwise

__all__ = ["COUNTS", "GROUP", "TENS", "spelt"]

_OF_WHAT = "межведомственн|координационн|муниципальн|районн|городск|окружн|областн"
GROUP = rf"(?:(?:(?:{_OF_WHAT})(?:ой|ого) |постоянно действующей )?(?:(?:рабочей )?группы|комиссии|совета))"
"""What a group is called in the genitive; an adjective that may be of another group is none of these."""

COUNTS = {
    said: number
    for number, words in enumerate(
        (
            "один одного одна одной",
            "два двух две",
            "три трех",
            "четыре четырех",
            "пять пяти",
            "шесть шести",
            "семь семи",
            "восемь восьми",
            "девять девяти",
            "десять десяти",
            "одиннадцать одиннадцати",
            "двенадцать двенадцати",
        ),
        start=1,
    )
    for said in words.split()
}
"""Numbers in words as an act has them, in the nominative and in the genitive; «ё» is «е»."""

_MORE = {
    said: number
    for number, words in {
        13: "тринадцать тринадцати",
        14: "четырнадцать четырнадцати",
        15: "пятнадцать пятнадцати",
        16: "шестнадцать шестнадцати",
        17: "семнадцать семнадцати",
        18: "восемнадцать восемнадцати",
        19: "девятнадцать девятнадцати",
        20: "двадцать двадцати",
        30: "тридцать тридцати",
        40: "сорок сорока",
        50: "пятьдесят пятидесяти",
        60: "шестьдесят шестидесяти",
        70: "семьдесят семидесяти",
        80: "восемьдесят восьмидесяти",
        90: "девяносто девяноста",
        100: "сто ста",
        200: "двести двухсот",
        300: "триста трехсот",
    }.items()
    for said in words.split()
}
TENS = {said: number for said, number in _MORE.items() if number in range(20, 100, 10)}
"""Tens in words, in the nominative and in the genitive."""


def spelt(said: str) -> int | None:
    """The number that words in brackets repeat, as «сорока пяти»; None where a word of them is no number."""
    parts = [_MORE.get(word, COUNTS.get(word)) for word in said.split()]
    known = [part for part in parts if part is not None]
    if not known or len(known) < len(parts):
        return None
    falling = all(small < 10 ** (len(str(large)) - 1) for large, small in pairwise(known))
    return sum(known) if falling else None
