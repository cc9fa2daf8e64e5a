### Nama negara menurut gaya ruang berita ini. Nama di sini mendahului nama CLDR.

countries = Negara

## Negara yang diumumkan untuk ICDD 2021

country-AU = Australia
country-BN = Brunei Darussalam
country-CL = Chile
country-CN = Tiongkok
country-FI = Finlandia
country-FJ = Fiji
country-GB = Inggris
country-ID = Indonesia
country-IN = India
country-JP = Jepang
country-KH = Kamboja
country-KR = Korea Selatan
country-LA = Laos
country-MY = Malaysia
country-NZ = Selandia Baru
country-PH = Filipina
country-SG = Singapura
country-TH = Thailand
country-US = Amerika Serikat
country-VN = Vietnam
country-ZA = Afrika Selatan

## Hanya pada RCDD 2019

country-MM = Myanmar
