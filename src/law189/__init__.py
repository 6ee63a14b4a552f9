"""law189: Федеральный закон 189-ФЗ о социальном заказе, as a library.

May this step be taken today, in this municipality, and where does the law say so? Import what you need from
here; each name is loaded when it is first used.

>>> import law189
>>> law189.load_profile("kemerovo").working_group.quorum.value.at_least
Fraction(1, 2)
>>> law189.load_profil
Traceback (most recent call last):
    ...
AttributeError: module 'law189' has no attribute 'load_profil'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from law189.audit.meeting import MeetingAnswer as MeetingAnswer
    from law189.audit.meeting import MeetingRecord as MeetingRecord
    from law189.audit.meeting import judge_record as judge_record
    from law189.cases.history import Decision as Decision
    from law189.cases.history import Event as Event
    from law189.cases.history import History as History
    from law189.cases.history import Record as Record
    from law189.cases.history import RecordAnnulled as RecordAnnulled
    from law189.cases.lifecycle import Lifecycle as Lifecycle
    from law189.errors import Conflict as Conflict
    from law189.errors import Fault as Fault
    from law189.errors import FaultyInput as FaultyInput
    from law189.errors import Law189Error as Law189Error
    from law189.errors import ProfileError as ProfileError
    from law189.errors import Refused as Refused
    from law189.errors import UnknownProvision as UnknownProvision
    from law189.law import Act as Act
    from law189.law import Citation as Citation
    from law189.law import Grade as Grade
    from law189.law import Norm as Norm
    from law189.law import Text as Text
    from law189.profile.loader import load_profile as load_profile
    from law189.profile.loader import shipped_profiles as shipped_profiles
    from law189.profile.profile import Profile as Profile
    from law189.verdict import Outcome as Outcome
    from law189.verdict import Reading as Reading
    from law189.verdict import Rule as Rule
    from law189.verdict import Verdict as Verdict
    from law189.workflows.agreement import agreement as agreement
    from law189.workflows.certificate import certificate as certificate
    from law189.workflows.contract import contract as contract
    from law189.workflows.meeting import meeting as meeting
    from law189.workflows.order import order as order
    from law189.workflows.selection import selection as selection

_ROOMS = {
    "errors": (
        "Conflict",
        "Fault",
        "FaultyInput",
        "Law189Error",
        "ProfileError",
        "Refused",
        "UnknownProvision",
    ),
    "cases.history": ("Decision", "Event", "History", "Record", "RecordAnnulled"),
    "law": ("Act", "Citation", "Grade", "Norm", "Text"),
    "cases.lifecycle": ("Lifecycle",),
    "profile.loader": ("load_profile", "shipped_profiles"),
    "audit.meeting": ("MeetingAnswer", "MeetingRecord", "judge_record"),
    "profile.profile": ("Profile",),
    "verdict": ("Outcome", "Reading", "Rule", "Verdict"),
    "workflows.agreement": ("agreement",),
    "workflows.certificate": ("certificate",),
    "workflows.contract": ("contract",),
    "workflows.meeting": ("meeting",),
    "workflows.order": ("order",),
    "workflows.selection": ("selection",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Act",
    "Citation",
    "Conflict",
    "Decision",
    "Event",
    "Fault",
    "FaultyInput",
    "Grade",
    "History",
    "Law189Error",
    "Lifecycle",
    "MeetingAnswer",
    "MeetingRecord",
    "Norm",
    "Outcome",
    "Profile",
    "ProfileError",
    "Reading",
    "Record",
    "RecordAnnulled",
    "Refused",
    "Rule",
    "Text",
    "UnknownProvision",
    "Verdict",
    "agreement",
    "certificate",
    "contract",
    "judge_record",
    "load_profile",
    "meeting",
    "order",
    "selection",
    "shipped_profiles",
]


def __getattr__(name: str) -> object:
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'law189' has no attribute '{name}'")
    return getattr(import_module(f"law189.{_ROOM_OF[name]}"), name)


def __dir__() -> list[str]:
    return __all__
