# Les relevés : exercices, prises de connaissance, incidents, et ce qui ne va pas chez eux.

record-date-differs = le nom de ce fichier dit { $named }, et `{ $field }` dit { $written }
    .help = corrigez celui qui est faux
record-found-nothing = l’essai a échoué ou demandé des corrections, mais le relevé ne dit pas ce qui n’allait pas
    .help = écrivez ce que c’était, une ligne par point ; s’il n’y avait rien, le résultat est `pass`
record-impossible-order = `{ $later }` précède `{ $earlier }`
    .earlier = `{ $earlier }` est ici
    .help = corrigez le moment qui est faux ; si seul le jour est connu, n’écrivez que le jour
record-nothing =
    .help = s’il n’y avait rien, écrivez le mot `nothing`
record-short-readback = { $count ->
        [one] cette restitution n’a qu’un mot, donc elle ne compte pas
       *[other] cette restitution n’a que { $count } mots, donc elle ne compte pas
    }
    .help = dites avec vos mots ce que vous feriez d’abord, ce qu’il vous faudrait, et quand vous vous arrêteriez : au moins { $fewest } mots
record-unknown-file = `{ $name }` n’est pas un relevé
    .did-you-mean = vouliez-vous dire le dossier `{ $folder }/` ?
    .help = les relevés sont dans { $folders }
    .help-name = nommez-le par son jour et quelques mots, comme `2026-11-22-nextcloud.yaml`, en minuscules sans accents

record-kind-exercise = exercice
record-kind-acknowledgement = prise de connaissance
record-kind-incident = incident

field-date = Date
field-by = Par
field-helped_by = Avec l’aide de
field-subjects = Porte sur
field-result = Résultat
field-took = Durée
field-data_age = Âge des données retrouvées
field-found = Constaté
field-fixed_in = Corrigé dans
field-subject = Porte sur
field-readback = Redit avec ses mots
field-questions = Questions ouvertes
field-started = Début
field-noticed = Remarqué
field-ended = Fin
field-services = Services
field-cause = Cause
field-impact = Ce que les gens en ont vu
field-runbooks_used = Pages utilisées
field-runbooks_missing = Pages qui manquaient
field-actions = À faire
field-done = Fait le
field-public_summary = Ce que tout le monde peut lire

exercise-type-access-check = essai d’accès
exercise-type-read-through = relecture
exercise-type-tabletop = exercice sur table
exercise-type-partial = exercice partiel
exercise-type-restore = restauration
exercise-type-takeover = relève
exercise-result-pass = réussi
exercise-result-pass-with-fixes = réussi après corrections
exercise-result-fail = échoué

# Ce qu’une page dit des exercices qui portent sur elle.

proof-followed = Suivie par
proof-failed = Essayée sans succès par
proof-read = Relue, sans être suivie, par
proof-opened = Accès essayé, sans suivre la page, par
proof-unclear = Essayée, sans que l’issue soit écrite, par
proof-when = le { $date }{ $took ->
        [unknown] { "" }
       *[other] , en { $took }
    }{ $age ->
        [unknown] { "" }
       *[other] , avec des données vieilles de { $age }
    }{ $result ->
        [pass-with-fixes] , après des corrections en route
       *[other] { "" }
    }.
proof-by-author = auteur de la page
proof-by-other = n’a pas écrit la page
proof-author-unknown = auteur de la page ou non : inconnu
proof-reported = Rapporté par { $name }, et non par la personne elle-même.
proof-reported-stranger = Rapporté par { $name } ; à qui est ce nom, on ne le sait pas.
proof-reported-unknown = Personne ne sait qui l’a enregistré.
proof-uncommitted = Pas encore enregistré dans git : ne compte pas.
proof-foretold = Daté d’un jour postérieur au commit qui l’a ajouté : ne compte pas.
proof-found = Constaté :
proof-nothing-changed = Rien de ce qui compte n’a changé depuis.
proof-changed = Modifié depuis :
proof-change-unknown = Ce qui a changé depuis n’est pas connu.
proof-more-changes = { $count ->
        [one] et { $count } autre changement
       *[other] et { $count } autres changements
    }
proof-until = Fiable jusqu’au { $date }
proof-until-changed = Pour ce qui n’a pas changé : fiable jusqu’au { $date }
proof-past = passé : à éprouver de nouveau
proof-was = c’était :
proof-gone = n’y est plus
proof-new = nouveau
proof-step = étape { $number } : { $action }
proof-step-gone = une étape n’y est plus : { $action }

# Les pages des relevés.

site-exercises = Exercices et prises de connaissance
site-exercises-lead = Ce que quelqu’un a vraiment essayé ou redit, le plus récent d’abord, puis ce que personne n’a encore éprouvé.
site-exercises-done = Ce qui a été essayé
site-acknowledgements = Ce qui a été redit
site-no-exercises = Aucun exercice n’est enregistré : tout ce carnet n’est encore que du papier.
site-how-to-record = Enregistrer un essai :
site-never-proven = Jamais éprouvé
site-never-restored = Sauvegardes que personne n’a restaurées
site-never-opened = Accès que personne n’a essayés avec succès
site-never-tried = Services que personne n’a repris ni restaurés
site-never-followed = Pages que personne n’a suivies jusqu’au bout
site-more-never-proven = { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
site-incidents = Incidents
site-incidents-lead = Ce qui est tombé en panne, ce que cela a coûté, et ce qu’il reste à faire pour que cela n’arrive plus.
site-incidents-left = Reste à faire
site-incidents-missing = Pages qui ont manqué

record-kind-exercise-heading = Exercice
record-kind-incident-heading = Incident
record-title = { $what } : { $about }{ $more ->
        [0] { "" }
        [one] { " " }et { $more } autre
       *[other] { " " }et { $more } autres
    }
record-title-on = { $title }, { $date }
record-moment = { $date } à { $hour } h { $minute }
record-hours = { $hours } h { $minutes }
record-noticed-after = { $length } après le début
record-lasted = a duré { $length }
record-goes-on = n’est pas fini
record-no-page = aucune
record-nothing-found = rien
record-own = Enregistré par la personne elle-même.
record-worth = Ce qui a changé depuis
record-replaced = Un relevé plus récent compte à la place de celui-ci.
record-not-done = Seulement lu, discuté ou ouvert : cela n’en prouve rien.
record-too-short = Ne compte pas : trop peu a été redit.
record-by-nobody = Ne compte pas : la personne qui l’a fait n’est pas nommée.
record-file = Ce relevé est dans
record-action-by = avant le
record-action-done = fait le
record-action-open = sans date
record-action-late = en retard

timeline = Au fil du temps
timeline-written = Description modifiée par { $author }
timeline-trust-ends = dernier jour de confiance : à éprouver de nouveau d’ici là
timeline-rest = Le reste :
read-back = Lu, et redit avec ses propres mots, par
read-back-when = le { $date }.
read-back-nothing = Rien n’a changé ici depuis.
read-back-changed = A changé depuis, et n’a pas encore été relu :
