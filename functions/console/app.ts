import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import type { Viewer } from '../../shared/domain/console/viewer.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { PeopleSystem } from '../../shared/usecases/console/people-system.ts';
import type { MailPreviewSystem } from '../../shared/usecases/console/preview-mails.ts';
import type { TodaySystem } from '../../shared/usecases/console/read-today.ts';
import type { BrowseSystem } from '../../shared/usecases/identity/browse-leads.ts';
import type { CompanySystem } from '../../shared/usecases/identity/companies/company-people.ts';
import type { CreateSystem } from '../../shared/usecases/identity/create-lead.ts';
import type { EraseSystem } from '../../shared/usecases/identity/erase-lead.ts';
import type { LeadPageSystem } from '../../shared/usecases/identity/lead-page/read-lead-page.ts';
import type { LeadSystem } from '../../shared/usecases/lead-system.ts';
import { withLook } from '../../shared/usecases/look/current-look.ts';
import { consoleAssets } from './assets.ts';
import type { ConsoleEnv } from './console-env.ts';
import { deskRoutes } from './desk/desk.tsx';
import { showFailure, showUnknown } from './failures.tsx';
import { keyRoutes } from './keys.tsx';
import { readersLanguage } from './language.ts';
import { companyRoutes } from './leads/companies.tsx';
import { leadRoutes } from './leads/lead.tsx';
import { leadsRoutes } from './leads/leads.tsx';
import { logRoutes } from './log.tsx';
import { mailRoutes } from './mails.tsx';
import { newsletterRoutes } from './newsletter.tsx';
import { playbookRoutes } from './playbook/playbook.tsx';
import type { PlaybookPageSystem } from './playbook/playbook-page-system.ts';
import { protectedAnswers, sameOrigin } from './protect.ts';
import { reportRoutes } from './reports/reports.tsx';
import { type ShowPage, showPages } from './show-page.ts';
import { peopleRoutes } from './sign-in/people.tsx';
import { todayRoutes } from './today.tsx';

export type ConsoleSystem = LeadSystem &
  PeopleSystem &
  MailPreviewSystem &
  TodaySystem &
  CompanySystem &
  LeadPageSystem &
  EraseSystem &
  PlaybookPageSystem &
  CreateSystem &
  BrowseSystem;

export interface ConsoleSettings {
  publicUrl: string;
  /** The language of readers who prefer none. */
  language: Language;
  /** The time zone of the times that people see. */
  timeZone: string;
  /** The script that pages load. */
  htmx: string;
  /** The script that makes an editor of a text. */
  textEditor: () => string;
  /** The pages of the sign-in. */
  signInRoutes: (show: ShowPage) => Hono<ConsoleEnv>;
  /** Sets the viewer of a request, or leads to the sign-in. */
  requireViewer: MiddlewareHandler<ConsoleEnv>;
  /** Whose session a request has that no page of the console sent. */
  viewerIn: (c: Context<ConsoleEnv>) => Promise<Viewer | undefined>;
  /** Called when a request failed through no fault of the reader. */
  reportFailure: (error: Error) => void;
}

/** The console of marketing and sales: all its pages, each behind the sign-in. */
export function consoleApp(given: ConsoleSystem, settings: ConsoleSettings): Hono<ConsoleEnv> {
  const { source: playbook, look } = withLook(given.playbook, given.websiteUrl);
  const system = { ...given, playbook };
  const current = () => playbook().then(look).catch(look);
  const { assets, editorScript, routes: assetRoutes } = consoleAssets(settings, current);
  const show = showPages(assets, { current, last: look });
  const app = new Hono<ConsoleEnv>().basePath('/console');
  app.use(compress(), protectedAnswers, readersLanguage(settings.language));
  app.route('/', assetRoutes);
  app.use(sameOrigin(settings.publicUrl));
  app.route('/', settings.signInRoutes(show));
  app.use(settings.requireViewer);
  app.route('/', deskRoutes(system, show, settings));
  app.route('/', todayRoutes(system, show, settings));
  app.route('/', companyRoutes(system, show, settings));
  app.route('/', leadRoutes(system, show, settings));
  app.route('/', keyRoutes(system, show, settings));
  app.route('/', leadsRoutes(system, show));
  app.route('/', logRoutes(system, show, settings));
  app.route('/', reportRoutes(system, show));
  app.route('/', peopleRoutes(system, show, settings));
  app.route('/', playbookRoutes({ system, show, timeZone: settings.timeZone, editorScript }));
  app.route('/', mailRoutes(system, show));
  app.route('/', newsletterRoutes(system, show, settings));
  // An address such as /console/leads/../.. leads out of the console, where there are no readers.
  app.notFound((c) => (c.var.viewer === undefined ? c.text('Not Found', 404) : showUnknown(show)(c)));
  app.onError(showFailure(show, system, settings));
  return app;
}
