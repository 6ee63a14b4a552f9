"""Places of boxes and lines: whatever is drawn, no two boxes overlap and no line crosses a box."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from law189.report.layered import Size, layered


@st.composite
def drawings(draw):
    """Some boxes, and lines between two of them in either direction."""
    count = draw(st.integers(1, 9))
    names = [f"b{number}" for number in range(count)]
    side = st.floats(10, 200)
    sizes = {name: Size(draw(side), draw(side)) for name in names}
    pairs = [(a, b) for a in names for b in names if a != b]
    lines = draw(st.lists(st.sampled_from(pairs), max_size=14)) if pairs else []
    return sizes, lines


def box(laid, sizes, name):
    (x, y), (width, height) = laid.places[name], sizes[name]
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


@given(drawings())
def test_boxes_stand_apart_and_within_the_whole(drawing):
    sizes, lines = drawing
    laid = layered(sizes, lines)
    boxes = [box(laid, sizes, name) for name in sizes]
    for left, top, right, bottom in boxes:
        assert left >= -1e-6
        assert top >= -1e-6
        assert right <= laid.width + 1e-6
        assert bottom <= laid.height + 1e-6
    for (left, top, right, bottom), (left2, top2, right2, bottom2) in combinations(boxes, 2):
        assert right < left2 or right2 < left or bottom < top2 or bottom2 < top


@given(drawings())
def test_a_line_leads_from_its_box_to_the_other_and_is_straight_along_the_rows(drawing):
    sizes, lines = drawing
    laid = layered(sizes, lines)
    assert [(line.source, line.target) for line in laid.lines] == lines
    for line in laid.lines:
        for name, point in ((line.source, line.points[0]), (line.target, line.points[-1])):
            left, top, right, bottom = box(laid, sizes, name)
            assert left < point.x < right
            assert min(abs(point.y - top), abs(point.y - bottom)) < 1e-6
        along = [pair for number, pair in enumerate(pairwise(line.points)) if number % 2 == 0]
        assert all(before.x == after.x for before, after in along)
        assert sorted(point.y for point in line.points) in (
            [point.y for point in line.points],
            [point.y for point in line.points[::-1]],
        )


@given(drawings())
def test_a_line_touches_no_box_but_its_two(drawing):
    sizes, lines = drawing
    laid = layered(sizes, lines)
    for line in laid.lines:
        for name in sizes.keys() - {line.source, line.target}:
            left, top, right, bottom = box(laid, sizes, name)
            for number, (before, after) in enumerate(pairwise(line.points)):
                low, high = sorted((before.y, after.y))
                beside = number % 2 == 0 and not left < before.x < right
                assert high <= top or low >= bottom or beside


def test_nothing_is_laid_out_as_nothing():
    assert layered({}, []) == ({}, (), 0.0, 0.0)
