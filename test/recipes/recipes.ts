/** A change of one file: a text that replaces another, or a new file. */
export type Edit = {
  path: string;
  /** How the checks name the file while it is missing. Absent: by its path. */
  named?: string;
} & ({ replace: string; by: string } | { text: string });

/** A recipe of CONTRIBUTING.md, carried out for an invented example. */
export interface Recipe {
  heading: string;
  /** What the recipe calls NAME. */
  name: string;
  /** The first edit; the checks then name the files of all others. */
  first: Edit;
  rest: Edit[];
  /** The files that the checks name only when all others exist. */
  last?: Edit;
}

export const recipes: Recipe[] = [
  {
    heading: 'Add a rule that gives points',
    name: '',
    first: {
      path: 'shared/playbook/scoring.yaml',
      replace: '\nrules:\n',
      by: '\nrules:\n  - { name: Webinar form, on: form, forms: [contact], points: 4 }\n',
    },
    rest: [],
  },
  {
    heading: 'Add a mail',
    name: 'tip-7',
    first: {
      path: 'shared/playbook/sequences.yaml',
      replace: 'mail: tip-6, after: 42d }\n',
      by: 'mail: tip-6, after: 42d }\n    - { id: recipe, mail: tip-7, after: 49d }\n',
    },
    rest: (['nl', 'en'] as const).map((language) => ({
      path: `shared/playbook/mails/tip-7.${language}.md`,
      named: 'there is no mail "tip-7" in the folder mails',
      text: mail(language),
    })),
  },
  {
    heading: 'Add a field',
    name: 'budget',
    first: {
      path: 'shared/playbook/forms.yaml',
      replace: 'employees, postcode]',
      by: 'employees, postcode, budget]',
    },
    rest: [
      {
        path: 'shared/playbook/fields.yaml',
        named: 'there is no field "budget" in fields.yaml',
        replace: '\nfirstName:\n',
        by: '\nbudget:\n  label: { nl: Budget, en: Budget }\n  type: text\n\nfirstName:\n',
      },
    ],
  },
  {
    heading: 'Add a route to the API',
    name: '',
    first: {
      path: 'functions/api/leads.ts',
      replace: '  return routes;\n',
      by: "  routes.get('/:id/summary', withoutQuery, async (c) => {\n    const id = idIn(c.req.param('id'));\n    return c.json(await foundLead(id));\n  });\n\n  return routes;\n",
    },
    rest: [
      {
        path: 'functions/api/operations.ts',
        replace: "  '/leads/{id}/events': {\n",
        by: "  '/leads/{id}/summary': {\n    get: { summary: 'One lead', answers: { 200: api.leadAnswer }, problems: [404] },\n  },\n  '/leads/{id}/events': {\n",
      },
      {
        path: 'test/functions/api/openapi.test.ts',
        replace: "      'GET /leads/{id}/events',\n",
        by: "      'GET /leads/{id}/events',\n      'GET /leads/{id}/summary',\n",
      },
    ],
  },
  {
    heading: 'Add a function',
    name: 'greet',
    first: {
      path: 'shared/contract/environment.ts',
      replace: "  replay: ['TABLE_NAME'],\n",
      by: "  replay: ['TABLE_NAME'],\n  greet: ['WEBSITE_URL'],\n",
    },
    rest: [
      {
        path: 'infra/functions.ts',
        replace: '  replay: {',
        by: "  greet: { does: 'Says hello', capability: 'tracking', memory: 256, seconds: 10 },\n  replay: {",
      },
      {
        path: 'infra/constructs/permissions.ts',
        replace: '    enrol: [\n',
        by: '    greet: [],\n    enrol: [\n',
      },
      { path: 'test/infra/permissions.test.ts', replace: '  replay: [\n', by: '  greet: [],\n  replay: [\n' },
      {
        path: 'functions/greet/handler.ts',
        text: "export async function handler() {\n  return { statusCode: 200, body: 'hello' };\n}\n",
      },
      { path: 'functions/greet/README.md', text: '# greet\n\nSays hello.\n' },
    ],
    last: {
      path: 'infra/constructs/routes.ts',
      named: 'greet is started by a route',
      replace: '  handover: [[',
      by: "  greet: [['/greet', GET]],\n  handover: [[",
    },
  },
  {
    heading: 'Add a kind of job',
    name: '',
    first: {
      path: 'shared/domain/jobs/job-kinds.ts',
      replace: '  offers: {\n',
      by: "  greeting: { does: 'Says hello', dead: 'Nobody was greeted.', ...USUAL },\n  offers: {\n",
    },
    rest: [
      {
        path: 'functions/timers/handlers.ts',
        named: 'the kind of job greeting',
        replace: "    ownJobs('offers'",
        by: "    ownJobs('greeting', async () => undefined),\n    ownJobs('offers'",
      },
      ...(['nl', 'en'] as const).map((language) => ({
        path: `shared/web/console/today/words/${language}.ts`,
        replace: '    rescore:',
        by: "    greeting: 'Hello.',\n    rescore:",
      })),
    ],
  },
  {
    heading: 'Add a capability',
    name: 'greeting',
    first: { path: 'infra/functions.ts', replace: "  'tracking',\n", by: "  'tracking',\n  'greeting',\n" },
    rest: [
      { path: 'shared/README.md', replace: '## forms\n', by: '## greeting\n\nSays hello.\n\n## forms\n' },
    ],
  },
];

function mail(language: 'nl' | 'en'): string {
  return language === 'nl'
    ? '---\nsubject: Nog een tip voor betere leads\npreheader: Wat je morgen al kunt doen, in twee minuten gelezen\nreason: je vroeg om tips over leads\n---\n\n# Nog een tip\n\nLees [de gids]({{ website }}/nl/guides/scoring).\n'
    : '---\nsubject: One more tip for better leads\npreheader: What you can do tomorrow, read in two minutes\nreason: you asked for tips about leads\n---\n\n# One more tip\n\nRead [the guide]({{ website }}/guides/scoring).\n';
}
