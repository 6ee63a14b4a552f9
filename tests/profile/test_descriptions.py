"""Every text of a profile is words: a yes, a no or a dash is refused in a file and by the questions."""

from typing import get_args

import pytest
from pydantic import BaseModel

from law189.errors import ProfileError
from law189.files.parser import read_tree
from law189.law import Description, Text
from law189.office.interview.interview import Interview, begun
from law189.office.interview.spoken import Words
from law189.profile.loader import load_profile, shipped_source
from law189.profile.profile import Profile


def models(model, seen):
    """The entries of a model, and all within them."""
    ahead = [model]
    while ahead:
        one = ahead.pop()
        if isinstance(one, type) and issubclass(one, BaseModel) and one not in seen:
            seen.add(one)
            ahead += [field.annotation for field in one.model_fields.values()]
        else:
            ahead += get_args(one)
    return seen


def plain_texts(annotation, metadata=()):
    """Whether the annotation holds a text that may be anything."""
    if annotation is Text:
        return not any(one in get_args(Description) for one in metadata)
    if hasattr(annotation, "__metadata__"):
        return plain_texts(get_args(annotation)[0], annotation.__metadata__)
    return any(map(plain_texts, get_args(annotation)))


def test_no_field_of_a_profile_is_a_text_that_may_be_a_no():
    for model in models(Profile, set()):
        for name, field in model.model_fields.items():
            assert not plain_texts(field.annotation, field.metadata), (model, name)


@pytest.mark.parametrize("said", ["нет", "да", "—", "Нет."])
def test_a_no_in_the_place_of_words_is_refused_at_its_place(said):
    plain = read_tree(shipped_source("kemerovo"), "").plain()
    plain["licence"]["value"] = {"ru": said}
    with pytest.raises(ProfileError) as caught:
        load_profile(plain)
    [fault] = caught.value.faults
    assert fault.key == "licence.value.ru"
    assert "нужны сами слова" in fault.text.ru


def test_every_question_of_words_refuses_a_no_and_says_how_to_be_silent():
    asked, seen = Interview(begun("ru", ""), "ru"), 0
    while (question := asked.question) is not None:
        if question.whether:
            asked.answer("да" if not question.number and len(question.path) < 3 else "позже")
            if asked.question == question:
                asked.answer("позже")
            continue
        if isinstance(
            question.question.reads({}, question.path) if question.question.at is None else None, Words
        ):
            seen += 1
            assert "ответьте «молчит»" in asked.answer("нет").ru
        asked.answer("позже")
    assert seen > 5
