"""Ways to lay out labels and values, in HTML and in text, with the lines that a reader would see."""

from __future__ import annotations

from html import escape
from random import Random
from typing import Final, NamedTuple


class Section(NamedTuple):
    """A heading (may be empty) and pairs of label and value (a label may be empty)."""

    heading: str
    pairs: tuple[tuple[str, str], ...]


class Laid(NamedTuple):
    """Markup or text, and its lines. A label stands on a line of its own where it has its own element."""

    page: str
    lines: tuple[str, ...]


TEXT_LAYOUTS: Final = ("text-paragraphs", "text-line")
HTML_LAYOUTS: Final = (
    "html-paragraphs",
    "html-table",
    "html-dl",
    "html-list",
    "html-br",
    "html-spans",
    "html-divs",
)
SPLIT_LAYOUTS: Final = ("html-table", "html-dl", "html-divs")
"""Label and value are blocks of their own here; elsewhere they share one."""


def _line(label: str, value: str) -> str:
    return f"{label}: {value}".strip() if label else value


def laid_text(layout: str, sections: list[Section]) -> Laid:
    """The sections as paragraphs with blank lines between, or all on one line. No white space around."""
    lines = [
        line
        for heading, pairs in sections
        for line in (heading, *(_line(label, value) for label, value in pairs))
        if line
    ]
    return Laid((" " if layout == "text-line" else "\n\n").join(lines), tuple(lines))


def _joined(label: str, value: str, mark: str) -> str:
    return f"{mark.replace(label, label + ':')} {value}".strip() if label else value


def _section(layout: str, rng: Random, section: Section) -> Laid:
    heading, pairs = section
    colon = rng.choice((":", ":", ""))
    tag = rng.choice(("h2", "h3", "h4", "p", "div"))
    strong = rng.choice(("{}", "<strong>{}</strong>", "<b>{}</b>"))
    out = [f"<{tag}>{strong.format(heading)}</{tag}>"] if heading else []
    lines = [heading] if heading else []
    rows = []
    for label, value in pairs:
        shown, mark = escape(value, quote=False), strong.format(label) if label else ""
        if layout in SPLIT_LAYOUTS:
            name = f"{label}{colon}" if label else ""
            lines += [line for line in (name, value) if line]
            mark = mark.replace(label, name) if label else ""
        else:
            lines.append(_line(label, value))
        match layout:
            case "html-table":
                cell = f"<td>{mark}</td>" if mark else ""
                rows.append(f"<tr>{cell}<td>{shown}</td></tr>")
            case "html-dl":
                rows.append((f"<dt>{mark}</dt>" if mark else "") + f"<dd>{shown}</dd>")
            case "html-divs":
                cell = f'<div class="l">{mark}</div>' if mark else ""
                rows.append(f'<div class="row">{cell}<div class="v">{shown}</div></div>')
            case "html-spans":
                cell = f"<span>{mark.replace(label, label + ':')}</span> " if mark else ""
                rows.append(f"<div>{cell}<span>{shown}</span></div>")
            case "html-list":
                rows.append(f"<li>{_joined(label, shown, mark)}</li>")
            case "html-br":
                rows.append(f"{_joined(label, shown, mark)}<br>")
            case _:
                rows.append(f"<p>{_joined(label, shown, mark)}</p>")
    around = {"html-table": "table", "html-dl": "dl", "html-list": "ul", "html-br": "div"}.get(layout)
    body = "\n".join(rows)
    out.append(f"<{around}>\n{body}\n</{around}>" if around else body)
    return Laid("\n".join(out), tuple(lines))


def laid_html(layout: str, rng: Random, sections: list[Section]) -> Laid:
    """The sections one after the other in one container, whose class says little or nothing."""
    laid = [_section(layout, rng, section) for section in sections]
    name = rng.choice(("box", "xk-41", "author-info", "entry-extra", "b7", "info_wrap"))
    inner = "\n".join(part.page for part in laid)
    return Laid(f'<div class="{name}">\n{inner}\n</div>', tuple(line for part in laid for line in part.lines))
