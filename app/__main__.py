"""`python -m app` is `toque`."""

import sys

from app.cli import main

sys.exit(main())
