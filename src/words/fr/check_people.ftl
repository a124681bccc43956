# Ce que disent les vérifications des personnes, des accès, des domaines, des prises de connaissance, des exercices, et de l’hôte du site.

and-more = { $more ->
    [0] {""}
    [one] {" "}et un de plus
   *[other] {" "}et { $more } de plus
}

access-2fa-single = le second facteur de `{ $credential }` est hors de portée de `{ $names }`{ and-more }
    .unsaid = personne ne dit qui a le second facteur de `{ $credential }`, que plusieurs personnes détiennent
    .help = installez-le pour chaque détenteur et nommez-les dans `held_by`, ou dites dans `spare` où sont les codes de secours
access-break-glass-undrilled = personne n’est jamais passé par l’accès d’urgence de `{ $credential }`
    .shares = personne n’a jamais recomposé `{ $credential }` à partir de ses parts
    .sealed = personne n’a jamais ouvert le chemin scellé vers `{ $credential }`
    .help = faites entrer par là quelqu’un qui ne le détient pas, et consignez-le : `type: access-check`, `subjects: [{ $credential }]`
access-circular = `{ $credential }` est rangé dans `{ $vault }`, qu’on n’atteint pas sans `{ $door }`, qu’il ouvre
    .itself = `{ $credential }` ouvre `{ $vault }`, et y est rangé
    .help = gardez-en une copie là où on l’obtient sans cela, dans un autre coffre ou une enveloppe scellée, et nommez-la dans `store`
    .reset = le mail qui réinitialise `{ $credential }` va à { $mail }, où il n’arrive pas sans `{ $door }`, qu’il ouvre
    .reset-help = inscrivez une adresse qui n’est sur aucun de vos domaines, et nommez-la dans `reset_via`
access-never-proven = rien ne montre que `{ $person }` soit jamais entré avec `{ $names }`{ and-more }
    .failed = au dernier essai de `{ $person }` avec `{ $names }`{ and-more }, cela n’a pas marché
    .old = il y a trop longtemps que `{ $person }` est entré avec `{ $names }`{ and-more }
    .help = faites essayer chacun, et consignez-le en une fois : `releve record exercise`, `type: access-check`
access-personal-account = le compte chez `{ $thing }` est celui de `{ $person }` : il part avec cette personne
    .help = faites-le mettre au nom de l’organisation, puis écrivez `account_holder: organisation`
    .domain = `{ $thing }` appartient en droit à `{ $person }` : il part avec cette personne
    .domain-help = faites changer le titulaire chez le registrar, puis écrivez `registrant: organisation`
access-single-holder = `{ $holder }` est seul à détenir `{ $credential }`, et il n’y a pas d’autre chemin
    .nobody = aucune des personnes qui restent ne détient `{ $credential }`, et il n’y a pas d’autre chemin
    .unsaid = personne ne dit qui détient `{ $credential }`, et il n’y a pas d’autre chemin
    .help = donnez-le à une deuxième personne et nommez-la dans `holders`, ou prévoyez un chemin et décrivez-le dans `recovery`
access-slow-break-glass = sans ses détenteurs, `{ $credential }` demande `{ $delay }`, et `{ $service }` ne peut manquer que `{ $outage }`
    .help = ramenez le délai à la moitié de cela, ou donnez l’accès et son second facteur à l’administration de secours

ack-stale = `{ $page }` a changé depuis que `{ $person }` l’a lue le { $date }
    .never = `{ $person }` prend la relève, et n’a pas redit ce que `{ $page }` signifie
    .help = faites-la lire et redire : `releve record acknowledgement`
    .commit-help = enregistrez dans git le relevé qui est là : sans cela il ne compte pas

domain-expires = `{ $domain }` se termine le { $date }
    .past = `{ $domain }` s’est terminé le { $date }, d’après ce qui est écrit ici
    .unknown = personne ne dit quand `{ $domain }` se termine
    .help = renouvelez-le maintenant, et notez le nouveau jour
    .renews-help = il se renouvelle seul : regardez si c’est fait, et notez le nouveau jour
    .unknown-help = regardez chez le registrar, et notez le jour
