site-title = News of the Isles
site-description = News of invented states.
collection-releases = Releases
collection-pages = Pages
