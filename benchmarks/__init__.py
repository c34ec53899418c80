"""What the pipeline costs, measured against the least that the same work could cost. Run: `make bench`."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "nba_pipeline_tests" / "sources" / "live"))  # the services, replayed
