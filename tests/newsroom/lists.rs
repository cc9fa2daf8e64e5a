//! What the items of lists tell the filters.

use super::{assert_none, pages};

#[test]
fn items_tell_their_topics_and_states_where_filters_look_at_them_and_nowhere_else() {
    let (mut told, mut lost) = (0, Vec::new());
    for (_, page) in pages() {
        let has_filters = !page.attribute("template[data-filters^='.cards']", "data-filters").is_empty();
        let items = ["data-topic", "data-state", "data-year"].map(|name| page.attribute(&format!("li[{name}]"), name));
        told += items.concat().len();
        if !has_filters && !items.concat().is_empty() {
            lost.push(page.file.clone());
        }
    }
    assert_none(lost, "pages without filters whose items tell something");
    assert!(told > 100, "{told}");
}
