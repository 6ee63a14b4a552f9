"""Days, shares, numbers, yes and no: what a lawyer writes as in a document, and how the file wants it."""

from mistakes import mistake

DAY = "ГГГГ-ММ-ДД"

DAYS = [
    mistake("points", "village", "2024-01-15", "15.01.2024", DAY, "15.01.2024", "пишите 2024-01-15"),
    mistake("points in quotes", "village", "2024-01-15", '"15.01.2024"', DAY, "пишите 2024-01-15"),
    mistake("no zeros", "village", "2024-01-15", "2024-1-15", DAY, "2024-1-15", "пишите 2024-01-15"),
    mistake(
        "no zero of the day", "city", "since: 2023-11-01, cite", "since: 2023-11-1, cite", DAY, "2023-11-01"
    ),
    mistake("the day first", "village", "2024-01-15", "15-01-2024", DAY, "пишите 2024-01-15"),
    mistake("strokes", "village", "2024-01-15", "2024/01/15", DAY, "пишите 2024-01-15"),
    mistake("strokes, the day first", "village", "2024-01-15", "15/01/2024", DAY, "пишите 2024-01-15"),
    mistake("points, the year first", "village", "2024-01-15", "2024.01.15", DAY, "пишите 2024-01-15"),
    mistake("two figures of the year", "village", "2024-01-15", "15.01.24", DAY, "год", "четыр"),
    mistake("in words", "village", "2024-01-15", "15 января 2024 г.", DAY, "пишите 2024-01-15"),
    mistake(
        "in words without г.", "kemerovo", "date: 2023-09-22", "date: 22 сентября 2023", DAY, "2023-09-22"
    ),
    mistake("month and year only", "village", "2024-01-15", "январь 2024", DAY, "число"),
    mistake("year only", "village", "2024-01-15", "2024", DAY, "месяц", "число"),
    mistake("with from", "village", "2024-01-15", "от 15.01.2024", DAY, "пишите 2024-01-15"),
    mistake("with a time", "village", "2024-01-15", "2024-01-15 10:00", DAY, "без времени"),
    mistake("month and day swapped", "village", "2024-01-15", "2024-15-01", "нет в календаре", "месяц"),
    mistake(
        "30 February", "village", "2024-01-15", "2024-02-30", "30.02.2024", "нет в календаре", "существующий"
    ),
    mistake(
        "31 September", "kemerovo", "date: 2023-09-22", "date: 2023-09-31", "31.09.2023", "нет в календаре"
    ),
    mistake(
        "29 February of a common year", "village", "2024-01-15", "2023-02-29", "29.02.2023", "нет в календаре"
    ),
    mistake("long dashes", "village", "2024-01-15", "2024–01–15", "тире", "дефис", "пишите 2024-01-15"),
    mistake("the letter О for zero", "village", "2024-01-15", "2О24-01-15", DAY, "букв", "2024-01-15"),
    mistake("typographic quotes", "village", "2024-01-15", "«2024-01-15»", "кавыч", "пишите 2024-01-15"),
    mistake("a day of long ago", "village", "2024-01-15", "0024-01-15", "15.01.0024"),
    mistake("a day of a day and month", "kemerovo", '"01-01"', "01.01", "ММ-ДД", "пишите 01-01"),
    mistake("a day and month in words", "kemerovo", '"01-01"', "1 января", "ММ-ДД", "пишите 01-01"),
    mistake("31 April each year", "city", "day: 03-01", "day: 04-31", "ММ-ДД"),
    mistake(
        "end before the beginning",
        "kemerovo",
        "until: 2023-12-31\n    condition",
        "until: 2022-12-31\n    condition",
        "начало 01.01.2023 позже конца 31.12.2022",
        at="documents: [consumer-application, certificate, contract]\n    since",
    ),
    mistake(
        "a year in quotes", "city", "half_year, year: 2024", 'half_year, year: "2024"', "без кавычек", "2024"
    ),
    mistake("a year with г.", "city", "half_year, year: 2024", "half_year, year: 2024 г.", "пишите 2024"),
    mistake("a year of two figures", "city", "half_year, year: 2024", "half_year, year: 24", "24", "2000"),
    mistake("a Roman quarter", "kemerovo", "quarter: 4}", "quarter: IV}", "пишите 4"),
    mistake("a fifth quarter", "kemerovo", "quarter: 4}", "quarter: 5}", "не больше 4"),
    mistake("a half-year in words", "city", "half: 1}", "half: первое}", "пишите 1"),
]

SHARES = [
    mistake("a comma", "village", "at_least: 1/2", "at_least: 0,5", "дробью", "пишите 1/2", at="at_least"),
    mistake("a comma in quotes", "village", "at_least: 1/2", 'at_least: "0,5"', "дробью", "пишите 1/2"),
    mistake(
        "a point",
        "kemerovo",
        "quorum: {value: {at_least: 1/2",
        "quorum: {value: {at_least: 0.5",
        "пишите 1/2",
    ),
    mistake("percent", "village", "at_least: 1/2", "at_least: 50%", "дробью", "пишите 1/2"),
    mistake("percent apart", "village", "at_least: 1/2", "at_least: 50 %", "дробью", "пишите 1/2"),
    mistake("two thirds in hundredths", "village", "at_least: 1/2", "at_least: 0.66", "дробью", "2/3"),
    mistake("half in words", "village", "at_least: 1/2", "at_least: половина", "дробью", "пишите 1/2"),
    mistake("two thirds in words", "village", "at_least: 1/2", "at_least: две трети", "дробью", "пишите 2/3"),
    mistake("one sign", "village", "at_least: 1/2", "at_least: ½", "дробью", "пишите 1/2"),
    mistake("a colon", "village", "at_least: 1/2", 'at_least: "1:2"', "дробью", "пишите 1/2"),
    mistake("a backslash", "village", "at_least: 1/2", "at_least: 1\\2", "дробью", "пишите 1/2"),
    mistake("more than the whole", "village", "at_least: 1/2", "at_least: 3/2", "не больше 1"),
    mistake(
        "more than, in words", "village", "more_than: 1/2", "more_than: более 1/2", "пишите {more_than: 1/2"
    ),
    mistake(
        "both ends", "village", "{at_least: 1/2", "{more_than: 1/2, at_least: 1/2", "ровно одно", "не менее"
    ),
    mistake("more than the whole itself", "village", "more_than: 1/2", "more_than: 1/1", "более целого"),
    mistake("a number of people", "village", "at_least: 1/2", "at_least: 5 человек", "persons: 5"),
]

