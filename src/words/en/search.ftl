# What the search of a site says.

search-group-incidents = Incidents
search-group-services = Services
search-group-procedures = Procedures
search-group-people = People
search-group-reference = Reference
search-kind-page = page
search-kind-view = overview
search-proof-none = never proven
