"""Pages that software puts up by itself: servers, hosting panels, listings of folders, fresh systems, maintenance."""

from __future__ import annotations

from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.two.statehtml import LANGUAGES, Say, button, items, page, style, table


def _software(rng: Random, language: str) -> str:
    """The default page of a server, an application server or a framework, in English wherever it stands."""
    say = Say(rng, language, "server")
    title, _, body = rng.choice(table("software")["en"]["pages"]).partition(" | ")
    facts = {name: say.fact(name) for name in ("host", "slug", "n")}
    sheet = f"<style>body{{width:{rng.randint(30, 60)}em;margin:0 auto;font-family:Tahoma,Verdana,Arial,sans-serif}}</style>"
    server = rng.choice(
        ("Apache/2.2.15 (CentOS)", "Apache/2.4.41 (Ubuntu)", "nginx/1.18.0", "Microsoft-IIS/8.5", "lighttpd/1.4.55")
    )
    foot = say.maybe(
        0.2, f"<hr><address>{server} Server at {facts['host']} Port {rng.choice((80, 443, 8080))}</address>"
    )
    return page(say, title.format(**facts), body.format(**facts) + foot, say.maybe(0.7, sheet), plain=True)


def _size(say: Say, name: str) -> str:
    return "-" if name.endswith("/") else say.rng.choice(("{}K", "{}M", "{}")).format(say.rng.randint(1, 900))


def _listing(rng: Random, language: str) -> str:
    """A folder's contents, as Apache, nginx, IIS, Python, h5ai or a fancy index list it, the names in the owner's language."""
    say = Say(rng, language, "server")
    names = sorted(
        say.some("files", 1, 9)
        + [
            f"{say.token(6)}.{rng.choice(('jpg', 'php~', 'sql', 'log', 'mp3', 'deb'))}"
            for _ in range(rng.randint(0, 12))
        ]
    )
    path = "/" + "/".join(
        rng.sample(("files", "upload", "pub", "2013", "wp-content", "data", say.fact("slug")), rng.randint(0, 3))
    )
    dates = [
        f"{rng.randint(2004, 2024)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
        for _ in names
    ]
    links = [f'<a href="{name}">{name}</a>' for name in names]
    heads = say.all("index")
    rows = "".join(
        f"<tr><td>{link}</td><td align='right'>{date}</td><td>{_size(say, name)}</td></tr>"
        for link, date, name in zip(links, dates, names, strict=True)
    )
    lines = "\n".join(
        f"{link}{' ' * max(2, 40 - len(name))}{date}  {_size(say, name):>6}"
        for link, date, name in zip(links, dates, names, strict=True)
    )
    english = say.chance(0.6)
    title = f"Index of {path}" if english else f"{rng.choice(heads[:2])} {path}"
    columns, up = (("Name", "Last modified", "Size"), "Parent Directory") if english else (heads[2:5], heads[5])
    layouts = (
        f"<h1>{title}</h1><table><tr>{items(columns, 'th')}</tr><tr><td><a href='../'>{up}</a></td></tr>{rows}</table><address>Apache/2.4.{rng.randint(6, 60)} Server at {say.fact('host')} Port 80</address>",
        f'<h1>{title}</h1><hr><pre><a href="../">../</a>\n{lines}</pre><hr>',
        f"<h2>{title}</h2><hr><ul>{items(links)}</ul><hr>",
        f"<H1>{say.fact('host')} - {path}</H1><hr><pre><A HREF='/'>[To Parent Directory]</A><br><br>{lines}</pre><hr>",
        f'<div id="content"><div class="crumb">{say.fact("domain")} › {path}</div><ul id="items">{items(links, "li", " class=item")}</ul></div><footer>powered by h5ai</footer>',
    )
    return page(say, title, rng.choice(layouts), plain=True)


def _panel(rng: Random, language: str) -> str:
    """A hosting panel's or host's page for a site with nothing on it, or put on hold: cPanel, Plesk, ISPmanager, 宝塔, Xserver, Beget."""
    say = Say(rng, language, "server")
    held = say.chance(0.35)
    head = say("held" if held else "panel")
    texts = items(say.some("held_text" if held else "panel_text", 1, 3), "p")
    host = f'<a href="https://{say.fact("slug")}-host.example/">{say.fact("slug").title()} Hosting</a>'
    layouts = (
        f'<div class="container box"><h1>{head}</h1>{texts}<footer>{host} © {say.fact("year")}</footer></div>',
        f'<div class="page"><div class="header"><span class="domain">{say.fact("host")}</span></div><div class="info"><h1>{head}</h1>{texts}</div>'
        f'<div class="plesk-links">{"".join(say.links("legal", 0, 2))}</div></div>',
        f'<center><img src="/sys_cpanel/images/bottombody.jpg" alt=""><h2>{head}</h2>{texts}<hr>{say.fact("host")} ({say.fact("ip")})</center>',
        f'<div class="col1"><h1>{head}</h1><h4>{say.fact("domain")}</h4>{texts}</div><div class="col2"><ul>{items(say.links("nav", 2, 4))}</ul>{host}</div>',
    )
    return page(say, rng.choice((head, say.fact("host"))), rng.choice(layouts), say.maybe(0.8, style(say)), plain=True)


