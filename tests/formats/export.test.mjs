// What finished sites and `releve export` hold for other programs, read by validators and parsers that know nothing of us.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { getProperties } from 'properties-file';

const sites = process.env.RELEVE_SITES;
const read = (site, path) => readFileSync(join(sites, site, path), 'utf8');

for (const site of ['example', 'everything']) {
  describe(`releve.json of ${site}`, () => {
    const whole = JSON.parse(read(site, 'releve.json'));
    const schema = JSON.parse(read(site, 'releve.schema.json'));
    const accepts = new Ajv({ strict: false, validateFormats: false }).compile(schema);

    test('is what its schema says, which does not take anything', () => {
      assert.ok(accepts(whole), JSON.stringify(accepts.errors));
      assert.ok(!accepts({}));
      assert.ok(!accepts({ ...whole, calendar: [{ thing: 1 }] }));
    });

    test('leads to pages that are there', () => {
      const things = Object.values(whole.things).flatMap((of) => Object.values(of));
      const all = [...things, ...Object.values(whole.runbooks)];
      assert.ok(all.length > 20);
      for (const { url } of all) assert.ok(existsSync(join(sites, site, url)), url);
    });

    test('refers only to things and pages that it holds', () => {
      const has = (name) => {
        const [kind, id] = name.split(/:(.*)/);
        return kind === 'runbook' ? id in whole.runbooks : id in (whole.things[kind] ?? {});
      };
      const named = [
        ...Object.values(whole.things).flatMap((of) => Object.values(of).flatMap((thing) => thing.referred_by.map(({ from }) => from))),
        ...Object.values(whole.runbooks).flatMap((page) => [...page.for, ...page.needs]),
        ...whole.calendar.map(({ thing }) => thing),
      ];
      assert.ok(named.length > 20);
      for (const name of named) assert.ok(has(name), name);
    });
  });
}

test('a folder of documents says nothing to programs', () => {
  assert.ok(!existsSync(join(sites, 'mdbook/releve.json')));
});

test('security.txt is where it is looked for, and not out of date', () => {
  const text = read('example', '.well-known/security.txt');
  const fields = Object.fromEntries(text.trimEnd().split('\n').map((line) => line.split(/: (.*)/).slice(0, 2)));
  assert.match(fields.Contact, /^(mailto:|https:\/\/)/);
  const whole = JSON.parse(read('example', 'releve.json'));
  const days = (Date.parse(fields.Expires) - Date.parse(whole.as_of)) / 86_400_000;
  assert.ok(days > 270 && days < 366, String(days));
});

describe('exports on the command line', { skip: !process.env.RELEVE }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'releve-export-'));
  after(() => rmSync(folder, { recursive: true }));
  const root = join(import.meta.dirname, '../..');
  const releve = (...args) =>
    execFileSync(process.env.RELEVE, ['-C', root, 'export', ...args], {
      encoding: 'utf8',
      env: { ...process.env, SOURCE_DATE_EPOCH: '1795305600' },
    });

  test('every schema for editors is one, and refers only to its neighbours', () => {
    const settings = JSON.parse(releve('schemas', '--out', join(folder, 'schemas')));
    const names = readdirSync(join(folder, 'schemas'));
    const schemas = names.map((name) => ({ $id: name, ...JSON.parse(readFileSync(join(folder, 'schemas', name), 'utf8')) }));
    const ajv = new Ajv({ strict: false, schemas });
    for (const { $id, title } of schemas) {
      assert.ok(title, $id);
      assert.equal(typeof ajv.getSchema($id), 'function', $id);
    }
    const mapped = Object.keys(settings['yaml.schemas']).map((path) => path.split('/').pop());
    // The head of a page stands in no file of its own.
    assert.deepEqual([...mapped, 'front-matter.schema.json'].sort(), names.sort());
  });

  test('the files of CHATONS are properties, with the keys of the collective', () => {
    releve('chatons', '--out', join(folder, 'chatons'));
    const files = readdirSync(join(folder, 'chatons'));
    assert.ok(files.includes('organization.properties') && files.length > 3, files.join());
    for (const name of files) {
      const properties = getProperties(readFileSync(join(folder, 'chatons', name), 'utf8'));
      assert.equal(properties['file.class'], name.startsWith('service-') ? 'service' : 'organization');
      assert.match(properties['file.datetime'], /^\d{4}-\d{2}-\d{2}T00:00:00$/);
      assert.ok(properties['organization.name'] ?? properties['service.name']);
      for (const [key, value] of Object.entries(properties)) {
        assert.match(key, /^(file|organization|subs|service|software|host)\.[a-z0-9.-]+$/);
        assert.ok(value, key);
      }
    }
  });
});
