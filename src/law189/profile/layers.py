"""Слои (layers): what a region has decided for all its municipalities, beneath what one of them says itself.

A profile names its layer under `extends`. An entry of a list that the profile has itself stands instead of the one
of the same name in the layer; all others are the layer's.

>>> from law189.files.nodes import tree_of
>>> layer = tree_of({"bodies": [{"id": "a", "title": 1}, {"id": "b", "title": 2}]})
>>> merged(layer, tree_of({"bodies": [{"id": "b", "title": 3}]})).plain()
{'bodies': [{'id': 'a', 'title': 1}, {'id': 'b', 'title': 3}]}
>>> [loc for loc, _ in wrong_in(tree_of({"planned": []}))]
[('planned',)]
"""

from collections.abc import Iterator

from law189.errors import Fault
from law189.files.nodes import Loc, Node, fault_at, key_of
from law189.files.wording import did_you_mean, word
from law189.law import Text
from law189.profile.amendments import names_of

__all__ = ["EXTENDS", "LAYERED", "LOOP", "NO_FOLDER", "layer_fault", "merged", "unread_layer", "wrong_in"]

EXTENDS = "extends"
LAYERED = ("acts", "adopted", "bodies", "documents", "services", "systems")
"""What a layer may hold: lists of entries that have names; an act under `adopted` fills slots."""


LOOP = Text(
    "слои опираются друг на друга по кругу; уберите extends в одном из них",
    "the layers extend one another in a circle; remove extends from one of them",
)
NO_FOLDER = Text(
    "данные не из файла, и пути от них нет; дайте слой ключами со значениями",
    "the data are of no file, so there is no path from them; give the layer as keys with values",
)


def wrong_in(layer: Node) -> Iterator[tuple[Loc, Text]]:
    """What is wrong with the layer itself, each with its place; its entries are checked with the whole profile."""
    if not isinstance(layer.content, dict):
        yield (
            (),
            Text(
                "слой — это ключи со значениями, например services и acts",
                "a layer is keys with values, such as services and acts",
            ),
        )
        return
    for key, node in layer.content.items():
        if key == EXTENDS:
            continue
        if key not in LAYERED:
            hint = did_you_mean(key, (*LAYERED, EXTENDS))
            yield (key,), Text(f"в слое такого ключа нет; {hint.ru}", f"a layer has no such key; {hint.en}")
        elif not isinstance(node.content, list):
            yield (
                (key,),
                Text("нужен список (каждая запись с дефиса)", "a list (each entry after a dash) is needed"),
            )
        else:
            yield from _bare(node, (key,))


def _bare(node: Node, loc: Loc) -> Iterator[tuple[Loc, Text]]:
    """Every address without its act: in a layer it would be one of whichever decree stands on it."""
    if isinstance(node.content, list):
        for index, entry in enumerate(node.content):
            yield from _bare(entry, (*loc, index))
    elif isinstance(node.content, dict):
        for key, inner in node.content.items():
            said = inner.content
            if (key == "cite" or key.endswith("_cite")) and isinstance(said, str) and "/" not in said:
                shown = word(said)
                yield (
                    (*loc, key),
                    Text(
                        f"адрес «{shown}» в слое ни к какому акту не относится; впишите акт: имя-акта/{shown}",
                        f"the address «{shown}» in a layer is of no act; write the act before it: act-id/{shown}",
                    ),
                )
            else:
                yield from _bare(inner, (*loc, key))


def merged(layer: Node, own: Node) -> Node:
    """The profile on its layer: lists together, an entry of the profile instead of that of the same name."""
    content = dict(own.content)
    for key in LAYERED:
        below = layer.content.get(key)
        if below is None or (key in content and not isinstance(content[key].content, list)):
            continue
        above = content.get(key, Node([], below.line, below.column, {}, below.file))
        names = {_name(key, entry) for entry in above.content}
        kept = [entry for entry in below.content if _name(key, entry) not in names]
        content[key] = Node([*kept, *above.content], above.line, above.column, above.keys, above.file)
    content.pop(EXTENDS, None)
    return Node(content, own.line, own.column, own.keys, own.file)


def _name(key: str, entry: Node) -> str | None:
    """What an entry is called by: a service by its number, everything else as an amendment calls it."""
    if key == "services" and isinstance(entry.content, dict) and "number" in entry.content:
        return str(entry.content["number"].content)
    return next(iter(names_of(entry)), None)


def unread_layer(fault: Fault, above: Node, above_file: str, file: str) -> Fault:
    """A fault of the text of a layer in its own file; of the file as a whole, where a profile names it."""
    if fault.line is not None:
        return Fault(file, fault.line, fault.column, fault.key, fault.text)
    said = word(str(above.content[EXTENDS].content))
    words = Text(f"слой «{said}»: {fault.text.ru}", f"the layer «{said}»: {fault.text.en}")
    return fault_at(above, above_file, (EXTENDS,), words)


def layer_fault(layer: Node, file: str, at: Loc, loc: Loc, words: Text) -> Fault:
    """A fault of a layer with its place in its own file; `at` is where a layer stands in that of the profile."""
    found = fault_at(layer, file, loc, words)
    place = layer.keys.get(str(loc[0])) if len(loc) == 1 else None
    line, column = place or (found.line, found.column)
    return Fault(found.file, line, column, key_of((*at, *loc)), words)