NUMBERS = [
    mistake("№ before the number", "village", "number: 12", "number: № 12", "без «№»", "пишите 12"),
    mistake("N before the number", "village", "number: 12", "number: N 12", "пишите 12"),
    mistake("№ without a space", "village", "number: 12", "number: №12", "без «№»", "пишите 12"),
    mistake(
        "the day after the number",
        "village",
        "number: 12",
        "number: 12 от 15.01.2024",
        "без даты",
        "пишите 12",
    ),
    mistake("quotes of a document", "village", "number: 12", "number: «12»", "кавычк", "пишите 12"),
    mistake("no number", "village", "number: 12", "number: б/н", "без номера", "уберите"),
    mistake("№ of an annex", "city", "annex: 2,", "annex: № 2,", "число", "пишите 2"),
    mistake("an annex in words", "city", "annex: 2,", "annex: второе,", "число", "пишите 2"),
    mistake("an annex in quotes", "city", "annex: 2,", 'annex: "2",', "без кавычек"),
    mistake(
        "a space in thousands", "city", "certificates: 12000", "certificates: 12 000", "без пробел", "12000"
    ),
    mistake(
        "a hard space in thousands",
        "city",
        "certificates: 12000",
        "certificates: 12\u00a0000",
        "без пробел",
        "12000",
    ),
    mistake("a point in thousands", "city", "certificates: 12000", "certificates: 12.000", "12000"),
    mistake("шт. after a number", "city", "certificates: 12000", "certificates: 12000 шт.", "пишите 12000"),
    mistake("a number in words", "city", "certificates: 1\n", "certificates: один\n", "число", "пишите 1"),
    mistake("an age in words", "city", "age_from: 5,", "age_from: с 5 лет,", "число", "пишите 5"),
    mistake(
        "ages swapped", "city", "age_from: 5, age_to: 17", "age_from: 17, age_to: 5", "больше", "местами"
    ),
    mistake("a negative number", "city", "age_from: 5,", "age_from: -5,", "не меньше"),
    mistake("hours after a number", "city", "amount: 144,", "amount: 144 часа,", "пишите 144"),
    mistake("a comma in roubles", "city", '"187.35"', '"187,35"', "187.35"),
    mistake("руб. after a sum", "city", '"187.35"', '"187.35 руб."', 'пишите "187.35"'),
    mistake("a space in a sum", "city", '"187.35"', '"1 187.35"', "без пробел", "1187.35"),
    mistake(
        "days of a notice in words",
        "city",
        "{days: 3, unit: working_days, mat",
        "{days: три, unit: working_days, mat",
        "пишите 3",
    ),
    mistake("a stage in Roman figures", "kemerovo", "- stage: 7", "- stage: VII", "пишите 7"),
    mistake(
        "an indicator of a bound", "kemerovo", "{value: 100, year", "{value: не менее 100, year", "at_least"
    ),
    mistake(
        "a percent sign in an indicator", "kemerovo", "{value: 100, year", "{value: 100%, year", "пишите 100"
    ),
    mistake(
        "to be set, in Russian",
        "kemerovo",
        "- goal: 5\n    type: final\n    title: {ru: Удовлетворённые качеством потребители, en: Consumers satisfied with quality}\n    unit: percent\n    base: {value: tbd",
        "- goal: 5\n    type: final\n    title: {ru: Удовлетворённые качеством потребители, en: Consumers satisfied with quality}\n    unit: percent\n    base: {value: будет определено",
        "tbd",
        at="value: будет определено",
    ),
]

YES_NO = [
    mistake("да", "city", "invited: {value: true", "invited: {value: да", "пишите true"),
    mistake("нет", "city", "votes: false", "votes: нет", "пишите false"),
    mistake("yes", "city", "invited: {value: true", "invited: {value: yes", "пишите true"),
    mistake("no", "city", "votes: false", "votes: no", "пишите false"),
    mistake("capital True", "city", "invited: {value: true", "invited: {value: True", "пишите true"),
    mistake("in quotes", "city", "invited: {value: true", 'invited: {value: "true"', "без кавычек", "true"),
    mistake("plus", "city", "votes: false", "votes: +", "true", "false"),
    mistake("one", "city", "materials: true", "materials: 1", "true", "false"),
    mistake(
        "да of an indicator",
        "kemerovo",
        "goal: 2\n    type: process\n    title: {ru: Муниципальные акты доработаны под закон, en: Municipal acts revised for the law}\n    unit: yes_no\n    base: {value: false",
        "goal: 2\n    type: process\n    title: {ru: Муниципальные акты доработаны под закон, en: Municipal acts revised for the law}\n    unit: yes_no\n    base: {value: нет",
        "false",
        at="value: нет",
    ),
]

TABLE = {"days": DAYS, "shares": SHARES, "numbers": NUMBERS, "yes and no": YES_NO}
