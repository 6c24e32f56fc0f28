import type { LeadSummary } from '../../../shared/contract/api.ts';
import { inParallel } from './in-parallel.ts';
import { type Kind, kinds } from './people/kinds.ts';
import {
  differences,
  increase,
  reportedFigures,
  type SalesFigures,
  simulatedFigures,
} from './sales/sales-figures.ts';
import type { Story } from './story.ts';
import type { TwinClient } from './twin-client.ts';

/** What became of one mail of a sequence. Opens and clicks are those that count. */
interface StepOutcome {
  mail: string;
  sent: number;
  opened: number;
  clicked: number;
  left: number;
  bounced: number;
}

interface KindOutcome {
  kind: Kind;
  people: number;
  /** Number of people in each band of the score. */
  bands: Record<string, number>;
  unsubscribed: number;
  handedOver: number;
}

/** The results of a simulation, as the API reports them. */
export interface Outcome {
  steps: StepOutcome[];
  kinds: KindOutcome[];
  /** Hand-overs by reason. */
  handovers: Record<string, number>;
  sales: SalesFigures;
  /** Where the reports differ. */
  differences: string[];
  /** Leads of this twin from outside the simulation; the reports count them too. */
  others: number;
  /** Opens and clicks of link scanners that counted as a person's. */
  countedScans: number;
}

interface ApiEvent {
  type: string;
  mail?: string;
  to?: string;
}

/** Reads the results of a simulation from the API. */
export async function readOutcome(twin: TwinClient, story: Story): Promise<Outcome> {
  const { leads, mails, began } = story;
  const kindOf = new Map(leads.map(({ email, kind }) => [email, kind]));
  const all = await allLeads(twin);
  const simulated = all.filter(({ email }) => kindOf.has(email));
  const stepOf = new Map(mails.map(({ tags = {} }) => [tags.mail ?? '', nameOf(tags)]));
  const steps = new Map<string, StepOutcome>();
  const handovers: Outcome['handovers'] = {};
  let countedScans = 0;

  function step(name: string): StepOutcome {
    const known = steps.get(name) ?? { mail: name, sent: 0, opened: 0, clicked: 0, left: 0, bounced: 0 };
    steps.set(name, known);
    return known;
  }
  for (const { tags = {} } of mails) step(nameOf(tags)).sent += 1;
  await inParallel(simulated, async ({ id, email }) => {
    for (const event of await allEvents(twin, id)) {
      const column = columnOf(event);
      const name = stepOf.get(event.mail ?? '');
      if (!column || name === undefined) continue;
      step(name)[column] += 1;
      if (kindOf.get(email) === 'link scanner' && ['opened', 'clicked'].includes(column)) countedScans += 1;
    }
  });
  const opened = simulated
    .flatMap((lead) => lead.handovers)
    .filter(({ openedAt }) => Date.parse(openedAt) >= began.at);
  for (const { reason } of opened) handovers[reason] = (handovers[reason] ?? 0) + 1;
  const unanswered = opened.filter(({ status, told }) => status === 'open' && told !== undefined);
  const sales = simulatedFigures(story.sales, {
    entered: opened.length,
    late: story.sales.late + unanswered.length,
  });
  const reported = increase(began.reported, await reportedFigures(twin, began.at));
  return {
    sales,
    differences: differences(sales, reported),
    others: all.length - simulated.length,
    steps: [...steps.values()],
    kinds: kinds.map((kind) =>
      ofKind(
        kind,
        simulated.filter(({ email }) => kindOf.get(email) === kind),
      ),
    ),
    handovers,
    countedScans,
  };
}

function ofKind(kind: Kind, leads: readonly LeadSummary[]): KindOutcome {
  const bands: Record<string, number> = {};
  for (const { score } of leads) bands[score.band] = (bands[score.band] ?? 0) + 1;
  return {
    kind,
    people: leads.length,
    bands,
    unsubscribed: leads.filter(({ consent }) => consent.mail === 'withdrawn').length,
    handedOver: leads.filter((lead) => lead.handovers.length > 0).length,
  };
}

function nameOf(tags: Record<string, string>): string {
  return [tags['ses:feedback-id-a'], tags['ses:feedback-id-b']].filter(Boolean).join(' / ');
}

function columnOf({ type, to }: ApiEvent): Exclude<keyof StepOutcome, 'mail' | 'sent'> | undefined {
  if (type === 'open') return 'opened';
  if (type === 'click') return 'clicked';
  if (type === 'bounce') return 'bounced';
  return type === 'mail-consent' && to === 'withdrawn' ? 'left' : undefined;
}

async function allLeads(twin: TwinClient): Promise<LeadSummary[]> {
  return pages<{ leads: LeadSummary[]; cursor: string | null }, LeadSummary>(
    twin,
    '/leads',
    ({ leads }) => leads,
  );
}

async function allEvents(twin: TwinClient, id: string): Promise<ApiEvent[]> {
  const path = `/leads/${id}/events`;
  return pages<{ events: ApiEvent[]; cursor: string | null }, ApiEvent>(twin, path, ({ events }) => events);
}

async function pages<P extends { cursor: string | null }, T>(
  twin: TwinClient,
  path: string,
  itemsOf: (page: P) => T[],
): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: P = await twin.api(`${path}?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    items.push(...itemsOf(page));
    cursor = page.cursor;
  }
  return items;
}
