"""The facts that Hugo's pages show of a task: Hugo derives nothing, so they are written into its front matter."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from programme import AS_OF

CUTOFF_DAY, GRACE = 25, timedelta(days=3)


def hundredths(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def known(task: dict, day: date) -> dict:
    """The task as it stood at the end of a day."""
    made = dict(task)
    made["progress"] = [entry for entry in task["progress"] if entry["date"] <= day]
    made["milestones"] = [
        {key: value for key, value in mark.items() if key != "done_on" or value <= day} for mark in task["milestones"]
    ]
    began = {
        "extensions": lambda one: one[0]["approved_on"],
        "closure": lambda one: one["closed_on"],
        "suspended": lambda one: one[0]["from"],
        "cancelled": lambda one: one["on"],
    }
    for name, since in began.items():
        if name in made and since(made[name]) > day:
            del made[name]
    return made


def facts(task: dict, day: date = AS_OF) -> dict:
    due = task["extensions"][0]["due"] if "extensions" in task else task["due"]
    state = state_of(task)
    actual = task["progress"][-1]["percent"] if task["progress"] else 0
    planned = planned_percent(task, due, day)
    open_still = state in ("not_started", "in_progress", "suspended")
    gap = planned - actual if open_still else None
    late = (day - due).days if open_still and day > due else 0
    return {
        "state": state,
        "light": light(task, state, gap, (due, day)),
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
    if task["progress"] and task["progress"][-1].get("finished"):
        return "finished"
    if "suspended" in task:
        return "suspended"
    return "in_progress" if begun(task) else "not_started"


def begun(task: dict) -> list[date]:
    return [entry["date"] for entry in task["progress"]] + [mark["done_on"] for mark in task["milestones"] if "done_on" in mark]


def planned_percent(task: dict, due: date, day: date) -> Decimal:
    if day >= due:
        return Decimal(100)
    marks = task["milestones"]
    passed = sum(mark["weight"] for mark in marks if mark["due"] <= day)
    return hundredths(Decimal(100 * passed) / sum(mark["weight"] for mark in marks))


def light(task: dict, state: str, gap: Decimal | None, days: tuple[date, date]) -> str:
    """The usual table of lights, for the cases that this programme has."""
    due, day = days
    if state in ("cancelled", "suspended"):
        return "grey"
    if state in ("finished", "closed"):
        return "done"
    if state == "not_started":
        return "grey" if day < task["start"] else "yellow"
    days_left = (due - day).days
    missed = [mark for mark in task["milestones"] if "done_on" not in mark and mark["due"] < day]
    key_late = any(mark.get("key") and (day - mark["due"]).days > 30 for mark in missed)
    if days_left < 0 or key_late or gap > 30:
        return "red"
    reached = task["progress"][-1]["percent"] if task["progress"] else 0
    soon = 0 <= days_left <= 15 and reached < 80
    return "yellow" if gap >= 10 or missed or soon or is_stale(task, day) else "green"


def is_stale(task: dict, day: date) -> bool:
    """No report since the last cut-off whose grace is over, of a task that had begun by the one before."""
    first = (day - GRACE).replace(day=1)
    if day < first.replace(day=CUTOFF_DAY) + GRACE:
        first = (first - timedelta(days=1)).replace(day=1)
    before = (first - timedelta(days=1)).replace(day=CUTOFF_DAY)
    ends = first.replace(day=CUTOFF_DAY) + GRACE
    days = [entry["date"] for entry in task["progress"]]
    owed = any(one <= before for one in begun(task))
    in_time = any(before + GRACE < one <= ends for one in days)
    return owed and not in_time and not any(one > ends for one in days)
