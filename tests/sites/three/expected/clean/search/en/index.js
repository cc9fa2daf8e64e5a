wartaSearch("index", {"docs":3,"bits":0,"t":"8ba7085a","c":"0484056b","years":[["2031",2]],"langs":["en"]});
