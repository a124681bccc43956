//! What a CHATONS says of itself: property files as the collective reads them (ChatonsInfos 0.5, the keys of StatoolInfos), one for the
//! organisation and one for each service.
//!
//! Only what is known is said. What the collective asks for and the inventory does not hold stands there as a comment. Everybody reads these files:
//! make them of the edition for everybody.

use std::fmt::Write as _;

use crate::catalog::host::{HostProvider, HostType, Hosting};
use crate::catalog::service::Service;
use crate::knowledge::KnowledgeBase;
use crate::names::EntityRef;
use crate::scalar::{ContactAddress, Stated};

use super::CHATONS;

/// A file of properties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Properties {
    /// Its name.
    pub name: String,
    /// What it says, in UTF-8.
    pub text: String,
}

/// Whether the organisation follows the charter of the collective.
#[must_use]
pub fn is_chatons(kb: &KnowledgeBase) -> bool {
    let organisation = kb.catalog.organisation.as_ref();
    organisation.is_some_and(|of| of.charters.iter().any(|charter| charter.name.to_lowercase().contains("chatons")))
}

/// Makes the files: that of the organisation first.
#[must_use]
pub fn chatons(kb: &KnowledgeBase) -> Vec<Properties> {
    let mut files: Vec<Properties> = organisation(kb).into_iter().collect();
    files.extend(kb.live_services().map(|service| of_service(kb, service)));
    files
}

/// A file while it is written.
#[derive(Default)]
struct Writer(String);

impl Writer {
    fn section(&mut self, name: &str) {
        let gap = if self.0.is_empty() { "" } else { "\n" };
        let _ = writeln!(self.0, "{gap}# [{name}]");
    }

    /// Writes a property. In a value of one line only the backslash has a meaning of its own.
    fn property(&mut self, key: &str, value: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ").replace('\\', "\\\\");
        let value: String = value.chars().filter(|character| !character.is_control()).collect();
        let _ = writeln!(self.0, "{key} = {value}");
    }

    fn known(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            self.property(key, value);
        }
    }

    /// Writes that something is asked for which the inventory does not say.
    fn missing(&mut self, key: &str) {
        let _ = writeln!(self.0, "# {key} =");
    }

    fn known_or_missing(&mut self, key: &str, value: Option<&str>) {
        match value.filter(|value| !value.trim().is_empty()) {
            Some(value) => self.property(key, value),
            None => self.missing(key),
        }
    }

    /// Writes what the file is.
    fn file(&mut self, kb: &KnowledgeBase, class: &str) {
        self.section("File");
        self.property("file.class", class);
        self.property("file.protocol", "ChatonsInfos-0.5");
        // Of the commit where there is one: the same content is the same file.
        let day = kb.history.head.as_ref().map_or(kb.as_of, |head| head.date);
        self.property("file.datetime", &format!("{day}T00:00:00"));
        self.property("file.generator", "Relève");
    }

    fn named(self, name: String) -> Properties {
        Properties { name, text: self.0 }
    }
}

