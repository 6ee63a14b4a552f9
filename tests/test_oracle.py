"""Ten thousand random meetings: the library and the oracle agree on every one of them."""

import ast
import json
import random
from collections import Counter
from pathlib import Path

import oracle
import pytest
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile

pytestmark = pytest.mark.provision(
    "kemerovo-2993/app3.5.2",
    "kemerovo-2993/app3.5.5",
    "kemerovo-2993/app3.5.6",
    "kemerovo-2993/app3.5.7",
    "novokuznetsk-277/app4.5.1",
    "novokuznetsk-277/app4.5.6",
    "novokuznetsk-277/app4.5.9",
    "novokuznetsk-277/app4.5.10",
)

PROFILES = {name: load_profile(name) for name in oracle.MEMBERS}
DAYS = ("2023-09-21", "2023-09-22", "2023-10-02", "2023-10-16", "2024-02-29")
KINDS = (
    *oracle.TASKS,
    *oracle.FUNCTIONS,
    *oracle.POWERS["novokuznetsk_district"],
    "festival",
    None,
)
STRANGERS = ("member-9", "member-42", "mayor", "Chair", "{x}", "")
CHOICES = {
    "Q1": ("exact", "round_down"),
    "Q2": ("not_member", "member"),
    "Q3": ("cannot_be_held", "elected"),
    "V1": ("casting_vote", "threshold"),
    "V2": ("casting_vote", "threshold"),
    "V3": ("no_decision", "threshold"),
}


# ─── A random meeting ────────────────────────────────────────────────────────────────────────────────────