def _fresh(rng: Random, language: str) -> str:
    """A content system as it is after installing: WordPress's first post in themes of several years, Joomla, Drupal, Typecho, Hexo."""
    say = Say(rng, language, "server")
    name = rng.choice((say.fact("brand"), say.fact("slug"), "My Blog", "My WordPress"))
    if say.chance(0.25):
        head, _, text = say("cms").partition(" | ")
        body = f'<div id="header"><h1>{name}</h1></div><div class="item-page"><h2>{head}</h2><p>{text}</p></div><div class="login"><h3>{say("login")}</h3><input name="username"></div>'
        return page(say, name, body + say.maybe(0.5, f"<ul>{items(say.links('nav', 1, 3))}</ul>"), style(say))
    head, text, author, comment = say("hello").split(" | ")
    tag, reply, category, recent, comments, archives, categories, meta, sample, powered, count = say.all("wp")
    post = (
        f'<article id="post-1" class="post-1 post type-post hentry category-uncategorized"><h2 class="entry-title"><a href="/?p=1">{head}</a></h2>'
        f'<div class="entry-meta"><time>{say.fact("date")}</time> admin</div><div class="entry-content"><p>{text}</p></div><footer>{category} · {count}</footer></article>'
    )
    said = f'<ol class="commentlist"><li class="comment"><cite>{author}</cite><p>{comment}</p></li></ol><h3 id="reply-title">{reply}</h3>'
    feeds = f"<h2>{meta}</h2><ul><li>{say('login')}</li><li>RSS</li><li>WordPress.org</li></ul>"
    side = f"<h2>{recent}</h2><ul><li>{head}</li></ul><h2>{comments}</h2><ul><li>{author} → {head}</li></ul><h2>{archives}</h2><ul><li>{say.fact('date')}</li></ul><h2>{categories}</h2><ul><li>{category}</li></ul>"
    body = (
        f'<div id="page"><header><h1 class="site-title">{name}</h1><p class="site-description">{tag}</p><nav><a href="/sample-page">{sample}</a></nav></header>'
        f'{post}{say.maybe(0.5, said)}<aside id="secondary">{say.maybe(0.7, side)}{say.maybe(0.5, feeds)}</aside><footer>{powered}</footer></div>'
    )
    version = f'<meta name="generator" content="WordPress {rng.randint(2, 6)}.{rng.randint(0, 9)}">'
    return page(
        say, f"{name} – {tag}", body, say.maybe(0.7, version) + say.maybe(0.5, style(say)), ' class="home blog"'
    )


def _soon(rng: Random, language: str) -> str:
    """Maintenance and coming soon: WordPress and Magento modes, countdown templates, the GIF of a digger of 1999."""
    say = Say(rng, language, "server")
    head = say("soon")
    texts = items(say.some("soon_text", 1, 2), "p")
    clock = "".join(
        f'<div class="cd"><span>{rng.randint(0, 59):02}</span> <em>{unit}</em></div>' for unit in say.all("units")
    )
    form = f'<form class="notify"><input type="email" placeholder="name@{say.fact("domain")}">{button(say, say("subscribe"))}</form>'
    contact = say.maybe(
        0.5,
        f'<p class="social"><a href="#">Facebook</a> <a href="#">{rng.choice(("Instagram", "VK", "微博", "X", "LINE"))}</a></p>',
    )
    layouts = (
        f'<div class="bg"><h2>{say.fact("brand")}</h2><h1>{head}</h1>{say.maybe(0.6, clock)}{texts}{say.maybe(0.3, form)}{contact}</div>',
        f'<center><img src="construction.gif" alt=""><br><font size="5">{head}</font><br>{texts}</center>',
        f"<article><h1>{head}</h1><div>{texts}<p>— {say.fact('brand')}</p></div></article>",
        f'<div class="wp-die-message">{head}</div>'
        if say.chance(0.3)
        else f'<div class="maintenance"><img src="/logo.png" alt="{say.fact("brand")}"><h1>{head}</h1>{texts}</div>',
    )
    return page(
        say,
        rng.choice((head, say.fact("brand"))),
        rng.choice(layouts),
        say.maybe(0.7, style(say)),
        plain=say.chance(0.5),
    )


def _stock(rng: Random, language: str) -> str:
    """Server software's own pages: its default page (English ones) or a listing of a folder."""
    return (_software if language == "en" and rng.random() < 0.6 else _listing)(rng, language)


GENERATORS = (
    Generator("two/server-default-stock", ("server-default",), LANGUAGES, _stock),
    Generator("two/server-default-panel", ("server-default",), LANGUAGES, _panel),
    Generator("two/server-default-fresh", ("server-default",), LANGUAGES, _fresh),
    Generator("two/server-default-soon", ("server-default",), LANGUAGES, _soon),
)
