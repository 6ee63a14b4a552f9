"""The draft minutes, from the regulations by hand: what stands in them, what is a blank, what is to be checked."""

import pytest
from groups import groupless, profile, seat
from papers import blanks, boxed, line, lines, paper, seats, table, town

from law189 import Refused, WrongType, load_profile
from law189.office.papers.document import BLANK, Box, Heading, Line, Note, Signature, Title
from law189.office.papers.minutes import minutes_of

KEMEROVO, DISTRICT = load_profile("kemerovo"), load_profile("novokuznetsk_district")
CITY, VILLAGE = town("city"), town("village")
FIVE = ["chair", "deputy", "member-1", "member-2", "member-3"]
HELD = {"held_on": "2023-10-02", "present": FIVE}
FOR = dict.fromkeys(FIVE, "for")


def plan(**more):
    return {"question": "План", "kind": "plan-measures", "votes": FOR, **more}


def title(made):
    (found,) = [block.lines for block in made.blocks if isinstance(block, Title)]
    return found


def notes(made):
    return [block.words for block in made.blocks if isinstance(block, Note)]


def signatures(made):
    return [block.office for block in made.blocks if isinstance(block, Signature)]


# ─── Кемерово: пп. 5.1–5.7 прил. 3 ───────────────────────────────────────────────────────────────────────


@pytest.mark.provision("kemerovo-2993/app3.5.5")
@pytest.mark.provision("kemerovo-2993/app3.5.7")
def test_a_quorate_meeting_of_kemerovo():
    made = paper(KEMEROVO, {**HELD, "items": [plan()]})
    assert title(made) == (
        f"ПРОТОКОЛ № {BLANK}",
        "заседания рабочей группы",
        "Город Кемерово",
        "постановление № 2993 от 22.09.2023",
    )
    assert (line(made, "Дата"), line(made, "Место")) == ("02.10.2023", BLANK)
    assert line(made, "Председательствующий") == f"председатель — {BLANK}"
    assert line(made, "Протокол вёл") == BLANK  # the regulation names nobody
    assert [role for role, _ in seats(made, "Присутствовали")] == [
        "председатель",
        "заместитель председателя",
        "член группы 1",
        "член группы 2",
        "член группы 3",
    ]
    assert seats(made, "Отсутствовали")[1] == ("член группы 5", "директор МБОУДО «СШ № 2»")
    assert len(seats(made, "Отсутствовали")) == 5
    assert line(made, "Кворум") == (
        "кворум имеется. Присутствуют: 5 из 10; для кворума нужно не менее 5 "
        "(п. 5.5 прил. 3 к постановлению № 2993 от 22.09.2023)."
    )
    assert line(made, "ГОЛОСОВАЛИ") == "«за» — 5, «против» — 0, «воздержались» — 0, не голосовали — 0"
    assert line(made, "РЕШИЛИ") == f"Решение принято: {BLANK}."
    assert line(made, "Основание").endswith("(п. 5.6 прил. 3 к постановлению № 2993 от 22.09.2023).")
    assert signatures(made) == ["Председательствующий"]
    assert [row[:3] for row in table(made, "Оформление протокола")] == [
        ("составить", BLANK, "срок не установлен"),
        ("подписать", "председательствующий", "срок не установлен"),
        ("направить копии", "всем членам группы", "срок не установлен"),
    ]
    assert any("рекомендательный характер (п. 1.3 прил. 3" in words for words in notes(made))


def test_every_name_is_a_blank_and_every_question_has_room_for_what_was_said():
    made = paper(KEMEROVO, {**HELD, "items": [plan(), plan(question="Заказ")]})
    for heading in ("Присутствовали", "Отсутствовали"):
        assert {row[3] for row in table(made, heading)} == {BLANK}
    assert lines(made, "СЛУШАЛИ") == lines(made, "ВЫСТУПИЛИ") == [BLANK, BLANK]
    assert [block.words for block in made.blocks if isinstance(block, Heading)][3:5] == [
        "1. План",
        "2. Заказ",
    ]


