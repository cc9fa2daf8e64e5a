# Yang disampaikan program kepada penulis, menurut nama kode: pesan dan bantuannya.

## 01 Berkas

## 02 YAML

## 03 Pengaturan

## 04 Dokumen

## 05 Markdown dan rujukan

## 06 Fluent dan lokal

## 07 Templat

## 08 Rute dan keluaran

## 09 Folder keluaran dan mesin
