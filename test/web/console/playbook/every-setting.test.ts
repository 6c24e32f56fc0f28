import { describe, expect, it } from 'vitest';
import { languages } from '../../../../shared/domain/language.ts';
import { withPosted } from '../../../../shared/playbook/edit/posted-settings.ts';
import { fromPointer, setAt, settingAt, settingsIn } from '../../../../shared/playbook/edit/setting-path.ts';
import { type Path, toField } from '../../../../shared/playbook/mistake.ts';
import { partSchema } from '../../../../shared/playbook/playbook.ts';
import { filledValues, listsAndGroups } from './filled-values.ts';
import { entriesOf, parts, shown } from './shown-form.ts';

/** Settings that have no field of their own, and why. */
const WITHOUT_FIELD: Readonly<Record<string, string>> = {
  'scoring: rules[].on': 'the button that adds a rule decides its kind',
  'forms: *.ask': 'buttons add a question, move it and take it away',
  'forms: *.later': 'buttons add a question, move it and take it away',
  'sequences: *.again': 'never is what an empty field of again.after says',
  'sequences: *.start.imported': 'it has one value; the button that chooses the start sets it',
  'sequences: *.steps[].event': 'a button lets a step wait until the event is moved or cancelled',
};

/** Fields that are not there while nothing is set, and why. */
const ONLY_WHEN_SET: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['form', 'visited', 'returned', 'event', 'band'].map((start) => [
      `sequences: *.start.${start}`,
      'a button chooses what starts a sequence',
    ]),
  ),
  'sequences: *.start.with.*': 'a property is added by its name',
  'sequences: *.steps[].after': 'a button chooses the moment of a step',
  'sequences: *.steps[].event.before': 'a button chooses the moment of a step',
  'sequences: *.steps[].event.after': 'a button chooses the moment of a step',
  'fit: criteria[].good.noneOf': 'a button chooses the kind of answers',
  'fit: criteria[].bad.noneOf': 'a button chooses the kind of answers',
  'sales: routing[].when.field.*': 'a field is chosen to be added',
  'sales: accounts.*': 'an account is added by its domain',
  'newsletter: [].audience.bands': 'the bands of the issue say the same',
  ...Object.fromEntries(
    ['sequences: *.steps[]', 'newsletter: []'].flatMap((place) => [
      [`${place}.test.within`, 'only a test of hand-overs has it'],
      [`${place}.test.variants[].mail`, 'a variant is another subject or another mail'],
      ...['after', 'on', 'recipients'].map((moment) => [
        `${place}.test.decide.${moment}`,
        'a button chooses when a test is decided',
      ]),
    ]),
  ),
};

const general = (part: string, setting: string) =>
  `${part}: ${setting.replaceAll(/entry-\d+/g, '*').replaceAll(/\[\d+\]/g, '[]')}`;

/** The path of a setting as a field of the form names it; undefined for a field of something else. */
function pathOf(name: string): Path | undefined {
  const pointer = /^[a-z]+[-+]?:(\/.*)$/.exec(name)?.[1];
  if (pointer === undefined || name.startsWith('new:')) return undefined;
  return fromPointer(pointer).map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const settingOf = (name: string) => {
  const path = pathOf(name);
  return path && toField(path);
};

/** Each value of a part with each entry that its form shows at a time. */
const cases = (part: (typeof parts)[number]) =>
  filledValues(part).flatMap((value) =>
    entriesOf(part, value).map((entry) => ({ value, entry, at: entry === undefined ? [] : [entry] })),
  );

describe.each(parts)('the form of %s.yaml', (part) => {
  it('is tried with values that the playbook takes', () => {
    for (const value of filledValues(part)) expect(partSchema(part).safeParse(value).error).toBeUndefined();
  });

  it('changes nothing when it is sent in as it is shown, whatever is set', () => {
    for (const language of languages)
      for (const { value, entry } of cases(part)) {
        const { fields } = shown(part, value, { language, entry });
        expect(withPosted(value, fields)).toEqual(value);
      }
  });

  it('has a field for every setting, and says nothing is only in the text', () => {
    const missing = cases(part).flatMap(({ value, entry, at }) => {
      const { html, fields } = shown(part, value, { entry });
      expect(html).not.toContain('more-in-text');
      const known = new Set(fields.map(([name]) => settingOf(name)));
      return settingsIn(settingAt(value, at), at).filter((setting) => !known.has(setting));
    });
    const places = new Set(missing.map((setting) => general(part, setting)));
    const excused = Object.keys(WITHOUT_FIELD).filter((place) => place.startsWith(`${part}: `));
    expect([...places].sort()).toEqual(excused.sort());
  });

  it('still has that field when the setting is taken away, so that it can be set', () => {
    const tried = new Set<string>();
    const gone = new Set<string>();
    for (const { value, entry, at } of cases(part)) {
      const { fields } = shown(part, value, { entry });
      for (const [name] of fields) {
        const path = pathOf(name);
        const place = path && general(part, toField(path));
        if (path === undefined || place === undefined || tried.has(place)) continue;
        tried.add(place);
        const without = structuredClone(value);
        setAt(without, path.map(String), undefined);
        const left = shown(part, without, { entry }).fields;
        if (!left.some(([one]) => settingOf(one) === toField(path))) gone.add(place);
        expect(path.slice(0, at.length)).toEqual(at);
      }
    }
    const excused = Object.keys(ONLY_WHEN_SET).filter((place) => place.startsWith(`${part}: `));
    expect([...gone].sort()).toEqual(excused.sort());
  });

  it('adds to every list and group, and takes away from it', () => {
    for (const { value, entry, at } of cases(part)) {
      const { html } = shown(part, value, { entry });
      for (const path of listsAndGroups(part, value)) {
        if (at.length > 0 && path.length > 0 && path[0] !== at[0]) continue;
        expect(html).toContain(`value="add ${pointerOf(path)} `);
        if (path.length >= at.length) expect(html).toContain(`value="remove ${pointerOf(path)}/`);
      }
    }
  });
});

const pointerOf = (path: Path) => path.map((one) => `/${one}`).join('');
