"""The shared folder of labelled pages, which stands beside the repository where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
WCXB, MULTILINGUAL = DATA / "wcxb-dev", DATA / "multilingual-dev"

needs_data = pytest.mark.skipif(not (WCXB.is_dir() and MULTILINGUAL.is_dir()), reason="needs the shared folder")
