# Ce que disent les pages du site.

site-skip = Aller à la page
site-helps = Toujours ici
site-languages = Langues
site-where = Où vous êtes
site-neighbours = Autour de cette page
site-on-this-page = Sur cette page
site-turn = Page précédente et suivante
site-previous = Précédent
site-next = Suivant
site-all-contents = Tout le sommaire…
site-language = Français
site-untranslated = Pas encore traduite : cette page est affichée telle qu’elle a été écrite.
site-theme = Couleurs
site-theme-system = Comme le système
site-theme-light = Clair
site-theme-dark = Sombre
site-copy = Copier
site-copied = Copié
site-copy-failed = Pas copié : sélectionnez le texte

site-draft = Brouillon.
site-draft-why = Cette copie a été publiée avec des erreurs. Les références mortes sont marquées ; ne vous fiez pas à ce qui est marqué.
site-draft-page = Brouillon : personne n’a déclaré que cette page peut être suivie.
site-retired-page = Retirée : cette page décrit ce qui ne se fait plus.

site-start = Commencer ici
site-takeover = Prendre la relève
site-contacts = Qui appeler
site-access = Accès
site-dates = Échéances
site-index = Index A–Z
site-glossary = Glossaire
site-decisions = Décisions
site-contents = Sommaire
site-about = À propos de cette copie
site-pages = Pages
site-other-pages = Autres pages
site-short-names = Noms courts et alertes
site-name = Nom
site-situation = Quelle est votre situation ?
site-broken = Quelque chose est en panne
site-all-of = Tout voir : { $list }

# Start

site-way-broken = Quelque chose est en panne maintenant
site-way-broken-note = Trouver la page par ce que vous voyez, par alerte, par service
site-way-unreachable = L’admin n’est plus joignable
site-way-declared = Déclaré par { $who }, après { $after } sans nouvelles
site-way-declared-whenever = Déclaré par { $who } ; après quel silence : INCONNU
site-way-undeclared = Qui peut le déclarer : INCONNU
site-way-stand-in = Je remplace pour quelques jours
site-way-stand-in-note = Ce qu’il faut faire de toute façon, et ce qui attend
site-way-intrusion = Intrusion ou fuite de données
site-way-intrusion-note = STOP : lire une page avant de toucher à quoi que ce soit
site-start-before-after = Ce qui vient avant et après cette heure :
site-start-dates = À échéance dans les 60 jours
site-start-no-dates = Rien de connu n’arrive à échéance dans ces 60 jours.
site-start-lapsed = Déjà passé
site-start-ahead = À venir
site-start-services = Ce qui doit revenir en premier
site-start-nobody = PERSONNE
site-start-authors = Dans les mots de ceux qui tiennent la maison
site-customer = client { $id }
intrusion-words = intrusion | intrus | piratage | piraté | fuite de données | compromis

# Taking over

