"""Answers of a lawyer to the questions of `law189 new`, by the key of each question.

A list of answers is given one after another; what is not named here the decree does not say.
"""

from law189.files.nodes import key_of
from law189.office.interview.interview import Interview, begun

VILLAGE = {
    "title": ["Сельское поселение Малое"],
    "profile": ["selo"],
    "act.number": ["12"],
    "act.date": ["15 января 2024 года"],
    "act.title": ["О рабочей группе"],
    "direction": ["Дополнительное образование"],
    "direction.cite": ["п. 1"],
    "services": ["да", "804200О.99.0.ББ52АЖ48000", "нет"],
    "services[0].title": ["Кружки"],
    "services[0].cite": ["п. 1"],
    "control": ["глава поселения"],
    "control.cite": ["пункт 5"],
    "working_group": ["да"],
    "working_group.head": ["председатель"],
    "working_group.seats": ["да", "председатель", "да", "член группы", "да", "5", "нет"],
    "working_group.seats[0].office": ["глава поселения"],
    "working_group.seats[0].cite": ["п. 2"],
    "working_group.seats[1].office": ["директор школы"],
    "working_group.seats[1].cite": ["п. 2"],
    "working_group.seats[2].office": ["библиотекарь"],
    "working_group.seats[2].cite": ["п. 2"],
    "working_group.quorum": ["не менее половины членов группы"],
    "working_group.quorum.cite": ["п. 3"],
    "working_group.adoption": ["более половины присутствующих"],
    "working_group.adoption.cite": ["п. 4"],
}


def answer_to(asked, answers):
    """The next answer to the question, and the silence of the decree where none is written down."""
    left = answers.get(key_of(asked.path))
    if left:
        return left.pop(0)
    return "нет" if asked.whether else "молчит"


def fresh(answers):
    """The answers with lists of their own, to take from."""
    return {key: list(told) for key, told in answers.items()}


def told(answers):
    """The answers as a person would type them into one sitting, in order."""
    asked, left, lines = Interview(begun("ru", ""), "ru"), fresh(answers), []
    while (question := asked.question) is not None:
        lines.append(answer_to(question, left))
        assert asked.answer(lines[-1]) is None
    return lines
