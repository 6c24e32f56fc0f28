import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Locale } from '../domain/forms/form.ts';
import type { MailVariables, PersonalVariables } from '../domain/mail/variables.ts';
import { compileMail } from '../playbook/compiler/compile-mail.ts';
import { loadPlaybook } from '../playbook/load.ts';
import { toLine } from '../playbook/mistake.ts';
import { suggestion } from '../playbook/nearest.ts';
import { renderMail } from './render-mail.ts';

/** `npm run mail:preview -- <mail> <nl|en> [--lead file.json] [--text] [--out file.html]` */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    lead: { type: 'string' },
    text: { type: 'boolean', default: false },
    out: { type: 'string' },
    playbook: { type: 'string', default: join(import.meta.dirname, '../playbook') },
  },
});

/** Where the links of the small print lead. */
const PLACES: MailVariables = {
  website: 'https://www.example.com',
  confirmUrl: 'https://leads.example.com/confirm/example',
  unsubscribeUrl: 'https://leads.example.com/unsubscribe/example',
  preferencesUrl: 'https://leads.example.com/preferences/example',
};

/** Somebody who said who they are and did not confirm yet: all there is to see is shown. */
const EXAMPLE: Lead = {
  profile: {
    firstName: 'Noor',
    lastName: 'Jansen',
    company: 'Jansen Installaties',
    jobTitle: 'Marketing manager',
  },
  consent: { mail: 'pending' },
};

/** A lead as the API shows it. */
interface Lead {
  profile?: PersonalVariables;
  consent?: { mail: string };
}

try {
  await preview(positionals[0] ?? '', positionals[1] ?? 'nl');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function preview(name: string, locale: string): Promise<void> {
  const loaded = loadPlaybook(values.playbook);
  if (!loaded.ok) throw new Error(loaded.mistakes.map(toLine).join('\n'));
  const mail = loaded.mails.find((one) => one.name === name && one.locale === (locale as Locale));
  if (mail === undefined) {
    const names = Object.keys(loaded.content.mails);
    throw new Error(
      names.includes(name)
        ? `There is no mail "${name}" in "${locale}"; it can be nl or en`
        : `There is no mail "${name}"; ${suggestion(name, names)}`,
    );
  }
  const template = await compileMail(mail, loaded.content.mailing.sender);
  const lead: Lead = values.lead === undefined ? EXAMPLE : JSON.parse(readFileSync(values.lead, 'utf8'));
  const confirmUrl = lead.consent?.mail === 'pending' ? PLACES.confirmUrl : undefined;
  const { subject, html, text } = renderMail(template, { ...PLACES, ...lead.profile, confirmUrl });
  const shown = values.text ? text : html;
  if (values.out === undefined) return void process.stdout.write(shown);
  writeFileSync(values.out, shown);
  console.log(`${values.out}: ${subject} (${Math.ceil(Buffer.byteLength(html) / 1024)} KB of HTML)`);
}
