wartaSearch("index", {"docs":3,"bits":0,"t":"c665b059","c":"3ecbdabe","years":[["2031",2]],"langs":["en"]});
