wartaSearch("index", {"docs":6,"bits":0,"t":"6152f854","c":"210fe9ec","years":[["2031",1]],"langs":["id","en"]});
