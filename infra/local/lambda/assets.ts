import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  files: Record<string, { source: { path?: string }; destinations: Record<string, { objectKey: string }> }>;
}

/** The folder of each asset of a cloud assembly, by its key in the S3 bucket. */
export function readAssets(assembly: string, stackName: string): Map<string, string> {
  const manifest: Manifest = JSON.parse(readFileSync(join(assembly, `${stackName}.assets.json`), 'utf8'));
  const folders = new Map<string, string>();
  for (const { source, destinations } of Object.values(manifest.files))
    for (const { objectKey } of Object.values(destinations))
      if (source.path) folders.set(objectKey, join(assembly, source.path));
  return folders;
}
