"""An oracle for one meeting or one poll of any working group, written from the words alone.

It takes the regulation of a group and a record as JSON holds them and answers in plain words and numbers. It
imports nothing of the library, so that where both agree, two readings of the same text agree. What the words
leave open stands in a comment that begins with «not in the specification».

Where the regulation is silent on something that matters, the oracle does not reason about silence: it answers
for each value that the regulation could have had (`COULD_BE`), and what all of them share is the answer.

What `answer` gives:

- `form`: «meeting» or «absentee»;
- `present`: the voting seats that came, each once, sorted; none in a poll;
- `proxies`: the absent seats that count by proxy, sorted; None where the regulation is silent and it matters;
- `quorum`: «holds», «void» or «unknown»; of a poll None where its items differ;
- `presiding` and `presiding_known`: the seat or None, and whether the answer is known;
- `breaches`: what was recorded and is not counted and breaks the regulation, as pairs of key and entry;
- `silent`: what the regulation is silent on and the meeting asks for;
- `items`: of each `adopted` (True, False, None), `quorum`, `mark` («decided», «void», «unknown»), `why` (why it
  is None, sorted; empty where it is not), `counted` (the votes; None where silence makes them differ),
  `breaches` and `silent`.

>>> seats = [{"id": "chair", "role": "chair"}] + [{"id": f"member-{n}", "role": "member"} for n in (1, 2, 3)]
>>> group = {"seats": seats, "presiding": {"value": ["chair", "deputy"]}, "casting_vote": {"value": "presiding"},
...     "quorum": {"value": {"at_least": "1/2", "of": "members"}},
...     "adoption": {"value": {"more_than": "1/2", "of": "present"}}}
>>> meeting = {"present": ["chair", "member-1"], "items": [{"votes": {"chair": "for", "member-1": "against"}}]}
>>> said = answer(group, meeting)
>>> said["quorum"], said["presiding"], said["items"][0]["adopted"]
('holds', 'chair', True)
>>> del group["casting_vote"]
>>> said = answer(group, meeting)["items"][0]
>>> said["adopted"], said["why"]
(None, ['casting_vote silent'])
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

# The readings of docs/reference/readings.md, with their defaults. A group chooses, then the meeting for itself.
DEFAULTS = {
    "Q1": "exact",
    "Q2": "not_member",
    "Q3": "cannot_be_held",
    "Q4": "not_counted",
    "V1": "casting_vote",
    "V2": "casting_vote",
    "V3": "no_decision",
}

# Every value a regulation that is silent could have had, as far as it changes what is counted: «what `counted`
# and `forbidden` share», «as for `presiding`, `chair`, `deputy` and `nobody` alike».
# Not in the specification: a regulation without `conflict_of_interest` could also let such a seat vote («votes»).
COULD_BE = {
    "proxies": ("counted", "forbidden"),
    "opinions": ("counted", "forbidden"),
    "conflict_of_interest": ("abstains", "votes"),
    "casting_vote": ("presiding", "chair", "deputy", "nobody"),
}
# Not in the specification: the quorum of a poll that is not allowed, or of which the regulation says nothing.
POLL_REFUSED = {"absentee void": "void", "absentee silent": "unknown"}
BY_MEETING, BY_ITEM = ("proxies",), ("proxies", "opinions", "conflict_of_interest", "casting_vote")


@dataclass
class Group:
    """The regulation on the day of one meeting, and its seats on that day."""

    law: dict  # key: value of the norm, for each norm that holds on the day
    read: dict
    seats: list  # ids in the order of the list
    roles: dict
    voting: list  # V
    filled: list  # F: V without vacant
    voteless: list  # seats without a vote
    voteless_filled: list  # the same without vacant
    vacant: list
    alternates: list  # seats that the composition gives an alternate
    outsiders: list  # who may sit there without a seat: a secretary outside the composition


@dataclass
class Sitting:
    """Who takes part: in a meeting those who came, in a poll those who were asked."""

    form: str
    attending: list  # seats of the composition that came, those without a vote too
    present: list  # P, in the order of the list
    proxies: dict
    presiding: str | None
    presiding_known: bool
    polled: list
    quorum: dict | None  # thresholds; None: the regulation names none
    adoption: dict | None
    refused: str | None  # why nothing of this sitting is decided, whatever was counted


def answer(group, meeting):
    """Everything the oracle has to say of one meeting or poll."""
    of = _group(group, meeting)
    breaches = {("vacant", seat) for seat in meeting.get("vacant") or () if seat not in of.seats}
    sitting = _poll(of, meeting, breaches) if _absentee(meeting) else _meeting(of, meeting, breaches)
    items = [_item(of, sitting, item) for item in meeting.get("items") or ()]

    worlds = list(_worlds(of, BY_MEETING))
    counted = [_by_proxy(of, sitting, world["proxies"]) for world in worlds]
    breaches |= set.intersection(*(broken for _, broken in counted))
    proxies = [seats for seats, _ in counted]
    quorums = [_quorum(of, sitting, sitting.present + seats) for seats in proxies]
    return {
        "form": sitting.form,
        "present": sorted(sitting.present),
        "proxies": sorted(proxies[0]) if _alike(proxies) else None,
        "quorum": _poll_quorum(of, sitting, items) if _absentee(meeting) else _shared(quorums),
        "presiding": sitting.presiding,
        "presiding_known": sitting.presiding_known,
        "breaches": sorted(breaches),
        "silent": _silent_on_meeting(of, sitting, meeting),
        "items": items,
    }


# ─── The regulation, and who is there ────────────────────────────────────────────────────────────────────


def _absentee(meeting):
    return meeting.get("form", "meeting") == "absentee"


def _group(group, meeting):
    """«Voting seats V: seats with `votes` true … Filled F = V without vacant»."""
    seats = [seat["id"] for seat in group["seats"]]
    voting = [seat["id"] for seat in group["seats"] if seat.get("votes", True)]
    vacant = [seat for seat in seats if seat in (meeting.get("vacant") or ())]
    secretary = group.get("secretary") or {"seat": "none at all"}
    return Group(
        law=_norms(group, meeting.get("held_on")),
        read=DEFAULTS | (group.get("readings") or {}) | (meeting.get("readings") or {}),
        seats=seats,
        roles={seat["id"]: seat["role"] for seat in group["seats"]},
        voting=voting,
        filled=[seat for seat in voting if seat not in vacant],
        voteless=[seat for seat in seats if seat not in voting],
        voteless_filled=[seat for seat in seats if seat not in voting and seat not in vacant],
        vacant=vacant,
        alternates=[seat["id"] for seat in group["seats"] if seat.get("alternate")],
        outsiders=[] if secretary.get("seat") or "secretary" in seats else ["secretary"],
    )


def _norms(group, day):
    """«{value, cite} with optional since, until».

    Not in the specification: a norm that does not hold on the day of the meeting is left out on that day. Both
    days belong to the time in which it holds, as everywhere else in a profile.
    """
    found = {}
    for key, norm in group.items():
        if not isinstance(norm, dict) or "value" not in norm:
            continue
        begun = day is None or not norm.get("since") or str(norm["since"]) <= str(day)
        ended = day is not None and norm.get("until") and str(norm["until"]) < str(day)
        if begun and not ended:
            found[key] = norm["value"]
    return found


def _meeting(of, meeting, breaches):
    """«Present P: seats of F that `present` lists (unknown, doubled, vacant entries are not counted)»."""
    listed, alternates = list(meeting.get("present") or ()), list(meeting.get("alternates") or ())
    attending = []
    for entry in listed:
        if entry in of.outsiders:
            continue
        if entry not in of.seats or entry in of.vacant or entry in attending:
            breaches.add(("present", entry))
        elif entry not in alternates or entry in of.alternates:
            attending.append(entry)
    # «counts only where the composition gives that seat an alternate, else it is not counted (BREACH part)».
    # Not in the specification: an alternate of a seat that `present` does not list is such a part too.
    breaches |= {
        ("alternates", seat) for seat in alternates if seat not in of.alternates or seat not in listed
    }
    # Not in the specification: guests where the regulation admits none are a part in breach.
    if meeting.get("guests") and of.law.get("invited") is False:
        breaches.add(("guests", "invited"))
    attending = [seat for seat in of.seats if seat in attending]
    present = [seat for seat in attending if seat in of.filled]
    presiding, known = _presiding(of, meeting, attending)
    return Sitting(
        form="meeting",
        attending=attending,
        present=present,
        proxies=dict(meeting.get("proxies") or {}),
        presiding=presiding,
        presiding_known=known,
        polled=[],
        quorum=of.law.get("quorum"),
        adoption=of.law.get("adoption"),
        refused=None if presiding else "presiding void" if known else "presiding unknown",
    )


def _presiding(of, meeting, attending):
    """«The first role of `presiding` with a present seat», the first of its seats «in the order of the list».

    Not in the specification: a seat without a vote presides too, and so does a seat that its alternate takes. A
    seat that is there by proxy only does not: it «counts as present (quorum and base)», and for nothing else.
    """
    roles, elected = of.law.get("presiding"), meeting.get("elected")
    for role in roles or ():
        for seat in attending:
            if of.roles[seat] == role:
                return seat, True
    if roles is None and elected is None:
        return None, False  # «`presiding` left out: who presides is UNKNOWN unless `elected` is recorded»
    if roles is not None and of.read["Q3"] != "elected":
        return None, True
    if elected is None:
        return None, False
    # Not in the specification: whoever is elected and is not there does not preside, and nobody else does.
    return (elected if elected in attending else None), True


def _poll(of, meeting, breaches):
    """«`polled: [seats]` (all filled voting seats where left out)»; «nobody presides a poll»."""
    rule = of.law.get("absentee")
    asked = meeting.get("polled")
    polled = of.filled if asked is None else [seat for seat in of.filled if seat in asked]
    # Not in the specification: who was asked and has no vote is a part in breach, as who came and has no seat.
    for place, seat in enumerate(asked or ()):
        if seat not in of.filled or seat in asked[:place]:
            breaches.add(("polled", seat))
    # Not in the specification: in a poll nobody comes, so alternates and proxies are of nobody.
    breaches |= {("alternates", seat) for seat in meeting.get("alternates") or ()}
    breaches |= {("present", seat) for seat in meeting.get("present") or ()}
    own = rule or {}
    return Sitting(
        form="absentee",
        attending=[],
        present=[],
        proxies=dict(meeting.get("proxies") or {}),
        presiding=None,
        presiding_known=True,
        polled=polled,
        # «where it names none, the group's general norms with those who answered in place of those present».
        quorum=own.get("quorum") or of.law.get("quorum"),
        adoption=own.get("adoption") or of.law.get("adoption"),
        refused="absentee silent" if rule is None else None if rule["allowed"] else "absentee void",
    )


def _by_proxy(of, sitting, rule):
    """«A seat X of F that is absent, with a holder who is present»: who counts, and what is in breach.

    Not in the specification: absent is who is not counted as present; a holder has a vote of its own and came
    itself, so a seat that is there by proxy holds no proxy.
    """
    counted, broken = [], set()
    for seat, holder in sitting.proxies.items():
        if seat not in of.filled or seat in sitting.present or holder not in sitting.present:
            broken.add(("proxies", seat))
        elif rule == "counted":
            counted.append(seat)
        elif rule == "forbidden":
            broken.add(("proxies", seat))
    return counted, broken


# ─── Shares ──────────────────────────────────────────────────────────────────────────────────────────────


def _needed(threshold, whole, read):
    """«Least whole number that reaches the share …, at least 1»."""
    if "more_than" in threshold:
        reached = Fraction(threshold["more_than"]) * whole
        return reached.numerator // reached.denominator + 1
    share = Fraction(threshold["at_least"]) * whole
    down = share.numerator // share.denominator
    up = down if share.denominator == 1 else down + 1
    return max(1, down if read["Q1"] == "round_down" else up)


def _whole(of, sitting, threshold, here=(), votes=()):
    """«Whole of a threshold»: `here` are those present or those who answered, `votes` the votes counted."""
    sides = [vote for vote in votes if vote in ("for", "against")]
    everybody = of.read["Q4"] == "counted"
    filled = len(of.filled) + everybody * len(of.voteless_filled)
    seats = len(of.voting) + everybody * len(of.voteless)
    return {
        "members": filled if of.read["Q2"] == "not_member" else seats,
        "list": seats,
        "filled": filled,
        "present": len(here),
        "answered": len(here),
        "polled": len(sitting.polled),
        "votes": len(votes),
        "for_and_against": len(sides),
    }[threshold["of"]]


def _quorum(of, sitting, here):
    """«Quorum HOLDS where present (with counted proxies) >= needed, else VOID»; left out, UNKNOWN."""
    if sitting.refused in POLL_REFUSED:
        return POLL_REFUSED[sitting.refused]
    if sitting.quorum is None:
        return "unknown"
    needed = _needed(sitting.quorum, _whole(of, sitting, sitting.quorum), of.read)
    # «Yes: … those present without a vote count for the quorum», where the share is one of the seats.
    of_seats = of.read["Q4"] == "counted" and sitting.quorum["of"] in ("members", "list", "filled")
    return (
        "holds"
        if len(here) + of_seats * sum(seat in of.voteless for seat in sitting.attending) >= needed
        else "void"
    )


def _poll_quorum(of, sitting, items):
    """The quorum of a poll, in one word.

    Not in the specification: each question has answers of its own, so a quorum of its own. The poll has one where
    all its questions have one and none where none has; None where they differ.
    """
    found = {item["quorum"] for item in items} or {_quorum(of, sitting, [])}
    return found.pop() if len(found) == 1 else None


# ─── One question ────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class World:
    """What is decided of one question where every norm that matters is known."""

    adopted: bool | None
    reasons: set
    quorum: str
    counted: dict
    broken: set


def _worlds(of, keys):
    """Every regulation that this one could be: its own values, and all the others where it is silent."""
    choices = [(of.law[key],) if key in of.law else COULD_BE[key] for key in keys]
    return [dict(zip(keys, chosen, strict=True)) for chosen in product(*choices)]


def _item(of, sitting, item):
    worlds = [(world, _decide(of, sitting, item, world)) for world in _worlds(of, BY_ITEM)]
    found = [said for _, said in worlds]
    reasons = set.intersection(*(said.reasons for said in found))
    if not _alike([said.adopted for said in found]) or not (reasons or found[0].adopted is not None):
        # A key is to blame where it alone differs and the answer differs, or why there is none.
        for (one, said), (other, told) in combinations(worlds, 2):
            apart = [key for key in BY_ITEM if one[key] != other[key]]
            if len(apart) == 1 and (said.adopted, said.reasons) != (told.adopted, told.reasons):
                reasons.add(f"{apart[0]} silent")
    adopted = found[0].adopted if _alike([said.adopted for said in found]) else None
    counted = [said.counted for said in found]
    void = all(any(reason.endswith(" void") for reason in said.reasons) for said in found)
    return {
        "adopted": adopted,
        "quorum": _shared([said.quorum for said in found]),
        "mark": "decided" if adopted is not None else "void" if void else "unknown",
        "why": sorted(reasons),
        "counted": counted[0] if _alike(counted) else None,
        "breaches": sorted(set.intersection(*(said.broken for said in found))),
        "silent": _silent_on_item(of, sitting, item, reasons),
    }


def _decide(of, sitting, item, world):
    """One question in one world."""
    proxied, _ = _by_proxy(of, sitting, world["proxies"])
    voters = sitting.polled if sitting.form == "absentee" else sitting.present + proxied
    votes = _pairs(item)
    counted, broken, answered = _votes(of, sitting, item, voters, world)
    here = answered if sitting.form == "absentee" else sitting.present + proxied
    quorum = _quorum(of, sitting, here)
    heard = _opinions(of, sitting, item, here, world, broken)
    barred = _barred(item, world)
    counted |= {seat: vote for seat, vote in heard.items() if seat not in barred}
    # An opinion is a vote of the item; whoever gave it did not come, so the base `present` has only those who did.
    # (An earlier specification added the seat to that base: the answer then told of five present where four came.)
    base = here
    written = [seat for seat in heard if seat not in barred]

    # Not in the specification: a question of which neither a vote nor an opinion is recorded that counts is not
    # known to be rejected (as today for votes). It does not matter where something else keeps it undecided.
    whys = {
        sitting.refused: sitting.refused is not None,
        "quorum void": quorum == "void",
        "quorum silent": quorum == "unknown",
        "adoption silent": sitting.adoption is None,
        "no votes": not votes and not heard,
    }
    reasons = {why for why, met in whys.items() if met}
    reasons = reasons - {"no votes"} or reasons
    # Of a poll that is not allowed, or not known to be, nothing more is asked.
    reasons = reasons & set(POLL_REFUSED) or reasons
    if not reasons and _turns_on_nobody(of, sitting, counted, base, written):
        reasons = {"casting_vote silent"}
    adopted = None if reasons else _adopted(of, sitting, counted, base, world["casting_vote"], len(written))
    return World(adopted, reasons, quorum, counted, broken)


def _pairs(item):
    votes = item.get("votes") or ()
    return list(votes.items()) if isinstance(votes, dict) else [(v["seat"], v["vote"]) for v in votes]


def _barred(item, world):
    """«With `conflict_of_interest: abstains` a seat with a conflict does not vote».

    Not in the specification: whoever holds a proxy and has a conflict still votes for the seat that has none.
    """
    return list(item.get("conflicts") or ()) if world["conflict_of_interest"] == "abstains" else []


def _votes(of, sitting, item, voters, world):
    """The first vote of each seat that may vote here; what is in breach; who gave a vote, counted or not."""
    counted, broken, gave = {}, set(), []
    for seat, vote in _pairs(item):
        lent = seat in sitting.proxies and seat not in sitting.present and world["proxies"] == "allowed"
        if seat in gave:
            broken.add(("votes", seat))
        elif seat not in voters:
            # «`allowed`: X does not count and its recorded vote is not counted», and no breach is named.
            if not (lent and seat in of.filled and sitting.proxies[seat] in sitting.present):
                broken.add(("votes", seat))
        else:
            gave.append(seat)
            if seat in _barred(item, world):
                broken.add(("conflicts", seat))
            else:
                counted[seat] = vote
    return counted, broken, gave


def _opinions(of, sitting, item, here, world, broken):
    """«Of a seat of F that is absent and has no counted proxy».

    Not in the specification: an opinion of any other seat counts for nothing and is a part in breach. In a poll
    nobody is absent: a written opinion there is an answer sheet, or nothing.
    """
    heard = {}
    for seat, vote in (item.get("opinions") or {}).items():
        if sitting.form == "absentee" or seat not in of.filled or seat in here:
            broken.add(("opinions", seat))
        elif world["opinions"] == "counted":
            heard[seat] = vote
            if seat in _barred(item, world):
                broken.add(("conflicts", seat))
        elif world["opinions"] == "forbidden":
            broken.add(("opinions", seat))
    return heard


def _turns_on_nobody(of, sitting, counted, base, written):
    """Whether votes are equal, a vote decides by the readings, and no seat with a vote is the one that gives it.

    Not in the specification: what decides then the regulation does not say, and so it is asked for.
    """
    sides, casting = list(counted.values()), of.law.get("casting_vote", "nobody")
    equality = "V1" if sides.count("for") + sides.count("against") == len(base) + len(written) else "V2"
    if (
        sides.count("for") != sides.count("against")
        or casting == "nobody"
        or of.read[equality] == "threshold"
    ):
        return False
    if casting == "presiding" and sitting.form == "meeting":
        return sitting.presiding not in of.voting
    role = "deputy" if casting == "deputy" else "chair"
    return not any(of.roles[seat] == role for seat in of.voting)


def _adopted(of, sitting, counted, base, casting, written=0):
    """«Adoption: threshold as above; where for == against … the casting vote decides by readings V1-V3»."""
    votes = list(counted.values())
    in_favour, against = votes.count("for"), votes.count("against")
    whole = _whole(of, sitting, sitting.adoption, base, votes)
    reached = whole > 0 and in_favour >= _needed(sitting.adoption, whole, of.read)
    if in_favour != against or casting == "nobody":
        return reached
    # Not in the specification: V1 and V2 speak of half of those present, whatever the whole of the threshold is.
    equality = "V1" if in_favour + against == len(base) + written else "V2"
    if of.read[equality] == "threshold":
        return reached
    side = counted.get(_caster(of, sitting, base, casting, counted))
    if side in ("for", "against"):
        return side == "for"
    return reached and of.read["V3"] == "threshold"


def _caster(of, sitting, base, casting, counted):
    """Whose vote decides; None where that seat is not there.

    Not in the specification: of several deputies it is the first in the order of the list, whether it took a side
    or not. In a poll a deputy that answered has it where the regulation gives it to the deputy; only where it
    gives it to whoever presides is it of the chair. Of those who are not in the room it is whose vote counts, by
    proxy or in writing, where nobody of the role is in it.
    """
    room = base if sitting.form == "absentee" else sitting.present
    there = [seat for seat in of.seats if seat in room] + [
        seat for seat in of.seats if seat in counted and seat not in room
    ]
    if casting == "presiding" and sitting.form == "meeting":
        return sitting.presiding
    if casting == "deputy":
        deputies = [seat for seat in there if of.roles[seat] == "deputy"]
        return deputies[0] if deputies else None
    return "chair" if "chair" in there else None


# ─── Silence ─────────────────────────────────────────────────────────────────────────────────────────────


def _alike(values):
    return all(value == values[0] for value in values)


def _shared(words):
    return words[0] if _alike(words) else "unknown"


def _silent_on_meeting(of, sitting, meeting):
    """What the regulation is silent on and this record asks for, but for its questions.

    Not in the specification: a part is told wherever such a fact is recorded, wrong entries too.
    """
    asked = {
        "proxies": sitting.form == "meeting" and sitting.proxies,
        "invited": meeting.get("guests"),
        "absentee": sitting.form == "absentee",
        "presiding": sitting.form == "meeting" and meeting.get("elected") is None,
        "quorum": sitting.quorum is None and sitting.refused not in POLL_REFUSED,
    }
    return sorted(key for key, matters in asked.items() if matters and key not in of.law)


def _silent_on_item(of, sitting, item, reasons):
    asked = {
        "opinions": sitting.form == "meeting" and item.get("opinions"),
        "conflict_of_interest": item.get("conflicts"),
        "adoption": sitting.adoption is None and sitting.refused not in POLL_REFUSED,
        "casting_vote": "casting_vote silent" in reasons,
    }
    return sorted(key for key, matters in asked.items() if matters and key not in of.law)
