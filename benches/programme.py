"""The made-up programme: task i and meeting j are the same whatever the size of the programme."""

from calendar import monthrange
from datetime import date, timedelta

import words
from chance import Chance

SEED = 20260630
AS_OF = date(2026, 6, 30)
OPENED = date(2024, 3, 11)
TASKS_PER_MEETING = 50
UNIT_COUNT = 60
# One edition for each month, June 2025 to May 2026.
EDITIONS = 12
FIRST_MONTH = 2025 * 12 + 5


def task_id(number: int) -> str:
    return f"t-{number:06}"


def meeting_id(number: int) -> str:
    return f"m-{number:05}"


def bulletin_id(number: int) -> str:
    return f"tb-{number:02}"


def units() -> list[dict]:
    kinds = [
        ("department", "市直部门", "市", words.DEPARTMENTS),
        ("county", "区县", "", words.COUNTIES),
        ("zone", "开发区", "示例", words.ZONES),
        ("enterprise", "市属企业", "示例市", words.ENTERPRISES),
        ("school", "学校", "示例", words.SCHOOLS),
        ("team", "队伍和事业单位", "市", words.TEAMS),
    ]
    made = [(kind, group, before + name) for kind, group, before, names in kinds for name in names]
    assert len(made) == UNIT_COUNT
    return [
        {"id": f"u{place:02}", "name": name, "kind": kind, "group": group, "level": "市级"}
        for place, (kind, group, name) in enumerate(made, 1)
    ]


def people() -> list[dict]:
    return [{"id": one, "name": name, "title": title} for one, name, title in words.PEOPLE]


def areas() -> list[dict]:
    return [
        {"id": one, "code": str(place), "name": name, "lead": lead, "sponsor": sponsor}
        for place, (one, name, lead, sponsor) in enumerate(words.AREAS, 1)
    ]


def block_of(number: int) -> int:
    """The meeting that gave a task out."""
    return (number - 1) // TASKS_PER_MEETING + 1


def meeting_day(number: int) -> date:
    return OPENED + timedelta(days=(number * 37) % 590)


def meeting(number: int) -> dict:
    """Meeting `number` speaks of the fifty tasks of its block."""
    chance = Chance(SEED, 2, number)
    day = meeting_day(number)
    first = (number - 1) * TASKS_PER_MEETING
    present = chance.some(range(1, UNIT_COUNT + 1), 12)
    agenda = []
    for place in range(5):
        decision = {
            "id": f"{meeting_id(number)}-{place + 1}",
            "text": f"{words.DECISIONS[place]}（{meeting_id(number)}之{place + 1}）",
            "outcome": chance.pick(["agreed", "directed", "adopted"]),
        }
        if place == 4:
            decision |= action(chance, day)
        else:
            decision["tasks"] = [task_id(first + place * 10 + step) for step in (1, 4, 7)]
        agenda.append(
            {
                "no": place + 1,
                "title": words.AGENDA[place],
                "presenter": chance.pick(words.PEOPLE)[0],
                "kind": "decision",
                "decisions": [decision],
            }
        )
    return {
        "id": meeting_id(number),
        "title": f"攻坚活动第{number}次调度会",
        "date": day,
        "kind": "regular",
        "session": chance.pick(["am", "pm"]),
        "place": "市行政中心第三会议室",
        "chair": chance.pick(words.PEOPLE)[0],
        "minute_taker": "p8",
        "present": [f"u{unit:02}" for unit in sorted(present[:9])],
        "in_attendance": [f"u{unit:02}" for unit in sorted(present[9:])],
        "agenda": agenda,
        "minutes": {"number": f"示城攻纪〔{day.year}〕{number}号", "dated": day + timedelta(days=2), "state": "approved"},
        "body": "\n\n".join(["## 会议要求", *words.MINUTES]),
    }


