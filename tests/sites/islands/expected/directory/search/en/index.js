wartaSearch("index", {"docs":6,"bits":0,"t":"8f876f49","c":"dfc15f97","years":[["2031",1]],"langs":["en","id"]});
