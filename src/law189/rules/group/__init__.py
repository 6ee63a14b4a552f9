"""Рабочая группа (working group): whether it met, who was there, who led it, what it may decide."""