@pytest.mark.provision("kemerovo-2993/app3.5.6")
def test_a_tie_is_decided_by_the_casting_vote_and_says_how_it_reads_otherwise():
    votes = {"chair": "against", "deputy": "for", "member-1": "for", "member-2": "against"}
    made = paper(KEMEROVO, {**HELD, "items": [plan(votes=votes)], "present": [*votes, "member-3"]})
    assert line(made, "Решающий голос") == "против; решает голос председательствующего"
    assert line(made, "РЕШИЛИ") == "Решение не принято."
    assert line(made, "За") == "заместитель председателя; директор МБОУДО «ЦРТДиЮ Кировского района»"
    assert line(made, "Не голосовали").startswith("главный специалист")
    assert any(words.startswith("толкование V2: ") for words in notes(made))
    assert any(words.startswith("иначе (") for words in notes(made))


@pytest.mark.provision("kemerovo-2993/app3.5.2")
def test_an_absent_chair_is_told_among_the_absent_and_the_deputy_presides():
    made = paper(
        KEMEROVO, {**HELD, "present": [f"member-{n}" for n in range(1, 5)] + ["deputy"], "items": []}
    )
    assert line(made, "Председательствующий") == f"заместитель председателя — {BLANK}"
    assert seats(made, "Отсутствовали")[0][0] == "председатель"
    assert lines(made, "") == [BLANK]  # no question on the agenda


def test_a_meeting_without_a_quorum_was_not_held_and_says_so():
    made = paper(KEMEROVO, {**HELD, "present": ["chair", "deputy"], "items": [plan(votes={})]})
    assert title(made)[1] == "несостоявшегося заседания рабочей группы"
    assert line(made, "Кворум").startswith("кворума нет. Присутствуют: 2 из 10")
    assert line(made, "Не состоялось") == (
        "Присутствуют: 2 из 10; для кворума нужно не менее 5 "
        "(п. 5.5 прил. 3 к постановлению № 2993 от 22.09.2023)."
    )
    assert line(made, "РЕШИЛИ") == "Решение не может быть принято."
    assert not lines(made, "СЛУШАЛИ")
    assert not lines(made, "ГОЛОСОВАЛИ")


def test_votes_of_a_meeting_that_was_not_held_are_told_as_deciding_nothing():
    votes = {"chair": "for", "deputy": "against"}
    made = paper(KEMEROVO, {**HELD, "present": ["chair", "deputy"], "items": [plan(votes=votes)]})
    assert line(made, "Записаны голоса, которые ничего не решают") == (
        "«за» — 1, «против» — 1, «воздержались» — 0, не голосовали — 0"
    )


def test_why_nothing_could_be_decided_is_told_once_and_not_again_of_every_question():
    votes = {"chair": "for", "deputy": "against"}
    made = paper(KEMEROVO, {**HELD, "present": ["chair", "deputy"], "items": [plan(votes=votes)]})
    assert not any("Вопрос решают, когда" in words for words in made.sentences)
    assert len(lines(made, "Не состоялось")) == 1


def test_nobody_to_preside_is_no_meeting_either():
    made = paper(
        KEMEROVO, {**HELD, "present": [f"member-{n}" for n in range(1, 7)], "items": [plan(votes={})]}
    )
    assert line(made, "Председательствующий") == BLANK
    assert line(made, "Не состоялось").startswith("Председатель группы отсутствует")


def test_two_of_one_office_are_told_apart_by_their_seats():
    made = paper(
        KEMEROVO,
        {**HELD, "present": [*FIVE, "member-4", "member-7"], "items": [plan(votes={"member-7": "for"})]},
    )
    assert line(made, "За") == (
        "заместитель начальника управления образования администрации города Кемерово (член группы 7)"
    )


