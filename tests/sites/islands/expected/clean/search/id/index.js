wartaSearch("index", {"docs":6,"bits":0,"t":"2489fdb8","c":"a6a904ee","years":[["2031",1]],"langs":["id","en"]});
