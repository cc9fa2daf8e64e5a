#!/usr/bin/env python3
"""The same newsroom for Warta, Hugo and Zola: wall time, CPU time, peak memory.

    cargo bench -- --documents 5000 --lay-out /dev/shm/newsroom
    benches/compare.py --site /dev/shm/newsroom --work /dev/shm/compare --warta target/release/warta

Hugo and Zola are used if their binaries are on the PATH, else it says so. Pages in both languages, with
header, menu, body, language switch, neighbours and topics; whole lists by section and year and of each term, parted
into pages, feeds, a sitemap, 404. What only Warta makes (canonical texts, the ledger, checks) it makes here too.
Standard library only.
"""

import argparse
import datetime
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

AT = "2026-01-01 09.00 WITA"
NOW = datetime.datetime(2026, 1, 1, 9, 0)
LANGUAGES = ("id", "en")
# How many cards a page of a list has where lists are parted by number. Warta parts them by year and month, into so
# many pages that lists of this length make as many.
CARDS = 36
SECTIONS = {
    "releases": {"id": "siaran-pers", "en": "press-releases"},
    "statements": {"id": "pernyataan", "en": "statements"},
    "outcomes": {"id": "dokumen-hasil", "en": "outcomes"},
    "events": {"id": "acara", "en": "events"},
    "pages": {"id": "", "en": ""},
}
DAYS = {
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
MONTHS = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(),
    "en": "January February March April May June July August September October November December".split(),
}


class Document:
    """A document that is public at the instant, as far as the other generators need it."""

    def __init__(self, folder, content):
        self.id = folder.relative_to(content).as_posix()
        self.collection = self.id.split("/")[0]
        self.folder = folder
        facts = (folder / "document.yaml").read_text()
        self.approved = "status: approved" in facts
        publish = re.search(r"^publish: (\S+) (\d\d)\.(\d\d)", facts, re.M)
        self.date = datetime.datetime(2005, 1, 1)
        if publish:
            hour = datetime.timedelta(hours=int(publish[2]), minutes=int(publish[3]))
            self.date = datetime.datetime.fromisoformat(publish[1]) + hour
        topics = re.search(r"^topics: \[(.*)\]", facts, re.M)
        self.topics = topics[1].split(", ") if topics else []
        self.country = (re.findall(r"^country: (\w+)", facts, re.M) or [None])[0]
        self.event = (re.findall(r"^event: (\S+)", facts, re.M) or [None])[0]
        self.delegates = (re.findall(r"delegates: (\d+)", facts) or ["0"])[0]
        self.opened = (re.findall(r"opened: ([\d-]+)", facts) or ["2005-01-01"])[0]
        self.words = {}
        for language in LANGUAGES:
            file = folder / f"{language}.md"
            if file.exists():
                _, matter, body = file.read_text().split("---\n", 2)
                keys = dict(line.split(": ", 1) for line in matter.strip().split("\n"))
                self.words[language] = {
                    "title": keys["title"].strip("'"),
                    "summary": keys["summary"].strip("'"),
                    "slug": keys["slug"],
                    "body": body,
                }

    def is_public(self):
        return self.approved and self.date <= NOW

    def path(self, language, others):
        """Its address behind the language, as Warta's settings make it."""
        slug = self.words[language]["slug"]
        section = SECTIONS[self.collection][language]
        if self.collection == "releases":
            return f"{section}/{self.date.year}/{slug}"
        if self.collection == "statements":
            return f"{section}/{others[self.event].words[language]['slug']}/{slug}"
        return f"{section}/{slug}" if section else slug


def read(site):
    content = site / "content"
    found = [Document(file.parent, content) for file in sorted(content.rglob("document.yaml"))]
    return {document.id: document for document in found if document.is_public()}


def resolved(document, language, documents):
    """A body without Warta's own marks: placeables, `doc:` links, parts in another language."""
    body = document.words[language]["body"]
    number = f"{int(document.delegates):,}"
    body = body.replace("{ $delegates }", number if language == "en" else number.replace(",", "."))
    day = datetime.date.fromisoformat(document.opened)
    full = f"{DAYS[language][day.weekday()]}, {day.day} {MONTHS[language][day.month - 1]} {day.year}"
    body = re.sub(r"\{ DATETIME\(\$opened.*?\) \}", full, body)
    body = re.sub(r"\[([^\]]*)\]\{lang=\w+\}", r"\1", body)
    body = body.replace("asset:photo.png", f"/files/{document.id}/photo.png")

    def link(match):
        other = documents.get(match[1])
        return f"](/{language}/{other.path(language, documents)})" if other and language in other.words else "](/)"

    return re.sub(r"\]\(doc:([^)]*)\)", link, body)


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def copy_photos(documents, static):
    for document in documents.values():
        photo = document.folder / "photo.png"
        if photo.exists():
            target = static / "files" / document.id / "photo.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(photo, target)


