import { describe, expect, it } from 'vitest';
import { playbookFolder } from '../folder.ts';

const { load, change, mistakesAfter, mistakesWithout, mistakesWith } = playbookFolder();

describe('company.yaml', () => {
  it('is refused with the pair that cannot be read, its ratio and a colour that would do', () => {
    expect(mistakesAfter('company.yaml', "brand: '#0b5f4c'", "brand: '#ffcc00'")).toEqual([
      "company.yaml:31:19 colours.light.brand: brand #ffcc00 on page #f1f4ef has a contrast of 1.3 instead of at least 4.5 (WCAG 2.2 AA); make brand '#856a00', or choose another page",
    ]);
  });

  it('says so of a page behind a text that it did not choose', () => {
    expect(mistakesAfter('company.yaml', "page: '#f1f4ef'", "page: '#333'").join()).toContain(
      'colours.light.page: text ',
    );
  });

  it('wants quotes around a colour, which would be a remark', () => {
    expect(mistakesAfter('company.yaml', "brand: '#74d8b8'", 'brand: #74d8b8').join('\n')).toContain(
      'what follows the # in this text would be left out; put quotes around the whole text',
    );
  });

  it('says which colour is none', () => {
    expect(mistakesAfter('company.yaml', "'#74d8b8'", 'green')).toEqual([
      'company.yaml:32:18 colours.dark.brand: "green" is not right; a colour is a # and six digits or letters a to f, in quotes, such as \'#0b5f4c\'',
    ]);
  });

  it('says what to write when it is missing, as in a playbook from before there was one', () => {
    expect(mistakesWithout('company.yaml')).toEqual([
      'company.yaml:1:1 this file is missing; write your name and address in it, which stood under sender in mailing.yaml',
    ]);
  });

  it('needs no more than a name and an address', () => {
    expect(mistakesWith('company.yaml', 'name: Acme\naddress: Kade 1\n')).toEqual([]);
  });

  it('has the name that mails put for ourName, in text, subjects and conditions', () => {
    change('company.yaml', 'name: ', "name: O'Acme & Co # ");
    change('mails/tip-1.en.md', /subject: .*/, 'subject: News of {{ ourName | upcase }} "ourName"');
    const loaded = load();
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes));
    expect(loaded.content.mails['tip-1']?.en.subject).toBe('News of {{ "O\'Acme & Co" | upcase }} "ourName"');
    const mail = loaded.mails.find(({ file }) => file === 'mails/tip-1.en.md');
    expect(mail?.body).toContain('{{ "O\'Acme & Co" }}');
  });
});
