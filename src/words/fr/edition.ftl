# Les éditions : ce qu’un public peut voir.

site-withheld = (pas dans cette édition)
site-welcome = Accueil
welcome-services = Ce qui existe, et ce qui est promis
welcome-mtd = En panne { $length } au plus.
welcome-rto = De retour en { $length } après une panne.
welcome-rpo = Au pire, perte de { $length } de travail.
welcome-kept = Restauré pour essai le { $date }, en { $took }.
welcome-late = Restauré pour essai le { $date } ; il a fallu { $took }, plus que promis.
welcome-failed = Un essai de restauration a échoué le { $date }.
welcome-tried = La restauration a été essayée le { $date }.
welcome-not-tried = Aucun essai de restauration n’a été publié.
welcome-not-kept = Pas comme promis
welcome-broken = En panne depuis le { $date }
welcome-more = Pour en savoir plus
welcome-contact = Nous écrire
site-about-edition = Édition pour
site-about-commit-only = { $commit } du { $date }

# À qui s’adresse ce dont le public est écrit ainsi.
to-audience = { $audience ->
    [public] à tout le monde
    [members] aux membres
   *[admins] aux administrateurs
}
for-audience = { $audience ->
    [public] pour tout le monde
    [members] pour les membres
   *[admins] pour les administrateurs
}
open-to-audience = { $audience ->
    [public] au public
    [members] aux membres
   *[admins] aux administrateurs
}
to-own-audience = { $own ->
    [public] à tout le monde
    [members] aux membres
   *[admins] aux administrateurs
}

audience-leak = ce qui est écrit ici s’adresse { to-audience }, et le fichier publié « { $page } »{ $more ->
        [0] {" "}le dit
        [one] {" "}et un autre le disent
       *[other] {" "}et { $more } autres le disent
    }
    .help = un texte destiné à plus de monde, ou une partie du thème, le répète : enlevez-le là-bas, ou ouvrez-le ici
audience-passage = il n’y a pas de public `{ $word }` ; le passage n’est montré qu’aux administrateurs
    .head = il n’y a pas de public `{ $word }` ; la page n’est montrée qu’aux administrateurs
    .did-you-mean = vouliez-vous dire `{ $near }` ?
    .help = choisissez parmi : { $words }
    .unclosed = rien ne ferme ce passage : il va jusqu’à la fin de la page
    .unclosed-help = écrivez <!-- /audience --> là où il finit
    .stray = ceci ferme un passage qui n’a pas été ouvert
    .stray-help = enlevez-la, ou ouvrez le passage par <!-- audience: members --> ou <!-- audience: admins -->
audience-no-mark = ceci ressemble à la marque d’un passage, et n’en est pas une : rien n’est caché
    .help = écrivez <!-- audience: admins --> et <!-- /audience --> à la lettre, dans le texte et non dans du code
audience-unknown-field = `audiences` de `{ $of }` nomme `{ $field }`, qui n’est pas un de ses champs
    .did-you-mean = vouliez-vous dire `{ $near }` ?
    .help = les champs sont : { $fields }
audience-no-effect = `{ $field }` doit s’adresser { to-audience }, mais `{ $of }` ne s’adresse qu’{ to-own-audience }
    .help = écrivez aussi le public plus large sous `audience` de la fiche, ou enlevez-le ici
    .kind = `{ $thing }` n’est que pour les administrateurs, quoi qu’elle dise : une liste de clés aide d’abord un attaquant
    .kind-help = enlevez `audience`
    .passage = le passage doit s’adresser { to-audience }, mais la page ne s’adresse qu’{ to-own-audience }
    .passage-help = écrivez le public plus large en tête de page, et marquez ce qui n’est pas pour lui

cli-built-edition = c’est l’édition { for-audience } : { $pages } { $pages ->
        [one] page
       *[other] pages
    } et { $things } { $things ->
        [one] fiche
       *[other] fiches
    } lui sont ouvertes
cli-built-edition-empty = rien n’est encore ouvert { open-to-audience } : écrivez `audience: { $audience }` en tête d’une page ou dans une fiche de l’inventaire
