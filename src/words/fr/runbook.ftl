# Les problèmes des procédures et de SUMMARY.md, et les mots par lesquels les auteurs structurent une page. Plusieurs façons
# d’écrire une chose sont séparées par |.

runbook-duplicate-page = ce fichier donne la même page `{ $id }` qu’un autre
    .label = l’autre fichier
    .help = réunissez les deux fichiers, ou renommez-en un
runbook-unresolved-ask = l’en-tête ne déclare pas ce que demande `{ $name }`
    .did-you-mean = vouliez-vous dire `{ $name }` ?
    .help = ajoutez `{ $name }` sous `asks`, avec les mots pour le demander
    .help-original = déclarez `{ $name }` sous `asks` de l’original : une traduction change les mots d’un blanc, pas son nom
summary-missing-page = il n’y a pas de page `{ $path }`
    .no-page = `{ $path }` est un fichier, mais pas une page à lui seul : les pages se nomment dans leur première langue
    .did-you-mean = vouliez-vous dire `{ $path }` ?
    .help = écrivez la page, ou laissez le lien vide pour annoncer un brouillon

section-symptoms = symptôme | ce que l'on voit | ce que vous voyez | signes
section-when = quand
section-before = avant de commencer | avant | prérequis | préparation
section-quick-checks = vérifications rapides | premières vérifications
section-causes = cause | remèdes
section-steps = étape | pas à pas | marche à suivre | procédure | mode opératoire
section-verify = vérifier | vérification | contrôler | contrôle
section-undo = revenir en arrière | retour en arrière | retour arrière | renoncer | annuler
section-afterwards = ensuite | après
section-stop-and-call = s'arrêter et appeler | s'arrêter | appeler | escalade
section-first-minute = première minute
section-first-hour = première heure
section-first-day = premier jour | première journée
section-first-week = première semaine
section-first-month = Premier mois
section-hand-back = rendre la main
section-who = pour qui | destinataires | public
section-message = message
section-channels = canaux | canal
section-what-leaves = ce qui part
section-how = comment
section-switch-off = éteindre | arrêt définitif | extinction

step-expected = attendu | résultat attendu
step-otherwise = sinon | si ce n'est pas le cas
