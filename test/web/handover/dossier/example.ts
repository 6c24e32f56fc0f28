import type { SalesAction } from '../../../../shared/domain/handover/actions/action.ts';
import type { Dossier, DossierRules } from '../../../../shared/domain/handover/dossier/dossier.ts';
import { dossierOf } from '../../../../shared/domain/handover/dossier/dossier.ts';
import type { Handover } from '../../../../shared/domain/handover/handover.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { type Profile, withCapture, withConfirmation } from '../../../../shared/domain/identity/profile.ts';
import { plus } from '../../../../shared/domain/time.ts';
import type { AnyEvent, Submission } from '../../../../shared/domain/tracking/event.ts';
import { readPlaybookFolder } from '../../../../shared/playbook/files/read-folder.ts';
import { loadPlaybook } from '../../../../shared/playbook/load-playbook.ts';
import type { Playbook } from '../../../../shared/playbook/playbook.ts';
import { LEAD, lead, NOW, pageView, reaction, submission, tracked } from '../../../domain/builders.ts';

const DAY = 86_400_000;

let shipped: Playbook | undefined;

/** The playbook that ships. */
export function shippedPlaybook(): Playbook {
  shipped ??= readPlaybook();
  return shipped;
}

function readPlaybook(): Playbook {
  const loaded = loadPlaybook(readPlaybookFolder('shared/playbook'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes));
  return { version: 1, ...loaded.content };
}

export const HANDOVER: Handover = {
  number: 1,
  reason: 'threshold',
  status: 'open',
  openedAt: NOW,
  token: 'secret-token',
  score: 84,
  playbook: 1,
};

/** A moment so many days and hours before the hand-over. */
export function ago(days: number, hours = 0): { at: string; receivedAt: string } {
  const at = plus(NOW, -days * DAY - hours * 3_600_000);
  return { at, receivedAt: at };
}

/** What a lead that reads a lot did in a month. */
export function longHistory(): AnyEvent[] {
  return [
    submission('whitepaper', { ...ago(30), values: { firstName: 'Ann' } }),
    ...Array.from({ length: 40 }, (_, index) =>
      pageView(`/guides/chapter-${index}`, {
        ...ago(29 - index / 2),
        title: `Chapter ${index} of the guide`,
      }),
    ),
    submission('whitepaper', { ...ago(9), values: { lastName: 'de Vries', jobTitle: 'Head of sales' } }),
    submission('whitepaper', { ...ago(8), values: { company: 'Example Works', employees: '250' } }),
    reaction('open', 'm1', ago(7)),
    reaction('click', 'm1', { ...ago(7), link: 1 }),
    tracked('Demo Step Completed', { ...ago(2), props: { step: 'import' } }),
    tracked('Demo Step Completed', { ...ago(2, -1), props: { step: 'invite' } }),
    pageView('/pricing', { ...ago(1), title: 'Pricing' }),
    pageView('/pricing', { ...ago(0, 0.1), title: 'Pricing' }),
  ];
}

/** Somebody who used the contact form. */
export function raisedHand(values: Record<string, string> = {}): Submission {
  return submission('contact', {
    ...ago(0, 0),
    handRaise: true,
    values: {
      name: 'Ann de Vries',
      phone: '+31 (0)6 1234 5678',
      message: 'We spend two days a week on lists that go nowhere.\nCould you show us how others do this?',
      ...values,
    },
  });
}

/** The dossier of a lead with these events. */
export function dossier(
  events: AnyEvent[],
  handover: Partial<Handover> = {},
  more: Partial<Lead> = {},
  {
    actions = [],
    playbook = shippedPlaybook(),
    call,
  }: { actions?: SalesAction[]; playbook?: DossierRules; call?: string } = {},
): Dossier {
  return dossierOf({
    lead: { ...lead(more), handover: { ...HANDOVER, ...handover } },
    profile: profileOf(events),
    events,
    actions,
    playbook,
    now: NOW,
    ...(call && { call }),
  });
}

function profileOf(events: AnyEvent[]): Profile {
  let profile: Profile | undefined;
  for (const event of events) {
    if (event.type === 'form' || event.type === 'import') profile = withCapture(profile, LEAD, event);
    if (event.type === 'mail-consent') profile = profile && withConfirmation(profile, event);
  }
  return profile as Profile;
}
