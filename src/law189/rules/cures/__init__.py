"""Что сделать (cures): what a person can do where a norm is missed, by what the norm is about."""

from law189.rules.cures import certificate, meeting, money, order, step

__all__ = ["certificate", "meeting", "money", "order", "step"]
