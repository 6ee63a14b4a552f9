"""A shipped decree with invented acts that fill every slot, for tests of the lifecycles."""

from functools import cache

from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.profile.profile import Profile

SINCE = "2023-09-25"
GROUNDS = {
    "selection.refusal_grounds": ("incomplete-application", "false-data", "wrong-identifiers"),
    "selection.exclusion_grounds": ("own-request", "licence-lost", "agreement-terminated"),
    "certificate.refusal_grounds": ("no-right", "limit-exhausted"),
    "certificate.annulment_grounds": ("own-request", "formed-in-error"),
    "agreement.modes": ("provision", "reimbursement"),
    "contract.mandatory_terms": ("schedule", "place"),
    "order.report_periodicity": ("quarter", "nine-months"),
}
KEPT = ("term", "list")
"""What is filled; a number such as the permitted deviation changes an answer, and is filled where it is asked."""
DAYS = {
    "order.report_term": 30,
    "order.publication_term": 5,
    "selection.decision_term": 5,
    "agreement.signing_term": 7,
    "agreement.conclusion_term": 10,
    "agreement.payment_term": 365,
    "certificate.registration_term": 3,
    "certificate.forming_term": 5,
    "certificate.validity_term": 365,
    "contract.complaint_term": 5,
}


def acts(**changed):
    """One invented act for each local act; `changed` gives another `since` by the act's name, None for none."""
    federal = shipped_data()["federal"]
    names = dict.fromkeys(slot["adopted_by"] for slot in federal["slots"])
    names |= dict.fromkeys(
        ["standard-agreement", "electronic-agreement", "single-certificate", "budget-amendment"]
    )
    for number, name in enumerate(names, start=1):
        since = changed.get(name.replace("-", "_"), SINCE)
        if since is None:
            continue
        slots = [slot for slot in federal["slots"] if slot["adopted_by"] == name and slot["type"] in KEPT]
        yield {
            "act": act(f"invented-{number}", name),
            "adopts": [name],
            "since": since,
            "invented": True,
            "fills": [fill(slot, f"invented-{number}/p{place}") for place, slot in enumerate(slots, start=1)],
        }


def act(act_id, name):
    label = f"вымышленный акт {name}"
    return {
        "id": act_id,
        "number": act_id.removeprefix("invented-"),
        "date": "2023-09-25",
        "title": {"ru": label, "en": f"an invented act: {name}"},
        "label": {"ru": label, "of": label, "to": label, "en": f"an invented act: {name}"},
    }


def fill(slot, cite):
    if slot["type"] == "term":
        unit = "calendar_days" if slot["id"] == "certificate.validity_term" else "working_days"
        return {
            "slot": slot["id"],
            "cite": cite,
            "term": {"kind": "after", "days": DAYS[slot["id"]], "unit": unit},
        }
    entries = [{"id": name, "title": {"ru": name, "en": name}} for name in GROUNDS[slot["id"]]]
    return {"slot": slot["id"], "cite": cite, "entries": entries}


@cache
def filled(name, **changed):
    """The decree of that name with its invented acts; see `acts` for `changed`."""
    return load_profile({**shipped_data()["municipalities"][name], "adopted": list(acts(**changed))})


def edited(profile, fields):
    """The profile with some fields of every edition changed, unchecked."""
    return Profile(tuple((since, edition.model_copy(update=fields)) for since, edition in profile.editions))
