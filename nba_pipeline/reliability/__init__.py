"""What proves that nothing is lost: the as-of proof and, from here on, rules, ledger and alerts."""
