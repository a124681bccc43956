// The calendars of finished sites, read by the library that Thunderbird reads them with.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import ICAL from 'ical.js';
import { words } from './html.mjs';

const sites = process.env.RELEVE_SITES;

/** What a page of dates shows: the day (none where there is none) and the name of each thing, as often as it stands there. */
function shown(html) {
  const found = [];
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  for (const [, id, section] of main.matchAll(/<h2 id="_([^"]+)">[^]*?<\/h2>([^]*?)(?=<h2|$)/g)) {
    for (const [, term, entry] of section.matchAll(/<dt>([^]*?)<\/dt>\s*<dd>([^]*?)<span class="quiet">/g)) {
      const day = /^\d{4}-\d{2}$/.test(id) ? `${id}-${words(term).match(/\d+/)[0].padStart(2, '0')}` : '';
      for (const [, name] of entry.matchAll(/<a [^>]*>([^]*?)<\/a>/g)) found.push(`${day} ${words(name)}`);
    }
  }
  return found.sort();
}

for (const [site, language, path] of [
  ['example', 'fr', ''],
  ['example', 'en', 'en/'],
  ['everything', 'en', ''],
  ['everything', 'fr', 'fr/'],
]) {
  describe(`${site} in ${language}`, () => {
    const text = readFileSync(join(sites, site, `${path}calendar.ics`), 'utf8');
    const calendar = new ICAL.Component(ICAL.parse(text));
    const all = [...calendar.getAllSubcomponents('vevent'), ...calendar.getAllSubcomponents('vtodo')];

    test('lines end and are folded as the standard says', () => {
      assert.ok(text.endsWith('END:VCALENDAR\r\n'));
      for (const line of text.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75, line);
        assert.doesNotMatch(line, /[\r\n\u0000-\u0008\ufffd]/);
      }
    });

    test('says what it is, and is nobody’s invitation', () => {
      assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
      assert.match(calendar.getFirstPropertyValue('prodid'), new RegExp(`//${language.toUpperCase()}$`));
      assert.equal(calendar.getFirstPropertyValue('method'), null);
      assert.equal(calendar.getFirstPropertyValue('refresh-interval').toString(), 'P1D');
      assert.ok(calendar.getFirstPropertyValue('x-wr-calname'));
    });

    test('holds what the page shows, and nothing else', () => {
      const html = readFileSync(join(sites, site, `${path}dates.html`), 'utf8');
      assert.ok(html.includes('href="calendar.ics"'));
      const names = all.map((component) => {
        const day = component.getFirstPropertyValue('dtstart')?.toString() ?? '';
        return `${day} ${component.getFirstPropertyValue('summary')}`;
      });
      const page = shown(html);
      assert.ok(page.length > 5);
      // Names may hold a colon themselves.
      const name = (line) => line.split(/\s?: /)[0].trim();
      assert.deepEqual(names.map(name).sort(), page.map(name).sort());
    });

    test('every day is a whole day that blocks nothing, known by a name that holds no day', () => {
      const names = new Set();
      for (const component of all) {
        const uid = component.getFirstPropertyValue('uid');
        assert.ok(!names.has(uid), uid);
        names.add(uid);
        assert.match(uid, /^\S+@[a-z0-9-]+\.releve\.invalid$/);
        const stamp = component.getFirstPropertyValue('dtstamp');
        assert.equal(stamp.zone.tzid, 'UTC');
        assert.equal(component.getFirstPropertyValue('last-modified').toString(), stamp.toString());
        assert.ok(Number.isInteger(component.getFirstPropertyValue('sequence')));
        assert.ok(component.getFirstPropertyValue('description').length > 5);
        assert.ok(component.getFirstPropertyValue('categories'));
        if (component.name === 'vtodo') {
          assert.equal(component.getFirstPropertyValue('status'), 'NEEDS-ACTION');
          continue;
        }
        const event = new ICAL.Event(component);
        assert.ok(event.startDate.isDate);
        assert.equal(event.duration.toSeconds(), 24 * 60 * 60);
        assert.equal(component.getFirstPropertyValue('transp'), 'TRANSPARENT');
        assert.equal(component.getFirstPropertyValue('status'), 'CONFIRMED');
      }
    });

    test('reminds before the day, or on it, in words', () => {
      for (const event of calendar.getAllSubcomponents('vevent')) {
        const alarms = event.getAllSubcomponents('valarm');
        assert.ok(alarms.length >= 1 && alarms.length <= 2);
        for (const alarm of alarms) {
          assert.equal(alarm.getFirstPropertyValue('action'), 'DISPLAY');
          assert.equal(alarm.getFirstPropertyValue('description'), event.getFirstPropertyValue('summary'));
          const trigger = alarm.getFirstPropertyValue('trigger').toSeconds() / 86400;
          assert.ok(trigger <= 0 && trigger >= -60 && Number.isInteger(trigger), String(trigger));
        }
      }
    });
  });
}

test('a folder of documents has no calendar', () => {
  assert.ok(!existsSync(join(sites, 'mdbook/calendar.ics')));
});
