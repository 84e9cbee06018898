/** A package's file name: `<name>-<digest>.zip`. */
export function packageFileName(name: string, digest: string): string {
  return `${checkName(name)}-${digest}.zip`;
}

/** Name of a package in the making; `unique` keeps runs apart. */
export function partialFileName(name: string, unique: string): string {
  return `.${checkName(name)}-${unique}.zip.partial`;
}

/** Whether a file name is one of ours: a package, or what an interrupted run left of one. */
export function isPackageFileName(fileName: string): boolean {
  return (
    /^[A-Za-z0-9_][\w.-]*-[0-9a-f]{16}\.zip$/.test(fileName) || /^\.[\w.-]+-[0-9a-f]{16}\.zip\.partial$/.test(fileName)
  );
}

function checkName(name: string): string {
  if (!/^[A-Za-z0-9_][\w.-]*$/.test(name)) throw new Error(`"${name}" cannot be the name of a package.`);
  return name;
}
