wartaSearch("index", {"docs":6,"bits":0,"t":"2489fdb8","c":"2ce0f15c","years":[["2031",1]],"langs":["id","en"]});
