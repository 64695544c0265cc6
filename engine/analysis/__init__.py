"""What the decision rules of a charter come to: who can decide, who can stop, what was proven."""
