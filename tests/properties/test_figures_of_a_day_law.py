"""The law of a day that is past: what is told of it is made of what was known of it, and never of a later day.

Drawn worlds are read as a file. Every figure of a day (registers, the ledger, what indicators count, how an order
is executed, what was done of the plan, what is due) is the same from the whole file, from the file cut at that day,
from the whole file as a later day asks back (`register --since`, the value of an earlier day), and from a book to
which the same lines were given.
"""

from datetime import date
from itertools import takewhile

from book_worlds import worlds
from books import PROFILE as FILLED
from books import certified, contracted, fulfilled, line, town
from day_figures import book_of, due, figures, filed
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from places import EXAMPLES

from law189.casebook.line import LINE
from law189.files.parser import read_tree
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile

ACTS = read_tree((EXAMPLES / "adopted_acts.yaml").read_text(encoding="utf-8"), "adopted_acts.yaml").plain()
PROFILE = load_profile({**shipped_data()["municipalities"]["kemerovo"], "adopted": ACTS["adopted"]})


@st.composite
def lives(draw):
    """A town with a certificate or two, each with contracts that may use it up."""
    pick = lambda *of: draw(st.sampled_from(of))  # noqa: E731
    steps = [*town()][:-3]
    for at in range(pick(1, 2)):
        steps += certified(f"c{at}", number=f"К-{at}", file=str(at))
        left = 72
        for place, month in enumerate((2, 4, 6)[: pick(1, 1, 2, 3)]):
            name, much = f"k{at}-{place}", pick(left, left, min(left, 24))
            on, last = f"2024-0{month}-0{pick(1, 5)}", f"2024-0{month + 1}-{pick(15, 29)}"
            given_ = pick(much, much, much // 2)
            offered, concluded = contracted(
                name, number=f"Д-{at}-{place}", certificate=f"К-{at}", amount=much, on=on
            )
            until = {"ends_on": date.fromisoformat(last)}
            steps += [offered.model_copy(update={"event": offered.event.model_copy(update=until)}), concluded]
            if pick(True, True, False):
                steps += fulfilled(name, rendered=given_, on=last)
                left -= given_
            if pick(True, False, False):
                steps.append(
                    line(
                        f"c{at}",
                        "certificate",
                        pick("suspended", "resumed"),
                        last,
                        "education",
                        reason="болезнь",
                    )
                )
        if pick(True, False, False):
            more = {"reason": "переезд", "ground": "own-request"}
            steps.append(line(f"c{at}", "certificate", "annulled", "2024-08-01", "education", **more))
    return sorted(steps, key=lambda one: one.event.on)


@settings(max_examples=size(8, 800))
@given(drawn=worlds(), data=st.data())
def test_no_figure_of_a_day_knows_of_a_later_one(drawn, data):
    known_alone([LINE.validate_python(one) for one in drawn], PROFILE, data)


@settings(max_examples=size(12, 1000))
@given(lines=lives(), data=st.data())
def test_nor_does_one_of_certificates_that_are_used_up(lines, data):
    known_alone(lines, FILLED, data)


def known_alone(lines, profile, data):
    whole = filed(lines, profile)
    on = st.sampled_from(sorted({one.event.on for one in lines}))
    for day in data.draw(st.lists(on, min_size=1, max_size=3)):
        known = [*takewhile(lambda one, day=day: one.event.on <= day, lines)]
        cut = filed(known, profile)
        said = figures([*cut.of_lines()], day, profile)
        assert figures([*whole.of_lines(day)], day, profile) == said
        assert figures([*whole.of_lines()], day, profile) == said
        owed = due([*cut.histories.values()], day, profile)
        assert due([*whole.histories.values()], day, profile) == owed
        if all(one.event.kind != "record_annulled" for one in known):  # which a book counts otherwise
            book = book_of(known, profile)
            assert due([*book.cases()], day, profile) == owed
            assert figures([*book.cases()], day, profile) == said
