import { readPlaybookFolder } from '../../../../shared/playbook/files/read-folder.ts';

const shipped = readPlaybookFolder('shared/playbook');
const kept = Object.entries(shipped).filter(
  ([path]) => !path.startsWith('mails/') || path.startsWith('mails/newsletter-one-field.'),
);

/** The files of a playbook with one form and one mail: the shipped ones take ten times as long to compile. */
export const smallPlaybook: Readonly<Record<string, string>> = {
  ...Object.fromEntries(kept),
  'forms.yaml':
    'contact: { title: { nl: Vraag, en: Question }, intro: { nl: Vraag, en: Ask }, button: { nl: Stuur, en: Send }, ask: [message], thanks: { title: { nl: Dank, en: Thanks }, text: { nl: Tot gauw, en: See you } } }\n',
  'sequences.yaml':
    'hello: { title: { nl: Hoi, en: Hi }, start: { form: contact }, steps: [{ id: hi, mail: newsletter-one-field, after: 0d, kind: requested }] }\n',
  'newsletter.yaml': '[]\n',
};

export const SCORING = smallPlaybook['scoring.yaml'] ?? '';
