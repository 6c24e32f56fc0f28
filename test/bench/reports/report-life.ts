import type { Handover } from '../../../shared/domain/handover/handover.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { newLead } from '../../../shared/domain/identity/new-lead.ts';
import { dayOf, type Instant, plus } from '../../../shared/domain/time.ts';

export type Change = [before: Lead | undefined, after: Lead];

const DAY_MS = 86_400_000;
const FORMS = ['whitepaper', 'demo', 'contact', 'newsletter'];
const CAMPAIGNS = 40;

/** Every change of leads that arrived over a year, about six a lead; some became customers. */
export function* lifeOf(leads: number, today: Instant): Generator<Change> {
  const random = randomFrom(leads);
  for (let number = 0; number < leads; number++) {
    let at = plus(today, -Math.floor(365 * DAY_MS * random()));
    let before: Lead | undefined;
    for (const change of story(random, number)) {
      if (dayOf(at) > dayOf(today)) break;
      const base: Lead = before ?? { ...newLead(idOf(random)), playbook: 1, stageAt: at };
      const partial = change(base, at);
      const stageAt = (partial.stage ?? base.stage) === base.stage ? base.stageAt : at;
      const after = { ...base, ...partial, stageAt, version: base.version + 1, changedAt: at };
      yield [before, after];
      before = after;
      at = plus(at, Math.floor(6 * DAY_MS * random()));
    }
  }
}

type Happening = (lead: Lead, at: Instant) => Partial<Lead>;

function* story(random: () => number, number: number): Generator<Happening> {
  const form = FORMS[number % FORMS.length] as string;
  const campaign = random() < 0.5 ? `campaign of ${Math.floor(random() * CAMPAIGNS)}` : undefined;
  yield (_, at) => ({ origin: { form, at, ...(campaign && { campaign }) } });
  yield () => ({ stage: 'lead', mail: 'granted' });
  yield () => ({ fit: random() < 0.5 ? 'good' : random() < 0.5 ? 'bad' : 'unknown' });
  if (random() > 0.3) return;
  const reason = random() < 0.3 ? 'hand-raiser' : 'threshold';
  yield ({ playbook }, at) => {
    const version = 1 + (Date.parse(at) % 7);
    const opened: Handover = {
      number: 1,
      reason,
      status: 'open',
      openedAt: at,
      token: '',
      score: 80,
      playbook,
    };
    return { stage: 'mql', readiness: 'ready', band: 'call', playbook: version, handover: opened };
  };
  const taken = ({ handover }: Lead, status: 'accepted' | 'returned', at: Instant) =>
    ({
      handover: { ...(handover as Handover), status, answer: { by: 'anna', at, criterion: 'employees' } },
    }) as const;
  if (random() < 0.3) {
    const returned = (['not-ready', 'bad-fit', 'unreachable'] as const)[Math.floor(random() * 3)] ?? 'other';
    yield (lead, at) => ({
      ...taken(lead, 'returned', at),
      ...{ stage: 'lead', readiness: 'not-ready', returned: { reason: returned, at, points: 0 } },
    });
    return;
  }
  yield (lead, at) => ({ ...taken(lead, 'accepted', at), stage: 'sal' });
  yield () => ({ stage: 'sql' });
  yield () => ({ stage: 'opportunity' });
  yield (_, at) => ({ stage: 'customer', won: { value: 1_000, at } });
}

function idOf(random: () => number): LeadId {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return Array.from({ length: 22 }, () => letters[Math.floor(random() * 64)]).join('') as LeadId;
}

/** Mulberry32: the same numbers each time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
