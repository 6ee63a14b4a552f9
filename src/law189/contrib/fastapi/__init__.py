"""FastAPI: a book of cases behind HTTP, with OpenAPI of every event and every verdict.

It needs the extra `fastapi`. `law189.contrib.fastapi.router.serve` gives an application its paths.
"""

from law189.errors import NeedsExtra

try:
    import fastapi as _  # noqa: F401  # the modules here are made of it
except ImportError as error:
    raise NeedsExtra("fastapi") from error
