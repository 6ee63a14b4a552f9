"""Примеры (examples): an example of every section of a profile, invented, each of which can be read.

A section that names bodies, stages or goals rests on the examples of the sections before it.

>>> EXAMPLES["title"]
'title: {ru: Город Примерск}'
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["EXAMPLES"]

_EXAMPLES = {
    "profile": "profile: primersk",
    "title": "title: {ru: Город Примерск}",
    "act": """
act:
  number: "77"
  date: 2023-09-25
  title: {ru: Об организации оказания муниципальных услуг в социальной сфере}
  published: {on: 2023-09-29, where: газета «Примерск»}
""",
    "acts": """
acts:
  - {id: 189-fz, why: {ru: основание постановления}, cite: preamble}
""",
    "approvals": """
approvals:
  - {annex: 1, what: {ru: перечень услуг}, cite: p2.1}
  - {annex: 2, what: {ru: состав рабочей группы}, cite: p2.2}
  - {annex: 3, what: {ru: положение о рабочей группе}, cite: p2.3}
  - {annex: 4, what: {ru: план апробации}, cite: p2.4}
  - {annex: 5, what: {ru: показатели эффективности}, cite: p2.5}
""",
    "direction": "direction: {value: {ru: дополнительное образование детей}, cite: p1}",
    "bodies": """
bodies:
  - {id: education, title: {ru: Управление образования}, cite: p3}
""",
    "authorized_body": "authorized_body: {value: education, cite: p3}",
    "services": """
services:
  - number: "804200О.99.0.ББ52АЖ48000"
    title: {ru: Общеразвивающие программы}
    cite: app1.1
""",
    "excluded_providers": """
excluded_providers:
  - {id: art-school, name: {ru: детская школа искусств}, cite: p1}
""",
    "licence": "licence: {value: {ru: лицензия на образовательную деятельность}, cite: p4}",
    "parameters": """
parameters:
  - consumers: {age_from: 5, age_to: 17}
    nominals: [{volume: {amount: 144, unit: person-hours}}]
    certificates: 1
    periods: [{since: 2023-11-01, until: 2024-05-31}]
    cite: app1.1
""",
    "selection": """
selection:
  - {way: certificate, since: 2023-11-01, cite: p5}
""",
    "documents": """
documents:
  - {kind: certificate, form: electronic, title: {ru: социальный сертификат}, cite: p6}
""",
    "paper": """
paper:
  - documents: [certificate]
    since: 2023-11-01
    until: 2023-12-31
    condition: technical-impossibility
    cite: p7
""",
    "systems": """
systems:
  - {id: navigator, title: {ru: Навигатор}, cite: p8, forms: [certificate], forms_cite: p8}
""",
    "publication": """
publication:
  - {what: decree, where: {ru: газета «Примерск»}, place: press, responsible: education, cite: p9}
""",
    "entry_into_force": "entry_into_force: {value: day_after_publication, cite: p10}",
    "covers_since": "covers_since: {value: 2024-01-01, cite: p10}",
    "lapses": """
lapses:
  - {of: [p7], suspended: {since: 2025-02-01, until: 2025-06-30}, cite: p11}
""",
    "control": "control: {value: {ru: заместитель главы города}, cite: p12}",
    "working_group": """
working_group:
  head: {ru: председатель}
  seats:
    - {id: chair, role: chair, office: {ru: заместитель главы города}, cite: app2}
    - {id: deputy, role: deputy, office: {ru: начальник управления образования}, cite: app2}
    - {id: member-1, role: member, office: {ru: директор центра творчества}, cite: app2}
  presiding: {value: [chair, deputy], cite: app3.5.1}
  agenda: {value: presiding, cite: app3.5.2}
  meetings: {value: as_needed, cite: app3.5.3}
  notice: {value: {days: 3, unit: working_days, materials: true}, cite: app3.5.4}
  quorum: {value: {more_than: 1/2, of: list}, cite: app3.5.5}
  adoption: {value: {more_than: 1/2, of: present}, cite: app3.5.6}
  casting_vote: {value: presiding, cite: app3.5.6}
  ballot: {value: open, cite: app3.5.6}
  minutes: {value: {signed_by: presiding, copies_to: members}, cite: app3.5.7}
  tasks:
    - {kind: order-proposals, title: {ru: предложения по социальному заказу}, cite: app3.2.1}
  decisions: {value: {force: advisory}, cite: app3.1.3}
""",
    "stages": """
stages:
  - {id: 1, title: {ru: Правовое обеспечение}, cite: app4.1}
""",
    "plan": """
plan:
  - stage: 1
    title: {ru: Порядок формирования социального заказа}
    term: {kind: quarter, year: 2023, quarter: 4}
    result: {ru: порядок утверждён}
    responsible: education
    adopts: [order-forming]
    cite: app4.1.1
""",
    "goals": """
goals:
  - {id: 1, title: {ru: Охват детей}, cite: app5.1}
""",
    "indicators": """
indicators:
  - goal: 1
    type: final
    title: {ru: Доля детей с сертификатами}
    unit: percent
    base: {value: "12,5", year: 2023}
    target: {value: tbd, year: 2024}
    responsible: education
    cite: app5.1.1
""",
    "factor_analysis": """
factor_analysis:
  value: {before: 2024-06-01, method: {ru: пофакторный анализ}}
  cite: p13
""",
    "adopted": """
adopted:
  - act: {id: primersk-90, number: "90", date: 2023-12-01, title: {ru: О порядке формирования сертификатов}}
    adopts: [certificate-forming]
    since: 2023-12-11
    fills:
      - {slot: certificate.forming_term, term: {kind: after, days: 5, unit: working_days}, cite: primersk-90/p7}
""",
    "values": """
values:
  - id: certificate-term
    what: {ru: срок действия сертификата}
    term: {kind: after_months, months: 12}
    cite: p14
""",
    "mentions": """
mentions:
  - {name: {ru: проектный комитет}, body: null, cite: p15}
""",
    "aliases": """
aliases:
  - {name: {ru: руководитель}, name_cite: app3.4.1, also: {ru: председатель}, cite: app3.5.1}
""",
    "blanks": """
blanks:
  - {what: {ru: в заголовке приложения не указаны день и номер}, cite: app5}
""",
    "conditions": """
conditions:
  - id: residence
    step: certificate.applied_for
    asks: {kind: confirmed}
    title: {ru: потребитель зарегистрирован в городе}
    missing: void
    cite: p16
""",
    "readings": "readings: {Q1: exact}",
    "amendments": """
amendments:
  - act: {id: primersk-12, number: "12", date: 2024-02-09, title: {ru: О внесении изменений}}
    since: 2024-02-12
    changes:
      - do: set
        at: [working_group, quorum]
        to: {value: {at_least: 2/3, of: members}, cite: primersk-12/p1.1}
""",
    "extends": """
extends:
  acts:
    - act: {id: region-7, kind: закон, number: 7-ОЗ, date: 2023-12-01, level: regional}
      why: {ru: полномочия органов местного самоуправления}
      cite: region-7/act
""",
}
EXAMPLES: Mapping[str, str] = MappingProxyType({key: text.strip("\n") for key, text in _EXAMPLES.items()})
"""The example of each section by its key."""
