# Vérifications des sauvegardes, des services et des pages : ce qu’elles disent, et les mots d’auteurs qu’elles cherchent. Les expressions d’une sorte
# sont séparées par |.

phrases-irreversible = ne peut pas être annulé | ne peut pas s'annuler | ne s'annule pas | ne peut pas être défait | irréversible | sans retour | point de non-retour | pas de retour en arrière | aucun retour en arrière | ne revient pas en arrière | définitif | définitivement | peut encore renoncer | peut encore revenir | peut encore annuler

phrases-vague = il suffit de | il suffit d' | simplement | évidemment | comme d'habitude | bien sûr | bien entendu | facilement

phrases-unfinished = à compléter | à rédiger | à écrire | à remplir plus tard

backup-promised = promis ici : `{ $promised }`

backup-key-inside = `{ $key }`, qui ouvre `{ $backups }`, se trouve dans `{ $vault }`, qui serait perdu avec ce que la sauvegarde protège
    .help = gardez la clé à un second endroit, ailleurs, et dites-le dans `store`, ou par `recovery: {"{"} route: sealed {"}"}`
    .one = seule une personne, `{ $holder }`, détient `{ $key }`, qui ouvre `{ $backups }`, et aucun autre accès n’est connu
    .nobody = aucune personne qui reste ne détient `{ $key }`, qui ouvre `{ $backups }`, et aucun autre accès n’est connu
    .holders-help = confiez la clé à une seconde personne et ajoutez-la à `holders`, ou dites dans `recovery` comment y accéder sans elle

backup-never-restored = personne n’a jamais rien restauré depuis `{ $backup }`
    .failed = personne n’a jamais rien restauré depuis `{ $backup }` : l’essai du { $on } a échoué
    .commit = le relevé du { $on } comptera dès qu’il sera enregistré dans git
    .help = restaurez-la une fois à côté du vrai service, et notez-le avec `releve record exercise`

backup-none = `{ $service }` contient des données, et aucune sauvegarde ne couvre ni lui ni une machine où il tourne
    .config = `{ $service }` contient des données personnelles, et ses sauvegardes ne gardent que la configuration
    .help = décrivez la sauvegarde qui couvre `{ $service }`, ou dites pourquoi rien ne peut se perdre, par `data: {"{"} none: "…" {"}"}`

backup-restore-stale = la dernière restauration depuis `{ $backup }`, le { $on }, était fiable jusqu’au { $until }
    .changed = depuis la dernière restauration de `{ $backup }`, le { $on }, ceci a changé : `{ $changed }`
    .failed = le dernier essai de restauration depuis `{ $backup }`, le { $on }, a échoué
    .help = restaurez-la de nouveau à côté du vrai service, et notez-le avec `releve record exercise`

backup-rpo-gap = jusqu’à `{ $gap }` peuvent séparer deux passages de `{ $backup }`, plus que la perte promise à { $services }
    .measured = ce qui a été restauré en dernier depuis `{ $backup }` datait de `{ $age }`, plus que la perte promise à { $services }
    .help = faites-la tourner plus souvent, ou promettez moins dans `rpo` et dites-le aux utilisateurs

backup-same-domain = toutes les copies de `{ $backup }` seraient perdues avec les données : elles se trouvent sur `{ $places }`
    .help = ajoutez une copie chez un autre prestataire, ou sur une machine qui se trouve ailleurs

backup-silence = rien ne remarquerait que `{ $backup }` ne tourne plus
    .help = faites-vous prévenir quand un passage manque, et dites dans `watched_by` par quoi

backup-slower-than-rto = la dernière restauration depuis `{ $backup }` a pris `{ $took }`, plus que le délai promis à { $services }
    .help = rendez la restauration plus rapide, ou promettez dans `rto` ce qui a été mesuré et dites-le aux utilisateurs

link-external-critical = { $more ->
    [0] une étape a besoin d’une page de tiers, sur `{ $host }`
    [one] des étapes ont besoin de pages de tiers, sur `{ $host }` et à un autre endroit
   *[other] des étapes ont besoin de pages de tiers, sur `{ $host }` et à { $more } autres endroits
}
    .another = une autre, sur `{ $host }`
    .help = écrivez dans l’étape ce qu’il faut y trouver, et gardez le lien pour qui veut en savoir plus

