"""An oracle for one meeting, written from the words of the two decrees and from nothing else.

It takes a meeting as JSON holds it and answers in plain words and numbers. It imports nothing of the
library, so that where both agree, two readings of the same text agree. Beside each number stands the
sentence it was read from. What the decrees do not say (what a mark is worth) is said in `WORTH` and in
the comments that begin with «not in the decrees».

>>> five = ["chair", "deputy", "member-1", "member-2", "member-3"]
>>> votes = {"chair": "for", "deputy": "for", "member-1": "against", "member-2": "against"}
>>> meeting = {"profile": "kemerovo", "held_on": "2023-10-02", "present": five,
...     "items": [{"question": "Plan", "kind": "plan-measures", "votes": votes}]}
>>> said = answer(meeting)
>>> said["quorum"], said["presiding"], said["items"][0]["adopted"], said["items"][0]["decided_by"]
('holds', 'chair', True, 'V2')
"""

from fractions import Fraction

# Kemerovo, annex 2: председатель, заместитель, «Члены рабочей группы» and eight names.
# The district, annex 5: five offices; items 5.2 and 5.3 say which of them head the group.
MEMBERS = {"kemerovo": 8, "novokuznetsk_district": 3}

# «от 22.09.2023 № 2993» and «от 22.09.2023 № 277»: before that day there was no group. Item 11 of the district:
# «вступает в силу на следующий день после его официального опубликования», which is of 22.09.2023 at the earliest.
FIRST = {"kemerovo": "2023-09-22", "novokuznetsk_district": "2023-09-23"}

# «присутствует не менее половины членов», «не менее половины присутствующих»: 5.5 and 5.6; 5.6 and 5.9.
HALF = Fraction(1, 2)

# Section 5.8 of the district gives the minutes to a secretary, who is not in its composition.
# Kemerovo has no secretary.
SECRETARY = {"kemerovo": False, "novokuznetsk_district": True}

# Sections 2, 3 and 4. Only the district's group may «запрашивать … информацию» (sub-item 2 of 3.1).
TASKS = ("order-proposals", "approbation-measures", "information-systems", "other-toward-purpose")
FUNCTIONS = ("members-proposals", "plan-measures", "plan-monitoring")
POWERS = {
    "kemerovo": ("consider-questions", "consider-materials", "involve-experts", "draft-recommendations"),
    "novokuznetsk_district": (
        "consider-questions",
        "request-information",
        "consider-materials",
        "involve-experts",
        "draft-recommendations",
    ),
}

# Not in the decrees: how the text is read where it can be read two ways, unless the meeting says otherwise.
READ = {
    "Q1": "exact",
    "Q2": "not_member",
    "Q3": "cannot_be_held",
    "V1": "casting_vote",
    "V2": "casting_vote",
    "V3": "no_decision",
}

# Not in the decrees: from best to worst.
WORTH = ("holds", "breach", "unknown", "void")


def answer(meeting):
    """Everything the oracle has to say of one meeting."""
    which, held_on = meeting["profile"], meeting["held_on"]
    read = READ | meeting.get("readings", {})
    seats = ["chair", "deputy"] + [f"member-{n}" for n in range(1, MEMBERS[which] + 1)]
    vacant = [seat for seat in seats if seat in meeting.get("vacant", ())]
    filled = [seat for seat in seats if seat not in vacant]

    # Who is there: seats that somebody holds, each once.
    present = [seat for seat in filled if seat in meeting["present"]]
    guests = [e for e in meeting["present"] if e == "secretary" and SECRETARY[which]]
    strays = len(meeting["present"]) - len(guests) - len(present)
    strays += sum(entry not in seats for entry in meeting.get("vacant", ()))

    # «В период отсутствия председателя … его обязанности исполняет заместитель» (5.2; 5.1).
    led, presiding = "holds", None
    if "chair" in present:
        presiding = "chair"
    elif "deputy" in present:
        presiding = "deputy"
    elif read["Q3"] == "elected" and meeting.get("elected") is None:
        led = "unknown"
    elif read["Q3"] == "elected" and meeting["elected"] in present:
        presiding = meeting["elected"]
    else:
        led = "void"

    # «правомочно, если на нем присутствует не менее половины членов» (5.5; 5.6).
    of = len(seats) if read["Q2"] == "member" else len(filled)
    quorum = bool(present) and _reach(len(present), of, read)
    established = held_on >= FIRST[which]

    items = []
    for item in meeting.get("items", ()):
        said = _votes(item["votes"], present, seats, SECRETARY[which])
        said["adopted"] = said["decided_by"] = None
        said["mark"] = "holds"
        if established and quorum and led == "holds" and not said["counted"]:
            # Not in the decrees: a question of which no vote that counts is recorded is not known to be rejected.
            said["mark"] = "unknown"
        elif established and quorum and led == "holds":
            said["adopted"], said["decided_by"] = _adopted(said["counted"], presiding, present, read)
        else:
            said["mark"] = "unknown" if established and quorum and led == "unknown" else "void"
        said["kind"] = _kind(item.get("kind"), which)
        items.append(said)

    agenda = meeting.get("agenda") or {}
    minutes = meeting.get("minutes") or {}
    said = {
        "established": "holds" if established else "void",
        "presiding": presiding,
        "led": led,
        "present": len(present),
        "strays": strays,
        "members": of,
        "quorum": "holds" if quorum else "void",
        "items": items,
        "agenda": _agenda(agenda, presiding, held_on, present if led == "unknown" else [], FIRST[which]),
        "minutes": _minutes(minutes, presiding, held_on, filled, which, led),
    }
    said["worst"] = _worst(said)
    return said


