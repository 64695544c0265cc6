"""How an act agrees with what the charter says of such acts, the rule and the scope left aside."""