def test_votes_that_are_not_recorded_are_blanks_and_are_asked_for():
    made = paper(KEMEROVO, {**HELD, "items": [plan(votes={})]})
    assert (
        line(made, "ГОЛОСОВАЛИ")
        == f"«за» — {BLANK}, «против» — {BLANK}, «воздержались» — {BLANK}, не голосовали — {BLANK}"
    )
    assert line(made, "РЕШИЛИ") == f"Принято ли решение, неизвестно: {BLANK}."
    *_, (words, where) = boxed(made)  # before it: who approved the agenda, and when
    assert words.startswith("Голоса по вопросу не указаны (присутствуют: 5); укажите: голоса")
    assert where == ("п. 5.6 прил. 3 к постановлению № 2993 от 22.09.2023",)


def test_what_is_wrong_stands_in_a_box_with_its_address_and_what_to_give():
    agenda = {"approved_by": "member-1", "approved_on": "2023-10-05"}
    items = [plan(kind="request-information"), plan(kind=None, votes={**FOR, "member-8": "for"})]
    made = paper(KEMEROVO, {**HELD, "agenda": agenda, "present": [*FIVE, "chair"], "items": items})
    told = [words for words, _ in boxed(made)]
    for begins in (
        "Повестку утверждает председательствующий; утвердил: директор",
        "Повестка утверждена 05.10.2023, заседание — 02.10.2023",
        "Запись о присутствии не засчитана (председатель): место указано повторно.",
        "Полномочие «запрашивать сведения» группе не предоставлено",
        "Голос не засчитан (заместитель начальника финансового управления города Кемерово)",
        "Вид вопроса не указан",
    ):
        assert len([words for words in told if words.startswith(begins)]) == 1, begins
    assert all(where for _, where in boxed(made))
    assert {block.title for block in made.blocks if isinstance(block, Box)} == {"Проверьте до подписания"}
    assert lines(made, "За")[1].count("финансового") == 0  # a vote that does not count is not told as cast


def test_a_meeting_in_order_has_nothing_to_check():
    agenda = {"approved_by": "chair", "approved_on": "2023-09-29"}
    minutes = {
        "signed_by": "chair",
        "signed_on": "2023-10-03",
        "copies_to": [*FIVE, *(f"member-{n}" for n in range(4, 9))],
    }
    made = paper(KEMEROVO, {**HELD, "agenda": agenda, "items": [plan()], "minutes": minutes})
    assert made.points == ()
    assert [row[3] for row in table(made, "Оформление протокола")] == [
        f"{BLANK}; {BLANK}",
        "председатель; 03.10.2023",
        f"всем членам группы; {BLANK}",
    ]


# ─── Округ: пп. 5.1–5.10 прил. 4 ─────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("novokuznetsk-277/app4.5.8")
@pytest.mark.provision("novokuznetsk-277/app4.5.7")
def test_in_the_district_a_secretary_who_is_no_member_keeps_the_minutes():
    held = {**HELD, "present": ["chair", "member-1", "member-2", "secretary"]}
    made = paper(DISTRICT, {**held, "items": [plan(kind=None, votes={"chair": "for"})]})
    assert line(made, "Протокол вёл") == f"секретарь — {BLANK}"
    assert line(made, "Присутствует без права голоса") == f"секретарь — {BLANK}"
    assert [role for role, _ in seats(made, "Присутствовали")] == [
        "руководитель",
        "член группы 1",
        "член группы 2",
    ]
    assert [role for role, _ in seats(made, "Отсутствовали")] == ["заместитель руководителя", "член группы 3"]
    assert line(made, "Кворум").startswith("кворум имеется. Присутствуют: 3 из 5")
    assert table(made, "Оформление протокола")[0][1] == "секретарь"
    assert any("подп. 3 п. 5.8 прил. 4" in words for words in notes(made))


