//! A program that was built without the encoder of AVIF.

use super::*;
use crate::check::{Case, both_languages, faults, shown};

#[test]
fn a_program_without_the_encoder_says_so_and_the_site_goes_out_without_avif() {
    let case = Case::named("W0312-avif-lacking");
    let (said, source) = case.run();
    let words = both_languages();
    let wrong: Vec<String> = said.iter().flat_map(|said| faults(said, &words, &source)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    case.compare(&shown(&said, &words[0])).unwrap_or_else(|error| panic!("{error}"));
    let site = built(&with(&format!("{SITE}\n").replacen("locales:", "pictures: {avif: on}\nlocales:", 1), &album()));
    assert_eq!(site.text("en/news/quay.html"), quay().text("en/news/quay.html"));
}
