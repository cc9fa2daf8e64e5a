//! The front matter of a words file as it is kept between builds.
//!
//! In: words of whose front matter there was nothing to say, so that no setting was asked about it. Out: the same
//! words, whatever the settings are now.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ImageWords, Words};
use crate::diagnostic::{Place, Span};
use crate::syntax::facts::Word;

/// All that the front matter says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Front {
    title: Written,
    summary: Option<Written>,
    slug: Option<Written>,
    keywords: Vec<String>,
    image: Option<Box<Image>>,
    is_draft: bool,
}

/// A word and where in the file it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Written {
    word: String,
    span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Image {
    src: Written,
    alt: Written,
    caption: Option<Written>,
    credit: Option<String>,
}

impl Written {
    fn of(word: &Word) -> Written {
        Written { word: word.word.clone(), span: word.place.span }
    }

    fn in_file(self, file: &Arc<str>) -> Word {
        Word { word: self.word, place: Place::new(file, self.span) }
    }
}

impl Front {
    /// What is kept of these words.
    pub(super) fn of(words: &Words) -> Front {
        Front {
            title: Written::of(&words.title),
            summary: words.summary.as_ref().map(Written::of),
            slug: words.slug.as_ref().map(Written::of),
            keywords: words.keywords.clone(),
            image: words.image.as_deref().map(|image| Box::new(Image::of(image))),
            is_draft: words.is_draft,
        }
    }

    /// The words again, of the file of this name, without what the body gives them.
    pub(super) fn words(self, file: &Arc<str>) -> Words {
        let image = self.image.map(|image| Box::new(image.in_file(file)));
        Words {
            summary: self.summary.map(|summary| summary.in_file(file)),
            slug: self.slug.map(|slug| slug.in_file(file)),
            keywords: self.keywords,
            image,
            is_draft: self.is_draft,
            ..Words::of_title(self.title.in_file(file), file)
        }
    }
}

impl Image {
    fn of(image: &ImageWords) -> Image {
        Image {
            src: Written::of(&image.src),
            alt: Written { word: image.alt.clone(), span: image.alt_place.span },
            caption: image.caption.as_ref().map(Written::of),
            credit: image.credit.clone(),
        }
    }

    fn in_file(self, file: &Arc<str>) -> ImageWords {
        ImageWords {
            src: self.src.in_file(file),
            alt_place: Place::new(file, self.alt.span),
            alt: self.alt.word,
            caption: self.caption.map(|caption| caption.in_file(file)),
            credit: self.credit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use crate::settings;

    const TEXTS: [&str; 5] = [
        "title: Harbour\n",
        "title: 'It''s {n} [ships]{lang=en}'\nsummary: Two of them.\nslug: harbour\nkeywords: [sea, port]\nstatus: draft\n",
        "title: Harbour\nimage: {src: a.png, alt: A quay, caption: 'Quay, {n}', credit: Office}\n",
        "title: Harbour\nimage:\n  src: a.png\n  alt: A quay\n",
        "title: Harbour\nslug: Not A Slug\ntopics: [a]\nextent: b\n",
    ];

    #[test]
    fn words_that_were_kept_are_those_that_were_read() {
        let settings = "base_url: https://a.example\nlocales: [en]\ncollections: {pages: {kind: page}}\n";
        let settings = settings::read(&Source::new("warta.yaml", settings)).take(&mut Vec::new()).expect("settings");
        for (number, front) in TEXTS.into_iter().enumerate() {
            let source = Source::new("content/pages/a/en.md", format!("---\n{front}---\n\nOne[^a].\n\n[^a]: Note.\n"));
            let Reported { value: (words, kept), said } = read_kept(&source, &settings, (None, None), Role::Original);
            let (mut words, kept) = (words.expect("words"), kept.expect("nothing is said of the body"));
            words.wording.as_mut().expect("an original's").forget();
            assert_eq!(matches!(kept.front, Kept::Typed(_)), said.is_empty(), "{front}");
            let body = words.body().clone();
            let again = from_kept(&source.file, kept, &settings, move || Some(body.clone()));
            assert_eq!(again.said, said, "{front}");
            let again = again.value.expect("words");
            assert_eq!(again.body(), words.body());
            assert_eq!(format!("{again:?}"), format!("{words:?}"), "text {number}");
        }
    }
}
