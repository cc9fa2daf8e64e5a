wartaSearch("index", {"docs":3,"bits":0,"t":"f81fe7ad","c":"e8972aba","years":[["2031",2]],"langs":["ar","en"]});
