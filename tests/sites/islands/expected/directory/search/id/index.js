wartaSearch("index", {"docs":6,"bits":0,"t":"6152f854","c":"6b443594","years":[["2031",1]],"langs":["id","en"]});