site-takeover-declaring = Qui la déclare
site-takeover-explained = Les étapes sont expliquées dans :
site-first-minute = Première minute
site-first-hour = Première heure
site-first-day = Premier jour
site-first-week = Première semaine
site-first-month = Premier mois
site-hand-back = Rendre la main
site-stand-in-why = L’admin est absent et reviendra : il n’y a rien à déclarer.
site-checklist-generated = Aucune page n’a d’étapes pour cela. Celles-ci viennent de l’inventaire.
site-vital = vital
stand-in-words = remplacement | remplacer quelques jours | semaine calme | intérim | stand-in
site-do-declared = S’assurer que la relève est déclarée par une personne qui le peut.
site-do-journal = Ouvrir un journal : l’heure, ce que l’on voit, ce que l’on fait.
site-do-touch-nothing = Ne rien redémarrer, ne rien mettre à jour : regarder d’abord.
site-do-open-store = Ouvrir l’endroit où sont gardés les secrets.
site-do-call = Appeler qui tient tout, puis qui remplace.
site-do-look = Regarder ce qui est en panne.
site-do-freeze = Arrêter ce qui est prévu : mises à jour, déménagements, nouveaux comptes.
site-do-tell = Dire aux utilisateurs qui appeler maintenant.
site-do-log-in = Se connecter une fois chez chaque prestataire ; noter ce qui refuse.
site-do-backups = Voir que les sauvegardes de la nuit sont là.
site-do-dates = Lire les échéances.
site-do-restore = Restaurer une sauvegarde pour de vrai, à côté de ce qui tourne.
site-do-money = Demander ce qui est payé comment, et ce qui est dû.
site-do-second-person = Trouver une seconde personne : maintenant, tout repose sur vous.
site-do-maintain = Faire ce qui revient régulièrement.
site-do-rotate = Changer les secrets que seule la personne absente tenait.
site-do-correct = Corriger ces pages là où elles se trompaient.
site-do-end = Fixer le jour de la fin avec ceux qui l’ont déclarée.
site-do-reread = Relire le journal ensemble, ligne par ligne.
site-do-give-back = Rendre les accès d’urgence, et changer les secrets qui ont servi.
site-do-agree = S’accorder sur les dates, sur un numéro qui répond, et sur ce qui attendra.
site-do-own-access = Essayer ses propres accès tant que quelqu’un peut aider.
site-do-change-nothing = Ni mise à jour, ni nouveau compte, ni réglage : ne réparer que ce qui casse.
site-do-every-morning = Chaque matin, ouvrir chaque service une fois.
site-do-due = Faire ce qui tombe de toute façon ces jours-là.

# Broken

site-broken-symptoms = Que voyez-vous ?
site-broken-no-symptoms = Aucune page ne nomme de symptôme : AUCUN. Cherchez par service, ou suivez la méthode générale.
site-broken-anything = Autre chose
site-broken-alerts = Alertes, par nom exact
site-broken-services = Par service
site-broken-diagnose = Trouver la cause
site-broken-restore = Restaurer
site-broken-none = AUCUNE
site-broken-severity = Par gravité
site-broken-not-judged = Gravité : inconnue
site-broken-method = Rien ne correspond
site-method-note = Noter l’heure et ce que vous voyez, mot pour mot.
site-method-where = Ouvrir deux autres services, puis le même depuis un autre réseau : un service, une machine, ou tout ?
site-method-recent = Demander ce qui a changé en dernier : une mise à jour, un certificat, un domaine, un paiement, un réglage.
site-method-look = Regarder sans rien changer : disque plein, mémoire, dernières lignes du journal, date du certificat.
site-method-one = Changer une seule chose à la fois, la noter, et la défaire si elle n’aide pas.
site-method-stop = Après une demi-heure sans progrès, s’arrêter : dire aux utilisateurs quand viendra la prochaine nouvelle, et appeler.
site-intrusion-stop = STOP : intrusion ou fuite de données
site-intrusion-isolate = Couper la machine du réseau : depuis la console du prestataire, ou en débranchant le câble.
site-intrusion-stay-on = Ne pas l’éteindre et ne pas la redémarrer : la mémoire garde des traces.
site-intrusion-keep = Ne rien supprimer, ne rien nettoyer, ne rien restaurer encore.
site-intrusion-write = Noter l’heure, ce que vous avez vu, et qui vous l’a dit.
site-intrusion-call = Appeler l’admin et ceux qui peuvent parler au nom de l’organisation ; une fuite de données personnelles a un délai légal.
site-intrusion-keys = Changer les mots de passe seulement depuis une autre machine, saine.

site-list-organisation = L’organisation
site-list-service = Services
site-list-host = Hôtes
site-list-provider = Prestataires
site-list-domain = Domaines
site-list-credential = Accès
site-list-backup = Sauvegardes
site-list-mail-flow = Flux de courriel
site-list-project = Projets
site-list-contract = Contrats
site-list-partner = Entraide
site-list-term = Glossaire
site-list-person = Qui appeler
site-list-runbook = Pages

