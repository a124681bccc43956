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
verify-whole = { $copy } est entier : { $files ->
        [one] son fichier est tel qu’il a été construit
       *[other] les { $files } fichiers sont tels qu’ils ont été construits
    }
verify-differs = { $copy } diffère de ce qui a été construit : sur { $files ->
        [one] 1 fichier
       *[other] { $files } fichiers
    }, { $changed } modifiés, { $missing } manquants, { $unreadable } illisibles ; étrangers au site : { $extra }
    .extra = le site lui-même est entier ; regardez ce qu’il y a à côté avant de vous y fier
    .help = ne travaillez pas avec cette copie : refaites-en une depuis le site ou depuis sa branche
