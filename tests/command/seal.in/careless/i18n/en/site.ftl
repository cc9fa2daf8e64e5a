site-title = Press Office of Aluria
site-description = News of an invented state.
collection-releases = Releases
-bay = Blue Bay
