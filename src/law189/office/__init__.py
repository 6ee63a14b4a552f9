"""Канцелярия (office): profiles and meetings as an office writes and reads them: workbooks, minutes, questions."""
