import { describe, expect, it } from 'vitest';
import { type KnownFields, NOTHING_KNOWN, questionsFor } from '../../../shared/domain/forms/questions.ts';
import { fields, form } from './builders.ts';

const permission = { nl: 'Ja', en: 'Yes' };
const knowing = (...names: string[]): KnownFields => ({
  email: true,
  permission: false,
  fields: new Set(names),
});

describe('the questions of a form', () => {
  const whitepaper = form({ later: ['firstName', 'lastName', 'company'], permission });

  it('are the address, the permission and the first later field', () => {
    expect(questionsFor(whitepaper, fields, NOTHING_KNOWN)).toEqual({
      email: true,
      fields: ['firstName'],
      permission: true,
    });
  });

  it('move on to the next field, and never ask for what is known', () => {
    expect(questionsFor(whitepaper, fields, knowing('firstName')).fields).toEqual(['lastName']);
    expect(questionsFor(whitepaper, fields, knowing('lastName')).fields).toEqual(['firstName']);
    expect(questionsFor(whitepaper, fields, knowing('firstName', 'lastName', 'company'))).toEqual({
      email: false,
      fields: [],
      permission: true,
    });
  });

  it('ask for several later fields at once when the form says so', () => {
    const pair = form({ ...whitepaper, laterAtOnce: 2 });
    expect(questionsFor(pair, fields, knowing('firstName')).fields).toEqual(['lastName', 'company']);
  });

  it('ask for a message each time', () => {
    const contact = form({ ask: ['name', 'message'] });
    expect(questionsFor(contact, fields, knowing('name', 'message')).fields).toEqual(['message']);
  });

  it('ask no permission that was given or that the form does not need', () => {
    expect(questionsFor(whitepaper, fields, { ...knowing(), permission: true }).permission).toBe(false);
    expect(questionsFor(form(), fields, NOTHING_KNOWN).permission).toBe(false);
  });
});
