// What script adds: filters, copied addresses, the same paragraph in the other language, search.
