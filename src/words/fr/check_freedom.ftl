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

provider-exception-expired = l’exception pour `{ $provider }` s’est terminée le { $date }
    .help = décidez à nouveau : partez, ou dites pourquoi rester et jusqu’à quand dans `charter_exception`
provider-exit-untested = personne n’a jamais essayé de quitter `{ $provider }`
    .failed = la dernière fois que quelqu’un a essayé de quitter `{ $provider }`, le { $date }, cela n’a pas marché
    .help = empruntez la sortie une fois avec un échantillon, une boîte ou un export, et notez-le : `releve record exercise`, `subjects: ['{ $page }']`
provider-freedom-contradicted = `{ $provider }` est dit libre, et la licence de `{ $names }`{ and-more } ne l’est pas
    .free = rien ne serait libre chez `{ $provider }`, et la licence de `{ $names }`{ and-more } l’est
    .help = écrivez `software_freedom: mixed` ou `nonfree`, ou corrigez la licence
    .free-help = écrivez `software_freedom: mixed` ou `free`, ou corrigez la licence
    .here = sa licence est ici
provider-no-exit = `{ $provider }` n’est pas libre, et aucune page ne dit comment le quitter
    .help = écrivez une page de `type: exit` pour lui, et nommez-la : `exit: {"{"}to: …, how: …, effort: …{"}"}`

service-unknown-license = la licence de `{ $service }` n’est pas connue : `{ $part }`
    .did-you-mean = vouliez-vous dire `{ $suggestion }` ?
    .help = écrivez son identifiant de la liste SPDX (https://spdx.org/licenses/), ou `LicenseRef-…` pour celle qui n’est pas libre

project-no-contact = personne de `{ $project }` ne peut être prévenu
    .help = demandez un nom et un numéro ou une adresse, et écrivez-les dans `contacts`
    .ours = `{ $project }` n’est joint que par nos propres domaines
    .ours-help = demandez un moyen qui marche quand les nôtres sont en panne, un numéro de téléphone par exemple
project-no-exit-route = personne ne dit comment `{ $project }` récupère ses données de `{ $names }`{ and-more }
    .help = dites-le pour le projet dans `leaves_with`, ou pour le service dans `data: {"{"}class: …, export: …{"}"}`

provider-charter = `{ $provider }` n’est pas libre, et personne ne dit pourquoi il est utilisé malgré { $charter }
    .help = quittez-le ; ou dites pourquoi non et jusqu’à quand dans `charter_exception`, ou dans une page de `type: decision` à son sujet
    .data = `{ $provider }` voit des données de personnes, et aucun accord ne dit ce qu’il en fait, comme { $charter } le demande
    .data-help = demandez-lui son accord de sous-traitance, et notez son adresse dans `dpa`
