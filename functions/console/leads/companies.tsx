import { type Context, Hono } from 'hono';
import { isLeadId } from '../../../shared/domain/identity/ids.ts';
import { readSearch } from '../../../shared/domain/identity/search/search-text.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { CompanyPageSystem } from '../../../shared/usecases/identity/companies/read-company.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { csvFile } from '../csv-file.ts';
import type { ShowPage } from '../show-page.ts';

type System = CompanyPageSystem;

/** The pages of companies. */
export function companyRoutes(
  system: System,
  show: ShowPage,
  { timeZone }: { timeZone: string },
): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();
  const today = () => dayOf(system.now());

  routes.get('/companies', async (c) => {
    const { viewer, language } = c.var;
    const q = c.req.query('q');
    const { FindCompany, companyWords, browseCompanies, placeInSearch, searchCursor } = await load();
    const search = q === undefined ? undefined : readSearch(q);
    const after = placeInSearch(c.req.query('cursor') ?? '');
    const found = search && (await browseCompanies(system, viewer, search, after));
    const content = (
      <FindCompany
        {...{ language, q, companies: found?.companies ?? [] }}
        isTooShort={q !== undefined && search === undefined}
        next={found?.next && searchCursor(found.next)}
      />
    );
    return show(c, { current: 'companies', title: companyWords[language].title, content });
  });

  routes.get('/companies.csv', async (c) => {
    const { viewer, language } = c.var;
    const search = readSearch(c.req.query('q') ?? '');
    const { companiesCsv, exportCompanies } = await loadFiles();
    const companies = search ? await exportCompanies(system, viewer, search) : [];
    return csvFile(c, { name: 'companies', day: today() }, companiesCsv(language, companies));
  });

  // No domain ends with .csv.
  routes.get('/companies/:domain', (c) =>
    c.req.param('domain').endsWith('.csv') ? companyFile(c) : showCompany(c),
  );

  routes.post('/companies/:domain', async (c) => {
    const { addressOf, companyDomain, giveCompany } = await load();
    const domain = companyDomain(c.req.param('domain'));
    if (domain === undefined) return c.notFound();
    const form = await c.req.formData();
    const wanted = { to: String(form.get('to') ?? ''), before: String(form.get('before') ?? '') };
    const given = await giveCompany(system, c.var.viewer, domain, wanted);
    switch (given) {
      case 'given':
        return c.redirect(`${addressOf(domain)}?given`, 303);
      case 'unknown':
        return c.notFound();
      case 'nobody':
        return showCompany(c, { outcome: given, status: 422 });
      case 'taken':
        return showCompany(c, { outcome: given, status: 409 });
    }
  });

  return routes;

  async function companyFile(c: Context<ConsoleEnv>) {
    const { viewer, language } = c.var;
    const [{ companyDomain }, { companyCsv, exportCompany }] = await Promise.all([load(), loadFiles()]);
    const domain = companyDomain((c.req.param('domain') ?? '').slice(0, -'.csv'.length));
    const people = domain && (await exportCompany(system, viewer, domain));
    if (!domain || !people) return c.notFound();
    return csvFile(c, { name: domain, day: today() }, companyCsv(language, await system.playbook(), people));
  }

  async function showCompany(
    c: Context<ConsoleEnv>,
    refusal?: { outcome: 'nobody' | 'taken'; status: 409 | 422 },
  ) {
    const { viewer, language } = c.var;
    const { CompanyView, companyDomain, readCompany } = await load();
    const domain = companyDomain(c.req.param('domain') ?? '');
    const from = c.req.query('after') ?? '';
    const after = isLeadId(from) ? from : undefined;
    const company = domain && (await readCompany(system, viewer, domain, after));
    if (!company) return c.notFound();
    const props = {
      language,
      timeZone,
      company,
      now: system.now(),
      playbook: await system.playbook(),
      isLater: after !== undefined,
    };
    const given = c.req.query('given') === undefined ? undefined : 'given';
    const content = <CompanyView {...props} outcome={refusal?.outcome ?? given} />;
    const title = company.name ?? company.domain;
    return show(c, { current: 'companies', title, content, status: refusal?.status ?? 200 });
  }
}

async function load() {
  const [people, found, given, read, cursor, find, page, words] = await Promise.all([
    import('../../../shared/usecases/identity/companies/company-people.ts'),
    import('../../../shared/usecases/identity/companies/find-companies.ts'),
    import('../../../shared/usecases/identity/companies/give-company.ts'),
    import('../../../shared/usecases/identity/companies/read-company.ts'),
    import('../../../shared/usecases/identity/search/search-cursor.ts'),
    import('../../../shared/web/console/companies/find.tsx'),
    import('../../../shared/web/console/companies/page.tsx'),
    import('../../../shared/web/console/companies/words.ts'),
  ]);
  return { ...people, ...found, ...given, ...read, ...cursor, ...find, ...page, ...words };
}

async function loadFiles() {
  const [exported, csv] = await Promise.all([
    import('../../../shared/usecases/identity/companies/export-company.ts'),
    import('../../../shared/web/console/companies/company-csv.ts'),
  ]);
  return { ...exported, ...csv };
}
