"""Proving: what holds of every way to vote, and ballots that show where it does not."""
