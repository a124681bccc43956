//! From the start page, in each situation, the right page is at most three clicks away, and each click is the one that the words of the
//! situation suggest: the test follows the links by what they say.

use std::path::Path;

use regex::Regex;

use crate::support::{Files, Project};

/// What happened · what one clicks, in the words that are seen · where one must be then.
const SITUATIONS: [(&str, &[&str], &str); 20] = [
    (
        "l'administrateur principal est à l'hôpital",
        &["L’admin n’est plus joignable", "Ouvrir le coffre de mots de passe"],
        "reprise/premiere-heure.html",
    ),
    ("je le remplace deux semaines", &["Je remplace pour quelques jours"], "take-over.html"),
    (
        "qui a le droit de déclarer la relève, et qui peut signer pour l'association",
        &["Qui appeler", "Présidente"],
        "person/presidente.html",
    ),
    (
        "Gmail renvoie nos mails",
        &["Quelque chose est en panne maintenant", "550-5.7.26 Your email has been blocked"],
        "mail/refuse-par-gmail-ou-outlook.html",
    ),
    (
        "l'espace client de l'hébergeur demande un code envoyé sur son téléphone",
        &["Quelque chose est en panne maintenant", "code envoyé sur son téléphone"],
        "prestataires/compte-bloque.html",
    ),
    (
        "le navigateur dit que la connexion n'est pas privée",
        &["Quelque chose est en panne", "Votre connexion n'est pas privée"],
        "certificats/certificat-expire.html",
    ),
    (
        "des dossiers ont disparu de Nextcloud",
        &["Quelque chose est en panne", "Des dossiers entiers ont disparu de Nextcloud"],
        "nextcloud/restaurer.html",
    ),
    ("Nextcloud est perdu, il faut tout restaurer", &["Restaurer Nextcloud"], "nextcloud/restaurer.html"),
    (
        "les messages de Rocket.Chat ont disparu",
        &["Quelque chose est en panne", "Des salons ou des messages ont disparu"],
        "rocketchat/restaurer.html",
    ),
    ("le forum affiche une erreur 500", &["Quelque chose est en panne", "erreur 500"], "discourse/restaurer.html"),
    (
        "plus rien ne répond, SSH non plus",
        &["Quelque chose est en panne", "Plus rien ne répond"],
        "hotes/hote-perdu.html",
    ),
    (
        "une alerte dit que le disque est plein",
        &["Quelque chose est en panne", "DisquePresquePlein"],
        "hotes/disque-plein.html",
    ),
    (
        "la mise à jour de Cloudron a échoué cette nuit",
        &["Quelque chose est en panne", "Le tableau de bord ne s'ouvre plus depuis cette nuit"],
        "cloudron/mise-a-jour-echouee.html",
    ),
    ("quelqu'un est entré sur un serveur", &["Intrusion ou fuite de données"], "securite/intrusion.html"),
    ("un domaine va expirer", &["Échéances", "Domaine fanfare.example.org"], "contract/domaine-fanfare.html"),
    (
        "où est la clé de chiffrement des sauvegardes",
        &["Accès", "Phrase de chiffrement borg"],
        "credential/phrase-borg.html",
    ),
    ("un projet part avec ses données", &["Atelier vélo", "Un projet s'en va avec ses données"], "projets/depart.html"),
    ("un nouveau projet arrive", &["Sommaire", "Accueillir un projet"], "projets/accueillir.html"),
    (
        "il faut prévenir les gens que tout est arrêté",
        &["Prévenir les projets", "Prévenir les projets"],
        "communication/prevenir-les-projets.html",
    ),
    ("pourquoi les mails passent-ils par Mailjet", &["nos décisions", "Mailjet"], "decisions/0001-mailjet.html"),
];

/// The most clicks that a tired person should need.
const MOST_CLICKS: usize = 3;

#[test]
fn every_situation_finds_its_page_in_three_clicks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::empty();
    std::fs::copy(root.join("book.toml"), project.path("book.toml")).unwrap();
    project.copy_in(&root.join("runbooks"), "runbooks");
    let files = project.build();
    let mut lost = Vec::new();
    for (situation, clicks, goal) in SITUATIONS {
        assert!(clicks.len() <= MOST_CLICKS, "{situation}");
        match follow(&files, clicks) {
            Ok(page) if page == goal => {}
            Ok(page) => lost.push(format!("{situation}: ends on {page}, not on {goal}")),
            Err(why) => lost.push(format!("{situation}: {why}")),
        }
    }
    assert_eq!(lost, [""; 0]);
}

/// Clicks through the site from its start. Says where that ends, or on which page nothing says so.
fn follow(files: &Files, clicks: &[&str]) -> Result<String, String> {
    let mut page = "index.html".to_owned();
    for click in clicks {
        let html = std::str::from_utf8(&files[&page]).unwrap();
        let href = links(html).into_iter().find(|(_, text)| text.contains(click)).map(|(href, _)| href);
        page = target(&page, &href.ok_or_else(|| format!("nothing on {page} says « {click} »"))?);
    }
    Ok(page)
}

/// The links of a page with what they say, in order.
fn links(html: &str) -> Vec<(String, String)> {
    let link = Regex::new(r#"(?s)<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>"#).unwrap();
    let tag = Regex::new(r"(?s)<[^>]*>").unwrap();
    let plain = |text: &str| {
        let text = tag.replace_all(text, "").replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&");
        text.replace(['\u{a0}', '\u{202f}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    link.captures_iter(html).map(|found| (found[1].to_owned(), plain(&found[2]))).collect()
}

/// The page that a relative link leads to.
fn target(from: &str, href: &str) -> String {
    let path = href.split('#').next().unwrap_or_default();
    if path.is_empty() {
        return from.to_owned();
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}
