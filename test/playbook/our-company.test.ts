import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** In pieces, so that this file is none of them. */
const INVENTED = new RegExp(['Lead', 'wijzer|Voorbeeld', 'kade 12'].join(''), 'i');

it('names the invented company in its settings and nowhere else', () => {
  const files = globSync('{*,{functions,infra,shared,test}/**/*}.{ts,tsx,mjs,js,css,json,md,yaml}', {
    cwd: root,
  });
  const named = files.filter((file) => INVENTED.test(readFileSync(join(root, file), 'utf8')));
  expect(files.length).toBeGreaterThan(1_000);
  expect(named).toEqual(['shared/playbook/company.yaml']);
});
