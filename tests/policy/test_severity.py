"""How much a policy matters to a charter, by what the charter says of itself."""

from __future__ import annotations

import pytest

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.model import MODELS, STAGES, Policy, Profile, Stage

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741 (as in the domain's tables)


def policy(code: str = "E501", stages: tuple[Stage, ...] = (), **severity: Severity | None) -> Policy:
    """A policy with the severities of o, v, s, and of network and body where they are given."""
    names: dict[str, Profile] = {"o": "opportunistic", "v": "values-bridge", "s": "structural"}
    names |= {"network": "network", "body": "body"}
    return Policy(
        code=code,
        name="x",
        title="t",
        severity={names[name]: each for name, each in severity.items()},
        subject="charter",
        when=Comparison("has_exit", "is", value=False),
        at="exit",
        message="m",
        why="w",
        stages=stages,
    )


def graded(code: str = "E501", stages: tuple[Stage, ...] = (), **others: Severity | None) -> Policy:
    """A policy with another severity for each model."""
    return policy(code, stages, o=E, v=W, s=I, **others)


@pytest.mark.parametrize(
    ("asked", "kind", "model", "expected"),
    [
        pytest.param(graded(), "coalition", "opportunistic", E, id="the model's own"),
        pytest.param(graded(), "alliance", "values-bridge", W, id="an alliance is judged by its model"),
        pytest.param(graded(), "coalition", "structural", I, id="structural"),
        pytest.param(graded(), "", "opportunistic", E, id="a kind that is not declared is a coalition"),
        pytest.param(graded(), "coalition", "", I, id="a model not declared takes the mildest"),
        pytest.param(graded(), "coalition", "tactical", I, id="an unknown model is not declared"),
        pytest.param(policy(o=E, v=None, s=E), "coalition", "", None, id="not asked is the mildest"),
        pytest.param(policy(o=None, v=None, s=None), "coalition", "structural", None, id="off everywhere"),
        pytest.param(graded(), "network", "opportunistic", E, id="a network is judged by its model"),
        pytest.param(graded(network=I), "network", "opportunistic", I, id="or as the policy says"),
        pytest.param(graded(network=None), "network", "opportunistic", None, id="not asked of a network"),
        pytest.param(graded(network=I), "coalition", "opportunistic", E, id="network is for networks"),
        pytest.param(graded(), "body", "", None, id="exit is not asked of a body"),
        pytest.param(graded(body=W), "body", "", W, id="unless the policy names it"),
        pytest.param(graded("P201"), "body", "opportunistic", None, id="parties are not asked of a body"),
        pytest.param(graded("X901"), "body", "", None, id="nor are settings"),
        pytest.param(policy("C101", o=E, v=E, s=E), "body", "", E, id="the file is"),
        pytest.param(graded("D301"), "body", "", I, id="decisions are, mildly without a model"),
        pytest.param(graded("D301"), "body", "opportunistic", E, id="or by the model"),
        pytest.param(graded("V401", body=None), "body", "", None, id="a veto policy can say off"),
        pytest.param(policy("L001", o=W, v=W, s=W), "body", "", W, id="a body's own policies are"),
        pytest.param(graded(body=I), "coalition", "opportunistic", E, id="body is for bodies"),
    ],
)
def test_severity_by_kind_and_model(asked: Policy, kind: str, model: str, expected: Severity | None) -> None:
    assert asked.severity_for(kind, model, "draft") is expected


@pytest.mark.parametrize(
    ("stages", "stage", "expected"),
    [
        pytest.param((), "exploring", True, id="all stages unless said"),
        pytest.param(("draft", "signed"), "signed", True, id="one of those named"),
        pytest.param(("draft", "signed"), "ended", False, id="none of those named"),
        pytest.param(("draft",), "", True, id="a stage not declared is a draft"),
        pytest.param(("signed",), "", False, id="and not signed"),
        pytest.param(("draft",), "sketch", True, id="an unknown stage is not declared"),
    ],
)
def test_stages(stages: tuple[Stage, ...], stage: str, expected: bool) -> None:
    asked = graded(stages=stages)

    assert (asked.severity_for("coalition", "opportunistic", stage) is not None) is expected


def test_no_declaration_ever_makes_a_policy_graver_than_its_gravest() -> None:
    asked = policy(o=None, v=I, s=W, network=I, body=I)

    for kind in ("coalition", "alliance", "network", "body", "", "?"):
        for model in (*MODELS, "", "?"):
            for stage in (*STAGES, ""):
                assert (asked.severity_for(kind, model, stage) or 0) <= W
