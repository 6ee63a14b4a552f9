"""Числа словами (said counts): the numbers that an act writes in words: «двух раз», «пяти членов».

>>> COUNTS["двух"], COUNTS["пяти"]
(2, 5)
"""

__all__ = ["COUNTS", "GROUP", "TENS"]

_OF_WHAT = "межведомственн|координационн|муниципальн|районн|городск|окружн|областн"
GROUP = rf"(?:(?:(?:{_OF_WHAT})(?:ой|ого) |постоянно действующей )?(?:(?:рабочей )?группы|комиссии|совета))"
"""What a group is called in the genitive; an adjective that may be of another group is none of these."""
TENS = {
    "двадцати": 20, "тридцати": 30, "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70,
    "восьмидесяти": 80, "девяноста": 90,
}  # fmt: skip
"""Tens in words, in the genitive."""

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
