"""Many files: the work is shared between processes, and comes back in the order in which it was given."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

MOST_PROCESSES: Final = 3
"""Beside the one that was started; each further one takes memory, and has less to do."""

AT_ONCE: Final = 16
"""Items that a process is given at a time: a twentieth of a second, so that all are done together."""

_Item = TypeVar("_Item")
_Done = TypeVar("_Done")
_Other = TypeVar("_Other")


class Unfinished(Exception):
    """A process that shared the work ended before its answer; what the others found is not the whole."""


def processes() -> int:
    """How many processes can share work here, each on a processor of its own; 1 where it stays in this one.

    Processes are copies of this one, which have all that is loaded and compiled at no cost. Only on Linux is
    that safe, and only without a second thread: a lock that another thread holds would stay shut in the copy
    for ever. A process that starts anew would run the script of whoever calls this a second time.
    """
    if sys.platform != "linux" or len(os.listdir("/proc/self/task")) > 1:  # noqa: PTH208  (a count, no paths)
        return 1
    return min(MOST_PROCESSES, len(os.sched_getaffinity(0)))


def shared(work: Callable[[Sequence[_Item]], _Done], items: Sequence[_Item], number: int) -> Iterator[_Done]:
    """Yield what the work makes of the items, some at a time, in their order.

    Args:
        work: any function: each process has it, and all that it knows, from the start. What it returns and
            raises crosses to this process; the first exception in the order of the items ends all.
        items: what to work on.
        number: how many processes share the work.

    Raises:
        Unfinished: a process was ended from outside.
    """
    with _pool(work, number) as pool:
        for done in [pool.submit(_worked, each) for each in _parts(items, AT_ONCE)]:
            yield done.result()


def halved(
    here: Callable[[Sequence[_Item]], _Done],
    there: Callable[[Sequence[_Item]], _Other],
    items: Sequence[_Item],
    at_once: int,
) -> Iterator[_Done | _Other]:
    """Yield what is made of the items, some at a time, in their order; another process helps from the end.

    What costs much to send is better made where it is used: so this process works too, from the beginning on,
    until the two meet.

    Args:
        here: what this process makes of some items.
        there: what the other one makes of them, as in ``shared``.
        items: what to work on.
        at_once: how many items are taken at a time.

    Raises:
        Unfinished: the other process was ended from outside.
    """
    parts = _parts(items, at_once)
    with _pool(there, 1) as pool:
        begun = [pool.submit(_worked, each) for each in reversed(parts)]
        for part, each in zip(parts, reversed(begun), strict=True):
            # What the other one has not begun is taken from it.
            yield here(part) if each.cancel() else each.result()


@contextmanager
def beside(
    work: Callable[[_Item], _Done], item: _Item, *, here: bool = False
) -> Iterator[Callable[[], _Done]]:
    """Begin something in another process, and give what waits for its answer.

    Args:
        work: any function; the other process has it, all that it knows, and the item from the start. What it
            returns and raises crosses to this process when the answer is asked for.
        item: what to work on.
        here: whether it is done in this process after all, when the answer is asked for.

    Raises:
        Unfinished: the other process was ended from outside.
    """
    if here:
        yield partial(work, item)
        return
    with _pool(partial(_without, work, item), 1) as pool:
        yield pool.submit(_worked, None).result


def _parts(items: Sequence[_Item], size: int) -> list[Sequence[_Item]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def _without(work: Callable[[_Item], _Done], item: _Item, _nothing: None) -> _Done:
    return work(item)


@contextmanager
def _pool(work: Callable[[Any], Any], number: int) -> Iterator[ProcessPoolExecutor]:
    """So many copies of this process, which all do the same work."""
    # Only a run on many files pays for these imports.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(number, get_context("fork"), _begin, (work,))
    complete = False
    try:
        yield pool
        complete = True
    except BrokenProcessPool as error:
        msg = (
            "The check did not come to its end: one of its processes was stopped, perhaps for want of "
            "memory. Nothing is known of the files that it had; run the check again."
        )
        raise Unfinished(msg) from error
    finally:
        # After an exception, or Ctrl-C, nothing more is begun, and nobody waits for what is under way.
        pool.shutdown(wait=complete, cancel_futures=True)


@contextmanager
def all_kept() -> Iterator[None]:
    """Do something of which nearly all that is made stays: nothing is looked through for garbage meanwhile.

    The collector of cycles would go through all that is there again and again, and find next to nothing; on a
    long record that is a fifth of the time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


_WORK: list[Callable[[Any], Any]] = []
"""What a process was made for; it is a copy of the first one, so nothing of it has to cross."""


def _worked(items: Any) -> Any:
    (work,) = _WORK
    return work(items)


def _begin(work: Callable[[Any], Any]) -> None:
    """Prepare a process that was made to share the work."""
    import signal
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

    _WORK[:] = [work]
    # Ctrl-C reaches every process; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What was there before takes no memory as long as nobody writes to it, the collector of garbage neither.
    gc.freeze()

    def orphaned() -> None:
        if (parent := parent_process()) is not None:
            wait([parent.sentinel])
        os._exit(1)

    # Where the first process is killed it can end nobody, and whoever waits for work would wait for ever.
    Thread(target=orphaned, daemon=True).start()
