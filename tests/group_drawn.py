"""Working groups and their meetings, drawn by Hypothesis as plain mappings, as YAML and JSON hold them.

`groups()` draws a regulation: every key that one may have is there or left out. `meetings(group)` draws a
record over it: mostly what a sensible secretary writes, sometimes with wrong entries (doubled, vacant and unknown
seats, proxies and opinions of those present, alternates that the composition does not give). `cases()` draws both.
Every `cite` is «p1». Nothing of the library is imported.
"""

from functools import lru_cache

from hypothesis import strategies as st

HEADS = ("chair", "co-chair", "deputy")
SHARES = ("1/2", "1/2", "1/2", "2/3", "1/3", "3/4", "3/5", "1/1")
OFTEN_REACHED = ("1/2", "1/2", "1/2", "1/2", "1/2", "1/3", "2/3", "1/1")
STRANGERS = ("member-42", "mayor", "Chair")
VOTES = ("for", "against", "abstain")
DAYS = ("2024-01-15", "2024-01-26", "2024-01-29", "2024-02-01", "2024-02-05", "2024-02-29", "2024-03-11")
HELD = ("2024-02-01", "2024-02-05", "2024-02-29")
READINGS = {
    "Q1": ("exact", "round_down"),
    "Q2": ("not_member", "member"),
    "Q3": ("cannot_be_held", "elected"),
    "Q4": ("not_counted", "counted"),
    "V1": ("casting_vote", "threshold"),
    "V2": ("casting_vote", "threshold"),
    "V3": ("no_decision", "threshold"),
}
OF_QUORUM = ("members", "members", "list", "filled")
OF_ADOPTION = (*OF_QUORUM, "present", "present", "votes", "for_and_against")
OF_POLLS = (*OF_QUORUM, "polled", "answered", "votes", "for_and_against")
UNITS = ("working_days", "calendar_days")


# A strategy that is made once draws much faster than one that is made for each draw.
_choice = lru_cache(maxsize=1000)(st.sampled_from)
_number = lru_cache(maxsize=1000)(st.integers)


def _one(draw, *choices):
    return draw(_choice(choices))


def _sometimes(draw, out_of):
    """True once in so many draws; False in the simplest case."""
    return draw(_number(0, out_of - 1)) == out_of - 1


def _some(draw, seats, most=None):
    """Some of these, each once, in the order of the list."""
    return [seat for seat in seats if _sometimes(draw, 2)][:most]


def _choices(draw):
    return {code: _one(draw, *choices) for code, choices in READINGS.items() if _sometimes(draw, 3)}


# ─── Regulations ─────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def thresholds(draw, wholes, shares=SHARES):
    """A share, and of what; more than the whole is never asked."""
    share = _one(draw, *shares)
    kind = "at_least" if share == "1/1" else _one(draw, "at_least", "at_least", "more_than")
    return {kind: share, "of": _one(draw, *wholes)}


@st.composite
def compositions(draw):
    """The seats: mostly a chair, some who stand in, some members, perhaps a secretary without a vote."""
    ids = [("chair", "chair")] if not _sometimes(draw, 20) else []
    ids += [(f"co-chair-{n}", "co-chair") for n in range(1, _one(draw, 0, 0, 0, 1, 2) + 1)]
    deputies = _one(draw, 1, 1, 1, 0, 2)
    ids += [("deputy" if deputies == 1 else f"deputy-{n}", "deputy") for n in range(1, deputies + 1)]
    ids += [(f"member-{n}", "member") for n in range(1, _one(draw, 3, 4, 5, 2, 1, 0, 6) + 1)]
    ids += [("secretary", "secretary")] if _sometimes(draw, 3) else []
    ids = ids or [("member-1", "member")]
    if _sometimes(draw, 5):
        ids = draw(st.permutations(ids))
    seats = []
    for seat, role in ids:
        entry = {"id": seat, "role": role, "cite": "p1"}
        if not _sometimes(draw, 4):
            entry["office"] = {"ru": f"должность {seat}", "en": f"office {seat}"}
        if _sometimes(draw, 2 if role == "secretary" else 15):
            entry["votes"] = False
        elif _sometimes(draw, 6):
            entry["votes"] = True
        if _sometimes(draw, 4):
            entry["alternate"] = {"ru": f"замещающее лицо {seat}", "en": f"alternate {seat}"}
        seats.append(entry)
    if not any(entry.get("votes", True) for entry in seats):
        del seats[0]["votes"]
    return seats


