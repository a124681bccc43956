//! Start here, Taking over, Something is broken: from a situation or a symptom to the right page.

use super::{Built, PROJECT, attributes};

/// A page that finds a cause or brings something back.
fn runbook(path: &str, front_matter: &str) -> String {
    format!(
        "-- runbooks/{path}.md --\n---\nrisk: reversible\ntime: 30m\nstatus: active\n{front_matter}\n---\n# Text\n\nRien.\n"
    )
}

fn with(pages: &[String]) -> Built {
    Built::handover(&format!("{PROJECT}{}", pages.concat()))
}

/// The ways out of the four situations, as the first page shows them.
fn ways(built: &Built) -> &str {
    built.page("index.html").split("class=\"ways\"").nth(1).and_then(|rest| rest.split("</ul>").next()).unwrap()
}

/// Where texts stand in a page, in order.
fn places(page: &str, texts: &[&str]) -> Vec<usize> {
    texts.iter().map(|text| page.find(text).unwrap_or_else(|| panic!("{text} is missing"))).collect()
}

#[test]
fn the_start_shows_a_way_out_of_each_situation() {
    let built = Built::handover(PROJECT);
    let ways = ways(&built);
    assert_eq!(
        attributes(ways, "href"),
        ["broken.html", "take-over.html", "take-over.html#_stand-in", "broken.html#_intrusion"]
    );
    assert!(ways.contains("Awa Diallo") && ways.contains("3 jours"), "who may declare a takeover");
    assert!(built.page("broken.html").contains("Ne pas l’éteindre"), "nobody wrote a page for an intrusion");
}

#[test]
fn the_page_for_an_intrusion_is_found_by_its_tag_before_its_title() {
    let titled = runbook("a", "title: Une intrusion\ntype: operate\nfor: [service:nextcloud]");
    let message = runbook("m", "title: Dire l’intrusion\ntype: communicate\nfor: [service:nextcloud]");
    let tagged = runbook("z", "title: Quelqu’un est entré\ntype: operate\nfor: [service:nextcloud]\ntags: [intrusion]");
    let leads = |pages: &[String]| attributes(ways(&with(pages)), "href").contains(&"a.html");
    assert!(leads(&[message.clone(), titled.clone()]));
    assert!(!leads(&[message, titled, tagged.clone()]));
    let built = with(&[tagged]);
    assert!(built.page("index.html").contains("href=\"z.html\""));
    assert!(!built.page("broken.html").contains("Ne pas l’éteindre"));
}

#[test]
fn symptoms_stand_with_what_they_are_about_the_gravest_first() {
    let built = with(&[
        runbook("b", "title: Lent\ntype: diagnose\nfor: [service:nextcloud]\nseverity: minor\nsymptoms: [c’est lent]"),
        runbook("c", "title: Perdu\ntype: diagnose\nfor: [host:srv1]\nseverity: grave\nsymptoms: [plus rien]"),
        runbook(
            "d",
            "title: Effacé\ntype: diagnose\nfor: [host:srv1, service:nextcloud]\nseverity: grave\nsymptoms: [\"HTTP 500\", tout est vide]\nweight: 9",
        ),
        runbook("e", "title: Vieux\ntype: diagnose\nfor: [service:nextcloud]\nsymptoms: [jadis]")
            .replace("active", "retired"),
    ]);
    let broken = built.page("broken.html");
    let places = places(broken, &["HTTP 500", "tout est vide", "c’est lent", ">plus rien<"]);
    assert!(places.is_sorted(), "{places:?}");
    assert!(!broken.contains("jadis"), "what is retired leads nowhere");
    assert!(broken.contains("<span class=\"tag tag-danger\">grave</span>"), "a word, never a colour alone");
}

#[test]
fn every_service_is_listed_and_a_missing_page_is_said() {
    let broken = Built::handover(PROJECT).page("broken.html").to_owned();
    let row = broken.split("id=\"_services\"").nth(1).unwrap();
    let row = row.split("</table>").next().unwrap();
    assert!(row.contains("href=\"service/nextcloud.html\"") && row.contains("href=\"nextcloud/restaurer.html\""));
    assert!(row.contains("AUCUNE"), "no page finds out what is wrong with it");
}

