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
site-languages = Langue
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

site-use-when = Utiliser si
site-not-when = Ne pas utiliser si
site-for = Pour
site-needs = Il vous faut
site-end-of = Fin de : { $title }
site-ask = Bloqué, ou un doute ? Demandez à
site-then = Ensuite :

site-runbooks-about = Que faire
site-facts = Ce que l’on sait
site-notes = Notes
site-unknown = INCONNU
site-none = AUCUN
site-decimal-sign = ,
site-referred-to = Qui en parle
site-named-in = { $field } ({ $kind })
site-mentioned-in = Cité dans ({ $kind })
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

site-date = { $day } { $month } { $year }
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
theme-bad-template = le gabarit `{ $template }` ne fonctionne pas : { $words }
    .help = comparez-le avec le gabarit d’origine du même nom

# Entities : la fiche d’une chose, et les listes de choses.

entity-derived = déduit
entity-derived-means = « Déduit » marque ce que personne n’a écrit ici : cela découle de ce que disent d’autres fiches de l’inventaire.
entity-needs = A besoin de
entity-here = Vous êtes ici
entity-needed-by = Sert à
entity-nothing = rien
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
derived-opened-below = Ouvert par en dessous
derived-access = Accès
derived-second-holder = Second détenteur
derived-backups-below = Sauvegardé avec sa machine
derived-backups = Sauvegarde
derived-tier = Rang
derived-contracts-below = Contrats en dessous
derived-contracts = Contrat
derived-pages = Pages
derived-services = Services
derived-decide-by = Dernier jour pour résilier
tier-1 = 1 : à rétablir dans la journée
tier-2 = 2 : à rétablir dans la semaine
tier-3 = 3 : peut attendre plus d’une semaine

missing-second = personne d’autre n’a un rôle qui le couvre
missing-access = rien dans l’inventaire ne l’ouvre
missing-second-holder = seule cette personne a de quoi l’ouvrir : { $holder }
missing-backup = aucune sauvegarde ne le couvre
missing-contract = aucun contrat ne le couvre : qui paie, et jusqu’à quand, n’est écrit nulle part
missing-pages = aucune page ne dit que faire
missing-service = aucun service ne dit servir ce projet

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
inverse-depends_on = Sert à
inverse-dns = Tient les noms de
inverse-encryption_key = Déchiffre
inverse-exit = Permet de quitter
inverse-from_domains = Expéditeur des courriels de
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