@st.composite
def minutes(draw, *, secretary, chair):
    hands = ("presiding", "secretary") if secretary else ("presiding",)
    term = st.fixed_dictionaries({"days": st.integers(1, 10), "unit": st.sampled_from(UNITS)})
    return draw(
        st.fixed_dictionaries(
            {},
            optional={
                "drafted_by": st.sampled_from(hands),
                "drafted_within": term,
                "signed_by": st.sampled_from([[hand] for hand in hands] + [list(hands)]),
                "signed_within": term,
                **({"approved_by": st.just("chair")} if chair else {}),
                "copies_to": st.sampled_from(("members", "nobody")),
                "sent_within": term,
                "dissents": st.just("attached"),
            },
        )
    )


def _absentee():
    own = st.fixed_dictionaries(
        {"allowed": st.just(True)},
        optional={
            "quorum": thresholds((*OF_QUORUM, "polled"), OFTEN_REACHED),
            "adoption": thresholds(OF_POLLS),
        },
    )
    return st.one_of(own, own, own, st.just({"allowed": False}))


def _words(russian, english):
    return st.just({"ru": russian, "en": english})


def _entries(*kinds):
    """Tasks, powers or functions; the list may be empty."""
    return st.lists(st.sampled_from(kinds), unique=True).map(
        lambda found: [
            {"kind": kind, "title": {"ru": f"вопрос {kind}", "en": f"question {kind}"}, "cite": "p1"}
            for kind in found
        ]
    )


def _values(seats, *, secretary):
    """What each norm may be, where the regulation has it."""
    roles = [role for role in HEADS if any(seat["role"] == role for seat in seats)]
    voting = [seat["role"] for seat in seats if seat.get("votes", True)]
    casting = ["presiding", "nobody", *(role for role in ("chair", "deputy") if role in voting)]
    every = st.fixed_dictionaries(
        {"at_least": st.integers(1, 4), "per": st.sampled_from(("month", "quarter", "half_year", "year"))}
    )
    values = {
        "status": _words("совещательный орган", "an advisory body"),
        "purpose": _words("выработка предложений", "working out proposals"),
        "sources": _words("законодательство", "legislation"),
        "composition": _words("состав по приложению", "seats of the annex"),
        "agenda": st.sampled_from(("presiding", "nobody")),
        "meetings": st.one_of(st.just("as_needed"), every),
        "notice": st.fixed_dictionaries(
            {"days": st.integers(1, 10), "unit": st.sampled_from(UNITS), "materials": st.booleans()}
        ),
        "quorum": thresholds(OF_QUORUM, OFTEN_REACHED),
        "adoption": thresholds(OF_ADOPTION),
        "casting_vote": st.sampled_from(casting),
        "ballot": st.sampled_from(("open", "secret")),
        "absentee": _absentee(),
        "proxies": st.sampled_from(("forbidden", "allowed", "counted")),
        "opinions": st.sampled_from(("forbidden", "allowed", "counted")),
        "invited": st.booleans(),
        "conflict_of_interest": st.just("abstains"),
        "minutes": minutes(secretary=secretary, chair="chair" in roles),
        "decisions": st.fixed_dictionaries(
            {"force": st.sampled_from(("advisory", "binding"))},
            optional={"on": _words("органы администрации", "bodies of the administration")},
        ),
    }
    if roles:
        values["presiding"] = st.sampled_from([roles, roles, roles, roles, roles[::-1], roles[:1]])
    return values