#[test]
fn steps_are_those_of_the_takeover_page_and_those_of_the_inventory_where_it_has_none() {
    let built = Built::handover(PROJECT);
    let takeover = built.page("take-over.html");
    assert!(takeover.contains("href=\"reprise/premiere-heure.html#appeler\""));
    let hour = takeover.split("id=\"_first-hour\"").nth(1).unwrap().split("<h2").next().unwrap();
    assert!(hour.contains("viennent de l’inventaire") && hour.contains("href=\"person/awa.html\""));
    assert!(hour.contains("INCONNU"), "nobody says where the secrets are kept");
}

#[test]
fn a_page_for_a_stand_in_is_no_part_of_the_takeover() {
    let stand_in = runbook("calme", "title: Semaine calme\ntype: takeover\naliases: [semaine-calme]")
        .replace("# Text\n\nRien.", "## Première minute\n\n1. Noter les dates.");
    let built = with(&[stand_in]);
    let takeover = built.page("take-over.html");
    let places = places(takeover, &["id=\"_first-minute\"", "id=\"_stand-in\"", "Noter les dates."]);
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn nobody_in_a_role_and_no_number_are_gaps() {
    let start = Built::handover(PROJECT).page("index.html").to_owned();
    assert!(start.contains("PERSONNE"), "nobody stands in");
    let silent = PROJECT.replace("contacts: [{type: phone, value: \"+33 6 12 34 56 78\"}]", "contacts: unknown");
    let start = Built::handover(&silent).page("index.html").to_owned();
    let call = start.split("id=\"_calls\"").nth(1).unwrap();
    assert!(call.split("</div>").any(|row| row.contains("Awa Diallo") && row.contains("INCONNU")));
}

#[test]
fn what_ends_soon_stands_on_the_start_and_what_ends_later_does_not() {
    let domains = "-- runbooks/inventory/domains.yaml --\n".to_owned()
        + &[("proche", "2026-12-24"), ("loin", "2027-12-24"), ("passe", "2026-11-01")]
            .map(|(id, day)| {
                format!("{id}:\n  name: {id}.example\n  fqdn: {id}.example\n  registrar: unknown\n  dns: unknown\n  registrant: organisation\n  expires_on: {day}\n")
            })
            .concat();
    let start = Built::handover(&format!("{PROJECT}{domains}")).page("index.html").to_owned();
    let dates = start.split("id=\"_dates\"").nth(1).unwrap().split("<h2").next().unwrap();
    let places = places(dates, &["Déjà passé", "passe.example", "24 décembre 2026", "proche.example"]);
    assert!(places.is_sorted(), "{places:?}");
    assert!(!dates.contains("loin.example"));
}

#[test]
fn documents_called_like_alerts_have_an_index_of_them_and_other_documents_none() {
    let documents = |pages: &str| Built::new(&format!("-- book.toml --\n[book]\nsrc = \"runbooks\"\n{pages}"), false);
    let alerts = "-- runbooks/kube/KubePodCrashLooping.md --\n---\ntitle: Kube Pod Crash Looping\n---\nText\n\
                  -- runbooks/kube/TargetDown.md --\n# TargetDown\n-- runbooks/tools/GitHub.md --\n# GitHub\n";
    let built = documents(alerts);
    let broken = built.page("broken.html");
    assert!(places(broken, &["KubePodCrashLooping", "TargetDown"]).is_sorted());
    assert!(!broken.split("id=\"_alerts\"").nth(1).unwrap().contains("GitHub"));
    assert!(!documents("-- runbooks/tools/GitHub.md --\n# GitHub\n").files.contains_key("broken.html"));
}

#[test]
fn documents_start_with_their_own_first_page_and_nothing_else() {
    let built = Built::new("-- book.toml --\n[book]\nsrc = \"runbooks\"\n-- runbooks/index.md --\n# Our wiki\n", false);
    let start = built.page("index.html");
    assert!(!start.contains("class=\"ways\"") && !start.contains("class=\"phases\""));
}
