"""What is written right and cannot be so: leftovers of a sample, persons, labels, terms; amendments."""

from mistakes import Mistake, mistake

OWN = (
    (
        "profile: kemerovo\ntitle: {ru: Город Кемерово, en: City of Kemerovo}",
        "profile: primersk\ntitle: {ru: Город Примерск, en: Town of Primersk}",
    ),
    ("  id: kemerovo-2993\n", "  id: primersk-77\n"),
)
"""What somebody changes first in a copy of the profile of Kemerovo."""


def of_copy(name: str, at: str, *says: str) -> Mistake:
    return Mistake(name, "kemerovo", OWN, says, at)


CONTROL = "control: {value: {ru: глава поселения}, cite: p5}"
AMENDMENT = """amendments:
  - act: {id: selo-20, number: 20, date: 2024-03-01, title: {ru: О внесении изменений}}
    since: 2024-03-10
    changes:
      - {do: set, at: [working_group, quorum], to: {value: {at_least: 2/3, of: members}, cite: selo-20/p1}}
"""


def amended(name: str, old: str, new: str, *says: str, at: str | None = None) -> Mistake:
    """A mistake in an amendment that stands at the end of the village's profile."""
    assert AMENDMENT.count(old) == 1, name
    wrong = AMENDMENT.replace(old, new)
    first = mistake(name, "village", "", wrong, *says)
    differs = next(n for n, (a, b) in enumerate(zip(AMENDMENT, wrong, strict=False)) if a != b)
    line = wrong[: wrong.rfind("\n", 0, differs) + 1]
    return first._replace(at=at or wrong[len(line) :].partition("\n")[0])


LEFTOVERS = [
    of_copy(
        "a body of the sample",
        "cite: app4\n",
        "A24",
        "Город Примерск",
        "Управление образования администрации города Кемерово",
    ),
    of_copy("an office of the sample", "cite: app2\n    - id: member-1", "A24", "Город Примерск", "Кемерово"),
    mistake(
        "the other sample",
        "village",
        "глава поселения}, cite: p5",
        "глава Новокузнецкого округа}, cite: p5",
        "A24",
        "Сельское поселение Малое",
    ),
    mistake(
        "the site of the sample",
        "village",
        "глава поселения}, cite: p5",
        "глава поселения (www.admnkr.ru)}, cite: p5",
        "A24",
        "www.admnkr.ru",
    ),
    mistake(
        "the title of the act of the sample",
        "village",
        "О рабочей группе}",
        "Об организации услуг в городе Кемерово}",
        "A24",
        "Кемерово",
        at="act:",
    ),
    mistake(
        "English of the sample",
        "village",
        "{ru: глава поселения}, cite: p5",
        "{ru: глава поселения, en: head of Kemerovo city}, cite: p5",
        "A24",
        "глава поселения",
    ),
    mistake(
        "the name of the profile of the sample",
        "village",
        "profile: selo",
        "profile: kemerovo",
        "A24",
        "имя профиля",
        "«kemerovo»",
        at="act:",
    ),
    mistake(
        "the label of the act of the sample",
        "village",
        "  number: 12\n",
        "  number: 12\n  label: {ru: постановление администрации г. Кемерово № 12 от 15.01.2024}\n",
        "A24",
        "Кемерово",
        at="act:",
    ),
    mistake(
        "the short name of the act of the sample",
        "village",
        "  number: 12\n",
        "  id: kemerovo-2993\n  number: 12\n",
        "A24",
        "kemerovo-2993",
        at="act:",
    ),
]

PERSONS = [
    mistake("a surname and initials", "village", "библиотекарь", "Иванов И.И.", "A25", "Иванов И.И."),
    mistake(
        "initials apart", "village", "библиотекарь", "библиотекарь И. И. Иванова", "A25", "И. И. Иванова"
    ),
    mistake(
        "a whole name", "village", "библиотекарь", "Иванова Анна Петровна", "A25", "Иванова Анна Петровна"
    ),
    mistake(
        "an office and a name",
        "village",
        "библиотекарь",
        "библиотекарь — Анна Петровна",
        "A25",
        "Анна Петровна",
    ),
    mistake(
        "a name in another case", "village", "библиотекарь", "секретарь Петра Ильича", "A25", "Петра Ильича"
    ),
    mistake(
        "a double surname", "village", "библиотекарь", "Салтыков-Щедрин М.Е.", "A25", "Салтыков-Щедрин М.Е."
    ),
    mistake(
        "a person of control",
        "village",
        "глава поселения}, cite: p5",
        "глава поселения Петров П. П.}, cite: p5",
        "A25",
        "Петров П. П.",
    ),
]

ACTS = [
    mistake(
        "189-FZ is not named",
        "city",
        "  - {id: 189-fz, why: {ru: основание}, cite: preamble}\n",
        "",
        "A27",
        "189-ФЗ",
        at="act:\n",
    ),
    mistake(
        "another number in the label",
        "village",
        "  number: 12\n",
        "  number: 12\n  label: {ru: постановление № 13 от 15.01.2024}\n",
        "L-label",
        "№ 13",
        "12",
        at="act:",
    ),
    mistake(
        "another day in the label",
        "village",
        "  number: 12\n",
        "  number: 12\n  label: {ru: постановление № 12 от 16.01.2024}\n",
        "L-label",
        "16.01.2024",
        "15.01.2024",
        at="act:",
    ),
    mistake(
        "another kind in the label",
        "village",
        "  number: 12\n",
        "  number: 12\n  kind: постановление\n  label: {ru: решение № 12 от 15.01.2024}\n",
        "L-label",
        "решение",
        "постановление",
        at="act:",
    ),
    mistake(
        "an annex after the last",
        "city",
        "responsible: finance, adopts: [subsidy], cite: app4.5}",
        "responsible: finance, adopts: [subsidy], cite: app6.5}",
        "L-address",
        "последнее приложение: 5",
    ),
    mistake(
        "an annex that is not approved",
        "city",
        "  - {annex: 3, what: {ru: состав рабочей группы}, cite: p1.3}\n",
        "",
        "A26",
        "приложение 3",
        at="{id: chair",
    ),
    mistake(
        "an item in an annex for a decree without numbers",
        "sports",
        "cite: app3.2}",
        "cite: app33.2}",
        "L-address",
        "последнее приложение: 3",
    ),
]

