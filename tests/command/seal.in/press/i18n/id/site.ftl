site-title = Kantor Pers Aluria
site-description = Kabar dari negara rekaan.
collection-releases = Siaran
-bay = Teluk Biru