runbook-drift = depuis que quelqu’un a suivi cette page, le { $on }, ceci a changé : { $changed }
    .help = faites-la suivre de nouveau par quelqu’un, et notez-le avec `releve record exercise`
    .version = cette page a été essayée avec `{ $software }` { $tested }, et l’inventaire donne { $now }
    .version-help = suivez-la avec cette version, puis corrigez `tested_with`

runbook-no-check = cette page de type `{ $kind }` ne dit pas comment voir que cela a marché
    .help = ajoutez une section `{ $heading }`, ou à la dernière étape ce que l’on doit voir

runbook-no-undo = suivre cette page est `{ $risk }`, et elle ne dit pas comment revenir en arrière, ni qu’on ne le peut pas
    .help = ajoutez une section `{ $heading }`, ou les mots « { $phrase } » à l’étape en question

runbook-only-author = seule la personne qui l’a écrite, `{ $by }`, a suivi cette page
    .help = faites-la suivre sans aide par quelqu’un d’autre, et notez-le avec `releve record exercise`

runbook-placeholder = { $more ->
    [0] cette page contient encore un texte provisoire : `{ $written }`
    [one] cette page contient encore des textes provisoires : `{ $written }` et un autre
   *[other] cette page contient encore des textes provisoires : `{ $written }` et { $more } autres
}
    .another = un autre : `{ $written }`
    .help = écrivez ce qui doit s’y trouver, ou mettez `status: draft` tant que personne ne le sait

runbook-sections = { $count ->
    [one] une page de type `{ $kind }` a besoin d’une section `{ $sections }`
   *[other] une page de type `{ $kind }` a besoin des sections `{ $sections }`
}
    .help = écrivez ce qui manque ; s’il n’y a rien à dire, une phrase dit pourquoi
    .short = { $count ->
        [0] la section `{ $heading }` est vide
        [one] la section `{ $heading }` n’a qu’un mot
       *[other] la section `{ $heading }` n’a que { $count } mots
    }
    .short-help = dites-le en une phrase

runbook-stale = quelqu’un a suivi cette page le { $on } : elle était fiable jusqu’au { $until }
    .spent = personne n’a suivi cette page depuis le { $on }, deux fois le temps pendant lequel elle est fiable (jusqu’au { $until }) : tenez-la pour jamais essayée
    .help = faites-la suivre de nouveau par quelqu’un, et notez-le avec `releve record exercise`

runbook-step-shape = { $count ->
    [one] une étape est difficile à suivre sous pression
   *[other] { $count } étapes sont difficiles à suivre sous pression
}
    .long = sa première phrase a { $count } mots : dites quoi faire en 25 au plus
    .commands = { $count } commandes en une étape : faites une étape de chacune, avec ce que l’on doit voir
    .vague = `{ $phrase }` : ce qui est facile pour vous ne l’est pas pour qui lit
    .help = récrivez pour quelqu’un qui ne l’a jamais fait, et qui est fatigué

runbook-time-optimistic = cette page annonce `{ $time }`, et il a fallu `{ $took }` le { $on }
    .help = écrivez `time: { $took }`, ou raccourcissez-la et mesurez de nouveau

runbook-unreachable = rien ne mène à cette page, sauf la liste de toutes les pages
    .help = nommez dans `for` ce dont elle parle, ajoutez des `symptoms`, ou liez-la depuis la page qui la précède

service-no-abandon-note = personne ne dit ce que devient `{ $service }` quand plus personne n’y touche
    .help = dites dans `if_abandoned` ce qui arrive après un mois, trois mois, un an

service-no-objectives = `{ $service }` est en production, et personne n’en connaît : `{ $fields }`
    .help = demandez à ceux qui s’en servent combien de temps ils peuvent attendre, et combien de travail ils peuvent refaire

service-no-runbook = aucune page de type `{ $types }` ne dit quoi faire pour `{ $service }`
    .draft = les pages de type `{ $drafts }` sur `{ $service }` sont des brouillons
    .both = aucune page de type `{ $types }` ne dit quoi faire pour `{ $service }`, et celles de type `{ $drafts }` sont des brouillons
    .help = écrivez une page avec `type: { $first }` et `for: [{ $service }]`, ou nommez le service dans `for` d’une page qui le dit déjà
    .draft-help = terminez-les, faites-les suivre par quelqu’un, et mettez `status: active`

service-rto-gt-mtd = le retour de `{ $service }` est promis en `{ $rto }`, et ses utilisateurs supportent `{ $mtd }` au plus
    .help = raccourcissez `rto`, ou demandez aux utilisateurs s’ils peuvent vraiment attendre davantage et corrigez `mtd`