def test_a_secretary_whom_nobody_recorded_as_present_is_not_told_as_present():
    made = paper(DISTRICT, {**HELD, "items": []})
    assert lines(made, "Присутствует без права голоса") == []
    assert line(made, "Протокол вёл") == f"секретарь — {BLANK}"


def test_minutes_kept_by_another_hand_are_to_be_checked_but_not_those_that_are_not_signed_yet():
    made = paper(DISTRICT, {**HELD, "items": [], "minutes": {"drafted_by": "member-1"}})
    told = [words for words, _ in boxed(made) if "ротокол" in words]
    assert told == ["Протокол ведёт секретарь; протокол вёл: директор Дома детского творчества округа."]


# ─── Город, в котором сказано всё ────────────────────────────────────────────────────────────────────────

TOWN = {
    "held_on": "2024-02-05",
    "agenda": {"approved_by": "chair", "approved_on": "2024-01-30"},
    "notice": {"sent_on": "2024-01-31", "materials": True},
    "present": ["chair", "deputy-1", "secretary", "member-1", "member-2"],
    "alternates": ["member-1"],
    "vacant": ["member-3"],
    "guests": ["эксперт"],
    "items": [
        {
            "question": "План",
            "votes": {"chair": "for", "deputy-1": "for", "member-1": "against"},
            "opinions": {"deputy-2": "against"},
            "conflicts": ["member-2"],
            "ballot": "open",
        }
    ],
    "minutes": {
        "drafted_by": "secretary",
        "drafted_on": "2024-02-06",
        "signed_by": ["chair", "secretary"],
        "signed_on": "2024-02-07",
        "copies_to": ["chair", "deputy-1", "deputy-2", "member-1", "member-2"],
        "sent_on": "2024-02-08",
        "dissents": ["member-1"],
        "attached": ["member-1"],
    },
}


def test_a_town_whose_regulation_says_everything():
    made = paper(CITY, TOWN)
    assert made.points == ()
    assert [row[1:3] for row in table(made, "Присутствовали")][2:4] == [
        ("секретарь, без права голоса", "главный специалист"),
        (
            "член группы 1",
            "председатель комиссии думы; замещающее лицо: заместитель председателя комиссии думы",
        ),
    ]
    assert line(made, "Вакантные места") == "член группы 3"
    assert line(made, "Приглашённые") == f"эксперт — {BLANK}"
    assert line(made, "ГОЛОСОВАЛИ") == "«за» — 2, «против» — 2, «воздержались» — 0, не голосовали — 1"
    assert line(made, "Решающий голос") == "за; решает голос председателя"
    assert line(made, "Вид голосования").startswith("открыто (п. 3.4 прил. 2 ")
    assert line(made, "Против") == "председатель комиссии думы; заместитель председателя 2"
    assert line(made, "Конфликт интересов").startswith(
        "директор центра творчества — в голосовании не участвует (п. 3.9"
    )
    assert line(made, "Письменные мнения").startswith(
        "заместитель председателя 2 — против — засчитывается (п. 3.7"
    )
    assert line(made, "Особые мнения").startswith(
        "председатель комиссии думы; приложены: председатель комиссии думы; прилагают к протоколу (п. 4"
    )
    assert table(made, "Оформление протокола") == [
        ("составить", "секретарь", "08.02.2024", "секретарь; 06.02.2024"),
        ("подписать", "председательствующий, секретарь", "12.02.2024", "председатель; секретарь; 07.02.2024"),
        ("направить копии", "всем членам группы", "09.02.2024", "всем членам группы; 08.02.2024"),
    ]
    assert signatures(made) == ["Председательствующий", "Секретарь"]


def test_a_written_opinion_of_somebody_with_a_conflict_of_interest_is_told_and_not_counted():
    made = paper(CITY, {**TOWN, "items": [{**TOWN["items"][0], "conflicts": ["deputy-2"]}]})
    assert line(made, "ГОЛОСОВАЛИ") == "«за» — 2, «против» — 1, «воздержались» — 0, не голосовали — 1"
    assert line(made, "Против") == "председатель комиссии думы"
    assert line(made, "Основание").startswith("За — 2, против — 1, воздержались — 0, не голосовали — 1;")
    assert line(made, "Письменные мнения").startswith("заместитель председателя 2 — против")
    assert any(words.startswith("Письменное мнение (") and "конфликт" in words for words, _ in boxed(made))


