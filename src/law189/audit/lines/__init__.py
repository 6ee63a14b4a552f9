"""Строки файла (lines of a file): of which case it is, which record it means, what an unread one leaves."""
