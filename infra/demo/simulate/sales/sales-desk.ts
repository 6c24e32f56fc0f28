import type { LeadSummary } from '../../../../shared/contract/api.ts';
import { twinSettings } from '../../../local/settings.ts';
import { inParallel } from '../in-parallel.ts';
import { random } from '../random.ts';
import type { Story } from '../story.ts';
import type { TwinClient } from '../twin-client.ts';
import { countAction } from './action-counts.ts';
import type { SaidBySales } from './sales-moves.ts';
import { planOf, type Step } from './sales-plan.ts';

/** A hand-over of which sales read the mail. */
interface Case {
  id: string;
  number: number;
  /** Names what is done with it, so that nothing is done twice. */
  name: string;
  by: string;
  steps: Step[];
  done: number;
  /** At which of its moments sales does what is next. */
  next: number;
}

const MAILBOX = twinSettings({ port: 1 }).sales[0] ?? '';

/** The people of sales: they read their mail and do what they planned, each time that they work. */
export function openSalesDesk(
  twin: TwinClient,
  { leads, began, sales }: Pick<Story, 'leads' | 'began' | 'sales'>,
  seed: number,
) {
  const known = new Map(leads.map(({ email }, n) => [email, n]));
  const cases = new Map<string, Case>();
  let readUntil = new Date(began.at).toISOString();
  let moment = 0;

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
    const n = known.get(email);
    // Leads that are not of this simulation are left to whoever plays sales.
    if (n === undefined || !opened || Date.parse(opened.openedAt) < began.at) return undefined;
    const steps = planOf(opened.reason, random(seed * 1_000_003 + 312_509 + n * 16 + opened.number));
    const name = `simulated-${seed}-${n}-sales-${number}`;
    const next = moment + (steps[0]?.wait ?? 0);
    return { id, number: opened.number, name, by: opened.to ?? 'sales', steps, done: 0, next };
  }

  async function goOn(one: Case): Promise<void> {
    for (let step = one.steps[one.done]; step && one.next <= moment; step = one.steps[one.done]) {
      const lead = await say(one, step.says);
      if (!lead) {
        one.done = one.steps.length;
        return;
      }
      countAction(sales, step.says);
      const { told } = lead.handovers.find(({ number }) => number === one.number) ?? {};
      if (one.done === 0 && told !== undefined) sales.late += 1;
      one.done += 1;
      one.next = moment + (one.steps[one.done]?.wait ?? 0);
    }
  }

  /** The lead after it; undefined when somebody else was first. */
  function say({ id, name, by, done }: Case, says: SaidBySales): Promise<LeadSummary | undefined> {
    return twin.act<LeadSummary>(`/leads/${id}/actions`, { ...says, by }, `${name}-${done}`);
  }

  return {
    /** What sales does at midday and in the afternoon of a working day. */
    async work(): Promise<void> {
      moment += 1;
      await readMail();
      await inParallel([...cases.values()], goOn);
    },
  };
}

/** The hand-over that a mail leads to, as its lead and number. */
function handoverIn(text: string): string | undefined {
  return /\/handover\/([\w-]+\.\d+)\./.exec(text)?.[1];
}
