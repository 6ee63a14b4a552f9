"""Meetings and polls worked by hand: each name has its arithmetic, and each says what a question comes to.

Seats are written short: «chair», «deputy», «m1» for member-1. Marks: + for, - against, = abstain.
"""

import pytest

HALF_OF_MEMBERS = {"at_least": "1/2", "of": "members"}
HALF_PRESENT = {"at_least": "1/2", "of": "present"}
MARKS = {"+": "for", "-": "against", "=": "abstain"}
SILENT = object()


def seat(short):
    return f"member-{short[1:]}" if short[0] == "m" and short[1:].isdigit() else short


def seats(words):
    return [seat(short) for short in words.split()]


def votes(words):
    return {seat(word[:-1]): MARKS[word[-1]] for word in words.split()}


def group(members=3, *, extra=(), changed=None, readings=None, **norms):
    """A chair, a deputy and so many members; half a quorum, half of those present, whoever presides decides."""
    usual = {
        "presiding": ["chair", "deputy"],
        "quorum": HALF_OF_MEMBERS,
        "adoption": HALF_PRESENT,
        "casting_vote": "presiding",
    }
    said = {"seats": [{"id": one, "role": one} for one in ("chair", "deputy")]}
    said["seats"] += [{"id": f"member-{n}", "role": "member"} for n in range(1, members + 1)]
    said["seats"] += extra
    said["seats"] = [
        {"cite": "app3"} | entry | (changed or {}).get(entry["id"], {}) for entry in said["seats"]
    ]
    for key, value in (usual | norms).items():
        if value is not SILENT:
            said[key] = {"value": value, "cite": "p1"}
    if readings:
        said["readings"] = readings
    return said


def meeting(present, voted=None, *, item=None, **record):
    said = {"held_on": "2024-02-01", "present": seats(present), **record}
    if voted is not None or item:
        said["items"] = [{"question": "План", "votes": votes(voted or ""), **(item or {})}]
    return said


def poll(voted, *, item=None, **record):
    said = {"held_on": "2024-02-01", "form": "absentee", **record}
    return said | {"items": [{"question": "План", "votes": votes(voted), **(item or {})}]}


def holds(name, regulation, record, **expected):
    return pytest.param(regulation, record, expected, id=name)


ALL = "chair deputy m1 m2 m3"
PROXY = {"member-3": "chair"}

QUORUM = [
    holds("3 of 5 are at least 2.5", group(), meeting("chair m1 m2"), quorum="holds"),
    holds("2 of 5 are below 2.5", group(), meeting("chair m1"), quorum="void"),
    holds(
        "2 of 5 reach 2.5 rounded down",
        group(readings={"Q1": "round_down"}),
        meeting("chair m1"),
        quorum="holds",
    ),
    holds(
        "half of 1 rounded down is 0 and at least 1 is needed",
        group(members=0, readings={"Q1": "round_down"}, changed={"deputy": {"votes": False}}),
        meeting(""),
        quorum="void",
    ),
    holds("2 of 4 are at least 2", group(2), meeting("chair m1"), quorum="holds"),
    holds(
        "2 of 4 are not more than 2",
        group(2, quorum={"more_than": "1/2", "of": "members"}),
        meeting("chair m1"),
        quorum="void",
    ),
    holds(
        "3 of 4 are more than 2",
        group(2, quorum={"more_than": "1/2", "of": "members"}),
        meeting("chair m1 m2"),
        quorum="holds",
    ),
    holds(
        "more than 1/2 of 5 is 2.5 floored to 2 plus 1 whatever Q1",
        group(quorum={"more_than": "1/2", "of": "list"}, readings={"Q1": "round_down"}),
        meeting("chair m1"),
        quorum="void",
    ),
    holds(
        "2/3 of 5 is 3.33 so 4 are needed and 3 came",
        group(quorum={"at_least": "2/3", "of": "list"}),
        meeting("chair m1 m2"),
        quorum="void",
    ),
    holds(
        "2/3 of 6 is 4 and 4 came",
        group(4, quorum={"at_least": "2/3", "of": "list"}),
        meeting("chair m1 m2 m3"),
        quorum="holds",
    ),
    holds(
        "members: 5 less 1 vacant are 4 and 2 are half",
        group(),
        meeting("chair m1", vacant=["member-3"]),
        quorum="holds",
    ),
    holds(
        "members with Q2 member: all 5 and 2 are below 2.5",
        group(),
        meeting("chair m1", vacant=["member-3"], readings={"Q2": "member"}),
        quorum="void",
    ),
    holds(
        "list: vacant or not all 5 and 2 are below 2.5",
        group(quorum={"at_least": "1/2", "of": "list"}),
        meeting("chair m1", vacant=["member-3"]),
        quorum="void",
    ),
    holds(
        "filled: 4 whatever Q2 and 2 are half",
        group(quorum={"at_least": "1/2", "of": "filled"}, readings={"Q2": "member"}),
        meeting("chair m1", vacant=["member-3"]),
        quorum="holds",
    ),
    holds(
        "a meeting reading goes before that of the group: 2 of 5 again below",
        group(readings={"Q1": "round_down"}),
        meeting("chair m1", readings={"Q1": "exact"}),
        quorum="void",
    ),
    holds(
        "a secretary without a vote: 2 of 4 voting seats are half and it is not counted",
        group(2, extra=[{"id": "secretary", "role": "secretary", "votes": False}]),
        meeting("chair m1 secretary"),
        quorum="holds",
        present=["chair", "member-1"],
        breaches=[],
    ),
    holds(
        "doubled, vacant and unknown are 3 entries not counted: 1 of 4 is below 2",
        group(),
        meeting("chair chair m3 mayor", vacant=["member-3"]),
        quorum="void",
        present=["chair"],
        breaches=[("present", "chair"), ("present", "mayor"), ("present", "member-3")],
    ),
    holds(
        "a secretary outside is a guest and no member: 2 of 5",
        group() | {"secretary": {"cite": "p1", "duties": []}},
        meeting("chair m1 secretary"),
        quorum="void",
        breaches=[],
    ),
    holds(
        "nobody is a secretary where the regulation has none",
        group(),
        meeting("chair secretary"),
        breaches=[("present", "secretary")],
    ),
    holds(
        "an alternate that the composition gives counts: 3 of 5",
        group(changed={"member-2": {"alternate": {"ru": "заместитель"}}}),
        meeting("chair m1 m2", alternates=["member-2"]),
        quorum="holds",
        breaches=[],
    ),
    holds(
        "an alternate that it does not give is not counted: 2 of 5",
        group(),
        meeting("chair m1 m2", alternates=["member-2"]),
        quorum="void",
        breaches=[("alternates", "member-2")],
    ),
    holds(
        "a silent quorum is unknown though 5 of 5 came",
        group(quorum=SILENT),
        meeting(ALL, "chair+"),
        quorum="unknown",
        item_adopted=None,
        item_why=["quorum silent"],
        silent=["quorum"],
    ),
    holds(
        "a norm that holds from the next day on is silent today",
        group() | {"quorum": {"value": HALF_OF_MEMBERS, "cite": "p1", "since": "2024-02-02"}},
        meeting(ALL),
        quorum="unknown",
    ),
    holds(
        "a norm that holds until today still holds: 5 of 5",
        group() | {"quorum": {"value": HALF_OF_MEMBERS, "cite": "p1", "until": "2024-02-01"}},
        meeting(ALL),
        quorum="holds",
    ),
    holds(
        "a norm that ended the day before is silent today",
        group() | {"quorum": {"value": HALF_OF_MEMBERS, "cite": "p1", "until": "2024-01-31"}},
        meeting(ALL),
        quorum="unknown",
    ),
]

