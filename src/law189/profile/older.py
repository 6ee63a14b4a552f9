"""Прежний формат (older): what a profile of version 0.1.0 wrote otherwise, and how it is written now.

What is done is told word by word. It changes plain values in place, so that a reader which keeps comments can write
them again.

>>> profile = {"working_group": {"agenda": {"value": "none", "cite": "app2.3"}}}
>>> [words.ru for words in converted(profile)], profile["working_group"]["agenda"]["value"]
(['working_group.agenda: none → nobody'], 'nobody')
>>> converted(profile)
[]
"""

from collections.abc import Iterator, MutableMapping
from typing import Any

from law189.law import Text

__all__ = ["converted", "is_older"]

Plain = MutableMapping[str, Any]
APPLICATION = "consumer-application"
RENAMED = {"excluded_schools": "excluded_providers"}
BOTH = ("enrolment", "certificate")
"""What every application was asked for, whatever the decree said."""


def is_older(profile: object) -> bool:
    """Whether a key or a term of the profile is written as version 0.1.0 wrote it and cannot be read now.

    The word `none` alone does not make it so: somebody may write it today, and is told what to write.
    """
    if not isinstance(profile, MutableMapping):
        return False
    group = profile.get("working_group")
    return (
        any(old in profile for old in RENAMED)
        or (isinstance(group, MutableMapping) and "advisory" in group)
        or any(_quarterly(term) for _, term in _terms(profile))
    )


def converted(profile: Plain) -> list[Text]:
    """Write the profile as it is written now, in place; what was changed, in words, nothing where nothing was."""
    older = is_older(profile)
    told = [*_of_top(profile), *_of_group(profile), *_of_terms(profile)]
    if older:  # what was asked of every decree, and is asked only where it says so now
        told += [*_licence(profile), *_application(profile)]
    for place, amendment in enumerate(_mappings(profile.get("amendments"))):
        told += _of_changes(amendment, f"amendments[{place}]")
    return told


def _said(path: str, old: str, new: str) -> Text:
    return Text(f"{path}: {old} → {new}", f"{path}: {old} → {new}")


def _mappings(entries: Any) -> Iterator[Plain]:
    if isinstance(entries, list):
        yield from (entry for entry in entries if isinstance(entry, MutableMapping))


def _rename(entry: Plain, old: str, new: str, value: Any) -> None:
    """Put a value under another key at the same place."""
    insert = getattr(entry, "insert", None)
    if insert is not None:  # a mapping that keeps comments
        insert(list(entry).index(old), new, value)
        del entry[old]
        return
    items = [(new, value) if key == old else (key, held) for key, held in entry.items()]
    entry.clear()
    entry.update(items)


# ─── Ключи, слова и сроки ────────────────────────────────────────────────────────────────────────────────


def _of_top(profile: Plain) -> Iterator[Text]:
    for old, new in RENAMED.items():
        if old in profile and new not in profile:
            _rename(profile, old, new, profile[old])
            yield _said(old, old, new)


def _nobody(group: Plain) -> Iterator[tuple[str, Plain, str]]:
    """Each norm of the group that says `none`: its path, and what holds the word under which key."""
    for name in ("agenda", "casting_vote"):
        norm = group.get(name)
        if isinstance(norm, MutableMapping) and norm.get("value") == "none":
            yield f"working_group.{name}", norm, "value"
    minutes = group.get("minutes")
    value = minutes.get("value") if isinstance(minutes, MutableMapping) else None
    if isinstance(value, MutableMapping) and value.get("copies_to") == "none":
        yield "working_group.minutes.copies_to", value, "copies_to"


def _of_group(profile: Plain) -> Iterator[Text]:
    group = profile.get("working_group")
    if not isinstance(group, MutableMapping):
        return
    for path, holder, key in list(_nobody(group)):
        holder[key] = "nobody"
        yield _said(path, "none", "nobody")
    advisory = group.get("advisory")
    if isinstance(advisory, MutableMapping) and "decisions" not in group:
        advisory["value"] = _decisions(advisory.get("value"))
        _rename(group, "advisory", "decisions", advisory)
        yield _said("working_group.advisory", "advisory", "decisions")


