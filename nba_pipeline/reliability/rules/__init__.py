"""The reliability rules, one module a phase. Adding a rule is adding a function here; `rulebook` finds it."""
