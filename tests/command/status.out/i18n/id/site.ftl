site-title = Kepulauan
site-description = Siaran pers.
collection-releases = Siaran
collection-notes = Catatan
