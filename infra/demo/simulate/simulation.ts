import { isWorkday, secondsUntil } from './day-clock.ts';
import { inParallel } from './in-parallel.ts';
import { clickMail, decideAboutMail, openMail, scan } from './mail/mail-reactions.ts';
import { openMailbox, type ReceivedMail } from './mail/mailbox.ts';
import { habits } from './people/kinds.ts';
import { type Lead, type Order, type Passerby, population, STOPS_PER_WEEK } from './people/population.ts';
import { noActions } from './sales/action-counts.ts';
import { openSalesDesk } from './sales/sales-desk.ts';
import { reportedFigures } from './sales/sales-figures.ts';
import type { ScanCounts, Story } from './story.ts';
import type { TwinClient } from './twin-client.ts';
import { visitWebsite } from './website-visit.ts';

/** Seconds between opening a mail and clicking a link in it. */
const READING_SECONDS = 120;

/** Plays all visitors and sales for some weeks, half a day at a time. */
export async function simulate(
  twin: TwinClient,
  order: Order,
  onProgress: (done: number, total: number, story: Story) => void,
): Promise<Story> {
  const stops = order.weeks * STOPS_PER_WEEK;
  const began = await begin(twin);
  const scanned = { images: 0, links: 0 };
  const story: Story = { ...population(order), mails: [], scanned, sales: noActions(), began };
  const mailbox = openMailbox(twin, story);
  const desk = openSalesDesk(twin, story, order.seed);
  await advanceTo(twin, '12:30');
  for (let stop = 0; stop < stops; stop++) {
    onProgress(stop, stops, story);
    if (isMidday(stop) && isWorkday(await twin.now())) await desk.work();
    const mails = await mailbox.collect();
    await inParallel(
      story.passersby.filter(({ comes }) => comes === stop),
      (passer) => lookAround(twin, passer, stop),
    );
    await inParallel(story.leads, (lead) => visitAsLead(twin, lead, stop));
    await react(twin, mails, story.scanned);
    if (isMidday(stop) && isWorkday(await twin.now())) {
      await advanceTo(twin, '16:30');
      await desk.work();
    }
    await advanceTo(twin, isMidday(stop) ? '20:00' : '12:30');
  }
  await mailbox.collect();
  onProgress(stops, stops, story);
  return story;
}

async function begin(twin: TwinClient): Promise<Story['began']> {
  const at = await twin.now();
  return { at, reported: await reportedFigures(twin, at) };
}

function isMidday(stop: number): boolean {
  return stop % 2 === 0;
}

async function advanceTo(twin: TwinClient, time: string): Promise<void> {
  await twin.advance(secondsUntil(time, await twin.now()));
}

async function react(twin: TwinClient, received: ReceivedMail[], scanned: ScanCounts): Promise<void> {
  const opened = new Set<ReceivedMail>();
  await inParallel(received, async (one) => {
    if (one.lead.kind !== 'link scanner') {
      if (await openMail(twin, one)) opened.add(one);
      return;
    }
    const { images, links } = await scan(twin, one.mail);
    scanned.images += images;
    scanned.links += links;
  });
  if (received.length > 0) await twin.advance(READING_SECONDS);
  await inParallel(
    received.filter((one) => opened.has(one)),
    (one) => clickMail(twin, one),
  );
  await inParallel(received, (one) => decideAboutMail(twin, one));
}

async function lookAround(twin: TwinClient, person: Passerby | Lead, stop: number): Promise<void> {
  const { visitor, locale, random } = person;
  await visitWebsite(twin, {
    visitor,
    locale,
    random,
    name: `${visitor}-${stop}`,
    count: random.between(1, 5),
  });
}

async function visitAsLead(twin: TwinClient, lead: Lead, stop: number): Promise<void> {
  const { locale, random, kind, arrives } = lead;
  const isFirst = stop === arrives;
  if (stop < arrives || (!isFirst && !random.chance(habits[kind].returns) && !raisesHand(lead, stop))) return;
  await lookAround(twin, lead, stop);
  if (isFirst) await fillIn(twin, lead, lead.form, lead.answers);
  if (raisesHand(lead, stop)) {
    const { firstName, lastName } = lead.answers;
    const message = locale === 'nl' ? 'Kunnen jullie mij bellen?' : 'Could you give me a call?';
    await fillIn(twin, lead, 'contact', { name: `${firstName} ${lastName}`, message });
  }
}

function raisesHand({ kind, arrives, raisesAfter }: Lead, stop: number): boolean {
  return kind === 'hand-raiser' && stop === arrives + raisesAfter;
}

async function fillIn(
  twin: TwinClient,
  lead: Lead,
  form: string,
  answers: Record<string, string>,
): Promise<void> {
  const { email, visitor, locale, agrees } = lead;
  const body = {
    ...answers,
    email,
    ...((agrees || form === 'newsletter') && { permission: true }),
    _visitor: visitor,
    _locale: locale,
  };
  await twin.postJson(`/f/${form}`, body, `${visitor}-${form}`);
}
