import { readExisting } from "./existing";
import { manifestPath, parseManifest } from "./manifest";
import { readJournals } from "./staging";

/** Path → every fingerprint under which a file is ours. */
export type Ours = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads from the manifest, and from the journals of interrupted runs, which files of the root are ours.
 *
 * @throws UserError if the manifest cannot be read.
 */
export async function readOurs(root: string): Promise<Ours> {
  const text = (await readExisting(root, [manifestPath])).get(manifestPath);
  const manifests = [...(text === undefined ? [] : [parseManifest(text)]), ...(await readJournals(root))];
  const ours = new Map<string, Set<string>>();
  for (const [path, hash] of manifests.flatMap((manifest) => [...manifest])) {
    ours.set(path, (ours.get(path) ?? new Set()).add(hash));
  }
  return ours;
}
