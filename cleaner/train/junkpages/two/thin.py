"""Pages with furniture and next to nothing in it: lists of one, images' own pages, empty profiles, stubs."""

from __future__ import annotations

from html import escape
from random import Random

from cleaner.train.junkpages.model import Generator
from cleaner.train.junkpages.two.statehtml import LANGUAGES, Say, button, items, openings, site


def _listing(rng: Random, language: str) -> str:
    """A category, tag, author or day with one title or one product, as blogs' and shops' archives are full of."""
    say = Say(rng, language, "thin")
    head = say("listing")
    shop = say.chance(0.4)
    title = say.fact("thing") if shop else escape(rng.choice(openings(language))[0])
    price = (
        f'<span class="price">{escape(say.money(rng.randint(4, 120)))}</span>{button(say, say("cart"))}'
        if shop
        else f"<time>{say.fact('date')}</time>"
    )
    one = f'<article class="{"product" if shop else "post"}-{rng.randint(2, 9999)}"><h2><a href="{say.path(title)}">{title}</a></h2>{price} <a href="#">{say("readon")}</a></article>'
    crumbs = say.maybe(0.5, f'<nav class="breadcrumb">{say("home")} » {say.fact("topic")}</nav>')
    count = say.maybe(0.6, f'<p class="result-count">{say("count")}</p>')
    tags = say.maybe(0.3, f'<div class="tagcloud">{" ".join(say.links("topics", 3, 9))}</div>')
    main = f'{crumbs}<header class="archive-header"><h1 class="archive-title">{head}</h1></header>{count}{say.maybe(0.85, one)}{tags}'
    return site(say, head, main, shop=shop)


def _image(rng: Random, language: str) -> str:
    """An attachment's page of WordPress, a photo of a Coppermine, Gallery 2 or Piwigo album: a file name and no more."""
    say = Say(rng, language, "thin")
    number = rng.randint(12, 9999)
    name = rng.choice(
        (
            f"IMG_{number}",
            f"DSC0{number:04}",
            f"{say.fact('slug')}-{number}",
            f"Screenshot_{number}",
            f"P10{number:05}",
            f"{say.token(8)}",
            "header",
            "logo2",
        )
    )
    before, after, published, mark, full, reply = say.all("image")
    picture = f'<a href="/files/{name}.jpg"><img src="/files/{name}-{rng.choice((300, 800, 1024))}x{rng.choice((225, 600))}.jpg" alt="{name}"></a>'
    links = (
        f'<nav class="image-navigation"><a rel="prev" href="#">{before}</a> <a rel="next" href="#">{after}</a></nav>'
    )
    values = ("Canon PowerShot A70", f"1/{rng.randint(30, 800)} s", str(rng.randint(0, 900)), say.fact("date"))
    table = "".join(
        f"<tr><th>{key}</th><td>{value}</td></tr>" for key, value in zip(say.all("exif"), values, strict=True)
    )
    layouts = (
        f'<article class="attachment hentry"><h1 class="entry-title">{name}</h1><div class="entry-meta">{published}</div><div class="entry-attachment">{picture}</div>'
        f"{say.maybe(0.4, f'<p>{mark}</p>')}</article>{say.maybe(0.6, links)}{say.maybe(0.5, f'<h3>{reply}</h3><textarea></textarea>')}",
        f'<table class="maintable"><tr><td>{say("home")} > {say.fact("topic")} > {name}.jpg</td></tr><tr><td align="center">{picture}</td></tr></table>{links}<table class="info">{table}</table>',
        f"<h2>{name}</h2>{picture}<p><a href='#'>{full}</a></p>{say.maybe(0.5, f'<table>{table}</table>')}",
    )
    return site(say, name, rng.choice(layouts))


