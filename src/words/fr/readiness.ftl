# Si quelqu’un peut prendre la relève aujourd’hui : niveaux, maillons, verrous, et pourquoi ils sont ce qu’ils sont.

level-no = Non
level-on-paper = Sur le papier
level-likely = Probable
level-proven = Prouvé

link-access = Accès
link-know-how = Savoir-faire
link-data = Données

why-nothing-opens = on ne connaît rien qui ouvre { $thing }
why-holders-unknown = personne ne dit qui détient { $thing }
why-store-unknown = personne ne dit où se trouve { $thing }
why-store-lost = ce qui contient { $thing } est perdu
why-no-way = cette personne ne détient pas { $thing }, et on ne connaît pas de voie qui marche sans les absents
why-second-factor-unknown = personne ne dit ce que { $thing } demande en plus du secret
why-second-factor-elsewhere = cette personne détient { $thing }, mais pas son second facteur
why-never-opened = personne de ceux qui restent n’a jamais essayé { $thing }
why-page-missing = { $thing } n’a pas de page { $of ->
        [restore] qui dise comment le rétablir
        [operate] qui dise comment le faire tourner
        [diagnose] qui dise que faire quand il tombe
        [communicate] qui dise qui prévenir
       *[other] de type { $of }
    }
why-draft = { $thing } est un brouillon
why-never-followed = personne n’a jamais suivi { $thing }
why-by-author = seule la personne qui a écrit { $thing } l’a suivie
why-author-unknown = on ne sait pas si la personne qui a suivi { $thing } l’a écrite
why-data-unknown = personne ne dit ce que contient { $thing }
why-no-backup = aucune sauvegarde ne contient les données de { $thing }
why-copies-unknown = personne ne dit où sont les copies de { $thing }
why-copies-lost = toutes les copies de { $thing } sont perdues
why-key-unknown = personne ne dit ce qui déchiffre { $thing }
why-key-out-of-reach = { $thing } se déchiffre avec { $key }, hors d’atteinte
why-never-restored = { $thing } n’a jamais été restaurée
why-no-objective = { $thing } a été restaurée, mais personne ne dit en combien de temps il le faut
why-not-timed = { $thing } a été restaurée, mais la durée n’a pas été mesurée
why-too-slow = restaurer { $thing } a pris plus de temps que permis
why-failed = le dernier essai de { $thing } a échoué
why-old = ce qui a été montré pour { $thing } valait jusqu’au { $date }
why-changed = ce dont dépend { $thing } a changé depuis l’essai
why-change-unknown = on ne sait pas ce qui a changé pour { $thing } depuis l’essai
why-reported = pour { $thing }, c’est quelqu’un d’autre qui dit que c’est fait
why-by-another = { $thing } a été essayé par quelqu’un d’autre

gate-reachable = La personne peut être jointe sans rien qui soit à nous
gate-vault = Le coffre s’ouvre à elle
gate-domains = Les domaines sont à portée, et durent
gate-copy = Elle a ouvert la copie de ce site qui se trouve ailleurs
gate-organisation = Quelqu’un d’autre peut payer et parler au nom de l’association
gate-takeover = La relève est écrite, et a été redite
gate-repository = Elle a le dépôt de ce site, et peut y écrire
gate-backups = Ce qui doit revenir est sauvegardé, la clé est ailleurs

closed-unreachable = on ne connaît aucune façon de joindre { $thing } qui ne passe pas par ce qui est à nous
closed-access = { $thing } ne s’ouvre pas à elle
closed-keeper-unknown = personne ne dit qui gère { $thing }
closed-ends = { $thing } prend fin le { $date }
closed-end-unknown = personne ne dit quand { $thing } prend fin
closed-never-opened = aucun essai d’accès d’une page de relève n’est noté pour elle
closed-opened-until = son ouverture de la copie valait jusqu’au { $date }
closed-nobody-pays = on ne connaît personne d’autre qui puisse payer
closed-nobody-speaks = on ne connaît personne d’autre qui puisse parler au nom de l’association
closed-no-page = aucune page de relève n’a de partie pour la première heure
closed-nobody-declares = personne de présent ne peut déclarer la relève
closed-no-trigger = personne ne dit après quel silence la relève commence
closed-not-read-back = elle n’a jamais redit ce que veut dire { $thing }
closed-changed-since = { $thing } a changé depuis qu’elle l’a lue, ou on ne peut pas le savoir
closed-never-committed = on ne connaît aucun commit de { $thing }
closed-committed-until = son dernier commit valait jusqu’au { $date }
closed-key-inside = la clé de { $thing } se trouve dans ce qu’elle protège

readiness-title = Quelqu’un peut-il prendre la relève aujourd’hui ?
readiness-nobody = Personne n’est prêt à prendre la relève : personne n’a le rôle `backup-admin`.
readiness-can = { $name } peut prendre la relève : { $counts }.
readiness-not-today = Pas aujourd’hui : { $reason } ({ $name }).
readiness-counts = { $proven } prouvés, { $likely } probables, { $paper } sur le papier, { $no } non
readiness-no-services = Il n’y a aucun service sur lequel on compte.
readiness-gates-open = Tous les verrous sont ouverts.
readiness-gates-shut = { $count ->
        [one] Un verrou est fermé.
       *[other] { $count } verrous sont fermés.
    }
readiness-services = { $count ->
        [one] un service
       *[other] { $count } services
    }
