# Publier un site, et comparer une copie à ses sommes de contrôle.

publish-audience-public = tout le monde
publish-audience-members = les membres
publish-audience-admins = les administrateurs

verify-changed = modifié : { $path }
verify-missing = manquant : { $path }
verify-unreadable = illisible : { $path } ({ $reason })
verify-extra = étranger au site : { $path }
verify-more = … et { $count } de plus
verify-list = { $lines ->
        [one] SHA256SUMS est lui-même abîmé : sa ligne { $first } est illisible
       *[other] SHA256SUMS est lui-même abîmé : { $lines } de ses lignes sont illisibles, la ligne { $first } d’abord
    }
verify-build = l’édition pour { $audience }, à la date du { $date }, construite à partir du commit { $commit }
    .changed = l’édition pour { $audience }, à la date du { $date }, construite à partir du commit { $commit } et de changements qui n’étaient pas enregistrés
    .alone = l’édition pour { $audience }, à la date du { $date }, construite sans commit
    .unknown = on ne sait pas de quelle construction il s’agit : le fichier .releve-site manque (`cp site/*` l’oublie) ; about.html le dit aussi
verify-draft = c’est un brouillon : il a été construit malgré des erreurs
# Des fichiers, par ce qui leur est arrivé ; ce qui n’est arrivé à aucun n’est pas dit.
count-none = aucun fichier changé
count-list = seule sa liste est abîmée
count-new = { $count ->
    [one] 1 nouveau
   *[other] { $count } nouveaux
}
count-changed = { $count ->
    [one] 1 modifié
   *[other] { $count } modifiés
}
count-gone = { $count ->
    [one] 1 disparu
   *[other] { $count } disparus
}
count-missing = { $count ->
    [one] 1 manquant
   *[other] { $count } manquants
}
count-unreadable = { $count ->
    [one] 1 illisible
   *[other] { $count } illisibles
}
count-extra = { $count ->
    [one] 1 étranger au site
   *[other] { $count } étrangers au site
}
verify-whole = { $place ->
        [branch] la branche `{ $copy }` est entière
       *[folder] le dossier { $copy } est entier
    } : { $files ->
        [one] son fichier est tel qu’il a été construit
       *[other] les { $files } fichiers sont tels qu’ils ont été construits
    }
verify-differs = { $place ->
        [branch] la branche `{ $copy }` diffère
       *[folder] le dossier { $copy } diffère
    } de ce qui a été construit : sur { $files ->
        [one] 1 fichier
       *[other] { $files } fichiers
    }, { $counts }
    .extra = le site lui-même est entier ; regardez ce qu’il y a à côté avant de vous y fier
    .help = ne travaillez pas avec cette copie : refaites-en une depuis le site ou depuis sa branche

publish-site = { $folder } : { $site }
publish-other-commit = note : vous êtes au commit { $head } ; `releve build` fait le site de celui-là
publish-left-out = laissé de côté, car étranger au site : { $path }
publish-would = irait sur `{ $branch }` : { $counts } ; rien n’a été écrit
publish-committed = enregistré sur `{ $branch }` ({ $commit }) : { $counts }
publish-same = `{ $branch }` porte déjà ce site : rien n’a été enregistré
publish-pushed = `{ $branch }` a été poussée vers `{ $remote }`
publish-here = rien n’a quitté cette machine : `git push { $remote } refs/heads/{ $branch }:refs/heads/{ $branch }`, ou `releve publish --push`, l’envoie
publish-open = un site statique n’a pas de contrôle d’accès : qui trouve son adresse le lit en entier, et cette édition est faite pour cela
    .restricted = un site statique n’a pas de contrôle d’accès, et ceci est l’édition pour { $audience } : `restricted = true` affirme que le lieu ne laisse entrer personne d’autre ; ouvrez son adresse dans une fenêtre privée, et voyez s’il demande qui vous êtes
publish-subject = Site à la date du { $date }, de { $commit }
    .alone = Site à la date du { $date }

publish-not-built = il n’y a pas de { $folder } : `releve build --audience { $audience }` le fait ; rien n’a été enregistré
publish-nameless = { $folder } ne dit pas de quelle construction il s’agit : son fichier .releve-site manque
    .help = reconstruisez le site ; rien n’a été enregistré
publish-draft = { $folder } est un brouillon, construit malgré des erreurs, et un brouillon ne se publie pas
    .help = réparez ce que nomme `releve check`, ou donnez moins de poids à sa règle sous `[checks]` dans book.toml, puis reconstruisez sans `--draft` ; rien n’a été enregistré
publish-wider = { $folder } est l’édition pour { $audience }, et un site statique n’a pas de contrôle d’accès : qui peut lire la branche ou ses pages y lirait où se trouve chaque clé et qui la détient. Rien n’a été enregistré.
    .public = pour tout le monde : `releve build --audience public`, puis `releve publish`
    .restricted = si eux seuls peuvent atteindre le lieu, branche comprise : `restricted = true` sous `[publish]` dans book.toml
publish-wider-before = `{ $branch }` porte l’édition pour { $audience } : ce qui est enregistré à la suite serait public avec elle, et qui récupère la branche obtient les deux. Rien n’a été enregistré.
    .help = publiez sur une autre branche (`--branch`), ou supprimez celle-ci avec son passé : `git branch -D { $branch }`, `git push { $remote } --delete refs/heads/{ $branch }`
