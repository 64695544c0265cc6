"""Findings: what was found, where, how severe."""