def action(chance: Chance, day: date) -> dict:
    lead, other = chance.some(range(1, UNIT_COUNT + 1), 2)
    return {
        "action": True,
        "lead": f"u{lead:02}",
        "responsible": [f"u{other:02}"],
        "due": day + timedelta(days=chance.between(60, 300)),
        "progress": [{"date": day + timedelta(days=30), "percent": chance.between(20, 60), "text": chance.pick(words.DONE)}],
    }


def task(number: int) -> dict:
    """One task: what is written of it. What follows from that is in `facts`."""
    chance = Chance(SEED, 1, number)
    block = block_of(number)
    area = words.AREAS[chance.below(len(words.AREAS))]
    involved = chance.some(range(1, UNIT_COUNT + 1), 1 + chance.between(1, 3))
    start = meeting_day(block) + timedelta(days=chance.between(5, 40))
    due = start + timedelta(days=chance.between(240, 720))
    quantity_unit, low, high = chance.pick(words.TARGETS)
    planned = chance.between(40, 9000)
    made = {
        "id": task_id(number),
        "title": f"{chance.pick(words.PLACES)}{chance.pick(words.WORKS)}（第{number}项）",
        "areas": [area[0]],
        "kind": chance.pick(words.KINDS),
        "lead": f"u{involved[0]:02}",
        "responsible": [f"u{unit:02}" for unit in involved[1:]],
        "owner": f"{chance.pick(words.PEOPLE)[1]}（分管）",
        "sponsor": chance.pick(words.PEOPLE)[0],
        "origin": {"meeting": meeting_id(block)},
        "start": start,
        "due": due,
        "target": {"quantity": chance.between(low, high), "unit": quantity_unit},
        "budget": {"planned": f"{planned}.50", "available": f"{planned * 3 // 4}.00", "paid": f"{planned // 2}.25"},
    }
    asked = due - timedelta(days=20)
    if chance.share(10) and asked + timedelta(days=9) <= AS_OF:
        longer = due + timedelta(days=chance.between(30, 150))
        made["extensions"] = [
            {"asked_on": asked, "approved_on": asked + timedelta(days=9), "approved_by": "p6", "due": longer, "reason": "管线迁改晚于预期"}
        ]
    course(made, chance)
    return made


