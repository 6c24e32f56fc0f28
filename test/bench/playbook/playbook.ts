import { spawnSync } from 'node:child_process';
import { compilePlaybook } from '../../../shared/playbook/compile-playbook.ts';
import { readPlaybookFolder } from '../../../shared/playbook/files/read-folder.ts';
import { renderMail } from '../../../shared/usecases/nurture/render-mail.ts';
import { type Measurement, median, rounded } from '../measurement.ts';

const ROUNDS = 3;

/** How long marketers wait for the check of the shipped playbook and for publishing it. */
export async function measurePlaybook(): Promise<Measurement[]> {
  const check = seconds('shared/playbook/check.ts');
  const publish = seconds('test/bench/playbook/publish-shipped.ts');
  return [
    {
      what: 'playbook check and publish',
      value: rounded(check + publish),
      unit: 'seconds of processor time',
      reach: 3,
      detail: `${rounded(check)} to check and ${rounded(publish)} to compile and publish, the start of Node in both`,
    },
    await largestMail(),
  ];
}

const TELL = `data:text/javascript,process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  console.error(JSON.stringify((user + system) / 1e6));
});`;

/**
 * The processor time of a script in a fresh process, over all its threads: the wall time on an idle machine is at most
 * that.
 */
function seconds(script: string): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const options = ['--import', TELL, '--import', 'tsx', script];
    const { status, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return Number(stderr.trim().split('\n').at(-1));
  });
  return median(rounds);
}

/** The HTML of the largest shipped mail, in either language, to a person who is tracked and has not confirmed yet. */
async function largestMail(): Promise<Measurement> {
  const compiled = await compilePlaybook(readPlaybookFolder('shared/playbook'));
  if (!compiled.ok) throw new Error('The shipped playbook has mistakes');
  const page = (name: string) => `https://leads.company.example/${name}/AbCdEfGhIjKlMnOpQrStUv`;
  const variables = {
    publicUrl: 'https://leads.company.example',
    website: 'https://www.company.example',
    confirmUrl: page('confirm'),
    unsubscribeUrl: page('unsubscribe'),
    preferencesUrl: page('preferences'),
  };
  const tracking = { api: 'https://leads.company.example', mail: 'AbCdEfGhIjKlMnOpQrStUv' };
  const sizes = Object.entries(compiled.playbook.templates).flatMap(([mail, byLocale]) =>
    Object.entries(byLocale).map(([locale, template]) => ({
      mail: `${mail}.${locale}`,
      kilobytes: Buffer.byteLength(renderMail(template, variables, tracking).html) / 1024,
    })),
  );
  const largest = sizes.reduce((most, one) => (one.kilobytes > most.kilobytes ? one : most));
  return {
    what: 'largest mail',
    value: rounded(largest.kilobytes),
    unit: 'KB of HTML',
    reach: 60,
    detail: `${largest.mail}, of ${sizes.length}`,
  };
}
