"""Местные условия (local): what a step answers to conditions that the municipality adds."""

from typing import Annotated

from law189.law import About
from law189.profile.conditions import Answers

__all__ = ["LocalAnswers"]

LocalAnswers = Annotated[
    Answers,
    About.of(
        "ответы на местные условия",
        "answers to local conditions",
        "Ответ на каждое условие, которое муниципальный акт добавляет к шагу, по имени условия.",
        "The answer to each condition that an act of the municipality adds to the step, by its id.",
    ),
]
