"""Замечания о местных условиях (lints of local conditions).

>>> from law189.profile.loader import load_profile
>>> list(condition_of_no_step.find(load_profile("kemerovo").latest))
[]
"""

from collections.abc import Iterator

from law189.casebook.cycles import STEP_CODES, STEPS
from law189.files.offered import step_in_words
from law189.files.wording import word
from law189.law import Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition

__all__ = ["condition_of_no_step"]


@declared(
    "A22",
    Severity.WARNING,
    Text("условие у шага, которого нет", "a condition at a step that does not exist"),
    Text(
        "Условие проверяют при шаге, названном в step. Такого шага ни в одном жизненном цикле нет, поэтому "
        "условие не проверит никто. Исправьте имя шага.",
        "A condition is asked at the step that its key step names. No lifecycle has this step, so nobody asks. "
        "Mend the name of the step.",
    ),
)
def condition_of_no_step(edition: Edition) -> Iterator[Place]:
    """Conditions whose step no lifecycle has."""
    for condition in edition.conditions:
        if condition.step not in STEP_CODES:
            hint, said = step_in_words(condition.step, STEPS), word(condition.step)
            yield (
                condition.cite,
                Text(f"шага «{said}» нет; {hint.ru}", f"there is no step «{said}»; {hint.en}"),
            )
