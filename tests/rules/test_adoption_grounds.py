"""A ground of refusal is one of the list that the act sets; the sentence shows the list in words."""

import pytest

from law189.law import Text
from law189.profile.federal import load_federal
from law189.profile.slots import Fill, Ground
from law189.rules.acts.adoption import grounded, named
from law189.verdict import Outcome, Verdict

SLOT = load_federal().slot("certificate.refusal_grounds")
FILL = Fill(
    slot=SLOT.id,
    entries=(
        Ground(id="no-right", title=Text("нет права", "no right")),
        Ground(id="limit-exhausted", title=Text("лимит исчерпан", "the limit is exhausted")),
    ),
    cite=SLOT.cite,
)


@pytest.mark.parametrize(
    ("ground", "outcome"),
    [
        ("no-right", Outcome.HOLDS),
        ("limit-exhausted", Outcome.HOLDS),
        ("dislike", Outcome.VOID),
        ("No-right", Outcome.VOID),
        ("нет права", Outcome.VOID),
        ("no-right ", Outcome.VOID),
    ],
)
def test_only_a_ground_of_the_list_counts_and_it_is_called_by_its_id(ground, outcome):
    assert grounded(ground, "записей нет", SLOT, FILL).outcome is outcome


def test_the_sentence_shows_each_ground_by_its_id_and_in_words():
    said = grounded("dislike", "записей нет", SLOT, FILL)
    assert said.text.ru == (
        "Основание: dislike (записей нет); перечень оснований: нет права (no-right) и лимит исчерпан "
        "(limit-exhausted)."
    )
    assert grounded("no-right", "—", SLOT, FILL).text.en.startswith("The ground: no right (—);")


def test_a_list_that_nobody_filled_has_no_ground():
    assert grounded("no-right", "—", SLOT, FILL.model_copy(update={"entries": None})).outcome is Outcome.VOID


def test_where_no_ground_is_named_the_list_is_told_and_one_of_it_is_asked_for():
    said = named(None, "записей нет", SLOT, FILL)
    assert said.outcome is Outcome.UNKNOWN
    assert "нет права и лимит исчерпан" in said.text.ru
    assert [ask.path for ask in said.asks] == ["event.ground"]
    assert named("no-right", "—", SLOT, FILL) == grounded("no-right", "—", SLOT, FILL)


def test_it_cites_the_law_and_the_act_and_goes_to_json_and_back():
    said = grounded("no-right", "—", SLOT, FILL)
    assert [cite.id for cite in said.cites] == ["189-fz/art20.part1"] * 2
    assert Verdict.from_json(said.as_json()) == said
