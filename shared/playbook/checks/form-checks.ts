import type { Form } from '../../domain/forms/form.ts';
import { PERMISSION } from '../../domain/forms/questions.ts';
import type { Finding } from '../mistake.ts';
import type { KnownNames } from './unknown-name.ts';

/** Questions of a form that cannot be asked as written. */
export function formFindings(name: string, form: Form, names: KnownNames): Finding[] {
  const listed = (list: 'ask' | 'later' | 'require') =>
    form[list].map((field, index) => ({ field, path: [name, list, index] }));
  const asked = [...listed('ask'), ...listed('later')];
  const required = listed('require').filter(({ field }) => field !== PERMISSION);
  const repeated = asked.filter((one, index) => asked.findIndex(({ field }) => field === one.field) < index);
  const notAsked = required.filter(
    ({ field }) => names.fields?.includes(field) !== false && !form.ask.includes(field),
  );
  return [
    ...permissionFindings(name, form, names),
    ...repeated.map(({ field, path }) => ({
      path,
      problem: { nl: `"${field}" wordt twee keer gevraagd`, en: `"${field}" is asked twice` },
      remedy: { nl: 'houd het op één plek', en: 'keep it in one place' },
    })),
    ...notAsked.map(({ field, path }) => ({
      path,
      problem: {
        nl: `"${field}" is verplicht maar wordt niet altijd gevraagd`,
        en: `"${field}" is required but not always asked`,
      },
      remedy: {
        nl: 'zet het ook onder ask, en niet onder later',
        en: 'put it under ask too, and not under later',
      },
      without: [[name, 'ask']],
    })),
  ];
}

/** A permission that does not say for what, or is required and not asked. */
function permissionFindings(name: string, form: Form, names: KnownNames): Finding[] {
  const { permission, subjects = [], require } = form;
  if (permission === undefined) {
    const problem = {
      nl: 'de toestemming is verplicht, maar dit formulier vraagt haar niet',
      en: 'the permission is required, but this form does not ask it',
    };
    const remedy = {
      nl: 'zet permission erbij met de tekst naast het vakje, of laat het hier weg',
      en: 'add permission with the words beside the checkbox, or leave it out here',
    };
    return require.flatMap((field, index) =>
      field === PERMISSION
        ? [{ path: [name, 'require', index], problem, remedy, without: [[name, 'permission']] }]
        : [],
    );
  }
  if (subjects.length === 0) {
    const problem = {
      nl: 'deze toestemming zegt niet welke mails mensen krijgen, dus er kan niemand mee gemaild worden',
      en: 'this permission does not say which mails people get, so nobody could be mailed with it',
    };
    const example = `subjects: [${names.subjects?.[0] ?? 'tips'}]`;
    const remedy = {
      nl: `noem eronder wat de tekst belooft, zoals ${example}; de onderwerpen staan in mailing.yaml`,
      en: `name below it what its words promise, such as ${example}; the subjects are in mailing.yaml`,
    };
    return [{ path: [name, 'permission'], problem, remedy, without: [[name, 'subjects']] }];
  }
  return [];
}
