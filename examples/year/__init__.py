"""Год города (a year of a town): who does what and when, what was planted in it, and how a casebook takes it."""
