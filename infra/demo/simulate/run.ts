import { readOutcome } from './outcome.ts';
import { simulate } from './simulation.ts';
import { type CommandLine, HELP, readCommandLine } from './terminal/command-line.ts';
import { openProgress } from './terminal/progress.ts';
import { summary } from './terminal/summary.ts';
import { connect } from './twin-client.ts';

// `npm run simulate`: invented people use a running twin over HTTP.

const command = readCommandLine(process.argv.slice(2));

if (command.kind === 'help') console.log(HELP);
else if (command.kind === 'mistake') fail(command.message);
else await run(command).catch((error: Error) => fail(error.message));

async function run({ url, order }: Extract<CommandLine, { kind: 'run' }>): Promise<void> {
  const twin = await connect(url);
  const progress = openProgress(process.stderr);
  const story = await simulate(twin, order, (done, total, { mails }) =>
    progress.show(done, total, `day ${Math.ceil(done / 2)} of ${total / 2}, ${mails.length} mails`),
  );
  console.log(`\n${summary(order, story, await readOutcome(twin, story))}`);
}

function fail(message: string): void {
  console.error(message);
  process.exit(1);
}
