"""Подгруппа (subgroups): whose meeting it is, by which norms it goes, and that it decides nothing for the group.

A meeting of a subgroup is counted of its own members. Where the regulation gives it no norm of its own, that of the
group is taken and said; its quorum is never taken from the group. What it decides prepares a question, unless the
regulation says what force it has.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> found = sitting_as(group, "experts")
>>> found.outcome, found.asks[0].path
(<Outcome.UNKNOWN: 'unknown'>, 'profile.working_group.subgroups[experts]')
>>> sitting_as(group, None) is group
True
"""

from collections.abc import Iterator
from datetime import date

from law189.kinds.asked import asked
from law189.law import Text, about
from law189.profile.group import WorkingGroup
from law189.profile.subgroups import Subgroup
from law189.rules import asking
from law189.rules.acts import force
from law189.rules.group.regulation import title_of
from law189.rules.group.sitting import Sitting
from law189.verdict import Rule, Verdict

__all__ = ["advised", "as_in_the_group", "group_named", "prepared", "sitting_as"]

NAMED = Rule(
    "subgroups.named",
    Text(
        "Подгруппа «{subgroup}» в положении {named:названа|не названа}.",
        "The regulation {named:names|does not name} the subgroup «{subgroup}».",
    ),
    unknown=Text(
        "Подгруппы «{subgroup}» положение не называет. Если её создаёт другой акт, внесите её в профиль: {asks}.",
        "The regulation names no subgroup «{subgroup}». Where another act sets it up, write it in the profile: "
        "{asks}.",
    ),
    assumed=Text(
        "Создана ли подгруппа другим актом, библиотека не знает.",
        "Whether another act sets up the subgroup is not known to the library.",
    ),
)
AS_IN_THE_GROUP = Rule(
    "subgroups.as_in_the_group",
    Text(
        "Собственных норм у подгруппы «{subgroup}» нет ({what}); взяты нормы рабочей группы.",
        "The subgroup «{subgroup}» has no such norms of its own ({what}); those of the working group are taken.",
    ),
    assumed=Text(
        "Положение не говорит, по каким нормам работает подгруппа; взяты нормы группы, кроме кворума.",
        "The regulation does not say by which norms a subgroup works; those of the group are taken but for quorum.",
    ),
)
PREPARED = Rule(
    "subgroups.prepared",
    Text(
        "Вопрос рассматривает подгруппа «{subgroup}»; {force:характер её решений — …|она готовит вопрос, и решения "
        "рабочей группы это не заменяет}{on:, для кого: …|}.",
        "The subgroup «{subgroup}» considers the question; {force:the force of its decisions: …|it prepares it, "
        "and that is no decision of the working group}{on:, on: …|}.",
    ),
    assumed=Text(
        "Где положение не говорит о силе решений подгруппы, решает только вся группа.",
        "Where the regulation does not say what force decisions of a subgroup have, only the whole group decides.",
    ),
)
ADVISED = Rule(
    "subgroups.advised",
    Text(
        "Рекомендацию дала подгруппа «{subgroup}»; {force:характер её решений — …|она готовит вопрос, и "
        "рекомендации рабочей группы это не заменяет; вынесите вопрос на заседание группы и приложите её решение}.",
        "The subgroup «{subgroup}» gave the advice; {force:the force of its decisions: …|it prepares the question, "
        "and that is no advice of the working group; put it to a meeting of the group and attach what it decides}.",
    ),
    assumed=PREPARED.assumed,
)
TAKEN = ("presiding", "presiding_by", "agenda", "notice", "adoption", "casting_vote", "ballot", "absentee")
TAKEN_TOO = ("proxies", "opinions", "invited", "conflict_of_interest", "minutes")


@asked
def sitting_as(group: WorkingGroup, subgroup: str | None) -> WorkingGroup | Verdict:
    """Who sits: the group where no subgroup is named, else the subgroup as a group of its own.

    UNKNOWN where the regulation does not name it, or does not say who belongs to it.
    """
    if subgroup is None:
        return group
    found = group_named(group, subgroup)
    if found is None:
        return _not_named(group, subgroup)
    if not found.members:
        said = about(Subgroup, "seats")
        assert said is not None, "every field of a profile says what it is"
        return force.silent(f"working_group.subgroups[{subgroup}].seats", said.title, found.cite)
    return group.of(found)


@asked
def as_in_the_group(group: WorkingGroup) -> Iterator[Verdict]:
    """That a subgroup goes by norms of the whole group, and by which; nothing of a whole group."""
    own = group.subgroup
    if own is None:
        return
    given = {"presiding"} if own.head is not None else set()
    given |= {"adoption"} if own.adoption is not None else set()
    taken = [name for name in (*TAKEN, *TAKEN_TOO) if name not in given and getattr(group, name) is not None]
    if taken:
        cites = dict.fromkeys(group.basis(name) for name in taken)
        what = tuple(title_of(name) for name in taken)
        yield AS_IN_THE_GROUP.judge(True, *cites, subgroup=own.title, what=what)


@asked
def prepared(held: Sitting) -> Iterator[Verdict]:
    """What a decision of a subgroup is worth; nothing of a whole group."""
    own = held.group.subgroup
    if own is None:
        return
    said, ended = held.said("decisions"), held.lacking("decisions")
    if said is None and held.group.decisions is not None and ended is not None:
        yield ended
        return
    told = None if said is None else said.value
    cite = own.cite if said is None else said.basis
    yield PREPARED.judge(
        True,
        cite,
        subgroup=own.title,
        force=None if told is None else told.force.text,
        on=None if told is None else told.on,
    )


@asked
def advised(group: WorkingGroup, subgroup: str | None, on: date) -> Iterator[Verdict]:
    """Whether advice that a subgroup gave may be attached as such; nothing where the whole group gave it.

    VOID where the regulation does not say that its decisions advise or bind, UNKNOWN where it names no such
    subgroup, or where what it says of them does not hold on the day.
    """
    if subgroup is None:
        return
    found = group_named(group, subgroup)
    if found is None:
        yield _not_named(group, subgroup)
        return
    said = found.decisions
    path = f"{_place(subgroup)}.decisions"
    ended = None if said is None else force.norm(path, said, on)
    if ended is not None:
        yield ended
        return
    cite, told = (found.cite, None) if said is None else (said.basis, said.value.force.text)
    yield ADVISED.judge(said is not None, cite, subgroup=found.title, force=told)


@asked
def group_named(group: WorkingGroup, subgroup: str | None) -> Subgroup | None:
    """The subgroup of that name; None where the regulation names none such."""
    return next((one for one in group.subgroups if one.id == subgroup), None)


def _place(subgroup: str) -> str:
    """Where the profile has the subgroup; the list of them, where no entry could have such a name."""
    named = subgroup and not any(sign.isspace() or sign in "[]" for sign in subgroup)
    return f"working_group.subgroups[{subgroup}]" if named else "working_group.subgroups"


def _not_named(group: WorkingGroup, subgroup: str) -> Verdict:
    ask = asking.unsaid(_place(subgroup), Text("подгруппа", "the subgroup"))
    return NAMED.judge(None, group.silence, lacks=(ask,), subgroup=subgroup, named=False)
