"""No `TRY(` inside a braced initializer: when it returns early, g++ 12 does not destroy the members built before it, so
each failure leaks them, keys too. Name the values first, then build the whole."""

import re

TOKEN = re.compile(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?\*/|^[ \t]*\#(?:[^\n]*\\\n)*[^\n]*)
      | (?P<text>R"(?P<mark>[^()\\\s]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      | (?P<word>[A-Za-z_]\w*)
      | (?P<number>\d(?:[\w.']*))
      | (?P<sign>->|::|&&|.)""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
OPENS_A_BLOCK = {")", "]", ";", "}", "else", "do", "try", "const", "noexcept", "override", "final", "mutable", "&", "&&", '"'}
OPENS_A_LIST = {"=", "(", ",", "[", "return", "co_return", "co_yield", "?"}
DECLARES = {"struct", "class", "union", "enum", "namespace", "concept", "requires"}


def tokens(text):
    """(token, line); a string literal is the token `"`."""
    line = 1
    for match in TOKEN.finditer(text):
        if match.lastgroup != "skip" and not match["skip"]:
            yield ('"' if match["text"] else match[0]), line
        line += match[0].count("\n")


def statement_before(seen):
    """The tokens back to where the statement, or the bracket it stands in, begins."""
    depth, words = 0, []
    for token in reversed(seen):
        depth += (token in ")]") - (token in "([") if token in "()[]" else 0
        if depth < 0 or (depth == 0 and token in {";", "{", "}"}):
            break
        words.append(token)
    return words[::-1]


def begins_a_list(seen, open_brackets):
    """Whether a `{` after these tokens begins a braced initializer (and not a block or a declaration)."""
    before = seen[-1] if seen else ";"
    if before == "{":
        return open_brackets[-1] == "list"
    if before == ":":
        return open_brackets[-1] == "paren"  # for (auto x : {...}); else a label
    if before in OPENS_A_BLOCK:
        return False
    if before in OPENS_A_LIST:
        return True
    statement = statement_before(seen)
    if DECLARES & set(statement):
        return False
    arrow = len(statement) - 1 - statement[::-1].index("->") if "->" in statement else 0
    return not (arrow > 0 and statement[arrow - 1] == ")")  # [](...) -> Result<void> {


def faults_of_text(path, text):
    """Sentences, one for each TRY that stands in a braced initializer."""
    faults, seen, open_brackets = [], [], ["block"]
    for token, line in tokens(text):
        if token == "(" and seen and seen[-1] == "TRY":
            innermost = next(bracket for bracket in reversed(open_brackets) if bracket != "paren")
            if innermost == "list":
                faults.append(f"{path}:{line}: TRY inside braces leaks what was built before it (g++ 12): name the value first")
        if token in "([":
            open_brackets.append("paren")
        elif token == "{":
            open_brackets.append("list" if begins_a_list(seen, open_brackets) else "block")
        elif token in ")]}" and len(open_brackets) > 1:
            open_brackets.pop()
        seen.append(token)
    return sorted(set(faults), key=faults.index)