# Views : qui appeler, accès, échéances, index, glossaire, décisions, cette copie.

site-people = Les personnes, dans l’ordre où les appeler
site-support = Assistance de nos prestataires
site-to-warn = Qui prévenir dans chaque projet
site-role-unknown = RÔLE INCONNU
site-leaves-on = Là jusqu’au { $date }. Après ce jour, appelez la personne suivante.
site-may-decide = Peut décider
site-answers-for = S’occupe de
site-may-declare = que quelqu’un prend la relève
site-speaks-in-law = au nom de l’organisation : prestataires, banque, droit
site-only-intention = Seulement une intention : rien n’est convenu
site-text-message = SMS
site-channel-ours = tombe avec nous
site-channel-via = passe par

site-access-lead = Où est chaque porte, où est rangée sa clé, et qui la détient. Les clés elles-mêmes ne sont jamais écrites ici.
site-without-key = Portes sans clé
site-without-key-why = Aucun accès de l’inventaire ne les ouvre : d’ici, personne ne sait comment y entrer.
site-opens-vaults = D’abord : ce qui ouvre les coffres où sont les autres clés
site-opens-unknown = N’ouvre rien que l’on sache
site-one-holder = si cette personne est injoignable, la clé l’est aussi
site-one-factor = si ce téléphone ou cette clé se perd, la porte reste fermée
site-reset-ours = notre propre domaine
site-by-person = Qui détient quoi
site-holds = Détient
site-holds-alone = Sans personne d’autre
site-holds-with-others = Avec d’autres
site-holds-nothing = aucune clé

site-day-unknown = Jour inconnu
site-manual = quelqu’un doit agir
site-who-acts = Qui agit :
site-how = Comment :

site-term-also = Aussi :
site-term-used-in = Employé dans :

site-decision = Décision
site-decisions-lead = Pourquoi les choses sont ainsi, la plus récente d’abord.
site-decision-proposed = proposée
site-decision-in-force = en vigueur
site-decision-superseded = remplacée

site-about-language = { $missing ->
    [0] { $language } : toutes les pages
    [one] { $language } : { $missing } page n’est pas traduite
   *[other] { $language } : { $missing } pages ne sont pas traduites
}
site-about-source = Source
site-about-published = Publiée à
site-newer = Une copie plus récente
site-newer-how = Cette copie ne change plus. Dans le dossier de sa source, mise à jour, cette commande en fait une nouvelle :
site-mistakes = Quelque chose est faux ici
site-mistakes-how = Dites quelle page, et ce que vous avez vu à la place ; mieux encore, corrigez-la dans la source. La nuit, une page fausse coûte plus cher qu’une page qui manque.
site-printing = Sur papier
site-printing-how = Chaque page s’imprime telle quelle, noir sur blanc, avec la place des trous d’un classeur. À imprimer d’abord : Commencer ici, Qui appeler, Accès.
    .edition = Chaque page s’imprime telle quelle, noir sur blanc, avec la place des trous d’un classeur.
site-accessibility-tested = Contrôlé par une machine, à chaque changement du thème, sur chaque sorte de page : les règles d’axe, le clavier, la taille des cibles, 320 pixels de large, un texte plus espacé, un texte deux fois plus grand, les couleurs forcées, sans script, l’impression, dans Chromium ; et un tour plus court dans Firefox.
site-accessibility-untested = Pas contrôlé : Safari et les autres navigateurs WebKit, ni les lecteurs d’écran entre les mains de celles et ceux qui s’en servent chaque jour. Les tableaux et les dessins qu’apportent les auteurs sont à rendre lisibles par eux.
site-licences = Licences
site-licences-what = Les textes sont à celles et ceux qui les ont écrits, aux conditions qu’ils indiquent. Le thème et ses scripts viennent de Relève, sous licence MIT ou Apache 2.0, au choix ; il n’y a rien d’autre dedans, pas même une police.

