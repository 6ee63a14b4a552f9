"""An office decides, and no party to a case: whatever the word, in every case, number and legal form."""

import pytest

from law189.profile.offices import is_office

OFFICES = """
управление образования
отдел по работе с исполнителями
комитет по делам детей
начальник управления по защите прав потребителей
начальник отдела образования
глава города
глава муниципального округа
заместитель Главы
заместитель главы администрации по социальным вопросам
комиссия по отбору исполнителей
комиссия по отбору участников
департамент по работе с ИП
департамент по поддержке индивидуальных предпринимателей
исполняющий обязанности главы
исполнительный комитет
управление потребительского рынка
комитет по делам некоммерческих организаций
и.о. главы
и. о. начальника управления
министерство образования
рабочая группа
председатель рабочей группы
представитель главы города
представитель администрации
директор школы
отдел учёта получателей
комиссия отбора исполнителей
отдел поддержки самозанятых
юрист администрации
head of the city
deputy head of the department
department of education
committee for the selection of providers
education
head
отдел опеки и попечительства
уполномоченный орган местного самоуправления
прокурор
суд
директор департамента
управление социальной защиты
council of deputies
совет депутатов
участник рабочей группы
секретарь рабочей группы
МБУ «Центр»
МАУ ДО «Дом творчества»
head of the committee
the mayor
municipal administration
"""
PARTIES = """
заявитель
Заявителя
заявителям
заявители
получатель субсидии
получателем субсидии
получатели субсидий
участник отбора
участники отбора
участником отбора
ООО «Ромашка»
ооо ромашка
директор ООО «Ромашка»
начальник отдела ООО «Ромашка»
О.О.О. «Ромашка»
Общество с ограниченной ответственностью «Ромашка»
генеральный директор общества с ограниченной ответственностью «Ромашка»
АО «Лад»
ПАО «Лад»
НКО «Лад»
АНО ДО «Лад»
ЧОУ «Лад»
ЧОУ ДО «Лад»
Автономная некоммерческая организация «Лад»
Частное образовательное учреждение «Лад»
частное общеобразовательное учреждение
ИП Иванов
Иванов, ИП
индивидуальный предприниматель Иванов
индивидуальным предпринимателем
самозанятый
самозанятая Петрова
самозанятые
адвокат
адвокат заявителя
адвоката
поверенный
поверенным
доверенное лицо
доверенным лицом
доверенное лицо исполнителя
представитель
представителем
представитель ООО «Ромашка»
представитель по доверенности
представители заявителей
исполнители
исполнителям
директор исполнителя
директор исполнителей
юрист исполнителя
бухгалтер получателя субсидии
родители
мать ребёнка
матери
опекуна
плательщик налога на профессиональный доход
applicant
the applicant
applicants
LLC Romashka
Romashka LLC
attorney
the applicant's lawyer
head of the provider's office
self-employed
sole trader
individual entrepreneur
representative of the applicant
participant in the selection
subsidy recipient
private school
акционерное общество «Лад»
Закрытое акционерное общество «Лад»
некоммерческое партнёрство «Лад»
"""
ENDINGS = {
    "ь": ("ь", "я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях"),
    "": ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"),
    "к": ("к", "ка", "ку", "ком", "ке", "ки", "ков", "кам", "ками", "ках"),
    "ый": ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ые", "ых", "ыми"),
}
STEMS = {
    "ь": (
        "исполнител",
        "заявител",
        "потребител",
        "получател",
        "родител",
        "попечител",
        "представител",
        "соискател",
    ),
    "": ("опекун", "претендент", "адвокат"),
    "к": ("поставщи", "участни", "воспитанни", "учени"),
    "ый": ("поверенн", "самозанят"),
}
IN_EVERY_FORM = [
    stem + ending for kind, stems in STEMS.items() for stem in stems for ending in ENDINGS[kind]
] + [f"индивидуальн{long} предпринимател{soft}" for long, soft in zip(
    ("ый", "ого", "ому", "ым", "ом", "ые", "ых", "ым", "ыми"), ("ь", "я", "ю", "ем", "е", "и", "ей", "ям", "ями"),
    strict=True)]  # fmt: skip
ACTS_FOR = ("директор", "бухгалтер", "юрист", "сотрудник", "лицо, действующее за")
FORMS = ("ООО", "ОАО", "АО", "ПАО", "ЗАО", "НКО", "АНО", "ЧОУ", "НОУ", "ИП", "LLC", "Ltd")


def lines(text):
    return [one for one in text.splitlines() if one]


@pytest.mark.parametrize("by", lines(OFFICES))
def test_an_office_is_named_by_its_seat_or_unit_also_where_it_works_with_parties(by):
    assert is_office(by)


@pytest.mark.parametrize("by", lines(PARTIES))
def test_a_party_a_trader_and_whoever_acts_for_one_is_no_office(by):
    assert not is_office(by)


def test_a_party_is_none_in_every_case_and_number_alone_and_with_whoever_acts_for_it():
    for word in IN_EVERY_FORM:
        for said in (word, word.capitalize(), word.upper(), *(f"{who} {word}" for who in ACTS_FOR)):
            assert not is_office(said), said


def test_a_legal_form_with_a_name_is_none_whatever_stands_before_it():
    for form in FORMS:
        for said in (
            f"{form} «Ромашка»",
            f"{form} Ромашка",
            f"директор {form} «Ромашка»",
            f"начальник {form} Ромашка",
        ):
            assert not is_office(said), said


def test_a_unit_may_work_with_every_party():
    for unit in ("отдел по работе с", "управление по защите прав", "комиссия по отбору", "комитет по делам"):
        for word in IN_EVERY_FORM:
            if not word.startswith(("адвокат", "поверенн", "представител")):
                assert word.endswith(("я", "а", "ого")) or is_office(f"{unit} {word}"), (unit, word)
