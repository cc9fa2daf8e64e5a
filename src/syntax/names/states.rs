//! The usual names of states in Indonesian and English.
//!
//! The table is `states.tsv`; its head says how it is written.

static TABLE: &str = include_str!("states.tsv");

/// A name out of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateName<'a> {
    /// The state's code; none for a longer name that is no state's and hides the name inside of it.
    pub code: Option<&'a str>,
    /// The name.
    pub name: &'a str,
    /// What it is besides.
    pub kind: Kind,
}

/// What a name out of the table may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The state and nothing else.
    Certain,
    /// The state, or something else, or another state.
    Doubtful,
    /// Its people and things.
    OfPeople,
}

/// The names in a language, `id` or `en`; none for others, of which the table knows nothing.
pub fn in_language(language: &str) -> Option<Vec<StateName<'static>>> {
    let columns: &[usize] = match language {
        "id" => &[1],
        "en" => &[2, 3],
        _ => return None,
    };
    let names = rows().flat_map(|row| {
        let code = row.first().copied().filter(|code| *code != "--");
        columns
            .iter()
            .flat_map(move |column| {
                let names = row.get(*column).copied().unwrap_or_default();
                names.split('|').filter(|name| !name.is_empty()).map(|name| (*column, name)).collect::<Vec<_>>()
            })
            .map(move |(column, name)| {
                let kind = match column {
                    3 => Kind::OfPeople,
                    _ if name.starts_with('?') => Kind::Doubtful,
                    _ => Kind::Certain,
                };
                StateName { code, name: name.trim_start_matches('?'), kind }
            })
            .collect::<Vec<_>>()
    });
    Some(names.collect())
}

/// Whether a name is in the table as one that means something else too.
pub fn is_doubtful(language: &str, name: &str) -> bool {
    let column = if language == "id" { 1 } else { 2 };
    rows()
        .filter_map(|row| row.get(column).copied())
        .any(|names| names.split('|').any(|known| known.strip_prefix('?') == Some(name)))
}

fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}
