import type { LeadSummary } from '../../../../shared/contract/api.ts';
import { twinSettings } from '../../../local/settings.ts';
import { inParallel } from '../in-parallel.ts';
import { random } from '../random.ts';
import type { Story } from '../story.ts';
import type { TwinClient } from '../twin-client.ts';
import { countAction } from './action-counts.ts';
import type { SalesAction } from './sales-moves.ts';
import { type PlannedAction, planOf } from './sales-plan.ts';

/** A hand-over whose notification sales has read. */
interface Case {
  id: string;
  number: number;
  /** Prefix of the idempotency keys of its actions. */
  keyPrefix: string;
  by: string;
  steps: PlannedAction[];
  done: number;
  /** The shift in which sales does the next action. */
  next: number;
}

const MAILBOX = twinSettings({ port: 1 }).sales[0] ?? '';

/** Simulates sales: in each shift they read their mail and do the actions they planned. */
export function openSalesDesk(
  twin: TwinClient,
  { leads, began, sales }: Pick<Story, 'leads' | 'began' | 'sales'>,
  seed: number,
) {
  const numbers = new Map(leads.map(({ email }, n) => [email, n]));
  const cases = new Map<string, Case>();
  let readUntil = new Date(began.at).toISOString();
  let shift = 0;

  async function readMail(): Promise<void> {
    const now = new Date(await twin.now()).toISOString();
    const mails = await twin.mailsSince(readUntil, MAILBOX);
    readUntil = now;
    const found = new Set(mails.flatMap(({ text }) => handoverIn(text) ?? []));
    await inParallel(
      [...found].filter((handover) => !cases.has(handover)),
      async (handover) => {
        const planned = await plan(handover);
        if (planned) cases.set(handover, planned);
      },
    );
  }

  async function plan(handover: string): Promise<Case | undefined> {
    const [id = '', number = ''] = handover.split('.');
    const { email, handovers } = await twin.api<LeadSummary>(`/leads/${id}`);
    const opened = handovers.find((one) => one.number === Number(number));
    const n = numbers.get(email);
    // Leave leads from outside the simulation to whoever plays sales.
    if (n === undefined || !opened || Date.parse(opened.openedAt) < began.at) return undefined;
    const steps = planOf(opened.reason, random(seed * 1_000_003 + 312_509 + n * 16 + opened.number));
    const keyPrefix = `simulated-${seed}-${n}-sales-${number}`;
    const next = shift + (steps[0]?.wait ?? 0);
    return { id, number: opened.number, keyPrefix, by: opened.to ?? 'sales', steps, done: 0, next };
  }

  async function continueCase(one: Case): Promise<void> {
    for (let step = one.steps[one.done]; step && one.next <= shift; step = one.steps[one.done]) {
      const lead = await act(one, step.action);
      if (!lead) {
        one.done = one.steps.length;
        return;
      }
      countAction(sales, step.action);
      const { told } = lead.handovers.find(({ number }) => number === one.number) ?? {};
      if (one.done === 0 && told !== undefined) sales.late += 1;
      one.done += 1;
      one.next = shift + (one.steps[one.done]?.wait ?? 0);
    }
  }

  /** The lead after the action; undefined when somebody else was first. */
  function act({ id, keyPrefix, by, done }: Case, action: SalesAction): Promise<LeadSummary | undefined> {
    return twin.act<LeadSummary>(`/leads/${id}/actions`, { ...action, by }, `${keyPrefix}-${done}`);
  }

  return {
    /** Works a shift: there are two on each working day. */
    async work(): Promise<void> {
      shift += 1;
      await readMail();
      await inParallel([...cases.values()], continueCase);
    },
  };
}

/** The hand-over that a mail links to, as its lead and number. */
function handoverIn(text: string): string | undefined {
  return /\/handover\/([\w-]+\.\d+)\./.exec(text)?.[1];
}
