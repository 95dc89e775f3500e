"""What kind of input is it: a page of HTML, plain text, or something that is no page at all?

The order of trust is what the caller says, the HTTP media type, the suffix of the file or address, and
then the content. The content has a say against the others in two cases only: a feed, other XML or JSON is
refused whatever the server calls it (servers call nearly everything ``text/html``), and an address is only
a name, so a page at ``/wiki/Node.js`` that begins with a doctype stays a page.

Every test reads a bounded head of the text and is linear in it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from cleaner.errors import BinaryInput, UnsupportedType
from cleaner.source.uri import parted

Kind = Literal["html", "text"]

# Signatures that text cannot begin with: https://www.garykessler.net/library/file_sigs.html and the formats'
# own specifications. Binary data without one is known by its control codes.
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
)
_PDF = re.compile(rb"\s*%PDF-\d")

# Control codes that text does not have; it may have ESC and the separators 0x1C to 0x1F (from PDFs).
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f") + b"\x7f"
# Of random bytes 9% are such codes, of the 1,802 development pages the worst has 0.006%.
_CONTROL_SHARE = 0.03
# A few NULs in a short page are damage and nothing more.
_STRAY_CONTROLS = 4
# Characters looked at for control codes, and for the things at the head of a document.
_HEAD = 65_536

_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_TEXT_TYPES = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
_XML_TYPES = frozenset({"text/xml", "application/xml"})
# Types that are text but no page. Binary data says so itself; HTML served as a binary type can be read.
_REFUSED_TYPES = re.compile(
    r"[^/]+/.+\+(?:xml|json)|(?:message|multipart)/.+"
    r"|(?:application|text)/(?:x-)?(?:json|ndjson|jsonlines|json-seq|javascript|ecmascript|typescript|yaml|sql|rtf)"
    r"|text/(?:css|csv|tab-separated-values|calendar|(?:x-)?vcard|event-stream|vtt|vbscript|jscript)"
)

_SUFFIXES: dict[str, Literal["html", "text", "xml", "refused"]] = {
    **dict.fromkeys(("html", "htm", "xhtml", "xht", "shtml"), "html"),
    **dict.fromkeys(("txt", "text", "md", "markdown"), "text"),
    "xml": "xml",
    **dict.fromkeys(
        "js mjs cjs css json jsonl ndjson geojson webmanifest map rss atom rdf svg xsl xslt xsd wsdl csv tsv"
        " ics vcf yaml yml sql rtf eml mht mhtml vtt srt".split(),
        "refused",
    ),
}

_BLANK = " \t\n\r\f\v\0\ufeff\u200b"
_PROLOG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<pi>\?)|!doctype\s+(?P<doctype>[^\s>\[]+)|(?:[a-z][\w.-]*:)?(?P<root>[a-z][\w.-]*))",
    re.IGNORECASE,
)
# Roots of XML that is served as HTML; each of them carries an attribute (a version or a namespace).
_FEEDS = re.compile(r"<(?:rss|feed|opml|urlset|sitemapindex|(?:[\w-]+:)?rdf)\s[^<>]*=", re.IGNORECASE)
# What may stand first in old HTML that has an XML declaration. Not `article` or `section`, which are
# DocBook and JATS as well.
_PAGE_ROOTS = frozenset(
    "html head body frameset title meta link base script style div p span center table form font h1 h2 h3 br".split()
)
# https://html.spec.whatwg.org/multipage/indices.html and its list of obsolete elements.
_TAGS = frozenset(
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink"
    " blockquote body br button canvas caption center cite code col colgroup data datalist dd del details"
    " dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2"
    " h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark"
    " marquee menu meta meter nav nobr noframes noscript object ol optgroup option output p param picture"
    " pre progress q rp rt ruby s samp script search section select slot small source span strike strong"
    " style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u"
    " ul var video wbr xmp".split()
)
_VOID_TAGS = frozenset(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr".split()
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)(?=[\s/>])([^<>]*)>", re.IGNORECASE)
_LATE_DOCTYPE = re.compile(r"(?im)^<!doctype html")
_RAW_TEXT = re.compile(r"<(?:script|style)\b[^<>]*>", re.IGNORECASE)
_RAW_TEXT_END = re.compile(r"</(?:script|style)[\s>]", re.IGNORECASE)
_CODE = re.compile(r"(?ms)^[ \t]*(```|~~~).*?(?:^[ \t]*\1|\Z)|`[^`\n]+`")
_INDENTED_LINE = re.compile(r"(?m)^(?: {4}|\t).*$")
_MARKDOWN = re.compile(r"(?m)^(?:#{1,6} |[-*+] |\d+\. |> |={3,}$|-{3,}$|\|)|\]\(")
# Characters in which tags are counted, scripts aside, and in which we look for so many.
_SAMPLE = 32_768
_SCRIPTS = 1_000_000
# A text is HTML if it has a tag for every so many characters other than white space; more where text comes
# first. Chosen on 4,528 texts (reference texts of the development pages, Markdown, READMEs: 6 taken for HTML,
# each of which holds some) and on 6,732 pieces of the development pages (46 taken for text).
_TEXT_PER_TAG = 600
_TEXT_PER_TAG_AFTER_TEXT = 120

_JSON_TOKENS = re.compile(r'(?:[\s\[\]{}:,]++|"(?:[^"\\]|\\.)*+"|-?\d[\d.eE+-]*+|true|false|null)*+', re.DOTALL)
_JSON_HEAD = 4_096


def refuse_binary(payload: bytes) -> None:
    """Raise :class:`BinaryInput` if ``payload`` begins with the signature of a binary format."""
    for signature, name in _SIGNATURES:
        if payload.startswith(signature):
            raise BinaryInput(f"not text but {name}")
    if _PDF.match(payload, 0, 1024):
        raise BinaryInput("not text but a PDF document")


def refuse_control_codes(text: str) -> None:
    """Raise :class:`BinaryInput` if too many characters at the head of ``text`` are control codes."""
    head = text[:_HEAD]
    encoded = head.encode("utf-8", "surrogatepass")
    controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(head) + _STRAY_CONTROLS or 2 * controls > len(head):
        raise BinaryInput(f"not text: {controls} of the first {len(head)} characters are control codes")


def essence(media_type: str | None) -> str | None:
    """The type and subtype of a media type, in lower case without parameters; None if there is none."""
    if media_type is None:
        return None
    found = re.match(r"\s*([^\s;,/]+/[^\s;,/]+)", media_type)
    return found[1].lower() if found else None


def input_kind(text: str, *, kind: Kind | None, media_type: str | None, uri: str | None, url: str | None) -> Kind:
    """How ``text`` is to be read: as HTML or as plain text.

    ``kind`` is what the caller says and is final. ``media_type`` is the HTTP type (parameters may stand
    behind it), ``uri`` the file or record and ``url`` the address it came from; any may be None.

    Raises :class:`UnsupportedType` for text that is no page: a feed, other XML, JSON, scripts and the like.
    """
    if kind is not None:
        return kind
    hint, name = _hint(essence(media_type), uri, url)
    text = text.lstrip(_BLANK)
    content = _document(text)
    if hint == "refused" and not (content == "html" and "://" in name):
        raise UnsupportedType(f"{name} is no page")
    if content == "xml" or (hint == "xml" and content != "html"):
        raise UnsupportedType("XML that is no XHTML")
    if _is_json(text):
        raise UnsupportedType("JSON")
    if hint == "html" or (content == "html" and (hint != "text" or "://" in name)):
        return "html"
    return "html" if hint is None and _is_markup(text) else "text"


def _hint(
    media_type: str | None, uri: str | None, url: str | None
) -> tuple[Literal["html", "text", "xml", "refused"] | None, str]:
    """What the media type, or else a suffix, says; and which it was."""
    if media_type is not None:
        if media_type in _HTML_TYPES:
            return "html", media_type
        if media_type in _TEXT_TYPES:
            return "text", media_type
        if media_type in _XML_TYPES:
            return "xml", media_type
        if _REFUSED_TYPES.fullmatch(media_type):
            return "refused", media_type
    for name in (uri, url):
        if name is not None and (hint := _SUFFIXES.get(_suffix(name))):
            return hint, name
    return None, ""


def _suffix(name: str) -> str:
    """The suffix of a path or address in lower case, without the dot, and without a suffix of compression.

    What stands inside a file has that of the member it is, or none: the file's says nothing of it.
    """
    _, fragment = parted(name)
    if fragment is not None:
        name = fragment.removeprefix("member=") if fragment.startswith("member=") else ""
    _, scheme, address = name.partition("://")
    if scheme:
        name = re.split(r"[?#]", address, maxsplit=1)[0].partition("/")[2]
    parts = re.split(r"[/\\]", name)[-1].lower().split(".")
    if len(parts) > 2 and parts[-1] in ("gz", "bz2", "xz", "zst", "br"):
        parts.pop()
    return parts[-1] if len(parts) > 1 else ""


def _document(text: str) -> Literal["html", "xml"] | None:
    """What ``text`` is by its first lines: an HTML document, other XML, or None: neither can be said."""
    head = text[:_HEAD]
    declared = head[:5].lower() == "<?xml"
    doctype = None
    position = 0
    while (found := _PROLOG.match(head, position)) and not found["root"]:
        if found["doctype"]:
            doctype = found["doctype"].lower()
            if doctype.startswith(("html", "netscape-bookmark")):
                return "html"
            subset = head.find("[", position, head.find(">", position))
            end = head.find(">", max(position, head.find("]", subset) if subset >= 0 else 0))
        elif found["comment"]:
            end = head.find("-->", position)
        else:
            end = head.find(">", position)
        if end < 0:
            return None
        position = end + (3 if found["comment"] else 1)
        while position < len(head) and head[position] in _BLANK:
            position += 1
    root = found["root"].lower() if found else ""
    if root in ("html", "head", "body"):
        return "html"
    if _FEEDS.match(head, position):
        return "xml"
    if declared and root:
        return "html" if root in _PAGE_ROOTS else "xml"
    # Without a declaration: a root that is no tag of HTML, named by a doctype or closed at the very end.
    # A name with a hyphen is a custom element of HTML.
    if not root or (root in _TAGS and root != "svg") or "-" in root:
        return None
    tail = text[-200:].rstrip(_BLANK).lower()
    return "xml" if doctype == root or tail.endswith((f"</{root}>", f":{root}>")) else None


def _is_json(text: str) -> bool:
    """Does ``text`` begin like JSON and consist of its tokens, as far as we look? One value or one a line."""
    if not text.startswith(("{", "[")):
        return False
    head = text[:_JSON_HEAD]
    found = _JSON_TOKENS.match(head)
    rest = head[found.end() :] if found else head
    # Where we stopped looking, a string or a literal may be cut in two.
    return not rest or (len(text) > _JSON_HEAD and (rest.startswith('"') or rest.isalpha()))


def _is_markup(text: str) -> bool:
    """Is ``text`` mostly balanced tags of HTML, code of Markdown aside?"""
    sample = _CODE.sub(" ", _without_scripts(text[:_SCRIPTS])[:_SAMPLE])
    first = _TAG.match(sample)
    begins = sample.startswith("<!--") or (first is not None and first[2].lower() in _TAGS)
    outer = _INDENTED_LINE.sub("", sample)
    if not begins and 2 * _text_size(outer) > _text_size(sample):
        # Text that quotes markup sets in the markup alone; HTML sets in its text as well.
        sample = outer
    tags = balanced = 0
    telling = len(_LATE_DOCTYPE.findall(sample))
    unclosed: Counter[str] = Counter()
    for closing, name, attributes in _TAG.findall(sample):
        name = name.lower()
        if name not in _TAGS:
            continue
        tags += 1
        if name in _VOID_TAGS:
            balanced += 1
            telling += name == "br" or "=" in attributes
        elif not closing:
            unclosed[name] += 1
            # Who quotes a tag to speak of it leaves the attributes out.
            balanced += "=" in attributes
            telling += "=" in attributes
        elif unclosed[name]:
            unclosed[name] -= 1
            balanced += 2
            telling += name == "p"
    if balanced < 2 or 2 * balanced < tags or len(_MARKDOWN.findall(sample)) > tags:
        return False
    if begins:
        return _text_size(sample) <= _TEXT_PER_TAG * tags
    return telling > 0 and _text_size(sample) <= _TEXT_PER_TAG_AFTER_TEXT * tags


def _text_size(text: str) -> int:
    """Characters outside tags other than white space."""
    return len("".join(_TAG.sub("", text).split()))


def _without_scripts(text: str) -> str:
    """``text`` less the contents of its scripts and style sheets."""
    kept = []
    position = 0
    while opening := _RAW_TEXT.search(text, position):
        kept.append(text[position : opening.end()])
        end = _RAW_TEXT_END.search(text, opening.end())
        if end is None:
            return "".join(kept)
        position = end.start()
    kept.append(text[position:])
    return "".join(kept)
