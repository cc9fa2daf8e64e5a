### Topics and their terms. The addresses of the topic pages are made from these labels.

topics = Topics
topics-digital-economy = Digital economy
topics-data = Data
topics-smes = Small and medium-sized enterprises
topics-crisis-management = Crisis management
topics-capacity-building = Capacity building