# What a regulation seldom leaves out, because little can be answered without it.
SELDOM_SILENT = ("quorum", "adoption", "presiding")
# What it leaves out half of the time, because silence on it matters only where the record asks.
OFTEN_SILENT = ("proxies", "opinions", "conflict_of_interest", "casting_vote")


@st.composite
def groups(draw, *, dated=False):
    """The regulation of a group; `dated` norms may hold from a day or until one."""
    seats = draw(compositions())
    group = {"seats": seats, **_secretary(draw, seats)}
    secretary = "secretary" in group or any(seat["role"] == "secretary" for seat in seats)
    if _sometimes(draw, 2):
        group["head"] = {"ru": "руководитель", "en": "head"}
    for key, values in _values(seats, secretary=secretary).items():
        if _sometimes(draw, 10 if key in SELDOM_SILENT else 2 if key in OFTEN_SILENT else 3):
            continue
        group[key] = {"value": draw(values), "cite": "p1"}
        if dated and _sometimes(draw, 8):
            group[key][_one(draw, "since", "until")] = _one(draw, *DAYS)
    some = _some(draw, [seat["id"] for seat in seats]) if _sometimes(draw, 4) else []
    if some:
        title = {"ru": "подгруппа", "en": "subgroup"}
        group["subgroups"] = [
            {"id": "sub-1", "title": title, "seats": some, "cite": "p1", **_of_subgroup(draw, some)}
        ]
    for key, kinds in KINDS.items():
        if not _sometimes(draw, 3):
            group[key] = draw(_entries(*kinds))
    if _sometimes(draw, 3):
        group["readings"] = _choices(draw)
    return group


def _of_subgroup(draw, seats):
    """What a regulation says of a subgroup besides its seats, with any part left out."""
    said = {}
    if _sometimes(draw, 2):
        office = {"ru": "директор школы", "en": "head of a school"}
        said["invited"] = [{"id": "invited-1", "office": office, "cite": "p1"}]
        if _sometimes(draw, 2):
            said["invited"][0]["votes"] = draw(st.booleans())
    if _sometimes(draw, 2):
        said["head"] = _one(draw, *seats, *(one["id"] for one in said.get("invited", ())))
    if _sometimes(draw, 2):
        said["quorum"] = {"value": draw(thresholds(OF_QUORUM)), "cite": "p1"}
    if _sometimes(draw, 3):
        said["adoption"] = {"value": draw(thresholds(OF_ADOPTION)), "cite": "p1"}
    if _sometimes(draw, 3):
        said["decisions"] = {"value": {"force": _one(draw, "advisory", "binding")}, "cite": "p1"}
    if _sometimes(draw, 3):
        said["tasks"] = draw(_entries(*KINDS["tasks"]))
    return said


def _secretary(draw, seats):
    """No secretary, one outside the composition, or one that holds a seat of it."""
    inside = [seat["id"] for seat in seats if seat["role"] in ("member", "secretary")]
    where = _one(draw, "none", "outside", "inside")
    if where == "none":
        return {}
    title = {"ru": "ведёт протоколы", "en": "keeps minutes"}
    said = {"cite": "p1", "duties": [{"kind": "keeps-minutes", "title": title, "cite": "p1"}]}
    if where == "inside" and inside:
        said["seat"] = _one(draw, *inside)
    return {"secretary": said}


KINDS = {
    "tasks": ("order-proposals", "approbation-measures"),
    "powers": ("consider-questions", "involve-experts"),
    "functions": ("plan-measures", "plan-monitoring"),
}


