# Ce que dit la recherche d'un site.

search-group-incidents = Incidents
search-group-services = Services
search-group-procedures = Procédures
search-group-people = Personnes
search-group-reference = Référence
search-kind-page = page
search-kind-view = vue d'ensemble
search-proof-none = jamais éprouvé
