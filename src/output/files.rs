//! Files that are handed on: documents' assets, pictures among them cleaned; `static/` and the theme's assets as they
//! are.

use std::sync::Arc;

use super::{Artifact, Newsroom, Output, pictures};
use crate::diagnostic::Reported;
use crate::model::route::Route;
use crate::model::site::View;

/// The files.
#[derive(Debug)]
pub struct Files;

impl Output for Files {
    fn name(&self) -> &'static str {
        "files"
    }

    fn plan(&self, newsroom: &Arc<Newsroom>) -> Reported<Vec<Artifact>> {
        let public = &newsroom.public;
        let mut artifacts = Vec::new();
        for document in public.documents.iter().filter(|document| document.has_page()) {
            artifacts.extend(pictures::artifacts(document, public.settings.avif));
        }
        for asset in &public.statics {
            let path = asset.file.strip_prefix("static/").unwrap_or(&asset.file);
            let is_closed = public.view == View::Preview && path == super::sitemap::ROBOTS;
            if is_closed || super::hosts::is_replaced(public, path) {
                continue;
            }
            artifacts.push(Artifact::copy(Route::file(path), asset));
        }
        for (asset, route) in &newsroom.theme.assets {
            artifacts.push(Artifact::copy(route.clone(), asset).lasting());
        }
        Reported::clean(artifacts)
    }
}
