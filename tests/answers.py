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

SPORTS = {
    "title": ["Муниципальный округ Снежный"],
    "profile": ["sports"],
    "act.kind": ["распоряжение"],
    "act.number": ["112-р"],
    "act.date": ["01.02.2024"],
    "act.title": ["Об организации спортивной подготовки"],
    "approvals": [
        "да",
        "состав рабочей группы",
        "да",
        "положение о рабочей группе",
        "да",
        "перечень услуг",
        "нет",
    ],
    "approvals[0].annex": ["2"],
    "approvals[0].cite": ["п. 8"],
    "approvals[1].annex": ["3"],
    "approvals[1].cite": ["п. 9"],
    "approvals[2].annex": ["1"],
    "approvals[2].cite": ["п. 7"],
    "direction": ["Спортивная подготовка"],
    "direction.cite": ["п. 1"],
    "bodies": ["да", "sport", "нет"],
    "bodies[0].title": ["Комитет по физической культуре и спорту"],
    "bodies[0].cite": ["п. 2"],
    "authorized_body": ["1"],
    "authorized_body.cite": ["п. 2"],
    "services": ["да", "931900О.99.0.БВ27АА25001", "нет"],
    "services[0].title": ["Спортивная подготовка по олимпийским видам спорта"],
    "services[0].cite": ["п. 1 прил. 1"],
    "licence": ["лицензия на образовательную деятельность"],
    "licence.cite": ["п. 3"],
    "parameters": ["да", "п. 2 прил. 1", "нет"],
    "parameters[0].consumers": ["да"],
    "parameters[0].consumers.age_from": ["6"],
    "parameters[0].consumers.age_to": ["17"],
    "parameters[0].periods": ["да", "1 сентября 2024 года", "нет"],
    "parameters[0].periods[0].until": ["31.08.2025"],
    "selection": ["да", "certificate", "нет"],
    "selection[0].cite": ["п. 4"],
    "working_group": ["да"],
    "working_group.seats": ["да", "председатель", "да", "член группы", "да", "член группы", "нет"],
    "working_group.seats[0].office": ["глава округа"],
    "working_group.seats[0].cite": ["прил. 2"],
    "working_group.seats[1].office": ["председатель комитета по спорту"],
    "working_group.seats[1].cite": ["прил. 2"],
    "working_group.seats[2].office": ["директор спортивной школы"],
    "working_group.seats[2].cite": ["прил. 2"],
    "working_group.presiding": ["председатель"],
    "working_group.presiding.cite": ["п. 2 прил. 3"],
    "working_group.quorum": ["более половины списочного состава"],
    "working_group.quorum.cite": ["п. 3 прил. 3"],
    "working_group.adoption": ["более половины поданных голосов"],
    "working_group.adoption.cite": ["п. 4 прил. 3"],
    "working_group.casting_vote": ["nobody"],
    "working_group.casting_vote.cite": ["п. 5 прил. 3"],
    "conditions": ["да", "certificate.applied_for", "да", "selection.applied", "нет"],
    "conditions[0].id": ["medical"],
    "conditions[0].title": ["медицинский допуск к занятиям"],
    "conditions[0].asks": ["подтверждение: да"],
    "conditions[0].missing": ["шаг не имеет силы"],
    "conditions[0].cite": ["п. 5"],
    "conditions[1].id": ["federation"],
    "conditions[1].title": ["членство в федерации"],
    "conditions[1].asks": ["одно из перечня"],
    "conditions[1].asks.values": ["да", "regional", "да", "none", "нет"],
    "conditions[1].asks.values[0].title": ["региональная федерация"],
    "conditions[1].asks.values[1].title": ["вне федерации"],
    "conditions[1].missing": ["нарушение, но шаг в силе"],
    "conditions[1].cite": ["п. 6"],
}
HOME_CARE = {
    "title": ["Городской округ Заречный"],
    "profile": ["home_care"],
    "act.number": ["41"],
    "act.date": ["15.01.2024"],
    "act.title": ["Об организации социального обслуживания на дому"],
    "direction": ["Социальное обслуживание на дому"],
    "direction.cite": ["п. 1"],
    "bodies": ["да", "social", "нет"],
    "bodies[0].title": ["Управление социальной защиты населения"],
    "bodies[0].cite": ["п. 2"],
    "authorized_body": ["Управление социальной защиты населения"],
    "authorized_body.cite": ["п. 2"],
    "services": ["да", "870000О.99.0.АЭ22АА00000", "нет"],
    "services[0].title": ["Предоставление социально-бытовых услуг на дому"],
    "services[0].cite": ["п. 1 прил. 1"],
    "parameters": ["да", "п. 2 прил. 1", "нет"],
    "parameters[0].consumers": ["да"],
    "parameters[0].consumers.age_from": ["60"],
    "parameters[0].consumers.categories": ["да", "alone", "нет"],
    "parameters[0].consumers.categories[0].title": ["одиноко проживающие граждане"],
    "parameters[0].nominals": ["да", "312 человеко-часов", "нет"],
    "parameters[0].normatives": ["да", "215,40 руб.", "нет"],
    "parameters[0].normatives[0].unit": ["человеко-часов"],
    "parameters[0].certificates": ["1"],
    "parameters[0].periods": ["да", "01.02.2024", "нет"],
    "parameters[0].periods[0].until": ["31.12.2025"],
    "parameters[0].place": ["по месту жительства получателя"],
    "selection": ["да", "certificate", "нет"],
    "selection[0].since": ["01.02.2024"],
    "selection[0].until": ["31.12.2025"],
    "selection[0].cite": ["п. 3"],
    "documents": ["да", "certificate", "нет"],
    "documents[0].form": ["electronic"],
    "documents[0].title": ["социальный сертификат"],
    "documents[0].cite": ["п. 4"],
    "control": ["заместитель главы по социальным вопросам"],
    "control.cite": ["п. 7"],
    "conditions": ["да", "certificate.applied_for", "да", "certificate.formed", "нет"],
    "conditions[0].id": ["needs-care"],
    "conditions[0].title": ["решение о признании нуждающимся в обслуживании на дому"],
    "conditions[0].asks": ["документ приложен"],
    "conditions[0].missing": ["void"],
    "conditions[0].cite": ["п. 5"],
    "conditions[1].id": ["visits"],
    "conditions[1].title": ["число посещений"],
    "conditions[1].asks": ["количество не более"],
    "conditions[1].asks.amount": ["3"],
    "conditions[1].asks.counted": ["посещений в неделю"],
    "conditions[1].missing": ["breach"],
    "conditions[1].cite": ["п. 5.1"],
}
LATER_ACTS = VILLAGE | {
    "adopted": ["да", "о формировании сертификатов, о субсидиях исполнителям", "нет"],
    "adopted[0].act.number": ["9"],
    "adopted[0].act.date": ["15.01.2024"],
    "adopted[0].act.title": ["О сертификатах"],
    "adopted[0].since": ["01.02.2024"],
    "adopted[0].until": ["31.12.2026"],
    "adopted[0].fills": ["да", "срок формирования социального сертификата", "да", "agreement.modes", "нет"],
    "adopted[0].fills[0].term": ["5 рабочих дней"],
    "adopted[0].fills[0].cite": ["п. 1"],
    "adopted[0].fills[1].entries": ["да", "reimbursement", "нет"],
    "adopted[0].fills[1].entries[0].title": ["возмещение"],
    "adopted[0].fills[1].cite": ["п. 2"],
    "amendments": ["да", "01.03.2024", "нет"],
    "amendments[0].act.number": ["20"],
    "amendments[0].act.date": ["01.02.2024"],
    "amendments[0].act.title": ["Об изменении"],
    "amendments[0].changes": [
        "да",
        "изменить значение",
        "да",
        "дополнить перечень записью",
        "да",
        "repeal",
        "нет",
    ],
    "amendments[0].changes[0].at": ["рабочая группа: кворум"],
    "amendments[0].changes[0].to": ["не менее 2/3 членов группы"],
    "amendments[0].changes[0].cite": ["п. 1.1 изменяющего акта"],
    "amendments[0].changes[1].at": ["services"],
    "amendments[0].changes[1].to": [
        "{number: 804200О.99.0.ББ52АЖ72000, title: {ru: Секции}, cite: decree-20/p1.2}"
    ],
    "amendments[0].changes[2].at": ["working_group, seats, member-2"],
}
"""A village that adopted an act about certificates and changed its decree later."""


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
