"""Many files: the work is shared between processes, and comes back in the order in which it was given."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

MOST_PROCESSES: Final = 3
"""Beside the one that was started; each further one takes memory, and has less to do."""

AT_ONCE: Final = 16
"""Items that a process is given at a time: a twentieth of a second, so that all are done together."""

_Item = TypeVar("_Item")
_Done = TypeVar("_Done")


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
        work: a function of a module, or a ``partial`` of one; what it returns and raises crosses to this
            process, the first exception in the order of the items ends all.
        items: what to work on.
        number: how many processes share the work.

    Raises:
        Unfinished: a process was ended from outside.
    """
    # Only a run on many files pays for these imports.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    some = [items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE)]
    pool = ProcessPoolExecutor(number, get_context("fork"), _begin)
    complete = False
    try:
        for done in [pool.submit(work, each) for each in some]:
            yield done.result()
        complete = True
    except BrokenProcessPool as error:
        msg = (
            "The check did not come to its end: one of its processes was stopped, perhaps for want of "
            "memory. Nothing is known of the charters that it had; run the check again."
        )
        raise Unfinished(msg) from error
    finally:
        # After an exception, or Ctrl-C, nothing more is begun, and nobody waits for what is under way.
        pool.shutdown(wait=complete, cancel_futures=True)


def _begin() -> None:
    """Prepare a process that was made to share the work."""
    import gc
    import signal
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

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
