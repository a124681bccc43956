//! Typed values → facts, the tree that pages show.

use crate::names::{
    BackupId, ContractId, CredentialId, DomainId, EntityRef, HostId, MailFlowId, PartnerId, PersonId, ProjectId,
    ProviderId, RunbookId, ServiceId, TermId,
};
use crate::scalar::{
    Channel, ContactAddress, Country, Day, Duration, Email, Every, Lang, Money, Percent, Stated, Url, Word,
};

use super::fact::{Fact, Value};
use super::lower::{TextOrRunbook, UrlOrRunbook};

/// Fields being collected, in the order in which a page shows them.
#[derive(Default)]
pub(crate) struct Facts(Vec<Fact>);

impl Facts {
    /// Adds a field, unless it says nothing.
    pub(crate) fn add(mut self, name: &'static str, value: &(impl ToValue + ?Sized)) -> Self {
        if let Some(value) = value.to_value() {
            self.0.push(Fact { name, value });
        }
        self
    }

    /// Adds a field whose text is copied to the letter.
    pub(crate) fn code(mut self, name: &'static str, text: Option<&String>) -> Self {
        self.0.extend(text.map(|text| Fact { name, value: Value::Code(text.clone()) }));
        self
    }

    /// Adds fields made elsewhere.
    pub(crate) fn extend(mut self, facts: Vec<Fact>) -> Self {
        self.0.extend(facts);
        self
    }

    pub(crate) fn finish(self) -> Vec<Fact> {
        self.0
    }

    /// Makes a group of the fields; nothing of none.
    pub(crate) fn group(self) -> Option<Value> {
        (!self.0.is_empty()).then_some(Value::Group(self.0))
    }
}

/// What a field can say.
pub(crate) trait ToValue {
    /// Returns what it says; nothing when it is not there.
    fn to_value(&self) -> Option<Value>;
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Option<Value> {
        self.as_ref()?.to_value()
    }
}

impl<T: ToValue> ToValue for Vec<T> {
    fn to_value(&self) -> Option<Value> {
        let values: Vec<Value> = self.iter().filter_map(T::to_value).collect();
        (!values.is_empty()).then_some(Value::List(values))
    }
}

impl<T: ToValue> ToValue for Stated<T> {
    fn to_value(&self) -> Option<Value> {
        match self {
            // A required list that holds nothing is as unknown as one that is not there.
            Self::Known(value) => Some(value.to_value().unwrap_or(Value::Unknown)),
            Self::Unknown => Some(Value::Unknown),
            Self::None(reason) => Some(Value::None(reason.clone())),
        }
    }
}

impl<T: Word> ToValue for T {
    fn to_value(&self) -> Option<Value> {
        Some(Value::Word { set: T::SET, word: self.word() })
    }
}

impl ToValue for UrlOrRunbook {
    fn to_value(&self) -> Option<Value> {
        match self {
            Self::Url(url) => url.to_value(),
            Self::Runbook(runbook) => runbook.to_value(),
        }
    }
}

impl ToValue for TextOrRunbook {
    fn to_value(&self) -> Option<Value> {
        match self {
            Self::Text(text) => text.to_value(),
            Self::Runbook(runbook) => runbook.to_value(),
        }
    }
}

/// Implements [`ToValue`] for types that always say something.
macro_rules! values {
    ($($name:ty: $value:ident => $expression:expr;)*) => {
        $(impl ToValue for $name {
            fn to_value(&self) -> Option<Value> {
                let $value = self;
                Some($expression)
            }
        })*
    };
}

values! {
    Value: value => value.clone();
    String: text => Value::Text(text.clone());
    bool: value => Value::Bool(*value);
    i64: number => Value::Number(*number);
    Day: day => Value::Date(day.0);
    Duration: duration => Value::Duration(*duration);
    Money: money => Value::Money(*money);
    Email: email => Value::Url(email.to_url().as_str().to_owned());
    Url: url => Value::Url(url.as_str().to_owned());
    Channel: channel => match channel {
        Channel::Address(address) => Value::Url(address.to_url().as_str().to_owned()),
        Channel::Text(text) => Value::Text(text.clone()),
    };
    Percent: percent => Value::Number(i64::from(percent.get()));
    ContactAddress: contact => Value::Url(contact.to_url().as_str().to_owned());
    Country: country => Value::Code(country.as_str().to_owned());
    Lang: lang => Value::Code(lang.as_str().to_owned());
    Every: every => match every {
        Every::Each(duration) => Value::Duration(*duration),
        named => Value::Word { set: "every", word: named.word().unwrap_or_default() },
    };
    EntityRef: reference => Value::Reference(reference.clone());
    ServiceId: id => Value::Reference(id.into());
    HostId: id => Value::Reference(id.into());
    ProviderId: id => Value::Reference(id.into());
    DomainId: id => Value::Reference(id.into());
    CredentialId: id => Value::Reference(id.into());
    BackupId: id => Value::Reference(id.into());
    MailFlowId: id => Value::Reference(id.into());
    ProjectId: id => Value::Reference(id.into());
    ContractId: id => Value::Reference(id.into());
    PartnerId: id => Value::Reference(id.into());
    TermId: id => Value::Reference(id.into());
    PersonId: id => Value::Reference(id.into());
    RunbookId: id => Value::Reference(id.into());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_no_fact_but_a_gap_is() {
        let facts = Facts::default()
            .add("name", &"Mail".to_owned())
            .add("tags", &Vec::<String>::new())
            .add("summary", &None::<String>)
            .add("owner", &Stated::<PersonId>::Unknown)
            .add("data", &Stated::<String>::None("stateless".to_owned()))
            .finish();
        let names: Vec<_> = facts.iter().map(|fact| fact.name).collect();
        assert_eq!(names, ["name", "owner", "data"]);
        assert_eq!(facts[1].value, Value::Unknown);
        assert_eq!(facts[2].value, Value::None("stateless".to_owned()));
    }
}
