wartaSearch("index", {"docs":3,"bits":0,"t":"48ea083b","c":"2a142015","years":[["2031",2]],"langs":["en"]});
