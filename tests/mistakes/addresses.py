"""Addresses as a lawyer writes them, references to what the file does not have, entries that stand twice."""

from mistakes import mistake


def of_quorum(name: str, said: str, *says: str):
    """A mistake in the address of the quorum of the village."""
    return mistake(name, "village", "members}, cite: p3}", f"members}}, cite: {said}}}", *says)


ADDRESSES = [
    of_quorum("an item", "п. 3", "адрес", "пишите p3"),
    of_quorum("an item without a space", "п.3.1", "адрес", "пишите p3.1"),
    of_quorum("an item in words", "пункт 3.1", "адрес", "пишите p3.1"),
    of_quorum("an item of an annex", "п. 5.5 прил. 3", "адрес", "пишите app3.5.5"),
    of_quorum("an item of an annex, close", "п.3.1 прил.3", "адрес", "пишите app3.3.1"),
    of_quorum("an item of an annex in words", "пункт 5.5 приложения № 3", "адрес", "пишите app3.5.5"),
    of_quorum("an annex first", "прил. 3 п. 5.5", "адрес", "пишите app3.5.5"),
    of_quorum("an annex", "приложение 3", "адрес", "пишите app3"),
    of_quorum("an annex with a sign", "Приложение № 3", "адрес", "пишите app3"),
    of_quorum("a sub-item with a letter", "подп. «а» п. 3.1", "адрес", "пишите p3.1.а"),
    of_quorum("a sub-item with a bracket", "пп. а) п. 3.1", "адрес", "пишите p3.1.а"),
    of_quorum("a sub-item with a number", "подп. 2 п. 3.1", "адрес", "пишите p3.1.2"),
    of_quorum("a paragraph", "абз. 2 п. 3", "адрес", "пишите p3.2"),
    of_quorum("an article and a part", "ч. 3 ст. 7", "адрес", "пишите art7.part3"),
    of_quorum("an article in words", "статья 7", "адрес", "пишите art7"),
    of_quorum("an item of a part", "п. 1 ч. 2 ст. 9", "адрес", "пишите art9.part2.item1"),
    of_quorum("a section", "разд. IV п. 2.1", "адрес", "пишите sec4.2.1"),
    of_quorum("the preamble", "преамбула", "пишите preamble"),
    of_quorum("a number alone", '"3.1"', "адрес", "пишите p3.1"),
    of_quorum("a number without quotes", "3", "адрес", "p3"),
    of_quorum("a space within", "p 3.1", "пишите p3.1"),
    of_quorum("a Russian letter", "р3.1", "русск", "p3.1"),
    of_quorum("the Russian letter п", "п3.1", "адрес", "пишите p3.1"),
    of_quorum("quotes of a document", "«p3»", "адрес", "пишите p3"),
    of_quorum("quotes around the words of a document", '"«п. 5 прил. 2»"', "адрес", "пишите app2.5"),
    of_quorum("a comma within", '"p3,1"', "пишите p3.1"),
    of_quorum("a point at the end", "p3.1.", "пишите p3.1"),
    of_quorum("a capital letter", "P3.1", "пишите p3.1"),
    of_quorum("an annex apart", "app 3.5.5", "пишите app3.5.5"),
    of_quorum("a range", "p3.1-p3.3", "адрес", "один"),
    of_quorum("two addresses", "[p3, p4]", "один адрес"),
    of_quorum("two addresses with a comma", '"p3, p4"', "адрес", "один"),
    of_quorum("empty", "", "пуст", "адрес"),
    of_quorum("an act that is not known", "189-фз/art9", "189-fz"),
    of_quorum("an act in words", "189-ФЗ, ст. 9", "189-fz/art9"),
    of_quorum("an article of the law", "189-fz/ст. 9", "189-fz/art9"),
    of_quorum("an unknown act", "kemerovo-2993/p3", "kemerovo-2993", "не известен"),
]

