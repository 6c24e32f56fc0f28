import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Entity } from '../../shared/store/entity.ts';

const store = join(import.meta.dirname, '../../shared/store');

interface Declared {
  file: string;
  declaration: Entity<string, unknown>['declaration'];
}

/** Every entity that a file of the store exports, by key. */
export async function declarations(): Promise<Declared[]> {
  const files = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const found = await Promise.all(
    files.sort().map(async (file) => {
      const exported = Object.values(await import(join(store, file)));
      const entities = exported.filter((value): value is Entity<string, unknown> => value instanceof Entity);
      return entities.map(({ declaration }) => ({ file: relative(store, join(store, file)), declaration }));
    }),
  );
  return found.flat().sort((a, b) => (a.declaration.key < b.declaration.key ? -1 : 1));
}

/** The store's README, generated from the code by `npm run docs`. */
export async function storeReadme(): Promise<string> {
  const rows = (await declarations()).map(({ file, declaration }) => row(file, declaration));
  return `# Store

One DynamoDB table, \`shared/contract/table.ts\`, read and written through entities. An entity is the one declaration of
a kind of item: its key, its schema, the indexes that have it, how it is written, how long it lives and how large it may
become. \`entity.ts\` makes the operations from it; beside each entity are functions named after the access they give,
such as \`getLead\` and \`linkVisitor\`. Nothing else turns values into items: \`query.ts\` reads ranges, \`batch.ts\` many
keys at once.

- A read checks the item against the entity's schema and throws an error with the kind and the field, never a value. The
  compiler keeps a schema equal to the type of the domain. A \`looseObject\` lets attributes survive that it does not name.
- \`once\`: never changed. \`by version\`: only over the version it was made from. \`freely\`: see the functions beside it.
- *Lives* is how long an item is kept; *bytes* is the most that an outsider can make of it.

- What waits is in \`byDue\`: in an item of another kind by its declaration, and every \`job\` as long as it is due.

To add a kind of item: declare it, export it, and run \`npm run docs\`. A test keeps the table equal
to the code.

| kind | PK | SK | indexes | written | lives | bytes, because | file |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function row(file: string, declaration: Declared['declaration']) {
  const { kind, key, written, lives, largest } = declaration;
  const [PK, SK] = key.replaceAll(/:\d+\}/g, '}').split(' / ');
  const indexes = (['byStage', 'byLead', 'byDue'] as const).filter((name) => declaration[name]).join(', ');
  const size = `${largest.bytes.toLocaleString('en')}: ${largest.why}`;
  const cells = [kind, `\`${PK}\``, `\`${SK}\``, indexes, written, lives, size, `[${file}](${file})`];
  return `| ${cells.join(' | ')} |`;
}
