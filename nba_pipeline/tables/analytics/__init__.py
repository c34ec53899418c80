"""What happened in each game, and what each upcoming game looks like: phase 3."""
