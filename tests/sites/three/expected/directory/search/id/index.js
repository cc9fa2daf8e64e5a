wartaSearch("index", {"docs":3,"bits":0,"t":"b6dd7a11","c":"03446e41","years":[["2031",2]],"langs":["id","en"]});
