"""The text of an edition: with live figures and tables for tongbao, with what they come to written out for Hugo, which makes
none. Hugo's count the tasks alone; tongbao's count decisions that are followed up too."""

import heapq
from collections import Counter
from datetime import date, timedelta

import programme
import words
from chance import Chance
from facts import facts, known

# How many rows a table of an edition has at most: nobody reads hundreds.
ROWS = 30
UNITS = 10
LIGHTS = ("done", "green", "yellow", "red", "grey")
PARTS = ["一、总体进展", "二、本月完成的任务", "三、红灯任务", "四、下月到期的任务", "五、单位情况", "六、存在的问题", "七、下一步要求"]


def next_month(number: int) -> date:
    return programme.month_end(number + 1)


def laid_out(number: int, link, filled: dict[str, str]) -> str:
    """The text with its tables and figures in one form or the other; `link(words, id)` writes a link."""
    chance = Chance(programme.SEED, 6, number)
    reasons, demands = chance.some(words.REASONS, 3), chance.some(words.DEMANDS, 3)
    near, far = chance.some(range(1, programme.TASKS_PER_MEETING + 1), 2)
    as_of = programme.month_end(number)
    seen = f"本月现场看了{link('两项任务中的一项', programme.task_id(near))}，听了{link('另一项', programme.task_id(far))}的居民评议。"
    parts = [
        [filled["opening"], "分方面的情况如下。", filled["areas"]],
        [f"{as_of.month}月完成的任务如下。" + seen, filled["finished"]],
        [filled["red_line"], filled["red"]],
        ["以下任务下月到期，牵头单位要倒排工期。", filled["due"]],
        ["牵头任务较多的单位完成情况如下。", filled["units"]],
        [f"{place}是{reason}" for place, reason in zip("一二三", reasons)],
        [f"{place}要{demand}" for place, demand in zip("一二三", demands)],
    ]
    body = [f"现将{as_of.year}年{as_of.month}月攻坚任务进展情况通报如下，数据截至{as_of.month}月{as_of.day}日。"]
    for heading, paragraphs in zip(PARTS, parts):
        body += [f"## {heading}", *paragraphs]
    return "\n\n".join(body)


def directive(kind: str, *options: str) -> str:
    return "\n".join([f"```{kind}", *options, "```"])


def live(number: int, link) -> str:
    """As tongbao has it: every figure and row is made when the edition is released."""
    before, as_of = programme.month_end(number - 1), programme.month_end(number)
    after = next_month(number) + timedelta(days=1)
    columns = "columns: [title, lead, due, actual, light]"
    opening = (
        "台账共有{{ count() }}项。已完成（含销号）{{ count(light=\"done\") }}项，推进中{{ count(state=\"in_progress\") }}项，"
        "完成率{{ rate(\"completion\") }}，按时完成率{{ rate(\"on_time\") }}，加权进度{{ rate(\"progress\") }}，报送率{{ rate(\"report\") }}。"
    )
    return laid_out(
        number,
        link,
        {
            "opening": opening,
            "areas": directive("summary", "group: areas", f"since: {before}") + "\n\n" + directive("chart", "title: 各方面亮灯", "group: areas"),
            "finished": directive("changes", f"since: {before}", "where: {category: [finished, closed]}", f"limit: {ROWS}"),
            "red_line": "红灯{{ count(light=\"red\") }}项，黄灯{{ count(light=\"yellow\") }}项，逾期最久的如下。",
            "red": directive("tasks", "where: {light: red, overdue: true}", columns[:-1] + ", days_overdue]", "sort: -days_overdue", f"limit: {ROWS}"),
            "due": directive("tasks", f"where: {{due: {{after: {as_of}, before: {after}}}}}", columns, "sort: due", f"limit: {ROWS}"),
            "units": directive("units", "columns: [title, total, done, red, yellow, completion_rate]", "sort: [-total, -completion_rate]", f"limit: {UNITS}"),
        },
    )


