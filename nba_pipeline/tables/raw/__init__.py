"""What the sources answered, parsed and keyed: phase 2."""
