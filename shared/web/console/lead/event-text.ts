import type { SalesAction } from '../../../domain/handover/actions/action.ts';
import type { MailOnPage } from '../../../domain/identity/lead-page.ts';
import type { Mail } from '../../../domain/nurture/mailing.ts';
import { CONSOLE, type Import } from '../../../domain/tracking/event.ts';
import { pathOf } from '../../../domain/tracking/page-url.ts';
import type { TimelineEvent } from '../../../domain/tracking/timeline-kinds.ts';
import { stay } from '../../duration.ts';
import { actionLine } from '../../handover/dossier/action-text.ts';
import { outsideLine } from '../../handover/dossier/outside-text.ts';
import { valuesWords } from '../values/words.ts';
import type { LeadView } from './lead-view.ts';
import { leadWords } from './words.ts';

interface EventText {
  text: string;
  notes: string[];
}

/** What an event is told with. */
export type EventView = Pick<LeadView, 'language' | 'times' | 'colleague'> & {
  playbook: Pick<LeadView['playbook'], 'forms' | 'fields'>;
};

type Mails = ReadonlyMap<string, MailOnPage>;

/** An event as somebody reads it. */
export function eventText(event: TimelineEvent, view: EventView, mails: Mails): EventText {
  const words = leadWords[view.language].timeline;
  switch (event.type) {
    case 'page': {
      const path = outsideLine(event.url ? (pathOf(event.url) ?? '') : '', 80);
      const title = outsideLine(event.title ?? event.name ?? '');
      return { text: title || path, notes: title && path ? [path] : [] };
    }
    case 'stay': {
      const path = outsideLine(event.url ? (pathOf(event.url) ?? '') : '', 80);
      return { text: words.stayed(stay(view.language, event.seconds)), notes: noteOf(path) };
    }
    case 'track': {
      const props = Object.entries(event.props ?? {}).map(([name, value]) => `${name}: ${value}`);
      return { text: outsideLine(event.name), notes: noteOf(props.join(', ')) };
    }
    case 'form': {
      const title = view.playbook.forms[event.form]?.title[view.language];
      return { text: words.form(title ?? outsideLine(event.form)), notes: answersOf(event.values, view) };
    }
    case 'import':
      return importText(event, view);
    case 'sales': {
      const { id: _, type: __, receivedAt: ___, ...action } = event;
      const to = 'to' in action ? { to: view.colleague(String(action.to)) } : {};
      const known = { ...action, ...to, by: view.colleague(action.by) } as SalesAction;
      const { moment } = view.times;
      const { text, note = '' } = actionLine(known, view.language, moment);
      // The entry has its time itself.
      const details = note.slice(0, -moment(action.at).length).replace(/ · $/, '');
      return { text, notes: noteOf(details) };
    }
    case 'mail-consent': {
      const isGranted = event.to === 'granted' && event.how !== 'confirmation';
      return { text: isGranted ? words.granted : words.consent[event.how], notes: [] };
    }
    default:
      return mailText(event, view, mails);
  }
}

/** What another system told, or a colleague said. */
function importText({ source, by, values, interest = '' }: Import, view: EventView): EventText {
  const from = outsideLine(source);
  const imported = leadWords[view.language].timeline.imported(from);
  if (by === undefined) return { text: imported, notes: noteOf(interest) };
  const words = valuesWords[view.language];
  const who = view.colleague(by);
  const said = Object.entries(values).map(([field, value]) => [field, value || words.emptied]);
  return {
    text: source === CONSOLE ? words.changed(who) : words.addedBy(who, from),
    notes: [...answersOf(Object.fromEntries(said), view), ...noteOf(interest)],
  };
}

type AboutMail = Extract<
  TimelineEvent,
  { type: 'open' | 'click' | 'delivery' | 'bounce' | 'complaint' | 'reject' }
>;

function mailText(event: AboutMail, view: EventView, mails: Mails): EventText {
  const words = leadWords[view.language].timeline;
  const { mail, uncounted = [] } = mails.get(event.mail) ?? {};
  const heading = mail?.heading ? `“${outsideLine(mail.heading, 80)}”` : words.mail;
  switch (event.type) {
    case 'open':
      return { text: words.opened(heading), notes: [] };
    case 'click': {
      const link = event.link === undefined ? undefined : mail?.links[event.link];
      return { text: words.clicked(heading), notes: noteOf(link ?? '') };
    }
    case 'delivery': {
      const { settling = [], machines = [] } = Object.groupBy(uncounted, (one) =>
        !one.counts && one.why === 'settling' ? 'settling' : 'machines',
      );
      return {
        text: words.delivered(heading),
        notes: [
          ...variantNote(mail?.test, view),
          ...(machines.length > 0 ? [words.machines(...opensAndClicks(machines))] : []),
          ...(settling.length > 0 ? [words.settling(...opensAndClicks(settling))] : []),
        ],
      };
    }
    case 'bounce':
      return { text: words.bounced[event.bounce](heading), notes: [] };
    case 'complaint':
      return { text: words.complained(heading), notes: [] };
    case 'reject':
      return { text: words.rejected(heading), notes: [] };
  }
}

/** Which variant of a test a mail was. */
function variantNote(own: Mail['test'], { language }: EventView): string[] {
  if (own === undefined) return [];
  const { variant, chosenVariant } = leadWords[language].timeline;
  return [own.counts ? variant(own.variant, own.test) : chosenVariant(own.variant, own.test)];
}

function opensAndClicks(reactions: readonly { of: 'open' | number }[]): [opens: number, clicks: number] {
  const opens = reactions.filter(({ of }) => of === 'open').length;
  return [opens, reactions.length - opens];
}

/** What was filled in, with the questions. */
function answersOf(values: Readonly<Record<string, string>>, { playbook, language }: EventView): string[] {
  return Object.entries(values).flatMap(([field, value]) => {
    const label = playbook.fields[field]?.label[language] ?? outsideLine(field);
    return value === '' ? [] : [`${label}: ${outsideLine(value, 300)}`];
  });
}

const noteOf = (text: string) => (text === '' ? [] : [outsideLine(text)]);
