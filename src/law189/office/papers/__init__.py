"""Бумаги заседания (papers): the draft minutes and the notice of a meeting, as data and as laid out."""
