# Problems in the Markdown of a page, and the words that we put into it.

include-outside = `{ $path }` leads out of the project and is not included
    .hidden = `{ $path }` is hidden and is not included
    .help = copy what the page needs into a file of the project that is not hidden
include-missing = there is no file `{ $path }` to include
    .anchor = `{ $path }` has no anchor `{ $anchor }`
    .lines = `{ $path }` ends before the lines to include
    .did-you-mean = did you mean `{ $path }`?
    .help = paths start at the folder of the file that includes
include-cycle = these files include each other: { $chain }
    .help = take one of these lines out, or move what they share into a file of its own
include-too-large = the page grows beyond { $limit } MiB through its includes
    .depth = includes lie in each other more than { $limit } deep
    .help = link to large files, or include only the lines that matter

markdown-duplicate-id = the id `{ $id }` is already given on this page
    .label = first given here
    .help = give this one another id
markdown-shortcode = shortcodes of another generator are shown as text
markdown-unclosed-fence = this code block is not closed and swallows what follows
    .label = this is code now
    .help = close it with a line of as many back-quotes or tildes
markdown-undefined-link = nothing defines the link label `{ $label }`
markdown-unknown-effect = a command has no effect `{ $effect }`
    .did-you-mean = did you mean `{ $effect }`?
    .help = write `reads`, `changes` or `destroys`
markdown-unknown-language = code in these languages is not highlighted: { $languages }

anchor-label = Link to “{ $heading }”
table-label = Table
contents-label = On this page
footnotes-label = Footnotes
footnote-back = Back to the text
notice-note = Note
notice-tip = Tip
notice-important = Important
notice-warning = Warning
notice-caution = Danger
code-on = on
code-prompt = at the prompt
code-here = on your own machine
effect-reads = reads only
effect-changes = changes something
effect-destroys = destroys something
step-killer = Critical: do not skip
