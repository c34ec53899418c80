"""Where tables live: staged, audited, published in one transaction, read back, and served only if verified."""
