"""What the extra `testing` brings, each name once; `__init__.py` loads a name when it is first used."""

from law189.testing.laws import LAWS as LAWS
from law189.testing.laws import check_laws as check_laws
from law189.testing.machines import CaseMachine as CaseMachine
from law189.testing.machines import case_machine as case_machine
from law189.testing.machines import check_cases as check_cases
from law189.testing.spoils import spoilt as spoilt
from law189.testing.steps import RIGHT as RIGHT
from law189.testing.steps import Right as Right
from law189.testing.steps import begins as begins
from law189.testing.steps import right_step as right_step
from law189.testing.strategies import choices as choices
from law189.testing.strategies import meeting_records as meeting_records
from law189.testing.typed import drawn_from as drawn_from
