"""Counts the answers of a service by their status and the code that their body has.

    python answers.py HAR PATH [ANSWER..]

PATH says where bodies have their code: names with dots between them, where `*` is any name. Fails where
one of the answers, each a code or a status, is not among them.
"""

import json
import sys
from collections import Counter


def codes(value, path):
    """What stands at a path."""
    if not path:
        yield str(value)
    elif isinstance(value, dict):
        name, rest = path[0], path[1:]
        for member in value.values() if name == "*" else [value[name]] if name in value else []:
            yield from codes(member, rest)


def body(response):
    try:
        return json.loads(response["content"].get("text", ""))
    except ValueError:
        return None


def main(har, path, *wanted):
    with open(har, encoding="utf-8") as file:
        responses = [entry["response"] for entry in json.load(file)["log"]["entries"]]
    answers = Counter(
        (str(response["status"]), code)
        for response in responses
        for code in list(codes(body(response), path.split("."))) or [""]
    )
    for (status, code), count in sorted(answers.items()):
        print(f"{count:7} {status} {code}".rstrip())
    seen = {name for answer in answers for name in answer}
    missing = [answer for answer in wanted if answer not in seen]
    if missing:
        sys.exit(f"no answer was {' or '.join(missing)}")


main(*sys.argv[1:])