site-use-when = Utiliser si
site-not-when = Ne pas utiliser si

# Runbook page
site-proof-none = Aucun exercice enregistré pour cette page.
site-page-id = Page
site-go-back = Retour en arrière
site-no-way-back = aucun retour en arrière n’est écrit
site-values = Vos valeurs
site-values-how = Là où une commande montre un de ces noms dans un cadre, mettez votre valeur.
site-on-paper = Sur papier : cochez la case de chaque étape, notez l’heure et vos initiales sur sa ligne.
site-pause = Faire de mémoire, puis s’arrêter et confirmer ici, ligne par ligne.
site-step = étape { $number }
site-step-of = étape { $number } de « { $section } »
site-must-hold = Ce qui doit être vrai maintenant

site-for = Pour
site-needs = Il vous faut
site-end-of = Fin de : { $title }
site-ask = Bloqué, ou un doute ? Demandez à
site-then = Ensuite :

site-notes = Notes
site-unknown = INCONNU
site-none = AUCUN
site-decimal-sign = ,
site-named-in = { $field } ({ $kind })
site-reference = Référence :

site-foreign-image = une image sur un autre site, qui n’est pas chargée : { $address }
site-dead-file = il n’y a pas de telle page ni de tel fichier
site-dead-anchor = la page n’a pas cet endroit
site-dead-entity = l’inventaire ne contient pas cela
site-dead-outside = mène hors des pages
site-dead-scheme = pas une adresse qu’une page peut ouvrir

site-changed = Dernière modification le { $date } par { $author } ({ $commit }).
site-changed-uncommitted = Dernière modification : pas encore enregistrée dans git.
site-changed-unknown = Dernière modification : inconnue. { $why }
site-history-whole = Tout l’historique est connu.
site-history-no-repository = La source n’est pas dans un dépôt git.
site-history-shallow = Le dépôt est un clone superficiel : les anciens commits manquent.
site-history-unborn = Le dépôt n’a encore aucun commit.
site-history-unreadable = Le dépôt n’a pas pu être lu.

site-copy-of = Copie du { $date }
site-copy-of-commit = Copie du { $date }, commit { $commit }
site-copy-of-dirty = Copie du { $date }, commit { $commit } plus des modifications

site-about-lead = Ces pages sont une copie, faite à un moment donné. Elles fonctionnent sans réseau et sans scripts ; rien n’y est chargé d’ailleurs.
site-about-date = Faite pour le
site-about-commit = Faite à partir du commit
site-about-commit-clean = { $commit }, { $date }, { $author }
site-about-commit-dirty = { $commit }, { $date }, { $author }, avec des modifications non enregistrées
site-about-history = Historique
site-about-content = Contient
site-about-findings = Constats
site-about-tool = Faite avec
site-count-pages = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
site-count-entities = { $count ->
    [one] { $count } chose dans l’inventaire
   *[other] { $count } choses dans l’inventaire
}
site-count-findings = erreurs : { $errors }, manques pour la relève : { $readiness }, avertissements : { $warnings }
site-verify = Cette copie est-elle complète et intacte ?
site-verify-how = Le fichier SHA256SUMS donne l’empreinte de chaque fichier. Dans le dossier de cette copie, sous Linux ou macOS :
site-verify-windows = Sous Windows, un fichier à la fois, à comparer avec la ligne de ce fichier :
site-accessibility = Accessibilité
site-accessibility-what = Les pages visent les WCAG 2.2 AA (RGAA) : elles se lisent au clavier seul, sur un écran étroit, agrandies, en couleurs sombres ou forcées, et sur papier. Ce qui ne marche pas pour vous est un défaut.
site-storage = Ce que garde votre navigateur
site-storage-what = Seulement les couleurs que vous choisissez, sous un nom propre à ce site. Rien de ce que vous lisez ou tapez n’est gardé ni envoyé.

