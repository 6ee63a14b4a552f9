"""JUnit: what a check found, as programs that run tests read it: a suite for a profile, a case for each kind.

A case fails where its kind was found; without `strict` a lint is told in its case and fails nothing, as the check
itself does.

>>> from law189.report.checked import checked
>>> told = as_junit([checked("kemerovo", None, ())], "en", strict=True)
>>> told.splitlines()[1].endswith('failures="0" errors="0">')
True
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET  # it is written here and never read

from law189.kinds.asked import asked
from law189.law import Lang
from law189.law.signs import shown
from law189.report.checked import FAULT, KINDS, Checked, Kind

__all__ = ["as_junit"]


@asked
def as_junit(found: Iterable[Checked], lang: Lang, *, strict: bool) -> str:
    """The report as XML."""
    root = ET.Element("testsuites", name="law189")
    suites = [_suite(one, lang, strict) for one in found]
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    root.extend(suites)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(one: Checked, lang: Lang, strict: bool) -> ET.Element:
    cases = [_case(kind, one, lang, strict) for kind in KINDS]
    failures = sum(case.find("failure") is not None for case in cases)
    suite = ET.Element("testsuite", name=_text(one.file or one.name), tests=str(len(cases)))
    suite.set("failures", str(failures))
    suite.set("errors", "0")
    suite.extend(cases)
    return suite


def _case(kind: Kind, one: Checked, lang: Lang, strict: bool) -> ET.Element:
    """A case of one kind, with everything of it that was found."""
    case = ET.Element(
        "testcase", classname=_text(one.file or one.name), name=f"{kind.code} {kind.title[lang]}"
    )
    found = [problem for problem in one.problems if problem.code == kind.code]
    if not found:
        return case
    told = "\n".join(_text(problem.told(lang)) for problem in found)
    if strict or kind.code == FAULT:
        failure = ET.SubElement(case, "failure", message=_text(found[0].words(lang)), type=kind.level.value)
        failure.text = told
    else:
        ET.SubElement(case, "system-out").text = told
    return case


def _text(words: str) -> str:
    """The words with every sign written out that XML cannot hold."""
    return shown(words)
