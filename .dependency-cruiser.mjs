/**
 * Who may import whom. Each rule says why in its comment; `npm run check` holds them.
 * @type {import('dependency-cruiser').IConfiguration}
 */

/** A floor of the house, and the only places its files may import from. Packages are not meant here. */
const onlyFrom = (floor, from, ...places) => ({
  name: `${floor}-imports`,
  severity: 'error',
  from: { path: from },
  to: { path: '^(shared|functions|infra|test)/', pathNot: places },
});

const domain = '^shared/domain/';
const contract = '^shared/contract/';
const language = '^shared/domain/language\\.ts$';
const playbook = '^shared/playbook/';

/** All that the demo knows of the emulator; besides this it uses HTTP, like everybody. */
const emulatorForDemo = '^infra/local/(http-api/played-network|running-twin|settings)\\.ts$';

/** Where something starts that nobody imports: functions, commands, and what a browser or a worker loads. */
const starts =
  '^(functions/[^/]+/handler|shared/web/tracking/tracker|shared/web/forms/challenge-script|shared/web/console/in-place|shared/web/console/playbook/text/text-editor|shared/playbook/check|infra/app|infra/playbook/run|infra/local/start|infra/local/lambda/worker-thread|infra/local/issuer/issuer-thread|infra/demo/website/client/site|infra/demo/[^/]+/run)\\.ts$';

/** The same among the tests; the compiler alone reads `impossible`. */
const testStarts =
  '^test/[^.]*(\\.test|/run|/write|/publish-shipped|/impossible|summary-reporter|vitest\\.config)\\.tsx?$';

export default {
  forbidden: [
    onlyFrom('domain', domain, domain),
    onlyFrom('contract', contract, contract, domain),
    onlyFrom('playbook', playbook, playbook, domain),
    onlyFrom('store', '^shared/store/', '^shared/store/', contract, domain, playbook),
    onlyFrom('gateways', '^shared/gateways/', '^shared/gateways/', contract, domain),
    onlyFrom('web', '^shared/web/', '^shared/web/', domain, playbook),
    onlyFrom('usecases', '^shared/usecases/', '^shared/'),
    onlyFrom('functions', '^functions/([^/]+)/', '^shared/', '^functions/$1/'),
    onlyFrom('infra', '^infra/(?!local/|demo/)', '^infra/(?!local/|demo/)', contract, playbook, language),
    onlyFrom('emulator', '^infra/local/(?!twin\\.ts$)', '^infra/(local/|[^/]+$)', language),
    onlyFrom('twin', '^infra/local/twin\\.ts$', '^infra/local/emulator\\.ts$', '^infra/demo/demo\\.ts$'),
    onlyFrom('demo', '^infra/demo/', '^infra/demo/', emulatorForDemo, '^shared/(?!store/|gateways/)'),
    {
      name: 'domain-is-pure',
      comment: 'The domain has no clock, no environment and no SDK: of all packages it knows zod, and a list of mail providers.',
      severity: 'error',
      from: { path: domain },
      to: { dependencyTypesNot: ['local'], pathNot: '^node_modules/(zod|email-providers)/' },
    },
    {
      name: 'entities-marshal',
      comment: 'An item is read and written through the entity that declares it.',
      severity: 'error',
      from: { path: '^(shared|functions|infra)/', pathNot: '^shared/store/(entity|change-item|query|query-all|batch)\\.ts$' },
      to: { path: '^node_modules/@aws-sdk/util-dynamodb/' },
    },
    {
      name: 'queries-have-an-end',
      comment: 'Somebody or a stream waits for most queries: only what a job does, or counts its pages, may read on.',
      severity: 'error',
      from: {
        path: '^(shared|functions|infra)/',
        pathNot: '^shared/store/(identity/(erasure|directory/log)|reports/report-changes)\\.ts$',
      },
      to: { path: '^shared/store/query-all\\.ts$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that is no start of anything.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', starts, testStarts] },
      to: {},
    },
    {
      name: 'shipped-code-is-used',
      comment: 'What only tests import is no part of the product.',
      severity: 'error',
      from: { path: starts },
      to: {
        path: '^(functions|shared|infra)/',
        pathNot: [starts, '\\.d\\.ts$', '\\.(css|md|yaml|json)$'],
        reachable: false,
      },
    },
    {
      name: 'test-code-is-used',
      severity: 'error',
      from: { path: testStarts },
      to: { path: '^test/', pathNot: [testStarts, '\\.d\\.ts$'], reachable: false },
    },
    {
      name: 'not-to-dev-dependencies',
      comment: 'What a function imports has to be among the dependencies.',
      severity: 'error',
      from: { path: '^(functions|shared)/', pathNot: '^shared/playbook/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
