"""Where the data comes from: each source fetches, lands and parses, and nothing else."""