def test_copies_that_went_to_some_are_told_by_their_seats():
    made = paper(CITY, {**TOWN, "minutes": {"copies_to": ["chair", "member-2"]}})
    assert table(made, "Оформление протокола")[2][3] == f"председатель; директор центра творчества; {BLANK}"


def test_an_address_that_a_verdict_rests_on_twice_is_told_once():
    norms = {
        "powers": [
            {"kind": one, "title": {"ru": one}, "cite": "app2.3"}
            for one in ("consider-questions", "involve-experts")
        ]
    }
    items = [{"question": "Данные", "kind": "request-information", "votes": {}}]
    made = paper(profile(other=norms), {"held_on": "2024-02-05", "present": ["chair"], "items": items})
    ((_, where),) = [point for point in boxed(made) if point[0].startswith("Полномочие")]
    assert len(where) == 1


LEFT_OUT = {
    "agenda.approved_by": 1,
    "agenda.approved_on": 1,
    "minutes.drafted_by": 1,  # the regulation says who must, not who did
    "minutes.drafted_on": 1,
    "minutes.signed_by": 1,
    "minutes.signed_on": 2,  # the last day of sending is counted from it
    "minutes.copies_to": 1,
    "minutes.sent_on": 1,
    "minutes.attached": 1,
    "guests": 0,  # a name that is not known, or a guest
}


@pytest.mark.parametrize("path", LEFT_OUT)
def test_a_fact_left_out_is_a_blank_and_no_other_place_becomes_one(path):
    part, _, key = path.partition(".")
    fewer = {name: value for name, value in TOWN.items() if name != part}
    if key:
        fewer[part] = {name: value for name, value in TOWN[part].items() if name != key}
    assert blanks(paper(CITY, fewer)) - blanks(paper(CITY, TOWN)) == LEFT_OUT[path]


def test_a_proxy_is_told_with_what_the_regulation_says_of_it():
    made = paper(CITY, {**TOWN, "proxies": {"deputy-2": "chair"}})
    assert line(made, "Доверенности") == (
        "заместитель председателя 2 — за это место голосует: председатель — не допускается "
        "(п. 3.6 прил. 2 к постановлению № 345-п от 02.10.2023)"
    )
    assert any(words.startswith("Доверенность (") for words, _ in boxed(made))


def test_a_seat_that_counts_by_proxy_and_for_which_nobody_voted_did_not_vote():
    votes = {"chair": "for", "deputy": "for", "member-1": "against"}
    held = {"held_on": "2024-02-05", "present": [*votes], "proxies": {"member-2": "chair"}}
    made = paper(profile(proxies="counted"), {**held, "items": [{"question": "План", "votes": votes}]})
    assert line(made, "ГОЛОСОВАЛИ") == "«за» — 2, «против» — 1, «воздержались» — 0, не голосовали — 1"
    assert line(made, "Не голосовали") == "член группы 2"
    assert "не голосовали — 1" in line(made, "Основание")


@pytest.mark.parametrize("by", ["record", "regulation"])
def test_of_a_secret_ballot_only_numbers_are_told(by):
    item = {"question": "План", "votes": dict.fromkeys(("chair", "deputy", "member-1"), "for")}
    norms = {"ballot": "secret"} if by == "regulation" else {}
    if by == "record":
        item["ballot"] = "secret"
    made = paper(
        profile(**norms), {"held_on": "2024-02-05", "present": [*item["votes"], "member-2"], "items": [item]}
    )
    assert line(made, "ГОЛОСОВАЛИ").startswith("«за» — 3")
    assert lines(made, "За") == lines(made, "Не голосовали") == []
    assert line(made, "Вид голосования").startswith("тайно")


