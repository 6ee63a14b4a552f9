"""Числа словами (said counts): the numbers that an act writes in words: «двух раз», «пяти членов».

>>> COUNTS["двух"], COUNTS["пяти"]
(2, 5)
"""

__all__ = ["COUNTS"]

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