# ─── Records ─────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def meetings(draw, group):
    """A record of a meeting or a poll of this group, without `profile`."""
    seats = [seat["id"] for seat in group["seats"]]
    voting = [seat["id"] for seat in group["seats"] if seat.get("votes", True)]
    record = {"held_on": _one(draw, *HELD)}
    vacant = _some(draw, seats, 2) if _sometimes(draw, 4) else []
    if vacant or _sometimes(draw, 20):
        record["vacant"] = vacant + ([_one(draw, *STRANGERS)] if _sometimes(draw, 8) else [])
    filled = [seat for seat in seats if seat not in vacant]
    if _sometimes(draw, 5):
        voters = _fill_poll(draw, record, [seat for seat in filled if seat in voting])
        absent = []
    else:
        here = _fill_meeting(draw, record, group, filled)
        absent = [seat for seat in filled if seat in voting and seat not in here]
        voters = [seat for seat in here if seat in voting]
        voters += [seat for seat in record.get("proxies", ()) if seat in absent]
    count = _one(draw, 1, 1, 1, 2, 0)
    items = [_item(draw, group, record, voters, absent) for _ in range(count)]
    if items or _sometimes(draw, 2):
        record["items"] = items
    _surroundings(draw, record, seats)
    return record


def _fill_poll(draw, record, voters):
    """A poll: who was asked, and who answered."""
    record["form"] = "absentee"
    if _sometimes(draw, 4):
        record["present"] = []
    if voters and _sometimes(draw, 2):
        record["polled"] = voters[: max(1, len(voters) - draw(_number(0, 2)))]
        if _sometimes(draw, 3):
            record["polled"].append(_one(draw, *STRANGERS, record["polled"][0]))
        voters = [seat for seat in voters if seat in record["polled"] or _sometimes(draw, 4)]
    if _sometimes(draw, 12) and len(voters) > 1:
        record["proxies"] = {voters[0]: voters[1]}
    return [seat for seat in voters if not _sometimes(draw, 5)]


def _fill_meeting(draw, record, group, filled):
    """A meeting: who came, who has whom vote for it; those who really came."""
    if _sometimes(draw, 3):
        record["form"] = "meeting"
    came = 5 if _sometimes(draw, 5) else 8
    here = [seat for seat in filled if draw(_number(0, 9)) < came]
    if _sometimes(draw, 5):
        here = [seat for seat in here if seat != "chair"]
    if _sometimes(draw, 10):
        here = [seat for seat in here if not seat.startswith(HEADS)]
    record["present"] = _listed(draw, record, here)
    given = [seat["id"] for seat in group["seats"] if seat.get("alternate") and seat["id"] in here]
    wrong = [seat["id"] for seat in group["seats"] if seat["id"] not in given]
    alternates = _some(draw, given) if _sometimes(draw, 3) else []
    alternates += [_one(draw, *wrong)] if wrong and _sometimes(draw, 8) else []
    if alternates:
        record["alternates"] = alternates
    here = [seat for seat in here if seat not in alternates or seat in given]
    absent = [seat for seat in filled if seat not in here]
    if here and absent and not _sometimes(draw, 3):
        record["proxies"] = _proxies(draw, record, here, absent)
    if _sometimes(draw, 5):
        record["guests"] = ["эксперт"]
    if _sometimes(draw, 2 if not any(seat.startswith(HEADS) for seat in here) else 12):
        record["elected"] = _one(draw, *here, *STRANGERS[1:])
    return here


def _listed(draw, record, here):
    """The list of those present as a person keeps it: sometimes doubled, sometimes with strangers."""
    listed = list(here)
    if _sometimes(draw, 6):
        listed.append(_one(draw, *here, *record.get("vacant", ()), *STRANGERS))
    if _sometimes(draw, 6):
        listed.append("secretary")
    return draw(st.permutations(listed)) if _sometimes(draw, 5) else listed


