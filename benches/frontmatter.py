"""Plain values as YAML, in the manner in which people write records: blocks outside, small mappings on one line."""

import json
import re
from datetime import date

PLAIN = re.compile(r"[^\W\d_][^\[\]{},:#&*!|>'\"%@`\n]*")
WORDS_OF_YAML = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def scalar(value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, date)):
        return str(value)
    plain = PLAIN.fullmatch(value) and value.lower() not in WORDS_OF_YAML and value == value.strip()
    return value if plain else json.dumps(value, ensure_ascii=False)


def flow(value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    return scalar(value)


def is_small(value) -> bool:
    """One line holds it."""
    if isinstance(value, dict):
        return len(value) <= 6 and all(not isinstance(one, list) for one in value.values()) and len(flow(value)) <= 110
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    return True


def block(record: dict, indent: str = "") -> str:
    lines = []
    for key, value in record.items():
        if is_small(value):
            lines.append(f"{indent}{key}: {flow(value)}")
        elif isinstance(value, dict):
            lines += [f"{indent}{key}:", block(value, indent + "  ")]
        else:
            lines.append(f"{indent}{key}:")
            lines += [entry(one, indent) for one in value]
    return "\n".join(lines)


def entry(value, indent: str) -> str:
    if is_small(value):
        return f"{indent}  - {flow(value)}"
    return f"{indent}  - " + block(value, indent + "    ").lstrip()


def with_front_matter(record: dict, body: str) -> str:
    return f"---\n{block(record)}\n---\n\n{body}\n"
