"""What a charter says of one action: decided or not, by which clauses, and what would change it."""
