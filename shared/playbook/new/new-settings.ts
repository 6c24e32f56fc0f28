import type { Localised } from '../../domain/language.ts';
import type { Guide } from './guide.ts';
import { startingTexts } from './starting-texts.ts';

/** Each later visit asks one more of these, where the playbook has them. */
const ASKED_LATER = ['firstName', 'lastName', 'jobTitle', 'phone', 'company', 'employees', 'postcode'];

/** What the file of a playbook calls things that a new form names. */
interface Around {
  /** What people read of the subject on their preferences page. */
  subject: Localised;
  fields: readonly string[];
}

/** The form that asks for a guide: an address, and the permission for the mails that follow. */
export function guideForm({ title, subject, mails, days }: Guide, around: Around): object {
  const later = ASKED_LATER.filter((name) => around.fields.includes(name));
  const { nl, en } = around.subject;
  return {
    title: { nl: title.nl, en: title.en },
    intro: {
      nl: `${startingTexts.intro.nl} Je krijgt hem meteen in je mail.`,
      en: `${startingTexts.intro.en} You get it by mail at once.`,
    },
    button: { nl: 'Stuur mij de gids', en: 'Send me the guide' },
    ...(later.length > 0 && { later }),
    permission: {
      nl: `Ja, mail mij ${promise.nl(mails, days)} over “${nl}”. Afmelden kan met één klik, in elke mail.`,
      en: `Yes, ${promise.en(mails, days)} about “${en}”. One click in any mail unsubscribes me.`,
    },
    subjects: [subject],
    thanks: {
      title: { nl: 'We mailen je de gids', en: 'We are mailing you the guide' },
      text: {
        nl: 'Meestal heb je hem binnen een minuut in je mail.',
        en: 'It is usually in your mail within a minute.',
      },
      confirm: {
        nl: 'Je wilde ook mail van ons. Bevestig dat met de knop in die mail, als je dat nog niet eerder deed.',
        en: 'You also wanted mail from us. Confirm that with the button in that mail, unless you have done so before.',
      },
    },
  };
}

/** What the wording of the permission promises: how many mails, how often. */
const promise: Localised<(mails: number, days: number) => string> = {
  nl: (mails, days) => {
    if (mails === 0) return 'ook af en toe';
    if (mails === 1) return `de gids en ${days === 1 ? 'een dag' : `${days} dagen`} later nog één mail`;
    const often = days === 1 ? 'elke dag' : days === 7 ? 'elke week' : `elke ${days} dagen`;
    return `de gids en daarna ${mails} mails, ${often} één,`;
  },
  en: (mails, days) => {
    if (mails === 0) return 'also mail me now and then';
    if (mails === 1)
      return `mail me the guide, and one more mail ${days === 1 ? 'a day' : `${days} days`} later`;
    const often = days === 1 ? 'each day' : days === 7 ? 'each week' : `every ${days} days`;
    return `mail me the guide, then ${mails} mails, one ${often},`;
  },
};

/** The sequence that sends a guide to whoever asks for it by a form, then the mails that follow. */
export function guideSequence({ name, title, subject, mails, days }: Guide, form: string): object {
  const later = Array.from({ length: mails }, (_, index) => index + 1);
  return {
    title: {
      nl: mails === 0 ? title.nl : `Na de gids: ${title.nl}`,
      en: mails === 0 ? title.en : `After the guide: ${title.en}`,
    },
    ...(mails > 0 && { subject }),
    start: { form },
    steps: [
      { id: 'answer', mail: `${name}-answer`, after: '0d', kind: 'requested' },
      ...later.map((number) => ({
        ...{ id: `tip-${number}`, mail: `${name}-${number}`, after: `${number * days}d` },
      })),
    ],
  };
}

/** A sequence that follows a visit. Nobody gets its mails while it is paused: its start and its mails come first. */
export function visitSequence(name: string, subject: string): object {
  return {
    title: { nl: 'Nieuwe reeks', en: 'New sequence' },
    subject,
    paused: true,
    start: { visited: [`/${name}`] },
    steps: [
      { id: 'first', mail: `${name}-1`, after: '1d' },
      { id: 'second', mail: `${name}-2`, after: '8d' },
    ],
  };
}