# Hugo ------------------------------------------------------------------------------------------------

HUGO_BASE = """<!doctype html>
<html lang="{{ site.Language.Lang }}" dir="ltr">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ if .IsHome }}{{ site.Title }}{{ else }}{{ .Title }} – {{ site.Title }}{{ end }}</title>
<meta name="description" content="{{ .Description }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:type" content="article">
<meta property="og:url" content="{{ .Permalink }}"><meta property="og:description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}{{ range .AlternativeOutputFormats }}<link rel="{{ .Rel }}" type="{{ .MediaType.Type }}" href="{{ .Permalink }}">
{{ end }}<link rel="stylesheet" href="/site.css">
</head>
<body>
<header><a href="{{ "/" | relLangURL }}">{{ site.Title }}</a>
<nav>{{ range site.Menus.main }}<a href="{{ .URL | relLangURL }}">{{ .Name }}</a>{{ end }}</nav>
<ul>{{ range .Translations }}<li><a lang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.Label }}</a></li>{{ end }}</ul>
</header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Params.publisher }}</p></footer>
</body>
</html>
"""
HUGO_PAGE = """{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">{{ .Date.Format "2 January 2006 15:04" }}</time></p>
{{ with .Params.image }}<figure><img src="{{ . }}" alt=""></figure>{{ end }}
{{ .Content }}
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>
<nav>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
</article>{{ end }}
"""
HUGO_CARDS = """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ range LIST }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time><p>{{ .Description }}</p></article>
{{ end }}PAGER{{ end }}
"""
HUGO_PAGER = """{{ with .Paginator.Prev }}<a rel="prev" href="{{ .URL }}">{{ .PageNumber }}</a>{{ end }}
{{ with .Paginator.Next }}<a rel="next" href="{{ .URL }}">{{ .PageNumber }}</a>{{ end }}"""
HUGO_TAXONOMY = """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Data.Terms.ByCount }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
"""


def lay_out_hugo(documents, root):
    put(root / "hugo.toml", hugo_settings())
    layouts = root / "layouts"
    put(layouts / "baseof.html", HUGO_BASE)
    put(layouts / "page.html", HUGO_PAGE)
    section, term = "(.Paginate .RegularPagesRecursive).Pages", "(.Paginate .Pages).Pages"
    put(layouts / "section.html", HUGO_CARDS.replace("LIST", section).replace("PAGER", HUGO_PAGER))
    put(layouts / "home.html", HUGO_CARDS.replace("LIST", "first 20 site.RegularPages").replace("PAGER", ""))
    put(layouts / "term.html", HUGO_CARDS.replace("LIST", term).replace("PAGER", HUGO_PAGER))
    put(layouts / "taxonomy.html", HUGO_TAXONOMY)
    put(layouts / "404.html", '{{ define "main" }}<h1>404</h1>{{ end }}')
    put(root / "static/site.css", "body { margin: 2rem }\n")
    copy_photos(documents, root / "static")
    for document in documents.values():
        for language in document.words:
            put(*hugo_page(document, language, documents, root / "content" / language))


def hugo_settings():
    text = 'baseURL = "https://newsroom.example.org/"\ndefaultContentLanguage = "id"\n'
    text += "defaultContentLanguageInSubdir = true\nuglyURLs = true\ntimeZone = 'Asia/Makassar'\n"
    text += '[taxonomies]\ntopic = "topics"\ncountry = "countries"\n'
    text += "[markup.highlight]\nnoClasses = false\n[services.rss]\nlimit = 20\n"
    text += f"[pagination]\npagerSize = {CARDS}\ndisableAliases = true\n"
    for weight, (language, title) in enumerate((("id", "Kabar Kepulauan"), ("en", "News of the Isles")), 1):
        text += f'[languages.{language}]\ntitle = "{title}"\nlabel = "{language}"\nweight = {weight}\ncontentDir = "content/{language}"\n'
        text += f'[languages.{language}.params]\npublisher = "{title}"\n'
        for section in ("releases", "statements", "events"):
            name = SECTIONS[section][language]
            text += f'[[languages.{language}.menus.main]]\nname = "{name}"\nurl = "/{name}/"\n'
    return text