def test_of_a_secret_ballot_the_casting_vote_and_written_opinions_are_not_told():
    votes = {"chair": "for", "deputy": "for", "member-1": "against", "member-2": "against"}
    item = {"question": "План", "votes": votes, "opinions": {"member-3": "against"}, "ballot": "secret"}
    group = profile(casting_vote="presiding", opinions="allowed")
    made = paper(group, {"held_on": "2024-02-05", "present": [*votes], "items": [item]})
    assert line(made, "Решающий голос") == "тайный; решает голос председательствующего"
    assert "голос председательствующего: тайный. Решение принято" in line(made, "Основание")
    assert line(made, "Письменные мнения").startswith("член группы 3")
    told = " ".join(made.sentences).replace("«против» — ", "").replace("против — 2", "")
    assert "против" not in told


def test_a_ballot_held_otherwise_than_the_regulation_says_is_not_cited_as_its_word():
    items = [{**TOWN["items"][0], "ballot": "secret"}]
    made = paper(CITY, {**TOWN, "items": items})
    assert line(made, "Вид голосования") == "тайно"
    assert lines(made, "За") == []


# ─── Молчание и пробелы ──────────────────────────────────────────────────────────────────────────────────


def test_a_village_whose_regulation_is_silent_of_minutes_has_blanks_and_a_note():
    held = {"held_on": "2024-02-05", "present": ["chair", "member-1"], "elected": "member-1"}
    made = paper(
        VILLAGE, {**held, "items": [{"question": "Кружки", "votes": {"chair": "for", "member-1": "for"}}]}
    )
    assert line(made, "Председательствующий") == f"директор школы (избран присутствующими) — {BLANK}"
    assert line(made, "Протокол вёл") == BLANK
    assert [row[1:3] for row in table(made, "Оформление протокола")] == [(BLANK, BLANK)] * 3
    agenda, minutes = (words for words in notes(made) if "не говорит" in words)
    assert (
        agenda == "Повестка дня: кто её утверждает, положение не говорит (постановление № 12 от 15.01.2024)."
    )
    assert minutes.startswith("Положение не говорит, кто ведёт, подписывает и рассылает протокол")
    assert minutes.endswith(": постановление № 12 от 15.01.2024.")
    assert signatures(made) == [f"Должность: {BLANK}"]
    assert line(made, "РЕШИЛИ") == f"Решение принято: {BLANK}."


def test_a_decision_that_turns_on_what_is_silent_is_unknown_and_says_what_to_give():
    votes = {"chair": "for", "deputy": "for", "member-1": "against", "member-2": "against"}
    made = paper(
        profile(casting_vote=None),
        {"held_on": "2024-02-05", "present": [*votes], "items": [{"question": "План", "votes": votes}]},
    )
    assert line(made, "РЕШИЛИ") == f"Принято ли решение, неизвестно: {BLANK}."
    assert line(made, "ГОЛОСОВАЛИ").startswith("«за» — 2, «против» — 2")
    assert any("working_group.casting_vote" in words for words, _ in boxed(made))


def test_a_decree_without_a_working_group_has_no_minutes():
    with pytest.raises(Refused) as refused:
        paper(groupless(), {"held_on": "2024-02-05", "present": [], "items": []})
    assert "рабочую группу не создаёт" in refused.value.verdict.text.ru


@pytest.mark.parametrize("kind", ["minutes", "notice"])
def test_a_record_that_says_nothing_yet_is_a_form_to_fill_in(kind):
    made = paper(
        KEMEROVO, {"held_on": "2023-10-02", "items": [{"question": "План", "kind": "plan-measures"}]}, kind
    )
    assert not lines(made, "Не состоялось")
    if kind == "minutes":
        assert [row[3:] for row in table(made, "Состав группы")] == [(BLANK, BLANK)] * 10
        assert line(made, "Кворум").startswith(
            f"присутствуют {BLANK} из 10; для кворума нужно не менее 5 (п. 5.5"
        )
        assert line(made, "РЕШИЛИ") == BLANK
    assert all("кворума нет" not in words for words in made.sentences)
    assert [words[:14] for words, _ in boxed(made)] == ["Утвердил ли по", "Дата утвержден"]


