"""Walking over a charter: every text that carries a mark, with its place.

A mark stands in the annotation of a field (:mod:`coalcheck.engine.charter.part`):
``Threshold`` and ``Attendance`` carry a ``Mark``, texts that refer to something a
``Names``. What the model says is thus the only list of where such texts stand.
"""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin

from coalcheck.engine.charter.charter import Charter, type_of
from coalcheck.engine.charter.marks import Mark, Names
from coalcheck.engine.charter.part import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coalcheck.engine.source.node import Route

MarkT = TypeVar("MarkT", Mark, Names)


class _Slot(NamedTuple):
    """What an annotation allows: one part, an item of a list, a value of a mapping, a marked text."""

    part: type[Part] | None = None
    item: Any = None
    key: Any = None
    value: Any = None
    marks: tuple[Mark | Names, ...] = ()


def walk(charter: Part, wanted: type[MarkT]) -> list[tuple[Route, str, MarkT]]:
    """Every text with such a mark, in the order of the model: its route, the text, the mark.

    The route is the model's: where a single text was read as a list of one it
    has a position that the file does not have
    (:func:`coalcheck.engine.charter.place.find` passes over it).
    """
    found: list[tuple[Route, str, MarkT]] = []
    _in_part(charter, (), wanted, found)
    return found


def _in_part(part: Part, route: Route, wanted: Any, found: list[Any]) -> None:
    if isinstance(part, Charter):
        # What the charter does not have is not looked into: its types may not even be loaded.
        for name, info in _described(Charter).items():
            value = getattr(part, name)
            if value and value.__class__ is not str:
                _in_value(value, (*route, info.alias or name), _slots(type_of(name)), wanted, found)
        return
    for name, key, slots in _fields(type(part), wanted):
        value = getattr(part, name)
        if value:
            _in_value(value, (*route, key), slots, wanted, found)


def _in_value(value: object, route: Route, slots: tuple[_Slot, ...], wanted: Any, found: list[Any]) -> None:
    if isinstance(value, Part):
        _in_part(value, route, wanted, found)
        return
    for slot in slots:
        if isinstance(value, str):
            found.extend((route, value, mark) for mark in slot.marks if isinstance(mark, wanted))
        elif isinstance(value, tuple) and slot.item is not None:
            below = _slots(slot.item)
            for i, item in enumerate(value):
                _in_value(item, (*route, i), below, wanted, found)
        elif isinstance(value, dict) and slot.value is not None:
            keys, below = _slots(slot.key), _slots(slot.value)
            for key, item in value.items():
                _in_value(key, (*route, key), keys, wanted, found)
                _in_value(item, (*route, key), below, wanted, found)


_Fields: TypeAlias = "tuple[tuple[str, str, tuple[_Slot, ...]], ...]"
_FIELDS: dict[tuple[type[Part], object], _Fields] = {}
_SLOTS: dict[object, tuple[_Slot, ...]] = {}


def _fields(model: type[Part], wanted: object) -> _Fields:
    """The fields of a model below which such a mark can stand."""
    if (model, wanted) not in _FIELDS:
        _FIELDS[model, wanted] = tuple(_find_fields(model, wanted))
    return _FIELDS[model, wanted]


def _find_fields(model: type[Part], wanted: object) -> Iterator[tuple[str, str, tuple[_Slot, ...]]]:
    for name, info in _described(model).items():
        slots = _slots(Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation)
        if _reaches(slots, wanted):
            yield name, info.alias or name, slots


def _described(model: type[Part]) -> Mapping[str, Any]:
    return model.__pydantic_fields__


def _reaches(slots: tuple[_Slot, ...], wanted: Any) -> bool:
    for slot in slots:
        if any(isinstance(mark, wanted) for mark in slot.marks):
            return True
        if slot.part is not None and _fields(slot.part, wanted):
            return True
        if any(
            _reaches(_slots(below), wanted)
            for below in (slot.item, slot.key, slot.value)
            if below is not None
        ):
            return True
    return False


def _slots(annotation: Any) -> tuple[_Slot, ...]:
    """What an annotation allows, one slot for each side of a union; None is nothing to walk into."""
    if annotation not in _SLOTS:
        _SLOTS[annotation] = _find_slots(annotation)
    return _SLOTS[annotation]


def _find_slots(annotation: Any) -> tuple[_Slot, ...]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks = tuple(mark for mark in arguments[1:] if isinstance(mark, (Mark, Names)))
        inner = _slots(arguments[0])
        return (*inner, _Slot(marks=marks)) if marks else inner
    if origin in (Union, UnionType):
        return tuple(slot for side in arguments for slot in _slots(side))
    if origin is tuple:
        return (_Slot(item=arguments[0]),)
    if origin is dict:
        return (_Slot(key=arguments[0], value=arguments[1]),)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return (_Slot(part=annotation),)
    return ()


def part_at(model: type[Part], steps: Sequence[str | int]) -> type[Part] | None:
    """The part that the last of the steps leads to, for the places that pydantic names.

    Steps that are neither a key nor a position, such as the tag of a union, stay where they are.
    """
    slots: tuple[_Slot, ...] = (_Slot(part=model),)
    for step in steps:
        slots = _below(slots, step) or slots
    return next((slot.part for slot in slots if slot.part is not None), None)


def _below(slots: tuple[_Slot, ...], step: str | int) -> tuple[_Slot, ...]:
    for slot in slots:
        if slot.part is not None:
            for name, info in slot.part.__pydantic_fields__.items():
                if (info.alias or name) == step:
                    return _slots(type_of(name) if slot.part is Charter else info.annotation)
        elif slot.item is not None and isinstance(step, int):
            return _slots(slot.item)
        elif slot.value is not None and isinstance(step, str):
            return _slots(slot.value)
    return ()