def hugo_page(document, language, documents, content):
    words = document.words[language]
    path = document.path(language, documents)
    lines = ["---", f"title: {quoted(words['title'])}", f"description: {quoted(words['summary'])}"]
    lines += [f"date: {document.date.isoformat()}+08:00", f"translationKey: {document.id}", f"slug: {words['slug']}"]
    if document.topics:
        lines.append(f"topics: [{', '.join(document.topics)}]")
    if document.country:
        lines.append(f"countries: [{document.country}]")
    if (document.folder / "photo.png").exists():
        lines.append(f"image: /files/{document.id}/photo.png")
    for above in list(pathlib.PurePosixPath(path).parents)[:-1]:
        index = content / above / "_index.md"
        if not index.exists():
            put(index, f"---\ntitle: {quoted(above.name)}\n---\n")
    return content / f"{path}.md", "\n".join(lines) + "\n---\n" + resolved(document, language, documents)


# Zola ------------------------------------------------------------------------------------------------

ZOLA_BASE = """<!doctype html>
<html lang="{{ lang }}" dir="ltr">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{{ config.title }}{% endblock %}</title>
{% block head %}{% endblock %}
<link rel="alternate" type="application/atom+xml" href="/atom.xml"><link rel="stylesheet" href="/site.css">
</head>
<body>
<header><a href="/">{{ config.title }}</a><nav>
<a href="/releases/">releases</a><a href="/statements/">statements</a><a href="/events/">events</a></nav>
{% block switch %}{% endblock %}</header>
<main>{% block main %}{% endblock %}</main>
<footer><p>{{ config.title }}</p></footer>
</body>
</html>
"""
ZOLA_PAGE = """{% extends "base.html" %}
{% block title %}{{ page.title }} – {{ config.title }}{% endblock %}
{% block head %}<meta name="description" content="{{ page.description }}">
<meta property="og:title" content="{{ page.title }}"><meta property="og:url" content="{{ page.permalink }}">
<link rel="canonical" href="{{ page.permalink }}">
{% for other in page.translations %}<link rel="alternate" hreflang="{{ other.lang }}" href="{{ other.permalink }}">{% endfor %}
{% endblock %}
{% block switch %}<ul>{% for other in page.translations %}<li><a lang="{{ other.lang }}" href="{{ other.permalink }}">{{ other.lang }}</a></li>{% endfor %}</ul>{% endblock %}
{% block main %}<article><h1>{{ page.title }}</h1><p><time datetime="{{ page.date }}">{{ page.date }}</time></p>
{% if page.extra.image %}<figure><img src="{{ page.extra.image }}" alt=""></figure>{% endif %}
{{ page.content | safe }}
<ul>{% for term in page.taxonomies.topics | default(value=[]) %}<li><a href="/topics/{{ term }}/">{{ term }}</a></li>{% endfor %}</ul>
<nav>{% if page.lower %}<a rel="prev" href="{{ page.lower.permalink }}">{{ page.lower.title }}</a>{% endif %}
{% if page.higher %}<a rel="next" href="{{ page.higher.permalink }}">{{ page.higher.title }}</a>{% endif %}</nav></article>{% endblock %}
"""
ZOLA_CARDS = """{% extends "base.html" %}
{% block main %}{% for page in LIST %}<article><h2><a href="{{ page.permalink }}">{{ page.title }}</a></h2>
<time datetime="{{ page.date }}">{{ page.date }}</time><p>{{ page.description }}</p></article>
{% endfor %}{% if paginator is defined %}{% if paginator.previous %}<a rel="prev" href="{{ paginator.previous }}">←</a>{% endif %}
{% if paginator.next %}<a rel="next" href="{{ paginator.next }}">→</a>{% endif %}{% endif %}{% endblock %}
"""
ZOLA_TERMS = """{% extends "base.html" %}
{% block main %}<ul>{% for term in terms %}<li><a href="{{ term.permalink }}">{{ term.name }}</a></li>{% endfor %}</ul>{% endblock %}
"""


