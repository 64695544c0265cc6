"""The record of what a coalition decided and did, and what it shows over time."""
