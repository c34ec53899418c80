"""Form and factors of every expected player before the game: phase 4."""
