import { beforeEach, describe, expect, it } from 'vitest';
import { digestOfAll, manifestOf } from '../../../shared/playbook/files/manifest.ts';
import type { PlaybookContent } from '../../../shared/playbook/playbook.ts';
import { currentPlaybook } from '../../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../../shared/store/table.ts';
import { deployPlaybook } from '../../../shared/usecases/playbook/publish-playbook/deploy-playbook.ts';
import { publishPlaybook } from '../../../shared/usecases/playbook/publish-playbook/publish-playbook.ts';
import { NOW } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, dyingTable, meanwhile } from '../faulty-table.ts';
import { compiled, playbook } from '../playbook.ts';

const { version: _, ...content } = playbook;
const withCap = (cap: number): PlaybookContent => ({ ...content, scoring: { ...content.scoring, cap } });
const author = { by: 'person', id: 'x', name: 'Sanne' } as const;
const digest = (cap: number) => digestOfAll(manifestOf(compiled(withCap(cap)).files));

let table: Table;
const now = () => NOW;
beforeEach(async () => {
  table = await memoryTable();
});

const deploy = (cap: number, basedOn?: number, over = table) =>
  deployPlaybook(
    { table: over, now },
    { ...compiled(withCap(cap)), ...(basedOn !== undefined && { basedOn: digest(basedOn) }) },
  );
const publish = (cap: number) =>
  publishPlaybook({ table, now }, compiled(withCap(cap)), { author, note: 'In a hurry' });
const live = async () => (await currentPlaybook(table))?.scoring.cap;

describe('a deployment', () => {
  it('publishes over an earlier one', async () => {
    await deploy(100);
    expect(await deploy(90)).toEqual({ result: 'published', version: 2 });
  });

  it('leaves what the console published, if the folder is as it was', async () => {
    await deploy(100);
    await publish(90);
    expect(await deploy(100)).toEqual({ result: 'left', version: 2 });
    await publish(80);
    expect(await deploy(100)).toEqual({ result: 'left', version: 3 });
    expect(await live()).toBe(80);
  });

  it('stops when the folder changed and lacks what the console published', async () => {
    await deploy(100);
    await publish(90);
    expect(await deploy(70)).toMatchObject({
      ...{ result: 'refused', newer: { version: 2, author, note: 'In a hurry' } },
    });
    expect(await live()).toBe(90);
  });

  it('publishes a folder that is based on what the console published', async () => {
    await deploy(100);
    await publish(90);
    expect(await deploy(70, 90)).toEqual({ result: 'published', version: 3 });
  });

  it('stops when the console published again since the folder was pulled', async () => {
    await deploy(100);
    await publish(90);
    await publish(80);
    expect(await deploy(70, 90)).toMatchObject({ result: 'refused', newer: { version: 3 } });
  });

  it('of the very files that the console published makes no new version, and counts as deployed', async () => {
    await deploy(100);
    await publish(90);
    expect(await deploy(90)).toEqual({ result: 'published', version: 2 });
    await publish(80);
    expect(await deploy(90)).toEqual({ result: 'left', version: 3 });
  });

  it('does not take back what the console publishes meanwhile', async () => {
    await deploy(100);
    for (let call = 1; call <= 8; call++) {
      await deploy(100, await live());
      const busy = meanwhile(table, call, () => publish(50 + call));
      const deployed = await deploy(60 + call, undefined, busy);
      if (deployed.result === 'published') expect(await live()).not.toBe(100);
      else expect(await live()).toBe(50 + call);
      await deploy(100, await live());
    }
  });

  it.each(['before', 'after'] as const)('that died %s any call is completed by the next', async (when) => {
    for (let call = 1, isDone = false; !isDone; call++) {
      table = await memoryTable();
      await deploy(100);
      isDone = await deploy(90, undefined, dyingTable(table, call, when)).then(
        () => true,
        (error: Error) => {
          if (!(error instanceof Crash)) throw error;
          return false;
        },
      );
      expect(await deploy(90)).toEqual({ result: 'published', version: 2 });
      await publish(80);
      expect(await deploy(90)).toEqual({ result: 'left', version: 3 });
    }
  });
});
