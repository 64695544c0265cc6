"""Many files: the work is shared between processes, and comes back in the order in which it was given."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MOST_PROCESSES: Final = 3
"""Beside the one that was started; each further one takes memory, and has less to do."""

AT_ONCE: Final = 16
"""Items that a process is given at a time: a twentieth of a second, so that all are done together."""

_MOST_PARTS: Final = 4096
"""So many permits fit into any pipe."""

_Item = TypeVar("_Item")
_Done = TypeVar("_Done")
_There = TypeVar("_There")
_Answer: TypeAlias = "tuple[Any, Exception | None]"
"""What was made, or what was raised instead."""

_UNFINISHED: Final = (
    "The check did not come to its end: one of its processes was stopped, perhaps for want of memory. "
    "Nothing is known of the files that it had; run the check again."
)


class Unfinished(Exception):
    """A process that shared the work ended before its answer; what the others found is not the whole."""

    def __init__(self, message: str = _UNFINISHED) -> None:
        super().__init__(message)


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

    pool = ProcessPoolExecutor(number, get_context("fork"), _begin)
    complete = False
    try:
        for done in [pool.submit(work, each) for each in _parts(items, AT_ONCE)]:
            yield done.result()
        complete = True
    except BrokenProcessPool as error:
        raise Unfinished from error
    finally:
        # After an exception, or Ctrl-C, nothing more is begun, and nobody waits for what is under way.
        pool.shutdown(wait=complete, cancel_futures=True)


def halved(
    here: Callable[[Sequence[_Item]], _Done],
    there: Callable[[Sequence[_Item]], _There],
    items: Sequence[_Item],
    at_once: int,
) -> Iterator[_Done | _There]:
    """Yield what is made of the items, some at a time, in their order; another process helps from the end.

    What costs much to send is better made where it is used: so this process works too, from the beginning on,
    until the two meet.

    Args:
        here: what this process makes of some items.
        there: what the other one makes of them; it has all that this one has. What it returns and raises
            crosses to this process; the first exception in the order of the items ends all.
        items: what to work on.
        at_once: how many items are taken at a time.

    Raises:
        Unfinished: the other process was ended from outside.
    """
    parts = _parts(items, max(at_once, len(items) // _MOST_PARTS + 1))
    # A part may be begun by whoever takes one of so many bytes out of a pipe: no lock, nothing to stay shut.
    permits, giving = os.pipe()
    os.write(giving, b"." * len(parts))
    os.close(giving)
    found: dict[int, _Answer] = {}
    begun = 0
    try:
        with _other(partial(_from_the_end, there, parts, permits)) as answers:
            while os.read(permits, 1):
                yield here(parts[begun])
                begun += 1
                # Until all that is left has come, there is another answer to wait for, or nobody to give it.
                while len(found) < len(parts) - begun and answers.poll():
                    found.update([_next(answers)])
            while len(found) < len(parts) - begun:
                found.update([_next(answers)])
        for place in range(begun, len(parts)):
            yield _value(found.pop(place))
    finally:
        os.close(permits)


@contextmanager
def beside(work: Callable[[_Item], _Done], item: _Item) -> Iterator[Callable[[], _Done]]:
    """Begin something in another process, and give what waits for its answer.

    Args:
        work: any function; the other process has it, and all that this one has. What it returns and raises
            crosses to this process when the answer is asked for.
        item: what to work on.

    Raises:
        Unfinished: the other process was ended from outside.
    """
    with _other(partial(_tell, work, 0, item)) as answers:
        yield lambda: _value(_next(answers)[1])


@contextmanager
def ahead(
    work: Callable[[Sequence[_Item]], Sequence[_Done]], items: Sequence[_Item], at_once: int
) -> Iterator[Iterator[_Done]]:
    """Let another process work on items in their order, and give what it makes of them, one by one.

    It goes ahead of whoever asks, as far as a pipe holds what nobody has asked for yet.

    Args:
        work: what the other process makes of some items, an answer for each; it has all that this one has.
            What it returns and raises crosses to this process when the answers are asked for.
        items: what to work on.
        at_once: how many items are sent at a time.

    Raises:
        Unfinished: the other process was ended from outside.
    """
    parts = _parts(items, at_once)
    with _other(partial(_in_order, work, parts)) as answers:
        yield (each for _ in parts for each in _value(_next(answers)[1]))


def _parts(items: Sequence[_Item], size: int) -> list[Sequence[_Item]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


@contextmanager
def _other(work: Callable[[Connection], None]) -> Iterator[Connection]:
    """Another process, a copy of this one; what comes from it: a number and its answer, and then the next."""
    from multiprocessing import get_context

    context = get_context("fork")
    answers, sending = context.Pipe(duplex=False)
    process = context.Process(target=_beginning, args=(work, answers, sending), daemon=True)
    process.start()
    sending.close()
    try:
        yield answers
    finally:
        # After an exception, or Ctrl-C, nobody waits for what is under way.
        answers.close()
        process.terminate()
        process.join()


def _beginning(work: Callable[[Connection], None], answers: Connection, sending: Connection) -> None:
    answers.close()
    _begin()
    work(sending)


def _from_the_end(
    work: Callable[[Any], object], parts: Sequence[object], permits: int, sending: Connection
) -> None:
    for place in reversed(range(len(parts))):
        if not os.read(permits, 1):
            return
        _tell(work, place, parts[place], sending)


def _in_order(work: Callable[[Any], object], parts: Sequence[object], sending: Connection) -> None:
    for place, part in enumerate(parts):
        _tell(work, place, part, sending)


def _tell(work: Callable[[Any], object], place: int, item: object, sending: Connection) -> None:
    """Send the answer for one item, with its number."""
    try:
        answer: _Answer = (work(item), None)
    except Exception as error:  # noqa: BLE001  (it is raised where the answer is asked for)
        answer = (None, error)
    sending.send((place, answer))


def _next(answers: Connection) -> tuple[int, _Answer]:
    try:
        received: tuple[int, _Answer] = answers.recv()
    except (EOFError, OSError) as error:
        raise Unfinished from error
    return received


def _value(answer: _Answer) -> Any:
    value, error = answer
    if error is not None:
        raise error
    return value


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


def _begin() -> None:
    """Prepare a process that was made to share the work."""
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
