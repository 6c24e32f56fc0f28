import { expect, test } from 'vitest';
import { draftedMails } from '../../../../shared/web/console/playbook/list/drafted-mails.ts';

const file = (path: string, text: string) => ({ path, text, etag: 'x', state: 'same' as const });

test('puts the languages of a mail together, by their subjects', () => {
  const mails = draftedMails([
    file('mails/tip-1.en.md', '---\nsubject: One question\n---\n\nHello\n'),
    file('mails/tip-1.nl.md', '---\nsubject: "Eén vraag"\n---\n\nHallo\n'),
    file('scoring.yaml', 'cap: 100\n'),
  ]);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ name: 'tip-1', subjects: { nl: 'Eén vraag', en: 'One question' } });
  expect(mails[0]?.files.map(({ path }) => path)).toEqual(['mails/tip-1.en.md', 'mails/tip-1.nl.md']);
});

test('shows a mail whose settings cannot be read', () => {
  const [mail] = draftedMails([file('mails/broken.nl.md', 'no settings here')]);
  expect(mail).toMatchObject({ name: 'broken', subjects: {}, files: [{ locale: 'nl' }] });
});

test('takes a file with another name for no mail', () => {
  expect(draftedMails([file('mails/Notes.md', 'x'), file('mails/tip.de.md', 'x')])).toEqual([]);
});