class Tally:
    """What the editions tell of the tasks, gathered while these go by one at a time."""

    def __init__(self) -> None:
        self.editions = [Month(number) for number in range(1, programme.EDITIONS + 1)]

    def add(self, number: int, task: dict) -> None:
        for edition in self.editions:
            edition.add(number, task)


class Month:
    def __init__(self, number: int) -> None:
        self.number = number
        self.as_of, self.before, self.next = programme.month_end(number), programme.month_end(number - 1), next_month(number)
        self.areas: dict[str, Counter] = {area["id"]: Counter() for area in programme.areas()}
        self.units: dict[str, Counter] = {}
        self.states: Counter = Counter()
        # The worst and the first rows; each begins with what it is sorted by.
        self.red: list[tuple] = []
        self.due: list[tuple] = []
        self.finished: list[tuple] = []

    def add(self, number: int, task: dict) -> None:
        if programme.meeting_day(programme.block_of(number)) > self.as_of:
            # It was not given out yet.
            return
        then = known(task, self.as_of)
        said = facts(then, self.as_of)
        light = said["light"]
        self.states[said["state"]] += 1
        self.areas[task["areas"][0]][light] += 1
        self.units.setdefault(task["lead"], Counter())[light] += 1
        row = (number, task["title"], task["lead"], said["effective_due"], said["actual"], light, said["days_overdue"])
        if light == "red" and said["days_overdue"]:
            keep(self.red, (said["days_overdue"], -number, row))
        if self.as_of < said["effective_due"] <= self.next:
            keep(self.due, (-said["effective_due"].toordinal(), -number, row))
        ended = [entry["date"] for entry in then["progress"] if entry.get("finished")]
        if ended and ended[0] > self.before:
            keep(self.finished, (-number, row))


def keep(rows: list[tuple], row: tuple) -> None:
    """The greatest rows, and no more of them than are shown."""
    if len(rows) < ROWS:
        heapq.heappush(rows, row)
    else:
        heapq.heappushpop(rows, row)


def table(head: list[str], rows: list[list]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def written_out(month: Month, link, names: dict[str, dict[str, str]]) -> str:
    """As Hugo has it; `names` are those of areas, units and lights."""

    def tasks(rows: list[tuple], last: int) -> str:
        head = ["任务", "牵头单位", "时限", "实际", "逾期天数" if last == 6 else "亮灯"]
        cells = [one[-1] for one in sorted(rows, reverse=True)]
        shown = [
            [link(row[1], programme.task_id(row[0])), names["units"][row[2]], row[3], f"{row[4]}%", names["lights"].get(row[last], row[last])]
            for row in cells
        ]
        return table(head, shown)

    def counted(of: dict[str, Counter], kind: str, most: int) -> str:
        first = sorted(of.items(), key=lambda one: (-one[1].total(), one[0]) if kind == "units" else one[0])
        rows = [[names[kind][one], lights.total(), *(lights[light] for light in LIGHTS)] for one, lights in first[:most]]
        return table(["", "合计", *(names["lights"][light] for light in LIGHTS)], rows)

    lights = sum(month.areas.values(), Counter())
    total, done = lights.total(), lights["done"]
    opening = (
        f"台账共有{total}项。已完成（含销号）{done}项，推进中{month.states['in_progress']}项，未启动{month.states['not_started']}项，"
        f"完成率{100 * done / max(total, 1):.2f}%。"
    )
    return laid_out(
        month.number,
        link,
        {
            "opening": opening,
            "areas": counted(month.areas, "areas", len(month.areas)),
            "finished": tasks(month.finished, 5),
            "red_line": f"红灯{lights['red']}项，黄灯{lights['yellow']}项，逾期最久的如下。",
            "red": tasks(month.red, 6),
            "due": tasks(month.due, 5),
            "units": counted(month.units, "units", UNITS),
        },
    )
