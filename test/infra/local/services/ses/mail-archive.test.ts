import { describe, expect, it } from 'vitest';
import type { Mail } from '../../../../../infra/local/services/ses/mail.ts';
import { openMailArchive } from '../../../../../infra/local/services/ses/mail-archive.ts';
import { aJournal } from '../builders.ts';

const aMail = (id: string, about: Partial<Mail> = {}): Mail => ({
  ...{ id, to: ['anna@fabriek.example'], from: 'Kansrijk <hello@kansrijk.test>', subject: 'A tip' },
  ...{ html: '', text: 'Hello', headers: {}, at: '2026-03-02T09:00:00.000Z', ...about },
});

function archiveOf(...mails: Mail[]) {
  const archive = openMailArchive(aJournal());
  for (const mail of mails) archive.keep(mail, Buffer.from(mail.text));
  const ids = (words: string, to = '') => archive.find({ words, to, limit: 10 }).mails.map(({ id }) => id);
  return { archive, ids };
}

describe('the mails that were sent', () => {
  const { archive, ids } = archiveOf(
    aMail('1', { subject: 'Je gids: één definitie', to: ['Noor@Groente.example'] }),
    aMail('2', { text: 'Who reads about "prices" is warm.' }),
    aMail('3', { to: ['anna@fabriek.example', 'bram@fabriek.example'] }),
  );

  it('are found newest first', () => {
    expect(ids('')).toEqual(['3', '2', '1']);
  });

  it('are found by the beginnings of words in the subject, an address or the text', () => {
    expect(ids('defin')).toEqual(['1']);
    expect(ids('groente')).toEqual(['1']);
    expect(ids('price warm')).toEqual(['2']);
    expect(ids('bram@fabriek.example')).toEqual(['3']);
  });

  it('are found in any case, with or without accents', () => {
    expect(ids('EEN gids')).toEqual(['1']);
    expect(ids('één')).toEqual(['1']);
  });

  it('are found by recipient', () => {
    expect(ids('', ' ANNA@fabriek.example')).toEqual(['3', '2']);
    expect(ids('warm', 'bram@fabriek.example')).toEqual([]);
  });

  it('are found by what a search engine would take for an instruction', () => {
    for (const odd of ['AND', '"', 'subject:', 'NEAR(', '*', '-x', "'; DROP"])
      expect(() => ids(odd)).not.toThrow();
    expect(ids('"prices"')).toEqual(['2']);
  });

  it('are shown a few at a time, with how many there are', () => {
    const first = archive.find({ words: '', to: '', limit: 2 });
    expect(first).toMatchObject({ mails: [{ id: '3' }, { id: '2' }], count: 3 });
    const second = archive.find({ words: '', to: '', before: first.next, limit: 2 });
    expect(second).toMatchObject({ mails: [{ id: '1' }], count: 3, next: undefined });
  });

  it('are read by id, as they were sent', () => {
    expect(archive.read('2')?.raw.toString()).toBe('Who reads about "prices" is warm.');
    expect(archive.read('4')).toBeUndefined();
  });

  it('say who got most', () => {
    expect(archive.recipients(2)).toEqual([
      { address: 'anna@fabriek.example', mails: 2 },
      { address: 'bram@fabriek.example', mails: 1 },
    ]);
  });

  it('are found after a restart, also those that were stored without an index', () => {
    const journal = aJournal();
    openMailArchive(journal).keep(aMail('1'), Buffer.from(''));
    journal.run('INSERT INTO mails (id, mail, raw) VALUES (?, ?, ?)', '2', JSON.stringify(aMail('2')), '');
    const { mails } = openMailArchive(journal).find({ words: 'tip', to: 'anna@fabriek.example', limit: 5 });
    expect(mails.map(({ id }) => id)).toEqual(['2', '1']);
  });
});
