"""The same charter with fewer or more members, each of whom may answer: from one to six."""

from __future__ import annotations

from copy import deepcopy

import yaml
from deciding import HEAD
from oracle_cases import Plain

WRITTEN = 4
"""So many may answer in a charter of the tables."""

_GOES = ("m2", "m1", "m3")
"""In this order, so that whoever the case is about goes last."""
_COMES: tuple[tuple[str, str, int | str], ...] = (("n0", "m0", 2), ("n1", "m1", "3/2"))
"""Who comes, like whom, and with which weight."""


def sized(text: str, fixed: Plain, number: int) -> tuple[str, Plain]:
    """The charter and the action for so many who may answer."""
    if number == WRITTEN:
        return text, fixed
    plain = {key: value for key, value in yaml.safe_load(text).items() if key not in yaml.safe_load(HEAD)}
    action = deepcopy(fixed)
    if number < WRITTEN:
        for who in _GOES[: WRITTEN - number]:
            plain, action = _without(plain, who), _without(action, who)
    for who, like, weight in _COMES[: max(0, number - WRITTEN)]:
        _join(plain, who, like, weight)
    return yaml.safe_dump(plain, sort_keys=False), action


def _without(tree: Plain, who: str) -> Plain:
    """The same with no trace of a member."""
    kept: Plain = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            kept[key] = _without(value, who)
        elif isinstance(value, list):
            kept[key] = [
                _without(each, who) if isinstance(each, dict) else each
                for each in value
                if each != who
                and not (isinstance(each, dict) and who in {each.get("id"), each.get("member")})
            ]
        elif key != who:
            kept[key] = value
    return kept


def _join(plain: Plain, who: str, like: str, weight: int | str) -> None:
    (model,) = [member for member in plain["members"] if member["id"] == like]
    plain["members"].append({**model, "id": who, "name": f"Like {like}"})
    for group in plain.get("groups", {}).values():
        if like in group and like != "m0":
            group.append(who)
    for each in plain.get("weights", {}).values():
        each["values"][who] = weight
    for body in plain.get("bodies", {}).values():
        for key in ("members", "seats"):
            if isinstance(body.get(key), list) and like == "m0":
                body[key].append(who if key == "members" else {"member": who})
