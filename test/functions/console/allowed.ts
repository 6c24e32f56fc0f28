import type { Role } from '../../../shared/domain/console/viewer.ts';

const everybody = ['sales', 'marketing', 'admin'] as const;
const sellers = ['sales', 'admin'] as const;
const marketers = ['marketing', 'admin'] as const;
const admins = ['admin'] as const;

/** Who may use each route of the console behind the sign-in. A route that is not here fails the test: decide. */
export const allowed: Readonly<Record<string, readonly Role[]>> = {
  'GET /console': everybody,
  'POST /console': admins,
  'GET /console/leads/add': everybody,
  'POST /console/leads/add': everybody,
  'GET /console/leads/:id': everybody,
  'POST /console/leads/:id': everybody,
  'GET /console/leads/:id/values': everybody,
  'POST /console/leads/:id/values': everybody,
  'GET /console/leads/:id/erase': admins,
  'POST /console/leads/:id/erase': admins,
  'GET /console/mine': sellers,
  'POST /console/mine': sellers,
  'GET /console/handovers': everybody,
  'GET /console/handovers.csv': everybody,
  'GET /console/leads': everybody,
  'GET /console/leads.csv': everybody,
  'GET /console/leads/:id/answer': sellers,
  'POST /console/leads/:id/answer': sellers,
  'GET /console/leads/:id/call.ics': everybody,
  'GET /console/companies': everybody,
  'GET /console/companies.csv': everybody,
  'GET /console/companies/:domain': everybody,
  'POST /console/companies/:domain': everybody,
  'GET /console/reports': everybody,
  'GET /console/reports/framework': everybody,
  'GET /console/reports/framework.csv': everybody,
  'GET /console/reports/funnel': everybody,
  'GET /console/reports/funnel.csv': everybody,
  'GET /console/reports/mails': everybody,
  'GET /console/reports/mails.csv': everybody,
  'GET /console/reports/responses': everybody,
  'GET /console/reports/responses.csv': everybody,
  'GET /console/reports/returns': everybody,
  'GET /console/reports/returns.csv': everybody,
  'GET /console/mails': marketers,
  'GET /console/mails/:mail': marketers,
  'GET /console/mails/:mail/html': marketers,
  'GET /console/newsletter': marketers,
  'GET /console/newsletter/:on/:mail': marketers,
  'POST /console/newsletter/:on/:mail': marketers,
  'GET /console/people': admins,
  'POST /console/people': admins,
  'GET /console/people/:id': admins,
  'POST /console/people/:id': admins,
  'GET /console/keys': admins,
  'POST /console/keys': admins,
  'GET /console/log': admins,
  'GET /console/log.csv': admins,
};

/** What anybody may use, signed in or not: what pages load, and the way in and out. */
export const open: readonly string[] = [
  'GET /console/assets/*',
  'GET /console/sign-in',
  'GET /console/sign-in/back',
  'POST /console/sign-out',
];
