wartaSearch("index", {"docs":3,"bits":0,"t":"6bff6355","c":"b2072bdb","years":[["2031",2]],"langs":["id","en"]});
