"""The drill: every known defect is injected into a copy of the newest verified days, and must be caught by name."""