PROXIES = [
    holds(
        "counted: 2 present and 1 by proxy are 3 of 5",
        group(proxies="counted"),
        meeting("chair m1", proxies=PROXY),
        quorum="holds",
        proxies=["member-3"],
        present=["chair", "member-1"],
    ),
    holds(
        "allowed: 2 of 5, the proxy adds nobody",
        group(proxies="allowed"),
        meeting("chair m1", proxies=PROXY),
        quorum="void",
        breaches=[],
    ),
    holds(
        "forbidden: 2 of 5 and a breach",
        group(proxies="forbidden"),
        meeting("chair m1", proxies=PROXY),
        quorum="void",
        breaches=[("proxies", "member-3")],
    ),
    holds(
        "silent: 3 of 5 or 2 of 5, so unknown",
        group(proxies=SILENT),
        meeting("chair m1", "chair+ m1+", proxies=PROXY),
        quorum="unknown",
        item_adopted=None,
        item_why=["proxies silent"],
        silent=["proxies"],
        proxies=None,
    ),
    holds(
        "silent: 4 of 5 or 3 of 5, so a quorum either way; 3 for of 4 or of 3",
        group(),
        meeting("chair m1 m2", "chair+ m1+ m2+", proxies=PROXY),
        quorum="holds",
        item_adopted=True,
    ),
    holds(
        "silent: 2 for are half of 4 but 2 of 3 as well, 1 more for by proxy",
        group(),
        meeting("chair m1 m2", "chair+ m1+ m2- m3+", proxies=PROXY),
        item_adopted=True,
        item_counted=None,
    ),
    holds(
        "silent: 1 for and 2 for by proxy of 4 are 2; 1 of 3 is below 1.5",
        group(casting_vote="nobody"),
        meeting("chair m1 m2", "chair+ m1- m2= m3+", proxies=PROXY),
        item_adopted=None,
        item_why=["proxies silent"],
    ),
    holds(
        "counted vote: 2 for of 4 present with the proxy are half",
        group(proxies="counted"),
        meeting("chair m1 m2", "chair+ m1- m2= m3+", proxies=PROXY),
        item_adopted=True,
    ),
    holds(
        "allowed: the vote by proxy is not counted, 1:1 and the chair against",
        group(proxies="allowed"),
        meeting("chair m1 m2", "chair- m1+ m2= m3+", proxies=PROXY),
        item_adopted=False,
        item_breaches=[],
    ),
    holds(
        "a holder who is absent makes no proxy: 2 of 5",
        group(proxies="counted"),
        meeting("chair m1", proxies={"member-3": "deputy"}),
        quorum="void",
        breaches=[("proxies", "member-3")],
    ),
    holds(
        "a proxy of one present counts once: 2 of 5",
        group(proxies="counted"),
        meeting("chair m1", proxies={"member-1": "chair"}),
        quorum="void",
        breaches=[("proxies", "member-1")],
    ),
    holds(
        "a proxy of a vacant seat counts nobody: 1 of 4",
        group(proxies="counted"),
        meeting("chair", proxies=PROXY, vacant=["member-3"]),
        quorum="void",
        breaches=[("proxies", "member-3")],
    ),
    holds(
        "a seat by proxy holds no proxy: 2 present and 1 of 2 proxies are 3 of 5",
        group(proxies="counted"),
        meeting("chair m1", proxies={"member-3": "chair", "member-2": "member-3"}),
        quorum="holds",
        proxies=["member-3"],
    ),
    holds(
        "a chair by proxy does not preside, the deputy does",
        group(proxies="counted"),
        meeting("deputy m1 m2", proxies={"chair": "deputy"}),
        presiding="deputy",
    ),
]

