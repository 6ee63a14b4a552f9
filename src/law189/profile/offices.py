"""Должностное лицо или орган (offices): whether whoever is named may be an office, and is no party to a case.

A party is known by what people call it in any case and number, by the legal form of a trader or of a provider that
is not of the state, and by whoever acts for it or is near to it: a relative, a friend. A person's name alone is no
office either. An office may be named by what it does with parties: «отдел по
работе с исполнителями», «комиссия по отбору исполнителей», «управление по делам детей».

>>> is_office("заместитель главы города"), is_office("мама"), is_office("директор исполнителя")
(True, False, False)
>>> is_office("комиссия по отбору исполнителей"), is_office("ООО «Ромашка»"), is_office("адвокат")
(True, False, False)
"""

import re

from law189.profile.parties import SPOKEN, Party

__all__ = ["is_office"]

_ENDS = "(?:ь|я|ю|ем|е|и|ей|ям|ями|ях)"
_HARD = "(?:|а|у|ом|е|ы|ов|ам|ами|ах)"
_LONG = "(?:ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми)"
_PARTY = re.compile(
    rf"(?:(?:со)?(?:исполнител|заявител|потребител|получател|родител|попечител|усыновител|соискател){_ENDS}"
    rf"|(?:поставщик|участник|опекун|претендент|воспитанник|ученик)(?:{_HARD}|и)"
    r"|участни(?:ца|цы|це|цу|цей|ц)|учени(?:ца|цы|це|цу|цей|ц)|заявительниц(?:а|ы|е|у|ей|)"
    r"|мать|матер(?:и|ью|ей|ям|ями)|от(?:ец|ц(?:а|у|ом|е|ы|ов|ам))|(?:мам|пап)(?:а|ы|е|у|ой)"
    r"|(?:бабушк|дедушк)(?:а|и|е|у|ой)|реб[её]н(?:ок|ка|ку|ком|ке)|обучающ(?:ийся|егося|емуся|имся|иеся|ихся)"
    r"|(?:provider|consumer|recipient|applicant|claimant|parent|guardian|supplier|participant|bidder)s?(?:['’]s?)?"
    r"|child(?:ren)?(?:['’]s)?|mothers?(?:['’]s)?|fathers?(?:['’]s)?)"
)
"""A party in any case and number."""
_KIN = re.compile(
    r"(?:отчим|мачех|т[её]тк?|дяд|дядьк|брат|сестр|супруг|муж|жен|сын|внук|внучк|племянни[кц]|родственни[кц]|соседк?"
    r"|подруг|знаком|кр[её]стн|нян)"
    r"(?:|а|ы|и|у|е|ом|ой|ою|ов|ам|ами|ах|я|ю|ей|ем|ья|ями|ях|ый|ая|ого|ому|ым|ую|ые|ых|ыми)"
    r"|друг(?:|а|у|ом|е)|друз(?:ья|ей|ьям|ьями|ьях)|доч(?:ь|ка|ку|ки|ке)|дочер(?:и|ью|ей|ям)"
    r"|(?:step|god)?(?:mother|father|son|daughter|brother|sister)s?(?:['’]s?)?|grand(?:mother|father|parent|ma|pa)s?"
    r"|(?:aunt|uncle|husband|wife|wives|spouse|friend|neighbou?r|relative|nanny|mum|mom|dad)s?(?:['’]s?)?"
)
"""A relative, a neighbour or a friend, who is near a party and no office."""
_PERSON = re.compile(
    r"\b[А-ЯЁA-Z][а-яёa-z]+(?:-[А-ЯЁA-Z][а-яёa-z]+)?,? [А-ЯЁA-Z]\.(?: ?[А-ЯЁA-Z]\.)?"
    r"|\b[А-ЯЁA-Z]\. ?(?:[А-ЯЁA-Z]\. ?)?[А-ЯЁA-Z][а-яёa-z]+"
    r"|\b[А-ЯЁ][а-яё]+(?:ович|евич|ич|овн|евн|ичн)(?:а|у|ем|е|ы|ой|)\b"
)
"""The name of a person: a surname with initials, or a patronymic."""
_AGENT = re.compile(
    rf"адвокат{_HARD}|поверенн{_LONG}|доверенн{_LONG}|attorneys?|lawyers?|solicitors?|advocates?|agents?"
)
"""Whoever acts for a party and for no office."""
_FOR = re.compile(rf"представител{_ENDS}|представительниц\w*|representatives?")
"""Whoever acts for a party, or for an office that is named beside."""
_FORM = re.compile(
    r"(?:ооо|оао|зао|пао|нао|ао|нко|сонко|ано|чоу|ноу|ночу|чу|чудо|ип|оо|пк|тоо|гк|llc|ltd|jsc|pjsc|plc|inc|ngo)"
    rf"|самозанят{_LONG}|предпринимател{_ENDS}|entrepreneurs?|proprietors?|traders?|self-employed"
)
"""The legal form of a trader or of a provider that is not of the state; of one word."""
_WRITTEN_OUT = re.compile(
    r"обществ\w+ с ограниченной ответственностью|акционерн\w+ обществ\w+"
    r"|некоммерческ\w+ (?:организаци|партн[её]рств)\w+|общественн\w+ организаци\w+"
    r"|частн\w+ (?:[\w-]+ )*?(?:учреждени|организаци|школ|сад|лице|гимнази)\w*"
    r"|(?:негосударственн|немуниципальн)\w+ (?:[\w-]+ )*?(?:учреждени|организаци|исполнител)\w*"
    r"|плательщик\w* налога на профессиональный доход"
    r"|limited liability compan(?:y|ies)|joint[- ]stock compan(?:y|ies)|non-?profit organi[sz]ations?"
    r"|private (?:[\w-]+ )*?(?:school|institution|organi[sz]ation|kindergarten)s?"
)
"""The same, written out in several words."""
_UNIT = re.compile(
    r"(?:отдел|департамент|комитет|совет|сектор|секретариат)(?:|а|у|ом|е|ы|ов|ам|ами|ах)"
    r"|(?:управлени|министерств|агентств|правительств|собрани|отделени|подразделени|учреждени)\w*"
    r"|(?:комисси|администраци|инспекци|прокуратур|мэри|дум|групп|служб|канцеляри|палат)(?:я|и|ю|ей|ям|а|ы|е|у|ой|ий|)"
    r"|орган(?:|а|у|ом|е|ы|ов)|центр\w{0,2}|штаб\w{0,2}|коллеги\w+"
    r"|departments?|offices?|committees?|commissions?|ministr(?:y|ies)|administrations?|council|division|board|agency"
    r"|authority|unit|government|bureau|secretariat"
)
"""A unit of an authority."""
_SEAT = re.compile(
    r"(?:начальник|руководител|глав|заместител|председател|директор|специалист|секретар|губернатор|президент|министр|мэр"
    r"|город|район|округ|муниципалитет)\w{0,3}|исполняющ\w+|head|deputy|chief|mayor|chair(?:man|woman|person)?|director"
    r"|minister|city|district"
)
"""A seat, or of whom a unit is."""
_OF_A_PARTY = re.compile(
    r".* (?:(?:исполнителя|поставщика|заявителя|претендента)(?: услуги?)?|потребителя|реб[её]нка"
    r"|получателя(?: услуги| сертификата| субсидии)?|участника(?: отбора)?|родителя|опекуна"
    r"|the (?:provider|consumer|parent|child|guardian|applicant|recipient))"
    r"|(?:.* )?(?:provider|consumer|parent|child|guardian|applicant|recipient)['’]s .*"
)
"""Whoever acts for a party: «директор исполнителя», the provider's director."""
_NUMBER = re.compile(r"\d{10}")
"""A number of a person or an organisation, as an INN or an OGRN is."""
_OF_A_GROUP = re.compile(r"(?:рабочей|группы|подгруппы|заседания|совещания|комиссии|совета)")
"""Of what somebody takes part in as a member of an office."""


