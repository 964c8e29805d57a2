"""What the search costs: a theme without it, to build beside the default one, and its bytes against the text that readers see."""

import shutil
from html.parser import HTMLParser
from pathlib import Path

THEME = "no-search"
FOLDER = "search"
# Their text is no page's text.
SILENT = {"script", "style", "title", "svg"}


def write_theme(site: Path, default: Path) -> None:
    """All that the default theme has but the script that a site has a search for."""
    folder = site / "themes" / THEME
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(default / "assets", folder / "assets", ignore=shutil.ignore_patterns("search*.js"))
    (folder / "theme.yaml").write_text("extends: default\nassets: own\n", encoding="utf-8")


def bytes_of(site: Path) -> tuple[int, int]:
    """Of index, titles and texts; and of the text in the main part of all pages."""
    # Each language's tree has a search of its own.
    index = sum(one.stat().st_size for one in site.rglob("*.js") if FOLDER in one.relative_to(site).parts[:-1])
    return index, sum(len(main_text(page)) for page in site.rglob("*.html"))


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
