# Les secrets qui sont trahis.

secret-weak-hint = ceci donne un autre mot de passe à qui en connaît un, et n’apprend rien aux autres
    .pin = les chiffres d’un code PIN ou d’un autre code sont écrits ici
    .help = donnez-lui un secret à lui dans le coffre, et écrivez où il est gardé, pas ce qu’il est

secret-in-output = { $name ->
        [none] un secret ({ $shown })
       *[other] un secret de type { $name } ({ $shown })
    } se trouve dans le fichier terminé `{ $page }`{ $more ->
        [0] {""}
        [one] {" "}et dans un autre fichier
       *[other] {" "}et dans { $more } autres
    }
    .help = cherchez les textes ou la partie du thème dont il est assemblé, et dites plutôt où il se trouve

secret-in-history = un commit du { $date } ({ $commit }) contenait un secret dans ce fichier : { $shown }
    .help = changez le secret là où il sert : l’enlever du texte le laisse dans chaque clone
