import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeReadme } from './readme.ts';

writeFileSync(join(import.meta.dirname, '../../shared/store/README.md'), await storeReadme());
