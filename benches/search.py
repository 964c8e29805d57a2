"""What the search takes: its bytes against the text that readers see."""

from html.parser import HTMLParser
from pathlib import Path

FOLDER = "search"
ALIKE, MOST = "tasks", 1000
# Their text is no page's text.
SILENT = {"script", "style", "title", "svg"}


def bytes_of(site: Path) -> tuple[int, int]:
    """Of index, titles and texts; and of the text in the main part of all pages. Pages of tasks are alike: where there are
    many, some stand for all."""
    # Each language's tree has a search of its own.
    index = sum(one.stat().st_size for one in site.rglob("*.js") if FOLDER in one.relative_to(site).parts[:-1])
    pages = sorted(site.rglob("*.html"))
    alike = [one for one in pages if one.parent.name == ALIKE]
    step = max(1, len(alike) // MOST)
    text = sum(len(main_text(page)) for page in pages if page.parent.name != ALIKE)
    some = alike[::step]
    if some:
        text += sum(len(main_text(page)) for page in some) * len(alike) // len(some)
    return index, text


def main_text(page: Path) -> bytes:
    reader = Reader()
    reader.feed(page.read_text(encoding="utf-8"))
    return " ".join("".join(reader.said).split()).encode()


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.open = False
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag == "main":
            self.open = True
        self.silent += tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.open = False
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if self.open and not self.silent:
            self.said.append(data)