TERMS = [
    mistake(
        "a term before the decree",
        "city",
        "{kind: by, day: 2023-12-01}",
        "{kind: by, day: 2023-09-01}",
        "A2",
        "01.09.2023",
        "02.10.2023",
    ),
    mistake(
        "a plan of the approbation after its end",
        "kemerovo",
        "year: 2024, quarter: 4}",
        "year: 2025, quarter: 4}",
        "A28",
        "31.12.2025",
        "по вторичному источнику",
        at="cite: app4.2.6",
    ),
    mistake(
        "two answer for one act",
        "city",
        "half: 1}, responsible: education",
        "half: 1}, responsible: [education, finance]",
        "A29",
        "Департамент образования",
        "Департамент финансов",
    ),
    mistake("29 February", "city", "day: 03-01", "day: 02-29", "A30", "29 февраля"),
    mistake(
        "a term that waits for what is not there",
        "city",
        "event: {kind: limits}",
        "event: {kind: item, at: app4.99}",
        "A31",
        "app4.99",
    ),
    mistake(
        "a plan without anybody responsible",
        "city",
        "responsible: education, adopts: [certificate-forming], ",
        "adopts: [certificate-forming], ",
        "A10",
    ),
    mistake(
        "a target before its base",
        "city",
        'year: 2023}, targets: [{value: "50,5", year: 2024}, {value: "87,5", year: 2025}]',
        'year: 2024}, targets: [{value: "50,5", year: 2023}, {value: "87,5", year: 2025}]',
        "A18",
        "31.12.2023",
        "31.12.2024",
    ),
    mistake(
        "an expiry before the decree",
        "village",
        CONTROL,
        CONTROL + "\nlapses:\n  - {repealed_on: 2023-01-01, cite: p6}",
        "L-lapse",
        "15.01.2024",
        at="repealed_on",
    ),
    mistake(
        "a limit that was over",
        "city",
        "since: 2024-01-01, until: 2024-12-31}]",
        "since: 2022-01-01, until: 2022-12-31}]",
        "A23",
        at="cite: app1.3\n",
    ),
]

CONDITIONS = [
    mistake(
        "a condition at a step that is not there",
        "city",
        "step: certificate.applied_for",
        "step: certificate.aplied_for",
        "A22",
        "certificate.applied_for",
        at="cite: p6\n",
    ),
    mistake(
        "a condition without what it means to miss it",
        "city",
        "    missing: void\n",
        "",
        "missing",
        "добавьте",
        at="id: programmes",
    ),
    mistake(
        "a way to ask that is not known", "city", "asks: {kind: at_most,", "asks: {kind: не более,", "at_most"
    ),
]

AMENDED = [
    amended(
        "an act that amends before the decree",
        "date: 2024-03-01",
        "date: 2024-01-10",
        "A21",
        "10.01.2024",
        "15.01.2024",
        at="selo-20/p1",
    ),
    amended(
        "an amendment before the decree",
        "since: 2024-03-10",
        "since: 2023-03-10",
        "A21",
        "10.03.2023",
        "15.01.2024",
        at="act:\n",
    ),
    amended(
        "an amendment before its own act",
        "since: 2024-03-10",
        "since: 2024-02-10",
        "A17",
        "10.02.2024",
        "01.03.2024",
        at="selo-20/p1",
    ),
    amended(
        "a path that leads nowhere",
        "at: [working_group, quorum]",
        "at: [working_group, quorom]",
        "такого ключа нет",
        "«quorum»",
    ),
    amended(
        "a path as a text",
        "at: [working_group, quorum]",
        "at: working_group.quorum",
        "[working_group, quorum]",
    ),
    amended(
        "a path in Russian", "at: [working_group, quorum]", "at: [рабочая группа, quorum]", "«working_group»"
    ),
    amended("what is done, in Russian", "do: set", "do: заменить", "set, add, repeal"),
    amended("no new address", ", cite: selo-20/p1}", "}", "адрес", "cite"),
    amended("an address of another act", "cite: selo-20/p1", "cite: selo-21/p1", "selo-21", "selo-20"),
    amended("no first day", "    since: 2024-03-10\n", "", "since", "добавьте", at="  - act: {id: selo-20"),
    amended("a day with points", "since: 2024-03-10", "since: 10.03.2024", "пишите 2024-03-10"),
    amended("no list of changes", "    changes:\n      - {do", "    changes:\n      {do", "нужен список"),
    amended("nothing new", ", to: {value: {at_least: 2/3, of: members}, cite: selo-20/p1}", "", "to"),
]

TABLE = {
    "leftovers": LEFTOVERS,
    "persons": PERSONS,
    "acts": ACTS,
    "terms": TERMS,
    "conditions": CONDITIONS,
    "amendments": AMENDED,
}
