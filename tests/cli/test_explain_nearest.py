"""Which policy is offered to someone who asked for one that is not there."""

from __future__ import annotations

import pytest

from coalcheck.engine.policy.load import UnknownPolicy, manual


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        pytest.param("missing-exit", "missing-exit-terms", id="the beginning of a name"),
        pytest.param("MISSING-EXIT", "missing-exit-terms", id="in capitals"),
        pytest.param("thresold-without-base", "threshold-without-base", id="a letter is missing"),
        pytest.param("E50", "E501", id="the beginning of a code"),
        pytest.param("e5011", "E501", id="a digit too many"),
    ],
)
def test_offers_what_was_meant(asked: str, nearest: str) -> None:
    with pytest.raises(UnknownPolicy) as error:
        manual(asked)
    assert error.value.nearest == nearest


@pytest.mark.parametrize("asked", ["E999", "d999", "P000", "V1"])
def test_a_code_that_is_not_there_stays_in_its_family(asked: str) -> None:
    with pytest.raises(UnknownPolicy) as error:
        manual(asked)
    assert error.value.nearest[0] == asked[0].upper()
    assert error.value.nearest[1:].isdecimal()


@pytest.mark.parametrize("asked", ["", "zz", "Z999", "../../etc", "\u00b2", "E\u00b2"])
def test_anything_at_all_gets_an_offer(asked: str) -> None:
    with pytest.raises(UnknownPolicy) as error:
        manual(asked)
    assert error.value.nearest
