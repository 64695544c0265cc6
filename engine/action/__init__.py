"""The action file: a proposal, a vote or an act, as somebody wrote it down; shape only, no judgement."""
