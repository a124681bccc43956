# Ce que disent les contrôles de l’entraide, de ce que nous utilisons, et des projets hébergés.

partner-agreement-stale = l’accord avec `{ $partner }` date du { $date } : plus d’un an
    .help = demandez s’il tient toujours, et notez le jour de la réponse dans `agreed_on`, ou une fin dans `ends_on`
    .ended = l’accord avec `{ $partner }` s’est terminé le { $date }
    .ended-help = renouvelez-le et notez jusqu’à quand ; d’ici là, il ne compte pas
    .untried = rien n’a jamais été essayé avec `{ $partner }`
    .tried = le dernier essai avec `{ $partner }` date du { $date } : plus d’un an
    .untried-help = faites-leur ouvrir un accès ou redémarrer quelque chose une fois, et notez-le : `releve record exercise`, avec `by: { $partner }` ou `helped_by`
partner-holds-without-agreement = `{ $partner }` détient `{ $names }`{ and-more }, et rien n’est convenu avec lui
    .ended = `{ $partner }` détient `{ $names }`{ and-more }, et l’accord avec lui s’est terminé le { $date }
    .here = il est nommé ici
    .help = mettez l’accord par écrit, avec sa date ; ou reprenez l’accès, et changez-le
