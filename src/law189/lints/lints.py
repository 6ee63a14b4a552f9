"""Замечания (the lints) in the order of their codes; each stands in the module of what it looks at.

>>> [lint.code for lint in LINTS][:3]
['A1', 'A2', 'A3']
>>> next(lint for lint in LINTS if lint.code == "A99")
Traceback (most recent call last):
    ...
StopIteration
"""

from law189.lints import (
    act,
    addresses,
    beginnings,
    bodies,
    conditions,
    days,
    documents,
    ends,
    group,
    indicators,
    leftovers,
    letters,
    persons,
    plan,
    publication,
    services,
    terms,
)
from law189.lints.lint import Lint

__all__ = ["LINTS"]

LINTS: tuple[Lint, ...] = (
    services.digit_in_service_number,
    plan.term_before_act,
    plan.result_of_another_row,
    indicators.left_blank,
    bodies.body_never_named,
    act.two_names,
    group.power_without_task,
    documents.formed_by_no_system,
    group.role_not_in_composition,
    plan.nobody_responsible,
    plan.act_never_promised,
    plan.act_promised_twice,
    group.same_office_twice,
    act.silent_on_force,
    indicators.nobody_reports,
    bodies.no_authorized_body,
    days.adopted_before_its_day,
    days.target_before_base,
    days.publication_not_recorded,
    services.service_listed_twice,
    days.amended_before_its_day,
    conditions.condition_of_no_step,
    days.limit_out_of_its_days,
    leftovers.left_of_a_sample,
    persons.person_named,
    addresses.annex_not_approved,
    act.law_not_named,
    plan.after_the_approbation,
    plan.two_responsible,
    addresses.address_that_cannot_be,
    beginnings.lapsed_before_its_day,
    act.without_english,
    act.label_disagrees,
    terms.nobody_can_keep,
    terms.event_not_there,
    letters.letters_of_two_alphabets,
    act.act_without_number,
    group.head_of_no_member,
    group.subgroup_of_nobody,
    group.more_persons_than_seats,
    publication.words_of_another_place,
    terms.day_nobody_knows,
    beginnings.over_before_its_act,
    ends.nothing_ends,
)
"""Every lint of the library."""
