"""What tells how the other tables fared: phase 7."""
