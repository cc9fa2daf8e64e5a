wartaSearch("index", {"docs":3,"bits":0,"t":"9fef0a90","c":"a8321d76","years":[["2031",2]],"langs":["ar","en"]});
