"""Looks for words in the memory of running programs. Needs the right to trace them: root, also of a user namespace that the
programs were started in (`tests/support/as-root`); a program that forbids core dumps can be read in no other way."""

import pathlib
import random

SHORTEST = 6  # letters: a shorter piece of a word can be there by chance


def secret_word(seed):
    """No program contains it by chance, no piece of it comes twice, and the kiosk's own keyboard has its letters."""
    return "".join(random.Random(seed).sample("bcdfghjklmnpqrstvwxz", 20))


def pieces(word):
    """Every piece of the word that is long enough, as it stands in text of C++ and of Qt."""
    parts = [word[at:at + SHORTEST] for at in range(len(word) - SHORTEST + 1)]
    return [part.encode(form) for part in parts for form in ("utf-8", "utf-16-le")]


def count_pieces(pid, word):
    """How often the pieces of the word are in the memory of a program and of all that it started."""
    wanted = pieces(word)
    return sum(region.count(part) for process in family(pid) for region in regions(process) for part in wanted)


def family(pid):
    children = [int(child) for task in pathlib.Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    return [pid, *(each for child in children for each in family(child))]


def regions(pid):
    """The bytes of each part of memory that can be read."""
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in pathlib.Path(f"/proc/{pid}/maps").read_text().splitlines():
            place, rights, *_, name = [*line.split(maxsplit=5), ""][:6]
            if "r" not in rights or name in ("[vvar]", "[vsyscall]"):
                continue
            first, last = (int(part, 16) for part in place.split("-"))
            memory.seek(first)
            yield read_up_to(memory, last - first)


def read_up_to(memory, size):
    """Less where the rest has no page behind it: a file that is shorter than its mapping."""
    got = bytearray()
    while len(got) < size:
        try:
            part = memory.read(size - len(got))
        except OSError:
            break
        if not part:
            break
        got += part
    return bytes(got)
