# Les défauts des textes YAML, et les références à rien.

schema-alias-bomb = les alias de ce texte représentent trop de texte
    .help = écrivez les valeurs en toutes lettres au lieu de les nommer par `*`
schema-bad-date = `{ $value }` n’est pas une date
    .help = écrivez année-mois-jour, comme `2026-11-22`
    .no-month = il n’y a pas de mois { $month }
    .short-month = { $month ->
        [1] { site-month-1 }
        [2] { site-month-2 }
        [3] { site-month-3 }
        [4] { site-month-4 }
        [5] { site-month-5 }
        [6] { site-month-6 }
        [7] { site-month-7 }
        [8] { site-month-8 }
        [9] { site-month-9 }
        [10] { site-month-10 }
        [11] { site-month-11 }
       *[12] { site-month-12 }
    } { $year } a { $days } jours
schema-bad-duration = `{ $value }` n’est pas une durée
    .help = écrivez un nombre entier et une unité, comme `30m`, `4h`, `3d`, `2w`, `6mo` ou `1y`
schema-bad-id = `{ $id }` ne peut pas être un identifiant
    .help = utilisez des minuscules sans accent, des chiffres, des traits d’union et des points, comme `{ $example }`
    .reserved = `{ $id }` ne peut pas être un identifiant, car des champs emploient ce mot
    .help-reserved = choisissez un autre identifiant
schema-bad-money = `{ $value }` n’est pas une somme d’argent
    .help = écrivez un nombre décimal et une monnaie, comme `{ $example }`
    .too-large = `{ $value }` est une somme plus grande que toutes celles qui se comptent ici
    .too-large-help = écrivez au plus 13 chiffres, décimales comprises
schema-bad-value = `{ $field }` ne peut pas valoir `{ $value }`
    .item = `{ $value }` n’est pas un mot de cette liste
    .did-you-mean = vouliez-vous dire `{ $word }` ?
    .help = choisissez parmi : { $options }
    .help-number = écrivez un nombre entier qui ait un sens ici
    .help-notice = écrivez combien de temps avant sa fin le contrat doit être résilié, comme `1mo` : au plus { $most } ans
    .help-range = écrivez un nombre entier de { $least } à { $most }
    .help-unknown = ne l’écrivez pas tant que personne ne le sait ; seuls les champs obligatoires prennent `unknown`
    .format = `{ $value }` n’est pas { $format ->
        [moment] un jour et une heure
        [every] un intervalle
        [email] une adresse de courriel
        [web-address] une adresse vers laquelle une page peut mener
        [contact-address] une adresse de courriel ou une adresse vers laquelle une page peut mener
        [country] un code de pays
        [language] un code de langue
       *[other] ce que ce champ accepte
    }
    .help-format = écrivez-la comme `{ $example }`
    .help-url = écrivez-la avec `https://`, `http://`, `mailto:` ou `tel:`, comme `https://example.org`
    .help-every = écrivez `day`, `week`, `month`, `quarter`, `year`, ou une durée comme `2y`
schema-bad-yaml = le YAML ne peut pas être lu à partir d’ici
    .help = mettez entre guillemets un texte qui commence ou finit par un caractère spécial
    .tab = une tabulation sert à indenter
    .help-tab = indentez avec des espaces
    .quote = les guillemets de ce texte ne vont pas ensemble
    .help-quote = fermez le texte par le guillemet qui l’ouvre ; doublez un `'` à l’intérieur de `'…'`
    .colon = un deux-points se trouve là où aucune clé ne peut être
    .help-colon = mettez entre guillemets un texte qui contient `: `, ou vérifiez l’indentation de cette ligne
    .bracket = un crochet ou une accolade n’est pas fermé, ou ne ferme rien
    .help-bracket = faites correspondre chaque `[` à un `]` et chaque `{ "{" }` à un `{ "}" }`, ou mettez le texte entre guillemets
    .indentation = cette ligne n’est pas indentée comme ses voisines
    .help-indentation = indentez du même nombre d’espaces les champs d’un groupe et les éléments d’une liste
    .alias = aucune valeur n’a reçu ce nom avec `&`
    .help-alias = mettez entre guillemets un texte qui commence par `*` ou `&`
    .complex-key = une liste ou un groupe se trouve à la place d’une clé
    .help-complex-key = mettez entre guillemets un texte qui commence par un crochet ou une accolade
    .merge-key = la clé de fusion `<<` n’est pas lue
    .help-merge-key = écrivez les champs en toutes lettres
    .tag = les étiquettes comme `!nom` ne sont pas lues
    .help-tag = écrivez la valeur sans étiquette ; un secret va dans un gestionnaire de mots de passe, pas ici
    .second-document = un second document dans un même fichier n’est pas lu
    .help-second-document = déplacez ce qui suit `---` dans un fichier à part
    .toml = l’en-tête TOML ne peut pas être lu à partir d’ici
schema-duplicate-id = { $kind ->
        [organisation] l’organisation `{ $id }` est décrite
        [person] la personne `{ $id }` est décrite
        [service] le service `{ $id }` est décrit
        [host] l’hôte `{ $id }` est décrit
        [provider] le prestataire `{ $id }` est décrit
        [domain] le domaine `{ $id }` est décrit
        [credential] l’accès `{ $id }` est décrit
        [backup] la sauvegarde `{ $id }` est décrite
        [mail_flow] le flux de courriel `{ $id }` est décrit
        [project] le projet `{ $id }` est décrit
        [contract] le contrat `{ $id }` est décrit
        [partner] le partenaire `{ $id }` est décrit
        [term] le terme `{ $id }` est décrit
       *[runbook] la page `{ $id }` est décrite
    } deux fois
    .alias = l’alias `{ $id }` appartient déjà à autre chose
    .first = la première description est ici
    .help = donnez un autre identifiant à l’une des deux, ou réunissez les deux descriptions
