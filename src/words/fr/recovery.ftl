# Dans quel ordre les choses reviennent.

recovery-title = Ordre de rétablissement
recovery-everything = Tout est perdu
recovery-lost = Perdu : { $names }
recovery-nothing = Il n’y a rien à rétablir.
recovery-wave = { $number ->
        [1] Vague 1 : rien ne marche sans
       *[other] Vague { $number }
    }
recovery-measured = { $time }, mesuré le { $date }
recovery-estimated = { $time }, d’après sa page
recovery-promised = { $time }, seulement promis
recovery-with-host = avec { $host }
recovery-unknown = personne ne sait combien de temps
recovery-back = revenu après { $one } (seul), { $two } (à deux)
recovery-within = arrêt tolérable : { $time }
recovery-without-copy = ses données ne sont plus dans aucune copie
recovery-needs = après { $names }
recovery-total = { $people ->
        [1] Une personne seule
       *[other] { $people } personnes
    } : { $time } en tout
recovery-total-at-least = { $people ->
        [1] Une personne seule
       *[other] { $people } personnes
    } : au moins { $time } en tout ; pour quelque chose, personne ne sait combien de temps il faut
recovery-critical = Ce qui en décide : { $names }
recovery-first-missed = Premier délai manqué : { $name } devrait revenir après { $due }, et revient après { $back }
recovery-missed = Manqué aussi : { $name }, dû après { $due }, revenu après { $back }
recovery-none-missed = Aucun délai n’est manqué.
recovery-cycle = Un cercle : { $names }. Rien ne dit qui vient en premier ; rendez l’une de ces dépendances souple, de préférence celle de { $from } envers { $to }.
recovery-waiting = Attend que d’autres reviennent : { $name } (attend { $needs })
recovery-domains = Tenus par ce qui est perdu : { $names }. Sans registraire ni serveurs de noms, on ne peut plus rien changer, et bientôt plus rien n’est trouvé.
recovery-unreadable = Se trouvent dans ce qui est perdu : { $names }
recovery-gone = Il ne reste aucune copie de { $names }
recovery-days = { $hours ->
        [0] { $days } j
       *[other] { $days } j { $hours } h
    }
recovery-person = Il n’y a rien à rétablir quand une personne manque ; ceci tombe :

ref-cycle-hard = ceux-ci ne peuvent pas démarrer l’un sans l’autre : `{ $names }`
    .help = rendez l’une des dépendances souple : sans doute `{ $from }` peut tourner un moment sans `{ $to }` (`hard: false`)
service-rto-below-deps = `{ $service }` est promis en `{ $rto }`, et a besoin de `{ $below }`, promis seulement en `{ $slowest }`
    .help = promettez `{ $rto }`, rendez `{ $below }` plus rapide, ou dites `hard: false` s’il tourne sans

recovery-title-of = Si { $name } est perdu
recovery-lead = Chaque vague a besoin des précédentes. Les durées sont mesurées quand quelqu’un l’a fait, sinon celles de la page, sinon seulement promises ; les sommes disent « au moins » quand quelque chose n’est pas connu.
recovery-lost-heading = Perdu, avec tout ce qui tourne dessus :
recovery-guess = jamais essayé
recovery-late = trop tard
recovery-after = Après
recovery-waiting-heading = Pas perdu, et arrêté jusqu’au retour des autres
recovery-critical-heading = Ce qui décide de la durée
recovery-others-heading = Si autre chose est perdu
recovery-gone-heading = Sauvegardes dont il ne reste aucune copie
recovery-unreadable-heading = Clés qui se trouvent dans ce qui est perdu
recovery-domains-heading = Domaines que personne ne peut plus changer

recovery-map = Les vagues, de la première à la dernière
recovery-no-map = Pas de schéma : avec une seule vague ou plus de trente choses, la liste le dit mieux.
entity-map = Sa place : au-dessus, ce dont il a besoin ; au-dessous, ce qui a besoin de lui