site-not-found = Cette page n’existe pas
site-not-found-why = L’adresse est mal tapée, ou la page a été déplacée.
site-not-found-how = Allez à la première page du site, et cherchez dans le sommaire.
site-leads-to = Ce nom mène à :

# Versions : ce que le site disait avant.
site-versions = Versions antérieures
site-versions-lead = Ce que disaient ces pages quand quelqu’un leur a donné un nom : à une passation, avant un changement, au début d’un incident.
site-versions-how = Chacune est entière : ses liens restent en elle, et chacune de ses pages mène à la même page telle qu’elle est maintenant.
site-version = Version
site-version-date = Date
site-version-by = Commit marqué
site-version-banner = Voici la version { $name }, au { $date }. Ne travaillez pas d’après elle.
site-version-now = Voir cette page telle qu’elle est maintenant
site-version-of = Telle qu’elle était dans { $name }, le { $date }
site-moved = Cette page a déménagé
site-gone = Cette page n’existe plus
site-gone-why = Il n’y a plus rien à cette adresse. Elle se trouvait encore ici :

site-month-of = { $month } { $year }
site-day = { $day ->
    [1] 1er { $month }
   *[other] { $day } { $month }
}
site-date = { $day ->
    [1] 1er { $month } { $year }
   *[other] { $day } { $month } { $year }
}
site-month-1 = janvier
site-month-2 = février
site-month-3 = mars
site-month-4 = avril
site-month-5 = mai
site-month-6 = juin
site-month-7 = juillet
site-month-8 = août
site-month-9 = septembre
site-month-10 = octobre
site-month-11 = novembre
site-month-12 = décembre

site-address-taken = la page `{ $page }` a l’adresse `{ $wanted }`, donc celle que le site fabrique à cet endroit devient `{ $address }`
    .help = renommez la page, ou laissez-la si elle doit bien se trouver là
site-address-shared = les pages `{ $page }` et `{ $other }` auraient la même adresse, donc la première devient `{ $address }`
    .help = donnez à l’une des deux un nom qui diffère par plus que des majuscules, des accents ou de la ponctuation
theme-other-context = le thème a été fait pour la version { $written } de ce que voient les gabarits, et ce programme leur montre la version { $current }
    .help = comparez vos gabarits avec `themes/README.md` et avec ceux d’origine, puis écrivez `theme-context = { $current }`
theme-bad-template = le gabarit `{ $template }` ne fonctionne pas : { $words }
    .help = comparez-le avec le gabarit d’origine du même nom
    .built-in = il est d’origine : l’erreur est dans ce que le thème met à la place d’autres : { $own }

# Entities : la fiche d’une chose, et les listes de choses.

entity-derived = déduit
entity-derived-means = « Déduit » marque ce que personne n’a écrit ici : cela découle de ce que disent d’autres fiches de l’inventaire.
entity-needs = A besoin de
entity-here = Vous êtes ici
entity-needed-by = Nécessaire à
entity-needed-by-nothing = Rien de connu n’en dépend
entity-needs-nothing = Ne dépend de rien de connu
entity-soft = utile, pas indispensable

group-what = Ce que c’est
group-way-in = Où c’est et comment y entrer
group-needs = Ce dont il dépend, ce qui en dépend
group-todo = Que faire
group-data = Données et sauvegardes
group-promises = Ce qui a été promis
group-serves = Pour qui
group-money = Qui paie, et jusqu’à quand
group-holds = Ce qui s’y trouve
group-machine = La machine
group-reach = Comment joindre
group-leave = Si l’on s’en va
group-law = Droit et données personnelles
group-ends = Quand cela s’arrête
group-rights = À qui c’est, et ce qui le protège
group-opens = Ce que cela ouvre
group-where = Où c’est rangé, et qui l’a
group-lost = Si on l’a perdu
group-restore = Pour récupérer les données
group-covers = Ce qui est couvert
group-runs = Comment cela tourne
group-roles = Ce que cette personne peut faire
group-owns = Ce qui est à ce nom
group-keys = Les clés détenues
group-period = Depuis quand
group-takeover = Qui peut décider
group-legal = La personne morale
group-answers = Ce qui revient
group-trust = Pourquoi les autres l’acceptent
group-uses = Ce qui est utilisé
group-agreed = Ce qui a été convenu
group-rest = Tout le reste