PRESIDING = [
    holds(
        "chair before deputy", group(), meeting("deputy chair m1"), presiding="chair", presiding_known=True
    ),
    holds("deputy where the chair is absent", group(), meeting("deputy m1 m2"), presiding="deputy"),
    holds(
        "nobody: 3 for of 3 decide nothing",
        group(),
        meeting("m1 m2 m3", "m1+ m2+ m3+"),
        presiding=None,
        presiding_known=True,
        quorum="holds",
        item_adopted=None,
        item_why=["presiding void"],
        item_mark="void",
    ),
    holds(
        "elected: 3 for of 3",
        group(readings={"Q3": "elected"}),
        meeting("m1 m2 m3", "m1+ m2+ m3+", elected="member-2"),
        presiding="member-2",
        item_adopted=True,
    ),
    holds(
        "elected, and nobody recorded who",
        group(readings={"Q3": "elected"}),
        meeting("m1 m2 m3", "m1+"),
        presiding=None,
        presiding_known=False,
        item_mark="unknown",
        item_why=["presiding unknown"],
    ),
    holds(
        "elected, and not there",
        group(readings={"Q3": "elected"}),
        meeting("m1 m2 m3", elected="mayor"),
        presiding=None,
        presiding_known=True,
    ),
    holds(
        "silent, 5 of 5 and nobody known to preside",
        group(presiding=SILENT),
        meeting(ALL, "chair+"),
        presiding=None,
        presiding_known=False,
        item_adopted=None,
        silent=["presiding"],
    ),
    holds(
        "silent, and an elected one recorded",
        group(presiding=SILENT),
        meeting(ALL, elected="member-1"),
        presiding="member-1",
        presiding_known=True,
        silent=[],
    ),
    holds(
        "the first deputy of the list though written last",
        group(0, extra=[{"id": "deputy-1", "role": "deputy"}, {"id": "deputy-2", "role": "deputy"}]),
        meeting("deputy-2 deputy-1"),
        presiding="deputy-1",
    ),
    holds(
        "a co-chair before the deputy",
        group(1, extra=[{"id": "co-chair-1", "role": "co-chair"}], presiding=["chair", "co-chair", "deputy"]),
        meeting("deputy co-chair-1"),
        presiding="co-chair-1",
    ),
]

ADOPTION = [
    holds(
        "3 for of 5 present reach 2.5", group(), meeting(ALL, "chair+ deputy+ m1+ m2- m3="), item_adopted=True
    ),
    holds(
        "2 for, 1 against, of 5 present are below 2.5",
        group(),
        meeting(ALL, "chair+ deputy+ m1- m2= m3="),
        item_adopted=False,
    ),
    holds(
        "2 for of 5 present with Q1 rounded down reach 2",
        group(readings={"Q1": "round_down"}),
        meeting(ALL, "chair+ deputy+ m1- m2= m3="),
        item_adopted=True,
    ),
    holds(
        "3 for of 6 present are not more than 3",
        group(4, adoption={"more_than": "1/2", "of": "present"}),
        meeting("chair deputy m1 m2 m3 m4", "chair+ m1+ m2+ m3- m4="),
        item_adopted=False,
    ),
    holds(
        "votes: 2 for of 4 votes are half, 1 silent",
        group(adoption={"at_least": "1/2", "of": "votes"}),
        meeting(ALL, "chair+ deputy+ m1- m2="),
        item_adopted=True,
    ),
    holds(
        "for and against: 2 for of 3 are 2/3, abstained 2",
        group(adoption={"at_least": "2/3", "of": "for_and_against"}),
        meeting(ALL, "chair+ deputy+ m1- m2= m3="),
        item_adopted=True,
    ),
    holds(
        "members: 3 for of 7 are below 3.5 though all 3 of 4 for",
        group(5, adoption={"at_least": "1/2", "of": "members"}),
        meeting("chair deputy m1 m2", "chair+ deputy+ m1+ m2-"),
        item_adopted=False,
    ),
    holds(
        "members less 1 vacant: 3 for of 6",
        group(5, adoption={"at_least": "1/2", "of": "members"}),
        meeting("chair deputy m1 m2", "chair+ deputy+ m1+ m2-", vacant=["member-5"]),
        item_adopted=True,
    ),
    holds(
        "list: 3 for of 7 though 1 is vacant",
        group(5, adoption={"at_least": "1/2", "of": "list"}),
        meeting("chair deputy m1 m2", "chair+ deputy+ m1+ m2-", vacant=["member-5"]),
        item_adopted=False,
    ),
    holds(
        "filled: 3 for of 6 with Q2 member",
        group(5, adoption={"at_least": "1/2", "of": "filled"}, readings={"Q2": "member"}),
        meeting("chair deputy m1 m2", "chair+ deputy+ m1+ m2-", vacant=["member-5"]),
        item_adopted=True,
    ),
    holds(
        "unanimity: 4 for of 5 present are not 5",
        group(adoption={"at_least": "1/1", "of": "present"}),
        meeting(ALL, "chair+ deputy+ m1+ m2+ m3="),
        item_adopted=False,
    ),
    holds(
        "unanimity of votes: 3 for of 3 votes",
        group(adoption={"at_least": "1/1", "of": "votes"}),
        meeting(ALL, "chair+ deputy+ m1+"),
        item_adopted=True,
    ),
    holds(
        "for and against: all 5 abstain, the whole is 0",
        group(adoption={"at_least": "1/2", "of": "for_and_against"}),
        meeting(ALL, "chair= deputy= m1= m2= m3="),
        item_adopted=False,
    ),
    holds(
        "0 for of 5, 0 against: not adopted with V2 by the threshold",
        group(readings={"V2": "threshold"}),
        meeting(ALL, "chair= m1="),
        item_adopted=False,
    ),
    holds(
        "no vote recorded is not known to be rejected",
        group(),
        meeting(ALL, ""),
        item_adopted=None,
        item_why=["no votes"],
        item_mark="unknown",
    ),
    holds(
        "votes of absent, unknown and non-voting are not counted: 1 for of 3",
        group(extra=[{"id": "secretary", "role": "secretary", "votes": False}]),
        meeting("chair m1 m2 secretary", "chair+ m1- m2- m3+ secretary+ mayor+"),
        item_adopted=False,
        item_breaches=[("votes", "mayor"), ("votes", "member-3"), ("votes", "secretary")],
    ),
    holds(
        "a second vote is not counted: 1 for, 2 against of 3",
        group(),
        meeting(
            "chair m1 m2",
            item={
                "votes": [
                    {"seat": "chair", "vote": "for"},
                    {"seat": "member-1", "vote": "against"},
                    {"seat": "member-2", "vote": "against"},
                    {"seat": "member-1", "vote": "for"},
                ]
            },
        ),
        item_adopted=False,
        item_breaches=[("votes", "member-1")],
    ),
    holds(
        "silent adoption: 5 for of 5 and yet unknown",
        group(adoption=SILENT),
        meeting(ALL, "chair+ deputy+ m1+ m2+ m3+"),
        item_adopted=None,
        item_why=["adoption silent"],
        item_silent=["adoption"],
        item_mark="unknown",
    ),
    holds(
        "without quorum 2 for of 2 decide nothing",
        group(),
        meeting("chair m1", "chair+ m1+"),
        item_adopted=None,
        item_why=["quorum void"],
        item_mark="void",
    ),
]

