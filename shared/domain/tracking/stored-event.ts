import * as z from 'zod/mini';
import { isVisitorId, type VisitorId } from '../identity/ids.ts';
import { languages } from '../language.ts';
import { areProps, type Props } from './props.ts';

/**
 * The schemas of the events, from which their types follow. They drop attributes that they do not name. Made when the
 * first event is read: a function that only writes events does not wait for it.
 */
export function storedEvents() {
  /** ISO 8601 in UTC with milliseconds, as `toISOString` writes it: such texts sort by time. */
  const instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
  const text = z.exactOptional(z.string());
  const texts = z.record(z.string(), z.string());
  const visitor = z.custom<VisitorId>((value) => typeof value === 'string' && isVisitorId(value));
  /** Where a visit came from, according to the utm parameters of its first page. */
  const campaign = z.exactOptional(
    z.object({ source: text, medium: text, name: text, term: text, content: text }),
  );
  /** As the law wants it proven: in which words and on which page; the event says when. */
  const permission = {
    wording: z.string(),
    page: z.string(),
    /** What the wording asks permission for; absent before wordings named it: everything. */
    subjects: z.exactOptional(z.array(z.string())),
  };

  const base = {
    /** An event that is sent again has the same id. */
    id: z.string().check(z.minLength(1)),
    at: instant,
    /** Later than `at` when the browser was offline. */
    receivedAt: instant,
  };
  const inBrowser = {
    ...base,
    visitor,
    /** A bot caused the event: it is stored but earns nothing. */
    bot: z.exactOptional(z.enum(['user-agent', 'prefetch'])),
    url: text,
    title: text,
    referrer: text,
    campaign,
    props: z.exactOptional(z.custom<Props>(areProps)),
  };
  /** `reason`: SES's own word for it. */
  const report = { ...base, mail: z.string(), reason: text };

  const visitorEvent = z.discriminatedUnion('type', [
    /** `viaMail`: the click token, if a link in a mail led here. */
    z.object({ type: z.literal('page'), name: text, viaMail: text, ...inBrowser }),
    /** How long a page was before somebody's eyes; `at` is when it no longer was. Of one view the longest counts. */
    z.object({ type: z.literal('stay'), seconds: z.number(), ...inBrowser }),
    z.object({ type: z.literal('track'), name: z.string(), ...inBrowser }),
  ]);

  const leadEvent = z.discriminatedUnion('type', [
    z.object({
      type: z.literal('form'),
      ...base,
      form: z.string(),
      email: z.string(),
      /** The form's fields that were filled in. */
      values: texts,
      locale: z.enum(languages),
      handRaise: z.exactOptional(z.boolean()),
      visitor: z.exactOptional(visitor),
      permission: z.exactOptional(z.object(permission)),
      page: text,
      campaign,
      /** Why it is spam: it is stored but makes no lead. */
      spam: z.exactOptional(z.enum(['honeypot', 'too-fast'])),
      /** Forms have a challenge, and this one came without its solution. */
      unproven: z.exactOptional(z.boolean()),
      /** The budgets that the mail it asks for counts against: digests, which name nobody. */
      budgets: z.exactOptional(z.object({ mailbox: z.string(), network: text })),
    }),
    /** A lead from another system or from a colleague, with values and proofs as given. */
    z.object({
      type: z.literal('import'),
      ...base,
      source: z.string(),
      email: z.string(),
      values: texts,
      /** The language of the person, if the other system knows it. */
      locale: z.exactOptional(z.enum(languages)),
      /** `source`: where it was given; `confirmedAt`: when the owner of the address confirmed it there. */
      permission: z.exactOptional(
        z.object({ ...permission, source: text, confirmedAt: z.exactOptional(instant) }),
      ),
      interest: text,
      /** The events of the playbook that the person came to. */
      attended: z.exactOptional(z.array(z.string())),
      /** The colleague who says it in the console: an empty value then means that nothing is known. */
      by: text,
      /** The other system wants the owner of the address to be asked to confirm the permission. */
      confirm: z.exactOptional(z.literal(true)),
    }),
    /** The first open of a mail, or the first click on one of its links. */
    z.object({
      type: z.enum(['open', 'click']),
      ...base,
      mail: z.string(),
      link: z.exactOptional(z.number()),
      /** Of a click: where the link leads, and the mail of the playbook; clicks of before December 2026 do not say. */
      url: text,
      template: text,
    }),
    /** The owner of the address confirmed or withdrew permission, or the address turned out not to accept mail. */
    z.object({
      type: z.literal('mail-consent'),
      ...base,
      to: z.enum(['granted', 'withdrawn']),
      how: z.enum([
        ...(['confirmation', 'unsubscribe-page', 'one-click', 'preferences'] as const),
        ...(['complaint', 'hard-bounce', 'soft-bounces'] as const),
      ]),
      /** The mail whose link or delivery changed it. */
      mail: text,
      /** For a confirmation: the voice that asked, if it was the only one since the last confirmation. */
      voice: text,
      /** What was confirmed, as it was worded; absent before confirmations said so: everything that was asked. */
      confirms: z.exactOptional(
        z.array(
          z.object({
            ...permission,
            at: instant,
            form: z.string(),
            imported: z.exactOptional(z.literal(true)),
          }),
        ),
      ),
    }),
    /** What happened to a mail, as SES reported it. */
    z.object({ type: z.enum(['delivery', 'complaint', 'reject']), ...report }),
    /** The address accepts no mail, did not accept it this time, or refused the content of this mail. */
    z.object({ type: z.literal('bounce'), ...report, bounce: z.enum(['hard', 'soft', 'content']) }),
  ]);

  return { visitorEvent, leadEvent };
}

/** Parses an event. Throws a ZodError that names what is wrong, never the value. */
export function parseEvent(stored: unknown) {
  const { visitorEvent, leadEvent } = storedEvents();
  return z.parse(z.discriminatedUnion('type', [visitorEvent, leadEvent]), stored);
}