def _profile(rng: Random, language: str) -> str:
    """A member who never wrote anything: vBulletin, phpBB, XenForo, Discuz!, a question site, a shop's wish list."""
    say = Say(rng, language, "thin")
    person = rng.choice(
        (say.fact("person"), f"{say.fact('slug')}{rng.randint(1, 999)}", f"user-{rng.randint(1000, 99999)}")
    )
    say.facts["person"] = person
    facts = say.all("profile")
    shown = [fact for fact in facts[:4] if say.chance(0.7)]
    tabs = say.maybe(0.7, f'<ul class="tabs">{items(say.links("tabs", 2, 5))}</ul>')
    avatar = f'<img class="avatar" src="/avatars/default{rng.randint(1, 9)}.png" alt="{person}">'
    empty = f'<p class="empty">{facts[4]}</p>' if say.chance(0.7) else ""
    stats = say.maybe(0.6, f'<div class="stats">{facts[5]}</div>')
    layouts = (
        f'<div id="userinfo">{avatar}<h1>{person}</h1></div>{tabs}<dl class="stats_list">{items(shown, "dd")}</dl>{empty}',
        f'<table class="tborder" width="100%"><tr><td class="tcat">{person}</td></tr>{"".join(f"<tr><td class=alt1>{fact}</td></tr>" for fact in shown)}</table>{stats}{empty}',
        f'<div class="memberHeader">{avatar}<h1 class="memberHeader-name">{person}</h1>{stats}</div>{tabs}<div class="blockMessage">{facts[4]}</div>',
    )
    return site(say, person, rng.choice(layouts))


def _stub(rng: Random, language: str) -> str:
    """A place kept free: a wiki stub, a directory's entry with a name only, an empty calendar or section."""
    say = Say(rng, language, "thin")
    kind = rng.choice(("wiki", "place", "diary"))
    if kind == "wiki":
        stub, line, empty, edited = say.all("wiki")
        name = rng.choice(_VILLAGES[language])
        line = line.replace(say.fact("topic"), f"<b>{name}</b>")
        main = rng.choice(
            (
                f'<h1 id="firstHeading">{name}</h1><p>{line}</p><p class="stub"><i>{stub}</i></p>',
                f'<h1 id="firstHeading">{name}</h1><div class="noarticletext">{empty}</div>',
            )
        )
        return site(
            say, name, f'<div id="mw-content-text">{main}</div>{say.maybe(0.6, f"<div id=footer-info>{edited}</div>")}'
        )
    if kind == "place":
        name, street = say.fact("brand"), f"{rng.choice(_VILLAGES[language])}, {rng.randint(1, 120)}"
        stars = f'<div class="rating">☆☆☆☆☆ (0)</div><p class="category">{say.fact("topic")}</p>'
        near = say.maybe(
            0.5, f"<ul class='nearby'>{items([escape(brand) for brand in rng.sample(say.words['brands'], 3)])}</ul>"
        )
        return site(
            say,
            name,
            f'<div class="listing" itemscope><h1 itemprop="name">{name}</h1>{stars}<address>{street}</address>{items(say.some("place", 2, 5), "p")}</div>{near}',
        )
    head = rng.choice((*say.words["nav"], *say.words["topics"]))
    dates = items(list(map(str, range(1, 29))), "td") if say.chance(0.4) else ""
    main = f"<h1>{escape(head)}</h1>{items(say.some('diary', 1, 2), 'p')}{f'<table class=calendar><tr>{dates}</tr></table>' if dates else ''}"
    return site(say, escape(head), main)


_VILLAGES = {
    "en": ("Nether Poppleby", "Coldwick St Mary", "Thrushcombe"),
    "de": ("Oberwieskirch", "Klein Strelzow", "Hinterlohe"),
    "fr": ("Saint-Aubry-le-Sec", "Les Vernettes", "Montcorbel"),
    "es": ("Valdeolmo de Arriba", "La Retuerta Alta", "Pozohondo"),
    "it": ("Borgo Sant'Ivano", "Castelmorro", "Piandelci"),
    "pt": ("Vila Jacutinga", "Arraial do Cedro", "Ribeirão Torto"),
    "nl": ("Oud-Reewijk", "Achterwoude", "Klein Zandvoorde"),
    "pl": ("Stara Brzezina", "Wólka Dębowska", "Krzywe Pole"),
    "ru": ("Верхние Лужки", "Заозёрное", "Старая Гать"),
    "tr": ("Yukarıçayır", "Karaağaçlı", "Söğütdere"),
    "zh": ("青石沟村", "上柳塘", "石桥铺"),
    "ja": ("上津原", "南沢谷", "小杉野"),
}

GENERATORS = (
    Generator("two/thin-listing", ("thin",), LANGUAGES, _listing),
    Generator("two/thin-image", ("thin",), LANGUAGES, _image),
    Generator("two/thin-profile", ("thin",), LANGUAGES, _profile),
    Generator("two/thin-stub", ("thin",), LANGUAGES, _stub),
)
