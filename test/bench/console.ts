import { bundleConsoleScript } from '../../infra/bundle.ts';
import type { LeadId } from '../../shared/domain/identity/ids.ts';
import type { Lead } from '../../shared/domain/identity/lead.ts';
import { withCapture } from '../../shared/domain/identity/profile.ts';
import { plus } from '../../shared/domain/time.ts';
import { leadEntity } from '../../shared/store/identity/lead-entity.ts';
import { putProfile } from '../../shared/store/identity/profiles.ts';
import type { Table } from '../../shared/store/table.ts';
import { addPerson } from '../../shared/usecases/console/add-person.ts';
import { foldDirectory } from '../../shared/usecases/identity/directory/fold-directory.ts';
import { countReported } from '../../shared/usecases/reports/count-mail.ts';
import { recordReportMetrics } from '../../shared/usecases/reports/record-report-metrics.ts';
import { NOW, submission } from '../domain/builders.ts';
import { mail } from '../domain/nurture/mails.ts';
import { type Browser, consoleWithSignIn } from '../functions/console/browser.ts';
import { viewers } from '../functions/console/test-console.ts';
import { memoryTable } from '../store/memory-table.ts';
import { longLife } from '../usecases/identity/lead-page/long-life.ts';
import { metered } from '../usecases/metered-table.ts';
import { shippedPlaybook } from '../web/handover/dossier/example.ts';
import { type Measurement, rounded } from './measurement.ts';
import { lifeOf } from './reports/report-life.ts';

const EVENTS = 10_000;
const LEADS = 400;
const WEEK_MS = 7 * 86_400_000;
const htmx = Buffer.from(await bundleConsoleScript()).toString();

/** The pages that each opens, besides that of one lead. */
const PAGES = {
  sales: ['', '/leads', '/mine', '/handovers'],
  admin: [
    ...['', '/leads', '/leads?order=activity&fit=good', '/handovers', '/companies', '/companies?q=works'],
    ...['framework', 'funnel', 'returns', 'responses', 'mails'].map((report) => `/reports/${report}`),
    ...['/mails', '/people', '/keys', '/log'],
  ],
};

/**
 * What the page of a lead with very many events costs, and what each page of the console loads, the first time and once
 * a browser has its style and script. Through the whole console, signed in, with its table in memory and without HTTP.
 */
export async function measureConsole(): Promise<Measurement[]> {
  const table = metered(await memoryTable());
  const id = await longLife(table, EVENTS);
  await fill(table);
  const { admin: browser, sales } = await signedIn(table);
  const path = `/console/leads/${id}`;
  // The first page of a process reads the directory.
  await browser.get(path);
  table.read = 0;
  const page = await bytesOf(browser, path);
  const units = table.read;
  const visits = [];
  for (const one of [path, ...PAGES.admin.map(ofConsole)]) visits.push(await visit(browser, one));
  for (const one of [path, ...PAGES.sales.map(ofConsole)]) visits.push(await visit(sales, one));
  return [
    { what: `page of a lead with ${EVENTS} events`, value: units, unit: 'read units', reach: 8 },
    {
      ...{ what: `page of a lead with ${EVENTS} events, uncompressed`, unit: 'KB', reach: 60 },
      value: kilobytes(page),
    },
    most('visit of a page of the console, first time, compressed', visits, 'first', 60),
    most('visit of a page of the console, later, compressed', visits, 'later', 15),
  ];
}

type Visit = Record<'first' | 'later', number> & { path: string };

function most(what: string, visits: readonly Visit[], when: 'first' | 'later', reach: number): Measurement {
  const heaviest = visits.toSorted((a, b) => b[when] - a[when]).slice(0, 4);
  const said = heaviest.map((one) => `${one.path.slice(0, 30)} ${kilobytes(one[when])}`);
  const value = kilobytes(Math.max(...visits.map((one) => one[when])));
  return { what, value, unit: 'KB', reach, detail: said.join(', ') };
}

const person = (n: number) =>
  submission('demo', {
    email: `johanna.${n}@example-works-${n}.nl`,
    values: { firstName: 'Johanna', lastName: `van den Berg-${n}`, company: `Example Works ${n}` },
  });

/** The bytes of a page as a browser gets it, with and without what it keeps for good. */
async function visit(browser: Browser, path: string): Promise<Visit> {
  const html = await (await browser.get(path)).text();
  const assets = [...html.matchAll(/(?:src|href)="(\/console\/assets\/[^"]+)"/g)].map(
    ([, asset = '']) => asset,
  );
  const later = await bytesOf(browser, path, 'gzip');
  let first = later;
  for (const asset of new Set(assets)) first += await bytesOf(browser, asset, 'gzip');
  return { path, first, later };
}

async function bytesOf(browser: Browser, path: string, encoding = 'identity'): Promise<number> {
  const answer = await browser.get(path, { 'accept-encoding': encoding });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return (await answer.arrayBuffer()).byteLength;
}

/** The browsers of an admin and of somebody of sales. */
async function signedIn(table: Table): Promise<Record<'admin' | 'sales', Browser>> {
  const { people, issuer, browser } = consoleWithSignIn(table, { htmx });
  await addPerson(people, viewers.admin, viewers.sales);
  const entered = async (email: string) => {
    issuer.says({ result: 'identified', email, name: undefined });
    const own = browser();
    await own.signsIn();
    return own;
  };
  return { admin: await entered(viewers.admin.email), sales: await entered(viewers.sales.email) };
}

const ofConsole = (path: string) => `/console${path}`;

/** Whom sales accepted and did not finish: some wait again to be taken by Anna. */
function waiting(lead: Lead, number: number): Lead {
  const { handover } = lead;
  if (handover === undefined || handover.status === 'returned' || number % 3 === 0) return lead;
  const { answer: _, ...open } = handover;
  const status = number % 3 === 1 ? 'open' : 'accepted';
  return { ...lead, stage: status === 'open' ? 'mql' : 'sal', handover: { ...open, status, to: 'anna' } };
}

/** What became of each mail of the shipped sequences. */
async function countMails(table: Table): Promise<void> {
  const at = plus(NOW, -WEEK_MS);
  for (const [sequence, { steps }] of Object.entries(shippedPlaybook().sequences))
    for (const { id: step } of steps) {
      const sent = mail({
        id: `${sequence}-${step}`,
        sequence,
        step,

        sentAt: at,
        deliveredAt: at,
      });
      await countReported({ table, now: () => NOW }, sent, 'delivered');
    }
}

/** A year of leads, as lists and reports have them. */
async function fill(table: Table): Promise<void> {
  const leads = new Map<LeadId, Lead>();
  for (const [before, after] of lifeOf(LEADS, NOW)) {
    leads.set(after.id, after);
    if (after.changedAt > plus(NOW, -4 * WEEK_MS))
      await recordReportMetrics({ table, now: () => after.changedAt }, before, after);
  }
  await countMails(table);
  for (const [number, lead] of [...leads.values()].map(waiting).entries()) {
    await leadEntity.put(table, { lead: lead.id }, lead, { onlyIf: 'attribute_not_exists(PK)' });
    await putProfile(table, { ...withCapture(undefined, lead.id, person(number)), version: 1 });
  }
  await foldDirectory({ table, now: () => NOW }, {}, () => false);
}

const kilobytes = (bytes: number) => rounded(bytes / 1024);
