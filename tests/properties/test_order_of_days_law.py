"""The law of days that can stand in one order only: a file that has them in the other is refused, or told.

An act is issued, then published; a norm, an end or a suspension is of no day before its act, and what is over is
over after it began.
"""

from datetime import date, timedelta

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from places import DECREES

from law189.errors import ProfileError
from law189.lints.linter import lint
from law189.profile.loader import load_profile

BASE = yaml.safe_load((DECREES / "base.yaml").read_text(encoding="utf-8"))
ISSUED, ADOPTED, AMENDED, FORCE = date(2024, 2, 1), date(2024, 3, 1), date(2024, 4, 1), date(2024, 2, 6)
LABEL = {"ru": "акт № 20", "of": "акта № 20", "to": "акту № 20", "en": "act No 20"}
NAMED = {"title": {"ru": "Об ином (выдумано)", "en": "On something (invented)"}, "label": LABEL}
AROUND = st.integers(-40, 40)


def act(name, day, **more):
    return {"id": name, "number": "20", "date": str(day), **NAMED, **more}


def town(*, decree=None, adopted=None, amending=None, **more):
    """The invented decree, with an adopted and an amending act; each may have more keys of its own."""
    said = {"ru": "дополнительное образование", "en": "additional education"}
    changes = [{"do": "set", "at": ["direction", "value"], "to": said, "cite": "myton-30/p1"}]
    whole = {
        "act": {**BASE["act"], **(decree or {})},
        "adopted": [
            {
                "act": act("myton-20", ADOPTED, **(adopted or {})),
                "adopts": ["certificate-forming"],
                "since": str(ADOPTED),
                "fills": [],
            }
        ],
        "amendments": [
            {"act": act("myton-30", AMENDED, **(amending or {})), "since": str(AMENDED), "changes": changes}
        ],
    }
    return load_profile({**BASE, **whole, **more})


def told(profile):
    return {found.code for found in lint(profile)}


@settings(max_examples=size(60, 400))
@given(
    st.sampled_from([("decree", ISSUED), ("adopted", ADOPTED), ("amending", AMENDED)]),
    AROUND,
    st.sampled_from(["published", "published_on"]),
)
def test_an_act_is_published_on_its_day_or_after_it(which, days, key):
    name, issued = which
    day = issued + timedelta(days)
    said = {key: {"on": str(day)} if key == "published" else str(day)}
    if days >= 0:
        town(**{name: said})
        return
    with pytest.raises(ProfileError) as refused:
        town(**{name: said})
    words = str(refused.value)
    assert f"published on {day} and is of {issued}" in words
    assert key in words


FORMS = {
    "repealed_on": lambda day: {"repealed_on": str(day)},
    "expires_on": lambda day: {"expires_on": str(day)},
    "suspended since": lambda day: {"suspended": {"since": str(day), "until": "2025-12-31"}},
    "suspended until": lambda day: {"suspended": {"until": str(day)}},
}


@settings(max_examples=size(60, 400))
@given(
    st.sampled_from([(None, ISSUED), ("p2", ISSUED), ("myton-20/p1", ADOPTED), ("myton-30/p1", AMENDED)]),
    st.sampled_from(sorted(FORMS)),
    AROUND,
)
def test_an_end_is_of_no_day_before_its_act(of, form, days):
    where, issued = of
    lapse = {
        **FORMS[form](issued + timedelta(days)),
        **({} if where is None else {"of": [where]}),
        "cite": "p9",
    }
    assert ("L-lapse" in told(town(lapses=[lapse]))) is (days < 0)


@settings(max_examples=size(40, 200))
@given(st.sampled_from(sorted(FORMS)), st.integers(0, 20))
def test_what_is_over_was_over_after_the_decree_came_into_force(form, days):
    """The decree of 01.02.2024 is published on 05.02 and holds from 06.02; repealed it may be before."""
    day = ISSUED + timedelta(days)
    force = {"value": "day_after_publication", "cite": "p7"}
    profile = town(
        decree={"published_on": "2024-02-05"},
        entry_into_force=force,
        lapses=[{**FORMS[form](day), "cite": "p9"}],
    )
    over = form in ("expires_on", "suspended until")
    assert ("L-lapse" in told(profile)) is (over and day < FORCE)


NORM = {"value": {"ru": "заместитель главы", "en": "deputy head"}, "cite": "p8"}


@settings(max_examples=size(40, 200))
@given(st.sampled_from(["until", "published"]), AROUND)
def test_a_norm_is_over_and_published_no_sooner_than_its_act(key, days):
    control = {**NORM, key: str(ISSUED + timedelta(days))}
    assert ("A39" in told(town(control=control))) is (days < 0)


@settings(max_examples=size(40, 200))
@given(AROUND)
def test_a_decree_covers_relations_of_days_before_it_was_in_force(days):
    covers = {"value": str(ISSUED + timedelta(days)), "cite": "p5.2"}
    assert ("A39" in told(town(covers_since=covers))) is (days > 0)