FOUR = "chair deputy m1 m2"
EQUAL = [
    holds(
        "V1 2:2 of 4 present: the chair for",
        group(2),
        meeting(FOUR, "chair+ deputy- m1+ m2-"),
        item_adopted=True,
    ),
    holds(
        "V1 2:2 of 4 present: the chair against",
        group(2),
        meeting(FOUR, "chair- deputy- m1+ m2+"),
        item_adopted=False,
    ),
    holds(
        "V1 threshold: 2 for of 4 reach 2 though the chair is against",
        group(2, readings={"V1": "threshold"}),
        meeting(FOUR, "chair- deputy- m1+ m2+"),
        item_adopted=True,
    ),
    holds(
        "V2 1:1 of 4 present: the chair for, below 2",
        group(2),
        meeting(FOUR, "chair+ deputy- m1= m2="),
        item_adopted=True,
    ),
    holds(
        "V2 threshold: 1 for of 4 is below 2",
        group(2, readings={"V2": "threshold"}),
        meeting(FOUR, "chair+ deputy- m1= m2="),
        item_adopted=False,
    ),
    holds(
        "V3 2:2 of 5: the chair abstains",
        group(adoption={"at_least": "1/3", "of": "present"}),
        meeting(ALL, "chair= deputy- m1+ m2+ m3-"),
        item_adopted=False,
    ),
    holds(
        "V3 threshold 2:2 of 5: 1/3 is 1.67 and 2 reach it",
        group(adoption={"at_least": "1/3", "of": "present"}, readings={"V3": "threshold"}),
        meeting(ALL, "chair= deputy- m1+ m2+ m3-"),
        item_adopted=True,
    ),
    holds(
        "V3 threshold 2:2 of 5: 2 are below 2.5",
        group(readings={"V3": "threshold"}),
        meeting(ALL, "chair= deputy- m1+ m2+ m3-"),
        item_adopted=False,
    ),
    holds(
        "nobody casts: 2 for of 4 reach 2 though the chair is against",
        group(2, casting_vote="nobody"),
        meeting(FOUR, "chair- deputy- m1+ m2+"),
        item_adopted=True,
    ),
    holds(
        "nobody casts: 2 for of 4 are not more than 2",
        group(2, casting_vote="nobody", adoption={"more_than": "1/2", "of": "present"}),
        meeting(FOUR, "chair+ deputy- m1+ m2-"),
        item_adopted=False,
    ),
    holds(
        "chair casts and is absent: 1:1 of 3, 1 is below 1.5 and V3 decides nothing",
        group(2, casting_vote="chair"),
        meeting("deputy m1 m2", "deputy+ m1- m2="),
        item_adopted=False,
    ),
    holds(
        "presiding deputy casts where the chair is absent: 1:1 of 3",
        group(2),
        meeting("deputy m1 m2", "deputy+ m1- m2="),
        item_adopted=True,
    ),
    holds(
        "deputy casts though the chair presides: 2:2 of 4",
        group(2, casting_vote="deputy"),
        meeting(FOUR, "chair- deputy+ m1+ m2-"),
        item_adopted=True,
    ),
    holds(
        "chair casts by V2 with members: 2:2 of 5 present, 2 of 5 are below 2.5",
        group(casting_vote="chair", adoption={"at_least": "1/2", "of": "members"}),
        meeting(ALL, "chair+ deputy- m1+ m2- m3="),
        item_adopted=True,
    ),
    holds(
        "V1 is of those present: 2:2 of 4 present and 5 members",
        group(
            casting_vote="chair", adoption={"at_least": "1/2", "of": "members"}, readings={"V1": "threshold"}
        ),
        meeting(FOUR, "chair+ deputy- m1+ m2-"),
        item_adopted=False,
    ),
    holds(
        "silent casting 2:2 of 4, all values: chair for, deputy for, 2 of 4 reached",
        group(2, casting_vote=SILENT),
        meeting(FOUR, "chair+ deputy+ m1- m2-"),
        item_adopted=True,
    ),
    holds(
        "silent casting 2:2 of 4: the chair for, the deputy against",
        group(2, casting_vote=SILENT),
        meeting(FOUR, "chair+ deputy- m1+ m2-"),
        item_adopted=None,
        item_why=["casting_vote silent"],
        item_silent=["casting_vote"],
    ),
    holds(
        "silent casting 1:1 of 4: chair for and deputy absent, so V3",
        group(2, casting_vote=SILENT),
        meeting("chair m1 m2", "chair+ m1- m2="),
        item_adopted=None,
        item_why=["casting_vote silent"],
    ),
    holds(
        "silent casting does not matter: 3:1 of 4",
        group(2, casting_vote=SILENT),
        meeting(FOUR, "chair+ deputy- m1+ m2+"),
        item_adopted=True,
        item_silent=[],
    ),
    holds(
        "silent casting does not matter: 0:0 of 4",
        group(2, casting_vote=SILENT),
        meeting(FOUR, "chair= deputy= m1= m2="),
        item_adopted=False,
    ),
]

