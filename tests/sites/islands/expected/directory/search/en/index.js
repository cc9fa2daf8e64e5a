wartaSearch("index", {"docs":6,"bits":0,"t":"756d3daf","c":"acd6d9d8","years":[["2031",1]],"langs":["en","id"]});
