wartaSearch("index", {"docs":3,"bits":0,"t":"6bff6355","c":"a675733f","years":[["2031",2]],"langs":["id","en"]});
