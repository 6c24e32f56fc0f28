import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { newPlaybookFiles } from './new-playbook-files.ts';
import { apiAt } from './playbook-api.ts';
import { pullPlaybook } from './pull-playbook.ts';
import { pushPlaybook } from './push-playbook.ts';

/**
 * `npm run playbook:pull [-- FOLDER]` and `npm run playbook:push [-- FOLDER --note WHY]`: with the twin, or with the stack at
 * `KANSRIJK_URL`, with the API key `KANSRIJK_KEY`. `npm run playbook:new -- form|mail|sequence NAME [FOLDER]` writes new files; a
 * form takes `--nl TITLE --en TITLE --mails 3 --days 7 --subject NAME`.
 */
const text = { type: 'string' } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ note: text, nl: text, en: text, mails: text, days: text, subject: text },
  },
});
const [way, ...given] = positionals;
const [kind, name] = way === 'new' ? given.splice(0, 2) : [];
const [folder = resolve(import.meta.dirname, '../../shared/playbook')] = given;
const { KANSRIJK_URL: address = 'http://localhost:4600', KANSRIJK_KEY: key = 'local' } = process.env;
const api = apiAt(address, key);

/** What everybody may see on the same address. */
async function readPublic(path: string): Promise<Uint8Array | undefined> {
  const response = await fetch(address.replace(/\/$/, '') + path);
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

try {
  const did =
    way === 'new'
      ? newPlaybookFiles(folder, kind, name, values)
      : way === 'pull'
        ? await pullPlaybook(api, readPublic, folder)
        : await pushPlaybook(api, folder, values.note);
  console.log(did.join('\n'));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
