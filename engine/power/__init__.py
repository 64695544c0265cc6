"""Counting the power that a decision rule gives: exact, over all ways in which its members can vote."""