def course(made: dict, chance: Chance) -> None:
    """Milestones and progress; then how it ended, for those that have."""
    start, due = made["start"], made["due"]
    finished = chance.share(75 if due < AS_OF else 8)
    until = min(due + timedelta(days=chance.between(-30, 45)), AS_OF - timedelta(days=chance.between(3, 40)))
    share = min(100, (until - start).days * 100 // (due - start).days)
    reached = 100 if finished else min(97, share * chance.between(50, 112) // 100)
    days = [start + (until - start) * step // 5 for step in range(1, 6)]
    entries = []
    for step, day in enumerate(days, 1):
        entry = {"date": day, "percent": reached * step // 5, "text": chance.pick(words.DONE)}
        if step in (2, 4):
            entry["issues"] = chance.pick(words.ISSUES)
        if step < 5 or not finished:
            entry["next_steps"] = chance.pick(words.NEXT)
        entries.append(entry)
    if finished:
        entries[-1]["finished"] = True
    made["milestones"] = milestones(made, reached, until, chance)
    made["progress"] = entries
    if finished and chance.share(60):
        close(made, until, chance)
    elif not finished and chance.share(3):
        made["suspended"] = [{"from": until, "reason": "等待上级规划批复"}]
    elif not finished and chance.share(2):
        made["cancelled"] = {"on": until, "by": "p6", "reason": "并入其他项目一并实施"}


def milestones(made: dict, reached: int, until: date, chance: Chance) -> list[dict]:
    start, due = made["start"], made["due"]
    listed = []
    for step in range(1, 5):
        on = start + (due - start) * step // 4
        one = {"title": words.STAGES[(step - 1) + 4 * chance.below(2)], "due": on, "weight": chance.between(1, 3)}
        if step == 3:
            one["key"] = True
        if reached >= step * 25:
            one["done_on"] = min(until, on + timedelta(days=chance.between(-20, 20)))
        listed.append(one)
    return listed


def close(made: dict, finished_on: date, chance: Chance) -> None:
    """Closed within a month, where that is not after the day of the report."""
    asked = finished_on + timedelta(days=1)
    seen = asked + timedelta(days=chance.between(3, 9))
    shown = seen + timedelta(days=7)
    closed = shown + timedelta(days=1)
    if closed > AS_OF:
        return
    made["closure"] = {
        "requested_on": asked,
        "verified_on": seen,
        "verifier": "u18",
        "publicised": {"from": seen + timedelta(days=1), "to": shown},
        "closed_on": closed,
        "verdict": "accepted",
    }


def links_of(number: int) -> tuple[int, int]:
    """Two other tasks, which every size of the programme has."""
    chance = Chance(SEED, 3, number)
    near = number - 1 - chance.below(5) if number > 10 else number + 1
    far = 1 + chance.below(max(number - 10, 1)) if number > 20 else number + 2
    return near, far


def body(made: dict, number: int, link) -> str:
    """About 1.5 KB of Markdown; `link(words, id)` writes a link the way the generator at hand wants it."""
    chance = Chance(SEED, 4, number)
    near, far = links_of(number)
    middles = chance.some(words.MIDDLES, 4)
    rows = [
        f"| {ward} | {made['lead']} | {chance.between(2, 40)} | {chance.pick(words.STAGES)} |" for ward in words.WARDS[: chance.between(3, 4)]
    ]
    steps = chance.some(words.STEPS, 4)
    return "\n".join(
        [
            "## 工作内容",
            "",
            chance.pick(words.OPENINGS) + middles[0],
            middles[2],
            middles[1] + "本项任务与" + link("相邻路段的同类任务", task_id(near)) + "同步设计、同步施工。",
            "",
            "## 推进安排",
            "",
            *[f"- {step}" for step in steps],
            "",
            "### 分段任务",
            "",
            "| 地段 | 牵头 | 点位数 | 当前环节 |",
            "|---|---|---:|---|",
            *rows,
            "",
            "## 有关要求",
            "",
            chance.pick(words.ENDINGS) + "做法可参照" + link("已经完成的任务", task_id(far)) + "，“一张图、一本账、一套标准”管到底。",
            "",
            middles[3] + words.ENDINGS[0],
        ]
    )


def month_end(number: int) -> date:
    """The last day of the month that an edition is of; that before the first edition's for 0."""
    year, month = divmod(FIRST_MONTH + number - 1, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def bulletin(number: int) -> dict:
    """Edition `number`, without its body. It names tasks that every size of the programme has."""
    chance = Chance(SEED, 5, number)
    as_of = month_end(number)
    mentioned = chance.some(range(1, TASKS_PER_MEETING + 1), 4)
    remarks = chance.some(words.REMARKS_WELL, 2) + chance.some(words.REMARKS_ILL, 2)
    named = [{"unit": task(one)["lead"], "task": task_id(one), "text": remark} for one, remark in zip(mentioned, remarks)]
    return {
        "title": f"关于{as_of.year}年{as_of.month}月攻坚任务进展情况的通报",
        "series": "tb",
        "number": number,
        "kind": "progress",
        "period": {"from": as_of.replace(day=1), "to": as_of},
        "as_of": as_of,
        "dated": as_of + timedelta(days=6),
        "signatory": "p6",
        "addressees": ["各区、县人民政府", "市直各部门"],
        "copy_to": ["市人大常委会办公室", "市政协办公室"],
        "document_no": f"示城攻通〔{as_of.year}〕{number}号",
        "commended": named[:2],
        "criticised": named[2:],
        "reviews": [
            {"stage": "初审", "who": "p8", "on": as_of + timedelta(days=3)},
            {"stage": "终审", "who": "p6", "on": as_of + timedelta(days=5)},
        ],
    }
