"""How many random examples the tests draw.

``COALCHECK_EXAMPLES`` is a whole factor, 1 unless set. At 1 the examples are the same in every run, so that
a change is judged and not its luck; above it (``just deep``) they are many and new each time.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# It is imported by some tests and is the plugin of others.
pytest.register_assert_rewrite("running")

FACTOR = int(os.environ.get("COALCHECK_EXAMPLES", "1"))
EVERYDAY = 40

settings.register_profile("everyday", max_examples=EVERYDAY, derandomize=True, deadline=None)
settings.register_profile("deep", max_examples=EVERYDAY * FACTOR, deadline=None, print_blob=True)
settings.load_profile("deep" if FACTOR > 1 else "everyday")
