# Les problèmes dans le Markdown d’une page, et les mots que nous y mettons.

include-outside = `{ $path }` mène hors du projet et n’est pas inclus
    .hidden = `{ $path }` est caché et n’est pas inclus
    .help = copiez ce dont la page a besoin dans un fichier du projet qui ne soit pas caché
include-missing = il n’y a pas de fichier `{ $path }` à inclure
    .anchor = `{ $path }` n’a pas d’ancre `{ $anchor }`
    .lines = `{ $path }` finit avant les lignes à inclure
    .did-you-mean = vouliez-vous dire `{ $path }` ?
    .help = les chemins partent du dossier du fichier qui inclut
include-cycle = ces fichiers s’incluent l’un l’autre : { $chain }
    .help = retirez une de ces lignes, ou mettez ce qu’elles partagent dans un fichier à part
include-too-large = par ses inclusions, la page dépasse { $limit } Mio
    .depth = des inclusions sont imbriquées sur plus de { $limit } niveaux
    .help = faites un lien vers les grands fichiers, ou n’incluez que les lignes utiles

markdown-duplicate-id = l’identifiant `{ $id }` est déjà donné sur cette page
    .label = donné ici d’abord
    .help = donnez-en un autre à celui-ci
markdown-shortcode = des codes courts d’un autre générateur sont montrés comme du texte
markdown-unclosed-fence = ce bloc de code n’est pas fermé et avale la suite
    .label = ceci est du code à présent
    .help = fermez-le par une ligne d’autant d’accents graves ou de tildes
markdown-undefined-link = rien ne définit l’étiquette de lien `{ $label }`
markdown-unknown-effect = une commande n’a pas d’effet `{ $effect }`
    .did-you-mean = vouliez-vous dire `{ $effect }` ?
    .help = écrivez `reads`, `changes` ou `destroys`
markdown-unknown-language = le code dans ces langages n’est pas coloré : { $languages }

anchor-label = Lien vers « { $heading } »
table-label = Tableau
contents-label = Sur cette page
footnotes-label = Notes
footnote-back = Retour au texte
notice-note = Note
notice-tip = Conseil
notice-important = Important
notice-warning = Attention
notice-caution = Danger
code-on = sur
code-prompt = à l’invite
code-here = sur votre machine
effect-reads = lit seulement
effect-changes = modifie
effect-destroys = détruit
step-killer = Critique : ne pas sauter