readiness-figure = { $figure } sur 100
readiness-figure-blocked = —, bloqué ({ $figure } sur 100 si tous les verrous étaient ouverts)
readiness-unrehearsed = 90 au plus sans relève répétée depuis un an
readiness-together = Toutes les personnes prêtes, ensemble : { $counts }.
readiness-first-to-fall = Premier à tomber : { $what } le { $date }.
readiness-falls-service = { $service } devient « { $level } »
readiness-falls-link = { $service }, { $link }, devient « { $level } »
readiness-falls-gate = le verrou « { $gate } » se ferme
readiness-opens-gate = le verrou « { $gate } » s’ouvre
readiness-falls-rehearsal = la dernière relève répétée date d’un an
readiness-gains-rehearsal = une relève a été répétée
readiness-next = Ce qui vaut le mieux maintenant : { $action }.
readiness-action = { $what }, environ { $time } ({ $lifts })
readiness-action-access-check = essayer l’accès à { $things }
readiness-action-partial = suivre { $things }
readiness-action-restore = restaurer { $things }
readiness-action-takeover = répéter la relève de { $things }
readiness-lifts = { $count ->
        [0] ne fait encore monter aucun service
        [one] fait monter { $services }
       *[other] fait monter { $count } services : { $services }
    }{ $links ->
        [0] {""}
        [one] , et un maillon
       *[other] , et { $links } maillons
    }
readiness-hours = { $hours ->
        [0] { $minutes } min
       *[other] { $minutes ->
            [0] { $hours } h
           *[other] { $hours } h { $minutes }
        }
    }
readiness-held-by = retenu par { $services }
readiness-until = jusqu’au { $date }
readiness-gate-open = ouvert
readiness-gate-shut = fermé
readiness-without = Sans { $names }
readiness-without-none = Rien ne tombe.
readiness-bus-factor = { $count ->
        [0] Dans l’état, personne ne peut faire tourner { $service }, un de ceux qui doivent revenir en premier.
        [one] Une personne est indispensable : sans { $names }, personne ne peut faire tourner { $service }, un de ceux qui doivent revenir en premier.
       *[other] Sans { $names }, personne ne peut faire tourner { $service }, un de ceux qui doivent revenir en premier.
    }
readiness-bus-factor-more = { $count ->
        [one] Ce qui doit revenir en premier peut tourner sans l’une ou l’autre personne, quelle qu’elle soit.
       *[other] Ce qui doit revenir en premier peut tourner sans deux personnes, quelles qu’elles soient.
    }
readiness-formula = Chaque service vaut le plus faible de l’accès, du savoir-faire et des données, et des services dont il ne peut se passer. Le chiffre est la somme des poids multipliés par les valeurs, divisée par la somme des poids : 4, 2 et 1 pour ce qui doit revenir en un jour, en une semaine, ou plus tard ; 0 pour non, 20 pour sur le papier, 70 pour probable, 100 pour prouvé.
readiness-provenance = { $records } maillons sur { $all } reposent sur des relevés, { $paper } sur ce qui est écrit seulement, et { $missing } manquent.

hand-back-title = Quand { $name } s’en va
hand-back-nothing = Rien n’est entre les mains de { $name }.
hand-back-rotate = Changer ces secrets : { $name } les connaît
hand-back-revoke = Fermer son propre accès
hand-back-second-factor = Donner le second facteur à quelqu’un d’autre, et retirer le sien
hand-back-recovery = Refaire la voie de secours
hand-back-own = Nommer une autre personne responsable
hand-back-transfer = Faire mettre au nom de l’association
hand-back-pay = Nommer une autre personne qui paie
hand-back-represent = Élire ou nommer quelqu’un d’autre, et prévenir la banque et les prestataires
hand-back-write = Retirer le droit d’écrire dans le dépôt de ce site
hand-back-other = Son nom figure aussi ici

readiness-judged = Jugé pour le { $date }. Ce qui arrive de soi-même après ce jour figure plus bas, jour par jour.
readiness-aged = Une partie de ce que savait cette copie a vieilli : les chiffres ci-dessous sont ceux d’aujourd’hui.
readiness-shut-since = Pas aujourd’hui : un verrou est fermé.
readiness-verdict = Verdict
readiness-next-heading = Ce qui vaut le mieux maintenant
readiness-gates-heading = Verrous
readiness-gates-lead = Tant que l’un d’eux est fermé, personne ne prend la relève, quoi que disent les services.
readiness-services-heading = Les services
readiness-services-lead = Chacun vaut ce que vaut son maillon le plus faible, et pas plus que ce dont il ne peut se passer.
readiness-forecast-heading = Si personne ne fait rien
readiness-forecast-lead = Ce qui a été montré vaut un temps. Ces jours-là, cela vaut moins, ou quelque chose prend fin.
readiness-missing-heading = Qui est indispensable
readiness-rule-heading = Comment c’est calculé
readiness-windows = Ce qui a été montré vaut 180 jours pour un accès, 365 jours pour une page suivie, et 180 ou 365 jours pour une restauration, selon l’urgence du service ; ensuite il compte pour un niveau de moins, et pour un autre après encore autant de temps. Ce qui a changé depuis en coûte un de plus. Seuls les relevés comptent, et parmi eux seulement ceux qui sont commités ; ce que d’autres disent de quelqu’un compte pour un niveau de moins. Une page que son auteur suit lui-même n’en est pas prouvée.
readiness-held-by-heading = Il est retenu par ce dont il ne peut se passer :
readiness-without-heading = Sans
readiness-do = { $what } (environ { $time })
readiness-do-access-check = Vérifier que ceci s’ouvre
readiness-do-partial = Suivre ceci
readiness-do-restore = Restaurer ceci, ailleurs, et mesurer le temps
readiness-do-takeover = Répéter la relève de tout ceci

departures-title = Quand quelqu’un s’en va
departures-lead = Ce qu’il faut changer, fermer et confier à quelqu’un d’autre, pour chaque personne, dans l’ordre où cela presse.
departures-nothing = Rien ne dépend d’une seule personne.
departures-command = La même chose dans un terminal :
