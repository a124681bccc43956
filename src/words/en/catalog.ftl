# The kinds, fields and words of the inventory.

kind-organisation = organisation
kind-person = person
kind-service = service
kind-host = host
kind-provider = provider
kind-domain = domain
kind-credential = credential
kind-backup = backup
kind-runbook = runbook
