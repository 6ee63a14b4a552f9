"""Показ (demo): the main job on the two real decrees, as meetings that pass and meetings that do not.

The decrees are real; the meetings are invented.

>>> [title.en for title, _ in MEETINGS][:2]
['Kemerovo: a tie that the chair decides', 'Kemerovo: one seat short of a quorum']
>>> MEETINGS[0][1].profile
'kemerovo'
"""

from law189.audit.meeting import MeetingRecord
from law189.law import Text

__all__ = ["MEETINGS"]


def _everybody(members: int) -> list[str]:
    return ["chair", "deputy", *(f"member-{number}" for number in range(1, members + 1))]


_TELLING = (
    (
        Text("Кемерово: голоса равны, решает председатель", "Kemerovo: a tie that the chair decides"),
        {
            "profile": "kemerovo",
            "held_on": "2023-10-02",
            "agenda": {"approved_by": "chair", "approved_on": "2023-09-29"},
            "present": _everybody(4),
            "items": [
                {
                    "question": "Предложения по социальному заказу на 2024 год",
                    "kind": "order-proposals",
                    "votes": {
                        "chair": "for",
                        "deputy": "for",
                        "member-1": "for",
                        "member-2": "against",
                        "member-3": "against",
                        "member-4": "against",
                    },
                },
                {
                    "question": "Мероприятия плана апробации",
                    "kind": "plan-measures",
                    "votes": dict.fromkeys(_everybody(4), "for"),
                },
            ],
            "minutes": {"signed_by": "chair", "signed_on": "2023-10-03", "copies_to": _everybody(8)},
        },
    ),
    (
        Text("Кемерово: до кворума не хватает одного места", "Kemerovo: one seat short of a quorum"),
        {
            "profile": "kemerovo",
            "held_on": "2023-11-13",
            "agenda": {"approved_by": "chair", "approved_on": "2023-11-10"},
            "present": ["chair", "member-1", "member-2", "member-3"],
            "items": [
                {
                    "question": "Запросить сведения у организаций",
                    "kind": "request-information",
                    "votes": {"chair": "for", "member-1": "for"},
                }
            ],
        },
    ),
    (
        Text(
            "Новокузнецкий округ: ведёт заместитель, протокол ведёт секретарь",
            "Novokuznetsk district: the deputy acts, the secretary keeps the minutes",
        ),
        {
            "profile": "novokuznetsk_district",
            "held_on": "2023-10-16",
            "agenda": {"approved_by": "deputy", "approved_on": "2023-10-13"},
            "present": ["deputy", "member-1", "member-2", "secretary"],
            "items": [
                {
                    "question": "Запросить сведения у организаций",
                    "kind": "request-information",
                    "votes": {"deputy": "for", "member-1": "for", "member-2": "abstain"},
                }
            ],
            "minutes": {
                "drafted_by": "secretary",
                "signed_by": "deputy",
                "signed_on": "2023-10-16",
                "copies_to": _everybody(3),
            },
        },
    ),
    (
        Text(
            "Новокузнецкий округ: секретаря не было, вести заседание некому",
            "Novokuznetsk district: the secretary was absent, and nobody may preside",
        ),
        {
            "profile": "novokuznetsk_district",
            "held_on": "2023-12-04",
            "present": ["member-1", "member-2", "member-3"],
            "items": [
                {
                    "question": "Ход исполнения плана",
                    "kind": "plan-monitoring",
                    "votes": {"member-1": "for", "member-2": "for", "chair": "for"},
                }
            ],
            "minutes": {"drafted_by": "member-1", "signed_by": "member-1", "signed_on": "2023-12-04"},
        },
    ),
)

MEETINGS: tuple[tuple[Text, MeetingRecord], ...] = tuple(
    (title, MeetingRecord.model_validate(record)) for title, record in _TELLING
)
"""Each meeting with what it shows."""