def lay_out_zola(documents, root):
    names = ", ".join(f'{{name = "{name}", feed = false, paginate_by = {CARDS}}}' for name in ("topics", "countries"))
    taxonomies = f"taxonomies = [{names}]\n"
    settings = 'base_url = "https://newsroom.example.org"\ntitle = "Kabar"\ndefault_language = "id"\n'
    settings += "generate_feeds = true\nfeed_limit = 20\n" + taxonomies
    put(root / "config.toml", f'{settings}[languages.en]\ntitle = "News"\ngenerate_feeds = true\n{taxonomies}')
    templates = root / "templates"
    put(templates / "base.html", ZOLA_BASE)
    put(templates / "page.html", ZOLA_PAGE)
    put(templates / "section.html", ZOLA_CARDS.replace("LIST", "paginator.pages"))
    put(templates / "index.html", ZOLA_CARDS.replace("LIST", "section.pages | slice(end=20)"))
    put(templates / "404.html", '{% extends "base.html" %}')
    for name in ("topics", "countries"):
        put(templates / name / "single.html", ZOLA_CARDS.replace("LIST", "paginator.pages"))
        put(templates / name / "list.html", ZOLA_TERMS)
    put(root / "static/site.css", "body { margin: 2rem }\n")
    copy_photos(documents, root / "static")
    for document in documents.values():
        for language in document.words:
            put(*zola_page(document, language, documents, root / "content"))


def zola_page(document, language, documents, content):
    words = document.words[language]
    end = ".md" if language == "id" else ".en.md"
    lines = ["+++", f"title = {quoted(words['title'])}", f"description = {quoted(words['summary'])}"]
    lines += [f"date = {document.date.isoformat()}+08:00", f"path = {quoted(document.path(language, documents))}"]
    terms = [f"topics = [{', '.join(map(quoted, document.topics))}]"] if document.topics else []
    terms += [f"countries = [{quoted(document.country)}]"] if document.country else []
    lines += ["[taxonomies]", *terms] if terms else []
    if (document.folder / "photo.png").exists():
        lines += ["[extra]", f'image = "/files/{document.id}/photo.png"']
    for above in pathlib.PurePosixPath(document.id).parents:
        index = content / above / f"_index{end}"
        parted = f"paginate_by = {CARDS}\n" if above.name else ""
        if not index.exists():
            put(index, f'+++\ntitle = {quoted(above.name or "home")}\nsort_by = "date"\n{parted}+++\n')
    return content / f"{document.id}{end}", "\n".join(lines) + "\n+++\n" + resolved(document, language, documents)


# Measuring -------------------------------------------------------------------------------------------


def measured(command, left, runs, environment):
    """Cold builds: what an earlier one left is removed before each. Wall and CPU seconds, the peak in MB."""
    results = []
    for _ in range(runs):
        for folder in left:
            shutil.rmtree(folder, ignore_errors=True)
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
        said = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{command[0]} failed: {said[-2000:]}")
        results.append((time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000))
    return [statistics.median(result[part] for result in results) for part in range(3)]


def main():
    parser = argparse.ArgumentParser(description="Warta, Hugo and Zola on the same newsroom.")
    parser.add_argument("--site", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="an empty folder, on the same file system")
    parser.add_argument("--warta", default="warta")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    documents = read(options.site)
    rows = []
    for name in ("warta", "hugo", "zola"):
        program = options.warta if name == "warta" else name
        if shutil.which(program) is None:
            print(f"{name} is not on the PATH: it is left out", file=sys.stderr)
            continue
        root, out = options.work / name, options.work / f"{name}-out"
        shutil.rmtree(root, ignore_errors=True)
        if name == "warta":
            command = [program, "build", "--root", str(options.site), "--out", str(out), "--at", AT]
        elif name == "hugo":
            lay_out_hugo(documents, root)
            command = [program, "--source", str(root), "--destination", str(out), "--noBuildLock", "--quiet"]
        else:
            lay_out_zola(documents, root)
            command = [program, "--root", str(root), "build", "--output-dir", str(out)]
        cache = options.work / "hugo-cache"
        left = [out, cache, options.site / ".warta"]
        wall, cpu, peak = measured(command, left, options.runs, {**os.environ, "HUGO_CACHEDIR": str(cache)})
        rows.append((name, wall, cpu, peak, sum(1 for _ in out.rglob("*.html"))))
    print_table(rows)


def print_table(rows):
    print("| generator | wall | CPU | peak memory | pages | CPU a page |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, wall, cpu, peak, pages in rows:
        print(f"| {name} | {wall:.2f} s | {cpu:.2f} s | {peak:.0f} MB | {pages} | {cpu * 1e3 / pages:.2f} ms |")
    for name, *_, pages in rows[1:]:
        off = pages / rows[0][-1] - 1
        word = "within" if abs(off) <= 0.02 else "NOT within"
        print(f"{name} has {off * 100:+.1f} % of {rows[0][0]}'s pages: {word} 2 %")


if __name__ == "__main__":
    main()
