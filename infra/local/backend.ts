import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VirtualClock } from './clock/virtual-clock.ts';
import { AwsGateway } from './gateway/aws-gateway.ts';
import { Faults } from './gateway/faults.ts';
import { slackFaults } from './gateway/slack-faults.ts';
import { Usage } from './gateway/usage.ts';
import { readAssets } from './lambda/assets.ts';
import { AsyncInvocations } from './lambda/async-invocations.ts';
import { readFunctions } from './lambda/function-settings.ts';
import { Functions } from './lambda/functions.ts';
import { type LogLine, Logs } from './lambda/logs.ts';
import type { Part } from './part.ts';
import type { Ports } from './ports.ts';
import type { Services, ServicesContext } from './services/context.ts';
import { createServices } from './services/services.ts';
import type { SendingQuota } from './services/ses/sending-quota.ts';
import { SLACK_SECRET, WEBHOOK_KEY, WEBHOOK_SECRET } from './settings.ts';
import { claimFolder, type DataFolder } from './storage/data-folder.ts';
import { type Journal, openJournal } from './storage/journal.ts';
import { ACCOUNT, REGION } from './template/addresses.ts';
import { readTemplate, type TemplateFile } from './template/template.ts';

interface Options {
  /** Folder of the cloud assembly. */
  assembly: string;
  ports: Ports;
  host: string;
  /** A folder, or `memory`. */
  data: string;
  /** Where time begins when `data` holds none yet. */
  now?: Date | undefined;
  /** What SES lets the account send. */
  ses?: SendingQuota | undefined;
  /** Changes the template's text before it is read. */
  adapt(template: string): string;
  onLog?: ((line: LogLine) => void) | undefined;
}

/** Everything behind the HTTP API: the functions, the services they call, and the time they live in. */
export type Backend = Awaited<ReturnType<typeof startBackend>>;

/**
 * Starts the functions and services of an assembly.
 * @throws Error that lists what the twin cannot run.
 */
export async function startBackend({ assembly, ports, host, data, now, ses, adapt, onLog }: Options) {
  const stackName = findStack(assembly);
  const file: TemplateFile = JSON.parse(
    adapt(readFileSync(join(assembly, `${stackName}.template.json`), 'utf8')),
  );
  const template = readTemplate(file, stackName, ports);
  const dataFolder = data === 'memory' ? undefined : data;
  const folder = dataFolder === undefined ? undefined : claimFolder(dataFolder);
  const journal = openOrRelease(folder);
  const clock = new VirtualClock(journal, now);
  const [usage, faults, logs] = [new Usage(), new Faults(), new Logs(onLog)];
  const endpoint = `http://127.0.0.1:${ports.aws}`;

  let services: Services | undefined;
  const functions = new Functions(readFunctions(template, readAssets(assembly, stackName)), {
    endpoint,
    clockOffset: clock.shared,
    secretValue: (nameOrArn) => services?.secretValue(nameOrArn),
    onLine: (line) => logs.add(line),
    onInvocation: (name) => usage.invocation(name),
  });
  const asyncInvocations = new AsyncInvocations({
    journal,
    clock,
    functions,
    sendToQueue: (...message) => services?.sendToQueue(...message),
  });

  const context: ServicesContext = {
    resources: template.resources,
    clock,
    journal,
    invoker: {
      invoke: (...invocation) => functions.invoke(...invocation),
      invokeLater: (...invocation) => asyncInvocations.invokeLater(...invocation),
    },
    region: REGION,
    accountId: ACCOUNT,
    dataFolder,
    slackPort: 0,
    ses,
    host,
    secret: (name) => ({ [SLACK_SECRET]: services?.slackUrl, [WEBHOOK_SECRET]: WEBHOOK_KEY })[name],
    units: (name, units) => usage.units(name, units),
    handledBy: (caller) => functions.handledBy(caller),
    withSlackFaults: slackFaults({ faults, usage, functions }),
    log: (text) => logs.add({ function: 'twin', text, isError: true }),
  };
  try {
    services = await createServices(context);
  } catch (error) {
    journal.close();
    folder?.release();
    throw error;
  }
  const gateway = new AwsGateway({
    services: services.list,
    faults,
    usage,
    clock,
    crash: (caller) => functions.crash(caller),
  });
  await gateway.listen(ports.aws, host);
  services.start();
  asyncInvocations.start();

  // `pending` is checked all the time: the parts that are most often busy come first.
  const parts: Part[] = [functions, asyncInvocations, ...services.parts];
  return {
    ...{ template, journal, clock, usage, faults, logs, functions, services, parts },
    async stop() {
      // Callers first, then what they call.
      await functions.stop();
      await gateway.stop();
      await Promise.all(parts.map((part) => part.stop()));
      journal.close();
      folder?.release();
    },
  };
}

function openOrRelease(folder: DataFolder | undefined): Journal {
  try {
    return openJournal(folder?.journal ?? ':memory:');
  } catch (error) {
    folder?.release();
    throw error;
  }
}

function findStack(assembly: string): string {
  const names = readdirSync(assembly).filter((name) => name.endsWith('.template.json'));
  if (names.length !== 1 || !names[0])
    throw new Error(`${assembly} must hold one template, not ${names.length}`);
  return names[0].slice(0, -'.template.json'.length);
}
