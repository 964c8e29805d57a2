"""The facts that Hugo's pages show of a task: Hugo derives nothing, so they are written into its front matter."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from programme import AS_OF

CUTOFF, CUTOFF_BEFORE = date(2026, 6, 25), date(2026, 5, 25)
GRACE_ENDS, GRACE_BEGAN = date(2026, 6, 28), date(2026, 5, 28)


def hundredths(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def facts(task: dict) -> dict:
    due = task["extensions"][0]["due"] if "extensions" in task else task["due"]
    state = state_of(task)
    actual = task["progress"][-1]["percent"]
    planned = planned_percent(task, due)
    open_still = state in ("in_progress", "suspended")
    gap = planned - actual if open_still else None
    late = (AS_OF - due).days if open_still and AS_OF > due else 0
    return {
        "state": state,
        "light": light(task, state, gap, (due - AS_OF).days),
        "effective_due": due,
        "planned": str(planned),
        "actual": str(actual),
        "gap": None if gap is None else str(gap),
        "days_overdue": late,
    }


def state_of(task: dict) -> str:
    if "cancelled" in task:
        return "cancelled"
    if "closure" in task:
        return "closed"
    if task["progress"][-1].get("finished"):
        return "finished"
    return "suspended" if "suspended" in task else "in_progress"


def planned_percent(task: dict, due: date) -> Decimal:
    if AS_OF >= due:
        return Decimal(100)
    marks = task["milestones"]
    passed = sum(mark["weight"] for mark in marks if mark["due"] <= AS_OF)
    return hundredths(Decimal(100 * passed) / sum(mark["weight"] for mark in marks))


def light(task: dict, state: str, gap: Decimal | None, days_left: int) -> str:
    """The usual table of lights, for the cases that this programme has."""
    if state in ("cancelled", "suspended"):
        return "grey"
    if state in ("finished", "closed"):
        return "done"
    missed = [mark for mark in task["milestones"] if "done_on" not in mark and mark["due"] < AS_OF]
    key_late = any(mark.get("key") and (AS_OF - mark["due"]).days > 30 for mark in missed)
    if days_left < 0 or key_late or gap > 30:
        return "red"
    soon = 0 <= days_left <= 15 and task["progress"][-1]["percent"] < 80
    return "yellow" if gap >= 10 or missed or soon or is_stale(task) else "green"


def is_stale(task: dict) -> bool:
    days = [entry["date"] for entry in task["progress"]]
    begun = days + [mark["done_on"] for mark in task["milestones"] if "done_on" in mark]
    owed = min(begun) <= CUTOFF_BEFORE
    in_time = any(GRACE_BEGAN < day <= GRACE_ENDS for day in days)
    return owed and not in_time and not any(day > GRACE_ENDS for day in days)
