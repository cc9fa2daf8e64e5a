wartaSearch("index", {"docs":3,"bits":0,"t":"5eb9ab6a","c":"d3570320","years":[["2031",2]],"langs":["id","en"]});
