"""A theme without search and drawings, to build beside the default one.

Without `search.js` a site has no search, so that no index is made. Drawings are left out of the templates alone: what they show
is composed all the same, for no theme can keep the program from that. The signs of lights stay; Hugo's pages have theirs too.
"""

import re
import shutil
from pathlib import Path

THEME = "bare"
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
# Where the signs of lights are.
SIGNS = "words.html"


def write_theme(site: Path, default: Path) -> None:
    """All that the default theme has but the search's scripts, and its templates but their drawings."""
    folder = site / "themes" / THEME
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(default / "assets", folder / "assets", ignore=shutil.ignore_patterns("search*.js"))
    (folder / "theme.yaml").write_text("extends: default\nassets: own\n", encoding="utf-8")
    for template in sorted((default / "templates").rglob("*.html")):
        text = template.read_text(encoding="utf-8")
        bare = text if template.name == SIGNS else DRAWING.sub("", text)
        if bare != text:
            to = folder / template.relative_to(default)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(bare, encoding="utf-8")
