// What a finished site weighs on its way to a reader: the budgets of the style sheet and of the scripts on every page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sites } from './support.mjs';

const budgets = { 'releve.css': { plain: 20_000, packed: 6_000 }, 'releve.js': { plain: 12_000, packed: 5_000 } };

for (const [name, budget] of Object.entries(budgets)) {
  test(`${name} is light, plain and packed`, () => {
    const bytes = readFileSync(join(sites, 'example/theme', name));
    assert.ok(bytes.length <= budget.plain, `${bytes.length} bytes`);
    const packed = gzipSync(bytes, { level: 9 }).length;
    assert.ok(packed <= budget.packed, `${packed} bytes packed`);
  });
}