fn organisation(kb: &KnowledgeBase) -> Option<Properties> {
    let organisation = kb.catalog.organisation.as_ref()?;
    let entity = kb.catalog.entities.get(&EntityRef::Organisation)?;
    let mut file = Writer::default();
    file.file(kb, "organization");
    file.section("Organisation");
    file.property("organization.name", &entity.name);
    file.known("organization.description", entity.summary.as_deref());
    let form = organisation.legal_form.as_deref().unwrap_or_default().to_lowercase();
    file.known_or_missing("organization.type", form.contains("association").then_some("ASSOCIATION"));
    let website = organisation.common.links.iter().find(|link| link.r#type.as_deref() == Some("website"));
    file.known_or_missing("organization.website", website.map(|link| link.url.as_str()));
    match &organisation.public_contact {
        Some(ContactAddress::Email(email)) => file.property("organization.contact.email", email.as_str()),
        Some(ContactAddress::Url(url)) => file.property("organization.contact.url", url.as_str()),
        None => file.missing("organization.contact.email"),
    }
    file.missing("organization.country.name");
    file.known_or_missing("organization.country.code", organisation.country.as_ref().map(|country| country.as_str()));
    file.property("organization.status.level", "ACTIVE");
    if is_chatons(kb) {
        file.property("organization.memberof.chatons.status.level", "ACTIVE");
        file.missing("organization.memberof.chatons.startdate");
    }
    file.section("Subs");
    for service in kb.live_services() {
        let name = service_file(service);
        match kb.config.published(&format!("{CHATONS}/{name}")) {
            Some(url) => file.property(&format!("subs.{}", service.id), &url),
            // Without an address of the site nobody can say where the file is going to be.
            None => file.missing(&format!("subs.{}", service.id)),
        }
    }
    Some(file.named("organization.properties".to_owned()))
}

fn service_file(service: &Service) -> String {
    format!("service-{}.properties", service.id)
}

fn of_service(kb: &KnowledgeBase, service: &Service) -> Properties {
    let mut file = Writer::default();
    file.file(kb, "service");
    file.section("Service");
    let entity = kb.catalog.entities.get(&EntityRef::from(&service.id));
    file.property("service.name", entity.map_or_else(|| service.id.as_str(), |entity| &entity.name));
    file.known("service.description", entity.and_then(|entity| entity.summary.as_deref()));
    file.known_or_missing("service.website", service.urls.first().map(|url| url.as_str()));
    // Whether it runs today is nothing that a file made yesterday can say.
    for key in ["startdate", "status.level", "registration", "registration.load", "install.type"] {
        file.missing(&format!("service.{key}"));
    }
    let software = service.software.known();
    file.section("Software");
    file.known_or_missing("software.name", software.and_then(|of| of.name.known()).map(String::as_str));
    let license = software.and_then(|software| software.license.known());
    file.known_or_missing("software.license.name", license.map(String::as_str));
    // SPDX has a page for each licence of its list, but none for an expression of several.
    let is_one = |license: &&String| {
        !license.starts_with("LicenseRef-") && license.chars().all(|c| c.is_ascii_alphanumeric() || "-.+".contains(c))
    };
    let page = license.filter(is_one).map(|license| format!("https://spdx.org/licenses/{license}.html"));
    file.known_or_missing("software.license.url", page.as_deref());
    file.known("software.version", software.and_then(|software| software.version.as_deref()));
    let source = software.and_then(|software| software.source.as_ref());
    file.known("software.source.url", source.map(|url| url.as_str()));
    host(kb, service, &mut file);
    file.named(service_file(service))
}

/// Writes on whose machine a service runs: the charter asks for the name of the host, and whether it is a machine of one's own.
fn host(kb: &KnowledgeBase, service: &Service, file: &mut Writer) {
    file.section("Host");
    let runs_on = || service.runs_on.known().into_iter().flatten();
    let host = runs_on().find_map(|thing| match thing {
        EntityRef::Host(id) => kb.catalog.hosts.get(id),
        _ => None,
    });
    let ours = || kb.catalog.entities.get(&EntityRef::Organisation);
    let provider = match host.map(|host| host.provider.clone()) {
        Some(Stated::Known(HostProvider::Myself)) => ours(),
        Some(Stated::Known(HostProvider::Provider(id))) => kb.catalog.entities.get(&EntityRef::from(&id)),
        Some(Stated::Unknown | Stated::None(_)) => None,
        None => runs_on().find_map(|thing| match thing {
            EntityRef::Provider(_) => kb.catalog.entities.get(thing),
            _ => None,
        }),
    };
    file.known_or_missing("host.name", provider.map(|provider| provider.name.as_str()));
    let server = host.and_then(|host| host.host_type.known()).and_then(|server| match server {
        HostType::Nano => Some("NANO"),
        HostType::Physical => Some("PHYSICAL"),
        HostType::Virtual => Some("VIRTUAL"),
        HostType::Shared => Some("SHARED"),
        HostType::Cloud => Some("CLOUD"),
        HostType::Saas => None,
    });
    file.known_or_missing("host.server.type", server);
    let hosting = host.and_then(|host| host.hosting).map(|hosting| match hosting {
        Hosting::Home => "HOME",
        Hosting::Bay => "HOSTEDBAY",
        Hosting::Rented => "HOSTEDSERVER",
        Hosting::Outsourced => "OUTSOURCED",
    });
    file.known_or_missing("host.provider.type", hosting);
    let os = host.and_then(|host| host.os.as_ref()).and_then(|os| os.name.known());
    file.known("host.server.distribution", os.map(String::as_str));
    let country = host.and_then(|host| host.location.as_ref()).and_then(|location| location.country.as_ref());
    file.missing("host.country.name");
    file.known_or_missing("host.country.code", country.map(|country| country.as_str()));
}
