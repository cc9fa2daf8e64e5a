wartaSearch("index", {"docs":3,"bits":0,"t":"5eb9ab6a","c":"e60125b1","years":[["2031",2]],"langs":["id","en"]});
