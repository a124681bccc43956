# Secrets that are given away.

secret-weak-hint = this tells whoever knows one password another one, and nobody else anything
    .pin = the digits of a PIN or of a code are written here
    .help = give it a secret of its own in the vault, and write where it is kept, not what it is
