//! What others may need of a body without reading it: what it names, and what can be named in it.
//!
//! Made of a [`Body`] once it is parsed. Lists, links between documents, placeables and the files that a
//! text shows are known by it, so that a build in which a text did not change reads it no more.

use serde::{Deserialize, Serialize};

use super::markdown::{AssetReference, Body, Fillable, Image, Link, Reference};
use super::placeable::Placeable;

/// The outside of a body; each list is in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// The placeables.
    pub placeables: Vec<Placeable>,
    /// The links to documents.
    pub references: Vec<Reference>,
    /// The links to assets and the images that are assets.
    pub assets: Vec<AssetReference>,
    /// The other links.
    pub links: Vec<Link>,
    /// The images.
    pub images: Vec<Image>,
    /// What is to be filled in, as [`Body::fillables`] has it.
    pub fillables: Vec<Fillable>,
    /// Every id of the HTML, as [`Body::anchors`] gives them.
    pub anchors: Anchors,
}

/// The ids of a body, in one text: a newsroom has a hundred thousand of them, and each by itself would take
/// five times the room.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchors(Box<str>);

impl Anchors {
    /// Each id, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split_terminator('\n')
    }

    /// Whether an id is one of them.
    pub fn has(&self, wanted: &str) -> bool {
        self.iter().any(|anchor| anchor == wanted)
    }
}

impl<'a> FromIterator<&'a str> for Anchors {
    fn from_iter<T: IntoIterator<Item = &'a str>>(anchors: T) -> Anchors {
        // Room for those of most bodies; what is left of it is given back.
        let mut text = String::with_capacity(256);
        for anchor in anchors {
            // No id of HTML holds white space.
            text.push_str(anchor);
            text.push('\n');
        }
        Anchors(text.into())
    }
}

impl Face {
    /// The outside of this body.
    pub fn of(body: &Body) -> Face {
        Face {
            placeables: body.placeables.clone(),
            references: body.references.clone(),
            assets: body.assets.clone(),
            links: body.links.clone(),
            images: body.images.clone(),
            fillables: body.fillables().to_vec(),
            anchors: body.anchors().collect(),
        }
    }
}
