// The button beside a command: what lands in the clipboard is what a terminal wants.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addressOf, kinds, launch, serve, watch } from './support.mjs';

/** What is copied from the site `everything`, in the order of the page. Values of the reader stay as they are shown. */
const commands = {
  'restore runbook': [
    'ssh -p 2222 root@192.0.2.25',
    'restic -r sftp:awa@box.example.net:/srv/backups/mail/a-very-long-name-of-a-repository restore latest --target / --include /var/mail --verify',
    'systemctl start postfix dovecot',
  ],
  'diagnose runbook': ['postqueue -p | tail -5'],
  'operate runbook, do-confirm': [
    '# One package, nothing else.\napt install --only-upgrade postfix=VERSION',
    'echo test | mail \\\n  -s upgrade awa@example.org\npostqueue -p',
    'apt install --allow-downgrades postfix=3.7',
  ],
  'communicate runbook': ['Hello,\nWHAT does not work. We are on it; nothing is lost.'],
};

let browser;
let site;
before(async () => {
  site = await serve('everything');
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const ways = {
  'from the disk': { address: (page) => addressOf('everything', page) },
  'served on loopback': { address: (page) => `${site.origin}/${page}` },
  // As on plain http from another machine, where browsers hide the clipboard.
  'where there is no clipboard object': {
    address: (page) => addressOf('everything', page),
    prepare: () => Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  },
};

for (const [way, { address, prepare }] of Object.entries(ways)) {
  describe(way, () => {
    for (const [kind, expected] of Object.entries(commands)) {
      test(`the commands of the ${kind} are copied as they are to be typed`, async () => {
        const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
        if (prepare) await context.addInitScript(prepare);
        const tab = await context.newPage();
        const faults = watch(tab, () => true);
        await tab.goto(address(kinds[kind]));
        const copied = [];
        for (const button of await tab.locator('.code button.copy').all()) {
          await button.click();
          // The page says when it is done, to those who listen.
          await tab.waitForFunction(() => {
            const live = document.querySelector('[role="status"]');
            return live.textContent.startsWith(live.dataset.copied);
          });
          copied.push(await pasted(context));
          await tab.evaluate(() => { document.querySelector('[role="status"]').textContent = ''; });
        }
        assert.deepEqual(copied, expected);
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  });
}

/** What the keyboard would paste, in an empty page of its own. */
async function pasted(context) {
  const paper = await context.newPage();
  await paper.setContent('<textarea></textarea>');
  await paper.focus('textarea');
  await paper.keyboard.press('Control+V');
  const text = await paper.inputValue('textarea');
  await paper.close();
  return text;
}
