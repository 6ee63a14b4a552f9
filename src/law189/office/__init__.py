"""Канцелярия (office): profiles and meetings as an office has them: workbooks, minutes, notices, questions."""
