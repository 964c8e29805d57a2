"""Writes the programme as tongbao's content and as Hugo's: `forms.py FOLDER --tasks N` makes FOLDER/tongbao and FOLDER/hugo."""

import argparse
import shutil
from pathlib import Path

import programme
from facts import facts
from frontmatter import block, with_front_matter

TITLE = "示例市城市建设管理攻坚活动通报"
HOLIDAYS = ["01-01", "05-01", "05-02", "05-03", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07"]
YEARS = range(2024, 2029)
STATES = {"in_progress": "推进中", "finished": "已完成", "closed": "已销号", "suspended": "暂停", "cancelled": "已取消", "not_started": "未启动"}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def listed(records: list[dict]) -> str:
    return "\n".join("- " + block(record, "  ").lstrip() for record in records) + "\n"


def tongbao_link(words: str, task: str) -> str:
    return f"[{words}](task:{task})"


def hugo_link(words: str, task: str) -> str:
    return f'[{words}]({{{{< relref "/tasks/{task}" >}}}})'


def tongbao_meeting(meeting: dict) -> dict:
    record = {key: value for key, value in meeting.items() if key not in ("body", "present", "in_attendance")}
    record["attendance"] = {side: [{"unit": unit} for unit in meeting[side]] for side in ("present", "in_attendance")}
    dated = meeting["minutes"]["dated"]
    record["minutes"] = meeting["minutes"] | {"approved": {"date": dated}}
    return record


def tongbao_site(root: Path, tasks: int) -> None:
    content = root / "content"
    site = {
        "title": TITLE,
        "language": "zh-CN",
        "theme": "default",
        "as_of": programme.AS_OF,
        "time_zone": "Asia/Shanghai",
        "default_visibility": "public",
    }
    campaign = {
        "id": "gongjian",
        "name": "示例市城市建设管理攻坚活动",
        "period": {"start": programme.OPENED, "end": "2028-03-31"},
        "goal": "用四年时间补上城市规划、建设、管理和文化的短板。",
        "office": "u23",
        "reporting": {"cadence": "monthly", "cutoff_day": 25, "grace_days": 3},
        "sponsorships": [{"person": area["sponsor"], "area": area["id"], "from": programme.OPENED} for area in programme.areas()],
    }
    posts = [
        {"id": one["id"], "name": one["name"], "posts": [{"unit": "u23", "title": one["title"], "from": "2022-01-10"}]}
        for one in programme.people()
    ]
    write(content / "site.yaml", block(site) + "\n")
    write(content / "calendar.yaml", block({"weekend": ["sat", "sun"], "off": [f"{year}-{day}" for year in YEARS for day in HOLIDAYS]}).replace('"', "") + "\n")
    write(content / "campaigns" / "gongjian.yaml", block(campaign).replace('"', "") + "\n")
    write(content / "areas" / "areas.yaml", listed(programme.areas()))
    write(content / "units" / "units.yaml", listed(programme.units()))
    write(content / "people" / "people.yaml", listed(posts).replace('"', ""))
    for number in range(1, tasks + 1):
        record = programme.task(number)
        text = with_front_matter(record, programme.body(record, number, tongbao_link))
        write(content / "tasks" / f"{record['id']}.md", text)
    for number in range(1, tasks // programme.TASKS_PER_MEETING + 1):
        meeting = programme.meeting(number)
        write(content / "meetings" / f"{meeting['id']}.md", with_front_matter(tongbao_meeting(meeting), meeting["body"]))


def spoken_of(meetings: list[dict]) -> dict[str, list[str]]:
    """Which decisions changed a task, by the task's id."""
    found: dict[str, list[str]] = {}
    for meeting in meetings:
        for item in meeting["agenda"]:
            for decision in item["decisions"]:
                for task in decision.get("tasks", []):
                    found.setdefault(task, []).append(meeting["id"])
    return found


def days_as_text(value):
    """Hugo shows a date that is text as it stands, without reading it: the cheaper way for it."""
    if isinstance(value, dict):
        return {key: days_as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [days_as_text(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def hugo_site(root: Path, tasks: int) -> None:
    content = root / "content"
    here = Path(__file__).parent / "hugo"
    shutil.copytree(here, root, dirs_exist_ok=True)
    write(content / "_index.md", with_front_matter({"title": TITLE}, ""))
    write(content / "tasks" / "_index.md", with_front_matter({"title": "台账"}, ""))
    write(content / "meetings" / "_index.md", with_front_matter({"title": "会议"}, ""))
    for folder, records in (("units", programme.units()), ("areas", programme.areas())):
        for record in records:
            front = {"title": record["name"]} | {f"{folder[:-1]}_{key}": value for key, value in record.items() if key not in ("id", "name")}
            write(content / folder / record["id"] / "_index.md", with_front_matter(front, ""))
    for state, name in STATES.items():
        write(content / "statuses" / state / "_index.md", with_front_matter({"title": name}, ""))
    write(root / "data" / "people.yaml", block({one["id"]: f"{one['name']}（{one['title']}）" for one in programme.people()}) + "\n")
    meetings = [programme.meeting(number) for number in range(1, tasks // programme.TASKS_PER_MEETING + 1)]
    spoken = spoken_of(meetings)
    for number in range(1, tasks + 1):
        record = programme.task(number)
        text = programme.body(record, number, hugo_link)
        derived = {key: value for key, value in facts(record).items() if value is not None}
        front = record | {"facts": derived, "weight": number, "meetings": spoken.get(record["id"], [])}
        front |= {"units": [record["lead"], *record["responsible"]], "statuses": [derived["state"]]}
        write(content / "tasks" / f"{record['id']}.md", with_front_matter(days_as_text(front), text))
    for meeting in meetings:
        front = {key: value for key, value in meeting.items() if key != "body"}
        day = front["date"]
        text = with_front_matter(days_as_text(front) | {"date": day}, meeting["body"])
        write(content / "meetings" / f"{meeting['id']}.md", text)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--tasks", type=int, required=True, help="a multiple of 50")
    given = arguments.parse_args()
    if given.tasks <= 0 or given.tasks % programme.TASKS_PER_MEETING:
        arguments.error("--tasks: a multiple of 50")
    for form, make in (("tongbao", tongbao_site), ("hugo", hugo_site)):
        shutil.rmtree(given.folder / form, ignore_errors=True)
        make(given.folder / form, given.tasks)


if __name__ == "__main__":
    main()
