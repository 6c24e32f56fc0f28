import { isWorkday, secondsUntil } from './day-clock.ts';
import { inParallel } from './in-parallel.ts';
import { habits } from './kinds.ts';
import { clickMail, decideAboutMail, openMail, type Scanned, scan } from './mail-reactions.ts';
import { openMailbox, type Received } from './mailbox.ts';
import { type Lead, type Passer, population, STOPS_PER_WEEK } from './population.ts';
import type { TwinMail } from './read-mail.ts';
import { openSalesDesk } from './sales-desk.ts';
import { nothingDone, type SalesDone } from './sales-done.ts';
import { reportedFigures, type SalesFigures } from './sales-figures.ts';
import type { TwinClient } from './twin-client.ts';
import { visitWebsite } from './website-visit.ts';

export interface Order {
  leads: number;
  weeks: number;
  seed: number;
}

/** What happened, as far as people themselves can see it. */
export interface Story {
  leads: Lead[];
  passers: Passer[];
  mails: Omit<TwinMail, 'html' | 'text'>[];
  scanned: Scanned;
  sales: SalesDone;
  began: Beginning;
}

/** When it began, in milliseconds, and what the reports told of that UTC day by then. */
export interface Beginning {
  at: number;
  reported: SalesFigures;
}

/** Mails are opened some time before a link of them is followed. */
const READING = 120;

/** Lets everybody live for some weeks, half a day at a time. */
export async function simulate(
  twin: TwinClient,
  order: Order,
  tell: (done: number, total: number, story: Story) => void,
): Promise<Story> {
  const stops = order.weeks * STOPS_PER_WEEK;
  const began = await begin(twin);
  const scanned = { images: 0, links: 0 };
  const story: Story = { ...population(order), mails: [], scanned, sales: nothingDone(), began };
  const mailbox = openMailbox(twin, story);
  const desk = openSalesDesk(twin, story, order.seed);
  await until(twin, '12:30');
  for (let stop = 0; stop < stops; stop++) {
    tell(stop, stops, story);
    if (isMidday(stop) && isWorkday(await twin.now())) await desk.work();
    const mails = await mailbox.collect();
    await inParallel(
      story.passers.filter(({ comes }) => comes === stop),
      (passer) => pass(twin, passer),
    );
    await inParallel(story.leads, (lead) => comeToWebsite(twin, lead, stop));
    await react(twin, mails, story.scanned);
    if (isMidday(stop) && isWorkday(await twin.now())) {
      await until(twin, '16:30');
      await desk.work();
    }
    await until(twin, isMidday(stop) ? '20:00' : '12:30');
  }
  await mailbox.collect();
  tell(stops, stops, story);
  return story;
}

async function begin(twin: TwinClient): Promise<Beginning> {
  const at = await twin.now();
  return { at, reported: await reportedFigures(twin, at) };
}

function isMidday(stop: number): boolean {
  return stop % 2 === 0;
}

async function until(twin: TwinClient, shown: string): Promise<void> {
  await twin.advance(secondsUntil(shown, await twin.now()));
}

async function react(twin: TwinClient, received: Received[], scanned: Scanned): Promise<void> {
  const opened = new Set<Received>();
  await inParallel(received, async (one) => {
    if (one.lead.kind !== 'link scanner') {
      if (await openMail(twin, one)) opened.add(one);
      return;
    }
    const { images, links } = await scan(twin, one.mail);
    scanned.images += images;
    scanned.links += links;
  });
  if (received.length > 0) await twin.advance(READING);
  await inParallel(
    received.filter((one) => opened.has(one)),
    (one) => clickMail(twin, one),
  );
  await inParallel(received, (one) => decideAboutMail(twin, one));
}

async function pass(twin: TwinClient, { visitor, locale, comes, random }: Passer): Promise<void> {
  await visitWebsite(twin, {
    visitor,
    locale,
    random,
    name: `${visitor}-${comes}`,
    count: random.between(1, 5),
  });
}

async function comeToWebsite(twin: TwinClient, lead: Lead, stop: number): Promise<void> {
  const { visitor, locale, random, kind, arrives } = lead;
  const isFirst = stop === arrives;
  if (stop < arrives || (!isFirst && !random.chance(habits[kind].returns) && !raises(lead, stop))) return;
  await visitWebsite(twin, {
    visitor,
    locale,
    random,
    name: `${visitor}-${stop}`,
    count: random.between(1, 5),
  });
  if (isFirst) await fillIn(twin, lead, lead.form, lead.answers);
  if (raises(lead, stop)) {
    const { firstName, lastName } = lead.answers;
    const message = locale === 'nl' ? 'Kunnen jullie mij bellen?' : 'Could you give me a call?';
    await fillIn(twin, lead, 'contact', { name: `${firstName} ${lastName}`, message });
  }
}

function raises({ kind, arrives, raisesAfter }: Lead, stop: number): boolean {
  return kind === 'hand-raiser' && stop === arrives + raisesAfter;
}

async function fillIn(
  twin: TwinClient,
  lead: Lead,
  form: string,
  answers: Record<string, string>,
): Promise<void> {
  const { email, visitor, locale, agrees } = lead;
  const body = { ...answers, email, ...(agrees && { permission: true }), _visitor: visitor, _locale: locale };
  await twin.send(`/f/${form}`, body, `${visitor}-${form}`);
}
