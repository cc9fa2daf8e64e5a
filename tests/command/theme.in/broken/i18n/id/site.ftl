site-title = Kantor Pers Aluria
site-description = Ruang berita rekaan
