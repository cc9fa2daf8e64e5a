site-title = Press Office of Aluria
site-description = An invented newsroom