def test_votes_of_which_nobody_said_who_came_are_told_as_recorded_and_nothing_is_decided():
    items = [plan(votes={"chair": "for", "deputy": "against"}, kind="request-information")]
    made = paper(KEMEROVO, {"held_on": "2023-10-02", "items": items})
    assert line(made, "ГОЛОСОВАЛИ") == "«за» — 1, «против» — 1, «воздержались» — 0"
    assert (line(made, "За"), line(made, "РЕШИЛИ")) == ("председатель", BLANK)
    assert not any("Голос не засчитан" in words for words, _ in boxed(made))
    assert any(words.startswith("Полномочие «запрашивать сведения»") for words, _ in boxed(made))


def test_nobody_came_is_not_the_same_as_not_recorded():
    made = paper(KEMEROVO, {"held_on": "2023-10-02", "present": [], "items": []})
    assert title(made)[1].startswith("несостоявшегося")
    assert Line("", "никто") in made.blocks


# ─── Заочное голосование ─────────────────────────────────────────────────────────────────────────────────


def test_a_poll_tells_who_was_asked_and_who_answered_and_has_no_place():
    votes = {"chair": "for", "deputy-1": "for", "member-1": "for", "member-2": "against"}
    poll = {"held_on": "2024-02-05", "form": "absentee", "polled": [*votes, "deputy-2"]}
    made = paper(CITY, {**poll, "items": [{"question": "План", "votes": votes}]})
    assert title(made)[1] == "заочного голосования рабочей группы"
    assert lines(made, "Место") == lines(made, "Председательствующий") == []
    assert len(seats(made, "Опрошены")) == 5
    assert [role for role, _ in seats(made, "Не опрошены")] == ["секретарь", "член группы 3"]
    assert (
        line(made, "ГОЛОСОВАЛИ") == "«за» — 3, «против» — 1, «воздержались» — 0, опрошены — 5, ответили — 4"
    )
    assert line(made, "РЕШИЛИ") == f"Решение принято: {BLANK}."


def test_a_poll_that_is_not_allowed_has_no_effect():
    poll = {
        "held_on": "2024-02-05",
        "form": "absentee",
        "items": [{"question": "План", "votes": {"chair": "for"}}],
    }
    made = paper(profile(absentee={"allowed": False}), poll)
    assert title(made)[1] == "заочного голосования рабочей группы"
    assert line(made, "Не имеет силы").startswith("Заочное голосование положением не допускается")
    assert line(made, "РЕШИЛИ") == "Решение не может быть принято."


def test_a_poll_that_too_few_answered_came_to_nothing():
    norms = {"absentee": {"allowed": True, "quorum": {"at_least": "2/3", "of": "list"}}}
    poll = {
        "held_on": "2024-02-05",
        "form": "absentee",
        "items": [{"question": "План", "votes": {"chair": "for"}}],
    }
    made = paper(profile(**norms), poll)
    assert title(made)[1] == "несостоявшегося заочного голосования рабочей группы"
    assert line(made, "Не состоялось").startswith("Ответили: 1 из 5")


@pytest.mark.provision("kemerovo-2993/app3.5.1")
def test_a_meeting_before_there_was_a_group_has_no_effect_but_it_was_held():
    made = paper(KEMEROVO, {**HELD, "held_on": "2023-09-21", "items": [plan()]})
    assert title(made)[1] == "заседания рабочей группы"
    assert line(made, "Не имеет силы").startswith("Постановление от 22.09.2023 действует с 22.09.2023")
    assert line(made, "РЕШИЛИ") == "Решение не может быть принято."
    assert not any("действует с 22.09.2023" in words for words, _ in boxed(made))


