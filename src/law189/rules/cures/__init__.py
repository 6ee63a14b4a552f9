"""Что сделать (cures): what a person can do where a norm is missed, by what the norm is about."""

__all__: list[str] = []
