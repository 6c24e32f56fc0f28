import type { Context } from 'hono';
import { may } from '../../../shared/domain/console/viewer.ts';
import { readYaml } from '../../../shared/playbook/edit/edit-yaml.ts';
import type { PlaybookFiles } from '../../../shared/playbook/files/playbook-files.ts';
import { listVersions } from '../../../shared/usecases/playbook/versions/list-versions.ts';
import { readVersion } from '../../../shared/usecases/playbook/versions/read-version.ts';
import { VersionPage } from '../../../shared/web/console/playbook/versions/version-page.tsx';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { PlaybookRoute } from './playbook-route.ts';
import { SEQUENCES, whatItMeans } from './what-it-means.tsx';

/** `GET /console/playbook/versions/{n}`: one version with its files, and what publishing it again means for people. */
export async function showVersion(route: PlaybookRoute, c: Context<ConsoleEnv>, number: string) {
  const { system, show, timeZone } = route;
  const { viewer, language } = c.var;
  const read = await readVersion(system, viewer, Number(number));
  if (read === undefined) return c.notFound();
  const { live } = await listVersions(system, viewer, { limit: 1 });
  const isLive = read.entry.version === live;
  const mayPublish = may(viewer, 'change-playbook');
  const content = (
    <VersionPage
      {...{ language, timeZone, ...read, live, mayPublish }}
      meaning={mayPublish && !isLive ? await meaningOf(route, c, read.files, live) : undefined}
    />
  );
  const title = playbookWords[language].versions.version(read.entry.version);
  return show(c, { current: 'playbook', title, content });
}

/** What it means for people that these files become live; undefined when that cannot be said. */
async function meaningOf(
  { system }: PlaybookRoute,
  c: Context<ConsoleEnv>,
  files: PlaybookFiles | undefined,
  version: number,
) {
  const { viewer, language } = c.var;
  const live = (await readVersion(system, viewer, version))?.files?.[SEQUENCES];
  if (files === undefined || !readYaml(files[SEQUENCES] ?? '')?.value || live === undefined) return undefined;
  const told = (await whatItMeans(system, viewer, { files, live, language })) ?? [];
  return told.length > 0 ? told : <p class="quiet">{playbookWords[language].publish.nobody}</p>;
}