def _decisions(advisory: object) -> dict[str, str]:
    return {"force": "advisory" if advisory is not False else "binding"}


def _quarterly(term: Any) -> bool:
    return isinstance(term, MutableMapping) and term.get("kind") == "each_quarter"


def _terms(profile: Plain) -> Iterator[tuple[str, Any]]:
    for place, item in enumerate(_mappings(profile.get("plan"))):
        yield f"plan[{place}].term", item.get("term")


def _of_terms(profile: Plain) -> Iterator[Text]:
    for path, term in _terms(profile):
        if _quarterly(term):
            yield _regular(path, term)


def _regular(path: str, term: Plain) -> Text:
    term.update({"kind": "regular", "times": 1, "per": "quarter"})
    return _said(path, "kind: each_quarter", "kind: regular, times: 1, per: quarter")


# ─── Что прежде спрашивали всегда ────────────────────────────────────────────────────────────────────────


def _licence(profile: Plain) -> Iterator[Text]:
    """A licence was asked for where the plan has the register; now it is asked for under a key of its own."""
    items = [one for one in _mappings(profile.get("plan")) if one.get("milestone") == "register"]
    if items and "licence" not in profile and "cite" in items[0]:
        profile["licence"] = {"value": {"ru": "лицензия", "en": "a licence"}, "cite": items[0]["cite"]}
        yield Text(
            f"licence: добавлено по адресу {items[0]['cite']}; проверьте, спрашивает ли акт лицензию",
            f"licence: added with the address {items[0]['cite']}; check whether the act asks for one",
        )


def _application(profile: Plain) -> Iterator[Text]:
    for rule in _mappings(profile.get("documents")):
        if rule.get("kind") == APPLICATION and "asks" not in rule:
            rule["asks"] = list(BOTH)
            yield Text(
                f"documents[{APPLICATION}].asks: добавлено «{', '.join(BOTH)}»; проверьте, говорит ли так акт",
                f"documents[{APPLICATION}].asks: added «{', '.join(BOTH)}»; check whether the act says so",
            )


# ─── Изменения ───────────────────────────────────────────────────────────────────────────────────────────


def _of_changes(amendment: Plain, path: str) -> Iterator[Text]:
    """The paths and the new values of an amendment, where they are of the older form."""
    for place, change in enumerate(_mappings(amendment.get("changes"))):
        at, to, where = change.get("at"), change.get("to"), f"{path}.changes[{place}]"
        if not isinstance(at, list):
            continue
        for index, step in enumerate(at):
            if step in RENAMED:
                at[index] = RENAMED[step]
                yield _said(f"{where}.at", step, at[index])
        if at[:2] == ["working_group", "advisory"]:
            at[1] = "decisions"
            if isinstance(to, MutableMapping):
                to["value"] = _decisions(to.get("value"))
            elif at[2:] == ["value"]:
                change["to"] = _decisions(to)
            yield _said(f"{where}.at", "advisory", "decisions")
        if to == "none" and at[-1] in ("value", "copies_to"):
            change["to"] = "nobody"
            yield _said(f"{where}.to", "none", "nobody")
        if isinstance(to, MutableMapping):
            yield from _of_new(to, f"{where}.to")


def _of_new(to: Plain, path: str) -> Iterator[Text]:
    """A new value that is of the older form."""
    if _quarterly(to):
        yield _regular(path, to)
    if to.get("value") == "none":
        to["value"] = "nobody"
        yield _said(f"{path}.value", "none", "nobody")
    value = to.get("value")
    if isinstance(value, MutableMapping) and value.get("copies_to") == "none":
        value["copies_to"] = "nobody"
        yield _said(f"{path}.value.copies_to", "none", "nobody")
    if _quarterly(to.get("term")):
        yield _regular(f"{path}.term", to["term"])
