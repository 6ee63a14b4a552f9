"""Стороны (parties): bodies and parties of a case, each named by office, never by person.

>>> Party("provider")
<Party.PROVIDER: 'provider'>
>>> Party("school")
Traceback (most recent call last):
    ...
ValueError: 'school' is not a valid Party
"""

from enum import StrEnum

from law189.law import Cite, Entry, Text

__all__ = ["Body", "Party"]


class Party(StrEnum):
    """Сторона дела, кроме органов: органы называют по их имени в профиле.

    `AUTHORIZED_BODY` stands in a heading for whatever body the profile names so.
    """

    AUTHORIZED_BODY = "authorized-body"
    PROVIDER = "provider"
    CONSUMER = "consumer"
    REPRESENTATIVE = "representative"


class Body(Entry):
    """Орган: a body that the decree names, by its title."""

    id: str
    title: Text
    cite: Cite
