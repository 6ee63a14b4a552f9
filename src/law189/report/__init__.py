"""Рассказ (report): verdicts and tables told as text, drawings and calendars."""
