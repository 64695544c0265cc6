"""What is to be pasted, without the keys that stand in the file already: no key may stand there twice."""

from __future__ import annotations

import textwrap

from coalcheck.engine.facts.pasting import flow
from coalcheck.engine.facts.written import below
from coalcheck.engine.source.node import Mapping, Node, Route
from coalcheck.engine.source.read import read


def fitted(stub: str, route: Route, root: Node | None) -> str:
    """The lines that are new.

    Args:
        stub: YAML to paste, from a policy; as it is where nothing of it stands in the file.
        route: where the finding points.
        root: the file.

    Returns:
        ``money: 500 EUR`` for ``scope: {money: 500 EUR}`` where there is a scope; what the route leads to is
        kept, since that is what is written anew.
    """
    head = stub.partition(":")[0]
    if head not in route:
        return stub
    at = route.index(head)
    here = below(root, route[: at + 1])
    if not isinstance(here, Mapping) or not here.entries or len(route) == at + 1:
        return stub
    tree = read(stub, "").root
    if not isinstance(tree, Mapping) or list(tree.entries) != [head]:
        return stub
    inner = tree.entries[head].value
    if not isinstance(inner, Mapping):
        return stub
    asked = route[at + 1]
    old = [key for key in inner.entries if key in here.entries and key != asked]
    if asked in here.entries and asked in inner.entries and len(route) > at + 2:
        # Further down: what stands beside it in the stub belongs to another place.
        deeper = f"{asked}: {flow(inner.entries[str(asked)].value)}\n"
        return fitted(deeper, route[at + 1 :], here)
    first, _, rest = stub.rstrip("\n").partition("\n")
    if not old and rest and first.rstrip() == f"{head}:":
        # The words of the policy as they are, with their notes.
        return textwrap.dedent(rest) + "\n"
    new = [f"{key}: {flow(entry.value)}\n" for key, entry in inner.entries.items() if key not in old]
    return "".join(new) or stub