domain-no-auto-renew = `{ $domain }` se termine le { $date }, et ne se renouvelle pas seul
    .help = activez le renouvellement chez le registrar, ou renouvelez-le maintenant et notez le nouveau jour
domain-registrar-single = `{ $holder }` est seul à pouvoir entrer chez `{ $provider }`, qui tient `{ $names }`{ and-more }
    .nobody = aucune des personnes qui restent ne peut entrer chez `{ $provider }`, qui tient `{ $names }`{ and-more }
    .help = donnez `{ $credential }` à une deuxième personne, ou prévoyez un autre chemin et décrivez-le dans `recovery`
    .no-key = aucun accès n’ouvre `{ $provider }`, qui tient `{ $names }`{ and-more }
    .no-key-help = décrivez l’identifiant dans `credentials.yaml` : où il est rangé, et qui le détient

exercise-batch = { $count } relevés de `{ $person }` ont été ajoutés par un seul commit ({ $commit }, { $date })
    .help = enregistrez un relevé le jour de ce qu’il raconte ; écrit plus tard, il compte, mais on le croit moins
    .untimed = personne ne sait combien de temps cela a pris
    .untimed-help = mesurez-le la prochaine fois ; tant qu’on l’ignore, personne ne peut dire si c’est assez rapide
exercise-none-this-year = la dernière relève essayée est celle du { $date } : il y a plus d’un an
    .never = personne n’a jamais essayé une relève entière
    .help = laissez l’administration de secours tout tenir un soir sans l’administration principale, et consignez-le : `type: takeover`
    .help-page = écrivez d’abord comment on prend la relève, dans une page avec `type: takeover` : `{ $page }`

person-leaver-holds = `{ $person }` est parti le { $date }, et figure encore dans `{ $fields }` de `{ $thing }`
    .also = ici aussi
    .help = nommez quelqu’un qui reste
    .help-credential = changez le secret, puis nommez qui le détient désormais
person-no-backup-admin = personne n’est là pour prendre la relève
    .leaving = `{ $person }` s’en va, et personne d’autre n’est là pour prendre la relève
    .help = donnez le rôle `backup-admin` à quelqu’un qui reste, dans `people.yaml`
person-no-representative = aucune des personnes qui restent ne peut parler en droit au nom de l’organisation
    .one = `{ $person }` est la seule personne à pouvoir parler en droit au nom de l’organisation
    .help = nommez au moins deux personnes déclarées au registre, et connues des prestataires et de la banque
person-own-infra-contact = tous les moyens de joindre `{ $person }` passent par `{ $names }`{ and-more }, qui est peut-être ce qui est en panne
    .unknown = personne ne dit comment joindre `{ $person }`
    .help = ajoutez un numéro de téléphone, ou une adresse qui n’est sur aucun de vos domaines
person-spof-service = sans `{ $person }`, personne n’entre dans ce qui porte `{ $names }`{ and-more }
    .help = donnez à une deuxième personne `{ $names }`{ and-more }, ou prévoyez un autre chemin
    .run = personne d’autre que `{ $person }` n’a jamais fait tourner `{ $names }`{ and-more }
    .run-help = faites restaurer ou suivre une de ses pages par quelqu’un d’autre, et consignez-le : `releve record exercise`

ref-retired-target = `{ $thing }` est en service, et compte dans `{ $field }` sur `{ $target }`, qui est retiré
    .help = nommez ce qui l’a remplacé, ou retirez-le

site-self-hosted = ce site est à { $url }, sur `{ $carrier }` : il tombe avec ce qu’il décrit, et personne qui prend la relève n’en a ouvert de copie
    .old = ce site est à { $url }, sur `{ $carrier }` : il tombe avec ce qu’il décrit, et une copie a été ouverte pour la dernière fois le { $date }
    .help = faites ouvrir par l’administration de secours une copie qui est ailleurs, et consignez-le : `type: access-check`, avec une page de relève dans `subjects`
