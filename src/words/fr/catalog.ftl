# Les sortes, champs et mots de l'inventaire.

kind-organisation = organisation
kind-person = personne
kind-service = service
kind-host = hôte
kind-provider = prestataire
kind-domain = domaine
kind-credential = accès
kind-backup = sauvegarde
kind-runbook = procédure
