wartaSearch("index", {"docs":6,"bits":0,"t":"756d3daf","c":"ae3f82ea","years":[["2031",1]],"langs":["en","id"]});
