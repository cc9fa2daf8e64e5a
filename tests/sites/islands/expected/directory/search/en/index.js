wartaSearch("index", {"docs":6,"bits":0,"t":"2ad0303d","c":"eb62b985","years":[["2031",1]],"langs":["en","id"]});