schema-duplicate-key = la clé `{ $key }` se trouve ici une seconde fois
    .first = la première est ici
    .help = gardez l’une des deux ; d’ici là, la première est utilisée
schema-foreign-front-matter = { $count ->
        [one] l’en-tête d’une page a été écrit
       *[other] l’en-tête de { $count } pages a été écrit
    } pour un autre outil
    .help = le titre, la description, la langue et le poids sont utilisés ; ajoutez `type` ou `for` pour faire d’une page une procédure
schema-missing-key = il manque `{ $key }` à `{ $owner }`
    .here = le champ `{ $key }` manque
    .help = ajoutez `{ $example }`, ou `{ $key }: unknown` tant que personne ne le sait
    .help-only = ajoutez `{ $example }`
schema-null-value = `{ $field }` est vide
    .item = cet élément est vide
    .alone = `{ $field }` se trouve seul entre des virgules
    .help-alone = mettez entre guillemets un texte qui contient une virgule, ou écrivez `{ $field }: …`
    .help = supprimez-le, écrivez `unknown`, ou donnez la raison par `{ "{" }none: "…"{ "}" }` si le champ est obligatoire
schema-too-deep = des listes et des groupes sont imbriqués sur plus de { $deepest } niveaux
    .help = cherchez un crochet de trop, ou des lignes indentées par accident
schema-too-large = le texte dépasse { $most } Mio
    .help = faites-en un fichier par élément, dans un dossier du même nom
schema-unclosed-front-matter = l’en-tête de la page n’est pas fermé
    .help = terminez-le par une ligne qui ne contient que `---`
schema-unknown-file = `{ $name }` n’est pas un fichier d’inventaire
    .did-you-mean = vouliez-vous dire `{ $near }` ?
    .help = les fichiers d’inventaire s’appellent : { $names }
schema-unknown-key = il n’y a pas de champ `{ $key }`
    .did-you-mean = vouliez-vous dire `{ $key }` ?
    .help = les champs sont : { $keys }
schema-wrong-type = `{ $field }` prend { $wanted ->
        [map] un groupe de champs
        [list] une liste
        [bool] `true` ou `false`
        [number] un nombre entier
       *[text] un texte
    }, pas { $found ->
        [map] un groupe de champs
        [list] une liste
        [bool] `true` ou `false`
        [number] un nombre
        [nothing] rien
       *[text] un texte
    }
    .map-of-ids = ce fichier décrit chaque { $kind ->
        [person] personne
        [service] service
        [host] hôte
        [provider] prestataire
        [domain] domaine
        [credential] accès
        [mail_flow] flux de courriel
        [project] projet
        [contract] contrat
        [partner] partenaire
        [term] terme du glossaire
       *[backup] sauvegarde
    } sous son identifiant
    .item = il faut ici { $wanted ->
        [map] un groupe de champs
        [list] une liste
        [bool] `true` ou `false`
        [number] un nombre entier
       *[text] un texte
    }, pas { $found ->
        [map] un groupe de champs
        [list] une liste
        [bool] `true` ou `false`
        [number] un nombre
        [nothing] rien
       *[text] un texte
    }
    .help = { $wanted ->
        [map] écrivez ses champs sur les lignes suivantes, indentés
        [list] écrivez chaque élément sur sa ligne après `- `, ou tous entre `[…]`
        [bool] écrivez `true` ou `false`, sans guillemets
        [number] n’écrivez que des chiffres
       *[text] écrivez-le sur une ligne, entre guillemets s’il contient `: ` ou commence par un caractère spécial
    }

ref-dangling = il n’y a { $kind ->
        [organisation] pas d’organisation
        [person] pas de personne
        [service] pas de service
        [host] pas d’hôte
        [provider] pas de prestataire
        [domain] pas de domaine
        [credential] pas d’accès
        [backup] pas de sauvegarde
        [mail_flow] pas de flux de courriel
        [project] pas de projet
        [contract] pas de contrat
        [partner] pas de partenaire
        [term] pas de terme du glossaire
       *[runbook] pas de page
    } `{ $id }`
    .did-you-mean = vouliez-vous dire `{ $id }` ?
    .none = s’il n’y en a pas, donnez la raison : `{ "{" }none: "…"{ "}" }`
    .elsewhere = autre chose porte cet identifiant : `{ $reference }`
    .help = { $kind ->
        [runbook] vérifiez le chemin de la page, sans `.md`
       *[other] décrivez cela dans `{ $file }.yaml`, ou corrigez l’identifiant
    }
ref-wrong-kind = `{ $written }` est d’une sorte que ce champ ne prend pas
    .help = ce champ prend { $kinds }
    .help-id = écrivez l’identifiant { $kind ->
        [organisation] de l’organisation
        [person] d’une personne
        [service] d’un service
        [host] d’un hôte
        [provider] d’un prestataire
        [domain] d’un domaine
        [credential] d’un accès
        [backup] d’une sauvegarde
        [mail_flow] d’un flux de courriel
        [project] d’un projet
        [contract] d’un contrat
        [partner] d’un partenaire
        [term] d’un terme du glossaire
       *[runbook] d’une page
    }
    .form = `{ $written }` ne dit pas de quelle sorte de chose il s’agit
    .write = écrivez `{ $form }`
