# What we use and how free it is, the projects that we host, mutual aid.

partner-until = Agreed until { $date }. After that day, count on nobody there.
