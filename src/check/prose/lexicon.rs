//! The words that the checks of prose know: function words, endings, and texts of links that say nothing,
//! in Indonesian and English.
//!
//! Function words are those that the other language does not have: `dan` and `the` tell a language,
//! `program` does not. Each list is sorted, so that it is searched by halves.

/// What is known of a language.
pub(super) struct Lexicon {
    /// Function words that only this of the two languages has.
    sure: &'static [&'static str],
    /// Words that tell of this language too, but also stand in loans and names that the other one uses.
    likely: &'static [&'static str],
    /// How words of this language end, or begin, that the other one hardly has.
    ends: &'static [&'static str],
    begins: &'static [&'static str],
}

static INDONESIAN: Lexicon = Lexicon {
    sure: &[
        "adalah",
        "agar",
        "akan",
        "antara",
        "atas",
        "atau",
        "bagi",
        "bahkan",
        "bahwa",
        "belum",
        "bisa",
        "bukan",
        "dalam",
        "dan",
        "dapat",
        "dari",
        "daripada",
        "dengan",
        "di",
        "guna",
        "hanya",
        "harus",
        "hingga",
        "ialah",
        "ini",
        "itu",
        "jika",
        "juga",
        "kalau",
        "kami",
        "karena",
        "ke",
        "kepada",
        "ketika",
        "kita",
        "lalu",
        "lebih",
        "maka",
        "masih",
        "maupun",
        "melalui",
        "mereka",
        "meskipun",
        "namun",
        "oleh",
        "pada",
        "pernah",
        "saat",
        "sambil",
        "sampai",
        "sangat",
        "saya",
        "sebagai",
        "sebelum",
        "sebuah",
        "secara",
        "sedang",
        "sedangkan",
        "sehingga",
        "sejak",
        "selama",
        "seluruh",
        "semua",
        "seorang",
        "seperti",
        "serta",
        "setelah",
        "setiap",
        "suatu",
        "sudah",
        "supaya",
        "telah",
        "tentang",
        "terhadap",
        "tersebut",
        "tetapi",
        "tidak",
        "untuk",
        "yaitu",
        "yakni",
        "yang",
    ],
    likely: &[
        "anda",
        "bersama",
        "dia",
        "hari",
        "ia",
        "ibu",
        "bapak",
        "kata",
        "menteri",
        "negara",
        "orang",
        "para",
        "pelabuhan",
        "per",
        "presiden",
        "pukul",
        "pun",
        "si",
        "tahun",
        "ujar",
    ],
    ends: &["nya", "kan", "lah"],
    begins: &["meng", "meny", "memp", "memb", "diper", "peng", "peny"],
};

static ENGLISH: Lexicon = Lexicon {
    sure: &[
        "about", "after", "also", "and", "are", "be", "because", "been", "before", "being", "between", "but", "by",
        "could", "does", "during", "each", "for", "from", "had", "has", "have", "he", "his", "how", "if", "into", "is",
        "it", "its", "more", "most", "must", "not", "of", "or", "other", "our", "shall", "she", "should", "such",
        "than", "that", "the", "their", "them", "there", "these", "they", "this", "those", "through", "to", "was",
        "we", "were", "what", "when", "where", "which", "while", "who", "whose", "will", "with", "within", "without",
        "would", "you", "your",
    ],
    likely: &[
        "a", "all", "an", "as", "at", "can", "day", "do", "her", "in", "may", "new", "no", "off", "on", "out", "over",
        "so", "under", "up", "us",
    ],
    ends: &["tion", "tions", "ness", "ly", "ments"],
    begins: &[],
};