REFERENCES = [
    mistake(
        "a body by its title",
        "city",
        "authorized_body: {value: education",
        "authorized_body: {value: Департамент образования",
        "education",
    ),
    mistake(
        "a body misspelt",
        "city",
        "authorized_body: {value: education",
        "authorized_body: {value: educaton",
        "education",
    ),
    mistake(
        "a body in Russian",
        "city",
        "authorized_body: {value: education",
        "authorized_body: {value: образование",
        "органа",
        "education",
    ),
    mistake(
        "a body that is not there",
        "city",
        "half: 1}, responsible: education",
        "half: 1}, responsible: culture",
        "органа «culture» в файле нет",
        "education, finance",
    ),
    mistake(
        "a stage that is not there", "kemerovo", "- stage: 7", "- stage: 8", "этапа «8» в файле нет", "1, 2"
    ),
    mistake(
        "a goal that is not there",
        "city",
        "{goal: 1, type: final",
        "{goal: 2, type: final",
        "цели «2» в файле нет",
        "1",
    ),
    mistake(
        "a seat that does not fit",
        "city",
        "{id: deputy-1, role: deputy",
        "{id: deputy-1, role: member",
        "deputy-1",
        "id или role",
    ),
    mistake("a seat in Russian", "village", "{id: chair, role", "{id: председатель, role", "chair"),
    mistake("a role in Russian", "village", "role: chair", "role: председатель", "«chair»"),
    mistake("a member with an underscore", "village", "{id: member-1", "{id: member_1", "member-1"),
    mistake(
        "no chair",
        "village",
        "    - {id: chair, role: chair, office: {ru: глава поселения}, cite: p2}\n",
        "",
        "A9",
        "chair",
        "нужно одно",
        at="    - {id: member-1",
    ),
    mistake(
        "an act that the library does not know", "city", "{id: 189-fz, why", "{id: 44-fz, why", "44-fz", "act"
    ),
    mistake("an act by its name", "city", "{id: 189-fz, why", "{id: 189-ФЗ, why", "189-fz"),
    mistake(
        "a subgroup of nobody",
        "city",
        "  decisions: {value: {force: advisory}, cite: app2.5}\n",
        "  decisions: {value: {force: advisory}, cite: app2.5}\n  subgroups:\n    - {id: finance, title: {ru: подгруппа}, seats: [chair, member-9], cite: app2.6}\n",
        "member-9",
        "в составе нет",
        at="member-9",
    ),
    mistake("a document that no act has", "city", "cite: app2.2.1}", "cite: reg.2.1}", "reg", "документа"),
    mistake(
        "an unknown reading",
        "kemerovo",
        "# План апробации (приложение 4)\n",
        "readings: {Q7: exact}\n",
        "Q7",
        "толкования",
        "Q1",
    ),
    mistake(
        "an unknown choice",
        "kemerovo",
        "# План апробации (приложение 4)\n",
        "readings: {Q1: точно}\n",
        "выберите из",
        "exact",
    ),
]

DOUBLED = [
    mistake("one body twice", "city", "{id: finance, title", "{id: education, title", "education", "дважды"),
    mistake(
        "one address twice in the plan",
        "city",
        "adopts: [provider-register], cite: app4.2}",
        "adopts: [provider-register], cite: app4.1}",
        "app4.1",
        "дважды",
    ),
    mistake("one seat twice", "village", "{id: member-2", "{id: member-1", "member-1", "дважды"),
    mistake(
        "one key twice",
        "village",
        "control:",
        "direction: {value: {ru: Кружки}, cite: p1}\ncontrol:",
        "direction",
        "дважды",
    ),
    mistake(
        "one stage twice",
        "kemerovo",
        "{id: 7, title: {ru: Оценка итогов",
        "{id: 6, title: {ru: Оценка итогов",
        "6",
        "дважды",
    ),
    mistake(
        "one document twice",
        "city",
        "{kind: certificate, form: electronic, title: {ru: сертификат}",
        "{kind: consumer-application, form: electronic, title: {ru: сертификат}",
        "consumer-application",
        "дважды",
    ),
    mistake(
        "one responsible twice",
        "city",
        "[education, finance], adopts",
        "[education, education], adopts",
        "education",
        "не раз",
    ),
    mistake(
        "one service twice",
        "city",
        "804200О.99.0.ББ52АЕ11000",
        "804200О.99.0.ББ52АЖ48000",
        "A20",
        "уже есть в перечне",
    ),
    mistake(
        "one service twice, a digit for О",
        "city",
        "804200О.99.0.ББ52АЕ11000",
        "8042000.99.0.ББ52АЖ48000",
        "A20",
        "уже есть в перечне",
    ),
]

TABLE = {"addresses": ADDRESSES, "references": REFERENCES, "doubled": DOUBLED}
