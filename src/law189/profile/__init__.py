"""Профиль (profile): what one municipality decided, read and checked as one edition of its decree."""
