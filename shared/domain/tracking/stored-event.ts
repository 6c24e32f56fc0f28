import * as z from 'zod/mini';
import { isVisitorId, type VisitorId } from '../identity/ids.ts';
import { languages } from '../language.ts';
import { type AnyEvent, type LeadEvent, MAIL_CONSENT_WAYS, type VisitorEvent } from './event.ts';

/** Made when the first event is read: a function that only writes events does not wait for it. */
function schemas() {
  /** ISO 8601 in UTC with milliseconds, as `toISOString` writes it: such texts sort by time. */
  const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
  const base = { id: z.string().check(z.minLength(1)), at: instant, receivedAt: instant };
  const visitor = z.custom<VisitorId>((value) => typeof value === 'string' && isVisitorId(value));
  const text = z.exactOptional(z.string());
  const texts = z.record(z.string(), z.string());
  const campaign = z.exactOptional(
    z.object({ source: text, medium: text, name: text, term: text, content: text }),
  );
  const permission = z.exactOptional(z.object({ wording: z.string(), page: z.string() }));

  const inBrowser = {
    ...base,
    visitor,
    bot: z.exactOptional(z.enum(['user-agent', 'prefetch'])),
    url: text,
    title: text,
    referrer: text,
    campaign,
    props: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  };

  const mail = { ...base, mail: z.string(), link: z.exactOptional(z.number()) };

  const report = { ...base, mail: z.string(), reason: text };

  const visitorEvent = z.discriminatedUnion('type', [
    z.object({ type: z.literal('page'), name: text, viaMail: text, ...inBrowser }),
    z.object({ type: z.literal('track'), name: z.string(), ...inBrowser }),
  ]);

  const leadEvent = z.discriminatedUnion('type', [
    z.object({
      type: z.literal('form'),
      ...base,
      form: z.string(),
      email: z.string(),
      values: texts,
      locale: z.enum(languages),
      handRaise: z.exactOptional(z.boolean()),
      visitor: z.exactOptional(visitor),
      permission,
      page: text,
      campaign,
      spam: z.exactOptional(z.enum(['honeypot', 'too-fast'])),
    }),
    z.object({
      type: z.literal('import'),
      ...base,
      source: z.string(),
      email: z.string(),
      values: texts,
      permission,
      interest: text,
    }),
    z.object({ type: z.literal('open'), ...mail }),
    z.object({ type: z.literal('click'), ...mail }),
    z.object({
      type: z.literal('mail-consent'),
      ...base,
      to: z.enum(['granted', 'withdrawn']),
      how: z.enum(MAIL_CONSENT_WAYS),
      mail: text,
    }),
    z.object({ type: z.enum(['delivery', 'complaint', 'reject']), ...report }),
    z.object({ type: z.literal('bounce'), ...report, bounce: z.enum(['hard', 'soft', 'content']) }),
  ]);

  return { visitorEvent, leadEvent };
}

/** The schema of a stored event of a visitor. It drops attributes that it does not name. */
export function visitorEventSchema(): z.ZodMiniType<VisitorEvent> {
  return schemas().visitorEvent;
}

/** The same for an event of a lead. */
export function leadEventSchema(): z.ZodMiniType<LeadEvent> {
  return schemas().leadEvent;
}

/** Parses an event. Throws a ZodError that names what is wrong, never the value. */
export function parseEvent(stored: unknown): AnyEvent {
  const { visitorEvent, leadEvent } = schemas();
  return z.parse(z.discriminatedUnion('type', [visitorEvent, leadEvent]), stored);
}
