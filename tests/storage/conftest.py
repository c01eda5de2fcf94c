from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from secret_service import secret_service  # noqa: F401 - a fixture
