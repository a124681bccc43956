# Les fichiers qui ne peuvent pas être lus tels quels.

source-bad-name = le nom `{ $name }` dans le dossier `{ $folder }` ne peut être celui d’une page ou d’un fichier du site
    .target = `{ $path }` est un lien vers un fichier dont le nom ne peut être celui d’une page ou d’un fichier du site
    .help = renommez-le : UTF-8, sans barre oblique inverse ni lettre de lecteur

source-link-cycle = `{ $path }` est un lien qui tourne en rond
    .many = `{ $path }` mène à un dossier que des liens montrent plus de { $most } fois
    .help = supprimez le lien, ou faites-le mener au seul dossier voulu

source-link-dangling = `{ $path }` est un lien qui ne mène à rien
    .help = supprimez le lien, ou remettez le fichier auquel il mène

source-link-outside = `{ $path }` est un lien qui sort du projet
    .hidden = `{ $path }` est un lien vers un élément caché ou ignoré
    .help = copiez ce qui doit être publié dans le dossier du contenu

source-not-utf8 = `{ $path }` n’est pas en UTF-8 à partir de l’octet { $byte }, ligne { $line }, et a été lu comme Windows-1252
    .utf16 = `{ $path }` est écrit en UTF-16
    .help = enregistrez le fichier en UTF-8

source-special-file = `{ $path }` est un tube, un périphérique ou une socket, pas un fichier
    .help = retirez-le du dossier du contenu

source-too-large = `{ $path }` pèse { $length } Mio, plus que les { $limit } Mio lus comme texte, et est publié comme fichier à télécharger
    .help = découpez le fichier

source-unreadable = impossible de lire `{ $path }` : { $cause }
    .ignore-list = impossible de lire `{ $path }`, donc ce qu’il retient serait publié : { $cause }
    .help = donnez-vous le droit de le lire, ou sortez-le du projet
