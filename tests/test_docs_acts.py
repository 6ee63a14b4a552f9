"""What the page of acts says of the sample: the values that it leaves out, and which steps still wait for one."""

import re

import places
import pytest
import yaml

PAGES = {lang: f"docs/howto/acts{lang}.md" for lang in ("", ".ru")}
TABLE = re.compile(r"(?:value|term) `(\w+\.\w+)`(?![^;|]*does not wait)")


def read(path):
    return (places.ROOT / path).read_text(encoding="utf-8")


def set_by_the_sample():
    acts = yaml.safe_load(read("examples/adopted_acts.yaml"))["adopted"]
    return {fill["slot"] for act in acts for fill in act.get("fills", ())}


def waiting():
    """Each step with a value that it waits for, by the page of lifecycles, which is made of the model."""
    rows = [row for row in read("docs/reference/lifecycles.md").splitlines() if row.startswith("| `")]
    return {(row.split("`")[1], slot) for row in rows for slot in TABLE.findall(row)}


def sample(lang):
    """What the page says of the sample."""
    title = "\n## Образец\n" if lang else "\n## A sample\n"
    return read(PAGES[lang]).partition(title)[2].partition("\n## ")[0]


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_names_each_value_that_the_sample_leaves_out(lang):
    before = read(PAGES[lang]).partition("\n## ")[2]
    of_table = {
        slot
        for row in before.splitlines()
        if row.startswith("|")
        for slot in re.findall(r"`((?:order|selection|agreement|certificate|contract)\.\w+)`", row)
    }
    assert of_table
    assert {*re.findall(r"`(\w+\.\w+)`", sample(lang))} - {"examples.yaml"} == of_table - set_by_the_sample()


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_names_each_step_that_waits_for_a_value_left_out(lang):
    told = {*re.findall(r"`(\w+)`[^`]{1,20}`(\w+\.\w+)`", sample(lang))}
    assert told == {(kind, slot) for kind, slot in waiting() if slot not in set_by_the_sample()}