impl Lexicon {
    /// What is known of a language by its subtag; nothing of most.
    pub(super) fn of(language: &str) -> Option<&'static Lexicon> {
        match language {
            "id" => Some(&INDONESIAN),
            "en" => Some(&ENGLISH),
            _ => None,
        }
    }

    /// Whether only this language has the word, in small letters.
    pub(super) fn is_sure(&self, word: &str) -> bool {
        self.sure.binary_search(&word).is_ok()
    }

    /// The function words that only this language has, in small letters.
    pub(super) fn sure_words(&self) -> &'static [&'static str] {
        self.sure
    }

    /// Whether the word may stand between the parts of a name: `of`, `untuk`, `a`.
    pub(super) fn joins(&self, word: &str) -> bool {
        self.is_sure(word) || self.likely.contains(&word)
    }

    /// Whether the word looks like one of this language.
    pub(super) fn looks_own(&self, word: &str) -> bool {
        let has_stem = |part: &&&str| word.len() >= part.len() + 3;
        self.joins(word)
            || self.ends.iter().filter(has_stem).any(|end| word.ends_with(end))
            || self.begins.iter().filter(has_stem).any(|begin| word.starts_with(begin))
    }
}

/// Prepositions and conjunctions before which a phrase has begun: the `law` of `law of the sea`.
pub(super) fn follows_a_word(word: &str) -> bool {
    ["and", "as", "at", "by", "dan", "for", "in", "of", "on", "or", "than", "to", "untuk", "with", "yang"]
        .contains(&word)
}

/// Texts of links that say nothing by themselves.
const VAGUE_INDONESIAN: [&str; 47] = [
    "baca",
    "baca di sini",
    "baca juga",
    "baca lanjutannya",
    "baca lebih lanjut",
    "baca selanjutnya",
    "baca selengkapnya",
    "berikut",
    "berikut ini",
    "detail",
    "di sana",
    "di sini",
    "disini",
    "halaman ini",
    "info lebih lanjut",
    "info selengkapnya",
    "informasi lebih lanjut",
    "informasi selengkapnya",
    "ini",
    "klik",
    "klik di sini",
    "klik disini",
    "klik link ini",
    "klik tautan ini",
    "laman",
    "laman ini",
    "lebih lanjut",
    "lihat",
    "lihat detail",
    "lihat di sini",
    "lihat lebih lanjut",
    "lihat selengkapnya",
    "link",
    "link berikut",
    "link ini",
    "rincian",
    "selanjutnya",
    "selengkapnya",
    "sini",
    "situs ini",
    "situs web",
    "tautan",
    "tautan berikut",
    "tautan berikut ini",
    "tautan ini",
    "unduh",
    "unduh di sini",
];

/// The same in English.
const VAGUE_ENGLISH: [&str; 45] = [
    "click",
    "click here",
    "click this link",
    "continue",
    "continue reading",
    "details",
    "download",
    "download here",
    "find out more",
    "follow this link",
    "for more information",
    "full story",
    "further information",
    "go",
    "here",
    "info",
    "learn more",
    "link",
    "more",
    "more details",
    "more here",
    "more info",
    "more information",
    "page",
    "read",
    "read here",
    "read more",
    "read on",
    "read this",
    "see",
    "see here",
    "see more",
    "that",
    "the link",
    "there",
    "this",
    "this link",
    "this page",
    "this site",
    "this website",
    "view",
    "view details",
    "view more",
    "visit",
    "website",
];

/// Whether a link with this text, in small letters without punctuation, says nothing in a language.
pub(super) fn says_nothing(language: &str, text: &str) -> bool {
    let known: &[&str] = match language {
        "id" => &VAGUE_INDONESIAN,
        "en" => &VAGUE_ENGLISH,
        _ => &[],
    };
    known.binary_search(&text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_that_is_searched_by_halves_is_sorted_and_no_word_tells_both_languages() {
        for list in [INDONESIAN.sure, ENGLISH.sure, &VAGUE_INDONESIAN, &VAGUE_ENGLISH] {
            assert!(list.is_sorted(), "{:?}", list.windows(2).find(|pair| pair[0] > pair[1]));
        }
        let both: Vec<&&str> = INDONESIAN.sure.iter().filter(|word| ENGLISH.joins(word)).collect();
        assert_eq!(both, Vec::<&&str>::new());
    }
}
