"""What the oracle of verdicts asks before anybody is counted: may it be decided so at all?"""

from __future__ import annotations

from dataclasses import dataclass

from oracle import both
from verdict_ballots import Ballots
from verdict_dates import Answer, day, long_enough, soon_enough
from verdict_rules import not_more


@dataclass
class Before(Ballots):
    """One action under one decision, before the count."""

    def authorised(self) -> Answer:
        """Whether it could be decided so at all; a short notice only where the decision needs one."""
        when, kinds = day(self.action["date"]), self._kinds()
        term = self.charter.get("term", {})
        allowed = set(self.charter.get("winding_up", {}).get("still_allowed", ()))
        started = "starts" not in term or day(term["starts"]) <= when
        running = (
            "ends" not in term
            or when <= day(term["ends"])
            or bool(allowed & {self.action.get("title"), *kinds})
        )
        self.parts["term"] = started and running
        body = self.decision.get("body")
        right_body = self.action.get("body", body) == body
        limits = self.charter.get("bodies", {}).get(body, {}).get("limits", {})
        within = not set(limits.get("never", ())) & kinds and (
            "covers" not in limits or kinds <= set(limits["covers"])
        )
        cheap = all(
            not_more(self.action.get("amount"), most)
            for most in (
                limits.get("spend"),
                self.charter.get("scope", {}).get("money", {}).get("one_decision"),
            )
        )
        needs = self.decision.get("needs", ())
        self.parts["notice"] = self._notice()
        noticed = "notice" not in needs or self.parts["notice"]
        supported = "seconds" not in needs or bool(self.action.get("seconds"))
        self.parts["needs"] = supported
        return both([started, running, right_body, within, cheap, noticed, supported, self._explained()])

    def _explained(self) -> Answer:
        """Whether the explanation without which there is no decision came in time, or may still come."""
        if "explanation" not in self.decision.get("needs", ()):
            return True
        due, record = self.decision["explain"], self.action.get("explained")
        if record is not None:
            return soon_enough(self.action["date"], record["date"], due)
        return self._explanation_can_come()

    def _explanation_can_come(self) -> bool:
        if "explanation" not in self.decision.get("needs", ()) or "explained" in self.action:
            return False
        return soon_enough(self.action["date"], self.now, self.decision["explain"]) is not False

    def _kinds(self) -> set[str]:
        """What is decided: the kind that is named, else all that the decision covers."""
        asked = self.action["action"]
        return {asked} if asked != self.name else set(self.decision.get("covers", ()))

    def _notice(self) -> Answer:
        if "notice" not in self.decision:
            return True
        if "notice" not in self.action:
            return None
        return long_enough(self.action["notice"], self.action["date"], self.decision["notice"], self.charter)
