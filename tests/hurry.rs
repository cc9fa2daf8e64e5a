//! What the server shows at once after an edit: the same bytes that the whole site comes to, or nothing.

use std::fs;
use std::path::PathBuf;

use warta::locale::Instant;
use warta::output::{Artifact, Plan};
use warta::pipeline::{self, Hurried, Origin, Prepared, Project, Shown, Strictness, View};

use crate::support::harbour::{Harbour, JUNE};

const FACTS: &str = "content/releases/berths/document.yaml";
const WORDS: &str = "content/releases/berths/en.md";
const TEMPLATE: &str = "themes/warta/templates/base.html";

struct Office {
    harbour: Harbour,
    project: Project,
    before: Prepared,
}

impl Office {
    fn open() -> Office {
        let harbour = Harbour::laid_out();
        fs::create_dir_all(harbour.path(TEMPLATE).parent().unwrap()).unwrap();
        harbour.put(TEMPLATE, include_bytes!("../themes/warta/templates/base.html"));
        let (at, origin) = (Instant::parse(JUNE).unwrap(), Origin::Folder(harbour.root()));
        let (strictness, view) = (Strictness::Build, View::Public);
        let project = Project { origin, at, base_url: None, urls: None, strictness, view, only: None };
        let before = whole(&project);
        Office { harbour, project, before }
    }

    fn hurried(&self, file: &str) -> Option<Hurried> {
        let root: PathBuf = self.harbour.root();
        let newsroom = self.before.plan.newsroom.as_ref().unwrap();
        let shown = Shown { root: &root, site: &self.before.site, newsroom, at: &self.project.at };
        pipeline::hurried(shown, &[file.to_owned()])
    }
}

fn whole(project: &Project) -> Prepared {
    let report = pipeline::prepare(project).unwrap();
    assert!(!report.has_errors(), "{:?}", report.said);
    report.prepared.unwrap()
}

fn bytes(artifact: &Artifact) -> String {
    String::from_utf8_lossy(&artifact.bytes().unwrap().value).into_owned()
}

/// The files of an artifact list whose bytes are not what they were.
fn others(made: &[Artifact], before: &Plan) -> Vec<String> {
    let is_other = |made: &&Artifact| before.at_file(&made.route.file).map(bytes) != Some(bytes(made));
    made.iter().filter(is_other).map(|made| made.route.file.to_string()).collect()
}

fn assert_same(made: &[Artifact], whole: &Plan, when: &str) {
    assert!(!made.is_empty(), "{when}");
    for artifact in made {
        let file = &artifact.route.file;
        assert_eq!(bytes(artifact), bytes(whole.at_file(file).unwrap_or_else(|| panic!("{when}: {file}"))), "{when}");
    }
}

#[test]
fn words_show_as_the_whole_site_shows_them() {
    let office = Office::open();
    office.harbour.edit(WORDS, "boats.", "boats. More was said.");
    let Some(Hurried::Files(made)) = office.hurried(WORDS) else { panic!("words are shown at once") };
    assert_same(&made, &whole(&office.project).plan, "words");
    assert_eq!(others(&made, &office.before.plan), ["en/news/2031/berths.html", "en/news/2031/berths.txt"]);
}

#[test]
fn facts_show_on_every_page_that_has_the_card_as_the_whole_site_shows_them() {
    let edits = [
        ("topics: [tide]", "topics: [reef]", "en/topics/reef/index.html"),
        ("publish: 2031-05-03", "publish: 2031-05-07", "id/index.html"),
        ("boats: 12", "boats: 13", "en/news/2031/berths.html"),
    ];
    for (from, to, shows) in edits {
        let office = Office::open();
        office.harbour.edit(FACTS, from, to);
        let Some(Hurried::Cards(made, newsroom)) = office.hurried(FACTS) else { panic!("{to} is shown at once") };
        let whole = whole(&office.project);
        assert_same(&made, &whole.plan, to);
        let others = others(&made, &office.before.plan);
        assert!(others.iter().any(|file| file == shows), "{to}: {others:?}");
        let order = |public: &warta::model::site::Public| {
            let cards = public.cards.values().flatten();
            cards.map(|card| (card.document.to_string(), card.locale.clone())).collect::<Vec<_>>()
        };
        assert_eq!(order(&newsroom.public), order(&whole.site.public), "{to}");
    }
}

#[test]
fn a_template_shows_as_the_whole_site_shows_it() {
    let office = Office::open();
    office.harbour.edit(TEMPLATE, "</head>", "<meta name=\"edited\" content=\"yes\">\n</head>");
    let Some(Hurried::All(plan)) = office.hurried(TEMPLATE) else { panic!("a template is shown at once") };
    let whole = whole(&office.project);
    assert_eq!(plan.artifacts.len(), whole.plan.artifacts.len());
    assert_same(&plan.artifacts, &whole.plan, "template");
    assert!(bytes(plan.at_file("en/about.html").unwrap()).contains("name=\"edited\""));
}

#[test]
fn what_can_change_more_or_is_wrong_waits_for_the_whole_site() {
    let edits = [
        (FACTS, "publish: 2031-05-03", "publish: 2030-05-03", "another address"),
        (FACTS, "publish: 2031-05-03", "publish: 2032-05-03", "held again"),
        (FACTS, "status: approved", "status: draft", "no longer approved"),
        (FACTS, "boats: 12", "ships: 12", "a figure that is named and not there"),
        (FACTS, "topics:", "topcis:", "a key that is none"),
        (WORDS, "title:", "slug: elsewhere\ntitle:", "a second slug"),
        (TEMPLATE, "{% endblock main %}", "", "a template without an end"),
        ("warta.yaml", "urls: clean", "urls: directory", "settings"),
        ("i18n/en/site.ftl", "Reef", "Coral", "messages"),
    ];
    for (file, from, to, why) in edits {
        let office = Office::open();
        office.harbour.edit(file, from, to);
        assert!(office.hurried(file).is_none(), "{why}");
    }
}