def _reach(count, of, read):
    """«Не менее половины»; reading Q1 decides whether half of five is two and a half, or two."""
    needed = of * HALF
    return count >= (needed.numerator // needed.denominator if read["Q1"] == "round_down" else needed)


def _votes(votes, present, seats, has_secretary):
    """One vote of each member who is there; the first one, where there are two."""
    pairs = list(votes.items()) if isinstance(votes, dict) else [(v["seat"], v["vote"]) for v in votes]
    counted, refused = {}, []
    for seat, vote in pairs:
        if seat in counted:
            refused.append([seat, "twice"])
        elif seat in present:
            counted[seat] = vote
        elif seat in seats:
            refused.append([seat, "absent"])
        elif seat == "secretary" and has_secretary:
            refused.append([seat, "no member"])
        else:
            refused.append([seat, "unknown"])
    return {"counted": counted, "refused": refused}


def _adopted(counted, presiding, present, read):
    """«Принято, если за него проголосовало не менее половины присутствующих … членов» (5.6; 5.9)."""
    in_favour = sum(vote == "for" for vote in counted.values())
    against = sum(vote == "against" for vote in counted.values())
    reached = in_favour > 0 and _reach(in_favour, len(present), read)
    if in_favour != against:
        return reached, "threshold"
    # «При равенстве голосов голос председателя … или заместителя … является решающим».
    equality = "V1" if in_favour + against == len(present) else "V2"
    if read[equality] == "threshold":
        return reached, equality
    if counted.get(presiding) in ("for", "against"):
        return counted[presiding] == "for", equality
    return reached and read["V3"] == "threshold", "V3"


def _kind(kind, which):
    if kind is None:
        return "unknown"
    if kind in TASKS + FUNCTIONS + POWERS[which]:
        return "holds"
    # Not in the decrees: without a power that another regulation gives, the step is void.
    return "void" if any(kind in powers for powers in POWERS.values()) else "breach"


def _agenda(agenda, presiding, held_on, may_have_led, issued):
    """«Председатель … утверждает повестку дня» (5.3; sub-item 3 of 5.4); nothing is done under a decree to come."""
    by, on = agenda.get("approved_by"), agenda.get("approved_on")
    if by is None:
        approver = "unknown"
    elif by in ("chair", presiding):
        approver = "holds"
    else:
        # Not in the decrees: whether the chair was absent on the day of approval is for a person to say.
        approver = "unknown" if by == "deputy" or by in may_have_led else "breach"
    before = "unknown" if on is None else "holds" if on <= held_on else "breach"
    too_early = on is not None and on < issued and on != held_on  # the day of the meeting is asked by itself
    return {"approver": approver, "before": before, **({"force": "void"} if too_early else {})}


def _minutes(minutes, presiding, held_on, filled, which, led):
    """«Подписывается председателем … или заместителем», «копии … направляются всем членам» (5.7; 5.10)."""
    by, on, copies = (minutes.get(key) for key in ("signed_by", "signed_on", "copies_to"))
    said = {
        # Not in the decrees: whom those present elected may not be recorded; then nobody's signature is denied.
        "signer": "unknown" if by is None or led == "unknown" else "holds" if by == presiding else "void",
        "after": "unknown" if on is None else "holds" if on >= held_on else "void",
        "copies": "unknown" if copies is None else "holds" if set(filled) <= set(copies) else "breach",
    }
    if SECRETARY[which]:
        # «Секретарь … ведет протоколы» (sub-item 3 of 5.8).
        hand = minutes.get("drafted_by")
        said["drafter"] = "unknown" if hand is None else "holds" if hand == "secretary" else "breach"
    return said


def _worst(said):
    marks = [said["established"], said["led"], said["quorum"]]
    marks += [*said["agenda"].values(), *said["minutes"].values()]
    marks.append("breach" if said["strays"] else "holds")
    for item in said["items"]:
        marks += [item["mark"], item["kind"], "breach" if item["refused"] else "holds"]
    return max(marks, key=WORTH.index)
