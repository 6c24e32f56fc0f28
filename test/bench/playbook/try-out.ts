import { rowOf } from '../../../shared/domain/identity/directory/row.ts';
import type { LeadId, VisitorId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { withCapture } from '../../../shared/domain/identity/profile.ts';
import { durationMs } from '../../../shared/domain/nurture/pace/sending-times.ts';
import { type Plan, planOf, withNextStep } from '../../../shared/domain/nurture/plan.ts';
import type { Step } from '../../../shared/domain/nurture/sequence.ts';
import { inSampleOrder } from '../../../shared/domain/playbook/try-out/sample-order.ts';
import { DAY_MS, plus } from '../../../shared/domain/time.ts';
import { beginFold, endFold, putSegments } from '../../../shared/store/identity/directory/segments.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import { putEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { directorySource } from '../../../shared/usecases/identity/directory/directory-source.ts';
import { EXACT, tryOut } from '../../../shared/usecases/playbook/try-out/try-out.ts';
import { pageView, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { metered } from '../../usecases/metered-table.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { type Measurement, rounded } from '../measurement.ts';
import { lifeOf } from '../reports/report-life.ts';

const LEADS = 100_000;
const NOW = '2026-11-30T12:00:00.000Z';
const SEED = 'draft';
const VISITS = 20;
const HOUR_MS = 3_600_000;
const now = () => NOW;

/** What a draft that changes points and sequences costs to try, the dearest kind, in a process that has just started. */
export async function measureTryOut(): Promise<Measurement[]> {
  const table = metered(await memoryTable());
  const leads = new Map<LeadId, Lead>();
  for (const [, after] of lifeOf(LEADS, NOW)) leads.set(after.id, after);
  const rows = [...leads.values()].map(rowOf);
  const begun = await beginFold(table);
  const count = await putSegments(table, { ...begun, from: 0 }, rows);
  await endFold(table, begun.fold, { ...begun, count, rows: rows.length, until: NOW });
  const live = { ...shippedPlaybook(), version: 1 };
  // Nobody else is read.
  for (const id of inSampleOrder(leads.keys(), SEED, EXACT)) await store(table, leads.get(id) as Lead, live);

  const { scoring } = live;
  const rules = scoring.rules.map((rule) => ({ ...rule, points: rule.points + 1 }));
  const draft = { ...live, version: 2, scoring: { ...scoring, rules } };
  const reads = {
    ...{ name: table.name, call: table.call.bind(table) },
    get units() {
      return table.read;
    },
  };
  table.read = 0;
  const directory = directorySource({ table: reads, now });
  const elapsed = () => performance.now();
  const { units, ms, sampled, changed } = await tryOut(
    { reads, directory, now, elapsed },
    { live, draft, seed: SEED },
  );
  const detail = `${sampled} looked at; changes for ${changed.count}, between ${changed.low} and ${changed.high}`;
  return [
    {
      what: `what a draft would do to ${LEADS} leads`,
      value: units,
      unit: 'read units',
      reach: 4_000,
      detail,
    },
    { what: `the same, in process`, value: rounded(ms / 1_000), unit: 'seconds', reach: 5 },
  ];
}

/** A lead with a form, twenty pages and a course. */
async function store(table: Table, lead: Lead, live: ReturnType<typeof shippedPlaybook>): Promise<void> {
  const { id } = lead;
  const visitor = `of-${id}` as VisitorId;
  const days = 1 + (id.charCodeAt(0) % 40);
  const at = plus(NOW, -days * DAY_MS);
  const form = submission('whitepaper', { at, receivedAt: at, visitor, email: `${id}@company.test` });
  const plan = planOf('whitepaper-tips', undefined, live) as Plan;
  const isPast = ({ after = '0d' }: Step) => durationMs(after) < days * DAY_MS;
  const sent = Object.fromEntries(plan.sequence.steps.filter(isPast).map((step) => [step.id, at]));
  const base = {
    lead: id,
    sequence: 'whitepaper-tips',
    startedAt: at,
    version: 1,
    skipped: {},
    shiftDays: 0,
  };
  const course = withNextStep({ ...base, sent }, plan);
  await Promise.all([
    putLead(table, { ...lead, version: 1, playbook: 1 }),
    putProfile(table, { ...withCapture(undefined, id, form), version: 1 }),
    putLeadEvent(table, id, form),
    linkVisitor(table, visitor, id, { at, due: at }),
    putEnrolment(table, course),
    ...Array.from({ length: VISITS }, (_, n) => {
      const moment = plus(at, n * HOUR_MS);
      const view = pageView(`/guides/${n}`, { visitor, at: moment, receivedAt: moment, id: `${id}-${n}` });
      return putVisitorEvent(table, view, 0);
    }),
  ]);
}