OPINION = {"opinions": {"member-3": "for"}}
CONFLICT = {"conflicts": ["member-1"]}
THREE = "chair m1 m2"
OPINIONS = [
    holds(
        "counted: 2 for of 3 present and 1 heard are half of 4",
        group(opinions="counted", casting_vote="nobody"),
        meeting(THREE, "chair+ m1- m2=", item=OPINION),
        item_adopted=True,
        quorum="holds",
    ),
    holds(
        "allowed: 1 for of 3 is below 1.5",
        group(opinions="allowed", casting_vote="nobody"),
        meeting(THREE, "chair+ m1- m2=", item=OPINION),
        item_adopted=False,
        item_breaches=[],
    ),
    holds(
        "forbidden: 1 for of 3 and a breach",
        group(opinions="forbidden", casting_vote="nobody"),
        meeting(THREE, "chair+ m1- m2=", item=OPINION),
        item_adopted=False,
        item_breaches=[("opinions", "member-3")],
    ),
    holds(
        "silent: 2 of 4 or 1 of 3, so unknown",
        group(casting_vote="nobody"),
        meeting(THREE, "chair+ m1- m2=", item=OPINION),
        item_adopted=None,
        item_why=["opinions silent"],
        item_silent=["opinions"],
        item_counted=None,
    ),
    holds(
        "silent: 3 of 4 or 2 of 3, so adopted",
        group(casting_vote="nobody"),
        meeting(THREE, "chair+ m1+ m2=", item=OPINION),
        item_adopted=True,
        item_silent=["opinions"],
    ),
    holds(
        "an opinion adds nobody to the quorum: 2 of 5",
        group(opinions="counted"),
        meeting("chair m1", "chair+ m1+", item=OPINION),
        quorum="void",
        item_why=["quorum void"],
    ),
    holds(
        "an opinion against leaves the base of those who came: 2 for of 3 are enough, one against in writing",
        group(opinions="counted", casting_vote="nobody"),
        meeting(THREE, "chair+ m1+", item={"opinions": {"member-3": "against", "deputy": "abstain"}}),
        item_adopted=True,
    ),
    holds(
        "an opinion of one present counts for nothing: 1 for of 3",
        group(opinions="counted", casting_vote="nobody"),
        meeting(THREE, "chair+ m1-", item={"opinions": {"member-2": "for"}}),
        item_adopted=False,
        item_breaches=[("opinions", "member-2")],
    ),
    holds(
        "a counted proxy goes before an opinion: 2 for of 4, m3 against by proxy and for by opinion",
        group(proxies="counted", opinions="counted", casting_vote="nobody"),
        meeting(THREE, "chair+ m1+ m3-", item=OPINION, proxies=PROXY),
        item_counted={"chair": "for", "member-1": "for", "member-3": "against"},
        item_adopted=True,
    ),
    holds(
        "an opinion breaks V1 into V2: 1:1 of 2 present, one heard to abstain; 1 for of 2 reaches half",
        group(1, opinions="counted", readings={"V2": "threshold"}),
        meeting("chair m1", "chair+ m1-", item={"opinions": {"deputy": "abstain"}}),
        item_adopted=True,
    ),
    holds(
        "the chair by opinion has the casting vote: 1:1 of 3, the opinion counts and decides",
        group(2, opinions="counted", casting_vote="chair"),
        meeting("deputy m1", "deputy- m1=", item={"opinions": {"chair": "for"}}),
        item_adopted=True,
    ),
    holds(
        "proxies and opinions silent: one vote either way, 2 for of 4",
        group(casting_vote="nobody"),
        meeting(THREE, "chair+ m1+ m3+", item=OPINION, proxies=PROXY),
        item_adopted=True,
        item_silent=["opinions"],
        silent=["proxies"],
    ),
    holds(
        "abstains: 1 for of 3, the vote in conflict is not counted, the base stays 3",
        group(conflict_of_interest="abstains"),
        meeting(THREE, "chair+ m1+", item=CONFLICT),
        item_adopted=False,
        item_breaches=[("conflicts", "member-1")],
    ),
    holds(
        "abstains: of 1 vote 1 is for, whole votes is 1",
        group(conflict_of_interest="abstains", adoption={"at_least": "1/1", "of": "votes"}),
        meeting(THREE, "chair+ m1-", item=CONFLICT),
        item_adopted=True,
    ),
    holds(
        "silent on conflicts: 2 for of 3 or 1 of 3",
        group(),
        meeting(THREE, "chair+ m1+", item=CONFLICT),
        item_adopted=None,
        item_why=["conflict_of_interest silent"],
        item_silent=["conflict_of_interest"],
    ),
    holds(
        "silent on conflicts and no vote of that seat: 2 for of 3",
        group(),
        meeting(THREE, "chair+ m2+", item=CONFLICT),
        item_adopted=True,
    ),
    holds(
        "a chair in conflict has no casting vote: 1:1 of 4 is left, V3",
        group(2, conflict_of_interest="abstains"),
        meeting(FOUR, "chair+ deputy- m1+ m2=", item={"conflicts": ["chair"]}),
        item_adopted=False,
    ),
    holds(
        "guests where they are not admitted",
        group(invited=False),
        meeting(THREE, guests=["эксперт"]),
        breaches=[("guests", "invited")],
    ),
    holds(
        "guests where the regulation is silent",
        group(),
        meeting(THREE, guests=["эксперт"]),
        breaches=[],
        silent=["invited"],
    ),
]

