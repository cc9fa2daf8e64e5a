wartaSearch("index", {"docs":3,"bits":0,"t":"f81fe7ad","c":"60a3c39a","years":[["2031",2]],"langs":["ar","en"]});