# ─── Чего от бумаги не бывает ────────────────────────────────────────────────────────────────────────────


def test_minutes_that_the_chair_approves_have_a_place_for_it_at_the_top():
    made = paper(
        profile(minutes={"signed_by": "presiding", "approved_by": "chair"}),
        {"held_on": "2024-02-05", "present": ["chair"], "items": []},
    )
    assert signatures(made)[0] == "УТВЕРЖДАЮ: председатель"
    assert table(made, "Оформление протокола")[2] == (
        "утвердить",
        "председатель",
        "срок не установлен",
        BLANK,
    )


def test_a_secretary_with_a_seat_signs_by_the_office():
    group = {"seats": [seat("chair"), seat("secretary", votes=False), seat("member-1"), seat("member-2")]}
    made = paper(
        profile(**group, presiding=["chair"], minutes={"signed_by": ["presiding", "secretary"]}),
        {"held_on": "2024-02-05", "present": ["chair"], "items": []},
    )
    assert signatures(made) == ["Председательствующий", "Секретарь"]


def test_a_term_over_a_year_without_a_calendar_is_a_blank_with_the_reason():
    norms = {"minutes": {"drafted_within": {"days": 3, "unit": "working_days"}}}
    made = paper(profile(**norms), {"held_on": "2035-02-05", "present": ["chair"], "items": []})
    last = table(made, "Оформление протокола")[0][2]
    assert "нет календаря на 2035 год" in last
    assert last.endswith(BLANK)


def test_what_is_no_judged_meeting_and_another_language_are_refused():
    with pytest.raises(WrongType):
        minutes_of("meeting", KEMEROVO, "ru")
    with pytest.raises(ValueError, match="ru or en"):
        paper(KEMEROVO, HELD, lang="de")


def test_in_english_it_says_the_same_in_english():
    russian = paper(KEMEROVO, {**HELD, "items": [plan()]})
    english = paper(KEMEROVO, {**HELD, "items": [plan(question="Plan")]}, lang="en")
    assert [type(block) for block in russian.blocks] == [type(block) for block in english.blocks]
    assert blanks(russian) == blanks(english)
    assert line(english, "VOTED") == "for — 5, against — 0, abstained — 0, did not vote — 0"
    assert not [words for words in english.sentences if any("а" <= letter <= "я" for letter in words.lower())]


# ─── Номер, время, место; подписи присутствующих; копии ──────────────────────────────────────────────────


def test_the_number_the_time_and_the_place_stand_in_the_minutes_and_are_blanks_where_not_recorded():
    held = {**HELD, "number": "4", "time": "10:00", "place": "зал заседаний", "items": [plan()]}
    made = paper(KEMEROVO, held)
    assert title(made)[0] == "ПРОТОКОЛ № 4"
    assert (line(made, "Время"), line(made, "Место")) == ("10:00", "зал заседаний")
    bare = paper(KEMEROVO, {**HELD, "items": [plan()]})
    assert title(bare)[0] == f"ПРОТОКОЛ № {BLANK}"
    assert (line(bare, "Время"), line(bare, "Место")) == (BLANK, BLANK)


def test_every_member_present_has_a_line_to_sign_on():
    municipality = profile(
        minutes={"signed_by": ["presiding", "present"], "copies_to": ["members", "authorized"]}
    )
    record = {"held_on": "2024-03-11", "present": ["chair", "deputy", "member-1"], "items": []}
    made = paper(municipality, record)
    assert signatures(made) == ["Председательствующий", "заместитель председателя", "член группы 1"]
    rows = {row[0]: row for row in table(made, "Оформление протокола")}
    assert rows["подписать"][1] == "председательствующий, все присутствующие члены"
    assert rows["направить копии"][1] == "всем членам группы; уполномоченному органу"
