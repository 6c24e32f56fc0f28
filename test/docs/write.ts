import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from './generated.ts';

/** `npm run docs`: writes the parts of the documentation that come from the code. */
for (const { path, text } of generated) {
  writeFileSync(join(import.meta.dirname, '../..', path), await text());
}
