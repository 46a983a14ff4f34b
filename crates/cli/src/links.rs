//! Asks every address of the rules whether it is still there.
//!
//! Polite: one request at a time for each host with a pause between two, few at the same time
//! altogether, a name in every request, and no more of an answer than its head.

mod ask;
mod gates;

pub(crate) use ask::{Outcome, Why};

use crate::cited::cited;
use ask::Client;
use gates::Gates;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::rulebook::SchemeId;

/// The most addresses that one run asks.
const MOST: usize = 5_000;

/// How many hosts are asked at the same time.
const WORKERS: usize = 4;

/// How to ask.
pub(crate) struct Manners {
    /// How long one request may take.
    pub(crate) timeout: Duration,
    /// The time between two requests to one host.
    pub(crate) pause: Duration,
    /// The most addresses of one host.
    pub(crate) per_host: usize,
}

/// An address, with what cites it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) url: String,
    /// Ids of the sources with this address.
    pub(crate) sources: Vec<String>,
    /// Ids of the schemes that cite one of these sources, or where one applies here.
    pub(crate) schemes: Vec<String>,
}

/// Every address of an edition once, or those of one source or scheme. `None`: there is no source or
/// scheme of this name.
pub(crate) fn addresses(edition: &Edition, only: Option<&str>) -> Option<Vec<Address>> {
    let rulebook = &edition.rulebook;
    let mut all = BTreeMap::new();
    for source in &rulebook.sources {
        add(&mut all, edition.nl.get(source.url), Some(&source.id), None);
    }
    for (row, scheme) in (0u16..).zip(&rulebook.schemes) {
        add(&mut all, edition.nl.get(scheme.texts.url), None, Some(&scheme.id));
        for citation in cited(rulebook, SchemeId(row)) {
            if let Some(source) = rulebook.sources.get(citation.source.row()) {
                add(&mut all, edition.nl.get(source.url), None, Some(&scheme.id));
            }
        }
    }
    let mut found: Vec<Address> = all.into_values().collect();
    if let Some(id) = only {
        let exists =
            rulebook.scheme_id(id).is_some() || rulebook.sources.iter().any(|source| source.id == id);
        if !exists {
            return None;
        }
        found.retain(|address| address.sources.iter().chain(&address.schemes).any(|own| own == id));
    }
    Some(found)
}

/// Adds an address, without the place inside the page.
fn add(all: &mut BTreeMap<String, Address>, url: &str, source: Option<&str>, scheme: Option<&str>) {
    let url = url.split_once('#').map_or(url, |(page, _)| page);
    if url.is_empty() {
        return;
    }
    let address = all.entry(url.to_owned()).or_default();
    url.clone_into(&mut address.url);
    for (ids, id) in [(&mut address.sources, source), (&mut address.schemes, scheme)] {
        ids.extend(id.filter(|id| !ids.iter().any(|seen| seen == id)).map(str::to_owned));
    }
}

/// Asks every address. Progress goes to the error stream.
pub(crate) fn asked(addresses: &[Address], manners: &Manners) -> Vec<Outcome> {
    let mut outcomes = vec![Outcome::NotAsked; addresses.len()];
    let groups = by_host(addresses, manners.per_host);
    let of: usize = groups.iter().map(Vec::len).sum();
    let groups = Mutex::new(groups);
    let gates = Gates::new(manners.pause);
    let client = Client::new(manners.timeout);
    let (found, results) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            let found = found.clone();
            scope.spawn(|| work(addresses, &groups, &gates, &client, found));
        }
        drop(found);
        for (done, (row, outcome)) in results.iter().enumerate() {
            eprintln!("{} of {of}", done + 1);
            if let Some(place) = outcomes.get_mut(row) {
                *place = outcome;
            }
        }
    });
    outcomes
}

/// Takes one host after another, until none is left.
fn work(
    addresses: &[Address],
    groups: &Mutex<Vec<Vec<usize>>>,
    gates: &Gates,
    client: &Client,
    found: mpsc::Sender<(usize, Outcome)>,
) {
    let next = || groups.lock().unwrap_or_else(PoisonError::into_inner).pop();
    while let Some(group) = next() {
        for row in group {
            let Some(address) = addresses.get(row) else { continue };
            // Whoever listens stays until all have sent.
            let _sent = found.send((row, client.look(&address.url, gates)));
        }
    }
}

/// The rows of the addresses to ask, by host.
fn by_host(addresses: &[Address], per_host: usize) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (row, address) in addresses.iter().enumerate().take(MOST) {
        let group = groups.entry(ask::host(&address.url)).or_default();
        if group.len() < per_host {
            group.push(row);
        }
    }
    groups.into_values().collect()
}