pages-broken = C’est en panne
pages-restore = Rétablir
pages-operate = Faire tourner
pages-tell = Prévenir
pages-leave = En partir
pages-read = À lire

derived-second = Seconde personne
derived-machines = Machine
derived-opened-below = S’ouvre par ce qui le porte
derived-access = Accès
derived-second-holder = Second détenteur
derived-backups-below = Sauvegardé avec sa machine
derived-backups = Sauvegarde
derived-tier = Rang
derived-contracts-below = Contrats de ce qui le porte
derived-contracts = Contrat
derived-pages = Pages
derived-services = Services
derived-decide-by = Dernier jour pour résilier
tier-1 = 1 : à rétablir dans la journée
tier-2 = 2 : à rétablir dans la semaine
tier-3 = 3 : peut attendre plus d’une semaine

missing-second = personne d’autre parmi ceux qui restent n’a un rôle qui le couvre
missing-access = rien dans l’inventaire ne l’ouvre
missing-holder = toutes les personnes qui ont de quoi l’ouvrir s’en vont
missing-second-holder = de ceux qui restent, seule cette personne a de quoi l’ouvrir : { $holder }
missing-backup = ce qu’il contient n’est sauvegardé nulle part
missing-contract = qui paie, et jusqu’à quand, n’est écrit nulle part
missing-pages = rien n’est écrit sur ce qu’il faut faire
missing-service = ce que ce projet utilise n’est écrit nulle part

inverse-account_holder = Titulaire du compte chez
inverse-activation = Peut déclarer la relève de
inverse-aliases = Nommé autrefois par
inverse-agreed = Convenu avec
inverse-agreement = Accord de
inverse-auth = Authentifie les courriels de
inverse-bounces = Traite les retours de
inverse-complaints = Traite les plaintes sur
inverse-config_source = Configure
inverse-console = Console de secours de
inverse-contacts = Achemine les messages vers
inverse-copies = Abrite les copies de
inverse-covers-backup = Sauvegardé par
inverse-covers-contract = Contrat
inverse-data = Sort les données de
inverse-depends_on = Nécessaire à
inverse-dns = Tient les noms de
inverse-encryption_key = Déchiffre
inverse-exit = Permet de quitter
inverse-from_domains = Domaine de ces flux de mails
inverse-holders = Détient
inverse-leaves_with = Sort les données de
inverse-needs = Nécessaire pour suivre
inverse-notice_template = Prévient
inverse-opens = S’ouvre avec
inverse-owner = Répond de
inverse-paid_by = Paie
inverse-provider = Machines
inverse-recovery = Permet de récupérer
inverse-registrant = Titulaire de
inverse-registrar = Bureau d’enregistrement de
inverse-representatives = Représente
inverse-restore = Rétablit
inverse-roles = Personnes qui y ont un rôle
inverse-runs_on = Fait tourner
inverse-second_factor = Second facteur de
inverse-serves = Utilise
inverse-share = Partage le coût de
inverse-ssh = Passage vers
inverse-store = Garde les secrets de
inverse-text = Cité dans
inverse-transfer_code = Transfère le domaine
inverse-used_by = Envoie ses courriels par
inverse-via = Achemine
inverse-watched_by = Surveille

list-count = En tout : { $count }.
list-see-also = Voir aussi :
list-tier-1 = D’abord : dans la journée
list-tier-2 = Ensuite : dans la semaine
list-tier-3 = Plus tard : peut attendre plus d’une semaine
list-tier-unknown = Inconnu : personne n’a dit combien de temps l’arrêt est tolérable
list-tier-retired = Retirés : rien à rétablir
