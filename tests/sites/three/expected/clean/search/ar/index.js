wartaSearch("index", {"docs":3,"bits":0,"t":"9fef0a90","c":"49d5f319","years":[["2031",2]],"langs":["ar","en"]});