publish-damaged = rien n’a été enregistré : reconstruisez le site

publish-no-repository = { $folder } n’est dans aucun dépôt git avec un dossier de travail
    .help = `git init` en crée un ; on peut aussi copier le dossier tel quel sur un serveur web, sans rien enregistrer
publish-owner = le dépôt { $path } appartient à un autre utilisateur
    .help = si vous lui faites confiance, lancez `git config --global --add safe.directory "{ $path }"`, ou publiez en tant que son propriétaire
publish-bad-name = `{ $name }` ne peut pas être le nom d’une branche
    .help = indiquez `branch` sous `[publish]` dans book.toml, ou `--branch`, par exemple `pages`
publish-no-room = il ne peut pas y avoir de branche `{ $branch }` à côté de la branche `{ $other }` : git aurait besoin d’un dossier là où l’autre a un fichier
    .help = nommez une autre branche (`--branch`)
publish-checked-out = `{ $branch }` est extraite dans { $folder } : ses fichiers changeraient sous les mains de quelqu’un
    .help = passez là-bas sur une autre branche, ou nommez-en une pour le site seul : `--branch pages`
publish-foreign = `{ $branch }` porte autre chose qu’un site, et le site le remplacerait
    .help = nommez une autre branche (`--branch`) ; si personne n’a besoin de ce qui s’y trouve : `git branch -D { $branch }`
publish-strange = `{ $branch }` porte { $count ->
        [one] un fichier étranger
       *[other] { $count } fichiers étrangers
    } au site, qui { $count ->
        [one] disparaîtrait
       *[other] disparaîtraient
    } : `{ $names }`
    .help = mettez-les dans le projet, s’ils font partie du site ; sinon retirez-les de `{ $branch }` par un commit à vous, ou nommez une autre branche (`--branch`) ; rien n’a été enregistré
publish-no-identity = git ne sait pas qui enregistre
    .help = `git config user.name "…"` et `git config user.email "…"` ; en CI, donnez GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME et GIT_COMMITTER_EMAIL
publish-changed = { $path } a changé pendant la lecture
    .help = attendez la fin de la construction, puis publiez de nouveau ; rien n’a été enregistré
publish-locked = un autre programme modifie `{ $branch }`
    .help = attendez-le ; si aucun ne tourne, l’un d’eux est mort : supprimez { $file }
publish-moved = `{ $branch }` a été déplacée entre-temps par un autre programme
    .help = publiez de nouveau
publish-git = git dit : { $reason }

publish-no-remote = il n’y a pas de dépôt distant `{ $remote }`
    .add = `git remote add { $remote } ADRESSE` le déclare ; rien n’a été enregistré
    .known = les dépôts distants sont `{ $known }` : nommez-en un après `--push`, ou indiquez `remote` sous `[publish]` dans book.toml ; rien n’a été enregistré
publish-no-token = la variable que nomme `--token-env` n’est pas définie, ou n’est pas un nom de variable
    .help = nommez la variable, pas le jeton : `--token-env PAGES_TOKEN` ; rien n’a été enregistré
publish-behind = `{ $remote }` a sur `{ $branch }` des commits qui ne sont pas ici : quelqu’un d’autre a publié
    .help = `git fetch { $remote }`, puis `git branch --force { $branch } { $remote }/{ $branch }`, puis publiez de nouveau : votre site suivra le leur
publish-apart = `{ $branch }` ici et sur `{ $remote }` ont divergé : chacune a des commits que l’autre n’a pas
publish-no-git = git n’est pas installé, et c’est lui qui pousse ; le commit est fait
    .help = installez git, puis `git push { $remote } refs/heads/{ $branch }:refs/heads/{ $branch }`
publish-refused = `{ $remote }` n’a pas accepté `{ $branch }` : { $reason }
    .help = le commit est fait et gardé : essayez `git push { $remote } refs/heads/{ $branch }:refs/heads/{ $branch }` jusqu’à ce que cela passe ; rien n’a été forcé

init-ci-taken = `{ $path }` existe déjà, et rien n’est remplacé : `releve init DOSSIER-VIDE --ci …` en écrit un où copier
init-ci-source = De quel dépôt git le pipeline installe-t-il releve ?
init-ci-fill = avant sa première exécution : écrivez dans RELEVE_SOURCE, dans { $path }, de quel dépôt git releve s’installe
init-ci-below = { $host } ne cherche ce fichier qu’à la racine du dépôt : déplacez-le dans { $top }, et écrivez-y `releve -C { $folder }` au lieu de `releve`
init-ci-next =
    .gitlab = ensuite : enregistrez-le, poussez, et planifiez la nuit (Compilation > Planifications de pipeline)
    .github = ensuite : enregistrez-le, poussez, et choisissez GitHub Actions comme source de Pages (Settings > Pages)
    .forgejo = ensuite : écrivez-y l’étiquette de votre exécuteur (`runs-on`), enregistrez-le, poussez, et activez les Actions (Paramètres > Unités)
    .open = rien n’est ouvert tant que personne ne l’ouvre : le pipeline publie un site sans contenu, et réussit, tant que des pages et des choses ne disent pas `audience: public`
