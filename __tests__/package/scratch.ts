import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What to put at a path: text or bytes of a file, an executable, or a link. */
export type Content = string | Uint8Array | { readonly executable: string } | { readonly link: string };

/** An empty folder of its own for every test of the file, removed after it. */
export function useScratch(): { readonly root: string; fill(name: string, files: Record<string, Content>): string } {
  let root = "";
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "groundplan-package-")));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  return {
    get root() {
      return root;
    },
    fill(name, files) {
      mkdirSync(join(root, name), { recursive: true });
      for (const [path, content] of Object.entries(files)) place(join(root, name, path), content);
      return join(root, name);
    },
  };
}

function place(path: string, content: Content): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(path, content);
  else if ("link" in content) symlinkSync(content.link, path);
  else {
    writeFileSync(path, content.executable);
    chmodSync(path, 0o755);
  }
}