OWN = {
    "allowed": True,
    "quorum": {"at_least": "2/3", "of": "members"},
    "adoption": {"more_than": "1/2", "of": "polled"},
}
POLLS = [
    holds(
        "not allowed",
        group(absentee={"allowed": False}),
        poll("chair+ deputy+ m1+"),
        quorum="void",
        item_adopted=None,
        item_why=["absentee void"],
        item_mark="void",
        presiding=None,
        presiding_known=True,
    ),
    holds(
        "silent",
        group(),
        poll("chair+ deputy+ m1+ m2+ m3+"),
        quorum="unknown",
        item_adopted=None,
        item_why=["absentee silent"],
        item_mark="unknown",
        silent=["absentee"],
    ),
    holds(
        "general norms: 3 answers of 5 and 2 for of 3",
        group(absentee={"allowed": True}),
        poll("chair+ deputy+ m1-"),
        quorum="holds",
        item_adopted=True,
        present=[],
    ),
    holds(
        "general norms: 2 answers of 5 are below 2.5",
        group(absentee={"allowed": True}),
        poll("chair+ deputy+"),
        quorum="void",
        item_why=["quorum void"],
    ),
    holds(
        "own quorum: 3 answers of 5 are below 3.33",
        group(absentee=OWN),
        poll("chair+ deputy+ m1+"),
        quorum="void",
    ),
    holds(
        "own adoption: 3 for of 5 polled are more than 2.5",
        group(absentee=OWN),
        poll("chair+ deputy+ m1+ m2="),
        quorum="holds",
        item_adopted=True,
    ),
    holds(
        "own adoption: 2 for of 5 polled are not more than 2.5 though none is against",
        group(absentee=OWN),
        poll("chair+ deputy+ m1= m2="),
        item_adopted=False,
    ),
    holds(
        "polled 4 less 1 vacant: 2 for of 3 are more than 1.5, answers 3 of 4 members",
        group(absentee=OWN),
        poll("chair+ deputy+ m1-", polled=seats(FOUR), vacant=["member-2"]),
        quorum="holds",
        item_adopted=True,
        breaches=[("polled", "member-2")],
    ),
    holds(
        "an answer of one not polled is not counted: 2 answers of 5",
        group(absentee={"allowed": True}),
        poll("chair+ deputy+ m3+", polled=seats("chair deputy m1")),
        quorum="void",
        item_breaches=[("votes", "member-3")],
    ),
    holds(
        "answered: 2 for of 4 answers are half, 1 did not answer",
        group(
            absentee={"allowed": True, "adoption": {"at_least": "1/2", "of": "answered"}},
            casting_vote="nobody",
        ),
        poll("chair+ deputy+ m1- m2="),
        item_adopted=True,
    ),
    holds(
        "2:2 of 4 answers: nobody presides, the chair casts for",
        group(absentee={"allowed": True}),
        poll("chair+ deputy- m1+ m2-"),
        item_adopted=True,
    ),
    holds(
        "2:2 of 4 answers: the chair did not answer, V3",
        group(absentee={"allowed": True}),
        poll("deputy+ m1+ m2- m3-"),
        item_adopted=False,
    ),
    holds(
        "2:2 of 4 answers: nobody casts, 2 reach 2",
        group(absentee={"allowed": True}, casting_vote="nobody"),
        poll("chair- deputy+ m1+ m2-"),
        item_adopted=True,
    ),
    holds(
        "2:2 of 4 answers: the deputy casts",
        group(absentee={"allowed": True}, casting_vote="deputy"),
        poll("chair- deputy+ m1+ m2-"),
        item_adopted=True,
    ),
    holds(
        "a conflict stays among the answers: 1 for of 3 is below 1.5",
        group(absentee={"allowed": True}, conflict_of_interest="abstains", casting_vote="nobody"),
        poll("chair+ m1+ m2=", item=CONFLICT),
        quorum="holds",
        item_adopted=False,
    ),
    holds(
        "a poll without presiding norm decides: 3 for of 3",
        group(absentee={"allowed": True}, presiding=SILENT),
        poll("chair+ deputy+ m1+"),
        item_adopted=True,
        silent=[],
    ),
    holds(
        "silent general adoption: unknown",
        group(absentee={"allowed": True}, adoption=SILENT),
        poll("chair+ deputy+ m1+"),
        item_adopted=None,
        item_why=["adoption silent"],
    ),
    holds(
        "an own adoption needs no general one: 3 for of 5 polled",
        group(absentee=OWN, adoption=SILENT, quorum=SILENT),
        poll("chair+ deputy+ m1+ m2-"),
        item_adopted=True,
        item_silent=[],
        silent=[],
    ),
    holds(
        "proxies and opinions count for nothing in a poll: 2 answers of 5",
        group(absentee={"allowed": True}, proxies="counted", opinions="counted"),
        poll("chair+ deputy+", proxies=PROXY, item=OPINION),
        quorum="void",
        breaches=[("proxies", "member-3")],
        item_breaches=[("opinions", "member-3")],
    ),
]


