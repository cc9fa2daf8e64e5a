wartaSearch("index", {"docs":6,"bits":0,"t":"68f38116","c":"6d367e12","years":[["2031",1]],"langs":["id","en"]});
