import type { Context } from 'hono';
import { may } from '../../../shared/domain/console/viewer.ts';
import { listVersions } from '../../../shared/usecases/playbook/versions/list-versions.ts';
import { readVersion } from '../../../shared/usecases/playbook/versions/read-version.ts';
import { VersionPage } from '../../../shared/web/console/playbook/versions/version-page.tsx';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { meaningOfVersion } from './meaning-of-version.tsx';
import type { PlaybookRoute } from './playbook-route.ts';

/** `GET /console/playbook/versions/{n}`: one version with its files, and what publishing it again means for people. */
export async function showVersion(route: PlaybookRoute, c: Context<ConsoleEnv>, number: string) {
  const { system, show, timeZone } = route;
  const { viewer, language } = c.var;
  const read = await readVersion(system, viewer, Number(number));
  if (read === undefined) return c.notFound();
  const { live } = await listVersions(system, viewer, { limit: 1 });
  const { version } = read.entry;
  const { files } = read;
  const mayPublish = may(viewer, 'change-playbook') && version !== live;
  const checked =
    mayPublish && files !== undefined
      ? await meaningOfVersion(system, c.var, { version, files, live })
      : undefined;
  const content = <VersionPage {...{ language, timeZone, ...read, live, mayPublish, ...checked }} />;
  const title = playbookWords[language].versions.version(version);
  return show(c, { current: 'playbook', title, content });
}
