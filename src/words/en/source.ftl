# Files that cannot be read as they are.

source-bad-name = the name `{ $name }` in folder `{ $folder }` cannot be the name of a page or file of a site
    .target = `{ $path }` is a link to a file whose name cannot be that of a page or file of a site
    .help = rename it: UTF-8, no back-slash, no drive letter

source-link-cycle = `{ $path }` is a link that leads round in a circle
    .many = `{ $path }` leads to a folder that links show more than { $most } times
    .help = remove the link, or let it lead to the one folder that is meant

source-link-dangling = `{ $path }` is a link that leads to nothing
    .help = remove the link, or put the file back that it leads to

source-link-outside = `{ $path }` is a link that leads out of the project
    .hidden = `{ $path }` is a link to something hidden or ignored
    .help = copy what is meant to be published into the content folder

source-not-utf8 = `{ $path }` is not UTF-8 from byte { $byte } in line { $line } on, and was read as Windows-1252
    .utf16 = `{ $path }` is written in UTF-16
    .help = save the file as UTF-8

source-special-file = `{ $path }` is a pipe, a device or a socket, not a file
    .help = remove it from the content folder

source-too-large = `{ $path }` has { $length } MiB, more than the { $limit } MiB that are read as text, and is published as a file to download
    .help = split the file

source-unreadable = cannot read `{ $path }`: { $cause }
    .ignore-list = cannot read `{ $path }`, so what it keeps back would be published: { $cause }
    .help = give yourself the right to read it, or move it out of the project
