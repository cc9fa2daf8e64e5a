//! The detached signature of the list of texts, made by the office's own key elsewhere (minisign).
//!
//! In: the list as it is and the files of `signatures/`. Out: the one that verifies, to go out beside the
//! list. The list is another after each release, so an office may sign the lists of instants to come
//! beforehand; a signature that fits no list of today is passed over. Nothing here could sign.

use minisign_verify::{Error, PublicKey, Signature};

use crate::diagnostic::codes;
use crate::diagnostic::{Diagnostic, Place, Reported};
use crate::model::site::Public;
use crate::source::Source;

/// The signature of the list, as it stands in its file; none where there is none of this list.
///
/// A file that is no signature, and one by another key than the settings name, are diagnostics; so is
/// that none of several fits.
pub(super) fn fitting(public: &Public, list: &[u8]) -> Reported<Option<String>> {
    let mut said = Vec::new();
    let mut found = None;
    let key = public.settings.publisher.key.as_ref();
    for source in public.signatures.iter() {
        match judge(key.map(|(key, _)| key.as_str()), source, list) {
            Ok(true) => found = Some(source.text.clone()),
            Ok(false) => {}
            Err(wrong) => said.push(*wrong),
        }
    }
    if let Some(first) = public.signatures.first().filter(|_| found.is_none() && said.is_empty()) {
        said.push(Diagnostic::new(&codes::NO_SIGNATURE_FITS, Place::start_of(&first.file)));
    }
    Reported::new(found, said)
}

/// Whether a signature is of this list.
fn judge(key: Option<&str>, source: &Source, list: &[u8]) -> Result<bool, Box<Diagnostic>> {
    let wrong = |code| Box::new(Diagnostic::new(code, Place::start_of(&source.file)));
    let signature = Signature::decode(&source.text).map_err(|_| wrong(&codes::BAD_SIGNATURE))?;
    let foreign = || wrong(&codes::FOREIGN_SIGNATURE);
    // A key that is none was said where it is written.
    let key = PublicKey::from_base64(key.ok_or_else(foreign)?).map_err(|_| foreign())?;
    match key.verify(list, &signature, false) {
        Ok(()) => Ok(true),
        Err(Error::UnexpectedKeyId) => Err(foreign()),
        Err(Error::InvalidSignature) => Ok(false),
        Err(_) => Err(wrong(&codes::BAD_SIGNATURE)),
    }
}
