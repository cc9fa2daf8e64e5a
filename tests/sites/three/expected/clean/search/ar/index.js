wartaSearch("index", {"docs":3,"bits":0,"t":"67bcfc99","c":"8db6ac1c","years":[["2031",2]],"langs":["ar","en"]});
