import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Company, companySchema } from '../../shared/domain/look/company.ts';
import { parseYaml } from '../../shared/playbook/yaml/yaml-source.ts';

const file = join(import.meta.dirname, '../../shared/playbook/company.yaml');
const parsed = companySchema.safeParse(parseYaml(file, readFileSync(file, 'utf8')).value);

/** The company whose website this is, as the playbook describes it; `playbook:check` says what is wrong with it. */
export const ourCompany: Company = parsed.success ? parsed.data : { name: '', address: '' };
