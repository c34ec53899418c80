"""What the pipeline costs, measured against the least that the same work could cost. Run: `make bench`."""
