wartaSearch("index", {"docs":3,"bits":0,"t":"67bcfc99","c":"634fb634","years":[["2031",2]],"langs":["ar","en"]});
