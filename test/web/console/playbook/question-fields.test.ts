import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../../shared/playbook/edit/edit-yaml.ts';
import { knownNames } from '../../../../shared/playbook/edit/known-names.ts';
import { workOnPart } from '../../../../shared/playbook/edit/work-on-part.ts';
import { shown } from './shown-form.ts';

const text = `contact:
  ask: [firstName, lastName]
  later: [phone] # one at a time
`;
const known = { today: '2026-12-20', forms: [], mails: [] };

/** The text after a button of the form was pressed, with a field chosen in the list beside it. */
function pressed(does: string, chosen: Record<string, string> = {}, before = text) {
  const { fields, html } = shown('forms', readYaml(before)?.value, { entry: 'contact' });
  expect(html).toContain(`value="${does}"`);
  const others = fields.filter(([name]) => !(name in chosen));
  return workOnPart('forms', before, { fields: [...others, ...Object.entries(chosen)], does }, known).text;
}

describe('the questions of a form', () => {
  it('stand under their labels in their order, and only fields that it does not ask are offered', () => {
    const { html } = shown('forms', readYaml(text)?.value, { entry: 'contact' });
    const [ask = '', later = ''] = [...html.matchAll(/<ol class="questions">.*?<\/select>/gs)].map(String);
    expect(ask).toMatch(/First name.*firstName.*lastName/s);
    expect(later).toContain('phone');
    for (const list of [ask, later]) {
      expect(list).toContain('<option value="company">');
      expect(list).not.toContain('<option value="firstName">');
      expect(list).not.toContain('<option value="phone">');
    }
  });

  it('are added, moved and taken away by buttons, and nothing else changes', () => {
    const company = { 'new:/contact/ask': 'company', 'new:/contact/later': 'company' };
    expect(pressed('add /contact/ask question', company)).toBe(
      text.replace('lastName]', 'lastName, company]'),
    );
    expect(pressed('add /contact/later question', company)).toBe(text.replace('[phone]', '[phone, company]'));
    expect(pressed('up /contact/ask/1')).toBe(text.replace('firstName, lastName', 'lastName, firstName'));
    expect(pressed('remove /contact/ask/0')).toBe(text.replace('firstName, ', ''));
    const bare = readYaml(pressed('add /contact/later question', company, 'contact: { ask: [] }\n'))?.value;
    expect(bare).toEqual({ contact: { ask: [], later: ['company'] } });
  });

  it('are added once, however often the button is pressed', () => {
    const once = pressed('add /contact/ask question', { 'new:/contact/ask': 'company' });
    const sent = { fields: [['new:/contact/ask', 'company'] as const], does: 'add /contact/ask question' };
    expect(workOnPart('forms', once, sent, known)).toEqual({ text: once, did: 'unnamed' });
  });

  it('say at which of them something is wrong', () => {
    const wrong = {
      file: 'forms.yaml',
      line: 2,
      column: 1,
      field: 'contact.ask[1]',
      problem: 'no field',
      remedy: 'make it',
    };
    const { html } = shown('forms', readYaml(text)?.value, { entry: 'contact', mistakes: [wrong] });
    expect(html).toMatch(/<li id="contact\.ask\[1\]"[^>]*><div[^>]*><p class="wrong">no field; make it/);
  });

  it('are seen beside them, and it says that what is not saved yet needs a press', () => {
    const { html } = shown('forms', readYaml(text)?.value, { entry: 'contact', language: 'nl' });
    expect(html).toMatch(/De knoppen tonen wat je daarna veranderde.*Toon zoals getypt: English.*<iframe/s);
  });

  it('are never those that forms do not ask', () => {
    const files = { 'fields.yaml': 'firstName: { type: text }\ncountry: { type: text, asked: false }\n' };
    expect(knownNames(files)).toMatchObject({ fields: ['firstName', 'country'], questions: ['firstName'] });
  });
});
