# Le passé : ce que git en sait, et ce qu’il n’en sait pas.

git-shallow = l’historique est tronqué : la dernière modification { $files ->
        [one] d’un fichier
       *[other] de { $files } fichiers
    } est inconnue
    .help = récupérez tout l’historique avec `git fetch --unshallow` ; en CI, mettez `fetch-depth: 0` (GitHub, Forgejo) ou `GIT_DEPTH: 0` (GitLab)

git-unreadable = l’historique du dépôt est illisible : { $reason }
    .help = regardez ce que disent `git status` et `git fsck` dans ce dossier
    .owner = le dépôt `{ $path }` appartient à un autre utilisateur, son historique n’est donc pas lu
    .owner-help = si vous avez confiance, lancez `git config --global --add safe.directory "{ $path }"`, ou construisez sous le compte de son propriétaire
    .objects = il manque des objets au dépôt : la dernière modification { $files ->
        [one] d’un fichier
       *[other] de { $files } fichiers
    } est inconnue : { $reason }
    .objects-help = cherchez avec `git fsck`, puis récupérez les objets avec `git fetch --refetch`, ou clonez à neuf
    .version = la version `{ $name }` ne peut être lue en entier : { $reason }

git-dirty-build = { $count ->
        [one] le site est construit à partir d’un fichier qui diffère de son commit : `{ $names }`
       *[other] le site est construit à partir de { $count } fichiers qui diffèrent de leur commit : `{ $names }`
    }
    .help = enregistrez dans git, puis construisez : qui tient plus tard une copie pourra trouver de quoi elle est faite
