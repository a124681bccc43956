# Ce que nous utilisons et sa liberté, les projets hébergés, l’entraide.

partner-until = Convenu jusqu’au { $date }. Après ce jour, n’y comptez plus.
