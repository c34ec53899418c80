"""A league that is played, not recorded: thirty fictional teams whose every day follows from a seed."""