NOT_VOTING = {"id": "secretary", "role": "secretary", "votes": False}
FOR_AND_AGAINST = {"at_least": "1/2", "of": "for_and_against"}
SINCE = {"value": HALF_OF_MEMBERS, "cite": "p1", "since": "2024-02-01"}
ABSTAINS = "abstains"
EDGES = [
    holds(
        "silent casting 1:1 of 3, an elected one for: of 1.5 by nobody, V3 by chair and deputy, so only presiding",
        group(casting_vote=SILENT, readings={"Q3": "elected"}),
        meeting("m1 m2 m3", "m1+ m2- m3=", elected="member-1"),
        item_adopted=None,
        item_why=["casting_vote silent"],
    ),
    holds(
        "V1 2:2 of 4, the chair against: a side was taken, so V3 is not asked",
        group(2, readings={"V3": "threshold"}),
        meeting(FOUR, "chair- deputy- m1+ m2+"),
        item_adopted=False,
    ),
    holds(
        "2 of 5 have no quorum, and then an opinion that may be no vote does not matter",
        group(),
        meeting("chair m1", "", item=OPINION),
        item_adopted=None,
        item_why=["quorum void"],
        item_mark="void",
    ),
    holds(
        "a norm from today on holds today: 5 of 5", group() | {"quorum": SINCE}, meeting(ALL), quorum="holds"
    ),
    holds(
        "without a day every norm holds: 5 of 5",
        group() | {"quorum": SINCE | {"until": "2024-02-01"}},
        {"present": seats(ALL)},
        quorum="holds",
        items=[],
    ),
    holds(
        "a vacancy of no seat takes nobody off: 5 members, 3 came",
        group(),
        meeting("chair m1 m2", vacant=["mayor"]),
        quorum="holds",
        breaches=[("vacant", "mayor")],
    ),
    holds(
        "nobody came: 0 of 5", group(), {"held_on": "2024-02-01"}, quorum="void", present=[], form="meeting"
    ),
    holds(
        "a group of one without a chair: 1 of 1, nobody presides",
        group() | {"seats": [{"id": "member-1", "role": "member"}]},
        meeting("m1"),
        quorum="holds",
        presiding=None,
    ),
    holds("no guests are no breach", group(invited=False), meeting(THREE, guests=[]), breaches=[], silent=[]),
    holds(
        "guests where they are admitted",
        group(invited=True),
        meeting(THREE, guests=["эксперт"]),
        breaches=[],
        silent=[],
    ),
    holds(
        "an alternate of one that nobody listed: 3 of 5",
        group(changed={"member-3": {"alternate": {"ru": "заместитель"}}}),
        meeting(THREE, alternates=["member-3"]),
        quorum="holds",
        breaches=[("alternates", "member-3")],
    ),
    holds(
        "a secretary within the composition is no outsider",
        group(extra=[NOT_VOTING]) | {"secretary": {"cite": "p1"}},
        meeting("chair secretary secretary"),
        breaches=[("present", "secretary")],
    ),
    holds(
        "a secretary who is member-1: «secretary» is nobody's seat",
        group() | {"secretary": {"seat": "member-1", "cite": "p1"}},
        meeting("chair secretary"),
        breaches=[("present", "secretary")],
    ),
    holds(
        "a chair without a vote presides: 1:0 of 2 voting present",
        group(1, changed={"chair": {"votes": False}}),
        meeting("chair deputy m1", "chair- deputy+"),
        presiding="chair",
        present=["deputy", "member-1"],
        item_adopted=True,
        item_breaches=[("votes", "chair")],
        item_mark="decided",
    ),
    holds(
        "for and against: 1 for of 3, 4 abstain; half of 3 is 1.5",
        group(4, adoption=FOR_AND_AGAINST),
        meeting("chair deputy m1 m2 m3 m4", "chair+ deputy- m1- m2= m3= m4="),
        item_adopted=False,
    ),
    holds(
        "for and against: 2 for of 3, 1 abstains; 3/4 of 3 are 2.25",
        group(adoption={"at_least": "3/4", "of": "for_and_against"}),
        meeting(FOUR, "chair+ deputy+ m1- m2="),
        item_adopted=False,
    ),
    holds(
        "for and against: 3 for of 4 are 3/4 and the 3 who did not vote are no part of it",
        group(5, adoption={"at_least": "3/4", "of": "for_and_against"}),
        meeting("chair deputy m1 m2 m3 m4 m5", "chair+ deputy+ m1+ m2-"),
        item_adopted=True,
    ),
    holds(
        "V1 2:2 of 4 are not more than 2, the chair for; V2 and V3 are not asked",
        group(
            2, adoption={"more_than": "1/2", "of": "present"}, readings={"V2": "threshold", "V3": "threshold"}
        ),
        meeting(FOUR, "chair+ deputy- m1+ m2-"),
        item_adopted=True,
    ),
    holds(
        "silent casting 1:1 of 3, the chair absent: the deputy for presides, the seat chair casts nothing",
        group(2, casting_vote=SILENT),
        meeting("deputy m1 m2", "deputy+ m1- m2="),
        item_adopted=None,
        item_why=["casting_vote silent"],
    ),
    holds(
        "silent casting 1:1 of 3, the chair absent, V3 by a threshold of 1/3",
        group(
            2,
            casting_vote=SILENT,
            adoption={"at_least": "1/3", "of": "present"},
            readings={"V3": "threshold"},
        ),
        meeting("deputy m1 m2", "deputy+ m1- m2="),
        item_adopted=True,
    ),
    holds(
        "silent casting 2:2 of 4, all against, and 2 are below 2.4",
        group(2, casting_vote=SILENT, adoption={"at_least": "3/5", "of": "present"}),
        meeting(FOUR, "chair- deputy- m1+ m2+"),
        item_adopted=False,
        item_mark="decided",
    ),
    holds(
        "silent casting 2:2 of 4, all for, and 2 are below 2.4: nobody alone differs",
        group(2, casting_vote=SILENT, adoption={"at_least": "3/5", "of": "present"}),
        meeting(FOUR, "chair+ deputy+ m1- m2-"),
        item_adopted=None,
    ),
    holds(
        "two deputies: the first of the list abstains, so V3 for 1:1 of 3",
        group(
            0,
            changed={"deputy": {"id": "deputy-1"}},
            extra=[{"id": "deputy-2", "role": "deputy"}],
            casting_vote="deputy",
        ),
        meeting("chair deputy-1 deputy-2", "chair- deputy-1= deputy-2+"),
        item_adopted=False,
    ),
    holds(
        "no quorum or no vote: 2 of 5 without the proxy, no vote with it",
        group(),
        meeting("chair m1", "", item=OPINION, proxies=PROXY),
        item_adopted=None,
        item_why=["proxies silent"],
        item_mark="unknown",
    ),
    holds(
        "an opinion alone is a vote: 1 for of 4 is below 2",
        group(opinions="counted"),
        meeting(THREE, "", item=OPINION),
        item_adopted=False,
    ),
    holds(
        "an opinion that does not count is no vote",
        group(opinions="allowed"),
        meeting(THREE, item={"opinions": {"member-3": "for"}, "votes": None}),
        item_adopted=None,
        item_why=["no votes"],
    ),
    holds(
        "opinions of no seat, of no vote and of a vacant seat: 3 of 3 for",
        group(extra=[NOT_VOTING], opinions="counted"),
        meeting(
            THREE,
            "chair+ m1+ m2+",
            vacant=["member-3"],
            item={"opinions": dict.fromkeys(("mayor", "secretary", "member-3"), "against")},
        ),
        item_adopted=True,
        item_breaches=[("opinions", "mayor"), ("opinions", "member-3"), ("opinions", "secretary")],
    ),
    holds(
        "an opinion in conflict is not counted and leaves the base: 2 for of 3 are the 2 needed",
        group(
            opinions="counted", conflict_of_interest=ABSTAINS, adoption={"at_least": "2/3", "of": "present"}
        ),
        meeting(THREE, "chair+ m1+", item=OPINION | {"conflicts": ["member-3"]}),
        item_adopted=True,
        item_breaches=[("conflicts", "member-3")],
        item_counted={"chair": "for", "member-1": "for"},
    ),
    holds(
        "an opinion beside a conflict of another: 3 for of 4",
        group(opinions="counted", conflict_of_interest=ABSTAINS),
        meeting(THREE, "chair+ m1+", item=OPINION | {"conflicts": ["member-2"]}),
        item_adopted=True,
        item_breaches=[],
    ),
    holds(
        "allowed: a vote by a proxy whose holder is absent is in breach",
        group(proxies="allowed"),
        meeting(THREE, "chair+ m3+", proxies={"member-3": "deputy"}),
        item_breaches=[("votes", "member-3")],
        breaches=[("proxies", "member-3")],
    ),
    holds(
        "allowed: a vote by a proxy of a vacant seat is in breach",
        group(proxies="allowed"),
        meeting(THREE, "chair+ m3+", proxies=PROXY, vacant=["member-3"]),
        item_breaches=[("votes", "member-3")],
    ),
    holds(
        "allowed: a vote without a proxy is in breach",
        group(proxies="allowed"),
        meeting(THREE, "chair+ deputy+ m3+", proxies=PROXY),
        item_breaches=[("votes", "deputy")],
    ),
    holds(
        "forbidden: a vote by proxy is in breach",
        group(proxies="forbidden"),
        meeting(THREE, "chair+ m3+", proxies=PROXY),
        item_breaches=[("votes", "member-3")],
    ),
    holds(
        "a poll of no question has no answers: 0 of 5",
        group(absentee={"allowed": True}),
        {"form": "absentee"},
        quorum="void",
    ),
    holds(
        "a poll to which one came and one stood in, one polled twice",
        group(absentee={"allowed": True}),
        poll(
            "chair+ deputy+ m1+",
            present=["chair"],
            alternates=["member-1"],
            polled=seats("chair deputy m1 m1"),
        ),
        quorum="holds",
        present=[],
        breaches=[("alternates", "member-1"), ("polled", "member-1"), ("present", "chair")],
    ),
    holds(
        "a poll that is not allowed asks for no other norm",
        group(absentee={"allowed": False}, adoption=SILENT, quorum=SILENT),
        poll("chair+"),
        quorum="void",
        silent=[],
        item_silent=[],
        item_why=["absentee void"],
    ),
    holds(
        "a poll asks for no norm on proxies or opinions",
        group(absentee={"allowed": True}),
        poll("chair+ deputy+ m1+", proxies=PROXY, item=OPINION),
        silent=[],
        item_silent=[],
        item_adopted=True,
    ),
    holds(
        "silent on polls, and 1 of 5 answered: still only that",
        group(),
        poll("chair+"),
        quorum="unknown",
        item_quorum="unknown",
        item_why=["absentee silent"],
        item_mark="unknown",
    ),
    holds(
        "known on proxies and opinions: nothing is asked",
        group(proxies="allowed", opinions="allowed", conflict_of_interest=ABSTAINS),
        meeting(THREE, "chair+ m1+", proxies=PROXY, item=OPINION | CONFLICT),
        silent=[],
        item_silent=[],
    ),
]

WORKED = [*QUORUM, *PROXIES, *PRESIDING, *ADOPTION, *EQUAL, *OPINIONS, *POLLS, *EDGES]
