"""The titles of steps in terms: those of the lifecycles, and read back from what a term says."""

import pytest
from pydantic import TypeAdapter

from law189.casebook.cycles import STEPS
from law189.profile.step_titles import STEP_TITLES
from law189.profile.term_words import term_of
from law189.profile.terms import Term

READ = TypeAdapter(Term)


def test_every_step_of_every_lifecycle_has_its_own_title():
    own = {f"{name}.{kind}": title for name, (_, kinds) in STEPS.items() for kind, title in kinds.items()}
    assert dict(STEP_TITLES) == own


@pytest.mark.parametrize("step", STEP_TITLES)
def test_a_term_calls_the_step_in_words_and_is_read_back_from_them(step):
    written = {
        "kind": "after",
        "days": 10,
        "unit": "working_days",
        "event": {"kind": "step", "at": step},
    }
    term = READ.validate_python(written)
    assert f"шага «{STEP_TITLES[step].ru}» ({step})" in term.text.ru
    assert f"the step «{STEP_TITLES[step].en}» ({step})" in term.text.en
    assert READ.validate_python(term_of(term.text.ru)) == term
