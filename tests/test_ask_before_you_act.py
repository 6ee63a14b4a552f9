"""The form that asks first tells every step, who takes it, with what, and every reason with its address."""

import json
import re
import subprocess
import sys
from functools import cache

import places
import pytest
from filled import acts

from law189.profile.federal import shipped_data
from law189.workflows.certificate import lifecycle as certificate

SCRIPT = places.EXAMPLES / "ask_before_you_act.py"
MISSING = {
    "ru": (
        "Акт о формировании сертификатов на день шага в профиле не указан.",
        "устанавливает администрация",
    ),
    "en": (
        "The act on forming certificates is not in the profile for that day.",
        "from the local administration",
    ),
}


@cache
def told(*words):
    """Its blocks: the case, a block for each step, the duties, what was tried."""
    ran = subprocess.run([sys.executable, str(SCRIPT), *words], capture_output=True, text=True, check=True)  # noqa: S603
    assert ran.stderr == ""
    return ran.stdout.strip().split("\n\n")


@pytest.fixture(scope="module")
def with_acts(tmp_path_factory):
    """A file of the same municipality with every act adopted."""
    profile = {**shipped_data()["municipalities"]["kemerovo"], "adopted": list(acts())}
    file = tmp_path_factory.mktemp("profiles") / "kemerovo.json"
    file.write_text(json.dumps(profile, ensure_ascii=False), encoding="utf-8")
    return str(file)


def marks(steps):
    """Which steps have which mark, by the state they lead to."""
    found = {}
    for step in steps:
        first = step.splitlines()[0]
        if " → " not in first:
            assert "annulled" in first or "аннулирована" in first
            continue
        found.setdefault(first[0], []).append(first.rpartition(" → ")[2])
    return found


def test_it_speaks_russian_unless_it_is_asked_for_english():
    assert told()[0].startswith("Социальный сертификат 17, 11.01.2024, состояние: заявление подано")
    assert told("ru") == told()
    assert told("en")[0].startswith("Social certificate 17, 2024-01-11, state: applied for")


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_without_acts_each_step_of_the_state_says_what_is_missing_and_who_adopts_it(lang):
    _, *steps, duties, tried = told(lang)
    assert [step.splitlines()[0][2:].partition(" → ")[0] for step in steps] == [
        certificate.clause(kind).title[lang] for kind in (*certificate.kinds, "record_annulled")
    ]
    assert marks(steps)["?"] == ["registered", "refused"]
    act, body = MISSING[lang]
    registered = next(step for step in steps if "→ registered" in step)
    assert act in registered
    assert body in registered
    assert re.search(r"\[.+; .+\]$", registered)  # the law, and the item of the plan that promises the act
    assert duties.splitlines()[1].count("[") == 1
    assert act in tried
    assert body in tried


def test_every_step_tells_who_takes_it_with_which_facts_and_document():
    _, *steps, _, _ = told("en")
    assert all(re.search(r"^    who: .+\n    facts: day, by whom", step, re.MULTILINE) for step in steps)
    formed = next(step for step in steps if "→ formed" in step)
    assert "who: Education department of the Kemerovo city administration" in formed
    assert re.search(r"document: social certificate; electronic; .+ \[sub-item 2 of item 3.1 of .+\]", formed)


def test_a_step_out_of_its_state_is_refused_with_the_reason():
    _, *steps, _, _ = told("en")
    refused = [step for step in steps if step.startswith("✗")]
    assert len(refused) == len(certificate.kinds) - 3  # it is withdrawn, entered or refused from here
    assert all("✗ State: applied for; the step" in step for step in refused)


def test_with_the_acts_adopted_the_same_steps_are_open(with_acts):
    _, *steps, duties, tried = told("en", with_acts)
    assert marks(steps)["✓"] == ["withdrawn", "registered", "refused"]
    assert "last day 2024-01-15" in duties
    assert tried.endswith("Recorded; state: recipient in the register")


def test_it_asks_another_municipality_too():
    registered = next(step for step in told("novokuznetsk_district") if "→ registered" in step)
    assert "управлени" in registered.lower()
