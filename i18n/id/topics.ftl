### Topik dan isinya. Alamat halaman topik dibentuk dari label ini.

topics = Topik
topics-digital-economy = Ekonomi Digital
topics-data = Data
topics-smes = Usaha Kecil dan Menengah
topics-crisis-management = Manajemen Krisis
topics-capacity-building = Peningkatan Kapasitas
