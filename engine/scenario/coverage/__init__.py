"""How much of a charter its tests exercise: decisions, clauses, and thresholds to the single vote."""
