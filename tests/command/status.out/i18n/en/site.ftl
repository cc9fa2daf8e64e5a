site-title = Islands
site-description = Press releases.
collection-releases = Releases
collection-notes = Notes