def _proxies(draw, record, here, absent):
    proxies = {seat: _one(draw, *here) for seat in _some(draw, absent, 2) or absent[:1]}
    if _sometimes(draw, 4):
        wrong = [(here[0], here[-1]), (_one(draw, *STRANGERS), here[0])]
        wrong += [(absent[0], absent[-1])]
        wrong += [(record["vacant"][0], here[0])] if record.get("vacant") else []
        seat, holder = _one(draw, *wrong)
        proxies[seat] = holder
    return proxies


def _item(draw, group, record, voters, absent):
    """A question with its votes: often a tie, sometimes with a vote that nobody may give."""
    item = {"question": _one(draw, "План", "Заказ на 2024 год")}
    if _sometimes(draw, 2):
        voters = draw(st.permutations(voters)) if voters else []
        pairs = len(voters) // 2
        pairs = draw(_number(0, pairs)) if _sometimes(draw, 2) else pairs
        rest = [_one(draw, "abstain", None) for _ in range(len(voters) - 2 * pairs)]
        votes = ["for"] * pairs + ["against"] * pairs + rest
    else:
        votes = [_one(draw, "for", "for", "for", "against", "against", "abstain", None) for _ in voters]
    given = [(seat, vote) for seat, vote in zip(voters, votes, strict=True) if vote]
    if _sometimes(draw, 7):
        others = [*(seat["id"] for seat in group["seats"]), "secretary", *STRANGERS]
        given.append((_one(draw, *others), _one(draw, "for", "against")))
    as_list = len(dict(given)) < len(given) or _sometimes(draw, 8)
    item["votes"] = [{"seat": seat, "vote": vote} for seat, vote in given] if as_list else dict(given)
    _facts_of_item(draw, group, record, item, voters, absent)
    return item


def _facts_of_item(draw, group, record, item, voters, absent):
    every = [seat["id"] for seat in group["seats"]]
    wrong = [*voters, *record.get("vacant", ()), *STRANGERS[:1]]
    if _sometimes(draw, 2):
        opinions = {seat: _one(draw, *VOTES) for seat in _some(draw, absent, 3) or absent[-1:]}
        if _sometimes(draw, 5):
            opinions[_one(draw, *wrong)] = _one(draw, *VOTES)
        if opinions:
            item["opinions"] = opinions
    if _sometimes(draw, 3):
        conflicts = _some(draw, voters or every, 2) + ([_one(draw, *every)] if _sometimes(draw, 6) else [])
        if conflicts:
            item["conflicts"] = list(dict.fromkeys(conflicts))
    if _sometimes(draw, 4):
        item["ballot"] = _one(draw, "open", "secret")
    kinds = [entry["kind"] for key in KINDS for entry in group.get(key, ())]
    if kinds and not _sometimes(draw, 4):
        item["kind"] = _one(draw, *kinds)


def _surroundings(draw, record, seats):
    """Notice, agenda, minutes and readings: whole, with gaps, or left out."""
    day, seat = st.sampled_from(DAYS), st.sampled_from([*seats, "secretary"])
    some = st.lists(st.sampled_from(seats), unique=True, max_size=3)
    signers = st.one_of(seat, st.lists(seat, unique=True, min_size=1, max_size=2))
    parts = {
        "notice": {"sent_on": day, "materials": st.booleans()},
        "agenda": {"approved_by": seat, "approved_on": day},
        "minutes": {
            "drafted_by": seat,
            "drafted_on": day,
            "signed_by": signers,
            "signed_on": day,
            "sent_on": day,
            "copies_to": st.sampled_from([seats, seats[1:], []]),
            "approved_by": seat,
            "dissents": some,
            "attached": some,
        },
    }
    for key, facts in parts.items():
        if _sometimes(draw, 3):
            record[key] = draw(st.fixed_dictionaries({}, optional=facts))
    if _sometimes(draw, 3):
        record["readings"] = _choices(draw)


@st.composite
def cases(draw, *, dated=False):
    """A group, and a meeting of it."""
    group = draw(groups(dated=dated))
    return group, draw(meetings(group))
