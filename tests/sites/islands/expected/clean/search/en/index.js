wartaSearch("index", {"docs":6,"bits":0,"t":"2ad0303d","c":"e21eb482","years":[["2031",1]],"langs":["en","id"]});
