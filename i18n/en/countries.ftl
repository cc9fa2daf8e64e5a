### Names of states in this newsroom's house style. A name here goes before CLDR's.

countries = Countries

## States announced for ICDD 2021

country-AU = Australia
country-BN = Brunei Darussalam
country-CL = Chile
country-CN = China
country-FI = Finland
country-FJ = Fiji
country-GB = United Kingdom
country-ID = Indonesia
country-IN = India
country-JP = Japan
country-KH = Cambodia
country-KR = Republic of Korea
country-LA = Lao PDR
country-MY = Malaysia
country-NZ = New Zealand
country-PH = Philippines
country-SG = Singapore
country-TH = Thailand
country-US = United States of America
country-VN = Viet Nam
country-ZA = South Africa

## RCDD 2019 only

country-MM = Myanmar
