import type { Context } from 'hono';
import { may } from '../../../shared/domain/console/viewer.ts';
import { listVersions } from '../../../shared/usecases/playbook/versions/list-versions.ts';
import { readVersion } from '../../../shared/usecases/playbook/versions/read-version.ts';
import { VersionPage } from '../../../shared/web/console/playbook/versions/version-page.tsx';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { PlaybookRoute } from './playbook-route.ts';

/** `GET /console/playbook/versions/{n}`: one version with its files. */
export async function showVersion(
  { system, show, timeZone }: PlaybookRoute,
  c: Context<ConsoleEnv>,
  number: string,
) {
  const { viewer, language } = c.var;
  const read = await readVersion(system, viewer, Number(number));
  if (read === undefined) return c.notFound();
  const { live } = await listVersions(system, viewer, { limit: 1 });
  const content = (
    <VersionPage
      {...{ language, timeZone, ...read }}
      isLive={read.entry.version === live}
      mayPublish={may(viewer, 'change-playbook')}
    />
  );
  const title = playbookWords[language].versions.version(read.entry.version);
  return show(c, { current: 'playbook', title, content });
}
