import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifecycleReadme } from './diagram.ts';

writeFileSync(join(import.meta.dirname, '../../../shared/domain/handover/README.md'), lifecycleReadme());
