"""Writes the programme as tongbao's content and as Hugo's: `forms.py FOLDER --tasks N` makes FOLDER/tongbao and FOLDER/hugo."""

import argparse
import shutil
from pathlib import Path

import bulletins
import programme
from facts import facts
from frontmatter import block, with_front_matter

TITLE = "示例市城市建设管理攻坚活动通报"
HOLIDAYS = ["01-01", "05-01", "05-02", "05-03", "10-01", "10-02", "10-03", "10-04", "10-05", "10-06", "10-07"]
YEARS = range(2024, 2029)
STATES = {"in_progress": "推进中", "finished": "已完成", "closed": "已销号", "suspended": "暂停", "cancelled": "已取消", "not_started": "未启动"}
LIGHTS = {"done": "✔ 完成", "green": "■ 绿灯", "yellow": "▲ 黄灯", "red": "● 红灯", "grey": "○ 灰"}
# What a released edition takes for each task of the programme, well rounded up; above so many tasks that is more than is read
# where site.yaml does not say.
FROZEN_BYTES, LARGE = 2500, 25_000
SERIES = {"id": "tb", "name": "攻坚活动通报", "kind": "bulletin", "cadence": "每月一期", "numbering": "running", "issuers": ["u23"], "layout": "formal"}


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
        "main_series": SERIES["id"],
        "series": [SERIES],
    }
    if tasks > LARGE:
        site["limits"] = {"file_bytes": FROZEN_BYTES * tasks}
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
    for number in range(1, programme.EDITIONS + 1):
        text = with_front_matter(programme.bulletin(number), bulletins.live(number, tongbao_link))
        write(content / "bulletins" / f"{programme.bulletin_id(number)}.md", text)


def spoken_of(meeting: dict) -> set[str]:
    """The tasks that a meeting decided something on."""
    decisions = [decision for item in meeting["agenda"] for decision in item["decisions"]]
    return {task for decision in decisions for task in decision.get("tasks", [])}


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
    tally = bulletins.Tally()
    # Block by block: a meeting speaks of the tasks of its own block alone, so that no more than these are ever held.
    for block_number in range(1, tasks // programme.TASKS_PER_MEETING + 1):
        meeting = programme.meeting(block_number)
        hugo_meeting(content, meeting)
        last = block_number * programme.TASKS_PER_MEETING
        for number in range(last - programme.TASKS_PER_MEETING + 1, last + 1):
            record = programme.task(number)
            tally.add(number, record)
            hugo_task(content, record, number, meeting)
    hugo_bulletins(content, tally)


def hugo_task(content: Path, record: dict, number: int, meeting: dict) -> None:
    text = programme.body(record, number, hugo_link)
    derived = {key: value for key, value in facts(record).items() if value is not None}
    meetings = [meeting["id"]] if record["id"] in spoken_of(meeting) else []
    front = record | {"facts": derived, "weight": number, "meetings": meetings}
    front |= {"units": [record["lead"], *record["responsible"]], "statuses": [derived["state"]]}
    write(content / "tasks" / f"{record['id']}.md", with_front_matter(days_as_text(front), text))


def hugo_meeting(content: Path, meeting: dict) -> None:
    front = {key: value for key, value in meeting.items() if key != "body"}
    text = with_front_matter(days_as_text(front) | {"date": front["date"]}, meeting["body"])
    write(content / "meetings" / f"{meeting['id']}.md", text)


def hugo_bulletins(content: Path, tally: bulletins.Tally) -> None:
    """Plain pages: what tongbao counts for an edition stands in the text."""
    names = {"lights": LIGHTS} | {kind: {one["id"]: one["name"] for one in of} for kind, of in (("areas", programme.areas()), ("units", programme.units()))}
    write(content / "bulletins" / "_index.md", with_front_matter({"title": "通报"}, ""))
    for month in tally.editions:
        front = programme.bulletin(month.number)
        text = bulletins.written_out(month, hugo_link, names)
        text = with_front_matter(days_as_text(front) | {"date": front["dated"]}, text)
        write(content / "bulletins" / f"{programme.bulletin_id(month.number)}.md", text)


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