def is_office(by: str) -> bool:
    """Whether the words may name an office: no party, however people call it, nobody of a party, and no number.

    A person's name says nothing of an office, so a name without a seat or a unit beside it is none.

    The stand-in for the body that a profile names (`authorized-body`) is the word of a heading, and names nobody.

    >>> is_office("4205000016"), is_office("authorized-body")
    (False, False)
    """
    said = " ".join(by.split()).casefold()
    own = {word for party in Party for word in (party.value, party.text.ru, party.text.en)}
    if said.removeprefix("the ") in {word.casefold().removeprefix("the ") for word in (*own, *SPOKEN)}:
        return False
    if _OF_A_PARTY.fullmatch(said) or _NUMBER.search("".join(said.split())):
        return False
    if _PERSON.search(by) and not any(map(_of_an_office, _words(said))):
        return False
    return any(sign.isalpha() for sign in said) and not _names_a_party(said)


def _of_an_office(word: str) -> bool:
    return _UNIT.fullmatch(word) is not None or _SEAT.fullmatch(word) is not None


def _words(said: str) -> list[str]:
    """The words, and the parts of those that a hyphen joins: «организация-исполнитель»."""
    found = re.findall(r"[\w'’-]+", said)
    return [part for word in found for part in (word.split("-") if _PARTED.fullmatch(word) else [word])]


_PARTED = re.compile(r"[а-яё]{4,}-[а-яё]{4,}")
"""Two Russian words that a hyphen joins."""


def _names_a_party(said: str) -> bool:
    """Whether some word of it is a party, its legal form or its agent, and is not what an office is for."""
    plain = _WRITTEN_OUT.sub(" ооо ", _no_quotes(said))
    words = _words(plain)
    for at, word in enumerate(words):
        after = words[at + 1 : at + 2]
        if word.startswith("участни") and after and _OF_A_GROUP.fullmatch(after[0]):
            continue
        if _AGENT.fullmatch(word):
            return True
        if _FOR.fullmatch(word):
            if not any(map(_of_an_office, words[at + 1 :])):
                return True
        elif any(one.fullmatch(word) for one in (_PARTY, _FORM, _KIN)) and not _is_matter(words, at):
            return True
    return False


def _is_matter(words: list[str], at: int) -> bool:
    """Whether the word says what an office is for: a unit is named before it, and another word stands between."""
    return any(map(_UNIT.fullmatch, words[:at])) and not _of_an_office(words[at - 1])


def _no_quotes(said: str) -> str:
    """The words with a dot of an abbreviation left out, «О.О.О.» read as «ООО»."""
    return re.sub(r"(?<=\b\w)\.\s?(?=\w\.)|(?<=\b\w)\.(?=\W|$)", "", said)
