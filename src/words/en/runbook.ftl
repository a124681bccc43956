# Problems in runbooks and SUMMARY.md, and the words by which authors structure a page. Several spellings of one thing are
# separated by |.

runbook-duplicate-page = this file gives the same page `{ $id }` as another
    .label = the other file
    .help = join the two files, or rename one
runbook-unresolved-ask = the front matter does not declare what `{ $name }` asks for
    .did-you-mean = did you mean `{ $name }`?
    .help = add `{ $name }` under `asks`, with the words to ask for it
    .help-original = declare `{ $name }` under `asks` of the original: a translation changes the words of a blank, not its name
summary-missing-page = there is no page `{ $path }`
    .no-page = `{ $path }` is a file, but no page of its own: pages are named in their first language
    .did-you-mean = did you mean `{ $path }`?
    .help = write the page, or leave the link empty to announce a draft

section-symptoms = symptom | what you see | signs
section-when = when
section-before = before you start | before | prerequisites | requirements | preparation
section-quick-checks = quick check | first check
section-causes = causes | cause | fixes | remedies
section-steps = steps | step by step | procedure | instructions
section-verify = check it worked | check | verify | verification | validate
section-undo = undo | give up | roll back | rollback | revert
section-afterwards = afterwards | after | next
section-stop-and-call = stop and call | stop | escalate | escalation | call
section-first-minute = first minute
section-first-hour = first hour
section-first-day = first day
section-first-week = first week
section-first-month = First month
section-hand-back = hand back | handing back
section-who = who | for whom | audience | recipients
section-message = message
section-channels = channel
section-what-leaves = what leaves
section-how = how
section-switch-off = switch off | switch-off | shut down

step-expected = expected | expected result | expected output
step-otherwise = if not | otherwise
