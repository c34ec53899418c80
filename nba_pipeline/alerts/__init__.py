"""What the operator is told: incidents, the outbox that loses no message, and the channels it is delivered by.

Nothing here asks the warehouse to be well: the state lies in a database of its own.
"""
