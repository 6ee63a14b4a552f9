"""Замечания об органах (lints of the bodies): used and never named, or missing.

>>> from law189.profile.loader import load_profile
>>> [cite.address for cite, _ in body_never_named.find(load_profile("kemerovo").latest)]
['p3.1']
>>> list(no_authorized_body.find(load_profile("novokuznetsk_district").latest))
[]
"""

from collections.abc import Iterator

from law189.law import Grade, Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition

__all__ = ["body_never_named", "no_authorized_body"]


@declared(
    "A5",
    Severity.WARNING,
    Text("орган упомянут, но не определён", "a body that is used but never named"),
    Text(
        "Постановление возлагает что-то на орган, которого нигде не называет: неясно, кто действует. "
        "Определите его изменением.",
        "The decree relies on a body that it never names: it is unclear who acts. Name it by an amendment.",
    ),
)
def body_never_named(edition: Edition) -> Iterator[Place]:
    """Bodies that the profile records as mentioned without being defined."""
    for mention in edition.mentions:
        if mention.body is None:
            yield (
                mention.cite,
                Text(f"не определён: {mention.name.ru}", f"never named: {mention.name.en}"),
            )


@declared(
    "A16",
    Severity.WARNING,
    Text("уполномоченный орган не назван", "the authorised body is not named"),
    Text(
        "Социальный заказ утверждает уполномоченный орган, а постановление его не определяет: чьё утверждение "
        "имеет силу, неясно. Определите его изменением; до тех пор профиль называет предполагаемый.",
        "The authorised body approves the social order, and the decree names none: whose approval counts is "
        "unclear. Name it by an amendment; until then the profile names the likely one.",
    ),
)
def no_authorized_body(edition: Edition) -> Iterator[Place]:
    """A decree whose authorised body is missing, or is this library's guess."""
    body = edition.authorized_body
    if body is None:
        yield edition.whole, Text("орган не назван", "no body is named")
    elif body.grade is Grade.ASSUMED:
        titles = {one.id: one.title for one in edition.bodies}
        yield (
            body.basis,
            Text(
                f"принят ответственный по плану: {titles[body.value].ru}",
                f"taken: whom the plan makes responsible: {titles[body.value].en}",
            ),
        )