def random_meeting(rng):
    which = rng.choice(tuple(oracle.MEMBERS))
    seats = ["chair", "deputy"] + [f"member-{n}" for n in range(1, oracle.MEMBERS[which] + 1)]
    size = len(seats)
    held_on = rng.choices(DAYS, (1, 4, 10, 4, 2))[0]
    present = rng.sample(seats, rng.randint(max(1, size // 2 - 1), size))
    if rng.random() < 0.35:
        present = [seat for seat in present if seat != "chair"]
    if rng.random() < 0.2:
        present = [seat for seat in present if seat not in ("chair", "deputy")]
    meeting = {"profile": which, "held_on": held_on, "present": random_entries(rng, present)}
    if rng.random() < 0.2:
        meeting["vacant"] = rng.sample(seats, rng.randint(1, 2))
        if rng.random() < 0.1:
            meeting["vacant"].append(rng.choice(STRANGERS))
    meeting["items"] = [random_item(rng, present, seats) for _ in range(rng.choice((0, 1, 1, 1, 2, 2)))]
    if rng.random() < 0.4:
        meeting["readings"] = {c: rng.choice(choices) for c, choices in CHOICES.items() if rng.random() < 0.5}
    if not {"chair", "deputy"} & set(present) and rng.random() < 0.7:
        meeting.setdefault("readings", {})["Q3"] = "elected"
        if rng.random() < 0.8:
            meeting["elected"] = rng.choice([*present, "mayor"])
    some = {
        "approved_by": rng.choice(["chair", "chair", "deputy", rng.choice([*seats, *STRANGERS])]),
        "approved_on": rng.choice(DAYS),
    }
    leave_out(rng, meeting, "agenda", some)
    leader = "chair" if "chair" in present else "deputy"
    some = {
        "drafted_by": rng.choice(("secretary", "secretary", "member-1", "deputy")),
        "signed_by": rng.choice((leader, leader, leader, "deputy", "member-1", "mayor")),
        "signed_on": rng.choice((held_on, *DAYS)),
        "copies_to": rng.choice((seats, seats, [*reversed(seats), "mayor"], seats[1:], [])),
    }
    leave_out(rng, meeting, "minutes", some)
    return meeting


def random_entries(rng, present):
    """The list of those present as a person keeps it: sometimes doubled, sometimes with strangers."""
    entries = list(present)
    if present and rng.random() < 0.15:
        entries += rng.choices(present, k=rng.randint(1, 2))
    if rng.random() < 0.15:
        entries.append(rng.choice(STRANGERS))
    if rng.random() < 0.2:
        entries.append("secretary")
    rng.shuffle(entries)
    return entries


def random_item(rng, present, seats):
    voters = rng.sample(present, len(present))
    if rng.random() < 0.6:  # a tie, whoever is left abstains or stays silent
        pairs = rng.choice((len(voters) // 2, rng.randint(0, len(voters) // 2)))
        votes = ["for"] * pairs + ["against"] * pairs
        votes += rng.choices(("abstain", None), k=len(voters) - len(votes))
    else:
        votes = rng.choices(("for", "against", "abstain", None), (4, 3, 2, 1), k=len(voters))
    pairs = [(seat, vote) for seat, vote in zip(voters, votes, strict=True) if vote]
    if rng.random() < 0.15:
        pairs.append((rng.choice([*seats, *STRANGERS, *["secretary"] * 3]), rng.choice(("for", "against"))))
        rng.shuffle(pairs)
    item = {"question": rng.choice(("План", "Заказ {на} 2024 год", "{}"))}
    as_list = len(dict(pairs)) < len(pairs) or rng.random() < 0.2
    item["votes"] = [{"seat": s, "vote": v} for s, v in pairs] if as_list else dict(pairs)
    if kind := rng.choice(KINDS):
        item["kind"] = kind
    return item


def leave_out(rng, meeting, key, values):
    """A part is whole, has gaps, or is not there at all."""
    way = rng.random()
    if way < 0.2:
        return
    meeting[key] = {k: v for k, v in values.items() if way < 0.7 or rng.random() < 0.6}


# ─── What the library says, in the oracle's words ────────────────────────────────────────────────────────

REASONS = {
    "the seat is not present at the meeting": "absent",
    "this seat has voted already": "twice",
    "this is not a member of the group": "no member",
    "the composition has no such seat": "unknown",
}
PARTS = {
    "agenda.approver": "approver",
    "agenda.before_meeting": "before",
    "force.decree": "force",
    "minutes.drafter": "drafter",
    "minutes.copies": "copies",
    "minutes.signer": "signer",
    "minutes.after_meeting": "after",
}


def library_answer(meeting):
    record = MeetingRecord.model_validate(meeting)
    said = judge_record(record, PROFILES[meeting["profile"]]).as_json()
    return {
        "established": said["established"]["outcome"],
        "presiding": said["presiding"]["seat"],
        "led": said["presiding"]["verdict"]["outcome"],
        "present": said["attendance"]["facts"]["present"],
        "strays": said["attendance"]["facts"]["refused"],
        "members": said["quorum"]["facts"]["members"],
        "quorum": said["quorum"]["outcome"],
        "items": [library_item(item) for item in said["items"]],
        "agenda": library_parts(said["agenda"]),
        "minutes": library_parts(said["minutes"]),
        "worst": said["outcome"],
    }


def library_item(item):
    own = [part for part in item["verdict"]["parts"] if part["rule"] != "sitting.decided_twice"]
    decision, *refused, within = own
    facts, reading = decision["facts"], decision["reading"]
    decided_by = None
    if item["adopted"] is not None:
        decided_by = "threshold" if reading is None or reading["code"] == "Q1" else reading["code"]
    return {
        "adopted": item["adopted"],
        "decided_by": decided_by,
        "mark": decision["outcome"],
        "kind": within["outcome"],
        "refused": [[part["facts"]["seat"], REASONS[part["facts"]["reason"]["en"]]] for part in refused],
        "tally": [facts.get(name) for name in ("in_favour", "against", "abstain", "silent")],
    }


def library_parts(verdict):
    if verdict["rule"] in PARTS:
        return {PARTS[verdict["rule"]]: verdict["outcome"]}
    return {name: mark for part in verdict["parts"] for name, mark in library_parts(part).items()}


def oracle_answer(meeting):
    said = oracle.answer(meeting)
    for item in said["items"]:
        votes = list(item.pop("counted").values())
        tally = [votes.count(vote) for vote in ("for", "against", "abstain")]
        item["tally"] = [None] * 4 if item["adopted"] is None else [*tally, said["present"] - len(votes)]
    return said


def classes(meeting, said):
    """What is interesting about one meeting."""
    present, members = said["present"], said["members"]
    cases = {
        f"{said['led']} led": True,
        f"{said['quorum']} quorum": True,
        f"{said['established']} established": True,
        "acting deputy": said["presiding"] == "deputy",
        "elected member": said["presiding"] not in (None, "chair", "deputy"),
        "exactly half present": 2 * present == members,
        "just below half of an odd number": 2 * present == members - 1,
        "entries not counted": said["strays"],
    }
    for part in ("agenda", "minutes"):
        cases[f"no {part}"] = part not in meeting
        cases[f"{part} {max(said[part].values(), key=oracle.WORTH.index)}"] = True
    for item in said["items"]:
        cases |= dict.fromkeys((f"adopted {item['adopted']}", f"kind {item['kind']}"), True)
        cases |= dict.fromkeys((f"vote {why}" for _, why in item["refused"]), True)
        if item["adopted"] is not None:
            cases |= cases_of_a_decision(item, present, said["presiding"].split("-")[0])
    return {case for case, met in cases.items() if met}


def cases_of_a_decision(item, present, presiding):
    in_favour, against, abstain, silent = item["tally"]
    return {
        f"decided by {item['decided_by']}: {item['adopted']}": True,
        "exactly half for": item["decided_by"] == "threshold" and 2 * in_favour == present,
        f"tie below half, presided by the {presiding}": in_favour == against and 2 * in_favour < present,
        "silent members": silent,
        "abstentions": abstain,
    }


OFTEN = {
    "agenda breach",
    "agenda holds",
    "agenda unknown",
    "no agenda",
    "minutes void",
    "minutes breach",
    "minutes holds",
    "minutes unknown",
    "no minutes",
    "holds led",
    "void led",
    "unknown led",
    "elected member",
    "acting deputy",
    "holds quorum",
    "void quorum",
    "holds established",
    "void established",
    "exactly half present",
    "just below half of an odd number",
    "entries not counted",
    "adopted True",
    "adopted False",
    "adopted None",
    "decided by threshold: True",
    "decided by threshold: False",
    "decided by V1: True",
    "decided by V1: False",
    "decided by V2: True",
    "decided by V2: False",
    "decided by V3: False",
    "exactly half for",
    "tie below half, presided by the chair",
    "tie below half, presided by the deputy",
    "silent members",
    "abstentions",
    "vote absent",
    "vote twice",
    "vote no member",
    "vote unknown",
    "kind holds",
    "kind breach",
    "kind unknown",
    "kind void",
}


def test_random_meetings_agree_with_the_oracle_and_meet_every_case_often():
    rng = random.Random(189)  # noqa: S311  # a seed, not a secret
    seen = Counter()
    for _ in range(size(3_000, 10_000)):
        meeting = random_meeting(rng)
        expected = oracle_answer(meeting)
        assert library_answer(meeting) == expected, json.dumps(meeting, ensure_ascii=False)
        seen.update(classes(meeting, expected))
    rare = {case: seen[case] for case in OFTEN if seen[case] < size(30, 100)}
    assert not rare


def test_the_answers_that_were_compared_are_json_to_the_last_value():
    rng = random.Random(1893)  # noqa: S311  # a seed, not a secret
    for _ in range(200):
        meeting = random_meeting(rng)
        said = judge_record(MeetingRecord.model_validate(meeting), PROFILES[meeting["profile"]]).as_json()
        assert json.loads(json.dumps(said)) == said


def test_the_oracle_imports_nothing_of_the_library():
    tree = ast.parse(Path(oracle.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [node.module for node in imports] == ["fractions"]


def meeting_of(present, votes, **more):
    everybody = ["chair", "deputy", *(f"member-{n}" for n in range(1, 9))]
    ballots = dict(zip(everybody, votes, strict=False))
    item = {"question": "План", "kind": "plan-measures", "votes": ballots}
    held = {"profile": "kemerovo", "held_on": "2023-10-02", "present": everybody[:present], "items": [item]}
    return held | more


def adopted(said):
    return [item["adopted"] for item in said["items"]]


def test_the_oracle_is_right_about_meetings_counted_by_hand():
    for_, against, abstain = "for", "against", "abstain"
    by_hand = (
        (meeting_of(4, [for_] * 4), None),  # four of ten are no quorum
        (meeting_of(5, [for_] * 3), True),  # three of five
        (meeting_of(5, [for_] * 2), False),  # two of five are less than two and a half
        (meeting_of(10, [for_] * 5 + [abstain] * 5), True),  # exactly half
        (meeting_of(10, [for_] * 4 + [against] * 3 + [abstain] * 3), False),
        (meeting_of(10, [for_] * 4 + [against] * 4 + [abstain] * 2), True),  # a tie, the chair is for
        (meeting_of(8, [against] * 4 + [for_] * 4), False),  # a tie, the chair is against
        (meeting_of(10, [abstain] + [against] * 4 + [for_] * 4), False),  # a tie, the chair abstains
        (meeting_of(10, [for_] * 10, held_on="2023-09-21"), None),  # the day before the decree
    )
    for meeting, expected in by_hand:
        assert adopted(oracle.answer(meeting)) == [expected]
